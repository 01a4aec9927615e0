"""`check`: whether a file of JSON Lines can be read as a dataset, in memory that does not grow with the file."""

import contextlib
import itertools
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from diplo_events._internal.dataset.circles import circles
from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.fitting import ACYCLIC, GET_RESTATED, passages_lie_inside, reference_columns, steps
from diplo_events._internal.dataset.integrity import MOST_COMPARED, reference_problems, span_problems
from diplo_events.errors import NotReadableError, Problem, shown
from diplo_events.formats._document import placed_problem
from diplo_events.formats._jsonl_lines import read_line
from diplo_events.formats._jsonl_selection import Selection
from diplo_events.formats._jsonl_streams import (
    MOST_PROBLEMS,
    NumberedRecord,
    Pass,
    batches_of,
    line_place,
    sorted_problems,
)
from diplo_events.formats._packed import pieces_of
from diplo_events.formats._positions import Located
from diplo_events.model import OPEN, EventRecord, Source
from diplo_events.schema import RECORD_TYPES, PartNode, references

__all__ = [
    "NUMBERS",
    "TABLES",
    "TYPES",
    "FileIds",
    "all_fit",
    "check",
    "circle_problems",
    "database_at",
    "entry_of",
    "insert_all",
]

BATCH: Final = 2_000
"""How many records are compared at a time."""

MOST_KEPT: Final = 50_000
"""How many answers about ids are kept in memory."""

TYPES: Final = tuple(RECORD_TYPES.values())
NUMBERS: Final = {cls: number for number, cls in enumerate(TYPES)}

NOT_THERE: Final = -1
"""The number of the type of a record that is not there."""

SETTINGS: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -16000;
"""

TABLES: Final = """
    CREATE TABLE records (
        id TEXT PRIMARY KEY, type INT, line INT, source TEXT, length INT, start INT, size INT
    ) WITHOUT ROWID;
    CREATE TABLE steps (field INT, one TEXT, other TEXT);
"""


Row: TypeAlias = tuple[str, int, str | None, int | None, int]
"""The id of a record, the number of its type, the id of its source, its length, and its line."""


@attrs.frozen
class Known:
    """What is kept of a record whose id is known."""

    source: str | None
    """The id of its source, if it is an event record."""
    length: int | None
    """Its length, if it is a source."""


class FileIds(Mapping[str, Entry]):
    """The records of a file by their ids, in a database on disk."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.kept: dict[str, Row | None] = {}
        self.size = 0

    def add(self, items: Sequence[NumberedRecord]) -> Iterator[Problem]:
        """Add records, and list those whose id is there already."""
        rows = [
            (record.id, NUMBERS[type(record)], number, getattr(record, "source", None), getattr(record, "length", None))
            for number, record in items
        ]
        insert = "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, NULL, NULL)"
        added = insert_all(self.database, insert, rows)
        self.size += added
        if added < len(rows):
            for number, record in items:
                place = self[record.id].path
                if place != f"line {number}":
                    found = f"{record.id!r} again, first at {place}"
                    yield Problem(path=f"line {number}.id", expected="an id of its own", found=found)
        self.kept.clear()

    def first(self, items: Iterable[NumberedRecord]) -> list[NumberedRecord]:
        """Return those of some records that were the first with their ids."""
        return [item for item in items if self[item.record.id].path == f"line {item.number}"]

    def rows_of(self, keys: Iterable[str]) -> list["Row | None"]:
        """Look up several ids at once: what is kept of the records, `None` for ids of none."""
        wanted = list(keys)
        new = [key for key in wanted if key not in self.kept]
        if len(self.kept) + len(new) > MOST_KEPT:
            self.kept.clear()
            new = wanted
        for some in (new[at : at + 500] for at in range(0, len(new), 500)):
            self.kept.update(dict.fromkeys(some))
            query = f"SELECT id, type, source, length, line FROM records WHERE id IN ({', '.join('?' * len(some))})"  # noqa: S608  (question marks)
            self.kept.update((row[0], row) for row in self.database.execute(query, some))
        return list(map(self.kept.__getitem__, wanted))

    def start_of(self, key: str) -> int:
        """Return where the line of a record begins."""
        start: int = self.database.execute("SELECT start FROM records WHERE id = ?", [key]).fetchone()[0]
        return start

    def __getitem__(self, key: str) -> Entry:
        (row,) = self.rows_of([key])
        if row is None:
            raise KeyError(key)
        return entry_of(row)

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self.database.execute("SELECT id FROM records ORDER BY line"))

    def __len__(self) -> int:
        return self.size


def entry_of(row: Row) -> Entry:
    """Return what a row of the database says of a record."""
    _, number, source, length, line = row
    return Entry(path=f"line {line}", type=TYPES[number], content=Known(source, length))


def check(path: str | Path) -> int:
    """Check that `load` would read a file, of any length, and return the number of its records.

    The file, which may be packed, is read twice: for the ids, which are kept in a temporary database on disk, and for
    the references to them. Memory does not grow with the file. All that `load` checks is checked: each line, the
    closing line, doubled ids, references to nothing or to a record of the wrong type, restatements, passages beyond the
    end of their source, and circles. If some lines cannot be read, they are listed, and references are not looked at.

    Raises:
        NotReadableError: it is not a dataset in JSON Lines; all problems are listed, at most 10,000.
        OSError: the file cannot be read, or the database cannot be written.
        MissingExtraError: it is packed by Zstandard, and the extra `zstd` is missing.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats import jsonl
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> jsonl.check("articles.jsonl")
        422
    """
    handle, name = tempfile.mkstemp(prefix="diplo-events-", suffix=".sqlite")
    os.close(handle)
    try:
        with closing(database_at(name)) as database:
            database.executescript(TABLES)
            return checked(path, FileIds(database))
    finally:
        Path(name).unlink(missing_ok=True)


def database_at(name: str) -> sqlite3.Connection:
    """Return a connection to a temporary database."""
    database = sqlite3.connect(name, isolation_level=None)
    database.executescript(SETTINGS)
    return database


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Generator[None]:
    """Make one transaction of what is inserted in the block: SQLite makes one for each row otherwise."""
    database.execute("BEGIN")
    yield
    database.execute("COMMIT")


def insert_all(database: sqlite3.Connection, statement: str, rows: Iterable[Sequence[object]]) -> int:
    """Insert rows in one transaction, and return how many were inserted."""
    with transaction(database):
        return database.executemany(statement, rows).rowcount


def checked(path: str | Path, ids: FileIds) -> int:
    """Return the number of the records of a file that fit together.

    Raises:
        NotReadableError: they do not; all problems are listed.
    """
    problems: list[Problem] = []
    first = Pass(path, Selection())
    for items in batched(first.records()):
        problems += ids.add(items)
    second = Pass(path, Selection())
    unlisted = 0
    for items in batched(second.records()):
        add_steps(ids.database, items if first.count == len(ids) else ids.first(items))
        if not all_fit(items, ids, complete=first.is_complete):
            for problem in misfits(items, ids, complete=first.is_complete, before=len(problems)):
                if len(problems) < MOST_PROBLEMS:
                    problems.append(problem)
                else:
                    unlisted += 1
    problems += circle_problems(ids)
    if problems:
        raise NotReadableError(sorted_problems(located(problems, path), unlisted))
    return first.count


def batched(items: Iterator[NumberedRecord]) -> Iterator[list[NumberedRecord]]:
    """List several records at a time."""
    while some := list(itertools.islice(items, BATCH)):
        yield some


def all_fit(items: Sequence[NumberedRecord], ids: FileIds, *, complete: bool) -> bool:
    """Whether the references and passages of some records are right."""
    groups: dict[type[Any], list[Any]] = defaultdict(list)
    for _, record in items:
        groups[type(record)].append(record)
    for cls, group in groups.items():
        own = NUMBERS[cls]
        for types, targets_in in reference_columns(PartNode(cls=cls)):
            right = {NUMBERS[type_] for type_ in types} | ({NOT_THERE} if not complete else set())
            targets = set(targets_in(group)).difference((None, OPEN))
            if not right.issuperset(NOT_THERE if row is None else row[1] for row in ids.rows_of(targets)):
                return False
        for record in filter(GET_RESTATED, group) if issubclass(cls, EventRecord) else ():
            (fuller,) = ids.rows_of([record.restates])
            if fuller is not None and (fuller[1], fuller[2]) != (own, record.source):
                return False
    sources = {record.source for _, record in items if isinstance(record, EventRecord)}
    lengths = [Length(row[0], row[3]) for row in ids.rows_of(sources) if row is not None]
    return passages_lie_inside({**groups, Source: lengths})


@attrs.frozen
class Length:
    """A source of which only the length is known."""

    id: str
    """Its id."""
    length: int | None
    """How many characters its text has."""


def misfits(items: Iterable[NumberedRecord], ids: FileIds, *, complete: bool, before: int) -> Iterator[Problem]:
    """List what is wrong with the references and passages of some records."""
    for number, record in items:
        entry = Entry(path=f"line {number}", type=type(record), content=record)
        for reference in references(type(record), record):
            suggest = before * len(ids) < MOST_COMPARED
            for problem in reference_problems(entry, reference, ids, complete=complete, suggest=suggest):
                before += 1
                yield problem
        for problem in span_problems(entry, ids):
            before += 1
            yield problem


def add_steps(database: sqlite3.Connection, items: Iterable[NumberedRecord]) -> None:
    """Keep which records lead to which along the fields that may not lead back."""
    groups: dict[type[Any], list[Any]] = defaultdict(list)
    for _, record in items:
        groups[type(record)].append(record)
    for number, name in enumerate(ACYCLIC):
        rows = [(number, key, other) for key, others in steps(groups, name).items() for other in others]
        insert_all(database, "INSERT INTO steps VALUES (?, ?, ?)", rows)


def circle_problems(ids: FileIds) -> Iterator[Problem]:
    """List circles along each field: what remains when those that lead nowhere are taken away, again and again."""
    database = ids.database
    database.executescript(
        """CREATE INDEX from_one ON steps (field, one); CREATE INDEX to_other ON steps (field, other);
        CREATE TABLE ends (id TEXT PRIMARY KEY) WITHOUT ROWID; CREATE TABLE more (id TEXT PRIMARY KEY) WITHOUT ROWID;"""
    )
    for number, name in enumerate(ACYCLIC):
        database.execute("DELETE FROM ends")
        database.execute(
            """INSERT INTO ends SELECT DISTINCT other FROM steps s WHERE field = ? AND NOT EXISTS
            (SELECT 1 FROM steps t WHERE t.field = s.field AND t.one = s.other)""",
            [number],
        )
        while database.execute("SELECT 1 FROM ends LIMIT 1").fetchone():
            database.execute("DELETE FROM more")
            database.execute(
                """INSERT OR IGNORE INTO more SELECT one FROM ends CROSS JOIN steps
                ON field = ? AND other = ends.id""",
                [number],
            )
            database.execute("DELETE FROM steps WHERE field = ? AND other IN (SELECT id FROM ends)", [number])
            database.execute("DELETE FROM ends")
            database.execute(
                """INSERT INTO ends SELECT id FROM more WHERE NOT EXISTS
                (SELECT 1 FROM steps WHERE field = ? AND one = more.id)""",
                [number],
            )
        following: dict[str, list[str]] = defaultdict(list)
        query = """SELECT one, other FROM steps JOIN records ON records.id = one
            WHERE field = ? ORDER BY line, steps.rowid"""
        for one, other in database.execute(query, [number]):
            following[one].append(other)
        for circle in circles(following):
            found = shown(" -> ".join(circle))
            yield Problem(path=f"{ids[circle[0]].path}.{name}", expected="no way back to itself", found=found)


def located(problems: Iterable[Problem], path: str | Path) -> Iterator[Problem]:
    """Return problems with their locations, for which the lines that have any are read again."""
    waiting: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        waiting[int(problem.path.partition(".")[0].removeprefix("line "))].append(problem)
    lines = (text for batch in batches_of(pieces_of(path)) for text in batch.lines)
    for number, text in enumerate(lines, 1):
        if number in waiting:
            yield from in_place(waiting[number], read_line(text, str(path), number))


def in_place(problems: Iterable[Problem], line: Located) -> Iterator[Problem]:
    """Return the problems of one line with their locations."""
    return (placed_problem(problem, lambda path: line_place(path, line), {}) for problem in problems)
