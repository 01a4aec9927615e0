"""Whether a headline quotes who begins it, or only speaks of them: "Norland ‘ready’", but "Norland gas deal ‘near’"."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.tokens import Token
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context

__all__ = ["is_alone", "is_spoken_of"]

BEHIND_TOPICS: Final = words("in at on under near is are was were faces faced risks needs amid after")
"""Behind a state in a headline, these show that it is spoken of: "Norland in ‘a spiral’"."""

SMALL_WORDS: Final = words("to will would may might can could should not no with for over on at by of as a an the")
"""Words that no noun of a topic has before its quotation, but a verb and what belongs to it may have."""


def is_spoken_of(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a state in a headline is only spoken of: "Norland in ‘a spiral’", "Norland gas deal ‘close’"."""
    between = unit.words[subject.last : place]
    if between and between[0].low in BEHIND_TOPICS:
        return True
    is_plain = all(token.is_word and token.low not in CUES and not is_verb_like(token) for token in between)
    return len(between) > 1 and is_plain and not any(token.low in SMALL_WORDS for token in between)


def is_verb_like(token: Token) -> bool:
    """Whether a word in a headline has the form of a verb: in -s or -ed, but not "gas" or "crisis"."""
    return token.low.endswith(("s", "ed")) and not token.low.endswith(("ss", "us", "as", "is"))


def is_alone(context: Context, subject: Naming) -> bool:
    """Whether the subject of a headline is not one of several: "Norland, Sudland hold ‘frank’ talks"."""
    words_ = context.unit.words
    return words_[subject.last].low not in {",", "and"} and (not subject.first or words_[subject.first - 1].low != ",")
