"""The record types as plain data, from which the page makes its forms."""

from typing import Any, assert_never

import attrs

from diplo_events.json_schema import class_doc
from diplo_events.model import EventRecord, Uncoded
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

__all__ = ["schema_data"]


def schema_data() -> dict[str, Any]:
    """Return all record types, their parts and the vocabularies of their fields as plain data.

    Examples:
        >>> data = schema_data()
        >>> data["collections"]["statements"], data["vocabularies"]["Stance"][0]["value"]
        ('Statement', 'strongly_disagree')
        >>> next(field["node"] for field in data["classes"]["Span"]["fields"] if field["name"] == "start")
        {'kind': 'whole', 'optional': False}
    """
    data: dict[str, Any] = {
        "collections": {name: cls.__name__ for name, cls in COLLECTIONS.items()},
        "shared": [field.name for field in fields(EventRecord)],
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
                "openable": bool(getattr(field, "openable", False)),
                "default": None if field.required else plain_default(field),
                "node": node_data(field.node, data) | ({"own": True} if own else {}),
            }
        )


def plain_default(field: Field) -> Any:  # noqa: ANN401  (plain data)
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
    return {**present_data(node, data), "optional": node.optional}


def present_data(node: Node, data: dict[str, Any]) -> dict[str, Any]:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return what a field holds, whether or not it may be left out."""
    match node:
        case TextNode():
            return {"kind": "text"}
        case IdNode(kind=kind, pattern=pattern):
            types = [cls.__name__ for cls in TARGETS.get(kind, ())]
            shape = {"pattern": script_pattern(pattern.regex), "expected": pattern.expected, "hint": pattern.hint or ""}
            return {"kind": "id", "types": types, **shape}
        case CodeNode(pattern=pattern):
            shape = {"pattern": script_pattern(pattern.regex), "expected": pattern.expected, "hint": pattern.hint or ""}
            return {"kind": "code", **shape}
        case WholeNode():
            return {"kind": "whole"}
        case NumberNode():
            return {"kind": "number"}
        case FlagNode():
            return {"kind": "flag"}
        case DateNode():
            return {"kind": "date"}
        case MapNode(of_text=of_text):
            return {"kind": "map", "of_text": of_text}
        case ManyNode(item=item, container=container, least=least):
            return {"kind": "many", "item": node_data(item, data), "ordered": container is tuple, "least": least}
        case VocabularyNode(vocabulary=vocabulary):
            data["vocabularies"][vocabulary.__name__] = [
                {
                    "value": member.value,
                    "words": str(member.value).replace("_", " "),
                    "meaning": str(getattr(member, "meaning", "")),
                }
                for member in vocabulary
            ]
            return {"kind": "vocabulary", "name": vocabulary.__name__}
        case PartNode(cls=cls):
            add_class(cls, data)
            return {"kind": "part", "cls": cls.__name__}
    assert_never(node)


def script_pattern(regex: str) -> str:
    r"""Write a pattern for a script, whose regular expressions know no `\Z` and need no escape of a solidus."""
    return regex.replace(r"\Z", "$")
