"""Tables as tables of Apache Arrow and of DuckDB, and back. Needs the extra `arrow`, or `duckdb`."""

from typing import Any

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.formats.arrow_tables import arrow_table, cells_of, type_problems
from diplo_events.tables._reading import Given, Named, by_name, dataset_from, plain_cell
from diplo_events.tables._records import columns_to_read
from diplo_events.tables._table import Table

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "tables of Arrow") from error

__all__ = ["dataset_of", "table_of"]


def table_of(table: Table) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table as one of Arrow."""
    return arrow_table(table.columns, table.rows)


def dataset_of(tables: Any, name: Named | None) -> Dataset:  # noqa: ANN401  (pyarrow has no types of its own)
    """Make a dataset of tables of Arrow."""
    given = by_name(tables, name, pa.Table, "a table of Arrow")
    return dataset_from({key: given_by(key, table) for key, table in given.items()})


def given_by(key: str, table: Any) -> Given:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table as plain values."""
    problems = tuple(type_problems(key, columns_to_read(key), table.schema))
    rows = [] if problems else [plain_cell(row) for row in cells_of(table)]
    return Given(names=tuple(table.column_names), rows=rows, problems=problems)
