"""The three-valued relations of dates: what a date can stand for, and what holds whatever it stands for.

A date stands for *readings*, each a set of days on which the thing took place. A reading has one part, or
one for each element of an all-of set. A part is one day out of several, or it lasts from one of some days to
one of others. Parts are chosen independently of each other, which is why everything below is decided
from first and last days, without listing a reading.
"""

from typing import Final, NamedTuple

from diplo_events.dates._days import (
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    Day,
    Days,
    Run,
    bounds,
    days_of,
    first_days_of,
    first_from,
    inside,
    last_days_of,
    last_up_to,
    longest_unit,
    meet,
    number_of,
    union,
    years_of,
)
from diplo_events.dates._syntax import (
    MONTHS_OF,
    PLAIN,
    AllOf,
    Date,
    DateTime,
    End,
    Expression,
    Interval,
    LoneYear,
    OneOf,
    Range,
)

__all__ = ["Period", "Reading", "before", "overlaps", "period_of", "reading_of", "within"]


class Part(NamedTuple):
    """One day out of some, or all days from one of some to one of others."""

    starts: Days
    """The days on which it can begin."""
    ends: Days
    """The days on which it can end."""
    lasts: bool
    """Whether it can end later than it begins; if not, `starts` and `ends` are the same."""
    cover: Days
    """All days on which it can take place."""
    first_min: int
    """The earliest day on which it can begin."""
    first_max: int
    """The latest day on which it can begin."""
    last_min: int
    """The earliest day on which it can end."""
    last_max: int
    """The latest day on which it can end."""


class Reading(NamedTuple):
    """All that a date can stand for as the time of a thing."""

    parts: tuple[Part, ...]
    """They all take place."""
    first_min: int
    """The earliest day on which the first part can begin."""
    first_max: int
    """The latest."""
    last_min: int
    """The earliest day on which the last part can end."""
    last_max: int
    """The latest."""


class Period(NamedTuple):
    """All that a date can stand for as a stretch of time in which a thing may lie."""

    core: Days
    """The days that are in it whatever it stands for."""
    most: Days
    """The days that are in it for something that it can stand for."""
    longest: int
    """The greatest number of days that it can have."""


def before(one: Reading, other: Reading) -> bool | None:
    """Whether all of one lies before all of another."""
    if one.last_max < other.first_min:
        return True
    return None if one.last_min < other.first_max else False


def overlaps(one: Reading, other: Reading) -> bool | None:
    """Whether two share a day."""
    if not any(meet(part.cover, other_part.cover) for part in one.parts for other_part in other.parts):
        return False
    if any(_must_meet(part, other.parts) for part in one.parts):
        return True
    return True if any(_must_meet(part, one.parts) for part in other.parts) else None


def within(one: Reading, period: Period) -> bool | None:
    """Whether every day of one is in a period."""
    if all(inside(part.cover, period.core) for part in one.parts):
        return True
    if not all(_fits(part, period.most) for part in one.parts):
        return False
    return False if one.last_min - one.first_max >= period.longest else None


def reading_of(expression: Expression) -> Reading:
    """What an expression can stand for as the time of a thing."""
    match expression:
        case AllOf():
            parts = tuple(
                _lasting(*_range_ends(member)) if isinstance(member, Range) else _one_day(_days(member))
                for member in expression.members
            )
        case OneOf():
            parts = (_one_day(union(run for member in expression.members for run in _days(member))),)
        case Interval():
            starts = _days(expression.start) if isinstance(expression.start, Date) else _UNDATED_START[expression.start]
            ends = _days(expression.end) if isinstance(expression.end, Date) else _UNDATED_END[expression.end]
            parts = (_lasting(starts, ends),)
        case _:
            parts = (_one_day(_days(expression)),)
    if len(parts) == 1:
        part = parts[0]
        return Reading(parts, part.first_min, part.first_max, part.last_min, part.last_max)
    return Reading(
        parts,
        min(part.first_min for part in parts),
        min(part.first_max for part in parts),
        max(part.last_min for part in parts),
        max(part.last_max for part in parts),
    )


def period_of(expression: Expression) -> Period:
    """What an expression can stand for as a stretch of time."""
    match expression:
        case AllOf():
            periods = [_period_of_member(member, whole=True) for member in expression.members]
            return Period(
                union(run for period in periods for run in period.core),
                union(run for period in periods for run in period.most),
                periods[0].longest if len(periods) == 1 else _UNLIMITED,
            )
        case OneOf():
            periods = [_period_of_member(member, whole=False) for member in expression.members]
            # The days of a core have no gap, and so neither have the days that all cores share.
            low = max(period.core[0][0] if period.core else LAST_DAY for period in periods)
            high = min(period.core[0][1] if period.core else FIRST_DAY for period in periods)
            return Period(
                ((low, high),) if low <= high else (),
                union(run for period in periods for run in period.most),
                max(period.longest for period in periods),
            )
        case Interval():
            starts, ends = expression.start, expression.end
            firsts = _first_days(starts) if isinstance(starts, Date) else _UNDATED_START[starts]
            lasts = _last_days(ends) if isinstance(ends, Date) else _UNDATED_END[ends]
            part = _lasting(firsts, lasts)
            low, high = part.first_max, part.last_min
            return Period(((low, high),) if low <= high else (), part.cover, _UNLIMITED)
        case DateTime():
            return _period_of_member(expression.date, whole=True)
        case _:
            return _period_of_member(expression, whole=True)


_UNLIMITED: Final = LAST_DAY - FIRST_DAY + 1
_UNDATED_START: Final[dict[End, Days]] = {End.OPEN: ((FIRST_DAY, FIRST_DAY),), End.UNKNOWN: ALWAYS}
_UNDATED_END: Final[dict[End, Days]] = {End.OPEN: ((LAST_DAY, LAST_DAY),), End.UNKNOWN: ALWAYS}


def _must_meet(part: Part, others: tuple[Part, ...]) -> bool:
    """Whether a part meets one of others whatever they all stand for.

    It does not if it can lie so that each of the others can end before it or begin after it. The earlier it
    begins, the more can begin after it, and the later, the more can end before it; so it is
    enough to look at the earliest beginnings after which one more of the others can have ended.
    """
    for start in (FIRST_DAY, *(other.last_min + 1 for other in others)):
        first = first_from(part.starts, start)
        last = first_from(part.ends, first) if part.lasts else first
        if last <= LAST_DAY and all(other.last_min < first or last < other.first_max for other in others):
            return False
    return True


def _fits(part: Part, days: Days) -> bool:
    """Whether a part can lie wholly in a set of days."""
    if not part.lasts:
        return meet(part.starts, days)
    return any(first_from(part.starts, low) <= last_up_to(part.ends, high) for low, high in days)


def _one_day(days: Days) -> Part:
    low, high = days[0][0], days[-1][1]
    return Part(days, days, lasts=False, cover=days, first_min=low, first_max=high, last_min=low, last_max=high)


def _lasting(starts: Days, ends: Days) -> Part:
    low, high = starts[0][0], ends[-1][1]
    return Part(
        starts,
        ends,
        lasts=True,
        cover=((low, high),),
        first_min=low,
        first_max=last_up_to(starts, high),
        last_min=first_from(ends, low),
        last_max=high,
    )


def _days(expression: Date | Range | DateTime | LoneYear) -> Days:
    """The days one of which an expression can stand for. What is qualified counts as unspecified."""
    match expression:
        case Date():
            read = _unmarked(expression)
            return days_of(read) if isinstance(read, Date) else read
        case DateTime():
            return days_of(expression.date)
        case Range():
            starts, ends = _range_ends(expression)
            return ((starts[0][0], ends[-1][1]),)
        case _:  # a year that stands alone
            first, last = years_of(expression)
            return ((number_of(Day(first, 1, 1)), number_of(Day(last, 12, 31))),)


def _range_ends(ends: Range) -> tuple[Days, Days]:
    return (
        _UNDATED_START[End.OPEN] if ends.first is None else days_of(ends.first),
        _UNDATED_END[End.OPEN] if ends.last is None else days_of(ends.last),
    )


def _first_days(date: Date) -> Days:
    read = _unmarked(date)
    return first_days_of(read) if isinstance(read, Date) else read


def _last_days(date: Date) -> Days:
    read = _unmarked(date)
    return last_days_of(read) if isinstance(read, Date) else read


def _unmarked(date: Date) -> Date | Days:
    """A date with its qualified parts unspecified, or the days where no date says that."""
    marks = date.marks
    if marks is PLAIN:
        return date
    if marks.year:
        return ALWAYS
    if marks.month and date.month in MONTHS_OF:
        # A season near this one, or any other: a day of the year, or of the winter after it.
        (first, _), (_, last) = bounds(Date(date.year)), bounds(date)
        last = max(last, bounds(Date(date.year))[1])
        return ((number_of(first), number_of(last)),)
    return Date(date.year, "XX" if marks.month else date.month, "XX" if marks.day else date.day)


def _period_of_member(member: Date | Range | LoneYear, *, whole: bool) -> Period:
    """The period of a year, month or day; a range is the whole of it, or one of its years, months or days."""
    match member:
        case Date():
            firsts, lasts, most = _first_days(member), _last_days(member), _days(member)
            longest = longest_unit(member)
        case LoneYear():
            first, last = years_of(member)
            most = _days(member)
            low, high = number_of(Day(last, 1, 1)), number_of(Day(first, 12, 31))
            return Period(((low, high),) if first == last else (), most, longest_unit(Date(last)))
        case _:  # a range
            most = _days(member)
            if whole or member.first == member.last:
                return Period(most, most, _UNLIMITED)
            dated = member.first or member.last
            return Period((), most, longest_unit(dated) if dated else _UNLIMITED)
    core: Run = (firsts[-1][1], lasts[0][0])
    return Period((core,) if core[0] <= core[1] else (), most, longest)
