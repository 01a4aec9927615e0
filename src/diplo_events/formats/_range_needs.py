"""The lines of a range as rows, with what its records need of those of other ranges; in this process or in several.

Most of what records refer to stands near them, so that few ranges need much, and none has to be read again unless
something is missing.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import attrs

from diplo_events._internal.dataset.fitting import Noted, by_type, references_of, restating
from diplo_events.formats._jsonl_check import NUMBERS
from diplo_events.formats._jsonl_lines import MAX_LINE
from diplo_events.formats._line_rows import LineRow, LineRows, Step, row_of, rows_in, steps_of
from diplo_events.formats._record_lines import read_records
from diplo_events.formats.files import open_file
from diplo_events.formats.line_ranges import LineRange
from diplo_events.model import EventRecord, Source, Statement
from diplo_events.schema import Record

__all__ = ["NEED_TABLES", "Needs", "RangeRead", "add_needs", "lacking", "read_lines_of"]

NEED_TABLES: Final = """
    CREATE TABLE needed_targets (range INT, target TEXT, types INT);
    CREATE TABLE needed_reports (range INT, report TEXT, type INT, source TEXT);
    CREATE TABLE needed_lengths (range INT, source TEXT, length INT);
"""

LACKING: Final = (
    """SELECT DISTINCT range FROM needed_targets LEFT JOIN records ON id = target
    WHERE CASE WHEN id IS NULL THEN ? ELSE (types >> records.type) & 1 = 0 END""",
    """SELECT DISTINCT range FROM needed_reports AS needed JOIN records ON id = report
    WHERE records.type <> needed.type OR records.source IS NOT needed.source""",
    """SELECT DISTINCT range FROM needed_lengths AS needed JOIN records ON id = needed.source
    WHERE records.length < needed.length""",
)
"""The questions for ranges that need what is not there; the first is asked whether a missing record is a mistake."""

Groups = Mapping[type[Any], Sequence[Any]]
"""Records by their exact type."""


@attrs.frozen
class Needs:
    """What the records of a range need of those of others, and where they lead."""

    targets: tuple[tuple[str, int], ...]
    """The ids to which they refer, each with a bit for each type that the record may have."""
    reports: tuple[tuple[str, int, str], ...]
    """The ids that they restate, each with the type and the source that the record must have."""
    lengths: tuple[tuple[str, int], ...]
    """The sources, each with the place where the last of their passages ends."""
    steps: tuple[Step, ...]
    """Where the fields lead that may not lead back."""


@attrs.frozen
class RangeRead:
    """What is kept of a range that was read."""

    rows: LineRows
    """Its lines."""
    needs: Needs | None
    """What its records need; `None` if nobody has looked."""


def read_lines_of(piece: LineRange) -> RangeRead:
    """Read the lines of a range. The first line of a file, and what cannot be read, is to explain."""
    block = block_of(piece)
    if block is None:
        return RangeRead(rows_in(piece), None)
    place, data = block
    found, noted = read_records(data, 0)
    if place == 0 and found:
        found[0] = b""
    rows = LineRows()
    for item, text in zip(found, data.removesuffix(b"\n").split(b"\n") if data else (), strict=True):
        size = len(text)
        rows.append(LineRow(place, size) if isinstance(item, bytes) else row_of(place, size, item))
        place += size + 1
    return RangeRead(rows, needs_of([item for item in found if not isinstance(item, bytes)], noted))


def block_of(piece: LineRange) -> tuple[int, bytes] | None:
    """Return where the lines stand that begin in a range, and these; `None` if one is too long to be read at once."""
    with open_file(piece.path) as stream:
        start = piece.start
        if start:  # to the end of the line that began before
            stream.seek(start - 1)
            part = stream.readline(MAX_LINE)
            if len(part) == MAX_LINE and not part.endswith(b"\n"):
                return None
            start += len(part) - 1
        end = start if piece.end is None else piece.end
        data = stream.read(max(end - start, 0))
        if data and not data.endswith(b"\n"):
            last = stream.readline(MAX_LINE)
            if len(last) == MAX_LINE:
                return None
            data += last
        return start, data


def needs_of(records: Sequence[Record], noted: Noted | None) -> Needs:
    """Return what some records need of others.

    Args:
        records: The records.
        noted: What is known of their references.
    """
    groups = by_type(records)
    by_id: dict[str, Any] = {record.id: record for record in records}
    references = references_of(groups if noted is None else by_type(noted.apart))
    if noted is not None:
        references = chain(references, noted.expected.items())
    return Needs(
        tuple(needed_targets(references, by_id)),
        tuple(needed_reports(groups, by_id)),
        tuple(needed_lengths(groups).items()),
        tuple(steps_of(groups)),
    )


def needed_targets(
    references: Iterable[tuple[tuple[type, ...], Iterable[str]]], by_id: Mapping[str, Any]
) -> Iterator[tuple[str, int]]:
    """List the ids that records refer to and that none of them has, or one of a wrong type."""
    for types, targets in references:
        bits = sum(1 << NUMBERS[cls] for cls in types)
        yield from ((target, bits) for target in targets if type(by_id.get(target)) not in types)


def needed_reports(groups: Groups, by_id: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    """List the ids that records restate, but for those of records of one type and source."""
    for record in restating(groups):
        fuller: Any = by_id.get(record.restates)
        if type(fuller) is not type(record) or fuller.source != record.source:
            yield record.restates, NUMBERS[type(record)], record.source


def needed_lengths(groups: Groups) -> dict[str, int]:
    """Return where the last passage in each source ends, but for the sources that are long enough."""
    ends: dict[str, int] = {}
    for cls, group in groups.items():
        if issubclass(cls, EventRecord):
            for record in group:
                for span in record.spans or ():
                    ends[record.source] = max(span.end, ends.get(record.source, 0))
        if issubclass(cls, Statement):
            for record in group:
                for quote in record.quotes or ():
                    ends[record.source] = max(quote.span.end, ends.get(record.source, 0))
    for source in groups.get(Source, ()):
        if type(source.length) is not int or ends.get(source.id, 0) <= source.length:
            ends.pop(source.id, None)
    return ends


def add_needs(database: sqlite3.Connection, number: int, needs: Needs) -> None:
    """Keep what the range with a number needs."""
    for table, rows in (("targets", needs.targets), ("reports", needs.reports), ("lengths", needs.lengths)):
        if rows:
            marks = ", ?" * len(rows[0])
            statement = f"INSERT INTO needed_{table} VALUES ({number}{marks})"  # noqa: S608  (our own words, and a number)
            database.executemany(statement, rows)


def lacking(database: sqlite3.Connection, *, complete: bool) -> set[int]:
    """Return the numbers of the ranges in which something does not fit.

    Args:
        database: The records of the file, and what the ranges need.
        complete: Whether they may refer only to each other.
    """
    values: tuple[list[bool], ...] = ([complete], [], [])
    return {row[0] for query, given in zip(LACKING, values, strict=True) for row in database.execute(query, given)}
