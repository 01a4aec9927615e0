"""The Global Knowledge Graph of GDELT 2.1: 27 columns without a header, one row for each document.

Each document becomes a source. The words of V2.1QUOTATIONS are tokenised ("couldn x2019 ; t") and not what the text
has: they are never quotes, and stand in `extra` as candidates to search for in the text.

Source: The GDELT Global Knowledge Graph Data Format Codebook V2.1 (2015).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.importers._cells import Cells, JoinedRow, RefusedRow, table_records
from diplo_events.importers._counting import KEPT, Counting, RecordStream
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._gdelt_columns import GKG_V2
from diplo_events.importers._gdelt_rows import gdelt_rows
from diplo_events.importers._ids import id_of, marked
from diplo_events.importers._pages import is_address
from diplo_events.importers._report import Imported
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
    counting = Counting("gdelt_gkg", unit="document")
    return Imported(dataset=Dataset(records=records(path, counting)), report=counting.report())


def iter_records(path: str | Path) -> RecordStream:
    """List the sources of a file one after the other, in memory that does not grow with the file.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    counting = Counting("gdelt_gkg", unit="document", kept=KEPT)
    return RecordStream(records(path, counting), counting.report)


def records(path: str | Path, counting: Counting) -> Iterator[Record]:
    """Yield the sources and their outlets."""
    parties = EventParties("gdelt")

    def made(cells: Cells) -> Sequence[Record]:
        return (document(cells, parties, counting),)

    rows = gdelt_rows(path, {len(GKG_V2): GKG_V2, len(GKG_V2) - 1: GKG_V2[:-1]}, counting)
    try:
        yield from table_records(rows, counting, parties.new, made)
    finally:
        parties.close()


def document(cells: Cells, parties: EventParties, counting: Counting) -> Source:
    """Return the source of a row.

    Raises:
        RefusedRow: it has no id, or names no document.
        JoinedRow: it stands in the file before.
    """
    number, address = cells.take("GKGRECORDID"), cells.take("DocumentIdentifier")
    if not number:
        raise RefusedRow(NO_ID, damaged=True)
    if not address:
        raise RefusedRow(NO_DOCUMENT)
    content = "\t".join(f"{name}\x1f{cell}" for name, cell in cells.all().items())
    key = id_of("gdelt/gkg", number)
    met = parties.seen.first(key, content)
    if met:
        raise JoinedRow(DUPLICATE, number)
    if met is False:
        counting.defect(CLASH, cells.where, number)
        key = marked(key, content)
    outlet = cells.take("SourceCommonName")
    extra: dict[str, Any] = cells.rest()
    if quotations := cells.peek("Quotations"):
        parts = [entry.split("|", 3) for entry in quotations.split("#")]
        if all(len(part) == len(PARTS) for part in parts):
            extra["Quotations"] = [dict(zip(PARTS, part, strict=True)) for part in parts]
        else:
            counting.defect(NOT_QUOTATIONS, cells.where, quotations[:60])
    identifiers = {"gdelt": number} if is_address(address) else {"gdelt": number, "document": address}
    return Source(
        id=SourceId(RecordId(key)),
        title=OPEN,
        kind=OPEN,
        url=Url(address) if is_address(address) else None,
        identifiers=identifiers,
        publisher=parties.publisher(outlet) if outlet else None,
        extra={"gdelt": extra},
    )
