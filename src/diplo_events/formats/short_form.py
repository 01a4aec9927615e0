"""How a reader knows an encoding in short form, which `shorthand.expand` makes full, and what it says to one."""

from collections.abc import Iterator
from typing import Any, Final, cast

from diplo_events._internal.reading.short_keys import CALENDAR, DEFAULTS, PASSAGE_KEYS, STANCE, TEXT
from diplo_events.errors import Problem
from diplo_events.formats._positions import Located
from diplo_events.model import EventRecord
from diplo_events.schema import COLLECTIONS, Path, path_text

__all__ = [
    "CALENDAR",
    "is_short",
    "is_short_quote",
    "is_short_source",
    "is_short_uncoded",
    "short_form_problem",
]

HINT: Final = (
    "diplo-events compile FILE --texts DIR -o OUT writes the full form, check FILE --texts DIR --fix writes it into the"
    " file, and shorthand.expand returns it"
)
"""How the full form is made."""


def is_short(document: object) -> bool:
    """Whether a document is in short form: whether it has any key that only the short form has.

    >>> is_short({"statements": [{"passage": "Norland … talks"}]}), is_short({"statements": [{"spans": []}]})
    (True, False)
    """
    return next(short_parts(document), None) is not None


def short_form_problem(located: Located) -> Problem | None:
    """Return the problem of a document in short form where a full one is expected, or `None` if it is not in it.

    >>> short_form_problem(Located({"defaults": {}})).found
    'the short form, which has defaults'
    """
    path = next(short_parts(located.data), None)
    if path is None:
        return None
    found = f"the short form, which has {path_text(path)}"
    return Problem(
        expected="an encoding in full form", found=found, hint=HINT, location=located.nearest(path_text(path))
    )


def short_parts(document: object) -> Iterator[Path]:
    """List the paths of what only the short form has."""
    if not isinstance(document, dict):
        return
    if DEFAULTS in document:
        yield (DEFAULTS,)
    for name, cls in COLLECTIONS.items():
        for index, record in enumerate(items_of(document, name)):
            if (name == "sources" or issubclass(cls, EventRecord)) and isinstance(record, dict) and CALENDAR in record:
                yield (name, index, CALENDAR)
            if name == "sources" and is_short_source(record):
                yield (name, index, TEXT if TEXT in record else "uncoded")
            if issubclass(cls, EventRecord):
                yield from ((name, index, key) for key in PASSAGE_KEYS if isinstance(record, dict) and key in record)
            if name == "statements":
                if isinstance(record, dict) and STANCE in record:
                    yield (name, index, STANCE)
                quotes = enumerate(items_of(record, "quotes"))
                yield from ((name, index, "quotes", at) for at, quote in quotes if is_short_quote(quote))


def is_short_source(source: object) -> bool:
    """Whether a source names its text, or has uncoded passages that are given by their words."""
    return isinstance(source, dict) and (TEXT in source or any(map(is_short_uncoded, items_of(source, "uncoded"))))


def is_short_uncoded(item: object) -> bool:
    """Whether an uncoded passage is given by its words."""
    return isinstance(item, dict) and "passage" in item


def is_short_quote(quote: object) -> bool:
    """Whether a quote is given by its words."""
    return isinstance(quote, str) or (isinstance(quote, dict) and "span" not in quote)


def items_of(holder: object, key: str) -> list[Any]:
    """Return the list under a key, or an empty one if there is none: what is wrong with it is for the reader to say."""
    items = cast("dict[str, Any]", holder).get(key) if isinstance(holder, dict) else None
    return items if isinstance(items, list) else []
