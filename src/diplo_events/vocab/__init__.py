"""The vocabularies: enumerations whose members carry their meaning and its source."""

from diplo_events.vocab._events import (
    ActionStatus,
    Assertion,
    Attendance,
    BallotChoice,
    ClaimBasis,
    ClaimKind,
    MeetingKind,
    MeetingLevel,
    MeetingStatus,
    ParticipantRole,
    PositionBasis,
    Stance,
    Unit,
    VoteResult,
)
from diplo_events.vocab._reference import ActorKind, DocumentKind, PlaceKind
from diplo_events.vocab._reports import (
    Aspect,
    Credibility,
    Medium,
    QuotationMode,
    Reliability,
    Section,
    SourceKind,
    UncodedReason,
)
from diplo_events.vocab._term import Term

__all__ = [
    "ActionStatus",
    "ActorKind",
    "Aspect",
    "Assertion",
    "Attendance",
    "BallotChoice",
    "ClaimBasis",
    "ClaimKind",
    "Credibility",
    "DocumentKind",
    "Medium",
    "MeetingKind",
    "MeetingLevel",
    "MeetingStatus",
    "ParticipantRole",
    "PlaceKind",
    "PositionBasis",
    "QuotationMode",
    "Reliability",
    "Section",
    "SourceKind",
    "Stance",
    "Term",
    "UncodedReason",
    "Unit",
    "VoteResult",
]
