"""Columns of Arrow as records, read column by column and made by the builder of the fast road. Needs the extra `arrow`.

Whatever it cannot read at once it refuses as `Unfit`, and the rows are then read one by one, which explains.
"""

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs

from diplo_events.errors import InvalidRecordError, MissingExtraError
from diplo_events.formats._json_text import parse
from diplo_events.formats._known_values import KnownValues
from diplo_events.formats._record_code import maker_of
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_tables import arrow_schema, type_problems
from diplo_events.formats.columns import Column, ColumnType, ListOf, StructOf, columns_of
from diplo_events.model.frozen_map import FrozenMap, forbidden
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    CodeNode,
    DateNode,
    Field,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
)

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "tables of Arrow") from error

__all__ = ["records_of"]

Array: TypeAlias = Any
"""A column of Arrow: pyarrow has no types of its own."""

Taker: TypeAlias = Callable[[Array], list[Any]]
"""Takes the values of a column as shadows have them; raises `Unfit` for values that no field has."""

OPEN_NODE: Final = ManyNode(item=TextNode(), container=tuple)

ABSENT: Final = object()
"""What a shadow has for an open field."""

WRONG: Final = (Unfit, InvalidRecordError, pa.ArrowException, UnicodeDecodeError)
"""What is raised for rows that are not records, or are written in another way."""


def records_of(cls: type[attrs.AttrsInstance], table: Any) -> list[Any]:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the records in a table, whatever the order of its columns.

    Raises:
        Unfit: it has other columns or other types, or a row is not a record.
    """
    schema = nullable_schema(cls)
    if sorted(table.column_names) != sorted(schema.names) or any(type_problems("", columns_of(cls), table.schema)):
        raise Unfit
    known = KnownValues()
    records: list[Any] = []
    try:
        fitting = table.select(schema.names).cast(schema)
        for batch in fitting.to_batches():
            records.extend(records_in(cls, batch.columns, known))
    except WRONG:
        raise Unfit from None
    return records


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


def records_in(cls: type[attrs.AttrsInstance], columns: Sequence[Array], known: KnownValues) -> Iterator[Any]:
    """Return the records in some columns.

    Raises:
        Unfit: a row is not a record.
    """
    build = maker_of(cls, bounded=True)(known)
    taken = [taker_of(field)(column) for field, column in zip(fields(cls), columns, strict=False)]
    if not openable_names(cls):
        yield from map(build, map(shadow_class(cls), *taken))
        return
    names = take(OPEN_NODE, columns[-1])
    mark_open(cls, taken, names)
    shadows = map(shadow_class(cls), *taken, names)
    if not any(names):
        yield from map(build, shadows)
        return
    build_draft = maker_of(cls, absent=ABSENT, bounded=True)(known)
    for shadow, open_names in zip(shadows, names, strict=True):
        yield (build_draft if open_names else build)(shadow)


def mark_open(cls: type[attrs.AttrsInstance], taken: list[list[Any]], names: Sequence[Sequence[str]]) -> None:
    """Mark the empty cells of fields that may be open, each of which must be listed as open.

    Raises:
        Unfit: one is not, or one that is listed is not empty.
    """
    listed = [(place, name) for place, row in enumerate(names) if row for name in row]
    for field, values in zip(fields(cls), taken, strict=True):
        if field.openable:
            places = [place for place, name in listed if name == field.name]
            if values.count(None) != len(places) or any(values[place] is not None for place in places):
                raise Unfit
            for place in places:
                values[place] = ABSENT


@functools.cache
def shadow_class(cls: type[attrs.AttrsInstance]) -> type[Any]:
    """Return the class of the shadows of a class, which takes the values of its fields, and the open ones, in order."""
    names = [field.name for field in fields(cls)]
    return attrs.make_class(cls.__name__, [*names, OPEN_KEY] if openable_names(cls) else names, eq=False, slots=True)


def taker_of(field: Field) -> Taker:
    """Return the function that takes the values of a field of its column; one that may be open may have empty cells."""
    node = attrs.evolve(field.node, optional=True) if field.openable else field.node
    return functools.partial(take, node)


def take(node: Node, column: Array) -> list[Any]:  # noqa: PLR0911  (one case for each kind of node)
    """Return the values of a column as shadows have them.

    Raises:
        Unfit: one of them is none of the node.
    """
    missing = column.null_count
    if missing and not node.optional:
        raise Unfit
    if missing == len(column):
        return [None] * missing
    match node:
        case TextNode():
            return plain_texts(column.to_pylist())
        case IdNode() | CodeNode() | DateNode() | WholeNode() | NumberNode() | FlagNode():
            return cast("list[Any]", column.to_pylist())
        case VocabularyNode(vocabulary=vocabulary):
            return list(map(members_of(vocabulary).__getitem__, column.to_pylist()))
        case MapNode(of_text=of_text):
            return [mapping_of(cell, of_text=of_text) for cell in column.to_pylist()]
        case ManyNode(item=item):
            return lists_of(column, item)
        case PartNode(cls=cls) if missing:
            made = iter(take(node.present, column.drop_null()))
            return [next(made) if there else None for there in column.is_valid().to_pylist()]
        case PartNode(cls=cls):
            columns = zip(fields(cls), column.flatten(), strict=True)
            return list(map(shadow_class(cls), *(take(field.node, inner) for field, inner in columns)))
    assert_never(node)


def plain_texts(texts: list[str | None]) -> list[str | None]:
    """Return texts, none of which has a control character.

    Raises:
        Unfit: one has.
    """
    for text in itertools.filterfalse(str.isprintable, filter(None, texts)):
        if forbidden().search(text):
            raise Unfit
    return texts


@functools.cache
def members_of(vocabulary: type[Enum]) -> Mapping[str | None, Enum | None]:
    """Return the members of a vocabulary by their texts, and `None` for an empty cell."""
    return Members({member.value: member for member in vocabulary} | {None: None})


class Members(dict[str | None, Enum | None]):
    """The members of a vocabulary by their texts; any other text raises `Unfit`."""

    def __missing__(self, text: str | None) -> Enum | None:
        raise Unfit


def mapping_of(cell: Any, *, of_text: bool) -> dict[str, Any]:  # noqa: ANN401  (a text, or a list of keys and values)
    """Return the mapping in a cell.

    Raises:
        Unfit: it has none, or a key twice.
        InvalidRecordError: it has a value that no record holds.
    """
    if cell in ("{}", []):
        return {}
    mapping: Any = {item["key"]: item["value"] for item in cell} if of_text else parse(cell)
    if type(mapping) is not dict or (of_text and len(mapping) != len(cell)):
        raise Unfit
    FrozenMap[Any](mapping)  # it looks for control characters, of which texts in JSON may have some in disguise
    return cast("dict[str, Any]", mapping)


def lists_of(column: Array, item: Node) -> list[Any]:
    """Return the values of a column of lists, as tuples; `None` for a list that is missing.

    Raises:
        Unfit: an item is none of the node.
    """
    flat = column.flatten()
    if len(flat) == 0 and not column.null_count:
        return [()] * len(column)
    items = tuple(take(item, flat))
    if column.null_count:
        lengths = (length or 0 for length in column.value_lengths().to_pylist())
        ends = list(itertools.accumulate(lengths, initial=0))
    else:
        ends = column.offsets.to_pylist()
        first = ends[0]
        ends = [end - first for end in ends] if first else ends
    cuts: list[Any] = [items[start:end] for start, end in itertools.pairwise(ends)]
    if column.null_count:
        cuts = [part if there else None for part, there in zip(cuts, column.is_valid().to_pylist(), strict=True)]
    return cuts
