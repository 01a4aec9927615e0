"""Who takes part in what a verb or a noun reports: its subject, those named with it, and those named behind it."""

from collections.abc import Iterable, Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import DAYS, before_verb
from diplo_events.drafting._english.subjects import sentence_subject, subject_aside, subject_before
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.meeting_words import NOT_PEOPLE
from diplo_events.drafting._parts.units import Passage

__all__ = [
    "SAYING",
    "able_to_meet",
    "asked_to",
    "bodies_of",
    "joined_before",
    "listed_behind",
    "named_after",
    "objects",
    "organ_behind",
    "owner_of",
    "parties_of",
    "party_at",
    "subject_behind",
    "subject_of",
    "with_whom",
]

OVER: Final = words(
    """
    ; . that which who where because said saying before to in at ahead on about over during under near from of for
    """
)
"""Behind these nobody is named who takes part."""

TELLERS: Final = words("spokesman spokeswoman spokesperson source sources reports")
"""Nouns of those who tell of a meeting, and have no part in it."""

SAYING: Final = words("said says reported reports announced informed added confirmed adds")
"""Behind who only tells of a meeting stands one of these."""

ASKING: Final = words("expects expected wants wanted urged urges asked asks invited invites allow get")
"""Verbs of what others shall do."""

ORGANS: Final = words("council assembly")
"""Bodies that sit where somebody tells them something."""

NEAR_ORGAN: Final = 4
"""How many words may stand before the name of such a body."""

LEADING_TO: Final = words(
    """
    to expected due set scheduled planning planned likely slated going is are was were has had been have also now ready
    plans plan hopes hoped wants wanted intends agreed refused declined offered will would soon then later again never
    not already recently first
    """
)
"""Words between a subject and the verb of what it is to do: "A was expected to meet"."""

MIN_ASKED: Final = 3
"""The place at which the verb of "he expects A to meet" stands at the earliest."""

GAP: Final = 5
"""How many words may stand between two who are named together."""


def able_to_meet(parties: Iterable[Party]) -> list[Party]:
    """Return those of some actors who can take part in a meeting, each once."""
    return [
        party
        for party in dict.fromkeys(parties)
        if not party.heads & NOT_PEOPLE
        and not (party.heads & TELLERS and not party.is_named)
        and (party.kind != "name" or party.is_speaker or " " in party.name)
    ]


def subject_of(unit: Passage, place: int) -> Naming | None:
    """Return the subject of a verb: the actor before it in its clause, or the first one of the sentence."""
    if (asked := asked_to(unit, place)) is not None:
        return asked
    left, _ = before_verb(unit.words, place)
    while left > 0 and unit.words[left].low in LEADING_TO:
        left -= 1
    if left > 1 and unit.words[left].low in {"jr.", "jr", "sr.", "sr"} and unit.words[left - 1].low == ",":
        left -= 2
    if left >= 0 and unit.words[left].low not in {"and", "but", ",", "to", "before", "after"}:
        subject = subject_before(unit.sentence, left)
        if subject.mention is not None and subject.mention.kind != "text":
            return subject.together[0] if subject.together else subject.mention
        beside = unit.sentence.ending(left + 1)
        if beside is not None and unit.sentence.low(beside.first - 1) in {"as", "with", "after", "before"}:
            return beside
    if left > 0 and unit.words[left].low == ",":
        aside = subject_aside(unit.sentence, left)
        if aside.mention is not None and aside.mention.kind in {"person", "office", "name"}:
            return aside.together[0] if aside.together else aside.mention
    return sentence_subject(unit.sentence, place)


def asked_to(unit: Passage, place: int) -> Naming | None:
    """Return of whom it is expected or asked that they do something: "he expects A and B to meet"."""
    if place < MIN_ASKED or unit.words[place - 1].low != "to":
        return None
    last = unit.sentence.ending(place - 1)
    if last is None or last.kind == "pronoun":
        return None
    joined = next((m for m in unit.named if m.last + 1 == last.first and unit.words[m.last].low == "and"), last)
    verb = unit.words[joined.first - 1].low if joined.first else ""
    is_invited = verb == "to" and unit.words[joined.first - 2].low in {"invitation", "invitations"}
    return joined if verb in ASKING | {"for"} or is_invited else None


def party_at(mention: Naming, actors: Actors) -> Party | None:
    """Return the actor of a mention, after the text was read."""
    party = actors.at(mention.start)
    return party if party is not None or mention.kind == "pronoun" else actors.known(mention)


def parties_of(named: Iterable[Naming], actors: Actors, unit: Passage | None = None) -> list[Party]:
    """Return the actors of some mentions; "he" in a clause of a sentence is its subject."""
    found: list[Party] = []
    for mention in named:
        party = party_at(mention, actors)
        if party is None and unit is not None and mention.name in {"he", "she"}:
            main = sentence_subject(unit.sentence, mention.first)
            party = party_at(main, actors) if main is not None else None
            party = party if party is not None and party.is_person else None
        if party is not None:
            found.append(party)
    return found


def subject_behind(unit: Passage, place: int) -> Naming | None:
    """Return the subject of the clause behind a phrase that begins a sentence: "After meeting A in Oslo, B left".

    A state between two commas is part of the place, and a day part of the time: "At a ceremony in Davos,
    Switzerland, B signed", "At a meeting in Oslo, Tuesday, B signed".
    """
    commas = [at for at in range(place, len(unit.words)) if unit.words[at].low == ","]
    for comma in commas[:3]:
        if unit.sentence.low(comma + 1) in DAYS and comma + 2 in commas:
            continue
        found = next((m for m in unit.named if m.first == comma + 1 and not m.is_owner), None)
        if found is None or found.kind != "state" or found.last not in commas:
            return found
    return None


def owner_of(unit: Passage, place: int) -> Naming | None:
    """Return whose meeting a noun names: "Li’s first meeting with Wu"."""
    for mention in unit.named:
        if mention.is_owner and mention.kind != "pronoun" and 0 < place - mention.last <= 3:  # noqa: PLR2004  (two adjectives)
            return mention
    return None


def with_whom(unit: Passage, place: int) -> list[Naming]:
    """Return those named later in a sentence behind "with" or a verb of meeting: "flew to Oslo for talks with A"."""
    for mention in unit.named:
        if mention.first > place and unit.words[mention.first - 1].low in {"with", "meet", "meeting", "met", "see"}:
            between = {token.low for token in unit.words[place : mention.first]}
            if not between & {"that", "said", "who", ";"}:
                return [] if mention.kind == "pronoun" else [mention, *listed_behind(unit, mention)]
    return []


def objects(unit: Passage, place: int) -> list[Naming]:
    """Return with whom or to whom somebody spoke: "spoke this morning with A and B"."""
    for at in range(place + 1, min(place + 7, len(unit.words))):
        low = unit.words[at].low
        if low in {"with", "to"}:
            return named_after(unit, at)
        if low in {",", ";", ".", "about", "of", "for", "against", "out", "said"} or unit.words[at].text == QUOTED:
            break
    return []


def bodies_of(unit: Passage, mention: Naming) -> list[Naming]:
    """Return the body of those who met: "counterparts in the Cabinet", "activists from the Campaign for Peace"."""
    link = unit.sentence.low(mention.last)
    is_member = mention.head in {"counterpart", "counterparts", "members", "officials"} and link in {"in", "at", "of"}
    if not is_member and not (link == "from" and mention.kind == "group" and mention.is_plural):
        return []
    return [m for m in unit.named if mention.last < m.first <= mention.last + 2 and m.kind == "body"]


def organ_behind(unit: Passage, place: int) -> Naming | None:
    """Return the body that sits where somebody speaks: "spoke at the General Assembly", "addressed the Council"."""
    found = next((m for m in unit.named if place < m.first <= place + NEAR_ORGAN and m.kind == "body"), None)
    if found is None or found.head not in ORGANS or not unit.words[found.last - 1].is_capital:
        return None
    between = [token.low for token in unit.words[place + 1 : found.first] if token.low != "the"]
    return found if between in ([], ["to"], ["at"], ["before"], ["directly", "to"]) else None


def joined_before(unit: Passage, subject: Naming) -> list[Naming]:
    """Return those who are named before the subject and joined with it: "A, B, and C signed"."""
    found: list[Naming] = []
    first, limit = subject.first, {"and", "&", ","}
    while unit.sentence.low(first - 1) in limit:
        last = first - 1
        while unit.sentence.low(last - 1) in {",", "and"}:
            last -= 1
        other = unit.sentence.ending(last)
        if other is None or other.is_owner or not unit.sentence.is_free(other):
            break
        found.insert(0, other)
        first, limit = other.first, {","}
    return found if unit.sentence.low(subject.first - 1) in {"and", "&"} else []


def listed_behind(unit: Passage, subject: Naming) -> list[Naming]:
    """Return those who are named with the subject: "A, B and his colleague C"."""
    found: list[Naming] = []
    last = subject.last
    for mention in unit.named:
        between = [token.low for token in unit.words[last : mention.first]]
        if mention.first > subject.first and 0 < len(between) <= GAP and are_joined(between):
            found.append(mention)
            last = mention.last
    return found


def are_joined(between: Sequence[str]) -> bool:
    """Whether some words join two actors: a comma or "and", and adjectives."""
    small = {"and", ",", "his", "her", "their", "the"}
    return between[0] in {"and", ","} and all(
        low in small or (low[:1].isalpha() and place > 1) for place, low in enumerate(between)
    )


def named_after(unit: Passage, place: int, reach: int = 40) -> list[Naming]:
    """Return who is named behind a verb: its objects, and those with whom or between whom."""
    found: list[Naming] = []
    last = place + 1
    for mention in unit.named:
        if not place < mention.first <= place + reach:
            continue
        between = [token.low for token in unit.words[last : mention.first]]
        if between[-2:] == ["number", "of"]:
            between = between[:-3]
        if OVER & set(between) or QUOTED in between or len(between) > GAP:
            is_close = {"in", "at", "on", "of", "the"} & set(between) and len(between) <= GAP - 2
            if is_close and not found and not mention.is_capital and mention.kind in {"person", "group"}:
                found.append(mention)
            break
        last = mention.last
        if {token.low for token in unit.words[last : last + 1]} & SAYING:
            break
        if not (mention.is_owner or mention.is_capital or mention.name == "it"):
            found.append(mention)
    return found
