"""What recurs in the calendar, such as weekdays and months, and which of it is this, the last or the next one.

The calendar behind `diplo_events.dates.relative`, which knows the words. Weeks begin on Monday (ISO 8601).
"""

import calendar
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

import attrs
from dateutil.relativedelta import MO, relativedelta

from diplo_events.dates._words import SEASONS
from diplo_events.errors import RelativeDateError

__all__ = [
    "CYCLES",
    "LENGTHS",
    "Anchor",
    "Calendar",
    "Cycle",
    "DaySpan",
    "DaySpans",
    "Direction",
    "Every",
    "Lasting",
    "NeedsPublicationError",
    "as_one",
    "day_of_month",
    "fixed",
    "in_cycle",
    "joined",
    "julian_day",
    "nearest",
    "occurring",
    "season",
    "weekday",
    "yearly_month",
]

Direction: TypeAlias = Literal["past", "future"]
"""Whether a text reports (`past`) or announces (`future`)."""

Calendar: TypeAlias = Literal["gregorian", "julian"]
"""The calendar in which a text writes its dates."""

_CYCLES_SEARCHED: Final = 9  # 29 February can be eight years away
_SEASON_CODES: Final = frozenset(map(str, SEASONS.values()))
_JULIAN_ORDINAL: Final = 1_721_425  # from the day numbers of astronomers to those of `datetime`


@attrs.frozen
class DaySpan:
    """One day between two days, both included; `date.min` and `date.max` leave an end open."""

    first: date
    """The earliest day that is meant."""
    last: date
    """The latest."""
    name: str | None = None
    """EDTF of the season, quarter, half or first century that it is; the days of a season are a rule of thumb."""
    hours: str | None = None
    """The time of the day that is meant, in EDTF; empty if it is not known exactly, `None` for all of the day."""

    @property
    def is_season(self) -> bool:
        """Whether it is a season, whose first and last day nobody knows."""
        return self.name is not None and self.name[-2:] in _SEASON_CODES

    def ends(self) -> tuple[str, str]:
        """Return EDTF of both ends: centuries, decades, years or months if they are whole, else days; empty if open.

        >>> DaySpan(date(2025, 8, 1), date(2025, 9, 30)).ends()
        ('2025-08', '2025-09')
        >>> DaySpan(date(1800, 1, 1), date(1899, 12, 31)).ends()
        ('18XX', '18XX')
        """
        if self.name:
            return self.name, self.name
        length = len("2025-09-04")
        if self.first.day == 1 and self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]:
            length = len("2025") if (self.first.month, self.last.month) == (1, 12) else len("2025-09")
        first, last = self.first.isoformat()[:length], self.last.isoformat()[:length]
        for known in (2, 3):  # the digits of a century, of a decade
            start, rest = first[:known], len("2025") - known
            if (first, last) == (start + rest * "0", start + rest * "9"):
                first = last = start + rest * "X"
        return "" if self.first == date.min else first, "" if self.last == date.max else last


DaySpans: TypeAlias = tuple[DaySpan, ...]
"""One day in any of them: several where words have several readings."""


@attrs.frozen
class Lasting:
    """All days from one of some to one of others; none of them leave an end open."""

    start: DaySpans
    """When it begins."""
    end: DaySpans
    """When it ends."""


@attrs.frozen
class Every:
    """All of several: days, or times that last."""

    members: tuple[DaySpans | Lasting, ...]
    """At least one."""


Cycle: TypeAlias = Callable[[date, int], DaySpans]
"""Something that recurs: when it is in the cycle (day, week, month, year) of a day, or so many cycles later.

One span, or none where a cycle lacks it, as most years lack 29 February.
"""


class NeedsPublicationError(RelativeDateError):
    """Words are relative to a publication date, and there is none."""


@attrs.frozen
class Anchor:
    """The day from which words are read, and the side of it on which they look."""

    known: date | None
    """The day of publication, if known."""
    direction: Direction
    """The side, where the words do not say."""
    near: date | None = None
    """The day to which a bare weekday, date or month is the nearest, when that is not the publication's."""
    calendar: Calendar = "gregorian"
    """The calendar of dates with a day and a month."""

    @property
    def today(self) -> date:
        """The day of publication.

        Raises:
            NeedsPublicationError: It is not known.
        """
        if self.known is None:
            raise NeedsPublicationError("this phrase needs the publication date, and none is given")
        return self.known

    def possible(self, span: DaySpan) -> DaySpan:
        """Return a span without the days on the wrong side of today; years, months and seasons stay whole.

        Raises:
            RelativeDateError: All its days are on the wrong side.
        """
        first, last = span.ends()
        if self.direction == "past":
            possible = attrs.evolve(span, last=min(span.last, self.today))
            side, other = "after", "future"
        else:
            possible = attrs.evolve(span, first=max(span.first, self.today))
            side, other = "before", "past"
        if possible.first > possible.last:
            when = " to ".join(dict.fromkeys(end for end in (first, last) if end))
            raise RelativeDateError(
                f"{when} is {side} the publication on {self.today}; if it is meant, say direction={other!r}"
            )
        return span if first == last else possible


# Things that recur


def _day(day: date, steps: int) -> DaySpans:
    day += relativedelta(days=steps)
    return (DaySpan(day, day),)


def _week(day: date, steps: int) -> DaySpans:
    monday = day + relativedelta(weeks=steps, weekday=MO(-1))
    return (DaySpan(monday, monday + relativedelta(days=6)),)


def _fortnight(day: date, steps: int) -> DaySpans:
    return _week(day, 2 * steps)


def _month(day: date, steps: int) -> DaySpans:
    first = day + relativedelta(months=steps, day=1)
    return (DaySpan(first, first + relativedelta(day=31)),)


def _quarter(day: date, steps: int) -> DaySpans:
    first = day + relativedelta(month=1 + 3 * ((day.month - 1) // 3), day=1) + relativedelta(months=3 * steps)
    return (DaySpan(first, first + relativedelta(months=2, day=31), f"{first.year}-{33 + first.month // 3}"),)


def _years(count: int) -> Cycle:
    def cycle(day: date, steps: int) -> DaySpans:
        first = day.year - day.year % count + count * steps
        last = first + count - 1
        if not date.min.year <= last <= date.max.year:
            raise RelativeDateError(f"expected a time in the years {date.min.year} to {date.max.year}")
        return (DaySpan(date(max(first, date.min.year), 1, 1), date(last, 12, 31)),)

    return cycle


CYCLES: Final[dict[str, Cycle]] = {
    "day": _day,
    "week": _week,
    "fortnight": _fortnight,
    "month": _month,
    "quarter": _quarter,
    "year": _years(1),
    "decade": _years(10),
    "century": _years(100),
}
"""The units of time that recur in themselves."""

LENGTHS: Final = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}
"""How long each unit is."""


def weekday(number: int, *, days: int = 1) -> Cycle:
    """Return the days of a week that begin with the given one, Monday being 0."""

    def cycle(day: date, steps: int) -> DaySpans:
        first = _week(day, steps)[0].first + timedelta(number)
        return (DaySpan(first, first + timedelta(days - 1)),)

    return cycle


def yearly_month(number: int) -> Cycle:
    """Return a month of the year, January being 1."""
    return lambda day, steps: _month(CYCLES["year"](day, steps)[0].first, number - 1)


def day_of_month(month: Cycle, number: int) -> Cycle:
    """Return a day of a month that recurs; the month may lack it."""

    def cycle(day: date, steps: int) -> DaySpans:
        days = month(day, steps)[0]
        return _day(days.first, number - 1) if 1 <= number <= days.last.day else ()

    return cycle


def julian_day(month: int, number: int) -> Cycle:
    """Return a day of the year in the Julian calendar; most years lack its 29 February.

    >>> julian_day(10, 25)(date(1917, 11, 7), 0)
    (DaySpan(first=datetime.date(1917, 11, 7), last=datetime.date(1917, 11, 7), name=None, hours=None),)
    """
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

    def cycle(day: date, steps: int) -> DaySpans:
        year = _julian_year(day) + steps
        if not 1 <= number <= lengths[month - 1] or ((month, number) == (2, 29) and year % 4):
            return ()
        # Years are taken to begin in March, so that the leap day is the last of its year.
        years, months = (year + 4800, month - 3) if month > 2 else (year + 4799, month + 9)  # noqa: PLR2004  (March)
        astronomic = number + (153 * months + 2) // 5 + 365 * years + years // 4 - 32_083
        return _day(date.fromordinal(astronomic - _JULIAN_ORDINAL), 0)

    return cycle


def _julian_year(day: date) -> int:
    """Return the year that the Julian calendar has on a day."""
    days = day.toordinal() + 1  # since 1 January of the Julian year 1, which was two days before the Gregorian one
    cycles, rest = divmod(days, 1461)
    return 4 * cycles + min(rest // 365, 3) + 1


def season(name: str) -> Cycle:
    """Return a season, found by the months of northern meteorology."""

    def cycle(day: date, steps: int) -> DaySpans:
        code = SEASONS[name]
        first = yearly_month(3 * (code - 20))(day, steps)[0].first
        return (DaySpan(first, first + relativedelta(months=2, day=31), f"{first.year}-{code}"),)

    return cycle


def fixed(span: DaySpan) -> Cycle:
    """Return what does not recur, as if it did in every cycle."""
    return lambda _day, _steps: (span,)


# Which of them


def nearest(cycle: Cycle, anchor: Anchor) -> DaySpans:
    """Return the latest that has begun or, looking ahead, the earliest that has not ended; none if it never is."""
    anchor = attrs.evolve(anchor, known=anchor.near or anchor.today)
    for steps in range(_CYCLES_SEARCHED):
        if anchor.direction == "past":
            spans = [span for span in cycle(anchor.today, -steps) if span.first <= anchor.today]
        else:
            spans = [span for span in cycle(anchor.today, steps) if span.last >= anchor.today]
        if spans:
            return (anchor.possible(spans[0]),)
    return ()


def occurring(which: str, cycle: Cycle, anchor: Anchor) -> DaySpans:
    """Return `this`, `last` or `next` of something.

    "Last" is that of the cycle before or the latest that is over: both, if they differ. "Next" mirrors it.
    """
    this = cycle(anchor.today, 0)
    if which == "last":
        return joined([*cycle(anchor.today, -1), *(span for span in this if span.last < anchor.today)])
    if which == "next":
        return joined([*cycle(anchor.today, 1), *(span for span in this if span.first > anchor.today)])
    return tuple(anchor.possible(span) for span in this)


def in_cycle(which: str, cycle: Cycle, anchor: Anchor) -> DaySpans:
    """Return that of this, the last or the next cycle: no second reading."""
    if which == "this":
        return occurring(which, cycle, anchor)
    return cycle(anchor.today, {"last": -1, "next": 1}[which])


def joined(spans: Iterable[DaySpan]) -> DaySpans:
    """Return the spans in order, those that touch made one."""
    result: list[DaySpan] = []
    for span in sorted(set(spans), key=lambda span: (span.first, span.last)):
        touches = result and span.first.toordinal() <= result[-1].last.toordinal() + 1
        if touches and not span.is_season and not result[-1].is_season:
            result[-1] = DaySpan(result[-1].first, max(result[-1].last, span.last))
        else:
            result.append(span)
    return tuple(result)


def as_one(spans: DaySpans) -> DaySpan:
    """Return the span from the first day of some to the last."""
    return spans[0] if len(spans) == 1 else DaySpan(spans[0].first, spans[-1].last)
