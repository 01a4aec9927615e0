"""Words that can show a meeting, whatever stands around them: more than the sure rules know."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.vocab import MeetingKind

__all__ = [
    "AFTER_ROUND",
    "AGENT",
    "ATTENDING",
    "AUDIBLE",
    "BACK",
    "BEING",
    "BESIDE",
    "CALLING",
    "COMPOUND",
    "CONSULTING",
    "DEBATES",
    "DISCUSSING",
    "ENGAGING",
    "ENVOY",
    "FOR_MEETING",
    "FOR_WHAT",
    "HERE",
    "HOLDING",
    "HOSTED",
    "HOSTING",
    "HOTLINE",
    "IN_SHORT",
    "LEAVING",
    "LINKS",
    "MEDIATING",
    "MEETING_UP",
    "MISSIONS",
    "MONTHS",
    "MORE_NOUNS",
    "NEEDS_LINK",
    "NOT_GOING",
    "PARTAKING",
    "PASSIVE",
    "RALLY",
    "REPORTING",
    "ROUND",
    "SENDING",
    "SENT_TO",
    "SHUTTLING",
    "SIGNED_AT",
    "SIGNED_WITH",
    "SIGNING",
    "SITTING",
    "SPENDING",
    "STANDING",
    "TALK",
    "TALKED",
    "TO_A_PLACE",
    "TO_PLACES",
    "UNLIKE_MEETING",
    "VOTE",
]

IN_SHORT: Final = words("face-to-face one-on-one tête-à-tête bilateral trilateral pull-aside")
"""Adjectives that name a meeting where those who take part follow: "a bilateral with Norway"."""

MORE_NOUNS: Final[Mapping[str, MeetingKind]] = MappingProxyType(
    {
        **dict.fromkeys(
            words(
                """
    consultation encounters gathering gatherings talk sit-down huddle handshake get-together engagement engagements
    exchanges contacts reception lunches dinners luncheon session sessions audiences encounter
    """
            ),
            MeetingKind.TALKS,
        ),
        **dict.fromkeys(
            words("conferences forums symposia roundtables participation attendance"),
            MeetingKind.CONFERENCE,
        ),
        **dict.fromkeys(
            words("face-to-face one-on-one tête-à-tête bilateral trilateral pull-aside"), MeetingKind.TALKS
        ),
        **dict.fromkeys(words("debate debates"), MeetingKind.OTHER),
        **dict.fromkeys(words("mediation arbitration"), MeetingKind.MEDIATION),
        **dict.fromkeys(words("visits trips tours journey journeys stopover stop pilgrimage"), MeetingKind.VISIT),
        **dict.fromkeys(words("delegation delegations mission"), MeetingKind.VISIT),
        **dict.fromkeys(
            words("ceremonies funerals coronation wedding inaugural commemorations"),
            MeetingKind.CEREMONY,
        ),
        **dict.fromkeys(words("invitation invitations"), MeetingKind.VISIT),
        **dict.fromkeys(words("round rounds"), MeetingKind.TALKS),
        **dict.fromkeys(words("ministerial ministerials"), MeetingKind.CONFERENCE),
        "arrival": MeetingKind.VISIT,
        "phone": MeetingKind.CALL,
        "signing": MeetingKind.SIGNING,
        "briefing": MeetingKind.PRESS_CONFERENCE,
        "videoconference": MeetingKind.CALL,
        "teleconference": MeetingKind.CALL,
    }
)
"""Nouns that are of a meeting only with actors beside them."""

NEEDS_LINK: Final = words(
    """
    talk handshake engagement engagements exchanges contacts session sessions audiences reception stop
    delegation delegations mission wedding arbitration mediation briefing
    conversation conversations discussion discussions dialogue gathering gatherings dinner lunch breakfast dinners
    lunches luncheon audience parade encounter encounters call calls consultation inaugural conference conferences
    meet
    """
)
"""Nouns that are of no meeting alone: behind or before them stands with whom, where, or that somebody held them."""

PARTAKING: Final = words("participation attendance")
"""Nouns of taking part: "her participation in the forum", "his attendance at the funeral"."""

TO_PLACES: Final = words("delegation delegations mission stop")
"""Nouns of a journey where a place follows: "a delegation to Ghana", "a stop in Oslo"."""

HOLDING: Final = words(
    """
    held hold holds holding had have has having began begin begins beginning started starts resumed resume opened opens
    attended attend attends attending joined join joining chaired chairs conducted concluded addressed addressing hosted
    host hosts hosting convened convene ended ends completed participated participates participating participate
    launched launching launch continue continued organised organized scheduled plans planned planning cancelled canceled
    postponed gave give gives giving called invited sought seek requested offered proposed agreed arranged skipped
    boycotted rejected refused walked broke part during after before following ahead at joint
    """
)
"""Words before a noun that show that somebody holds a meeting, plans one, or takes part."""

LINKS: Final = words("with between by among involving attended chaired held hosted")
AUDIBLE: Final = words("phone telephone video conference courtesy")
"""Before "call", these make it one by telephone, or a visit."""

TALK: Final = words("spoke speak speaks speaking spoken talked talk talking talks")
ENGAGING: Final = words("engaged engage engages engaging interacted liaised")
HOSTING: Final = words(
    """
    hosted hosts host hosting received receives receive receiving welcomed welcomes welcome welcoming greeted greets
    greet greeting entertained sees saw summoned summons convoked convokes joined joins join joining accompanied
    accompanying escorted feted
    """
)
"""Verbs of a meeting with the person or office that is their object."""

ATTENDING: Final = words(
    "attended attend attends attending participated participates participating participate addressed addressing"
)
MEDIATING: Final = words(
    """
    mediated mediate mediates mediating brokered broker brokering negotiated negotiate negotiates negotiating parley
    parleyed haggled
    """
)
DISCUSSING: Final = words(
    """
    discussed discuss discusses discussing debated deliberated raised raise raises raising broached reviewed review
    exchanged
    """
)
"""Verbs of a meeting with whom they name behind "with", or where several are their subject."""

MEETING_UP: Final = words("huddled huddle dined dine dining lunched conferred confer mingled parleyed deliberated")
"""Verbs of a meeting where several are their subject."""

AFTER_ROUND: Final = words("of in on at with between is was will , .")
CONSULTING: Final = words("consulted consult consults consulting briefed brief briefs briefing lobbied lobby")
SENDING: Final = words("sent send sends sending dispatched dispatch dispatches dispatching")
SENT_TO: Final = re.compile(r"(?:[^\s,;.]+ ){1,6}to (?:the )?[A-ZÀ-Þ]")
"""Behind "sent", these say whom and where to."""

SPENDING: Final = re.compile(r"(?:\S+ ){1,5}in (?:the )?[A-ZÀ-Þ]")
"""Behind "spent", these say how long and where."""

SHUTTLING: Final = words("shuttled shuttle shuttles shuttling")
SIGNING: Final = words("signed sign signs signing initialled initialed")
SIGNED_AT: Final = re.compile(r"(?:[^,;.]* )?(?:in|at) (?:the )?[A-ZÀ-Þ]")
"""Behind "signed", these say where."""

SIGNED_WITH: Final = re.compile(
    r"(?:[^,;.]* )?with (?:the )?(?:[A-ZÀ-Þ]\S+ ){0,2}(?:President|Prime|Foreign|Minister|Chancellor|King|Secretary"
    r"|Premier|counterparts?)\b|(?:[^,;.]* )?with (?:his|her|their) (?:\S+ ){0,2}counterparts?\b"
)
"""Behind "signed", these say with whom."""

ROUND: Final = words("new next first second third fourth fifth sixth latest last another final further previous each")
"""Before "round", these make it one of talks."""

SITTING: Final = re.compile(
    r"(?:down|next to|beside|alongside|with|together|face to face|across from|opposite|at the (?:negotiating )?table)\b"
)
BESIDE: Final = re.compile(
    r"together (?:in|at|on)\b|(?:together |side by side |jointly )?(?:with|alongside|beside|next to)\b"
)
STANDING: Final = words("appeared appear appears appearing stood standing stand posed flanked reunited")
LEAVING: Final = words(
    """
    went go goes going came come comes coming left leaves leave leaving departed departs depart landed lands touched
    headed heads heading flies flew fly flying flown travelled traveled travel travels travelling traveling arrived
    arrive arrives arriving returned return returns returning journeyed embarked stopped stops drove dispatched sent
    sends sending send bound
    """
)
"""Verbs of a journey where a place is behind them."""

BEING: Final = words("is was were are been be while")
"""Words of somebody's stay where a place and what for stand behind them."""

HOSTED: Final = words("country countries nation nations government governments city state community communities")
"""Behind "host", these make it an adjective."""

CALLING: Final = words("phoned telephoned rang dialled dialed called calls call calling")
MONTHS: Final = words(
    "january february march april may june july august september october november december ramadan easter christmas"
)
NOT_GOING: Final = words("on ahead through into under along far further down up back-to-back about over forward out")
"""Directly behind "went" and "came", these make it no journey."""

TO_A_PLACE: Final = re.compile(
    r"(?:\w+ly |back |on |home |by \w+ |again |together |first |later |then |for \w+ )*?"
    r"(?:to|in|for|from|at|via|into|on) (?:(?:the|a|an|his|her|their|its) )?(?:[a-z-]+ )?(?P<name>[A-ZÀ-Þ][\w’'-]*)"
)
"""Behind a verb of a journey, these name where it goes."""

HOTLINE: Final = re.compile(r"\b(?:by|on|over|via) (?:an? |the )?(?:\w+ )?(?:hotline|line|video|telephone|zoom)\b")
TALKED: Final = re.compile(
    r"(?:for (?:\w+ ){1,4}(?:hours?|minutes?)|again|twice|briefly|on (?:\w+day|the)|last|earlier|yesterday|today|in"
    r"|at)\b"
)
"""Behind "spoke" with several as its subject, these show that they spoke with each other."""

FOR_MEETING: Final = re.compile(
    r"(?:the )?[A-ZÀ-Þ]\S*(?: (?:[A-ZÀ-Þ]\S*|of))*? (?:for (?:[\w-]+ ){0,4}?(?:talks|negotiations|meetings?|summit"
    r"|conference|visit|consultations|discussions|forum|funeral|ceremony|session)"
    r"|to (?:meet|attend|discuss|hold|take part|sign|negotiate|mediate)"
    r"|on an? (?:[\w-]+ ){0,2}(?:visit|trip|tour|mission))\b"
)
"""Behind ", in", a place and for what meeting somebody is there."""

FOR_WHAT: Final = re.compile(
    r"(?:the )?[A-ZÀ-Þ]\S*(?: (?:[A-ZÀ-Þ]\S*|,|of|and))*? (?:for|to|on|as|at|with|where|meeting|attending|this|today"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|,|\.)(?: |$)"
)
"""Behind "is in", a place and for what or when somebody is there."""

COMPOUND: Final = words(
    """
    operator operators policy list guide bus centre center room show hall venue format invitation card cards piece line
    log mission missions effort efforts bid statement speech
    """
)
"""Behind the noun of a meeting, these make it part of another noun: "a tour operator"."""

MISSIONS: Final = words("diplomatic permanent training military peacekeeping monitoring observer space rescue")
"""Before "mission", these make it a body."""

UNLIKE_MEETING: Final = re.compile(
    r"(?:an? (?:\w+ )?(?:reception|response|fate|end|setback|death|wall|obstacle)\b)|"
    r"(?:with|by) (?:\w+ )?(?:criticism|resistance|opposition|silence|anger|outrage|scepticism|skepticism|protests?"
    r"|violence|force|weather|difficult(?:y|ies)|problems|delays|disaster|success|relief|joy|fury|suspicion|scorn|disapproval|approval|applause|derision|praise)\b"
)
"""Behind "met", these show what something came upon."""


REPORTING: Final = re.compile(r"(?:with )?(?:\w+ )?(?:reporters|journalists|the press|the media)\b")
"""Behind a verb of meeting, these show that somebody spoke to the public."""

PASSIVE: Final = words("is was were are been be being yet not")
"""Before "met" and "received", these make it a passive."""

AGENT: Final = re.compile(r"(?:\S+ ){0,5}by ")
"""Behind a passive, this leads to who did it."""

BACK: Final = re.compile(r"(?:\w+ )?(?:back (?:at|in|home)|home)\b")
"""Behind a verb of a journey, these say that it is over."""

HERE: Final = re.compile(r"\b(?:in|at|for|on)\b")
"""Behind "joined A", these say where or for what."""

ENVOY: Final = words(
    "ambassador ambassadors envoy envoys diplomat diplomats charge chargé consul attaché attache nuncio"
    " minister-counsellor minister-counselor counsellor counselor"
)
VOTE: Final = words(
    """
    election elections vote votes voting voters ballot ballots poll polls candidate candidates runoff run-off percent
    abstention turnout league match playoff tournament sanctions layoffs strikes applause drinks
    """
)
"""In a sentence on a round, these say that it is none of talks."""

RALLY: Final = words(
    "march marches protest protests protesters rally rallies demonstrators demonstration police permit"
)
"""In a sentence on a gathering, these say that it is one of the public."""

DEBATES: Final = words("presidential vice-presidential televised leaders candidates tv election head-to-head")
"""Before "debate", these make it one of candidates who met for it."""
