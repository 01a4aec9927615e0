"""Who takes part in a meeting that a verb names: its subject, those who lead it, its guests, the states of several."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._events.meeting_words import (
    APPEAR,
    CONFER,
    DEAL,
    HAVE,
    HOLD,
    HOST,
    MEET,
    SPEAK,
    STAY,
    TRAVEL,
    VISIT,
)
from diplo_events.drafting._events.participants import (
    joined_before,
    listed_behind,
    named_after,
    objects,
    organ_behind,
    subject_behind,
    subject_of,
    with_whom,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["guests_of", "leaders_of", "sides", "states_of", "subjects_of"]

OPENERS: Final = words("meeting speaking addressing attending visiting hosting welcoming receiving")
"""Participles that open a sentence before its subject: "Meeting A in Oslo, B said"."""

NEAR_BY: Final = 8
"""How many words behind "was greeted" say by whom."""


def subjects_of(unit: Passage, place: int) -> list[Naming]:
    """Return who does what a verb says: its subject, with those who are named with it."""
    subject = subject_of(unit, place)
    if subject is None and (unit.words[place].low in OPENERS or unit.words[0].low == "while"):
        subject = subject_behind(unit, place)
    if subject is None:
        return []
    together = [subject, *listed_behind(unit, subject)]
    return [*(m for m in joined_before(unit, subject) if m not in together), *together]


def guests_of(unit: Passage, place: int, kind: MeetingKind) -> list[Naming]:
    """Return whom somebody met, hosted, or spoke with."""
    low = unit.words[place].low
    if (organ := organ_behind(unit, place)) is not None and low not in MEET | HOST:
        return [organ]
    guests = objects(unit, place) if low in SPEAK | CONFER else named_after(unit, beside(unit, place))
    if low in HOST and not guests and unit.words[place - 1].low in {"was", "were", "been"}:  # was greeted there by
        by = next(
            (at for at in range(place + 1, min(place + NEAR_BY, len(unit.words))) if unit.words[at].low == "by"), 0
        )
        return named_after(unit, by) if by else []
    if low in HOST and kind is not MeetingKind.VISIT and (not guests or kind is MeetingKind.CALL):
        return guests_for(unit, place)
    if low in DEAL or (low in HOLD and "funeral" in {token.low for token in unit.words[place : place + 4]}):
        return []
    if low in TRAVEL | VISIT | HAVE | STAY or low.startswith("discuss") or (low in HOLD | MEET and not guests):
        return [*guests, *(mention for mention in with_whom(unit, place) if mention not in guests)]
    return guests


def beside(unit: Passage, place: int) -> int:
    """Return the place behind which guests are named: that of "with" behind "appeared together", or of the verb."""
    is_led = unit.words[place].low in APPEAR and unit.sentence.low(place + 1) == "together"
    return place + 2 if is_led else place + (unit.words[place].low in APPEAR)


def leaders_of(unit: Passage, members: Sequence[Naming]) -> list[Naming]:
    """Return who leads a delegation that is the subject: "a delegation led by A arrived"."""
    for mention in members:
        if mention.head in {"delegation", "team", "mission"}:
            words_behind = [token.low for token in unit.words[mention.last : mention.last + 2]]
            if words_behind in (["led", "by"], ["headed", "by"]):
                return [m for m in unit.named if m.first in {mention.last + 2, mention.last + 3}]
    return []


def guests_for(unit: Passage, place: int) -> list[Naming]:
    """Return for whom somebody "hosted a dinner", and from whom a call was "received"."""
    at = next(
        (at for at in range(place + 1, min(place + 8, len(unit.words))) if unit.words[at].low in {"for", "from"}), None
    )
    return named_after(unit, at, reach=9) if at is not None else []


def sides(unit: Passage, actors: Actors) -> list[Party]:
    """Return the two states of "the two sides", if the text has named two and no others before."""
    named = dict.fromkeys(
        party for start, party in sorted(actors.by_place.items()) if start < unit.start and party.kind == "state"
    )
    return list(named) if len(named) == 2 else []  # noqa: PLR2004  (two sides)


def states_of(named: Iterable[Naming], text: str, actors: Actors, verb: int) -> list[Party]:
    """Return the states of whom several take part: "Polish and Czech officials", "the leaders of Serbia and Kosovo"."""
    found: list[Party] = []
    for mention in named:
        words = (
            re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", text[mention.start : max(mention.end, verb)])
            if mention.kind == "group"
            else []
        )
        states = [state for word in words if (state := ADJECTIVES.get(word) or states_by_name().get(word)) is not None]
        if len(states) > 1:
            parties = (actors.by_name.get(f"state {state.code}") for state in states)
            found.extend(party for party in parties if party is not None)
    return found
