"""A document with two records of each type, made from the fields: one in which each field is filled, one that is bare.

A field that is added to a class is in it by itself.
"""

from collections.abc import Mapping
from typing import Any, Final, assert_never

import attrs

from diplo_events.dataset import HEADER
from diplo_events.model import Quantity
from diplo_events.model.ids import (
    CanonicalId,
    CountryCode,
    CurrencyCode,
    FormerCountryCode,
    LanguageTag,
    RecordId,
    ScriptCode,
    Sha256,
    SubdivisionCode,
    Url,
)
from diplo_events.schema import (
    COLLECTIONS,
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
    type_name,
)

CODES: Final[Mapping[object, str]] = {
    CanonicalId: "talks",
    CountryCode: "UA",
    CurrencyCode: "EUR",
    FormerCountryCode: "SUHH",
    LanguageTag: "uk",
    ScriptCode: "Cyrl",
    Sha256: "0f" * 32,
    SubdivisionCode: "UA-14",
    Url: "https://example.org/a",
}
WORDS: Final = "Ten words."
STEP: Final = len(WORDS)
OTHERS: Final[Mapping[type, Mapping[str, object]]] = {Quantity: {"unit": "money"}}
"""Values that rules between the fields ask for."""


def filled(cls: type[attrs.AttrsInstance], own: type | None = None) -> dict[str, Any]:
    """Return a record or a part of one with a value in each field."""
    values = {field.name: value_of(field.node, index, field, own) for index, field in enumerate(fields(cls))}
    return values | dict(OTHERS.get(cls, {}))


def bare(cls: type[attrs.AttrsInstance], own: type) -> dict[str, Any]:
    """Return a record with a value in each field that needs one."""
    return {
        field.name: value_of(field.node, index, field, own) for index, field in enumerate(fields(cls)) if field.required
    }


def value_of(node: Node, index: int, field: Field, own: type | None) -> Any:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return a value for a node; of several whole numbers, the later are greater."""
    match node:
        case TextNode():
            return WORDS
        case CodeNode(kind=kind):
            return CODES[kind]
        case IdNode(kind=kind):
            targets = TARGETS[kind]
            target = own if own in targets and kind is RecordId else targets[0]
            return f"{type_name(target)}-2"
        case WholeNode():
            return STEP * (index + 1)
        case NumberNode():
            return 0.5
        case FlagNode():
            return not field.default
        case DateNode():
            return "2025-09-04"
        case VocabularyNode(vocabulary=vocabulary):
            return next(member.value for member in vocabulary if member is not field.default)
        case MapNode():
            return {"wikidata": "Q1"}
        case ManyNode(item=item):
            return [value_of(item, index, field, own)]
        case PartNode(cls=cls):
            return filled(cls)
    assert_never(node)


def filled_document() -> dict[str, Any]:
    """Return the document."""
    document: dict[str, Any] = {
        field.name: value_of(field.node, 0, field, None) for field in HEADER if field.name != "format_version"
    }
    document |= {"format_version": "1.0", "complete": True}
    for name, cls in COLLECTIONS.items():
        key = type_name(cls)
        document[name] = [{**filled(cls, cls), "id": f"{key}-1"}, {**bare(cls, cls), "id": f"{key}-2"}]
    return document
