"""The time words of news as a whole: limits, stretches, ranges, nights and lists of the periods in `_periods`."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

import attrs

from diplo_events.dates._cycles import (
    CYCLES,
    LENGTHS,
    Anchor,
    DaySpan,
    DaySpans,
    Every,
    Lasting,
    NeedsPublicationError,
    joined,
)
from diplo_events.dates._periods import fixed_period, period
from diplo_events.dates._phrase_errors import unreadable
from diplo_events.dates._throughout import eve, from_the_first, throughout
from diplo_events.dates._words import BOUNDS, MONTH, SEASONS, UNIT, WEEKDAY, any_of, compiled, count_of, plain
from diplo_events.errors import RelativeDateError, shown

__all__ = ["Answer", "read"]

Answer: TypeAlias = DaySpans | Lasting | Every
"""One day in some spans, a time that lasts, or all of several."""


def read(phrase: str, anchor: Anchor) -> Answer:
    """Return what a time word means.

    >>> read("mid-August 2025", Anchor(None, "past"))
    (DaySpan(first=datetime.date(2025, 8, 11), last=datetime.date(2025, 8, 20), name=None, hours=None),)

    Raises:
        NeedsPublicationError: It depends on the publication date, which the anchor does not know.
        RelativeDateError: It cannot be read, names no period, or contradicts the calendar or the anchor.
    """
    listed = plain(phrase)
    text = listed.replace(",", "")
    for rule in (_bound, _rolling, _night, period, throughout, eve, _pair, _range, _onwards):
        answer = rule(text, anchor)
        if answer is not None:
            return answer
    answer = _list(listed, anchor)
    if answer is None:
        raise unreadable(phrase, text)
    return answer


def _bound(text: str, anchor: Anchor) -> Answer | None:
    """Read `since X` and `until X`, which last, and `by X`, `before X` and `after X`, which are one day."""
    match = compiled(_BOUND).fullmatch(text)
    if match is None:
        return None
    word = BOUNDS[match["word"]]
    fixed = fixed_period(match["rest"], anchor)
    spans = fixed or _limit(match["rest"], attrs.evolve(anchor, direction="past") if word == "since" else anchor, word)
    if spans is None:
        return None
    if word == "since":
        return Lasting(from_the_first(match["rest"], spans), ())
    if word == "until":
        return Lasting((), spans)
    span = _exact(_limited(_relation(word, match["rest"]), spans), spans)
    return (span if fixed else _on_its_side(span, spans, anchor).possible(span),)


def _limit(text: str, anchor: Anchor, word: str) -> DaySpans | None:
    """Return what a limit means: one that can only lie ahead, such as the end of this year, does so for both sides."""
    try:
        return period(text, anchor)
    except NeedsPublicationError:
        raise
    except RelativeDateError as error:
        if word == "since" or anchor.direction == "future":
            raise
        try:
            return period(text, attrs.evolve(anchor, direction="future"))
        except RelativeDateError:
            raise error from None


def _relation(word: str, text: str) -> str:
    """Return the relation to the days of a limit: before the end of May is in May, and after its beginning, too."""
    part = compiled(_EDGE).match(text)
    if part and word == "before" and part["edge"] == "end":
        return "by"
    return "onwards" if part and word == "after" and part["edge"] != "end" else word


def _onwards(text: str, anchor: Anchor) -> Answer | None:
    """Read `from X` and `from X on`, which last and may begin after the publication, as what begins `since X` cannot.

    It is tried after ranges, of which `from X` is only the beginning.
    """
    match = compiled(_ONWARDS).fullmatch(text)
    spans = period(match["rest"], anchor) if match else None
    return Lasting(from_the_first(match["rest"], spans), ()) if match and spans else None


def _limited(word: str, spans: DaySpans) -> DaySpan:
    """Return the days up to some spans, before or after them; a time of day parts a day between both sides."""
    part_of_day = timedelta(0 if spans[0].hours is not None else 1)
    if word == "by":
        return DaySpan(date.min, spans[-1].last)
    if word == "before":
        return DaySpan(date.min, spans[-1].first - part_of_day)
    if word == "onwards":
        return DaySpan(spans[0].first, date.max)
    return DaySpan(spans[0].last + part_of_day, date.max)


def _on_its_side(span: DaySpan, spans: DaySpans, anchor: Anchor) -> Anchor:
    """Return the anchor that looks to the side that the words name, as `by tomorrow` and `by yesterday` do."""
    if spans[0].first > anchor.today:
        return attrs.evolve(anchor, direction="future")
    return attrs.evolve(anchor, direction="past") if span.last < anchor.today else anchor


def _exact(span: DaySpan, source: DaySpans) -> DaySpan:
    """Return a span reckoned from others, unless they are seasons, whose days nobody knows."""
    if any(other.is_season for other in source):
        raise RelativeDateError("a season has no exact first and last day: name the months")
    return span


def _rolling(text: str, anchor: Anchor) -> Answer | None:
    """Read `in the last two weeks`, which is one day, and `over the last two weeks`, which lasts.

    A stretch is counted from today: a month goes from the 4th to the 4th. One that lasts begins on a day if it is
    counted in days or weeks, in a year if it is counted in several years, and else in a month.
    """
    match = compiled(_ROLLING).fullmatch(text) or compiled(_ROLLING_ALONE).fullmatch(text)
    if match is None or (match["plural"] and not match["count"]):
        return None
    unit, count, back = match["unit"], count_of(match["count"] or "1"), match["side"] in {"last", "past"}
    if unit in {"quarter", "century"} and match["side"] in {"last", "next"} and not match["count"]:
        return None  # that of the calendar
    lasts = match.groupdict().get("lasts")
    if unit in _PER_DAY:  # the hour of the publication is not known
        lasts = lasts if count >= _PER_DAY[unit] else None
        unit, count = "day", -(-count // _PER_DAY[unit])
    today = anchor.today
    try:
        edge = today + count * (-LENGTHS[unit] if back else LENGTHS[unit])
    except (OverflowError, ValueError) as error:
        raise RelativeDateError(f"{shown(text)} leaves the years {date.min.year} to {date.max.year}") from error
    if lasts:
        begun = CYCLES[
            "day" if unit in _DAYS_IN else "year" if unit in _YEARS_IN and (count > 1 or unit != "year") else "month"
        ](edge, 0)
        ends = CYCLES["day"](today, 0)
        return Lasting(begun, ends) if back else Lasting(ends, begun)
    return (DaySpan(min(edge, today), max(edge, today)),)


def _night(text: str, anchor: Anchor) -> Answer | None:
    """Read `overnight into Friday` and `the night of 3 to 4 September`: one of the two days of a night.

    What happened `overnight on Wednesday` was in the night that ends or in the one that begins that day.
    """
    if match := compiled(_NIGHT_INTO).fullmatch(text):
        return _between_days(match["first"], match["second"], text, anchor)
    match = compiled(_NIGHT).fullmatch(text)
    if match is None:
        return None
    rest = match["rest"]
    for separator in compiled(_NIGHT_SEPARATOR).finditer(rest):
        night = _between_days(rest[: separator.start()], rest[separator.end() :], text, anchor)
        if night is not None:
            return night
    spans = period(rest, anchor)
    if spans is None or any(span.first != span.last for span in spans):
        return None
    into = match["relation"] in {"into", "to", "before"}
    before = 1 if into or match["word"] == "overnight" else 0
    nights = [DaySpan(s.first - timedelta(before), s.last + timedelta(0 if into else 1)) for s in spans]
    if fixed_period(rest, anchor) is None:
        nights = [anchor.possible(night) for night in nights]
    return joined(nights)


def _pair(text: str, anchor: Anchor) -> Answer | None:
    """Read `24/25 February` as the night between both days, for which the press has this mark (New Hart's Rules)."""
    return _night(f"night of {text.removeprefix('on ').removeprefix('the ')}", anchor) if text.count("/") == 1 else None


def _between_days(first: str, second: str, text: str, anchor: Anchor) -> DaySpans | None:
    """Return the night between two days."""
    ends = _ends(first, second, anchor)
    if ends is None:
        return None
    left, right, fixed = ends
    match left, right:
        case (DaySpan() as start,), (DaySpan() as end,) if start.first == start.last == end.first - timedelta(1):
            night = DaySpan(start.first, end.first)
        case _:
            raise RelativeDateError(f"a night lies between two days, one after the other: found {shown(text)}")
    return (night if fixed else anchor.possible(night),)


def _range(text: str, anchor: Anchor) -> Answer | None:
    """Read `from X to Y` and `X-Y`, which last, and `between X and Y`, which is one day."""
    between = bool(re.match("(?:in |at )?between ", text))
    text = re.sub("^(?:(?:in |at )?between |(?:in |at |on )?from )", "", text)
    for separator in re.finditer(" and " if between else " to | until | till | through |-", text):
        ends = _ends(text[: separator.start()], text[separator.end() :], anchor)
        if ends is None:
            continue
        start, end, fixed = ends
        if start[0].first > end[-1].last:
            raise RelativeDateError(f"{shown(text)} ends before it begins")
        if not between:
            return Lasting(start, end)
        span = _exact(DaySpan(start[0].first, end[-1].last), start + end)
        return (span if fixed else anchor.possible(span),)
    return None


def _ends(first: str, second: str, anchor: Anchor) -> tuple[DaySpans, DaySpans, bool] | None:
    """Return both ends of a range, and whether one of them names its year; the other is the nearest to it."""
    first, second = _completed([first, second])
    start, end = fixed_period(first, anchor), fixed_period(second, anchor)
    fixed = bool(start or end)
    if not start and (end or anchor.direction == "future"):
        end = end or period(second, anchor)
        start = period(first, attrs.evolve(anchor, direction="past", near=end[0].first)) if end else None
    elif not end:
        start = start or period(first, anchor)
        end = period(second, attrs.evolve(anchor, direction="future", near=start[-1].last)) if start else None
    return (start, end, fixed) if start and end else None


# Lists


def _list(text: str, anchor: Anchor) -> Answer | None:
    """Read `3 and 5 September`, which is all of them, and `24 or 25 February`, which is one of them."""
    word = "or" if " or " in text else "and"
    text = re.sub("^(?:(?:on|in|at) )?(?:both|either) ", "", text)
    for separator in (f",? {word} ", rf",? {word} |, (?![12]\d{{3}}\b)", f",? {word} |, "):
        items = [item.replace(",", "") for item in re.split(separator, text)]
        members = _members(_completed(items), anchor) if len(items) > 1 else None
        if members is None:
            continue
        if (
            not compiled(r" (?:and|or) ").search(text)
            and len({_kind(item) == "date" for item in _completed(items)}) > 1
        ):
            return _apposition(members, text)
        if word == "and":
            return Every(tuple(dict.fromkeys(members)))
        if any(isinstance(member, Lasting) for member in members):
            raise RelativeDateError("EDTF cannot say one of several times that last: resolve each by itself")
        return joined(span for member in members if not isinstance(member, Lasting) for span in member)
    return None


def _apposition(members: Sequence[DaySpans | Lasting], text: str) -> DaySpans:
    """Return the day that is named twice: `Wednesday evening, 3 September`."""
    sets = [{(s.first, s.last) for s in member} for member in members if not isinstance(member, Lasting)]
    shared = set.intersection(*sets) if len(sets) == len(members) else set()
    if not shared:
        raise RelativeDateError(f"{shown(text)} names different days: write the one that is meant")
    return tuple(DaySpan(first, last) for first, last in sorted(shared))


def _members(items: Sequence[str], anchor: Anchor) -> tuple[DaySpans | Lasting, ...] | None:
    """Return what each item of a list means; lists are written in order of time.

    An item that says nothing about its week or year is the nearest to its neighbour of the same kind.
    """
    members = [_fixed_member(item, anchor) for item in items]
    named = [place for place, member in enumerate(members) if member]
    # Dates of one list may lie on both sides of the publication, as those of a range; weekdays do not.
    first = (anchor.direction == "future") != (_kind(items[0]) == "date")
    pivot = named[0] if named else 0 if first else len(items) - 1
    members[pivot] = members[pivot] or _member(items[pivot], anchor)
    for place in [*range(pivot - 1, -1, -1), *range(pivot + 1, len(items))]:
        beside = place + (1 if place < pivot else -1)
        neighbour = members[beside]
        if neighbour is None:
            return None
        near = anchor
        if _kind(items[place]) == _kind(items[beside]) != "":
            begin, end = _bounds(neighbour)
            near = attrs.evolve(anchor, near=begin, direction="past")
            if place > pivot:
                near = attrs.evolve(anchor, near=end, direction="future")
        members[place] = members[place] or _member(items[place], near)
    complete = tuple(member for member in members if member is not None)
    if len(complete) < len(items):
        return None
    dated = named or _kind(items[0]) == "date"
    if anchor.direction == "past" and not dated and any(_bounds(member)[0] > anchor.today for member in complete):
        return _members(items, attrs.evolve(anchor, direction="future"))  # this week or next
    return complete


def _member(text: str, anchor: Anchor) -> DaySpans | Lasting | None:
    """Return what an item of a list means: a period, or a range of days."""
    member = period(text, anchor) or _range(text, anchor)
    return None if isinstance(member, Every) else member


def _fixed_member(text: str, anchor: Anchor) -> DaySpans | Lasting | None:
    """Return what an item of a list means whatever the publication date."""
    try:
        return _member(text, attrs.evolve(anchor, known=None, near=None))
    except NeedsPublicationError:
        return None


def _bounds(member: DaySpans | Lasting) -> tuple[date, date]:
    """Return the first and the last day of a member."""
    if isinstance(member, Lasting):
        return member.start[0].first, member.end[-1].last
    return member[0].first, member[-1].last


def _kind(text: str) -> str:
    """Return whether a text is a weekday or a date, which without a year can be near any other."""
    return "weekday" if compiled(_WEEKDAY).fullmatch(text) else "date" if compiled(_SOME_MONTH).search(text) else ""


def _completed(items: list[str]) -> list[str]:
    """Return the items of a list or a range with the words that they share: `3` and `5 September` have one month."""
    shared = compiled(_SHARED_NOUN).fullmatch(items[-1])
    words = compiled(_SHARED_WHICH).fullmatch(items[-1])
    tail = compiled(_SHARED_YEAR).fullmatch(items[-1])
    completed: list[str] = []
    for place, item in enumerate(items):
        ordinal = compiled(_ORDINAL).match(item)
        if tail and place < len(items) - 1 and compiled(_NO_YEAR).fullmatch(item):
            completed.append(item + (tail["tail"] or tail["after"]))
        elif shared and ordinal and (ordinal[0] == item or place == len(items) - 1):
            completed.append(f"{ordinal[0]}{shared['noun']}{shared['rest']}")
        elif words and item in {"this", "last", "next", "early", "mid", "late"}:
            completed.append(f"{item} {words['rest']}")
        elif place and item in {"this", "last", "next"} and (noun := compiled(_WHICH_NOUN).fullmatch(items[place - 1])):
            completed.append(f"{item} {noun['noun']}")
        elif compiled(_ALONE).fullmatch(item):
            after, before = _first_month(items[place:]), _first_month(items[place::-1])
            alone = f"the {item}" if ordinal and ordinal[0] == item and item[0].isdigit() else item
            completed.append(f"{item} {after}" if after else f"{before} {item}" if before else alone)
        else:
            completed.append(item)
    return completed


def _first_month(items: Sequence[str]) -> str | None:
    """Return the name of the first month that some items have."""
    return next((month[0] for item in items if (month := compiled(_SOME_MONTH).search(item))), None)


_PER_DAY: Final = {"hour": 24, "minute": 24 * 60}
_DAYS_IN: Final = ("day", "week", "fortnight")
_YEARS_IN: Final = ("year", "decade", "century")

_NO_DAYLIGHT: Final = r"(?!(?:dawn|dark|daybreak|sunrise|sunset|nightfall)\b)"
_FROM: Final = any_of(*(word for word, relation in BOUNDS.items() if relation == "from"))
_BOUND: Final = (
    rf"(?P<word>{any_of(*(word for word, relation in BOUNDS.items() if relation != 'from'))})"
    rf" {_NO_DAYLIGHT}(?P<rest>.+)"
)
_EDGE: Final = "(?:the )?(?:very )?(?P<edge>end|start|beginning) of "
_ONWARDS: Final = rf"(?:{_FROM}) {_NO_DAYLIGHT}(?P<rest>.+?)(?: on| onwards?)?"
_ROLLING: Final = (
    "(?:(?:(?P<lasts>over|during|throughout|for)|in|within) (?:the|this|these) (?P<side>last|past|next|coming)"
    rf"|within(?= (?:the|an?|\d)))(?: (?P<count>\d{{1,3}}|an?|the))? {UNIT}(?P<plural>s?)(?: time)?"
)
_ROLLING_ALONE: Final = rf"(?:the )?(?P<side>last|past|next|coming) (?P<count>\d{{1,3}}) {UNIT}(?P<plural>s)"
_NIGHT: Final = (
    "(?:(?:on|in|during|over|through) )?(?:the )?(?P<word>night|overnight)"
    "(?: (?P<relation>of|from|between|on|into|to|before|in))?(?: the)? (?P<rest>.+)"
)
_NIGHT_INTO: Final = "(?P<first>.+?) night (?:in|on)to (?P<second>.+?)(?: morning)?"
_NIGHT_SEPARATOR: Final = " (?:to|and|into|until|through) |[-/]"
_ALONE: Final = r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?:(?:-| to )\d{1,2}(?:st|nd|rd|th)?)?(?: [12]\d{3})?"
_SOME_MONTH: Final = rf"\b{MONTH}\b"
_WEEKDAY: Final = f"(?:on )?{WEEKDAY}"
_ORDINAL: Final = r"(?:in |on )?(?:the )?\d{1,2}(?:st|nd|rd|th)"
_SHARED_NOUN: Final = (
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)(?P<noun>[- ](?:century|quarter|half|third|decade|week|month|day))s?(?P<rest>.*)"
)
_SHARED_WHICH: Final = "(?:this|last|next|early|mid|late)(?: |-)(?P<rest>.+)"
_SHARED_YEAR: Final = (
    rf"(?:the )?(?:(?:{any_of(*SEASONS)}|[qh]\d)(?P<tail>(?: of| in)? (?:[12]\d{{3}}|(?:last|this|next) year))"
    rf"|{MONTH}(?P<after>(?: of| in)? (?:last|this|next) year))"
)
_NO_YEAR: Final = rf"(?:in )?(?:the )?(?:{any_of(*SEASONS)}|[qh]\d|{MONTH})"
_WHICH_NOUN: Final = "(?:this|last|next) (?P<noun>.+)"
