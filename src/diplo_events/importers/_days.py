"""Days as sources write them: ISO 8601, eight digits, or month/day/year, each by name."""

import functools
import re
from typing import Final, NamedTuple

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError

__all__ = ["SLASHES_DATE", "US_DATE", "WrittenDay", "day_of"]

US_DATE: Final = "the date is written month/day/year"
SLASHES_DATE: Final = "the date is written with slashes, and only one reading of it is a day"

ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
DIGITS: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
WORDS: Final = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)[ -]([0-9]{4})")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
SLASHES: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


class WrittenDay(NamedTuple):
    """A day, and how it was written."""

    date: EventDate
    """The day."""
    is_us: bool = False
    """Whether it was written month/day/year."""
    is_slashed: bool = False
    """Whether it was written with slashes where the source does not do so."""


@functools.lru_cache(maxsize=65_536)
def day_of(text: str, *, day_first: bool | None = False) -> WrittenDay | None:
    """Return the day that a cell names, or `None` if it names none: also `5 January 2020`.

    Args:
        text: The cell.
        day_first: Whether the source writes day/month/year; by default slashes mean month/day/year. `None`: the source
            writes no slashes, but some program did, and only a number above 12 tells the day from the month.

    Examples:
        >>> day_of("2018-06-01").date == day_of("6/1/2018").date == day_of("20180601").date
        True
        >>> day_of("13/6/2018"), str(day_of("13/6/2018", day_first=True).date)
        (None, '2018-06-13')
        >>> day_of("6/1/2018", day_first=None), str(day_of("13/6/2018", day_first=None).date)
        (None, '2018-06-13')
    """
    if match := ISO.fullmatch(text) or DIGITS.fullmatch(text):
        return dated(*match.groups())
    if match := WORDS.fullmatch(text):
        day, month, year = match.groups()
        known = [number for number, name in enumerate(MONTHS, 1) if month.lower() in {name, name[:3]}]
        return dated(year, str(known[0]), day) if known else None
    if match := SLASHES.fullmatch(text):
        first, second, year = match.groups()
        if day_first is None:
            days = {each.date for each in (dated(year, second, first), dated(year, first, second)) if each}
            return WrittenDay(days.pop(), is_slashed=True) if len(days) == 1 else None
        found = dated(year, second, first) if day_first else dated(year, first, second)
        return found and WrittenDay(found.date, is_us=not day_first)
    return None


def dated(year: str, month: str, day: str) -> WrittenDay | None:
    """Return a day, or `None` if no calendar has it."""
    try:
        return WrittenDay(EventDate.parse(f"{year}-{month:0>2}-{day:0>2}"))
    except EventDateError:
        return None
