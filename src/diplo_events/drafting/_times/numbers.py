"""Dates of numbers alone, "8/23/29": read if nobody can read them in two ways, or if the text shows its order."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._times.word import days_from

__all__ = ["NUMBERED", "NUMERIC", "Numbers"]

NUMERIC: Final = (
    r"(?<![/.\-])(?:\d{1,2}/\d{1,2}/(?:(?:19|20)\d\d|\d\d)|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
    r"|\d{1,2}-\d{1,2}-(?:19|20)\d\d)(?![\w/]|[.\-]\d)"
)
"""A day, a month and a year, in an order that writers do not share."""

NUMBERED: Final = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{2,4})")
ORDER: Final = "a day and a month in an order that writers do not share, and the text does not show its own"
NO_DAY: Final = "the calendar has no such day"
NEAR: Final = 31
"""How many days before the publication a day of news lies, if the other reading of its numbers is to come."""

THIS_CENTURY: Final = 2000
SHORT: Final = 100


class Numbers:
    """The order of day and month in the numeric dates of a text."""

    def __init__(self, text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None) -> None:
        self.published = published
        pattern = re.compile(NUMERIC)
        dates = [found[0] for start, end in blocks for found in pattern.finditer(text, start, end)]
        readings = [set(days_of(words)) for words in dates]
        shown = {next(iter(orders)) for orders in readings if len(orders) == 1}
        self.order = shown.pop() if len(shown) == 1 else None

    def read(self, words: str) -> tuple[EventDate | None, str]:
        """Return the day that a date of numbers means, and why it means none.

        >>> numbers = Numbers("", [], EventDate.parse("2029-09-01"))
        >>> str(numbers.read("8/23/29")[0]), numbers.read("8/7/29")[0]
        ('2029-08-23', None)
        >>> str(Numbers("Bern, 23/8/29", [(0, 13)], None).read("8/7/29")[0])
        '2029-07-08'
        """
        days = days_of(words)
        if not days:
            return None, NO_DAY
        if len(set(days.values())) == 1:
            return next(iter(days.values())), ""
        if words.count(".") or self.order is not None:
            return days["day" if words.count(".") else self.order or "day"], ""
        past = [day for day in days.values() if (days_from(day, self.published) or 0) >= 0]
        is_news = len(past) == 1 and (days_from(past[0], self.published) or NEAR) < NEAR
        return (past[0], "") if is_news else (None, ORDER)


def days_of(words: str) -> dict[str, EventDate]:
    """Return the days that a date of numbers may mean, by what stands first in it."""
    found = NUMBERED.fullmatch(words)
    if found is None:
        return {}
    year = int(found["year"]) + (THIS_CENTURY if int(found["year"]) < SHORT else 0)
    first, second = int(found["first"]), int(found["second"])
    days: dict[str, EventDate] = {}
    for order, day, month in (("month", second, first), ("day", first, second)):
        try:
            days[order] = EventDate.parse(str(date(year, month, day)))
        except ValueError:
            continue
    if "." in words and "day" in days:
        days.pop("month", None)
    return days
