"""The time words of a text, found and resolved: relative to the publication, or to a day that was named before."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times_and_places.time_beside import beside
from diplo_events.drafting._times_and_places.time_histories import in_year, year_of_history, year_within
from diplo_events.drafting._times_and_places.time_names import is_modifier, is_month_of_noun, is_name
from diplo_events.drafting._times_and_places.time_patterns import (
    AGAIN,
    AHEAD,
    BEHIND,
    FINDER,
    NUMBER,
    PLANS,
    RANGES,
    SHIFTED,
    UNDONE,
    UNTIL,
)
from diplo_events.drafting._times_and_places.time_reach import reach
from diplo_events.drafting._times_and_places.time_sides import (
    DIRECTIONS,
    MARKED,
    clause_after,
    clause_before,
    is_later,
    is_nearer_ahead,
    is_over,
    is_read,
    looks_ahead,
    sentence_after,
)
from diplo_events.errors import DiploEventsError

__all__ = ["TimeWord", "time_words"]

NEAR_PLAN: Final = 90
"""How many characters before a day the word of a plan stands."""

HOUR: Final = re.compile(r"[Aa]t (?:\d|noon|midnight|[a-z]+ o['’]clock)(?!.*(?:day|\d{4}))")
OTHER_DAY: Final = "the text names another time, and this one may be of that day"
"""Why a time of day has no date."""

NEXT: Final = 30
"""How many characters behind time words show from what they count."""

OF_SPEECH: Final = re.compile(
    r"(?:earlier |later )?(?:today|tonight|yesterday|tomorrow)(?: \w+)?|last night|this (?:morning|afternoon|evening)"
    r"|in (?:two|three|four|five|a few|\d) days"
    r"|(?:in|over|during|for|within) the (?:last|past|next|coming) \w+ (?:days|hours|weeks)",
    re.IGNORECASE,
)
"""In a quotation, these count from the day on which it was said."""

SOON: Final = 7
"""How many days before the publication the words of a quotation were said, if the text has told of an earlier day."""

WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
SAME: Final = re.compile(
    r"(?:[Ll]ater |[Ee]arlier |[Oo]n )?(?:[Tt]he same|[Tt]hat(?: same)?) (?:day|morning|afternoon|evening|night)"
)
"""Of a sentence about the past, these are the last day of the story, and not a day to come that was named since."""

MOST_OF_A_WEEK: Final = 5
TWO_DAYS: Final = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
IN_SOME: Final = re.compile(rf"[Ii]n {NUMBER} [a-z]+")
"""Words that are of a time only where they look ahead: "in two weeks", but not "the first in two weeks"."""

FROM_AN_EVENT: Final = re.compile(r"[Ww]ithin (?!the |this |these )")
OF_AN_EVENT: Final = "these words do not say from when they count"
"""What happens "within 48 hours" does so from an event on, and not from the publication."""

VAGUE: Final = "these words name the present, and no period"
TODAYS_CENTURY: Final = re.compile(r"(?:[Ii]n |[Ff]or )?(?:[Tt]he )?(?:21st|[Tt]wenty-first) century")
COMING_YEAR: Final = re.compile(r"(?:[Ii]n|[Oo]ver|[Dd]uring) the coming (?:year|decade|century)")

END_OF: Final = re.compile(r"(?:the )?end of|year[- ]end|(?:the )?(?:year|month|week)['’]s end")
"""As a limit, the end of something is its last day."""

BY: Final = re.compile(r"[Bb]y (?!the end of the day)")
"""Before the day that a limit names."""


@attrs.frozen
class TimeWord:
    """Words of a text that say when."""

    start: int
    """Where they begin."""
    end: int
    """Where they end."""
    text: str
    """The words."""
    when: EventDate | None
    """What they mean, or `None` if they name no period or the anchor is unknown."""
    is_ahead: bool = False
    """Whether they mean a time after the publication."""
    why: str = ""
    """Why they mean nothing that can be dated, if they do not."""
    is_aside: bool = False
    """Whether they are of another event than the one of the sentence: "two days after the attack"."""
    limit: "TimeWord | None" = None
    """The time that a limit names: the Friday of "by Friday", which itself means one day up to then."""


def time_words(text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None) -> tuple[TimeWord, ...]:
    """Return the time words in some passages, in their order, each with its meaning.

    What looks ahead is decided by the verb beside it ("will meet on Monday"). "The next day" and "two days earlier"
    count from the last day that was named before.

    >>> words = time_words("They met on Friday. The next day he left.", [(0, 41)], EventDate.parse("2025-09-10"))
    >>> [(word.text, str(word.when)) for word in words]
    [('Friday', '2025-09-05'), ('The next day', '2025-09-06')]
    """
    found: list[TimeWord] = []
    named = Named(published)
    year = year_of_history(text, blocks, published)
    for start, end in blocks:
        place = start
        stretches = list(RANGES.finditer(text, start, end))
        quoted = [match.span() for match in MARKED.finditer(text, start, end)]
        while match := FINDER.search(text, place, end):
            while stretches and stretches[0].start() < place:
                stretches.pop(0)
            if stretches and stretches[0].start() <= match.start():
                stretch = stretches.pop(0)
                word = word_of(text, stretch.span(), (start, end), published, named)
                if word.when is not None:
                    found.append(word)
                    place = stretch.end()
                    continue
            if is_name(text, match, end):
                place = match.end()
                continue
            span = reach(text, match.span(), (place, end), partial(is_read, published=published))
            is_quoted = any(first < span[0] < last for first, last in quoted)
            is_of_speech = is_quoted and OF_SPEECH.fullmatch(text, *span) is not None
            word = word_of(text, span, (start, end), named.speech if is_of_speech else published, named)
            if year is not None:
                year = year_within(word.text) or year
                word = attrs.evolve(word, when=in_year(word.text, year) or word.when)
            word = one_of_two(word, found, published)
            found.append(word)
            place = max(span[1], match.end())
            named.keep(word, is_quoted=is_quoted, is_modifier=is_modifier(text, match, end))
    return tuple(
        one_of_two(without_day(word, text, found, is_history=year is not None), found, published) for word in found
    )


class Named:
    """The times that a text has named so far."""

    def __init__(self, published: EventDate | None) -> None:
        self.published = published
        self.day: EventDate | None = None
        self.near: EventDate | None = None
        self.told: EventDate | None = None

    def keep(self, word: TimeWord, *, is_quoted: bool, is_modifier: bool) -> None:
        """Keep a time word; in a quotation and before a noun it is not the day of the story."""
        if word.when is None:
            return
        if not is_modifier:
            self.near = word.when if word.when.earliest is not None else self.near
            if is_day(word.when) and not word.is_aside:
                self.day = word.when
                days = days_from(word.when, self.published)
                is_soon = not is_quoted and days is not None and 0 <= days <= SOON
                self.told = word.when if is_soon else self.told

    @property
    def speech(self) -> EventDate | None:
        """The day of somebody's words: the last day that was named, if it lies shortly before the publication."""
        return self.told if self.told is not None else self.published


def days_from(day: EventDate | None, other: EventDate | None) -> int | None:
    """Return how many days after a day another one is."""
    if day is None or other is None or day.earliest is None or other.earliest is None:
        return None
    return (other.earliest.to_date() - day.earliest.to_date()).days


def one_of_two(word: TimeWord, found: Sequence[TimeWord], published: EventDate | None) -> TimeWord:
    """Return "last Thursday" as the one of its two days that the text names elsewhere.

    If it names none, and the later day is most of a week ago, that is meant: nobody would call it by its name alone.
    """
    if word.when is None or (pair := TWO_DAYS.fullmatch(str(word.when))) is None:
        return word
    named = {str(other.when) for other in found} & set(pair.groups())
    if not named and (days_from(EventDate.parse(pair[2]), published) or 0) >= MOST_OF_A_WEEK:
        named = {pair[2]}
    return attrs.evolve(word, when=EventDate.parse(named.pop())) if len(named) == 1 else word


def without_day(word: TimeWord, text: str, found: Sequence[TimeWord], *, is_history: bool) -> TimeWord:
    """Return a time of day as one of the publication only if its sentence names no other time."""
    if HOUR.match(word.text) is None:
        return word
    beside_it = (
        text[min(word.end, other.end) : max(word.start, other.start)]
        for other in found
        if HOUR.match(other.text) is None
    )
    if is_history or any(re.search(r"[.?!]\s", between) is None for between in beside_it):
        return attrs.evolve(word, when=None, why=OTHER_DAY)
    return word


def is_day(when: EventDate | None) -> bool:
    """Whether a date is one day."""
    return when is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", str(when)) is not None


def word_of(
    text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None, named: Named
) -> TimeWord:
    """Return time words with their meaning, or with the reason why they have none."""
    start, end = span
    words = text[start:end]
    before = clause_before(text, block[0], start)
    if (why := without_period(words)) is not None:
        return TimeWord(start, end, words, None, why=why)
    until = UNTIL.match(words) if SHIFTED.search(before) is not None else None
    if until is not None:
        start, words = start + until.end(), words[until.end() :]
    day = named.day
    if SAME.fullmatch(words) and named.told is not None and (days_from(named.published, day) or 0) > 0:
        day = named.told if not looks_ahead(words, before, "") else day
    relative = beside(words.lower(), day, named.near, before, text[end : min(end + NEXT, block[1])])
    if relative is not None:
        return TimeWord(start, end, words, relative, is_aside=words.lower().endswith((" after", " before")))
    after = clause_after(text, end, block[1])
    ahead = until is not None or (
        UNDONE.search(before) is None and AGAIN.search(before) is None and looks_ahead(words, before, after)
    )
    if IN_SOME.fullmatch(words) and not ahead:
        return TimeWord(start, end, words, None, why="whether these words look ahead is not clear")
    if ahead and (when := future_in_past(words, before, named)) is not None:
        return TimeWord(start, end, words, when)
    is_past = ahead and is_over(words, published, sentence_after(text, end, block[1]))
    if is_month_of_noun(text, span, block[1]):
        ahead, is_past = ahead and is_nearer_ahead(words, published), False
    is_open = PLANS.search(text, max(block[0], start - NEAR_PLAN), start) or not BEHIND.search(f"{before} {after}")
    is_soon = not ahead and AGAIN.search(before) is None and bool(is_open) and is_nearer_ahead(words, published)
    word = dated((start, end, words), words, published, ahead=(ahead and not is_past) or is_soon)
    return attrs.evolve(word, limit=limit_of(word, published))


def without_period(words: str) -> str | None:
    """Return why some words name no period; `None` if they may name one."""
    if FROM_AN_EVENT.match(words) is not None:
        return OF_AN_EVENT
    is_vague = TODAYS_CENTURY.fullmatch(words) or COMING_YEAR.fullmatch(words)
    return VAGUE if is_vague is not None else None


def limit_of(word: TimeWord, published: EventDate | None) -> TimeWord | None:
    """Return the time that "by Friday" names; `None` for other words, and for those without a date."""
    if word.when is None or (by := BY.match(word.text)) is None:
        return None
    rest = word.text[by.end() :]
    for direction in DIRECTIONS:
        try:
            when = resolve(rest, published, direction=direction)
        except DiploEventsError:
            continue
        if when.latest is not None and when.latest == word.when.latest:
            day = EventDate.parse(str(when.latest)) if END_OF.match(rest) is not None else when
            return TimeWord(word.start + by.end(), word.end, rest, day)
    return None


def future_in_past(words: str, before: str, named: Named) -> EventDate | None:
    """Return the day that was to come on the last day of the story, and is over: "agreed it would open on Sunday"."""
    would, other = before.rfind("would "), max((m.start() for m in AHEAD.finditer(before)), default=-1)
    told = named.told
    if would < 0 or would < other or told is None or WEEKDAY.fullmatch(words) is None:
        return None
    when = resolve(words, told, direction="future")
    days = days_from(when, named.published)
    return when if days is not None and days > 0 and str(when) != str(told) else None


def dated(found: tuple[int, int, str], words: str, published: EventDate | None, *, ahead: bool) -> TimeWord:
    """Return time words with what some English ones mean, on the side where they look or else on the other."""
    why = ""
    for direction in DIRECTIONS[::-1] if ahead else DIRECTIONS:
        try:
            when = resolve(words, published, direction=direction)
        except DiploEventsError as error:
            why = why or str(error)
            continue
        return TimeWord(*found, when, is_ahead=direction == "future" and is_later(when, published))
    return TimeWord(*found, None, why=why)
