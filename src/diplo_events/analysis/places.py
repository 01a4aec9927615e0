"""Where the places of a dataset are, and what is reported of each of them."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable

import attrs

from diplo_events._internal.gazetteer import Gazetteer
from diplo_events.dataset import Dataset
from diplo_events.lookup import spellings
from diplo_events.model import EventRecord, Place, Point
from diplo_events.referents import referent_id
from diplo_events.schema import references

__all__ = ["LocatedPlace", "counts_by_place", "first_longitude", "locate", "stretch_of"]

LEAST_COSINE = 0.2
"""Near a pole, a map is stretched no more than by its inverse."""


@attrs.frozen
class LocatedPlace:
    """A place with its coordinates."""

    place: Place
    """The place."""
    point: Point
    """Where it is."""
    is_looked_up: bool
    """Whether the coordinates are those of a gazetteer."""


def locate(place: Place, gazetteer: Gazetteer | None = None) -> LocatedPlace | None:
    """Return a place with its coordinates, or with those that a gazetteer has for it without a doubt.

    What a name means must be certain: one entry of the same kind, and in the same country if the place has one.

    Args:
        place: The place.
        gazetteer: Where to look up a place without coordinates; by default, it has none.

    Examples:
        >>> from diplo_events import PlaceKind
        >>> town = Place(id="brod", name="Brod", kind=PlaceKind.SETTLEMENT, point=Point(longitude=18.0, latitude=45.2))
        >>> locate(town).point.latitude, locate(attrs.evolve(town, point=None))
        (45.2, None)
    """
    if place.point is not None:
        return LocatedPlace(place, place.point, is_looked_up=False)
    if gazetteer is None:
        return None
    from diplo_events.drafting.gazetteer import likeliest  # noqa: PLC0415  (slow, and who has a gazetteer has it)

    for name in dict.fromkeys(spellings(place)):
        entries = [
            entry
            for entry in gazetteer.find(name)
            if entry.kind is place.kind and (place.country is None or entry.country == place.country)
        ]
        likely = likeliest(entries)
        if len(likely) == 1 and likely[0].point is not None:
            return LocatedPlace(place, likely[0].point, is_looked_up=True)
    return None


def counts_by_place(dataset: Dataset) -> dict[str, int]:
    """Count what is reported of each place: utterances, deeds, meetings, votes and claims, each once.

    Examples:
        >>> import diplo_events
        >>> counts_by_place(diplo_events.load_example())["place/paris"]
        3
    """
    places = {place.id for place in dataset.of_type(Place)}
    found: dict[str, set[tuple[str, type]]] = defaultdict(set)
    for record in dataset.records:
        if not isinstance(record, EventRecord):
            continue
        for reference in references(type(record), record):
            if reference.target in places:
                found[reference.target].add((referent_id(dataset, record), type(record)))
    return {key: len(referents) for key, referents in found.items()}


def first_longitude(longitudes: Iterable[float]) -> float:
    """Return the longitude at which a map begins: that after the widest stretch without a place.

    Examples:
        >>> first_longitude([170, -170, 175]), first_longitude([-77, 2, 131]), first_longitude([22.1, 40.1])
        (170, -77, 22.1)
    """
    found = sorted(set(longitudes))
    gaps = [(high - low, high) for low, high in itertools.pairwise(found)]
    gaps += [(found[0] + 360 - found[-1], found[0])] if found else []
    return max(gaps, default=(0, 0))[1]


def stretch_of(latitude: float) -> float:
    """Return how much longer a degree of latitude is than one of longitude, at a latitude.

    Examples:
        >>> stretch_of(0), round(stretch_of(60), 3)
        (1.0, 2.0)
    """
    return 1 / max(math.cos(math.radians(latitude)), LEAST_COSINE)
