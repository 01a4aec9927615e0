"""What the rows of PLOVER and ICEWS have in common: their actors, their places, and where they come from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.hierarchy import ancestors, ancestors_by_id
from diplo_events.model import Actor, Place
from diplo_events.vocab import ActorKind, PlaceKind
from diplo_events.vocab.codes import Match

__all__ = [
    "EventRow",
    "RowActor",
    "RowPlace",
    "actor_of_row",
    "cell_text",
    "joined",
    "place_cells",
    "row_actors",
    "row_place",
]

SECTORS: Final = MappingProxyType(
    {
        ActorKind.STATE: "GOV",
        ActorKind.GOVERNMENT: "GOV",
        ActorKind.GOVERNMENT_BODY: "GOV",
        ActorKind.MILITARY: "MIL",
        ActorKind.PARTY: "PTY",
        ActorKind.ARMED_GROUP: "REB",
        ActorKind.MEDIA: "JRN",
        ActorKind.COMPANY: "BUS",
        ActorKind.POPULATION: "CVL",
    }
)
"""PLOVER's primary sectors. The other kinds of actor have none that fits."""


@attrs.frozen(kw_only=True)
class RowActor:
    """The actor of a row: the source or target of an event."""

    id: str
    """Its id in the dataset."""
    name: str
    """Its name in the dataset."""
    country: str | None = None
    """The name of its state in the dataset."""
    code: str | None = None
    """PLOVER's code of its state (ISO 3166-1 alpha-3), or `IGO`."""
    sector: str | None = None
    """PLOVER's primary sector; for a person, that of the first office or body that has one."""


@attrs.frozen(kw_only=True)
class RowPlace:
    """The location of a row: a place and the administrative units in which it lies."""

    name: str
    """Its name in the dataset."""
    city: str | None = None
    """The settlement that it is or lies in."""
    district: str | None = None
    """The district."""
    province: str | None = None
    """The first-order division."""
    country: str | None = None
    """The country."""
    latitude: float | None = None
    """Degrees north, of the place itself."""
    longitude: float | None = None
    """Degrees east, of the place itself."""
    geonames: str | None = None
    """Its GeoNames id, if the dataset has it."""


@attrs.frozen(kw_only=True)
class EventRow:
    """The fields that rows of both formats share: when and where, and from which records."""

    id: str
    """Its id: that of the referent, with a number where one referent has several ICEWS rows."""
    date: str
    """Its day, `YYYY-MM-DD`."""
    date_is_marked: bool
    """Whether the sources give the day only with `?`, `~` or `%`, which the formats cannot express."""
    match: Match
    """How well the code fits what was done."""
    report: str
    """The id of the record that it is coded from."""
    records: tuple[str, ...]
    """The ids of all records of the referent."""
    source: str
    """The id of the source of the report."""
    publisher: str | None
    """The name of the outlet."""
    place: RowPlace | None
    """Where it happened."""


def row_actors(dataset: Dataset) -> dict[str, RowActor]:
    """Return every actor of a dataset as rows show it, by id.

    Examples:
        >>> import diplo_events
        >>> row_actors(diplo_events.load_example())["zakharova"]
        RowActor(id='zakharova', name='Maria Zakharova', country='Russia', code='RUS', sector='GOV')
    """
    above = ancestors_by_id(dataset)
    actors = dataset.of_type(Actor)
    kinds: dict[str, ActorKind | None] = {}
    states: dict[str, Actor] = {}
    for actor in actors:
        kinds[actor.id] = actor.kind
        if actor.kind is ActorKind.STATE:
            states[actor.id] = actor
    by_country: dict[str | None, list[Actor]] = defaultdict(list)
    for state in states.values():
        by_country[state.former_country or state.country].append(state)
    return {
        actor.id: row_actor(kinds, actor, state_of(actor, states, by_country, above.get(actor.id, ())))
        for actor in actors
    }


def state_of(
    actor: Actor,
    states: Mapping[str, Actor],
    by_country: Mapping[str | None, Sequence[Actor]],
    above: Iterable[str],
) -> Actor | None:
    """Return the state of an actor: itself, the only one with its country's code, or the only one it represents.

    A state that is gone may have a code of ISO 3166-3. If it has none, neither have its people; they represent it by
    their offices and bodies. Where two states are possible, there is none.
    """
    if actor.id in states:
        return actor
    represented = [states[key] for key in above if key in states]
    if code := actor.former_country or actor.country:
        same = by_country.get(code, ())
        if len(same) > 1:  # there may be thousands, in a dataset of many parts
            same = [state for state in represented if code == (state.former_country or state.country)]
        return same[0] if len(same) == 1 else None
    return represented[0] if len(represented) == 1 else None


def row_actor(kinds: Mapping[str, ActorKind | None], actor: Actor, state: Actor | None) -> RowActor:
    """Return an actor, whose state may be known, as rows show it, given the kinds of all actors."""
    own_code = "IGO" if actor.kind is ActorKind.INTERNATIONAL_ORGANIZATION else None
    state_code = state.identifiers.get("plover") if state else None
    return RowActor(
        id=actor.id,
        name=actor.name or actor.id,
        country=(state.name or state.id) if state else None,
        code=actor.identifiers.get("plover") or own_code or state_code,
        sector=sector(kinds, actor),
    )


def sector(kinds: Mapping[str, ActorKind | None], actor: Actor) -> str | None:
    """Return the sector of an actor; for a person, that of the first office or body that has one."""
    if actor.kind is not ActorKind.PERSON:
        return SECTORS.get(actor.kind)
    bodies = (*(role.organization for role in actor.roles), *actor.member_of)
    return next((SECTORS[kind] for body in bodies if (kind := kinds.get(body or "")) and kind in SECTORS), None)


def actor_of_row(actors: Mapping[str, RowActor], key: str) -> RowActor:
    """Return an actor by id; one that the dataset does not hold has only its id."""
    return actors.get(key) or RowActor(id=key, name=key)


def row_place(dataset: Dataset, key: str | None) -> RowPlace | None:
    """Return a place as rows show it, with the units it lies in; `None` if the dataset does not hold it."""
    place = dataset.get(key) if key else None
    if not isinstance(place, Place):
        return None
    levels: dict[PlaceKind, str] = {}
    for unit in map(dataset.get, ancestors(dataset, place.id)):
        if isinstance(unit, Place):
            levels.setdefault(unit.kind, unit.name or unit.id)
    return RowPlace(
        name=place.name or place.id,
        city=levels.get(PlaceKind.SETTLEMENT),
        district=levels.get(PlaceKind.DISTRICT),
        province=levels.get(PlaceKind.REGION),
        country=levels.get(PlaceKind.COUNTRY),
        latitude=place.point.latitude if place.point else None,
        longitude=place.point.longitude if place.point else None,
        geonames=place.identifiers.get("geonames"),
    )


def place_cells(place: RowPlace | None) -> dict[str, object]:
    """Return the cells of a place by column; both formats use the same columns."""
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.city,
        "District": place.district,
        "Province": place.province,
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.geonames,
    }


def joined(values: Iterable[str | None]) -> str:
    """Return the values of several actors in one cell; an unknown value leaves its position empty."""
    return "; ".join(value or "" for value in values)


def cell_text(value: object) -> str:
    """Return a value as the text of a cell; empty for `None`."""
    return "" if value is None else str(value)
