"""ACLED: 31 columns, one row for each event of political violence, protest or strategic development.

Each row is a deed of both actors, as ACLED does not say who began: `actors` has both, and there are no targets. The
sources that a row lists are its reporting chain. The notes are ACLED's prose and stand in `extra`, with the rest.

Source: ACLED Codebook (2023), acleddata.com.
"""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from diplo_events.dates import EventDate
from diplo_events.errors import Location
from diplo_events.importers._cells import Cells, RefusedRow, cells_of, number_of
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._days import SLASHES_DATE, day_of
from diplo_events.importers._ids import AnyId
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Action, Quantity, Source
from diplo_events.schema import Record
from diplo_events.vocab import ActionStatus, SourceKind, Unit
from diplo_events.vocab.action_kinds import ActionKind

__all__ = ["COLUMNS", "iter_records", "read"]

COLUMNS: Final = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "country")
"""The columns that a file must have; all others are carried if they are there."""

ALSO: Final = (
    *("time_precision", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision", "source"),
    "fatalities",
)
"""The columns that are read where they are there."""

KINDS: Final = MappingProxyType(
    {
        "abduction/forced disappearance": ActionKind.ABDUCT,
        "agreement": ActionKind.CONCLUDE,
        "air/drone strike": ActionKind.STRIKE_FROM_AIR,
        "arrests": ActionKind.ARREST,
        "government regains territory": ActionKind.CAPTURE,
        "non-state actor overtakes territory": ActionKind.CAPTURE,
        "non-violent transfer of territory": ActionKind.TRANSFER_TERRITORY,
        "peaceful protest": ActionKind.DEMONSTRATE,
        "protest with intervention": ActionKind.DEMONSTRATE,
        "suicide bomb": ActionKind.BOMB,
    }
)
"""The kinds of deeds that cover a sub-event type; for all others the kind is open."""

EMPTY: Final = frozenset({"", "NA", "NULL"})
NO_ID: Final = "the row has no event_id_cnty"
NO_DATE: Final = "event_date is not a day"
CLASH: Final = "the event_id_cnty is that of another row"
NOT_A_NUMBER: Final = "fatalities is not a whole number"

DAY, WEEK, MONTH = "1", "2", "3"
"""The precisions of a date."""

TOWN: Final = "1"
"""The precision of coordinates that are those of the place named."""


def read(path: str | Path) -> Imported:
    """Read a file of ACLED: CSV, plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return AcledRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of ACLED one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return AcledRows.streamed(path)


class AcledRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "acled"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        for number, columns, row in csv_rows(self.path, COLUMNS, self.counting, also=ALSO):
            yield cells_of(columns, row, EMPTY, Location(self.file, number))

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the deed of a row."""
        number, day = cells.take("event_id_cnty"), day_of(cells.take("event_date"), day_first=None)
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not day:
            raise RefusedRow(NO_DATE, cells.peek("event_date"), damaged=True)
        key = self.key_of(cells, number, CLASH)
        if day.is_slashed:
            self.counting.defect(SLASHES_DATE, cells.where, cells.peek("event_date"))
        when = self.when(cells, day.date)
        actors = [self.parties.named_actor(name) for column in ("actor1", "actor2") if (name := cells.take(column))]
        outlets = [outlet.strip() for outlet in cells.take("source").split(";") if outlet.strip()]
        fields: dict[str, Any] = {
            "id": key,
            "source": self.parties.once("acled/data", "", data_source),
            "when": when,
            "place": self.place(cells),
            "via": tuple(dict.fromkeys(self.parties.named_actor(outlet) for outlet in outlets)),
            "quantities": self.fatalities(cells),
        }
        sub_event = cells.peek("sub_event_type")
        identifiers = {"acled": number} | ({"acled_type": sub_event} if sub_event else {})
        return (
            self.make[Action](
                **fields,
                actors=tuple(dict.fromkeys(actors)) or OPEN,
                kind=KINDS.get(sub_event.lower(), OPEN),
                status=ActionStatus.DONE,
                summary=OPEN,
                extra=cells.frozen_rest("acled", identifiers),
            ),
        )

    def when(self, cells: Cells, day: EventDate) -> EventDate:
        """Return the day, or what a coarser precision makes of it: about that day, or its month."""
        precision = cells.take("time_precision")
        if precision == MONTH:
            cells.leave("event_date")
            return EventDate.parse(str(day)[:7])
        if precision not in {"", DAY, WEEK}:
            cells.leave("time_precision")
        return day if precision in {"", DAY} else EventDate.parse(f"{day}~")

    def place(self, cells: Cells) -> AnyId:
        """Return the id of the place: the location, which lies in its divisions."""
        parts = tuple(cells.take(column) for column in ("location", "admin2", "admin1", "country"))
        latitude, longitude = cells.peek("latitude"), cells.peek("longitude")
        if parts[0] and cells.peek("geo_precision") in {"", TOWN} and self.parties.is_point(latitude, longitude):
            cells.take("latitude")
            cells.take("longitude")
        else:
            latitude = longitude = ""
        return self.parties.place((parts[0], parts[1], parts[2], parts[3]), latitude, longitude, open_kind=True)

    def fatalities(self, cells: Cells) -> tuple[Quantity, ...]:
        """Return the number of people killed, if the row gives one."""
        text = cells.take("fatalities")
        number = number_of(text)
        if number is None or number < 0:
            cells.leave("fatalities")
            if text:
                self.counting.defect(NOT_A_NUMBER, cells.where, text)
            return ()
        return killed(number)


@functools.lru_cache(maxsize=1024)
def killed(number: int) -> tuple[Quantity, ...]:
    """Return a number of people killed."""
    return (Quantity(low=number, high=number, unit=Unit.COUNT, of="fatalities"),)


def data_source(key: AnyId) -> Source:
    """Return the data set as the source of its rows."""
    return Source(id=key, title="ACLED", kind=SourceKind.OTHER)


ROWS: Final = AcledRows
"""What `stream_from` reads the file with."""
