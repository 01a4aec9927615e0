"""Tables of Arrow as records, read column by column. Needs the extra `arrow`.

Whatever it cannot read at once it refuses as `Unfit`, and the rows are then read one by one, which explains.
"""

import functools
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import attrs

from diplo_events.errors import InvalidRecordError, MissingExtraError
from diplo_events.formats._arrow_cells import KnownCells, Values
from diplo_events.formats._arrow_values import default_of, parts_of, taker_of, takers
from diplo_events.formats._record_code import filler_of
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_tables import arrow_schema, type_problems
from diplo_events.formats.columns import Column, ColumnType, ListOf, StructOf, columns_of
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN
from diplo_events.schema import ManyNode, TextNode, fields

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "tables of Arrow") from error

__all__ = ["records_of"]

Array: TypeAlias = Any
"""A column of Arrow: pyarrow has no types of its own."""

BATCH: Final = 65_536
"""How many rows are read at a time."""

take_open: Final = taker_of(ManyNode(item=TextNode(), container=tuple))

WRONG: Final = (Unfit, InvalidRecordError, pa.ArrowException, UnicodeDecodeError)
"""What is raised for rows that are not records, or are written in another way."""


def records_of(cls: type[attrs.AttrsInstance], table: Any) -> list[Any]:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the records in a table, whatever the order of its columns.

    Raises:
        Unfit: it has other columns or other types, or a row is not a record.
    """
    known = KnownCells()
    records: list[Any] = []
    try:
        for batch in fitting(cls, table).to_batches(max_chunksize=BATCH):
            records.extend(records_in(cls, batch.columns, known))
    except WRONG:
        raise Unfit from None
    return records


def fitting(cls: type[attrs.AttrsInstance], table: Any) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table with the columns of a class in their order, and with the types that are read here.

    Raises:
        Unfit: it has other columns or other types.
        pa.ArrowException: it has values that these types do not hold.
    """
    if table.schema.equals(written_schema(cls)):  # mostly
        return table
    schema = nullable_schema(cls)
    if sorted(table.column_names) != sorted(schema.names) or any(type_problems("", columns_of(cls), table.schema)):
        raise Unfit
    return table.select(schema.names).cast(schema)


@functools.cache
def written_schema(cls: type[attrs.AttrsInstance]) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the schema of the tables of a class as this library writes them."""
    return arrow_schema(columns_of(cls))


@functools.cache
def nullable_schema(cls: type[attrs.AttrsInstance]) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the schema of the tables of a class, in which any cell may be empty: that is looked at here."""
    return arrow_schema([optional(column) for column in columns_of(cls)])


def optional(column: Column) -> Column:
    """Return a column that may be empty, as all within it may be."""
    return attrs.evolve(column, type=optional_within(column.type), optional=True)


def optional_within(type_: ColumnType) -> ColumnType:
    """Return a type in which all members of structs may be empty."""
    match type_:
        case ListOf(item=item):
            return ListOf(optional_within(item))
        case StructOf(members=members):
            return StructOf(tuple(map(optional, members)))
        case _:
            return type_


def records_in(cls: type[attrs.AttrsInstance], columns: Sequence[Array], known: KnownCells) -> list[Any]:
    """Return the records in some columns.

    Raises:
        Unfit: a row may be none.
    """
    if not openable_names(cls):
        return parts_of(cls, columns, known)
    *columns, lists = columns
    names: list[tuple[str, ...]] = list(take_open(lists, known))
    return records_with_open(cls, columns, names, known) if any(names) else parts_of(cls, columns, known)


def records_with_open(
    cls: type[attrs.AttrsInstance], columns: Sequence[Array], names: Sequence[tuple[str, ...]], known: KnownCells
) -> list[Any]:
    """Return records of which some have open fields, which are empty cells.

    Args:
        cls: Their class.
        columns: The columns of the fields.
        names: The names of those that are open in each record.
        known: What was met before.

    Raises:
        Unfit: a row may be none, an empty cell is not listed as open, or one that is listed is not empty.
    """
    openable = openable_names(cls)
    if any(row and row != tuple(name for name in openable if name in row) for row in names):
        raise Unfit
    taken: list[Values] = []
    for field, column, take in zip(fields(cls), columns, takers(cls), strict=True):
        if not field.openable:
            taken.append(take(column, known))
            continue
        values = list(taker_of(attrs.evolve(field.node, optional=True), default_of(field))(column, known))
        if [value is None for value in values] != [field.name in row for row in names]:
            raise Unfit
        taken.append([OPEN if value is None else value for value in values])
    return filler_of(cls)(taken)
