"""When something was said: the time words that date the saying, and not those of what is said."""

import re
from typing import Final

from diplo_events.drafting._finds import Finds, within
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting._times.sides import MARKED
from diplo_events.drafting._times.words import TimeWord

__all__ = ["time_of"]

NEAR: Final = 40
"""How many characters behind a verb of saying its time words may stand, those in quotation marks not counted."""

OF_MATTER: Final = re.compile(r"\b(?:that|will|would|had|has|was|were|is|are|to)\b|[,;:]")
"""Between a verb of saying and time words, these begin what is said."""

OF_EVENT: Final = re.compile(
    r"\b(?!related|armed|red|hundred|indeed|detailed|prepared|pre-recorded|recorded|televised|worded|unsigned|signed)"
    r"[a-z][\w-]*ed\b|\bafter\b|\bfollowing\b"
)
"""Before time words, these show that they date something else than what is said later in the sentence."""

PUBLISHING: Final = re.compile(
    r"\b(?:issued|released|published|posted|aired|reported|dated|delivered|uploaded|shared|tweeted)\b"
    r"(?=(?: [a-z]+)?(?: message| statement| video)?(?: (?:on|in|by|at) [A-Z]\w+)?(?: (?:on|in|late|early))? $)"
)
"""Directly before time words, these say when somebody's words came out."""

CLAUSE: Final = re.compile(r"(?: and|[,;] and|,? but|;)(?: on| in)? $")
"""Before time words, these begin a clause of their own."""

YEAR: Final = re.compile(r"\d{4}")
OF_WORDS: Final = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,2}(?:interview|speech|statement|letter|report|address|article|book|memo|memorandum"
    r"|remarks|message"
    r"|op-ed|essay|paper|cable|tweet|post|lecture|broadcast|testimony|comments|declaration|study|memoir|biography|decision"
    r"|ruling|judgment|verdict|resolution|survey|poll|directive|briefing"
    r"|press conference|news conference|debate|phone call)\b"
)
"""Behind a year or "Monday's", these are somebody's words; "the 1979 treaty" dates nothing that is said of it."""
OCCASION: Final = re.compile(r"\b(?:at|in|during) (?:\w+ )?$", re.IGNORECASE)
"""Before "Monday's", these lead to what people said it at."""


def time_of(finds: Finds, item: Reported) -> TimeWord | None:
    """Return the time words of saying: before the verb, in the words of the source, or directly behind them."""
    if item.cue is None or item.is_turn:
        return None
    for word in within(finds.time_words, item.start, item.end):
        if word.end > item.end or word.is_ahead or word.when is None or finds.is_quoted(word.start):
            continue
        if is_of_noun(finds.text, word):
            continue
        if is_of_saying(finds.text, word.start, item.start, item.cue):
            return word
    return None


def is_of_noun(text: str, word: TimeWord) -> bool:
    """Whether time words belong to a noun which names no words: "the 1979 treaty", "Monday's raid"."""
    is_owner = text.startswith(("'s ", "’s "), word.end) and OCCASION.search(text[: word.start][-20:]) is None
    return (is_owner or YEAR.fullmatch(word.text) is not None) and OF_WORDS.match(text, word.end) is None


def is_of_saying(text: str, place: int, start: int, cue: tuple[int, int]) -> bool:
    """Whether time words at a place date what is said with a cue, in a passage from some start on."""
    if place >= cue[1]:
        between = MARKED.sub("", text[cue[1] : place])
        has_quotation = len(between) < place - cue[1]
        if has_quotation and OF_EVENT.search(between) is not None:
            return False
        return len(between) <= NEAR and OF_MATTER.search(between) is None
    if place >= cue[0]:
        return True
    before = PUBLISHING.sub("", text[start:place])
    return CLAUSE.search(before) is not None or OF_EVENT.search(before) is None
