"""`short_schema`: the JSON Schema of the short form of an encoding, for editors, made from that of the full form."""

from typing import Any, Final, NewType, cast

from diplo_events.coding.calendars import CALENDARS
from diplo_events.formats.short_form import CALENDAR
from diplo_events.json_schema import anchored, json_schema
from diplo_events.model.ids import PATTERNS
from diplo_events.schema import COLLECTIONS, TARGETS
from diplo_events.shorthand._expansion import UNSHARED
from diplo_events.shorthand._passages import PASSAGE_KEYS, QUOTE_KEYS
from diplo_events.shorthand._plain import EVENTS
from diplo_events.shorthand._stances import STANCE_KEYS
from diplo_events.shorthand._written_paths import ALL_EVENTS

__all__ = ["short_schema"]

ID_PATTERNS: Final = frozenset(anchored(PATTERNS[cast("NewType", kind)]) for kind in TARGETS)
"""What ids look like in the schema."""

TEXT: Final = {"type": "string", "minLength": 1}

DOCS: Final = {
    "words": "The words, or the first and the last of them with … between.",
    "nth": "Which of several places is meant, counted from 1.",
    "after": "Words that come before the place that is meant.",
    "section": "The part of the text.",
    "language": "The language of the words.",
    "translated_from": "The language that they were said in.",
}
"""What the fields of words in a text mean."""


def short_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an encoding in short form. What is in full form fits it too.

    What can be left out is not required: defaults or the tool may fill it in. `diplo-events check` finds the rest.

    >>> sorted(short_schema()["$defs"]["Statement"]["properties"].keys() & {"passage", "spans", "stance"})
    ['passage', 'spans', 'stance']
    """
    schema = json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    for name, cls in COLLECTIONS.items():
        definition = definitions[cls.__name__]
        properties: dict[str, Any] = definition["properties"]
        for key in [key for key in properties if key != "id"]:
            properties[key] = with_names(properties[key])
        if name in EVENTS:
            definition.pop("required", None)
            definition.pop("allOf", None)
            passage = words_schema(PASSAGE_KEYS)
            properties["passage"] = described(passage, "The passage of the text that reports it, by its words.")
            properties["passages"] = described(
                {"type": "array", "items": passage, "minItems": 1}, "Several passages, each by its words."
            )
            properties["section"] = described(section(), "The part of the text that the passages are in.")
            properties[CALENDAR] = described(calendar(), "The calendar of its time words.")
            for key in ("when", *(key for key in ("about_when", "medium") if key in properties)):
                properties[key] = {"anyOf": [without_doc(properties[key]), {"type": "null"}], **doc_of(properties[key])}
    for part in ("Participant", "Ballot", "Extent"):
        for key, value in definitions.get(part, {}).get("properties", {}).items():
            definitions[part]["properties"][key] = with_names(value)
    statement, source, position = (definitions[name] for name in ("Statement", "Source", "Position"))
    quote = {"anyOf": [{"$ref": "#/$defs/Quote"}, words_schema(QUOTE_KEYS), words_schema(QUOTE_KEYS, "text")]}
    statement["properties"]["quotes"] = described(
        {"type": "array", "items": quote}, "The speakers' own words: by themselves, or with their place."
    )
    inner = {key: value for key, value in position["properties"].items() if key in {*STANCE_KEYS, "open"}}
    definitions["ShortStance"] = {"type": "object", "properties": inner, "additionalProperties": False}
    one = {"anyOf": [{"$ref": "#/$defs/Stance"}, {"$ref": "#/$defs/ShortStance"}]}
    stance = {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}
    statement["properties"]["stance"] = described(stance, "Where the speaker stands on the issue, as this shows.")
    source["properties"][CALENDAR] = described(calendar(), "The calendar of the time words of its records.")
    source["properties"]["text"] = described(TEXT, "The name of its text; by default that of its id, with .txt.")
    uncoded = definitions["Uncoded"]
    uncoded["properties"] |= {"passage": words_schema(PASSAGE_KEYS), "section": section()}
    uncoded["required"] = ["reason"]
    schema["title"] = "diplo-events encoding, in short or full form"
    schema["properties"]["defaults"] = defaults_schema()
    return schema


def with_names(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field in which names may take the place of ids."""
    match schema:
        case {"type": "string", "pattern": str(pattern)} if pattern in ID_PATTERNS:
            return TEXT | doc_of(schema)
        case {"type": "array", "items": dict(items)}:
            return {**schema, "items": with_names(items)}
        case {"anyOf": list(options)}:
            return {**schema, "anyOf": [with_names(option) for option in options]}
        case _:
            return schema


def words_schema(keys: tuple[str, ...], words: str = "words") -> dict[str, Any]:
    """Return the schema of words in a text: by themselves, or with which of their places is meant."""
    kinds = {"nth": {"type": "integer", "minimum": 1}, "section": section()}
    names = {key: words if key == "words" else key for key in keys}
    properties = {names[key]: described(kinds.get(key, TEXT), DOCS[key]) for key in keys}
    full = {"type": "object", "properties": properties, "required": [words], "additionalProperties": False}
    return {"anyOf": [TEXT, full]}


def defaults_schema() -> dict[str, Any]:
    """Return the schema of the defaults: for each list of records, or for all event records, fields with values."""
    lists = {
        name: {
            "type": "object",
            "propertyNames": {"not": {"enum": sorted(UNSHARED)}},
            "properties": {},
            "description": f"The fields that all {name} have that do not say otherwise.",
        }
        for name in (*COLLECTIONS, ALL_EVENTS)
    }
    doc = "What records share, by their list; events means all lists of event records."
    return {"type": "object", "properties": lists, "additionalProperties": False, "description": doc}


def calendar() -> dict[str, Any]:
    """Return the schema of a calendar, or of none."""
    return {"enum": [*CALENDARS, None]}


def section() -> dict[str, Any]:
    """Return the schema of a part of a text."""
    return {"$ref": "#/$defs/Section"}


def described(schema: dict[str, Any], doc: str) -> dict[str, Any]:
    """Return a schema with a description."""
    return {**schema, "description": doc}


def doc_of(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description of a schema, as a part of another."""
    return {"description": schema["description"]} if "description" in schema else {}


def without_doc(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without its description."""
    return {key: value for key, value in schema.items() if key != "description"}
