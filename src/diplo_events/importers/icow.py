"""ICOW territorial claims, version 1.01: one row for each dyad of a claim, states by their COW numbers.

Each row is a claim of its challenger to sovereignty, as ICOW defines one: official representatives claim sovereignty
over land that another state claims or administers. There is no text, so that there are no passages.

Source: Frederick, Hensel & Macaulay, The Issue Correlates of War Territorial Claims Data, Journal of Peace Research 54
(2017); data of the ICOW project.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, Location
from diplo_events.importers._cells import Cells, RefusedRow, cells_of
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._ids import AnyId
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Source, TerritorialClaim
from diplo_events.model.ids import RecordId
from diplo_events.schema import Record
from diplo_events.vocab import Assertion, ClaimKind, SourceKind

__all__ = ["COLUMNS", "read"]

COLUMNS: Final = ("claimdy", "claim", "name", "dyadnum", "chal", "tgt", "begclaim", "endclaim")
"""The columns that a file must have; all others are carried if they are there."""

EMPTY: Final = frozenset({"", "NA", ".", "-9"})
"""What stands in a cell without a value."""

NO_ID: Final = "the row has no claimdy"
NO_CHALLENGER: Final = "the row has no challenger: nobody claims the land"
NO_MONTH: Final = "begclaim or endclaim is not a month"
BACKWARDS: Final = "the claim ends before it begins"
CLASH: Final = "the claimdy is that of another row"

ZERO_MONTH: Final = "the month of begclaim or endclaim is 00: only its year is taken"

UNKNOWN_MONTHS: Final = frozenset({"99", "00"})


def read(path: str | Path) -> Imported:
    """Read a file of ICOW territorial claims: CSV, plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return IcowRows.imported(path)


class IcowRows(SourceRows):
    """The rows of a file on their way to claims."""

    format = "icow"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        for number, columns, row in csv_rows(self.path, COLUMNS, self.counting):
            yield cells_of(columns, row, EMPTY, Location(self.file, number))

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the claim of a row."""
        number, challenger, target = cells.take("claimdy"), cells.take("chal"), cells.take("tgt")
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not challenger:
            raise RefusedRow(NO_CHALLENGER)
        key = self.key_of(cells, number, CLASH)
        claims = self.parties.state_by_cow(challenger, cells.take("chalname"))
        loses = self.parties.state_by_cow(target, cells.take("tgtname")) if target else None
        claim = TerritorialClaim(
            id=RecordId(key),
            source=self.parties.once("icow/data", "", data_source),
            when=self.when(cells),
            challenger=claims,
            target=loses,
            asserted_by=(claims,),
            assertion=Assertion.SOVEREIGNTY,
            territory=cells.take("name") or OPEN,
            kind=ClaimKind.TERRITORIAL,
            summary=OPEN,
            extra={"identifiers": {"icow": number}, "icow": cells.rest()},
        )
        return (claim,)

    def when(self, cells: Cells) -> EventDate | None:
        """Return the time of a claim, from its first month to its last, which may be unknown."""
        texts = cells.take("begclaim"), cells.take("endclaim")
        begin, end = (month_of(text) for text in texts)
        for column, text, month in zip(("begclaim", "endclaim"), texts, (begin, end), strict=True):
            if not month:
                cells.leave(column)
            if text and not month:
                self.counting.defect(NO_MONTH, cells.where, f"{column} {text}")
            elif month and text.endswith("00"):
                self.counting.defect(ZERO_MONTH, cells.where, f"{column} {text}")
        if not (begin or end):
            return None
        try:
            return EventDate.parse(f"{begin or ''}/{end or ''}")
        except EventDateError:
            self.counting.defect(BACKWARDS, cells.where, "/".join(texts))
            cells.leave("begclaim", "endclaim")
            return None


def month_of(text: str) -> str | None:
    """Return a month in EDTF, or a year where the month is 99 or 00; `None` if it is neither.

    >>> month_of("181601"), month_of("201799"), month_of("1816")
    ('1816-01', '2017', None)
    """
    year, month = text[:4], text[4:]
    if not (text.isascii() and text.isdecimal() and len(text) == 6):  # noqa: PLR2004  (YYYYMM)
        return None
    if month in UNKNOWN_MONTHS:
        return year
    return f"{year}-{month}" if "01" <= month <= "12" else None


def data_source(key: AnyId) -> Source:
    """Return the data set as the source of its rows."""
    return Source(id=key, title="ICOW Territorial Claims Data", kind=SourceKind.OTHER)
