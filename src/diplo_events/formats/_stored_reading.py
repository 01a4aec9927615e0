"""A file of JSON Lines, read with the problems of `jsonl.load`, but for its records, which stay where they are."""

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.fitting import ACYCLIC, acyclic_fields, ids_in
from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._document import (
    header_problems,
    is_complete,
    misspelt_types,
    placed_problem,
    reading_order,
    structured,
    version_problems,
)
from diplo_events.formats._jsonl_check import circle_problems, insert_all, transaction
from diplo_events.formats._jsonl_lines import (
    CLOSING_TYPE,
    HEADER_TYPE,
    closing_problems,
    in_line,
    is_of_first_line,
    kind_problem,
    read_line,
    truth_of,
)
from diplo_events.formats._jsonl_streams import line_place
from diplo_events.formats._line_rows import Comparison, LineRow, Step, line_at, record_in, row_of, unfitting_in
from diplo_events.formats._newer import PlainRecord, is_newer
from diplo_events.formats._positions import Located
from diplo_events.formats._range_needs import Needs, add_needs, lacking, read_lines_of
from diplo_events.formats._stored_ids import NearIds, StoredIds, misfits, stored
from diplo_events.formats.files import open_file
from diplo_events.formats.line_ranges import LineRange
from diplo_events.schema import FORMAT_VERSION, RECORD_TYPES

__all__ = ["Mapped", "Newer", "StoredReading"]

INSERT_STEP: Final = "INSERT INTO steps VALUES (?, ?, ?)"

BLOCK: Final = 1 << 20
"""How many bytes are hashed at a time."""

Mapped = Callable[[Callable[..., Any], Iterable[tuple[Any, ...]]], Iterable[Any]]
"""Calls a function with each of several lots of arguments, here or in other processes, and lists what it returns."""


class Newer(Exception):  # noqa: N818  (no error: the file is to be read as a whole)
    """The file has a newer version of the format: what is to be set aside shows only the whole."""


@attrs.define
class Problems:
    """What is wrong with a file, in the order in which `jsonl.load` finds it."""

    lines: list[Problem] = attrs.Factory(list[Problem])
    """With lines as such."""
    ends: list[Problem] = attrs.Factory(list[Problem])
    """With the promise of a closing line, and with this."""
    header: list[Problem] = attrs.Factory(list[Problem])
    """With the header."""
    values: list[Problem] = attrs.Factory(list[Problem])
    """With the fields of records."""
    between: list[Problem] = attrs.Factory(list[Problem])
    """With what records have to do with each other."""

    def sorted(self) -> list[Problem]:
        """Return all of them as a reader of the file meets them."""
        found = dict.fromkeys((*self.lines, *self.ends, *self.header, *self.values, *self.between))
        return sorted(found, key=reading_order)


class StoredReading:
    """One reading of a file whose ids are kept in a database.

    Args:
        pieces: The ranges of the file, in order.
        ids: Where its ids are kept.
        database: The file of this database.
        mapped: What calls functions with each range.
        progress: What is called whenever a range has been read; each is read twice.
    """

    def __init__(
        self,
        pieces: list[LineRange],
        ids: StoredIds,
        *,
        database: str,
        mapped: Mapped,
        progress: Callable[[], object],
    ) -> None:
        self.pieces = pieces
        self.file = pieces[0].path
        self.ids = ids
        self.database = database
        self.mapped = mapped
        self.progress = progress
        self.problems = Problems()
        self.header: Any = None
        self.first_line: Located | None = None
        self.closing: tuple[int, int, Located] | None = None
        self.number = 0
        self.count = 0
        self.starts: list[int] = []
        self.spots: dict[int, tuple[int, int]] = {}
        self.explained: list[tuple[int, Entry]] = []
        self.is_known = True
        """Whether it is known what the records of all ranges need, and where they lead."""

    def read(self) -> dict[str, Any]:
        """Read the file, and return its header as plain data.

        Raises:
            NotReadableError: something is wrong with it; all problems are listed.
            Newer: it has a newer version of the format.
            OSError: it cannot be read.
        """
        with transaction(self.ids.database):
            for read in self.mapped(read_lines_of, ((piece,) for piece in self.pieces)):
                self.take_needs(read.needs)
                if not self.take(read.rows):
                    self.is_known = False
                    break
                self.progress()
        header = self.finish()
        self.compare(complete=is_complete(header))
        if problems := self.problems.sorted():
            raise NotReadableError(problems)
        return header

    def take_needs(self, needs: Needs | None) -> None:
        """Add what the records of a range need of those of others."""
        number = len(self.starts)
        if needs is None:
            self.is_known = False
        else:
            add_needs(self.ids.database, number, needs)
            self.ids.database.executemany(INSERT_STEP, needs.steps)

    def take(self, rows: list[LineRow]) -> bool:
        """Add the lines of a range, and return whether the file goes on."""
        self.starts.append(self.number)
        done = 0
        for at in [*(at for at, row in enumerate(rows) if row.id is None), len(rows)]:
            if self.closing and done < len(rows):
                self.note(self.number + 1, "the end of the file", "more", "the closing line is the last")
                return False
            self.add(rows[done:at])
            if at < len(rows):
                self.number += 1
                self.explain(self.number, rows[at])
            done = at + 1
        return True

    def add(self, rows: list[LineRow]) -> None:
        """Add the ids of several records that follow each other."""
        first = self.number + 1
        self.number += len(rows)
        self.count += len(rows)
        self.note_doubled(self.ids.add_rows(rows, first), rows, first)

    def note_doubled(self, found: Iterator[tuple[int, Problem]], rows: Sequence[LineRow], first: int) -> None:
        """Keep the problems of ids that are there twice, and where their lines are.

        Args:
            found: The problems, each with the number of its line.
            rows: Lines that follow each other, these among them.
            first: The number of the first of the lines.
        """
        for number, problem in found:
            row = rows[number - first]
            self.spots[number] = row.start, row.size
            self.problems.between.append(problem)

    def note(self, number: int, expected: str, found: str, hint: str) -> None:
        """Add a problem of a line as a whole."""
        where = Location(self.file, number, 1)
        self.problems.lines.append(Problem(expected=expected, found=found, hint=hint, location=where))

    def explain(self, number: int, row: LineRow) -> None:
        """Add a line that could not be read fast, or list what is wrong with it."""
        text = line_at(self.file, row.start, row.size)
        lines = self.problems.lines
        try:
            located = read_line(text, self.file, number, excess=row.size - len(text))
        except NotReadableError as error:
            lines.extend(in_line(problem, number) for problem in error.problems)
            return
        lines.extend(in_line(problem, number) for problem in located.problems)
        prefix = f"line {number}"
        content = located.data
        kind = content.pop("type", None) if isinstance(content, dict) else None
        if kind == HEADER_TYPE and number == 1:
            self.header, self.first_line = content, located
            if not version_problems(content, ()) and is_newer(content["format_version"]):
                raise Newer
        elif kind == CLOSING_TYPE:
            self.closing = row.start, number, located
        elif isinstance(kind, str) and kind in RECORD_TYPES:
            self.explain_record(number, row, PlainRecord((prefix,), RECORD_TYPES[kind], content), located)
        else:
            lines.extend(placed([kind_problem(kind, content, prefix)], located))

    def explain_record(self, number: int, row: LineRow, item: PlainRecord, located: Located) -> None:
        """Add a line with a record that may be wrong in itself."""
        self.count += 1
        record, problems = structured(item)
        self.problems.values.extend(placed(problems, located))
        entry = Entry(path=f"line {number}", type=item.type, content=record or item.content)
        self.explained.append((number, entry))
        self.spots[number] = row.start, row.size
        if record is None:
            self.note_doubled(self.ids.add_unread(number, row, entry), [row], number)
        else:
            self.note_doubled(self.ids.add_rows([row_of(row.start, row.size, record)], number), [row], number)

    def finish(self) -> dict[str, Any]:
        """Compare the first line and the last with the others, and return the header."""
        header: dict[str, Any] = self.header
        if self.header is None:
            if not any(map(is_of_first_line, self.problems.lines)):
                begin = json.dumps({"type": HEADER_TYPE, "format_version": FORMAT_VERSION})
                self.note(1, "a header line", "none", f"begin with {begin}")
            header = {"format_version": FORMAT_VERSION, "complete": False}  # to go on to the records
        promised = header.pop("closed", False)
        ends: list[Problem] = []
        if type(promised) is not bool:
            ends.append(Problem(path="line 1.closed", expected="true or false", found=shown(promised)))
        self.problems.ends.extend(self.placed_in_first(ends))
        if self.closing:
            start, number, located = self.closing
            truth = truth_of(self.count, hash_of(self.file, start))
            self.problems.ends.extend(placed(closing_problems(number, located.data, truth), located))
        elif promised is True:
            hint = 'the file is cut off; get it again, or take "closed" out of the header'
            where = Location(self.file, 1, 1)
            expected = "a closing line, as the header promises"
            self.problems.ends.append(Problem(expected=expected, found="none", hint=hint, location=where))
        found = [*version_problems(header, ("line 1",)), *header_problems(header, ("line 1",))]
        self.problems.header.extend(self.placed_in_first(found))
        self.ids.nameless.update(misspelt_types(header))
        return header

    def placed_in_first(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Return problems of the header with their locations."""
        return placed(problems, self.first_line) if self.first_line else iter(problems)

    def compare(self, *, complete: bool) -> None:
        """Find out whether the records fit together, or list how they do not."""
        ids, found = self.ids, self.problems.between
        near = NearIds(ids)
        comparison = Comparison(database=self.database, complete=complete, unique=self.count == len(ids))
        is_known = self.is_known and comparison.unique
        if not is_known:
            ids.database.execute("DELETE FROM steps")
        again = sorted(lacking(ids.database, complete=complete)) if is_known else range(len(self.starts))
        for _ in range(len(self.starts) - len(again)):
            self.progress()

        def add_misfits(entry: Entry) -> None:
            found.extend(misfits(entry, ids, near, complete=complete, before=len(found)))

        explained = deque(self.explained)
        end = self.closing[0] if self.closing else None
        results = self.mapped(unfitting_in, ((up_to(self.pieces[place], end), comparison) for place in again))
        for first, result in zip(map(self.starts.__getitem__, again), results, strict=True):
            if not is_known:
                insert_all(ids.database, INSERT_STEP, result.steps)
            for at, start, size in result.places:
                number = first + at + 1
                while explained and explained[0][0] < number:
                    add_misfits(explained.popleft()[1])
                self.spots[number] = start, size
                record = record_in(line_at(self.file, start, size), self.file, number)
                add_misfits(Entry(path=f"line {number}", type=type(record), content=record))
            self.progress()
        for _, entry in explained:
            add_misfits(entry)
        steps = (step for _, entry in self.explained if ids.is_first(entry) for step in steps_from(entry))
        insert_all(ids.database, INSERT_STEP, steps)
        found += circle_problems(ids)
        self.problems.between = self.placed_between(found)

    def placed_between(self, problems: list[Problem]) -> list[Problem]:
        """Return problems with their locations, for which the lines that have any are read again."""
        waiting: dict[int, list[int]] = defaultdict(list)
        for place, problem in enumerate(problems):
            waiting[int(problem.path.partition(".")[0].removeprefix("line "))].append(place)
        spots = self.spots | self.ids.spots_of(waiting.keys() - self.spots.keys())
        result = list(problems)
        for number, places in waiting.items():
            located = read_line(line_at(self.file, *spots[number]), self.file, number)
            for place, problem in zip(places, placed([problems[p] for p in places], located), strict=True):
                result[place] = problem
        return result


def placed(problems: Iterable[Problem], located: Located) -> Iterator[Problem]:
    """Return the problems of one line with their locations."""
    return (placed_problem(problem, lambda path: line_place(path, located), {}) for problem in problems)


def up_to(piece: LineRange, end: int | None) -> LineRange:
    """Return what of a range stands before a place."""
    return piece if end is None else attrs.evolve(piece, end=min(piece.end or 0, end))


def steps_from(entry: Entry) -> Iterator[Step]:
    """List where the fields of a record lead that may not lead back, also if it cannot be read."""
    key = entry.id
    cls: type[attrs.AttrsInstance] = entry.type
    for number, name in enumerate(ACYCLIC):
        if key is not None and name in acyclic_fields(cls):
            yield from ((number, stored(key), stored(other)) for other in ids_in(entry.field(name)))


def hash_of(file: str, end: int) -> str:
    """Return the hash of the first bytes of a file."""
    state = hashlib.sha256()
    with open_file(file) as stream:
        while end > 0 and (data := stream.read(min(BLOCK, end))):
            state.update(data)
            end -= len(data)
    return state.hexdigest()
