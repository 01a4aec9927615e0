"""Functions made for each record type, without a loop over its fields: a record of its shadow, and a shadow of it.

A shadow is an object with the attributes of a record in the types of JSON: texts for ids and dates, tuples for sets.
Each field is one step in the text of such a function, so that a reader of a million records asks nothing about their
fields. The text follows from the nodes of the fields and their rules alone.
"""

import functools
from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias, assert_never, cast

import attrs

from diplo_events.formats._known_values import (
    MOST_CODES,
    MOST_IDS,
    KnownCodes,
    KnownDates,
    KnownIds,
    frozen,
    thawed_usual,
    usual,
)
from diplo_events.formats._unfit import Unfit
from diplo_events.model.field_rules import Checked, value_test
from diplo_events.model.frozen_map import FrozenMap
from diplo_events.model.ids import ID, CanonicalId, RecordId
from diplo_events.model.node_rules import is_plain, value_rules
from diplo_events.model.open_field import OPEN
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
    node_of,
)

__all__ = ["Builder", "ShadowClasses", "Shadower", "build_of", "file_fields", "shadow_of"]

Builder: TypeAlias = Callable[[Any, "KnownIds", "KnownDates"], Any]
"""Makes a record of its shadow, with the ids and the dates that are known; raises `Unfit` if the values are wrong."""

Shadower: TypeAlias = Callable[[Any], Any]
"""Makes the shadow of a record; raises `Unfit` if it has a number that not all writers of JSON write in one way."""

ShadowClass: TypeAlias = Callable[[type[attrs.AttrsInstance]], type]
"""Returns the class of the shadows of a class; it takes the fields in the order of files."""

MOSTLY_NEW: Final[frozenset[object]] = frozenset({CanonicalId})
"""The kinds of ids that are mostly met for the first time, as the own id of a record is."""


def file_fields(cls: type[attrs.AttrsInstance]) -> list[Field]:
    """List the fields of a class in the order of files: those that a record must have come first."""
    return sorted(fields(cls), key=lambda field: not field.required)


class Code:
    """The text of a function in the making, and what its names mean."""

    def __init__(self, head: str) -> None:
        self.lines = [head]
        self.names: dict[str, object] = {"Unfit": Unfit, "OPEN": OPEN}
        self.depth = 1

    def add(self, *lines: str) -> None:
        """Add lines, at the depth where the text is."""
        self.lines.extend(f"{' ' * self.depth}{line}" for line in lines)

    def name(self, meaning: object) -> str:
        """Return a name for an object."""
        name = f"k{len(self.names)}"
        self.names[name] = meaning
        return name

    def function(self, name: str) -> Callable[..., Any]:
        """Make the function."""
        exec(compile("\n".join(self.lines), f"<{__name__}>", "exec"), self.names)  # noqa: S102  (made of nodes alone)
        return cast("Callable[..., Any]", self.names[name])


@functools.cache
def build_of(cls: type[attrs.AttrsInstance], absent: object = None) -> Builder:
    """Return the function that makes a record of a class of its shadow.

    The shadow has the right types, its whole numbers have 64 bits, and its texts are free of control characters;
    everything else is checked.

    Args:
        cls: The class.
        absent: What a shadow with a list of open fields, `open`, has for each of them. `None`: no field is open.
    """
    code = Code("def build(shadow, ids, dates):")
    add_part(code, cls, "shadow", 0, absent=None if absent is None else code.name(absent))
    code.add("return p0")
    return code.function("build")


def add_part(code: Code, cls: type[attrs.AttrsInstance], source: str, depth: int, *, absent: str | None = None) -> None:
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
    unfrozen = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")} | {"__slots__": ()}
    part, filled = f"p{depth}", code.name(type(cls.__name__, (cls,), unfrozen))
    code.add(f"{part} = {filled}()")
    for field in fields(cls):
        if isinstance(field.node, WholeNode | FlagNode | VocabularyNode) and not (absent and field.openable):
            code.add(f"{part}.{field.name} = {source}.{field.name}")  # nothing to make or to check
            continue
        code.add(f"v = {source}.{field.name}")
        if absent and field.openable:
            code.add(f"if v is {absent}: v = OPEN; o.append({field.name!r})", "else:")
            code.depth += 1
            code.add("pass")
            add_value(code, field, depth)
            code.depth -= 1
        else:
            add_value(code, field, depth)
        code.add(f"{part}.{field.name} = v")
    if absent:
        code.add(f"if not o or (*o,) != {source}.open: raise Unfit")
    if has_relations(cls):
        code.add(f"if not {part}._fits(): raise Unfit")
    code.add(f"{part}.__class__ = {code.name(cls)}")


def has_relations(cls: type) -> bool:
    """Whether a class has rules between its fields."""
    return any(
        "_fits" in vars(base) or "_relations" in vars(base) for base in cls.__mro__[: cls.__mro__.index(Checked)]
    )


def add_value(code: Code, field: Field, depth: int) -> None:
    """Add what makes the value of a field of `v`, which is that of the shadow."""
    node = field.node
    match node:
        case TextNode():
            add_rules(code, node)
        case WholeNode() | FlagNode() | VocabularyNode():
            pass  # the shadow has the value itself
        case IdNode() | CodeNode() if field.name == "id" or node.kind in MOSTLY_NEW:
            add_new_id(code, optional=node.optional)
        case IdNode() | CodeNode() | DateNode():
            made = f"{known(code, node)}[v]"
            code.add(f"v = v if v is None else {made}" if node.optional else f"v = {made}")
        case NumberNode():
            made = f"{code.name(usual)}(v)"
            code.add(f"v = v if v is None else {made}" if node.optional else f"v = {made}")
            add_rules(code, node)
        case MapNode():
            add_map(code, node, FrozenMap() if field.required else field.default)
        case PartNode(cls=cls):
            add_optional_part(code, cls, depth, optional=node.optional)
        case ManyNode():
            add_many(code, node, depth)
        case _:
            assert_never(node)


def add_new_id(code: Code, *, optional: bool) -> None:
    """Add the test of an id that is mostly met for the first time: as `KnownCodes` does it, without a call."""
    code.add(f"if {'v is not None and ' if optional else ''}v not in ids:")
    code.depth += 1
    code.add(f"if not {code.name(value_test(node_of(RecordId)))}(v): raise Unfit")
    code.add(f"if len(ids) >= {MOST_IDS}: ids.clear()", "ids[v] = v")
    code.depth -= 1
    code.add(f"{'elif v is not None' if optional else 'else'}: v = ids[v]")


def known(code: Code, node: IdNode | CodeNode | DateNode) -> str:
    """Return the name of the values that are known of a node."""
    if isinstance(node, DateNode):
        return "dates"
    if node.pattern is ID:
        return "ids"
    return code.name(KnownCodes(value_test(node.present), MOST_CODES))


def add_rules(code: Code, node: Node) -> None:
    """Add the tests of the rules of a node; that texts are plain is known."""
    for rule in value_rules(node):
        if rule.holds is not is_plain:
            test = f"({rule.inline})" if rule.inline else f"{code.name(rule.holds)}(v)"
            code.add(f"if {'v is not None and ' if node.optional else ''}not {test}: raise Unfit")


def add_map(code: Code, node: MapNode, default: object) -> None:
    """Add the freezing of a mapping."""
    code.add(f"v = {code.name(frozen)}(v) if v else {code.name(default)}")
    if node.of_text:
        code.add(f"if v and not {code.name(value_test(node))}(v): raise Unfit")


def add_optional_part(code: Code, cls: type[attrs.AttrsInstance], depth: int, *, optional: bool) -> None:
    """Add the making of a part, if there is one."""
    source = f"s{depth + 1}"
    code.add(f"{source} = v")
    if optional:
        code.add(f"if {source} is not None:")
        code.depth += 1
    add_part(code, cls, source, depth + 1)
    code.add(f"v = p{depth + 1}")
    if optional:
        code.depth -= 1


def add_many(code: Code, node: ManyNode, depth: int) -> None:
    """Add the making of a tuple or a set."""
    add_rules(code, node)
    code.add("if v:")
    code.depth += 1
    code.add("n = len(v)")
    repeats = f"if n > 1 and len({distinct(node.item)}) != n: raise Unfit"
    if is_one_value(node.item):
        code.add(repeats)
    match node.item:
        case IdNode() | CodeNode() | DateNode():
            values = known(code, node.item)
            code.add(f"v = ({values}[v[0]],) if n == 1 else tuple(map({values}.__getitem__, v))")
        case PartNode(cls=cls):
            parts, source = f"l{depth}", f"s{depth + 1}"
            code.add(f"{parts} = []", f"for {source} in v:")
            code.depth += 1
            add_part(code, cls, source, depth + 1)
            code.add(f"{parts}.append(p{depth + 1})")
            code.depth -= 1
            code.add(f"v = tuple({parts})")
        case VocabularyNode():
            pass
        case TextNode():
            code.add("for t in v:")
            code.depth += 1
            code.add(*(f"if not {code.name(rule.holds)}(t): raise Unfit" for rule in value_rules(node.item)))
            code.depth -= 1
        case _:
            raise TypeError(f"no code for several values of {node.item!r}")
    if not is_one_value(node.item):
        code.add(repeats)
    if node.container is frozenset:
        code.add("v = frozenset(v)")
    code.depth -= 1
    if node.container is frozenset:
        code.add(f"else: v = {code.name(frozenset())}")


def distinct(item: Node) -> str:
    """Return the text of a set of the items in `v`; a member of a vocabulary is equal to itself alone."""
    return "set(map(id, v))" if isinstance(item, VocabularyNode) else "set(v)"


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


class ShadowClasses(NamedTuple):
    """The classes of the shadows that a writer makes."""

    whole: ShadowClass
    """Returns that of records without open fields."""
    draft: ShadowClass
    """Returns that of records with open fields, which takes them by name, and their list as `open`."""
    part: ShadowClass
    """Returns that of the parts of records."""
    absent: object
    """What a shadow has for an open field."""


@functools.cache
def shadow_of(cls: type[attrs.AttrsInstance], classes: ShadowClasses) -> Shadower:
    """Return the function that makes the shadow of a record of a class, or of a part of one."""
    code = Code("def shadow(record):")
    draft = code.name(draft_shadow_of(cls, classes)) if any(field.openable for field in fields(cls)) else ""
    for field in file_fields(cls):
        code.add(f"{field.name} = v = record.{field.name}")
        if field.openable:
            code.add(f"if v is OPEN: return {draft}(record)")
        add_shadow(code, field, classes)
    names = ", ".join(field.name for field in file_fields(cls))
    code.add(f"return {code.name(classes.whole(cls))}({names})")
    return code.function("shadow")


def draft_shadow_of(cls: type[attrs.AttrsInstance], classes: ShadowClasses) -> Shadower:
    """Return the function that makes the shadow of a record of a class with open fields."""
    code = Code("def shadow(record):")
    code.add("o = []")
    absent = code.name(classes.absent)
    for field in fields(cls):
        code.add(f"{field.name} = v = record.{field.name}")
        if field.openable:
            code.add(f"if v is OPEN: {field.name} = {absent}; o.append({field.name!r})", "else:")
            code.depth += 1
            code.add("pass")
            add_shadow(code, field, classes)
            code.depth -= 1
        else:
            add_shadow(code, field, classes)
    names = ", ".join(f"{field.name}={field.name}" for field in fields(cls))
    code.add(f"return {code.name(classes.draft(cls))}(open=(*o,), {names})")
    return code.function("shadow")


def add_shadow(code: Code, field: Field, classes: ShadowClasses) -> None:
    """Add what makes the value of a field of a shadow of `v`, which is that of the record."""
    name, node = field.name, field.node
    if_any = "if v is not None: " if node.optional else ""
    match node:
        case MapNode():
            code.add(f"{name} = {code.name(thawed_usual)}(v) if v else {code.name({})}")
        case ManyNode(item=item, container=container):
            each = shadow_text(code, item, classes)
            if container is frozenset:
                code.add(f"{name} = tuple(sorted([x.value for x in v])) if v else ()")
            elif each:
                one = f"({each}(v[0]),) if len(v) == 1 else "
                code.add(f"if v: {name} = {one}tuple([{each}(x) for x in v])")
        case _:
            if each := shadow_text(code, node, classes):
                code.add(f"{if_any}{name} = {each}(v)")


def shadow_text(code: Code, node: Node, classes: ShadowClasses) -> str:
    """Return the name of the function that makes the shadow of a value of a node; none if it is the value itself."""
    match node:
        case DateNode():
            return "str"
        case NumberNode():
            return code.name(usual)
        case PartNode(cls=cls):
            return code.name(shadow_of(cls, classes._replace(whole=classes.part)))
        case _:
            return ""
