"""`json_schema`: the JSON form of a dataset as a JSON Schema, rendered from the fields of the record types."""

from collections.abc import Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, TypeVar, assert_never

import attrs

from diplo_events.dataset import Header
from diplo_events.model import Point, Quantity, Source, Span, Statement, Tally, Vote
from diplo_events.model.frozen_map import MAX_INT
from diplo_events.model.ids import Pattern
from diplo_events.model.nodes import CLASS_DOCS, openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    COLLECTIONS,
    FORMAT_VERSION,
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

__all__ = ["BEYOND_A_SCHEMA", "anchored", "class_doc", "json_schema", "schema_of"]

T = TypeVar("T")

BEYOND_A_SCHEMA: Final = (
    "a file of a newer minor version, which the reader reads and this schema does not describe",
    "a key that an object has twice, a whole number of more than 64 bits in `extra`, nesting beyond 48 levels there",
    "`1.0` where a whole number must stand: to JSON Schema it is one",
    "a whole number in the place of any other number, where no float is exactly that number",
    "dates in EDTF beyond the characters that they have: their `format` is `edtf`, for programs that know it",
    "that ids are unique, that a reference leads to a record of the right type, that references run in no circle",
    "`end`: the count of the records and the digest",
    "items of a list that are equal only after their defaults are filled in",
    "`start` before `end` in a span, the length of a quotation, passages beyond the end of a source",
    "`low` not above `high` in a quantity",
    "that the subdivision of a place belongs to its country, that a document ends after it began",
    "that each member of a body votes once, and that a tally is not below the number of ballots",
)
"""What the reader of files checks and a JSON Schema cannot say; all else that it refuses, the schema refuses."""

END_OF_TEXT: Final = r"$(?!\n)"
"""The end of a pattern: Python's `$` is found before a last line feed too."""

CONTROLS: Final = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff"
"""Control characters except tab and line feed, and lone surrogates: what no text has, as a part of a pattern."""

SPACES: Final = r"\t\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The white space that a text may have, as a part of a pattern."""

PLAIN: Final = f"^[^{CONTROLS}]*{END_OF_TEXT}"
"""The pattern of a text without control characters."""

VISIBLE: Final = f"^[{SPACES}]*[^{CONTROLS}{SPACES}][^{CONTROLS}]*{END_OF_TEXT}"
"""The pattern of such a text that is not blank."""

DATE: Final = rf"^[0-9XYESTZ?~%.,:+/\[\]{{}}-]+{END_OF_TEXT}"
"""The pattern of the characters that dates in EDTF have."""

LONGEST_DATE: Final = 200
"""How many characters a date has at most."""

NOT_NEGATIVE: Final[Mapping[str, Any]] = MappingProxyType({"minimum": 0})

LIMITS: Final[Mapping[type, Mapping[str, Mapping[str, Any]]]] = MappingProxyType(
    {
        Span: {"start": NOT_NEGATIVE, "end": {"minimum": 1}},
        Source: {"length": {"minimum": 1}},
        Quantity: {"low": NOT_NEGATIVE, "high": NOT_NEGATIVE},
        Tally: {field.name: NOT_NEGATIVE for field in fields(Tally)},
        Point: {"longitude": {"minimum": -180, "maximum": 180}, "latitude": {"minimum": -90, "maximum": 90}},
    }
)
"""The limits of numbers that rules of a class set."""


def where(name: str, value: str, then: Mapping[str, Any], otherwise: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of a rule for the case that a field has some value.

    >>> where("a", "x", {"required": ["b"]})["then"]
    {'required': ['b']}
    """
    case = {"properties": {name: {"const": value}}, "required": [name]}
    return {"if": case, "then": dict(then), **({"else": dict(otherwise)} if otherwise else {})}


RULES: Final[Mapping[type, Sequence[Mapping[str, Any]]]] = MappingProxyType(
    {
        Quantity: (
            where("unit", "share", {"properties": {"low": {"maximum": 1}, "high": {"maximum": 1}}}),
            where(
                "unit",
                "money",
                {"properties": {"currency": {"type": "string"}}, "required": ["currency"]},
                {"properties": {"currency": {"type": "null"}}},
            ),
        ),
        Statement: (where("mode", "verbatim", {"properties": {"spans": {"minItems": 1}}, "required": ["spans"]}),),
        Vote: (
            where(
                "result",
                "adopted",
                {"properties": {"ballots": {"items": {"properties": {"choice": {"not": {"const": "veto"}}}}}}},
            ),
        ),
    }
)
"""The rules between the fields of a class, as far as a schema can say them."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON form of a dataset.

    It describes this version of the format, and refuses what the reader of files refuses apart from what no schema can
    say; `BEYOND_A_SCHEMA` lists that.

    >>> sorted(json_schema()["properties"])[:3]
    ['actions', 'actors', 'citation']
    """
    definitions: dict[str, Any] = {}
    header = properties_of(Header, definitions)
    header["format_version"]["const"] = FORMAT_VERSION
    items = {name: schema_of(PartNode(cls=cls), definitions) for name, cls in COLLECTIONS.items()}
    lists = {name: {"type": "array", "items": schema} for name, schema in items.items()}
    proof = {
        "closed": {"type": "boolean", "description": "Whether the file ends with `end`."},
        "end": {
            "type": "object",
            "description": "The number of records, and the SHA-256 of all but `end` as JSON with sorted keys.",
            "properties": {
                "records": {"type": "integer", "minimum": 0},
                "sha256": {"type": "string", "pattern": f"^[0-9a-f]{{64}}{END_OF_TEXT}"},
            },
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
        "if": {"properties": {"closed": {"const": True}}, "required": ["closed"]},
        "then": {"required": ["end"]},
        "additionalProperties": False,
        "$defs": definitions,
    }


def schema_of(node: Node, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a field holds, and add the classes and vocabularies that it needs to the definitions.

    Examples:
        >>> schema_of(FlagNode(optional=True), {})
        {'anyOf': [{'type': 'boolean'}, {'type': 'null'}]}
    """
    schema = schema_of_present(node, definitions)
    return {"anyOf": [schema, {"type": "null"}]} if node.optional else schema


def schema_of_present(node: Node, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return the schema of what a field holds, `null` apart."""
    match node:
        case TextNode():
            return {"type": "string", "minLength": 1, "pattern": VISIBLE}
        case IdNode(pattern=pattern) | CodeNode(pattern=pattern):
            return {"type": "string", "pattern": anchored(pattern)}
        case WholeNode():
            return {"type": "integer", "minimum": -MAX_INT - 1, "maximum": MAX_INT}
        case NumberNode():
            return {"type": "number"}
        case FlagNode():
            return {"type": "boolean"}
        case DateNode():
            limits = {"maxLength": LONGEST_DATE, "pattern": DATE}
            return {"type": "string", "format": "edtf", **limits, "description": "A date in EDTF."}
        case MapNode(of_text=True):
            text = schema_of_present(TextNode(), definitions)
            return {"type": "object", "propertyNames": text, "additionalProperties": text}
        case MapNode():
            definitions.setdefault("JSON", any_json())
            return {"type": "object", **any_members()}
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

    >>> print(anchored(Pattern("two digits", r"[0-9]{2}")))
    ^(?:[0-9]{2})$(?!\n)
    """
    return f"^(?:{pattern.regex.replace(chr(92) + 'Z', '$')}){END_OF_TEXT}"


def any_json() -> dict[str, Any]:
    """Return the schema of any JSON without control characters in its texts."""
    scalars: list[dict[str, Any]] = [{"type": ["null", "boolean", "number"]}, {"type": "string", "pattern": PLAIN}]
    nested = [{"type": "array", "items": {"$ref": "#/$defs/JSON"}}, {"type": "object", **any_members()}]
    return {"anyOf": scalars + nested, "description": "Any JSON."}


def any_members() -> dict[str, Any]:
    """Return the schema of the members of an object of any JSON."""
    return {"propertyNames": {"pattern": PLAIN}, "additionalProperties": {"$ref": "#/$defs/JSON"}}


def class_schema(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a class of the model."""
    openable = openable_names(cls)
    rules = [*map(given_or_open, openable), *map(dict, of_bases(RULES, cls, ()))]
    return {
        "type": "object",
        "description": class_doc(cls),
        "properties": properties_of(cls, definitions) | open_schema(openable),
        "required": [f.name for f in fields(cls) if f.required and not f.openable],
        **({"allOf": rules} if rules else {}),
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
    limits: Mapping[str, Mapping[str, Any]] = of_bases(LIMITS, cls, {})
    return {
        field.name: {
            **schema_of(field.node, definitions),
            **limits.get(field.name, {}),
            **({"default": field.default} if isinstance(field.default, bool) else {}),
            "description": field.doc,
        }
        for field in fields(cls)
    }


def of_bases(table: Mapping[type, T], cls: type, otherwise: T) -> T:
    """Return what a table has for a class or for the nearest of its bases."""
    return next((table[base] for base in cls.__mro__ if base in table), otherwise)


def class_doc(cls: type) -> str:
    """Return the first line of the docstring of a class, also where Python drops docstrings."""
    return CLASS_DOCS.get(f"{cls.__module__}.{cls.__qualname__}") or (cls.__doc__ or "").strip().partition("\n")[0]


def enum_schema(cls: type[Enum]) -> dict[str, Any]:
    """Return the schema of a vocabulary."""
    return {
        "enum": [member.value for member in cls],
        "description": class_doc(cls),
    }
