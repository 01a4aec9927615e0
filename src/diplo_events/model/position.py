"""`Position`: how far an actor agrees with an issue's proposition."""

import attrs

from diplo_events.model.event_record import EventRecord
from diplo_events.model.ids import ActorId, IssueId, PositionId, StatementId
from diplo_events.vocab import PositionBasis, Stance

__all__ = ["Position"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Position(EventRecord):
    """How far an actor agrees with an issue's proposition, according to one source.

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
    """Who attributes or infers the position, if it is not declared."""
    conditions: str | None = None
    """The conditions on which the stance depends, in the coder's words."""
    red_line: bool = False
    """Whether the actor says that it will not change this position."""
    summary: str
    """The position, in the coder's own neutral words."""
    evidence: tuple[StatementId, ...] = ()
    """The statements that show the position."""
    supersedes: PositionId | None = None
    """The earlier position that this one replaces."""
