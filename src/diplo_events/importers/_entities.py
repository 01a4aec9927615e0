"""What exists once for a name, whatever text names it: the actors, places, issues and documents of an import."""

import functools
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from diplo_events._internal.texts.folding import bare
from diplo_events.converter import make_converter
from diplo_events.model.frozen_map import MAX_INT, forbidden
from diplo_events.model.ids import slug
from diplo_events.model.nodes import openable_names
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["Entities", "Ids", "clean", "kept", "record_of"]

NAMED: Final = {"actor": "name", "place": "name", "issue": "label", "document": "title"}
"""The field of each type that holds its name."""

PREFIXES: Final = {"actor": "", "place": "place/", "issue": "issue/", "document": "document/"}
"""How the ids of each type begin."""

DEEPEST: Final = 30
"""How deep data in `extra` are nested before they are written as text."""

LONGEST_ID: Final = 80
"""How many characters of a name its id has at most."""


def clean(text: str) -> str:
    r"""Return a text as a field can hold it: control characters and white space are one blank.

    >>> clean(" Tolls\r\nand\tfees ")
    'Tolls and fees'
    """
    return " ".join(forbidden().sub(" ", text).split())


def kept(value: object, depth: int = 0) -> Any:  # noqa: ANN401  (plain data of any kind)
    r"""Return plain data as `extra` can hold them.

    A text with control characters is the hex of its UTF-8 bytes; what JSON cannot hold, or is nested too deep, is text.

    >>> kept({"a": "b\r", "c": float("inf")})
    {'a': {'utf-8': '620d'}, 'c': {'number': 'inf'}}
    """
    if isinstance(value, str) and forbidden().search(value):
        return {"utf-8": value.encode("utf-8", "surrogatepass").hex()}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, int | float) and not -MAX_INT <= value <= MAX_INT:
        return {"number": str(value)}
    if isinstance(value, Mapping | list | tuple):
        return kept_items(value, depth + 1)
    return value


def kept_items(value: "Mapping[Any, Any] | list[Any] | tuple[Any, ...]", depth: int) -> Any:  # noqa: ANN401  (plain data)
    """Return an object or a list as `extra` can hold it."""
    if depth > DEEPEST:
        return {"json": json.dumps(value, default=str)}
    if isinstance(value, Mapping):
        return {clean(str(key)): kept(item, depth) for key, item in value.items()}
    return [kept(item, depth) for item in value]


@functools.cache
def structure() -> Callable[[Any, Any], Any]:
    """Return the function of the one strict converter that makes records."""
    return make_converter().structure


def record_of(record_type: str, plain: dict[str, Any]) -> Record:
    """Return the record of plain data, in which what must be there and is not known is open.

    Raises:
        DiploEventsError, ExceptionGroup: the model cannot hold it; `converter.problems_of` lists why.
    """
    record: Record = structure()(completed(record_type, plain), RECORD_TYPES[record_type])
    return record


def completed(record_type: str, plain: dict[str, Any]) -> dict[str, Any]:
    """Return the plain data of a record in which what must be there and is not known is open."""
    cls = RECORD_TYPES[record_type]
    missing = [name for name in openable_names(cls) if name not in plain]
    return {**plain, "open": missing} if missing else plain


class Ids:
    """The ids of an import, each given once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, text: str, prefix: str = "") -> str:
        """Return an id for a text, with a number if another text has it already."""
        plain = re.sub(r"[^a-z0-9._/-]+", "-", bare(text)).strip("-._/")[:LONGEST_ID].strip("-._/")
        key = prefix + (plain or f"x-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}")
        key = slug(key) or key
        found, number = key, 1
        while found in self.taken:
            number += 1
            found = f"{key}-{number}"
        self.taken.add(found)
        return found


class Entities:
    """The entities of an import, by type and name."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        self.plain: dict[tuple[str, str], dict[str, Any]] = {}

    def find(self, record_type: str, name: str, source: str | None = None) -> str:
        """Return the id of an entity, which is made when it is first named.

        Args:
            record_type: `actor`, `place`, `issue` or `document`.
            name: Its name.
            source: The source whose text has this spelling, if one has it.
        """
        shown = clean(name)
        known = (record_type, shown)
        if known not in self.plain:
            key = self.ids.new(shown, PREFIXES[record_type])
            self.plain[known] = {"id": key, NAMED[record_type]: shown}
        entity = self.plain[known]
        if source and record_type in {"actor", "place"} and name == shown:
            names = entity.setdefault("names", [{"text": shown, "sources": []}])
            if source not in names[0]["sources"]:
                names[0]["sources"].append(source)
        return str(entity["id"])

    def add(self, record_type: str, name: str, values: dict[str, Any]) -> None:
        """Add to an entity what is not known of it yet."""
        entity = self.plain[record_type, clean(name)]
        for field, value in values.items():
            if isinstance(value, dict):
                entity[field] = {**value, **entity.get(field, {})}
            else:
                entity.setdefault(field, value)

    def records(self) -> list[Record]:
        """Return the entities as records."""
        return [record_of(record_type, plain) for (record_type, _), plain in self.plain.items()]
