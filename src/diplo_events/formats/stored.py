"""Datasets in JSON Lines whose records stay on disk: checked whole, and read again whenever one is asked for."""

import contextlib
import io
import itertools
import os
import sqlite3
import tempfile
import weakref
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, cast

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset, header_values
from diplo_events.errors import Location
from diplo_events.formats._jsonl_check import TABLES, TYPES, database_at
from diplo_events.formats._range_needs import NEED_TABLES
from diplo_events.formats._record_store import RecordPlaces, RecordStore, State, StoredRecords, StoredSources
from diplo_events.formats._stored_ids import StoredIds
from diplo_events.formats._stored_reading import Mapped, Newer, StoredReading
from diplo_events.formats.line_ranges import LineRange, line_ranges
from diplo_events.formats.record_stream import dump_records
from diplo_events.model import EventRecord
from diplo_events.schema import COLLECTIONS, EVENT_TYPES, Record

__all__ = ["Stored", "StoredPiece", "dump_lines", "is_stored", "open_stored", "pieces_of", "several"]

RANGE: Final = 8 * 1024 * 1024
"""How many bytes are read at a time."""

INDEXES: Final = """
    CREATE INDEX by_type ON records (type, id);
    CREATE INDEX by_source ON records (source, id) WHERE source IS NOT NULL;
"""


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

    The file is read once, and parts of it in which something does not fit a second time. The ids and places of its
    records are kept in a temporary database on disk, which is gone when the dataset is. The file must not change as
    long as the dataset is used: to read a record then is an error. Memory does not grow with the file, but for what is
    wrong with it, and for what is asked of the dataset.

    Args:
        path: The file, which is not packed.
        processes: How many processes read it.
        progress: What is called from time to time with how many bytes were read, and how many there are to read.

    Raises:
        NotReadableError: it is not a dataset in JSON Lines; all problems are listed.
        OSError: the file cannot be read or was changed meanwhile, or the database cannot be written.

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
    with contextlib.ExitStack() as undo:  # until the store is there, with which they go
        undo.callback(Path(name).unlink)
        database = undo.enter_context(contextlib.closing(database_at(name)))
        database.executescript(TABLES + NEED_TABLES)
        store = RecordStore(str(path), database, name)
        undo.pop_all()
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
        store.check_unchanged()
    except Newer:
        close()
        return None
    except BaseException:
        close()
        raise
    database.executescript(INDEXES)
    return Stored(dataset_of(store, header), RecordPlaces(store))


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


OPENED: Final[dict[str, tuple[RecordStore, Dataset]]] = {}
"""The datasets of which this process was given pieces, by the files with their ids."""


@attrs.frozen
class StoredPiece:
    """Some records of a dataset that stays on disk, for another process."""

    path: str
    """The file with the records."""
    database: str
    """The file with the ids."""
    state: State
    """The state of the file with the records when its ids were read."""
    header: Mapping[str, Any]
    """What the dataset says about itself."""
    first: str
    """The id of the first record."""
    end: str | None
    """The id of the first record that is not one of them; `None` for no such."""

    def opened(self) -> tuple[Dataset, Iterable[Record]]:
        """Return the dataset, which stays open as long as the process runs, and those records.

        Raises:
            OSError: the file cannot be read, or was changed since its ids were read.
        """
        if self.database not in OPENED:  # what follows from the whole, such as which records are copies, is found once
            with contextlib.ExitStack() as undo:
                database = undo.enter_context(contextlib.closing(database_at(self.database)))
                store = RecordStore(self.path, database, self.database, state=self.state)
                undo.pop_all()
            OPENED[self.database] = store, dataset_of(store, self.header)
        store, dataset = OPENED[self.database]
        which = "WHERE id >= ?" if self.end is None else "WHERE id >= ? AND id < ?"
        return dataset, store.select(which, *filter(None, (self.first, self.end)))


def pieces_of(dataset: Dataset, number: int) -> list[StoredPiece]:
    """Divide the records of a dataset into about so many pieces; none if it does not stay on disk.

    >>> pieces_of(Dataset(), 2)
    []
    """
    records: object = dataset.records
    if not isinstance(records, StoredRecords):
        return []
    store = records.store
    step = max(1, -(-len(records) // number))
    firsts = [store.id_at(place) for place in range(0, len(records), step)]
    header = header_values(dataset)
    ends = [*firsts[1:], None]
    return [
        StoredPiece(store.path, store.name, store.state, header, first, end)
        for first, end in zip(firsts, ends, strict=False)  # without records there is an end and no first
    ]


def remove(stream: io.RawIOBase, database: sqlite3.Connection, name: str) -> None:
    """Close a file, and remove a temporary database."""
    stream.close()
    with contextlib.suppress(sqlite3.ProgrammingError):  # another thread may collect it, which only frees the database
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
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow, and seldom wanted)

    with ProcessPoolExecutor(processes, initializer=leave_signals) as pool:
        try:
            yield lambda function, arguments: in_order(pool, 2 * processes, function, arguments)
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what is at work ends, what waits does not begin
            raise


def leave_signals() -> None:
    """Ignore in a worker what its parent handles, which ends the workers when it ends.

    A worker that died while it sends what it found would leave the parent waiting for the rest.
    """
    import signal  # noqa: PLC0415  (the same)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_IGN)


def in_order(
    pool: Any,  # noqa: ANN401  (an executor, whose module is slow to import)
    most: int,
    function: Callable[..., Any],
    arguments: Iterable[tuple[Any, ...]],
) -> Iterator[Any]:
    """List what a function returns for several lots of arguments, of which so many are at work or wait at a time."""
    waiting: deque[Any] = deque()
    for some in arguments:
        waiting.append(pool.submit(function, *some))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
