"""How other libraries read and write records: each as its users would, with classes of its own where it needs them.

A library that is not installed is left out. What each checks is said beside its name.
"""

import dataclasses
import importlib.util
import json
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

import orjson
from lines import pydantic_adapter, stock_cattrs

from diplo_events import EventDate
from diplo_events.formats._record_lines import record_reader, record_writer
from diplo_events.schema import (
    RECORD_TYPES,
    DateNode,
    FlagNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    VocabularyNode,
    WholeNode,
    fields,
)

__all__ = ["Rival", "readers", "writers"]

OURS = "this library"


class Rival(NamedTuple):
    """What a library does with one record."""

    name: str
    """The library."""
    checks: str
    """What it checks."""
    work: Callable[[Any], object]
    """What is done with each item."""
    items: list[Any]
    """What it is done with: a line or a record each."""


def is_there(*names: str) -> bool:
    """Whether packages are installed."""
    return all(importlib.util.find_spec(name) for name in names)


def readers(lines: list[bytes]) -> Iterator[Rival]:
    """Return what reads lines, the yardstick first."""
    yield Rival("orjson", "nothing", orjson.loads, lines)
    yield Rival(OURS, "every rule", record_reader(), lines)
    yield Rival("json", "nothing", json.loads, lines)
    if is_there("msgspec"):
        yield Rival("msgspec", "types and names of fields", msgspec_decoder(), lines)
    yield Rival("pydantic", "every rule, unknown fields forbidden", pydantic_adapter().validate_json, lines)
    yield Rival("cattrs, as it comes", "every rule, on the classes of this library", stock_cattrs(), lines)
    if is_there("mashumaro"):
        yield Rival("mashumaro", "types, dates and names of fields", mashumaro_reader(), lines)
    few = max(len(lines) // 20, 50)
    if is_there("followthemoney"):
        yield Rival("followthemoney", "each value by its type", *followthemoney_reading(few))
    if is_there("stix2"):
        yield Rival("stix2", "types, vocabularies and times", *stix_reading(few))


def writers(lines: list[bytes]) -> Iterator[Rival]:
    """Return what writes records, the yardstick first."""
    read = record_reader()
    yield Rival("orjson, of dicts", "nothing", orjson.dumps, list(map(orjson.loads, lines)))
    yield Rival(OURS, "every value was checked", record_writer(), list(map(read, lines)))
    yield Rival("json, of dicts", "nothing", json.dumps, list(map(json.loads, lines)))
    if is_there("msgspec"):
        import msgspec  # noqa: PLC0415  (it need not be there)

        yield Rival("msgspec", "nothing", msgspec.json.encode, list(map(msgspec_decoder(), lines)))
    adapter = pydantic_adapter()
    models = list(map(adapter.validate_json, lines))
    yield Rival("pydantic", "types", lambda model: adapter.dump_json(model, exclude_defaults=True), models)
    if is_there("mashumaro"):
        from mashumaro.codecs.orjson import ORJSONEncoder  # noqa: PLC0415  (it need not be there)

        encoders = {cls: ORJSONEncoder(cls).encode for cls in mashumaro_classes().values()}
        made = list(map(mashumaro_reader(), lines))
        yield Rival("mashumaro", "nothing, defaults written", lambda record: encoders[type(record)](record), made)
    few = max(len(lines) // 20, 50)
    if is_there("followthemoney"):
        make, texts = followthemoney_reading(few)
        entities = [make(text) for text in texts]
        yield Rival("followthemoney", "nothing", lambda entity: orjson.dumps(entity.to_dict()), entities)
    if is_there("stix2"):
        make, texts = stix_reading(few)
        yield Rival("stix2", "nothing", lambda report: report.serialize(), [make(text) for text in texts])


def msgspec_decoder() -> Callable[[bytes], object]:
    """Return what reads a line with msgspec alone, into structs with the types of the fields."""
    from diplo_events.formats._shadows import decoder  # noqa: PLC0415  (msgspec need not be there)

    return decoder().decode


def mashumaro_classes() -> dict[str, type]:
    """Return the record types as dataclasses for mashumaro."""
    return {name: mashumaro_class(cls, name) for name, cls in RECORD_TYPES.items()}


MADE: dict[tuple[type, str], type] = {}


def mashumaro_class(cls: Any, name: str = "") -> type:  # noqa: ANN401  (a class of the model)
    """Return a class of the model as a dataclass, unknown fields forbidden."""
    from mashumaro.config import BaseConfig  # noqa: PLC0415  (it need not be there)

    if (cls, name) in MADE:
        return MADE[cls, name]
    own: list[Any] = [("type", Literal[name], name)] if name else []  # type: ignore[valid-type]  # made at run time
    for field in fields(cls):
        kind = mashumaro_type(field.node)
        if field.required:
            own.append((field.name, kind, dataclasses.field()))
        elif isinstance(field.node, MapNode):
            own.append((field.name, kind, dataclasses.field(default_factory=dict)))
        else:
            own.append(
                (field.name, kind, dataclasses.field(default=tuple(field.default) or ()))
                if isinstance(field.node, ManyNode)
                else (field.name, kind, dataclasses.field(default=field.default))
            )
    config = type(
        "Config",
        (BaseConfig,),
        {
            "forbid_extra_keys": True,
            "serialization_strategy": {EventDate: {"deserialize": EventDate.parse, "serialize": str}},
        },
    )
    made = dataclasses.make_dataclass(cls.__name__, own, kw_only=True, frozen=True, namespace={"Config": config})
    return MADE.setdefault((cls, name), made)


def mashumaro_type(node: Node) -> Any:  # noqa: ANN401  (a type is any object)
    """Return the type of a field for mashumaro."""
    kind: Any = str
    match node:
        case WholeNode():
            kind = int
        case NumberNode():
            kind = float
        case FlagNode():
            kind = bool
        case DateNode():
            kind = EventDate
        case VocabularyNode(vocabulary=vocabulary):
            kind = vocabulary
        case MapNode():
            kind = dict[str, Any]
        case ManyNode(item=item):
            kind = tuple[mashumaro_type(item), ...]  # type: ignore[misc]  # made at run time
        case PartNode(cls=cls):
            kind = mashumaro_class(cls)
        case _:
            pass
    return kind | None if node.optional else kind


def mashumaro_reader() -> Callable[[bytes], object]:
    """Return what reads a line with mashumaro and orjson."""
    from mashumaro.codecs import BasicDecoder  # noqa: PLC0415  (it need not be there)

    decoders = {name: BasicDecoder(cls).decode for name, cls in mashumaro_classes().items()}

    def read(line: bytes) -> object:
        content = orjson.loads(line)
        return decoders[content["type"]](content)

    return read


def followthemoney_reading(count: int) -> tuple[Callable[[bytes], Any], list[bytes]]:
    """Return what reads an entity of FollowTheMoney, and lines with twelve filled properties each."""
    from followthemoney import model  # noqa: PLC0415  (it need not be there)

    def entity(number: int) -> dict[str, Any]:
        return {
            "id": f"statement-{number}",
            "schema": "Event",
            "properties": {
                "name": [f"Statement {number} on security guarantees"],
                "summary": ["A meeting is possible only after prior understandings and with results to decide."],
                "description": ["The spokeswoman rejects foreign troops in any form and calls them unacceptable."],
                "date": ["2025-09-03"],
                "startDate": ["2025-09-03"],
                "involved": ["actor-putin", "actor-zelenskyy"],
                "organizer": ["actor-russia"],
                "sourceUrl": ["https://example.org/articles/zerohedge-guarantees"],
                "publisher": ["ZeroHedge"],
                "country": ["ru", "ua"],
                "keywords": ["demand", "guarantees"],
                "recordId": [f"zerohedge-guarantees/s{number}"],
            },
        }

    def read(line: bytes) -> Any:  # noqa: ANN401  (an entity)
        return model.get_proxy(orjson.loads(line), cleaned=False)

    return read, [orjson.dumps(entity(number)) for number in range(count)]


def stix_reading(count: int) -> tuple[Callable[[bytes], Any], list[bytes]]:
    """Return what reads an object of STIX, and lines with thirteen filled properties each."""
    import stix2  # noqa: PLC0415  (it need not be there)

    def report(number: int) -> dict[str, Any]:
        key = f"{number:012}"
        return {
            "type": "report",
            "spec_version": "2.1",
            "id": f"report--11111111-1111-4111-8111-{key}",
            "created": "2025-09-03T10:00:00.000Z",
            "modified": "2025-09-03T10:00:00.000Z",
            "name": f"Statement {number} on security guarantees",
            "description": "A meeting is possible only after prior understandings and with results to decide.",
            "report_types": ["threat-report"],
            "published": "2025-09-03T00:00:00Z",
            "object_refs": [f"identity--22222222-2222-4222-8222-{key}"],
            "labels": ["demand", "guarantees"],
            "confidence": 80,
            "lang": "en",
        }

    return stix2.parse, [orjson.dumps(report(number)) for number in range(count)]
