"""`Action`: what somebody did."""

import attrs

from diplo_events.model.event_record import AT_LEAST_ONE, EventRecord
from diplo_events.model.ids import ActorId, DocumentId, IssueId, PlaceId, StatementId
from diplo_events.vocab import ActionStatus
from diplo_events.vocab.action_kinds import ActionKind

__all__ = ["Action"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Action(EventRecord):
    """A deed, as one source reports it: a deployment, a seizure, sanctions, an appointment.

    A threat or a promise is a `Statement`; the deed that follows it is an action that `fulfils` it.

    Examples:
        >>> from diplo_events import Action, ActionKind, ActionStatus
        >>> Action(id="d1", source="a1", actors=("russia",), targets=("ukraine",), kind=ActionKind.OCCUPY,
        ...        status=ActionStatus.ONGOING, summary="Russia occupies part of Ukraine.").kind.cameo.event
        '192'
    """

    actors: tuple[ActorId, ...] = attrs.field(metadata=AT_LEAST_ONE)
    """Who does it; an unnamed actor if the source does not say."""
    targets: tuple[ActorId, ...] = ()
    """To whom it is done, or for whom."""
    kind: ActionKind
    """What is done."""
    status: ActionStatus
    """How far it has come, as of this source."""
    place: PlaceId | None = None
    """Where."""
    issues: tuple[IssueId, ...] = ()
    """The issues that it bears on."""
    instrument: DocumentId | None = None
    """The document by which it is done: an order, a treaty, a resolution."""
    fulfils: StatementId | None = None
    """The statement that promised, threatened or announced it."""
    summary: str
    """What is done, in the coder's own neutral words."""
