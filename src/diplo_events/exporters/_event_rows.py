"""The rows of the field's event data: PLOVER events with POLECAT's columns, and ICEWS rows."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.model import Actor, Place
from diplo_events.speech_acts import Match
from diplo_events.vocab import ActorKind, PlaceKind

__all__ = [
    "GOLDSTEIN",
    "ICEWS_COLUMNS",
    "POLECAT_COLUMNS",
    "IcewsRow",
    "PloverEvent",
    "RowActor",
    "RowPlace",
    "cells",
    "known",
    "row_actors",
    "row_place",
]

POLECAT_COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
"""The columns of the POLECAT data (Halterman et al. 2023, doi:10.7910/DVN/AJGVIT), which hold PLOVER events."""

ICEWS_COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
"""The columns of the ICEWS Coded Event Data (Boschee et al. 2015, doi:10.7910/DVN/28075)."""

GOLDSTEIN: Final = MappingProxyType(
    {
        code: value
        for value, codes in {
            0.0: "01 010 014 015",
            -0.1: "011",
            -0.4: "012",
            0.4: "013",
            -2.0: "016 110 111 112 1123 113 114",
            3.4: "018 019 023 051",
            3.0: "020",
            3.2: "022",
            -0.3: "025",
            4.0: "026 027 030 036",
            5.2: "033",
            6.0: "0334 054",
            7.0: "035 046 055",
            5.0: "037 039 045",
            1.0: "040 041",
            1.9: "042",
            2.8: "043",
            3.5: "050 052",
            3.8: "053",
            -5.0: "100 102 1034 104 105 106 107 125 126 127",
            -4.0: "120 121 122 123 124",
            -4.4: "130",
            -5.8: "1312 134",
            -7.0: "138 139",
        }.items()
        for code in codes.split()
    }
)
"""The Goldstein value of each CAMEO code that a row can have, as the CAMEO project's `CAMEO.goldsteinscale.txt` has it.

The scale is that of Goldstein, Journal of Conflict Resolution 36 (1992), carried over to CAMEO.
"""

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
"""PLOVER's primary sectors; the other kinds have none that fits."""


@attrs.frozen(kw_only=True)
class RowActor:
    """An actor, as these data name one."""

    id: str
    """Its id in the dataset."""
    name: str
    """Its name in the dataset."""
    country: str | None = None
    """The name of its state in the dataset."""
    code: str | None = None
    """PLOVER's code of its state (ISO 3166-1 alpha-3), or `IGO`."""
    sector: str | None = None
    """PLOVER's primary sector; for a person, that of the nearest body that the person stands for."""


@attrs.frozen(kw_only=True)
class RowPlace:
    """A place, as these data name one."""

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
    """Its GeoNames id, where the dataset has it."""


@attrs.frozen(kw_only=True)
class CodedEvent:
    """What a coded event of either sort has, and from where it is coded."""

    id: str
    """Its id: that of the thing, and for ICEWS a number."""
    date: str
    """Its day, `YYYY-MM-DD`."""
    date_is_marked: bool
    """Whether the sources give the day only with `?`, `~` or `%`; the formats cannot say that."""
    match: Match
    """How the code fits what was done."""
    report: str
    """The id of the record that it is coded from."""
    records: tuple[str, ...]
    """The ids of all records of the thing."""
    source: str
    """The id of the source of the report."""
    publisher: str | None
    """The name of the outlet."""
    place: RowPlace | None
    """Where it was."""


@attrs.frozen(kw_only=True)
class PloverEvent(CodedEvent):
    """One event of PLOVER; reciprocal ones once, with all parties as actors."""

    event_type: str
    """PLOVER's event type: `REJECT`, `CONSULT`."""
    mode: str | None
    """PLOVER's mode, where it has one that fits."""
    quad_code: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    contexts: tuple[str, ...]
    """`historical`, `future`, `hypothetical`, `negation`; the other contexts are not coded."""
    actors: tuple[RowActor, ...]
    """Who acts."""
    recipients: tuple[RowActor, ...]
    """At whom it is directed; may be empty."""
    published: str | None
    """When the source was published, in EDTF."""
    language: str | None
    """The language of the source."""


@attrs.frozen(kw_only=True)
class IcewsRow(CodedEvent):
    """One row of ICEWS: one source, one target; reciprocal events mirrored."""

    cameo: str
    """The CAMEO code."""
    text: str
    """What was done, in the words of this library's vocabulary."""
    intensity: float
    """The code's value on the Goldstein scale: a property of the code, not a judgement of this event."""
    actor: RowActor
    """Who acts: the ICEWS source."""
    target: RowActor
    """At whom it is directed."""


def cells(event: PloverEvent | IcewsRow) -> tuple[str, ...]:
    """Give the cells of a row, in the order of `POLECAT_COLUMNS` or `ICEWS_COLUMNS`; empty where nothing is known.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.exporters._coding import to_icews
        >>> row = to_icews(diplo_events.load_example()).events[-1]
        >>> [cell for cell in cells(row) if cell][:7]
        ['zerohedge-guarantees/s23', '2025-09-03', 'Vladimir Putin', 'Russia', 'demand', '100', '-5.0']
    """
    return polecat_cells(event) if isinstance(event, PloverEvent) else icews_cells(event)


def row_actors(dataset: Dataset) -> dict[str, RowActor]:
    """Describe every actor of a dataset as these data do, by id.

    Examples:
        >>> import diplo_events
        >>> row_actors(diplo_events.load_example())["zakharova"]
        RowActor(id='zakharova', name='Maria Zakharova', country='Russia', code='RUS', sector='GOV')
    """
    actors = dataset.of_type(Actor)
    states: dict[str | None, Actor] = {actor.country: actor for actor in actors if actor.kind is ActorKind.STATE}
    return {actor.id: party(dataset, actor, states.get(actor.country) if actor.country else None) for actor in actors}


def party(dataset: Dataset, actor: Actor, state: Actor | None) -> RowActor:
    """Describe an actor of a state."""
    own = "IGO" if actor.kind is ActorKind.INTERNATIONAL_ORGANIZATION else None
    of_state = state.identifiers.get("plover") if state else None
    return RowActor(
        id=actor.id,
        name=actor.name,
        country=state.name if state else None,
        code=actor.identifiers.get("plover") or own or of_state,
        sector=sector(dataset, actor),
    )


def sector(dataset: Dataset, actor: Actor) -> str | None:
    """Give the sector of an actor; of a person, that of the first office or body that has one."""
    if actor.kind is not ActorKind.PERSON:
        return SECTORS.get(actor.kind)
    bodies = (dataset.get(body or "") for body in (*(role.organization for role in actor.roles), *actor.member_of))
    return next((SECTORS[body.kind] for body in bodies if isinstance(body, Actor) and body.kind in SECTORS), None)


def known(who: Mapping[str, RowActor], key: str) -> RowActor:
    """Look an actor up; one that the dataset does not hold has only its id."""
    return who.get(key) or RowActor(id=key, name=key)


def row_place(dataset: Dataset, key: str | None) -> RowPlace | None:
    """Describe a place as these data do, with what it lies in; `None` where the dataset does not hold it."""
    place = dataset.get(key) if key else None
    if not isinstance(place, Place):
        return None
    levels: dict[PlaceKind, str] = {}
    here: object = place
    while isinstance(here, Place):
        levels.setdefault(here.kind, here.name)
        here = dataset.get(here.within or "")
    return RowPlace(
        name=place.name,
        city=levels.get(PlaceKind.SETTLEMENT),
        district=levels.get(PlaceKind.DISTRICT),
        province=levels.get(PlaceKind.REGION),
        country=levels.get(PlaceKind.COUNTRY),
        latitude=place.point.latitude if place.point else None,
        longitude=place.point.longitude if place.point else None,
        geonames=place.identifiers.get("geonames"),
    )


def polecat_cells(event: PloverEvent) -> tuple[str, ...]:
    """Give the cells of a PLOVER event in POLECAT's columns; several parties are parted by `; `."""
    known = {
        "Event ID": event.id,
        "Event Date": event.date,
        "Event Type": event.event_type,
        "Event Mode": event.mode,
        "Quad Code": event.quad_code,
        "Contexts": joined(event.contexts),
        "Source": event.publisher,
        "Publication Date": event.published,
        "Language": event.language,
        **place_cells(event.place),
    }
    for role, parties in (("Actor", event.actors), ("Recipient", event.recipients)):
        known[f"{role} Name"] = joined(party.name for party in parties)
        known[f"{role} Country"] = joined(party.code for party in parties)
        known[f"Primary {role} Sector"] = joined(party.sector for party in parties)
    return tuple(text(known.get(column)) for column in POLECAT_COLUMNS)


def icews_cells(event: IcewsRow) -> tuple[str, ...]:
    """Give the cells of an ICEWS row."""
    known = {
        "Event ID": event.id,
        "Event Date": event.date,
        "Source Name": event.actor.name,
        "Source Country": event.actor.country,
        "Event Text": event.text,
        "CAMEO Code": event.cameo,
        "Intensity": event.intensity,
        "Target Name": event.target.name,
        "Target Country": event.target.country,
        "Story ID": event.source,
        "Publisher": event.publisher,
        **place_cells(event.place),
    }
    return tuple(text(known.get(column)) for column in ICEWS_COLUMNS)


def place_cells(place: RowPlace | None) -> dict[str, object]:
    """Give the cells of a place."""
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
    """Join the values of several parties; one that is not known leaves its place empty."""
    return "; ".join(value or "" for value in values)


def text(value: object) -> str:
    """Write a value into a cell."""
    return "" if value is None else str(value)
