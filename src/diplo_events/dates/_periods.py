"""Single periods in words: days, weekdays, weeks, months, years and their parts, read from the day of an anchor."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

import attrs

from diplo_events.dates._cycles import (
    CYCLES,
    LENGTHS,
    Anchor,
    Cycle,
    DaySpan,
    DaySpans,
    NeedsPublicationError,
    day_of_month,
    in_cycle,
    joined,
    julian_day,
    nearest,
    occurring,
    weekday,
    yearly_month,
)
from diplo_events.dates._hours import split_hours
from diplo_events.dates._wholes import whole_period
from diplo_events.dates._words import (
    COUNT,
    DAY,
    DAY_NAMES,
    LEAD,
    MONTH,
    MONTHS,
    OF_YEAR,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    any_of,
    compiled,
    count_of,
    place_of,
)
from diplo_events.errors import RelativeDateError

__all__ = ["fixed_period", "period"]


def period(text: str, anchor: Anchor, *, hours: int = 2) -> DaySpans | None:
    """Return what a text means as a single period; `None` if it is none.

    Args:
        text: The text, as `plain` spells it, without commas.
        anchor: The day from which it is read.
        hours: How many times of day it may have.

    Raises:
        NeedsPublicationError: It depends on the publication date, which the anchor does not know.
        RelativeDateError: It contradicts the calendar or the anchor.
    """
    if compiled(_THE_MARCH).fullmatch(text):
        return None
    candidates = tuple(dict.fromkeys((text, compiled(LEAD).sub("", text))))
    for candidate in candidates:
        for pattern, rule in _RULES:
            if match := compiled(pattern).fullmatch(candidate):
                spans = rule({name: word for name, word in match.groupdict().items() if word}, anchor)
                if spans is not None:
                    return spans
        if (spans := whole_period(candidate, anchor)) is not None:
            return spans
    for candidate in candidates if hours else ():
        if (spans := _with_hours(candidate, anchor, hours)) is not None:
            return spans
    return None


def fixed_period(text: str, anchor: Anchor) -> DaySpans | None:
    """Return what a text means whatever the publication date; `None` if it depends on it, or cannot be read."""
    try:
        return period(text, attrs.evolve(anchor, known=None, near=None))
    except NeedsPublicationError:
        return None


def _with_hours(text: str, anchor: Anchor, hours: int) -> DaySpans | None:
    """Read a period with a time of day: one day and its time, or several days on one of which it was."""
    for rest, time, of_day in split_hours(text):
        spans = period(rest or "today", anchor, hours=hours - 1)
        if spans is not None and not (of_day and any(span.last - span.first >= _WEEK for span in spans)):
            is_day = len(spans) == 1 and spans[0].first == spans[0].last
            return tuple(attrs.evolve(span, hours=(time or span.hours or "") if is_day else "") for span in spans)
    return None


# The rules: what each pattern at the end means

_Words: TypeAlias = Mapping[str, str]
"""The named words that a pattern has matched."""


def _named_day(words: _Words, anchor: Anchor) -> DaySpans:
    return CYCLES["day"](anchor.today, DAY_NAMES[words["name"]])


def _overnight(_words: _Words, anchor: Anchor) -> DaySpans:
    return (DaySpan(anchor.today - timedelta(1), anchor.today),)


def _weekday(words: _Words, anchor: Anchor) -> DaySpans:
    cycle = _weekday_cycle(words)
    if "week" in words:
        return in_cycle(words["week"], cycle, anchor)
    return occurring(words["which"], cycle, anchor) if "which" in words else nearest(cycle, anchor)


def _weekday_cycle(words: _Words) -> Cycle:
    name = words["weekday"]
    return weekday(5, days=2) if name == "weekend" else weekday(place_of(name, WEEKDAYS))


def _next_but_one(words: _Words, anchor: Anchor) -> DaySpans:
    cycle = weekday(5, days=2) if words["unit"] == "weekend" else CYCLES[words["unit"]]
    return cycle(anchor.today, 2 if words["side"] == "after next" else -2)


def _strictly(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `this past Monday`, `the coming weekend`: the nearest on that side, and not today's."""
    side = -1 if words["side"] == "past" else 1
    if "month" in words:
        cycle = yearly_month(place_of(words["month"], MONTHS) + 1)
        beyond = CYCLES["month"](anchor.today, side)[0].first
        return nearest(cycle, attrs.evolve(anchor, near=beyond, direction="past" if side < 0 else "future"))
    near = attrs.evolve(anchor, near=anchor.today + timedelta(side), direction="past" if side < 0 else "future")
    cycle = _weekday_cycle(words)
    return cycle(nearest(cycle, near)[0].first, 0)


def _weekday_away(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `two Fridays ago`, `the Friday before last`, `the Friday after next`: counted from the last or next one."""
    steps, side = count_of(words.get("count", "2")) - 1, 1 if words.get("side") == "after next" else -1
    spans = occurring("next" if side > 0 else "last", _weekday_cycle(words), anchor)
    return tuple(_shifted(span, 7 * side * steps) for span in spans)


def _same_day(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `a year ago today`, `six months ago this week`: the day of that month, or the week or month around it."""
    unit = {"today": "day", "this week": "week", "this month": "month"}[words["around"]]
    today, count = anchor.today, count_of(words["count"])
    try:
        return CYCLES[unit](today - count * LENGTHS[words["unit"]], 0)
    except (OverflowError, ValueError) as error:
        raise RelativeDateError(f"this leaves the years {date.min.year} to {date.max.year}") from error


def _weeks_from_weekday(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `Monday week`, `a fortnight on Tuesday`: weeks after the coming one; of today's weekday, two readings."""
    coming = nearest(_weekday_cycle(words), attrs.evolve(anchor, direction="future"))
    weeks = count_of(words.get("count", "1")) * (2 if words["unit"] == "fortnight" else 1)
    spans = [_shifted(span, 7 * weeks) for span in coming]
    if coming[0].first == anchor.today:
        spans += [_shifted(span, 7 * weeks + 7) for span in coming]
    return tuple(spans)


def _weeks_from_day(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `tomorrow week`, `a week yesterday`, `two weeks ago today`: that day, so many weeks on or back."""
    day = DAY_NAMES[words["name"]]
    weeks = count_of(words.get("count", "1")) * (2 if words["unit"] == "fortnight" else 1)
    return CYCLES["day"](anchor.today, day - 7 * weeks if "ago" in words or day < 0 else day + 7 * weeks)


def _weeks_before_weekday(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `a week ago Monday`: that of the week so long ago, or weeks before the last one."""
    cycle, weeks = _weekday_cycle(words), count_of(words["count"])
    last = nearest(cycle, attrs.evolve(anchor, direction="past"))
    return joined([*cycle(anchor.today, -weeks), *(_shifted(span, -7 * weeks) for span in last)])


def _counted(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `two weeks ago`, `in two or three days`: the unit that is named, so many units away."""
    side = 1 if "ahead" in words else -1
    counts = [count_of(words[name]) for name in ("least", "count") if name in words]
    spans = [
        span
        for count in range(min(counts), max(counts) + 1)
        for span in _away(words.get("unit", "day"), side * count, anchor)
    ]
    return joined(spans) if len(spans) > 1 else tuple(spans)


def _away(unit: str, count: int, anchor: Anchor) -> DaySpans:
    """Return the unit that lies so many units from today; of hours and minutes, the days on which that can be."""
    per_day = _PER_DAY.get(unit)
    if per_day is None:
        return CYCLES[unit](anchor.today, count)
    first, last = count // per_day, -(-count // per_day)  # the hour of the publication is not known
    return (DaySpan(anchor.today + timedelta(first), anchor.today + timedelta(last)),)


def _from_day(words: _Words, anchor: Anchor) -> DaySpans | None:
    """Read `a week from Monday`, `two days before 3 September`: days are counted, longer units are not exact."""
    side, unit, count = words["relation"], words["unit"], count_of(words.get("count", "1"))
    spans = period(words["rest"], attrs.evolve(anchor, direction="future") if side == "from" else anchor)
    if unit in _PER_DAY or spans is None or any(span.first != span.last for span in spans):
        return None
    if side == "from" and unit in _DAYS_IN:
        return tuple(_shifted(span, count * _DAYS_IN[unit]) for span in spans)
    return joined(s for span in spans for s in CYCLES[unit](span.first, -count if side == "before" else count))


def _week_of(words: _Words, anchor: Anchor) -> DaySpans | None:
    """Read `the week of 1 September`, `the week ending Friday`: the week around a day, from it, or up to it."""
    rest = words["rest"]
    weeks = _weeks(words, period(rest, anchor))
    if anchor.known is None or not weeks:
        return weeks
    if compiled(_SOME_MONTH).search(rest):  # the week may be under way, and its day on the other side of today
        side = 1 if anchor.direction == "past" else -1
        around = _weeks(words, period(rest, attrs.evolve(anchor, near=anchor.today + timedelta(6 * side))))
        if any(span.first <= anchor.today <= span.last for span in around or ()):
            weeks = around
    return joined(anchor.possible(span) for span in weeks or ())


def _weeks(words: _Words, days: DaySpans | None) -> DaySpans | None:
    """Return the weeks of some days; `None` if they are not single days."""
    if days is None or any(day.first != day.last for day in days):
        return None
    if words["unit"] == "weekend":
        return joined(weekday(5, days=2)(day.first, 0)[0] for day in days)
    if words["relation"] == "of":
        return joined(CYCLES["week"](day.first, 0)[0] for day in days)
    before = 6 if words["relation"] in {"ending", "to"} else 0
    return joined(DaySpan(day.first - timedelta(before), day.first + timedelta(6 - before)) for day in days)


def _half(words: _Words, anchor: Anchor) -> DaySpans:
    """Read `earlier this week`, which is before today, and `later this week`, which is after it."""
    today, whole = anchor.today, CYCLES[words["unit"]](anchor.today, 0)[0]
    if words["half"] == "earlier":
        span, edge = DaySpan(whole.first, today - timedelta(1)), "begins"
    else:
        span, edge = DaySpan(today + timedelta(1), whole.last), "ends"
    if span.first > span.last:
        unit = words["unit"]
        raise RelativeDateError(
            f"no day is {words['half']} this {unit}: the {unit} {edge} with the publication, {today}"
        )
    return (span,)


def _date(words: _Words, anchor: Anchor) -> DaySpans:
    month, day = place_of(words["month"], MONTHS) + 1, int(words["day"])
    cycle = julian_day(month, day) if anchor.calendar == "julian" else day_of_month(yearly_month(month), day)
    if "year" not in words:
        spans = nearest(cycle, anchor)
    elif words["year"].isdigit():
        middle = date(int(words["year"]), 7, 1)  # of the same year in both calendars
        spans = cycle(middle, 0)
    else:
        spans = cycle(anchor.today, {"last year": -1, "this year": 0, "next year": 1}[words["year"]])
    if not spans:
        when = " ".join(filter(None, (MONTHS[month - 1].capitalize(), words.get("year"))))
        raise RelativeDateError(f"{when} has no day {day}")
    return _checked(spans, words)


def _numbered_day(words: _Words, anchor: Anchor) -> DaySpans | None:
    """Read `the 3rd`, `Wednesday the 3rd`, `the 15th of last month`."""
    if anchor.calendar == "julian":
        raise RelativeDateError("calendar='julian' converts dates with a day and a month, found a day alone")
    cycle = day_of_month(CYCLES["month"], int(words["day"]))
    spans = in_cycle(words["which"], cycle, anchor) if "which" in words else nearest(cycle, anchor)
    if not spans:
        raise RelativeDateError(f"that month has no day {int(words['day'])}")
    return _checked(spans, words)


def _checked(spans: DaySpans, words: _Words) -> DaySpans:
    """Return a day, if it is the weekday that is named beside it."""
    number = spans[0].first.weekday()
    if "weekday" in words and number != (named := place_of(words["weekday"], WEEKDAYS)):
        names = [WEEKDAYS[number].capitalize(), WEEKDAYS[named].capitalize()]
        raise RelativeDateError(f"{spans[0].first} is a {names[0]}, not a {names[1]}")
    return spans


def _iso(words: _Words, anchor: Anchor) -> DaySpans:
    text = "-".join((words["month"], words.get("day", "01")))
    if anchor.calendar == "julian":
        raise RelativeDateError(f"{text} is Gregorian: a date of calendar='julian' is written as '25 October 1917'")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RelativeDateError(f"the calendar has no {text}") from error
    return CYCLES["day" if "day" in words else "month"](day, 0)


def _shifted(span: DaySpan, days: int) -> DaySpan:
    return DaySpan(span.first + timedelta(days), span.last + timedelta(days))


_SOME_MONTH: Final = rf"\b{MONTH}\b"
_THE_MARCH: Final = "(?:[a-z]+ )*the march"  # not a month
_WEEK: Final = timedelta(7)
_PER_DAY: Final = {"hour": 24, "minute": 24 * 60}
_DAYS_IN: Final = {"day": 1, "week": 7, "fortnight": 14}
_WEEKDAY_OR_END: Final = WEEKDAY.replace(")", "|weekend)")
_PART_OF_DAY: Final = "(?: (?:morning|afternoon|evening|night))?"
_NAME: Final = f"(?P<name>{any_of(*DAY_NAMES)})"
_COUNTS: Final = rf"(?:(?P<least>\d{{1,3}})(?:-| or | to ))?{COUNT}"
_WEEKS: Final = "(?P<unit>week|fortnight)"

_RULES: Final[tuple[tuple[str, Callable[[_Words, Anchor], DaySpans | None]], ...]] = (
    # yesterday
    (_NAME, _named_day),
    ("overnight", _overnight),
    # Wednesday; last Thursday; this weekend; this past Monday
    (f"(?:{WHICH} )?{_WEEKDAY_OR_END}", _weekday),
    (f"{WEEKDAY} (?P<which>last|next)", _weekday),
    (f"(?:this |the )?(?P<side>past|coming) (?:{_WEEKDAY_OR_END}|{MONTH})", _strictly),
    (f"{COUNT} {_WEEKDAY_OR_END}s? ago", _weekday_away),
    (f"{_WEEKDAY_OR_END} (?P<side>after next|before last)", _weekday_away),
    # Wednesday of last week; next week on Friday; the week after next
    (f"{_WEEKDAY_OR_END}(?: of| in)? (?P<week>last|this|next) week", _weekday),
    (f"(?P<week>last|this|next) week(?: on)? {_WEEKDAY_OR_END}", _weekday),
    ("(?P<unit>week|weekend|month|year) (?P<side>after next|before last)", _next_but_one),
    # Monday week; a week on Monday; a week from Monday; tomorrow week; a week ago today; a week ago Monday
    (f"{WEEKDAY} {_WEEKS}", _weeks_from_weekday),
    (f"{COUNT} {_WEEKS}s? (?:on|from) {WEEKDAY}", _weeks_from_weekday),
    (f"{_NAME} {_WEEKS}", _weeks_from_day),
    (f"{COUNT} {_WEEKS}s?(?P<ago> ago)? {_NAME}", _weeks_from_day),
    (f"{COUNT} weeks? ago(?: on)? {WEEKDAY}", _weeks_before_weekday),
    (f"{WEEKDAY},? {COUNT} weeks? ago", _weeks_before_weekday),
    # two weeks ago; in three days; in a week's time; three days from now; two or three days ago
    (f"{_COUNTS} {UNIT}s? ago", _counted),
    (f"(?P<ahead>in) {_COUNTS} {UNIT}s?(?: time)?", _counted),
    (f"{_COUNTS} {UNIT}s? (?P<ahead>from now|hence)", _counted),
    (f"{_COUNTS} (?:night|morning|afternoon|evening)s? ago", _counted),
    (f"{COUNT} (?P<unit>month|quarter|year|decade|century)s? ago (?P<around>today|this week|this month)", _same_day),
    (f"{COUNT} {UNIT}s? (?P<relation>from) (?P<rest>.+)", _from_day),
    (f"(?:{COUNT} )?{UNIT}s? (?P<relation>after|before) (?P<rest>.+)", _from_day),
    # the week of 1 September; the week ending Friday; the weekend of 6 September
    ("(?P<unit>week) (?P<relation>of|beginning|starting|commencing|from|ending|to)(?: on)? (?P<rest>.+)", _week_of),
    ("(?P<unit>weekend) (?P<relation>of) (?P<rest>.+)", _week_of),
    # earlier this week; later in the year
    ("(?P<half>earlier|later) (?:this|in the) (?P<unit>week|month|quarter|year|decade|century)", _half),
    # Wednesday, 3 September 2025; 31 July; Jul. 31, 2025; Thursday, September 4; the 3rd; Monday the 1st
    (f"(?:{WEEKDAY}{_PART_OF_DAY}(?: the)? )?{DAY}(?: of)? {MONTH}{OF_YEAR}", _date),
    (f"(?:{WEEKDAY}{_PART_OF_DAY} )?{MONTH}(?: the)? {DAY}{OF_YEAR}", _date),
    (rf"(?:on )?(?:{WEEKDAY} )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?: of {WHICH} month)?", _numbered_day),
    # 2025-09-04; 2025-09
    (r"(?P<month>[12]\d{3}-\d\d)(?:-(?P<day>\d\d))?", _iso),
)
