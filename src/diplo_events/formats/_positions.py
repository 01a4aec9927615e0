"""Plain data with the position of everything in the text that they come from, and the problems found on the way."""

import bisect
import functools
import math
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._places import NOWHERE, At, Branch, MovedPlaces, Places
from diplo_events.model.frozen_map import MAX_INT, Plain
from diplo_events.schema import path_text

__all__ = ["MAX_NESTING", "NUMBER", "Located", "Positions", "is_whole", "outermost"]

MAX_NESTING: Final = 64
"""How deep lists and mappings may be nested in a file."""

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
"""A number in JSON, whole if neither group takes part."""

LONGEST_INT: Final = len(str(-MAX_INT))


class Located(NamedTuple):
    """Plain data, and the position of everything in them."""

    data: Any
    """Dicts, lists, texts, numbers, truth values and nulls."""
    places: Places | None = None
    """Line and column by path, as `path_text` writes it; the position of a field is that of its key."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the text, although it could be read to its end."""
    hints: Mapping[str, str] = MappingProxyType({})
    """What to look at if a value is wrong, by its path, for values that may not be what was meant."""

    def nearest(self, path: str) -> Location | None:
        """Return the position of a path, or of the innermost value around it that has one."""
        return self.places.nearest(path) if self.places else None

    def replaced(self, data: Plain, origins: Mapping[str, str], problems: Iterable[Problem]) -> "Located":
        """Return data that were made from these, with the places of what they were made from.

        Args:
            data: The new data.
            origins: Paths in the new data that lead elsewhere in the old, each with that path.
            problems: More problems.
        """
        places = MovedPlaces(self.places, origins) if self.places else None
        return Located(data, places, (*self.problems, *problems), self.hints)


class Positions:
    """The base of the readers that keep the position of everything they read."""

    def __init__(self, text: str, file: str | None, first_line: int = 1) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.places = Places(self.place)
        self.problems: list[Problem] = []
        self.hints: dict[str, str] = {}

    @functools.cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, index: int) -> Location:
        """Return line and column of an index; only a line feed ends a line."""
        line = bisect.bisect_right(self.line_starts, index) - 1
        return Location(self.file, self.first_line + line, index - self.line_starts[line] + 1)

    def keep(self, at: At, index: int) -> None:
        """Keep the position of a value, or of its key."""
        place, part = at
        place.keep(part, index)

    def open(self, at: At, index: int) -> Branch:
        """Keep the position of a list or a mapping, and return its place."""
        place, part = at
        return place.open(part, index)

    def hint(self, at: At, text: str) -> None:
        """Keep a hint for a value that may not be what was meant."""
        self.hints.setdefault(path_of(at), text)

    def note(self, index: int, expected: str, found: str, hint: str | None = None, at: At = NOWHERE) -> None:
        """Add a problem."""
        where = self.place(index)
        self.problems.append(Problem(path=path_of(at), expected=expected, found=found, hint=hint, location=where))

    def failure(
        self, index: int, expected: str, found: str, hint: str | None = None, at: At = NOWHERE
    ) -> NotReadableError:
        """Return the error with which reading stops, with all problems so far."""
        self.note(index, expected, found, hint, at)
        return NotReadableError(self.problems)

    def number(self, match: re.Match[str], index: int, hint: str, at: At) -> float:
        """Return the number that `NUMBER` matched; add a problem if it is too large."""
        digits = match[0]
        if is_whole(match):
            if len(digits) <= LONGEST_INT and -MAX_INT - 1 <= (whole := int(digits)) <= MAX_INT:
                return whole
            self.note(index, "a whole number of at most 64 bits", shown(digits), hint, at)
            return 0
        if math.isinf(number := float(digits)):
            self.note(index, "a finite number", shown(digits), hint, at)
            return 0.0
        return number

    def located(self, data: Plain) -> Located:
        """Return plain data with what was kept of them."""
        return Located(data, self.places, tuple(self.problems), self.hints)


def path_of(at: At) -> str:
    """Return the path of a value as messages show it."""
    place, part = at
    return path_text(place.path(part))


def outermost(at: At) -> At:
    """Return the place of the outer value in which another lies, three levels deep, or its own."""
    way = [at]
    while (place := way[-1][0]).parent is not None:
        way.append((place.parent, place.part))
    return way[max(len(way) - 4, 0)]


def is_whole(match: re.Match[str]) -> bool:
    """Whether a match of `NUMBER` is a whole number."""
    return not (match[1] or match[2])
