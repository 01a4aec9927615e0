"""UCDP GED: 49 columns, one row for each event of organised violence; or the same events as JSON Lines, re-keyed.

The source of a record is the article that UCDP names; from whom the article has it (`source_original`) becomes `via`.
Of one-sided violence (type 3) the first side acts against the second; in the other types both sides act. The low and
the high estimate of deaths are one quantity, `best` and the sides' deaths stand in `extra`.

Source: UCDP Georeferenced Event Dataset Codebook (Sundberg & Melander 2013; Högbladh), ucdp.uu.se.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from diplo_events.dates import EventDate
from diplo_events.errors import Location
from diplo_events.importers._cells import Cells, RefusedRow, cells_of, number_of
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._days import SLASHES_DATE, day_of
from diplo_events.importers._ids import AnyId, id_of, short_hash
from diplo_events.importers._json_values import json_value
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.importers._tab_table import NOT_UTF8
from diplo_events.importers._text_lines import decoded_lines, opened
from diplo_events.model import OPEN, Action, Actor, Quantity, Source
from diplo_events.schema import Record
from diplo_events.vocab import ActionStatus, SourceKind, Unit

__all__ = ["COLUMNS", "iter_records", "read"]

COLUMNS: Final = ("id", "side_a", "side_b", "date_start", "date_end")
"""The columns that a file must have; all others are carried if they are there."""

LAYOUT: Final = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
    "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
    "source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
"""The 49 columns of a release, for a file without a header, with commas between them."""

REKEYED: Final = MappingProxyType(
    {
        "side_a_name": "side_a",
        "side_b_name": "side_b",
        "start_date": "date_start",
        "end_date": "date_end",
        "location_root_name": "country",
        "location_adm1_name": "adm_1",
        "location_adm2_name": "adm_2",
        "location_where_name": "where_coordinates",
        "deaths_low": "low",
        "deaths_high": "high",
    }
)
"""The names that the events have as JSON, and the columns that they are."""

EMPTY: Final = frozenset({"", "NA", "NULL"})
ONE_SIDED: Final = "3"
EXACT_PLACE: Final = "1"
NO_ID: Final = "the row has no id"
NO_DATE: Final = "date_start or date_end is not a day, or the end is before the start"
CLASH: Final = "the id is that of another row"
NOT_A_RANGE: Final = "low and high are not a range of whole numbers"
NOT_JSON: Final = "the line is not a JSON object of texts and numbers, each under a key of its own"


def read(path: str | Path) -> Imported:
    """Read a file of UCDP GED: CSV, or JSON Lines; plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return UcdpRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of UCDP GED one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return UcdpRows.streamed(path)


class UcdpRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "ucdp"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        with opened(self.path) as stream:
            is_json = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        return self.json_rows() if is_json else self.table_rows()

    def table_rows(self) -> Iterator[Cells]:
        """List the rows of a table."""
        is_headerless = self.is_headerless()
        known = tuple(LAYOUT.split(",")) if is_headerless else COLUMNS
        for number, columns, row in csv_rows(
            self.path, known, self.counting, headerless=is_headerless, also=tuple(LAYOUT.split(","))
        ):
            yield cells_of(columns, row, EMPTY, Location(self.file, number))

    def is_headerless(self) -> bool:
        """Whether the file begins with a row: its first cell is a number."""
        with opened(self.path) as stream:
            return stream.read(64).lstrip(b"\xef\xbb\xbf").split(b",")[0].strip(b'" ').isdigit()

    def json_rows(self) -> Iterator[Cells]:
        """List the objects of JSON Lines, under the names of the columns."""
        with opened(self.path) as stream:
            for number, line in decoded_lines(stream):
                self.counting.rows += 1
                where = Location(self.file, number)
                if line is None:
                    self.counting.refused(NOT_UTF8, where, damaged=True)
                    continue
                try:
                    content = json_value(line)
                except (ValueError, RecursionError):
                    content = None
                if not (isinstance(content, dict) and all(is_cell(cell) for cell in content.values())):
                    self.counting.refused(NOT_JSON, where, line[:60], damaged=True)
                    continue
                named = {REKEYED.get(name, name): cell for name, cell in cast("dict[str, Any]", content).items()}
                yield Cells({name: "" if cell is None else str(cell).strip() for name, cell in named.items()}, where)

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the deed of a row."""
        number, when = cells.take("id"), self.when(cells)
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not when:
            raise RefusedRow(NO_DATE, f"{cells.peek('date_start')} to {cells.peek('date_end')}", damaged=True)
        key = self.key_of(cells, number, CLASH)
        sides = [self.parties.named_actor(name) for column in ("side_a", "side_b") if (name := cells.take(column))]
        is_one_sided = cells.peek("type_of_violence") == ONE_SIDED and len(sides) == 2  # noqa: PLR2004  (both sides)
        original = cells.take("source_original")
        fields: dict[str, Any] = {
            "id": key,
            "source": self.article(cells),
            "via": (self.parties.once(id_of("ucdp/origin", original), original, origin(original)),) if original else (),
            "when": when,
            "place": self.place(cells),
            "quantities": self.deaths(cells),
        }
        return (
            self.make[Action](
                **fields,
                actors=tuple(dict.fromkeys(sides[:1] if is_one_sided else sides)) or OPEN,
                targets=(sides[1],) if is_one_sided else (),
                kind=OPEN,
                status=ActionStatus.DONE,
                summary=OPEN,
                extra={"identifiers": {"ucdp": number}, "ucdp": cells.rest()},
            ),
        )

    def when(self, cells: Cells) -> EventDate | None:
        """Return the day of an event, or one of the days from the earliest to the latest possible one."""
        texts = cells.take("date_start"), cells.take("date_end")
        start, end = (day_of(text, day_first=None) for text in texts)
        if not (start and end):
            return None
        if start.is_slashed or end.is_slashed:
            self.counting.defect(SLASHES_DATE, cells.where, " to ".join(texts))
        first, last = str(start.date), str(end.date)
        if first > last:
            return None
        return start.date if first == last else EventDate.parse(f"[{first}..{last}]")

    def article(self, cells: Cells) -> AnyId:
        """Return the id of the article, or of UCDP itself where the row names none."""
        article, headline = cells.take("source_article"), cells.take("source_headline")
        office, date = cells.take("source_office"), cells.take("source_date")
        if not (article or headline):
            cells.leave("source_office", "source_date")
            return self.parties.once("ucdp/data", "", data_source)
        day = day_of(date, day_first=None)
        if date and not day:
            cells.leave("source_date")
        if ";" in office:  # several outlets, of which none published the others' articles
            cells.leave("source_office")
        outlet = self.parties.named_actor(office) if office and ";" not in office else None

        def make(key: AnyId) -> Record:
            return Source(
                id=key,
                title=headline or OPEN,
                kind=OPEN,
                publisher=outlet,
                published=day.date if day else None,
                identifiers={"ucdp": article} if article else {},
            )

        content = f"{article}\t{headline}\t{office}\t{date}"
        return self.parties.once(f"ucdp/article/{short_hash(content)}", content, make)

    def place(self, cells: Cells) -> AnyId:
        """Return the id of the place, under its divisions and its country; the point is that of an exact place."""
        names = ("where_coordinates", "adm_2", "adm_1", "country")
        where, district, province, country = (cells.take(name) for name in names)
        latitude, longitude = cells.peek("latitude"), cells.peek("longitude")
        if where and cells.peek("where_prec") == EXACT_PLACE and self.parties.is_point(latitude, longitude):
            cells.take("latitude")
            cells.take("longitude")
        else:
            latitude = longitude = ""
        return self.parties.place((where, district, province, country), latitude, longitude, open_kind=True)

    def deaths(self, cells: Cells) -> tuple[Quantity, ...]:
        """Return the estimate of deaths, from low to high."""
        texts = cells.take("low"), cells.take("high")
        low, high = number_of(texts[0]), number_of(texts[1])
        if low is None or high is None or not 0 <= low <= high:
            cells.leave("low", "high")
            if any(texts):
                self.counting.defect(NOT_A_RANGE, cells.where, " to ".join(texts))
            return ()
        return (Quantity(low=low, high=high, unit=Unit.COUNT, of="deaths"),)


def is_cell(value: object) -> bool:
    """Whether a JSON value can stand in a cell."""
    return value is None or isinstance(value, str | int | float)


def origin(name: str) -> Any:  # noqa: ANN401  (what makes a record)
    """Return what makes the actor from whom an article has its news."""

    def make(key: AnyId) -> Record:
        return Actor(id=key, name=name, kind=OPEN)

    return make


def data_source(key: AnyId) -> Source:
    """Return the data set as a source, for rows that name no article."""
    return Source(id=key, title="UCDP Georeferenced Event Dataset", kind=SourceKind.OTHER)


ROWS: Final = UcdpRows
"""What `stream_from` reads the file with."""
