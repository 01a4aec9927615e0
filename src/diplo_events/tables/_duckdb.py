"""All tables of a dataset in a database of DuckDB, and back. Needs the extra `duckdb`."""

import itertools
from collections.abc import Container, Iterator
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.schema import COLLECTIONS
from diplo_events.tables._arrow import dataset_of as dataset_of_tables
from diplo_events.tables._arrow import table_of
from diplo_events.tables._records import iter_rows, record_columns
from diplo_events.tables._registry import HEADER_TABLE, TABLES, table
from diplo_events.tables._table import Table

try:
    import duckdb
except ImportError as error:
    raise MissingExtraError.of("duckdb", "a database of DuckDB") from error

__all__ = ["connection_of", "dataset_of"]

NOTHING: Final = Dataset()

PIECE: Final = 5_000
"""How many rows are put into a table at a time."""


def connection_of(dataset: Dataset, *, labels: bool, filled: Container[str] = TABLES) -> duckdb.DuckDBPyConnection:
    """Return a connection to a database in memory with all tables.

    Args:
        dataset: The records.
        labels: Whether the tables of records have columns that make them readable.
        filled: The tables that have rows; the others have only their columns.
    """
    connection = duckdb.connect(":memory:")
    for name in TABLES:
        first, *more = pieces_of(dataset if name in filled else NOTHING, name, labels=labels)
        insert(connection, f'CREATE TABLE "{name}" AS SELECT * FROM given', first)  # noqa: S608  (one of our own names)
        for piece in more:
            insert(connection, f'INSERT INTO "{name}" SELECT * FROM given', piece)  # noqa: S608  (one of our own names)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, statement: str, rows: Any) -> None:  # noqa: ANN401  (a table of Arrow)
    """Run a statement that takes rows from the table `given`."""
    connection.register("given", rows)
    connection.execute(statement)
    connection.unregister("given")


def pieces_of(dataset: Dataset, name: str, *, labels: bool) -> Iterator[Any]:
    """List the rows of a table, as tables of Arrow with some rows each, of which there is at least one."""
    if name not in COLLECTIONS:
        yield table_of(table(dataset, name, labels=labels))
        return
    columns = record_columns(COLLECTIONS[name], labels=labels)
    rows = iter_rows(dataset, name, labels=labels)
    some = tuple(itertools.islice(rows, PIECE))
    yield table_of(Table(name=name, columns=columns, rows=some))
    while some := tuple(itertools.islice(rows, PIECE)):
        yield table_of(Table(name=name, columns=columns, rows=some))


def dataset_of(connection: duckdb.DuckDBPyConnection) -> Dataset:
    """Make a dataset of the tables in a database that have the names of tables of records."""
    found = {str(row[0]) for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    names = [name for name in (HEADER_TABLE, *COLLECTIONS) if name in found]
    tables = {name: connection.table(name).to_arrow_table() for name in names}
    return dataset_of_tables(tables, None)
