"""The first and the last day on which an event can begin and end, for one date or for several alternative dates."""

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from diplo_events.dates import EventDate, Limits, check_event_date
from diplo_events.dates._days import FIRST_DAY, LAST_DAY, BoundsKey, bounds_key
from diplo_events.errors import ArgumentTypeError, shown

__all__ = [
    "ANY_TIME",
    "FIRST_DAY",
    "LAST_DAY",
    "BoundsKey",
    "DayRange",
    "Limits",
    "bounds_key",
    "clock_range",
    "conflict",
    "lies_within",
    "limits_of",
    "shared_range",
]

DayRange: TypeAlias = tuple[int, int]
"""The first and the last of some days, as `Day.ordinal` counts them."""

ANY_TIME: Final = Limits(FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY)
"""The limits of an event without a date."""


def limits_of(dates: Iterable[EventDate], *, unqualified: bool = False) -> Limits:
    """Return the limits of an event that has one of several alternative dates; `ANY_TIME` if there are none.

    Args:
        dates: The dates, any of which may be the right one.
        unqualified: Take the dates as written, without `?`, `~` and `%`.

    >>> limits_of([EventDate.parse("0001-01-03"), EventDate.parse("0001-01-05/0001-01-07")])
    Limits(first_min=3, first_max=5, last_min=3, last_max=7)
    """
    alternatives = _each(dates, unqualified=unqualified)
    if not alternatives:
        return ANY_TIME
    if len(alternatives) == 1:
        return alternatives[0]
    first_min, first_max, last_min, last_max = zip(*alternatives, strict=True)
    return Limits(min(first_min), max(first_max), min(last_min), max(last_max))


def conflict(dates: Collection[EventDate]) -> bool | None:
    """Whether several dates of one event cannot all be right, because two of them share no day.

    `None` if that holds only for the dates as written: `2025-09-03?` and `2025-09-04` exclude each other if the first
    is right, which its mark leaves open.

    >>> conflict([EventDate.parse("2025-09-03"), EventDate.parse("2025-09")])
    False
    >>> conflict([EventDate.parse("2025-09-03"), EventDate.parse("2025-09-04")])
    True
    >>> conflict([EventDate.parse("2025-09-03?"), EventDate.parse("2025-09-04")]) is None
    True
    """
    if _some_are_apart(_each(dates, unqualified=False)):
        return True
    return None if _some_are_apart(_each(dates, unqualified=True)) else False


def shared_range(dates: Collection[EventDate]) -> DayRange:
    """Return the first and last day on which several dates of one event can all be right, whatever their marks.

    Dates are taken as written or, if they share no day so, by the clock (`clock_range`). If they share no day either
    way, the last day comes before the first.

    Raises:
        ArgumentTypeError: Something is not an `EventDate`; the message says what to write.

    >>> evening, night = map(EventDate.parse, ("0001-01-03T23:00:00-05:00", "0001-01-04T04:00:00Z"))
    >>> shared_range([evening]), shared_range([evening, night]), shared_range([night, EventDate.parse("0001-01")])
    ((3, 3), (4, 4), (4, 4))
    >>> shared_range([EventDate.parse("0001-01-03"), EventDate.parse("0001-01-04")])
    (4, 3)
    """
    _check_list(dates)
    written = _intersection(_written_range(date) for date in dates)
    return written if written[0] <= written[1] else _intersection(clock_range(date) for date in dates)


def lies_within(inner: EventDate, outer: EventDate) -> bool:
    """Whether the days that a date can reach lie within those of another, whatever their marks.

    Both are taken as written or, if that is not so, by the clock, as in `shared_range`.

    Raises:
        ArgumentTypeError: Something is not an `EventDate`; the message says what to write.

    >>> evening, night = map(EventDate.parse, ("0001-01-03T23:00:00-05:00", "0001-01-04T04:00:00Z"))
    >>> lies_within(evening, night), lies_within(night, evening), lies_within(evening, EventDate.parse("0001-01-05"))
    (True, True, False)
    """
    check_event_date(inner, "inner")
    check_event_date(outer, "outer")
    return any(
        range_of(outer)[0] <= range_of(inner)[0] and range_of(inner)[1] <= range_of(outer)[1]
        for range_of in (_written_range, clock_range)
    )


def _written_range(date: EventDate) -> DayRange:
    """Return the first and last day that a date can reach as written."""
    check_event_date(date)
    first, last = date.earliest, date.latest
    return first.ordinal if first else FIRST_DAY, last.ordinal if last else LAST_DAY


def clock_range(date: EventDate) -> DayRange:
    """Return the first and last day that a date can reach, whatever its marks, that of a date-time by the clock.

    With an offset that is its day in UTC; without one, the written day stays, because nobody knows another.

    Raises:
        ArgumentTypeError: Something is not an `EventDate`; the message says what to write.

    >>> clock_range(EventDate.parse("0001-01-03T23:00:00-05:00")), clock_range(EventDate.parse("0001-01-03?"))
    ((4, 4), (3, 3))
    """
    check_event_date(date)
    limits = date.limits(unqualified=True)
    first = date.earliest
    if first is None or first != date.latest:
        return limits.first_min, limits.last_max
    day = limits.first_min + limits.last_max - first.ordinal  # the limits are the written day and that of the clock
    return day, day


def _intersection(ranges: Iterable[DayRange]) -> DayRange:
    """Return the days that are in all ranges; the last comes before the first if there are none."""
    firsts, lasts = zip((FIRST_DAY, LAST_DAY), *ranges, strict=True)
    return max(firsts), min(lasts)


def _each(dates: Iterable[EventDate], *, unqualified: bool) -> list[Limits]:
    """Return the limits of each date.

    Raises:
        ArgumentTypeError: Something is not an `EventDate`; the message says what to write.
    """
    _check_list(dates)
    return [_limits(date, unqualified=unqualified) for date in dates]


def _some_are_apart(alternatives: Collection[Limits]) -> bool:
    """Whether the limits of some two share no day."""
    latest_start = max((limits.first_min for limits in alternatives), default=FIRST_DAY)
    return latest_start > min((limits.last_max for limits in alternatives), default=LAST_DAY)


def _limits(date: EventDate, *, unqualified: bool) -> Limits:
    check_event_date(date)
    return date.limits(unqualified=unqualified)


def _check_list(dates: object) -> None:
    if isinstance(dates, EventDate | str):
        hint = f"write [EventDate.parse({str(dates)!r})]"
        raise ArgumentTypeError(f"expected a list of dates, found {shown(dates)}; {hint}")
