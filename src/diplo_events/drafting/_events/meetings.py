"""The meetings, visits and calls that a text reports, with who takes part and how far they have come."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._actors.actors import Actors, Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._events.encounter import Encounter, each_once
from diplo_events.drafting._events.fates import fates
from diplo_events.drafting._events.meeting_verbs import behind, kind_of_verb
from diplo_events.drafting._events.meeting_words import (
    AHEAD,
    BARE_CALLS,
    CONFER,
    HAVE,
    HOLD,
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
from diplo_events.drafting._events.pairs import with_those_named
from diplo_events.drafting._events.participants import (
    able_to_meet,
    asked_to,
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
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["Encounter", "encounters"]

BEFORE_NOUN: Final = words("the a an this that his their our such 's of future next")
AT: Final = words("at during following after attending addressing in on sidelines conclusion wake outcome")
OVER: Final = words("conclusion end wake outcome after following during")
"""Before the noun of a meeting, these show that it was held."""

PROPOSABLE: Final = frozenset(
    {MeetingKind.CONFERENCE, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.NEGOTIATION, MeetingKind.CALL}
)
OF_BOTH: Final = re.compile(
    r"\b(?:of|from) (?:the two|both) (?:countries|sides|states|neighbou?rs|nations|governments)\b"
)

APPEALS: Final = re.compile(
    r"\b(?:press(?:ed|es)|urg(?:ed|es)|appeal(?:ed|s)|call(?:ed|s) (?:on|upon)|exhort\w+|implor\w+) .* to\b"
)
"""Before "to hold talks", these show that nothing is more than called for."""

SIDES: Final = words("sides side countries neighbours neighbors capitals")
"""Nouns of two who were named before: "the two sides met"."""

PLACE: Final = re.compile(
    r"\b(?:in|at) (?:the (?:[a-z-]+ ){0,2}(?:town|city|village|port|resort|capital|island) of )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)(?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)
NEAR_FATE: Final = 60
"""How many characters apart two words of one meeting stand."""

NEAR_CLAUSE: Final = 9
"""How many words before a verb show whether it is of something past or to come."""

FATE: Final = 16
"""How many words behind a noun may say what became of the meeting: "was postponed"."""


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
        if place < free or token.text == QUOTED:
            continue
        item = by_verb(text, unit, place, actors)
        reach = 8
        if item is None:
            item, reach = by_noun(text, unit, place, actors), 5
        if item is None:
            continue
        free = place + reach
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
    if before in BEFORE_NOUN and low not in {"held", "met"}:
        return None
    kind = kind_of_verb(unit, place)
    status = status_of(clause_around(unit.words, place), low, before) if kind is not None else None
    if kind is None or status is None:
        return None
    if before == "to" and low in HOLD and APPEALS.search(clause_around(unit.words, place)):
        return None
    if low in INVITE or asked_to(unit, place) is not None:
        status = MeetingStatus.PROPOSED
    subject = subject_of(unit, place)
    if subject is None and low == "meeting":
        subject = subject_behind(unit, place)
    members = [subject, *listed_behind(unit, subject)] if subject is not None else []
    people = parties_of(members, actors, unit)
    guests = guests_of(unit, place, kind)
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
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        taking_part,
        (unit.words[place].start, unit.words[place].end),
        f"verb-{kind.value}",
        hosts=people[:1] if low in HOST else [],
        place=place_of(text, unit, place),
        is_certain=both or (kind is MeetingKind.CALL and low in SPEAK),
        is_definite=THE_TALKS.match(behind(unit, place)) is not None,
        section=unit.block.section,
        states=states_in(unit),
    )


def guests_of(unit: Passage, place: int, kind: MeetingKind) -> list[Naming]:
    """Return whom somebody met, hosted, or spoke with."""
    low = unit.words[place].low
    guests = objects(unit, place) if low in SPEAK | CONFER else named_after(unit, place)
    if low in HOST and kind is not MeetingKind.VISIT and (not guests or kind is MeetingKind.CALL):
        return guests_for(unit, place)
    if low in TRAVEL | VISIT | HAVE or low.startswith("discuss"):
        return [*guests, *with_whom(unit, place)]
    return guests


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
    if kind is MeetingKind.TALKS and {"telephone", "phone", "video"} & set(before[-2:]):
        kind = MeetingKind.CALL
    ahead = bool(AHEAD.search(" ".join(before[-5:])) or PROPOSED.search(" ".join(before)))
    is_at = bool(AT & set(before[-4:]))
    people = people_of_noun(unit, place, actors, kind, is_at=is_at, ahead=ahead)
    status: MeetingStatus | None = MeetingStatus.HELD
    is_named = is_known_event(unit, place)
    ahead = ahead or (is_named and AHEAD.search(clause_around(unit.words, place)) is not None)
    is_over = bool(OVER & set(before[-4:]))
    if not is_at or ahead or (following in {"with", "between"} and not is_over):
        status = status_of(clause_around(unit.words, place, FATE), low, before[-1] if before else "")
    if (not people and not is_named) or status is None:
        return None
    trigger = (unit.words[place].start, unit.words[place].end)
    where = place_of(text, unit, place)
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
        is_certain=is_named,
    )


def is_known_event(unit: Passage, place: int) -> bool:
    """Whether a noun is of one event though nobody is named who takes part: "on the sidelines of the Oslo Forum"."""
    before = unit.words[max(0, place - 6) : place]
    lows = [token.low for token in before]
    is_capital = bool(before) and before[-1].text[:1].isupper() and unit.words[place - 1].is_word
    if {"sidelines", "margins"} & set(lows):
        return is_capital
    return is_capital and lows[-2:-1] == ["the"] and {"in", "at", "during"} & set(lows[-3:-2]) != set()


def is_event(low: str, before: Sequence[str], following: str) -> bool:
    """Whether a noun of meetings is one here: not "he talks", "a call for peace", "a news conference"."""
    if low == "talks":
        return before[-1:] not in (["he"], ["she"], ["who"])
    if low in {"call", "calls"}:
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
        behind_it = None if first else subject_behind(unit, place)
        return first or parties_of([behind_it] if behind_it is not None else [], actors, unit)
    if is_at and {"led", "leads", "headed", "heads", "leading", "heading", "represented", "side", "delegation"} & set(
        before
    ):
        return first
    if is_at and is_own and (hosts := subject_behind(unit, place)) is not None:
        return parties_of([hosts, *listed_behind(unit, hosts)], actors, unit)
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
