"""The time words of news, read by a short list of patterns: what they mean, given a day to read them from."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

import attrs

from diplo_events.dates._cycles import (
    PARTS,
    SEASONS,
    UNITS,
    Anchor,
    Cycle,
    DaySpan,
    DaySpans,
    Lasting,
    NeedsPublicationError,
    day_of_month,
    nearest,
    occurring,
    of_cycle,
    part,
    season,
    weekday,
    yearly_month,
)
from diplo_events.dates._phrase_errors import unreadable
from diplo_events.errors import RelativeDateError, shown

__all__ = ["LONGEST_PHRASE", "Answer", "read"]

LONGEST_PHRASE: Final = 80
"""How many characters a phrase may have: it is a time word, not a sentence."""

Answer: TypeAlias = DaySpans | Lasting
"""One day in some spans, or a time that lasts."""


def read(phrase: str, clock: Anchor) -> Answer:
    """What a time word means.

    >>> read("mid-August 2025", Anchor(None, "past"))
    (DaySpan(first=datetime.date(2025, 8, 11), last=datetime.date(2025, 8, 20), season=None),)

    Raises:
        NeedsPublicationError: It depends on the publication date, which the clock does not know.
        RelativeDateError: It cannot be read, names no period, or contradicts the calendar or the clock.
    """
    text = _plain(phrase)
    for rule in (_bound, _rolling, _period, _range):
        answer = rule(text, clock)
        if answer is not None:
            return answer
    raise unreadable(text, _KNOWN_WORDS)


def _plain(phrase: str) -> str:
    """A phrase in lower case, without what makes no difference: spacing, commas, quotes, full stops."""
    if len(phrase) > LONGEST_PHRASE:
        raise RelativeDateError(f"expected a time word of at most {LONGEST_PHRASE} characters, found {len(phrase)}")
    text = " ".join(phrase.split()).translate(_SAME_MARK)
    if not text.isascii():
        found = next(mark for mark in text if not mark.isascii())
        raise RelativeDateError(f"expected a time word in plain letters and digits, found {shown(found)}")
    text = re.sub(r"(?<=[a-z])(?:\.|'s\b)|[,\"()]", "", text.lower()).strip(" .;:'")
    return re.sub(r" ?- ?", "-", text)


def _bound(text: str, clock: Anchor) -> Answer | None:
    """`since X` and `until X` last; `by X`, `before X` and `after X` are one day."""
    match = _BOUND.fullmatch(text)
    if match is None:
        return None
    word = _BOUNDS[match["word"]]
    fixed = _fixed(match["rest"])
    spans = fixed or _period(match["rest"], attrs.evolve(clock, direction="past") if word == "since" else clock)
    if spans is None:
        return None
    if word == "since":
        return Lasting(spans, ())
    if word == "until":
        return Lasting((), spans)
    if word == "by":
        span = DaySpan(date.min, spans[-1].last)
    elif word == "before":
        span = DaySpan(date.min, spans[-1].first - timedelta(1))
    else:
        span = DaySpan(spans[0].last + timedelta(1), date.max)
    return (_exact(span, spans) if fixed else clock.possible(_exact(span, spans)),)


def _exact(span: DaySpan, source: DaySpans) -> DaySpan:
    """A span reckoned from others, unless they are seasons, whose days nobody knows."""
    if any(span.season for span in source):
        raise RelativeDateError("a season has no exact first and last day: name the months")
    return span


def _rolling(text: str, clock: Anchor) -> Answer | None:
    """`in the last two weeks` is one day, `over the last two weeks` lasts; a week is then seven days."""
    match = _ROLLING.fullmatch(text)
    if match is None or not (match["count"] or match["side"]) or (match["plural"] and not match["count"]):
        return None
    unit, count = match["unit"], _count(match["count"] or "one")
    unit, count = ("day", 7 * count) if unit == "week" else (unit, count)
    if match["side"] in ("last", "past"):
        start, end = UNITS[unit](clock.today, -count), UNITS["day"](clock.today, 0)
    else:
        start, end = UNITS["day"](clock.today, 0), UNITS[unit](clock.today, count)
    return Lasting(start, end) if match["lasts"] else (DaySpan(start[0].first, end[0].last),)


def _range(text: str, clock: Anchor) -> Answer | None:
    """`from X to Y` and `X-Y` last, `between X and Y` is one day."""
    between = text.startswith("between ")
    text = _LEAD.sub("", text.removeprefix("between ").removeprefix("from "))
    for separator in re.finditer(" and " if between else " to | until | till | through |-", text):
        ends = _ends(text[: separator.start()], text[separator.end() :], clock)
        if ends is None:
            continue
        start, end, fixed = ends
        if start[0].first > end[-1].last:
            raise RelativeDateError(f"{shown(text)} ends before it begins")
        if not between:
            return Lasting(start, end)
        span = _exact(DaySpan(start[0].first, end[-1].last), start + end)
        return (span if fixed else clock.possible(span),)
    return None


def _ends(first: str, second: str, clock: Anchor) -> tuple[DaySpans, DaySpans, bool] | None:
    """Both ends of a range, and whether one of them names its year; the other is the nearest to it."""
    second = _LEAD.sub("", second)
    # in "3-4 September" and "September 3-4 2025", the number that stands alone is of the same month
    if _ALONE.fullmatch(first) and (month := _SOME_MONTH.search(second)):
        first = f"{first} {month[0]}"
    elif _ALONE.fullmatch(second) and (month := _SOME_MONTH.search(first)):
        second = f"{month[0]} {second}"
    start, end = _fixed(first), _fixed(second)
    fixed = bool(start or end)
    if not start and (end or clock.direction == "future"):
        end = end or _period(second, clock)
        start = _period(first, attrs.evolve(clock, direction="past", near=end[0].first)) if end else None
    elif not end:
        start = start or _period(first, clock)
        end = _period(second, attrs.evolve(clock, direction="future", near=start[-1].last)) if start else None
    return (start, end, fixed) if start and end else None


def _fixed(text: str) -> DaySpans | None:
    """What a text means whatever the publication date; `None` if it depends on it, or cannot be read."""
    try:
        return _period(text, Anchor(None, "past"))
    except NeedsPublicationError:
        return None


def _period(text: str, clock: Anchor) -> DaySpans | None:
    for candidate in dict.fromkeys((text, _LEAD.sub("", text))):
        for pattern, rule in _RULES:
            if match := pattern.fullmatch(candidate):
                return rule({name: word for name, word in match.groupdict().items() if word}, clock)
    return None


# The rules: what each pattern at the end means

_Found: TypeAlias = Mapping[str, str]
"""The named words that a pattern has found."""

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAYS: Final = {
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), 0),
    "tomorrow": 1,
    "day after tomorrow": 2,
    "yesterday": -1,
    "last night": -1,
    "day before yesterday": -2,
}
_UP_TO_TWELVE: Final = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS: Final = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_UP_TO_TWELVE.split(), start=1)}
_PARTS: Final = {**{name: name for name in PARTS}, "middle": "mid", "start": "beginning"}
_BOUNDS: Final = {
    **dict.fromkeys(("since", "ever since"), "since"),
    **dict.fromkeys(("until", "till", "up to"), "until"),
    **dict.fromkeys(("by", "on or before", "no later than"), "by"),
    **dict.fromkeys(("before", "prior to"), "before"),
    "after": "after",
}


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word)


def _number(word: str, names: tuple[str, ...]) -> int:
    """The place of a weekday or month, which its first three letters tell."""
    return [name[:3] for name in names].index(word[:3])


def _named_day(found: _Found, clock: Anchor) -> DaySpans:
    return UNITS["day"](clock.today, _DAYS[found["name"]])


def _overnight(_found: _Found, clock: Anchor) -> DaySpans:
    return (DaySpan(clock.today - timedelta(1), clock.today),)


def _weekday(found: _Found, clock: Anchor) -> DaySpans:
    name = found["weekday"]
    item = weekday(5, days=2) if name == "weekend" else weekday(_number(name, _WEEKDAYS))
    if "week" in found:
        return of_cycle(found["week"], item, clock)
    return occurring(found["which"], item, clock) if "which" in found else nearest(item, clock)


def _ago(found: _Found, clock: Anchor) -> DaySpans:
    return UNITS[found["unit"]](clock.today, -_count(found["count"]))


def _ahead(found: _Found, clock: Anchor) -> DaySpans:
    return UNITS[found["unit"]](clock.today, _count(found["count"]))


def _unit(found: _Found, clock: Anchor) -> DaySpans:
    item = UNITS[found["unit"]]
    if "part" in found:
        item = part(_PARTS[found["part"]], found["unit"], item)
    return of_cycle(found.get("which", "this"), item, clock)


def _half(found: _Found, clock: Anchor) -> DaySpans:
    """`earlier this week` is before today, `later this week` after it."""
    today, whole = clock.today, UNITS[found["unit"]](clock.today, 0)[0]
    if found["half"] == "earlier":
        span, edge = DaySpan(whole.first, today - timedelta(1)), "begins"
    else:
        span, edge = DaySpan(today + timedelta(1), whole.last), "ends"
    if span.first > span.last:
        unit = found["unit"]
        raise RelativeDateError(
            f"no day is {found['half']} this {unit}: the {unit} {edge} with the publication, {today}"
        )
    return (span,)


def _month(found: _Found, clock: Anchor) -> DaySpans:
    item = yearly_month(_number(found["month"], _MONTHS) + 1)
    if "part" in found:
        item = part(_PARTS[found["part"]], "month", item)
    return _chosen(item, found, clock)


def _season(found: _Found, clock: Anchor) -> DaySpans:
    if found["season"] == "winter" and "year" not in found:
        raise RelativeDateError("a winter lies in two years: say of which, as in 'winter 2025'")
    return _chosen(season(found["season"]), found, clock)


def _date(found: _Found, clock: Anchor) -> DaySpans:
    month, day = _number(found["month"], _MONTHS), int(found["day"])
    spans = _chosen(day_of_month(month + 1, day), found, clock)
    if not spans:
        when = " ".join(filter(None, (_MONTHS[month].capitalize(), found.get("year"))))
        raise RelativeDateError(f"{when} has no day {day}")
    number = spans[0].first.weekday()
    if "weekday" in found and number != (said := _number(found["weekday"], _WEEKDAYS)):
        names = [_WEEKDAYS[number].capitalize(), _WEEKDAYS[said].capitalize()]
        raise RelativeDateError(f"{spans[0].first} is a {names[0]}, not a {names[1]}")
    return spans


def _year(found: _Found, clock: Anchor) -> DaySpans:
    item = UNITS["year"]
    if "part" in found:
        item = part(_PARTS[found["part"]], "year", item)
    return _chosen(item, found, clock)


def _decade(found: _Found, _clock: Anchor) -> DaySpans:
    first = int(found["decade"])
    return (DaySpan(date(first, 1, 1), date(first + 9, 12, 31)),)


def _iso(found: _Found, _clock: Anchor) -> DaySpans:
    text = "-".join((found["month"], found.get("day", "01")))
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RelativeDateError(f"the calendar has no {text}") from error
    return UNITS["day" if "day" in found else "month"](day, 0)


def _chosen(item: Cycle, found: _Found, clock: Anchor) -> DaySpans:
    """That of the given year, else this, the last or the next one, else the nearest."""
    if "which" in found:
        return occurring(found["which"], item, clock)
    if "year" not in found:
        return nearest(item, clock)
    if found["year"].isdigit():
        return item(date(int(found["year"]), 1, 1), 0)
    return item(clock.today, {"last year": -1, "this year": 0, "next year": 1}[found["year"]])


def _any_of(*words: str) -> str:
    return "|".join(words)


_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY: Final = f"(?P<weekday>{_any_of(*_WEEKDAYS, *(day[:3] for day in _WEEKDAYS), 'tues', 'weds', 'thurs?')})"
_WEEKDAY_OR_END: Final = _WEEKDAY.replace(")", "|weekend)")
_MONTH: Final = f"(?P<month>{_any_of(*_MONTHS, *(month[:3] for month in _MONTHS), 'sept')})"
_YEAR: Final = r"(?P<year>[12]\d{3}|(?:last|this|next) year)"
_OF_YEAR: Final = rf"(?:(?: of| in)? {_YEAR})?"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|{_any_of(*_COUNTS)})"
_UNIT: Final = f"(?P<unit>{_any_of(*UNITS)})"
_WHICH: Final = "(?P<which>last|this|next)"
_PART: Final = f"(?P<part>{_any_of(*_PARTS)})(?:(?: of| in)? (?:the )?|-|(?<=mid))"
_HOURS: Final = "(?: (?:morning|afternoon|evening|night))?"
_EARLY: Final = "(?:(?:early|earlier|late|later)(?: on)? )?"

_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[_Found, Anchor], DaySpans]], ...]] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        # yesterday evening
        (f"{_EARLY}(?P<name>{_any_of(*_DAYS)}){_HOURS}", _named_day),
        ("overnight", _overnight),
        # Wednesday; last Thursday; early on Friday; this weekend
        (f"{_EARLY}(?:{_WHICH} )?{_WEEKDAY_OR_END}{_HOURS}", _weekday),
        # Wednesday of last week; next week on Friday
        (f"{_WEEKDAY_OR_END}{_HOURS}(?: of| in)? (?P<week>last|this|next) week", _weekday),
        (f"(?P<week>last|this|next) week(?: on)? {_WEEKDAY_OR_END}{_HOURS}", _weekday),
        # two weeks ago; in three days; three days from now
        (f"{_COUNT} {_UNIT}s? ago", _ago),
        (f"in {_COUNT} {_UNIT}s?", _ahead),
        (f"{_COUNT} {_UNIT}s? from (?:now|today)", _ahead),
        # last month; the end of the month; early next week; midweek; earlier this week; later in the year
        (f"{_WHICH} (?P<unit>week|month|year)", _unit),
        (f"{_PART}(?:{_WHICH} )?(?P<unit>week|month|year)", _unit),
        ("(?P<half>earlier|later) (?:this|in the) (?P<unit>week|month|year)", _half),
        # Wednesday, 3 September 2025; 31 July; Jul. 31, 2025; Thursday, September 4
        (f"(?:{_WEEKDAY}(?: the)? )?{_DAY}(?: of)? {_MONTH}{_OF_YEAR}", _date),
        (f"(?:{_WEEKDAY} )?{_MONTH}(?: the)? {_DAY}{_OF_YEAR}", _date),
        # September; August last year; last August; mid-August; late August 2024
        (f"(?:{_PART})?{_MONTH}{_OF_YEAR}", _month),
        (f"{_WHICH} {_MONTH}", _month),
        # summer; summer of 2025; this summer
        (f"(?P<season>{_any_of(*SEASONS)}){_OF_YEAR}", _season),
        (f"{_WHICH} (?P<season>{_any_of(*SEASONS)})", _season),
        # the year 2022; early 2025; the 1990s
        (f"(?:year |{_PART})?{_YEAR}", _year),
        (r"(?P<decade>[12]\d\d0)s", _decade),
        # 2025-09-04; 2025-09
        (r"(?P<month>[12]\d{3}-\d\d)(?:-(?P<day>\d\d))?", _iso),
    )
)

_BOUND: Final = re.compile(rf"(?P<word>{_any_of(*_BOUNDS)}) (?P<rest>.+)")
_ROLLING: Final = re.compile(
    "(?:(?:(?P<lasts>over|during|throughout|for)|in|within) the (?P<side>last|past|next|coming)|within)"
    f"(?: {_COUNT})? {_UNIT}(?P<plural>s?)"
)
_ALONE: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?: [12]\d{3})?")
_SOME_MONTH: Final = re.compile(_MONTH)
_LEAD: Final = re.compile("^(?:on |in |at |over |during |as of |back in )?(?:the (?!last |this |next ))?")
_SAME_MARK: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")  # hyphens, dashes, minus
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)

_TABLES: Final = (*_WEEKDAYS, *_MONTHS, *SEASONS, *_DAYS, *_COUNTS, *_PARTS, *_BOUNDS, *UNITS)
_KNOWN_WORDS: Final = frozenset(
    re.findall(
        "[a-z]{3,}",
        " ".join(_TABLES) + " this that those last next past coming the same following previous preceding then during"
        " throughout over for from between and within morning afternoon evening night overnight weekend ago"
        " days weeks months years decades hour hours minute minutes moment time recent recently lately"
        " soon shortly previously formerly currently now earlier later once eventually several few some"
        " many",
    )
)
