"""The meetings, visits and calls that a text reports, with who takes part and how far they have come."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.encounter import Encounter, each_once
from diplo_events.drafting._events.fates import fates
from diplo_events.drafting._events.journeys import behind
from diplo_events.drafting._events.look_alikes import is_look_alike
from diplo_events.drafting._events.meeting_nouns import by_noun
from diplo_events.drafting._events.meeting_verbs import FAR, kind_of_verb
from diplo_events.drafting._events.meeting_words import (
    ABOUT_TALKS,
    AHEAD,
    CONFER,
    DEAL,
    GATHER,
    HOLD,
    HOST,
    INVITE,
    MEET,
    NOUNS,
    ON_DUTY,
    PUBLIC,
    REPORTERS,
    SPEAK,
    THE_TALKS,
    TRAVEL,
    VISIT,
    status_of,
)
from diplo_events.drafting._events.pairs import with_those_named
from diplo_events.drafting._events.participants import (
    able_to_meet,
    asked_to,
    bodies_of,
    named_after,
    parties_of,
)
from diplo_events.drafting._events.surroundings import clause_around, own_days, place_of, states_in
from diplo_events.drafting._events.verb_people import guests_of, leaders_of, sides, states_of, subjects_of
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["Encounter", "encounters"]

BEFORE_NOUN: Final = words("the a an this that his their our such 's ' of future next")
"""Before a noun stand these, and not before a verb."""

OF_BOTH: Final = re.compile(
    r"\b(?:of|from) (?:the two|both) (?:countries|sides|states|neighbou?rs|nations|governments)\b"
)

APPEALS: Final = re.compile(
    r"\b(?:press(?:ed|es)|urg(?:ed|es)|appeal(?:ed|s)|call(?:ed|s) (?:on|upon|for)|exhort\w+|implor\w+) .* to\b"
    r"|\b(?:willingness|readiness|poised|reluctan\w+|unwilling\w*) to\b"
)
"""Before "to hold talks", these show that nothing is more than called for."""

SIDES: Final = words("sides side countries neighbours neighbors capitals")
"""Nouns of two who were named before: "the two sides met"."""

LONGEST_LIST: Final = 30
"""How many words behind a verb name further meetings: "met with A, then with B"."""

NEAR_FATE: Final = 60
"""How many characters apart two words of one meeting stand."""

NEAR_APART: Final = 4
"""How many words behind a verb may say that somebody met each of several apart: "spoke today separately with"."""

STREETS: Final = words("police supporters fans rescuers firefighters crowds mourners spectators tourists passengers")
"""Those who meet people on the street: "police met the crowd", "her supporters met her with flowers"."""

EACH_OTHER: Final = re.compile(
    r"\b(?:they|we|the two|the pair)"
    r" (?:(?:had|have|were|are|will|would|last|also|first|then|previously|later|be|to|due) )*(?:met|meet|meeting)"
    r" (?:in|on|at|for|again|twice|before|face|several|three|last|privately|behind|[.,])"
)
"""Two who were named before, or the speakers, meet each other."""

AGAIN: Final = re.compile(
    r"(?:in )?(?:an? |the )?(?:[a-z-]+ (?:and |, )?){0,4}?(?:discussions?|dialogue|conversations?|exchange)"
    r"(?! (?:with|between|in [a-z]+ (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|later)\b)"
)
"""Behind "held", these say how those talked who met, and not that they met again."""

FOR_EVENT: Final = re.compile(
    r"\bfor (?:the|an?|its|this year's) (?:\S+ ){0,7}(?:assembly|council|forum|conference|congress|ceremony|funeral)\b"
)
"""Behind a verb of travelling, these show for what somebody came."""

NEXT_DEEDS: Final = words("held had met holds meets")
BASES: Final = words("meet hold have visit attend host travel address join convene tour receive")
"""Forms that go on from the verb before them: "will visit Oslo and meet A"."""

FURTHER: Final = words("also separately later then subsequently")
"""Before a verb, these show another meeting."""

CROWDS: Final = GATHER | VISIT | TRAVEL
"""Verbs that are of a meeting only where others than the public are their subject."""


def encounters(
    text: str, found: Sequence[Passage], actors: Actors, turns: Mapping[int, Party] = MappingProxyType({})
) -> list[Encounter]:
    """Return the meetings, visits and calls of a text; a repeat is one with a further passage.

    Args:
        text: The text.
        found: Its sentences.
        actors: Its actors.
        turns: Who speaks in the turns of a transcript, by the places where they begin.
    """
    return each_once(
        with_those_named(text, unit, item, actors, turns)
        for unit in found
        if text[unit.end - 1] != "?"
        for item in of_unit(text, unit, actors)
    )


def of_unit(text: str, unit: Passage, actors: Actors) -> Iterator[Encounter]:
    """Find the meetings of one sentence."""
    told = list(fates(text, unit, actors))
    others: list[Encounter] = []
    free = 0
    for place, token in enumerate(unit.words):
        is_read = place < free and not (token.low in NEXT_DEEDS and is_next_deed(unit, place))
        if is_read or token.text == QUOTED or is_look_alike(unit, place):
            continue
        item = by_verb(text, unit, place, actors)
        reach = 8
        if item is None:
            item, reach = by_noun(text, unit, place, actors), 2 if is_before_comma(unit, place) else 5
        if item is None or (others and is_carried_on(unit, place)):
            continue
        if others and goes_on(unit, place, item):
            item.status = others[-1].status
        free = place + reach
        for later in one_after_the_other(text, unit, place, item, actors):
            others.append(later)
            free = max(free, next(at for at, word in enumerate(unit.words) if word.start >= later.trigger[1]))
        if others and is_passive(unit, place):
            others[-1].participants.extend(party for party in item.participants if party not in others[-1].participants)
        else:
            others.append(item)
    for item in others:
        fate = next((fate for fate in told if is_told(item, fate)), None)
        if fate is None:
            continue
        fate.participants.extend(party for party in item.participants if party not in fate.participants)
        fate.hosts.extend(item.hosts)
        fate.place = fate.place or item.place
    yield from told
    yield from (item for item in others if not any(is_told(item, fate) for fate in told))


def is_next_deed(unit: Passage, place: int) -> bool:
    """Whether a verb tells of a further meeting, close behind one: "met with the rebels, and held talks with Li"."""
    is_held = unit.sentence.low(place - 1) == "and"
    return is_held and "with" in {unit.sentence.low(at) for at in range(place + 1, place + NEAR_APART + 1)}


def goes_on(unit: Passage, place: int, item: Encounter) -> bool:
    """Whether a verb has the tense of the one before it: "will visit Oslo and meet A", "and hold talks with B"."""
    for at in range(place, max(0, place - 4), -1):
        if unit.words[at].low in BASES and unit.words[at - 1].low in {"and", ","}:
            return at == place or item.status is MeetingStatus.HELD
    return False


def is_carried_on(unit: Passage, place: int) -> bool:
    """Whether a verb says that talks go on at the meeting before it: "met to discuss trade and continue the talks"."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    is_definite = place + 1 < len(unit.words) and unit.words[place + 1].low in {"the", "their", "these"}
    return low in {"continue", "resume"} and before in {"and", "to"} and is_definite


def is_before_comma(unit: Passage, place: int) -> bool:
    """Whether a comma follows a word, so that a new phrase begins behind it."""
    return place + 1 < len(unit.words) and unit.words[place + 1].low == ","


def one_after_the_other(text: str, unit: Passage, place: int, item: Encounter, actors: Actors) -> Iterator[Encounter]:
    """Return the meetings that follow in the same clause: "met with A, then with B"."""
    if unit.words[place].low not in MEET | CONFER | SPEAK:
        return
    yield from each_apart(unit, place, item, actors)
    for at in range(place + 2, min(place + LONGEST_LIST, len(unit.words) - 1)):
        if unit.words[at].low not in {"then", "later", "subsequently", "separately"}:
            continue
        if unit.words[at + 1].low != "with":
            continue
        guests = able_to_meet(parties_of(named_after(unit, at + 1), actors, unit))
        if not guests:
            continue
        item.participants[:] = [party for party in item.participants if party not in guests]
        hosts = [party for party in item.participants[:1] if party not in guests]
        span = (unit.words[at].start, unit.words[at + 1].end)
        yield attrs.evolve(item, participants=[*hosts, *guests], trigger=span, place=place_of(text, unit, at), more=[])


def each_apart(unit: Passage, place: int, item: Encounter, actors: Actors) -> Iterator[Encounter]:
    """Return the further meetings of one who met each of several apart: "met separately with A and B"."""
    apart = next((at for at in range(place + 1, place + NEAR_APART) if unit.sentence.low(at) == "separately"), None)
    if apart is None or unit.sentence.low(apart + 1) == "and":
        return
    named = named_after(
        unit, next((at for at in range(apart, apart + NEAR_APART) if unit.sentence.low(at) == "with"), apart)
    )
    guests = able_to_meet(parties_of((m for m in named if m.kind in {"person", "office"}), actors, unit))
    hosts = [party for party in item.participants if party not in guests]
    if len(guests) < 2 or not hosts:  # noqa: PLR2004  (several)
        return
    item.participants[:] = [*hosts, guests[0]]
    for guest in guests[1:]:
        yield attrs.evolve(item, participants=[*hosts, guest], is_further=True, more=[])


def is_passive(unit: Passage, place: int) -> bool:
    """Whether a verb says who gives or attends what was named before: "a summit, which will be hosted by A"."""
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    return following == "by" and unit.words[place].low in {"hosted", "attended", "chaired", "convened", "held"}


def is_told(item: Encounter, fate: Encounter) -> bool:
    """Whether a verb or a noun is of a meeting whose fate the same sentence says."""
    is_near = abs(item.trigger[0] - fate.trigger[0]) <= NEAR_FATE
    return is_near and (
        item.trigger == fate.trigger or item.status is fate.status or fate.status is not MeetingStatus.HELD
    )


def by_verb(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read a verb of meeting with its subject and objects."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    if before == "-" or (before in BEFORE_NOUN and low not in {"held", "met"}):
        return None
    kind = kind_of_verb(unit, place)
    status = status_of_verb(unit, place) if kind is not None else None
    if kind is None or status is None:
        return None
    members = subjects_of(unit, place)
    is_rite = kind is MeetingKind.CEREMONY and low.startswith("attend") and members[:1] and members[0].head in PUBLIC
    if is_rite or is_of_the_public(unit, place, members) or (low in GATHER and not members):
        return None
    members = [*members, *leaders_of(unit, members), *(body for m in members for body in bodies_of(unit, m))]
    guests = guests_of(unit, place, kind)
    if low in MEET | HOST | SPEAK:
        make_known((*members, *guests), actors)
    people = parties_of(members, actors, unit)
    if guests and guests[0].head in REPORTERS:
        return None
    both = any(mention.head in SIDES for mention in (*members, *guests))
    of_both = OF_BOTH.search(text, unit.start, unit.words[place].start) is not None and not both
    taking_part = able_to_meet(
        [
            *people,
            *states_of([*members, *guests], text, actors, unit.words[place].start),
            *parties_of(guests, actors, unit),
        ]
    )
    if of_both:
        taking_part.extend(party for party in sides(unit, actors) if party not in taking_part)
    if both:
        taking_part = [*sides(unit, actors), *(party for party in taking_part if not party.heads & SIDES)]
    where = place_of(text, unit, place)
    if low in DEAL:
        where = place_of(text, unit, 0)
    trigger = (unit.words[place].start, unit.words[place].end)
    is_private = kind is MeetingKind.VISIT and low in TRAVEL and not is_on_duty(unit, place, taking_part)
    if is_private or (low in DEAL and (len(taking_part) < 2 or where is None)):  # noqa: PLR2004  (two sides)
        return None
    is_mutual = low in MEET and not taking_part and EACH_OTHER.search(clause_around(unit.words, place)) is not None
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        taking_part,
        trigger,
        f"verb-{kind.value}",
        days=own_days(text, unit, trigger),
        hosts=people[:1] if low in HOST else [],
        place=where,
        is_certain=both or (kind is MeetingKind.CALL and low in SPEAK) or is_mutual or is_by_name(unit, place),
        is_again=is_told_again(unit, place, members, guests),
        is_further=is_told_further(unit, place),
        is_earlier=unit.words[place - 1].low == "had" and place > 0,
        is_definite=is_mutual or THE_TALKS.match(behind(unit, place)) is not None,
        section=unit.block.section,
        states=states_in(unit),
    )


def status_of_verb(unit: Passage, place: int) -> MeetingStatus | None:
    """Return how far the meeting of a verb has come; `None` if there is none, or if somebody only calls for it."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    status = status_of(clause_around(unit.words, place), low, before)
    is_to_hold = low in HOLD and "to" in {before, unit.sentence.low(place - 2)}
    if status is None or (is_to_hold and APPEALS.search(appealed(unit, place)) is not None):
        return None
    if low in HOST and before == "," and behind(unit, place).startswith("by "):
        return MeetingStatus.SCHEDULED if AHEAD.search(behind(unit, place, FAR)) is not None else status
    is_asked = low in INVITE or asked_to(unit, place) is not None
    return MeetingStatus.PROPOSED if is_asked else status


def appealed(unit: Passage, place: int) -> str:
    """Return the words before a verb that may call for it: "called on the leaders of ten states to resume"."""
    return " ".join(token.low for token in unit.words[max(0, place - FAR) : place])


def is_told_again(unit: Passage, place: int, members: Sequence[Naming], guests: Sequence[Naming]) -> bool:
    """Whether those named before are only said to have talked: "they held a discussion on trade"."""
    if unit.words[place].low not in HOLD or guests or not members or AGAIN.match(behind(unit, place)) is None:
        return False
    return all(m.name.lower() == "they" or m.name.lower().startswith(("two ", "both ")) for m in members)


def is_told_further(unit: Passage, place: int) -> bool:
    """Whether a verb tells of another meeting than the one before: "she also met the mayor", "then held talks"."""
    return bool(FURTHER & {token.low for token in unit.words[max(0, place - 2) : place]})


def is_by_name(unit: Passage, place: int) -> bool:
    """Whether what somebody attends has a name: "will participate in the Oslo Summit"."""
    return unit.words[place].low in HOLD and any(
        token.is_capital and token.low in NOUNS for token in unit.words[place + 1 : place + 9]
    )


def make_known(met: Iterable[Naming], actors: Actors) -> None:
    """Make actors of those who have a name of several words and no office, because they met somebody."""
    for mention in met:
        is_open = mention.kind == "name" and " " in mention.name and not mention.is_owner
        if is_open and actors.at(mention.start) is None and actors.known(mention) is None:
            party = actors.find(mention)
            if party is not None:
                actors.place(mention.start, party)


def is_on_duty(unit: Passage, place: int, travelling: Sequence[Party]) -> bool:
    """Whether a journey is one of the news of diplomacy: for talks or a visit, or of somebody with an office."""
    rest = behind(unit, place, FAR)
    if ABOUT_TALKS.search(rest) is not None or FOR_EVENT.search(rest) is not None:
        return True
    return any(party.heads & ON_DUTY and party.kind not in {"state", "body"} for party in travelling[:1])


def is_of_the_public(unit: Passage, place: int, members: Sequence[Naming]) -> bool:
    """Whether a verb is of ordinary people: "tourists visited Norway", "fans gathered", "police met the crowd"."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    if low in CROWDS:
        return before in PUBLIC or (bool(members) and members[0].head in PUBLIC)
    return low in MEET and bool(members) and members[0].head in STREETS
