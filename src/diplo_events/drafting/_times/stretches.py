"""Days and months of one time that touch: "5 and 6 March" is a stretch, "5 and 8 March" are two days."""

import re
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._times.patterns import MONTH
from diplo_events.drafting._times.word import TimeWord

__all__ = ["as_stretch"]

DATED: Final = re.compile(rf"\d|{MONTH}")
ALL_OF: Final = re.compile(r"\{(?P<members>\d{4}-\d\d(?:-\d\d)?(?:,\d{4}-\d\d(?:-\d\d)?)+)\}")
ONLY: Final = re.compile(r"\{([^,{}]+)\}")
"""One day that was named twice: "tomorrow, Thursday"."""

MONTHS: Final = 12
"""How many a year has."""

YEAR_AND_MONTH: Final = 7
"""How many characters a month has."""


def as_stretch(word: TimeWord) -> TimeWord:
    """Return days and months of one time that touch as a stretch: "5 and 6 March", "in October and November".

    Those of "5 and 8 March" do not touch, and those of "Monday and Tuesday" are listed one by one.
    """
    if (only := ONLY.fullmatch(str(word.when))) is not None:
        return attrs.evolve(word, when=EventDate.parse(only[1]))
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
