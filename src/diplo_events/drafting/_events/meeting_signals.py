"""Every word that can show a meeting, whatever stands around it, with the kind of meeting it would be."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import DAYS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.meeting_nouns import ENVOYS, GENERIC, is_topic
from diplo_events.drafting._events.meeting_verbs import CONTEST, FAR, behind, meets_a_standard
from diplo_events.drafting._events.meeting_words import (
    CONFER,
    GATHER,
    INVITE,
    MEET,
    NOUNS,
    ON_DUTY,
    PHONE,
    PUBLIC,
    TRAVEL,
    VISIT,
)
from diplo_events.drafting._events.participants import objects, subject_behind, subject_of
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["MONTHS", "Signal", "is_place_behind", "signals"]

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
        **dict.fromkeys(words("mediation arbitration"), MeetingKind.MEDIATION),
        **dict.fromkeys(words("visits trips tours journey journeys stopover stop pilgrimage"), MeetingKind.VISIT),
        **dict.fromkeys(words("delegation delegations mission"), MeetingKind.VISIT),
        **dict.fromkeys(
            words("ceremonies funerals coronation wedding inaugural commemorations"),
            MeetingKind.CEREMONY,
        ),
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
    boycotted rejected refused walked broke during after before following ahead at joint
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
    greet greeting entertained sees saw summoned summons joined joins join joining accompanied accompanying escorted
    feted
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
DISCUSSING: Final = words("discussed discuss discusses discussing debated deliberated")
MEETING_UP: Final = words("huddled dined lunched conferred consulted mingled shared")
SITTING: Final = re.compile(r"(?:down|together|face to face|across from|opposite|at the (?:negotiating )?table)\b")
BESIDE: Final = re.compile(r"(?:together |side by side |jointly )?(?:with|alongside|beside|next to)\b")
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
    r"(?:\w+ly |back |on |home |again |together |first |later |then |for \w+ )*(?:to|in|for|from|at|via|into|on)"
    r" (?:(?:the|a|an|his|her|their|its) )?(?:[a-z-]+ )?(?P<name>[A-ZÀ-Þ][\w’'-]*)"
)
"""Behind a verb of a journey, these name where it goes."""

FOR_WHAT: Final = re.compile(
    r"(?:the )?[A-ZÀ-Þ]\S*(?: (?:[A-ZÀ-Þ]\S*|,|of|and))*? (?:for|to|on|as|at|with|where|meeting|attending|this|today"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|,)(?: |$)"
)
"""Behind "is in", a place and for what or when somebody is there."""

UNLIKE_MEETING: Final = re.compile(
    r"(?:with|by) (?:\w+ )?(?:criticism|resistance|opposition|silence|anger|outrage|scepticism|skepticism|protests?"
    r"|violence|force|disapproval|approval|applause|derision|praise)\b"
)
"""Behind "met", these show what something came upon."""


REPORTING: Final = re.compile(r"(?:with )?(?:\w+ )?(?:reporters|journalists|the press|the media)\b")
"""Behind a verb of meeting, these show that somebody spoke to the public."""


class Signal(NamedTuple):
    """A word that can show a meeting."""

    place: int
    """Its place in the sentence."""
    kind: MeetingKind
    """The kind of meeting that it would show."""
    is_noun: bool
    """Whether it is a noun."""


def signals(unit: Passage) -> list[Signal]:
    """Return the words of a sentence that can show a meeting, outside quotations."""
    found: list[Signal] = []
    for place, token in enumerate(unit.words):
        if token.text == QUOTED:
            continue
        if (kind := kind_of_noun(unit, place)) is not None:
            found.append(Signal(place, kind, is_noun=True))
        elif (kind := kind_of_verb(unit, place)) is not None:
            found.append(Signal(place, kind, is_noun=False))
    return found


def low_at(unit: Passage, place: int) -> str:
    """Return a word in lower case; nothing outside the sentence."""
    return unit.words[place].low if 0 <= place < len(unit.words) else ""


def kind_of_noun(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911  (a decision table)
    """Return the kind of meeting of which a noun can be; `None` if the word is of none, or a verb."""
    token = unit.words[place]
    low, before, after = token.low, low_at(unit, place - 1), low_at(unit, place + 1)
    kind = NOUNS.get(low) or MORE_NOUNS.get(low)
    if kind is None or after in GENERIC | {"-", "'s"} or before in {"-", "if", "unless"} or is_topic(unit, place):
        return None
    if low in {"visit", "meet", "talk", "call", "tour", "stop"} and is_verb(unit, place):
        return None
    if low in {"meeting", "signing"} and before in {"is", "are", "was", "were", "be", "been"}:
        return None
    if low in {"call", "calls"}:
        is_call = bool(AUDIBLE & {before}) or after in {"with", "between"}
        return MeetingKind.CALL if is_call and after not in {"for", "on"} else None
    lows = [item.low for item in unit.words[max(0, place - 8) : place]]
    if "for" in lows[-3:] and ENVOYS & set(lows):
        return None
    is_for_news = low in {"conference", "conferences", "briefing"} and before in {"press", "news", "media", "joint"}
    if is_for_news:
        return MeetingKind.PRESS_CONFERENCE if HOLDING & set(lows) else None
    if kind is MeetingKind.TALKS and {"telephone", "phone", "video"} & set(lows[-2:]):
        return MeetingKind.CALL
    if token.is_capital and place and not (HOLDING | {"in", "to", "for", "of"}) & set(lows):
        return None
    if low in PARTAKING:
        return kind if after in {"in", "at", "of"} and not before.endswith(("ary", "ic")) else None
    if low in TO_PLACES:
        is_journey = after == "to" or (low == "stop" and after in {"in", "at"})
        return kind if is_journey and is_place_behind(unit, place) else None
    if low in NEEDS_LINK:
        following = {item.low for item in unit.words[place + 1 : place + 7]}
        is_held = bool(HOLDING & set(lows)) and low != "work"
        return kind if is_held or LINKS & following else None
    return kind


def is_verb(unit: Passage, place: int) -> bool:
    """Whether a word that can be noun or verb is a verb: behind "to" or "will", or behind a bare actor."""
    before = low_at(unit, place - 1)
    if before in {"to", "will", "would", "should", "can", "could", "may", "might", "must", "not", "shall", "and", "or"}:
        return True
    mention = unit.sentence.ending(place)
    return mention is not None and not mention.is_owner and mention.kind in {"person", "pronoun", "group", "office"}


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return the kind of meeting of which a verb can be; `None` if the word is of none."""
    low, before, rest = unit.words[place].low, low_at(unit, place - 1), behind(unit, place)
    by_phone = PHONE.search(rest) is not None
    if before in PUBLIC | {"-", "police"} or (low.endswith("ing") and before in {"the", "a", "an"}):
        return None
    if low in MEET:
        is_of_sports = CONTEST.search(behind(unit, place, FAR)) is not None
        is_unlike = UNLIKE_MEETING.match(rest) is not None or REPORTING.match(rest) is not None
        is_other = is_of_sports or is_unlike or meets_a_standard(unit, place)
        return None if is_other else MeetingKind.CALL if by_phone else MeetingKind.TALKS
    if low in TALK:
        if REPORTING.match(rest.partition("with ")[2]):
            return None
        if by_phone:
            return MeetingKind.CALL
        named = objects(unit, place)[:1]
        is_to = any(m.kind in {"person", "office"} and (m.role or m.head) for m in named)
        return MeetingKind.TALKS if is_to or re.match(r"(?:\w+ ){0,4}(?:with|face)\b", rest) else None
    if low in ENGAGING:
        return MeetingKind.TALKS if rest.startswith(("with ", "in talks", "directly with")) else None
    if low in CALLING and before not in {"so", "what", "the", "is", "was", "be"}:
        is_call = by_phone or (is_person_behind(unit, place) and low not in {"called", "calls", "call", "calling"})
        return MeetingKind.CALL if is_call else None
    if low in HOSTING:
        is_passive = before in BEING | {"been"} and re.match(r"(?:\S+ ){0,5}by ", rest) is not None
        is_guest = is_of_person(unit, place) if is_passive else is_person_behind(unit, place)
        return MeetingKind.TALKS if is_guest and low_at(unit, place + 1) not in HOSTED else None
    if low in VISIT | {"tour", "touring"}:
        return MeetingKind.VISIT if is_verb(unit, place) or low not in {"visit", "tour", "visits", "tours"} else None
    if low in LEAVING | TRAVEL:
        after = low_at(unit, place + 1)
        is_other = after in NOT_GOING or before in {"the", "a", "from"} or (low.startswith("c") and after == "from")
        is_other = is_other or not is_of_traveller(unit, place)
        return MeetingKind.VISIT if is_place_behind(unit, place) and not is_other else None
    if low in BEING and (low_at(unit, place + 1) == "in" or rest.startswith("currently in")):
        text = " ".join(token.text for token in unit.words[place + 1 : place + 10]).partition("in ")[2]
        return MeetingKind.VISIT if FOR_WHAT.match(text) is not None else None
    if low in GATHER:
        return MeetingKind.TALKS if is_of_several(unit, place) else None
    if low in {"sat", "sit", "sits", "sitting"}:
        return MeetingKind.TALKS if SITTING.match(rest) else None
    if low in STANDING:
        is_beside = BESIDE.match(rest) is not None or (low == "flanked" and rest.startswith("by "))
        return MeetingKind.CEREMONY if is_beside and is_person_near(unit, place) else None
    if low in ATTENDING:
        is_heard = any(place < m.first <= place + 3 and m.kind in {"body", "group"} for m in unit.named)
        return MeetingKind.CONFERENCE if is_heard or not low.startswith("address") else None
    if low in MEDIATING:
        return MeetingKind.MEDIATION if low.startswith(("med", "bro")) else MeetingKind.NEGOTIATION
    if low in DISCUSSING | MEETING_UP | CONFER:
        return MeetingKind.TALKS if re.match(r"(?:[^,;]* )?(?:with|together)\b", rest) else None
    if low in INVITE:
        return MeetingKind.VISIT if re.search(r"\b(?:to|for)\b", rest) else None
    return None


def is_place_behind(unit: Passage, place: int) -> bool:
    """Whether a place is named behind a word of a journey: "flew to Oslo", "a stop in Doha"; a day or month is none."""
    text = " ".join(token.text for token in unit.words[place + 1 : place + 9])
    match = TO_A_PLACE.match(text)
    return match is not None and match["name"].lower() not in MONTHS | DAYS


def is_person_behind(unit: Passage, place: int) -> bool:
    """Whether a person is named directly behind a verb: "phoned Li", "received him", "greeted the two ministers"."""
    named = next((m for m in unit.named if place < m.first <= place + 2), None)
    if low_at(unit, place + 1) in {"him", "her", "them"}:
        return True
    return named is not None and not named.is_owner and named.kind in {"person", "office", "name", "group"}


def is_person_near(unit: Passage, place: int) -> bool:
    """Whether a person or a group is named closely behind a verb: "stood alongside President Li"."""
    return any(place < m.first <= place + 5 and m.kind in {"person", "office", "group"} for m in unit.named)


def is_of_person(unit: Passage, place: int) -> bool:
    """Whether the subject of a verb is a person."""
    subject = subject_of(unit, place)
    return subject is not None and subject.kind in {"person", "office", "pronoun", "name"}


def is_of_several(unit: Passage, place: int) -> bool:
    """Whether those gather who can hold a meeting: a body, a state, or several who are not the public."""
    subject = subject_of(unit, place) or subject_behind(unit, place)
    return subject is not None and subject.head not in PUBLIC and subject.kind not in {"text", "name"}


def is_of_traveller(unit: Passage, place: int) -> bool:
    """Whether a journey is of a person or of those with an office, and not of a thing, a state or the public.

    Somebody without an office goes home without a visit: "Ruth Oduya, a singer, returned to Peru".
    """
    subject = subject_of(unit, place) or subject_behind(unit, place)
    if subject is None or subject.head in PUBLIC:
        return False
    if subject.head in ON_DUTY or subject.role:
        return True
    is_home = unit.words[place].low.startswith(("return", "left", "leav", "depart"))
    return subject.kind in {"person", "office", "pronoun", "name"} and not is_home
