"""Time words for the whole of a period or all of it so far, `throughout August`, and for the day before a date."""

from datetime import timedelta
from itertools import pairwise
from typing import Final

from diplo_events.dates._cycles import Anchor, DaySpan, DaySpans, Lasting
from diplo_events.dates._periods import period
from diplo_events.dates._words import compiled
from diplo_events.errors import RelativeDateError, shown

__all__ = ["eve", "from_the_first", "throughout"]


def throughout(text: str, anchor: Anchor) -> DaySpans | Lasting | None:
    """Read `throughout August` and `all week`, which last from the first day to the last.

    `In the course of August` is one day of it. `All week` is this week, up to the publication if it looks back, and
    `all day Wednesday` is that day.

    Raises:
        RelativeDateError: the first and the last day are not known, as those of a season are not.
    """
    if match := compiled(_IN_THE_COURSE).fullmatch(text):
        return period(match["rest"], anchor)
    match = compiled(_THROUGHOUT).fullmatch(text)
    if match is None:
        return None
    rest = f"this {match['rest']}" if match["all"] and match["rest"] in _UNITS else match["rest"]
    spans = period(rest, anchor)
    if spans is None or all(span.first == span.last for span in spans):
        return spans
    if any(span.is_season for span in spans):
        raise RelativeDateError("a season has no exact first and last day: name the months")
    if any(one.last + timedelta(1) != other.first for one, other in pairwise(spans)):
        raise RelativeDateError(f"{shown(text)} can mean several times: write the one that is meant")
    span = DaySpan(spans[0].first, spans[-1].last)
    if rest.startswith("this "):
        today = anchor.today
        span = DaySpan(span.first, min(span.last, today)) if anchor.direction == "past" else DaySpan(today, span.last)
    return Lasting((DaySpan(span.first, span.first),), (DaySpan(span.last, span.last),))


def eve(text: str, anchor: Anchor) -> DaySpans | None:
    """Read `on the eve of 1 September`, which is the day before; the eve of an event is for its own error."""
    match = compiled(_EVE).fullmatch(text)
    spans = period(match["rest"], anchor) if match else None
    if spans is None or any(span.first != span.last for span in spans):
        return None
    return tuple(DaySpan(span.first - timedelta(1), span.first - timedelta(1)) for span in spans)


def from_the_first(text: str, spans: DaySpans) -> DaySpans:
    """Return the first day of the beginning of a week, a month or a year: what lasts since then does so all of it."""
    span = spans[0] if len(spans) == 1 else None
    if span is None or span.last - span.first >= _LONGEST_MONTH or compiled(_BEGINNING).match(text) is None:
        return spans
    return (DaySpan(span.first, span.first),)


_LONGEST_MONTH: Final = timedelta(31)
_BEGINNING: Final = "(?:the )?(?:very )?(?:beginning|start) of "
_UNITS: Final = ("week", "month", "quarter", "year", "decade", "century")
_IN_THE_COURSE: Final = "(?:in|over) the course of (?P<rest>.+)"
_THROUGHOUT: Final = (
    "(?:throughout|(?:all|right) through|(?:for |over )?the (?:whole|entire|full)(?: of)?|(?P<all>(?:for )?all)(?: of)?"
    "(?: day(?: on)?)?) (?P<rest>.+?)(?: long)?"
)
_EVE: Final = "(?:on )?(?:the )?eve of (?P<rest>.+)"
