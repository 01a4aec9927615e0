"""Dates compared with the sources' own time words: no record has a date that its source does not support."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from diplo_events._texts.display import quoted
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import DiploEventsError, Problem
from diplo_events.lookup import publisher_of
from diplo_events.model import OPEN, Action, Actor, EventRecord, Meeting, Source, Statement, Vote
from diplo_events.referents import referent_id
from diplo_events.vocab import ActionStatus, ActorKind, Aspect, MeetingStatus

__all__ = ["time_word_problems"]

NOT_YET: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL})
"""The aspects of what may come after the text that reports it."""

BY_NOW: Final = frozenset({MeetingStatus.ONGOING, MeetingStatus.HELD, MeetingStatus.DENIED})
"""The statuses of a meeting that has begun, or is said not to have been held."""

DIRECTIONS: Final[tuple[Direction, ...]] = ("past", "future")

NOTE_HINT: Final = "correct it, or name it in the note and say why it is so"


def time_word_problems(dataset: Dataset) -> Iterator[Problem]:
    """Compare each date of an event record with the time words beside it and its source's date of publication.

    A date with time words must be what `dates.relative.resolve` returns for them, looking back or ahead; it may have
    a time of that day. A date without them must be the date of publication, or that of a record of the same source
    which it restates or with which it shares its `canonical_id`. Anything else needs a note that names what it
    explains: the date as written in `when` or, without a date, the time words. The date of a record without time words
    and without a passage is not checked, because no text supports it. A text that bears a date of its own, `dated`,
    counts from that day and not from its publication: the telegram of 1940, not the edition of 1975.

    A statement, and a meeting that was held or is said not to have been, cannot come after the text that reports
    them, and their words look back, unless the record has the aspect `future` or `hypothetical`. What an outlet says
    of an event has the event's time words and its date, which may be still to come.

    No program can check that a date without time words is the right one of those that these rules allow.

    Examples:
        >>> import diplo_events
        >>> list(time_word_problems(diplo_events.load_example()))
        []
    """
    known: dict[tuple[str, str], set[EventDate | None]] = defaultdict(set)
    for record in dataset.records:
        if isinstance(record, EventRecord) and (record.when_as_reported or explained(record)):
            known[record.source, f"record {record.id}"].add(record.when)
            known[record.source, f"thing {referent_id(dataset, record)}"].add(record.when)
    for record in dataset.records:
        if not isinstance(record, EventRecord) or explained(record):
            continue
        source = dataset.get(record.source)
        if not isinstance(source, Source):  # it is kept elsewhere
            continue
        published = source.dated or source.published
        over = is_over(dataset, record)
        if over and is_later(record.when, published):
            expected = f"a date up to the publication on {published}, because the text reports it as over"
            yield Problem(path=f"{record.id}.when", expected=expected, found=str(record.when), hint=NOTE_HINT)
        elif record.when_as_reported is not None:
            yield from worded_problems(record, record.when_as_reported, published, over=over)
        elif record.when is not None and record.spans:
            fuller = known[record.source, f"record {record.restates}"]
            same = known[record.source, f"thing {referent_id(dataset, record)}"]
            if record.when in {published, published and day_of(published)} | fuller | same:
                continue
            expected = "the date of publication, or that of a fuller record, where the source has no time words"
            yield Problem(path=f"{record.id}.when", expected=expected, found=str(record.when), hint=NOTE_HINT)


def is_over(dataset: Dataset, record: EventRecord) -> bool:
    """Whether a record reports what cannot come after the text: words that were said, a meeting held or denied."""
    if record.aspects & NOT_YET:
        return False
    match record:
        case Statement(speakers=speakers, source=source):
            return speakers is not OPEN and not all(
                key == publisher_of(dataset, source) or is_outlet(dataset, key) for key in speakers
            )
        case Action(status=status):
            return status is ActionStatus.DONE
        case Vote():
            return True
        case Meeting(status=status):
            return status in BY_NOW
        case _:
            return False


def is_outlet(dataset: Dataset, key: str) -> bool:
    """Whether an actor is a newspaper, an agency or another medium."""
    actor = dataset.get(key)
    return isinstance(actor, Actor) and actor.kind is ActorKind.MEDIA


def is_later(when: EventDate | None, published: EventDate | None) -> bool:
    """Whether a date is certainly after the publication, both as written."""
    if when is None or published is None:
        return False
    return published.limits(unqualified=True).before(when.limits(unqualified=True)) is True


def explained(record: EventRecord) -> bool:
    """Whether the note of a record names its date or, if it has none, its time words.

    >>> import diplo_events
    >>> talks = diplo_events.load_example()["kurdistan24-intervention/m02"]
    >>> talks.when, explained(talks)
    (EventDate.parse('2025-09-03%'), True)
    """
    if record.when is None:
        return record.when_as_reported is not None and record.when_as_reported in (record.note or "")
    alone = rf"(?<![\w\[{{,./?~%-]){re.escape(str(record.when))}(?![\w\]}}/?~%+-]|,\S|\.\.)"  # not a part of another
    return bool(re.search(alone, record.note or ""))


def worded_problems(record: EventRecord, words: str, published: EventDate | None, *, over: bool) -> Iterator[Problem]:
    """Compare a date with its time words, of which those of something that is over look back."""
    readings: set[EventDate] = set()
    refusals: list[str] = []
    for direction in DIRECTIONS[: 1 if over else 2]:
        try:
            reading = resolve(words, published, direction=direction)
        except DiploEventsError as error:
            refusals.append(str(error))
        else:
            if over and is_later(reading, published):
                refusals.append(f"{quoted(words)} is after the publication on {published}")
            else:
                readings.add(reading)
    if record.when is None and not readings:
        return
    if record.when is not None and any(follows(record.when, reading) for reading in readings):
        return
    expected = " or ".join(sorted(map(str, readings))) if readings else f"no date ({refusals[0]})"
    found = str(record.when) if record.when else "no date"
    yield Problem(path=f"{record.id}.when", expected=f"{expected} for {quoted(words)}", found=found, hint=NOTE_HINT)


def follows(when: EventDate, reading: EventDate) -> bool:
    """Whether a date is what time words mean: the same, that day without its time, or a time of that day.

    >>> today, five = EventDate.parse("2025-09-04"), EventDate.parse("2025-09-04T17:00:00")
    >>> follows(EventDate.parse("2025-09-04T17:00:00+03:00"), today), follows(today, five)
    (True, True)
    >>> follows(EventDate.parse("2025-09-04T18:00:00+03:00"), five)
    False
    """
    time, meant = time_of_day(when), time_of_day(reading)
    if not time and not meant:
        return when == reading
    return day_of(when) == day_of(reading) and (not time or not meant or time.startswith(meant))


def time_of_day(date: EventDate) -> str:
    """Return the time of a date-time with its offset; empty if there is none."""
    return str(date).partition("T")[2]


def day_of(date: EventDate) -> EventDate:
    """Return a date-time without its time, and any other date as it is."""
    return EventDate.parse(str(date).partition("T")[0])
