"""Tables as data frames of polars, and back. Needs the extra `polars`."""

from collections.abc import Mapping

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.formats.columns import ColumnType, ListOf, StructOf
from diplo_events.tables._reading import Given, Named, by_name, dataset_from, plain_cell
from diplo_events.tables._table import Table

try:
    import polars as pl
except ImportError as error:
    raise MissingExtraError.of("polars", "data frames of polars") from error

__all__ = ["dataset_of", "frame_of"]


def frame_of(table: Table) -> pl.DataFrame:
    """Return a table as a data frame."""
    return pl.DataFrame(
        [
            pl.Series(column.name, [row[column.name] for row in table.rows], dtype=dtype_of(column.type), strict=True)
            for column in table.columns
        ]
    )


def dtype_of(type_: ColumnType) -> pl.DataType:  # noqa: PLR0911  (one case for each type)
    """Return the type of a column in polars."""
    match type_:
        case ListOf(item=item):
            return pl.List(dtype_of(item))
        case StructOf(members=members):
            return pl.Struct([pl.Field(member.name, dtype_of(member.type)) for member in members])
        case "text":
            return pl.String()
        case "whole":
            return pl.Int64()
        case "number":
            return pl.Float64()
        case "flag":
            return pl.Boolean()
        case "day":
            return pl.Date()


def dataset_of(frames: pl.DataFrame | Mapping[Named, pl.DataFrame], name: Named | None) -> Dataset:
    """Make a dataset of data frames."""
    given = by_name(frames, name, pl.DataFrame, "a data frame of polars")
    return dataset_from(
        {
            key: Given(names=tuple(frame.columns), rows=[plain_cell(row) for row in frame.to_dicts()])
            for key, frame in given.items()
        }
    )
