"""Encodings as people write them: words in the place of offsets, defaults, numbers and dates filled in by the tool."""

from diplo_events.formats.short_form import is_short
from diplo_events.shorthand._expansion import Expansion, expand, expanded
from diplo_events.shorthand._short_parts import ShortParts

__all__ = ["Expansion", "ShortParts", "expand", "expanded", "is_short"]
