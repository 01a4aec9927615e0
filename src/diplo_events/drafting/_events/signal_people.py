"""Of whom a word is that can show a meeting, and who or what stands behind it."""

import re
from typing import Final

from diplo_events._internal.texts.calendar_names import WEEKDAY
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import DAYS
from diplo_events.drafting._events.likely_words import BEING, MONTHS, PASSIVE, TO_A_PLACE
from diplo_events.drafting._events.meeting_verbs import CALLED, FAR
from diplo_events.drafting._events.meeting_words import ON_DUTY, PUBLIC
from diplo_events.drafting._events.participants import listed_behind, subject_behind, subject_of
from diplo_events.drafting._parts.units import Passage

__all__ = [
    "is_agent_person",
    "is_by_two",
    "is_called",
    "is_joined_by_guest",
    "is_of_person",
    "is_of_several",
    "is_of_traveller",
    "is_of_traveller_before",
    "is_of_two",
    "is_person_behind",
    "is_person_near",
    "is_place_behind",
    "is_use_of_two",
    "low_at",
    "text_behind",
]

ON_A_DAY: Final = re.compile(
    rf"(?:(?:late |early )?on {WEEKDAY}|today|yesterday)"
    r"(?: (?:in|at) (?:the )?[A-ZÀ-Þ]\S+)? "
)
"""Behind a verb, these say when and where, before whom."""

DELEGATIONS: Final = words("delegation delegations team mission envoys negotiators ministers ambassadors lawmakers")
"""Groups that are received as a person is."""

SITTING: Final = words("council committee commission panel board troika quartet assembly")
"""Bodies that travel: "the Security Council arrives in Mali"."""

PACTS: Final = words(
    "agreement deal declaration memorandum treaty accord pact protocol statement contract partnership communique"
    " communiqué"
)
"""What two sign together."""

NEAR_AGENT: Final = 6
"""How many words behind "joined" its agent may be named: "joined by Norway’s President Berg"."""


def is_agent_person(unit: Passage, place: int) -> bool:
    """Whether the agent of a passive is somebody with an office or a delegation: "was visited by Minister Li"."""
    agents = [m for m in unit.named if place < m.first <= place + 4 and unit.words[place + 1].low == "by"]
    return any(m.kind in {"person", "office"} or m.head in ON_DUTY for m in agents[:1])


def is_by_two(unit: Passage, place: int) -> bool:
    """Whether two with an office did together what a passive says: "signed by Minister Li and Director Wu"."""
    if low_at(unit, place + 1) != "by" or not PACTS & {token.low for token in unit.words[:place]}:
        return False
    agents = [m for m in unit.named if place < m.first <= place + FAR and m.kind == "person" and m.role]
    return len(agents) > 1 and agents[0].first <= place + 3


def is_person_behind(unit: Passage, place: int) -> bool:
    """Whether a person is named directly behind a verb: "phoned Li", "received him", "greeted the two ministers"."""
    start = behind_time(unit, place)
    named = next((m for m in unit.named if start < m.first <= start + 2), None)
    if low_at(unit, place + 1) in {"him", "her", "them"}:
        return True
    is_of_several = named is not None and named.kind == "body" and named.head in ON_DUTY
    is_one = named is not None and named.kind in {"person", "office", "name", "group"}
    return named is not None and not named.is_owner and (is_one or is_of_several)


def behind_time(unit: Passage, place: int) -> int:
    """Return the last word of when and where somebody did what a verb says: "received on Friday in Oslo Li Wei"."""
    text = " ".join(token.text for token in unit.words[place + 1 : place + 1 + FAR])
    match = ON_A_DAY.match(text)
    return place + len(match[0].split()) if match is not None else place


def is_called(unit: Passage, place: int) -> bool:
    """Whether a person behind "called" was called by telephone: with the time or the purpose behind the name."""
    named = next((m for m in unit.named if place < m.first <= place + 2), None)
    rest = " ".join(token.low for token in unit.words[named.last : named.last + 8]) if named is not None else ""
    return CALLED.match(rest) is not None


def is_person_near(unit: Passage, place: int) -> bool:
    """Whether a person or a group is named closely behind a verb: "stood alongside President Li"."""
    return any(place < m.first <= place + 5 and m.kind in {"person", "office", "group"} for m in unit.named)


def is_of_two(unit: Passage, place: int) -> bool:
    """Whether several are the subject of a verb: "Li and Wu", "the ministers"."""
    subject = subject_of(unit, place)
    if subject is None or subject.head in PUBLIC:
        return False
    return (subject.is_plural and subject.head in ON_DUTY) or bool(listed_behind(unit, subject))


def is_use_of_two(unit: Passage, place: int) -> bool:
    """Whether two took the time to do what a verb says: "A and her counterpart used the first day to discuss"."""
    use = next((at for at in range(place) if unit.words[at].low in {"used", "took"}), None)
    if use is None or low_at(unit, place - 1) != "to":
        return False
    subject = subject_of(unit, use)
    return subject is not None and subject.kind in {"person", "office"} and bool(listed_behind(unit, subject))


def is_of_person(unit: Passage, place: int) -> bool:
    """Whether the subject of a verb is a person or a delegation."""
    subject = subject_of(unit, place)
    if subject is None:
        return False
    return subject.kind in {"person", "office", "pronoun", "name"} or subject.head in DELEGATIONS


def is_joined_by_guest(unit: Passage, place: int) -> bool:
    """Whether those who speak, or leaders, were joined by a person: "we were joined by Minister Li"."""
    if low_at(unit, place) != "joined" or low_at(unit, place - 1) not in PASSIVE or low_at(unit, place + 1) != "by":
        return False
    guest = next((m for m in unit.named if m.first > place), None)
    if guest is None or guest.first > place + NEAR_AGENT or not (guest.role or guest.head in ON_DUTY):
        return False
    hosts = [
        m for m in unit.named if m.last <= place and (m.name.lower() == "we" or (m.is_plural and m.head in ON_DUTY))
    ]
    return bool(hosts) or "we" in {token.low for token in unit.words[:place]}


def is_of_several(unit: Passage, place: int) -> bool:
    """Whether those gather who can hold a meeting: a body, a state, or several who are not the public."""
    subject = subject_of(unit, place) or subject_behind(unit, place)
    return subject is not None and subject.head not in PUBLIC and subject.kind not in {"text", "name"}


def is_of_traveller(unit: Passage, place: int) -> bool:
    """Whether a journey is of a person or of those with an office, and not of a thing, a state or the public.

    Somebody without an office goes home without a visit: "Ruth Oduya, a singer, returned to Peru".
    """
    subject = subject_of(unit, place) or subject_behind(unit, place)
    if subject is None or subject.head in PUBLIC or (unit.words[place].low in BEING and subject.first > place):
        return False
    is_body = subject.kind == "body" and subject.head in SITTING and not unit.words[place].low.endswith("ing")
    if subject.head in ON_DUTY or subject.role or is_body:
        return True
    is_home = unit.words[place].low.startswith(("return", "left", "leav", "depart"))
    is_home = is_home and low_at(unit, place + 1) != "for"
    return subject.kind in {"person", "office", "pronoun", "name"} and not is_home


def is_of_traveller_before(unit: Passage, place: int) -> bool:
    """Whether a person stands before an aside between commas: "Tom Hale, the envoy, in Oslo for talks, said"."""
    before = (m for m in unit.named if m.last <= place and not m.is_owner)
    return any(m.kind in {"person", "office"} or m.head in ON_DUTY for m in before)


def is_place_behind(unit: Passage, place: int) -> bool:
    """Whether a place is named behind a word of a journey: "flew to Oslo", "a stop in Doha"; a day or month is none."""
    text = " ".join(token.text for token in unit.words[place + 1 : place + 9])
    match = TO_A_PLACE.match(text)
    return match is not None and match["name"].lower() not in MONTHS | DAYS


def text_behind(unit: Passage, place: int) -> str:
    """Return the next words as written."""
    return " ".join(token.text for token in unit.words[place + 1 : place + 1 + FAR])


def low_at(unit: Passage, place: int) -> str:
    """Return a word in lower case; nothing outside the sentence."""
    return unit.words[place].low if 0 <= place < len(unit.words) else ""
