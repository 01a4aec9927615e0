"""The Global Knowledge Graph of GDELT 2.1: 27 columns without a header, one row for each document.

Each document becomes a source. The words of V2.1QUOTATIONS are tokenised ("couldn x2019 ; t") and not what the text
has: they are never quotes, and stand in `extra` as candidates to search for in the text.

Source: The GDELT Global Knowledge Graph Data Format Codebook V2.1 (2015).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from diplo_events.importers._cells import Cells, RefusedRow
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._gdelt_columns import GKG_V2
from diplo_events.importers._gdelt_rows import gdelt_rows
from diplo_events.importers._pages import is_address
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Source
from diplo_events.model.ids import RecordId, SourceId, Url
from diplo_events.schema import Record

__all__ = ["iter_records", "read"]

NO_ID: Final = "the row has no GKGRECORDID"
NO_DOCUMENT: Final = "the row names no document"
DUPLICATE: Final = "the row stands in the file before, with every cell"
CLASH: Final = "the GKGRECORDID is that of another row"
NOT_QUOTATIONS: Final = "V2.1QUOTATIONS is not a list of offset|length|verb|words"

PARTS: Final = ("offset", "length", "verb", "words")
"""What each candidate for a quotation has."""


def read(path: str | Path) -> Imported:
    """Read a file of the Global Knowledge Graph, plain, gzipped or zipped.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return GkgRows.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the sources of a file one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return GkgRows.streamed(path)


class GkgRows(SourceRows):
    """The rows of a file on their way to sources."""

    format = "gdelt_gkg"
    prefix = "gdelt"
    unit = "document"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        return gdelt_rows(self.path, {len(GKG_V2): GKG_V2, len(GKG_V2) - 1: GKG_V2[:-1]}, self.counting)

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the source of a row."""
        number, address = cells.take("GKGRECORDID"), cells.take("DocumentIdentifier")
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not address:
            raise RefusedRow(NO_DOCUMENT)
        key = self.key_of(cells, number, CLASH, within="gdelt/gkg")
        outlet = cells.take("SourceCommonName")
        extra: dict[str, Any] = cells.rest()
        if quotations := cells.peek("Quotations"):
            parts = [entry.split("|", 3) for entry in quotations.split("#")]
            if all(len(part) == len(PARTS) for part in parts):
                extra["Quotations"] = [dict(zip(PARTS, part, strict=True)) for part in parts]
            else:
                self.counting.defect(NOT_QUOTATIONS, cells.where, quotations[:60])
        identifiers = {"gdelt": number} if is_address(address) else {"gdelt": number, "document": address}
        source = self.make[Source](
            id=SourceId(RecordId(key)),
            title=OPEN,
            kind=OPEN,
            url=Url(address) if is_address(address) else None,
            identifiers=identifiers,
            publisher=self.parties.publisher(outlet) if outlet else None,
            extra={"gdelt": extra},
        )
        return (source,)


ROWS: Final = GkgRows
"""What `stream_from` reads the file with."""
