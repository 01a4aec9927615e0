"""The vocabularies: enumerations whose members carry their meaning and its source."""

from enum import Enum
from typing import Final, Self

__all__ = [
    "ActorKind",
    "Aspect",
    "Assertion",
    "Attendance",
    "ClaimBasis",
    "ClaimKind",
    "Credibility",
    "ExtentUnit",
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
]

PLOVER: Final = "PLOVER (Halterman, Schrodt, Beger, Bagozzi & Scarborough 2023)"
LEECH_SHORT: Final = "Leech & Short, Style in Fiction (1981, 2007), ch. 10"
ICOW: Final = "ICOW, Issue Correlates of War (Hensel & Mitchell)"
SUMNER: Final = "Sumner, Territorial Disputes at the International Court of Justice, Duke Law Journal 53 (2004)"
ADMIRALTY: Final = "Admiralty code, NATO AJP-2.1"
STIX: Final = "STIX 2.1, opinion-enum (OASIS)"
SCHEMA_ORG: Final = "schema.org, EventAttendanceModeEnumeration"
ICALENDAR: Final = "after schema.org EventStatusType and iCalendar STATUS (RFC 5545)"
OURS: Final = "diplo-events"


class Term(Enum):
    """A member of a vocabulary: its `value` is what files hold.

    Examples:
        >>> Stance.AGREE.value, Stance.AGREE.meaning
        ('agree', 'is in favour of it')
        >>> Stance.AGREE.source
        'STIX 2.1, opinion-enum (OASIS)'
        >>> Stance.STRONGLY_AGREE.words
        'strongly agree'
    """

    meaning: str
    """The meaning of the member, in one sentence."""
    source: str
    """The standard or publication that the member comes from."""

    def __new__(cls, value: str, meaning: str, source: str = "") -> Self:
        """Make a member from its value, its meaning and, if it differs from that of the class, its source."""
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        member.source = source
        return member

    def __init_subclass__(cls, *, source: str = OURS) -> None:
        """Set the source that the members of a vocabulary share."""
        for member in cls:
            member.source = member.source or source

    @property
    def words(self) -> str:
        """The value as a person reads it, with spaces between the words."""
        return str(self.value).replace("_", " ")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Section(Term, source="after the parts of a news article, IPTC NewsML-G2"):
    """The part of a text that contains a span."""

    HEADLINE = "headline", "the title above the article"
    STANDFIRST = "standfirst", "the summary between the title and the text"
    BODY = "body", "the running text"
    CAPTION = "caption", "the text under a picture"
    LIST = "list", "a bullet point, such as a key takeaway"
    PULL_QUOTE = "pull_quote", "words taken out of the text and set apart"
    BOILERPLATE = "boilerplate", "page furniture: bylines, datelines, credits, advertisements"


class QuotationMode(Term, source=LEECH_SHORT):
    """How a source renders somebody's words."""

    DIRECT = "direct", "in quotation marks, as whole clauses"
    INDIRECT = "indirect", "in the reporter's words, after a verb of saying"
    MIXED = "mixed", "in the reporter's words with quoted pieces inside"
    FREE_INDIRECT = "free_indirect", "somebody's view in the reporter's voice, without a verb of saying"
    NARRATED = "narrated", "only that something was said, not what"


class Medium(Term):
    """How the words reached the public."""

    PRESS_BRIEFING = "press_briefing", "a briefing or news conference"
    INTERVIEW = "interview", "an interview in any medium"
    SPEECH = "speech", "a speech before an audience"
    SOCIAL_POST = "social_post", "a post on a social network"
    WRITTEN_STATEMENT = "written_statement", "a press release, communiqué or letter"
    CALL = "call", "a telephone or video call"
    MEETING = "meeting", "said in a meeting, behind closed doors or at the table"
    REMARKS = "remarks", "remarks to reporters outside a briefing"
    ARTICLE = "article", "the reporting article itself, for what the outlet says"
    REPORT = "report", "another outlet's report, if the first medium is not named"
    CONDUCT = "conduct", "shown by what the actor did, without words"
    UNKNOWN = "unknown", "the source does not say"


class Aspect(Term, source=PLOVER):
    """Whether an event is historical, future, hypothetical or negated in the report: PLOVER's auxiliary modes."""

    HISTORICAL = "historical", "happened well before what the source reports as news"
    FUTURE = "future", "is to happen"
    HYPOTHETICAL = "hypothetical", "would happen under a condition"
    NEGATED = "negated", "is said not to happen or not to have happened"


class Credibility(Term, source=ADMIRALTY):
    """How far a coder believes one item, whoever reports it: Admiralty 1 to 6, in this order."""

    CONFIRMED = "confirmed", "1: confirmed by independent sources"
    PROBABLY_TRUE = "probably_true", "2: not confirmed, but logical and consistent with the rest"
    POSSIBLY_TRUE = "possibly_true", "3: not confirmed, reasonably logical, agrees with some of the rest"
    DOUBTFUL = "doubtful", "4: not confirmed, possible but not logical"
    IMPROBABLE = "improbable", "5: contradicted by the rest"
    CANNOT_BE_JUDGED = "cannot_be_judged", "6: no basis for a judgement"


class Reliability(Term, source=ADMIRALTY):
    """How far a coder trusts a source, whatever it reports: Admiralty A to F, in this order."""

    RELIABLE = "reliable", "A: no doubt about its authenticity or competence"
    USUALLY_RELIABLE = "usually_reliable", "B: minor doubts"
    FAIRLY_RELIABLE = "fairly_reliable", "C: doubts, but it was right in the past"
    NOT_USUALLY_RELIABLE = "not_usually_reliable", "D: significant doubts"
    UNRELIABLE = "unreliable", "E: a history of wrong reports"
    CANNOT_BE_JUDGED = "cannot_be_judged", "F: no basis for a judgement"


class ActorKind(Term, source="after CAMEO's and PLOVER's actor sectors"):
    """What sort of actor it is."""

    PERSON = "person", "a human being with a name"
    STATE = "state", "a state, also if the source names its capital or palace instead"
    GOVERNMENT = "government", "the government or the leadership of a state"
    GOVERNMENT_BODY = "government_body", "a ministry, an office or another body of a state"
    MILITARY = "military", "armed forces of a state"
    INTERNATIONAL_ORGANIZATION = "international_organization", "an organisation of states, or a body of one"
    COALITION = "coalition", "states that act together without an organisation"
    PARTY = "party", "a political party"
    ARMED_GROUP = "armed_group", "an armed group that does not belong to a state"
    MEDIA = "media", "a newspaper, an agency, a broadcaster, a site"
    COMPANY = "company", "a business"
    ORGANIZATION = "organization", "another organisation, such as a charity or an institute"
    POPULATION = "population", "the people of a state or another large group"
    GROUP = "group", "several actors named together: European leaders, Western planners"
    UNNAMED = "unnamed", "speakers without a name: sources, critics, officials"


class PlaceKind(Term, source="after the GeoNames feature classes A, P, T, H and S"):
    """What sort of place it is."""

    COUNTRY = "country", "the territory of a state"
    REGION = "region", "a first-order division: oblast, province, state"
    DISTRICT = "district", "a lower division"
    SETTLEMENT = "settlement", "a city, town or village"
    AREA = "area", "land without an administration of its own: Donbas, eastern Ukraine"
    CONTINENT = "continent", "a continent or another large part of the world"
    WATER = "water", "a sea, river, lake or strait"
    SITE = "site", "a building or a ground: a palace, a base, a square"


class SourceKind(Term):
    """What sort of text a source is."""

    NEWS_ARTICLE = "news_article", "an outlet's report"
    OPINION = "opinion", "a comment or an editorial"
    SUMMARY = "summary", "a digest of others' reports"
    AGENCY_DISPATCH = "agency_dispatch", "a wire report"
    TRANSCRIPT = "transcript", "the record of what was said"
    OFFICIAL_DOCUMENT = "official_document", "a communiqué, treaty, resolution or press release"
    OTHER = "other", "another kind of text"


class UncodedReason(Term):
    """Why no record covers a passage."""

    BYLINE = "byline", "who wrote it, where and when"
    PHOTO_CREDIT = "photo_credit", "who made or owns a picture"
    CAPTION = "caption", "what a picture shows, without news of its own"
    SECTION_HEADING = "section_heading", "a heading inside the text"
    ADVERTISEMENT = "advertisement", "an advertisement"
    PAGE_FURNITURE = "page_furniture", "links, buttons, comment boxes, source lists"
    CONNECTIVE = "connective", "leads from one passage to the next and reports nothing"
    ATTRIBUTION = "attribution", "only names the speaker of words that a record covers"


class MeetingKind(Term, source="after CAMEO 04 (consult)"):
    """What sort of encounter a meeting is."""

    TALKS = "talks", "a conversation between a few parties"
    SUMMIT = "summit", "heads of state or government around one table"
    CONFERENCE = "conference", "a forum with many participants"
    VISIT = "visit", "one actor visits another"
    NEGOTIATION = "negotiation", "talks that seek an agreement"
    MEDIATION = "mediation", "talks led by a third party"
    CALL = "call", "a telephone or video call between a few parties"
    CEREMONY = "ceremony", "a parade, a signing, a funeral"
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


class ExtentUnit(Term):
    """The unit of an extent."""

    SHARE = "share", "a part of a whole, from 0 to 1"
    SQUARE_KILOMETRES = "square_kilometres", "an area in km²"
    COUNT = "count", "a number of places"


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
