"""The ids of a file in a database on disk, also of records that cannot be read, and where their lines stand."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.integrity import MOST_COMPARED, reference_problems, span_problems
from diplo_events.errors import Problem
from diplo_events.formats._jsonl_check import NUMBERS, FileIds
from diplo_events.formats._line_rows import LineRow
from diplo_events.model import Source
from diplo_events.schema import Record, references

__all__ = ["NearIds", "StoredIds", "misfits", "stored"]

INSERT: Final = "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?, ?)"


class StoredIds(FileIds):
    """The records of a file by their ids; of those that cannot be read, all that they hold is kept in memory."""

    def __init__(self, database: Any) -> None:  # noqa: ANN401  (a connection)
        super().__init__(database)
        self.unread: dict[str, Entry] = {}
        self.nameless: set[type[Record]] = set()

    def add_rows(self, rows: Sequence[LineRow], first: int) -> Iterator[tuple[int, Problem]]:
        """Add records in lines that follow each other, and list the numbers of those whose id is there already.

        Args:
            rows: The lines.
            first: The number of the first of them.
        """
        values = [
            (row.id, row.type, number, row.source, row.length, row.start, row.size)
            for number, row in enumerate(rows, first)
        ]
        added = self.database.executemany(INSERT, values).rowcount if values else 0
        self.size += added
        self.kept.clear()
        if added < len(values):
            for number, row in enumerate(rows, first):
                yield from self.doubled(str(row.id), number)

    def add_unread(self, number: int, row: LineRow, entry: Entry) -> Iterator[tuple[int, Problem]]:
        """Add a line with a record that cannot be read, and list its id if it is there already."""
        key = entry.id
        if key is None:
            self.nameless.add(entry.type)
            return
        source, length = entry.field("source"), entry.field("length")
        values = (
            stored(key),
            NUMBERS[entry.type],
            number,
            stored(source) if isinstance(source, str) else None,
            length if type(length) is int and entry.type is Source else None,
            row.start,
            row.size,
        )
        added = self.database.execute(INSERT, values).rowcount
        self.kept.clear()
        if added:
            self.size += 1
            self.unread[key] = entry
        yield from self.doubled(key, number)

    def doubled(self, key: str, number: int) -> Iterator[tuple[int, Problem]]:
        """List the problem of an id in a line, if another line has it too and comes first."""
        place = self[key].path
        if place != f"line {number}":
            found = f"{key!r} again, first at {place}"
            yield number, Problem(path=f"line {number}.id", expected="an id of its own", found=found)

    def __getitem__(self, key: str) -> Entry:
        return self.unread.get(key) or super().__getitem__(stored(key))

    def is_first(self, entry: Entry) -> bool:
        """Whether a record is the first with its id."""
        return entry.id is not None and self[entry.id].path == entry.path

    def spots_of(self, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return where lines begin, and their sizes, by their numbers."""
        wanted = list(numbers)
        if wanted:
            self.database.execute("CREATE INDEX by_line ON records (line)")
        query = "SELECT start, size FROM records WHERE line = ?"
        return {number: self.database.execute(query, [number]).fetchone() for number in wanted}


class NearIds(Mapping[str, Entry]):
    """The records of a file by their ids, and those with wrong ids by what these were meant to be."""

    def __init__(self, ids: StoredIds) -> None:
        self.ids = ids
        meant = ((entry.meant_id, entry) for entry in ids.unread.values())
        self.meant: dict[str, Entry] = {}
        for key, entry in meant:
            if key and key not in ids:
                self.meant[key] = entry

    def __getitem__(self, key: str) -> Entry:
        return self.meant.get(key) or self.ids[key]

    def __iter__(self) -> Iterator[str]:
        return itertools.chain(self.ids, self.meant)

    def __len__(self) -> int:
        return len(self.ids) + len(self.meant)


def stored(key: str) -> str:
    """Return a text as the database can hold it: halves of a pair of code units, which no id has, as escapes."""
    return key.encode("utf-8", "backslashreplace").decode()


def misfits(entry: Entry, ids: StoredIds, near: NearIds, *, complete: bool, before: int) -> Iterable[Problem]:
    """List what is wrong with the references and passages of a record, after so many problems of others."""
    problems: list[Problem] = []
    for reference in references(entry.type, entry.content):
        suggest = (before + len(problems)) * len(ids) < MOST_COMPARED
        is_sure = complete and ids.nameless.isdisjoint(reference.types)
        problems.extend(reference_problems(entry, reference, near, complete=is_sure, suggest=suggest))
    problems.extend(span_problems(entry, ids))
    return problems
