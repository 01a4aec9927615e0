"""The first and the last day on which an event can begin and end, for one date or for several alternative dates."""

from collections.abc import Collection, Iterable
from typing import Final

from diplo_events.dates import EventDate, Limits, check_event_date
from diplo_events.dates._days import FIRST_DAY, LAST_DAY, BoundsKey, bounds_key
from diplo_events.errors import ArgumentTypeError, shown

__all__ = ["ANY_TIME", "FIRST_DAY", "LAST_DAY", "BoundsKey", "Limits", "bounds_key", "conflict", "limits_of"]

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
