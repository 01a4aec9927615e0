"""The syntax tree of a date in the Extended Date/Time Format, and what its unspecified digits can mean.

`diplo_events.dates._edtf` makes the tree from a text.
"""

import enum
import itertools
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = [
    "MONTHS_OF",
    "PLAIN",
    "AllOf",
    "Date",
    "DateTime",
    "End",
    "Expression",
    "Interval",
    "LoneYear",
    "Mark",
    "Marks",
    "Member",
    "OneOf",
    "Range",
    "completions",
    "has_mark",
    "month_length",
    "units",
]

MONTHS_OF: Final[dict[int, tuple[tuple[int, int], ...]]] = {
    21: ((3, 3), (9, 3)),  # spring, northern or southern
    22: ((6, 3), (12, 3)),  # summer
    23: ((9, 3), (3, 3)),  # autumn
    24: ((12, 3), (6, 3)),  # winter
    25: ((3, 3),),  # northern spring
    26: ((6, 3),),
    27: ((9, 3),),
    28: ((12, 3),),
    29: ((9, 3),),  # southern spring
    30: ((12, 3),),
    31: ((3, 3),),
    32: ((6, 3),),
    33: ((1, 3),),  # quarters
    34: ((4, 3),),
    35: ((7, 3),),
    36: ((10, 3),),
    37: ((1, 4),),  # quadrimesters
    38: ((5, 4),),
    39: ((9, 4),),
    40: ((1, 6),),  # semesters
    41: ((7, 6),),
}
"""The codes that are written in place of a month, each with its first month and its number of months.

The standard leaves the months to the application. These are the seasons of meteorology; one that begins
in December ends in the next year. A season without a hemisphere (21 to 24) is either of two.
"""

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DIGITS: Final = "0123456789"
_FEBRUARY: Final = 2
_DECEMBER: Final = 12
_LAST_YEAR: Final = 9999


class Mark(enum.Flag):
    """What a qualifier says about a part of a date; `%` says both."""

    UNCERTAIN = enum.auto()
    """`?`: the source is not sure of it."""
    APPROXIMATE = enum.auto()
    """`~`: an estimate, thought to be near."""


_NONE: Final = Mark(0)


class Marks(NamedTuple):
    """The qualifiers of each part of a date."""

    year: Mark = _NONE
    """Of the year."""
    month: Mark = _NONE
    """Of the month, or of the season or other group of months."""
    day: Mark = _NONE
    """Of the day."""


PLAIN: Final = Marks()
"""No qualifier."""


class Date(NamedTuple):
    """A year, a month or group of months, or a day. A part with an `X` in it is kept as text."""

    year: int | str
    """0 is 1 BC. As text: four characters after an optional `-`."""
    month: int | str | None = None
    """1 to 12, or a code of `MONTHS_OF`."""
    day: int | str | None = None
    """1 to 31; only after a month."""
    marks: Marks = PLAIN
    """The qualifiers."""
    level: int = 0
    """The lowest level of the specification at which it can be written."""

    @property
    def is_masked(self) -> bool:
        """Whether a digit is unspecified."""
        return isinstance(self.year, str) or isinstance(self.month, str) or isinstance(self.day, str)


class DateTime(NamedTuple):
    """A day and a time of that day."""

    date: Date
    """The day: all digits are specified, and none is qualified."""
    time: str
    """`23:20:30`; `24:00:00` is the end of the day."""
    offset: str
    """`Z`, `+04:30`, `-04`, or empty for a local time."""

    @property
    def level(self) -> int:
        """The level of the day."""
        return self.date.level


class LoneYear(NamedTuple):
    """A year written with `Y`, or with `S` for its significant digits. It takes no month, interval or set."""

    year: int
    """The year, or the estimate of it."""
    significant: int | None
    """How many digits of it count, from the left; `None` if all do."""
    level: int
    """1 for `Y170000002`, 2 with an exponent or significant digits."""


class End(enum.Enum):
    """An end of an interval that is not a date."""

    OPEN = ".."
    """There is none."""
    UNKNOWN = ""
    """There is one, and nothing is known about it."""


class Interval(NamedTuple):
    """`start/end`, both included."""

    start: Date | End
    """Where it begins."""
    end: Date | End
    """Where it ends."""

    @property
    def level(self) -> int:
        """The higher level of its ends; an end with an `X` is level 2."""
        ends = (self.start, self.end)
        return max(1 if isinstance(end, End) else 2 if end.is_masked else end.level for end in ends)


class Range(NamedTuple):
    """`a..b` in a set: the years, months or days from one to the other."""

    first: Date | None
    """`None` in `..b`: b or before."""
    last: Date | None
    """`None` in `a..`: a or after."""


Member = Date | Range


class OneOf(NamedTuple):
    """`[a,b]`: one of them."""

    members: tuple[Member, ...]
    """At least one."""
    level: int = 2
    """Sets are level 2."""


class AllOf(NamedTuple):
    """`{a,b}`: all of them."""

    members: tuple[Member, ...]
    """At least one."""
    level: int = 2
    """Sets are level 2."""


Expression = Date | DateTime | LoneYear | Interval | OneOf | AllOf


def has_mark(expression: Expression, mark: Mark) -> bool:
    """Whether any part of an expression has a qualifier."""
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


def units(date: Date, *, latest_first: bool = False) -> Iterator[tuple[int, int | None, int | None]]:
    """Yield the years, months or days that a date can mean, in order; a single one if every digit is specified.

    Days that a month does not have are left out, and qualifiers do not count.

    >>> list(units(Date(1900, 2, "2X")))[-1]
    (1900, 2, 28)
    """
    for year in completions(date.year, _LAST_YEAR, latest_first=latest_first):
        if date.month is None:
            yield year, None, None
            continue
        months = completions(date.month, _DECEMBER, latest_first=latest_first)
        for month in (date.month,) if isinstance(date.month, int) else months:
            if date.day is None:
                yield year, month, None
                continue
            for day in completions(date.day, month_length(year, month), latest_first=latest_first):
                yield year, month, day


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month in the proleptic Gregorian calendar.

    >>> month_length(1900, 2), month_length(0, 2)
    (28, 29)
    """
    if month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def completions(part: int | str, last: int, *, latest_first: bool) -> Iterator[int]:
    """Yield the numbers up to `last` that a part can mean, in order.

    Only a year can be 0 or negative, and there is no year -0.
    """
    if isinstance(part, int):
        if part <= last:
            yield part
        return
    digits = part.removeprefix("-")
    negative = digits != part
    is_year = len(digits) > len("MM")
    choices = _DIGITS if latest_first == negative else _DIGITS[::-1]
    template = digits.replace("X", "{}")
    for filling in itertools.product(choices, repeat=digits.count("X")):
        number = int(template.format(*filling))
        if number <= last and (number or (is_year and not negative)):
            yield -number if negative else number
