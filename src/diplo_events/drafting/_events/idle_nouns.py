"""Nouns of what states do with each other, where nobody does it: "the need for dialogue", "lengthy negotiations"."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._parts.units import Passage

__all__ = ["is_goal", "is_idle"]

POLICIES: Final = words(
    """
    negotiation negotiations dialogue dialogues discussion discussions engagement engagements consultation
    consultations
    """
)
"""Nouns that tell of a meeting only with those who take part, or with when or where."""

JOURNEYS: Final = words("visits meetings trips tours consultations talks")
EVENTS_AT_ALL: Final = words(
    "visit visits meeting meetings talks summit negotiations dialogue discussions trip contacts"
)
"""Nouns that tell of nothing behind "no" and "any"."""

MEALS: Final = words("reception receptions lunch luncheon dinner breakfast")
FOR_PRESS: Final = re.compile(
    r"(?:for|with) (?:the )?(?:\w+ ){0,2}(?:media|press|reporters|journalists|correspondents)\b"
)
"""Behind a meal, these make it one with those who only report."""

HABITS: Final = words("regular frequent routine periodic occasional")
"""Before a plural, these tell of what is done time and again."""

BARE_TALKS: Final = words("talks negotiations dialogue discussions consultations")
SOUGHT: Final = words("seek seeks sought resort resorts months years weeks sincere")
"""Before talks of which nobody is named, these speak of them as a whole: "after months of negotiations"."""

RECALLED: Final = words("recalled recall recalls recalling withdrew")
"""In a sentence on consultations, these say that a state heard its own envoy."""

EVENT_AT: Final = words("at in annual during attend attended")
GOALS: Final = words(
    """
    resumption restart relaunch renewal revival lack absence need desire wish readiness policy prospect prospects
    willingness poised importance appeal appeals chance chances conditions value role success failure outcome push
    """
)
"""Before "of talks" and "for talks", these speak of what could be, or of all that was ever said."""

TO_GOALS: Final = words("of for to")
NEAR_GOAL: Final = 5
"""How many words before a noun its goal may stand: "the resumption of meaningful peace negotiations"."""

LINKS: Final = words(
    "with between among involving including held hosted mediated brokered attended chaired led begun ended"
)
NEAR_LINK: Final = 3
"""How many words behind a noun may lead to those who take part."""

HELD: Final = words(
    """
    held hold holds holding had has have having began begin begins started start resumed concluded conducted ended
    during round rounds opened continued after following attended joined concluding finalise finalize
    """
)
NEAR_HELD: Final = 4
"""How many words before a noun may say that it was held."""

WHEN: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(?:last|this|next) (?:week|month|year)"
    r"|in the (?:coming )?(?:days|weeks|months)|under ?way|tak(?:e|es|ing) place|began|will (?:begin|resume|start))\b"
)
"""In a sentence on talks, these date them."""

COMING: Final = words(
    "visit attend come meet talks speak address participate take travel stay tour return join dine hold see"
)
"""Behind "invitation to", these say to what meeting."""

ARTICLES: Final = words("a an the his her their its our this")

PARTAKING: Final = words("participation attendance")
EVENTS: Final = re.compile(
    r"\b(?:talks|meetings?|summits?|conferences?|forums?|negotiations|session|sessions|ceremony|funeral|wedding|congress"
    r"|roundtable|symposium|dialogue|events?|gathering|assembly|inauguration|consultations|celebrations?)\b"
)
"""Behind "participation in", these are what a person attends."""

OF_PEOPLE: Final = words("his her their")
FAR: Final = 10


def is_idle(unit: Passage, place: int) -> bool:  # noqa: C901, PLR0911  (a decision table)
    """Whether a noun that no sure rule reads tells of no meeting."""
    low, lows = unit.words[place].low, lows_of(unit)
    before, following = lows[max(0, place - NEAR_HELD) : place], lows[place + 1 : place + 1 + NEAR_LINK]
    if low in MEALS and FOR_PRESS.match(" ".join(lows[place + 1 : place + 1 + FAR])) is not None:
        return True
    if before[-1:] in (["no"], ["any"]) and low in EVENTS_AT_ALL:
        return True
    if low in JOURNEYS and HABITS & set(before[-2:]):
        return True
    if low in {"invitation", "invitations"}:
        is_to_do = following[:1] == ["to"] and unit.words[min(place + 2, len(lows) - 1)].text.islower()
        return is_to_do and not (COMING | ARTICLES) & set(following[1:2])
    if low in PARTAKING:
        return not is_of_guest(unit, place)
    if low in {"talks", "negotiations"} and before[-1:] in (["accession"], ["membership"]):
        return True
    if low in BARE_TALKS and is_sought(before) and not LINKS & set(following):
        return True
    if low == "consultations" and before[-1:] == ["for"]:
        return bool(RECALLED & set(lows[:place]))
    if low == "forum":
        return not unit.words[place].is_capital and not EVENT_AT & set(before)
    if low == "meeting":
        return following[:1] in (["the"], ["these"], ["those"], ["our"], ["its"])
    return low in POLICIES and (is_goal(unit, place) or is_undated(unit, place))


def is_sought(before: list[str]) -> bool:
    """Whether the words before talks speak of them as a whole."""
    return bool(SOUGHT & set(before[-2:]))


def is_undated(unit: Passage, place: int) -> bool:
    """Whether neither those who take part nor a time or place stand with a noun: "lengthy negotiations"."""
    lows = lows_of(unit)
    before, following = lows[max(0, place - NEAR_HELD) : place], lows[place + 1 : place + 1 + NEAR_LINK]
    is_dated = is_placed(unit, place) or WHEN.search(" ".join(lows)) is not None
    return not (LINKS & set(following) or HELD & set(before) or is_dated)


def is_goal(unit: Passage, place: int) -> bool:
    """Whether talks are only what somebody needs, wants or lacks: "the resumption of peace talks"."""
    lows = lows_of(unit)
    if is_placed(unit, place):
        return False
    for at in range(place - 1, max(0, place - NEAR_GOAL), -1):
        if lows[at] in TO_GOALS:
            return lows[at - 1] in GOALS
        if not unit.words[at].is_word:
            return False
    return False


def is_placed(unit: Passage, place: int) -> bool:
    """Whether a place is named behind a noun: "the resumption of talks in Oslo"."""
    is_where = place + 1 < len(unit.words) and unit.words[place + 1].low in {"in", "at"}
    return is_where and any(token.is_capital for token in unit.words[place + 2 : place + 4])


def is_of_guest(unit: Passage, place: int) -> bool:
    """Whether a noun of taking part is of a person at an event, and not of a state in what it belongs to."""
    before, owner = unit.words[place - 1].low if place else "", unit.sentence.ending(place)
    is_state = owner is not None and owner.kind in {"state", "body"}
    is_of_person = before in OF_PEOPLE or owner is not None or before.endswith(("al", "ing", "-"))
    behind_it = " ".join(lows_of(unit)[place + 1 : place + 1 + FAR])
    return is_of_person and not is_state and EVENTS.search(behind_it) is not None


def lows_of(unit: Passage) -> list[str]:
    """Return the words of a sentence in lower case."""
    return [token.low for token in unit.words]
