"""The records of a dataset or of a file in their places, with what could not be read as such."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple, cast, overload

from diplo_events._internal.dataset.fitting import GET_ID
from diplo_events.model.ids import slug
from diplo_events.schema import Record, value_in

__all__ = ["Entries", "Entry", "KnownEntries", "entries_of"]


class Entry(NamedTuple):
    """A record in its place: in a dataset, or in a file, where it may still be plain data with mistakes."""

    path: str
    """Its place: its id, or `statements[3]` in a file."""
    type: type[Record]
    """Its type, or the one that it is to have."""
    content: object
    """The record, or the plain mapping of its fields."""

    @property
    def is_record(self) -> bool:
        """Whether it is a record, and not plain data."""
        return type(self.content) is self.type

    @property
    def id(self) -> str | None:
        """The id, if there is one."""
        if self.is_record:
            return cast("Record", self.content).id
        value = self.field("id")
        return value if isinstance(value, str) else None

    @property
    def meant_id(self) -> str | None:
        """The id that an invalid one in a file was meant to be, so that references to it are not refused too."""
        return slug(self.id) if isinstance(self.content, Mapping) and self.id else None

    def field(self, name: str) -> object:
        """Read a field of the record or of the plain mapping."""
        return value_in(self.content, name)


class Entries(Sequence[Entry]):
    """The entries of a file or of a dataset; most are records already, and these are made into entries one by one.

    Args:
        contents: The records, and the plain mappings of those that could not be read.
        unread: The types that the latter are to have, by their places.
        path_of: Returns the path of a place.
    """

    def __init__(
        self, contents: Sequence[object], unread: Mapping[int, type[Record]], path_of: Callable[[int], str]
    ) -> None:
        self.contents = contents
        self.unread = unread
        self.path_of = path_of

    @overload
    def __getitem__(self, place: int, /) -> Entry: ...
    @overload
    def __getitem__(self, place: slice, /) -> list[Entry]: ...
    def __getitem__(self, place: int | slice, /) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return Entry(path=self.path_of(place), type=self.type_at(place), content=self.contents[place])

    def __len__(self) -> int:
        return len(self.contents)

    def type_at(self, place: int) -> type[Record]:
        """Return the type of an entry."""
        return self.unread.get(place) or cast("type[Record]", type(self.contents[place]))

    def records(self) -> Iterator[tuple[int, Any]]:
        """List those that are records, with their places."""
        return compress(enumerate(self.contents), self.flags)

    @functools.cached_property
    def flags(self) -> bytearray:
        """Which of them are records, place by place."""
        flags = bytearray(b"\1") * len(self)
        for place in self.unread:
            flags[place] = 0
        return flags

    def ids(self) -> list[str | None]:
        """List the ids of all entries, `None` for those that have none."""
        ids: list[str | None] = []
        for place in sorted(self.unread):
            ids.extend(map(GET_ID, self.contents[len(ids) : place]))
            ids.append(self[place].id)
        ids.extend(map(GET_ID, self.contents[len(ids) :]))
        return ids


class KnownEntries(Mapping[str, Entry]):
    """Entries by their ids.

    Args:
        entries: All entries.
        places: The places of those that are known, by their ids.
    """

    def __init__(self, entries: Sequence[Entry], places: Mapping[str, int]) -> None:
        self.entries = entries
        self.places = places

    def __getitem__(self, key: str) -> Entry:
        return self.entries[self.places[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, key: object) -> bool:
        return key in self.places


def entries_of(entries: Sequence[Entry]) -> Entries:
    """Return entries, of which those that are records are known at once."""
    if isinstance(entries, Entries):
        return entries
    unread = {place: entry.type for place, entry in enumerate(entries) if not entry.is_record}
    return Entries([entry.content for entry in entries], unread, lambda place: entries[place].path)
