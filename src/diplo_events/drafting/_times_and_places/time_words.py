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
    DATE,
    DAY_NAME,
    DEADLINE,
    MONTH,
    NUMBER,
    PLANS,
    SHIFTED,
    UNDONE,
    UNTIL,
    WHOLE_STRETCH,
)
from diplo_events.drafting._times_and_places.time_reach import reach
from diplo_events.drafting._times_and_places.time_search import Beginnings
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
from diplo_events.drafting._times_and_places.time_years import is_counted_stretch
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

SAID_ON: Final = re.compile(
    r"[^.;:?!“\"]{0,60}?\b(?:said|told|wrote|tweeted|posted|declared|warned|added|announced|stated|insisted|vowed|argued)\b"
    rf"(?P<between>[^.;:?!“\",]{{0,50}}?)\b(?P<day>(?:last )?{DAY_NAME}|{DATE}|yesterday|today)\b"
)
OTHERWISE: Final = re.compile(r"\b(?:that|of|about|after|before|since|by|until|would|will|if|when|for)\b")
"""Between a verb of saying and a day, these begin something else."""

SOON: Final = 7
"""How many days before the publication the words of a quotation were said, if the text has told of an earlier day."""

WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
SAME: Final = re.compile(
    r"(?:[Ll]ater |[Ee]arlier |[Oo]n )?(?:[Tt]he same|[Tt]hat(?: same)?) (?:day|morning|afternoon|evening|night)"
)
"""Of a sentence about the past, these are the last day of the story, and not a day to come that was named since."""

IN_THE_DAY: Final = re.compile(r"(?:[Ee]arlier|[Ll]ater) in the (?:day|morning|afternoon|evening)")
"""These are of the last day of the story, too."""

MOST_OF_A_WEEK: Final = 5
TWO_DAYS: Final = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
MONTHS: Final = re.compile(r"\[(?:\d{4}-\d\d,(?P<later>\d{4}-\d\d)|[\d-]+\.\.[\d-]+,(?P<part>[\d-]+\.\.[\d-]+))\]")
"""The same month of two years, or the same part of it."""
THIS_DAY: Final = re.compile(rf"[Tt]his {DAY_NAME}")
LAST: Final = re.compile(rf"(?:[Ee]arly |[Ll]ate |[Mm]id-|[Ii]n )*[Ll]ast {MONTH}")
IN_SOME: Final = re.compile(rf"[Ii]n {NUMBER} [a-z]+")
"""Words that are of a time only where they look ahead: "in two weeks", but not "the first in two weeks"."""

IN_THE_LAST: Final = re.compile(r"[Ii]n the (?=(?:last|past) )")
NEVER: Final = re.compile(r"\b(?:not|never|no (?:longer|one)|nobody|none)\b|n['’]t\b")
"""What has not been "in the past week" has not been in all of it."""

CHANGED: Final = re.compile(
    r"\b(?:has|have|had|['’]s|['’]ve)(?: [a-z]+ly| also| more than| almost| nearly)?"
    r" (?:increased|grown|doubled|trebled|tripled|quadrupled|risen|fallen|declined|improved|deteriorated|expanded"
    r"|dropped|shrunk|worsened|soared|surged|halved|intensified|strengthened|weakened|developed|evolved|changed|deepened"
    r"|been \w+ing)\b[^;]*$"
)
"""What "has grown in the last ten years" did so in all of them."""

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
        beginnings = Beginnings(text, start, end)
        stretches = beginnings.stretches
        quoted = [match.span() for match in MARKED.finditer(text, start, end)]
        while match := beginnings.next(place):
            while stretches and stretches[0].start() < place:
                stretches.pop(0)
            if stretches and stretches[0].start() <= match.start():
                stretch = stretches.pop(0)
                if is_counted_stretch(text, stretch, end):
                    place = stretch.end()
                    continue
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
            anchor = said_on(text, span[0], quoted, end, published) or named.speech if is_of_speech else published
            word = word_of(text, span, (start, end), anchor, named)
            if year is not None:
                year = year_within(word.text) or year
                word = attrs.evolve(word, when=in_year(word.text, year) or word.when)
            word = one_of_two(word, found, published)
            found.append(word)
            place = max(span[1], match.end())
            named.keep(word, is_quoted=is_quoted, is_modifier=is_modifier(text, match, end))
    return tuple(
        one_of_two(without_day(word, text, found, published, is_history=year is not None), found, published)
        for word in found
    )


class Named:
    """The times that a text has named so far."""

    def __init__(self, published: EventDate | None) -> None:
        self.published = published
        self.day: EventDate | None = None
        self.near: EventDate | None = None
        self.told: EventDate | None = None
        self.last: EventDate | None = None

    def keep(self, word: TimeWord, *, is_quoted: bool, is_modifier: bool) -> None:
        """Keep a time word; in a quotation and before a noun it is not the day of the story."""
        if word.when is None:
            return
        day = day_of(word.when) if not word.is_aside else None
        self.last = day or self.last
        if not is_modifier:
            self.near = word.when if word.when.earliest is not None else self.near
            if day is not None:
                self.day = day
                days = days_from(day, self.published)
                is_soon = not is_quoted and days is not None and 0 <= days <= SOON
                self.told = day if is_soon else self.told

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
    """Return "last Thursday" as the one of its two days that the text names elsewhere, and "last August" as the latest.

    If it names none, and the later day is most of a week ago, that is meant: nobody would call it by its name alone.
    """
    if word.when is not None and (pair := MONTHS.fullmatch(str(word.when))) is not None and LAST.match(word.text):
        return attrs.evolve(word, when=EventDate.parse(pair["later"] or f"[{pair['part']}]"))
    if word.when is None or (pair := TWO_DAYS.fullmatch(str(word.when))) is None:
        return word
    named = {str(other.when) for other in found} & set(pair.groups())
    if not named and (days_from(EventDate.parse(pair[2]), published) or 0) >= MOST_OF_A_WEEK:
        named = {pair[2]}
    return attrs.evolve(word, when=EventDate.parse(named.pop())) if len(named) == 1 else word


def without_day(
    word: TimeWord, text: str, found: Sequence[TimeWord], published: EventDate | None, *, is_history: bool
) -> TimeWord:
    """Return a time of day as one of the publication only if its sentence names no other time."""
    is_hour = HOUR.match(word.text) is not None
    if not is_hour and word.text not in {"overnight", "Overnight"}:
        return word
    beside_it = (
        text[min(word.end, other.end) : max(word.start, other.start)]
        for other in found
        if HOUR.match(other.text) is None and (is_hour or other.when not in {None, word.when, published})
    )
    if is_history or any(re.search(r"[.?!]\s", between) is None for between in beside_it):
        return attrs.evolve(word, when=None, why=OTHER_DAY)
    return word


def said_on(
    text: str, place: int, quoted: Sequence[tuple[int, int]], end: int, published: EventDate | None
) -> EventDate | None:
    """Return the day on which a quotation was said, if the words behind it name one: "…", he said on Monday."""
    after = next((last for first, last in quoted if first < place < last), end)
    said = SAID_ON.match(text, after, end)
    if said is None or OTHERWISE.search(said["between"]) is not None:
        return None
    try:
        return day_of(resolve(said["day"], published))
    except DiploEventsError:
        return None


def day_of(when: EventDate | None) -> EventDate | None:
    """Return the day of a date that is one, or a time of one."""
    day = str(when).partition("T")[0]
    return EventDate.parse(day) if when is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", day) is not None else None


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
    is_shifted = SHIFTED.search(before) is not None
    until = UNTIL.match(words) if is_shifted or DEADLINE.search(before) is not None else None
    if until is not None:
        start, words = start + until.end(), words[until.end() :]
    found = (start, end, words)
    if (why := without_period(words)) is not None:
        return TimeWord(*found, None, why=why)
    if (of_story := word_of_story(found, before, text[end : min(end + NEXT, block[1])], named)) is not None:
        return of_story
    after = clause_after(text, end, block[1])
    was_over = UNDONE.search(before) is not None or AGAIN.search(before) is not None
    ahead = (until is not None and is_shifted) or (not was_over and looks_ahead(text[slice(*span)], before, after))
    if IN_SOME.fullmatch(words) and not ahead:
        return TimeWord(*found, None, why="whether these words look ahead is not clear")
    if ahead and (when := future_in_past(words, before, named)) is not None:
        return TimeWord(*found, when)
    lasts = NEVER.search(before) is not None or CHANGED.search(before) is not None
    if lasts and IN_THE_LAST.match(words) is not None:
        return dated(found, IN_THE_LAST.sub("over the ", words), published, ahead=False)
    ahead = is_to_come(text, (start, end), block, published, ahead=ahead)
    word = dated(found, WHOLE_STRETCH.sub("over the ", words), published, ahead=ahead)
    if ahead and THIS_DAY.match(words) is not None and not word.is_ahead:
        word = dated(found, words[len("this ") :], published, ahead=True)
    return attrs.evolve(word, limit=limit_of(word, published))


def word_of_story(found: tuple[int, int, str], before: str, after: str, named: Named) -> TimeWord | None:
    """Return time words that count from a day of the story; `None` for others."""
    words, day = found[2], named.day
    if SAME.fullmatch(words) is not None:
        day = named.last
        if named.told is not None and (days_from(named.published, day) or 0) > 0:
            day = day if looks_ahead(words, before, "") else named.told
    if IN_THE_DAY.fullmatch(words) is not None and named.told is not None:
        return TimeWord(*found, named.told)
    when = beside(words.lower(), day, named.near, before, after)
    is_aside = words.lower().endswith((" after", " before"))
    return TimeWord(*found, when, is_aside=is_aside) if when is not None else None


def is_to_come(
    text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None, *, ahead: bool
) -> bool:
    """Whether time words are after the publication, given whether their clause looks ahead."""
    words, before = text[slice(*span)], clause_before(text, block[0], span[0])
    if is_month_of_noun(text, span, block[1]):
        ahead = ahead and is_nearer_ahead(words, published)
    elif ahead and is_over(words, published, sentence_after(text, span[1], block[1])):
        ahead = False
    if ahead or AGAIN.search(before) is not None:
        return ahead
    is_plan = PLANS.search(text, max(block[0], span[0] - NEAR_PLAN), span[0]) is not None
    is_open = is_plan or BEHIND.search(f"{before} {clause_after(text, span[1], block[1])}") is None
    return is_open and is_nearer_ahead(words, published)


def without_period(words: str) -> str | None:
    """Return why some words name no period; `None` if they may name one."""
    if FROM_AN_EVENT.match(words) is not None:
        return OF_AN_EVENT
    is_vague = TODAYS_CENTURY.fullmatch(words) or COMING_YEAR.fullmatch(words)
    return VAGUE if is_vague is not None else None


def limit_of(word: TimeWord, published: EventDate | None) -> TimeWord | None:
    """Return the time that "by Friday" names, and the day of "until Friday"; `None` for others, and without a date."""
    by, until = BY.match(word.text), UNTIL.match(word.text)
    limit = by or until
    if word.when is None or limit is None:
        return None
    rest = word.text[limit.end() :]
    for direction in DIRECTIONS:
        try:
            when = resolve(rest, published, direction=direction)
        except DiploEventsError:
            continue
        if when.latest is not None and when.latest == word.when.latest and (by is not None or is_day(when)):
            day = EventDate.parse(str(when.latest)) if END_OF.match(rest) is not None else when
            return TimeWord(word.start + limit.end(), word.end, rest, day)
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
