"""Meetings that a noun names: "talks between A and B", "a meeting with C", "at the opening ceremony"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.meeting_words import AHEAD, NOUNS, PROPOSED, status_of
from diplo_events.drafting._events.noun_people import (
    ADDRESSES,
    AT,
    LINKS,
    LONGEST_NAME,
    antecedent_of,
    low_at,
    of_who_acts_there,
    people_of_noun,
)
from diplo_events.drafting._events.participants import able_to_meet, named_after, organ_behind, parties_of
from diplo_events.drafting._events.surroundings import FATE, clause_around, destination, own_days, place_of, states_in
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["ENVOYS", "GENERIC", "by_noun", "is_topic"]

OVER: Final = words("conclusion end wake outcome after following during")
"""Before the noun of a meeting, these show that it was held."""

PARTS_OF_EVENTS: Final = words("conclusion end close")
"""Before "of", these say that an event was held: "at the conclusion of the Oslo Conference"."""

OUTCOMES: Final = words("resulted led produced yielded ended failed collapsed agreed decided concluded closed stalled")
"""What a meeting did that was held: "talks in Oslo resulted in a truce"."""

NEAR_OUTCOME: Final = 12
"""How many words may stand between a meeting and what it came to."""

NO_OUTCOME: Final = words(". ; : that which who will would could should may might must be to if when before after")
USES: Final = words("use uses used using")
OPENINGS: Final = words("opening launch unveiling funeral inauguration")
"""Nouns of ceremonies for something: "at the opening of the pipeline"."""

ROUTINE: Final = words("trial hearing trading market markets season day business polls inquest hostilities talks")
"""What opens without a ceremony."""

TOPICS: Final = words("about regarding concerning")
LONGEST_EVENT: Final = 9
"""How many words the name of an event may have."""

ENVOYS: Final = words(
    "envoy representative negotiator adviser advisor coordinator minister secretary spokesman spokeswoman spokesperson"
)
"""Offices that somebody holds for some talks: "the envoy for Ukraine negotiations"."""

GENERIC: Final = words("usually often always typically normally generally")
"""Behind a noun, these speak of meetings in general."""

OF_ONE: Final = words("of for in at on to where")
"""Behind "the ceremony", these say which one: it was not told before."""

INVITED: Final = re.compile(r"\binvit")
NEAR_VERB: Final = 9
"""How many words before a noun are read for whether its sentence looks ahead."""


def by_noun(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read "talks between A and B", "a meeting with C", "at the opening ceremony"."""
    low = unit.words[place].low
    before = [token.low for token in unit.words[max(0, place - 6) : place] if token.text not in {"May", "March"}]
    following = low_at(unit, place + 1)
    kind = kind_of_noun(unit, place)
    if kind is None or following in GENERIC or not is_event(low, before, following) or is_topic(unit, place):
        return None
    if "for" in before[-3:] and ENVOYS & set(before):
        return None
    if kind is MeetingKind.TALKS and {"telephone", "phone", "video"} & set(before[-2:]):
        kind = MeetingKind.CALL
    ahead = bool(AHEAD.search(" ".join(before[-5:])) or PROPOSED.search(" ".join(before)))
    ahead = ahead or is_due(unit, place)
    is_anew = is_told_anew(unit, place)
    is_at = is_anew or bool(AT & set(before[-4:]))
    people = people_of_noun(unit, place, actors, kind, is_at=is_at, ahead=ahead)
    status: MeetingStatus | None = MeetingStatus.HELD
    is_named = is_known_event(unit, place) or antecedent_of(unit, place) is not None
    ahead = ahead or (is_named and AHEAD.search(clause_around(unit.words, place)) is not None)
    is_over = bool(OVER & set(before[-4:]))
    if not is_at or ahead or (following in {"with", "between"} and not is_over):
        status = status_of(clause_around(unit.words, place, FATE), low, before[-1] if before else "")
    if status is MeetingStatus.HELD and not people and (is_anew or is_named):
        people = of_who_acts_there(unit, place, actors, kind)
        lows = " ".join(token.low for token in unit.words[max(0, place - NEAR_VERB) : place])
        invited = MeetingStatus.PROPOSED if INVITED.search(lows) is not None else status
        status = MeetingStatus.SCHEDULED if AHEAD.search(lows) is not None else invited
    if (outcome := outcome_of(unit, place)) is not None:
        status, is_named = MeetingStatus.HELD, True
        between = next((at for at in range(outcome, len(unit.words)) if unit.words[at].low == "between"), None)
        people = people or able_to_meet(parties_of(named_after(unit, between), actors, unit) if between else [])
    if (not people and not is_named) or status is None:
        return None
    trigger = (unit.words[place].start, unit.words[place].end)
    where = destination(text, unit, place) if kind is MeetingKind.VISIT else place_of(text, unit, place)
    if before[-1:] == ["in"] and status is MeetingStatus.HELD and {"is", "are"} & set(before):
        status = MeetingStatus.ONGOING
    rule, section = f"noun-{kind.value}", unit.block.section
    states = states_in(unit)
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        people,
        trigger,
        rule,
        place=where,
        section=section,
        states=states,
        days=own_days(text, unit, trigger),
        is_definite=kind is MeetingKind.CEREMONY and before[-1:] == ["the"] and following not in OF_ONE,
        is_the=before[-1:] == ["the"] and following in LINKS,
        is_certain=is_named,
    )


def kind_of_noun(unit: Passage, place: int) -> MeetingKind | None:
    """Return the kind of meeting that a noun is of; `None` if it is of none."""
    low = unit.words[place].low
    if low in OPENINGS and low_at(unit, place + 1) == "of":
        opened = {token.low for token in unit.words[place + 2 : place + 5]}
        return None if opened & (ROUTINE | NOUNS.keys()) else MeetingKind.CEREMONY
    if low in ADDRESSES:
        return MeetingKind.TALKS if organ_behind(unit, place) is not None else None
    if low == "visits" and low_at(unit, place - 1) in {"with", "including"} and low_at(unit, place + 1) == "to":
        return MeetingKind.VISIT
    is_used = low_at(unit, place - 2) in USES and low_at(unit, place - 1) in {"his", "her", "their"}
    if is_used and not unit.words[min(place + 2, len(unit.words) - 1)].is_capital:
        return None  # uses his trip to press for peace: of a visit told before
    return NOUNS.get(low)


def is_known_event(unit: Passage, place: int) -> bool:
    """Whether a noun is of one event though nobody is named who takes part: "on the sidelines of the Oslo Forum"."""
    if place == 0 or not unit.words[place - 1].is_capital:
        return False
    before = [token.low for token in unit.words[max(0, place - LONGEST_NAME) : place]]
    if {"sidelines", "margins"} & set(before):
        return True
    opening = next((at for at in range(place - 1, max(0, place - LONGEST_EVENT), -1) if not is_of_name(unit, at)), 0)
    led = unit.words[opening - 1].low
    is_led = led in {"in", "at", "during"} or (led == "of" and unit.words[opening - 2].low in PARTS_OF_EVENTS)
    return opening > 0 and unit.words[opening].low == "the" and is_led


def outcome_of(unit: Passage, place: int) -> int | None:
    """Return the place of the verb that says what came of a meeting told anew: "talks in Oslo resulted in a truce"."""
    opening = next((at for at in range(place, -1, -1) if unit.words[at].low in {",", "and", "but", "that"}), -1) + 1
    lows = {token.low for token in unit.words[opening:place]}
    is_where = low_at(unit, place + 1) in {"in", "at"} and unit.words[min(place + 2, len(unit.words) - 1)].is_capital
    if lows & (NO_OUTCOME | {"the", "these", "those"}) or not (
        is_where or low_at(unit, place + 1) in {"of", "between"}
    ):
        return None
    for at in range(place + 1, min(place + NEAR_OUTCOME, len(unit.words))):
        low = unit.words[at].low
        if low in OUTCOMES:
            return at
        is_town = low == "," and unit.words[at - 1].is_capital
        if low in NO_OUTCOME or (low == "," and not is_town) or unit.words[at].text == QUOTED:
            return None
    return None


def is_of_name(unit: Passage, place: int) -> bool:
    """Whether a word can stand in the name of an event: "the historic June 2022 U.S.-ASEAN Special Summit"."""
    token = unit.words[place]
    is_adjective = token.text.islower() and unit.words[place - 1].low == "the"
    return token.is_capital or token.low in {"-", "'s"} or token.text[0].isdigit() or (is_adjective and token.is_word)


def is_topic(unit: Passage, place: int) -> bool:
    """Whether a noun says only of what somebody speaks: "a question about the talks with Norway"."""
    for at in range(place - 1, max(-1, place - LONGEST_NAME), -1):
        low = unit.words[at].low
        if low in TOPICS:
            return True
        if low in AT | {",", "and", "for", "to", "with"} or unit.sentence.ending(at + 1) is not None:
            return False
    return False


def is_event(low: str, before: Sequence[str], following: str) -> bool:
    """Whether a noun of meetings is one here: not "he talks", "a call for peace", "a news conference", "if talks"."""
    if low == "meet":
        return before[-1:] in (["a"], ["the"], ["future"], ["next"], ["this"])
    if low == "talks" and following in {"tough", "trash"}:
        return False
    if low == "talks":
        return before[-1:] not in (["he"], ["she"], ["who"], ["if"], ["unless"])
    if low in {"call", "calls"}:
        return bool({"phone", "telephone", "video", "recent"} & set(before)) or following in {"with", "between"}
    return low != "conference" or before[-1:] not in (["news"], ["press"], ["video"])


def is_told_anew(unit: Passage, place: int) -> bool:
    """Whether the words before a noun bring the meeting up: "at a summit", "during talks in", "at the annual forum"."""
    opening = next(
        (at for at in range(place - 1, max(-1, place - LONGEST_NAME - 1), -1) if unit.words[at].low in AT | {","}), None
    )
    if opening is None or unit.words[opening].low not in {"at", "during", "after", "following"}:
        return False
    between = [token.low for token in unit.words[opening + 1 : place]]
    following = low_at(unit, place + 1)
    if not between:
        return unit.words[place].low in {"talks", "negotiations", "discussions"} and following in {"in", "at", "on"}
    if between[0] in {"a", "an"} or "'s" in between:
        return True
    return between[0] == "the" and len(between) > 1 and following in {"in", "of", "on", "held"}


def is_due(unit: Passage, place: int) -> bool:
    """Whether somebody is due at a meeting: "is due at a meeting of the council", "is expected at the summit"."""
    opening = next((at for at in range(place - 1, max(0, place - LONGEST_EVENT), -1) if unit.words[at].low == "at"), 0)
    return unit.words[opening - 1].low in {"due", "expected", "scheduled", "awaited"}
