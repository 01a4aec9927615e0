"""`EventDate`: when something happened, as precisely as a source allows."""

import datetime as dt
import functools
from collections.abc import Callable
from typing import Final, Literal, Never, Self, final

from diplo_events.dates import _edtf as edtf
from diplo_events.dates import _relations as date_relations
from diplo_events.dates._days import BoundsKey, Day, bounds_key, bounds_of
from diplo_events.dates._relations import Limits, Period, Reading
from diplo_events.dates._syntax import AllOf, End, Expression, Interval, Mark, OneOf, has_mark
from diplo_events.errors import ArgumentTypeError, EventDateError, shown

__all__ = ["DateKind", "Day", "EventDate", "SortKey", "check_event_date", "date_hint"]

DateKind = Literal["date", "interval", "one_of", "all_of"]
"""The four ways of writing an `EventDate`."""

SortKey = tuple[BoundsKey, str]
"""The result of `EventDate.sort_key`: compare it, do not look inside."""

_CACHED: Final = 4096
_KINDS: Final[dict[type[Expression], DateKind]] = {Interval: "interval", OneOf: "one_of", AllOf: "all_of"}
_FIRST_YEAR: Final = -9999
_LAST_YEAR: Final = 9999


@final
class EventDate:
    """When something happened, in the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress).

    Two dates are equal if their texts are. Dates are immutable and hashable, and they can be pickled.

    **What a date says.** A year, month, season or day is *one day in it*: `2025-09` is some day of September.
    `[2025-09-01..2025-09-04]` is one day out of four. `2025-09-03/2025-09-06` *lasts*, all four days; at an end,
    `..` means that there is none, and an empty end is unknown. `{2025-09-03,2025-09-05}` is both days. `X` is an
    unspecified digit. `?` marks a part as uncertain, `~` as approximate, `%` as both. A mark after a part covers
    all parts up to it; a mark before a part covers that part alone.

    **Relations.** `before`, `after`, `overlaps` and `within` answer `True` if it is so whatever the two dates
    mean, `False` if it cannot be so, and `None` if it is unknown. A part with a mark counts as unspecified:
    `2004-06-~11` as `2004-06-XX`, and a date with a mark on its year as any day at all. Call `unqualified` first
    to take dates as written. The argument of `within` is taken as a whole: `2025-09` is then all of September.

    **Times of day.** Days are compared, as they are written. Times count in one case only: two date-times on
    different days whose offsets show that they are one moment, or come in the other order, are taken to share a
    day. `2025-09-03T23:00:00-05:00` is not before `2025-09-04T04:00:00Z`, which is the same moment.

    There is no `<`, because two dates need not be in any order; to sort, use `sort_key`.

    Source: https://www.loc.gov/standards/datetime/

    >>> EventDate.parse("2025-09-03").before(EventDate.parse("2025-09-04"))
    True
    >>> EventDate.parse("[2025-09-01..2025-09-04]").overlaps(EventDate.parse("2025-09-03")) is None
    True
    >>> EventDate.parse("2025-09-03").within(EventDate.parse("2025-09"))
    True
    """

    __slots__ = ("_bounds", "_expression", "_limits", "_period", "_reading", "_text", "_unqualified")

    _text: str
    _expression: Expression
    _bounds: tuple[Day | None, Day | None] | None
    _reading: Reading | None
    _period: Period | None
    _limits: Limits | None
    _unqualified: "EventDate | None"

    def __new__(cls, *_args: object, **_kwargs: object) -> Self:
        """Refuse: the one way to make a date is `parse`.

        Raises:
            ArgumentTypeError: Always.
        """
        raise ArgumentTypeError("an EventDate is made by EventDate.parse('2025-09-04')")

    @classmethod
    def parse(cls, text: str) -> "EventDate":
        """Return the date that a text says.

        Raises:
            EventDateError: The text is not EDTF of level 0, 1 or 2, names a day that is not in the calendar, or has
                more than 200 characters. The message says what is wrong and in which column, and for common
                mistakes what to write instead.
            ArgumentTypeError: The argument is not a text.

        >>> EventDate.parse("2025-09-04")
        EventDate.parse('2025-09-04')
        >>> EventDate.parse("2025-02-30")
        Traceback (most recent call last):
            ...
        diplo_events.errors.EventDateError: '2025-02-30', column 9: this month has no day 30
        """
        if not isinstance(text, str):
            raise ArgumentTypeError(f"expected the text of a date, found {shown(text)}; {date_hint(text)}")
        return _parse(text)

    @property
    def level(self) -> int:
        """The lowest level of EDTF in which it can be written: 0, 1 or 2.

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
        return has_mark(self._expression, Mark.UNCERTAIN)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it is marked `~` or `%`: an estimate, thought to be near.

        >>> EventDate.parse("2025-09~/2025-12").is_approximate
        True
        """
        return has_mark(self._expression, Mark.APPROXIMATE)

    @property
    def earliest(self) -> Day | None:
        """The first day that the date as written can reach; `None` if its beginning is open or unknown.

        Marks (`?`, `~`, `%`) do not move it. Spring and autumn, summer and winter without a hemisphere
        (21 to 24) begin with the earlier of the two and end with the later.

        >>> str(EventDate.parse("2025-09").earliest)
        '2025-09-01'
        >>> EventDate.parse("../2025").earliest is None
        True
        """
        return self._as_written()[0]

    @property
    def latest(self) -> Day | None:
        """The last day that the date as written can reach; `None` if its end is open or unknown.

        >>> str(EventDate.parse("2024-02").latest), EventDate.parse("2024-02/").latest
        ('2024-02-29', None)
        """
        return self._as_written()[1]

    def unqualified(self) -> "EventDate":
        """Return the same date without `?`, `~` and `%`: the source's best guess, taken as said.

        >>> str(EventDate.parse("2025-09-~04/2025-10?").unqualified())
        '2025-09-04/2025-10'
        """
        plain = self._unqualified
        if plain is None:
            text = self._text.translate(_MARKS_REMOVED)
            plain = self if text == self._text else EventDate.parse(text)
            object.__setattr__(self, "_unqualified", plain)
        return plain

    def limits(self, *, unqualified: bool = False) -> Limits:
        """Return the first and the last day on which it can begin and end, as `Day.ordinal` counts days.

        The limits of a date-time hold its written day and, if an offset shows another, its day in UTC. They never
        claim an order that the clock does not have.

        Args:
            unqualified: Take the date as written, without `?`, `~` and `%`.

        >>> EventDate.parse("0001-01-03/0001-02").limits()
        Limits(first_min=3, first_max=3, last_min=32, last_max=59)
        """
        if unqualified:
            return self.unqualified().limits()
        limits = self._limits
        if limits is None:
            limits = date_relations.limits_of(_read(self))
            object.__setattr__(self, "_limits", limits)
        return limits

    def as_period(self) -> "EventDate":
        """Return the interval from `earliest` to `latest`; an open end stays `..`, an unknown end stays unknown.

        Raises:
            EventDateError: It begins before the year -9999 or ends after 9999: EDTF has no such intervals.

        >>> EventDate.parse("2025-09").as_period()
        EventDate.parse('2025-09-01/2025-09-30')
        >>> EventDate.parse("[2025-09-01..]").as_period()
        EventDate.parse('2025-09-01/..')
        """
        earliest, latest = self._as_written()
        if any(day and not _FIRST_YEAR <= day.year <= _LAST_YEAR for day in (earliest, latest)):
            raise EventDateError(f"{shown(self._text)} goes beyond the years -9999 to 9999: EDTF has no such interval")
        start, end = str(earliest or End.OPEN.value), str(latest or End.OPEN.value)
        if isinstance(self._expression, Interval):
            start = "" if self._expression.start is End.UNKNOWN else start
            end = "" if self._expression.end is End.UNKNOWN else end
        return EventDate.parse(f"{start}/{end}")

    def sort_key(self) -> SortKey:
        """Return a key to sort by: `earliest`, then `latest`, then the text. Open and unknown ends are outermost.

        The order is always the same, and it does not say that one date was before another.

        >>> dates = [EventDate.parse(text) for text in ("2025-09-04", "2025", "2025-09", "../2025")]
        >>> [str(date) for date in sorted(dates, key=EventDate.sort_key)]
        ['../2025', '2025', '2025-09', '2025-09-04']
        """
        return bounds_key(*self._as_written()), self._text

    def before(self, other: "EventDate") -> bool | None:
        """Whether all of this lies before all of the other; `None` if unknown.

        Raises:
            ArgumentTypeError: The other is not an `EventDate`; the message says what to write.

        >>> EventDate.parse("2025-08").before(EventDate.parse("2025-09-03/2025-09-06"))
        True
        >>> EventDate.parse("2025-09").before(EventDate.parse("2025-09-04")) is None
        True
        """
        return date_relations.before(_read(self), _read(other))

    def after(self, other: "EventDate") -> bool | None:
        """Whether all of this lies after all of the other; `None` if unknown.

        Raises:
            ArgumentTypeError: The other is not an `EventDate`; the message says what to write.

        >>> EventDate.parse("2025-09-04").after(EventDate.parse("2025-09-04"))
        False
        """
        return date_relations.before(_read(other), _read(self))

    def overlaps(self, other: "EventDate") -> bool | None:
        """Whether the two share a day; `None` if unknown.

        `None` may hide a known answer if both are all-of sets, each with an element that is not exact.

        Raises:
            ArgumentTypeError: The other is not an `EventDate`; the message says what to write.

        >>> EventDate.parse("2025-08-30/2025-09-02").overlaps(EventDate.parse("2025-09-01"))
        True
        """
        return date_relations.overlaps(_read(self), _read(other))

    def within(self, period: "EventDate") -> bool | None:
        """Whether every day of this lies in a period; `None` if unknown.

        `None` may hide a `False` if this is an interval or an all-of set and the period is one of several years,
        months or days: a one-of set, or a date with an `X` or a mark.

        Raises:
            ArgumentTypeError: The period is not an `EventDate`; the message says what to write.

        >>> EventDate.parse("2025").within(EventDate.parse("2025-09")) is None
        True
        """
        check_event_date(period)
        return date_relations.within(_read(self), period._as_period())  # noqa: SLF001  (of its own class)

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

    def _as_written(self) -> tuple[Day | None, Day | None]:
        """Return `earliest` and `latest`, worked out once."""
        pair = self._bounds
        if pair is None:
            pair = bounds_of(self._expression)
            object.__setattr__(self, "_bounds", pair)
        return pair

    def _as_period(self) -> Period:
        """Return what it can mean as a stretch of time, worked out once."""
        period = self._period
        if period is None:
            period = date_relations.period_of(self._expression)
            object.__setattr__(self, "_period", period)
        return period


def _read(date: object) -> Reading:
    """Return what a date can mean as the time of an event, worked out once."""
    if not isinstance(date, EventDate):
        raise _refusal(date)
    reading = date._reading  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (a method but for its check)
    if reading is None:
        reading = date_relations.reading_of(date._expression)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the same)
        object.__setattr__(date, "_reading", reading)
    return reading


def check_event_date(value: object, name: str = "") -> None:
    """Refuse an argument that is not an `EventDate`, and say what to write.

    Args:
        value: The argument.
        name: What it is called, where there are several.

    Raises:
        ArgumentTypeError: It is not an `EventDate`.

    >>> check_event_date("2025-09-04")
    Traceback (most recent call last):
        ...
    diplo_events.errors.ArgumentTypeError: expected an EventDate, found '2025-09-04'; write EventDate.parse('2025-09-04')
    """  # noqa: E501  (a message is one line)
    if not isinstance(value, EventDate):
        raise _refusal(value, name)


def _refusal(value: object, name: str = "") -> ArgumentTypeError:
    """Return the error for an argument that is not an `EventDate`."""
    wanted = f"{name} to be an EventDate" if name else "an EventDate"
    return ArgumentTypeError(f"expected {wanted}, found {shown(value)}; {date_hint(value)}")


_MARKS_REMOVED: Final = str.maketrans(dict.fromkeys("?~%", ""))


def date_hint(value: object) -> str:
    """Return what to write instead of another value where an `EventDate` is wanted.

    >>> date_hint("2025-09-04"), date_hint(None)
    ("write EventDate.parse('2025-09-04')", 'test first whether there is a date')
    """
    if value is None:
        return "test first whether there is a date"
    text = "2025-09-04"
    if isinstance(value, dt.datetime):
        text = value.isoformat(timespec="seconds")
    elif isinstance(value, dt.date | Day | str):
        text = str(value)
    try:
        EventDate.parse(text)
    except EventDateError as error:
        return f"a date is made by EventDate.parse('2025-09-04') ({error})"
    return f"write EventDate.parse({text!r})"


@functools.lru_cache(maxsize=_CACHED)
def _parse(text: str) -> EventDate:
    """Return the date, or the one made of the same text before: sources repeat their dates."""
    text = str.__str__(text)  # of a subclass, the characters only
    date = object.__new__(EventDate)
    object.__setattr__(date, "_text", text)
    object.__setattr__(date, "_expression", edtf.parse(text))
    for name in ("_bounds", "_reading", "_period", "_limits", "_unqualified"):
        object.__setattr__(date, name, None)
    return date
