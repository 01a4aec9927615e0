"""The words of meetings: nouns with their kinds, verbs, and what shows how far a meeting has come."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = [
    "ABOUT_TALKS",
    "AHEAD",
    "APPEAR",
    "BARE_CALLS",
    "CONFER",
    "DEAL",
    "GATHER",
    "HAVE",
    "HOLD",
    "HOST",
    "INVITE",
    "MEALS",
    "MEET",
    "NOT_PEOPLE",
    "NOUNS",
    "ON_DUTY",
    "PHONE",
    "PROPOSED",
    "PUBLIC",
    "REPORTERS",
    "SPEAK",
    "STAY",
    "THE_TALKS",
    "TRAVEL",
    "VISIT",
    "status_of",
]

NOUNS: Final[Mapping[str, MeetingKind]] = MappingProxyType(
    {
        **dict.fromkeys(
            words(
                """
    talks discussions discussion consultations dialogue conversation conversations meeting meetings encounter
    audience meet
    """
            ),
            MeetingKind.TALKS,
        ),
        **dict.fromkeys(words("summit summits"), MeetingKind.SUMMIT),
        **dict.fromkeys(words("conference forum symposium roundtable"), MeetingKind.CONFERENCE),
        **dict.fromkeys(words("negotiations negotiation"), MeetingKind.NEGOTIATION),
        **dict.fromkeys(words("visit trip tour"), MeetingKind.VISIT),
        **dict.fromkeys(words("call calls"), MeetingKind.CALL),
        **dict.fromkeys(words("lunch dinner breakfast"), MeetingKind.TALKS),
        **dict.fromkeys(words("ceremony parade inauguration banquet funeral commemoration"), MeetingKind.CEREMONY),
    }
)
"""Nouns of meetings, with their kinds."""

MEET: Final = words("met meet meets meeting")
HOST: Final = words("hosted hosts host hosting received receives welcomed welcomes welcome welcoming greeted")
GATHER: Final = words(
    """
    gathered gather gathers gathering convened convene convenes convening assembled assemble reconvened reconvene
    reconvenes
    """
)
VISIT: Final = words("visited visits visit visiting toured tours")
CONFER: Final = words(
    """
    conferred confers confer conferring consulted consults consulting dined dines dining lunched huddled huddles
    negotiating negotiated
    """
)
"""Verbs that are of meeting with "with" behind them."""

APPEAR: Final = words("appeared appears appearing appear")
"""Verbs that are of a meeting with "with" and an event behind them."""

DEAL: Final = words("reached struck clinched sealed")
"""Verbs that are of negotiations where several did so at a place, with what they agreed on behind them."""

HAVE: Final = words("had has have having paid pays pay paying made makes make making")
"""Verbs that are of meeting with a noun of meetings or a meal close behind them."""

MEALS: Final = words("lunch dinner breakfast tea coffee")
INVITE: Final = words("invited invites invite inviting")
PUBLIC: Final = words(
    """
    tourists visitors users fans protesters demonstrators crowds thousands hundreds dozens people students pupils
    residents mourners worshippers pilgrims passengers customers shoppers supporters spectators voters locals
    relatives families survivors police firefighters rescuers witnesses critics opponents analysts experts observers
    """
)
"""Those who come together or travel without a meeting of which the news of diplomacy tells."""

ON_DUTY: Final = words(
    """
    president vice-president premier minister ministers secretary secretary-general chancellor ambassador envoy king
    queen prince princess emperor pope sultan emir sheikh governor mayor senator representative representatives
    commander general marshal admiral leader leaders head director commissioner deputy deputies speaker delegate
    delegates delegation delegations negotiator negotiators mediator mediators adviser advisor advisers officials
    official diplomat diplomats chief chairman chairwoman chair lawmakers presidents premiers counterpart
    undersecretary envoys ambassadors negotiators chiefs
    secretaries congressman congresswoman ayatollah taoiseach rapporteur coordinator team mission
    """
)
"""Offices whose journeys are of the news of diplomacy."""

REPORTERS: Final = words("reporters journalists press media reporter correspondents")
"""Who hears words and meets nobody."""

BARE_CALLS: Final = words("dialogue discussions discussion consultations conversation negotiations negotiation")
"""Nouns of what is called for as a policy, and of a meeting only where somebody is named with whom."""

HOLD: Final = words(
    """
    held hold holds holding began begin started resumed resume opened attended attend attends attending joined join
    joins joining chaired chairs conducted concluded addressed addressing mediated begins starts co-chaired concludes
    wrapped ended completed participated participates participating participate engaged ends continue continued
    continues continuing
    """
)
SPEAK: Final = words("spoke speak speaks spoken talked talk talks speaking talking discussed")
TRAVEL: Final = words(
    """
    travelled traveled arrived flew arrive arrives travel travels fly flies travelling traveling heading headed went
    goes go returned return returns returning journey journeyed came come comes coming departed departs depart
    """
)
STAY: Final = words("be expected due was were is are")
"""Verbs that are of a visit with a place and a purpose behind them."""

PAST: Final = words(
    """
    met hosted held gathered convened visited spoke talked received welcomed attended joined travelled traveled
    returned arrived flew phoned telephoned rang dialled dialed shook chaired
    began resumed opened concluded sat conferred consulted dined lunched huddled discussed
    called toured had paid made went saw wrapped ended completed participated engaged reconvened negotiated
    greeted reached struck clinched sealed appeared led headed continued sent dispatched came journeyed departed
    """
)
NOT_PEOPLE: Final = NOUNS.keys() | words("organ front airline secretariat session")
"""Nouns of bodies that take part in no meeting."""

ABOUT_TALKS: Final = re.compile(r"\b(?:talks|meet\w*|summit|visit|negotiat\w+)\b")
THE_TALKS: Final = re.compile(r"(?:the|these|those) (?:talks|meeting|summit|negotiations|conference|discussions)\b")
PHONE: Final = re.compile(
    r"\b(?:by|on|over) (?:the )?(?:tele)?phone\b|\b(?:phone|telephone|video) (?:call|conversation)\b"
    r"|\bby video(?: ?conference| link)?\b"
)
AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|\w+'ll|schedul\w+|is to|are to|was to|were to|due to|due|set to|plans? (?:to|for|on|an?)"
    r"|planned|planning|expected|expects?|preparing (?:to|for)|agreed to(?! (?:an?|the|its|their|any)\b)"
    r"|upcoming|future(?! of)|next|forthcoming|to be held|ahead of|look(?:s|ed|ing)? forward to)\b"
)
PROPOSED: Final = re.compile(
    r"\b(?:could|may|might|should|possible|possibility|potential|propos\w+|suggest\w+"
    r"|offer\w*|invit\w+"
    r"|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|idea|venue|option|willing|ready to|eventual(?:ly)?|if"
    r"|want(?:s|ed)?|let him"
    r"|demand\w*|encourag\w+|wish\w*|hop\w+)\b"
)
CANCELLED: Final = re.compile(r"\b(?:cancel\w*|called off|scrapped)\b")
POSTPONED: Final = re.compile(r"\b(?:postpon\w+|delayed|put off)\b")
DENIED: Final = (
    r"\bden(?:ied|ies|ying)\b(?! (?:claims|accusations|allegations|charges|responsibility|wrongdoing))[^,;]*\b{word}\b"
    r"|\bnever (?:formally |actually |once )?{word}\b"
)
"""Before a verb of meeting, these say that there was none."""

FIRST_TO: Final = re.compile(r"\b(?:first|last|only|latest|second|third)\b[^,;]{0,50} to\Z")
"""Before a verb of meeting, these show that it was done: "the first pope to visit Oman"."""

GLAD_TO: Final = re.compile(
    r"\b(?:(?:was|were|had been) (?:(?:so|very|also|all) )?(?:honou?red|privileged|grateful|pleased|delighted|glad"
    r"|proud|happy|thrilled)|(?:am|are|have been|has been) (?:(?:so|very) )?(?:honou?red|privileged|grateful)"
    r"|had the (?:honou?r|pleasure|privilege)|(?:was|were|(?:has|have|had) been) (?:also )?able"
    r"|used (?:the|his|her|their) [^,;]*) to\Z"
)
"""Before a verb of meeting, these show that it was done: "were honoured to welcome her"."""

WHILE_THERE: Final = re.compile(r"\Ain (?:\w+ ){1,4}to\b")
"""Behind "while", these show before a verb of meeting that somebody is there for it."""

LATER_CLAUSE: Final = re.compile(
    r"\b(?:after|before|following|when|during|while|since|as|at (?:an?|the|their|its|his|her|this)|and|who|which)\b"
)
"""Behind these, a verb or noun is not what somebody refused, cancelled or put off before them."""

REJECTED: Final = re.compile(r"\b(?:reject\w+|refus\w+|ruled out|rule out|boycott\w*|declin\w+|block)\b")
NO_PLANS: Final = re.compile(r"\bno (?:plans?|intention|prospect|chance|talk|question|need)\b")
NEGATED: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were|is|are|will|would)(?: not|n['’]t)\b|\b(?:won['’]t|unlikely)\b"
    r"|\bnever\b|\bno (?:meeting|talks)\b"
)
SURE: Final = (
    (CANCELLED, MeetingStatus.CANCELLED),
    (POSTPONED, MeetingStatus.POSTPONED),
    (REJECTED, MeetingStatus.REJECTED),
)


def status_of(clause: str, word: str, before: str) -> MeetingStatus | None:  # noqa: C901, PLR0911  (a decision table)
    """Return how far a meeting has come; `None` if it is said that it was not held.

    Args:
        clause: The words of the clause.
        word: The verb or noun of the meeting.
        before: The word before it.

    >>> status_of("the ministers will meet", "meet", "will"), status_of("they did not meet", "meet", "not")
    (MeetingStatus.SCHEDULED, None)
    """
    if (
        found := next((status for pattern, status in SURE if pattern.search(governing(clause, word))), None)
    ) is not None:
        return found
    if re.search(DENIED.format(word=re.escape(word)), clause) is not None:
        return MeetingStatus.DENIED
    if NEGATED.search(clause) or (word not in PAST and NO_PLANS.search(clause)):
        return None
    if word in PAST and before not in {"be", "being"}:
        return MeetingStatus.HELD
    if before == "to" and GLAD_TO.search(clause.partition(f" {word}")[0]):
        return MeetingStatus.HELD
    if before == "to" and WHILE_THERE.search(clause):
        return MeetingStatus.HELD
    if before == "to" and FIRST_TO.search(clause.partition(f" {word}")[0]):
        return MeetingStatus.HELD
    if PROPOSED.search(clause):
        return MeetingStatus.PROPOSED
    if AHEAD.search(clause) or before == "to":
        return MeetingStatus.SCHEDULED
    if word in TRAVEL and word.endswith("ing") and before in {"is", "are"}:
        return MeetingStatus.SCHEDULED
    is_ongoing = (word.endswith("ing") and before in {"is", "are"}) or word in {"is", "are"}
    return MeetingStatus.ONGOING if is_ongoing else MeetingStatus.HELD


def governing(clause: str, word: str) -> str:
    """Return the words of a clause without those before it that do not govern its verb or noun.

    >>> governing("he rejected the plan after meeting them in oslo", "meeting")
    ' meeting them in oslo'
    """
    start = clause.rfind(f" {word} ")
    place = start if start >= 0 else max(clause.rfind(word), 0)
    breaks = [match.end() for match in LATER_CLAUSE.finditer(clause, 0, place + 1)]
    return clause[breaks[-1] :] if breaks else clause
