"""PA-X Peace Agreements: one row for each agreement, up to 297 columns, of the first version and later ones.

Each row is a document. Where its status says that several parties signed or agreed to it, that is a deed as well, of
parties that the table has only as prose: they stand in `extra` with the coding of the provisions.

Source: Bell & Badanjak, Introducing PA-X (2019); PA-X Peace Agreements Database, peaceagreements.org.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from diplo_events.errors import Location
from diplo_events.importers._cells import Cells, RefusedRow, cells_of
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._days import day_of
from diplo_events.importers._ids import AnyId
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Action, Document, Source
from diplo_events.model.ids import DocumentId, RecordId
from diplo_events.schema import Record
from diplo_events.vocab import ActionStatus, DocumentKind, SourceKind
from diplo_events.vocab.action_kinds import ActionKind

__all__ = ["COLUMNS", "read"]

COLUMNS: Final = ("AgtId", "Con", "Agt", "Dat", "Status")
"""The columns that a file must have; all others are carried if they are there."""

EMPTY: Final = frozenset({"", "NA"})
"""What stands in a cell without a value."""

NO_ID: Final = "the row has no AgtId"
NO_DATE: Final = "Dat is not a day as day/month/year"
CLASH: Final = "the AgtId is that of another row"

AGREED: Final = "multiparty signed/agreed"
"""The status of an agreement that several parties signed or agreed to."""


def read(path: str | Path) -> Imported:
    """Read a file of PA-X: CSV, plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return PaxRows.imported(path)


class PaxRows(SourceRows):
    """The rows of a file on their way to records."""

    format = "pax"
    unit = "agreement"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        for number, columns, row in csv_rows(self.path, COLUMNS, self.counting):
            yield cells_of(columns, row, EMPTY, Location(self.file, number))

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the document of a row, and the deed of agreeing to it."""
        number, date = cells.take("AgtId"), cells.take("Dat")
        day = day_of(date, day_first=True)
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        key = self.key_of(cells, number, CLASH)
        if not day:
            cells.leave("Dat")
            if date:
                self.counting.defect(NO_DATE, cells.where, date)
        is_agreed = cells.peek("Status").lower() == AGREED
        title = cells.take("Agt")
        document = Document(
            id=DocumentId(RecordId(key)),
            title=title or OPEN,
            kind=DocumentKind.AGREEMENT,
            identifiers={"pax": number},
            signed=day.date if day else None,
            extra={"pax": cells.rest()},
        )
        if not is_agreed:
            return (document,)
        fields: dict[str, Any] = {
            "id": f"{key}/agreed",
            "source": self.parties.once("pax/data", "", data_source),
            "when": day.date if day else None,
            "extra": {"identifiers": {"pax": number}},
        }
        done, kind = ActionStatus.DONE, ActionKind.CONCLUDE
        deed = Action(**fields, actors=OPEN, kind=kind, status=done, instrument=document.id, summary=OPEN)
        return (document, deed)


def data_source(key: AnyId) -> Source:
    """Return the data set as the source of its rows."""
    return Source(id=key, title="PA-X Peace Agreements Database", kind=SourceKind.OTHER)
