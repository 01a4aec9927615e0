"""Days that a text names more than once, and days and months that touch."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._times.patterns import DAY, MONTH
from diplo_events.drafting._times.sides import days_between
from diplo_events.drafting._times.word import TimeWord, is_day

__all__ = ["as_before", "as_stretch"]

WITHOUT_YEAR: Final = re.compile(rf"(?:the )?{DAY} (?:of )?{MONTH}|{MONTH} {DAY}")
DATED: Final = re.compile(rf"\d|{MONTH}")
ALL_OF: Final = re.compile(r"\{(?P<members>\d{4}-\d\d(?:-\d\d)?(?:,\d{4}-\d\d(?:-\d\d)?)+)\}")
SHORT: Final = 60
"""How many days ago a day is that a text still tells of."""

MONTHS: Final = 12
YEAR_AND_MONTH: Final = 7
"""How many characters a month has."""


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


def as_stretch(word: TimeWord) -> TimeWord:
    """Return days and months of one time that touch as a stretch: "5 and 6 March", "in October and November".

    Those of "5 and 8 March" do not touch, and those of "Monday and Tuesday" are listed one by one.
    """
    listed = ALL_OF.fullmatch(str(word.when)) if word.when is not None and not word.parts else None
    if listed is None or DATED.search(word.text) is None:
        return word
    members = listed["members"].split(",")
    if any(not do_touch(one, other) for one, other in pairwise(members)):
        return word
    return attrs.evolve(word, when=EventDate.parse(f"{members[0]}/{members[-1]}"))


def do_touch(one: str, other: str) -> bool:
    """Whether two days or two months follow each other."""
    if len(one) != len(other):
        return False
    if len(one) == YEAR_AND_MONTH:
        return month_number(other) - month_number(one) == 1
    return (date.fromisoformat(other) - date.fromisoformat(one)).days == 1


def month_number(month: str) -> int:
    """Return how many months a month lies after the year 0."""
    year, _, number = month.partition("-")
    return int(year) * MONTHS + int(number)
