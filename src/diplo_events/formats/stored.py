"""Datasets in JSON Lines whose records stay on disk: checked whole, and read again whenever one is asked for."""

import contextlib
import io
import itertools
import os
import sqlite3
import tempfile
import weakref
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from operator import eq
from pathlib import Path
from typing import IO, Any, Final, cast, overload

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location
from diplo_events.formats._jsonl_check import TABLES, TYPES, database_at
from diplo_events.formats._line_rows import record_in
from diplo_events.formats._record_lines import record_reader
from diplo_events.formats._stored_ids import StoredIds
from diplo_events.formats._stored_reading import Mapped, Newer, StoredReading
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.files import open_file
from diplo_events.formats.line_ranges import LineRange, line_ranges
from diplo_events.formats.record_stream import dump_records
from diplo_events.model import EventRecord
from diplo_events.schema import COLLECTIONS, EVENT_TYPES, Record

__all__ = ["Stored", "dump_lines", "is_stored", "open_stored"]

RANGE: Final = 8 * 1024 * 1024
"""How many bytes are read at a time."""

CACHED: Final = 20_000
"""How many records that were asked for by their ids are kept in memory."""

FETCHED: Final = 500
"""How many rows of the database are fetched at a time."""

SPREAD: Final = 4
"""Lines are read together if these are at most so many times as many bytes as are wanted."""

INDEXES: Final = """
    CREATE INDEX by_type ON records (type, id);
    CREATE INDEX by_source ON records (source, id) WHERE source IS NOT NULL;
"""


class RecordStore(Mapping[str, Record]):
    """The records of a file by their ids: the places of their lines in a database, the lines in the file."""

    def __init__(self, path: str, database: sqlite3.Connection) -> None:
        self.path = path
        self.database = database
        self.stream = cast("io.BufferedReader", open_file(path)).detach()  # no more is read than is asked for
        self.read = record_reader()
        self.kept: dict[str, Record | None] = {}

    def record_at(self, number: int, start: int, size: int) -> Record:
        """Return the record in a line.

        Raises:
            OSError: the file cannot be read, or was changed.
        """
        self.stream.seek(start)
        return self.record_in(number, self.stream.read(size) or b"")

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
            first, last = min(row[1] for row in some), max(row[1] + row[2] for row in some)
            if last - first > SPREAD * sum(row[2] for row in some):  # they stand here and there
                yield from (self.record_at(*row) for row in some)
                continue
            self.stream.seek(first)
            block = self.stream.read(last - first) or b""
            yield from (self.record_in(line, block[start - first : start - first + size]) for line, start, size in some)

    def count(self, which: str = "", *values: object) -> int:
        """Return of how many records something is true."""
        number: int = self.database.execute(f"SELECT count(*) FROM records {which}", values).fetchone()[0]  # noqa: S608
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


class Places(Mapping[str, Location]):
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


@attrs.frozen(eq=False)
class Stored:
    """A dataset whose records stay in its file, and where they stand there."""

    dataset: Dataset
    """The dataset. It is used as any other, and reads a record whenever one is asked for."""
    places: Mapping[str, Location]
    """The place of each record in the file, by its id."""


def open_stored(
    path: str | Path, *, processes: int = 1, progress: Callable[[int, int], object] = lambda _done, _all: None
) -> Stored | None:
    """Return the dataset in a file of JSON Lines as `read` does, with the same problems, but leave its records there.

    A file of a newer minor version of the format is not opened: only the whole shows what to set aside.

    The file is read twice, and the ids and places of its records are kept in a temporary database on disk, which is
    gone when the dataset is. The file must not change as long as the dataset is used. Memory does not grow with the
    file, but for what is wrong with it, and for what is asked of the dataset.

    Args:
        path: The file, which is not packed.
        processes: How many processes read it.
        progress: What is called from time to time with how many bytes were read, and how many there are to read.

    Raises:
        NotReadableError: it is not a dataset in JSON Lines; all problems are listed.
        OSError: the file cannot be read, or the database cannot be written.

    Examples:
        >>> import diplo_events
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> stored = open_stored("articles.jsonl")
        >>> assert stored is not None
        >>> stored.dataset.title, len(stored.dataset.meetings), stored.dataset["macron"].name
        ('Security guarantees for Ukraine in five news articles', 28, 'Emmanuel Macron')
        >>> stored.places["macron"].file
        'articles.jsonl'
    """
    pieces = line_ranges(path, size=RANGE) or [LineRange(str(path), 0, 0)]
    whole = 2 * (pieces[-1].end or 0)
    done = itertools.count(1)
    handle, name = tempfile.mkstemp(prefix="diplo-events-", suffix=".sqlite")
    os.close(handle)
    database = database_at(name)
    database.executescript(TABLES)
    store = RecordStore(str(path), database)
    close = weakref.finalize(store, remove, store.stream, database, name)
    try:
        with gc_paused(), several(processes) as mapped:
            reading = StoredReading(
                pieces,
                StoredIds(database),
                database=name,
                mapped=mapped,
                progress=lambda: progress(min(RANGE * (next(done)), whole), whole),
            )
            header = reading.read()
    except Newer:
        close()
        return None
    except BaseException:
        close()
        raise
    database.executescript(INDEXES)
    return Stored(dataset_of(store, header), Places(store))


def is_stored(dataset: Dataset) -> bool:
    """Whether the records of a dataset stay on disk.

    >>> is_stored(Dataset())
    False
    """
    return isinstance(cast("object", dataset.records), StoredRecords)


def dump_lines(dataset: Dataset, stream: IO[bytes]) -> None:
    r"""Write a dataset as `jsonl.dump` does, the same bytes, one record after the other.

    >>> stream = io.BytesIO()
    >>> dump_lines(Dataset(), stream)
    >>> stream.getvalue().count(b"\n")
    2
    """
    records = (record for cls in COLLECTIONS.values() for record in dataset.of_type(cls))
    dump_records(records, stream, header=dataset)


def remove(stream: io.RawIOBase, database: sqlite3.Connection, name: str) -> None:
    """Close a file, and remove a temporary database."""
    stream.close()
    database.close()
    Path(name).unlink(missing_ok=True)


def dataset_of(store: RecordStore, header: Mapping[str, Any]) -> Dataset:
    """Return a dataset that reads its records from a store whenever they are asked for."""
    dataset = Dataset(**header)
    types: dict[type, StoredRecords] = {
        cls: StoredRecords(store, dataset, "WHERE type = ?", number) for number, cls in enumerate(TYPES)
    }
    events = ", ".join(str(number) for number, cls in enumerate(TYPES) if cls in EVENT_TYPES)
    types[EventRecord] = StoredRecords(store, dataset, f"WHERE type IN ({events})")
    for name, value in {
        "records": StoredRecords(store, dataset),
        "_by_id": store,
        "_by_type": types,
        "_by_source": StoredSources(store, dataset),
    }.items():
        object.__setattr__(dataset, name, value)  # what else a dataset has follows from these four
    return dataset


@contextlib.contextmanager
def several(processes: int) -> Generator[Mapped]:
    """Return what calls a function with several lots of arguments, in so many processes, and keeps their order."""
    if processes == 1:
        yield itertools.starmap
        return
    with ProcessPoolExecutor(processes) as pool:
        yield lambda function, arguments: in_order(pool, 2 * processes, function, arguments)


def in_order(
    pool: Executor, most: int, function: Callable[..., Any], arguments: Iterable[tuple[Any, ...]]
) -> Iterator[Any]:
    """List what a function returns for several lots of arguments, of which so many are at work or wait at a time."""
    waiting: deque[Future[Any]] = deque()
    for some in arguments:
        waiting.append(pool.submit(function, *some))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
