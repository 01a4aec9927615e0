"""PLOVER as JSON: an object for each event, as the manual names its fields and as this library writes it.

What is said becomes a statement without words, CONSULT a meeting, the material types deeds; an object with several
event types makes a record for each. What no field holds stands in `extra`: texts, offsets, scales, coders.

Source: PLOVER manual 0.7 (Open Event Data Alliance), chapter JSON Data Fields; the names of 0.5 are read too.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, Location
from diplo_events.importers._cells import Cells, RefusedRow
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._countries import country_of
from diplo_events.importers._days import US_DATE, day_of
from diplo_events.importers._entities import kept
from diplo_events.importers._event_parties import point_of
from diplo_events.importers._ids import AnyId, id_of, short_hash
from diplo_events.importers._json_objects import json_objects
from diplo_events.importers._languages import language_of
from diplo_events.importers._pages import is_address
from diplo_events.importers._plover_codes import plover_coded
from diplo_events.importers._plover_records import PloverFacts, plover_record
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows
from diplo_events.model import OPEN, Actor, Place, Source
from diplo_events.model.ids import CountryCode, LanguageTag, Url
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, PlaceKind, SourceKind

__all__ = ["iter_records", "read"]

OLDER: Final = MappingProxyType({"target": "recipient", "actorText": "actor_text", "eventText": "event_text"})
"""The names of fields in version 0.5, with those of today."""

MISSPELT: Final = MappingProxyType({"identifer_id": "identifier_id", "identifer_text": "identifier_text"})
"""Names of fields as the manual's table misspells them."""

CITED: Final = ("citation", "title", "url", "publication", "published", "language")
"""What `cite_info` says of a source that its record has; version 0.5 has it in the event itself."""

WIKIDATA: Final = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]*)")

NAMES: Final = frozenset({"identifier_text", "identifier_id", "code"})
"""What an actor has in fields of its own."""

CITE: Final = "cite_info."
ISO3: Final = 3
EMPTY: Final[tuple[Any, ...]] = ("", None, [], {})
"""What says that there is no value."""

CLASSES: Final[Mapping[str, Any]] = MappingProxyType(
    {"P": PlaceKind.SETTLEMENT, "S": PlaceKind.SITE, "H": PlaceKind.WATER}
)
"""The kinds of places that a feature class of GeoNames is; the others can be several."""

NO_ID: Final = "the object has no id"
NO_DATE: Final = "the date is not a day"
NO_TYPE: Final = "the object has no event"
UNKNOWN_TYPE: Final = "an event type is not one of PLOVER"
DUPLICATE: Final = "the object stands in the file before, with every field"
CLASH: Final = "the id is that of another object"
NO_END: Final = "the enddate is not a day after the date"
NO_ACTOR: Final = "an actor has neither a name nor a code"


def read(path: str | Path) -> Imported:
    """Read a file of PLOVER: JSON Lines, a list, or objects one after the other; plain, gzipped or zipped.

    Raises:
        NotReadableError: the file has no objects, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return PloverObjects.imported(path)


def iter_records(path: str | Path) -> RecordStream:
    """List the records of a file of PLOVER one after the other; with JSON Lines the memory does not grow with the file.

    Raises:
        NotReadableError: the file has no objects, or the archive is damaged.
        OSError: the file cannot be read.
    """
    return PloverObjects.streamed(path)


class PloverObjects(SourceRows):
    """The objects of a file on their way to records."""

    format = "plover"
    unit = "object"

    def rows(self) -> Iterator[Cells]:
        """Yield the rows."""
        return (fields_of(where, found) for where, found in json_objects(self.path, self.counting))

    def made(self, cells: Cells) -> Sequence[Record]:
        """Return the records of an object, one for each of its event types."""
        number, when = text_of(cells.take("id")), self.when(cells)
        types, modes = texts_of(cells.peek("event")), texts_of(cells.peek("mode"))
        mode = modes[0] if len(modes) == 1 else ""
        coded = {each.upper(): known for each in types if (known := plover_coded(each, mode))}
        if not number:
            raise RefusedRow(NO_ID, damaged=True)
        if not coded:
            raise RefusedRow(UNKNOWN_TYPE if types else NO_TYPE, ", ".join(types), damaged=True)
        if not when:
            raise RefusedRow(NO_DATE, str(cells.peek("date")), damaged=True)
        key = self.key_of(cells, number, CLASH, duplicate=DUPLICATE)
        if len(coded) == len(set(types)):
            cells.take("event")
        else:
            self.counting.defect(UNKNOWN_TYPE, cells.where, ", ".join(types))
        if mode:
            cells.take("mode")
        actors, recipients = self.side(cells, "source"), self.side(cells, "recipient")
        contexts = texts_of(cells.peek("context"))
        shared = {"source": self.source(cells), "when": when, "place": self.place(cells)}
        rest = kept(cells.rest())
        made: list[Record] = []
        for kind, known in coded.items():
            fields = {**shared, "id": key if len(coded) == 1 else f"{key}/{kind.lower()}"}
            identifiers = {"plover_id": number, "plover": f"{kind}-{mode}" if mode else kind}
            fields["extra"] = {"identifiers": identifiers, "plover": rest}
            event = PloverFacts(coded=known, actors=actors, recipients=recipients, contexts=contexts)
            made.append(plover_record(self.make, event, fields))
        return made

    def when(self, cells: Cells) -> EventDate | None:
        """Return the day of an event, or the days that it lasted."""
        written, ended = cells.take("date"), cells.peek("enddate")
        day, last = day_of(text_of(written)), day_of(text_of(ended))
        if not day:
            return None
        if day.is_us:
            self.counting.defect(US_DATE, cells.where, text_of(written))
        if not ended:
            return day.date
        if not last or str(last.date) < str(day.date):
            self.counting.defect(NO_END, cells.where, text_of(ended))
            return day.date
        cells.take("enddate")
        return day.date if last.date == day.date else EventDate.parse(f"{day.date}/{last.date}")

    def side(self, cells: Cells, role: str) -> list[Any]:
        """Return the ids of the actors on one side; what is not a list of actors stays in `extra`."""
        written: Any = cells.peek(role)  # JSON of any kind
        if not written:
            return []
        items = written if isinstance(written, list) else [written]
        found = [self.actor(item) for item in items]
        if None in found:
            self.counting.defect(NO_ACTOR, cells.where, repr(written)[:60])
        else:
            cells.take(role)
        return [key for key in found if key is not None]

    def actor(self, written: object) -> AnyId:
        """Return the id of an actor; `None` for what has neither a name nor a code."""
        named = {"actor_text": written} if isinstance(written, str) else plain_fields(written)
        name = text_of(named.get("identifier_text")) or text_of(named.get("actor_text"))
        code, number = text_of(named.get("code")), text_of(named.get("identifier_id"))
        if not (name or code or number):
            return None
        country = country_of("cameo", code.upper()) if code else None
        is_state = bool(country and (not name or name.lower() in country.names))

        def make(key: AnyId) -> Record:
            identifiers = {"plover": code} if code else {}
            if number:
                wikidata = WIKIDATA.fullmatch(number)
                identifiers |= {"wikidata": wikidata[1]} if wikidata else {"plover_id": number}
            rest = {each: value for each, value in named.items() if each not in NAMES}
            if text_of(named.get("actor_text")) == name:
                rest.pop("actor_text", None)
            return self.make[Actor](
                id=key,
                name=name or (country.name if is_state and country else OPEN),
                kind=ActorKind.STATE if is_state else OPEN,
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                identifiers=identifiers,
                extra={"plover": kept(rest)} if rest else {},
            )

        content = json.dumps(named, sort_keys=True)
        base = id_of("plover/actor", number or name or code)
        found: AnyId = self.parties.remembered(("actor", content), lambda: self.parties.once(base, content, make))
        return found

    def source(self, cells: Cells) -> AnyId:
        """Return the id of the text from which an event was coded, or of the data where the object names none."""
        found = {name: text_of(cells.take(CITE + name)) for name in CITED}
        if not any(found[name] for name in CITED if name != "language"):
            cells.leave(CITE + "language")
            return self.parties.once("plover/data", "", data_source)
        url = Url(found["url"]) if is_address(found["url"]) else None
        published = published_on(found["published"])
        tag = found["language"].lower()
        language = LanguageTag(tag) if re.fullmatch("[a-z]{2}", tag) else language_of(tag)
        for name, value in (("url", url), ("published", published), ("language", language)):
            if value is None:
                cells.leave(CITE + name)
        outlet = self.parties.publisher(found["publication"]) if found["publication"] else None

        def make(key: AnyId) -> Record:
            return self.make[Source](
                id=key,
                title=found["title"] or OPEN,
                kind=OPEN,
                publisher=outlet,
                url=url,
                published=published,
                language=language,
                identifiers={"plover": found["citation"]} if found["citation"] else {},
            )

        content = json.dumps(found, sort_keys=True)
        named = found["citation"] or found["url"] or short_hash(content)
        return self.parties.once(id_of("plover/source", named), content, make)

    def place(self, cells: Cells) -> AnyId:
        """Return the id of the place of an event: an object of GeoNames."""
        written: Any = cells.peek("event_loc")
        named = {"name": written} if isinstance(written, str) else plain_fields(written)
        name, number = text_of(named.get("name")), text_of(named.get("geonameid"))
        if not name:
            return None
        cells.take("event_loc")
        point = point_of(text_of(named.get("latitude")), text_of(named.get("longitude")))
        code = text_of(named.get("country code")) or text_of(named.get("cc3"))
        country = country_of("iso3" if len(code) == ISO3 else "iso2", code.upper()) if code else None
        used = {"name", "geonameid", *(("latitude", "longitude") if point else ())}
        rest = {each: value for each, value in named.items() if each not in used}

        def make(key: AnyId) -> Record:
            return self.make[Place](
                id=key,
                name=name,
                kind=CLASSES.get(text_of(named.get("feature class")), OPEN),
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                point=point,
                identifiers={"geonames": number} if number else {},
                extra={"plover": kept(rest)} if rest else {},
            )

        content = json.dumps(named, sort_keys=True)
        return self.parties.once(id_of("plover/place", name), content, make)


def fields_of(where: Location, found: Mapping[str, Any]) -> Cells:
    """Return the fields of an event under the names of today; those of its citation have `cite_info.` before them."""
    named: dict[str, Any] = {}
    for name, value in found.items():
        if name == "cite_info" and isinstance(value, dict):
            named |= {CITE + each: inner for each, inner in cast("dict[str, Any]", value).items()}
        else:
            named.setdefault(CITE + name if name in CITED else OLDER.get(name, name), value)
    return Cells({name: value for name, value in named.items() if value not in EMPTY}, where)


def plain_fields(written: object) -> dict[str, Any]:
    """Return the fields of an object that have a value, under the names of today; of anything else none."""
    if not isinstance(written, dict):
        return {}
    named = {MISSPELT.get(name, OLDER.get(name, name)): value for name, value in written.items()}
    return {name: value for name, value in named.items() if value not in EMPTY}


def text_of(value: object) -> str:
    """Return a text or a number as text; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def texts_of(value: object) -> list[str]:
    """Return the texts of a list, or a text as a list of one."""
    items = value if isinstance(value, list) else [value]
    return [text for text in map(text_of, items) if text]


def published_on(text: str) -> EventDate | None:
    """Return when a text was published: a day, or what EDTF can say; `None` for anything else."""
    if day := day_of(text):
        return day.date
    try:
        return EventDate.parse(text) if text else None
    except EventDateError:
        return None


def data_source(key: AnyId) -> Source:
    """Return the data as a source, for events that name no text."""
    return Source(id=key, title=OPEN, kind=SourceKind.OTHER)


ROWS: Final = PloverObjects
"""What `stream_from` reads the file with."""
