"""Who takes part in a meeting that a noun names: with whom, between whom, whose it is, who acts there."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._events.meeting_words import BARE_CALLS, PUBLIC
from diplo_events.drafting._events.participants import (
    SAYING,
    able_to_meet,
    joined_before,
    listed_behind,
    named_after,
    organ_behind,
    owner_of,
    parties_of,
    subject_behind,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = [
    "ADDRESSES",
    "AT",
    "LINKS",
    "LONGEST_NAME",
    "SUBORDINATE",
    "antecedent_of",
    "is_there_to_be",
    "low_at",
    "of_who_acts_there",
    "people_of_noun",
    "subject_of_clause",
]

LINKS: Final = words("with between by involving")
"""Behind the noun of a meeting, these lead to those who take part."""

BEFORE_LINK: Final = words("the on in city capital of this last year month week yesterday today")
"""Words of the place and time of a meeting: "a meeting in March this year with A"."""

PROPOSABLE: Final = frozenset(
    {MeetingKind.CONFERENCE, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.NEGOTIATION, MeetingKind.CALL}
)

PARTAKING: Final = words("participation attendance engagement engagements presence appearance")
"""Nouns of taking part: "A’s participation in the Oslo Forum"."""

BE: Final = words("be is was are were been")
NEAR_THERE: Final = 8
"""How many words before a noun "there" may stand: "there is to be a special meeting"."""

LED_TO_VISIT: Final = re.compile(r"\b(?:(?:after|following) an?(?: [\w-]+){0,2}|with|including)$")
"""Before "visit" or "visits", these show that somebody made it: "left after a three-day visit", "with visits to"."""

FAR: Final = 16
"""How many words before the name of an event may say of whose part in it a sentence tells."""

NEAR_LINK: Final = 6
"""How many words may say where and when a meeting was before they lead to those who take part."""

ADDRESSES: Final = words("address speech remarks")
"""Nouns of what is said to a body that sits: "in an address to the General Assembly"."""

AT: Final = words("at during following after attending addressing in on sidelines conclusion wake outcome")

SUBORDINATE: Final = words("as while when since although though because just whereas")
"""Words that open a clause before the main one: "As the ministers said at their meeting, the lake is open"."""

OPENERS: Final = words("after at during following in before ahead since")
"""Words with which a phrase of a meeting opens a sentence."""

RELATIVE: Final = words("which that")
HAVING: Final = words("have has had hold held holds having")
LONGEST_NAME: Final = 6
"""How many words may stand between the article and the noun of a meeting."""


def low_at(unit: Passage, place: int) -> str:
    """Return a word in lower case; nothing outside the sentence."""
    return unit.words[place].low if 0 <= place < len(unit.words) else ""


def is_there_to_be(unit: Passage, place: int) -> bool:
    """Whether a sentence says that there is a meeting, without a subject: "there will be a meeting of the Council"."""
    before = [token.low for token in unit.words[max(0, place - NEAR_THERE) : place]]
    if "there" not in before:
        return False
    between = before[len(before) - before[::-1].index("there") :]
    return bool(BE & set(between)) and not {",", "that", "of", "for"} & set(between)


def link_behind(unit: Passage, place: int) -> int | None:
    """Return where those who take part are led to behind a noun, over its place and time: "talks in Oslo with A"."""
    if low_at(unit, place + 1) in LINKS:
        return place + 1
    if low_at(unit, place + 1) not in {"in", "at", "on", "to"}:
        return None
    for at in range(place + 2, min(place + NEAR_LINK, len(unit.words))):
        low = unit.words[at].low
        if low in {"with", "between"}:
            return at
        if not (unit.words[at].is_capital or low.isdigit() or low in BEFORE_LINK):
            return None
    return None


def people_of_noun(
    unit: Passage, place: int, actors: Actors, kind: MeetingKind, *, is_at: bool, ahead: bool
) -> list[Party]:
    """Return who takes part in a meeting that a noun names."""
    following = low_at(unit, place + 1)
    if (clause := antecedent_of(unit, place)) is not None:
        return able_to_meet(parties_of((m for m in unit.named if 0 <= clause - m.last <= 1), actors, unit))
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    is_there = is_there_to_be(unit, place)
    subject = None if is_there else subject_of_clause(unit, place)
    owner = owner_of(unit, place)
    link = link_behind(unit, place)
    if owner is not None or (subject is None and link is not None and unit.words[link].low == "with"):
        subject = owner or subject_behind(unit, place)
    first = parties_of([subject, *listed_behind(unit, subject)] if subject is not None else [], actors, unit)
    people = []
    if unit.words[place].low in ADDRESSES:
        organ = organ_behind(unit, place)
        speaking = subject_behind(unit, place) if subject is None else subject
        return able_to_meet(parties_of([m for m in (speaking, organ) if m is not None], actors, unit))
    named = named_after(unit, place + 1)[:1] if following == "of" else []
    of_several = any(m.is_plural or (is_there and m.kind == "body") for m in named)
    if link is not None or of_several:
        behind_it = named_after(unit, link if link is not None else place + 1, reach=9)
        people = parties_of(before_main_clause(unit, behind_it), actors, unit)
        is_with = link is not None and unit.words[link].low == "with"
        if people and (is_with or (of_several and ahead)):
            people = [*first, *people]
    if not people:
        people = parties_of(
            (m for m in unit.named if m.last == place and not m.is_capital and m.head != "official"), actors, unit
        )
        people = noun_alone(unit, place, actors, first, people, kind, is_at=is_at, ahead=ahead, before=before)
    if not people and kind is MeetingKind.VISIT and owner is not None:
        people = first
    return able_to_meet(people)


def antecedent_of(unit: Passage, place: int) -> int | None:
    """Return where a clause begins that says whose meeting it is: "the body, which will have its first meeting"."""
    for at in range(place - 1, max(0, place - LONGEST_NAME), -1):
        low = low_at(unit, at)
        if low in RELATIVE:
            lows = {low_at(unit, inner) for inner in range(at + 1, place)}
            return at if lows & HAVING and "its" in lows else None
        if low in {",", "."}:
            return None
    return None


def before_main_clause(unit: Passage, named: list[Naming]) -> list[Naming]:
    """Return those named in the phrase that opens a sentence: "After the talks between A and B, C left"."""
    if low_at(unit, 0) not in OPENERS:
        return named
    for at, mention in enumerate(named[1:], start=1):
        is_listed = any(low_at(unit, m.first - 1) == "and" for m in named[:at])
        opening = [low_at(unit, place) for place in range(mention.first - 2, mention.first + 1)]
        is_group = mention.kind == "group" and "," in opening and "the" in opening
        is_new = is_group or (opening[1] == "," and low_at(unit, mention.last) != "and")
        if is_listed and is_new and low_at(unit, mention.last) != ",":
            return named[:at]
    return named


def noun_alone(  # noqa: C901, PLR0911, PLR0913  (a decision table)
    unit: Passage, place: int, actors: Actors, first: list[Party], people: list[Party], kind: MeetingKind, *,
    is_at: bool, ahead: bool, before: Sequence[str],
) -> list[Party]:  # fmt: skip
    """Return who takes part where nothing behind the noun names them."""
    low = unit.words[place].low
    if people:
        return people
    if before[-1:] == ["in"] and low in {"talks", "negotiations"}:
        return first if {"is", "are", "was", "were", "been"} & set(before[-3:]) else []
    own = {"his", "her", "their", "its"}
    is_own = bool(own & set(before[-2:])) or (bool(own & set(before[-3:])) and before[-1].isdigit())
    if kind is MeetingKind.VISIT and LED_TO_VISIT.search(" ".join(before)):
        opener = subject_behind(unit, place) if not first else None
        return first or parties_of([opener] if opener is not None else [], actors, unit)
    is_known = before[-1:] in (["the"], ["that"])
    if kind is MeetingKind.VISIT and (
        is_own or (not is_known and {"on", "during", "conjunction", "occasion"} & set(before[-4:]))
    ):
        is_leading = bool({"on", "during", "throughout", "after", "before", "following"} & set(before))
        behind_it = subject_behind(unit, place) if is_leading and not first else None
        return first or parties_of([behind_it] if behind_it is not None else [], actors, unit)
    if is_at and {"led", "leads", "headed", "heads", "leading", "heading", "represented", "side", "delegation"} & set(
        before
    ):
        return first
    if is_at and is_own and low_at(unit, 0) in SUBORDINATE:
        near = subject_near(unit, place)
        return parties_of([near, *listed_behind(unit, near)], actors, unit) if near is not None else []
    if is_at and is_own and (hosts := subject_behind(unit, place)) is not None:
        return parties_of([hosts, *listed_behind(unit, hosts)], actors, unit)
    if is_at and kind is MeetingKind.CALL:
        return parties_of([m for m in unit.named if m.first > place][:2], actors, unit)
    if is_at and (kind is MeetingKind.CEREMONY or {"sidelines", "attending", "addressing"} & set(before)):
        if first:
            return first
        after = subject_behind(unit, place)
        named = [m for m in unit.named if m.first > place and not m.is_capital] if after is None else [after]
        return able_to_meet(parties_of(named, actors, unit))[:1]
    if ahead and kind in PROPOSABLE and low not in BARE_CALLS and before[-1:] not in (["the"], ["for"], ["to"]):
        return first
    return []


def of_who_acts_there(unit: Passage, place: int, actors: Actors, kind: MeetingKind) -> list[Party]:
    """Return who does something at a meeting of which nobody else is named: "At a summit in Oslo, A signed the pact".

    A meeting that was named before ("at the talks") is not told anew; nor is one of which only the public is named.
    """
    if kind in {MeetingKind.VISIT, MeetingKind.CALL}:
        return []
    taking = next((at for at in range(place - 1, max(0, place - FAR), -1) if unit.words[at].low in PARTAKING), None)
    if taking is not None:
        owner = owner_of(unit, taking)
        return able_to_meet(parties_of([owner] if owner is not None else [], actors, unit))
    behind_it = subject_behind(unit, place) if is_first_phrase(unit, place) else None
    subject = behind_it if behind_it is not None else subject_near(unit, place)
    if subject is None or subject.kind not in {"person", "office", "group", "body", "state", "pronoun"}:
        return []
    company = [] if behind_it is None else listed_behind(unit, subject)
    together = [*joined_before(unit, subject), subject, *company]
    people = able_to_meet(parties_of((m for m in together if m.head not in PUBLIC), actors, unit))
    return [party for party in people if subject.kind != "pronoun" or party.kind in {"person", "group", "office"}]


def is_first_phrase(unit: Passage, place: int) -> bool:
    """Whether a noun stands in the phrase with which the sentence opens, before its subject."""
    return all(unit.words[at].low != "," for at in range(place)) and not any(
        m.last <= place and unit.sentence.is_free(m) and not m.is_owner for m in unit.named
    )


def subject_of_clause(unit: Passage, place: int) -> Naming | None:
    """Return the subject of the sentence of a noun, or of what is said in it: "A said that B would have talks"."""
    subject = sentence_subject(unit.sentence, place)
    is_thing = subject is not None and subject.name.lower() == "it"
    if subject is None or (
        not is_thing and not {token.low for token in unit.words[subject.last : subject.last + 3]} & SAYING
    ):
        return subject
    near = subject_near(unit, place)
    is_able = near is not None and near.kind in {"person", "office", "group", "state"}
    return near if is_able else subject


def subject_near(unit: Passage, place: int) -> Naming | None:
    """Return the last actor before a noun that stands behind no preposition: who does what its clause says."""
    free = [m for m in unit.named if m.last <= place and unit.sentence.is_free(m) and not m.is_owner]
    return free[-1] if free else None
