"""Whose words a headline quotes, where the text quotes them with their speaker."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Reported
from diplo_events.vocab import Section

__all__ = ["GUESSED", "terms_of_headlines", "with_speakers_of_headlines"]

OPEN_TO_BODY: Final = frozenset({Section.HEADLINE, Section.STANDFIRST, Section.PULL_QUOTE})
"""The parts of a text that repeat words of its body."""

LEAST_LETTERS: Final = 3
"""How many letters a word has that shows whose words a headline quotes."""

LEAST_WORDS: Final = 2
"""How many words at least a headline repeats."""

GUESSED: Final = words("quoted-subject continued continued-later answer some text-alone text-participle none")
"""Rules that only guess who says something."""


def with_speakers_of_headlines(text: str, said: Sequence[Reported]) -> None:
    """Find who says the words in quotation marks of a headline among those who say the same in the body."""
    body = [item for item in said if item.section not in OPEN_TO_BODY and item.speaker is not None]
    for item in said:
        is_sure = item.rule not in GUESSED and item.speaker is not None and item.speaker.is_named
        if item.section not in OPEN_TO_BODY or not item.quotes or is_sure:
            continue
        wanted = [plain(text[start:end]) for start, end in item.quotes]
        origin = next((other for other in body if other.rule not in GUESSED and holds(text, other, wanted)), None)
        is_own = origin is not None and origin.rule == "tail" and item.rule not in GUESSED and item.speaker is not None
        if origin is None and item.rule == "quoted-subject":
            item.others = with_likeliest(text, item, body, wanted)
        elif origin is not None and not is_own:  # the states say it here, and a minister for them in the text
            item.rule = "restated"
            item.speaker, item.speakers = origin.speaker, origin.speakers
            item.others = tuple(dict.fromkeys((*origin.speakers, *origin.others)))[:2]


def terms_of_headlines(text: str, found: Sequence[Passage], said: Sequence[Reported]) -> list[Reported]:
    """Return the words of a headline that look like a name, "Reis Takes ‘Big Step’", where somebody says them.

    Words in quotation marks elsewhere of which no sentence says whose they are belong to whoever says three of them or
    more in the body: a line below the headline repeats them. A headline that says who speaks gets its words too.
    """
    body = [item for item in said if item.section not in OPEN_TO_BODY and item.speaker is not None]
    sure = [item for item in body if item.rule not in GUESSED]
    result: list[Reported] = []
    for unit in found if sure else ():
        if not unit.quotations:
            continue
        is_headline = unit.block.section is Section.HEADLINE
        told = [item for item in said if item.start < unit.end and item.end > unit.start]
        if told and not (is_headline and len(told) == 1 and not told[0].quotes):
            continue
        marks = [(mark.start, mark.end) for mark in unit.quotations]
        wanted = [plain(text[start:end]) for start, end in marks]
        least = LEAST_WORDS if is_headline else LEAST_WORDS + 1
        if not all(len(words.split()) >= least for words in wanted):
            continue
        origin = next((other for other in sure if holds(text, other, wanted)), None)
        if origin is None:
            continue
        if told:
            if told[0].speaker is origin.speaker:
                told[0].quotes = marks
            continue
        item = Reported(unit.start, unit.end, unit.block.section, "restated", origin.speaker, origin.speakers)
        item.others, item.quotes = origin.others, marks
        result.append(item)
    return result


def with_likeliest(text: str, item: Reported, body: Sequence[Reported], wanted: Sequence[str]) -> tuple[Party, ...]:
    """Return who may say the words of a headline: first who says most of them in the body, or speaks first in it."""
    told = {word for words in wanted for word in words.split() if len(word) >= LEAST_LETTERS}
    best: tuple[int, Party] | None = None
    persons = [party for party in item.others if party.kind in {"person", "name"}]
    for other in body:
        if persons and other.speaker not in persons:
            continue
        if other.speaker is None or not other.speaker.is_person or other.rule in GUESSED:
            continue
        shared = len(told & set(plain(text[other.start : other.end]).split()))
        if best is None or shared > best[0]:
            best = shared, other.speaker
    named = item.others if best is None else (best[1], *item.others)
    return tuple(dict.fromkeys(named))[:2]


def holds(text: str, item: Reported, wanted: Sequence[str]) -> bool:
    """Whether all words of some quotations stand in those of somebody, or in a turn."""
    spans = [(item.start, item.end)] if item.is_turn else item.quotes
    own = " / ".join(plain(text[start:end]) for start, end in spans)
    return bool(own) and all(words in own for words in wanted)


def plain(words: str) -> str:
    """Return words in small letters without marks, with a blank around."""
    bare = " ".join(re.findall(r"[^\W_]+", words.casefold()))
    return f" {bare} "
