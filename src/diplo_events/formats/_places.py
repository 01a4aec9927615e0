"""Where the values of a text stand: a tree like that of the values, in which each key is kept once.

Kept by path, a long key would be copied into the path of every value below it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from diplo_events.errors import Location
from diplo_events.schema import Path, path_text, short_part

__all__ = ["NOWHERE", "At", "Branch", "MovedPlaces", "Places"]

MOST_TRIED: Final = 1000
"""How many places are tried for a path that several can have, because of dots in keys."""

STEP: Final = re.compile(r"\[([0-9]+)\]")
BORDER: Final = re.compile(r"[.\[]|$")


class Branch:
    """A list or a mapping in a text, with the indexes of what is in it."""

    __slots__ = ("children", "index", "parent", "part")

    def __init__(self, parent: "Branch | None", part: str | int, index: int) -> None:
        self.parent = parent
        self.part = part
        self.index = index
        self.children: dict[str | int, Branch | int] = {}

    def keep(self, part: str | int, index: int) -> None:
        """Keep the index of a value. Of two with one key, the first is kept."""
        self.children.setdefault(short_part(part), index)

    def open(self, part: str | int, index: int) -> "Branch":
        """Keep the place of a list or a mapping, and return it. The index of its key is kept, if there is one."""
        key = short_part(part)
        known = self.children.get(key)
        if isinstance(known, Branch):
            return known
        place = Branch(self, key, index if known is None else known)
        self.children[key] = place
        return place

    def path(self, part: str | int) -> Path:
        """Return the path of a part."""
        parts: list[str | int] = [part]
        place = self
        while place.parent is not None:
            parts.append(place.part)
            place = place.parent
        return tuple(parts[-2::-1])  # without the top, which holds the value as a whole


At = tuple[Branch, str | int]
"""Where a value is: the place around it, and its key or index there."""

NOWHERE: Final[At] = (Branch(None, "", 0), "")
"""Where the value as a whole is, and whatever has no path."""


class Places:
    """The places of all values of a text, by their paths as `path_text` writes them."""

    def __init__(self, locate: Callable[[int], Location]) -> None:
        self.locate = locate
        self.top = Branch(None, "", 0)
        self.recent: tuple[str, Branch] = ("", self.top)

    def __getitem__(self, path: str) -> Location:
        """Return the location of a path.

        Raises:
            KeyError: nothing has it.
        """
        found, index, _ = self.search(path)
        if not found or index is None:
            raise KeyError(path)
        return self.locate(index)

    def nearest(self, path: str) -> Location | None:
        """Return the location of a path, or of the innermost value around it that has one."""
        around, dot, part = path.rpartition(".")
        if dot and around == self.recent[0] and isinstance(child := self.recent[1].children.get(part), int):
            return self.locate(child)
        found, index, place = self.search(path)
        if dot and found and place and place.children.get(part) == index:  # not a part of a key with a dot
            self.recent = (around, place)
        return None if index is None else self.locate(index)

    def search(self, path: str) -> tuple[bool, int | None, Branch | None]:
        """Look for the value with a path.

        Returns:
            Whether there is one; the index of that value or of the innermost one around it; the place that it is in, if
            its path ends with a key.
        """
        root = self.top.children.get("")
        if root is None:
            return False, None, None
        deepest, nearest = 0, root.index if isinstance(root, Branch) else root
        ways: list[tuple[Branch | int, int, Branch | None]] = [(root, 0, None)]
        for _ in range(MOST_TRIED):
            if not ways:
                break
            place, begin, around = ways.pop()
            index = place.index if isinstance(place, Branch) else place
            if begin == len(path):
                return True, index, around
            if begin > deepest:
                deepest, nearest = begin, index
            if isinstance(place, Branch):
                ways.extend((child, end, place) for child, end in reversed(list(steps(place, path, begin))))
        return False, nearest, None

    def by_path(self) -> dict[str, Location]:
        """Return the locations of all values by their paths, the first of those with one path."""
        locations: dict[str, Location] = {}
        ways: list[tuple[Branch | int, Path]] = [(child, ()) for child in self.top.children.values()]
        while ways:
            place, path = ways.pop()
            locations.setdefault(path_text(path), self.locate(place.index if isinstance(place, Branch) else place))
            if isinstance(place, Branch):
                ways.extend((child, (*path, part)) for part, child in reversed(place.children.items()))
        return locations


class MovedPlaces(Places):
    """The places of values of which some came from elsewhere in the text."""

    def __init__(self, places: Places, origins: Mapping[str, str]) -> None:
        super().__init__(places.locate)
        self.top = places.top
        self.origins = origins

    def __getitem__(self, path: str) -> Location:
        return super().__getitem__(self.origins.get(path, path))

    def nearest(self, path: str) -> Location | None:
        """Return the place of the value that a path leads to, or of the innermost one around it."""
        begin = next((end for end in range(len(path), 0, -1) if path[:end] in self.origins), 0)
        return super().nearest(f"{self.origins.get(path[:begin], '')}{path[begin:]}")


def steps(place: Branch, path: str, begin: int) -> Iterator[tuple[Branch | int, int]]:
    """List the values in a place that a path can go on to, each with the end of its part of the path."""
    if (match := STEP.match(path, begin)) and (child := place.children.get(int(match[1]))) is not None:
        yield child, match.end()
    start = begin  # `path_text` leaves out the dot before the first key
    if place.parent is not None and place.parent.parent is not None:
        if not path.startswith(".", begin):
            return
        start += 1
    for border in BORDER.finditer(path, start):
        if (child := place.children.get(path[start : border.start()])) is not None:
            yield child, border.start()
