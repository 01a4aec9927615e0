"""POLECAT: weekly and yearly tables of 40 columns, events in PLOVER's types, one row for each.

The source of a record is the story, whose number begins the Event ID. What is said becomes a statement without words,
CONSULT a meeting, the material types deeds. Sectors, titles and raw names stand in `extra`.

Source: Halterman, Bagozzi, Beger, Schrodt & Scarborough, POLECAT (2023), doi:10.7910/DVN/AJGVIT; PLOVER codebook 0.7.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from diplo_events.errors import Location
from diplo_events.importers._cells import Cells, RefusedRow, cells_of
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._days import US_DATE, day_of
from diplo_events.importers._either_table import table_rows
from diplo_events.importers._ids import AnyId
from diplo_events.importers._languages import language_of
from diplo_events.importers._plover_codes import plover_coded
from diplo_events.importers._plover_records import PloverFacts, plover_record
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.schema import Record

__all__ = ["COLUMNS", "iter_records", "read"]

COLUMNS: Final = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code", "Contexts", "Actor Name", "Actor Country"),
    *("Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province"),
    *("Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source"),
    *("Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The columns of the layout but for `Intensity`, which some releases call `Event Intensity`."""

EMPTY: Final = frozenset({"", "None", "NA", "nan", "NULL"})
"""What stands in a cell without a value."""

NO_ID: Final = "the row has no Event ID"
NO_DATE: Final = "the Event Date is not a day"
UNKNOWN_TYPE: Final = "the Event Type is not one of PLOVER"
CLASH: Final = "the Event ID is that of another row"
SEVERAL: Final = "a cell lists several values, and another one not as many"


def read(path: str | Path) -> Imported:
    """Read a file of POLECAT: with tabs, or with commas as a spreadsheet saves it; plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns of the layout, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return PolecatRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of POLECAT one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: the header lacks columns of the layout, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return PolecatRows.streamed(path)


class PolecatRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "polecat"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        for number, columns, row in table_rows(self.path, COLUMNS, self.counting):
            yield cells_of(columns, row, EMPTY, Location(self.file, number))

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the record of a row."""
        number, day = cells.take("Event ID"), day_of(cells.take("Event Date"))
        coded = plover_coded(cells.peek("Event Type"), cells.peek("Event Mode"))
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not coded:
            raise RefusedRow(UNKNOWN_TYPE, cells.peek("Event Type"), damaged=True)
        if not day:
            raise RefusedRow(NO_DATE, cells.peek("Event Date"), damaged=True)
        key = self.key_of(cells, number, CLASH)
        if day.is_us:
            self.counting.defect(US_DATE, cells.where, cells.peek("Event Date"))
        event_type, mode = cells.take("Event Type"), cells.take("Event Mode")
        actors, recipients = (self.side(cells, role, str(day.date)) for role in ("Actor", "Recipient"))
        fields = {
            "id": key,
            "source": self.story(cells, number, event_type),
            "when": day.date,
            "place": self.place(cells),
        }
        identifiers = {"polecat": number, "plover": f"{event_type}-{mode}" if mode else event_type}
        contexts = [context.strip() for context in cells.peek("Contexts").replace("|", ";").split(";")]
        fields["extra"] = cells.frozen_rest("polecat", identifiers)
        event = PloverFacts(coded=coded, actors=actors, recipients=recipients, contexts=contexts)
        return (plover_record(self.make, event, fields),)

    def side(self, cells: Cells, role: str, day: str) -> list[Any]:
        """Return the ids of the actors on one side, each with its country and its article where it is clear whose."""
        names = [name for name in values_of(cells.take(f"{role} Name")) if name]
        if not names:
            return []
        others = (f"{role} Country", f"{role} COW", f"Wikipedia {role} ID")
        lists = {column: values_of(cells.take(column)) for column in others}
        for column, parts in lists.items():
            if cells.peek(column) and len(parts) != len(names):
                self.counting.defect(SEVERAL, cells.where, f"{column}: {cells.peek(column)}")
                cells.leave(column)
                lists[column] = [""] * len(names)
            elif not cells.peek(column):
                lists[column] = [""] * len(names)
        return [
            self.parties.coded_actor(name, day, iso3=country, cow=cow, wikipedia=article)
            for name, country, cow, article in zip(names, *lists.values(), strict=True)
        ]

    def story(self, cells: Cells, number: str, event_type: str) -> AnyId:
        """Return the id of the story: the Event ID without the type at its end."""
        story = number.removesuffix(f"_{event_type}")
        published = day_of(cells.take("Publication Date"))
        if not published:
            cells.leave("Publication Date")
        language = language_of(cells.take("Language"))
        if not language:
            cells.leave("Language")
        return self.parties.source(
            story,
            cells.take("Source"),
            published=published.date if published else None,
            language=language,
        )

    def place(self, cells: Cells) -> AnyId:
        """Return the id of the place, from the city to the country."""
        parts = (cells.take("City"), cells.take("District"), cells.take("Province"), cells.take("Country"))
        latitude, longitude = cells.take("Latitude"), cells.take("Longitude")
        if not parts[0] or not self.parties.is_point(latitude, longitude):
            cells.leave("Latitude", "Longitude")
        return self.parties.place(parts, latitude, longitude)


def values_of(cell: str) -> list[str]:
    """Return the values of a cell; releases differ in what stands between them.

    >>> values_of("Norway;France"), values_of("Norway|France")
    (['Norway', 'France'], ['Norway', 'France'])
    """
    return [value.strip() for value in cell.replace("|", ";").split(";")]


ROWS: Final = PolecatRows
"""What `stream_from` reads the file with."""
