"""Texts and paragraphs that tell of a year that is past: their days and months without a year are of that one."""

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH, RANGES, YEAR
from diplo_events.drafting._times.sides import clause_after, clause_before
from diplo_events.drafting._times.word import TimeWord
from diplo_events.errors import DiploEventsError

__all__ = ["Narrative", "year_of_history"]

LONG_PAST: Final = 10
"""How many years before the publication all years of a history lie."""

NEWS: Final = re.compile(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)\b")
ANY_YEAR: Final = re.compile(rf"\b{YEAR}\b")
NO_STRETCH: Final = re.compile(rf"\d{{4}}|{DAY_NAME}|[Yy]ear")
OF_YEAR: Final = re.compile(r"(?P<part>.+ of) the year")
NOW: Final = re.compile(r"(?i)\b(?:this|last|next|ago|coming|past)\b")
PRESENT: Final = re.compile(r"\b(?:has|have|is|are|will|would|plans?|expects?)\b|['’](?:s|ve|ll|re)\b")
"""What is said in these of a month is of now."""
PLUPERFECT: Final = re.compile(r"\bhad\b")
FULL: Final = re.compile(rf"\b{MONTH}(?: \d{{1,2}})?,? (?P<year>{YEAR})\b")
BARE: Final = re.compile(
    r"(?:(?:in|on|by|since|late|early|mid|the|of|and|end|beginning|start|middle"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?)[ -])*{MONTH}(?: \d{{1,2}}|(?:, {MONTH})*,? (?:and|or) {MONTH})?",
    re.IGNORECASE,
)


OPENING: Final = re.compile(r"(?:In|During|Back in|It was in) (?P<year>\d{4})")
SAID_IN: Final = re.compile(
    r"[^.;:?!“\"]{0,60}?\b(?:said|told|wrote|declared|warned|added|announced|stated|insisted|vowed|argued)\b"
    rf"[^.;:?!“\",]{{0,40}}?\b(?:back )?in (?P<year>{YEAR})\b"
)
"""Behind a quotation, these say in which year it was said."""


FIRST_MONTHS: Final = MappingProxyType(
    {"early": 1, "mid": 5, "late": 9, "winter": 1, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
)
PART_OF_YEAR: Final = re.compile(rf"\b(?P<part>{'|'.join(FIRST_MONTHS)})(?:-| of | )(?P<year>{YEAR})", re.IGNORECASE)
"""A part of a year, and the month with which it begins: "the autumn of 2030", "late 2030"."""


class Narrative:
    """The year that a text tells of: of a history all of it, else of a paragraph from a date with its year on."""

    def __init__(self, text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None) -> None:
        self.text = text
        self.now = published.earliest.year if published is not None and published.earliest is not None else None
        self.year = year_of_history(text, blocks, published)
        self.is_history = self.year is not None
        self.first: tuple[int, int] | None = None

    def leave(self) -> None:
        """Forget the year of a paragraph at its end."""
        self.first = None

    def date(self, word: TimeWord, block: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> EventDate | None:
        """Return what a day or month without a year is in the story; `None` for those of now, and for other words."""
        is_quoted = any(first < word.start < last for first, last in quoted)
        if is_quoted and (year := year_of_words(self.text, word.start, quoted, block[1])) is not None:
            return in_year(word.text, year)
        if self.year is not None:
            self.year = year_within(word.text) or self.year
            return in_year(word.text, self.year)
        if is_quoted:
            return None
        when = self._told(word, block)
        self._read(word)
        return when

    def _read(self, word: TimeWord) -> None:
        """Keep the year and month with which words open a story; forget them where the text speaks of now."""
        full = FULL.search(word.text)
        opening = OPENING.fullmatch(word.text)
        part = PART_OF_YEAR.search(word.text)
        if opening is not None:
            self.first = (int(opening["year"]), 1)
        elif part is not None:
            self.first = (int(part["year"]), FIRST_MONTHS[part["part"].lower()])
        elif word.text == "Last year" and word.when is not None and word.when.earliest is not None:
            self.first = (word.when.earliest.year, 1)
        elif full is not None and word.when is not None and word.when.earliest is not None:
            self.first = (int(full["year"]), word.when.earliest.month or 1)
        elif NEWS.search(word.text) is not None or NOW.search(word.text) is not None:
            self.first = None
        if self.first is not None and (self.now is None or self.first[0] >= self.now):
            self.first = None

    def _told(self, word: TimeWord, block: tuple[int, int]) -> EventDate | None:
        """Return the first such day or month from the one that opened the story on."""
        beside = f"{clause_before(self.text, block[0], word.start)} {clause_after(self.text, word.end, block[1])}"
        if self.first is None or PRESENT.search(beside) is not None:
            return None
        year, month = self.first
        when = in_year(word.text, year)
        day = (when.earliest or when.latest) if when is not None else None
        if day is None:
            return None
        is_of_year = day.year >= year and ((day.month or 1) >= month or PLUPERFECT.search(beside) is not None)
        return when if is_of_year else in_year(word.text, year + 1)


def year_of_words(text: str, place: int, quoted: Sequence[tuple[int, int]], end: int) -> int | None:
    """Return the year in which quoted words at a place were said, if those behind the quotation name it."""
    last = next((last for first, last in quoted if first < place < last), None)
    said = SAID_IN.match(text, last, end) if last is not None else None
    return int(said["year"]) if said is not None else None


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
    """Return what a day, a month or a stretch without a year is in some year; `None` for other time words.

    >>> str(in_year("in June", 1931))
    '1931-06'
    """
    is_stretch = RANGES.fullmatch(words) is not None and NO_STRETCH.search(words) is None
    if (part := OF_YEAR.fullmatch(words)) is not None:
        words = part["part"]
    elif BARE.fullmatch(words) is None and not is_stretch:
        return None
    try:
        return resolve(f"{words} {year}", None)
    except DiploEventsError:
        return None
