"""`json_schema`: the JSON form of a dataset as a JSON Schema, rendered from the fields of the record types."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, assert_never

import attrs

from diplo_events.dataset import Header
from diplo_events.model.ids import Pattern
from diplo_events.model.nodes import CLASS_DOCS, openable_names
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
    fields,
)

__all__ = ["anchored", "class_doc", "json_schema", "schema_of"]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON form of a dataset.

    What a schema cannot express (dates, references, spans) is left to the reader.

    >>> sorted(json_schema()["properties"])[:3]
    ['actions', 'actors', 'citation']
    """
    definitions: dict[str, Any] = {}
    header = properties_of(Header, definitions)
    header["format_version"]["pattern"] = r"^[0-9]{1,4}\.[0-9]{1,4}$"
    items = {name: schema_of(PartNode(cls=cls), definitions) for name, cls in COLLECTIONS.items()}
    lists = {name: {"type": "array", "items": schema} for name, schema in items.items()}
    proof = {
        "closed": {"type": "boolean", "description": "Whether the file ends with `end`."},
        "end": {
            "type": "object",
            "description": "The number of records, and the SHA-256 of all but `end` as JSON with sorted keys.",
            "properties": {"records": {"type": "integer"}, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
            "required": ["records", "sha256"],
            "additionalProperties": False,
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplo-events dataset",
        "type": "object",
        "properties": header | lists | proof,
        "required": ["format_version"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def schema_of(node: Node, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a field holds, and add the classes and vocabularies that it needs to the definitions.

    Examples:
        >>> schema_of(TextNode(optional=True), {})
        {'anyOf': [{'type': 'string', 'minLength': 1}, {'type': 'null'}]}
    """
    schema = schema_of_present(node, definitions)
    return {"anyOf": [schema, {"type": "null"}]} if node.optional else schema


def schema_of_present(node: Node, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return the schema of what a field holds, `null` apart."""
    match node:
        case TextNode():
            return {"type": "string", "minLength": 1}
        case IdNode(pattern=pattern) | CodeNode(pattern=pattern):
            return {"type": "string", "pattern": anchored(pattern)}
        case WholeNode():
            return {"type": "integer"}
        case NumberNode():
            return {"type": "number"}
        case FlagNode():
            return {"type": "boolean"}
        case DateNode():
            return {"type": "string", "minLength": 1, "description": "A date in EDTF."}
        case MapNode(of_text=of_text):
            return {"type": "object", **({"additionalProperties": {"type": "string"}} if of_text else {})}
        case ManyNode(item=item, least=least):
            some = {"minItems": least} if least else {}
            return {"type": "array", "items": schema_of(item, definitions), "uniqueItems": True, **some}
        case VocabularyNode(vocabulary=vocabulary):
            definitions.setdefault(vocabulary.__name__, enum_schema(vocabulary))
            return {"$ref": f"#/$defs/{vocabulary.__name__}"}
        case PartNode(cls=cls):
            if cls.__name__ not in definitions:
                definitions[cls.__name__] = {}  # keeps the place, and ends the recursion for a class within itself
                definitions[cls.__name__] = class_schema(cls, definitions)
            return {"$ref": f"#/$defs/{cls.__name__}"}
    assert_never(node)


def anchored(pattern: Pattern) -> str:
    r"""Write a pattern for JSON Schema and JavaScript, whose expressions know no `\Z` and match anywhere in a text.

    >>> anchored(Pattern("two digits", r"[0-9]{2}"))
    '^(?:[0-9]{2})$'
    """
    return f"^(?:{pattern.regex.replace(chr(92) + 'Z', '$')})$"


def class_schema(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a class of the model."""
    openable = openable_names(cls)
    return {
        "type": "object",
        "description": class_doc(cls),
        "properties": properties_of(cls, definitions) | open_schema(openable),
        "required": [f.name for f in fields(cls) if f.required and not f.openable],
        **({"allOf": [given_or_open(name) for name in openable]} if openable else {}),
        "additionalProperties": False,
    }


def open_schema(names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the schema of the list of open fields, by its key, if there are fields that can be open."""
    if not names:
        return {}
    items = {"type": "array", "items": {"enum": [*names]}, "uniqueItems": True}
    return {OPEN_KEY: {**items, "description": "The fields that are not coded yet, and are left out."}}


def given_or_open(name: str) -> dict[str, Any]:
    """Return the schema of the rule that a field either has a value or is listed as open.

    >>> given_or_open("acts")["else"]
    {'required': ['acts']}
    """
    listed = {"properties": {OPEN_KEY: {"contains": {"const": name}}}, "required": [OPEN_KEY]}
    return {"if": listed, "then": {"properties": {name: False}}, "else": {"required": [name]}}


def properties_of(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the schemas of the fields of a class, by name."""
    return {
        field.name: {
            **schema_of(field.node, definitions),
            **({"default": field.default} if isinstance(field.default, bool) else {}),
            "description": field.doc,
        }
        for field in fields(cls)
    }


def class_doc(cls: type) -> str:
    """Return the first line of the docstring of a class, also where Python drops docstrings."""
    return CLASS_DOCS.get(f"{cls.__module__}.{cls.__qualname__}") or (cls.__doc__ or "").strip().partition("\n")[0]


def enum_schema(cls: type[Enum]) -> dict[str, Any]:
    """Return the schema of a vocabulary."""
    return {
        "enum": [member.value for member in cls],
        "description": class_doc(cls),
    }
