"""Questions in SQL to the tables of a dataset, without access to files or the network. Needs the extra `duckdb`."""

from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, MissingExtraError, expect_type
from diplo_events.tables._conversions import to_duckdb

try:
    import duckdb
except ImportError as error:
    raise MissingExtraError.of("duckdb", "SQL") from error

__all__ = ["Result", "query"]

SETTINGS: Final = (
    "SET temp_directory = ''",
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
"""What keeps a question from files, the network, the variables of the program, and these settings."""

READING: Final = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})
"""The statements that only read."""


@attrs.frozen(kw_only=True)
class Result:
    """What a question in SQL found."""

    names: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[tuple[object, ...], ...]
    """The rows, each with a cell for each column."""


def query(dataset: Dataset, question: str) -> Result:
    """Ask the tables of a dataset in the SQL of DuckDB.

    The tables are those of `tables.TABLES`, with the columns that make them readable; `describe statements` lists the
    columns of one. The question is one statement that reads. It reaches neither files nor the network.

    Args:
        dataset: The records.
        question: The statement.

    Raises:
        ArgumentError: it is not SQL, asks for something that there is not, or is not one statement that reads.

    Examples:
        >>> import diplo_events
        >>> question = "SELECT stance, count(*) AS n FROM positions GROUP BY stance ORDER BY n DESC LIMIT 2"
        >>> query(diplo_events.load_example(), question)
        Result(names=('stance', 'n'), rows=(('agree', 55), ('strongly_agree', 18)))
        >>> query(diplo_events.load_example(), "SELECT * FROM 'secrets.csv'")
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentError: Permission Error: Cannot access file "secrets.csv" - ...
    """
    expect_type("question", question, str)
    with to_duckdb(dataset) as connection:
        for setting in SETTINGS:
            connection.execute(setting)
        try:
            statements = connection.extract_statements(question)
            if len(statements) != 1 or statements[0].type not in READING:
                found = ", ".join(statement.type.name for statement in statements) or "none"
                raise ArgumentError(f"expected one statement that reads, such as SELECT, found {found}")
            connection.execute(statements[0])
            names = tuple(str(column[0]) for column in connection.description or ())
            return Result(names=names, rows=tuple(connection.fetchall()))
        except duckdb.Error as error:
            lines = [line.strip() for line in str(error).splitlines()]
            raise ArgumentError("; ".join(line for line in lines if line.strip("^ "))) from None
