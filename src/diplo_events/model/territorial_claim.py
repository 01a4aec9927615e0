"""`TerritorialClaim`: who says which land belongs to whom."""

from collections.abc import Iterator

import attrs

from diplo_events.errors import Problem
from diplo_events.model.event_record import EventRecord, sorted_set
from diplo_events.model.ids import ActorId, PlaceId, StatementId
from diplo_events.model.rules import Checked, exact_float
from diplo_events.vocab import Assertion, ClaimBasis, ClaimKind, ExtentUnit

__all__ = ["Extent", "TerritorialClaim"]


@attrs.frozen(kw_only=True)
class Extent(Checked):
    """How much land, always as a range: a coder may take "about one-fifth" as 0.15 to 0.25.

    Examples:
        >>> Extent(low=4, high=4, unit=ExtentUnit.COUNT, of="regions")
        Extent(low=4.0, high=4.0, unit=ExtentUnit.COUNT, of='regions')
    """

    low: float = attrs.field(converter=exact_float)
    """The lower end of the range."""
    high: float = attrs.field(converter=exact_float)
    """The upper end of the range; equal to `low` if the figure is exact."""
    unit: ExtentUnit
    """The unit; a share is a number from 0 to 1."""
    of: str | None = None
    """What it is a share of, or what is counted."""

    def _relations(self) -> Iterator[Problem]:
        top = 1.0 if self.unit is ExtentUnit.SHARE else float("inf")
        if not 0 <= self.low <= self.high <= top:
            limits = "0 <= low <= high <= 1" if self.unit is ExtentUnit.SHARE else "0 <= low <= high"
            yield Problem(expected=limits, found=f"low {self.low} and high {self.high}")


@attrs.frozen(kw_only=True)
class TerritorialClaim(EventRecord):
    """An assertion about land, not a fact about a place.

    Control, claim and recognition are three things, each with its own field. `challenger` and `target` are
    ICOW's roles.

    Examples:
        >>> from diplo_events import Assertion, TerritorialClaim
        >>> TerritorialClaim(id="c1", source="a1", challenger="russia", target="ukraine", asserted_by="outlet",
        ...                  assertion=Assertion.OCCUPATION, territory="part of Ukraine",
        ...                  summary="Russia occupies part of Ukraine.").asserted_by
        'outlet'
    """

    challenger: ActorId
    """Who claims, takes, holds or gives up the land."""
    target: ActorId | None = None
    """Who holds the land, also claims it, or loses it."""
    asserted_by: ActorId
    """Who says so: a party, another state, the outlet."""
    assertion: Assertion
    """What is asserted."""
    places: tuple[PlaceId, ...] = ()
    """The land, if it has a name."""
    territory: str
    """The land as the source describes it, in the coder's words."""
    kind: ClaimKind = ClaimKind.TERRITORIAL
    """What is claimed."""
    basis: frozenset[ClaimBasis] = attrs.field(default=frozenset(), repr=sorted_set)
    """The justifications of the claim."""
    extent: Extent | None = None
    """How much land."""
    controlled_by: tuple[ActorId, ...] = ()
    """Who controls the land, according to `asserted_by`."""
    recognized_holder: tuple[ActorId, ...] = ()
    """To whom the land legally belongs, according to `asserted_by`."""
    summary: str
    """What is asserted, in the coder's own neutral words."""
    evidence: tuple[StatementId, ...] = ()
    """The statements in which this is asserted."""
