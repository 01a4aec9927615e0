"""How far time words reach: their neighbours belong to them if the resolver reads the whole."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from diplo_events._internal.texts.calendar_names import WEEKDAY

__all__ = ["INEXACT", "reach"]

CLOCK: Final = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|noon|midnight|midday"
ZONE: Final = r"(?:\d{4} )?(?:GMT|UTC)|(?:[ECMP][SD]?|CES|EES|BS|IS)T|JST|MSK|local time"
PERIOD: Final = r"week|weekend|month|year|decade|century"
DAY_OF_MONTH: Final = r"\d{1,2}(?:st|nd|rd|th)"
ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|last|final"
PART: Final = r"early|late|mid|beginning|start|middle|end|half|quarter|weeks?|days?|day|hours|dawn|night|morning"
SEASON: Final = r"spring|summer|autumn|winter"

BEFORE: Final = re.compile(
    rf"(?:(?<=[\s(])|^)(?P<word>{CLOCK}|{ZONE}|{WEEKDAY}|{ORDINAL}|{PART}|{SEASON}|small"
    r"|since|until|till|by|about|around|the|of|on|in|at)[ ,]+$",
    re.IGNORECASE,
)
AFTER: Final = re.compile(
    rf"(?P<word>(?:,? (?:{CLOCK}|{ZONE}|{WEEKDAY}|{DAY_OF_MONTH}|{PERIOD}|this|last|next|before|ago|of|on|at|the)))"
    r"(?![\w’'-]|\.\d)",
    re.IGNORECASE,
)
OF_NOUN: Final = re.compile(
    r" (?!(?:and|or|to|of|in|on|at|by|for|from|with|when|as|but|after|before|that|which|who|was|were|is|are|has|had"
    r"|have|will|would|until|since|last|next|this|local)\b)[A-Za-z]+"
)
"""Behind a date with "the", its noun: "hit by the 2008 violence" is of no limit."""
ENDS: Final = re.compile(r"(?:end|start|beginning|close) (?:in|on|at|by)\b", re.IGNORECASE)
"""What is to "end in 2033" ends at some time of it."""

OWNER: Final = re.compile(r"['’]s\b|(?<=s)['’]")
"""Behind time words, this makes them an owner: "by last week's host" is of no limit."""

LIMITS: Final = frozenset({"by", "since", "until", "till"})

SMALL: Final = frozenset({"the", "of", "on", "in", "at"})
"""Words that lead to others, and say nothing of time themselves."""

REACH: Final = 6
"""How many words on each side are looked at."""

TRIES: Final = 12
"""How many stretches are resolved; longer ones first."""

NUMBERED: Final = re.compile(r"(?:[\w-]+ ){1,3}ago")
INEXACT: Final = re.compile(
    r"\b(?P<word>about|around|nearly|almost|some|roughly|approximately"
    r"|(?:well |just |slightly |a little )?(?:over|under)"
    r"|half|as (?:recently|lately|long|far back) as|(?:more|less|fewer) than|at least|barely|not quite) $",
    re.IGNORECASE,
)
"""Words before "three weeks ago" that leave it inexact."""


def reach(text: str, span: tuple[int, int], block: tuple[int, int], is_read: Callable[[str], bool]) -> tuple[int, int]:
    """Return the longest stretch around time words that reads as one time: "the autumn of 1932", "14 May last year".

    Args:
        text: The text.
        span: The time words that were found.
        block: The passage that they stand in.
        is_read: Whether some words can be resolved.

    >>> text = "They met at 5 p.m. on Friday."
    >>> slice(*reach(text, (22, 28), (0, 29), lambda words: words == "5 p.m. on Friday"))
    slice(12, 28, None)
    """
    start, end = span
    if NUMBERED.fullmatch(text[start:end]) and (loose := INEXACT.search(text, max(block[0], start - 20), start)):
        return loose.start("word"), end
    stretches = ((first, last) for first, last in stretches_around(text, span, block) if is_read(text[first:last]))
    return next(stretches, span)


def stretches_around(text: str, span: tuple[int, int], block: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Return the stretches around time words that begin and end with a word of time, the longest first."""
    starts, ends = [span[0]], [span[1]]
    while len(starts) <= REACH and (match := BEFORE.search(text, max(block[0], starts[-1] - 16), starts[-1])):
        starts.append(match.start("word"))
    while len(ends) <= REACH and (match := AFTER.match(text, ends[-1], block[1])):
        ends.append(match.end("word"))
    starts = [span[0], *(place for place in starts[1:] if not is_small(text[place:].split(maxsplit=1)[0]))]
    ends = [span[1], *(place for place in ends[1:] if not is_small(text[:place].rsplit(maxsplit=1)[-1]))]
    starts = [place for place in starts if ENDS.match(text, place) is None]
    if OF_NOUN.match(text, span[1], block[1]) is not None and text[max(0, span[0] - 4) : span[0]].lower() == "the ":
        starts = starts[:1]
    if OWNER.match(text, span[1], block[1]) is not None:
        starts = [place for place in starts if text[place:].split(maxsplit=1)[0].lower() not in LIMITS]
    wide = [(first, last) for first in starts for last in ends if (first, last) != span]
    yield from sorted(wide, key=lambda stretch: stretch[0] - stretch[1])[:TRIES]


def is_small(word: str) -> bool:
    """Whether a word says nothing of time itself."""
    return word.lower() in SMALL
