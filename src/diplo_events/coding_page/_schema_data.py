"""The record types as plain data, from which the page makes its forms."""

from collections.abc import Iterable
from typing import Any, assert_never, cast

import attrs

from diplo_events._internal.dataset.fitting import ACYCLIC
from diplo_events.json_schema import anchored, class_doc
from diplo_events.model import EventRecord, Uncoded
from diplo_events.model.frozen_map import Plain
from diplo_events.model.ids import Pattern
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
)
from diplo_events.vocab import Term

__all__ = ["schema_data"]


def schema_data() -> dict[str, Any]:
    """Return all record types, their parts and the vocabularies of their fields as plain data.

    Examples:
        >>> data = schema_data()
        >>> data["collections"]["statements"], data["vocabularies"]["Stance"][0]["value"]
        ('Statement', 'strongly_disagree')
        >>> next(field["node"] for field in data["classes"]["Span"]["fields"] if field["name"] == "start")
        {'kind': 'whole'}
    """
    data: dict[str, Any] = {
        "collections": {name: cls.__name__ for name, cls in COLLECTIONS.items()},
        "shared": [field.name for field in fields(EventRecord)],
        "acyclic": list(ACYCLIC),
        "classes": {},
        "vocabularies": {},
    }
    for cls in (*COLLECTIONS.values(), Uncoded):
        add_class(cls, data)
    return data


def add_class(cls: type[attrs.AttrsInstance], data: dict[str, Any]) -> None:
    """Add a class, and all that its fields need, unless it is there already."""
    classes: dict[str, Any] = data["classes"]
    if cls.__name__ in classes:
        return
    listed: list[dict[str, Any]] = []
    classes[cls.__name__] = {"doc": class_doc(cls), "event": issubclass(cls, EventRecord), "fields": listed}
    for field in fields(cls):
        own = field.name == "id" and cls in COLLECTIONS.values()
        listed.append(
            {
                "name": field.name,
                "doc": field.doc,
                "required": field.required,
                "nullable": field.required and field.node.optional,
                "openable": field.openable,
                "default": None if field.required else plain_default(field),
                "node": node_data(field.node, data) | ({"own": True} if own else {}),
            }
        )


def plain_default(field: Field) -> Plain:
    """Return the default of a field as files would hold it."""
    match field.node:
        case ManyNode():
            return []
        case MapNode():
            return {}
        case VocabularyNode() if field.default is not None:
            return field.default.value
        case _:
            return field.default


def node_data(node: Node, data: dict[str, Any]) -> dict[str, Any]:
    """Return what a field holds, and add the classes and vocabularies that it needs to the data."""
    kind = type(node).__name__.removesuffix("Node").lower()
    return {"kind": kind, **details(node, data)}


def details(node: Node, data: dict[str, Any]) -> dict[str, Any]:
    """Return what is to be known of a field besides the kind of its node."""
    match node:
        case TextNode() | WholeNode() | NumberNode() | FlagNode() | DateNode() | MapNode():
            return {}
        case IdNode(kind=kind, pattern=pattern):
            return {"types": [cls.__name__ for cls in TARGETS.get(kind, ())], **pattern_data(pattern)}
        case CodeNode(pattern=pattern):
            return pattern_data(pattern)
        case ManyNode(item=item, container=container, least=least):
            return {"item": node_data(item, data), "ordered": container is tuple, "least": least}
        case VocabularyNode(vocabulary=vocabulary):
            terms = cast("Iterable[Term]", vocabulary)
            data["vocabularies"][vocabulary.__name__] = [
                {"value": term.value, "words": term.words, "meaning": term.meaning} for term in terms
            ]
            return {"name": vocabulary.__name__}
        case PartNode(cls=cls):
            add_class(cls, data)
            return {"cls": cls.__name__}
    assert_never(node)


def pattern_data(pattern: Pattern) -> dict[str, str]:
    """Return a pattern for the script of the page, and its words."""
    return {"pattern": anchored(pattern), "expected": pattern.expected, "hint": pattern.hint or ""}
