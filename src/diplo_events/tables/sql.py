"""Questions in SQL to the tables of a dataset, without access to files or the network. Needs the extra `duckdb`."""

from collections.abc import Collection
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, MissingExtraError, expect_type
from diplo_events.tables._duckdb import connection_of
from diplo_events.tables._registry import TABLES

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


ELSEWHERE: Final = ("show", "describe", "summarize", "pragma", "schema", "query", "duckdb", "sqlite", "pg_", "&")
"""What a question has in it that may read tables which it does not name."""


@attrs.frozen(kw_only=True)
class Result:
    """What a question in SQL found."""

    names: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[tuple[object, ...], ...]
    """The rows, each with a cell for each column."""


def tables_in(question: str) -> Collection[str]:
    """Return the tables that a question can read: those that it names; all, if it may ask for them in another way.

    >>> tables_in("SELECT count(*) FROM Statements"), len(tables_in("SHOW TABLES")) > 5
    (['statements'], True)
    """
    words = question.casefold()
    if any(word in words for word in ELSEWHERE):
        return TABLES
    return [name for name in TABLES if name in words]


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
    expect_type("dataset", dataset, Dataset)
    with connection_of(dataset, labels=True, filled=tables_in(question)) as connection:
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
