"""The records of a file that stays on disk, as mappings and sequences which read each when it is asked for."""

import io
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import eq
from typing import Final, TypeAlias, cast, overload

from diplo_events.dataset import Dataset
from diplo_events.errors import Location
from diplo_events.formats._known_values import KnownValues
from diplo_events.formats._line_rows import changed, record_in
from diplo_events.formats._record_lines import fast_road, read_slowly
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.files import open_file
from diplo_events.schema import Record

__all__ = ["RecordPlaces", "RecordStore", "State", "StoredRecords", "StoredSources"]

CACHED: Final = 20_000
"""How many records that were asked for by their ids are kept in memory."""

MOST_KNOWN: Final = 32_768
"""How many ids of records of each type, and how many dates, are known from one record to the next.

Records are read by their ids, so that those that refer to one thing stand far from each other: with an eighth of that,
reading one of a million takes nearly half as long again.
"""

FETCHED: Final = 500
"""How many rows of the database are fetched at a time."""

SPREAD: Final = 4
"""Lines are read together if these are at most so many times as many bytes as are wanted."""


State: TypeAlias = tuple[int, int, int]
"""The inode, the size and the time of the last change of a file: one that is changed has another state."""


class RecordStore(Mapping[str, Record]):
    """The records of a file by their ids: the places of their lines in a database, the lines in the file.

    Args:
        path: The file.
        database: Its ids.
        name: The file of this database.
        state: The state of the file when its ids were read; by default they are read after this.

    Raises:
        OSError: the file cannot be read, or was changed.
    """

    def __init__(self, path: str, database: sqlite3.Connection, name: str, *, state: State | None = None) -> None:
        self.path = path
        self.database = database
        self.name = name
        self.stream = cast("io.BufferedReader", open_file(path)).detach()  # no more is read than is asked for
        self.state = state or state_of(self.stream.fileno())
        try:
            self.check_unchanged()
        except OSError:
            self.stream.close()
            raise
        road = fast_road()
        self.read: Callable[[bytes], Record] = (
            read_slowly if road is None else road.reader(read_slowly, KnownValues(most=MOST_KNOWN))
        )
        self.kept: dict[str, Record | None] = {}

    def record_at(self, number: int, start: int, size: int) -> Record:
        """Return the record in a line.

        Raises:
            OSError: the file cannot be read, or was changed.
        """
        text = self.bytes_at(start, size)
        self.check_unchanged()
        return self.record_in(number, text)

    def bytes_at(self, start: int, size: int) -> bytes:
        """Return some bytes of the file, which may have been changed."""
        self.stream.seek(start)
        return self.stream.read(size) or b""

    def check_unchanged(self) -> None:
        """Check that the file has the state that it had when its ids were read.

        Raises:
            OSError: it was changed since.
        """
        if state_of(self.stream.fileno()) != self.state:
            raise changed(self.path)

    def record_in(self, number: int, text: bytes) -> Record:
        """Return the record that a line with a number holds."""
        try:
            return self.read(text)
        except Unfit:
            return record_in(text, self.path, number)

    def select(self, which: str = "", *values: object) -> Iterator[Record]:
        """List the records of which something is true, by their ids."""
        query = f"SELECT line, start, size FROM records {which} ORDER BY id"  # noqa: S608  (our own words)
        rows = self.database.execute(query, values)
        while some := rows.fetchmany(FETCHED):
            yield from self.records_at(some)

    def in_turn(self, keys: Iterable[str]) -> Iterator[Record]:
        """List the records with some ids, which are there, in this order; they are not kept.

        Several are looked up at a time, and what is kept of those that others refer to is not given up for them.
        """
        rest = iter(keys)
        while some := list(itertools.islice(rest, FETCHED)):
            query = f"SELECT id, line, start, size FROM records WHERE id IN ({', '.join('?' * len(some))})"  # noqa: S608  (question marks)
            places = {key: place for key, *place in self.database.execute(query, some)}
            yield from self.records_at([places[key] for key in some])

    def records_at(self, places: Sequence[Sequence[int]]) -> Iterator[Record]:
        """List the records in some lines, each given by its number, its place and its size.

        Raises:
            OSError: the file cannot be read, or was changed.
        """
        first, last = min(row[1] for row in places), max(row[1] + row[2] for row in places)
        if last - first > SPREAD * sum(row[2] for row in places):  # they stand here and there
            texts = [self.bytes_at(start, size) for _, start, size in places]
        else:
            block = self.bytes_at(first, last - first)
            texts = [block[start - first : start - first + size] for _, start, size in places]
        self.check_unchanged()  # for all of them, as it takes as long as to read one
        for (number, _, _), text in zip(places, texts, strict=True):
            yield self.record_in(number, text)

    def id_at(self, place: int) -> str:
        """Return the id of the record in a place, from 0, of all records by id."""
        query = "SELECT id FROM records ORDER BY id LIMIT 1 OFFSET ?"
        key: str = self.database.execute(query, [place]).fetchone()[0]
        return key

    def count(self, which: str = "", *values: object) -> int:
        """Return of how many records something is true."""
        number: int = self.database.execute(f"SELECT count(*) FROM records {which}", values).fetchone()[0]  # noqa: S608  (of this library)
        return number

    def __getitem__(self, key: str) -> Record:
        if key not in self.kept:
            if len(self.kept) >= CACHED:
                self.kept.clear()
            row = self.row_of(key)
            self.kept[key] = self.record_at(*row) if row else None
        record = self.kept[key]
        if record is None:
            raise KeyError(key)
        return record

    def row_of(self, key: object) -> tuple[int, int, int] | None:
        """Return the number of the line of a record, its place and its size."""
        if not isinstance(key, str) or not key.isascii():
            return None
        query = "SELECT line, start, size FROM records WHERE id = ?"
        return cast("tuple[int, int, int] | None", self.database.execute(query, [key]).fetchone())

    def __contains__(self, key: object) -> bool:
        return bool(self.kept.get(cast("str", key))) or self.row_of(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self.database.execute("SELECT id FROM records ORDER BY id"))

    def __len__(self) -> int:
        return self.count()


def state_of(number: int) -> State:
    """Return the state of an open file."""
    status = os.fstat(number)
    return status.st_ino, status.st_size, status.st_mtime_ns


class StoredRecords(Sequence[Record]):
    """Some records of a store, sorted by id, which are read one by one when they are asked for."""

    def __init__(self, store: RecordStore, dataset: Dataset, which: str = "", *values: object) -> None:
        self.store = store
        self.dataset = dataset
        self.which = which
        self.values = values
        self.size = store.count(which, *values)

    def __iter__(self) -> Iterator[Record]:
        return self.store.select(self.which, *self.values)

    def __len__(self) -> int:
        return self.size

    def in_turn(self, keys: Iterable[str]) -> Iterator[Record]:
        """List the records of the whole dataset with some ids, in this order, none of which is kept."""
        return self.store.in_turn(keys)

    @overload
    def __getitem__(self, key: int) -> Record: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Record]: ...
    def __getitem__(self, key: int | slice) -> Record | Sequence[Record]:
        if isinstance(key, slice):
            start, stop, step = key.indices(self.size)
            if step > 0:
                return tuple(itertools.islice(self, start, stop, step))
            return tuple(self)[key]
        place = range(self.size)[key]
        return next(itertools.islice(self, place, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return len(self) == len(cast("Sequence[object]", other)) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class StoredSources(Mapping[str, Sequence[Record]]):
    """The event records of each source that has any."""

    def __init__(self, store: RecordStore, dataset: Dataset) -> None:
        self.store = store
        self.dataset = dataset

    def __getitem__(self, key: str) -> Sequence[Record]:
        records = StoredRecords(self.store, self.dataset, "WHERE source = ?", key)
        if not records:
            raise KeyError(key)
        return records

    def __iter__(self) -> Iterator[str]:
        query = "SELECT DISTINCT source FROM records WHERE source IS NOT NULL ORDER BY source"
        return (row[0] for row in self.store.database.execute(query))

    def __len__(self) -> int:
        query = "SELECT count(DISTINCT source) FROM records"
        number: int = self.store.database.execute(query).fetchone()[0]
        return number


class RecordPlaces(Mapping[str, Location]):
    """The place of each record in the file."""

    def __init__(self, store: RecordStore) -> None:
        self.store = store

    def __getitem__(self, key: str) -> Location:
        row = self.store.row_of(key)
        if row is None:
            raise KeyError(key)
        return Location(self.store.path, row[0], 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self.store)

    def __len__(self) -> int:
        return len(self.store)
