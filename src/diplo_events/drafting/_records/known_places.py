"""The places at hand, by their spellings: those of a dataset, and those of the texts drafted before."""

from collections.abc import Sequence
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.drafting._places.places import PlaceWord
from diplo_events.drafting.gazetteer import Gazetteer, GazetteerEntry, plain
from diplo_events.lookup import spellings
from diplo_events.model import OPEN, Place

__all__ = ["ASKED", "Consulted", "KnownPlaces"]

ASKED: Final = ("kind", "country", "subdivision")
"""The fields that tell places of one name apart."""


class KnownPlaces:
    """Places that a draft recognises: those of a dataset, and those of the texts drafted before."""

    def __init__(self, dataset: Dataset | None = None) -> None:
        self.taken = set(dataset) if dataset is not None else set()
        self.places = {place.id: place for place in dataset.of_type(Place)} if dataset is not None else {}

        self.by_name: dict[str, list[GazetteerEntry]] = {}
        for place in self.places.values():
            for name in {plain(name) for name in (place.name, *spellings(place))} if place.kind is not OPEN else ():
                self.by_name.setdefault(name, []).append(entry_of(place))

    def add(self, place: Place) -> None:
        """Make a place known, or replace it by the same one with more spellings."""
        self.places[place.id] = place

    def find(self, word: PlaceWord, sample: Place) -> Place | None:
        """Return the one place that bears a name and agrees with the text; `None` if none does, or several."""
        found = [
            place
            for place in self.places.values()
            if plain(word.text) in {plain(name) for name in (place.name, *spellings(place))} and agrees(place, sample)
        ]
        return found[0] if len(found) == 1 else None

    def consulted(self, gazetteer: Gazetteer | None) -> Gazetteer | None:
        """Return what is asked about a name: the places at hand, then a gazetteer; `None` without both."""
        return Consulted(self, gazetteer) if self.by_name or gazetteer is not None else None


class Consulted:
    """The places of a dataset, and behind them those of a gazetteer."""

    def __init__(self, known: KnownPlaces, gazetteer: Gazetteer | None) -> None:
        self.known = known
        self.gazetteer = gazetteer

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """List the places that have a name: those at hand, or else those of the world."""
        found = self.known.by_name.get(plain(name), ())
        return found or (self.gazetteer.find(name) if self.gazetteer is not None else ())


def entry_of(place: Place) -> GazetteerEntry:
    """Return a place at hand as one of a gazetteer."""
    return GazetteerEntry(
        name=place.name,
        kind=place.kind,
        country=place.country,
        subdivision=place.subdivision,
        point=place.point,
        identifiers=place.identifiers,
    )


def agrees(one: Place, other: Place) -> bool:
    """Whether two records can be of one place: no field has two values."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in (*ASKED, "within")]
    return all(not left or not right or left == right for left, right in pairs)
