"""Dates in the old style and the new: which calendar the time words of a record are in, and what they say without it.

"Old Style" and "New Style" are the names that historians give to dates of the Julian and of the Gregorian calendar.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Calendar, Direction, resolve
from diplo_events.errors import DiploEventsError, RelativeDateError
from diplo_events.model import Source

__all__ = ["CALENDARS", "TimeWords", "calendar_in", "readings"]

LAST_ADOPTED: Final = date(1923, 3, 1)
"""When Greece, the last state to do so, gave up the Julian calendar; notes on newer texts speak of older dates."""

JULIAN: Final = (
    r"(?i:old[- ]style|julian(?: calendar)?|vieux style|alten stils|stilo veter[ei]|по старому стилю|ст\. ?ст\.)"
    r"|O\. ?S\.|OS\b|a\. ?St\."
)
GREGORIAN: Final = (
    r"(?i:new[- ]style|gregorian(?: calendar)?|nouveau style|neuen stils|stilo novo|по новому стилю|н\. ?ст\.)"
    r"|N\. ?S\.|NS\b|n\. ?St\."
)
"""The names of both calendars beside a date, in the languages of the texts that have such dates."""

LEAD: Final = r"(?:(?:in|by|of|according to|following) )?(?:the )?"

MARKS: Final = re.compile(rf"\b{LEAD}(?:(?P<julian>{JULIAN})|(?P<gregorian>{GREGORIAN}))")

BESIDE: Final = re.compile(rf"[,;]?\s*[(\[]?{MARKS.pattern}")
"""The name of a calendar right after a date, as a text may have it where the time words leave it out."""

EDGE: Final = " ,;:/()[]=–—-"

YEAR: Final = re.compile(r"\b\d{4}\b")

TWO: Final = re.compile(r"(?P<outer>[^(\[/]*[^\W\d_][^(\[/]*)[(\[/](?P<inner>[^(\[/]*\d[^(\[/]*)")
"""A date with another one in brackets or after a stroke."""

CALENDARS: Final[tuple[Calendar, ...]] = ("gregorian", "julian")
"""The calendars that a record or a source can name in `extra`."""

OTHER: Final[dict[Calendar, Calendar]] = {"julian": "gregorian", "gregorian": "julian"}

BOTH: Final = re.compile(
    r"(?P<first>\d{1,2}(?: [^\W\d_]+)?|[^\W\d_]+ \d{1,2}) ?[/(\[] ?"
    r"(?P<second>\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2}) ?[)\]]?,?(?P<year> \d{4})?"
)
"""One day by both calendars without their names: "25 October (7 November) 1917", "12/24 May 1896"."""


class TimeWords(NamedTuple):
    """Time words without the name of their calendar, and that calendar."""

    words: str
    calendar: Calendar
    needs_day: bool = True
    """Whether words without a day and a month have no date: else they are read as Gregorian."""

    def resolved(self, base: EventDate | None, direction: Direction) -> EventDate:
        """Return the time that the words mean.

        Args:
            base: The day from which they count.
            direction: Whether they look back or ahead, where they could do either.

        Raises:
            DiploEventsError: they mean none.

        Examples:
            >>> str(TimeWords("25 October 1917", "julian").resolved(None, "past"))
            '1917-11-07'
        """
        try:
            return resolve(self.words, base, direction=direction, calendar=self.calendar)
        except RelativeDateError:
            if self.needs_day:
                raise
            return resolve(self.words, base, direction=direction)


def readings(
    words: str, source: Source | None, text: str | None, *, note: str | None, calendar: Calendar | None
) -> list[TimeWords]:
    """Return the readings of the time words of a record, of which its date follows at least one.

    The name of the calendar stands in the words, or right after them in the text; else the record says it, or its note,
    or its source, or the note of a source which was written while the calendar was in use.

    Args:
        words: The time words.
        source: The source of the record, if it is at hand.
        text: The text of the source, if it is at hand.
        note: The note of the record.
        calendar: The calendar that the record names in `extra`.

    Examples:
        >>> [reading.calendar for reading in readings("25 October 1917", None, None, note=None, calendar="julian")]
        ['julian']
    """
    if marked := named(words):
        return marked
    if both := in_both(words):
        return both
    if len(beside := calendars_beside(words, text or "")) == 1:
        return [TimeWords(words, beside.pop())]
    stated = calendar or ("julian" if speaks_of_julian(note) else calendar_in(source.extra) if source else None)
    if stated is not None:
        return [TimeWords(words, stated, needs_day=False)]
    if source is None or not speaks_of_julian(source.note):
        return [TimeWords(words, "gregorian")]
    dated = source.dated or source.published
    written = dated.latest if dated else None
    in_use = written is not None and written < (LAST_ADOPTED.year, LAST_ADOPTED.month, LAST_ADOPTED.day)
    either = [] if in_use else [TimeWords(words, "gregorian")]
    return [TimeWords(words, "julian", needs_day=False), *either]


def calendar_in(extra: Mapping[str, Any]) -> Calendar | None:
    """Return the calendar that the fields of a user name; `None` if they name none.

    >>> calendar_in({"calendar": "julian"}), calendar_in({"calendar": "mine"})
    ('julian', None)
    """
    return next((calendar for calendar in CALENDARS if extra.get("calendar") == calendar), None)


def speaks_of_julian(note: str | None) -> bool:
    """Whether a note names the Julian calendar or the old style."""
    return any(match["julian"] for match in MARKS.finditer(note or ""))


def calendar_of(match: re.Match[str]) -> Calendar:
    """Return the calendar that a match of `MARKS` names."""
    return "julian" if match["julian"] else "gregorian"


def calendars_beside(words: str, text: str) -> set[Calendar]:
    """Return the calendars that are named right after some words in a text."""
    found: set[Calendar] = set()
    index = text.find(words)
    while index >= 0:
        if match := BESIDE.match(text, index + len(words)):
            found.add(calendar_of(match))
        index = text.find(words, index + len(words))
    return found


def named(words: str) -> list[TimeWords]:
    """Return the readings of time words that name their calendar, or both with a date in each.

    >>> named("25 October 1917 (O.S.)")
    [TimeWords(words='25 October 1917', calendar='julian', needs_day=True)]
    >>> [reading.words for reading in named("25 October O.S. (7 November 1917 N.S.)")]
    ['25 October 1917', '7 November 1917']
    """
    marks = list(MARKS.finditer(words))
    if not marks:
        return []
    ends = [0, *(match.end() for match in marks)]
    before = [words[end : match.start()].strip(EDGE) for end, match in zip(ends, marks, strict=False)]
    after = [words[match.end() : end].strip(EDGE) for match, end in zip(marks, starts_after(marks, words), strict=True)]
    pieces = before if any(before) and before[0] else after
    year = YEAR.search(words)
    whole = [with_year(piece, year) for piece in pieces]
    if len(marks) == 1:
        calendar = calendar_of(marks[0])
        if two := TWO.fullmatch(f"{before[0]} {after[0]}".strip()):
            outer, inner = (with_year(two[name].strip(EDGE), year) for name in ("outer", "inner"))
            return [TimeWords(outer, OTHER[calendar]), TimeWords(inner, calendar)]
        whole = [" ".join(part for part in (before[0], after[0]) if part)]
    return [TimeWords(piece, calendar_of(match)) for piece, match in zip(whole, marks, strict=True) if piece]


def with_year(day: str, year: re.Match[str] | None) -> str:
    """Return a day with the year of the words around it, if it has none of its own."""
    return f"{day} {year[0]}" if year and not YEAR.search(day) else day


def starts_after(marks: list[re.Match[str]], words: str) -> list[int]:
    """Return where the words after each of some marks end: at the next one or with the words."""
    return [*(match.start() for match in marks[1:]), len(words)]


def in_both(words: str) -> list[TimeWords]:
    """Return the readings of a day that is written by both calendars without their names.

    >>> [reading.words for reading in in_both("25 October (7 November) 1917")]
    ['25 October 1917', '7 November 1917']
    >>> in_both("5/6 September 2025")
    []
    """
    match = BOTH.fullmatch(words)
    if match is None or not match["year"]:
        return []
    first, second = match["first"], match["second"]
    if first.isdigit():
        first = re.sub(r"\d{1,2}", first, second, count=1)
    pair = [TimeWords(first + match["year"], "julian"), TimeWords(second + match["year"], "gregorian")]
    try:
        days = {resolve(reading.words, None, calendar=reading.calendar) for reading in pair}
    except DiploEventsError:
        return []
    return pair if len(days) == 1 else []
