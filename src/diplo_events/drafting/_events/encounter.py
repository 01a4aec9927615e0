"""A meeting as a text reports it, and which of several passages are of one."""

from collections.abc import Iterable
from typing import Final

import attrs

from diplo_events.drafting._actors.party import Party
from diplo_events.vocab import MeetingKind, MeetingStatus, Section

__all__ = ["Encounter", "each_once", "with_travellers"]


OCCASIONS: Final = frozenset({MeetingKind.SUMMIT, MeetingKind.CONFERENCE, MeetingKind.CEREMONY})
"""Kinds of which a meeting in another passage is none, unless it is "the summit"."""


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
    is_the: bool = False
    """Whether it is "the meeting between A and B"."""
    is_again: bool = False
    """Whether it only says how those talked who met: "they held a constructive discussion"."""
    is_further: bool = False
    """Whether its words tell of another one: "she also met the mayor", "another meeting"."""
    is_earlier: bool = False
    """Whether it was before what the text tells: "they had held a first meeting on Tuesday"."""
    is_certain: bool = False
    """Whether it is one though nobody is named who takes part: "a dinner was called off"."""
    section: Section = Section.BODY
    """The part of the article."""
    states: frozenset[str] = frozenset()
    """The states of whom the passage names anybody, by their codes."""
    days: frozenset[str] = frozenset()
    """The weekdays that date it."""
    more: list[tuple[int, int]] = attrs.field(factory=list)
    """Further passages."""
    near: list[Party] = attrs.field(factory=list)
    """Who is named near it, and takes part or not."""


def each_once(found: Iterable[Encounter]) -> list[Encounter]:
    """Return some meetings without repeats; a repeat is one with a further passage."""
    result: list[Encounter] = []
    for item in found:
        same = next((other for other in reversed(result) if is_same(other, item) or is_fuller(other, item)), None)
        if same is not None:
            if (item.start, item.end) not in {(same.start, same.end), *same.more}:
                same.more.append((item.start, item.end))
            if is_fuller(same, item):
                if number_named(item) and number_named(item) >= number_named(same):
                    same.participants.clear()
                is_call = MeetingKind.CALL in {same.kind, item.kind}
                same.kind = MeetingKind.CALL if is_call else item.kind
                same.hosts, same.section = item.hosts, item.section
                same.place = same.place or item.place
            same.participants.extend(party for party in item.participants if party not in same.participants)
        elif item.participants or item.is_certain:
            result.append(item)
    return result


def with_travellers(item: Encounter) -> Encounter:
    """Return a meeting; a visit of which only the land is known is one of nobody: who came is asked."""
    if item.kind is MeetingKind.VISIT and all(party.kind == "state" for party in item.participants):
        item.participants.clear()
    return item


def number_named(item: Encounter) -> int:
    """Return how many of those who take part have a name."""
    return sum(party.is_named for party in item.participants)


def is_same(one: Encounter, other: Encounter) -> bool:
    """Whether two passages can be of one meeting: the same stage, and somebody who takes part in both."""
    if are_apart(one, other) or is_another_day(one, other) or is_another(one, other):
        return False
    is_beside = one.start == other.start and one.status is other.status and not is_stop(one, other)
    if is_beside and (set(other.participants) <= set(one.participants) or not one.participants):
        return True
    if other.is_again:
        return one.status is other.status and one.kind is not MeetingKind.VISIT
    if other.is_definite and other.kind is MeetingKind.CEREMONY:
        return one.kind is MeetingKind.CEREMONY
    if other.is_certain and not other.participants:
        is_known = other.is_the or (other.is_definite and one.section is Section.BODY)
        return is_known and one.kind is other.kind
    return is_of_one_stage(one, other) and (not other.participants or other.is_definite or are_shared(one, other))


def is_another_day(one: Encounter, other: Encounter) -> bool:
    """Whether one who met several met few of them on a day that the first passage does not have."""
    left = [party for party in one.participants if party.is_named and party not in other.participants]
    is_of_few = len(left) > 1 and set(other.participants) <= set(one.participants)
    return is_of_few and bool(other.participants) and bool(other.days - one.days) and not other.days & one.days


def is_another(one: Encounter, other: Encounter) -> bool:
    """Whether a passage says that it tells of another meeting, with others or of another day."""
    if other.is_earlier and other.days and not other.days & one.days:
        return True
    return (
        other.is_further
        and not other.is_again
        and one.start != other.start
        and not set(other.participants) <= set(one.participants)
    )


def is_stop(one: Encounter, other: Encounter) -> bool:
    """Whether somebody goes to a meeting that has a clause of its own: "will travel to Oslo, where he will attend"."""
    return one.kind is MeetingKind.VISIT and other.kind in OCCASIONS and other.rule.startswith("verb-")


def are_shared(one: Encounter, other: Encounter) -> bool:
    """Whether two meetings have enough of those who take part in common; "representatives" can be others each time."""
    shared = [party for party in other.participants if party in one.participants and not is_any(party)]
    if other.is_the and one.kind is other.kind:
        return bool(shared) or not any(party.is_named for party in other.participants)
    return len(shared) >= min(2, len(other.participants), len(one.participants) or 2)


def is_any(party: Party) -> bool:
    """Whether an actor is a group that one noun alone names."""
    return party.kind == "group" and not party.is_named and " " not in party.name


def are_apart(one: Encounter, other: Encounter) -> bool:
    """Whether each of two meetings has somebody by name whom the other lacks, or the visits go to two places."""
    if one.section is Section.HEADLINE or other.is_definite:
        return False
    if other.is_the:
        return has_others(one, other) and has_others(other, one)
    are_journeys = one.rule == other.rule == "noun-visit"
    are_summits = one.kind is other.kind is MeetingKind.SUMMIT
    if (are_journeys or are_summits) and one.place and other.place:
        return one.place not in other.place and other.place not in one.place
    if are_summits and one.is_certain is not other.is_certain and (has_others(one, other) or has_others(other, one)):
        return True
    if (one.kind in OCCASIONS) is not (other.kind in OCCASIONS) and MeetingKind.TALKS in {one.kind, other.kind}:
        return one.start != other.start
    return has_others(one, other) and has_others(other, one)


def has_others(one: Encounter, other: Encounter) -> bool:
    """Whether a person takes part in one of two meetings of whom the other does not tell."""
    return any(
        party.is_named and party.kind == "person" and party not in other.participants for party in one.participants
    )


def is_of_one_stage(one: Encounter, other: Encounter) -> bool:
    """Whether two passages have the same status, and not a visit or a call on one side alone."""
    kinds = {one.kind, other.kind}
    return one.status is other.status and (len(kinds) == 1 or not kinds & {MeetingKind.VISIT, MeetingKind.CALL})


def is_fuller(headline: Encounter, item: Encounter) -> bool:
    """Whether a passage of the body tells in full of the meeting that the headline has: the same stage and states."""
    if headline.section is not Section.HEADLINE or item.section is Section.HEADLINE:
        return False
    if item.is_earlier and item.days:
        return False
    shared = headline.states & item.states
    is_call = headline.kind is MeetingKind.CALL and (item.kind is MeetingKind.CALL or item.rule == "verb-talks")
    if is_call and headline.status is item.status:
        return any(party in headline.participants for party in item.participants)
    return is_of_one_stage(headline, item) and bool(shared) and shared in (headline.states, item.states)
