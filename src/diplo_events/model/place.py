"""`Place`: where something is; with `Point`, a pair of coordinates."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from diplo_events.errors import Problem
from diplo_events.model.actor import Name
from diplo_events.model.field_rules import Checked, exact_float
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import CountryCode, PlaceId, SubdivisionCode
from diplo_events.vocab import PlaceKind

__all__ = ["Place", "Point"]

MAX_LONGITUDE: Final = 180.0
MAX_LATITUDE: Final = 90.0


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Point(Checked):
    """A point on the Earth, in degrees of WGS 84; longitude comes first, as in GeoJSON (RFC 7946).

    Examples:
        >>> Point(longitude=131.9, latitude=43.1)
        Point(longitude=131.9, latitude=43.1)
    """

    longitude: float = attrs.field(converter=exact_float)
    """Degrees east, from -180 to 180."""
    latitude: float = attrs.field(converter=exact_float)
    """Degrees north, from -90 to 90."""

    def _relations(self) -> Iterator[Problem]:
        for name, degrees, limit in (
            ("longitude", self.longitude, MAX_LONGITUDE),
            ("latitude", self.latitude, MAX_LATITUDE),
        ):
            if abs(degrees) > limit:
                yield Problem(path=name, expected=f"a number from {-limit:g} to {limit:g}", found=repr(degrees))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Place(Checked):
    """A country, a region, a town, a piece of land. A place has no owner: claims say who owns it.

    The codes say under which entry ISO 3166 lists a place, not to whom it belongs.

    Examples:
        >>> Place(id="vladivostok", name="Vladivostok", kind=PlaceKind.SETTLEMENT, country="RU").name
        'Vladivostok'
    """

    id: PlaceId
    """The id of the place, unique in its dataset."""
    name: str
    """The name under which the dataset lists it."""
    kind: PlaceKind
    """What sort of place it is."""
    names: tuple[Name, ...] = ()
    """All spellings in the sources, each with the sources that use it."""
    within: PlaceId | None = None
    """The larger place that contains it."""
    country: CountryCode | None = None
    """The country under which ISO 3166 lists the place."""
    subdivision: SubdivisionCode | None = None
    """The division under which ISO 3166-2 lists the place."""
    point: Point | None = None
    """The coordinates, if they are certain."""
    identifiers: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The place's ids in other schemes: `wikidata`, `geonames`."""
    description: str | None = None
    """What the place is, in the coder's words."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""

    def _relations(self) -> Iterator[Problem]:
        if self.country and self.subdivision and not self.subdivision.startswith(f"{self.country}-"):
            expected = f"a division of {self.country}"
            yield Problem(path="subdivision", expected=expected, found=repr(self.subdivision))
