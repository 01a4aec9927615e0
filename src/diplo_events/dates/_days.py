"""Days, sets of days, and the days that a date as written can mean."""

import bisect
import datetime as dt
import re
from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple, TypeAlias

from diplo_events.dates._syntax import (
    MONTHS_OF,
    Date,
    DateTime,
    Expression,
    Interval,
    LoneYear,
    Range,
    month_length,
    units,
)
from diplo_events.errors import ArgumentError

__all__ = [
    "ALWAYS",
    "FIRST_DAY",
    "LAST_DAY",
    "BoundsKey",
    "Day",
    "Days",
    "Run",
    "bounds",
    "bounds_key",
    "bounds_of",
    "days_of",
    "first_days_of",
    "first_from",
    "inside",
    "last_days_of",
    "last_up_to",
    "longest_unit",
    "meet",
    "number_of",
    "union",
    "years_of",
]

Run = tuple[int, int]
"""The numbers of a first and a last day, both included."""

Days = tuple[Run, ...]
"""A set of days: runs in order of time, with at least one day between two of them."""

FIRST_DAY: Final = -(10**18)
"""The number of the beginning of time: long before every day that can be written."""

LAST_DAY: Final = 10**18
"""The number of the end of time."""

ALWAYS: Final[Days] = ((FIRST_DAY, LAST_DAY),)
"""Every day."""

_MOST_UNITS: Final = 1000
_UNSPECIFIED_TO_THE_END: Final = re.compile(r"-?[0-9]*X*")
_DECEMBER: Final = 12
_LONGEST_MONTH: Final = 31
_LONGEST_YEAR: Final = 366
_LAST_YEAR: Final = 9999
_YEARS_OF_CYCLE: Final = 400
"""After as many years, the calendar repeats itself."""
_DAYS_OF_CYCLE: Final = 146_097


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar. Days compare in order of time.

    >>> Day(2025, 9, 4) < Day(2025, 10, 1)
    True
    >>> str(Day(-43, 3, 15))
    '-0043-03-15'
    """

    year: int
    """Any year, where `datetime.date` has only 1 to 9999; 0 is 1 BC."""
    month: int
    """1 to 12."""
    day: int
    """1 to 31."""

    @classmethod
    def from_date(cls, date: dt.date) -> "Day":
        """Return the day of a `datetime.date` or `datetime.datetime`.

        >>> Day.from_date(dt.date(2025, 9, 4))
        Day(year=2025, month=9, day=4)
        """
        return cls(date.year, date.month, date.day)

    @classmethod
    def from_ordinal(cls, number: int) -> "Day":
        """Return the day with a number, as `Day.ordinal` counts.

        >>> Day.from_ordinal(1), Day.from_ordinal(0)
        (Day(year=1, month=1, day=1), Day(year=0, month=12, day=31))
        """
        cycles, rest = divmod(number - 1, _DAYS_OF_CYCLE)
        date = dt.date.fromordinal(rest + 1)
        return cls(date.year + _YEARS_OF_CYCLE * cycles, date.month, date.day)

    def to_date(self) -> dt.date:
        """Return the same day as a `datetime.date`.

        Raises:
            ArgumentError: The year is not one of 1 to 9999, or the calendar has no such day.

        >>> Day(2025, 9, 30).to_date()
        datetime.date(2025, 9, 30)
        >>> Day(-43, 3, 15).to_date()
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentError: datetime.date has the years 1 to 9999, found Day(year=-43, month=3, day=15); count days with Day.ordinal instead
        """  # noqa: E501  (a message is one line)
        _check(self)
        if not dt.MINYEAR <= self.year <= dt.MAXYEAR:
            raise ArgumentError(
                f"datetime.date has the years {dt.MINYEAR} to {dt.MAXYEAR}, found {self!r};"
                " count days with Day.ordinal instead"
            )
        return dt.date(self.year, self.month, self.day)

    @property
    def ordinal(self) -> int:
        """The number of the day, counted as `datetime.date.toordinal` counts, for any year.

        Raises:
            ArgumentError: The calendar has no such day.

        >>> Day(1, 1, 1).ordinal, Day(0, 12, 31).ordinal
        (1, 0)
        """
        _check(self)
        return number_of(self)

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        prefix = "Y" if abs(self.year) > _LAST_YEAR else ""
        return f"{prefix}{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


BoundsKey: TypeAlias = tuple[tuple[bool, Day], tuple[bool, Day]]
"""The result of `bounds_key`: compare it, do not look inside."""


def bounds_key(earliest: Day | None, latest: Day | None) -> BoundsKey:
    """Return a key that sorts by the first day, then by the last; missing days are outermost.

    It is the first part of `EventDate.sort_key`, for a pair of days that is not of one date.

    >>> bounds_key(None, Day(2025, 9, 4)) < bounds_key(Day(2025, 9, 1), None)
    True
    """
    return (earliest is not None, earliest or _NO_DAY), (latest is None, latest or _NO_DAY)


_NO_DAY: Final = Day(0, 0, 0)


def _check(day: Day) -> None:
    """Refuse a day that the calendar does not have: a `Day` can be made of any three numbers."""
    if not 1 <= day.month <= _DECEMBER:
        raise ArgumentError(f"expected a month from 1 to {_DECEMBER}, found {day!r}")
    length = month_length(day.year, day.month)
    if not 1 <= day.day <= length:
        raise ArgumentError(f"expected a day from 1 to {length} in this month, found {day!r}")


def number_of(day: Day) -> int:
    """Return the ordinal of a day that is known to be in the calendar.

    >>> number_of(Day(1, 1, 1)), number_of(Day(0, 12, 31))
    (1, 0)
    """
    # Years are taken to begin in March, so that the leap day is the last of its year.
    year, months = (day.year, day.month - 3) if day.month > 2 else (day.year - 1, day.month + 9)  # noqa: PLR2004  (years from March)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * months + 2) // 5 + day.day - 306


def union(runs: Iterable[Run]) -> Days:
    """Return the set of the days of some runs.

    >>> union([(5, 9), (1, 2), (3, 4)])
    ((1, 9),)
    """
    joined: list[Run] = []
    for low, high in sorted(runs):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)


def first_from(days: Days, number: int) -> int:
    """Return the first day of a set that is not before a day; a number after `LAST_DAY` if there is none.

    >>> first_from(((1, 2), (5, 9)), 3)
    5
    """
    at = bisect.bisect_left(days, number, key=_last_of_run)
    return max(number, days[at][0]) if at < len(days) else LAST_DAY + 1


def last_up_to(days: Days, number: int) -> int:
    """Return the last day of a set that is not after a day; a number before `FIRST_DAY` if there is none.

    >>> last_up_to(((1, 2), (5, 9)), 3)
    2
    """
    at = bisect.bisect_right(days, number, key=_first_of_run)
    return min(number, days[at - 1][1]) if at else FIRST_DAY - 1


def meet(left: Days, right: Days) -> bool:
    """Whether two sets share a day.

    >>> meet(((1, 2), (5, 9)), ((3, 4),))
    False
    """
    few, many = sorted((left, right), key=len)
    return any(first_from(many, low) <= high for low, high in few)


def inside(inner: Days, outer: Days) -> bool:
    """Whether every day of one set is in another.

    >>> inside(((2, 3),), ((1, 4), (8, 9)))
    True
    """
    for low, high in inner:
        at = bisect.bisect_left(outer, high, key=_last_of_run)
        if at == len(outer) or outer[at][0] > low:
            return False
    return True


def bounds(date: Date) -> tuple[Day, Day]:
    """Return the first and the last day that a date can mean, without its qualifiers."""
    first = next(units(date))
    last = next(units(date, latest_first=True)) if date.is_masked else first
    return min(low for low, _ in _spans(*first)), max(high for _, high in _spans(*last))


def bounds_of(expression: Expression | Range) -> tuple[Day | None, Day | None]:
    """Return the earliest and the latest day of an expression as written."""
    match expression:
        case Date():
            return bounds(expression)
        case DateTime():
            return bounds(expression.date)
        case LoneYear():
            first_year, last_year = years_of(expression)
            return Day(first_year, 1, 1), Day(last_year, _DECEMBER, 31)
        case Interval(start=first, end=last) | Range(first=first, last=last):
            earliest = bounds(first)[0] if isinstance(first, Date) else None
            return earliest, bounds(last)[1] if isinstance(last, Date) else None
        case _:  # a set
            pairs = [bounds_of(member) for member in expression.members]
            firsts = [first for first, _ in pairs if first]
            lasts = [last for _, last in pairs if last]
            return (
                min(firsts) if len(firsts) == len(pairs) else None,
                max(lasts) if len(lasts) == len(pairs) else None,
            )


def years_of(year: LoneYear) -> tuple[int, int]:
    """Return the first and the last year that share the significant digits of a year.

    >>> years_of(LoneYear(1950, 2, 2))
    (1900, 1999)
    """
    size = abs(year.year)
    unknown = 0 if year.significant is None else max(len(str(size)) - year.significant, 0)
    low = size // 10**unknown * 10**unknown
    high = low + 10**unknown - 1
    return (low, high) if year.year >= 0 else (-high, -low)


def days_of(date: Date) -> Days:
    """Return the days that a date can mean, without its qualifiers.

    A date that can mean more than a thousand years, months or days with gaps between them (`XXXX-12-25`)
    yields all days from the first to the last.
    """
    runs = [] if date.is_masked and _is_contiguous(date) else _runs(date)
    if runs:
        return union(runs) if len(runs) > 1 else tuple(runs)
    first, last = bounds(date)
    return ((number_of(first), number_of(last)),)


def first_days_of(date: Date) -> Days:
    """Return the first day of each year, month or day that a date can mean."""
    if date.day is not None and _is_contiguous(date):
        return days_of(date)
    runs = _runs(date)
    return union((low, low) for low, _ in runs) or days_of(date)


def last_days_of(date: Date) -> Days:
    """Return the last day of each year, month or day that a date can mean."""
    if date.day is not None and _is_contiguous(date):
        return days_of(date)
    runs = _runs(date)
    return union((high, high) for _, high in runs) or days_of(date)


def longest_unit(date: Date) -> int:
    """Return the greatest number of days that a year, month or day written like this one has."""
    if date.day is not None:
        return 1
    if date.month is None:
        return _LONGEST_YEAR
    months = MONTHS_OF[date.month][0][1] if isinstance(date.month, int) and date.month in MONTHS_OF else 1
    return months * _LONGEST_MONTH


def _runs(date: Date) -> list[Run]:
    """List the years, months or days that a date can mean; none if they are more than a thousand."""
    meanings = list(islice(units(date), _MOST_UNITS + 1))
    if len(meanings) > _MOST_UNITS:
        return []
    return [(number_of(low), number_of(high)) for unit in meanings for low, high in _spans(*unit)]


def _is_contiguous(date: Date) -> bool:
    """Whether the days of a date have no gap, because only its last digits are unspecified."""
    year = date.year if isinstance(date.year, str) else f"{date.year:04}"
    month = f"{date.month:02}" if isinstance(date.month, int) else date.month or ""
    day = f"{date.day:02}" if isinstance(date.day, int) else date.day or ""
    return _UNSPECIFIED_TO_THE_END.fullmatch(year + month + day) is not None


def _spans(year: int, month: int | None, day: int | None) -> list[tuple[Day, Day]]:
    """Return the first and the last day of a year, month or day; of both seasons if no hemisphere is named."""
    if month is None:
        return [(Day(year, 1, 1), Day(year, _DECEMBER, 31))]
    if day is not None:
        return [(Day(year, month, day), Day(year, month, day))]
    spans: list[tuple[Day, Day]] = []
    for first, months in MONTHS_OF.get(month, ((month, 1),)):
        years, last = divmod(first + months - 2, _DECEMBER)
        end = Day(year + years, last + 1, month_length(year + years, last + 1))
        spans.append((Day(year, first, 1), end))
    return spans


def _first_of_run(run: Run) -> int:
    return run[0]


def _last_of_run(run: Run) -> int:
    return run[1]
