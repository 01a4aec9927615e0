"""Which verbs are of meeting in a sentence, and of which kind of meeting."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import PREPOSITIONS
from diplo_events.drafting._english.tokens import Token
from diplo_events.drafting._events.journeys import BEFORE_MEETING, NO_VISIT, behind, is_stay, is_visit
from diplo_events.drafting._events.likely_words import UNLIKE_MEETING
from diplo_events.drafting._events.look_alikes import BEFORE
from diplo_events.drafting._events.meeting_words import (
    APPEAR,
    BARE_CALLS,
    CONFER,
    DEAL,
    GATHER,
    HAVE,
    HOLD,
    HOST,
    INVITE,
    MEALS,
    MEET,
    NOUNS,
    ON_DUTY,
    PHONE,
    REPORTERS,
    SPEAK,
    STAY,
    TRAVEL,
    VISIT,
)
from diplo_events.drafting._events.participants import named_after, objects, organ_behind, subject_behind, with_whom
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["CALLED", "CONTEST", "FAR", "LODGED", "kind_of_verb", "meets_a_standard"]

BE: Final = words("is are was were be been being")
HOSTING: Final = words("country countries nation nations government governments city state community communities")
"""Behind "host", these make it an adjective."""

LEADING: Final = words("led leads lead leading headed heads head heading sent sends send dispatched")
DELEGATION: Final = re.compile(
    r"(?:an?|the|his|her|their) (?:[\w.-]+ ){0,4}(?:delegation|mission|team|negotiators|envoys?) to "
)
"""Behind "led" and "sent", these show a visit."""

NEAR_NOUN: Final = 6
"""How many words behind a verb a preposition may lead to its noun: "engaged in talks"."""

LONGEST_LIST: Final = 40
"""How many words may name those whom somebody joined."""

END_OF_LIST: Final = words("; . that who which said says where when while")
"""Behind these, nobody is named any more whom somebody joined."""

FAR: Final = 16
"""How many words behind a verb are read for what kind of meeting it is of."""


STANDARDS: Final = (
    "target", "goal", "deadline", "condition", "demand", "need", "standard", "requirement", "expectation", "criteri",
    "obligation", "commitment", "challenge", "threshold", "quota", "objective", "moment", "pledge",
    "aspiration", "ambition",
)  # fmt: skip
"""What somebody meets without a meeting begins with these."""

BEFORE_STANDARD: Final = words("with in on at for from to when by after before that as , . ;")
"""Behind these, a noun is not the object of "meet"."""

SEEN: Final = re.compile(r"(?:him|her|them) (?:at|in|on|last|this|yesterday|twice|for)\b")
"""Behind "saw", these show that two met."""

BRIEF: Final = words("told briefed briefing addressed addressing address addresses spoke speak speaking speaks")
"""Verbs of what somebody says to a body that sits."""

CONTEST: Final = re.compile(
    r"\b(?:semi-?finals?|quarter-?finals?|(?:in|for|reach) the (?:\w+ )?final(?= [.,]|$| on| at| in)|match(?:es)?"
    r"|tournament|qualifiers?|qualifying|play-?offs?|championships?|kick-?off|fixtures?|world cup|premier league)\b"
)
"""Behind "met", these show a contest of sports."""

GREETED: Final = re.compile(r"\b(?:at|in|on) (?:the|an?|his|her|their) ")
"""Behind "greeted" and a person, these show that two met."""

HANDS: Final = re.compile(r"hands .*\b(?:in|at|on|before|during|yesterday|today|for the first time)\b")
"""Behind "shook", these show a meeting, and not a gesture alone."""

SAT: Final = re.compile(
    r"down |(?:opposite|across from) |with (?:\w+ )?(?:minister|president|secretary|ambassador|chancellor|mr|ms"
    r"|mrs|dr|envoy|premier|prime)\b"
)
"""Behind "sat", these show a meeting."""

SEEN_WHEN: Final = re.compile(r"(?:in|at|on|last|yesterday|today|twice)\b")
"""Behind a person whom somebody "saw", these show that two met."""

HAVING: Final = re.compile(
    r"(?:an? |the |his |her |their |its )?(?:[\w-]+ ){0,2}?"
    r"(?:(?P<noun>[a-z]+) (?P<link>with|to)\b|(?P<talks>talks) in\b)"
)
"""What somebody "had": talks with others, lunch with them, talks in a place."""

AGREED: Final = re.compile(
    r"(?:an?|the|their) (?:[\w-]+ ){0,3}?(?:deal|agreement|accord|pact|truce|ceasefire|compromise)\b"
)
"""Behind "reached", these show that several came to terms."""

LODGED: Final = re.compile(
    r"(?:\S+ ){0,5}(?:troops|soldiers|refugees|migrants|missiles|forces|fighters|fleets?|squadrons?|warships|weapons"
    r"|scholars|athletes|games|olympics|tournament|office|headquarters|bases?|show"
    r"|programme|podcast)\b"
)
"""Behind "hosts", these show no guests."""

BESIDE: Final = re.compile(r"(?:together )?(?:with|alongside|beside) ")
"""Behind "appeared", these show that others were there."""

CALLED: Final = re.compile(
    r"(?:, )?(?:on|to (?:discuss|offer|congratulate|express|thank|urge|tell|ask)|by phone|yesterday|today|this morning"
    r"|and (?:discussed|told|offered|thanked|expressed|asked|urged|congratulated)"
    r"|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""Behind a person whom somebody "called", these show a call."""


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return the kind of meeting that a verb is of; `None` if it is of none."""
    low, before, rest = unit.words[place].low, unit.words[place - 1].low if place else "", behind(unit, place)
    by_phone = PHONE.search(rest) is not None
    if low in MEET and (low != "meeting" or before in BEFORE_MEETING or opens_with_guest(unit, place)):
        is_upon = (low == "met" and before in BE) or UNLIKE_MEETING.match(rest) is not None
        if meets_a_standard(unit, place) or CONTEST.search(behind(unit, place, FAR)) or is_upon:
            return None
        return MeetingKind.CALL if by_phone else MeetingKind.TALKS
    if low in HOST:
        if low.startswith("host") and LODGED.match(rest) is not None:
            return None
        if low == "host" and unit.words[min(place + 1, len(unit.words) - 1)].low in HOSTING:
            return None
        if before in BE and is_received(unit, place, rest):
            return MeetingKind.TALKS
        if before in BE and (low == "received" or is_thing_welcomed(unit, place)):
            return None
        if low == "greeted":
            return MeetingKind.TALKS if guest_of(unit, place) is not None and GREETED.search(rest) else None
        noun = event_noun(unit.words, place)
        guests = named_after(unit, place)[:1]
        if low.startswith("welcom") and guest_of(unit, place) is not None:
            return noun or MeetingKind.TALKS
        is_welcome = low.startswith("welcom") and not re.search(r"\b(?:to|at|in) (?:the )?[a-z]", rest)
        if is_welcome or not (noun or (guests and guests[0].kind != "body")):
            return None
        return noun or MeetingKind.TALKS
    if low.startswith("join") and (kind := joined_for(unit, place)) is not None:
        return kind
    if low in LEADING:
        return MeetingKind.VISIT if DELEGATION.match(rest) else None
    if low in GATHER or (low in {"sat", "sit", "sits", "sitting"} and SAT.match(rest)):
        return MeetingKind.TALKS
    if low in CONFER:
        kind = MeetingKind.CALL if by_phone else MeetingKind.TALKS
        kind = MeetingKind.NEGOTIATION if low.startswith("negotiat") else kind
        return kind if (objects(unit, place) and " with " in f" {rest}") or rest.startswith("together ") else None
    if low in VISIT | TRAVEL:
        if NO_VISIT.match(rest) is not None:
            return None
        return MeetingKind.VISIT if is_visit(unit, place, rest) else None
    if low == "engaged" and rest.startswith("with "):
        guest = next(iter(objects(unit, place)), None)
        return MeetingKind.TALKS if guest is not None and guest.kind in {"person", "office", "group"} else None
    if low in {"attend", "attended", "attends", "attending"} and organ_behind(unit, place) is not None:
        return MeetingKind.CONFERENCE
    if low in BRIEF and organ_behind(unit, place) is not None:
        return MeetingKind.TALKS
    if low in DEAL:
        return MeetingKind.NEGOTIATION if AGREED.match(rest) else None
    if low in APPEAR and BESIDE.match(rest):
        return event_beside(unit, place)
    if low in HOLD:
        return event_noun(unit.words, place)
    if low in HAVE:
        return of_having(unit, place, rest)
    if low in {"saw", "seen"}:
        return MeetingKind.TALKS if is_seen(unit, place, rest) else None
    if low in {"phoned", "telephoned", "rang", "dialled", "dialed"} and not rest[:1].isdigit():
        return MeetingKind.CALL if low in {"phoned", "telephoned"} or guest_of(unit, place) is not None else None
    if low == "shook":
        return MeetingKind.TALKS if HANDS.match(rest) else None
    if low in STAY:
        return MeetingKind.VISIT if is_stay(unit, place) else None
    return of_speaking(unit, place, rest, by_phone=by_phone)


def opens_with_guest(unit: Passage, place: int) -> bool:
    """Whether a sentence opens with whom somebody met: "Meeting the premier in Oslo today, Minister Li said"."""
    guest = next((m for m in unit.named if place < m.first <= place + 2), None)
    if place or guest is None or guest.is_owner or guest.kind not in {"person", "office"}:
        return False
    subject = subject_behind(unit, guest.last)
    return subject is not None and subject.kind in {"person", "office", "pronoun"}


def meets_a_standard(unit: Passage, place: int) -> bool:
    """Whether a thing is met and not a person: "met the deadline", "to meet Norway’s needs"."""
    for token in unit.words[place + 1 : place + 9]:
        if token.low in BEFORE_STANDARD:
            return False
        if token.low.startswith(STANDARDS):
            return True
    return False


def is_received(unit: Passage, place: int, rest: str) -> bool:
    """Whether a person "was welcomed by" another: the guest stands before the verb, the host behind "by"."""
    guest = unit.sentence.ending(place - 1)
    by = re.match(r"(?:\S+ ){0,6}by ", rest)
    if unit.words[place].low == "greeted" and guest is None:  # the politician was greeted at the airport by
        return by is not None and GREETED.match(rest) is not None
    is_guest = guest is not None and (guest.kind in {"person", "office", "pronoun"} or guest.head == "delegation")
    return is_guest and by is not None


def is_thing_welcomed(unit: Passage, place: int) -> bool:
    """Whether no person and no group "was welcomed by" others, but a report or a decision."""
    guest = unit.sentence.ending(place - 1)
    return unit.words[place].low == "welcomed" and (guest is None or guest.kind == "text")


def joined_for(unit: Passage, place: int) -> MeetingKind | None:
    """Return the kind of meeting for which somebody joined others: "joined A and B in Lima for a summit"."""
    guest = guest_of(unit, place) or officials_behind(unit, place)
    if guest is None:
        return None
    behind_it = unit.words[guest.last : guest.last + FAR]
    link = next((at for at, token in enumerate(behind_it) if token.low in {"for", "at"}), None)
    nouns = (NOUNS[token.low] for token in behind_it[link:] if token.low in NOUNS) if link is not None else iter(())
    return next(nouns, None) or joined_in(unit, guest.last)


def officials_behind(unit: Passage, place: int) -> Naming | None:
    """Return the officials whom somebody joined: "joined senior officials of Norway", "joined mayors from Bergen"."""
    first = next((m for m in unit.named if place < m.first <= place + 2), None)
    return first if first is not None and first.kind == "group" and first.head in ON_DUTY else None


def joined_in(unit: Passage, last: int) -> MeetingKind | None:
    """Return the kind of meeting in which somebody joined several: "joined A and officials in a discussion of gas"."""
    for at in range(last, min(last + LONGEST_LIST, len(unit.words) - 1)):
        if unit.words[at].low in END_OF_LIST:
            return None
        if unit.words[at].low != "in":
            continue
        phrase = [token.low for token in itertools.islice(unit.words, at + 1, at + NEAR_NOUN)]
        length = next((number for number, low in enumerate(phrase) if low in PREPOSITIONS | {",", "."}), len(phrase))
        kind = next((NOUNS[low] for low in phrase[:length] if low in NOUNS), None)
        if kind is not None and (phrase[0] in {"a", "an"} or phrase[0] in NOUNS):
            return kind
    return None


def of_having(unit: Passage, place: int, rest: str) -> MeetingKind | None:
    """Return the kind of meeting of "had talks with", "had lunch with", "paid a visit to"; `None` if it is of none."""
    match = HAVING.match(rest)
    if match is None:
        return None
    noun, link = match["noun"], match["link"]
    if match["talks"]:
        return MeetingKind.TALKS if unit.words[place].low in {"had", "has", "have"} else None
    if noun in MEALS:
        return MeetingKind.TALKS if link == "with" else None
    kind = NOUNS.get(noun)
    if unit.words[place].low.startswith(("pa", "ma")):
        return kind if kind is MeetingKind.VISIT else None
    return kind if link == "with" else None


def of_speaking(unit: Passage, place: int, rest: str, *, by_phone: bool) -> MeetingKind | None:  # noqa: PLR0911  (a decision table)
    """Return the kind of meeting of "spoke with", "called", "discussed trade with", "invited"; `None` if of none."""
    low = unit.words[place].low
    guest = guest_of(unit, place)
    if low in INVITE:
        return (
            MeetingKind.VISIT
            if guest is not None and re.search(r"\bto (?:visit|attend|\S+(?: \S+)? [.,]|\S+$)", rest)
            else None
        )
    if low in {"called", "calls"}:
        is_call = guest is not None and CALLED.match(" ".join(t.low for t in unit.words[guest.last : guest.last + 8]))
        return MeetingKind.CALL if is_call else None
    if low in SPEAK and by_phone:
        return MeetingKind.CALL
    if low.startswith("discuss"):
        who = with_whom(unit, place)
        is_topic = unit.words[place - 1].low in BE and not rest.startswith("with ")  # trade was discussed
        is_person = bool(who) and who[0].kind in {"person", "office"} and low == "discussed"
        return MeetingKind.TALKS if is_person and not is_topic else None
    if low not in SPEAK:
        return None
    guests = objects(unit, place)
    if low in {"spoke", "spoken", "talked"} and guests and (guests[0].kind == "person" or guests[0].is_plural):
        is_guest = guests[0].head or guests[0].role
        return MeetingKind.TALKS if is_guest and guests[0].head not in REPORTERS else None
    return None


def guest_of(unit: Passage, place: int) -> Naming | None:
    """Return the person or office directly behind a verb: "rang President Li"."""
    named = [mention for mention in unit.named if mention.first in {place + 1, place + 2}]
    return named[0] if named and named[0].kind in {"person", "office"} and not named[0].is_owner else None


def is_seen(unit: Passage, place: int, rest: str) -> bool:
    """Whether two met where one "saw" the other: with the place or the time behind."""
    guest = guest_of(unit, place)
    behind_it = " ".join(token.low for token in unit.words[guest.last : guest.last + 3]) if guest is not None else ""
    return SEEN.match(rest) is not None or SEEN_WHEN.match(behind_it) is not None


def event_beside(unit: Passage, place: int) -> MeetingKind | None:
    """Return at what somebody appeared beside another: "appeared with A at a press conference in Oslo"."""
    lows = [token.low for token in unit.words[place + 1 : place + FAR]]
    for at, (low, following) in enumerate(itertools.pairwise(lows)):
        if low in {"press", "news"} and following in {"conference", "briefing"}:
            return MeetingKind.PRESS_CONFERENCE
        if low in {".", ";", "that"} or (low in NOUNS and "at" in lows[:at]):
            return NOUNS.get(low)
    return None


def event_noun(found: Sequence[Token], place: int) -> MeetingKind | None:
    """Return the kind of the meeting whose noun follows a verb closely."""
    before = ""
    for at, token in enumerate(found[place + 1 : place + 10]):
        if token.low in {",", ";", ".", "that", "to"} or (at >= NEAR_NOUN and token.low in PREPOSITIONS):
            return None
        if token.low in {"call", "calls"} and before not in {"phone", "telephone", "video", "conference"}:
            return None
        if before in BEFORE.get(token.low, frozenset()):
            return None
        if token.low in NOUNS:
            is_for_news = token.low == "conference" and before in {"press", "news"}
            is_open = found[place].low.startswith("continu") and token.low in BARE_CALLS - {
                "negotiations",
                "consultations",
            }
            if is_for_news and found[place].low in {"held", "hold", "holds", "holding"}:
                return MeetingKind.PRESS_CONFERENCE
            return None if is_for_news or is_open else NOUNS[token.low]
        before = token.low
    return None
