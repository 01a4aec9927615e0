"""Time words of German and French: found by their forms, and resolved by the English words that mean the same."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._german_and_french.time_forms import TONGUES, Tongue, english
from diplo_events.drafting._times.beside import beside
from diplo_events.drafting._times.dating import dated
from diplo_events.drafting._times.sides import clause_after, clause_before, is_nearer_ahead
from diplo_events.drafting._times.stretches import as_stretch
from diplo_events.drafting._times.word import TimeWord, is_day

__all__ = ["times_abroad"]

PAST: Final = MappingProxyType(
    {
        "fr": re.compile(
            r"\b(?:a|ont|avait|avaient|s['’]est|se sont|était|étaient|fut|furent|a été|ont été) (?:\w+ )?\w+(?:é"
            r"|i|u|is|it)e?s?\b"
            r"|\b\w{3,}(?:èrent|irent|ait|aient)\b"
        ),
        "de": re.compile(
            r"\b(?:hatten?|wurden?|waren?|\w{3,}ten?|traf|trafen|kam|kamen|ging|begann|fand|ge\w{3,}(?:t|en))\b"
        ),
    }
)
"""Verbs of the past."""

DAY: Final = re.compile(r"\b\d{1,2}\b(?!.*\b\d{4}\b)")
"""A day of a month without a year."""

NOT_TIMES: Final = frozenset({"Mars", "un mars"})
"""Words that are of no time here: the planet."""


def times_abroad(
    text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None, grammar: Grammar
) -> tuple[TimeWord, ...]:
    """Return the time words in some passages of German or French, in their order, each with its meaning."""
    tongue = TONGUES[grammar.code]
    found: list[TimeWord] = []
    last: EventDate | None = None
    for block in blocks:
        for start, end in spans(text, block, tongue):
            words = english(text[start:end], tongue)
            ahead = words.startswith("by ") or is_ahead(text, (start, end), block, grammar)
            if not ahead and DAY.search(words) and not is_behind(text, (start, end), block, grammar):
                ahead = is_nearer_ahead(words, published)
            relative = beside(words, last)
            written = (start, end, text[start:end])
            word = TimeWord(*written, relative) if relative else dated(written, words, published, ahead=ahead)
            found.append(as_stretch(word))
            last = word.when if is_day(word.when) else last
    return tuple(found)


def is_behind(text: str, span: tuple[int, int], block: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a verb of the past stands in the clause of time words."""
    before, after = clause_before(text, block[0], span[0]), clause_after(text, span[1], block[1])
    return PAST[grammar.code].search(f"{before} {after}") is not None


def spans(text: str, block: tuple[int, int], tongue: Tongue) -> Iterator[tuple[int, int]]:
    """Find the time words of a passage: from left to right, the longest at each place."""
    patterns = (*(pattern for pattern, _ in tongue.links), *(pattern for pattern, _ in tongue.forms))
    every = {
        match.span() for pattern in patterns for match in pattern.finditer(text, *block) if match[0] not in NOT_TIMES
    }
    free = block[0]
    for start, end in sorted(every, key=lambda span: (span[0], -span[1])):
        if start >= free:
            yield start, end
            free = end


def is_ahead(text: str, span: tuple[int, int], block: tuple[int, int], grammar: Grammar) -> bool:
    """Whether time words speak of what is to come, by the words of their clause."""
    before, after = clause_before(text, block[0], span[0]), clause_after(text, span[1], block[1])
    near = re.split(r",", before)[-1]
    return grammar.ahead.search(f"{near} {after}") is not None
