"""All tables of a dataset in a database of DuckDB, and back. Needs the extra `duckdb`."""

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.schema import COLLECTIONS
from diplo_events.tables._arrow import dataset_of as dataset_of_tables
from diplo_events.tables._arrow import table_of
from diplo_events.tables._registry import HEADER_TABLE, TABLES, table

try:
    import duckdb
except ImportError as error:
    raise MissingExtraError.of("duckdb", "a database of DuckDB") from error

__all__ = ["connection_of", "dataset_of"]


def connection_of(dataset: Dataset, *, labels: bool) -> duckdb.DuckDBPyConnection:
    """Return a connection to a database in memory with all tables."""
    connection = duckdb.connect(":memory:")
    for name in TABLES:
        connection.register("given", table_of(table(dataset, name, labels=labels)))
        connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given')  # noqa: S608  (one of our own names)
        connection.unregister("given")
    return connection


def dataset_of(connection: duckdb.DuckDBPyConnection) -> Dataset:
    """Make a dataset of the tables in a database that have the names of tables of records."""
    found = {str(row[0]) for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    names = [name for name in (HEADER_TABLE, *COLLECTIONS) if name in found]
    tables = {name: connection.table(name).to_arrow_table() for name in names}
    return dataset_of_tables(tables, None)
