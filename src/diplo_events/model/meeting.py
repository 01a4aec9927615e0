"""`Meeting`: who met whom, or was to meet whom."""

import attrs

from diplo_events.model.event_record import EventRecord
from diplo_events.model.field_rules import Checked
from diplo_events.model.ids import ActorId, DocumentId, IssueId, MeetingId, PlaceId, RecordId
from diplo_events.vocab import Attendance, MeetingKind, MeetingLevel, MeetingStatus, ParticipantRole

__all__ = ["Meeting", "Participant"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Participant(Checked):
    """A participant of a meeting, with their role in it."""

    actor: ActorId
    """The person, state or body."""
    role: ParticipantRole = ParticipantRole.ATTENDEE
    """What the participant does in the meeting."""
    representing: ActorId | None = None
    """The actor that the participant represents."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Meeting(EventRecord):
    """One encounter, with the status that one source reports: held, scheduled, proposed, rejected.

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
    """Whether the participants are in one place; `None` if the source does not say."""
    status: MeetingStatus
    """Where it stands, as of this source."""
    level: MeetingLevel | None = None
    """The rank of the participants."""
    participants: tuple[Participant, ...] = ()
    """Who takes part, is invited or is excluded."""
    place: PlaceId | None = None
    """Where the meeting is held."""
    agenda: tuple[IssueId, ...] = ()
    """The issues that are discussed."""
    documents: tuple[DocumentId, ...] = ()
    """The documents that are before it: a draft, a report."""
    part_of: MeetingId | None = None
    """The larger meeting to which this one belongs."""
    outcomes: tuple[RecordId, ...] = ()
    """The records of its results, and the documents that came of it."""
    conditions: str | None = None
    """The conditions on which the meeting depends, according to the source."""
    proposed_by: tuple[ActorId, ...] = ()
    """Who suggests the meeting, or this form of it."""
