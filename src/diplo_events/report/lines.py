"""Lines of a report as parts: words of its own, and texts of the data with their language.

The terminal makes one text of a line (`line_text`), the page an element for each text of the data.
"""

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from diplo_events._internal.texts.display import ISOLATE, isolated

__all__ = ["DataText", "Line", "Part", "joined", "line_of", "line_text"]


@attrs.frozen
class DataText:
    """A name, a title, a quote or another text of the data, as the data have it."""

    text: str
    """The text."""
    language: str | None = None
    """Its language, as a BCP 47 tag, if the data say so."""


Part: TypeAlias = str | DataText
"""A part of a line: words of the report, or a text of the data."""

Line: TypeAlias = tuple[Part, ...]
"""The parts of a line, in order."""


def line_text(line: Iterable[Part]) -> str:
    """Return a line as one text: the texts of the data are legible, and isolated if they run from right to left.

    >>> line_text((DataText("Київ", "uk"), ", a town"))
    'Київ, a town'
    """
    return "".join(part if isinstance(part, str) else isolated(part.text) for part in line)


def line_of(text: str) -> Line:
    """Return a text of the library, such as the `repr` of a dataset, as a line: what it isolates is of the data."""
    return tuple(DataText(piece) if at % 2 else piece for at, piece in enumerate(ISOLATE.split(text)) if piece)


def joined(lines: Iterable[Iterable[Part]], separator: str = ", ") -> Line:
    """Return several lines as one, separated by commas or otherwise.

    >>> line_text(joined([("host: ", DataText("Norland")), (DataText("Sudland"),)]))
    'host: Norland, Sudland'
    """
    parts: list[Part] = []
    for line in lines:
        parts += [separator] * bool(parts)
        parts += line
    return tuple(parts)
