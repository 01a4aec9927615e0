"""Field types as nodes: what each type becomes, and which types no field can have."""

import typing
from collections.abc import Mapping
from typing import Annotated, Any, NewType, Optional

import attrs
import pytest

from diplo_events import EventDate, FrozenMap, Span, Stance
from diplo_events.model.ids import PATTERNS, ActorId, CanonicalId, CountryCode, RecordId
from diplo_events.schema import (
    TARGETS,
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
    node_of,
)
from each_case import each_case

NODES: list[tuple[Any, Node]] = [
    (str, TextNode()),
    (int, WholeNode()),
    (float, NumberNode()),
    (bool, FlagNode()),
    (EventDate, DateNode()),
    (Stance, VocabularyNode(vocabulary=Stance)),
    (Span, PartNode(cls=Span)),
    (RecordId, IdNode(kind=RecordId)),
    (ActorId, IdNode(kind=ActorId)),
    (CanonicalId, CodeNode(kind=CanonicalId)),
    (CountryCode, CodeNode(kind=CountryCode)),
    (FrozenMap[str], MapNode(of_text=True)),
    (FrozenMap[Any], MapNode(of_text=False)),
    (tuple[ActorId, ...], ManyNode(item=IdNode(kind=ActorId), container=tuple)),
    (frozenset[Stance], ManyNode(item=VocabularyNode(vocabulary=Stance), container=frozenset)),
]


@each_case(("annotation", "node"), NODES, ids=lambda value: getattr(value, "__name__", ""))
def test_each_type_has_its_node_and_so_has_the_same_type_or_none(annotation: Any, node: Node) -> None:
    optional = attrs.evolve(node, optional=True)
    assert node_of(annotation) == node == optional.present == node.present
    assert node_of(annotation | None) == node_of(Optional[annotation]) == optional != node  # noqa: UP045  (the older spelling is read alike)


def test_every_node_is_here() -> None:
    assert {type(node) for _, node in NODES} == set(typing.get_args(Node))
    assert len({node for _, node in NODES}) == len(NODES)
    assert TextNode() != FlagNode() != attrs.evolve(FlagNode(), optional=True)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        TextNode().optional = True


@each_case(
    "annotation",
    [
        str | int,
        str | int | None,
        None,
        Any,
        object,
        bytes,
        complex,
        list[str],
        set[str],
        dict[str, str],
        Mapping[str, str],
        tuple,
        tuple[str],
        tuple[str, str],
        tuple[list[str], ...],
        FrozenMap,
        FrozenMap[int],
        NewType("Unknown", str),
        Annotated[str, "a note"],
        typing.Literal["a"],
    ],
    ids=str,
)
def test_other_types_are_refused_with_their_name(annotation: Any) -> None:
    with pytest.raises(TypeError, match="a field cannot be of type"):
        node_of(annotation)


def test_ids_refer_to_records_and_codes_do_not() -> None:
    kinds = {kind: node_of(kind) for kind in PATTERNS}
    assert {kind for kind, node in kinds.items() if isinstance(node, IdNode)} == set(TARGETS)
    for kind, node in kinds.items():
        assert isinstance(node, IdNode | CodeNode)
        assert node.pattern is PATTERNS[kind]


def test_a_class_of_the_users_own_has_fields_too() -> None:
    @attrs.frozen
    class Visit:
        host: ActorId
        nights: "int | None" = None
        guests: tuple[ActorId, ...] = attrs.field(factory=tuple)

    host, nights, guests = fields(Visit)
    assert (host.node, host.required, host.default) == (IdNode(kind=ActorId), True, attrs.NOTHING)
    assert (nights.node, nights.required, nights.default) == (WholeNode(optional=True), False, None)
    assert (guests.required, guests.default) == (False, ())

    @attrs.frozen
    class Bad:
        notes: list[str]

    with pytest.raises(TypeError, match=r"a field cannot be of type list\[str\]"):
        fields(Bad)
