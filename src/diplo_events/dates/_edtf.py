"""The grammar of the Extended Date/Time Format, levels 0 to 2: from a text to its syntax tree.

ISO 8601-2:2019 as profiled by the Library of Congress, https://www.loc.gov/standards/datetime/.
This module knows how a date is written. `diplo_events.dates` knows what it means, and imports this one.

One pattern reads a date, and small functions read what is made of dates. No pattern can backtrack, so reading takes
time linear in the text, whatever the text.
"""

import datetime as dt
import re
from typing import Final

from diplo_events._internal.texts.display import one_line, quoted
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
    Mark,
    Marks,
    Member,
    OneOf,
    Range,
    completions,
    month_length,
    units,
)
from diplo_events.errors import EventDateError

__all__ = ["MAX_LENGTH", "MAX_YEAR_DIGITS", "parse"]

MAX_LENGTH: Final = 200
"""The greatest number of characters of a text. The longest example of the specification has 27."""

MAX_YEAR_DIGITS: Final = 15
"""The greatest number of digits of a year when written out. Its days can then be counted in 64 bits."""

_DATE: Final = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_TIME: Final = re.compile(r"T([0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?")

# Few dates need these: `re` compiles each when the first one does, and keeps it.
_DATE_BEGUN: Final = r"[?~%]?-?[0-9X]{0,4}"
_LONG_YEAR: Final = r"Y(-?)([1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?"
_SIGNIFICANT: Final = r"S([1-9][0-9]*)"
_RIGHTMOST: Final = r"-?[0-9]{2}[0-9X]X|-?[0-9]{4}-XX(?:-XX)?|-?[0-9]{4}-[0-9]{2}-XX"

_MARK: Final = {
    "": Mark(0),
    "?": Mark.UNCERTAIN,
    "~": Mark.APPROXIMATE,
    "%": Mark.UNCERTAIN | Mark.APPROXIMATE,
}
_DECEMBER: Final = 12
_LAST_SEASON: Final = 24
_YEAR_DIGITS: Final = 4
_DAY_LENGTH: Final = 10
_SIXTY: Final = 60
_MIDNIGHT: Final = (24, 0, 0)
_FURTHEST_EAST: Final = (14, 0)
_FURTHEST_WEST: Final = (12, 0)

_EXCERPT: Final = 40
_UP_TO_12: Final = "0?[1-9]|1[0-2]"
_PAST_12: Final = "1[3-9]|2[0-9]|3[01]"
_MISTAKES: Final = (
    (r"^(?!.{4}-..-..$)([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$", "write it '{0}-{1:0>2}-{2:0>2}'"),
    (r"^([0-9]{4})[-.]([0-9])$", "write it '{0}-{1:0>2}'"),
    (rf"^({_PAST_12})[-/.]({_UP_TO_12})[-/.]([0-9]{{4}})$", "the year comes first: '{2}-{1:0>2}-{0:0>2}'"),
    (rf"^({_UP_TO_12})[-/.]({_PAST_12})[-/.]([0-9]{{4}})$", "the year comes first: '{2}-{0:0>2}-{1:0>2}'"),
    (
        rf"^({_UP_TO_12})[-/.]({_UP_TO_12})[-/.]([0-9]{{4}})$",
        "the year comes first: '{2}-{1:0>2}-{0:0>2}' or '{2}-{0:0>2}-{1:0>2}'",
    ),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})$", "write it '{0}-{1}-{2}'"),
    (r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) [0-9]", "a time follows a 'T': '{0}T10:00:00'"),
    (r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", "write year, month, day: '2025-09-04'"),
    (r"unknown|none|null|n/a", "an unknown end is left empty: '2025-09-03/'"),
    (r"open|now|present", "an open end is written '..': '2025-09-03/..'"),
    (r"^([0-9]{3})0s$", "a decade is written '{0}X'"),
    (r"^(-?[0-9]{2})[?~%]?$", "a century is written '{0}XX'"),
    (r"^(-?[0-9]{3})[?~%]?$", "a decade is written '{0}X'"),
    (r"^([0-9]{4})-([0-9]{4})$", "an interval is written '{0}/{1}'"),
    (r"^-?[0-9]{5}", "a year of more than four digits begins with 'Y'"),
    (r":[0-9]{2}[.,][0-9]", "seconds have no fraction"),
    (r"T.*([+-][0-9]{2})([0-9]{2})$", "an offset is written '{0}:{1}'"),
    (r"[0-9]T([0-9]{2}:[0-9]{2})(?:Z|$)", "a time has seconds: 'T{0}:00'"),
    (r"[0-9][0-9x-]*u|u[0-9]", "an unspecified digit is 'X', no longer 'u'"),
    (r"\(", "marks have no brackets: '2004-06-~11', '2004-06~-11'"),
    (r"(?-i:x)", "an unspecified digit is a capital 'X'"),
    (r"(?-i:[tyezs])", "letters are capitals: 'T', 'Z', 'Y', 'E', 'S'"),
    (r"\s", "a date has no spaces"),
    (r"[\u2010-\u2015\u2212]", "the hyphen is '-'"),
    (r"[^\x00-\x7f]", "a date is written in ASCII, digits are 0 to 9"),
)
"""Common mistakes, and what to write instead. A message shows the first that applies.

The patterns are compiled when a text is refused, not when the package is imported.
"""


def parse(text: str) -> Expression:  # noqa: PLR0911  (one case for each kind of text)
    """Return the syntax tree of a text.

    Raises:
        EventDateError: The text is not EDTF, names a day that is not in the calendar, or exceeds `MAX_LENGTH`.

    >>> parse("2025-09").month
    9
    >>> parse("2025-9")
    Traceback (most recent call last):
        ...
    diplo_events.errors.EventDateError: '2025-9', column 6: expected a month of two digits; write it '2025-09'
    """
    if len(text) > MAX_LENGTH:
        raise EventDateError(f"a date has at most {MAX_LENGTH} characters, this text has {len(text)}")
    if len(text) == _DAY_LENGTH and (day := _full_day(text)) is not None:  # as most texts are
        return day
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if text.startswith("Y"):
        return _long_year(text)
    date, at = _date(text, 0)
    if at == len(text):
        return date
    if text[at] == "T":
        return _date_time(text, date, at)
    if text[at] == "S":
        return _significant_year(text, date, at)
    raise _refusal_after(text, date, at)


def _full_day(text: str) -> Date | None:
    """Return the day of the years 1 to 9999 that a text of ten characters writes in full; `None` for any other text.

    >>> _full_day("2025-09-04") == Date(2025, 9, 4), _full_day("2025-09-XX")
    (True, None)
    """
    if not text[4] == text[7] == "-":
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return Date(day.year, day.month, day.day)


def _date(text: str, at: int) -> tuple[Date, int]:
    """Return the date that begins at a place in a text, and the place after it."""
    match = _DATE.match(text, at)
    if match is None:
        begun = re.compile(_DATE_BEGUN).match(text, at)
        stop = begun.end() if begun else at
        alone = text.startswith("Y", stop)
        raise _refusal(text, stop, "a year with 'Y' stands alone" if alone else "expected a year of four digits")
    groups: tuple[str, ...] = match.groups(default="")
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = groups
    marks = PLAIN
    if before_year or after_year or before_month or after_month or before_day or after_day:
        to_month = _MARK[after_month] | _MARK[after_day]
        marks = Marks(
            _MARK[before_year] | _MARK[after_year] | to_month,
            _MARK[before_month] | to_month if month else _MARK[""],
            _MARK[before_day] | _MARK[after_day],
        )
    date = Date(_part(year) or 0, _part(month), _part(day), marks)
    if year == "-0000":
        raise _refusal(text, match.start(2), "the year 0000 has no sign")
    if month and not _is_month(date):
        raise _refusal(text, match.start(5), f"there is no month {month}")
    if day and date.month in MONTHS_OF:
        raise _refusal(text, match.start(8), "a season or other group of months has no days")
    if day and not _is_day(date):
        raise _refusal(text, match.start(8), f"this month has no day {day}")
    level = _level(date, match[0])
    return (Date(date.year, date.month, date.day, marks, level) if level else date), match.end()


def _part(digits: str) -> int | str | None:
    """Return a part of a date: a number, a text with an `X` in it, or nothing."""
    if "X" in digits:
        return digits
    return int(digits) if digits else None


def _is_month(date: Date) -> bool:
    if isinstance(date.month, int):
        return 1 <= date.month <= _DECEMBER or date.month in MONTHS_OF
    return date.month is None or any(completions(date.month, _DECEMBER, latest_first=False))


def _is_day(date: Date) -> bool:
    if isinstance(date.day, int) and isinstance(date.month, int) and isinstance(date.year, int):
        return 1 <= date.day <= month_length(date.year, date.month)
    # The leap year 2000 has every day that any year has: asked first, it spares a search of 10 000 years.
    return date.day != 0 and any(units(Date(2000, date.month, date.day))) and any(units(date))


def _level(date: Date, written: str) -> int:
    """Return the lowest level at which a date can be written.

    Level 1 qualifies a whole date at its end, and leaves digits unspecified from the right. Two of its features at
    once are level 2: `16XX~`, `2011-23~`.
    """
    bare = written.rstrip("?~%")
    if date.marks is not PLAIN and any(mark in bare for mark in "?~%"):
        return 2
    if date.is_masked:
        return 1 if bare == written and re.fullmatch(_RIGHTMOST, bare) else 2
    if date.month in MONTHS_OF:
        return 1 if bare == written and date.month <= _LAST_SEASON else 2
    return 1 if bare != written or bare.startswith("-") else 0


def _date_time(text: str, date: Date, at: int) -> DateTime:
    """Return a date-time: a date whose text goes on with a time."""
    if date.day is None or date.is_masked or date.marks is not PLAIN:
        raise _refusal(text, at, "only a day given in full has a time")
    match = _TIME.match(text, at)
    if match is None:
        raise _refusal(text, at + 1, "expected a time of the form 23:20:30")
    if match.end() != len(text):
        raise _refusal(
            text,
            match.end(),
            f"expected 'Z', an offset like '+04:30' or the end, found {_found(text, match.end())}",
        )
    hour, minute, second = (int(number) for number in match[1].split(":"))
    if (hour, minute, second) > _MIDNIGHT or minute >= _SIXTY or second >= _SIXTY:
        raise _refusal(text, match.start(1), "there is no such time of day")
    offset: str = match[2] or ""
    if offset.startswith(("+", "-")):
        hours, _, minutes = offset[1:].partition(":")
        distance = (int(hours), int(minutes or 0))
        furthest = _FURTHEST_EAST if offset[0] == "+" else _FURTHEST_WEST
        if distance > furthest or distance[1] >= _SIXTY or (offset[0] == "-" and distance == (0, 0)):
            raise _refusal(text, match.start(2), "offsets go from -12:00 to +14:00, and there is no -00:00")
    return DateTime(date, match[1], offset)


def _long_year(text: str) -> LoneYear:
    """Return a long year: `Y170000002`, `Y-17E7`, `Y171010000S3`."""
    match = re.match(_LONG_YEAR, text)
    if match is None:
        raise _refusal(text, 2 if text.startswith("Y-") else 1, "expected the digits of a year")
    if match.end() != len(text):
        raise _refusal(text, match.end(), f"a year with 'Y' stands alone, found {_found(text, match.end())}")
    sign, digits, exponent, significant = match.groups()
    if len(digits) + int(exponent or 0) > MAX_YEAR_DIGITS:
        raise _refusal(text, match.start(2), f"a year has at most {MAX_YEAR_DIGITS} digits when written out")
    if exponent is None and len(digits) <= _YEAR_DIGITS:
        raise _refusal(text, match.start(2), "a year after 'Y' has more than four digits")
    year = int(sign + digits) * 10 ** int(exponent or 0)
    return LoneYear(year, int(significant) if significant else None, 2 if exponent or significant else 1)


def _significant_year(text: str, date: Date, at: int) -> LoneYear:
    """Return a year whose text goes on with an `S`: `1950S2`."""
    match = re.fullmatch(_SIGNIFICANT, text[at:])
    if not isinstance(date.year, int) or date.month is not None or date.marks is not PLAIN:
        raise _refusal(text, at, "only a year given in full has significant digits")
    if match is None:
        raise _refusal(text, at + 1, "expected a number of significant digits and nothing more")
    return LoneYear(date.year, int(match[1]), 2)


def _interval(text: str) -> Interval:
    """Return an interval: a text with a `/` in it."""
    slash = text.index("/")
    if text == "/":
        raise _refusal(text, 0, "an interval has a date or '..' at one end at least")
    start, at = _end(text, 0)
    if at != slash:
        raise _refusal_after(text, start, at)
    end, at = _end(text, slash + 1)
    if at != len(text):
        raise _refusal_after(text, end, at)
    if isinstance(start, Date) and isinstance(end, Date) and not _in_order(start, end):
        raise _refusal(text, slash + 1, "the interval ends before it begins")
    return Interval(start, end)


def _end(text: str, at: int) -> tuple[Date | End, int]:
    """Return one end of an interval and the place after it."""
    if text.startswith("..", at):
        return End.OPEN, at + 2
    if at == len(text) or text[at] == "/":
        return End.UNKNOWN, at
    return _date(text, at)


def _in_order(start: Date, end: Date) -> bool:
    """Whether an end can begin when the start begins, or later, for some way to fill in the `X`s.

    Two seasons of one year that name no hemisphere are in the order of their codes.
    """
    if (
        start.year == end.year
        and isinstance(start.month, int)
        and isinstance(end.month, int)
        and _DECEMBER < start.month <= _LAST_SEASON
        and _DECEMBER < end.month <= _LAST_SEASON
    ):
        return start.month <= end.month
    return _first_day(start, latest=False) <= _first_day(end, latest=True)


def _first_day(date: Date, *, latest: bool) -> tuple[int, int, int]:
    """Return the day on which the earliest or the latest unit of a date begins."""
    year, month, day = next(units(date, latest_first=latest))
    if month in MONTHS_OF:
        beginnings = [first for first, _ in MONTHS_OF[month]]
        return year, max(beginnings) if latest else min(beginnings), 1
    return year, month or 1, day or 1


def _set(text: str) -> OneOf | AllOf:
    """Return a set: `[a,b..c]` or `{a,b..c}`."""
    closing = "]" if text[0] == "[" else "}"
    members: list[Member] = []
    at = 1
    while True:
        member, at = _member(text, at, closing)
        members.append(member)
        if text.startswith(",", at) and not (isinstance(member, Range) and member.last is None):
            at += 1
        elif text.startswith(closing, at):
            break
        else:
            raise _refusal(text, at, f"expected ',' or '{closing}', found {_found(text, at)}")
    if at + 1 != len(text):
        raise _refusal(text, at + 1, f"expected the end after '{closing}', found {_found(text, at + 1)}")
    return OneOf(tuple(members)) if closing == "]" else AllOf(tuple(members))


def _member(text: str, at: int, closing: str) -> tuple[Member, int]:
    """Return a date or a range in a set, and the place after it."""
    if text.startswith("..", at):
        if at > 1:
            raise _refusal(text, at, "only the first member of a set begins with '..'")
        last, after = _date(text, at + 2)
        _check_range_end(text, last, at + 2)
        return Range(None, last), after
    first, after = _date(text, at)
    if not text.startswith("..", after):
        return first, after
    _check_range_end(text, first, at)
    if text.startswith(closing, after + 2):
        return Range(first, None), after + 2
    at = after + 2
    last, after = _date(text, at)
    _check_range_end(text, last, at)
    if (first.month is None, first.day is None) != (last.month is None, last.day is None):
        raise _refusal(text, at, "a range goes from year to year, month to month or day to day")
    if not _in_order(first, last):
        raise _refusal(text, at, "the range ends before it begins")
    return Range(first, last), after


def _check_range_end(text: str, date: Date, at: int) -> None:
    """Refuse a date from which one cannot count to the next."""
    if date.is_masked or date.marks is not PLAIN or date.month in MONTHS_OF:
        raise _refusal(text, at, "a range goes between plain years, months or days")


def _refusal_after(text: str, date: Date | End, at: int) -> EventDateError:
    """Return the error that says what may follow a date, if something else follows it."""
    if isinstance(date, Date) and text[at] == "-":
        if date.month is None:
            return _refusal(text, at + 1, "expected a month of two digits")
        if date.day is None:
            return _refusal(text, at + 1, "expected a day of two digits")
    if "/" in text and text[at] in "TS":
        return _refusal(text, at, "the ends of an interval have no time and no 'S'")
    return _refusal(text, at, f"expected the end of the date, found {_found(text, at)}")


def _found(text: str, at: int) -> str:
    return quoted(text[at]) if at < len(text) else "the end"


def _refusal(text: str, at: int, problem: str) -> EventDateError:
    """Return the error that says what is wrong with a text, where, and what to write instead."""
    excerpt = quoted(text) if len(repr(text)) <= _EXCERPT else one_line(f"{repr(text)[:_EXCERPT]}…")
    hint = ""
    for mistake, correction in _MISTAKES:
        if match := re.search(mistake, text, re.IGNORECASE):
            hint = "; " + correction.format(*match.groups())
            break
    return EventDateError(f"{excerpt}, column {at + 1}: {problem}{hint}")
