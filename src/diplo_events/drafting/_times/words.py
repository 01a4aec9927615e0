"""The time words of a text, found and resolved: relative to the publication, or to a day that was named before."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import Final

import attrs

from diplo_events._internal.texts.calendar_names import WEEKDAY
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.beside import beside
from diplo_events.drafting._times.dating import BETWEEN, dated, window
from diplo_events.drafting._times.events import day_beside_event
from diplo_events.drafting._times.famed import famed_day
from diplo_events.drafting._times.histories import Narrative
from diplo_events.drafting._times.hours import HOUR, OTHER_DAY, SMALL_HOURS, hour_on, is_gloss, is_repeated, without_day
from diplo_events.drafting._times.lasting import as_whole
from diplo_events.drafting._times.named_again import as_before, is_called, with_called, with_year_of
from diplo_events.drafting._times.names import is_modifier, is_name
from diplo_events.drafting._times.numbers import NUMBERED, Numbers
from diplo_events.drafting._times.order import rewritten
from diplo_events.drafting._times.parts import with_parts
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH, NUMBER, OF_THE_DAY
from diplo_events.drafting._times.reach import reach
from diplo_events.drafting._times.search import Beginnings
from diplo_events.drafting._times.sides import (
    MARKED,
    clause_after,
    clause_before,
    is_later,
    is_read,
    looks_ahead,
)
from diplo_events.drafting._times.signs import AGAIN, AHEAD, BEHIND, DEADLINE, NEW_DAY, SHIFTED, UNDONE, UNTIL
from diplo_events.drafting._times.slips import corrected
from diplo_events.drafting._times.story import OF_SPEECH, Named
from diplo_events.drafting._times.stretches import as_stretch
from diplo_events.drafting._times.to_come import is_to_come
from diplo_events.drafting._times.word import TimeWord, day_of, days_from, is_day
from diplo_events.drafting._times.years import is_counted_stretch

__all__ = ["TimeWord", "time_words"]


NEXT: Final = 30
"""How many characters behind time words show from what they count."""

BY_DAY: Final = re.compile(r"(?:[Bb]y|[Uu]ntil|[Bb]efore) ")
SAME: Final = re.compile(
    r"(?:[Ll]ater |[Ee]arlier |[Oo]n )?(?:[Tt]he same|[Tt]hat(?: same)?) (?:day|morning|afternoon|evening|night)"
)
"""Of a sentence about the past, these are the last day of the story, and not a day to come that was named since."""

IS_NEXT_DAY: Final = re.compile(r"[Tt]he (?:following|next) day")
"""Of a plan, this is tomorrow, if the text has told of no day before."""

OWNED: Final = re.compile(r"[Yy]esterday")
"""Before an owned noun, this is of another event than that of the sentence: "yesterday's vote"."""

IN_THE_DAY: Final = re.compile(
    r"(?:[Ee]arlier|[Ll]ater) in the (?:day|morning|afternoon|evening)|[Aa]t the end of the day"
)
"""These are of the last day of the story, too."""

TODAY: Final = re.compile(r"[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Yy]esterday|[Tt]omorrow")
NEAR_TODAY: Final = 7
"""How many days before the publication a text was written that names its own day."""

MOST_OF_A_WEEK: Final = 5
TWO_DAYS: Final = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
MONTHS: Final = re.compile(r"\[(?:\d{4}-\d\d,(?P<later>\d{4}-\d\d)|[\d-]+\.\.[\d-]+,(?P<part>[\d-]+\.\.[\d-]+))\]")
"""The same month of two years, or the same part of it."""
OF_THE: Final = re.compile(r"\b(?:of|in) the (?=(?:week|month|year|decade|century)$)")
"""Of what is past, the end or the last week of a year that is still to come is that of the year before."""

THIS_DAY: Final = re.compile(rf"[Tt]his {DAY_NAME}")
LAST: Final = re.compile(rf"(?:[Ee]arly |[Ll]ate |[Mm]id-|[Ii]n )*[Ll]ast {MONTH}")
IN_SOME: Final = re.compile(rf"[Ii]n {NUMBER}(?: (?:or|to) {NUMBER})? [a-z]+")
"""Words that are of a time only where they look ahead: "in two weeks", but not "the first in two weeks"."""

FROM: Final = re.compile(r"[Ff]rom ")
"""What was moved "from Monday to Friday" has two days, and no stretch."""

FROM_AN_EVENT: Final = re.compile(r"[Ww]ithin (?!the |this |these )")
OF_AN_EVENT: Final = "these words do not say from when they count"
"""What happens "within 48 hours" does so from an event on, and not from the publication."""

OPENED: Final = re.compile(r"(?:(?<=[\s(])|^)[“\"](?=[\w‘'])")
HAD: Final = re.compile(r"\bhad (?:\w+ )?\w+(?:ed|en|et|n|t|d|k|ne)\b")
"""What had been done lies before the day of the story."""

PART_OF_DAY: Final = re.compile(OF_THE_DAY)
OF_NOUN: Final = re.compile(r"\b(?:which|who|whose)\b[^,;:]*$")
"""Behind these a clause tells of a noun, and not on in the story."""

APPOSED: Final = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{MONTH}|{DAY_NAME}|[Tt]oday|[Yy]esterday|[Tt]omorrow), $")
"""Behind a day of its own, "two weeks before the vote" dates the vote, which lies elsewhere."""

VAGUE: Final = "these words name the present, and no period"
TODAYS_CENTURY: Final = re.compile(r"(?:[Ii]n |[Ff]or )?(?:[Tt]he )?(?:21st|[Tt]wenty-first) century")
COMING_YEAR: Final = re.compile(r"(?:[Ii]n|[Oo]ver|[Dd]uring) the coming (?:year|decade|century)")


def time_words(
    text: str,
    blocks: Sequence[tuple[int, int]],
    published: EventDate | None,
    *,
    written: EventDate | None = None,
) -> tuple[TimeWord, ...]:
    """Return the time words in some passages, in their order, each with its meaning.

    What looks ahead is decided by the verb beside it ("will meet on Monday"). "The next day" and "two days earlier"
    count from the last day that was named before.

    >>> words = time_words("They met on Friday. The next day he left.", [(0, 41)], EventDate.parse("2025-09-10"))
    >>> [(word.text, str(word.when)) for word in words]
    [('Friday', '2025-09-05'), ('The next day', '2025-09-06')]
    """
    if (changed := corrected(text, blocks)) is not None:
        spelt = [(changed.there(start), changed.there(end)) for start, end in blocks]
        return tuple(changed.back(word) for word in time_words_in(changed.text, spelt, published, written=written))
    return time_words_in(text, blocks, published, written=written)


def time_words_in(
    text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None, *, written: EventDate | None
) -> tuple[TimeWord, ...]:
    """Return the time words of a text without slips in the names of its days and months."""
    found: list[TimeWord] = []
    named = Named(published, Numbers(text, blocks, published))
    story = Narrative(text, blocks, published)
    for start, end in blocks:
        place = start
        story.leave()
        beginnings = Beginnings(text, start, end)
        stretches = [stretch for stretch in beginnings.stretches if not is_counted_stretch(text, stretch, end)]
        quoted = quotations(text, start, end)
        while match := beginnings.next(place):
            while stretches and stretches[0].start() < place:
                stretches.pop(0)
            if stretches and stretches[0].start() <= match.start():
                stretch = stretches.pop(0)
                word = word_of(text, stretch.span(), (start, end), published, named)
                is_moved = FROM.match(stretch[0]) is not None and SHIFTED.search(
                    clause_before(text, start, stretch.start())
                )
                if word.when is not None and not is_moved:
                    when = story.date(word, (start, end), quoted)
                    found.append(attrs.evolve(word, when=when or word.when))
                    place = stretch.end()
                    continue
            if is_name(text, match, end):
                place = match.end()
                continue
            span = reach(text, match.span(), (place, end), partial(is_read, published=published))
            is_quoted = any(first < span[0] < last for first, last in quoted)
            is_of_speech = is_quoted and OF_SPEECH.fullmatch(text, *span) is not None
            anchor = (written or published) if TODAY.match(text, *span) is not None else published
            anchor = named.speech(text, span[0], end, quoted, found) if is_of_speech else anchor
            known = known_day(text, span, found, named)
            word = known or word_of(text, span, (start, end), anchor, named)
            if is_repeated(text, word, found):
                place = max(span[1], match.end())
                continue
            if (when := story.date(word, (start, end), quoted)) is not None:
                word = redated(word, when)
            word = one_of_two(word, found, published)
            found.append(word)
            place = max(span[1], match.end())
            if not is_called(text, word) and not is_gloss(text, word, found[:-1]):
                is_aside = is_quoted or is_told_aside(text, word, found)
                had = HAD.search(clause_before(text, start, word.start)) is not None
                is_owner = OWNED.fullmatch(word.text) is not None and text.startswith(("'s", "’s"), word.end)
                is_of_noun = is_owner or is_modifier(text, match, end)
                named.keep(word, is_quoted=is_aside, is_modifier=is_of_noun, is_before=had)
    found = [
        as_named_beside(text, with_year_of(text, word, after), after) for word, after in zip_longest(found, found[1:])
    ]
    found = [as_stretch(as_before(word, found, published)) for word in with_called(text, found)]
    return tuple(
        one_of_two(without_day(word, text, found, published, is_history=story.is_history), found, published)
        for word in found
    )


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where words in quotation marks stand in a passage; those that go on in the next one reach to its end."""
    spans = [match.span() for match in MARKED.finditer(text, start, end)]
    beyond = spans[-1][1] if spans else start
    opened = OPENED.search(text, beyond, end)
    return [*spans, (opened.start(), end)] if opened is not None else spans


def as_named_beside(text: str, word: TimeWord, after: TimeWord | None) -> TimeWord:
    """Return "today" as the day that is named directly behind it: "today (Tuesday)", "today, May 13"."""
    if after is None or TODAY.fullmatch(word.text) is None or not is_day(after.when):
        return word
    between, behind = text[word.end : after.start], text[after.end : after.end + 1]
    is_named = (between == " (" and behind == ")") or (between in {", ", ", on "} and behind in {",", "."})
    days = days_from(after.when, word.when)
    is_near = days is not None and abs(days) < NEAR_TODAY
    return attrs.evolve(word, when=after.when, is_ahead=after.is_ahead) if is_named and is_near else word


def known_day(text: str, span: tuple[int, int], found: Sequence[TimeWord], named: Named) -> TimeWord | None:
    """Return words for a day that need no verb beside them: counted from an event, famed, or a date of numbers."""
    words = text[slice(*span)]
    if NUMBERED.fullmatch(words) is not None:
        when, why = named.numbers.read(words)
        return TimeWord(*span, words, when, why=why)
    day = day_beside_event(text, span, found, named.published) or famed_day(text, span, named.published)
    return TimeWord(*span, words, day) if day is not None else None


def redated(word: TimeWord, when: EventDate) -> TimeWord:
    """Return time words of a year that is past with their meaning in it."""
    word = attrs.evolve(word, when=when, is_ahead=False)
    return (
        with_parts(word, EventDate.parse(f"{when.latest.year:04}-12-31"))
        if when.latest is not None
        else attrs.evolve(word, limit=None, parts=())
    )


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


def is_told_aside(text: str, word: TimeWord, found: Sequence[TimeWord]) -> bool:
    """Whether time words are of a clause about a noun, in a sentence that has named its own day before."""
    clause = clause_before(text, 0, word.start)
    begin = word.start - len(clause)
    has_day = any(begin <= other.start < word.start and day_of(other.when) is not None for other in found)
    return has_day and OF_NOUN.search(clause) is not None


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
    is_undone = UNDONE.search(before) is not None and NEW_DAY.search(before) is None
    was_over = is_undone or AGAIN.search(before) is not None
    ahead = (until is not None and is_shifted) or (not was_over and looks_ahead(text[slice(*span)], before, after))
    if IN_SOME.fullmatch(words) and not ahead:
        return TimeWord(*found, None, why="whether these words look ahead is not clear")
    if ahead and (when := future_in_past(words, before, named)) is not None:
        return with_parts(TimeWord(*found, when), named.told)
    if (whole := as_whole(words, before, after)) is not None:
        return dated(found, whole, published, ahead=False)
    ahead = is_to_come(text, (start, end), block, published, ahead=ahead)
    words = rewritten(words, published, is_over=not ahead and BEHIND.search(f"{before} {after}") is not None)
    word = as_meant(dated(found, words, published, ahead=ahead), words, published, ahead=ahead)
    day = named.weekday(words) if not ahead else None
    return with_parts(word if day is None else attrs.evolve(word, when=day), published)


def as_meant(word: TimeWord, words: str, published: EventDate | None, *, ahead: bool) -> TimeWord:
    """Return time words with the side on which parts of a period, a stretch and "this Friday" lie."""
    found = (word.start, word.end, word.text)
    if not ahead and word.when is not None and is_later(word.when, published) and OF_THE.search(words) is not None:
        word = dated(found, OF_THE.sub("of last ", words), published, ahead=False)
    if BETWEEN.match(words) is not None and word.when is not None:
        word = attrs.evolve(word, when=window(words, published, ahead=ahead) or word.when)
    if ahead and THIS_DAY.match(words) is not None and not word.is_ahead:
        word = dated(found, words[len("this ") :], published, ahead=True)
    return word


def word_of_story(found: tuple[int, int, str], before: str, after: str, named: Named) -> TimeWord | None:
    """Return time words that count from a day of the story; `None` for others."""
    words, day = found[2], named.day
    if PART_OF_DAY.fullmatch(words) is not None:
        return TimeWord(*found, named.only, why="" if named.only is not None else OTHER_DAY)
    if HOUR.match(words) is not None:
        day, is_open = named.of_hour(is_small=SMALL_HOURS.search(words) is not None)
        return TimeWord(*found, None, why=OTHER_DAY) if is_open else hour_on(TimeWord(*found, None), day)
    if SAME.fullmatch(words) is not None:
        day = named.last
        if named.told is not None and (days_from(named.published, day) or 0) > 0:
            day = day if looks_ahead(words, before, "") else named.told
    if IN_THE_DAY.fullmatch(words) is not None and named.told is not None:
        return TimeWord(*found, named.told)
    if APPOSED.search(before) is not None and words.endswith(" before") and after[:1] == " ":
        return TimeWord(*found, None, why=OF_AN_EVENT)
    if named.last is None and IS_NEXT_DAY.fullmatch(words) is not None and looks_ahead(words, before, ""):
        day = named.published
    when = beside(words.lower(), day, named.near, before, after)
    is_aside = words.lower().endswith((" after", " before"))
    return TimeWord(*found, when, is_aside=is_aside) if when is not None else None


def without_period(words: str) -> str | None:
    """Return why some words name no period; `None` if they may name one."""
    if FROM_AN_EVENT.match(words) is not None:
        return OF_AN_EVENT
    is_vague = TODAYS_CENTURY.fullmatch(words) or COMING_YEAR.fullmatch(words)
    return VAGUE if is_vague is not None else None


def future_in_past(words: str, before: str, named: Named) -> EventDate | None:
    """Return the day that was to come on the last day of the story, and is over: "agreed it would open on Sunday"."""
    would, other = before.rfind("would "), max((m.start() for m in AHEAD.finditer(before)), default=-1)
    told, limit = named.told, BY_DAY.match(words)
    day = words[limit.end() :] if limit is not None else words
    if would < 0 or would < other or told is None or re.fullmatch(WEEKDAY, day) is None:
        return None
    when = resolve(day, told, direction="future")
    days = days_from(when, named.published)
    if days is None or days <= 0 or str(when) == str(told):
        return None
    return resolve(words, told, direction="future")
