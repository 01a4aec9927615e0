"""The lines of a file as rows, ids and places alone, for a range of bytes at a time; in this process or in several."""

import contextlib
import errno
import itertools
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from diplo_events._internal.dataset.fitting import ACYCLIC, by_type, steps
from diplo_events.errors import NotReadableError
from diplo_events.formats._document import structured
from diplo_events.formats._jsonl_check import NUMBERS, FileIds, all_fit, database_at
from diplo_events.formats._jsonl_lines import MAX_LINE, read_line
from diplo_events.formats._jsonl_streams import NumberedRecord
from diplo_events.formats._newer import PlainRecord
from diplo_events.formats._record_lines import record_reader
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.files import open_file
from diplo_events.formats.line_ranges import LineRange
from diplo_events.schema import RECORD_TYPES, Record

__all__ = [
    "Comparison",
    "Line",
    "LineRow",
    "LineRows",
    "Step",
    "Unfitting",
    "changed",
    "line_at",
    "lines_in",
    "record_in",
    "row_of",
    "rows_in",
    "steps_of",
    "unfitting_in",
]

BATCH: Final = 2_000
"""How many records are compared at a time."""


class Line(NamedTuple):
    """A line of a file."""

    start: int
    """How many bytes stand before it."""
    size: int
    """How many bytes it has, without its end."""
    text: bytes
    """The line without its end; of one that is too long, only the beginning."""


class LineRow(NamedTuple):
    """What is kept of a line that is a record, or of one that has to be explained."""

    start: int
    """How many bytes stand before the line."""
    size: int
    """How many bytes it has, without its end."""
    id: str | None = None
    """The id of the record; `None` for a line that has to be explained."""
    type: int = 0
    """The type of the record, by its number."""
    source: str | None = None
    """The id of its source, if it is an event record."""
    length: int | None = None
    """Its length, if it is a source."""


class LineRows(list[LineRow]):
    """The rows of a range; another process gets them as a few long values, which takes a fraction of the time."""

    def __reduce__(self) -> tuple[Any, ...]:
        starts, sizes, ids, types, sources, lengths = zip(*self, strict=True) if self else ((),) * 6
        return unpacked, (
            array("q", starts),
            array("q", sizes),
            "\n".join(key or "" for key in ids),  # no id is empty, or has two lines
            bytes(types),
            "\n".join(key or "" for key in sources),
            {place: length for place, length in enumerate(lengths) if length is not None},
        )


def unpacked(
    starts: Sequence[int], sizes: Sequence[int], ids: str, types: bytes, sources: str, lengths: Mapping[int, int]
) -> LineRows:
    """Return rows of their columns."""
    keys = ([key or None for key in text.split("\n")] for text in (ids, sources))
    columns = (starts, sizes, next(keys), types, next(keys), map(lengths.get, itertools.count()))
    return LineRows(map(LineRow._make, zip(*columns, strict=False)))


Step: TypeAlias = tuple[int, str, str]
"""The number of a field that may not lead back, and the two records that it joins."""


@attrs.frozen
class Unfitting:
    """What is to be looked at in the records of a range."""

    places: tuple[tuple[int, int, int], ...]
    """Lines that may not fit, each as its number within the range, from 0, its start and its size."""
    steps: tuple[Step, ...]
    """Where the fields lead that may not lead back."""


def lines_in(piece: LineRange) -> Iterator[Line]:
    """List the lines that begin in a range."""
    with open_file(piece.path) as stream:
        start = piece.start
        if start:  # to the end of the line that began before
            stream.seek(start - 1)
            part = stream.readline(MAX_LINE)
            while part and not part.endswith(b"\n"):
                start += len(part)
                part = stream.readline(MAX_LINE)
            start += len(part) - 1
        end = start if piece.end is None else piece.end
        while start < end and (text := stream.readline(MAX_LINE + 2)):
            size, part = len(text), text
            while not part.endswith(b"\n") and (part := stream.readline(MAX_LINE)):
                size += len(part)
            has_end = part.endswith(b"\n")
            yield Line(start, size - has_end, text.removesuffix(b"\n"))
            start += size


def row_of(start: int, size: int, record: Any) -> LineRow:  # noqa: ANN401  (of any type)
    """Return what is kept of a record."""
    source, length = getattr(record, "source", None), getattr(record, "length", None)
    return LineRow(start, size, record.id, NUMBERS[type(record)], source, length)


def rows_in(piece: LineRange) -> LineRows:
    """List what is kept of the lines of a range. The first line of a file, and what cannot be read, is to explain."""
    read = record_reader()
    rows = LineRows()
    for start, size, text in lines_in(piece):
        row = LineRow(start, size)
        if start and size <= MAX_LINE:
            with contextlib.suppress(Unfit):
                row = row_of(start, size, read(text))
        rows.append(row)
    return rows


@attrs.frozen
class Comparison:
    """With what the records of a range are compared."""

    database: str
    """The file with the ids of all."""
    complete: bool
    """Whether they may refer only to each other."""
    unique: bool
    """Whether no id is there twice."""


def unfitting_in(piece: LineRange, comparison: Comparison) -> Unfitting:
    """List the records of a range that may not fit; those that need an explanation are passed over."""
    read = record_reader()
    places: list[tuple[int, int, int]] = []
    leading: list[Step] = []
    with contextlib.closing(database_at(comparison.database)) as database:
        ids = FileIds(database)
        numbered = records_in(enumerate(lines_in(piece)), read)
        while some := list(itertools.islice(numbered, BATCH)):
            items = [NumberedRecord(line.start, record) for _, line, record in some]
            if not all_fit(items, ids, complete=comparison.complete):
                alone = (([item], *entry) for item, entry in zip(items, some, strict=True))
                places += [
                    (number, line.start, line.size)
                    for item, number, line, _ in alone
                    if not all_fit(item, ids, complete=comparison.complete)
                ]
            firsts = [r for _, line, r in some if comparison.unique or ids.start_of(r.id) == line.start]
            leading += steps_of(by_type(firsts))
    return Unfitting(tuple(places), tuple(leading))


def records_in(lines: Iterable[tuple[int, Line]], read: Any) -> Iterator[tuple[int, Line, Record]]:  # noqa: ANN401  (a reader)
    """List the lines that are records, with these."""
    for number, line in lines:
        if line.start and line.size <= MAX_LINE:
            with contextlib.suppress(Unfit):
                yield number, line, read(line.text)


def steps_of(groups: Mapping[type[Any], Sequence[Any]]) -> Iterator[Step]:
    """List where the fields of some records, by their exact types, lead that may not lead back."""
    for number, name in enumerate(ACYCLIC):
        yield from ((number, key, other) for key, others in steps(groups, name).items() for other in others)


def line_at(file: str, start: int, size: int) -> bytes:
    """Return a line of a file; of one that is too long, only the beginning."""
    with open_file(file) as stream:
        stream.seek(start)
        return stream.read(min(size, MAX_LINE + 2))


def record_in(text: bytes, file: str, number: int) -> Record:
    """Return the record in a line, which was read before.

    Raises:
        OSError: there is none any more.
    """
    with contextlib.suppress(Unfit):
        return record_reader()(text)
    with contextlib.suppress(NotReadableError):
        content = read_line(text, file, number).data
        kind = content.pop("type", None) if isinstance(content, dict) else None
        cls = RECORD_TYPES.get(kind) if isinstance(kind, str) else None
        record = structured(PlainRecord((), cls, content))[0] if cls is not None else None
        if record is not None:
            return record
    raise changed(file)


def changed(file: str) -> OSError:
    """Return the error that a file was changed while it was read."""
    return OSError(errno.EBUSY, "somebody changed the file while it was read", file)
