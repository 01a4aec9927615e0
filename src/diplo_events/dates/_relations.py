"""The three-valued relations of dates: what a date can mean, and what holds whatever it means.

A date has *readings*, each a set of days on which the event took place. A reading has one part, or one for each
element of an all-of set. A part is one day out of several, or it lasts from one of some days to one of others.
Parts are chosen independently of each other. Everything below is therefore decided from first and last days,
without listing the readings.
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

__all__ = [
    "Limits",
    "Moment",
    "Period",
    "Reading",
    "before",
    "limits_of",
    "overlaps",
    "period_of",
    "reading_of",
    "within",
]


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


class Moment(NamedTuple):
    """A time of day on a day."""

    day: int
    """The ordinal of the day, as written."""
    second: int
    """Seconds since the day 0 began, in UTC if the offset is known and else on the local clock."""
    has_offset: bool
    """Whether the offset from UTC is known."""

    @property
    def clock_day(self) -> int:
        """The day of the moment in UTC; without an offset, on the local clock, where 24:00:00 is the next day."""
        return self.second // _SECONDS_OF_DAY


class Reading(NamedTuple):
    """All that a date can mean as the time of an event."""

    parts: tuple[Part, ...]
    """They all take place."""
    first_min: int
    """The earliest day on which the first part can begin."""
    first_max: int
    """The latest day on which the first part can begin."""
    last_min: int
    """The earliest day on which the last part can end."""
    last_max: int
    """The latest day on which the last part can end."""
    moment: Moment | None = None
    """The time of day, if the date has one."""


class Period(NamedTuple):
    """All that a date can mean as a stretch of time in which an event may lie."""

    core: Days
    """The days that are in it whatever the date means."""
    most: Days
    """The days that are in it for something that the date can mean."""
    longest: int
    """The greatest number of days that it can have."""
    moment: Moment | None = None
    """The time of day, if the date has one."""


class Limits(NamedTuple):
    """The first and the last day on which an event can begin and end, as `Day.ordinal` counts days.

    The beginning of time is -10**18 and its end 10**18: `FIRST_DAY` and `LAST_DAY` in `diplo_events.dates.limits`.
    """

    first_min: int
    """The earliest day on which it can begin."""
    first_max: int
    """The latest day on which it can begin."""
    last_min: int
    """The earliest day on which it can end."""
    last_max: int
    """The latest day on which it can end."""

    @property
    def are_known(self) -> bool:
        """Whether they exclude any day."""
        return (self.first_min, self.last_max) != (FIRST_DAY, LAST_DAY)

    def before(self, other: "Limits") -> bool | None:
        """Whether one event lies wholly before another, given the limits of both; `None` if unknown.

        >>> Limits(1, 1, 2, 4).before(Limits(4, 5, 6, 7)) is None
        True
        """
        if self.last_max < other.first_min:
            return True
        return None if self.last_min < other.first_max else False


def before(left: Reading, right: Reading) -> bool | None:
    """Whether all of the left lies before all of the right."""
    if left.last_max < right.first_min:
        return not _clocks_disagree(left.moment, right.moment)
    return None if left.last_min < right.first_max else False


def overlaps(left: Reading, right: Reading) -> bool | None:
    """Whether the two share a day."""
    if not any(meet(part.cover, other.cover) for part in left.parts for other in right.parts):
        return _clocks_disagree(left.moment, right.moment)
    if any(_must_meet(part, right.parts) for part in left.parts):
        return True
    return True if any(_must_meet(part, left.parts) for part in right.parts) else None


def within(reading: Reading, period: Period) -> bool | None:
    """Whether every day of a reading is in a period."""
    if all(inside(part.cover, period.core) for part in reading.parts):
        return True
    if not all(_fits(part, period.most) for part in reading.parts):
        return _clocks_disagree(reading.moment, period.moment)
    return False if reading.last_min - reading.first_max >= period.longest else None


def limits_of(reading: Reading) -> Limits:
    """Return the limits of a reading; those of a moment hold both its written day and that of its clock."""
    _, first_min, first_max, last_min, last_max, moment = reading
    if moment is None or moment.clock_day == moment.day:
        return Limits(first_min, first_max, last_min, last_max)
    low, high = sorted((moment.day, moment.clock_day))
    return Limits(low, high, low, high)


def reading_of(expression: Expression) -> Reading:
    """Return what an expression can mean as the time of an event."""
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
        return Reading(parts, part.first_min, part.first_max, part.last_min, part.last_max, _moment(expression))
    return Reading(
        parts,
        min(part.first_min for part in parts),
        min(part.first_max for part in parts),
        max(part.last_min for part in parts),
        max(part.last_max for part in parts),
    )


def period_of(expression: Expression) -> Period:
    """Return what an expression can mean as a stretch of time."""
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
            return _period_of_member(expression.date, whole=True)._replace(moment=_moment(expression))
        case _:
            return _period_of_member(expression, whole=True)


_SECONDS_OF_DAY: Final = 86_400
_UNLIMITED: Final = LAST_DAY - FIRST_DAY + 1
_UNDATED_START: Final[dict[End, Days]] = {End.OPEN: ((FIRST_DAY, FIRST_DAY),), End.UNKNOWN: ALWAYS}
_UNDATED_END: Final[dict[End, Days]] = {End.OPEN: ((LAST_DAY, LAST_DAY),), End.UNKNOWN: ALWAYS}


def _moment(expression: Expression) -> Moment | None:
    """Return the moment of a date-time, and nothing for any other expression."""
    if not isinstance(expression, DateTime):
        return None
    day = days_of(expression.date)[0][0]
    hours, minutes, seconds = map(int, expression.time.split(":"))
    offset_hours, _, offset_minutes = expression.offset.strip("+-Z").partition(":")
    ahead = 60 * int(offset_hours or 0) + int(offset_minutes or 0)
    ahead = -ahead if expression.offset.startswith("-") else ahead
    second = day * _SECONDS_OF_DAY + 3600 * hours + 60 * (minutes - ahead) + seconds
    return Moment(day, second, has_offset=bool(expression.offset))


def _clocks_disagree(left: Moment | None, right: Moment | None) -> bool:
    """Whether two moments are written on different days and yet are one, or in the other order.

    Clocks are compared only if both offsets are known, or neither.
    """
    if left is None or right is None or left.has_offset is not right.has_offset:
        return False
    return (right.day - left.day) * (right.second - left.second) <= 0


def _must_meet(part: Part, others: tuple[Part, ...]) -> bool:
    """Whether a part meets one of others whatever they all mean.

    It does not if it can lie so that each of the others can end before it or begin after it. The earlier it begins,
    the more can begin after it, and the later, the more can end before it. It is therefore enough to look at the
    earliest beginnings after which one more of the others can have ended.
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
    """Return the days one of which an expression can mean. Qualified parts count as unspecified."""
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
    """Return a date with its qualified parts unspecified, or the days if no date can say that."""
    marks = date.marks
    if marks is PLAIN:
        return date
    if marks.year:
        return ALWAYS
    if marks.month and date.month in MONTHS_OF:
        # Any season of the year: a day of the year, or of the winter after it.
        (first, _), (_, last) = bounds(Date(date.year)), bounds(date)
        last = max(last, bounds(Date(date.year))[1])
        return ((number_of(first), number_of(last)),)
    return Date(date.year, "XX" if marks.month else date.month, "XX" if marks.day else date.day)


def _period_of_member(member: Date | Range | LoneYear, *, whole: bool) -> Period:
    """Return the period of a year, month or day; of a range, all of it or one of its years, months or days."""
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
