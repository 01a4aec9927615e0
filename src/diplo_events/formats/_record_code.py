"""Functions made for each record type, without a loop over its fields: the record of a shadow that was read.

A shadow is an object with the attributes of a record in the types of JSON: texts for ids and dates, tuples for sets.
Each field is one step in the text of such a function, so that a reader of a million records asks nothing about their
fields. The text follows from the nodes of the fields and their rules alone.
"""

import functools
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs

from diplo_events._internal.dataset.fitting import Types
from diplo_events.formats._function_text import FunctionText, MakerText
from diplo_events.formats._known_values import MOST_CODES, KnownCodes, KnownTerms, KnownValues, frozen, usual
from diplo_events.model.field_rules import Checked, value_test
from diplo_events.model.frozen_map import FrozenMap, nested
from diplo_events.model.ids import ActorId, CanonicalId, IssueId, PlaceId, RecordId, SourceId
from diplo_events.model.node_rules import is_plain, value_rules
from diplo_events.schema import (
    TARGETS,
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
    node_of,
)

__all__ = ["Builder", "BuilderMaker", "Filler", "filler_of", "has_relations", "maker_of"]

Builder: TypeAlias = Callable[[Iterable[Any], list[Any]], None]
"""Adds to a list the record of each of some shadows of one class; raises `Unfit` at the first with wrong values."""

Filler: TypeAlias = Callable[[Sequence[Iterable[Any]]], list[Any]]
"""Makes many values of a class of the columns of their fields; raises `Unfit` if fields do not go together."""

BuilderMaker: TypeAlias = Callable[["KnownValues"], Builder]
"""Makes a builder for one reader, with what this one knows."""

MOSTLY_NEW: Final[frozenset[object]] = frozenset({CanonicalId})
"""The kinds of ids that are mostly met for the first time, as the own id of a record is."""

REPEATS: Final = "if len(set(v)) != len(v): raise Unfit"
"""The test whether each item is there once."""

MOSTLY_SHARED: Final[frozenset[object]] = frozenset({ActorId, PlaceId, IssueId, SourceId})
"""The kinds of records to which many others refer."""


@functools.cache
def maker_of(cls: type[attrs.AttrsInstance], *, absent: object = None, bounded: bool) -> BuilderMaker:
    """Return the function that makes the builder of the records of a class for a reader.

    The shadow has the right types, its whole numbers have 64 bits, and its texts are free of control characters;
    everything else is checked.

    Args:
        cls: The class.
        absent: What a shadow with a list of open fields, `open`, has for each of them. `None`: no field is open.
        bounded: Whether the reader keeps only so much.
    """
    code = BuilderText(bounded=bounded)
    with code.block("for s0 in shadows:"):
        add_part(code, cls, "s0", 0, absent=None if absent is None else code.name(absent))
        code.add("found.append(p0)")
    return code.maker("build")


class BuilderText(MakerText):
    """The text of a builder."""

    def __init__(self, *, bounded: bool) -> None:
        super().__init__("def build(shadows, found")
        self.bounded = bounded
        self.no_items = self.name(())

    def put(self, table: str) -> None:
        """Add the putting of `v` into a table."""
        if self.bounded:
            self.add(f"if len({table}) >= {self.table('known.most')}: {table}.clear()")
        self.add(f"{table}[v] = v")


def add_part(
    code: BuilderText, cls: type[attrs.AttrsInstance], source: str, depth: int, *, absent: str | None = None
) -> None:
    """Add the making of one value with fields, `p` and the depth.

    The value is first of a class of its own without slots, which can be filled: as that of the record is frozen, its
    fields could be set only one call at a time.

    Args:
        code: Where it is added.
        cls: The class of the value.
        source: The name of the shadow.
        depth: How deep the value lies in its record.
        absent: The name of what the shadow has for an open field.
    """
    if absent:
        code.add("o = []")
    part, filled = f"p{depth}", code.name(unfrozen(cls))
    code.add(f"{part} = {filled}()")
    for field in fields(cls):
        is_openable = absent and field.openable
        if not is_openable and (made := made_at_once(code, field)):
            code.add(f"{part}.{field.name} = {made.format(f'{source}.{field.name}')}")
            continue
        code.add(f"v = {source}.{field.name}")
        if is_openable:
            code.add(f"if v is {absent}: v = OPEN; o.append({field.name!r})")
        with code.block("else:") if is_openable else nullcontext():
            add_value(code, cls, field, depth)
        code.add(f"{part}.{field.name} = v")
    if absent:
        code.add(f"if not o or (*o,) != {source}.open: raise Unfit")
    if has_relations(cls):
        code.add(f"if not {part}._fits(): raise Unfit")
    code.add(f"{part}.__class__ = {code.name(cls)}")


@functools.cache
def unfrozen(cls: type[attrs.AttrsInstance]) -> type[attrs.AttrsInstance]:
    """Return a class of the same slots that can be filled."""
    methods = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(cls.__name__, (cls,), methods | {"__slots__": ()})


@functools.cache
def filler_of(cls: type[attrs.AttrsInstance]) -> Filler:
    """Return the function that makes values of a class of the columns of their fields, each of which is right."""
    code = FunctionText("def fill(columns):")
    code.add("made = []", "add = made.append")
    names = [f"v{place}" for place, _ in enumerate(fields(cls))]
    with code.block(f"for {', '.join(names)}, in zip(*columns, strict=True):"):
        code.add(f"p = {code.name(unfrozen(cls))}()")
        code.add(*(f"p.{field.name} = {name}" for field, name in zip(fields(cls), names, strict=True)))
        if has_relations(cls):
            code.add("if not p._fits(): raise Unfit")
        code.add(f"p.__class__ = {code.name(cls)}", "add(p)")
    code.add("return made")
    return cast("Filler", code.function("fill"))


def has_relations(cls: type) -> bool:
    """Whether a class has rules between its fields."""
    return any(
        "_fits" in vars(base) or "_relations" in vars(base) for base in cls.__mro__[: cls.__mro__.index(Checked)]
    )


def made_at_once(code: BuilderText, field: Field) -> str | None:
    """Return what makes a value of that of the shadow, in braces, if that is one step."""
    match field.node:
        case WholeNode() | FlagNode() | VocabularyNode():
            return "{}"  # nothing to make or to check
        case IdNode() | CodeNode() | DateNode() as node if not node.optional and not is_new(field):
            return f"{known(code, node)}[{{}}]"
        case ManyNode(item=VocabularyNode()) as node:
            return f"{code.name(KnownTerms(node))}[{{}}]"
        case _:
            return None


def is_new(field: Field) -> bool:
    """Whether the ids in a field are mostly met for the first time."""
    return isinstance(field.node, IdNode | CodeNode) and (field.name == "id" or field.node.kind in MOSTLY_NEW)


def add_value(code: BuilderText, owner: type, field: Field, depth: int) -> None:
    """Add what makes the value of a field of `v`, which is that of the shadow."""
    node = field.node
    match node:
        case TextNode():
            add_rules(code, node)
        case WholeNode() | FlagNode() | VocabularyNode():
            code.add("pass")  # the shadow has the value itself
        case IdNode() if field.name == "id":
            add_own_id(code, owner)
        case IdNode() | CodeNode() if is_new(field):
            add_new_id(code, optional=node.optional)
        case IdNode() | CodeNode() | DateNode():
            code.add(f"{if_any(node)}v = {known(code, node)}[v]")
        case NumberNode():
            code.add(f"{if_any(node)}v = {code.name(usual)}(v)")
            add_rules(code, node)
        case MapNode():
            add_map(code, node, FrozenMap() if field.required else field.default)
        case PartNode(cls=cls):
            add_optional_part(code, cls, depth, optional=node.optional)
        case ManyNode():
            add_many(code, node, depth)
        case _:
            assert_never(node)


def if_any(node: Node) -> str:
    """Return what stands before something done with a value that may be missing."""
    return "if v is not None: " if node.optional else ""


def add_own_id(code: BuilderText, cls: type) -> None:
    """Add the test of the id of a record, and what lets others refer to it."""
    code.add(f"if not {code.name(value_test(node_of(RecordId)))}(v): raise Unfit")
    for types in dict.fromkeys(TARGETS.values()):
        if cls in types:
            code.put(targets(code, types))


def add_new_id(code: BuilderText, *, optional: bool) -> None:
    """Add the test of an id that is mostly met for the first time: as `KnownCodes` does it, without a call."""
    ids = code.table("known.names")
    with (
        code.block("if v is not None:") if optional else nullcontext(),
        code.block(f"if v in {ids}: v = {ids}[v]", "else:"),
    ):
        code.add(f"if not {code.name(value_test(node_of(RecordId)))}(v): raise Unfit")
        code.put(ids)


def targets(code: BuilderText, types: Types) -> str:
    """Return the name of the ids of the records to which a field refers."""
    return code.table(f"known.of({code.name(types)})")


def known(code: BuilderText, node: IdNode | CodeNode | DateNode) -> str:
    """Return the name of the values that are known of a node."""
    if isinstance(node, DateNode):
        return code.table("known.dates")
    if isinstance(node, IdNode):
        return targets(code, TARGETS[node.kind])
    return code.name(KnownCodes(value_test(node.present), MOST_CODES))


def add_rules(code: BuilderText, node: Node) -> None:
    """Add the tests of the rules of a node; that texts are plain is known."""
    for rule in value_rules(node):
        if rule.holds is not is_plain:
            test = f"({rule.inline})" if rule.inline else f"{code.name(rule.holds)}(v)"
            code.add(f"if {'v is not None and ' if node.optional else ''}not {test}: raise Unfit")


def add_map(code: BuilderText, node: MapNode, default: object) -> None:
    """Add the freezing of a mapping."""
    with code.block("if v:"):
        if node.of_text:
            code.add("w = v")
            with code.block("for v in (*w, *w.values()):"):
                add_rules(code, TextNode())
            code.add(f"v = {code.name(nested)}(dict(sorted(w.items())))")
        else:
            code.add(f"v = {code.name(frozen)}(v)")
    code.add(f"else: v = {code.name(default)}")


def add_optional_part(code: BuilderText, cls: type[attrs.AttrsInstance], depth: int, *, optional: bool) -> None:
    """Add the making of a part, if there is one."""
    source = f"s{depth + 1}"
    code.add(f"{source} = v")
    with code.block(f"if {source} is not None:") if optional else nullcontext():
        add_part(code, cls, source, depth + 1)
        code.add(f"v = p{depth + 1}")


def add_many(code: BuilderText, node: ManyNode, depth: int) -> None:
    """Add the making of a tuple or a set."""
    if isinstance(node.item, VocabularyNode):
        code.add(f"v = {code.name(KnownTerms(node))}[v]")
        return
    if node.container is not tuple:
        raise TypeError(f"no code for {node!r}")
    add_rules(code, node)
    with nullcontext() if node.least else code.block(f"if v is not {code.no_items}:"):
        add_items(code, node.item, depth)


def add_items(code: BuilderText, item: Node, depth: int) -> None:
    """Add the making of a tuple that is not empty; one item, as there mostly is, cannot be there twice."""
    match item:
        case IdNode() | CodeNode() | DateNode():
            values = known(code, item)
            code.add(f"if len(v) == 1: v = {one_item(code, item, values)}")
            with code.block("else:"):
                code.add(REPEATS, f"v = tuple(map({values}.__getitem__, v))")
        case PartNode(cls=cls):
            add_parts(code, cls, depth)
        case TextNode():
            code.add(REPEATS, "w = v")
            with code.block("for v in w:"):
                add_rules(code, item)
            code.add("v = w")
        case _:
            raise TypeError(f"no code for several values of {item!r}")


def one_item(code: BuilderText, item: IdNode | CodeNode | DateNode, values: str) -> str:
    """Return what makes a tuple of one item: one object for equal ones, if there are mostly many of these."""
    if isinstance(item, IdNode) and item.kind in MOSTLY_SHARED:
        return f"{code.table(f'known.alone({code.name(TARGETS[item.kind])})')}[v[0]]"
    return f"({values}[v[0]],)"


def add_parts(code: BuilderText, cls: type[attrs.AttrsInstance], depth: int) -> None:
    """Add the making of a tuple of parts, of which there is mostly one."""
    source, part, parts = f"s{depth + 1}", f"p{depth + 1}", f"l{depth}"
    early = is_one_value(PartNode(cls=cls))
    with code.block("if len(v) == 1:"):
        code.add(f"{source} = v[0]")
        add_part(code, cls, source, depth + 1)
        code.add(f"v = ({part},)")
    with code.block("else:"):
        code.add(*([REPEATS] if early else []), f"{parts} = []")
        with code.block(f"for {source} in v:"):
            add_part(code, cls, source, depth + 1)
            code.add(f"{parts}.append({part})")
        code.add(f"v = tuple({parts})", *([] if early else [REPEATS]))


def is_one_value(node: Node) -> bool:
    """Whether shadows of a node are equal if and only if the values are; maps and sets can be in any order."""
    match node:
        case MapNode():
            return False
        case ManyNode(item=item, container=container):
            return container is tuple and is_one_value(item)
        case PartNode(cls=cls):
            return all(is_one_value(field.node) for field in fields(cls))
        case _:
            return True
