"""Days that a text names more than once: those without a year, and those with a name of their own."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._times.patterns import DAY, DAY_NAME, MONTH
from diplo_events.drafting._times.sides import days_between
from diplo_events.drafting._times.word import TimeWord, is_day

__all__ = ["as_before", "is_called", "with_called", "with_year_of"]

WITHOUT_YEAR: Final = re.compile(rf"(?:the )?{DAY} (?:of )?{MONTH}|{MONTH} {DAY}")
BOTH: Final = re.compile(r",? (?:and|or)(?: (?:on|of))? (?:the )?")
WITH_YEAR: Final = re.compile(rf"(?:the )?(?:{DAY} (?:of )?{MONTH},? \d{{4}}|{MONTH} {DAY},? \d{{4}})")
SHORT: Final = 60
"""How many days ago a day is that a text still tells of."""


def as_before(word: TimeWord, found: Sequence[TimeWord], published: EventDate | None) -> TimeWord:
    """Return a day without a year as the one to come that the text names elsewhere: "The date, 10 September, is …"."""
    if word.is_ahead or not is_day(word.when) or WITHOUT_YEAR.fullmatch(word.text) is None:
        return word
    day = str(word.when)[4:]
    again = (other for other in found if other.is_ahead and is_day(other.when) and str(other.when)[4:] == day)
    other = next(again, None)
    days = days_between(word.text, published)
    if other is None or days is None or days[0] < SHORT:
        return word
    return attrs.evolve(word, when=other.when, is_ahead=True)


def is_called(text: str, word: TimeWord) -> bool:
    """Whether a weekday has a name of its own that means one day: "Super Tuesday"."""
    return text.endswith("Super ", 0, word.start) and re.fullmatch(DAY_NAME, word.text) is not None


def with_called(text: str, found: Sequence[TimeWord]) -> list[TimeWord]:
    """Return time words with "Super Tuesday" as the Tuesday that the text has told of; without it, if it has none."""
    days = {word.text: word.when for word in reversed(found) if is_day(word.when) and not is_called(text, word)}
    return [
        attrs.evolve(word, when=days[word.text], is_ahead=False) if is_called(text, word) else word
        for word in found
        if not is_called(text, word) or word.text in days
    ]


def with_year_of(text: str, word: TimeWord, after: TimeWord | None) -> TimeWord:
    """Return a day without a year as one of the year that the day behind it names: "3 May and 5 June 2030"."""
    if after is None or WITHOUT_YEAR.fullmatch(word.text) is None or WITH_YEAR.fullmatch(after.text) is None:
        return word
    if BOTH.fullmatch(text[word.end : after.start]) is None or not is_day(word.when) or not is_day(after.when):
        return word
    day = str(after.when)[:4] + str(word.when)[4:]
    if day > str(after.when):
        return word
    return attrs.evolve(word, when=EventDate.parse(day), is_ahead=after.is_ahead)
