"""The vocabularies of event records: deeds, meetings, votes, claims, quantities and positions."""

from typing import Final

from diplo_events.vocab._term import OURS, Term

__all__ = [
    "ActionStatus",
    "Assertion",
    "Attendance",
    "BallotChoice",
    "ClaimBasis",
    "ClaimKind",
    "MeetingKind",
    "MeetingLevel",
    "MeetingStatus",
    "ParticipantRole",
    "PositionBasis",
    "Stance",
    "Unit",
    "VoteResult",
]

PLOVER: Final = "PLOVER (Halterman, Schrodt, Beger, Bagozzi & Scarborough 2023)"
ICOW: Final = "ICOW, Issue Correlates of War (Hensel & Mitchell)"
SUMNER: Final = "Sumner, Territorial Disputes at the International Court of Justice, Duke Law Journal 53 (2004)"
STIX: Final = "STIX 2.1, opinion-enum (OASIS)"
SCHEMA_ORG: Final = "schema.org, EventAttendanceModeEnumeration"
ICALENDAR: Final = "after schema.org EventStatusType and iCalendar STATUS (RFC 5545)"


class MeetingKind(Term, source="after CAMEO 04 (consult)"):
    """What sort of encounter a meeting is."""

    TALKS = "talks", "a conversation between a few parties"
    SUMMIT = "summit", "heads of state or government around one table"
    CONFERENCE = "conference", "a forum with many participants"
    VISIT = "visit", "one actor visits another"
    NEGOTIATION = "negotiation", "talks that seek an agreement"
    MEDIATION = "mediation", "talks led by a third party"
    CALL = "call", "a telephone or video call between a few parties"
    CEREMONY = "ceremony", "a parade, a funeral, an inauguration"
    SIGNING = "signing", "a ceremony at which a document is signed"
    DEMARCHE = "demarche", "an envoy is received or summoned to be given a message"
    PRESS_CONFERENCE = "press_conference", "officials answer the press, as an event of its own"
    COUNCIL_SESSION = "council_session", "a body of an international organisation sits"
    CABINET = "cabinet", "a government sits"
    PARLIAMENT = "parliament", "a parliament or one of its committees sits"
    OTHER = "other", "another kind of encounter"


class Attendance(Term, source=SCHEMA_ORG):
    """Whether participants are in one place."""

    OFFLINE = "offline", "in one place"
    ONLINE = "online", "by telephone or video"
    MIXED = "mixed", "some in one place, some by telephone or video"


class MeetingStatus(Term, source=ICALENDAR):
    """The status of a meeting, according to its source."""

    PROPOSED = "proposed", "somebody suggests it"
    SCHEDULED = "scheduled", "it is agreed or announced"
    RESCHEDULED = "rescheduled", "it has a new date"
    POSTPONED = "postponed", "it is put off without a new date"
    MOVED_ONLINE = "moved_online", "it is to be held by telephone or video instead"
    CANCELLED = "cancelled", "it was agreed and will not be held"
    REJECTED = "rejected", "it was proposed and refused"
    ONGOING = "ongoing", "it is being held"
    HELD = "held", "it took place"
    DENIED = "denied", "somebody says that it did not take place", OURS


class MeetingLevel(Term, source="after Goertz & Diehl's and CAMEO's ranks of state actors"):
    """The rank of the participants."""

    HEAD = "head", "heads of state or government"
    MINISTER = "minister", "ministers"
    AMBASSADOR = "ambassador", "ambassadors and envoys"
    OFFICIAL = "official", "officials and military staff"
    MIXED = "mixed", "several ranks"


class ParticipantRole(Term, source="after iCalendar ROLE (RFC 5545) and PLOVER CONSULT"):
    """What a participant does in a meeting."""

    HOST = "host", "receives the others"
    CHAIR = "chair", "leads it"
    ATTENDEE = "attendee", "takes part"
    CONVENOR = "convenor", "called the others together"
    OBSERVER = "observer", "is present without a voice or a vote"
    SUMMONED = "summoned", "was ordered to come, such as an envoy"
    INVITED = "invited", "was asked to take part"
    MEDIATOR = "mediator", "mediates between the parties"
    ABSENT = "absent", "was expected and does not take part"
    EXCLUDED = "excluded", "is not admitted"


class Assertion(Term, source="after ICOW, Territorial Claims Data, and CAMEO 19"):
    """What is asserted about land."""

    SOVEREIGNTY = "sovereignty", "it belongs to the challenger"
    ANNEXATION = "annexation", "the challenger made it part of its territory"
    OCCUPATION = "occupation", "the challenger holds it by force"
    CAPTURE = "capture", "the challenger took it in battle"
    ADMINISTRATION = "administration", "the challenger governs it"
    RECOGNITION_DEMAND = "recognition_demand", "the challenger wants its control to be recognised"
    CESSION_DEMAND = "cession_demand", "the challenger wants it to be handed over"
    CESSION_REFUSAL = "cession_refusal", "the challenger will not give it up"
    RENUNCIATION = "renunciation", "the challenger gives up its claim"
    NON_RECOGNITION = "non_recognition", "the challenger does not accept that the target holds it lawfully"
    WITHDRAWAL_DEMAND = "withdrawal_demand", "the challenger wants the target to leave"
    CESSION = "cession", "the challenger has handed it over, or hands it over by this agreement"
    BOUNDARY = "boundary", "the boundary runs where the challenger says, or where both agree"
    SOVEREIGN_RIGHTS = "sovereign_rights", "the challenger may use a zone, its waters or what lies below them"
    DE_FACTO_LOSS = "de_facto_loss", "the challenger has in fact lost control of it"


class ClaimKind(Term, source=ICOW):
    """What is claimed."""

    TERRITORIAL = "territorial", "land"
    MARITIME = "maritime", "a sea zone"
    RIVER = "river", "the use of a river"
    IDENTITY = "identity", "the treatment of a group of people"


class ClaimBasis(Term, source=SUMNER):
    """The justification of a claim."""

    TREATY = "treaty", "an agreement grants it"
    GEOGRAPHY = "geography", "a natural border includes it"
    ECONOMY = "economy", "the state needs it"
    CULTURE = "culture", "the people there share a language, a nation or a religion"
    EFFECTIVE_CONTROL = "effective_control", "the state holds and governs it"
    HISTORY = "history", "the state had it first or for a long time"
    UTI_POSSIDETIS = "uti_possidetis", "the borders of the former administration remain valid"
    ELITISM = "elitism", "a right or a duty of a superior"
    IDEOLOGY = "ideology", "a belief demands it"


class Unit(Term):
    """The unit of a quantity."""

    SHARE = "share", "a part of a whole, from 0 to 1"
    COUNT = "count", "a number of people, places or things"
    MONEY = "money", "an amount in a currency of ISO 4217"
    SQUARE_KILOMETRES = "square_kilometres", "an area in km²"
    KILOMETRES = "kilometres", "a distance in km"
    MILES = "miles", "a distance in statute miles"
    NAUTICAL_MILES = "nautical_miles", "a distance at sea, 1,852 m each"
    VERSTS = "versts", "a distance in Russian versts, 1,066.8 m each"
    TONNES = "tonnes", "a mass of 1,000 kg each"
    DAYS = "days", "a length of time"


class ActionStatus(Term):
    """How far a deed has come, according to its source."""

    DONE = "done", "it was done"
    ONGOING = "ongoing", "it is being done"
    ATTEMPTED = "attempted", "it was tried and not completed"
    PLANNED = "planned", "it is to be done"
    THREATENED = "threatened", "somebody says that it will be done if a demand is not met"
    DENIED = "denied", "somebody says that it was not done"


class BallotChoice(Term, source="after the voting data of the UN Digital Library"):
    """How somebody votes.

    Examples:
        >>> BallotChoice.VETO.counted, BallotChoice.ABSENT.is_cast
        (BallotChoice.NO, False)
    """

    YES = "yes", "in favour"
    NO = "no", "against"
    VETO = "veto", "against, by a member whose no prevents adoption"
    ABSTAIN = "abstain", "neither in favour nor against"
    NOT_PARTICIPATING = "not_participating", "present and does not vote"
    ABSENT = "absent", "not present"

    @property
    def counted(self) -> "BallotChoice":
        """The choice as which a tally counts it: a veto is a no."""
        return BallotChoice.NO if self is BallotChoice.VETO else self

    @property
    def is_cast(self) -> bool:
        """Whether the member takes part in the vote, as who is absent or does not vote does not."""
        return self.counted in {BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN}


class VoteResult(Term):
    """What a vote decides."""

    ADOPTED = "adopted", "the text or motion is accepted"
    REJECTED = "rejected", "it is not accepted"
    POSTPONED = "postponed", "the decision is put off"
    UNKNOWN = "unknown", "the source does not say"


class Stance(Term, source=STIX):
    """How far an actor agrees with an issue's proposition.

    Examples:
        >>> [(stance.value, stance.number) for stance in (Stance.STRONGLY_DISAGREE, Stance.AGREE)]
        [('strongly_disagree', -2), ('agree', 1)]
    """

    STRONGLY_DISAGREE = "strongly_disagree", "rejects it outright"
    DISAGREE = "disagree", "is against it"
    NEUTRAL = "neutral", "takes no side, or both"
    AGREE = "agree", "is in favour of it"
    STRONGLY_AGREE = "strongly_agree", "insists on it"

    @property
    def number(self) -> int:
        """The position on the scale, from -2 to +2."""
        return list(type(self)).index(self) - 2


class PositionBasis(Term, source="after the manual coding of claims in Discourse Network Analyzer (Leifeld)"):
    """The evidence for a position."""

    DECLARED = "declared", "the actor's own words express it"
    ATTRIBUTED = "attributed", "somebody else says it about the actor"
    INFERRED = "inferred", "the source concludes it from the actor's conduct"
