"""`ImportReport`: what an import read, made, joined, refused and left out; with `ImportFinding`, one row or cell of it.

The law of every import is checked here and nowhere else: each row that was read made records, was joined to another
row, or was refused with a reason.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, Location

__all__ = ["Dropped", "ImportFinding", "ImportReport", "Imported"]

SHOWN: Final = 5
"""How many findings of one kind the text of a report shows."""


@attrs.frozen(kw_only=True)
class ImportFinding:
    """A row or a cell of a source that needs a word, and its place.

    Examples:
        >>> print(ImportFinding(what="refused", why="the row has no target", where=Location("a.tab", 7), found="NA"))
        a.tab:7: refused: the row has no target: found 'NA'
    """

    what: Literal["joined", "refused", "defect"]
    """What became of the row, or that something is wrong in a row that made records all the same."""
    why: str
    """The reason, in the same words for all rows of which it is true."""
    where: Location
    """The file and the line where the row begins."""
    found: str | None = None
    """What stands there, if that tells more than the reason."""

    def __str__(self) -> str:
        found = f": found {self.found!r}" if self.found is not None else ""
        return f"{self.where}: {self.what}: {self.why}{found}"


@attrs.frozen(kw_only=True)
class Dropped:
    """A column of a source that is neither in a field nor in `extra`, and why.

    Examples:
        >>> print(Dropped(column="Intensity", cells=1_200, why="it follows from the code"))
        Intensity: 1,200 cells: it follows from the code
    """

    column: str
    """The name of the column."""
    cells: int
    """In how many rows it had a value."""
    why: str
    """Why nothing keeps it."""

    def __str__(self) -> str:
        return f"{self.column}: {self.cells:,} {'cell' if self.cells == 1 else 'cells'}: {self.why}"


@attrs.frozen(kw_only=True)
class ImportReport:
    """What became of the rows of a source, in counts that add up.

    Raises:
        ArgumentError: the rows that were read are not those that made records, were joined and were refused.

    Examples:
        >>> report = ImportReport(format="icews", rows=3, made=1, joined={"the meeting's other row": 1},
        ...                       refused={"the row has no target": 1}, records={"meeting": 1})
        >>> print(report)
        icews: 3 rows: 1 made records, 1 joined, 1 refused
        records: meeting 1
        joined: 1 the meeting's other row
        refused: 1 the row has no target
    """

    format: str
    """The name of the importer."""
    unit: str = "row"
    """What is counted: rows, or annotations, speeches, documents."""
    rows: int
    """How many rows were read; a header is none."""
    made: int
    """How many of them made records."""
    joined: Mapping[str, int] = attrs.Factory(dict)
    """How many were joined to a row before them and add no records, by the reason."""
    refused: Mapping[str, int] = attrs.Factory(dict)
    """How many made nothing, by the reason: the model has no place for them, or the row is damaged."""
    records: Mapping[str, int] = attrs.Factory(dict)
    """How many records were made, by the name of their type."""
    fields: Mapping[str, int] = attrs.Factory(dict)
    """How many cells of each column went into fields."""
    extra: Mapping[str, int] = attrs.Factory(dict)
    """How many cells of each column are carried in `extra`."""
    dropped: tuple[Dropped, ...] = ()
    """The columns that nothing keeps, each with why."""
    defects: Mapping[str, int] = attrs.Factory(dict)
    """How often each kind of defect was met: in rows that are refused as damaged, and in rows that made records."""
    findings: tuple[ImportFinding, ...] = ()
    """The rows that were joined or refused and the defects, each with its place, in the order of the file."""
    omitted: int = 0
    """How many findings are counted above and not listed, because the import runs in constant memory."""

    def __attrs_post_init__(self) -> None:
        accounted = self.made + sum(self.joined.values()) + sum(self.refused.values())
        if accounted != self.rows:
            raise ArgumentError(
                f"expected the {self.unit}s that made records, were joined or were refused to be the {self.rows:,} "
                f"that were read, found {accounted:,}; this is an error in the importer {self.format!r}"
            )

    @property
    def has_problems(self) -> bool:
        """Whether a defect was met; rows for which the model has no place are none."""
        return bool(self.defects)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain data, for `json.dumps`; what is empty is left out.

        Examples:
            >>> ImportReport(format="icews", rows=1, made=1, records={"statement": 1}).as_json()
            {'format': 'icews', 'unit': 'row', 'rows': 1, 'made': 1, 'records': {'statement': 1}}
        """
        plain: dict[str, Any] = {"format": self.format, "unit": self.unit, "rows": self.rows, "made": self.made}
        for name in ("joined", "refused", "records", "fields", "extra"):
            plain[name] = dict(getattr(self, name))
        plain["dropped"] = [{"column": gone.column, "cells": gone.cells, "why": gone.why} for gone in self.dropped]
        plain["defects"] = dict(self.defects)
        plain["findings"] = [
            {
                "what": finding.what,
                "why": finding.why,
                "file": finding.where.file,
                "line": finding.where.line,
                **({} if finding.found is None else {"found": finding.found}),
            }
            for finding in self.findings
        ]
        plain["omitted"] = self.omitted
        return {name: value for name, value in plain.items() if value or name in {"rows", "made"}}

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        joined, refused = sum(self.joined.values()), sum(self.refused.values())
        plural = f"{self.unit}{'es' if self.unit.endswith('ch') else 's'}"
        unit = self.unit if self.rows == 1 else plural
        yield (
            f"{self.format}: {self.rows:,} {unit}: {self.made:,} made records, {joined:,} joined, {refused:,} refused"
        )
        for name in ("records", "fields", "extra"):
            counts: Mapping[str, int] = getattr(self, name)
            if counts:
                yield f"{name}: {', '.join(f'{what} {number:,}' for what, number in counts.items())}"
        yield from (f"dropped: {gone}" for gone in self.dropped)
        for what, reasons in (("joined", self.joined), ("refused", self.refused), ("defect", self.defects)):
            for why, number in reasons.items():
                yield f"{what}: {number:,} {why}"
                of_kind = [finding for finding in self.findings if (finding.what, finding.why) == (what, why)]
                for finding in of_kind[:SHOWN]:
                    found = f": found {finding.found!r}" if finding.found is not None else ""
                    yield f"  {finding.where}{found}"
                if of_kind and number > SHOWN:
                    yield f"  and {number - SHOWN:,} more"


@attrs.frozen(kw_only=True)
class Imported:
    """What an importer returns: the records, and the report on how they were made."""

    dataset: Dataset
    """The records; fields that the source does not have are open."""
    report: ImportReport
    """What became of each row."""
    codings: Mapping[str, Dataset] = attrs.Factory(dict)
    """Where several people coded the same passages, the records of each of them, by name; else empty."""
    texts: Mapping[str, str] = attrs.Factory(dict)
    """The texts that were coded and stand in the source itself, by the id of their `Source`."""
