"""JSON Lines of any length as a stream: the records one by one, in memory that does not grow with the file."""

import contextlib
import hashlib
import json
import re
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar, cast

from diplo_events._internal.dataset.asking import Certainty
from diplo_events.dataset import Header
from diplo_events.dates import EventDate
from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._document import (
    header_problems,
    placed_problem,
    reading_order,
    structured,
    version_problems,
)
from diplo_events.formats._jsonl_lines import (
    CLOSING_TYPE,
    HEADER_TYPE,
    MAX_LINE,
    closing_problems,
    in_line,
    is_of_first_line,
    is_true_of,
    kind_problem,
    read_line,
    truth_of,
)
from diplo_events.formats._jsonl_selection import Selection
from diplo_events.formats._newer import PlainRecord, is_newer
from diplo_events.formats._packed import pieces_of
from diplo_events.formats._positions import Located
from diplo_events.formats._record_lines import record_reader
from diplo_events.formats._unfit import Unfit
from diplo_events.model import EventRecord
from diplo_events.schema import FORMAT_VERSION, RECORD_TYPES, Record

__all__ = ["MOST_PROBLEMS", "NumberedRecord", "Pass", "iter_records", "line_place", "read_header", "sorted_problems"]

R = TypeVar("R", bound=Record | EventRecord)

MOST_PROBLEMS: Final = 10_000
"""How many problems of one file are listed; the rest of them are counted."""

NEWLINE: Final = b"\n"


class NumberedRecord(NamedTuple):
    """A record, and where it comes from."""

    number: int
    """The number of its line, from 1."""
    record: Record
    """The record."""


class Batch(NamedTuple):
    """Some lines that follow each other, without their ends."""

    lines: list[bytes]
    """The lines. Of one that is too long, only the beginning is kept."""
    excess: int
    """How many bytes of the first of them were not kept."""


def batches_of(pieces: Iterator[bytes]) -> Generator[Batch]:
    """List the lines of a file in batches."""
    rest: list[bytes] = []
    size = excess = 0
    for piece in pieces:
        first, *lines = piece.split(NEWLINE)
        if size > MAX_LINE:
            excess += len(first)
        else:
            rest.append(first)
            size += len(first)
        if lines:
            last = lines.pop()
            yield Batch([b"".join(rest), *lines], excess)
            rest, size, excess = [last], len(last), 0
    if size:
        yield Batch([b"".join(rest)], excess)


class Pass:
    """One reading of a file from its first line to its last, with what it finds.

    Args:
        path: The file.
        selection: What of it is wanted; lines that can hold nothing of that are counted and not read.
    """

    def __init__(self, path: str | Path, selection: Selection) -> None:
        self.path = path
        self.file = str(path)
        self.selection = selection
        self.read = record_reader()
        self.header: Any = None
        self.count = 0
        self.problems: list[Problem] = []
        self.unlisted = 0
        self.closing: tuple[int, Located] | None = None
        self.hash: Any = hashlib.sha256()
        self.is_hashed = True

    def records(self) -> Iterator[NumberedRecord]:
        """List the records that are wanted, until the first problem; then read on, to find the others.

        Raises:
            NotReadableError: there are problems; all of them are listed.
            OSError: the file cannot be read.
        """
        number, goes_on = 0, False
        tests = self.selection.of_lines
        may_hold = (tests[0] if len(tests) == 1 else self.selection.may_hold) if tests else None
        wants = self.selection.wants if self.selection.of_records else None
        for lines, excess in batches_of(pieces_of(self.path)):
            self.is_hashed = self.is_hashed and not excess
            for index, text in enumerate(lines):
                number += 1
                if self.has_ended():
                    self.note(number, "the end of the file", "more", "the closing line is the last")
                    goes_on = True
                    break
                if may_hold and number > 1 and not may_hold(text):
                    self.count += 1
                    continue
                record = self.record_in(number, text, excess if index == 0 else 0)
                if self.has_ended():
                    self.hash.update(NEWLINE.join([*lines[:index], b""]))
                elif record is not None and not self.problems and (wants is None or wants(record)):
                    yield NumberedRecord(number, record)
            if goes_on:
                break
            if not self.has_ended():
                self.hash.update(NEWLINE.join([*lines, b""]))
        self.finish()

    def has_ended(self) -> bool:
        """Whether the closing line has been read."""
        return self.closing is not None

    def note(self, number: int, expected: str, found: str, hint: str) -> None:
        """Add a problem of a line as a whole."""
        where = Location(self.file, number, 1)
        self.add([Problem(expected=expected, found=found, hint=hint, location=where)])

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems to those that are listed, as long as they are not too many."""
        for problem in problems:
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(problem)
            else:
                self.unlisted += 1

    def record_in(self, number: int, text: bytes, excess: int) -> Record | None:
        """Return the record in a line; `None` if there is none, or one that cannot be read."""
        if not excess and number > 1:
            with contextlib.suppress(Unfit):
                record = self.read(text)
                self.count += 1
                return record
        try:
            located = read_line(text, self.file, number, excess=excess)
        except NotReadableError as error:
            self.add(in_line(problem, number) for problem in error.problems)
            return None
        self.add(in_line(problem, number) for problem in located.problems)
        return self.explained(number, located)

    def explained(self, number: int, located: Located) -> Record | None:
        """Return the record of a line that could not be read fast, or note what is wrong with the line."""
        prefix = f"line {number}"
        content = located.data
        kind = content.pop("type", None) if isinstance(content, dict) else None
        if kind == HEADER_TYPE and number == 1:
            self.header = content
            self.add(self.placed(header_line_problems(content, prefix), located))
        elif kind == CLOSING_TYPE:
            self.closing = number, located
        elif isinstance(kind, str) and kind in RECORD_TYPES:
            self.count += 1
            record, problems = structured(PlainRecord((prefix,), RECORD_TYPES[kind], content))
            self.add(self.placed(problems, located))
            return record
        else:
            self.add(self.placed([kind_problem(kind, content, prefix)], located))
        return None

    def placed(self, problems: Iterable[Problem], located: Located) -> Iterator[Problem]:
        """Return the problems of one line with their locations."""
        return (placed_problem(problem, lambda path: line_place(path, located), located.hints) for problem in problems)

    def finish(self) -> None:
        """Compare the closing line with the others, and raise what was found.

        Raises:
            NotReadableError: there are problems; all of them are listed.
        """
        self.expect_header()
        if self.closing:
            number, located = self.closing
            content: dict[str, Any] = located.data
            truth = truth_of(self.count, self.hash.hexdigest())
            if not self.is_hashed:
                truth["sha256"] = content.get("sha256")
            if not is_true_of(content, truth):
                self.add(self.placed(closing_problems(number, content, truth), located))
        elif isinstance(self.header, dict) and self.header.get("closed", False) is True:
            hint = 'the file is cut off; get it again, or take "closed" out of the header'
            self.note(1, "a closing line, as the header promises", "none", hint)
        self.raise_problems()

    def expect_header(self) -> None:
        """Note that there is no header line, unless something is wrong with the first line already."""
        if self.header is None and not any(is_of_first_line(problem) for problem in self.problems):
            begin = json.dumps({"type": HEADER_TYPE, "format_version": FORMAT_VERSION})
            self.note(1, "a header line", "none", f"begin with {begin}")

    def raise_problems(self) -> None:
        """Raise what was found.

        Raises:
            NotReadableError: there are problems; all of them are listed.
        """
        if self.problems:
            raise NotReadableError(sorted_problems(self.problems, self.unlisted))

    @property
    def is_complete(self) -> bool:
        """Whether the header says that the records may refer only to each other."""
        return not isinstance(self.header, dict) or self.header.get("complete", True) is True


def sorted_problems(problems: Iterable[Problem], unlisted: int) -> list[Problem]:
    """Return problems as a reader of the file meets them, and how many more there are."""
    listed = sorted(dict.fromkeys(problems), key=reading_order)
    if unlisted:
        hint = "only the first of them are listed"
        listed.append(Problem(expected="a file without problems", found=f"{unlisted:,} more of them", hint=hint))
    return listed


def line_place(path: str, located: Located) -> Location | None:
    """Return the location of a path that begins with the number of its line."""
    match = re.match(r"line [0-9]+\.?", path)
    return located.nearest(path[match.end() :]) if match else None


def header_line_problems(content: dict[str, Any], prefix: str) -> Iterator[Problem]:
    """List what is wrong with a header line."""
    found = version_problems(content, (prefix,))
    yield from found
    if not found and is_newer(content["format_version"]):
        expected = f"format {FORMAT_VERSION}, which streams read"
        hint = "read the file as a whole: diplo_events.read"
        where = f"{prefix}.format_version"
        yield Problem(path=where, expected=expected, found=shown(content["format_version"]), hint=hint)
    promised = content.get("closed", False)
    if type(promised) is not bool:
        yield Problem(path=f"{prefix}.closed", expected="true or false", found=shown(promised))
    yield from header_problems({name: value for name, value in content.items() if name != "closed"}, (prefix,))


def read_header(path: str | Path) -> Header:
    """Return the header of a file, which may be packed; nothing else of it is read.

    Raises:
        NotReadableError: the first line is not a header; all problems with it are listed.
        OSError: the file cannot be read.
        MissingExtraError: it is packed by Zstandard, and the extra `zstd` is missing.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats import jsonl
        >>> diplo_events.write(diplo_events.Dataset(title="Nothing yet"), "nothing.jsonl")
        >>> jsonl.read_header("nothing.jsonl").title
        'Nothing yet'
    """
    reading = Pass(path, Selection())
    with contextlib.closing(batches_of(pieces_of(path))) as batches:
        for (text, *_), excess in batches:
            reading.record_in(1, text, excess)
            break
    reading.expect_header()
    reading.raise_problems()
    header: dict[str, Any] = reading.header
    return Header(**{name: value for name, value in header.items() if name != "closed"})


def iter_records(
    path: str | Path,
    *,
    types: Iterable[type[R]] = (),
    sources: Iterable[str] = (),
    actors: Iterable[str] = (),
    period: EventDate | None = None,
    certainty: Certainty = "certainly",
) -> Iterator[R]:
    """List the records of a file one by one, in memory that does not grow with the file.

    A name that ends in `.gz` or `.zst` is a packed file. What is asked for is compared with the bytes of a line before
    the line is read: a line that cannot hold such a record is counted and skipped, whatever else is in it. All other
    lines are checked as `load` checks them, and the closing line with its hash. At the first problem the file is read
    to its end without returning more records, and one error lists all of its problems. What only several lines show is
    not checked here: see `check`.

    Args:
        path: The file.
        types: The types of records; all by default. `EventRecord` is all types of event records.
        sources: Only event records that these sources report, by their ids.
        actors: Only event records that refer to one of these actors in any field, by their ids.
        period: Only event records whose date lies within this one, as `EventDate.within` answers it.
        certainty: `possibly` also returns those of which the answer is open: without a date, or with a vague one.

    Raises:
        NotReadableError: some lines are wrong, or the file is cut off; all problems are listed. A newer minor version
            of the format is refused too, because what to set aside of it shows only the whole file.
        ArgumentError: an argument cannot be used.
        OSError: the file cannot be read.
        MissingExtraError: it is packed by Zstandard, and the extra `zstd` is missing.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import EventDate, Statement
        >>> from diplo_events.formats import jsonl
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> sum(1 for _ in jsonl.iter_records("articles.jsonl"))
        422
        >>> september = EventDate.parse("2025-09")
        >>> records = jsonl.iter_records("articles.jsonl", types=[Statement], actors=["zakharova"], period=september)
        >>> next(records).id
        'zerohedge-guarantees/s04'
    """
    selection = Selection(types=types, sources=sources, actors=actors, period=period, certainty=certainty)
    return (cast("R", item.record) for item in Pass(path, selection).records())
