"""Tables of a dataset, for pandas, polars, Arrow and DuckDB, and back."""

from diplo_events.tables._analyses import acts_per_week, stances, who_met_whom
from diplo_events.tables._conversions import (
    from_arrow,
    from_duckdb,
    from_pandas,
    from_polars,
    to_arrow,
    to_duckdb,
    to_pandas,
    to_polars,
)
from diplo_events.tables._registry import TABLES, table
from diplo_events.tables._table import Table

__all__ = [
    "TABLES",
    "Table",
    "acts_per_week",
    "from_arrow",
    "from_duckdb",
    "from_pandas",
    "from_polars",
    "stances",
    "table",
    "to_arrow",
    "to_duckdb",
    "to_pandas",
    "to_polars",
    "who_met_whom",
]
