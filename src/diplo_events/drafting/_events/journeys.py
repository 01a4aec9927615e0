"""Whether a verb is of a visit: "will visit Oslo", "flew to Oslo for talks", "is expected in Oslo next week"."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.meeting_words import ABOUT_TALKS, TRAVEL
from diplo_events.drafting._parts.units import Passage

__all__ = ["BEFORE_MEETING", "NO_VISIT", "behind", "is_stay", "is_visit"]

BEFORE_MEETING: Final = words("before after and is are were was be while in denied denies denying , following")
GOING: Final = re.compile(
    r"(?:back )?to (?:the )?[a-zà-þ]\S+(?: [a-zà-þ]\S+){0,2}? (?:(?:on|for|this|next|last|in|to|with|yesterday|today"
    r"|tomorrow|where|days?|ahead|later|earlier)\b|[.,]|$)"
)
"""Behind a verb of travelling, these show a visit."""

ARRIVED: Final = re.compile(
    r"(?:in|at) [\w’'-]+(?: , \w+ ,| in \w+)? (?:(?:late |early )?(?:on|for|last|this)|today|yesterday|tomorrow)\b"
)
"""Behind "arrived", these show a visit."""

IN_PLACE: Final = re.compile(r"in (?:the )?[A-ZÀ-Þ]")
"""Behind "has arrived", these show a visit."""

HOME: Final = re.compile(r"(?:home |back )?from \w+ (?:\w+ )?(?:on|late|early|yesterday|last|after|in the|today)\b")
"""Behind "flew" and "returned", these show a visit that is over."""

PURPOSE: Final = re.compile(
    r"\bfor (?:\S+ ){0,5}(?:talks|negotiations|meetings?|summit|visit)\b|\bto (?:meet|attend)\b"
)
"""Behind "returned", these show a visit, and not that somebody is back."""

STAY_SOON: Final = re.compile(
    r"(?:back )?in (?:the )?[A-ZÀ-Þ]\S+(?: [A-ZÀ-Þ]\S+)? (?:(?:early |later? )?(?:on|next|this|tomorrow|today"
    r"|later|for|from|in)\b)"
)
STAY_FOR: Final = re.compile(
    r"in (?:the )?[A-ZÀ-Þ]\S+(?: [A-ZÀ-Þ]\S+)? (?:(?:on \w+|last \w+|yesterday|today|this \w+|earlier this \w+) )?"
    r"(?:for (?:\S+ ){0,2}(?:talks|a meeting|meetings|a visit|a (?:\S+-day|brief|short|working|state|official) visit)"
    r"|to (?:meet|hold talks|attend|take part|discuss|sign|mediate)"
    r"|on an? (?:\S+ )?(?:visit|trip))\b"
)
"""Behind "will be" and "was", these show a visit."""

NO_VISIT: Final = re.compile(
    r"(?:the |an? |its |his |her )?(?:web ?site|page|account)\b"
    r"|to (?:the )?(?:[\w.]+ ){0,3}(?:university|college|school|hospital|prison|church|court)\b(?! (?:for|to|on)\b)"
)
"""Behind "visited" and "went", these show no visit."""


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
    return is_journey(unit, place, rest) if low in TRAVEL else True


def is_journey(unit: Passage, place: int, rest: str) -> bool:
    """Whether a verb of travelling is of a visit: with a place and a time or a purpose behind it."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    if low.endswith("ing") and before in {"to", "before", "after"}:
        return False
    if low.startswith("return") and not PURPOSE.search(rest):
        return HOME.match(rest) is not None
    if (
        low == "arrived"
        and before in {"has", "have"}
        and IN_PLACE.match(" ".join(t.text for t in unit.words[place + 1 :]))
    ):
        return True
    if HOME.match(rest) or (low.startswith("arriv") and ARRIVED.match(rest)):
        return True
    if re.match(r"(?:\w+ )?(?:to|in|for) ", rest) is None:
        return False
    is_place = any(token.is_capital for token in unit.words[place + 2 : place + 4])
    is_for_talks = ABOUT_TALKS.search(rest) is not None and not low.startswith("return")
    return is_for_talks or (GOING.match(rest) is not None and is_place)


def is_stay(unit: Passage, place: int) -> bool:
    """Whether somebody is said to be somewhere for a while: "will be in Oslo next month", "is expected in Oslo"."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    behind_it = " ".join(token.text for token in unit.words[place + 1 : place + 9])
    if low == "be":
        return before == "will" and STAY_SOON.match(behind_it) is not None
    if low in {"expected", "due"}:
        return before in {"is", "are", "was", "were"} and STAY_SOON.match(behind_it) is not None
    if low in {"is", "are"} and re.match(r"(?:currently )?on an? (?:\S+ ){0,2}(?:visit|trip)\b", behind_it):
        return True
    return STAY_FOR.match(behind_it) is not None


def behind(unit: Passage, place: int, reach: int = 9) -> str:
    """Return the next words in lower case."""
    return " ".join(token.low for token in unit.words[place + 1 : place + 1 + reach])
