"""JSON Lines in pieces that can be read apart from each other, on several processors or machines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats._document import structured
from diplo_events.formats._jsonl_lines import CLOSING_TYPE, HEADER_TYPE, MAX_LINE, kind_problem, read_line
from diplo_events.formats._jsonl_selection import Selection
from diplo_events.formats._jsonl_streams import batches_of
from diplo_events.formats._newer import PlainRecord
from diplo_events.formats._packed import pieces_of
from diplo_events.formats._record_lines import record_line, record_reader
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.files import open_file
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["LineRange", "RangedLine", "Selection", "line_ranges", "read_range", "record_line"]

SUFFIXES: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""How the names of files end that are read from a folder."""

RANGE: Final = 32 * 1024 * 1024
"""How many bytes a range has by default."""


@attrs.frozen
class LineRange:
    """The lines that begin in some bytes of a file."""

    path: str
    """The file."""
    start: int = 0
    """The first byte."""
    end: int | None = None
    """The byte behind the last; `None` for a packed file, which is one range."""


class RangedLine(NamedTuple):
    """A line that should be a record: the record, or what is wrong with the line."""

    record: Record | None
    """The record."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the line, if it is not one. The location has no line: nobody has counted the lines before."""


def line_ranges(path: str | Path, *, size: int = RANGE) -> list[LineRange]:
    """Divide a file, or all files of a folder, into ranges of about one size. A packed file is one range.

    In a folder, files whose names begin with `_` or `.` do not count: they are not finished.

    Raises:
        OSError: the file is not there or cannot be read.
    """
    place = Path(path)
    if not place.is_dir():
        return [*ranges_of(place, size)]
    files = (file for file in sorted(place.rglob("*.jsonl*")) if file.name.endswith(SUFFIXES))
    return [piece for file in files if not file.name.startswith(("_", ".")) for piece in ranges_of(file, size)]


def ranges_of(path: Path, size: int) -> Iterator[LineRange]:
    """Divide a file into ranges."""
    if path.suffix.lower() in {".gz", ".zst"}:
        yield LineRange(str(path))
        return
    with open_file(path) as stream:
        length = stream.seek(0, 2)
    for start in range(0, length, size):
        yield LineRange(str(path), start, min(start + size, length))


def read_range(piece: LineRange, selection: Selection | None = None) -> Iterator[RangedLine]:
    """List the records of a range, in order, and the lines that are none.

    The header and the closing line are passed over: whether the file is whole says `jsonl.check`.

    Args:
        piece: The range.
        selection: Which records are wanted; lines that can hold none of them are passed over unread.

    Raises:
        OSError: the file cannot be read.
        NotReadableError: a packed file is broken.
        MissingExtraError: it is packed by Zstandard, and the extra `zstd` is missing.

    Examples:
        >>> import diplo_events
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> pieces = line_ranges("articles.jsonl", size=100_000)
        >>> len(pieces) > 1, sum(1 for piece in pieces for _ in read_range(piece))
        (True, 422)
    """
    read, asked = record_reader(), selection or Selection(period=None, types=(), sources=(), actors=())
    for text in texts_of(piece):
        if not asked.may_hold(text):
            continue
        try:
            record = read(text)
        except Unfit:
            line = explained(piece.path, text)
            if line is not None and (line.record is None or asked.wants(line.record)):
                yield line
        else:
            if asked.wants(record):
                yield RangedLine(record)


def texts_of(piece: LineRange) -> Iterator[bytes]:
    """List the lines of a range without their ends; of one that is too long, only the beginning is kept."""
    if piece.end is None:
        for batch in batches_of(pieces_of(piece.path)):
            yield from batch.lines
        return
    with open_file(piece.path) as stream:
        place = max(piece.start - 1, 0)
        stream.seek(place)
        if piece.start:  # to the end of the line that began before
            while (part := stream.readline(MAX_LINE)) and not part.endswith(b"\n"):
                place += len(part)
            place += len(part)
        while place < piece.end and (text := stream.readline(MAX_LINE + 2)):
            place += len(text)
            yield text.removesuffix(b"\n")
            while not text.endswith(b"\n") and (text := stream.readline(MAX_LINE)):
                place += len(text)


def explained(file: str, text: bytes) -> RangedLine | None:
    """Return the record of a line that could not be read fast, or what is wrong with it; `None` if it is not one."""
    where = Location(file)
    try:
        located = read_line(text, file, 1)
    except NotReadableError as error:
        return RangedLine(None, tuple(attrs.evolve(problem, location=where) for problem in error.problems))
    content = located.data
    kind = content.pop("type", None) if isinstance(content, dict) else None
    if kind in {HEADER_TYPE, CLOSING_TYPE} and not located.problems:
        return None
    record: Record | None = None
    if isinstance(kind, str) and kind in RECORD_TYPES:
        record, problems = structured(PlainRecord((), RECORD_TYPES[kind], content))
    else:
        problems = [kind_problem(kind, content, "line")]
    found = (*located.problems, *problems)
    return RangedLine(None if found else record, tuple(attrs.evolve(problem, location=where) for problem in found))


def selection_of(types: tuple[type[Record], ...], options: dict[str, str]) -> Selection:
    """Return the selection that texts describe: `source`, `actor`, `period`, ids by commas."""
    period = options.get("period")
    return Selection(
        types=types,
        sources=ids_in(options.get("source")),
        actors=ids_in(options.get("actor")),
        period=EventDate.parse(period) if period else None,
    )


def ids_in(text: str | None) -> tuple[str, ...]:
    """Return the ids in a text, with commas between them."""
    return tuple(part.strip() for part in text.split(",")) if text else ()
