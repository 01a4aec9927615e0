"""An axis of time for any span: true within each unbroken stretch, broken where nothing is for long, with its marks."""

import itertools
import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

import attrs

__all__ = ["Stretch", "TimeAxis", "axis_of", "ticks_of"]

Span: TypeAlias = tuple[int, int]
"""The first and the last of some days, as `date.toordinal` counts them."""

NARROW: Final = 60
"""Days that are at most as many never make an axis too wide."""
VAGUE: Final = 3
"""More days than so many times those of all narrower dates on the axis do not widen it, if they contain one of them."""
EMPTY: Final = 30
"""More days than these without anything may be left out."""
UNUSUAL: Final = 5
"""They are left out if they are more than so many times the usual days between two dates."""
MOST_BREAKS: Final = 4
"""How often an axis is broken at most."""
BREAK: Final = 24.0
"""The width of a break."""
LEAST_WIDTH: Final = 70.0
"""The least width of a stretch."""
LABEL: Final = 46.0
"""The width of a mark's label."""
FIRST: Final = date.min.toordinal()
LAST: Final = date.max.toordinal()
DAY_STEPS: Final = (1, 2, 7, 14)
MONTH_STEPS: Final = (1, 3, 6)
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@attrs.frozen
class Stretch:
    """Days without a break, on one scale."""

    first: int
    """The first day."""
    last: int
    """The last day."""
    left: float
    """Where the first day begins."""
    right: float
    """Where the last day ends."""

    def x(self, day: int) -> float:
        """Return where a day begins; that of the day after the last is the right end."""
        return self.left + (day - self.first) * (self.right - self.left) / (self.last + 1 - self.first)


@attrs.frozen
class TimeAxis:
    """Stretches of days, one after another, with breaks between them."""

    stretches: tuple[Stretch, ...]

    def boxes(self, low: int, high: int) -> list[tuple[float, float]]:
        """List where some days are on the axis, from the left to the right end in each stretch that has one of them."""
        return [
            (each.x(max(low, each.first)), each.x(min(high, each.last) + 1))
            for each in self.stretches
            if low <= each.last and high >= each.first
        ]

    def missing(self, low: int, high: int) -> str:
        """Return which side of the axis days are that are not on it: `earlier`, `later`, or `in a break`."""
        if high < self.stretches[0].first:
            return "earlier"
        return "later" if low > self.stretches[-1].last else "in a break"


def axis_of(spans: Iterable[Span], left: float, right: float, *, ends: Iterable[int] = ()) -> TimeAxis | None:
    """Return the axis on which the days of some dates are; `None` if there are none.

    Dates that are much vaguer than others which they contain do not widen it. It is broken at the longest stretches of
    time without a date, so that a week and a year two centuries before fit on it. Of dates without a beginning or an
    end, the days that they have (`ends`) are on it too.
    """
    every = sorted(set(spans), key=lambda span: (span[1] - span[0], span))
    chosen: list[Span] = []
    for low, high in every:
        near = [(first, last) for first, last in united(chosen) if first <= high and low <= last]
        covered = sum(last - first + 1 for first, last in near)
        if not near or high - low < max(NARROW, VAGUE * covered):
            chosen.append((low, high))
    chosen += [(day, day) for day in sorted(set(ends)) if not any(first <= day <= last for first, last in chosen)]
    if not chosen:
        return None
    parts = unbroken(united(chosen))
    counts = [max(sum(first <= low <= last for low, _ in every), 1) for first, last in parts]
    room = right - left - BREAK * (len(parts) - 1) - LEAST_WIDTH * len(parts)
    total = sum(map(math.sqrt, counts))
    stretches: list[Stretch] = []
    for (first, last), count in zip(padded(parts), counts, strict=True):
        width = LEAST_WIDTH + room * math.sqrt(count) / total
        stretches.append(Stretch(first, last, left, left + width))
        left += width + BREAK
    return TimeAxis(tuple(stretches))


def united(spans: Iterable[Span]) -> list[Span]:
    """Return the days of some spans as spans without a day in common, in order."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def unbroken(spans: Sequence[Span]) -> list[Span]:
    """Join spans over all gaps but the longest ones, where those are unusually long."""
    gaps = [after[0] - before[1] - 1 for before, after in itertools.pairwise(spans)]
    usual = statistics.median_low(gaps) if gaps else 0
    limit = max(EMPTY, UNUSUAL * usual if len(gaps) > 1 else 0)
    longest = sorted(range(len(gaps)), key=lambda at: (-gaps[at], at))[:MOST_BREAKS]
    breaks = sorted(at for at in longest if gaps[at] > limit)
    starts = [0, *(at + 1 for at in breaks)]
    ends = [*breaks, len(spans) - 1]
    return [(spans[start][0], spans[end][1]) for start, end in zip(starts, ends, strict=True)]


def padded(parts: Sequence[Span]) -> Iterator[Span]:
    """List spans with a little room at both ends, which never reaches the next one."""
    for at, (first, last) in enumerate(parts):
        room = max(1, (last - first) // 40)
        before = (first - parts[at - 1][1] - 1) // 3 if at else first - FIRST
        after = (parts[at + 1][0] - last - 1) // 3 if at + 1 < len(parts) else LAST - last
        yield first - min(room, before), last + min(room, after)


def ticks_of(stretch: Stretch) -> list[tuple[float, str, str]]:
    """List the marks of a stretch, at least one: where it stands, its label, and the year where that begins.

    Examples:
        >>> week = Stretch(date(2025, 9, 1).toordinal(), date(2025, 9, 7).toordinal(), 0.0, 350.0)
        >>> ticks_of(week)[:2]
        [(0.0, '1 Sep', '2025'), (50.0, '2 Sep', '')]
    """
    days, unit = [stretch.first], "day"
    for found, found_unit in candidates(stretch):
        places = [stretch.x(day) for day in found]
        if found and all(after - before >= LABEL for before, after in itertools.pairwise(places)):
            days, unit = found, found_unit
            break
    if len(days) > 1 and stretch.right - stretch.x(days[-1]) < LABEL / 2:  # its label would not fit
        days = days[:-1]
    ticks: list[tuple[float, str, str]] = []
    year = None
    for day in days:
        when = date.fromordinal(day)
        label = {
            "day": f"{when.day} {MONTHS[when.month - 1]}",
            "month": MONTHS[when.month - 1],
            "year": str(when.year),
        }[unit]
        ticks.append((stretch.x(day), label, str(when.year) if unit != "year" and when.year != year else ""))
        year = when.year
    return ticks


def candidates(stretch: Stretch) -> Iterator[tuple[list[int], str]]:
    """List the days on which marks can stand, from the finest to the coarsest, with the unit of their labels."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    room = (stretch.right - stretch.left) / LABEL
    for step in DAY_STEPS:
        if (stretch.last - stretch.first) / step <= room:
            start = stretch.first + (-first.weekday() % 7 if step >= DAY_STEPS[2] else 0)
            yield list(range(start, stretch.last + 1, step)), "day"
    for step in MONTH_STEPS:
        months = range(first.year * 12, last.year * 12 + 12, step)
        if len(months) <= VAGUE * (room + 12):
            days = (date(month // 12, month % 12 + 1, 1).toordinal() for month in months)
            yield [day for day in days if stretch.first <= day <= stretch.last], "month"
    for step in YEAR_STEPS:
        years = range(max(math.ceil(first.year / step) * step, step), last.year + 1, step)
        days = (date(year, 1, 1).toordinal() for year in years)
        yield [day for day in days if stretch.first <= day <= stretch.last], "year"
