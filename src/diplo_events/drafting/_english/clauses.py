"""Where the clause of a verb begins: behind "and" over phrases, and with the quotation before its subject."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.phrases import phrase_start
from diplo_events.drafting._english.sentence import PREPOSITIONS, Sentence
from diplo_events.drafting._english.tokens import QUOTED

__all__ = ["is_behind_clause", "over_phrases", "with_quotation"]

UNLIKE: Final = words("while whereas although though if")
"""With these a clause begins that belongs to the one behind it."""


def over_phrases(sentence: Sentence, left: int) -> int:
    """Return the place of the conjunction that joins a verb to the one before, over phrases; 0 if none does.

    As in "Reis dismissed the plan and in a letter to the king called it a folly".
    """
    place = left
    while place > 0 and (phrase := phrase_start(sentence, place)) is not None:
        if sentence.low(phrase) not in PREPOSITIONS:
            return 0
        place = phrase - 1
        if sentence.low(place) in {"and", "but", "then"}:
            return place
    return 0


def is_behind_clause(sentence: Sentence, hits: Sequence[Hit], first: int) -> bool:
    """Whether the quotation before a clause belongs to one with a conjunction: "While A said “x”, B said “y”"."""
    if not hits or sentence.low(hits[-1].first - 1) not in UNLIKE or sentence.low(first - 1) != ",":
        return False
    return not any(sentence.words[at].text == QUOTED for at in range(hits[-1].place, first - 2))


def with_quotation(sentence: Sentence, first: int) -> int:
    """Return where a clause begins, with the quotation before its subject."""
    for back in (1, 2):
        if (
            first >= back
            and sentence.words[first - back].text == QUOTED
            and (back == 1 or sentence.low(first - 1) == ",")
        ):
            return first - back
    return first
