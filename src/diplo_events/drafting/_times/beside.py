"""What time words mean that count from a time named before: "the next day", "two days earlier", "three years later"."""

import re
from datetime import timedelta
from typing import Final

from diplo_events.dates import Day, EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.drafting._times.patterns import NUMBER
from diplo_events.errors import DiploEventsError, EventDateError

__all__ = ["LOOSE", "beside", "number_of"]

EARLIER: Final = re.compile(
    rf"(?P<count>{NUMBER}) (?P<unit>minute|hour|day|week|month|year|decade)s?"
    r" (?P<side>earlier|later|on|before|prior|previously|after)"
)
BESIDE: Final = re.compile(
    r"the (?P<which>following|next|previous|same|preceding)"
    r" (?P<unit>day|morning|afternoon|evening|night|week|month|year)"
    r"|the (?P<unit2>day|evening|night|week|month|year) (?P<side>before|after)"
    r"|(?:(?:earlier|later|on) )?(?P<that>that) (?:same )?(?:day|morning|afternoon|evening|night)"
    r"|(?:(?:earlier|later|in) )?that (?:same )?(?P<unit3>month|year)"
)
OF_THAT_YEAR: Final = re.compile(
    r"(?P<month>(?:in )?(?:[a-z]+\.?(?: \d{1,2}(?:st|nd|rd|th)?)?|\d{1,2}(?:st|nd|rd|th)? [a-z]+\.?)),? (?:of )?"
    r"(?:that|the (?P<which>following|same|next)) (?:same )?year"
)
IN_THAT_YEAR: Final = re.compile(r"(?:(?:earlier|later|in) )?that (?:same )?year,? (?P<month>(?:in|on) .+)")
"""The year before its month: "later that year, in August"."""

LATER_ON: Final = re.compile(
    rf"(?:exactly |just )?(?P<count>{NUMBER}) years? (?P<side>later|earlier|before),? (?P<month>(?:on|in) .+)"
)
"""Years counted from a time before, with a day: "a year later, on 8 August"."""

OF_THAT: Final = re.compile(r"(?P<part>.+ (?:of|in)) that (?:same )?(?P<unit>month|year)")
"""A part of a time before: "by the end of that year"."""

WEEKDAY_BESIDE: Final = re.compile(
    r"the (?P<which>following|next|previous|preceding) (?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?: (?:morning|afternoon|evening|night))?"
)
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1}
SHIFTS: Final = {"following": 1, "next": 1, "same": 0, "previous": -1, "preceding": -1}
MONTHS: Final = 12
YEAR_ALONE: Final = 4
"""How many characters a year has that is named without a month."""

HALF_A_DAY: Final = 12
"""Hours after what happened on a day, it is still that day; "a few" are fewer."""

LOOSE: Final = re.compile(r"(?:less|more|fewer) than $", re.IGNORECASE)
IS_EVENT: Final = re.compile(r" (?:the|his|her|their|its|an?|this|that|[A-Z]\w*)\b")
"""Behind "the day after" and "the day before", an event, whose day may be another than the last of the story."""

EVENT: Final = re.compile(r" (?:the|his|her|their|its|an?|this|that|[A-Z]\w*|[a-z]+ing)\b")


def side_of(match: re.Match[str], before: str, after: str) -> int:
    """Return in which direction words count from the day before them: 1, -1, or 0 if they count from an event.

    "It came two days after the vote" is of the vote, which lies before the day of "it"; "Two days after the vote, it
    came" counts from a vote whose day may not be named.
    """
    side, is_of_event = match["side"], EVENT.match(after) is not None
    if LOOSE.search(before) is not None or (side == "after" and is_of_event and not before.strip(' “"')):
        return 0
    is_alone = side == "after" and after[:1] in {"", ".", ",", ";"}
    return 1 if side in {"later", "on"} or is_alone else -1


def beside(
    words: str, day: EventDate | None, near: EventDate | None = None, before: str = " ", after: str = ""
) -> EventDate | None:
    """Return what "the next day" or "three years later" mean, counted from a time that was named before.

    Args:
        words: The time words, in lower case.
        day: The last day that was named.
        near: The last time that was named: a day, a month or a year.
        before: What stands before the words in their sentence.
        after: What stands behind them.

    >>> str(beside("two days earlier", EventDate.parse("2031-05-03"), None))
    '2031-05-01'
    >>> str(beside("three years later", None, EventDate.parse("2011")))
    '2014'
    """
    if words == "since then":
        last = near if near is not None and near.earliest is not None and ".." not in str(near) else day
        return resolved(f"since {last}", None) if last is not None else None
    if match := EARLIER.fullmatch(words):
        return counted(match, day, near, before, after)
    if match := BESIDE.fullmatch(words):
        if match["side"] is not None and IS_EVENT.match(after) is not None:
            is_apposed = match["side"] == "after" and before.endswith(", ")
            return moved(match["unit2"], -1, day, near) if is_apposed else None
        which = match["which"] or {"before": "previous", "after": "next"}.get(match["side"], "same")
        unit = match["unit"] or match["unit2"] or match["unit3"] or "day"
        return None if unit == "week" else moved(unit, SHIFTS[which], day, near)
    if near is not None and near.earliest is not None and (written := in_that(words, near.earliest)) is not None:
        return resolved(written, None)
    match = WEEKDAY_BESIDE.fullmatch(words)
    return weekday_beside(match["weekday"], SHIFTS[match["which"]], day) if match and day is not None else None


def in_that(words: str, day: Day) -> str | None:
    """Return words with the year or month of a day in the place of "that year"; `None` for words without it."""
    if match := OF_THAT_YEAR.fullmatch(words):
        return f"{match['month']} {day.year + SHIFTS[match['which'] or 'same']:04}"
    if match := IN_THAT_YEAR.fullmatch(words):
        return f"{match['month']} {day.year:04}"
    if match := LATER_ON.fullmatch(words):
        count = number_of(match["count"]) * (1 if match["side"] == "later" else -1)
        return f"{match['month']} {day.year + count:04}" if count else None
    if match := OF_THAT.fullmatch(words):
        return f"{match['part']} {day.year:04}" + (f"-{day.month:02}" if match["unit"] == "month" else "")
    return None


def counted(
    match: re.Match[str], day: EventDate | None, near: EventDate | None, before: str, after: str
) -> EventDate | None:
    """Return what lies some units beside a time: "two days earlier"; hours after a day it is still that day."""
    count = number_of(match["count"])
    if match["unit"] in {"minute", "hour"}:
        is_soon = match["side"] in {"later", "on"} and (match["unit"] == "minute" or count <= HALF_A_DAY)
        return day if is_soon and LOOSE.search(before) is None else None
    side = side_of(match, before, after)
    if match["unit"] == "decade":
        return moved("year", side * count * 10, day, near) if side * count else None
    return moved(match["unit"], side * count, day, near) if side * count else None


def number_of(words: str) -> int:
    """Return the number that a word or digits name, and 0 for others."""
    return NUMBERS.get(words) or (int(words) if words.isdigit() else 0)


def weekday_beside(weekday: str, shift: int, day: EventDate) -> EventDate | None:
    """Return the first such weekday after a day, or the last one before it."""
    if day.earliest is None:
        return None
    next_to_it = EventDate.parse(str(day.earliest.to_date() + timedelta(shift)))
    return resolved(weekday, next_to_it, "future" if shift > 0 else "past")


def resolved(words: str, published: EventDate | None, direction: Direction = "past") -> EventDate | None:
    """Return what words mean, or `None` if they cannot be read."""
    try:
        return resolve(words, published, direction=direction)
    except DiploEventsError:
        return None


def moved(unit: str, count: int, day: EventDate | None, near: EventDate | None) -> EventDate | None:
    """Return the time that lies some units beside another one."""
    anchor = near if unit in {"year", "month"} else day
    if anchor is None or anchor.earliest is None:
        return None
    first = anchor.earliest
    try:
        if unit == "year":
            return EventDate.parse(f"{first.year + count:04}")
        if unit == "month" and len(str(anchor)) <= YEAR_ALONE:
            return None
        if unit == "month":
            months = first.year * MONTHS + first.month - 1 + count
            return EventDate.parse(f"{months // MONTHS:04}-{months % MONTHS + 1:02}")
        return EventDate.parse(str(first.to_date() + timedelta(count * (7 if unit == "week" else 1))))
    except (EventDateError, OverflowError):
        return None
