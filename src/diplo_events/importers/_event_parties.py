"""What the rows of event data name again and again, each made once: actors, places, stories and publishers."""

from collections.abc import Callable
from typing import Any, Final

from diplo_events.errors import InvalidRecordError
from diplo_events.importers._countries import Country, country_named
from diplo_events.importers._ids import id_of, short_hash
from diplo_events.importers._seen import Seen
from diplo_events.model import OPEN, Actor, Place, Point, Source
from diplo_events.model.ids import ActorId, CountryCode, PlaceId, SourceId
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, PlaceKind

__all__ = ["EventParties"]

MOST: Final = 100_000
"""How many ids the memory holds before it is emptied."""


class EventParties:
    """The actors, places and sources of a file; each is made when it is first met, and waits in `new`.

    Args:
        prefix: The name of the importer, with which all ids begin.
    """

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.seen = Seen()
        self.new: list[Record] = []
        self._ids: dict[tuple[str, ...], Any] = {}

    def close(self) -> None:
        """Remove what was kept on disk."""
        self.seen.close()

    def once(self, base: str, content: str, make: Callable[[Any], Record]) -> Any:  # noqa: ANN401  (an id of the type of the record)
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

    def remembered(self, key: tuple[str, ...], find: Callable[[], Any]) -> Any:  # noqa: ANN401  (the same)
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
        found: ActorId = self.remembered(("actor", name, country), lambda: self._actor(name, country))
        return found

    def _actor(self, name: str, country: str) -> Any:  # noqa: ANN401  (the same)
        names = (name,) if not country or country in name else (name, country)
        found = country_named(country) if country else None
        is_state = bool(found and (name == country or name.lower() in found.names))

        def make(key: Any) -> Record:  # noqa: ANN401  (the same)
            return Actor(
                id=key,
                name=name,
                kind=ActorKind.STATE if is_state else OPEN,
                country=CountryCode(found.iso2) if found and found.iso2 else None,
                identifiers=codes_of(found) if is_state and found else {},
                extra={self.prefix: {"Country": country}} if country else {},
            )

        return self.once(id_of(self.prefix, *names), f"{name}\t{country}", make)

    def publisher(self, name: str) -> ActorId:
        """Return the id of an outlet."""
        found: ActorId = self.remembered(("publisher", name), lambda: self._publisher(name))
        return found

    def _publisher(self, name: str) -> Any:  # noqa: ANN401  (the same)
        def make(key: Any) -> Record:  # noqa: ANN401  (the same)
            return Actor(id=key, name=name, kind=ActorKind.MEDIA)

        return self.once(id_of(f"{self.prefix}/publisher", name), name, make)

    def source(self, number: str, publisher: str, **fields: Any) -> SourceId:  # noqa: ANN401  (the fields of a record)
        """Return the id of a story by its number and its publisher."""
        outlet = self.publisher(publisher) if publisher else None

        def make(key: Any) -> Record:  # noqa: ANN401  (the same)
            return Source(id=key, title=OPEN, kind=OPEN, publisher=outlet, identifiers={self.prefix: number}, **fields)

        found: SourceId = self.once(id_of(f"{self.prefix}/story", number), publisher, make)
        return found

    def place(self, parts: tuple[str, str, str, str], latitude: str, longitude: str) -> PlaceId | None:
        """Return the id of the smallest place that a row names, from city to country; the larger ones contain it.

        Only a city has the coordinates: those of a larger place are a point somewhere in it.
        """
        if not any(parts):
            return None
        key = ("place", *parts, latitude, longitude)
        found: PlaceId = self.remembered(key, lambda: self._place(parts, latitude, longitude))
        return found

    def _place(self, parts: tuple[str, str, str, str], latitude: str, longitude: str) -> PlaceId | None:
        within: PlaceId | None = None
        found = country_named(parts[3]) if parts[3] else None
        for place in (3, 2, 1, 0):
            name = parts[place]
            if not name:
                continue
            names = [part for part in reversed(parts[place:]) if part]
            point = point_of(latitude, longitude) if place == 0 else None
            within = self._made_place(names, KINDS[place], within, found, point)
        return within

    def _made_place(
        self, names: list[str], kind: PlaceKind, within: PlaceId | None, country: Country | None, point: Point | None
    ) -> PlaceId:
        def make(key: Any) -> Record:  # noqa: ANN401  (the same)
            return Place(
                id=key,
                name=names[-1],
                kind=kind,
                within=within,
                country=CountryCode(country.iso2) if country and country.iso2 else None,
                point=point,
            )

        found: PlaceId = self.once(id_of(f"{self.prefix}/place", *names), f"{kind.value}\t{within}\t{point!r}", make)
        return found


KINDS: Final = (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY)
"""The kinds of the four parts of a place, from city to country."""


def codes_of(country: Country) -> dict[str, str]:
    """Return the codes of a state by their schemes."""
    codes = {"iso3": country.iso3, "cow": country.cow, "gw": country.gw, "fips": country.fips}
    return {scheme: str(code) for scheme, code in codes.items() if code is not None}


def point_of(latitude: str, longitude: str) -> Point | None:
    """Return the coordinates that two cells give, or `None` if they give none."""
    try:
        return Point(longitude=float(longitude), latitude=float(latitude))
    except ValueError:
        return None
