"""`SourceRows`: the rows of a source on their way to records, as a whole or one after the other."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, Final

from diplo_events.dataset import Dataset
from diplo_events.importers._cells import Cells, JoinedRow, table_records
from diplo_events.importers._counting import KEPT, Counting, RecordStream
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._ids import marked, new_id
from diplo_events.importers._making import RECORDS, Makers
from diplo_events.importers._report import Imported, ImportReport
from diplo_events.model.ids import RecordId
from diplo_events.schema import Record

__all__ = ["DUPLICATE", "SourceRows"]

DUPLICATE: Final = "the row stands in the file before, with every cell"


class SourceRows:
    """The rows of a source on their way to records; a subclass says what the rows are, and what becomes of one.

    Args:
        path: The source.
        kept: How many findings of one kind the report lists; all by default.
        make: What records are made with.
    """

    format: ClassVar[str]
    """The name of the importer."""
    prefix: ClassVar[str] = ""
    """With what all ids begin; the name of the importer by default."""
    unit: ClassVar[str] = "row"
    """What the report counts."""

    def __init__(self, path: str | Path, *, kept: int | None = None, make: Makers = RECORDS) -> None:
        self.path = path
        self.file = str(path)
        self.counting = Counting(self.format, unit=self.unit, kept=kept)
        self.make = make
        self.parties = EventParties(self.prefix or self.format, make)

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        raise NotImplementedError

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the records of a row.

        Raises:
            RefusedRow: nothing can be made of it.
            JoinedRow: it adds nothing to a row before it.
        """
        raise NotImplementedError

    def key_of(
        self, cells: Cells, number: str, clash: str, *, duplicate: str = DUPLICATE, within: str = ""
    ) -> RecordId:
        """Return the id of the record of a row; if it is that of another row already, with a hash after it.

        Args:
            cells: The row.
            number: What the source calls it.
            clash: What is counted if another row is called so too.
            duplicate: Why it is joined if it stands before.
            within: With what the id begins; the name of the importer by default.

        Raises:
            JoinedRow: it stands before, with every cell.
        """
        content, key = cells.content(), new_id(within or self.format, number)
        met = self.parties.seen.first(key, content)
        if met:
            raise JoinedRow(duplicate, number)
        if met is False:
            key = marked(key, content)
            if self.parties.seen.first(key, content):  # the row before it with its number was another
                raise JoinedRow(duplicate, number)
            self.counting.defect(clash, cells.where, number)
        return key

    def records(self) -> Iterator[Record]:
        """Yield the records, each after those that it refers to."""
        try:
            yield from table_records(self.rows(), self.counting, self.parties.new, self.made)
        finally:
            self.parties.close()

    def report(self) -> ImportReport:
        """Return the report, when all records were taken."""
        return self.counting.report()

    @classmethod
    def imported(cls, path: str | Path) -> Imported:
        """Read a source as a whole."""
        rows = cls(path)
        return Imported(dataset=Dataset(records=rows.records()), report=rows.report())

    @classmethod
    def streamed(cls, path: str | Path, make: Makers = RECORDS) -> RecordStream:
        """Read a source record by record, in memory that does not grow with it."""
        rows = cls(path, kept=KEPT, make=make)
        return RecordStream(rows.records(), rows.report)
