"""Times within time words: the Friday of "by Friday", both days of "Monday and Tuesday", and the day of an hour."""

import re
from typing import Final

import attrs

from diplo_events.dates import Day, EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.patterns import DAY_NAME, HOUR, MONTH
from diplo_events.drafting._times.sides import DIRECTIONS
from diplo_events.drafting._times.signs import UNTIL
from diplo_events.drafting._times.word import TimeWord, day_of
from diplo_events.errors import DiploEventsError

__all__ = ["listed", "with_parts"]

END_OF: Final = re.compile(rf"(?:the )?end of (?!{MONTH}\b)|year[- ]end|(?:the )?(?:year|month|week)['’]s end")
"""As a limit, the end of something is its last day."""

BY: Final = re.compile(r"[Bb]y (?!the end of the day)")
"""Before the day that a limit names."""

UNTIL_MONTH: Final = re.compile(r"\.\./\d{4}-\d\d")
SINCE: Final = re.compile(r"[Ss]ince ")
WHOLE: Final = re.compile(
    rf"(?:the )?(?:very )?(?:beginning|start) of|{MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}"
)
"""What lasts since a day with its month, or since the beginning of something, is listed as lasting."""

END_OF_YEAR: Final = re.compile(r"(?:[Bb]efore|[Bb]y) (?P<end>(?:the )?end of (?:\d{4}|the year|this year|next year))")
FROM_YEAR: Final = re.compile(r"[Ff]rom (?P<year>\d{4})")
BOTH: Final = re.compile(rf"(?P<first>{DAY_NAME}) and (?P<second>{DAY_NAME}(?: (?:of )?(?:last|this|next) week)?)")
TWO_DAYS: Final = re.compile(r"\{(?P<first>\d{4}-\d\d-\d\d),(?P<second>\d{4}-\d\d-\d\d)\}")
HOURS: Final = re.compile(
    r"(?:,? at (?:\d|noon\b|midday\b|midnight\b).*|,? \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b.*|,? \d{1,2}:\d\d.*)$",
    re.IGNORECASE,
)
"""Behind a day, its hour."""
HOURS_FIRST: Final = re.compile(
    rf"(?!\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
    r"(?:[Aa]t )?(?:\d{1,2}[:.]?\d{0,2}(?: ?[ap]\.?m\b\.?)?|noon|midday|midnight)(?: (?:GMT|UTC|[A-Z]{2,4}"
    r"|local time))?,? (?:on )?",
    re.IGNORECASE,
)
"""Before a day, its hour."""


HOUR_ALONE: Final = re.compile(HOUR)


def with_parts(word: TimeWord, published: EventDate | None) -> TimeWord:
    """Return time words with the times that they name within them."""
    limit = end_of_year(word) or limit_of(word, published) or first_day(word) or first_year(word)
    return attrs.evolve(word, limit=limit, parts=both(word) or day_with_hour(word))


def listed(word: TimeWord) -> tuple[TimeWord, ...]:
    """Return how a list of the times of a text shows time words: a limit by what it names, two days one by one.

    A day with its hour is listed as a whole, and once more by its day alone.
    """
    if word.limit is not None:
        return (word.limit,)
    return word.parts if len(word.parts) > 1 else (word, *word.parts)


def limit_of(word: TimeWord, published: EventDate | None) -> TimeWord | None:
    """Return the time that "by Friday" and "until May" name; `None` for others, and without a date."""
    by, until = BY.match(word.text), UNTIL.match(word.text)
    limit = by or until
    if word.when is None or limit is None:
        return None
    rest = word.text[limit.end() :]
    is_month = UNTIL_MONTH.fullmatch(str(word.when)) is not None
    for direction in DIRECTIONS:
        try:
            when = resolve(rest, published, direction=direction)
        except DiploEventsError:
            continue
        if when.latest is not None and do_end_together(when.latest, word.when.latest, is_month=is_month):
            day = EventDate.parse(str(when.latest)) if END_OF.match(rest) is not None else when
            return TimeWord(word.start + limit.end(), word.end, rest, day)
    return None


def do_end_together(limit: Day, last: Day | None, *, is_month: bool) -> bool:
    """Whether a limit ends on the last day of what it limits; "until last week" ends in a month, as EDTF has it."""
    if last is None:
        return False
    return limit == last or (is_month and (limit.year, limit.month) == (last.year, last.month))


def first_day(word: TimeWord) -> TimeWord | None:
    """Return the day of "since Friday"; `None` for others."""
    since = SINCE.match(word.text)
    if since is not None and (WHOLE.match(word.text, since.end()) is not None):
        return None
    day = day_of(EventDate.parse(str(word.when).removesuffix("/.."))) if since is not None and word.when else None
    if since is None or day is None:
        return None
    return TimeWord(word.start + since.end(), word.end, word.text[since.end() :], day)


def end_of_year(word: TimeWord) -> TimeWord | None:
    """Return the month that "before the end of 2030" names; `None` for others."""
    end = END_OF_YEAR.fullmatch(word.text)
    last = word.when.latest if end is not None and word.when is not None else None
    if end is None or last is None:
        return None
    return TimeWord(word.start + end.start("end"), word.end, end["end"], EventDate.parse(f"{last.year:04}-12"))


def first_year(word: TimeWord) -> TimeWord | None:
    """Return the year of "from 2030"; `None` for others."""
    year = FROM_YEAR.fullmatch(word.text)
    if year is None or word.when is None:
        return None
    return TimeWord(word.start + year.start("year"), word.end, year["year"], EventDate.parse(year["year"]))


def both(word: TimeWord) -> tuple[TimeWord, ...]:
    """Return the two days of "Monday and Tuesday"."""
    names, days = BOTH.fullmatch(word.text), TWO_DAYS.fullmatch(str(word.when))
    if names is None or days is None:
        return ()
    return tuple(
        TimeWord(
            word.start + names.start(n), word.start + names.end(n), names[n], EventDate.parse(days[n]), word.is_ahead
        )
        for n in ("first", "second")
    )


def day_with_hour(word: TimeWord) -> tuple[TimeWord, ...]:
    """Return the day of "3 May at 10:30", of "10:30 on Friday", and of an hour alone."""
    day = day_of(word.when)
    if day is None or "T" not in str(word.when):
        return ()
    if HOUR_ALONE.fullmatch(word.text) is not None:
        return (attrs.evolve(word, when=day),)
    behind, before = HOURS.search(word.text), HOURS_FIRST.match(word.text)
    first, last = (before.end(), len(word.text)) if before is not None else (0, behind.start() if behind else 0)
    if not 0 <= first < last or last - first == len(word.text):
        return ()
    words = word.text[first:last]
    if re.search(rf"{DAY_NAME}|\d|day\b|tomorrow|tonight", words) is None:
        return ()
    return (TimeWord(word.start + first, word.start + last, words, day, word.is_ahead),)
