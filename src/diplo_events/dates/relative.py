"""The time words of news ("Wednesday", "mid-August", "this week"), resolved against a publication date.

Words that leave several days open become the EDTF set of these days, never one of them. Words that name no period,
and words that contradict the calendar or the publication date, are refused. What a phrase is made of is read in
`_phrases` and `_periods`; which day or week "this", "last" and "next" mean is decided in `_cycles`.
"""

from datetime import date, timedelta
from typing import Final

from diplo_events.dates import EventDate, check_event_date
from diplo_events.dates._cycles import (
    CYCLES,
    Anchor,
    Calendar,
    DaySpan,
    DaySpans,
    Direction,
    Every,
    Lasting,
    NeedsPublicationError,
    as_one,
    joined,
)
from diplo_events.dates._phrases import Answer, read
from diplo_events.errors import EventDateError, RelativeDateError, check_choice, expect_type, shown

__all__ = ["Calendar", "Direction", "resolve"]

_YEARS: Final = (1500, 2500)  # of publication: counting up to 999 years from there stays in the calendar
_MOST_DAYS: Final = 366  # that a publication date may leave open, for a phrase that all resolve alike
_MOST_DAYS_APART: Final = 31  # the same, where they do not, and the answer is the set of their answers
_MOST_MARKED: Final = 14  # dates of a set with a qualifier on each, for EDTF has none for a range


def resolve(
    phrase: str,
    published: EventDate | None,
    *,
    direction: Direction = "past",
    calendar: Calendar = "gregorian",
) -> EventDate:
    """Return the time that a time word means in a text of the given publication date.

    >>> thursday = EventDate.parse("2025-09-04")
    >>> str(resolve("on Wednesday", thursday))
    '2025-09-03'
    >>> str(resolve("on Wednesday", thursday, direction="future"))
    '2025-09-10'
    >>> str(resolve("earlier this week", thursday))
    '[2025-09-01..2025-09-03]'
    >>> str(resolve("since February 2022", None))
    '2022-02/..'
    >>> str(resolve("25 October 1917", None, calendar="julian"))
    '1917-11-07'

    Args:
        phrase: The text's own time word, as `when_as_reported` keeps it; at most 80 characters.
        published: The publication date; `None` will do for a phrase that names its own year.
        direction: Where to look when the words do not say: `past` is up to the publication, `future` from it.
        calendar: The calendar of the dates in the phrase. With `julian`, dates with a day and a month are converted;
            months, years and dates such as `1917-10-25` are refused, because they are not of one Gregorian period.
            The publication date is Gregorian, as every `EventDate`.

    Raises:
        RelativeDateError: The phrase cannot be read, names no period, contradicts the calendar or the
            publication date, or needs a more precise publication date.
        ArgumentError: The direction or the calendar is not one of its two words, the phrase is not a text, or the
            publication date is not an `EventDate`; the message says what to write.
    """
    expect_type("phrase", phrase, str)
    if published is not None:
        check_event_date(published, "published")
    check_choice("direction", direction, ("past", "future"))
    check_choice("calendar", calendar, ("gregorian", "julian"))
    try:
        return _written(read(phrase, Anchor(None, direction, calendar=calendar)), "")
    except NeedsPublicationError:
        if published is None:
            raise
    answer = _of_any(phrase, [Anchor(day, direction, calendar=calendar) for day in _days(published)])
    return _written(answer, _qualifier(published))


# The publication date


def _days(published: EventDate) -> list[date]:
    """Return the days that a publication date leaves open."""
    text, earliest, latest = shown(str(published)), published.earliest, published.latest
    if earliest is None or latest is None:
        raise RelativeDateError(f"the publication date {text} has an open end")
    if not _YEARS[0] <= earliest.year <= latest.year <= _YEARS[1]:
        raise RelativeDateError(f"expected a publication in the years {_YEARS[0]} to {_YEARS[1]}, found {text}")
    first, last = earliest.to_date(), latest.to_date()
    count = (last - first).days + 1
    if count > _MOST_DAYS:
        raise RelativeDateError(f"the publication date {text} is too vague for this phrase")
    days = [first + timedelta(n) for n in range(count)]
    plain = published.unqualified()
    return [day for day in days if EventDate.parse(str(day)).overlaps(plain) is not False]


def _qualifier(published: EventDate) -> str:
    if published.is_uncertain and published.is_approximate:
        return "%"
    return "?" if published.is_uncertain else "~" if published.is_approximate else ""


def _of_any(phrase: str, anchors: list[Anchor]) -> Answer:
    """Return the answer for a publication on any one of several days, but for days that the words contradict."""
    answers: set[Answer] = set()
    contradiction: RelativeDateError | None = None
    for anchor in anchors:
        try:
            answers.add(read(phrase, anchor))
        except RelativeDateError as error:
            contradiction = error
    if contradiction and not answers:
        raise contradiction
    if len(answers) == 1:
        return answers.pop()
    spans = [span for answer in answers if isinstance(answer, tuple) for span in answer]
    if len(anchors) > _MOST_DAYS_APART or any(not isinstance(answer, tuple) for answer in answers):
        raise RelativeDateError("the publication date is too vague: this phrase means different times on its days")
    return joined(spans)


# Writing


def _written(answer: Answer, mark: str) -> EventDate:
    match answer:
        case Lasting(start=start, end=end):
            text = "/".join(_end(spans) + mark if spans else ".." for spans in (start, end))
        case Every(members=members):
            text = f"{{{','.join(_member(member, mark) for member in members)}}}"
        case (DaySpan(first=first, last=last, hours=str(hours)),) if first == last and hours and not mark:
            text = f"{first}T{hours}"
        case _:
            pieces = [piece for span in answer for piece in _pieces(span, mark)]
            text = pieces[0] if len(pieces) == 1 and ".." not in pieces[0] else f"[{','.join(pieces)}]"
    try:
        return EventDate.parse(text)
    except EventDateError as error:
        raise RelativeDateError(f"EDTF cannot express what this means: {shown(text)}") from error


def _pieces(span: DaySpan, mark: str) -> list[str]:
    """Return what a set has for a span: a range, or all its dates if they have a mark, since no range has one."""
    first, last = span.ends()
    if first == last:
        return [first + mark]
    if not mark:
        return [f"{first}..{last}"]
    unit = CYCLES[{len("2025"): "year", len("2025-09"): "month"}.get(len(first), "day")]
    pieces = [unit(span.first, n)[0].ends()[0] for n in range(_MOST_MARKED)] if first and last else []
    if last not in pieces:
        raise RelativeDateError(f"{first}..{last} needs a publication date without {mark!r}: no range can carry it")
    return [piece + mark for piece in pieces[: pieces.index(last) + 1]]


def _end(spans: DaySpans) -> str:
    """Return an end of an interval, where EDTF takes no set: the date, else the month or year around all days."""
    span = as_one(spans)
    first, last = span.ends()
    if first == last:
        return first
    first, last = span.first.isoformat(), span.last.isoformat()
    for length in (len("2025-09"), len("2025")):
        if first[:length] == last[:length]:
            return first[:length]
    raise RelativeDateError(f"an interval cannot begin or end at some time from {first} to {last}")


def _member(member: DaySpans | Lasting, mark: str) -> str:
    """Return a member of a set of all: a date, or a range of days that lasts.

    Raises:
        RelativeDateError: The member is not exact, or a range needs a mark.
    """
    parts = (member.start, member.end) if isinstance(member, Lasting) else (member,)
    ends = [set(span.ends()) for spans in parts for span in spans]
    if len(ends) != len(parts) or any(len(pair) > 1 or "" in pair for pair in ends) or (mark and len(parts) > 1):
        raise RelativeDateError("EDTF cannot say all of several times that are not exact: resolve each by itself")
    return "..".join(end + mark for pair in ends for end in pair)
