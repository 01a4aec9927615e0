"""To and from the libraries of tables, each of which is imported when it is asked for."""
# ruff: noqa: PLC0415  (importing this family loads no extra)

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentTypeError, expect_type, shown
from diplo_events.tables._reading import Named
from diplo_events.tables._registry import table
from diplo_events.tables._table import Table

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

__all__ = [
    "from_arrow",
    "from_duckdb",
    "from_pandas",
    "from_polars",
    "to_arrow",
    "to_duckdb",
    "to_pandas",
    "to_polars",
]


def to_pandas(data: Dataset | Table, name: Named | None = None, *, labels: bool = True) -> "pd.DataFrame":
    """Return a table of a dataset as a data frame of pandas.

    A text that is missing is `NaN`, as pandas has it; whole numbers stay whole numbers (`Int64`). Days have the type
    `datetime64[s]`, and a day that is not in the years 1 to 9999 is left out. Lists are lists, parts are dicts, and the
    user's own JSON (`extra`) is a text.

    Args:
        data: The dataset; or a table that was made of one, such as `stances(dataset, actor="Putin")`.
        name: The table: one of `TABLES`, or a record type such as `Statement`.
        labels: Whether a table of records has columns that make it readable; see `table`.

    Raises:
        ArgumentError: there is no such table.
        MissingExtraError: pandas is not installed.

    Examples:
        >>> import diplo_events
        >>> frame = to_pandas(diplo_events.load_example(), "statements")
        >>> lavrov = frame[[("lavrov" in speakers) for speakers in frame.speakers]]
        >>> lavrov[["when_earliest", "speaker_names", "acts"]].head(2)
           when_earliest    speaker_names    acts
        68    2025-08-20  [Sergey Lavrov]  [warn]
        71    2025-08-20  [Sergey Lavrov]  [warn]
    """
    from diplo_events.tables._pandas import frame_of

    return frame_of(chosen(data, name, labels=labels))


def to_polars(data: Dataset | Table, name: Named | None = None, *, labels: bool = True) -> "pl.DataFrame":
    """Return a table of a dataset as a data frame of polars: with lists, structs and days as polars has them.

    Args:
        data: The dataset; or a table that was made of one, such as `stances(dataset, actor="Putin")`.
        name: The table: one of `TABLES`, or a record type such as `Statement`.
        labels: Whether a table of records has columns that make it readable; see `table`.

    Raises:
        ArgumentError: there is no such table.
        MissingExtraError: polars is not installed.

    Examples:
        >>> import diplo_events
        >>> frame = to_polars(diplo_events.load_example(), "statements")
        >>> frame.explode("acts")["acts"].value_counts(sort=True).row(0)
        ('assess', 23)
    """
    from diplo_events.tables._polars import frame_of

    return frame_of(chosen(data, name, labels=labels))


def to_arrow(data: Dataset | Table, name: Named | None = None, *, labels: bool = True) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table of a dataset as a `pyarrow.Table`, whose types every reader of Arrow and Parquet knows.

    Args:
        data: The dataset; or a table that was made of one, such as `stances(dataset, actor="Putin")`.
        name: The table: one of `TABLES`, or a record type such as `Statement`.
        labels: Whether a table of records has columns that make it readable; see `table`.

    Raises:
        ArgumentError: there is no such table.
        MissingExtraError: pyarrow is not installed.

    Examples:
        >>> import diplo_events
        >>> print(to_arrow(diplo_events.load_example(), "positions").schema.field("when_latest"))
        pyarrow.Field<when_latest: date32[day]>
    """
    from diplo_events.tables._arrow import table_of

    return table_of(chosen(data, name, labels=labels))


def to_duckdb(dataset: Dataset, *, labels: bool = True) -> "duckdb.DuckDBPyConnection":
    """Return a connection to a database in memory that has all tables of a dataset, by the names in `TABLES`.

    Args:
        dataset: The records.
        labels: Whether the tables of records have columns that make them readable; see `table`.

    Raises:
        MissingExtraError: DuckDB is not installed.

    Examples:
        >>> import diplo_events
        >>> database = to_duckdb(diplo_events.load_example())
        >>> database.sql("SELECT count(*) FROM statements WHERE list_contains(speakers, 'putin')").fetchall()
        [(8,)]
    """
    from diplo_events.tables._duckdb import connection_of

    expect_type("dataset", dataset, Dataset)
    return connection_of(dataset, labels=labels)


def from_pandas(data: "pd.DataFrame | Mapping[Named, pd.DataFrame]", name: Named | None = None) -> Dataset:
    """Return the dataset that data frames of pandas hold: what `to_pandas` makes, or others with the same columns.

    The columns of fields that need not be given may be missing. Readable columns follow from the others: where one
    says something else, that is an error, and an empty cell in one says nothing. Without the table `dataset`, which has
    the title and the like, the result is partial: it may refer to records that are kept elsewhere.

    Args:
        data: The data frames by the names of their tables; or one, and its name.
        name: The name of the one table, such as `statements`, or its record type.

    Raises:
        NotReadableError: they are not a dataset; all problems are listed with table, row (from 0) and column.
        ArgumentError: a name is not that of a table of records.
        MissingExtraError: pandas is not installed.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.schema import COLLECTIONS
        >>> dataset = diplo_events.load_example()
        >>> frame = to_pandas(dataset, "issues")
        >>> from_pandas(frame, "issues")
        <Dataset: 34 issues, partial>
        >>> from_pandas({name: to_pandas(dataset, name) for name in ("dataset", *COLLECTIONS)}) == dataset
        True
        >>> frame.loc[2, "proposition"] = None
        >>> from_pandas(frame, "issues")
        Traceback (most recent call last):
            ...
        diplo_events.errors.NotReadableError: issues[2].proposition: expected a value for this field, found none; ...
    """
    from diplo_events.tables._pandas import dataset_of

    return dataset_of(data, name)


def from_polars(data: "pl.DataFrame | Mapping[Named, pl.DataFrame]", name: Named | None = None) -> Dataset:
    """Return the dataset that data frames of polars hold, under the same rules as `from_pandas`.

    Args:
        data: The data frames by the names of their tables; or one, and its name.
        name: The name of the one table, such as `statements`, or its record type.

    Raises:
        NotReadableError: they are not a dataset; all problems are listed with table, row (from 0) and column.
        ArgumentError: a name is not that of a table of records.
        MissingExtraError: polars is not installed.

    Examples:
        >>> import diplo_events
        >>> from_polars(to_polars(diplo_events.load_example(), "places"), "places")
        <Dataset: 22 places, partial>
    """
    from diplo_events.tables._polars import dataset_of

    return dataset_of(data, name)


def from_arrow(data: Any, name: Named | None = None) -> Dataset:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the dataset that tables of Arrow hold, under the same rules as `from_pandas`.

    Args:
        data: Each a `pyarrow.Table`, by their names; or one, and its name.
        name: The name of the one table, such as `statements`, or its record type.

    Raises:
        NotReadableError: they are not a dataset; all problems are listed with table, row (from 0) and column.
        ArgumentError: a name is not that of a table of records.
        MissingExtraError: pyarrow is not installed.

    Examples:
        >>> import diplo_events
        >>> from_arrow(to_arrow(diplo_events.load_example(), "places"), "places")
        <Dataset: 22 places, partial>
    """
    from diplo_events.tables._arrow import dataset_of

    return dataset_of(data, name)


def from_duckdb(connection: "duckdb.DuckDBPyConnection") -> Dataset:
    """Return the dataset that the tables of a database of DuckDB hold, under the same rules as `from_pandas`.

    Args:
        connection: The connection; its tables with the names of tables of records are read, and no others.

    Raises:
        NotReadableError: they are not a dataset; all problems are listed with table, row (from 0) and column.
        MissingExtraError: DuckDB is not installed.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> from_duckdb(to_duckdb(dataset, labels=False)) == dataset
        True
    """
    from diplo_events.tables._duckdb import dataset_of

    return dataset_of(connection)


def chosen(data: Dataset | Table, name: Named | None, *, labels: bool) -> Table:
    """Return the table that a function was called with, or that a dataset has under a name.

    Raises:
        ArgumentTypeError: it is neither, or there is a table and a name, or a dataset without one.
    """
    if isinstance(data, Table):
        if name is not None:
            raise ArgumentTypeError("expected no name beside a table, which has one")
        return data
    if name is None:
        raise ArgumentTypeError(f"expected the name of a table beside {shown(data)}, found none; write 'statements'")
    return table(data, name, labels=labels)
