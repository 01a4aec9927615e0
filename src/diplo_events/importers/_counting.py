"""`Counting`: the counts of an import while it runs; with `RecordStream`, records with a report at the end."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, Literal, Self, cast

from diplo_events.errors import ArgumentError, Location
from diplo_events.formats.record_stream import RecordLine
from diplo_events.importers._report import Dropped, ImportFinding, ImportReport
from diplo_events.schema import Record, type_name

__all__ = ["KEPT", "Counting", "RecordStream"]

KEPT: Final = 1_000
"""How many findings of one kind an import in constant memory lists."""


class Counting:
    """The counts of an import while it runs.

    Whoever reads the rows adds to `rows`; an importer then calls one of `made`, `joined` and `refused` for each.

    Args:
        format_name: The name of the importer.
        unit: What is counted.
        kept: How many findings of one kind are listed; all by default.

    Examples:
        >>> counting = Counting("icews")
        >>> counting.rows += 1
        >>> counting.refused("the row has no target", Location("a.tab", 2), "NA")
        >>> counting.report().refused
        {'the row has no target': 1}
    """

    def __init__(self, format_name: str, *, unit: str = "row", kept: int | None = None) -> None:
        self.format = format_name
        self.unit = unit
        self.kept = kept
        self.rows = 0
        """How many rows were read."""
        self.rows_made = 0
        self.records: Counter[type[Record]] = Counter()
        """How many records were made, by their type."""
        self.fields: Counter[str] = Counter()
        """How many cells went into fields, by column."""
        self.extra: Counter[str] = Counter()
        """How many cells went into `extra`, by column."""
        self._dropped: dict[str, tuple[int, str]] = {}
        self._reasons: dict[str, Counter[str]] = {"joined": Counter(), "refused": Counter(), "defect": Counter()}
        self._findings: list[ImportFinding] = []
        self._omitted = 0

    def made(self) -> None:
        """Count a row that made records."""
        self.rows_made += 1

    def record(self, record: Record) -> Record:
        """Count a record that was made, or its line, and return it."""
        line = cast("object", record)
        if type(line) is RecordLine:
            self.records[line.cls] += 1
        else:
            self.records[type(record)] += 1
        return record

    def joined(self, why: str, where: Location, found: str | None = None) -> None:
        """Count a row that adds nothing to a row before it."""
        self._note("joined", why, where, found)

    def refused(self, why: str, where: Location, found: str | None = None, *, damaged: bool = False) -> None:
        """Count a row of which nothing is made: the model has no place for it, or it is damaged."""
        self._note("refused", why, where, found)
        if damaged:
            self._reasons["defect"][why] += 1

    def defect(self, why: str, where: Location, found: str | None = None) -> None:
        """Count a defect of a row that makes records all the same."""
        self._note("defect", why, where, found)

    def dropped(self, column: str, why: str, cells: int = 1) -> None:
        """Count a cell that neither a field nor `extra` keeps."""
        self._dropped[column] = (self._dropped.get(column, (0, why))[0] + cells, why)

    def _note(self, what: Literal["joined", "refused", "defect"], why: str, where: Location, found: str | None) -> None:
        reasons = self._reasons[what]
        reasons[why] += 1
        if self.kept is None or reasons[why] <= self.kept:
            self._findings.append(ImportFinding(what=what, why=why, where=where, found=found))
        else:
            self._omitted += 1

    @property
    def refusals(self) -> dict[str, int]:
        """How many rows were refused so far, by the reason."""
        return dict(self._reasons["refused"])

    def report(self) -> ImportReport:
        """Return the report of what was counted.

        Raises:
            ArgumentError: the counts do not add up.
        """
        joined, refused = dict(self._reasons["joined"]), dict(self._reasons["refused"])
        return ImportReport(
            format=self.format,
            unit=self.unit,
            rows=self.rows,
            made=self.rows_made,
            joined=joined,
            refused=refused,
            records=dict(sorted((type_name(cls), count) for cls, count in self.records.items())),
            fields=dict(self.fields),
            extra=dict(self.extra),
            dropped=tuple(
                Dropped(column=column, cells=cells, why=why) for column, (cells, why) in self._dropped.items()
            ),
            defects=dict(self._reasons["defect"]),
            findings=tuple(self._findings),
            omitted=self._omitted,
        )


class RecordStream(Iterator[Record]):
    """The records of a source, one after the other; when they are exhausted, `report` says what became of the rows."""

    def __init__(self, records: Iterator[Record], report: Callable[[], ImportReport]) -> None:
        self._records = records
        self._report = report
        self._exhausted = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Record:
        try:
            return next(self._records)
        except StopIteration:
            self._exhausted = True
            raise

    @property
    def report(self) -> ImportReport:
        """The report.

        Raises:
            ArgumentError: there are records left.
        """
        if not self._exhausted:
            raise ArgumentError("the report is complete when all records were taken; go on with next() or a loop")
        return self._report()
