"""`Position`: where an actor stands on an issue."""

import attrs

from diplo_events.model.event_record import EventRecord
from diplo_events.model.ids import ActorId, IssueId, PositionId, StatementId
from diplo_events.vocab import PositionBasis, Stance

__all__ = ["Position"]


@attrs.frozen(kw_only=True)
class Position(EventRecord):
    """Where an actor stands on an issue's proposition, as one source shows it.

    Examples:
        >>> from diplo_events import Position, PositionBasis, Stance
        >>> Position(id="p1", source="a1", actor="russia", issue="foreign-troops", stance=Stance.STRONGLY_DISAGREE,
        ...          basis=PositionBasis.DECLARED, summary="No foreign troops.", evidence=("s1",)).stance.number
        -2
    """

    actor: ActorId
    """Whose position it is."""
    issue: IssueId
    """The issue whose proposition the actor agrees or disagrees with."""
    stance: Stance
    """How far."""
    basis: PositionBasis
    """On what the position rests: own words, another's, or conduct."""
    attributed_by: ActorId | None = None
    """Who says so, where it is attributed or inferred."""
    conditions: str | None = None
    """On what the stance depends, in the coder's words."""
    red_line: bool = False
    """Whether the actor says that it will not move from it."""
    summary: str
    """The position, in the coder's own neutral words."""
    evidence: tuple[StatementId, ...] = ()
    """The statements that show it."""
    supersedes: PositionId | None = None
    """The earlier position that it replaces."""
