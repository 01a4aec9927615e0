"""Who takes part in what may be a meeting, as far as the form of the sentence tells it."""

from collections.abc import Iterator, Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import MEDIA, words
from diplo_events.drafting._events.meeting_signals import Signal
from diplo_events.drafting._events.meeting_words import PUBLIC, REPORTERS
from diplo_events.drafting._events.noun_people import is_there_to_be, low_at, subject_of_clause
from diplo_events.drafting._events.participants import (
    able_to_meet,
    bodies_of,
    listed_behind,
    named_after,
    owner_of,
    parties_of,
    subject_behind,
    subject_of,
    with_whom,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["near_by", "told_to_take_part"]

NEAREST: Final = 3
"""How many actors of the sentence before can take part where a sentence names nobody."""

FAR: Final = 12
"""How many words behind a verb "by" may say who did it: "was signed in Oslo by the ministers"."""

BETWEEN: Final = 16
"""How many words behind a noun "between" may name those who take part."""

REACH: Final = 5
"""How many words behind a verb a person takes part, whatever stands between: "sat across the table from Li"."""

NEAR_ALLIANCE: Final = 3
"""How many words before a noun the name of an alliance may stand."""

NEAR_OPENING: Final = 6
"""How many words before a noun "at" or "during" may stand."""

OPENERS: Final = words("at during after following before")
SEVERAL: Final = words("states countries members nations leaders ministers")
SAID: Final = words("said told stated noted added announced stressed")
"""Behind who speaks, before "during the visit of": who speaks takes part."""

PURPOSES: Final = words("discuss debate review consider plan decide examine assess talk address explore prepare agree")
"""Behind "a meeting to", these say what for: who is named behind them has no part in it."""

EVENT_WORDS: Final = words("leaders leaders' annual special foreign ministers ministerial ' ’ summit - 's")
"""Words between an alliance and its meeting: "the G20 leaders’ summit"."""

ALLIANCES: Final = words("nato asean eu brics g7 g-7 g20 g-20 au oas osce apec ecowas gcc quad opec mercosur sadc")
"""Bodies whose members meet, known by their short names."""


def told_to_take_part(unit: Passage, actors: Actors, signal: Signal) -> list[Party]:
    """Return who takes part by the form of the sentence; nobody where it names none: who is near is a guess."""
    named = beside_noun(unit, signal.place) if signal.is_noun else beside_verb(unit, signal.place)
    people = [*bodies_before(unit, actors, signal)]
    people.extend(
        party
        for party in able(
            [*named, *(inner for m in named for inner in bodies_of(unit, m) if inner not in named)], actors, unit
        )
        if party not in people
    )
    if signal.kind is MeetingKind.VISIT:
        lands = [m for m in unit.named if m.kind == "state" and m.first > signal.place and not m.is_owner]
        people.extend(party for party in able(lands[:1], actors, unit) if party not in people)
    return people


def near_by(unit: Passage, before: Passage | None, actors: Actors, people: Sequence[Party]) -> list[Party]:
    """Return who is named with a meeting, in its sentence, or in the one before."""
    if people:
        return list(people)
    for passage in (unit, before):
        named = [m for m in passage.named if passage.sentence.is_free(m) or m.kind == "person"] if passage else []
        if passage is not None and (found := able(named, actors, passage)):
            return found[:NEAREST]
    return []


def bodies_before(unit: Passage, actors: Actors, signal: Signal) -> Iterator[Party]:
    """Return the alliance whose meeting a noun names: "a NATO summit"."""
    for at in range(max(0, signal.place - NEAR_ALLIANCE), signal.place if signal.is_noun else 0):
        token = unit.words[at]
        is_of_event = EVENT_WORDS.issuperset(item.low for item in unit.words[at + 1 : signal.place])
        if not token.is_capital or token.low not in ALLIANCES or not is_of_event:
            continue
        mention = Naming(at, at + 1, token.start, token.end, "body", token.text, head=token.low)
        party = actors.known(mention) or actors.find(mention)
        if party is not None:
            if actors.at(token.start) is None:
                actors.place(token.start, party)
            yield party


def able(named: Sequence[Naming], actors: Actors, unit: Passage) -> list[Party]:
    """Return the actors of some mentions who can meet somebody: no medium, and not the public alone."""
    fit = [m for m in named if m.head not in PUBLIC | REPORTERS and m.kind != "text"]
    return [party for party in able_to_meet(parties_of(fit, actors, unit)) if not party.heads & MEDIA]


def opening_of(unit: Passage, place: int) -> int:
    """Return where the phrase of a noun begins: at "during" in "during the visit"; 0 if there is none."""
    return next((at for at in range(place - 1, max(0, place - NEAR_OPENING), -1) if unit.words[at].low in OPENERS), 0)


def plural_before(unit: Passage, opening: int) -> list[Naming]:
    """Return of whom "at their summit" is: the several who are named directly before."""
    near = [m for m in unit.named if m.last <= opening <= m.last + NEAR_ALLIANCE]
    return [m for m in near[-1:] if m.is_plural or SEVERAL & set(m.name.lower().split())]


def said_before(unit: Passage, opening: int) -> list[Naming]:
    """Return who speaks at a meeting, behind the words: "…, Minister Li said during the visit of the envoy"."""
    return [m for m in unit.named if low_at(unit, opening - 1) in SAID and m.last == opening - 1]


def beside_noun(unit: Passage, place: int) -> list[Naming]:
    """Return who is named with a noun: whose it is, with whom or between whom, the subject of its clause."""
    found: list[Naming] = []
    owner = owner_of(unit, place)
    if owner is not None:
        found.append(owner)
    opening = opening_of(unit, place)
    if low_at(unit, opening + 1) == "their" and (hosts := plural_before(unit, opening)):
        return hosts
    found.extend(said_before(unit, opening))
    for at in range(place + 1, min(place + 9, len(unit.words))):
        if unit.words[at].low == "to" and low_at(unit, at + 1) in PURPOSES:
            break
        if unit.words[at].low in {"with", "between", "by", "among", "involving", "of", "from"}:
            found.extend(m for m in named_after(unit, at) if m not in found)
            if unit.words[at].low == "between" and len(found) > 1:
                return found
            break
        if unit.words[at].low in {".", ";", "that", "said"}:
            break
    between = [at for at in range(place, min(place + BETWEEN, len(unit.words))) if unit.words[at].low == "between"]
    found.extend(m for at in between[:1] for m in named_after(unit, at) if m not in found)
    found.extend(m for m in unit.named if m.last == place and m.kind in {"body", "state"} and m not in found)
    part = next((at for at in range(place, max(0, place - FAR), -1) if unit.words[at].low == "part"), 0)
    subject = subject_of(unit, part - 1) if part > 1 else None
    subject = subject or subject_of_clause(unit, place) or subject_behind(unit, place)
    is_aside = is_there_to_be(unit, place) or low_at(unit, place) == "arrival"
    if subject is not None and owner is None and not is_aside:
        found.extend(m for m in (subject, *listed_behind(unit, subject)) if m not in found)
    return found


def beside_verb(unit: Passage, place: int) -> list[Naming]:
    """Return who is named with a verb: its subject, its objects, and those behind "with"."""
    is_beside = unit.words[place].low.endswith("ing")
    acting = unit.sentence.ending(place) if is_beside else None
    subject = acting or subject_of(unit, place) or subject_behind(unit, place)
    found = [] if subject is None else [subject, *listed_behind(unit, subject)]
    by = next((at for at in range(place + 1, min(place + FAR, len(unit.words))) if unit.words[at].low == "by"), None)
    agents = named_after(unit, by) if by is not None else []
    near = [m for m in unit.named if place < m.first <= place + REACH and m.kind in {"person", "office", "name"}]
    beside = [*agents, *(m for m in near[:1] if not m.is_owner)]
    for mention in (*named_after(unit, place), *with_whom(unit, place), *beside):
        if mention not in found:
            found.append(mention)
    return found
