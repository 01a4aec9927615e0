"""The time words of news ("Wednesday", "mid-August", "this week"), resolved against a publication date.

Words that leave several days open become the EDTF set of these days, never one of them. Words that name no
period, and words that contradict the calendar or the publication date, are refused.

This module knows publication dates and how EDTF writes an answer; `time_words` knows the words, `recurring`
the calendar.
"""

from datetime import date, timedelta
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates._cycles import (
    UNITS,
    Anchor,
    DaySpan,
    DaySpans,
    Direction,
    Lasting,
    NeedsPublicationError,
    joined,
)
from diplo_events.dates._phrases import Answer, read
from diplo_events.errors import EventDateError, RelativeDateError, shown

__all__ = ["Direction", "resolve"]

_YEARS: Final = (1500, 2500)  # of publication: counting up to 999 years from there stays in the calendar
_MOST_DAYS: Final = 366  # that a publication date may leave open, for a phrase that all resolve alike
_MOST_DAYS_APART: Final = 31  # the same, where they do not, and the answer is the set of their answers
_MOST_MARKED: Final = 14  # dates of a set with a qualifier on each, for EDTF has none for a range


def resolve(phrase: str, published: EventDate | None, *, direction: Direction = "past") -> EventDate:
    """The time that a time word means in a text of the given publication date.

    >>> thursday = EventDate.parse("2025-09-04")
    >>> str(resolve("on Wednesday", thursday))
    '2025-09-03'
    >>> str(resolve("on Wednesday", thursday, direction="future"))
    '2025-09-10'
    >>> str(resolve("earlier this week", thursday))
    '[2025-09-01..2025-09-03]'
    >>> str(resolve("since February 2022", None))
    '2022-02/..'

    Args:
        phrase: The text's own time word, as `when_as_reported` keeps it.
        published: The publication date; `None` will do for a phrase that names its own year.
        direction: Where to look when the words do not say: `past` is up to the publication, `future` from it.

    Raises:
        RelativeDateError: The phrase cannot be read, names no period, contradicts the calendar or the
            publication date, or needs a more precise publication date.
    """
    if direction not in ("past", "future"):
        raise RelativeDateError(f"expected the direction 'past' or 'future', found {shown(direction)}")
    try:
        return _written(read(phrase, Anchor(None, direction)), "")
    except NeedsPublicationError:
        if published is None:
            raise
    answer = _of_any(phrase, [Anchor(day, direction) for day in _days(published)])
    return _written(answer, _qualifier(published))


# The publication date


def _days(published: EventDate) -> list[date]:
    """The days that a publication date leaves open."""
    text, earliest, latest = shown(str(published)), published.earliest, published.latest
    if earliest is None or latest is None:
        raise RelativeDateError(f"the publication date {text} has an open end")
    if not _YEARS[0] <= earliest.year <= latest.year <= _YEARS[1]:
        raise RelativeDateError(f"expected a publication in the years {_YEARS[0]} to {_YEARS[1]}, found {text}")
    first, last = date(*earliest), date(*latest)
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


def _of_any(phrase: str, clocks: list[Anchor]) -> Answer:
    """The answer for a publication on any one of several days; a day that the words contradict was not it."""
    answers: set[Answer] = set()
    contradiction: RelativeDateError | None = None
    for clock in clocks:
        try:
            answers.add(read(phrase, clock))
        except RelativeDateError as error:
            contradiction = error
    if contradiction and not answers:
        raise contradiction
    if len(answers) == 1:
        return answers.pop()
    spans = [span for answer in answers if isinstance(answer, tuple) for span in answer]
    if len(clocks) > _MOST_DAYS_APART or any(isinstance(answer, Lasting) for answer in answers):
        raise RelativeDateError("the publication date is too vague: this phrase means different times on its days")
    return joined(spans)


# Writing


def _written(answer: Answer, mark: str) -> EventDate:
    if isinstance(answer, Lasting):
        text = "/".join(_end(spans) + mark if spans else ".." for spans in (answer.start, answer.end))
    else:
        pieces = [piece for span in answer for piece in _pieces(span, mark)]
        text = pieces[0] if len(pieces) == 1 and ".." not in pieces[0] else f"[{','.join(pieces)}]"
    try:
        return EventDate.parse(text)
    except EventDateError as error:
        raise RelativeDateError(f"EDTF cannot express what this means: {shown(text)}") from error


def _pieces(span: DaySpan, mark: str) -> list[str]:
    """What a set has for a span: a range, or all its dates where they have a mark, since no range has one."""
    first, last = span.ends()
    if first == last:
        return [first + mark]
    if not mark:
        return [f"{first}..{last}"]
    unit = UNITS[{len("2025"): "year", len("2025-09"): "month"}.get(len(first), "day")]
    pieces = [unit(span.first, n)[0].ends()[0] for n in range(_MOST_MARKED)] if first and last else []
    if last not in pieces:
        raise RelativeDateError(f"{first}..{last} needs a publication date without {mark!r}: no range can carry it")
    return [piece + mark for piece in pieces[: pieces.index(last) + 1]]


def _end(spans: DaySpans) -> str:
    """An end of an interval, where EDTF takes no set: the date, else the month or year around all days."""
    span = spans[0] if len(spans) == 1 else DaySpan(spans[0].first, spans[-1].last)
    first, last = span.ends()
    if first == last:
        return first
    first, last = span.first.isoformat(), span.last.isoformat()
    for length in (len("2025-09"), len("2025")):
        if first[:length] == last[:length]:
            return first[:length]
    raise RelativeDateError(f"an interval cannot begin or end at some time from {first} to {last}")
