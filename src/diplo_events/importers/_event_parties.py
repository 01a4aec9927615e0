"""What the rows of event data name again and again, each made once: actors, places, stories and publishers."""

import functools
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from diplo_events.errors import InvalidRecordError
from diplo_events.importers._countries import Country, country_named, country_of, country_of_cow
from diplo_events.importers._ids import AnyId, id_of, new_id, short_hash
from diplo_events.importers._making import RECORDS, Makers
from diplo_events.importers._seen import Seen
from diplo_events.model import OPEN, Actor, Participant, Place, Point, Source
from diplo_events.model.frozen_map import nested
from diplo_events.model.ids import ActorId, CountryCode, FormerCountryCode, PlaceId, SourceId
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, ParticipantRole, PlaceKind

__all__ = ["EventParties", "participant", "point_of"]

MOST: Final = 50_000
"""How many ids the memory holds before it is emptied."""

ISO3: Final = 3
"""How many letters the code of a state has; that of the European Union has two."""

FORMER: Final = MappingProxyType(
    {"SUN": "SUHH", "CSK": "CSHH", "DDR": "DDDE", "YUG": "YUCS", "SCG": "CSXX", "YMD": "YDYE", "ZAR": "ZRCD"}
)
"""The codes of states that are gone, in ISO 3166-1 when they had them, and in ISO 3166-3."""


class EventParties:
    """The actors, places and sources of a file; each is made when it is first met, and waits in `new`.

    Args:
        prefix: The name of the importer, with which all ids begin.
        make: What actors, places and sources are made with.
    """

    def __init__(self, prefix: str, make: Makers = RECORDS) -> None:
        self.prefix = prefix
        self.make = make
        self.seen = Seen()
        self.new: list[Record] = []
        self._ids: dict[tuple[str, ...], Any] = {}
        self._last_story: tuple[Any, Any] = ((), None)

    def close(self) -> None:
        """Remove what was kept on disk."""
        self.seen.close()

    def once(self, base: str, content: str, make: Callable[[AnyId], Record]) -> AnyId:
        """Return the id of what a content describes, and make it if it is new.

        Where the id is that of another content already, it gets a hash.
        """
        first = self.seen.first(base, content)
        if first is False:
            base = f"{base}-{short_hash(content)}"
            first = self.seen.first(base, content)
        if first is None:
            try:
                self.new.append(make(base))
            except InvalidRecordError:
                self.seen.forget(base)
                raise
        return base

    def remembered(self, key: tuple[str, ...], find: Callable[[], Any]) -> AnyId:
        """Return the id of a key, from memory where it is there."""
        known = self._ids.get(key)
        if known is None:
            known = find()
            if len(self._ids) >= MOST:
                self._ids.clear()
            self._ids[key] = known
        return known

    def actor(self, name: str, country: str) -> ActorId:
        """Return the id of an actor with a name, of a country that the row names; a state if both are one country."""
        known: ActorId | None = self._ids.get((name, country))
        return known or self.remembered((name, country), lambda: self._actor(name, country))

    def _actor(self, name: str, country: str) -> AnyId:
        names = (name,) if not country or country in name else (name, country)
        found = country_named(country) if country else None
        is_state = bool(found and (name == country or name.lower() in found.names))

        def make(key: AnyId) -> Record:
            return self.make[Actor](
                id=key,
                name=name,
                kind=ActorKind.STATE if is_state else OPEN,
                country=CountryCode(found.iso2) if found and found.iso2 else None,
                identifiers=codes_of(found) if is_state and found else {},
                extra={self.prefix: {"Country": country}} if country else {},
            )

        return self.once(id_of(self.prefix, *names), f"{name}\t{country}", make)

    def named_actor(self, name: str) -> ActorId:
        """Return the id of an actor of which the source says no more than its name."""
        found: ActorId = self.remembered(("named", name), lambda: self._named_actor(name))
        return found

    def _named_actor(self, name: str) -> AnyId:
        def make(key: AnyId) -> Record:
            return self.make[Actor](id=key, name=name, kind=OPEN)

        return self.once(id_of(f"{self.prefix}/actor", name), name, make)

    def member_state(self, code: str, name: str) -> ActorId:
        """Return the id of a member of the United Nations, by its code of three letters or its name."""
        found: ActorId = self.remembered(("member", code, name), lambda: self._member_state(code, name))
        return found

    def _member_state(self, code: str, name: str) -> AnyId:
        known = country_of("iso3", code) if code else country_named(name)
        if known and not code and name.lower() not in known.names:
            known = None  # a body that has the name of a state inside
        former = FORMER.get(code)

        def make(key: AnyId) -> Record:
            return self.make[Actor](
                id=key,
                name=name or (known.name if known else code),
                kind=ActorKind.STATE if known or former or len(code) == ISO3 else OPEN,
                country=CountryCode(known.iso2) if known and known.iso2 else None,
                former_country=FormerCountryCode(former) if former else None,
                identifiers={"un_member": code} if code else {},
            )

        return self.once(id_of(f"{self.prefix}/member", code or name), name, make)

    def state_by_cow(self, number: str, name: str) -> ActorId:
        """Return the id of a state by its COW number, under the name that the source gives it."""
        found: ActorId = self.remembered(("cow", number, name), lambda: self._state_by_cow(number, name))
        return found

    def _state_by_cow(self, number: str, name: str) -> AnyId:
        known = country_of("cow", number)

        def make(key: AnyId) -> Record:
            return self.make[Actor](
                id=key,
                name=name or (known.name if known else OPEN),
                kind=ActorKind.STATE,
                country=CountryCode(known.iso2) if known and known.iso2 else None,
                former_country=FormerCountryCode(known.former) if known and known.former else None,
                identifiers={"cow": number},
            )

        return self.once(id_of(f"{self.prefix}/state", number), name, make)

    def is_point(self, latitude: str, longitude: str) -> bool:
        """Whether two cells give the coordinates of a point."""
        return point_of(latitude, longitude) is not None

    def coded_actor(self, name: str, day: str, *, iso3: str = "", cow: str = "", wikipedia: str = "") -> ActorId:
        """Return the id of an actor with a name, the code of its country on a day, and the title of its article."""
        key = ("coded", name, iso3, cow, wikipedia)
        found: ActorId = self.remembered(key, lambda: self._coded_actor(name, day, iso3, cow, wikipedia))
        return found

    def _coded_actor(self, name: str, day: str, iso3: str, cow: str, wikipedia: str) -> AnyId:
        country = country_of("cameo", iso3) or (country_of_cow(cow, day) if cow else None)
        is_state = bool(country and name.lower() in country.names)
        marks = {"iso3": iso3, "cow": cow, "wikipedia": wikipedia}

        def make(key: AnyId) -> Record:
            return self.make[Actor](
                id=key,
                name=name,
                kind=ActorKind.STATE if is_state else OPEN,
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                identifiers={"wikipedia": wikipedia} if wikipedia else {},
                extra={self.prefix: {scheme: mark for scheme, mark in marks.items() if mark}},
            )

        return self.once(id_of(self.prefix, name), "\t".join((name, *marks.values())), make)

    def dictionary_actor(self, code: str, name: str, country: str) -> ActorId:
        """Return the id of an actor of a dictionary: its CAMEO code, its words, and the code of its country."""
        key = ("dictionary", code, name, country)
        found: ActorId = self.remembered(key, lambda: self._dictionary_actor(code, name, country))
        return found

    def _dictionary_actor(self, code: str, name: str, iso3: str) -> AnyId:
        country = country_of("cameo", iso3) if iso3 else None
        is_state = bool(country and name.lower() in country.names and code == iso3)

        def make(key: AnyId) -> Record:
            return self.make[Actor](
                id=key,
                name=name or OPEN,
                kind=ActorKind.STATE if is_state else OPEN,
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                identifiers={"cameo": code} if code else {},
            )

        names = (code, name) if code and name else (code or name,)
        return self.once(id_of(f"{self.prefix}/actor", *names), iso3, make)

    def gdelt_place(self, named: tuple[str, str, str, str, str], point: tuple[str, str]) -> PlaceId:
        """Return the id of a place of GDELT: its full name, its type, and its codes."""
        found: PlaceId = self.remembered(("gdelt place", *named, *point), lambda: self._gdelt_place(named, point))
        return found

    def _gdelt_place(self, named: tuple[str, str, str, str, str], point: tuple[str, str]) -> AnyId:
        name, kind, fips, division, feature = named
        country = country_of("fips", fips) if fips else None
        marks = {"fips": fips, "adm1": division, "gdelt": feature}
        kinds: dict[str, Any] = {"1": PlaceKind.COUNTRY, "2": PlaceKind.REGION, "5": PlaceKind.REGION}

        def make(key: AnyId) -> Record:
            return self.make[Place](
                id=key,
                name=name,
                kind=PlaceKind.SETTLEMENT if kind in {"3", "4"} else kinds.get(kind, OPEN),
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                point=point_of(*point) if any(point) else None,
                identifiers={scheme: mark for scheme, mark in marks.items() if mark},
            )

        return self.once(id_of(f"{self.prefix}/place", name), "\t".join((*named, *point)), make)

    def publisher(self, name: str) -> ActorId:
        """Return the id of an outlet."""
        found: ActorId = self.remembered(("publisher", name), lambda: self._publisher(name))
        return found

    def _publisher(self, name: str) -> AnyId:
        def make(key: AnyId) -> Record:
            return self.make[Actor](id=key, name=name, kind=ActorKind.MEDIA)

        return self.once(id_of(f"{self.prefix}/publisher", name), name, make)

    def source(self, number: str, publisher: str, **fields: Any) -> SourceId:  # noqa: ANN401  (the fields of a record)
        """Return the id of a story by its number and its publisher, as rows beside each other often share it."""
        story = (number, publisher, *fields.values())
        if story != self._last_story[0]:
            self._last_story = (story, self._source(number, publisher, fields))
        key: SourceId = self._last_story[1]
        return key

    def _source(self, number: str, publisher: str, fields: dict[str, Any]) -> AnyId:
        outlet = self.publisher(publisher) if publisher else None

        def make(key: AnyId) -> Record:
            return self.make[Source](
                id=key, title=OPEN, kind=OPEN, publisher=outlet, identifiers=nested({self.prefix: number}), **fields
            )

        content = f"{publisher}\t{shown(*fields.items())}" if fields else publisher
        return self.once(new_id(f"{self.prefix}/story", number), content, make)

    def place(
        self, parts: tuple[str, str, str, str], latitude: str, longitude: str, *, open_kind: bool = False
    ) -> PlaceId | None:
        """Return the id of the smallest place that a row names, from city to country; the larger ones contain it.

        Only a city has the coordinates: those of a larger place are a point somewhere in it.

        Args:
            parts: City, district, province and country.
            latitude: Degrees north.
            longitude: Degrees east.
            open_kind: Whether the first part can be a place of any kind, not only a settlement.
        """
        if not any(parts):
            return None
        key = (*parts, latitude, longitude)
        known: PlaceId | None = self._ids.get(key)
        return known or self.remembered(key, lambda: self._place(parts, latitude, longitude, open_kind))

    def _place(
        self, parts: tuple[str, str, str, str], latitude: str, longitude: str, open_kind: bool
    ) -> PlaceId | None:
        within: PlaceId | None = None
        found = country_named(parts[3]) if parts[3] else None
        for place in (3, 2, 1, 0):
            name = parts[place]
            if not name:
                continue
            names = [part for part in reversed(parts[place:]) if part]
            point = point_of(latitude, longitude) if place == 0 else None
            within = self._made_place(names, OPEN if open_kind and not place else KINDS[place], within, found, point)
        return within

    def _made_place(
        self, names: list[str], kind: PlaceKind, within: PlaceId | None, country: Country | None, point: Point | None
    ) -> PlaceId:
        def make(key: AnyId) -> Record:
            return self.make[Place](
                id=key,
                name=names[-1],
                kind=kind,
                within=within,
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                point=point,
            )

        found: PlaceId = self.once(id_of(f"{self.prefix}/place", *names), f"{kind!r}\t{within}\t{point!r}", make)
        return found


@functools.lru_cache(maxsize=4096)
def shown(*fields: tuple[str, Any]) -> str:
    """Return the text of some fields."""
    return repr(sorted(fields, key=str))


KINDS: Final = (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY)
"""The kinds of the four parts of a place, from city to country."""


def codes_of(country: Country) -> dict[str, str]:
    """Return the codes of a state by their schemes."""
    codes = {"iso3": country.iso3, "cow": country.cow, "gw": country.gw, "fips": country.fips}
    return {scheme: str(code) for scheme, code in codes.items() if code is not None}


@functools.lru_cache(maxsize=65_536)
def participant(actor: ActorId, role: ParticipantRole) -> Participant:
    """Return an actor in a role."""
    return Participant(actor=actor, role=role)


@functools.lru_cache(maxsize=65_536)
def point_of(latitude: str, longitude: str) -> Point | None:
    """Return the coordinates that two cells give, or `None` if they give none."""
    try:
        return Point(longitude=float(longitude), latitude=float(latitude))
    except ValueError:
        return None
