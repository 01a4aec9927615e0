"""How lines look on standard output: with colours or without."""

import os
import sys
from typing import TextIO

from diplo_events.report.terminal import PLAIN, Style

__all__ = ["style_for_errors", "style_for_output"]


def style_for_output() -> Style:
    """Return the style for standard output: colours only on a terminal, and not if NO_COLOR is set."""
    return style_for(sys.stdout)


def style_for_errors() -> Style:
    """Return the style for standard error, by the same rule."""
    return style_for(sys.stderr)


def style_for(stream: TextIO) -> Style:
    """Return the style for a stream."""
    if not stream.isatty():
        return PLAIN
    style = Style.terminal()
    return Style(width=style.width) if os.environ.get("NO_COLOR") else style
