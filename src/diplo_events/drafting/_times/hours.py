"""Hours without a day: of the publication or of the one day of the story, unless their sentence names another."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._times.dating import dated
from diplo_events.drafting._times.order import rewritten
from diplo_events.drafting._times.parts import with_parts
from diplo_events.drafting._times.patterns import HOUR as HOUR_ALONE
from diplo_events.drafting._times.sides import is_later
from diplo_events.drafting._times.signs import BEHIND
from diplo_events.drafting._times.word import TimeWord, day_of

__all__ = ["HOUR", "OTHER_DAY", "SMALL_HOURS", "hour_on", "is_gloss", "is_repeated", "without_day"]

HOUR: Final = re.compile(rf"(?:{HOUR_ALONE}|[Aa]t (?:\d|[a-z]+ o['’]clock)(?!.*(?:day|\d{{4}})).*)$")
OTHER_DAY: Final = "the text names another time, and this one may be of that day"
"""Why a time of day has no date."""

SMALL_HOURS: Final = re.compile(
    r"\bmidnight\b|(?<![\d:.])(?:12|[1-5])(?:[:.]\d\d)? ?a\.?m\b|\b0[0-5](?:[:.]?\d\d)"
    r"|\b(?:one|two|three|four|five) o['’]clock in the morning"
)
"""Hours of the night behind a day that the story has told of."""

GLOSS: Final = re.compile(r"(?: [\w ]{1,24}time)? ?[(\[]")
"""Before an hour that repeats the one before it in another zone."""


def is_gloss(text: str, word: TimeWord, found: Sequence[TimeWord]) -> bool:
    """Whether time words in brackets repeat those before them: "noon on Saturday (0300 UTC Saturday)"."""
    return bool(found) and GLOSS.fullmatch(text[found[-1].end : word.start].rstrip("0123456789: GMTUC")) is not None


def hour_on(word: TimeWord, day: EventDate | None) -> TimeWord:
    """Return an hour on a day."""
    found = (word.start, word.end, word.text)
    return with_parts(dated(found, rewritten(word.text, None, is_over=True), day, ahead=False), day)


def is_repeated(text: str, word: TimeWord, found: Sequence[TimeWord]) -> bool:
    """Whether an hour in brackets repeats one without a day before it: "at 8:30 p.m. (1930 UTC)"."""
    return is_gloss(text, word, found) and all(HOUR.match(hour.text) is not None for hour in (word, found[-1]))


def is_told_of(text: str, word: TimeWord, other: TimeWord, published: EventDate | None) -> bool:
    """Whether a day to come is what somebody spoke of at an hour before: "At midday he named 3 June as the day"."""
    if other.start < word.end or other.when is None or not is_later(other.when, published):
        return False
    return BEHIND.search(text, word.end, other.start) is not None


def without_day(
    word: TimeWord, text: str, found: Sequence[TimeWord], published: EventDate | None, *, is_history: bool
) -> TimeWord:
    """Return a time of day as one of the publication only if its sentence names no other time."""
    is_hour = HOUR.match(word.text) is not None
    before = next((other for other in reversed(found) if other.end <= word.start), None)
    if is_hour and before is not None and is_gloss(text, word, [before]):
        return hour_on(word, day_of(before.when))
    if not is_hour and word.text not in {"overnight", "Overnight"}:
        return word
    beside_it = (
        text[min(word.end, other.end) : max(word.start, other.start)]
        for other in found
        if HOUR.match(other.text) is None
        and other.when not in {None, word.when, day_of(word.when), published}
        and not is_told_of(text, word, other, published)
    )
    if is_history or any(re.search(r"[.?!]\s", between) is None for between in beside_it):
        return attrs.evolve(word, when=None, why=OTHER_DAY, parts=())
    return word
