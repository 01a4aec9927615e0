"""`TerritorialClaim`: who says which land belongs to whom."""

import attrs

from diplo_events.dates import EventDate
from diplo_events.model.event_record import AT_LEAST_ONE, EventRecord, sorted_set
from diplo_events.model.ids import ActorId, DocumentId, PlaceId, StatementId
from diplo_events.model.quantity import Quantity
from diplo_events.vocab import Assertion, ClaimBasis, ClaimKind

__all__ = ["TerritorialClaim"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class TerritorialClaim(EventRecord):
    """An assertion about land, not a fact about a place.

    Control, claim and recognition are three things, each with its own field. `challenger` and `target` are
    ICOW's roles.

    Examples:
        >>> from diplo_events import Assertion, TerritorialClaim
        >>> TerritorialClaim(id="c1", source="a1", challenger="russia", target="ukraine", asserted_by=("outlet",),
        ...                  assertion=Assertion.OCCUPATION, territory="part of Ukraine",
        ...                  summary="Russia occupies part of Ukraine.").asserted_by
        ('outlet',)
    """

    challenger: ActorId
    """Who claims, takes, holds or gives up the land."""
    target: ActorId | None = None
    """Who holds the land, also claims it, or loses it."""
    asserted_by: tuple[ActorId, ...] = attrs.field(metadata=AT_LEAST_ONE)
    """Who says so: a party, another state, the outlet, both parties of an agreement; at least one."""
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
    basis_documents: tuple[DocumentId, ...] = ()
    """The treaties, maps and laws on which the claim rests."""
    extent: Quantity | None = None
    """How much land."""
    controlled_by: tuple[ActorId, ...] = ()
    """Who controls the land, according to `asserted_by`."""
    control_since: EventDate | None = None
    """Since when, according to `asserted_by`."""
    recognized_holder: tuple[ActorId, ...] = ()
    """To whom the land legally belongs, according to `asserted_by`."""
    summary: str
    """What is asserted, in the coder's own neutral words."""
    evidence: tuple[StatementId, ...] = ()
    """The statements in which this is asserted."""
