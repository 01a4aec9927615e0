"""Columns of Arrow as the values of fields, with parts and lists: each column is taken, tested and made at once."""

import functools
import itertools
import operator
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs

from diplo_events.formats._arrow_cells import (
    Array,
    CodedNode,
    KnownCells,
    Taker,
    Values,
    coded,
    coded_values,
    coder_of,
    finite,
    own_ids,
    plain_texts,
)
from diplo_events.formats._json_text import parse
from diplo_events.formats._record_code import filler_of
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import FrozenMap, nested
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

__all__ = ["default_of", "parts_of", "taker_of", "takers"]

ListMaker: TypeAlias = Callable[[Array, list[int], KnownCells], list[Any]]
"""Makes lists of their items and of where among these each list ends, 0 first."""

CODED: Final = (IdNode, CodeNode, VocabularyNode)
"""The nodes whose values differ if their texts differ."""


def parts_of(cls: type[attrs.AttrsInstance], columns: Iterable[Array], known: KnownCells) -> list[Any]:
    """Return the values with fields that are in some columns, one for each field.

    Args:
        cls: The class of the values.
        columns: The columns, none of which is of open fields.
        known: What was met before.

    Raises:
        Unfit: one of them may be wrong.
    """
    return filler_of(cls)([take(column, known) for take, column in zip(takers(cls), columns, strict=True)])


@functools.cache
def takers(cls: type[attrs.AttrsInstance]) -> tuple[Taker, ...]:
    """Return what makes the values of each field of a class."""
    return tuple(own_ids if field.name == "id" else taker_of(field.node, default_of(field)) for field in fields(cls))


def default_of(field: Field) -> object:
    """Return what a field has where nothing is given: its default, or an empty mapping where one must be given."""
    return FrozenMap[Any]() if field.required else field.default


def taker_of(node: Node, default: object = None) -> Taker:
    """Return the function that makes the values of a node of their column.

    Args:
        node: The node.
        default: The value where there is no mapping, if the node is of mappings.
    """
    make = maker_of(node.present, default)
    takes_empty = not isinstance(node, MapNode | PartNode | ManyNode)

    def take(column: Array, known: KnownCells) -> Values:
        missing, size = column.null_count, len(column)
        if not missing:
            return make(column, known) if size else []
        if not node.optional:
            raise Unfit
        if missing == size:
            return itertools.repeat(None, size)
        if takes_empty:
            return make(column, known)
        present = iter(make(column.drop_null(), known))
        return [next(present) if there else None for there in column.is_valid().to_pylist()]

    return take


def maker_of(node: Node, default: object) -> Taker:  # noqa: PLR0911  (one case for each kind of node)
    """Return the function that makes values of a column, in which cells may be empty unless its cells have parts."""
    match node:
        case TextNode():
            return plain_texts
        case IdNode() | CodeNode() | DateNode() | VocabularyNode():
            return coded_values(node)
        case WholeNode() | FlagNode():  # of 64 bits, as the column is
            return lambda column, _known: cast("list[Any]", column.to_pylist())
        case NumberNode():
            return lambda column, _known: [None if v is None else finite(v) for v in column.to_pylist()]
        case MapNode(of_text=True):
            return functools.partial(text_maps, default)
        case MapNode():
            return functools.partial(json_maps, default)
        case PartNode(cls=cls):
            return lambda column, known: parts_of(cls, column.flatten(), known)
        case ManyNode():
            return many_maker(node)
    assert_never(node)


def json_maps(default: object, column: Array, _known: KnownCells) -> Values:
    """Return the mappings in a column of texts in JSON.

    Raises:
        Unfit: one is not a mapping.
        InvalidRecordError: one has a value that no record holds.
    """
    texts: list[str] = column.to_pylist()
    if texts.count("{}") == len(texts):  # mostly
        return itertools.repeat(default, len(texts))
    return [default if text == "{}" else json_map(text) for text in texts]


def json_map(text: str) -> FrozenMap[Any]:
    """Return the mapping in a text in JSON."""
    mapping = parse(text)
    if type(mapping) is not dict:
        raise Unfit
    return FrozenMap(mapping)  # which looks for control characters, of which texts in JSON may have some in disguise


def text_maps(default: object, column: Array, known: KnownCells) -> Values:
    """Return the mappings in a column of lists of keys and texts.

    Raises:
        Unfit: a key is there twice, or a text may be wrong.
    """
    found = items_and_ends(column)
    if found is None:
        return itertools.repeat(default, len(column))
    flat, ends = found
    if flat.null_count:
        raise Unfit
    keys, texts = (tuple(take_text(inner, known)) for inner in flat.flatten())
    made: list[object] = []
    for start, end in itertools.pairwise(ends):
        items = sorted(zip(keys[start:end], texts[start:end], strict=True))
        mapping = dict(items)
        if len(mapping) != len(items):
            raise Unfit
        made.append(nested(mapping) if items else default)
    return made


take_text: Final = taker_of(TextNode())


def many_maker(node: ManyNode) -> Taker:
    """Return the function that makes tuples or sets of a column of lists."""
    item, least, container = node.item, node.least, node.container
    make = coded_lists(item, container) if isinstance(item, CODED) else lists(item, container)
    empty = container()

    def make_many(column: Array, known: KnownCells) -> Values:
        found = items_and_ends(column)
        if found is None:
            if least:
                raise Unfit
            return itertools.repeat(empty, len(column))
        flat, ends = found
        if flat.null_count or (least and any(end - start < least for start, end in itertools.pairwise(ends))):
            raise Unfit
        return make(flat, ends, known)

    return make_many


def coded_lists(item: CodedNode, container: type[Any]) -> ListMaker:
    """Return the function that makes lists of ids, codes or members, where lists of one equal item are one object."""
    code, empty = coder_of(item), container()

    def make(flat: Array, ends: list[int], known: KnownCells) -> list[Any]:
        values, places = coded(flat, code, known)
        ones = [container((value,)) for value in values]

        def several(found: list[int]) -> Any:  # noqa: ANN401  (a tuple or a set of anything)
            if len(set(found)) != len(found):
                raise Unfit
            return container([values[place] for place in found])

        return [
            (empty if start == end else ones[places[start]] if end - start == 1 else several(places[start:end]))
            for start, end in itertools.pairwise(ends)
        ]

    return make


def lists(item: Node, container: type[Any]) -> ListMaker:
    """Return the function that makes lists of other items."""
    take, key, empty = taker_of(item), key_of(item), container()

    def make(flat: Array, ends: list[int], known: KnownCells) -> list[Any]:
        items = tuple(take(flat, known))
        made = [items[start:end] for start, end in itertools.pairwise(ends)]
        for many in [many for many in made if len(many) > 1]:
            if len(set(map(key, many) if key else many)) != len(many) and len(set(many)) != len(many):
                raise Unfit
        return made if container is tuple else [container(many) if many else empty for many in made]

    return make


def key_of(item: Node) -> Callable[[Any], object] | None:
    """Return what is quickly told apart: of values for which it is different, none is there twice."""
    if not isinstance(item, PartNode):
        return None
    leaves = (field.name for field in fields(item.cls) if isinstance(field.node, TextNode | IdNode | WholeNode))
    return next(map(operator.attrgetter, leaves), None)


def items_and_ends(column: Array) -> tuple[Array, list[int]] | None:
    """Return the values of all lists of a column, and where each list ends in them, 0 first; `None`: there are none."""
    ends = memoryview(column.buffers()[1]).cast("i")[column.offset : column.offset + len(column) + 1]
    first, last = ends[0], ends[-1]
    if first == last:
        return None
    values = column.values
    if first:
        return values[first:last], [end - first for end in ends]
    return values[:last] if last < len(values) else values, ends.tolist()
