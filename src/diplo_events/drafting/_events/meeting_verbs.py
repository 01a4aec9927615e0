"""Which verbs are of meeting in a sentence, and of which kind of meeting."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._events.meeting_words import (
    ABOUT_TALKS,
    CONFER,
    GATHER,
    HAVE,
    HOLD,
    HOST,
    INVITE,
    MEALS,
    MEET,
    NOUNS,
    PHONE,
    REPORTERS,
    SPEAK,
    TRAVEL,
    VISIT,
)
from diplo_events.drafting._events.participants import named_after, objects, with_whom
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["behind", "kind_of_verb"]

BEFORE_MEETING: Final = words("before after and is are were was while in")

STANDARD: Final = re.compile(
    r"(?:the|their|its|his|a|an|these|all|those) (?:\w+ )?"
    r"(?:target|goal|deadline|condition|demand|need|standard|requirement|expectation|criteri)"
)

SEEN: Final = re.compile(r"(?:him|her|them) (?:at|in|on|last|this|yesterday|twice|for)\b")
"""Behind "saw", these show that two met."""

CALLED: Final = re.compile(
    r"(?:on|to (?:discuss|offer|congratulate|express|thank|urge|tell|ask)|by phone|yesterday|today)\b"
)
"""Behind a person whom somebody "called", these show a call."""


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911  (a decision table)
    """Return the kind of meeting that a verb is of; `None` if it is of none."""
    low, before, rest = unit.words[place].low, unit.words[place - 1].low if place else "", behind(unit, place)
    by_phone = PHONE.search(rest) is not None
    if low in MEET and (low != "meeting" or before in BEFORE_MEETING):
        if STANDARD.match(rest):
            return None
        return MeetingKind.CALL if by_phone else MeetingKind.TALKS
    if low in HOST:
        noun = event_noun(unit.words, place)
        guests = named_after(unit, place)[:1]
        is_welcome = low.startswith("welcom") and not re.search(r"\b(?:to|at|in) (?:the )?[a-z]", rest)
        if is_welcome or not (noun or (guests and guests[0].kind != "body")):
            return None
        return noun or MeetingKind.TALKS
    if low in GATHER or (low in {"sat", "sit", "sits", "sitting"} and rest.startswith("down ")):
        return MeetingKind.TALKS
    if low in CONFER:
        kind = MeetingKind.CALL if by_phone else MeetingKind.TALKS
        return kind if objects(unit, place) and " with " in f" {rest}" else None
    if low in VISIT | TRAVEL:
        return MeetingKind.VISIT if is_visit(unit, place, rest) else None
    if low in HOLD:
        return event_noun(unit.words, place)
    if low in HAVE:
        return of_having(unit, place, rest)
    if low in {"saw", "seen"} and SEEN.match(rest):
        return MeetingKind.TALKS
    if low in {"phoned", "telephoned"}:
        return MeetingKind.CALL
    return of_speaking(unit, place, rest, by_phone=by_phone)


def is_visit(unit: Passage, place: int, rest: str) -> bool:
    """Whether a verb is of a visit: "will visit Oslo", "flew to Oslo for talks"; not "visiting minister Li"."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    named = next((mention for mention in unit.named if mention.first == place + 1), None)
    if low == "visiting":
        return before in BEFORE_MEETING | {"been"} or named is None or named.kind == "state"
    if low == "visits" and unit.sentence.ending(place) is None and before not in {"also", "who", "often", "and", "now"}:
        return False
    if low == "visit":
        return not before.endswith(("ed", "ing", "ial")) and not rest.startswith(("by ", "to ", "of "))
    if low in TRAVEL:
        goes = re.match(r"(?:\w+ )?(?:to|in|for) ", rest) is not None
        to_state = re.match(r"to (?:the )?\S+(?: \S+)? (?:on|for|this|next|last|in|to|yesterday|today)\b", rest)
        is_place = any(m.kind in {"state", "name"} and place < m.first <= place + 3 for m in unit.named)
        return goes and (ABOUT_TALKS.search(rest) is not None or (to_state is not None and is_place))
    return True


def of_having(unit: Passage, place: int, rest: str) -> MeetingKind | None:
    """Return the kind of meeting of "had talks with", "had lunch with", "paid a visit to"; `None` if it is of none."""
    match = re.match(r"(?:an? |the |his |her |their |its )?(?:[\w-]+ ){0,2}?(?P<noun>[a-z]+) (?P<link>with|to)\b", rest)
    if match is None:
        return None
    noun, link = match["noun"], match["link"]
    if noun in MEALS:
        return MeetingKind.TALKS if link == "with" else None
    kind = NOUNS.get(noun)
    if unit.words[place].low.startswith(("pa", "ma")):
        return kind if kind is MeetingKind.VISIT else None
    return kind if link == "with" else None


def of_speaking(unit: Passage, place: int, rest: str, *, by_phone: bool) -> MeetingKind | None:  # noqa: PLR0911  (a decision table)
    """Return the kind of meeting of "spoke with", "called", "discussed trade with", "invited"; `None` if of none."""
    low = unit.words[place].low
    named = [mention for mention in unit.named if mention.first in {place + 1, place + 2}]
    guest = named[0] if named and named[0].kind in {"person", "office"} and not named[0].is_owner else None
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
        return MeetingKind.TALKS if who and who[0].kind in {"person", "office"} and low == "discussed" else None
    if low not in SPEAK:
        return None
    guests = objects(unit, place)
    if low in {"spoke", "spoken", "talked"} and guests and (guests[0].kind == "person" or guests[0].is_plural):
        is_guest = guests[0].head or guests[0].role
        return MeetingKind.TALKS if is_guest and guests[0].head not in REPORTERS else None
    return None


def event_noun(found: Sequence[Token], place: int) -> MeetingKind | None:
    """Return the kind of the meeting whose noun follows a verb closely."""
    for token in found[place + 1 : place + 7]:
        if token.low in {",", ";", ".", "that", "to"} or token.text == QUOTED:
            return None
        if token.low in NOUNS:
            return NOUNS[token.low]
    return None


def behind(unit: Passage, place: int) -> str:
    """Return the next words in lower case."""
    return " ".join(token.low for token in unit.words[place + 1 : place + 10])
