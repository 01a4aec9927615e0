"""Whether a sentence about a thing, in which words are quoted, is of who spoke before it: "The plan “is weak”"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import EVENTS
from diplo_events.drafting._english.sentence import PREPOSITIONS
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.clause_subjects import PREDICATE
from diplo_events.drafting._speech.context import Context
from diplo_events.drafting._speech.restated import GUESSED
from diplo_events.drafting._speech.terms import SIGNS
from diplo_events.vocab import Section

__all__ = ["spoken_on"]

COPULAS: Final = words("is are was were be been being remains remain remained would could may might must should not")
"""Before words in marks, these show that they say something of a thing, and do not name it."""

VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|must|should|need|needs|remains?|do|does|did)\b"
)
"""A verb among words in marks, which makes a sentence of them."""

LEAST_CLAUSE: Final = 5
"""How many words have words in marks at least that are a clause of their own."""

WHO_ELSE: Final = words("person office group body state")
"""Those of whom a sentence may tell what they said themselves."""

JOINING: Final = words("but and while because as since ; although though")
"""Before words in marks, these show that they are a clause of their own."""

FACELESS: Final = words("hashtag hashtags banner video song film book act bill article") | TEXTS
"""Things that hold words of others."""

OTHERS: Final = words("who they he she we i one others some many")


TOLD: Final = words("says said states stated calls called reads declares provides stipulates dubbed known by")
"""Before words in marks, these show that others say them."""

BARRED: Final = FACELESS | SIGNS | OTHERS | TOLD


def spoken_on(context: Context, place: int) -> Party | None:
    """Return who spoke in the sentence before, where this one says something of a thing in marked words.

    That is so only where it names nobody who could speak, and where no other sentence stands between.
    """
    last, unit = context.last, context.unit
    if (
        last is None
        or last.speaker is None
        or unit.block.section is Section.HEADLINE
        or last.section is not unit.block.section
    ):
        return None
    is_next = not context.text[last.end : unit.start].strip(' .”"’\r\n')
    if not is_next or last.rule in GUESSED or not last.speaker.is_person or not is_said(context, place):
        return None
    named = [m for m in unit.named if (m.kind in WHO_ELSE and m.head not in EVENTS) or m.name in OTHERS]
    speaker = last.speaker
    others = [m for m in named if not is_bound(unit, m) and not m.is_owner]
    lows = {token.low for token in unit.words[:place]}
    return speaker if not others and not lows & BARRED else None


def is_bound(unit: Passage, mention: Naming) -> bool:
    """Whether a preposition stands before somebody, with a word between at most: "of such offenders"."""
    before = {unit.sentence.low(mention.first - 1), unit.sentence.low(mention.first - 2)}
    return not unit.sentence.is_free(mention) or bool(before & PREPOSITIONS)


def is_said(context: Context, place: int) -> bool:
    """Whether words in marks say something of what stands before them and do not name it."""
    unit = context.unit
    quotation = unit.quotation_at(place)
    if quotation is None or not place:
        return False
    inside = context.text[quotation.start : quotation.end]
    is_predicate = PREDICATE.match(inside) is not None or follows_copula(unit.words, place)
    is_clause = len(inside.split()) >= LEAST_CLAUSE and VERB.search(inside) is not None
    is_clause = is_clause and unit.sentence.low(place - 1) in JOINING
    return (is_predicate and inside[:1].islower()) or is_clause


def follows_copula(words_: Sequence[Token], place: int) -> bool:
    """Whether "is" or its like stands before words in marks, with an adverb between at most."""
    before = place - 1
    while before > 0 and words_[before].low.endswith("ly"):
        before -= 1
    return words_[before].low in COPULAS and words_[place].text == QUOTED
