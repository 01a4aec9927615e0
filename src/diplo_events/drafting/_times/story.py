"""The story that a text tells: the days that it has named so far, and the day on which quoted words were said."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.hours import SMALL_HOURS
from diplo_events.drafting._times.numbers import NUMBERED, NUMERIC, Numbers
from diplo_events.drafting._times.patterns import DATE, DAY_NAME
from diplo_events.drafting._times.word import TimeWord, day_of, days_from
from diplo_events.errors import DiploEventsError

__all__ = ["OF_SPEECH", "Named"]

OF_SPEECH: Final = re.compile(
    r"(?:earlier |later )?(?:today|tonight|yesterday|tomorrow)(?: \w+)?|last night|this (?:morning|afternoon|evening)"
    r"|(?:earlier |later )?(?:this|last|next) (?:week|month)|(?:two|three|four|five|six|ten|\d{1,2}) days ago"
    r"|in (?:two|three|four|five|a few|\d) days"
    r"|(?:in|over|during|for|within) the (?:last|past|next|coming) \w+ (?:days|hours|weeks)",
    re.IGNORECASE,
)
"""In a quotation, these count from the day on which it was said."""

OF_WEEK: Final = re.compile(r"(?:earlier |later )?(?:this|last|next) (?:week|month)\b|\w+ days ago\b", re.IGNORECASE)
"""These do so only if the day is named with the quotation."""

SAID_ON: Final = re.compile(
    r"[^.;:?!“\"]{0,60}?\b(?:said|told|wrote|tweeted|posted|declared|warned|added|announced|stated|insisted|vowed|argued)\b"
    rf"(?P<between>[^.;:?!“\",]{{0,50}}?)\b(?P<day>(?:last )?{DAY_NAME}|{DATE}|yesterday|today)\b"
)
IN_BRACKETS: Final = re.compile(
    rf"[”\"]?[.,]?(?: [^.;!?:“\"()\[\]]{{3,80}}\.)? ?[\[(]"
    rf"(?:[A-Za-z][\w.]*,? ){{0,5}}?(?P<day>{NUMERIC}|{DATE})(?:, [A-Za-z ]+)?[\])]"
)
"""Behind a quotation, its source and its day in brackets."""

OTHERWISE: Final = re.compile(r"\b(?:that|of|about|after|before|since|by|until|would|will|if|when|for)\b")
"""Between a verb of saying and a day, these begin something else."""

LEADS: Final = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|posted|declared|warned|added|announced|stated|stating|insisted|saying|writing)\b"
    r"[^.;?!“\"]{0,40}[,:] ?$"
)
"""Directly before a quotation, these show that its sentence tells when it was said."""

LONGEST: Final = 300
"""How many characters before a quotation its sentence begins at the most."""

FULL_DAY: Final = re.compile(rf"(?:(?:[Ll]ate|[Ee]arly)(?: on)? )?{DAY_NAME},? (?:\()?{DATE}\)?")
"""A weekday with its date, as texts name it that come out later."""

SAYS: Final = r"(?:said|told|added|warned|declared|stated|stressed|noted|continued|insisted)"
SPEAKER: Final = re.compile(
    rf"[,.]?[”\"]? ?(?:(?:[\w.’'-]+ ){{0,5}}?(?P<first>[\w’'-]+) {SAYS}\b"
    rf"|{SAYS} (?:[\w.’'-]+ ){{0,3}}?(?P<second>[\w’'-]+)[.,])"
)
SAID_BEFORE: Final = re.compile(
    rf"\b(?P<who>[\w’'-]+) {SAYS}(?: (?:reporters|journalists|parliament|lawmakers))?"
    rf"(?: in [A-Z]\w+)?(?: late| early)?(?: on)? $"
)
"""Before a day, who spoke on it."""

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "also"})

WEEK: Final = 7
SENTENCE: Final = re.compile(r"[.?!][”\"]?\s|\n")
SOON: Final = 7
"""How many days before the publication the words of a quotation were said, if the text has told of an earlier day."""


class Named:
    """The times that a text has named so far."""

    def __init__(self, published: EventDate | None, numbers: Numbers) -> None:
        self.published, self.numbers = published, numbers
        self.day: EventDate | None = None
        self.near: EventDate | None = None
        self.told: EventDate | None = None
        self.last: EventDate | None = None
        self.days: set[str] = set()
        self.opened: EventDate | None = None

    @property
    def only(self) -> EventDate | None:
        """The one day before the publication that the story has told of; `None` if it has told of several."""
        return self.told if len(self.days) == 1 else None

    def of_hour(self, *, is_small: bool) -> tuple[EventDate | None, bool]:
        """Return the day of an hour alone, and whether it may be of several.

        It is the one day of the story or that of the publication. A small hour behind a day is of the night after it.
        """
        days = days_from(self.day, self.published)
        is_over = days is not None and days > 0 and self.day != self.only
        if is_over or (self.only is None and self.told is not None):
            return None, True
        if is_small and self.only is not None and self.only.earliest is not None and self.only != self.published:
            return EventDate.parse(str(self.only.earliest.to_date() + timedelta(1))), False
        return self.only or self.published, False

    def keep(self, word: TimeWord, *, is_quoted: bool, is_modifier: bool, is_before: bool = False) -> None:
        """Keep a time word; in a quotation and before a noun it is not the day of the story.

        Args:
            word: The time word.
            is_quoted: Whether it stands in a quotation.
            is_modifier: Whether it belongs to a noun.
            is_before: Whether its sentence tells of what had been before: "had arrived on Monday".
        """
        if word.when is None or SMALL_HOURS.search(word.text) is not None:
            return
        if not is_quoted:
            self.opened = opened_with(word, self.published, is_first=self.last is None, before=self.opened)
        day = day_of(word.when) if not word.is_aside else None
        self.last = day or self.last
        if not is_modifier:
            self.near = word.when if word.when.earliest is not None else self.near
            if day is not None:
                self.day = day
                days = days_from(day, self.published)
                is_soon = not is_quoted and days is not None and 0 <= days <= SOON
                is_back = is_before and (self.told is None or (days_from(day, self.told) or 0) > 0)
                self.told = day if is_soon and not is_back else self.told
                self.days |= {str(day)} if is_soon else set()

    def weekday(self, words: str) -> EventDate | None:
        """Return a weekday without a date of a story that opened with a day of an earlier week: that week's."""
        if self.opened is None or re.fullmatch(DAY_NAME, words) is None:
            return None
        try:
            day = resolve(words, self.opened, direction="future")
        except DiploEventsError:
            return None
        return day if (days_from(day, self.published) or 0) > 0 else None

    def speech(
        self, text: str, place: int, end: int, quoted: Sequence[tuple[int, int]], found: Sequence[TimeWord]
    ) -> EventDate | None:
        """Return the day on which quoted words at a place were said.

        The words behind the quotation name it or those before it; else it is the last day that the text has named, if
        that lies shortly before the publication.
        """
        day = self.noted_on(text, place, end, quoted)
        day = day or said_on(text, place, quoted, end, self) or led_on(text, place, quoted, found)
        day = day or told_by(text, place, quoted, found)
        return day or (self.published if OF_WEEK.match(text, place) is not None else self.told or self.published)

    def noted_on(self, text: str, place: int, end: int, quoted: Sequence[tuple[int, int]]) -> EventDate | None:
        """Return the day that the source of a quotation names in the brackets behind it: "…" [Statement, 8/23/29]."""
        last = next((last for first, last in quoted if first < place < last), None)
        found = IN_BRACKETS.match(text, last, end) if last is not None else None
        if found is None:
            return None
        if NUMBERED.fullmatch(found["day"]) is not None:
            return self.numbers.read(found["day"])[0]
        try:
            return day_of(resolve(found["day"], self.published))
        except DiploEventsError:
            return None


def said_on(text: str, place: int, quoted: Sequence[tuple[int, int]], end: int, named: Named) -> EventDate | None:
    """Return the day on which a quotation was said, if the words behind it name one: "…", he said on Monday."""
    after = next((last for first, last in quoted if first < place < last), end)
    said = SAID_ON.match(text, after, end)
    if said is None or OTHERWISE.search(said["between"]) is not None:
        return None
    try:
        return named.weekday(said["day"]) or day_of(resolve(said["day"], named.published))
    except DiploEventsError:
        return None


def told_by(text: str, place: int, quoted: Sequence[tuple[int, int]], found: Sequence[TimeWord]) -> EventDate | None:
    """Return the day on which the speaker of a quotation spoke before, by the word for them: "the minister said"."""
    last = next((last for first, last in quoted if first < place < last), None)
    speaker = SPEAKER.match(text, last) if last is not None else None
    name = speaker["first"] or speaker["second"] if speaker is not None else None
    if name is None or name in PRONOUNS:
        return None
    for word in reversed(found):
        day = day_of(word.when) if not word.is_ahead else None
        said = SAID_BEFORE.search(text, max(0, word.start - LONGEST), word.start) if day is not None else None
        if said is not None and said["who"].lower() == name.lower():
            return day
    return None


def opened_with(
    word: TimeWord, published: EventDate | None, *, is_first: bool, before: EventDate | None
) -> EventDate | None:
    """Return the day of an earlier week with which a text opens its story, until it speaks of the present."""
    days = days_from(day_of(word.when), published)
    if is_first and FULL_DAY.fullmatch(word.text) is not None:
        return day_of(word.when) if days is not None and WEEK < days <= 3 * WEEK else None
    is_of_now = OF_SPEECH.fullmatch(word.text) is not None or word.is_ahead
    return None if is_of_now or (days is not None and abs(days) < WEEK and re.search(r"\d", word.text)) else before


def led_on(text: str, place: int, quoted: Sequence[tuple[int, int]], found: Sequence[TimeWord]) -> EventDate | None:
    """Return the day on which a quotation was said, if the words before it name one: on Monday, he said: "…"."""
    first = next((first for first, last in quoted if first < place < last), None)
    if first is None or LEADS.search(text, max(0, first - LONGEST), first) is None:
        return None
    begin = max((mark.end() for mark in SENTENCE.finditer(text, max(0, first - LONGEST), first)), default=0)
    days = [
        day
        for word in found
        if begin <= word.start < first and not word.is_aside and not word.is_ahead
        if (day := day_of(word.when))
    ]
    return days[0] if len({str(day) for day in days}) == 1 else None
