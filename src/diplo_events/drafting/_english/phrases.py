"""Phrases between a subject and its verb, and where they begin: "in Paris on Monday", "familiar with the talks"."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import DAYS, PREPOSITIONS, Sentence
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES

__all__ = ["BOUNDARIES", "LONGEST_ASIDE", "MODIFIERS", "is_modifier", "phrase_start", "relative_start"]

BOUNDARIES: Final = words(
    """
    that while whereas as when although though because if whether which ; : — after before since unless
    """
)
"""Words and marks with which a clause begins."""
BEFORE_DAYS: Final = words("on late early earlier last later")
PHRASE_OPENERS: Final = PREPOSITIONS - {"as"} | words("himself herself itself themselves both all each")
PHRASE_ENDS: Final = DAYS | {"earlier", "later"}
SPANS: Final = words(
    "week weekend month year morning afternoon evening night spring summer autumn fall winter decade century"
) | {day for day in DAYS if day.endswith("day")}
"""Nouns of times, behind "last" or "this"."""
NEAR_NOW: Final = words("last this past early late earlier later")
"""Before the noun of a time, these stand without a preposition."""
MODIFIERS: Final = words(
    """
    associated affiliated linked allied loyal familiar briefed close privy aware involved present based working posted
    published issued released carried seen obtained shared aired broadcast dated signed led headed backed appointed
    named elected speaking quoted made distributed circulated delivered read responsible tasked travelling traveling
    attributed credited ascribed addressed
    """
)
"""Behind a noun, a phrase begins with these: "a person familiar with the talks"."""
STOPS: Final = words(", . and but to")
BOUNDARIES_AND_STOPS: Final = BOUNDARIES | STOPS
LONGEST_ASIDE: Final = 28
"""How many words may stand between commas behind a subject."""
LONGEST_PHRASE: Final = 7
"""How many words a phrase between a subject and its verb may have."""


def phrase_start(sentence: Sentence, index: int) -> int | None:  # noqa: PLR0911  (a decision table)
    """Return the place where the phrase that ends at a place begins, within the clause: "in Paris", "on Monday"."""
    if sentence.low(index) in SPANS and (first := time_start(sentence, index)) is not None:
        return first
    for place in range(index, max(-1, index - LONGEST_PHRASE), -1):
        token = sentence.words[place]
        if token.low in PHRASE_OPENERS:
            return place
        if place == index and token.low in MODIFIERS and sentence.low(place - 1) not in AUXILIARIES:
            return place
        if token.low.endswith("ing") and token.text.islower() and place < index:
            return place
        if place == index and token.low in PHRASE_ENDS:
            if sentence.low(place - 1) not in BEFORE_DAYS:
                return place
        elif token.low == "that" and place < index and sentence.low(place - 1) in PREPOSITIONS:
            return place - 1  # the envoy for that country
        elif token.text == QUOTED or token.low in BOUNDARIES_AND_STOPS:
            return None
    return None


def time_start(sentence: Sentence, index: int) -> int | None:
    """Return where a time without a preposition begins: "late last week", "this past weekend"; `None` if none does."""
    first = index
    while first > 0 and sentence.low(first - 1) in NEAR_NOW | SPANS:
        first -= 1
    is_time = first < index and bool(NEAR_NOW & {sentence.low(at) for at in range(first, index)})
    is_alone = sentence.low(first - 1) not in PREPOSITIONS
    return first if is_time and is_alone else None


def relative_start(sentence: Sentence, index: int) -> int | None:
    """Return the place of the "who" of the clause that ends at a place: "an official who asked not to be named"."""
    for place in range(index, max(0, index - LONGEST_ASIDE), -1):
        token = sentence.words[place]
        if token.low == "who":
            before = sentence.ending(place)
            return place if before is not None and sentence.is_free(before) else None
        if token.text == QUOTED or token.low in {",", ";", ".", ":", "—", "that"}:
            return None
    return None


def is_modifier(token: Token) -> bool:
    """Whether a word is a participle behind a noun: "presiding", "based"."""
    return token.text.islower() and (token.low in MODIFIERS or token.low.endswith("ing"))
