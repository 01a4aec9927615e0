"""What the fields of records hold, as small frozen nodes: annotations are read here and nowhere else.

Checks, converter, JSON Schema, references, strategies and codebook are renderers of these nodes, each a short `match`.
"""

import functools
import types
import typing
from enum import Enum
from typing import Any, Final, NewType, Self, TypeAlias, cast

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.dates import EventDate
from diplo_events.model._field_docs import CLASS_DOCS, FIELD_DOCS
from diplo_events.model.frozen_map import FrozenMap
from diplo_events.model.ids import PATTERNS, Pattern, RecordId, SourceId

__all__ = [
    "CLASS_DOCS",
    "CodeNode",
    "DateNode",
    "Field",
    "FlagNode",
    "IdNode",
    "ManyNode",
    "MapNode",
    "Node",
    "NumberNode",
    "PartNode",
    "TextNode",
    "VocabularyNode",
    "WholeNode",
    "fields",
    "node_of",
    "openable_names",
]

FACTORY: Final = cast("type[Any]", attrs.Factory)
"""The class of defaults that are made anew for each record; attrs declares it as a function."""


IDENTIFYING: Final[frozenset[object]] = frozenset({SourceId})
"""The kinds of references without which nobody knows which record it is."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AnyNode(ByFields):
    """What all nodes have. A node that adds no field to it is a plain subclass, which is faster to import."""

    optional: bool = False
    """Whether `None` is allowed too."""

    @property
    def present(self) -> Self:
        """The same node without `None`."""
        return attrs.evolve(self, optional=False) if self.optional else self


class TextNode(AnyNode):
    """A text for people: not blank, without control characters."""

    __slots__ = ()


@attrs.frozen(kw_only=True, repr=False, eq=False)
class PatternNode(AnyNode):
    """What nodes of short texts with a pattern have."""

    kind: NewType
    """Of an id, what it is the id of: `ActorId`; `RecordId` for several types of records. Else which code it is."""

    @property
    def pattern(self) -> Pattern:
        """What texts of this kind look like."""
        return PATTERNS[self.kind]


class IdNode(PatternNode):
    """The id of a record: the record's own, or a reference to another."""

    __slots__ = ()


class CodeNode(PatternNode):
    """A short coded text: a language tag, a country code, an address."""

    __slots__ = ()


class WholeNode(AnyNode):
    """A whole number of at most 64 bits."""

    __slots__ = ()


class NumberNode(AnyNode):
    """A finite number."""

    __slots__ = ()


class FlagNode(AnyNode):
    """True or false."""

    __slots__ = ()


class DateNode(AnyNode):
    """An `EventDate`."""

    __slots__ = ()


@attrs.frozen(kw_only=True, repr=False, eq=False)
class VocabularyNode(AnyNode):
    """A member of a vocabulary."""

    vocabulary: type[Enum]
    """The vocabulary."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class MapNode(AnyNode):
    """A `FrozenMap` with keys that the user chooses."""

    of_text: bool
    """Whether all values are texts; otherwise they are any JSON."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class PartNode(AnyNode):
    """A value with fields of its own, such as a `Span`."""

    cls: type[attrs.AttrsInstance]
    """Its class."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class ManyNode(AnyNode):
    """Several values, each at most once."""

    item: "Node"
    """What each of them is."""
    container: type[tuple[Any, ...]] | type[frozenset[Any]]
    """`tuple` if their order counts, else `frozenset`."""
    least: int = 0
    """How many there are at least; a field says so with `attrs.field(metadata={"least": 1})`."""


Node: TypeAlias = (
    TextNode
    | IdNode
    | CodeNode
    | WholeNode
    | NumberNode
    | FlagNode
    | DateNode
    | VocabularyNode
    | MapNode
    | PartNode
    | ManyNode
)
"""What a field holds."""

LEAVES: Final[types.MappingProxyType[object, Node]] = types.MappingProxyType(
    {
        str: TextNode(),
        int: WholeNode(),
        float: NumberNode(),
        bool: FlagNode(),
        EventDate: DateNode(),
        FrozenMap[str]: MapNode(of_text=True),
        FrozenMap[Any]: MapNode(of_text=False),
    }
)


@functools.cache
def node_of(annotation: Any) -> Node:  # noqa: ANN401  (an annotation is any object)
    """Return the node of a field type.

    Raises:
        TypeError: fields cannot be of this type.

    Examples:
        >>> node_of(str | None)
        TextNode(optional=True)
        >>> node_of(tuple[bool, ...])
        ManyNode(optional=False, item=FlagNode(optional=False), container=<class 'tuple'>, least=0)
    """
    if annotation in LEAVES:
        return LEAVES[annotation]
    if isinstance(annotation, NewType):
        return id_or_code(annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {types.UnionType, typing.Union}:
        inner = [argument for argument in arguments if argument is not types.NoneType]
        if len(inner) == 1:
            return attrs.evolve(node_of(inner[0]), optional=True)
    if (origin is tuple and arguments[1:] == (...,)) or origin is frozenset:
        return ManyNode(item=node_of(arguments[0]), container=cast("type[tuple[Any, ...]]", origin))
    if attrs.has(annotation):
        return PartNode(cls=annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return VocabularyNode(vocabulary=annotation)
    raise TypeError(f"a field cannot be of type {annotation!r}")


def id_or_code(kind: NewType) -> IdNode | CodeNode:
    """Return the node of a kind of coded text."""
    if kind not in PATTERNS:
        raise TypeError(f"a field cannot be of type {kind!r}: it has no pattern")
    of_a_record = RecordId in {kind, kind.__supertype__}
    return IdNode(kind=kind) if of_a_record else CodeNode(kind=kind)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Field(ByFields):
    """One field of a record type."""

    name: str
    """Its name, in Python and in files."""
    node: Node
    """What it holds."""
    required: bool
    """Whether it must be given."""
    default: Any
    """Its value if it is not given; `attrs.NOTHING` for a required field."""
    doc: str
    """Its docstring: the line under it in the class."""
    openable: bool = False
    """Whether it may be `OPEN`, not coded yet."""


def fields(cls: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """List the fields of a class of the model, in order.

    Raises:
        TypeError: a field is of a type that no record can hold.

    Examples:
        >>> from diplo_events import Issue
        >>> [field.name for field in fields(Issue)]
        ['id', 'label', 'proposition', 'broader', 'description', 'extra']
        >>> fields(Issue)[1].node, fields(Issue)[1].doc
        (TextNode(optional=False), 'A short name.')
    """
    return read_fields(cls)


@functools.cache
def read_fields(cls: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """Read the fields of a class off its annotations."""
    attrs.resolve_types(cls)
    of_a_record = any(attribute.name == "id" for attribute in attrs.fields(cls))
    return tuple(
        Field(
            name=attribute.name,
            node=node_in(attribute),
            required=attribute.default is attrs.NOTHING,
            default=default_of(attribute),
            doc=doc_of(cls, attribute),
            openable=of_a_record and attribute.default is attrs.NOTHING and not identifies(attribute),
        )
        for attribute in attrs.fields(cls)
    )


def identifies(attribute: "attrs.Attribute[Any]") -> bool:
    """Whether a field says which record it is: its own id, or the source that reports it."""
    node = node_in(attribute)
    return isinstance(node, IdNode) and (attribute.name == "id" or node.kind in IDENTIFYING)


def openable_names(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """List the fields of a class that may be `OPEN`, not coded yet: those that a record must have.

    Not among them are what says which record it is, its id and its source, and the fields of its parts: a part that is
    not coded yet is left out.

    Examples:
        >>> from diplo_events import Position, Span
        >>> openable_names(Position), openable_names(Span)
        (('actor', 'issue', 'stance', 'basis', 'summary'), ())
    """
    return read_openable_names(cls)


@functools.cache
def read_openable_names(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Read off the fields of a class which of them may be open."""
    return tuple(field.name for field in read_fields(cls) if field.openable)


def node_in(attribute: "attrs.Attribute[Any]") -> Node:
    """Return the node of a field: of its annotation, with the smallest number of values from its metadata."""
    annotation: Any = attribute.type
    node, least = node_of(annotation), attribute.metadata.get("least", 0)
    return attrs.evolve(node, least=least) if least and isinstance(node, ManyNode) else node


def default_of(attribute: "attrs.Attribute[Any]") -> Any:  # noqa: ANN401  (of any type)
    """Return the default of a field."""
    default: Any = attribute.default
    if isinstance(default, FACTORY):
        return default.factory()
    return default


def doc_of(cls: type, attribute: "attrs.Attribute[Any]") -> str:
    """Return the docstring of a field, or what the metadata of a class outside the model say under `doc`."""
    for base in cls.__mro__:
        docs = FIELD_DOCS.get(f"{base.__module__}.{base.__qualname__}", {})
        if attribute.name in docs:
            return docs[attribute.name]
    return str(attribute.metadata.get("doc", ""))
