"""Which stretches in quotation marks are names or terms, and nobody's words."""

import re
from typing import Final

from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._parts.quotations import Quotation
from diplo_events.drafting._parts.units import Passage

__all__ = ["is_term"]

WORD: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
WORDS_FOR: Final = words("word term phrase label nickname expression slogan title name nicknames")
"""Nouns of what words are, directly before them: who uses the word is another question."""

NAMING: Final = words("so-called dubbed codenamed code-named nicknamed titled entitled called named known")
TITLED: Final = words(
    "case film book song novel album series play movie operation programme program project magazine newspaper"
)
"""Nouns of what has a title, directly before it."""

IS_NAMED: Final = re.compile(
    r"\b(?:is|was|are|were|been|being|became) (?:\w+ly |also |often |sometimes )*"
    r"(?:known|termed|called|dubbed|nicknamed|named|labell?ed|branded|hailed)\b"
)
"""Whoever is named so says nothing: "was known as a “friend to all”"."""

FAR: Final = 18
"""How many words before a name may say that it is one."""

SHORT: Final = 4
"""How many words a term has at most."""

LONG: Final = 8
"""With more words it is not a name either."""

SMALL: Final = 3
"""How many letters the words of a title have that may go without a capital: of, the, and."""


def is_term(text: str, unit: Passage, place: int, quotation: Quotation, hit: Hit | None) -> bool:
    """Whether a stretch in quotation marks is a name or a term.

    Args:
        text: The text.
        unit: The sentence.
        place: The place of the quotation among its words.
        quotation: The stretch.
        hit: The verb of saying to which it would belong.
    """
    inside = WORD.findall(text[quotation.start : quotation.end])
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if len(inside) > LONG:
        return False
    if is_name_of(unit, place, hit):
        return True
    is_title = any(word[0].isupper() or word[0].isdigit() for word in inside) and all(
        word[0].isupper() or word[0].isdigit() or len(word) <= SMALL for word in inside
    )
    if is_title and (NAMING & set(before) or (len(inside) > 1 and before[-1:] and before[-1] in TITLED)):
        return True
    is_named = hit is None or hit.cue is None or hit.cue.lemma in {"call", "name"}
    if is_title and is_named and 1 < len(inside) <= SHORT + 1:
        return True
    is_object = hit is not None and (
        hit.rule.startswith("passive") or hit.place < place or len(unit.words) - hit.place <= SHORT
    )
    if hit is not None and hit.place == place + 1 and hit.rule == "according-to":
        return False
    is_noun = before[-1:] in (["the"], ["a"], ["an"], ["its"], ["their"])
    return len(inside) <= SHORT and is_noun and not is_object and quotation.start > unit.start + 2


def is_name_of(unit: Passage, place: int, hit: Hit | None) -> bool:
    """Whether the words before a stretch in quotation marks say that it is a name or a word."""
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if "so-called" in before or before == ["known", "as"]:
        return True
    if hit is not None:
        return False
    is_word = before[-1:] != [] and before[-1] in WORDS_FOR
    return is_word or bool(IS_NAMED.search(" ".join(token.low for token in unit.words[max(0, place - FAR) : place])))
