"""The day of a dateline: "PORT OSS, Dec 18 —", "Tarn, 3 March 2031 –", "VESTRA, DECEMBER 18, NPA."."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.patterns import DATE, DAY_NAME, SHORT_DAY
from diplo_events.drafting._times.sides import DIRECTIONS
from diplo_events.drafting._times.word import TimeWord, day_of, days_from
from diplo_events.errors import DiploEventsError

__all__ = ["dateline_times", "is_lead", "of_another_day", "written_on"]

DAY: Final = re.compile(rf"(?<![\w/])(?:(?:{DAY_NAME}|{SHORT_DAY}),? )?(?:{DATE})(?![\w/])", re.IGNORECASE)
IN_CAPITALS: Final = MONTHS.upper()
CAPITALS: Final = re.compile(
    rf"[A-Z][A-Z.'’ -]{{1,30}}[,.] "
    rf"(?P<day>(?:(?:{IN_CAPITALS}) \d{{1,2}}|\d{{1,2}} (?:{IN_CAPITALS}))(?:,? \d{{4}})?)(?=[.,:/ ])"
)
"""A dateline in capitals that begins a paragraph."""

LEAD: Final = re.compile(r"(?: ?[(\[][A-Z][\w ./-]{1,20}[)\]])? ?(?:--|[–—-] |: )")
"""What parts a day that begins a text from its first sentence."""

PLACE: Final = re.compile(
    r"\(?(?!(?:On|In|Since|After|Before|By|From|At|Until|To|For|Of|And|But)\b|\w+day\b)[A-Z][\w.'’()-]*"
    r"(?:[ ,/–-]{1,3}(?:de|del|da|do|la|el|of|the|and|[\[(]?[A-Z][\w.'’()\]-]*)){0,7}(?:[,.:]? ?\(?| [–—-] )"
)
"""Between the beginning of a passage and the day of a dateline, its place and the agency."""

BEHIND: Final = re.compile(r"\)?[.,:]?(?: ?[-–—(\[/]| [A-Z])|: ")
"""What stands behind such a day."""

NEAR_THE_TOP: Final = 3
"""Among how many passages such a dateline may stand."""

WEEK: Final = 7
"""How many days after the publication a dateline may be, where the day begins earlier."""

SOON: Final = 3
"""How many days before its publication a text was written."""


def dateline_times(
    text: str, dateline: tuple[int, int] | None, blocks: Sequence[tuple[int, int]], published: EventDate | None
) -> tuple[TimeWord, ...]:
    """Return the day of a dateline, if it names one; a day without a year is the nearest to the publication.

    Args:
        text: The text.
        dateline: Where its dateline stands, if the layout knows it.
        blocks: The passages that can be coded.
        published: The day of publication.

    >>> text = "OSSBURG, Dec 18 — It rains."
    >>> [(word.text, str(word.when)) for word in dateline_times(text, (0, 15), [], EventDate.parse("2031-12-18"))]
    [('Dec 18', '2031-12-18')]
    """
    if dateline is not None:
        day = DAY.search(text, *dateline)
        is_with_place = day is not None and day.start() > dateline[0]
        return (word_for(text, day.span(), published),) if day is not None and is_with_place else ()
    leads = (CAPITALS.match(text, *block) for block in blocks[:NEAR_THE_TOP])
    return tuple(word_for(text, lead.span("day"), published) for lead in leads if lead is not None)


def is_lead(
    text: str,
    word: TimeWord,
    blocks: Sequence[tuple[int, int]],
    published: EventDate | None,
    *,
    has_place: bool = False,
) -> bool:
    """Whether time words are the day of the publication that begins a text: "18 December 2031 – The envoys met.".

    A day whose place the layout knows (`has_place`) is one only if it is the very day.
    """
    tops = [start for start, _ in blocks[:NEAR_THE_TOP] if start <= word.start]
    days = days_from(day_of(word.when), published)
    if days is None or abs(days) > (0 if has_place else SOON):
        return False
    if word.start in tops and LEAD.match(text, word.end) is not None:
        return True
    if days or DAY.fullmatch(word.text) is None or BEHIND.match(text, word.end) is None:
        return False
    return any(PLACE.fullmatch(text, start, word.start) is not None for start in tops)


def word_for(text: str, span: tuple[int, int], published: EventDate | None) -> TimeWord:
    """Return the day of a dateline with its meaning."""
    words, why = text[slice(*span)], ""
    days: list[EventDate] = []
    for direction in DIRECTIONS:
        try:
            days.append(resolve(words, published, direction=direction))
        except DiploEventsError as error:
            why = why or str(error)
    ahead = -(days_from(days[-1], published) or 0) if days else 0
    when = days[-1 if 0 < ahead <= WEEK else 0] if days else None
    return TimeWord(*span, words, when, why="" if when is not None else why)


def written_on(words: Sequence[TimeWord], published: EventDate | None) -> EventDate | None:
    """Return the day of a dateline, if it lies shortly before the publication: its "today" is that day."""
    day = day_of(words[0].when) if words else None
    days = days_from(day, published)
    return day if days is not None and 0 < days <= SOON else None


def of_another_day(words: Sequence[TimeWord], published: EventDate | None) -> tuple[TimeWord, ...]:
    """Return the days of datelines that are not the day of the publication, which a source names already."""
    return tuple(word for word in words if word.when is None or days_from(day_of(word.when), published) != 0)
