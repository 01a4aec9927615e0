"""Quotations in which somebody may tell of a meeting: "I met the minister this morning", "my visit to Oslo"."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import mentions
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import tokens
from diplo_events.drafting._events.meeting_words import INVITE, ON_DUTY
from diplo_events.drafting._events.participants import parties_of
from diplo_events.drafting._parts.units import Passage

__all__ = ["is_of_speaker", "make_groups_known", "quoted", "speaker_beside"]

LONG_QUOTATION: Final = 10
"""From how many words on a quotation is read for meetings of which it tells."""

SHORT_QUOTATION: Final = 5
"""From how many words on a quotation is read whose speaker tells of what was done together."""

FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")
"""In a quotation, these show that its speaker takes part."""

ACTING: Final = words("i we i'm we're i've we've i'll we'll i’m we’re i’ve we’ve i’ll we’ll")
OWN: Final = words("my our")
HOLDING: Final = words("had have has held hold holding having attended attend conclude concluded began started")
NEAR: Final = 7
"""How many words before a noun may say that the speaker takes part."""

NEAR_VERB: Final = 4
"""How many words before a verb its speaker may stand, and before a noun whose it is."""

AUXILIARIES: Final = words("have has had been was were be am able to also just already then later again recently today")
"""Words between the speaker and the verb of what was done: "I have also been able to meet"."""

JOURNEYS: Final = words("visit trip tour")
OF_SPEAKER: Final = re.compile(
    r"this (?:is|was|will be|has been|marks) (?:the|an?) (?:[\w-]+ ){0,4}(?:visit|trip|tour)"
    r"(?: by an? | to | in |[ .,]*$)"
)
"""A quotation that begins so tells of the journey of who speaks it."""

TITLES: Final = words("mr mr. ms ms. mrs mrs. dr dr. sir dame")
"""Words by which official texts name somebody with an office."""

PERSONS: Final = frozenset({"person", "office", "pronoun", "name"})
TELLING: Final = words(
    """
    said says told added adds stated wrote noted stressed announced explained recalled underlined concluded remarked
    continued tweeted posted declared confirmed
    """
)
"""Verbs beside who speaks a quotation."""


def quoted(text: str, unit: Passage) -> Iterator[Passage]:
    """Return the longer quotations of a sentence as sentences of their own, where the sentence stands."""
    for mark in unit.quotations:
        inside = tokens(text, mark.start, mark.end, [])
        least = SHORT_QUOTATION if FIRST_PERSON.search(text, mark.start, mark.end) else LONG_QUOTATION
        if len(inside) >= least and text[mark.end - 1] != "?":
            named = tuple(mentions(text, inside, frozenset()))
            yield attrs.evolve(unit, words=tuple(inside), named=named, quotations=(), paused=frozenset())


def make_groups_known(unit: Passage, actors: Actors) -> None:
    """Make actors of the officials whom a quotation names: "a meeting of the ministers of the Baltic states"."""
    for mention in unit.named:
        is_of_office = mention.kind == "group" and mention.is_plural and mention.head in ON_DUTY
        is_of_some = is_of_office and " of " in mention.name
        if is_of_some and actors.at(mention.start) is None and actors.known(mention) is None:
            party = actors.find(mention)
            if party is not None:
                actors.place(mention.start, party)


def speaker_beside(unit: Passage, actors: Actors) -> Party | None:
    """Return who speaks the quotation of a sentence, if it is somebody with an office: "I met Wu", Minister Li said."""
    told = (m for m in unit.named if is_teller(unit, m.first, m.last) and m.kind in PERSONS)
    who = (party for party in parties_of(told, actors, unit) if party.is_person)
    return next((party for party in who if party.roles or party.heads & (ON_DUTY | TITLES)), None)


def is_of_speaker(unit: Passage, place: int, *, is_noun: bool) -> bool:
    """Whether a word of meeting in a quotation is of who speaks: "I met", "our meeting", "my visit", "we had talks"."""
    before = [token.low for token in unit.words[max(0, place - NEAR) : place]]
    if not is_noun and unit.words[place].low not in INVITE:
        while before and before[-1] in AUXILIARIES:
            before.pop()
        is_acting = bool(
            ACTING & {token.low for token in unit.words[max(0, place - NEAR_VERB) : place]} | ACTING & set(before[-1:])
        )
        return is_acting or (place == 0 and unit.words[place].low.endswith("ing"))
    if unit.words[place].low in JOURNEYS and OF_SPEAKER.match(" ".join(token.low for token in unit.words)):
        return True
    is_held = bool(ACTING & set(before)) and bool(HOLDING & set(before))
    return bool(OWN & set(before[-NEAR_VERB:])) or is_held


def is_teller(unit: Passage, first: int, last: int) -> bool:
    """Whether a verb of saying stands directly behind or before an actor."""
    following = unit.words[last].low if last < len(unit.words) else ""
    return bool({following, unit.words[first - 1].low if first else ""} & TELLING)
