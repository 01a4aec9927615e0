"""GDELT events of versions 1 and 2: 57, 58 or 61 columns without a header.

What is said becomes a statement without words, a meeting a meeting, a deed an action. The source of a record is the
page whose address the row names. GDELT takes its actors from a dictionary: they are codes and words, of which only
countries are known for what they are. `gdelt_mentions` and `gdelt_gkg` read the other files.

Source: The GDELT Event Database Data Format Codebook V2.0 (2015); CAMEO 1.1b3; countries of places in FIPS 10-4.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from diplo_events.importers._cameo import CODES, LOST_ZERO, NOT_IN_BOOK, Coded, coded_as, with_zero
from diplo_events.importers._cells import Cells, RefusedRow
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._days import SLASHES_DATE, day_of
from diplo_events.importers._event_parties import participant, point_of
from diplo_events.importers._gdelt_columns import EVENTS_V1, EVENTS_V2
from diplo_events.importers._gdelt_rows import gdelt_rows
from diplo_events.importers._ids import AnyId
from diplo_events.importers._making import RECORDS, Makers
from diplo_events.importers._pages import is_address, page
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Action, Meeting, Source, Statement
from diplo_events.model.frozen_map import nested
from diplo_events.schema import Record
from diplo_events.vocab import MeetingStatus, SourceKind

__all__ = ["iter_records", "read"]

LAYOUTS: Final = {len(EVENTS_V2): EVENTS_V2, len(EVENTS_V1): EVENTS_V1, len(EVENTS_V1) - 1: EVENTS_V1[:-1]}

NO_ID: Final = "the row has no GLOBALEVENTID"
NO_DATE: Final = "SQLDATE is not a day"
NO_CODE: Final = "the row has no EventCode: nobody knows what was done"
UNKNOWN_CODE: Final = "the EventCode is not one of CAMEO"
CLASH: Final = "the GLOBALEVENTID is that of another row"
FAR: Final = "SQLDATE is more than a year before the row was added"

CITIES: Final = frozenset({"3", "4"})
"""The types of a place that are towns: of the United States, and of the world."""

YEAR: Final = 10_000
"""A year, in dates as eight digits."""


def read(path: str | Path) -> Imported:
    """Read a file of GDELT events, plain, gzipped or zipped.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return GdeltRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of GDELT events one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return GdeltRows.streamed(path)


class GdeltRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "gdelt"

    def __init__(self, path: str | Path, *, kept: int | None = None, make: Makers = RECORDS) -> None:
        super().__init__(path, kept=kept, make=make)
        self.last_page: tuple[str, AnyId] = ("", None)

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        return gdelt_rows(self.path, LAYOUTS, self.counting)

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the record of a row."""
        number, code = cells.take("GLOBALEVENTID"), with_zero(cells.peek("EventCode"))
        day, coded = day_of(cells.take("SQLDATE"), day_first=None), coded_as(code)
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not code:
            raise RefusedRow(NO_CODE)
        if not coded:
            raise RefusedRow(UNKNOWN_CODE, code, damaged=True)
        if not day:
            raise RefusedRow(NO_DATE, cells.peek("SQLDATE"), damaged=True)
        key = self.key_of(cells, number, CLASH)
        self.note(cells, code, is_slashed=day.is_slashed)
        actor, target = self.actor(cells, "Actor1"), self.actor(cells, "Actor2")
        cells.take("EventCode")
        fields = {"id": key, "source": self.source(cells), "when": day.date, "place": self.place(cells)}
        marks = {"cameo": code, "gdelt": number}
        rest = dict(sorted(cells.rest().items()))  # its texts are plain: the reader of the lines has seen to that
        fields["extra"] = nested({"gdelt": nested(rest), "identifiers": nested(marks)})
        return (record_of(self.make, coded, fields, actor, target),)

    def note(self, cells: Cells, code: str, *, is_slashed: bool) -> None:
        """Count the defects of a row of which something can be made."""
        if is_slashed:
            self.counting.defect(SLASHES_DATE, cells.where, cells.peek("SQLDATE"))
        if code != cells.peek("EventCode"):
            self.counting.defect(LOST_ZERO, cells.where, cells.peek("EventCode"))
        elif code not in CODES:
            self.counting.defect(NOT_IN_BOOK, cells.where, code)
        day, added = cells.peek("SQLDATE"), cells.peek("DATEADDED")
        is_v2 = len(added) > len(day)  # version 1 was coded years after the events
        if is_v2 and added.isdecimal() and day.isdecimal() and int(added[:8]) - int(day) >= YEAR:
            self.counting.defect(FAR, cells.where, f"{day}, added {added[:8]}")

    def actor(self, cells: Cells, side: str) -> AnyId:
        """Return the id of an actor: what the code and the words of the dictionary mean together."""
        code, name = cells.take(f"{side}Code"), cells.take(f"{side}Name")
        if not (code or name):
            return None
        return self.parties.dictionary_actor(code, name, cells.peek(f"{side}CountryCode"))

    def place(self, cells: Cells) -> AnyId:
        """Return the id of the place of the action, under the country of its FIPS code."""
        name, kind = cells.take("ActionGeo_FullName"), cells.take("ActionGeo_Type")
        names = ("ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_FeatureID")
        country, division, feature = (cells.take(column) for column in names)
        latitude, longitude = cells.take("ActionGeo_Lat"), cells.take("ActionGeo_Long")
        if not name:
            cells.leave("ActionGeo_Type", *names, "ActionGeo_Lat", "ActionGeo_Long")
            return None
        is_city = kind in CITIES and point_of(latitude, longitude) is not None
        if not is_city:  # of a country or a division, the point is somewhere in it
            cells.leave("ActionGeo_Lat", "ActionGeo_Long")
        point = (latitude, longitude) if is_city else ("", "")
        return self.parties.gdelt_place((name, kind, country, division, feature), point)

    def source(self, cells: Cells) -> AnyId:
        """Return the id of the page, or of GDELT itself where the row names none."""
        address = cells.take("SOURCEURL")
        if address and address == self.last_page[0]:  # rows beside each other often share it
            return self.last_page[1]
        if address and is_address(address):
            outlet = self.parties.publisher(urlsplit(address).hostname or address)
            self.last_page = (address, page(self.parties, address, outlet))
            return self.last_page[1]
        cells.leave("SOURCEURL")
        return self.parties.once("gdelt/data", "", data_source)


def record_of(make: Makers, coded: Coded, fields: dict[str, Any], actor: AnyId, target: AnyId) -> Record:
    """Return the record of a row."""
    actors = (actor,) if actor else OPEN
    targets = (target,) if target else ()
    if coded.cls == "meeting":
        roles = zip((actor, target), coded.roles, strict=True)
        parts = tuple(dict.fromkeys(participant(who, role) for who, role in roles if who))
        held = MeetingStatus.HELD
        return make[Meeting](**fields, title=OPEN, kind=coded.term, status=held, participants=parts)
    if coded.cls == "action":
        return make[Action](
            **fields, actors=actors, targets=targets, kind=coded.term, status=coded.status, summary=OPEN
        )
    acts = OPEN if coded.term is OPEN else (coded.term,)
    return make[Statement](**fields, speakers=actors, targets=targets, acts=acts, mode=OPEN, summary=OPEN)


def data_source(key: AnyId) -> Source:
    """Return the data set as a source, for rows that name no page."""
    return Source(id=key, title="GDELT Event Database", kind=SourceKind.OTHER)


ROWS: Final = GdeltRows
"""What `stream_from` reads the file with."""
