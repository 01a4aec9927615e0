"""When something can begin and end for which several dates are given, any of which may be the right one."""

import functools
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple, TypeAlias

from diplo_events.dates import Day, EventDate
from diplo_events.dates import _edtf as edtf
from diplo_events.dates import _relations as date_relations
from diplo_events.dates._days import FIRST_DAY, LAST_DAY

__all__ = ["BoundsKey", "Limits", "bounds_key", "conflict", "limits_of", "precedes"]

NO_DAY: Final = Day(0, 0, 0)

CACHED: Final = 4096


class Limits(NamedTuple):
    """The first and the last day on which something can begin and end; days are counted as by `date.toordinal`."""

    first_min: int
    """The earliest day on which it can begin."""
    first_max: int
    """The latest day on which it can begin."""
    last_min: int
    """The earliest day on which it can end."""
    last_max: int
    """The latest day on which it can end."""


ANY_TIME: Final = Limits(FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY)
"""The limits of what has no date."""


def limits_of(dates: Iterable[EventDate], *, unqualified: bool = False) -> Limits:
    """Give the limits of what has one of some dates; no limits, where there is none.

    Args:
        dates: The dates.
        unqualified: Whether marks (`?`, `~`, `%`) are left out of account.

    >>> limits_of([EventDate.parse("0001-01-03"), EventDate.parse("0001-01-05/0001-01-07")])
    Limits(first_min=3, first_max=5, last_min=3, last_max=7)
    """
    readings = [reading_of(str(date.unqualified() if unqualified else date)) for date in dates]
    if not readings:
        return ANY_TIME
    return Limits(
        min(reading.first_min for reading in readings),
        max(reading.first_max for reading in readings),
        min(reading.last_min for reading in readings),
        max(reading.last_max for reading in readings),
    )


def precedes(one: Limits, other: Limits) -> bool | None:
    """Whether what has some limits is before what has others; `None` if one cannot tell.

    >>> precedes(Limits(1, 1, 2, 4), Limits(4, 5, 6, 7)) is None
    True
    """
    if one.last_max < other.first_min:
        return True
    return None if one.last_min < other.first_max else False


def conflict(dates: Collection[EventDate]) -> bool | None:
    """Whether some dates of one thing cannot all be right, because the bounds of two of them share no day.

    `None` if that is so only of the bounds as written: `2025-09-03?` and `2025-09-04` exclude each other if the first
    is right, which its mark leaves open.

    >>> conflict([EventDate.parse("2025-09-03"), EventDate.parse("2025-09")])
    False
    >>> conflict([EventDate.parse("2025-09-03"), EventDate.parse("2025-09-04")])
    True
    >>> conflict([EventDate.parse("2025-09-03?"), EventDate.parse("2025-09-04")]) is None
    True
    """
    if apart(dates, unqualified=False):
        return True
    return None if apart(dates, unqualified=True) else False


BoundsKey: TypeAlias = tuple[tuple[bool, Day], tuple[bool, Day]]


def bounds_key(earliest: Day | None, latest: Day | None) -> BoundsKey:
    """Sort by the first day, then by the last, open ends outermost: what `EventDate.sort_key` does for one date."""
    return (earliest is not None, earliest or NO_DAY), (latest is None, latest or NO_DAY)


def apart(dates: Collection[EventDate], *, unqualified: bool) -> bool:
    """Tell whether two of some dates have bounds that share no day."""
    if len(dates) < 2:  # noqa: PLR2004  (two or more)
        return False
    limits = [limits_of([date], unqualified=unqualified) for date in dates]
    return max(limit.first_min for limit in limits) > min(limit.last_max for limit in limits)


@functools.lru_cache(maxsize=CACHED)
def reading_of(text: str) -> date_relations.Reading:
    """Give what a date can stand for; sources repeat their dates."""
    return date_relations.reading_of(edtf.parse(text))
