"""Somebody of whom a sentence says no more than what they are, where they speak: "said one elder", "a miller said"."""

import re
from typing import Final

from diplo_events.drafting._english.asides import opening_before
from diplo_events.drafting._english.nouns import FUNCTION, words
from diplo_events.drafting._english.phrases import BOUNDARIES, LONGEST_ASIDE, phrase_start
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import PREPOSITIONS, Sentence
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES

__all__ = ["SOME", "THINGS", "described_after", "described_subject", "is_plain"]

LEADING: Final = words("a an the one another his her its their my our this that")
SEVERAL: Final = words("some many several most two three four five six few other")
SOME: Final = words("one another others some many several most both few neither")
"""These name somebody of a group that was named before."""

ORDINALS: Final = words("second third fourth fifth sixth")
"""Behind an article and before a verb, these are one more of those named before: "a second said"."""

OPENING: Final = words(", ; : — – ( and but that while when as then yet so or because whereas if for though although")
"""Behind these a clause begins."""

THINGS: Final = TEXTS | words(
    """
    deal plan treaty agreement pact accord law bill text clause figure figures data poll polls sign clock map move
    decision talks meeting summit visit trip time day year week month morning evening night end side question answer
    hand way point line moment case fact rest result number list proposal draft constitution charter programme program
    contract lease log minutes transcript headline headlines page
    """
)
"""Nouns of what speaks for nobody in particular."""

LONGEST_CLAUSE: Final = 12
"""How many words a clause has at most that stands behind a description: "who gave his name as Omar"."""
LONGEST: Final = 4
"""How many words a description has at most, behind its article."""


def described_subject(sentence: Sentence, left: int) -> Naming | None:
    """Return the description before a verb, over phrases and an aside: "a miller in Karsa, who sells flour,"."""
    index, named = left, None
    if sentence.low(index) == ",":
        opening = next((at for at in range(index - 1, -1, -1) if sentence.low(at) == ","), None)
        if opening is None or index - opening > LONGEST_ASIDE:
            return None
        index = opening - 1
        last = opening_before(sentence, left - 1, {"("}) if sentence.low(left - 1) == ")" else left
        named = next((m for m in sentence.named if m.first == opening + 1 and m.last == last), None)
        named = named if named is not None and named.kind in {"person", "name"} else None
        is_own = sentence.low(index) == "'s" and "of" in {sentence.low(index - 2), sentence.low(index - 3)}
        if named is not None and is_own:
            return named  # a neighbour of Hale's, Ana Reis
    while index >= 0:
        if (found := described_before(sentence, index)) is not None:
            return named or found
        phrase = phrase_start(sentence, index)
        if phrase is None or phrase > index:
            return before_who(sentence, index)
        index = phrase - 1
    return None


def before_who(sentence: Sentence, last: int) -> Naming | None:
    """Return somebody with a clause about them that ends at a place: "a woman who lives near the dam told"."""
    for place in range(last, max(1, last - LONGEST_CLAUSE), -1):
        token = sentence.words[place]
        if token.low in {"who", "whose"} and place < last:
            return described_before(sentence, place - 1)
        if not token.is_word or token.text == QUOTED or token.low in BOUNDARIES:
            return None
    return None


def described_before(sentence: Sentence, last: int) -> Naming | None:
    """Return the description that ends with a word and begins a clause: "an old miller"; `None` if none does."""
    if sentence.low(last) in SOME and begins(sentence, last):
        return naming(sentence, last, last + 1)
    if sentence.low(last) in ORDINALS and sentence.low(last - 1) in {"a", "the"} and begins(sentence, last - 1):
        return naming(sentence, last - 1, last + 1)
    for first in range(last, max(-1, last - LONGEST - 1), -1):
        low = sentence.low(first)
        if first < last and low in LEADING | SEVERAL:
            return naming(sentence, first, last + 1) if begins(sentence, first) else None
        is_genitive = low == "'s" and first < last and first and is_plain(sentence.words[first - 1])
        if not is_plain(sentence.words[first]) and not is_genitive:
            return None
    return None


def described_after(sentence: Sentence, first: int) -> Naming | None:
    """Return the description that begins with a word: "one elder" in "said one elder, who …"."""
    low = sentence.low(first)
    if low not in LEADING | SEVERAL | SOME:
        return None
    last = first + 1
    while last < len(sentence.words) and last - first <= LONGEST and is_plain(sentence.words[last]):
        last += 1
    if last == first + 1 and low not in SOME:
        return None
    return naming(sentence, first, last)


def begins(sentence: Sentence, first: int) -> bool:
    """Whether a clause begins with a word."""
    return first == 0 or sentence.low(first - 1) in OPENING or sentence.words[first - 1].text == QUOTED


def is_plain(token: Token) -> bool:
    """Whether a word can be a noun or an adjective."""
    barred = PREPOSITIONS | BOUNDARIES | AUXILIARIES | FUNCTION | OPENING | LEADING | {"who", "and"}
    return token.is_word and token.text != QUOTED and token.text.islower() and token.low not in barred


def naming(sentence: Sentence, first: int, last: int) -> Naming | None:
    """Return the description of some words, one or several; `None` if its noun is that of a thing."""
    head = sentence.low(last - 1)
    if head in THINGS:
        return None
    lead = sentence.low(first)
    is_plural = lead in SEVERAL | {"others", "both"} or (head.endswith("s") and not head.endswith("ss"))
    is_definite = lead in {"the", "his", "her", "its", "their", "this", "that"}
    own = first + (lead in {"a", "an", "the"})
    name = re.sub(r" (?=['’]s\b)", "", " ".join(token.text for token in sentence.words[own:last]))
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    kind = "group" if is_plural else "office"
    return Naming(first, last, start, end, kind, name, is_plural=is_plural, is_definite=is_definite, head=head)
