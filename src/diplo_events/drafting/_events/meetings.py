"""The meetings, visits and calls that a text reports, with who takes part and how far they have come."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors, Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._events.meeting_verbs import behind, kind_of_verb
from diplo_events.drafting._events.meeting_words import (
    AHEAD,
    BARE_CALLS,
    CONFER,
    HAVE,
    HOST,
    INVITE,
    NOUNS,
    PROPOSED,
    REPORTERS,
    SPEAK,
    THE_TALKS,
    TRAVEL,
    VISIT,
    status_of,
)
from diplo_events.drafting._events.participants import (
    able_to_meet,
    listed_behind,
    named_after,
    objects,
    owner_of,
    parties_of,
    subject_behind,
    subject_of,
    with_whom,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus, Section

__all__ = ["Encounter", "encounters"]

BEFORE_NOUN: Final = words("the a an this that his their our such 's of future next")
AT: Final = words("at during following after attending addressing in on sidelines")
PROPOSABLE: Final = frozenset(
    {MeetingKind.CONFERENCE, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.NEGOTIATION, MeetingKind.CALL}
)
PLACE: Final = re.compile(r"\b(?:in|at) (?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
NEAR_CLAUSE: Final = 9
"""How many words before a verb show whether it is of something past or to come."""

FATE: Final = 16
"""How many words behind a noun may say what became of the meeting: "was postponed"."""


@attrs.define
class Encounter:
    """A meeting, a visit or a call."""

    start: int
    """Where its passage begins."""
    end: int
    """Where it ends."""
    kind: MeetingKind
    """Its kind, by its noun or verb."""
    status: MeetingStatus
    """How far it has come, by the tense and the words beside it."""
    participants: list[Party]
    """Who takes part."""
    trigger: tuple[int, int]
    """The words that show it."""
    rule: str
    """The rule that found it."""
    hosts: list[Party] = attrs.field(factory=list)
    """Who receives the others."""
    place: str | None = None
    """Where, as written."""
    is_definite: bool = False
    """Whether it is "the talks", which were named before."""
    section: Section = Section.BODY
    """The part of the article."""
    states: frozenset[str] = frozenset()
    """The states of whom the passage names anybody, by their codes."""
    more: list[tuple[int, int]] = attrs.field(factory=list)
    """Further passages."""


def encounters(text: str, found: Sequence[Passage], actors: Actors) -> list[Encounter]:
    """Return the meetings, visits and calls of a text; a repeat is one with a further passage."""
    result: list[Encounter] = []
    for item in (item for unit in found if text[unit.end - 1] != "?" for item in of_unit(text, unit, actors)):
        same = next((other for other in reversed(result) if is_same(other, item) or is_fuller(other, item)), None)
        if same is not None:
            if (item.start, item.end) not in {(same.start, same.end), *same.more}:
                same.more.append((item.start, item.end))
            if is_fuller(same, item):
                same.participants.clear()
                same.kind, same.hosts, same.section = item.kind, item.hosts, item.section
                same.place = same.place or item.place
            same.participants.extend(party for party in item.participants if party not in same.participants)
        elif item.participants:
            result.append(item)
    return result


def is_same(one: Encounter, other: Encounter) -> bool:
    """Whether two passages can be of one meeting: the same stage, and somebody who takes part in both."""
    if one.start == other.start and one.status is other.status and set(other.participants) <= set(one.participants):
        return True
    if not is_of_one_stage(one, other):
        return False
    if not other.participants or other.is_definite:
        return True
    shared = [party for party in other.participants if party in one.participants]
    return len(shared) >= min(2, len(other.participants), len(one.participants))


def is_of_one_stage(one: Encounter, other: Encounter) -> bool:
    """Whether two passages have the same status, and not a visit or a call on one side alone."""
    kinds = {one.kind, other.kind}
    return one.status is other.status and (len(kinds) == 1 or not kinds & {MeetingKind.VISIT, MeetingKind.CALL})


def is_fuller(headline: Encounter, item: Encounter) -> bool:
    """Whether a passage of the body tells in full of the meeting that the headline has: the same stage and states."""
    if headline.section is not Section.HEADLINE or item.section is Section.HEADLINE:
        return False
    shared = headline.states & item.states
    return is_of_one_stage(headline, item) and bool(shared) and shared in (headline.states, item.states)


def of_unit(text: str, unit: Passage, actors: Actors) -> Iterator[Encounter]:
    """Find the meetings of one sentence."""
    free = 0
    for place, token in enumerate(unit.words):
        if place < free or token.text == QUOTED:
            continue
        item = by_verb(text, unit, place, actors)
        reach = 8
        if item is None:
            item, reach = by_noun(text, unit, place, actors), 5
        if item is not None:
            free = place + reach
            yield item


def by_verb(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read a verb of meeting with its subject and objects."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    if before in BEFORE_NOUN and low not in {"held", "met"}:
        return None
    kind = kind_of_verb(unit, place)
    status = status_of(clause_around(unit.words, place), low, before) if kind is not None else None
    if kind is None or status is None:
        return None
    if low in INVITE:
        status = MeetingStatus.PROPOSED
    subject = subject_of(unit, place)
    if subject is None and low == "meeting":
        subject = subject_behind(unit, place)
    members = [subject, *listed_behind(unit, subject)] if subject is not None else []
    people = parties_of(members, actors, unit)
    guests = objects(unit, place) if low in SPEAK | CONFER else named_after(unit, place)
    if low in TRAVEL | VISIT | HAVE or low.startswith("discuss"):
        guests = [*guests, *with_whom(unit, place)]
    if guests and guests[0].head in REPORTERS:
        return None
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        able_to_meet([*people, *parties_of(guests, actors, unit)]),
        (unit.words[place].start, unit.words[place].end),
        f"verb-{kind.value}",
        hosts=people[:1] if low in HOST else [],
        place=place_of(text, unit, place),
        is_definite=THE_TALKS.match(behind(unit, place)) is not None,
        section=unit.block.section,
        states=states_in(unit),
    )


def states_in(unit: Passage) -> frozenset[str]:
    """Return the codes of the states of whom a sentence names anybody."""
    return frozenset(mention.state.code for mention in unit.named if mention.state is not None)


def by_noun(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read "talks between A and B", "a meeting with C", "at the opening ceremony"."""
    low = unit.words[place].low
    kind = NOUNS.get(low)
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    if kind is None or not is_event(low, before, following):
        return None
    ahead = bool(AHEAD.search(" ".join(before[-5:])) or PROPOSED.search(" ".join(before)))
    is_at = bool(AT & set(before[-4:]))
    people = people_of_noun(unit, place, actors, kind, is_at=is_at, ahead=ahead)
    status: MeetingStatus | None = MeetingStatus.HELD
    if not is_at or ahead or following in {"with", "between"}:
        status = status_of(clause_around(unit.words, place, FATE), low, before[-1] if before else "")
    if not people or status is None:
        return None
    trigger = (unit.words[place].start, unit.words[place].end)
    where = place_of(text, unit, place)
    if before[-1:] == ["in"] and status is MeetingStatus.HELD and {"is", "are"} & set(before):
        status = MeetingStatus.ONGOING
    rule, section = f"noun-{kind.value}", unit.block.section
    states = states_in(unit)
    return Encounter(
        unit.start, unit.end, kind, status, people, trigger, rule, place=where, section=section, states=states
    )


def is_event(low: str, before: Sequence[str], following: str) -> bool:
    """Whether a noun of meetings is one here: not "he talks", "a call for peace", "a news conference"."""
    if low == "talks":
        return before[-1:] not in (["he"], ["she"], ["who"])
    if low == "call":
        return bool({"phone", "telephone", "video", "recent"} & set(before)) or following in {"with", "between"}
    return low != "conference" or before[-1:] not in (["news"], ["press"], ["video"])


def people_of_noun(
    unit: Passage, place: int, actors: Actors, kind: MeetingKind, *, is_at: bool, ahead: bool
) -> list[Party]:
    """Return who takes part in a meeting that a noun names."""
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    subject = sentence_subject(unit.sentence, place)
    owner = owner_of(unit, place)
    if owner is not None or (subject is None and following == "with"):
        subject = owner or subject_behind(unit, place)
    first = parties_of([subject, *listed_behind(unit, subject)] if subject is not None else [], actors, unit)
    people = []
    of_several = following == "of" and any(m.is_plural for m in named_after(unit, place + 1)[:1])
    if following in {"with", "between", "by", "involving"} or of_several:
        people = parties_of(named_after(unit, place + 1, reach=9), actors, unit)
        if people and (following == "with" or (of_several and ahead)):
            people = [*first, *people]
    if not people:
        people = parties_of(
            (m for m in unit.named if m.last == place and not m.is_capital and m.head != "official"), actors, unit
        )
        people = noun_alone(unit, place, actors, first, people, kind, is_at=is_at, ahead=ahead, before=before)
    return able_to_meet(people)


def noun_alone(  # noqa: PLR0911, PLR0913  (a decision table)
    unit: Passage, place: int, actors: Actors, first: list[Party], people: list[Party], kind: MeetingKind, *,
    is_at: bool, ahead: bool, before: Sequence[str],
) -> list[Party]:  # fmt: skip
    """Return who takes part where nothing behind the noun names them."""
    low = unit.words[place].low
    if people:
        return people
    if before[-1:] == ["in"] and low in {"talks", "negotiations"}:
        return first if {"is", "are", "was", "were"} & set(before) else []
    is_own = bool({"his", "her", "their", "its"} & set(before[-2:]))
    is_known = before[-1:] in (["the"], ["that"])
    if kind is MeetingKind.VISIT and (is_own or (not is_known and {"on", "during"} & set(before[-4:]))):
        behind_it = None if first or is_own else subject_behind(unit, place)
        return first or parties_of([behind_it] if behind_it is not None else [], actors, unit)
    if is_at and kind is MeetingKind.CALL:
        return parties_of([m for m in unit.named if m.first > place][:2], actors, unit)
    if is_at and (kind is MeetingKind.CEREMONY or {"sidelines", "attending", "addressing"} & set(before)):
        return first or able_to_meet(parties_of((m for m in unit.named if m.first > place), actors, unit))[:1]
    if ahead and kind in PROPOSABLE and low not in BARE_CALLS and before[-1:] not in (["the"], ["for"], ["to"]):
        return first
    return []


def clause_around(found: Sequence[Token], place: int, behind: int = 4) -> str:
    """Return the words of the clause before a verb or noun, and the next ones."""
    first = place
    while (
        first > 0
        and place - first < NEAR_CLAUSE
        and found[first - 1].low not in {";", ".", "while", "but", "where", "—"}
    ):
        first -= 1
    return " ".join(token.low for token in found[first : place + behind] if token.text not in {"May", "March"})


def place_of(text: str, unit: Passage, place: int) -> str | None:
    """Return where a meeting takes place, as written behind it: "in Cairo", "at the White House"."""
    last = unit.words[min(len(unit.words) - 1, place + 14)].end
    match = PLACE.search(text, unit.words[place].start, last)
    return match["place"] if match else None
