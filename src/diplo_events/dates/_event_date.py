"""`EventDate`: when something happened, as precisely as a source allows."""

import functools
from collections.abc import Callable
from typing import Final, Literal, Never, Self, final

from diplo_events.dates import _edtf as edtf
from diplo_events.dates import _relations as date_relations
from diplo_events.dates._days import Day, bounds, years_of
from diplo_events.dates._relations import Period, Reading
from diplo_events.dates._syntax import (
    AllOf,
    Date,
    DateTime,
    End,
    Expression,
    Interval,
    LoneYear,
    Mark,
    OneOf,
    Range,
)
from diplo_events.errors import EventDateError, shown

__all__ = ["DateKind", "Day", "EventDate", "SortKey"]

DateKind = Literal["date", "interval", "one_of", "all_of"]
"""The four ways of writing an `EventDate`."""

SortKey = tuple[tuple[bool, Day], tuple[bool, Day], str]
"""What `EventDate.sort_key` gives: compare it, do not look inside."""

_CACHED: Final = 4096
_KINDS: Final[dict[type[Expression], DateKind]] = {Interval: "interval", OneOf: "one_of", AllOf: "all_of"}
_NO_DAY: Final = Day(0, 0, 0)
_FIRST_YEAR: Final = -9999
_LAST_YEAR: Final = 9999


@final
class EventDate:
    """When something happened, in the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress).

    Two dates are equal if they are written alike. Dates are immutable, hashable and can be pickled.

    **What a date says.** A year, month, season or day is *one day in it*: `2025-09` is some day of
    September. So is `[2025-09-01..2025-09-04]`: one day out of four. `2025-09-03/2025-09-06` *lasts*, all
    four days; at an end, `..` means that there is none, and nothing means that it is unknown.
    `{2025-09-03,2025-09-05}` is both days. `X` is an unspecified digit. `?` marks a part as uncertain, `~`
    as approximate, `%` as both: after a part for all up to there, before a part for that part alone.

    **Relations.** `before`, `after`, `overlaps` and `within` answer `True` if it is so whatever the two
    dates stand for, `False` if it cannot be so, and `None` if one cannot tell. Days are compared; times of
    day are kept, and not compared. A part with a mark counts as unspecified: `2004-06-~11` as
    `2004-06-XX`, and a date with a mark on its year as any day at all. Call `unqualified` first to take dates
    as written. The argument of `within` is taken as a whole: `2025-09` is then all of September.

    There is no `<`, because two dates need not be in any order; to sort, use `sort_key`.

    Source: https://www.loc.gov/standards/datetime/

    >>> EventDate.parse("2025-09-03").before(EventDate.parse("2025-09-04"))
    True
    >>> EventDate.parse("[2025-09-01..2025-09-04]").overlaps(EventDate.parse("2025-09-03")) is None
    True
    >>> EventDate.parse("2025-09-03").within(EventDate.parse("2025-09"))
    True
    """

    __slots__ = ("_expression", "_period", "_reading", "_text")

    _text: str
    _expression: Expression
    _reading: Reading | None
    _period: Period | None

    def __new__(cls, *_args: object, **_kwargs: object) -> Self:
        """Refuse: there is one way to make a date, `parse`.

        Raises:
            TypeError: Always.
        """
        raise TypeError("an EventDate is made by EventDate.parse('2025-09-04')")

    @classmethod
    def parse(cls, text: str) -> "EventDate":
        """The date that a text says.

        Raises:
            EventDateError: The text is not EDTF of level 0, 1 or 2, names a day that no calendar has, or
                exceeds `diplo_events.dates._edtf.MAX_LENGTH`. The message says what is wrong, in which
                column, and for common mistakes what to write instead.
            TypeError: It is no text.

        >>> EventDate.parse("2025-09-04")
        EventDate.parse('2025-09-04')
        >>> EventDate.parse("2025-02-30")
        Traceback (most recent call last):
            ...
        diplo_events.errors.EventDateError: '2025-02-30', column 9: this month has no day 30
        """
        return _parse(text)

    @property
    def level(self) -> int:
        """The lowest level of EDTF that has this way of writing: 0, 1 or 2.

        >>> [EventDate.parse(text).level for text in ("2025-09", "2025-09~", "[2024,2025]")]
        [0, 1, 2]
        """
        return self._expression.level

    @property
    def kind(self) -> DateKind:
        """How it is written: `date`, `interval` (`a/b`), `one_of` (`[a,b]`) or `all_of` (`{a,b}`).

        >>> EventDate.parse("2025-09-03/2025-09-06").kind
        'interval'
        """
        return _KINDS.get(type(self._expression), "date")

    @property
    def is_interval(self) -> bool:
        """Whether it lasts: from a start to an end, `a/b`.

        >>> EventDate.parse("2025-09").is_interval, EventDate.parse("2025-09-01/2025-09-30").is_interval
        (False, True)
        """
        return isinstance(self._expression, Interval)

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of it is marked `?` or `%`: the source is not sure.

        >>> EventDate.parse("2025-09?").is_uncertain, EventDate.parse("2025-09~").is_uncertain
        (True, False)
        """
        return _has_mark(self._expression, Mark.UNCERTAIN)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it is marked `~` or `%`: an estimate, thought to be near.

        >>> EventDate.parse("2025-09~/2025-12").is_approximate
        True
        """
        return _has_mark(self._expression, Mark.APPROXIMATE)

    @property
    def earliest(self) -> Day | None:
        """The first day that the date as written can reach; `None` where its beginning is open or unknown.

        Marks (`?`, `~`, `%`) do not move it. Spring and autumn, summer and winter without a hemisphere
        (21 to 24) begin with the earlier of the two and end with the later.

        >>> str(EventDate.parse("2025-09").earliest)
        '2025-09-01'
        >>> EventDate.parse("../2025").earliest is None
        True
        """
        return _limits(self._expression)[0]

    @property
    def latest(self) -> Day | None:
        """The last day that the date as written can reach; `None` where its end is open or unknown.

        >>> str(EventDate.parse("2024-02").latest), EventDate.parse("2024-02/").latest
        ('2024-02-29', None)
        """
        return _limits(self._expression)[1]

    def unqualified(self) -> "EventDate":
        """The same date without `?`, `~` and `%`: the source's best guess, taken as said.

        >>> str(EventDate.parse("2025-09-~04/2025-10?").unqualified())
        '2025-09-04/2025-10'
        """
        return EventDate.parse(self._text.translate(_MARKS_REMOVED))

    def as_period(self) -> "EventDate":
        """The interval from `earliest` to `latest`; an open end stays `..`, an unknown end stays unknown.

        Raises:
            EventDateError: It begins before the year -9999 or ends after 9999: EDTF has no such intervals.

        >>> EventDate.parse("2025-09").as_period()
        EventDate.parse('2025-09-01/2025-09-30')
        >>> EventDate.parse("[2025-09-01..]").as_period()
        EventDate.parse('2025-09-01/..')
        """
        earliest, latest = _limits(self._expression)
        if any(day and not _FIRST_YEAR <= day.year <= _LAST_YEAR for day in (earliest, latest)):
            raise EventDateError(f"{shown(self._text)} leaves the years -9999 to 9999: no interval says that")
        start, end = str(earliest or End.OPEN.value), str(latest or End.OPEN.value)
        if isinstance(self._expression, Interval):
            start = "" if self._expression.start is End.UNKNOWN else start
            end = "" if self._expression.end is End.UNKNOWN else end
        return EventDate.parse(f"{start}/{end}")

    def sort_key(self) -> SortKey:
        """A key to sort by: `earliest`, then `latest`, then the text. Open and unknown ends are outermost.

        It puts dates in an order that is always the same; it does not say that one was before another.

        >>> dates = [EventDate.parse(text) for text in ("2025-09-04", "2025", "2025-09", "../2025")]
        >>> [str(date) for date in sorted(dates, key=EventDate.sort_key)]
        ['../2025', '2025', '2025-09', '2025-09-04']
        """
        earliest, latest = _limits(self._expression)
        return (earliest is not None, earliest or _NO_DAY), (latest is None, latest or _NO_DAY), self._text

    def before(self, other: "EventDate") -> bool | None:
        """Whether all of this lies before all of the other; `None` if one cannot tell.

        >>> EventDate.parse("2025-08").before(EventDate.parse("2025-09-03/2025-09-06"))
        True
        >>> EventDate.parse("2025-09").before(EventDate.parse("2025-09-04")) is None
        True
        """
        return date_relations.before(self._read(), other._read())  # noqa: SLF001  (of its own class)

    def after(self, other: "EventDate") -> bool | None:
        """Whether all of this lies after all of the other; `None` if one cannot tell.

        >>> EventDate.parse("2025-09-04").after(EventDate.parse("2025-09-04"))
        False
        """
        return other.before(self)

    def overlaps(self, other: "EventDate") -> bool | None:
        """Whether the two share a day; `None` if one cannot tell.

        `None` may also stand for an answer that exists where both are all-of sets, each with
        an element that is not exact.

        >>> EventDate.parse("2025-08-30/2025-09-02").overlaps(EventDate.parse("2025-09-01"))
        True
        """
        return date_relations.overlaps(self._read(), other._read())  # noqa: SLF001  (of its own class)

    def within(self, period: "EventDate") -> bool | None:
        """Whether every day of this lies in a period; `None` if one cannot tell.

        `None` may also stand for `False` where this is an interval or an all-of set and the period is one of
        several years, months or days: a one-of set, or a date with an `X` or a mark.

        >>> EventDate.parse("2025").within(EventDate.parse("2025-09")) is None
        True
        """
        return date_relations.within(self._read(), period._as_period())  # noqa: SLF001  (of its own class)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"EventDate.parse({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, EventDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> "tuple[Callable[[str], EventDate], tuple[str]]":
        return EventDate.parse, (self._text,)

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"an EventDate is immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"an EventDate is immutable: cannot delete {name!r}")

    def _read(self) -> Reading:
        """What it can stand for as the time of a thing, worked out once."""
        reading = self._reading
        if reading is None:
            reading = date_relations.reading_of(self._expression)
            object.__setattr__(self, "_reading", reading)
        return reading

    def _as_period(self) -> Period:
        """What it can stand for as a stretch of time, worked out once."""
        period = self._period
        if period is None:
            period = date_relations.period_of(self._expression)
            object.__setattr__(self, "_period", period)
        return period


_MARKS_REMOVED: Final = str.maketrans(dict.fromkeys("?~%", ""))


@functools.lru_cache(maxsize=_CACHED)
def _parse(text: object) -> EventDate:
    """Make the date, or give the one made of the same text before: sources repeat their dates."""
    if not isinstance(text, str):
        raise TypeError(f"expected the text of a date, found {shown(text)}")
    text = str.__str__(text)  # of a subclass, the characters only
    date = object.__new__(EventDate)
    object.__setattr__(date, "_text", text)
    object.__setattr__(date, "_expression", edtf.parse(text))
    object.__setattr__(date, "_reading", None)
    object.__setattr__(date, "_period", None)
    return date


def _limits(expression: Expression | Range) -> tuple[Day | None, Day | None]:
    """The earliest and the latest day of an expression as written."""
    match expression:
        case Date():
            return bounds(expression)
        case DateTime():
            return bounds(expression.date)
        case LoneYear():
            first_year, last_year = years_of(expression)
            return Day(first_year, 1, 1), Day(last_year, 12, 31)
        case Interval(start=first, end=last) | Range(first=first, last=last):
            earliest = bounds(first)[0] if isinstance(first, Date) else None
            return earliest, bounds(last)[1] if isinstance(last, Date) else None
        case _:  # a set
            limits = [_limits(member) for member in expression.members]
            firsts = [first for first, _ in limits if first]
            lasts = [last for _, last in limits if last]
            return (
                min(firsts) if len(firsts) == len(limits) else None,
                max(lasts) if len(lasts) == len(limits) else None,
            )


def _has_mark(expression: Expression, mark: Mark) -> bool:
    match expression:
        case Date():
            dates: tuple[object, ...] = (expression,)
        case Interval():
            dates = (expression.start, expression.end)
        case OneOf() | AllOf():
            dates = expression.members  # a range has no marks
        case _:
            return False
    marks = [date.marks for date in dates if isinstance(date, Date)]
    return any(mark in part for of_date in marks for part in (of_date.year, of_date.month, of_date.day))
