"""ICEWS Coded Event Data: 20 columns, one row for each source, code and target.

What is said becomes a statement without words, a meeting one record for its two mirrored rows, a deed an action. The
source of a record is the story. Acts, modes and summaries that ICEWS does not have are open; its sectors and labels
stand in `extra`, its ids and codes there under `identifiers`.

Source: Boschee et al., ICEWS Coded Event Data, Harvard Dataverse (2015), doi:10.7910/DVN/28075; CAMEO 1.1b3.
"""

import functools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.errors import InvalidRecordError, Location
from diplo_events.importers._cameo import CODES, LOST_ZERO, MIRRORED, NOT_IN_BOOK, Coded, coded_as, with_zero
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._days import US_DATE, WrittenDay, day_of
from diplo_events.importers._either_table import table_rows
from diplo_events.importers._event_parties import participant, point_of
from diplo_events.importers._ids import id_of, marked
from diplo_events.importers._making import RECORDS, Makers
from diplo_events.importers._report import Imported, ImportReport
from diplo_events.importers._rows import SourceRows
from diplo_events.importers._tab_table import Columns
from diplo_events.model import OPEN, Action, Meeting, Source, Statement
from diplo_events.model.frozen_map import FrozenMap, nested
from diplo_events.model.ids import SourceId
from diplo_events.schema import Record
from diplo_events.vocab import MeetingStatus, SourceKind

__all__ = ["COLUMNS", "iter_records", "read"]

COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
"""The columns of the layout."""

ID, DATE, SOURCE, S_SECTORS, S_COUNTRY, TEXT, CODE, INTENSITY, TARGET, T_SECTORS, T_COUNTRY = range(11)
STORY, SENTENCE, PUBLISHER, CITY, DISTRICT, PROVINCE, COUNTRY, LATITUDE, LONGITUDE = range(11, 20)

MIRROR_OF: Final = {
    SOURCE: TARGET,
    TARGET: SOURCE,
    S_SECTORS: T_SECTORS,
    T_SECTORS: S_SECTORS,
    S_COUNTRY: T_COUNTRY,
    T_COUNTRY: S_COUNTRY,
}
"""The columns in which a mirrored row has the cells of the first row."""

EMPTY: Final[dict[str, str]] = dict.fromkeys(("NA", "NULL", "None"), "")
"""What stands in a cell without a value, and what is read in its place."""

WINDOW: Final = 20_000
"""How many meetings wait for their mirrored row; it stands beside the first one in every release."""

DATA: Final = "icews/data"
"""The id of the source of rows without a story: the data set itself."""

MIRROR: Final = "the other row of a meeting"
DUPLICATE: Final = "the row stands in the file before, with every cell"
CLASH: Final = "the Event ID and date are those of another row"
NO_CODE: Final = "the row has no CAMEO code: nobody knows what was done"
UNKNOWN_CODE: Final = "the CAMEO code is not one of CAMEO"
NO_DATE: Final = "the Event Date is not a day"
NO_ID: Final = "the row has no Event ID"
NOT_A_FIELD: Final = "a cell has what no field can hold"


def read(path: str | Path) -> Imported:
    r"""Read a file of ICEWS: with tabs, or with commas as a spreadsheet saves it; plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns of the layout, or the archive is damaged.
        OSError: the file cannot be read.

    Examples:
        >>> import tempfile
        >>> row = "7 2018-06-01 Norland NA Norland Deny 016 -2 Southmark NA Southmark 9 2 Veld NA NA NA Norland 1 2"
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "events.tab")
        ...     lines = ["\t".join(COLUMNS), "\t".join(row.split())]
        ...     written = file.write_text("\n".join(lines), encoding="utf-8")
        ...     imported = read(file)
        >>> statement = imported.dataset.statements[0]
        >>> statement.acts, statement.speakers, statement.open
        ((SpeechAct.DENY,), ('icews/norland',), ('mode', 'summary'))
    """
    return IcewsRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of ICEWS one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: the header lacks columns of the layout, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return IcewsRows.streamed(path)


@attrs.define
class Waiting:
    """A meeting that waits for its mirrored row."""

    make: Callable[..., Record]
    """What makes the record."""
    cells: list[str]
    """The cells of its first row."""
    fields: dict[str, Any]
    """The fields of the record but for `extra`."""
    identifiers: dict[str, str]
    """The marks of its rows, by name."""
    extra: dict[str, Any]
    """What of its rows no other field holds, by column."""

    def record(self) -> Record:
        """Return the meeting."""
        return self.make(**self.fields, extra=marks_of(self.identifiers, self.extra))


class IcewsRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "icews"

    def __init__(self, path: str | Path, *, kept: int | None = None, make: Makers = RECORDS) -> None:
        super().__init__(path, kept=kept, make=make)
        self.waiting: dict[tuple[str, ...], Waiting] = {}
        self.filled: Counter[tuple[bytes, tuple[str, ...]]] = Counter()
        """How many rows have values in the same columns, and the same of them in `extra`."""

    def records(self) -> Iterator[Record]:
        """Yield the records, each referent before the event that names it."""
        new, record = self.parties.new, self.counting.record
        try:
            for number, columns, cells in table_rows(self.path, COLUMNS, self.counting, starts_with_number=True):
                try:
                    events = self.events(number, columns, cells)
                except InvalidRecordError as error:
                    where = Location(self.file, number)
                    self.counting.refused(NOT_A_FIELD, where, str(error.problems[0]), damaged=True)
                    events = ()
                if new:
                    yield from map(record, new)
                    new.clear()
                for event in events:
                    yield record(event)
            for waiting in self.waiting.values():
                yield record(waiting.record())
        finally:
            self.parties.close()

    def report(self) -> ImportReport:
        """Return the report, when all records were taken."""
        in_rows, in_extra = [0] * len(COLUMNS), [0] * len(COLUMNS)
        for (filled, kept), rows in self.filled.items():
            for place, name in enumerate(COLUMNS):
                if filled[place]:
                    in_rows[place] += rows
                    in_extra[place] += rows * (name in kept)
        for name, cells, kept_cells in zip(COLUMNS, in_rows, in_extra, strict=True):
            self.counting.fields.update({name: cells - kept_cells} if cells > kept_cells else {})
            self.counting.extra.update({name: kept_cells} if kept_cells else {})
        return self.counting.report()

    def events(self, number: int, columns: Columns, row: list[str]) -> Sequence[Record]:
        """Return the event records that a row completes: mostly one; none where a meeting waits for its other row."""
        texts = [*map(str.strip, row if columns.is_layout else [row[place] for place in columns.places])]
        cells = [*map(EMPTY.get, texts, texts)]
        day, code, event_id = day_of(cells[DATE]), with_zero(cells[CODE]), cells[ID]
        coded = coded_as(code)
        if not (day and coded and event_id):
            self.refuse(number, cells)
            return ()
        key = (
            f"icews/{day.date}/{event_id}"
            if event_id.isdecimal() and event_id.isascii()
            else id_of("icews", str(day.date), event_id)
        )
        content = "\t".join(row)
        met = self.parties.seen.first(key, content)
        if met is False:
            key = marked(key, *row)
        if met or (met is False and self.parties.seen.first(key, content)):  # of several rows with its number
            self.counting.joined(DUPLICATE, Location(self.file, number), event_id)
            return ()
        if met is False or day.is_us or code is not cells[CODE] or code not in CODES:
            self.note(number, cells, day, code, met=met)
        if code in MIRRORED and (first := self.waiting.pop(pair_of(cells, MIRRORED[code], exchanged=True), None)):
            join(first, cells, code)
            self.counting.joined(MIRROR, Location(self.file, number), event_id)
            self.count(cells, (*first.extra, *first.extra.get("mirror", ())))
            return (first.record(),)
        extra = self.extra_of(cells, columns, row, in_words=coded.cls == "statement")
        record = self.event(self.shared_fields(key, cells, day), coded, cells, code, extra)
        self.count(cells, tuple(extra))
        self.counting.made()
        return record

    def refuse(self, number: int, cells: list[str]) -> None:
        """Count a row of which nothing can be made, with the reason."""
        where = Location(self.file, number)
        if not cells[ID]:
            self.counting.refused(NO_ID, where, damaged=True)
        elif not cells[CODE]:
            self.counting.refused(NO_CODE, where, cells[TEXT] or None)
        elif not coded_as(with_zero(cells[CODE])):
            self.counting.refused(UNKNOWN_CODE, where, cells[CODE], damaged=True)
        else:
            self.counting.refused(NO_DATE, where, cells[DATE], damaged=True)

    def note(self, number: int, cells: list[str], day: WrittenDay, code: str, *, met: bool | None) -> None:
        """Count the defects of a row of which something can be made."""
        if met is False:
            self.counting.defect(CLASH, Location(self.file, number), cells[ID])
        if day.is_us:
            self.counting.defect(US_DATE, Location(self.file, number), cells[DATE])
        if code != cells[CODE]:
            self.counting.defect(LOST_ZERO, Location(self.file, number), cells[CODE])
        elif code not in CODES:
            self.counting.defect(NOT_IN_BOOK, Location(self.file, number), code)

    def extra_of(self, cells: list[str], columns: Columns, row: list[str], *, in_words: bool) -> dict[str, Any]:
        """Return the cells that no field of a record can hold, by column.

        Args:
            cells: The cells of the layout.
            columns: The columns of the file.
            row: The row as it stands.
            in_words: Whether the record is a statement, of which `Event Text` is neither summary nor title.
        """
        has_point = bool(cells[CITY]) and point_of(cells[LATITUDE], cells[LONGITUDE]) is not None
        kept = in_extra(in_words, has_point, not cells[STORY], not cells[SOURCE], not cells[TARGET])
        extra: dict[str, Any] = {name: cell for place, name in kept if (cell := cells[place])}
        for place, name in columns.others:
            if row[place].strip():
                extra[name] = row[place].strip()
                self.counting.extra[name] += 1
        return dict(sorted(extra.items())) if columns.others else extra

    def shared_fields(self, key: str, cells: list[str], day: WrittenDay) -> dict[str, Any]:
        """Return the fields that all types of records have."""
        parties, story = self.parties, cells[STORY]
        parts = (cells[CITY], cells[DISTRICT], cells[PROVINCE], cells[COUNTRY])
        return {
            "id": key,
            "source": parties.source(story, cells[PUBLISHER]) if story else parties.once(DATA, "", data_source),
            "when": day.date,
            "place": parties.place(parts, cells[LATITUDE], cells[LONGITUDE]),
        }

    def event(
        self, fields: dict[str, Any], coded: Coded, cells: list[str], code: str, extra: dict[str, Any]
    ) -> Sequence[Record]:
        """Make the record of a row; a meeting that may have a mirrored row waits for it."""
        parties = self.parties
        actor = parties.actor(cells[SOURCE], cells[S_COUNTRY]) if cells[SOURCE] else None
        target = parties.actor(cells[TARGET], cells[T_COUNTRY]) if cells[TARGET] else None
        actors = (actor,) if actor else OPEN
        targets = (target,) if target else ()
        identifiers = {"cameo": code, "icews": cells[ID]}
        if coded.cls == "statement":
            make = self.make[Statement]
            acts = OPEN if coded.term is OPEN else (coded.term,)
            marks = marks_of(identifiers, extra)
            return (make(**fields, speakers=actors, acts=acts, mode=OPEN, summary=OPEN, targets=targets, extra=marks),)
        fields["kind"] = coded.term
        if coded.cls == "action":
            make = self.make[Action]
            marks, text = marks_of(identifiers, extra), cells[TEXT] or OPEN
            return (make(**fields, actors=actors, status=coded.status, summary=text, targets=targets, extra=marks),)
        roles = zip((actor, target), coded.roles, strict=True)
        fields["title"], fields["status"] = cells[TEXT] or OPEN, MeetingStatus.HELD
        fields["participants"] = tuple(dict.fromkeys(participant(who, role) for who, role in roles if who))
        waiting = Waiting(self.make[Meeting], cells, fields, identifiers, extra)
        return self.wait(waiting, code) if code in MIRRORED else (waiting.record(),)

    def wait(self, waiting: Waiting, code: str) -> Sequence[Record]:
        """Keep a meeting for its mirrored row; return the one that waited longest, if there are too many."""
        pair = pair_of(waiting.cells, code)
        done = [self.waiting.pop(pair)] if pair in self.waiting else []
        self.waiting[pair] = waiting
        if len(self.waiting) > WINDOW:
            done.append(self.waiting.pop(next(iter(self.waiting))))
        return [meeting.record() for meeting in done]

    def count(self, cells: list[str], in_extra: tuple[str, ...]) -> None:
        """Count the cells of a row that are carried; a mirrored row adds to those of the first."""
        self.filled[bytes(map(bool, cells)), in_extra] += 1


@functools.cache
def in_extra(*flags: bool) -> tuple[tuple[int, str], ...]:
    """Return the columns that no field of a record can hold, with their places, in the order of their names.

    Args:
        flags: Whether the record is a statement, has a point, and lacks the story, the source and the target.
    """
    in_words, has_point, no_story, no_source, no_target = flags
    columns = [S_SECTORS, INTENSITY, T_SECTORS, SENTENCE]
    columns += [TEXT] * in_words + [PUBLISHER] * no_story + [S_COUNTRY] * no_source + [T_COUNTRY] * no_target
    columns += [] if has_point else [LATITUDE, LONGITUDE]  # else a point somewhere in the place
    return tuple(sorted(((place, COLUMNS[place]) for place in columns), key=lambda column: column[1]))


def marks_of(identifiers: dict[str, str], extra: dict[str, Any]) -> FrozenMap[Any]:
    """Return the `extra` of a record; all items are in order, and plain, as the reader of the lines has seen to."""
    return nested({"icews": nested(extra), "identifiers": nested(identifiers)})


def pair_of(cells: list[str], code: str, *, exchanged: bool = False) -> tuple[str, ...]:
    """Return what tells the row of a meeting from others, or with source and target exchanged its mirrored row."""
    sides = (cells[TARGET], cells[SOURCE]) if exchanged else (cells[SOURCE], cells[TARGET])
    return (cells[DATE], cells[STORY], cells[SENTENCE], *sides, code)


def join(first: Waiting, cells: list[str], code: str) -> None:
    """Add the mirrored row of a meeting to it: its marks, and the cells in which it differs."""
    marks = first.identifiers | {"icews_mirror": cells[ID], "cameo_mirror": code}
    first.identifiers = dict(sorted(marks.items()))
    differing = {
        COLUMNS[place]: cell
        for place, cell in enumerate(cells)
        if place not in {ID, CODE} and cell != first.cells[MIRROR_OF.get(place, place)]
    }
    if differing:
        first.extra["mirror"] = nested(dict(sorted(differing.items())))
        first.extra = dict(sorted(first.extra.items()))


def data_source(key: SourceId) -> Source:
    """Return the data set as a source, for rows that name no story."""
    return Source(
        id=key, title="ICEWS Coded Event Data", kind=SourceKind.OTHER, identifiers={"doi": "10.7910/DVN/28075"}
    )


ROWS: Final = IcewsRows
"""What `stream_from` reads the file with."""
