"""Event dates as a person reads them: weekday, day, month and year, with what is doubtful said in words."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from diplo_events.dates._event_date import EventDate, check_event_date
from diplo_events.dates._words import MONTHS, WEEKDAYS

__all__ = ["date_in_words"]

UNIT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
"""A year, a month or a day, without marks."""

MARKS: Final = {
    (True, False): " (uncertain)",
    (False, True): " (approximate)",
    (True, True): " (uncertain, approximate)",
}
"""The words for the marks `?`, `~` and `%`."""


def date_in_words(date: EventDate) -> str:
    """Return a date in words; what has no plain words, such as a season or a time of day, stays in EDTF.

    Raises:
        ArgumentTypeError: it is not an `EventDate`.

    Examples:
        >>> for text in ("2025-09-04?", "2025-09", "2025-09-03/2025-09-04", "[2025-09-01..2025-09-03]", "[..2025-08-20]"):
        ...     print(date_in_words(EventDate.parse(text)))
        Thursday 4 September 2025 (uncertain)
        September 2025
        from Wednesday 3 to Thursday 4 September 2025
        one day from Monday 1 to Wednesday 3 September 2025
        by Wednesday 20 August 2025
    """  # noqa: E501  (the dates are one line)
    check_event_date(date)
    words = plain_words(str(date.unqualified()))
    return f"{words or date.unqualified()}{MARKS.get((date.is_uncertain, date.is_approximate), '')}"


def plain_words(text: str) -> str | None:
    """Return a date without marks in words; `None` if it has none."""
    start, interval, end = text.partition("/")
    if interval:
        return span_words(start, end, before="until", after="from {} on", between="from {}")
    inner, (first, last) = text[1:-1], (text[:1], text[-1:])
    if first not in {"[", "{"}:
        return unit_words(text)
    start, ranged, end = inner.partition("..")
    if ranged and "," not in inner and first == "[" and all(len(part) in {0, 10} for part in (start, end)):
        return span_words(start, end, before="by", after="on or after {}", between="one day from {}")
    return list_words(inner.split(","), one_of=last == "]") if not ranged else None


def span_words(start: str, end: str, *, before: str, after: str, between: str) -> str | None:
    """Return a stretch of time in words; an open end has none, and an unknown one is not said."""
    open_start, open_end = start in {"", ".."}, end in {"", ".."}
    first, last = unit_words(start), unit_words(end)
    if (first is None and not open_start) or (last is None and not open_end) or (open_start and open_end):
        return None
    if first is None:
        return f"{before} {last}"
    if last is None:
        return after.format(first)
    return f"{between.format(shortened(start, end, first))} to {last}"


def shortened(start: str, end: str, words: str) -> str:
    """Return the words for a first day without the month and the year that it shares with the last one."""
    if len(start) == len(end) == len("2025-09-03") and start[:4] == end[:4]:
        parts = words.split(" ")
        return " ".join(parts[:-2] if start[:7] == end[:7] else parts[:-1])
    return words


def list_words(units: Sequence[str], *, one_of: bool) -> str | None:
    """Return several days, months or years in words: a run of days by its ends, others one by one."""
    words = [unit_words(unit) for unit in units]
    if None in words:
        return None
    days = [dt.date.fromisoformat(unit) for unit in units if len(unit) == len("2025-09-03")]
    is_run = len(days) == len(units) and [day.toordinal() for day in days] == list(
        range(days[0].toordinal(), days[0].toordinal() + len(days))
    )
    if is_run and one_of and len(days) > 1:
        return span_words(units[0], units[-1], before="by", after="{}", between="one day from {}")
    joined = ", ".join(word for word in words[:-1] if word)
    return f"{joined} {'or' if one_of else 'and'} {words[-1]}" if joined else words[-1]


def unit_words(text: str) -> str | None:
    """Return a year, a month or a day in words; `None` if the text is none of them.

    >>> unit_words("2025-09-04"), unit_words("2025"), unit_words("2025-21")
    ('Thursday 4 September 2025', '2025', None)
    """
    found = UNIT.fullmatch(text)
    if not found or not int(found[1]) or (found[2] and int(found[2]) > len(MONTHS)):
        return None
    year = str(int(found[1]))
    if not found[2]:
        return year
    month = MONTHS[int(found[2]) - 1].title()
    if not found[3]:
        return f"{month} {year}"
    day = dt.date(int(found[1]), int(found[2]), int(found[3]))
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {month} {year}"
