"""`Gazetteer` and `GazetteerEntry`: what is asked which places a name can mean, and what it answers."""

from collections.abc import Sequence
from typing import Protocol

import attrs

from diplo_events.model import Point
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import CountryCode, SubdivisionCode
from diplo_events.vocab import PlaceKind

__all__ = ["Gazetteer", "GazetteerEntry"]


@attrs.frozen(kw_only=True)
class GazetteerEntry:
    """A place of a gazetteer.

    Examples:
        >>> GazetteerEntry(name="Oslo", kind=PlaceKind.SETTLEMENT, country="NO", weight=580_000).country
        'NO'
    """

    name: str
    """Its name."""
    kind: PlaceKind
    """What sort of place it is."""
    country: CountryCode | None = None
    """The country, as a code of ISO 3166-1."""
    subdivision: SubdivisionCode | None = None
    """The division of the country, as a code of ISO 3166-2."""
    point: Point | None = None
    """Where it is."""
    identifiers: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """Its ids in other schemes: `geonames`; `iso_3166_3` of a country that is gone."""
    weight: int = 0
    """How likely news means it among places of one name: of a settlement the number of people."""


class Gazetteer(Protocol):
    """What a draft asks which places a name can mean: `world`, a `TableGazetteer`, or an object of your own."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """List the places that have a name, the likeliest first."""
        ...
