"""The keys that only the short form of an encoding has: what a misspelt key of a record may have been meant to be."""

from collections.abc import Collection, Iterable
from typing import Final

from diplo_events.errors import suggestion
from diplo_events.model import EventRecord, Source, Statement, Uncoded

__all__ = ["CALENDAR", "DEFAULTS", "PASSAGE_KEYS", "STANCE", "TEXT", "key_hint", "short_keys"]

ONLY_SHORT: Final = "only the short form in YAML has it"

DEFAULTS: Final = "defaults"
"""The key of a document with what its records share."""

PASSAGE_KEYS: Final = ("passage", "passages", "section")
"""The fields of an event record that become its spans."""

CALENDAR: Final = "calendar"
"""The field of a source or of an event record that names the calendar of its time words."""

TEXT: Final = "text"
"""The field of a source that names its text."""

STANCE: Final = "stance"
"""The field of a statement that becomes a position."""


def key_hint(name: str, known: Iterable[str], short: Collection[str]) -> str | None:
    """Return what to do about a key that is unknown in full form, or `None` if no known key is near it.

    Args:
        name: The key.
        known: The keys of the full form.
        short: Those of the short form alone.

    Examples:
        >>> key_hint("default", ["title"], ["defaults"]), key_hint("defaults", ["title"], ["defaults"])
        ("did you mean 'defaults'?", 'only the short form in YAML has it')
    """
    return ONLY_SHORT if name in short else suggestion(name, [*known, *short])


def short_keys(cls: type) -> tuple[str, ...]:
    """List the keys that records or parts of a class have in short form alone.

    >>> short_keys(Source), short_keys(Uncoded)
    (('calendar', 'text'), ('passage', 'section'))
    """
    if issubclass(cls, EventRecord):
        return (*PASSAGE_KEYS, CALENDAR, *((STANCE,) if issubclass(cls, Statement) else ()))
    if issubclass(cls, Source):
        return (CALENDAR, TEXT)
    return ("passage", "section") if issubclass(cls, Uncoded) else ()
