"""Texts that tell of a year long past: their days and months without a year are of that one."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times_and_places.time_patterns import MONTH, YEAR
from diplo_events.errors import DiploEventsError

__all__ = ["in_year", "year_of_history", "year_within"]

LONG_PAST: Final = 10
"""How many years before the publication all years of a history lie."""

NEWS: Final = re.compile(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)\b")
ANY_YEAR: Final = re.compile(rf"\b{YEAR}\b")
FULL: Final = re.compile(rf"\b{MONTH}(?: \d{{1,2}})?,? (?P<year>{YEAR})\b")
BARE: Final = re.compile(
    rf"(?:(?:in|on|by|since|late|early|mid|the|of|and|\d{{1,2}}(?:st|nd|rd|th)?)[ -])*{MONTH}(?: \d{{1,2}})?",
    re.IGNORECASE,
)


def year_of_history(text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None) -> int | None:
    """Return the year of the first full date of a text without a day of now; `None` if the text is of the present.

    >>> text = "The envoys met on 4 May 1931. In June they parted."
    >>> year_of_history(text, [(0, 50)], EventDate.parse("2022-06-18"))
    1931
    """
    if published is None or published.earliest is None:
        return None
    first = next((found for start, end in blocks if (found := FULL.search(text, start, end)) is not None), None)
    if first is None or any(NEWS.search(text, start, end) for start, end in blocks):
        return None
    latest = max(int(found[0]) for start, end in blocks for found in ANY_YEAR.finditer(text, start, end))
    return int(first["year"]) if latest + LONG_PAST <= published.earliest.year else None


def year_within(words: str) -> int | None:
    """Return the year that time words with a month name."""
    return int(found["year"]) if (found := FULL.search(words)) is not None else None


def in_year(words: str, year: int) -> EventDate | None:
    """Return what a day or month without a year is in some year; `None` for other time words."""
    if BARE.fullmatch(words) is None:
        return None
    try:
        return resolve(f"{words} {year}", None)
    except DiploEventsError:
        return None
