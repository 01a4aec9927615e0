"""The time words of a text, found and resolved: relative to the publication, or to a day that was named before."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.drafting._times_and_places.time_beside import beside
from diplo_events.drafting._times_and_places.time_histories import in_year, year_of_history, year_within
from diplo_events.drafting._times_and_places.time_names import is_modifier, is_month_of_noun, is_name
from diplo_events.drafting._times_and_places.time_patterns import (
    AGAIN,
    AHEAD,
    AHEAD_AFTER,
    ANNOUNCED,
    BEHIND,
    FINDER,
    HEADLINE,
    MOVED,
    NUMBER,
    PLANNED,
    PLANS,
    PLURAL,
    PRESENT,
    RANGES,
    SHIFTED,
    UNDONE,
    UNTIL,
    UNTIL_PAST,
)
from diplo_events.drafting._times_and_places.time_reach import reach
from diplo_events.errors import DiploEventsError

__all__ = ["TimeWord", "time_words"]

LONG: Final = 240
SHORT: Final = 60
"""How many days lie between the publication and a month that was meant, or was not."""

NEAR_PLAN: Final = 90
"""How many characters before a day the word of a plan stands."""

LONGEST: Final = 2000
"""How many characters before and after time words are read for the clause that they stand in."""

CONDITION: Final = re.compile(r"\b(?:if|unless|to (?!the\b|a\b|[A-Z])[a-z]+)\b(?!.*\bhad\b)")
"""Words behind which "by Friday" means one to come: "if no deal was found by Friday", "vowed to leave by Friday"."""

MARKED: Final = re.compile(r"“[^“”]*”|\"[^\"]*\"")
DIRECTIONS: Final[tuple[Direction, ...]] = ("past", "future")
CALLED: Final = re.compile(r"(?<=\bcalled) for(?=  )")
"""Before words in quotation marks, these are what somebody did: "called for “an end” to it on Friday"."""

HOUR: Final = re.compile(r"[Aa]t (?:\d|noon|midnight)(?!.*(?:day|\d{4}))")
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

TWO_DAYS: Final = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
PERFECT: Final = re.compile(r"\W*(?:[\w’'-]+ ){1,6}?had\b")
"""Behind "By Tuesday", this tells of what was over by then."""

IN_SOME: Final = re.compile(rf"[Ii]n {NUMBER} [a-z]+")
"""Words that are of a time only where they look ahead: "in two weeks", but not "the first in two weeks"."""

FROM_AN_EVENT: Final = re.compile(r"[Ww]ithin (?!the |this |these )")
OF_AN_EVENT: Final = "these words do not say from when they count"
"""What happens "within 48 hours" does so from an event on, and not from the publication."""

VAGUE: Final = "these words name the present, and no period"
TODAYS_CENTURY: Final = re.compile(r"(?:[Ii]n |[Ff]or )?(?:[Tt]he )?(?:21st|[Tt]wenty-first) century")
COMING_YEAR: Final = re.compile(r"(?:[Ii]n|[Oo]ver|[Dd]uring) the coming (?:year|decade|century)")

BY: Final = re.compile(r"[Bb]y (?!the end of the day)")
"""Before the day that a limit names."""

PASSIVE: Final = re.compile(r"\S+(?: (?:to|be|been|have|also|then|now|not|later|again|formally|probably|likely))*\s+")
"""A sign of what is to come, with what may stand between it and a form of the past: "would be held"."""


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
            word = one_of_two(word, found)
            found.append(word)
            place = max(span[1], match.end())
            named.keep(word, is_quoted=is_quoted, is_modifier=is_modifier(text, match, end))
    return tuple(one_of_two(without_day(word, text, found, is_history=year is not None), found) for word in found)


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


def one_of_two(word: TimeWord, found: Sequence[TimeWord]) -> TimeWord:
    """Return "last Thursday" as the one of its two days that the text names elsewhere."""
    if word.when is None or (pair := TWO_DAYS.fullmatch(str(word.when))) is None:
        return word
    named = {str(other.when) for other in found} & set(pair.groups())
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
        ahead, is_past = is_nearer_ahead(words, published), False
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
        if when.latest == word.when.latest:
            return TimeWord(word.start + by.end(), word.end, rest, when)
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


def is_read(words: str, published: EventDate | None) -> bool:
    """Whether some words mean a time on either side of the publication."""
    for direction in DIRECTIONS:
        try:
            resolve(words, published, direction=direction)
        except DiploEventsError:
            continue
        return True
    return False


def is_nearer_ahead(words: str, published: EventDate | None) -> bool:
    """Whether the next such day or month is soon, and the last one long ago."""
    days = days_between(words, published)
    return days is not None and days[0] > LONG and days[1] < 2 * SHORT


def days_between(words: str, published: EventDate | None) -> tuple[int, int] | None:
    """Return how many days lie between the publication and the last such time, and the next one."""
    if published is None:
        return None
    try:
        past, future = (resolve(words, published, direction=side) for side in DIRECTIONS)
    except DiploEventsError:
        return None
    day, last, first = published.earliest, past.latest, future.earliest
    if day is None or last is None or first is None:
        return None
    return (day.to_date() - last.to_date()).days, (first.to_date() - day.to_date()).days


def is_over(words: str, published: EventDate | None, after: str) -> bool:
    """Whether a month or a part of it, named before a verb of the past, is the last one: "set for June was put off"."""
    days = days_between(words, published) if BEHIND.search(after) is not None else None
    return days is not None and days[1] > LONG and days[0] < SHORT


def looks_ahead(words: str, before: str, after: str) -> bool:
    """Whether time words speak of what is to come: by the last verb before them, else by the one after them."""
    signs = [match.start() for match in AHEAD.finditer(before)]
    backs = [match.start() for match in BEHIND.finditer(before)]
    limit = words.split(maxsplit=1)[0].lower()
    if limit in {"by", "before", "prior"} and CONDITION.search(before) is not None:
        return True
    if HEADLINE.match(before) or PRESENT.search(before) or (not backs and PLURAL.search(before)):
        return True
    if limit in {"until", "till"} and (not signs or signs[-1] < before.rfind(",")):
        clause = before.rpartition(",")[2]
        return UNTIL_PAST.search(clause) is None or MOVED.search(clause) is not None
    if limit == "by" and not signs:
        return not backs and PERFECT.match(after) is None
    if signs:
        return not backs or signs[-1] >= backs[-1] or PASSIVE.fullmatch(before, signs[-1], backs[-1]) is not None
    return not backs and is_ahead_of(after)


def is_ahead_of(after: str) -> bool:
    """Whether the words behind a time speak of what is to come."""
    sign = AHEAD_AFTER.match(after)
    if sign is None:
        return PLANNED.match(after) is not None or ANNOUNCED.match(after) is not None
    return BEHIND.search(sign["between"]) is None


def is_later(when: EventDate, published: EventDate | None) -> bool:
    """Whether a date is after the publication."""
    return published is not None and published.limits(unqualified=True).before(when.limits(unqualified=True)) is True


def clause_before(text: str, start: int, place: int) -> str:
    """Return the words of the sentence before a place."""
    words = CALLED.sub("", MARKED.sub("", text[max(start, place - LONGEST) : place]))
    return re.split(r"[.;:?!“”\"]\s", words)[-1]


def clause_after(text: str, place: int, end: int) -> str:
    """Return the words of the clause after a place; a comma behind words that open a sentence does not end it."""
    after = text[place : min(end, place + LONGEST)]
    return re.split(r"[.;:?!,]", after.removeprefix(","), maxsplit=1)[0]


def sentence_after(text: str, place: int, end: int) -> str:
    """Return the words of the sentence after a place."""
    return re.split(r"[.?!]\s", text[place : min(end, place + LONGEST)], maxsplit=1)[0]
