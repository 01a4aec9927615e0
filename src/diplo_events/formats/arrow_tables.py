"""Typed rows as tables of Apache Arrow, and back. Needs the extra `arrow`. Loses nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from diplo_events.errors import MissingExtraError, Problem
from diplo_events.formats.columns import Column, ColumnType, Leaf, ListOf, StructOf

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
    from pyarrow import parquet as pq  # pyright: ignore[reportMissingTypeStubs]  (it has none)
    from pyarrow import types as kinds  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "tables of Arrow") from error

__all__ = ["arrow_schema", "arrow_table", "arrow_type", "cells_of", "parquet_file", "type_problems"]

Check: TypeAlias = Callable[[Any], bool]

LEAVES: Final[Mapping[Leaf, Any]] = MappingProxyType(
    {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_(), "day": pa.date32()}
)
"""The types without parts: those that every reader of Arrow and Parquet knows, Spark among them."""

FITTING: Final[Mapping[Leaf, tuple[Check, ...]]] = MappingProxyType(
    {
        "text": (kinds.is_string, kinds.is_large_string, kinds.is_string_view),
        "whole": (kinds.is_integer,),
        "number": (kinds.is_floating, kinds.is_integer),
        "flag": (kinds.is_boolean,),
        "day": (kinds.is_date, kinds.is_timestamp),
    }
)
"""Which types of Arrow hold the same values."""

LISTS: Final[tuple[Check, ...]] = (
    *(kinds.is_list, kinds.is_large_list, kinds.is_fixed_size_list, kinds.is_list_view, kinds.is_large_list_view),
)


def arrow_type(type_: ColumnType) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the type of Arrow in which the cells of a column are kept.

    Examples:
        >>> print(arrow_type(ListOf("text")))
        list<element: string not null>
    """
    match type_:
        case ListOf(item=item):
            return pa.list_(pa.field("element", arrow_type(item), nullable=False))
        case StructOf(members=members):
            return pa.struct(map(field_of, members))
        case _:
            return LEAVES[type_]


def field_of(column: Column) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column as a field of a schema."""
    return pa.field(column.name, arrow_type(column.type), nullable=column.optional)


def arrow_schema(columns: Iterable[Column], metadata: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the schema of a table with some columns.

    Examples:
        >>> from diplo_events import Issue
        >>> from diplo_events.formats.columns import columns_of
        >>> arrow_schema(columns_of(Issue)).field("broader").nullable
        True
    """
    return pa.schema([field_of(column) for column in columns], metadata=metadata)


def arrow_table(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], schema: Any = None) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table of Arrow with some rows."""
    schema = arrow_schema(columns) if schema is None else schema
    arrays = [pa.array([row[column.name] for row in rows], type=arrow_type(column.type)) for column in columns]
    return pa.Table.from_arrays(arrays, schema=schema)


def parquet_file(table: Any) -> bytes:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table of Arrow as the bytes of a Parquet file, each page with a checksum."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, write_page_checksum=True)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def cells_of(table: Any) -> list[dict[str, Any]]:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the rows of a table of Arrow as plain values. Of two columns of one name, the last counts."""
    names = table.column_names
    cells = [column.to_pylist() for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)] if names else []


def type_problems(kind: str, columns: Iterable[Column], schema: Any) -> Iterator[Problem]:  # noqa: ANN401  (pyarrow has no types of its own)
    """List the columns of a table whose type cannot hold what they should.

    Types that hold the same values in another way will do: large strings, narrower numbers, dictionaries of strings.

    Args:
        kind: What the table is called.
        columns: The columns that it can have.
        schema: The schema that it has.
    """
    known: dict[str, ColumnType] = {column.name: column.type for column in columns}
    for field in schema:
        if field.name in known and not fits(known[field.name], field.type):
            expected = f"a column of {arrow_type(known[field.name])}"
            yield Problem(path=f"{kind}.{field.name}", expected=expected, found=f"one of {field.type}")


def fits(type_: ColumnType, arrow: Any) -> bool:  # noqa: ANN401  (pyarrow has no types of its own)
    """Whether a type of Arrow holds what a column should; what a struct has too much is found row by row."""
    if kinds.is_null(arrow):
        return True
    match type_:
        case ListOf(item=item):
            return any(check(arrow) for check in LISTS) and fits(item, arrow.value_type)
        case StructOf(members=members):
            found = {field.name: field.type for field in arrow} if kinds.is_struct(arrow) else None
            return found is not None and all(
                fits(member.type, found[member.name]) for member in members if member.name in found
            )
        case "text" if kinds.is_dictionary(arrow):
            return fits("text", arrow.value_type)
        case _:
            return any(check(arrow) for check in FITTING[type_])
