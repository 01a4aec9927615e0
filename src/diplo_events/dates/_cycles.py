"""What recurs in the calendar, such as weekdays and months, and which of it is this, the last, the next one.

The calendar behind `diplo_events.dates.relative`, which knows the words. Weeks begin on Monday (ISO 8601).
"""

import calendar
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

import attrs
from dateutil.relativedelta import MO, relativedelta

from diplo_events.errors import RelativeDateError

__all__ = [
    "PARTS",
    "SEASONS",
    "UNITS",
    "Anchor",
    "Cycle",
    "DaySpan",
    "DaySpans",
    "Direction",
    "Lasting",
    "NeedsPublicationError",
    "day_of_month",
    "joined",
    "nearest",
    "occurring",
    "of_cycle",
    "part",
    "season",
    "weekday",
    "yearly_month",
]

Direction: TypeAlias = Literal["past", "future"]
"""Whether a text reports (`past`) or announces (`future`)."""
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The EDTF code of each season; none says of which hemisphere."""

PARTS: Final = {
    # thirds of a month's days and of a year's months; a week has no thirds, and its parts overlap
    "early": {"week": slice(0, 3), "month": slice(0, 10), "year": slice(0, 4)},
    "mid": {"week": slice(1, 4), "month": slice(10, 20), "year": slice(4, 8)},
    "late": {"week": slice(3, 7), "month": slice(20, 31), "year": slice(8, 12)},
    # the edges are narrower; the end of a week has its weekend
    "beginning": {"week": slice(0, 2), "month": slice(0, 7), "year": slice(0, 1)},
    "end": {"week": slice(4, 7), "month": slice(-7, None), "year": slice(11, 12)},
}
"""Which of its days or, in a year, months make up a part of a unit."""

_CYCLES_SEARCHED: Final = 9  # 29 February can be eight years away


@attrs.frozen
class DaySpan:
    """One day between two days, both included; `date.min` and `date.max` leave an end open."""

    first: date
    """The earliest day that is meant."""
    last: date
    """The latest."""
    season: str | None = None
    """EDTF of the season that the span is; its days are then a rule of thumb, for finding it only."""

    def ends(self) -> tuple[str, str]:
        """EDTF of both ends: decades, years or months, if the span is whole ones, else days. Empty if open.

        >>> DaySpan(date(2025, 8, 1), date(2025, 9, 30)).ends()
        ('2025-08', '2025-09')
        """
        if self.season:
            return self.season, self.season
        length = 10
        if self.first.day == 1 and self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]:
            length = 4 if (self.first.month, self.last.month) == (1, 12) else 7
        first, last = self.first.isoformat()[:length], self.last.isoformat()[:length]
        if f"{first[:3]}0 {first[:3]}9" == f"{first} {last}":
            first = last = f"{first[:3]}X"
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
        """A span without the days on the wrong side of today; years, months and seasons stay whole.

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


def _month(day: date, steps: int) -> DaySpans:
    first = day + relativedelta(months=steps, day=1)
    return (DaySpan(first, first + relativedelta(day=31)),)


def _year(day: date, steps: int) -> DaySpans:
    first = day + relativedelta(years=steps, month=1, day=1)
    return (DaySpan(first, first + relativedelta(month=12, day=31)),)


UNITS: Final[dict[str, Cycle]] = {"day": _day, "week": _week, "month": _month, "year": _year}
"""The units of time, each recurring in itself."""


def weekday(number: int, *, days: int = 1) -> Cycle:
    """The days of a week that begin with the given one, Monday being 0."""

    def item(day: date, steps: int) -> DaySpans:
        first = _week(day, steps)[0].first + timedelta(number)
        return (DaySpan(first, first + timedelta(days - 1)),)

    return item


def yearly_month(number: int) -> Cycle:
    """A month of the year, January being 1."""
    return lambda day, steps: _month(_year(day, steps)[0].first, number - 1)


def day_of_month(month: int, number: int) -> Cycle:
    """A day of the year; the month may lack it."""

    def item(day: date, steps: int) -> DaySpans:
        days = yearly_month(month)(day, steps)[0]
        return _day(days.first, number - 1) if 1 <= number <= days.last.day else ()

    return item


def season(name: str) -> Cycle:
    """A season, found by the months of northern meteorology."""

    def item(day: date, steps: int) -> DaySpans:
        code = SEASONS[name]
        first = yearly_month(3 * (code - 20))(day, steps)[0].first
        return (DaySpan(first, first + relativedelta(months=2, day=31), f"{first.year}-{code}"),)

    return item


def part(name: str, unit: str, item: Cycle) -> Cycle:
    """A part of something that recurs and is a whole unit long: the middle of a month.

    >>> part("mid", "month", UNITS["month"])(date(2025, 8, 1), 0)
    (DaySpan(first=datetime.date(2025, 8, 11), last=datetime.date(2025, 8, 20), season=None),)
    """

    def of_item(day: date, steps: int) -> DaySpans:
        whole = item(day, steps)[0]
        if unit == "year":
            pieces = [_month(whole.first, n)[0] for n in range(12)]
        else:
            pieces = [_day(whole.first, n)[0] for n in range((whole.last - whole.first).days + 1)]
        chosen = pieces[PARTS[name][unit]]
        return (DaySpan(chosen[0].first, chosen[-1].last),)

    return of_item


# Which of them


def nearest(item: Cycle, clock: Anchor) -> DaySpans:
    """The latest that has begun or, looking ahead, the earliest that has not ended; none if it never is."""
    clock = Anchor(clock.near or clock.today, clock.direction)
    for cycle in range(_CYCLES_SEARCHED):
        if clock.direction == "past":
            spans = [span for span in item(clock.today, -cycle) if span.first <= clock.today]
        else:
            spans = [span for span in item(clock.today, cycle) if span.last >= clock.today]
        if spans:
            return (clock.possible(spans[0]),)
    return ()


def occurring(which: str, item: Cycle, clock: Anchor) -> DaySpans:
    """`this`, `last` or `next` of something.

    "Last" is that of the cycle before or the latest that is over: both, if they differ. "Next" mirrors it.
    """
    this = item(clock.today, 0)
    if which == "last":
        return joined([*item(clock.today, -1), *(span for span in this if span.last < clock.today)])
    if which == "next":
        return joined([*item(clock.today, 1), *(span for span in this if span.first > clock.today)])
    return tuple(clock.possible(span) for span in this)


def of_cycle(which: str, item: Cycle, clock: Anchor) -> DaySpans:
    """That of this, the last or the next cycle: no second reading."""
    if which == "this":
        return occurring(which, item, clock)
    return item(clock.today, {"last": -1, "next": 1}[which])


def joined(spans: Iterable[DaySpan]) -> DaySpans:
    """The spans in order, those that touch made one."""
    result: list[DaySpan] = []
    for span in sorted(set(spans), key=lambda span: (span.first, span.last)):
        if result and not span.season and span.first.toordinal() <= result[-1].last.toordinal() + 1:
            result[-1] = DaySpan(result[-1].first, max(result[-1].last, span.last))
        else:
            result.append(span)
    return tuple(result)
