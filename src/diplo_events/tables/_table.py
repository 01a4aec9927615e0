"""`Table`: rows of plain values under typed columns, which every library of tables can hold."""

from collections.abc import Iterator
from typing import Any

import attrs

from diplo_events.formats.columns import Column

__all__ = ["Table"]


@attrs.frozen(kw_only=True, repr=False)
class Table:
    """Rows of plain values under typed columns: what `to_pandas`, `to_polars` and `to_arrow` make their tables of.

    A cell is a text, a number, a truth value, a `datetime.date`, a list, a mapping, or `None` if it is empty.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import tables
        >>> table = tables.table(diplo_events.load_example(), "issues")
        >>> table
        <Table 'issues': 34 rows, 8 columns>
        >>> next(iter(table))["label"]
        'Course of the fighting'
    """

    name: str
    """What it is a table of."""
    columns: tuple[Column, ...]
    """The columns, in order."""
    rows: tuple[dict[str, Any], ...]
    """The rows: each a mapping from the names of the columns, in order, to the cells."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        rows = "1 row" if len(self.rows) == 1 else f"{len(self.rows):,} rows"
        return f"<Table {self.name!r}: {rows}, {len(self.columns)} columns>"
