"""Records as columns of Arrow, made column by column: no row is made on the way. Needs the extra `arrow`."""

import array
import functools
import itertools
import operator
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs

from diplo_events.errors import MissingExtraError
from diplo_events.formats._function_text import FunctionText
from diplo_events.formats.arrow_tables import arrow_type
from diplo_events.formats.columns import OPEN_COLUMN, entries, json_of, type_of
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN
from diplo_events.schema import (
    CodeNode,
    DateNode,
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

__all__ = ["columns_of_records"]

Array: TypeAlias = Any
"""A column of Arrow: pyarrow has no types of its own."""

TEXT: Final = arrow_type("text")
OPEN_TYPE: Final = arrow_type(OPEN_COLUMN.type)

WORD: Final = operator.attrgetter("value")
"""Returns the text of a member of a vocabulary."""

Values: TypeAlias = Sequence[Any]
"""The values of one field of many records."""

Maker: TypeAlias = Callable[[Values], Array]
"""Makes a column of the values of a field, of which none is open."""


def columns_of_records(cls: type[attrs.AttrsInstance], records: Values) -> list[Array]:
    """Return the columns of some records of one class, in order.

    Raises:
        OverflowError: a column has more text than one array of Arrow holds, which is two gigabytes.
    """
    taken = taker_of(cls)(records)
    openable = openable_names(cls)
    drafts = [place for place, record in enumerate(records) if record.open] if openable and taken.pop() else []
    arrays: list[Array] = []
    for field, make, values in zip(fields(cls), makers_of(cls), taken, strict=True):
        if drafts and field.openable:
            arrays.append(with_open(field.node, make, values))
        else:
            arrays.append(make(values))
    if openable:
        names = [()] * len(records)
        for place in drafts:
            names[place] = records[place].open
        arrays.append(lists(names, OPEN_TYPE))
    return arrays


@functools.cache
def taker_of(cls: type[attrs.AttrsInstance]) -> Callable[[Values], list[Any]]:
    """Return the function that takes the values of each field of many records.

    Of a class with fields that may be open, the records in which one is come last.
    """
    code = FunctionText("def take(records):")
    lists = [f"[r.{field.name} for r in records]" for field in fields(cls)]
    if openable := openable_names(cls):
        lists.append(f"[r for r in records if {' or '.join(f'r.{name} is OPEN' for name in openable)}]")
    code.add(f"return [{', '.join(lists)}]")
    return cast("Callable[[Values], list[Any]]", code.function("take"))


def with_open(node: Node, make: Maker, values: Values) -> Array:
    """Return the column of a field that is open in some records, where its cells are empty."""
    nothing: object = () if isinstance(node, ManyNode) else None
    made = make([nothing if value is OPEN else value for value in values])
    places = [None if value is OPEN else place for place, value in enumerate(values)]
    return made.take(pa.array(places, pa.int32())) if nothing is not None and None in places else made


@functools.cache
def makers_of(cls: type[attrs.AttrsInstance]) -> list[Maker]:
    """Return what makes the column of each field of a class."""
    return [
        map_maker(field.node, field.default) if isinstance(field.node, MapNode) else maker_of(field.node.present)
        for field in fields(cls)
    ]


def map_maker(node: MapNode, default: object) -> Maker:
    """Return the function that makes a column of mappings, most of which are the default, an empty one."""
    type_ = arrow_type(type_of(node))
    if not node.of_text:
        return lambda values: plain(["{}" if value is default else json_of(value) for value in values], type_)
    return lambda values: lists([() if value is default else entries(value) for value in values], type_)


@functools.cache
def maker_of(node: Node) -> Maker:  # noqa: PLR0911  (one case for each kind of node)
    """Return the function that makes a column of the values of a node."""
    type_ = arrow_type(type_of(node))
    match node:
        case TextNode() | IdNode() | CodeNode() | WholeNode() | NumberNode() | FlagNode():
            return lambda values: plain(values, type_)
        case DateNode():
            return lambda values: plain([None if value is None else str(value) for value in values], type_)
        case VocabularyNode(vocabulary=vocabulary):
            get = words_of(vocabulary).__getitem__
            return lambda values: plain(list(map(get, map(id, values))), type_)
        case MapNode():
            return map_maker(node, None)
        case ManyNode(item=PartNode(cls=cls)):
            return lambda values: lists_of_parts(cls, values, type_)
        case ManyNode(item=VocabularyNode(vocabulary=vocabulary), container=container):
            return members_maker(vocabulary, type_, ordered=container is tuple)
        case ManyNode():
            return lambda values: lists(values, type_)
        case PartNode(cls=cls):
            return lambda values: parts(cls, values, type_)
    assert_never(node)


def members_maker(vocabulary: type[Enum], type_: Any, *, ordered: bool) -> Maker:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the function that makes a column of lists of members of a vocabulary, sorted if they have no order."""
    get = words_of(vocabulary).__getitem__

    def make(values: Values) -> Array:
        if not any(values):
            return lists(values, type_)
        members = itertools.chain.from_iterable(
            values if ordered else (sorted(v, key=WORD) if len(v) > 1 else v for v in values)
        )
        return cut(plain(list(map(get, map(id, members))), TEXT), values, type_)

    return make


def words_of(vocabulary: type[Enum]) -> dict[int, Any]:
    """Return the text of each member of a vocabulary, and `None` for `None`, by identity: their hashes are slow."""
    return {id(member): member.value for member in vocabulary} | {id(None): None}


def plain(values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of plain values.

    Raises:
        OverflowError: they are more text than one array holds.
    """
    if type_ == TEXT and not any(values):  # no text is empty
        return pa.nulls(len(values), type_)
    made = pa.array(values, type_)
    if isinstance(made, pa.ChunkedArray):
        raise OverflowError("too much text for one array")
    return made


def lists(values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of lists of plain values; most of such columns have nothing but empty lists."""
    if any(values):
        return plain(values, type_)
    return pa.ListArray.from_arrays(offsets(bytes(4 * (len(values) + 1))), pa.array([], type_.value_type), type=type_)


def lists_of_parts(cls: type[attrs.AttrsInstance], values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of lists of parts."""
    if not any(values):
        return lists(values, type_)
    return cut(struct(cls, list(itertools.chain.from_iterable(values)), type_.value_type), values, type_)


def cut(items: Array, values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of lists of items, each as long as one of some values."""
    ends = array.array("i", itertools.accumulate(map(len, values), initial=0))
    return pa.ListArray.from_arrays(offsets(ends), items, type=type_)


def offsets(ends: "bytes | array.array[int]") -> Array:
    """Return where each list begins, and the last one ends, as Arrow has it."""
    buffer = pa.py_buffer(ends)
    return pa.Array.from_buffers(pa.int32(), buffer.size // 4, [None, buffer])


def parts(cls: type[attrs.AttrsInstance], values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of parts, some of which may be missing."""
    present = [value for value in values if value is not None]
    if not present:
        return pa.array(values, type_)
    made = struct(cls, present, type_)
    if len(present) == len(values):
        return made
    places = itertools.count()  # members of a part that is missing are not: Parquet would refuse them
    spread = made.take(pa.array([0 if value is None else next(places) for value in values], pa.int32()))
    missing = pa.array([value is None for value in values])
    return pa.StructArray.from_arrays(spread.flatten(), fields=list(type_), mask=missing)


def struct(cls: type[attrs.AttrsInstance], values: Values, type_: Any) -> Array:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a column of parts, none of which is missing."""
    return pa.StructArray.from_arrays(columns_of_records(cls, values), fields=list(type_))
