"""`Meeting`: who met whom, or was to."""

import attrs

from diplo_events.model.event_record import EventRecord
from diplo_events.model.ids import ActorId, IssueId, MeetingId, PlaceId, RecordId
from diplo_events.model.rules import Checked
from diplo_events.vocab import Attendance, MeetingKind, MeetingLevel, MeetingStatus, ParticipantRole

__all__ = ["Meeting", "Participant"]


@attrs.frozen(kw_only=True)
class Participant(Checked):
    """Somebody's part in a meeting."""

    actor: ActorId
    """Who it is."""
    role: ParticipantRole = ParticipantRole.ATTENDEE
    """What they do there."""
    representing: ActorId | None = None
    """For whom they are there."""


@attrs.frozen(kw_only=True)
class Meeting(EventRecord):
    """One encounter, in the state that one source gives it: held, scheduled, proposed, rejected.

    Examples:
        >>> from diplo_events import EventDate, Meeting, MeetingKind, MeetingStatus, Participant
        >>> Meeting(id="m1", source="a1", title="Alaska talks", kind=MeetingKind.SUMMIT, status=MeetingStatus.HELD,
        ...         participants=(Participant(actor="trump"), Participant(actor="putin")),
        ...         when=EventDate.parse("[2025-08-11..2025-08-20]")).status
        MeetingStatus.HELD
    """

    title: str
    """What the coder calls it."""
    kind: MeetingKind
    """What sort of encounter it is."""
    attendance: Attendance | None = None
    """Whether participants are in one place; `None` where the source does not say."""
    status: MeetingStatus
    """Where it stands, as of this source."""
    level: MeetingLevel | None = None
    """The rank of those who meet."""
    participants: tuple[Participant, ...] = ()
    """Who takes part, is invited, is kept out."""
    place: PlaceId | None = None
    """Where it is held."""
    agenda: tuple[IssueId, ...] = ()
    """What it is about."""
    part_of: MeetingId | None = None
    """The larger meeting to which it belongs."""
    outcomes: tuple[RecordId, ...] = ()
    """The records of what came of it."""
    conditions: str | None = None
    """What it is said to depend on."""
    proposed_by: tuple[ActorId, ...] = ()
    """Who suggests it, or this form of it."""
