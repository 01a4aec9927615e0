"""Tables as data frames of pandas, and back. Needs the extra `pandas`."""

from collections.abc import Mapping
from typing import Any

from diplo_events.dataset import Dataset, Header
from diplo_events.errors import MissingExtraError
from diplo_events.formats.columns import Column, columns_of
from diplo_events.schema import COLLECTIONS
from diplo_events.tables._reading import Given, Named, by_name, dataset_from, plain_cell
from diplo_events.tables._table import Table

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError.of("pandas", "data frames of pandas") from error

__all__ = ["dataset_of", "frame_of"]


def frame_of(table: Table) -> pd.DataFrame:
    """Return a table as a data frame."""
    cells = {
        column.name: pd.Series([row[column.name] for row in table.rows], dtype=dtype_of(column))
        for column in table.columns
    }
    return pd.DataFrame(cells)


def dtype_of(column: Column) -> Any:  # noqa: ANN401  (pandas has no one type of them)
    """Return the type of a column in pandas: one that keeps numbers and truth values where some are missing."""
    match column.type:
        case "text":
            return pd.StringDtype(na_value=float("nan"))
        case "whole":
            return "Int64" if column.optional else "int64"
        case "number":
            return "Float64" if column.optional else "float64"
        case "flag":
            return "boolean" if column.optional else "bool"
        case "day":
            return "datetime64[s]"
        case _:
            return "object"


def dataset_of(frames: pd.DataFrame | Mapping[Named, pd.DataFrame], name: Named | None) -> Dataset:
    """Make a dataset of data frames."""
    given = by_name(frames, name, pd.DataFrame, "a data frame of pandas")
    return dataset_from({key: given_by(key, frame) for key, frame in given.items()})


def given_by(key: str, frame: pd.DataFrame) -> Given:
    """Return a data frame as plain values."""
    whole = {column.name for column in columns_of(COLLECTIONS.get(key, Header)) if column.type == "whole"}
    names = [str(name) for name in frame.columns]
    cells = [
        [plain_cell(cell, whole=name in whole) for cell in frame.iloc[:, index]] for index, name in enumerate(names)
    ]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]
    return Given(names=tuple(names), rows=rows)
