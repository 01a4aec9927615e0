"""`context`: the JSON-LD 1.1 context that makes triples of the JSON form of a dataset, from the fields of classes."""

import functools
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, assert_never

import attrs

from diplo_events.dataset import Header
from diplo_events.formats.linked_data.terms import (
    EDTF,
    OPEN_TERM,
    PREFIXES,
    RECORD_BASE,
    VOCABULARY,
    all_classes,
    class_term,
    field_term,
    linked_fields,
    types_of,
)
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    COLLECTIONS,
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
)

__all__ = ["class_context", "context", "definition_of"]

UNSAID: tuple[str, ...] = ("closed", "end")
"""The keys that speak of the file and not of the data; no triples come of them."""


@functools.cache
def context() -> dict[str, Any]:
    """Return the JSON-LD 1.1 context of a dataset: what each key means, for each class by itself.

    A key that no other vocabulary has is a term of the project's own.

    >>> context()["Span"]["@context"]["start"]
    {'@id': 'oa:start', '@type': 'xsd:integer'}
    """
    top: dict[str, Any] = {"@version": 1.1, "@base": RECORD_BASE, **PREFIXES, "id": "@id"}
    names = {types_of(cls)[0]: cls for cls in all_classes()}
    for name, cls in names.items():
        top[name] = {"@id": class_term(cls), "@context": class_context(cls, (*top, *names))}
    return top


def class_context(cls: type[attrs.AttrsInstance], known: Iterable[str] = ()) -> dict[str, Any]:
    """Return the context of the keys of a class.

    Args:
        cls: The class.
        known: The terms that are known everywhere.
    """
    names = [field.name for field in linked_fields(cls)]
    terms = frozenset((*known, *names, OPEN_KEY))
    own = {field.name: definition_of(field.node, field_term(cls, field.name), terms) for field in linked_fields(cls)}
    return own | dict(further_terms(cls))


def further_terms(cls: type[attrs.AttrsInstance]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """List the keys of a class beside its fields: the lists of records of a dataset, the open fields of a record."""
    if cls is Header:
        for name in COLLECTIONS:
            yield name, {"@id": f"de:{name}", "@container": "@set"}
        for name in UNSAID:
            yield name, None
    elif openable_names(cls):
        yield OPEN_KEY, {"@id": OPEN_TERM, "@type": "@vocab", "@container": "@set"}


def definition_of(node: Node, iri: str, terms: frozenset[str]) -> dict[str, Any]:
    """Return the definition of the term of a field.

    Args:
        node: What the field holds.
        iri: Its IRI.
        terms: The terms that are known where the field is.

    Examples:
        >>> definition_of(ManyNode(item=FlagNode(), container=tuple), "de:flags", frozenset())
        {'@id': 'de:flags', '@type': 'xsd:boolean', '@container': '@list'}
    """
    if isinstance(node, ManyNode):
        container = "@list" if node.container is tuple else "@set"
        return {**definition_of(node.item, iri, terms), "@container": container}
    kind = type_of(node)
    more: dict[str, Any] = {"@type": kind} if kind else {}
    if isinstance(node, VocabularyNode):
        more["@context"] = member_context(node.vocabulary, terms)
    return {"@id": iri, **more}


def type_of(node: Node) -> str | None:  # noqa: PLR0911  (one case for each kind of node)
    """Return how the value of a field is turned into an IRI or a typed literal; `None` for text and for parts."""
    match node:
        case TextNode() | CodeNode() | PartNode() | ManyNode():
            return None
        case IdNode():
            return "@id"
        case VocabularyNode():
            return "@vocab"
        case WholeNode():
            return "xsd:integer"
        case NumberNode():
            return "xsd:double"
        case FlagNode():
            return "xsd:boolean"
        case DateNode():
            return EDTF
        case MapNode():
            return "@json"
    assert_never(node)


def member_context(vocabulary: type[Enum], terms: frozenset[str]) -> dict[str, str]:
    """Return the context in which members of a vocabulary are concepts, also those that have the name of a term."""
    start = f"{VOCABULARY}{vocabulary.__name__}/"
    return {"@vocab": start} | {
        member.value: f"{start}{member.value}" for member in vocabulary if member.value in terms
    }
