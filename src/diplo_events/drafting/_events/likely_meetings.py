"""Meetings that no sure rule reads: each word of meeting with actors near it that repeats none of those before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.likely_people import near_by, told_to_take_part
from diplo_events.drafting._events.likely_words import DISCUSSING, TALK
from diplo_events.drafting._events.meeting_signals import Signal, signals
from diplo_events.drafting._events.meeting_words import HOST, INVITE, status_of
from diplo_events.drafting._events.noun_people import SUBORDINATE
from diplo_events.drafting._events.pairs import with_those_named
from diplo_events.drafting._events.participants import parties_of
from diplo_events.drafting._events.quoted_meetings import is_of_speaker, make_groups_known, quoted, speaker_beside
from diplo_events.drafting._events.signal_people import is_joined_by_guest
from diplo_events.drafting._events.surroundings import FATE, clause_around, destination, place_of, states_in
from diplo_events.drafting._events.two_meetings import (
    NEAR,
    are_different,
    are_other_travellers,
    days_of,
    event_of,
    is_after_another,
    is_alike,
    is_elsewhere,
    is_joined,
    is_summoned_again,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus, Section

__all__ = ["LIKELY", "likeliest_kinds", "likely_encounters"]

LIKELY: Final = "likely-"
"""With this the name of a rule begins that finds what may be a meeting."""


BEFORE_NOUN: Final = 5
"""How many words before a noun say which meeting is meant."""

NEAR_SITTING: Final = 7
"""How many words behind the sitting of a body say what became of it."""


ON_THE_WAY: Final = re.compile(r"\b(?:is|are) (?:\w+ )?(?:on (?:his|her|their|its) way|headed|bound)\b")
"""In a clause, these show a journey that has not come to its end."""

NOT_DONE: Final = re.compile(r"\b(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)\b|\bnever\b")
"""In a clause, these show that there was no meeting, and not that one was refused."""


DEFINITE: Final = words("the this that these those such")
OWN: Final = words("his her their its our your my")
INDEFINITE: Final = words("a an")
CHANCE: Final = words("opportunity chance occasion")
"""Before "to speak", these say of what a meeting was good."""

FURTHER: Final = words("another further more several many two three four some separate new other previous second third")
"""Before a noun, these show another meeting."""

MEETING_ALSO: Final = words("met meet meets spoke talked visited received")
ALSO: Final = words("also separately later then subsequently earlier afterwards")
"""Before a verb, these show another meeting."""

FOLLOWS: Final = words("follows followed")
NEAR_FOLLOWS: Final = 8
"""How many words after "follows" a meeting may stand that was before: "follows on the two leaders’ first meeting"."""

PLURAL: Final = words("meetings visits summits conferences calls trips tours dinners sessions")

TO_COME: Final = frozenset(
    {MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED,
     MeetingStatus.REJECTED}
)  # fmt: skip
"""How far a meeting has come that was not held."""


FOR_WHAT: Final = re.compile(r" (?:for|on) (?:an?|the|his|her|their) (?:[\w-]+ ){0,3}\Z")
"""Between "welcomed" or "invited" and a noun, these show that both are of one meeting."""

RECENT: Final = words("recent previous earlier past")
"""Before a noun, these show that the meeting was held, whatever is proposed in its sentence."""

LONG_AGO: Final = re.compile(r"(?:[\w-]+ ){1,3}ago\b|last (?:year|month|summer|spring|autumn|winter)\b")
"""Behind "had this meeting", these say that it is not the one of which the text tells."""


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
    read: list[tuple[Passage, Passage | None, Party | None]] = []
    read.extend(
        (unit, found[at - 1] if at else None, None) for at, unit in enumerate(found) if text[unit.end - 1] != "?"
    )
    read.extend((inner, None, speaker_beside(unit, actors)) for unit in found for inner in quoted(text, unit))
    for unit, before, speaker in sorted(read, key=lambda item: item[0].block.section is Section.HEADLINE):
        if unit.block.section is Section.BODY and not unit.quotations and signals(unit):
            make_groups_known(unit, actors)
        for item, signal in of_unit(text, unit, before, actors, speaker):
            whole = with_those_named(text, unit, item, actors, turns)
            is_company = is_in_company(unit, signal)
            same = next((old for old in (*sure, *result) if restates(text, unit, whole, signal, old)), None)
            if same is None and not is_company:
                result.append(whole)
            elif same is not None and is_company:
                same.more.extend({(whole.start, whole.end)} - {(same.start, same.end), *same.more})
                same.participants.extend(party for party in whole.participants if party not in same.participants)
            elif (
                same is not None
                and same.start == whole.start
                and (are_nameless(same.participants) or unit.words[signal.place].low in INVITE)
            ):
                same.participants.extend(party for party in whole.participants if party not in same.participants)
    return result


def is_in_company(unit: Passage, signal: Signal) -> bool:
    """Whether a verb names others who took part in a meeting reported before: "she was joined by Li"."""
    low, before = unit.words[signal.place].low, unit.words[signal.place - 1].low if signal.place else ""
    is_joined = low == "joined" and before in {"was", "were", "be", "been", "is", "are", ","}
    is_aside = is_joined and not is_joined_by_guest(unit, signal.place)
    return not signal.is_noun and (is_aside or low.startswith("accompan"))


def are_nameless(parties: Sequence[Party]) -> bool:
    """Whether only groups without a name take part: "a delegation", to which those named beside it are added."""
    return bool(parties) and not any(party.is_named for party in parties)


def likeliest_kinds(item: Encounter) -> list[str]:
    """Return which kinds a meeting is asked to be of; none where a sure rule found it, which gives the kind."""
    if not item.rule.startswith(LIKELY):
        return []
    second = MeetingKind.VISIT if item.kind is MeetingKind.TALKS else MeetingKind.TALKS
    return [item.kind.value, second.value]


def of_unit(
    text: str, unit: Passage, before: Passage | None, actors: Actors, speaker: Party | None
) -> Iterator[tuple[Encounter, Signal]]:
    """Return what the words of meeting of a sentence may tell, or those of a quotation, which has a speaker."""
    for signal in signals(unit):
        people = told_to_take_part(unit, actors, signal)
        if speaker is not None and speaker not in people and is_of_speaker(unit, signal.place, is_noun=signal.is_noun):
            people.insert(0, speaker)
        near = near_by(unit, before, actors, people)
        is_own = is_of_their_own(unit, signal)
        if (not near and not is_own) or (not people and is_of_nobody(unit, signal)):
            continue
        if is_own and unit.words[0].low in SUBORDINATE:
            first = parties_of((m for m in unit.named if m.last <= signal.place), actors, unit)
            people = near = [
                party for party in people if party in first
            ]  # as the ministers said at their meeting, A is: of whom nothing more is known
        place = signal.place
        low = unit.words[place].low
        is_far = signal.is_noun and signal.kind is not MeetingKind.COUNCIL_SESSION
        clause = clause_around(unit.words, place, FATE if is_far else NEAR_SITTING if signal.is_noun else 4)
        status = status_of(clause, low, unit.words[place - 1].low if place else "")
        if status is MeetingStatus.HELD and ON_THE_WAY.search(clause) is not None:
            status = MeetingStatus.SCHEDULED
        if (
            status in TO_COME
            and signal.is_noun
            and RECENT & {token.low for token in unit.words[max(0, place - BEFORE_NOUN) : place]}
        ):
            status = MeetingStatus.HELD
        if status is None and NOT_DONE.search(clause) is not None:
            continue
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
                near=near,
            ),
            signal,
        )


def is_of_their_own(unit: Passage, signal: Signal) -> bool:
    """Whether a meeting is that of those whom no name says, with its time or place: "at their meeting in July"."""
    place = signal.place
    if not signal.is_noun or place + 2 >= len(unit.words) or place < 2:  # noqa: PLR2004  (the words beside it)
        return False
    before, following = unit.words[place - 1].low, unit.words[place + 1].low
    is_dated = following in {"in", "on"} and unit.words[place + 2].is_capital
    return before in {"their", "our"} and unit.words[place - 2].low in {"at", "during", "after"} and is_dated


def is_of_nobody(unit: Passage, signal: Signal) -> bool:
    """Whether a word without those who take part is of no meeting: a verb, or a word in a quotation."""
    return not signal.is_noun or unit.words[0].start > unit.start + 1


def is_of_guest(text: str, new: Encounter, old: Encounter, unit: Passage, place: int) -> bool:
    """Whether a noun says for what a guest was received, or a verb who asked for the visit of the same sentence.

    "Li welcomed Wu for a state visit"; "she invited the minister for an official visit".
    """
    host = next((token for token in unit.words[:place] if token.low in HOST), None)
    if host is not None and FOR_WHAT.search(text[host.end : new.trigger[0]]) is not None:
        return True
    is_invitation = unit.words[place].low in INVITE and old.kind is MeetingKind.VISIT
    return (
        is_invitation and old.start == new.start and FOR_WHAT.search(text[new.trigger[1] : old.trigger[0]]) is not None
    )


def is_asked_anew(unit: Passage, place: int) -> bool:
    """Whether "this meeting" is one of long ago: "he had this meeting ten years ago with Li"."""
    behind_it = " ".join(token.low for token in unit.words[place + 1 : place + 7])
    return unit.words[place - 2].low in {"had", "held", "has", "have"} and LONG_AGO.match(behind_it) is not None


def restates(text: str, unit: Passage, new: Encounter, signal: Signal, old: Encounter) -> bool:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Whether a word is of a known meeting: of its kind and people, and no other day, place or counterpart."""
    is_here = (new.start, new.end) in {(old.start, old.end), *old.more}
    people = new.participants or new.near
    shared = [party for party in people if party in (old.participants or old.near)]
    others = [party for party in new.participants if party not in old.participants and party.is_named]
    if is_here and is_of_guest(text, new, old, unit, signal.place):
        return True
    if is_here and new.start != old.start and shared and is_alike(new, old):
        return not are_different(event_of(text, new), event_of(text, old))
    if is_here:
        if (signal.is_noun and is_joined(text, new, old)) or is_after_another(text, new, old):
            return False
        is_near = old.start == new.start and abs(new.trigger[0] - old.trigger[0]) <= NEAR
        is_other_event = are_different(event_of(text, new), event_of(text, old))
        return is_near or not (others or is_other_event or is_told_apart(unit, signal, new, old, shared=bool(shared)))
    if Section.HEADLINE in {new.section, old.section} and not are_other_travellers(new, old):
        is_call = old.kind is MeetingKind.CALL and unit.words[signal.place].low in TALK | DISCUSSING
        return (is_alike(new, old) or is_call) and bool(shared or new.states & old.states or not others)
    if is_summoned_again(text, new, old):
        return True
    how = how_told(unit, signal)
    ours, theirs = event_of(text, new), event_of(text, old)
    is_other_day = are_different(days_of(text, new), days_of(text, old))
    if how == "company":
        return bool(shared) and old.start < new.start and old.status not in TO_COME
    if how == "topic":
        return bool(shared) or not any(party.is_named for party in people)
    if how == "definite":
        return not are_different(ours, theirs) and (is_alike(new, old) or MeetingKind.TALKS in {new.kind, old.kind})
    is_of_one_stage = (new.status in TO_COME) is (old.status in TO_COME)
    if ours & theirs and new.kind is old.kind and is_of_one_stage and not is_other_day:
        return True
    is_other = are_different(ours, theirs) or is_elsewhere(new, old)
    if is_other or not is_alike(new, old):
        return False
    if how == "own":
        return (bool(shared) or not new.participants) and not is_other_day
    if how == "further" or not is_of_one_stage or is_other_day:
        return False
    if how == "indefinite":
        return len(shared) > 1 and not others
    return not others and (bool(shared) or not any(party.is_named for party in people))


def is_told_apart(unit: Passage, signal: Signal, new: Encounter, old: Encounter, *, shared: bool) -> bool:
    """Whether a word tells of others than an earlier one of its sentence: "also met B", "the envoys will meet"."""
    if not new.participants:
        return False
    is_also = unit.words[signal.place].low in MEETING_ALSO and how_told(unit, signal) == "further"
    return is_also or (not shared and (new.status in TO_COME) is not (old.status in TO_COME))


def is_of_place(unit: Passage, place: int) -> bool:
    """Whether the name of a place says which meeting is meant: "the Lisbon meeting aims at a truce"."""
    before = unit.words[place - 1] if place else None
    opening = unit.words[place - 2].low if place > 1 else "the"
    is_led = before is not None and before.is_capital and opening in {"the", ".", "“", '"'}
    return is_led and unit.words[place].low in {"meeting", "talks", "negotiations"}


def how_told(unit: Passage, signal: Signal) -> str:  # noqa: C901, PLR0911  (a decision table)
    """Return how a noun brings a meeting up.

    `definite`: a known one ("the talks"); `own`: somebody's ("his visit"); `indefinite`: "a meeting"; `further`:
    surely another ("another meeting", "visits"); `topic`: of what was spoken ("discussed trade").
    """
    place = signal.place
    if not signal.is_noun:
        low = unit.words[place].low
        if is_in_company(unit, signal):
            return "company"
        if low not in DISCUSSING and ALSO & {token.low for token in unit.words[max(0, place - 2) : place]}:
            return "further"
        is_chance = unit.words[place - 1].low == "to" and unit.words[place - 2].low in CHANCE
        return "topic" if low in DISCUSSING or is_chance else ""
    lows = [token.low for token in unit.words[max(0, place - BEFORE_NOUN) : place]]
    last = lows[-3:]
    if set(last[-1:]) & DEFINITE - {"the"} and unit.words[place].low in PLURAL:
        return "definite"
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    if set(last[-1:]) & OWN and unit.words[place].low in PLURAL and following in {",", ".", ""}:
        return "definite"
    if unit.words[place].low in PLURAL or set(last) & FURTHER:
        return "further"
    is_bare = following not in {"with", "between", "in", "of", "on", "to"}
    is_before = following in {"in", "on"} and FOLLOWS & {
        t.low for t in unit.words[max(0, place - NEAR_FOLLOWS) : place]
    }
    if is_before or is_asked_anew(unit, place):
        return "further"
    is_the = bool(set(last[-1:]) & DEFINITE) or lows[-3:] == ["this", "year", "'s"]
    if is_bare and (is_the or (set(last[-2:-1]) & DEFINITE and unit.words[place - 1].text.islower())):
        return "definite"
    is_called = bool(set(last[-2:-1]) & DEFINITE) and unit.words[place - 1].text == QUOTED
    if is_bare and (is_of_place(unit, place) or is_called):
        return "definite"
    if set(lows[-2:]) & OWN:
        return "own"
    return "indefinite" if set(last) & INDEFINITE else ""
