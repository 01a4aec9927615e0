"""Whether the first word of a sentence, which always has a capital, is a name."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.tokens import Token
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES

__all__ = ["ARABIC_NAME", "is_name_first"]

ARABIC_NAME: Final = re.compile(r"(?:al|el|an|ad|as)[-‑–][A-Z]\S+")

ASIDES: Final = nouns.words("a an the another one who whose his her")
"""Words with which it begins what somebody is, behind a name and a comma."""

LONGEST_APPOSITION: Final = 9
"""Within how many words an apposition ends behind the name that it describes."""

NOUN_LINKS: Final = nouns.words("from of by about which were was are is have suggest")
"""Behind a form that is a noun as well as a verb, these show that it is a noun: "Initial reports from"."""

NO_NAMES: Final = nouns.words("worse better best worst elsewhere nowhere back inside outside overnight abroad online")
"""Words with which a sentence may begin before a comma, and which name nobody."""

GIVEN: Final = nouns.words(
    """
    ahmed mohamed mohammed muhammed hamed hamid khaled saeed waleed majed rashed fahed fred ted alfred jared wilfred
    manfred winifred sayed syed
    """
)
"""Given names that end as participles do."""

SAYS: Final = nouns.words("said says told announced denied declined insisted argued added tweeted replied wrote")
"""Behind these endings of participles and adverbs, a name stood before: "Boeing said", "Kelly told"."""

SET_OFF: Final = nouns.words("the a an on in by like unlike however though too meanwhile for aged who whose speaking")
"""Behind the first word of a sentence and a comma, these show that it is a name: "Reis, on the other hand, says"."""


def is_name_first(found: Sequence[Token], place: int, known: Collection[str]) -> bool:  # noqa: C901, PLR0911  (a decision table)
    """Whether the capital of the first word of a sentence is that of a name."""
    token = found[place]
    if (
        token.text in nouns.AGENCIES
        or token.text in known
        or token.text == "Downing"
        or (token.text.isupper() and len(token.text) > 1)
    ):
        return True
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or following.low in {"'s", "'"}:
        return following is not None
    if token.low in GIVEN and following.is_capital:
        return True
    if is_set_off(found, place) or is_before_brackets(found, place):
        return True
    if ARABIC_NAME.fullmatch(following.text) and token.low not in nouns.FUNCTION:
        return True
    if re.search(r"(?:ing|ly|ed)\Z", token.low) and following.low in SAYS and token.low not in AUXILIARIES:
        return True  # Boeing said
    if re.search(r"(?:ing|ly|ed|tion|ment|ity)\Z", token.low):
        return is_whole_name(found, place)
    if following.is_capital and following.low not in nouns.FUNCTION and following.low not in nouns.TIMES:
        return True
    if following.text == "May" and place + 2 < len(found) and found[place + 2].low in SAYS | {"'s", ","}:
        return True  # Theresa May said
    if following.low in nouns.PARTICLES and not following.is_capital:
        last = found[place + 2] if place + 2 < len(found) else following
        return last.is_capital
    is_verb = following.low in CUES and CUES[following.low].form in {"s", "ed"}
    if is_verb and CUES[following.low].is_noun and place + 2 < len(found) and found[place + 2].low in NOUN_LINKS:
        return False
    if token.low in CUES and CUES[token.low].form == "s" and CUES[token.low].is_noun:
        return False  # Reports also say
    return is_verb or following.low in {"has", "is", "was", "also", "had", "have", "were", "are", "will"}


def is_set_off(found: Sequence[Token], place: int) -> bool:
    """Whether an apposition stands between the first word of a sentence and its verb: "Lakebank, the lender, said"."""
    lows = [token.low for token in found[place : place + LONGEST_APPOSITION]]
    if (
        len(lows) < 3  # noqa: PLR2004  (name, comma, article)
        or lows[1] not in {",", "—", "–"}
        or not (lows[2] in SET_OFF or (lows[2].isdigit() and lows[3:4] == [","]))
        or lows[0] in NO_NAMES
        or lows[0].endswith(("ly", "wards", "ing"))
    ):
        return False
    comma = next((at for at in range(3, len(lows) - 1) if lows[at] == lows[1]), None)
    inside = found[place + 2 : place + comma] if comma is not None else ()
    is_plain = lows[2] in {"like", "unlike"} or not any(token.is_capital for token in inside)
    return comma is not None and is_plain and lows[comma + 1] in CUES


def is_before_brackets(found: Sequence[Token], place: int) -> bool:
    """Whether brackets stand between the first word of a sentence and its verb: "Hale (Lake Party) said"."""
    lows = [token.low for token in found[place : place + LONGEST_APPOSITION]]
    closing = lows.index(")") if ")" in lows else 0
    behind = lows[closing + 1] if 0 < closing < len(lows) - 1 else ""
    return lows[1] == "(" and lows[0] not in NO_NAMES and behind in CUES and CUES[behind].form in {"s", "ed"}


def is_whole_name(found: Sequence[Token], place: int) -> bool:
    """Whether a word such as "Jared" begins a name: a word with a capital follows, and then a verb or a colon."""
    if (
        place + 2 >= len(found)
        or not found[place + 1].is_capital
        or found[place + 1].low in nouns.FUNCTION | nouns.TIMES
    ):
        return False
    if found[place].low in CUES and CUES[found[place].low].form == "ing":
        return False  # Dismissing Li's claim
    behind = found[place + 2].low
    is_described = behind == "," and place + 3 < len(found) and found[place + 3].low in ASIDES  # Jared Li, a lawyer,
    return is_described or behind in {":", "'s"} or (behind in CUES and CUES[behind].form in {"s", "ed"})
