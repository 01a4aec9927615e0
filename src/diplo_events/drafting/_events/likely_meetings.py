"""Meetings that no sure rule reads: each word of meeting with actors near it that repeats none of those before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors, Party
from diplo_events.drafting._english.mentions import Naming, mentions
from diplo_events.drafting._english.nouns import MEDIA, words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import tokens
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.likely_words import DISCUSSING
from diplo_events.drafting._events.meeting_signals import Signal, signals
from diplo_events.drafting._events.meeting_words import PUBLIC, REPORTERS, status_of
from diplo_events.drafting._events.pairs import with_those_named
from diplo_events.drafting._events.participants import (
    able_to_meet,
    listed_behind,
    named_after,
    owner_of,
    parties_of,
    subject_behind,
    subject_of,
    with_whom,
)
from diplo_events.drafting._events.surroundings import FATE, clause_around, destination, place_of, states_in
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus, Section

__all__ = ["LIKELY", "likeliest_kinds", "likely_encounters"]

LIKELY: Final = "likely-"
"""With this the name of a rule begins that finds what may be a meeting."""

NEAR: Final = 45
"""How many characters apart two words of one meeting stand in a sentence."""

BEFORE_NOUN: Final = 5
"""How many words before a noun say which meeting is meant."""

NEAR_TIME: Final = 60
"""How many characters from the word of a meeting its day may stand."""

FAR: Final = 12
"""How many words behind a verb "by" may say who did it: "was signed in Oslo by the ministers"."""

BETWEEN: Final = 16
"""How many words behind a noun "between" may name those who take part."""

LONG_QUOTATION: Final = 10
"""From how many words on a quotation is read for meetings of which it tells."""

REACH: Final = 5
"""How many words behind a verb a person takes part, whatever stands between: "sat across the table from Li"."""

NEAREST: Final = 3
"""How many actors of the sentence before can take part where a sentence names nobody."""

DEFINITE: Final = words("the this that these those such")
OWN: Final = words("his her their its our")
INDEFINITE: Final = words("a an")
FURTHER: Final = words("another further more several many two three four some separate new other previous second third")
"""Before a noun, these show another meeting."""

PLURAL: Final = words("meetings visits summits conferences calls trips tours dinners sessions")
SAME: Final = (
    frozenset({MeetingKind.CEREMONY, MeetingKind.SIGNING}),
    frozenset({MeetingKind.TALKS, MeetingKind.NEGOTIATION, MeetingKind.MEDIATION}),
    frozenset({MeetingKind.SUMMIT, MeetingKind.CONFERENCE, MeetingKind.COUNCIL_SESSION}),
)
"""Kinds of which two words can be of one meeting."""

TO_COME: Final = frozenset(
    {MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED,
     MeetingStatus.REJECTED}
)  # fmt: skip
"""How far a meeting has come that was not held."""

EVENT: Final = re.compile(
    r"(?P<name>[A-Z0-9][\w.–-]*(?:['’]s?)?(?: (?:[A-Z0-9][\w.–-]*(?:['’]s?)?))*?) (?:(?:annual|special|leaders['’]?) )?"
    r"(?:[Ss]ummit|[Ff]orum|[Cc]onference|[Cc]ouncil|[Aa]ssembly|[Cc]ongress)\b"
)
"""An event with a name."""

DAY: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d+)?"
    r"|(?:19|20)\d\d)\b"
)


def likely_encounters(
    text: str,
    found: Sequence[Passage],
    actors: Actors,
    sure: Sequence[Encounter],
    turns: Mapping[int, Party] = MappingProxyType({}),
) -> list[Encounter]:
    """Return what may be further meetings of a text, each of which no sure rule and no earlier word has told.

    Args:
        text: The text.
        found: Its sentences.
        actors: Its actors.
        sure: The meetings that the sure rules found.
        turns: Who speaks in the turns of a transcript, by the places where they begin.
    """
    result: list[Encounter] = []
    pairs = [(unit, found[at - 1] if at else None) for at, unit in enumerate(found) if text[unit.end - 1] != "?"]
    pairs.extend((inner, None) for unit in found for inner in quoted(text, unit))
    for unit, before in sorted(pairs, key=lambda pair: pair[0].block.section is Section.HEADLINE):
        for item, signal in of_unit(text, unit, before, actors):
            whole = with_those_named(text, unit, item, actors, turns)
            same = next((old for old in (*sure, *result) if restates(text, unit, whole, signal, old)), None)
            if same is None and whole.participants:
                result.append(whole)
            elif same is not None and same.start == whole.start and are_nameless(same.participants):
                same.participants.extend(party for party in whole.participants if party not in same.participants)
    return result


def quoted(text: str, unit: Passage) -> Iterator[Passage]:
    """Return the longer quotations of a sentence as sentences of their own, where the sentence stands."""
    for mark in unit.quotations:
        inside = tokens(text, mark.start, mark.end, [])
        if len(inside) >= LONG_QUOTATION and text[mark.end - 1] != "?":
            named = tuple(mentions(text, inside, frozenset()))
            yield attrs.evolve(unit, words=tuple(inside), named=named, quotations=(), paused=frozenset())


def are_nameless(parties: Sequence[Party]) -> bool:
    """Whether only groups without a name take part: "a delegation", to which those named beside it are added."""
    return bool(parties) and not any(party.is_named for party in parties)


def likeliest_kinds(item: Encounter) -> list[str]:
    """Return which kinds a meeting is asked to be of; none where a sure rule found it, which gives the kind."""
    if not item.rule.startswith(LIKELY):
        return []
    second = MeetingKind.VISIT if item.kind is MeetingKind.TALKS else MeetingKind.TALKS
    return [item.kind.value, second.value]


def of_unit(text: str, unit: Passage, before: Passage | None, actors: Actors) -> Iterator[tuple[Encounter, Signal]]:
    """Return what the words of meeting of a sentence may tell."""
    for signal in signals(unit):
        people = taking_part(unit, before, actors, signal)
        if not people:
            continue
        place = signal.place
        low = unit.words[place].low
        clause = clause_around(unit.words, place, FATE if signal.is_noun else 4)
        status = status_of(clause, low, unit.words[place - 1].low if place else "")
        where = destination(text, unit, place) if signal.kind is MeetingKind.VISIT else place_of(text, unit, place)
        yield (
            Encounter(
                unit.start,
                unit.end,
                signal.kind,
                status or MeetingStatus.REJECTED,
                people,
                (unit.words[place].start, unit.words[place].end),
                f"{LIKELY}{'noun' if signal.is_noun else 'verb'}",
                place=where,
                section=unit.block.section,
                states=states_in(unit),
            ),
            signal,
        )


def taking_part(unit: Passage, before: Passage | None, actors: Actors, signal: Signal) -> list[Party]:
    """Return who takes part: who is named beside a word, else in its sentence, else who began the one before."""
    near = beside_noun(unit, signal.place) if signal.is_noun else beside_verb(unit, signal.place)
    people = able(near, actors, unit)
    if not people or (len(people) == 1 and not people[0].is_named):
        free = [m for m in unit.named if unit.sentence.is_free(m) or m.kind == "person"]
        people.extend(party for party in able(free, actors, unit) if party not in people)
    if signal.kind is MeetingKind.VISIT or not people:
        is_visit = signal.kind is MeetingKind.VISIT
        named = [m for m in unit.named if m.kind == "state" and m.first > signal.place and not m.is_owner]
        states = [m for m in named if is_visit or not m.is_capital]
        lands = able(states[:4], actors, unit)
        if not people and before is not None:
            named = [m for m in before.named if before.sentence.is_free(m) or m.kind == "person"]
            people = able(named, actors, before)[:NEAREST]
        people.extend(party for party in lands if party not in people)
    return people


def able(named: Sequence[Naming], actors: Actors, unit: Passage) -> list[Party]:
    """Return the actors of some mentions who can meet somebody: no medium, and not the public alone."""
    fit = [m for m in named if m.head not in PUBLIC | REPORTERS and m.kind != "text"]
    return [party for party in able_to_meet(parties_of(fit, actors, unit)) if not party.heads & MEDIA]


def beside_noun(unit: Passage, place: int) -> list[Naming]:
    """Return who is named with a noun: whose it is, with whom or between whom, the subject of its clause."""
    found: list[Naming] = []
    owner = owner_of(unit, place)
    if owner is not None:
        found.append(owner)
    for at in range(place + 1, min(place + 9, len(unit.words))):
        if unit.words[at].low in {"with", "between", "by", "among", "involving", "of", "from"}:
            found.extend(m for m in named_after(unit, at) if m not in found)
            if unit.words[at].low == "between" and len(found) > 1:
                return found
            break
        if unit.words[at].low in {".", ";", "that", "said"}:
            break
    between = [at for at in range(place, min(place + BETWEEN, len(unit.words))) if unit.words[at].low == "between"]
    found.extend(m for at in between[:1] for m in named_after(unit, at) if m not in found)
    subject = sentence_subject(unit.sentence, place) or subject_behind(unit, place)
    near = next((m for m in reversed(unit.named) if m.last <= place and unit.sentence.is_free(m)), None)
    for mention in (subject, near):
        if mention is not None and owner is None:
            found.extend(m for m in (mention, *listed_behind(unit, mention)) if m not in found)
    return found


def beside_verb(unit: Passage, place: int) -> list[Naming]:
    """Return who is named with a verb: its subject, its objects, and those behind "with"."""
    subject = subject_of(unit, place) or subject_behind(unit, place)
    found = [] if subject is None else [subject, *listed_behind(unit, subject)]
    by = next((at for at in range(place + 1, min(place + FAR, len(unit.words))) if unit.words[at].low == "by"), None)
    agents = named_after(unit, by) if by is not None else []
    near = [m for m in unit.named if place < m.first <= place + REACH and m.kind in {"person", "office", "name"}]
    beside = [*agents, *(m for m in near[:1] if not m.is_owner)]
    for mention in (*named_after(unit, place), *with_whom(unit, place), *beside):
        if mention not in found:
            found.append(mention)
    return found


def restates(text: str, unit: Passage, new: Encounter, signal: Signal, old: Encounter) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a word is of a known meeting: of its kind and people, and no other day, place or counterpart."""
    is_here = (new.start, new.end) in {(old.start, old.end), *old.more}
    shared = [party for party in new.participants if party in old.participants]
    others = [party for party in new.participants if party not in old.participants and party.is_named]
    if is_here:
        is_near = old.start == new.start and abs(new.trigger[0] - old.trigger[0]) <= NEAR
        is_other_event = are_different(event_of(text, new), event_of(text, old))
        return is_near or not (others or is_other_event)
    if Section.HEADLINE in {new.section, old.section}:
        return is_alike(new, old) and bool(shared or new.states & old.states or not others)
    how = how_told(unit, signal)
    ours, theirs = event_of(text, new), event_of(text, old)
    is_other_day = are_different(days_of(text, new), days_of(text, old))
    if how == "topic":
        return bool(shared) or not any(party.is_named for party in new.participants)
    if how == "definite":
        return not are_different(ours, theirs) and (is_alike(new, old) or MeetingKind.TALKS in {new.kind, old.kind})
    if ours & theirs and new.kind is old.kind and not is_other_day:
        return True
    is_other = are_different(ours, theirs) or is_elsewhere(new, old)
    if is_other or not is_alike(new, old):
        return False
    if how == "own":
        return bool(shared)
    is_of_one_stage = (new.status in TO_COME) is (old.status in TO_COME)
    if how == "further" or not is_of_one_stage or is_other_day:
        return False
    if how == "indefinite":
        return len(shared) > 1 and not others
    return not others and (bool(shared) or not any(party.is_named for party in new.participants))


def is_alike(one: Encounter, other: Encounter) -> bool:
    """Whether two words can be of one meeting by their kinds."""
    return one.kind is other.kind or any({one.kind, other.kind} <= kinds for kinds in SAME)


def is_elsewhere(new: Encounter, old: Encounter) -> bool:
    """Whether two meetings have places of which neither is in the other."""
    return bool(new.place and old.place and new.place not in old.place and old.place not in new.place)


def are_different(one: set[str], other: set[str]) -> bool:
    """Whether two meetings have names, or days, and none in common."""
    return bool(one and other) and not one & other


def event_of(text: str, item: Encounter) -> set[str]:
    """Return the names of the event near the word for a meeting: "the NATO summit", "the Oslo Forum"."""
    start, end = max(item.start, item.trigger[0] - NEAR), min(item.end, item.trigger[1] + NEAR)
    return {re.sub(r"\W+", " ", match["name"]).strip().lower() for match in EVENT.finditer(text, start, end)}


def days_of(text: str, item: Encounter) -> set[str]:
    """Return the days and months near the word for a meeting, as written."""
    start, end = max(item.start, item.trigger[0] - NEAR_TIME), min(item.end, item.trigger[1] + NEAR_TIME)
    return {" ".join(match[0].split()) for match in DAY.finditer(text, start, end)}


def how_told(unit: Passage, signal: Signal) -> str:
    """Return how a noun brings a meeting up.

    `definite`: a known one ("the talks"); `own`: somebody's ("his visit"); `indefinite`: "a meeting"; `further`:
    surely another ("another meeting", "visits"); `topic`: of what was spoken ("discussed trade").
    """
    place = signal.place
    if not signal.is_noun:
        return "topic" if unit.words[place].low in DISCUSSING else ""
    lows = [token.low for token in unit.words[max(0, place - BEFORE_NOUN) : place]]
    last = lows[-3:]
    if unit.words[place].low in PLURAL or set(last) & FURTHER:
        return "further"
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    is_bare = following not in {"with", "between", "in", "of", "on", "to"}
    is_the = bool(set(last[-1:]) & DEFINITE)
    if is_bare and (is_the or (set(last[-2:-1]) & DEFINITE and unit.words[place - 1].text.islower())):
        return "definite"
    if set(lows[-2:]) & OWN:
        return "own"
    return "indefinite" if set(last) & INDEFINITE else ""
