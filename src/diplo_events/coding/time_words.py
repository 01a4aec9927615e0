"""Dates compared with the sources' own time words: no record has a date that its source does not support."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final, Literal, Self, TypeAlias

import attrs

from diplo_events._internal.texts.display import quoted
from diplo_events.coding.anchoring import Text
from diplo_events.coding.calendars import TimeWords, calendar_in, readings
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction
from diplo_events.errors import DiploEventsError, Problem
from diplo_events.formats.stored import is_stored
from diplo_events.lookup import publisher_of
from diplo_events.model import OPEN, Action, Actor, EventRecord, Meeting, Position, Source, Statement, Vote
from diplo_events.referents import referent_id
from diplo_events.schema import Record
from diplo_events.vocab import ActionStatus, ActorKind, Aspect, MeetingStatus, QuotationMode

__all__ = ["time_word_problems"]

NOT_YET: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL})
"""The aspects of what may come after the text that reports it."""

BY_NOW: Final = frozenset({MeetingStatus.ONGOING, MeetingStatus.HELD, MeetingStatus.DENIED})
"""The statuses of a meeting that has begun, or is said not to have been held."""

DIRECTIONS: Final[tuple[Direction, ...]] = ("past", "future")

UP_TO: Final = re.compile(r"\s*(?:by|before|no later than)\b", re.IGNORECASE)

Field: TypeAlias = Literal["when", "about_when"]

FIELDS: Final[tuple[Field, ...]] = ("when", "about_when")
"""The fields with a date that has time words beside it, in a field of the same name with `_as_reported`."""

SOURCES: Final = 1_000
"""Of how many sources of a dataset that stays on disk the dates that rest on something are kept at a time."""

NOTE_HINT: Final = "correct it, or name it in the note and say why it is so"


def time_word_problems(
    dataset: Dataset, texts: Mapping[str, Text] | None = None, *, records: Iterable[Record] | None = None
) -> Iterator[Problem]:
    """Compare each date of an event record with the time words beside it and its source's date of publication.

    These are `when` and, of a statement, `about_when`, the time of what is spoken of, to which the same rules apply.

    A date with time words must be what `dates.relative.resolve` returns for them, looking back or ahead; it may have
    a time of that day. A date without them must be the date of publication, or that of a record of the same source
    which it restates or with which it shares its `canonical_id`. Anything else needs a note that names what it
    explains: the date as written in `when` or, without a date, the time words. The date of a record without time words
    and without a passage is not checked, because no text supports it. A text that bears a date of its own, `dated`,
    counts from that day and not from its publication: the telegram of 1940, not the edition of 1975.

    A statement, and a meeting that was held or is said not to have been, cannot come after the text that reports
    them, and their words look back, unless the record has the aspect `future` or `hypothetical`. What an outlet says
    of an event has the event's time words and its date, which may be still to come.

    A date in the Julian calendar must be converted: where the time words say so ("O.S.", "Old Style"), or the text
    right after them, or the note of the record, or that of a source which is older than the last change of calendars;
    or where `extra["calendar"]` of the record or of its source is `julian`.
    The words of what is spoken of, said by the speakers themselves, may also count from the day on which they speak.

    No program can check that a date without time words is the right one of those that these rules allow.

    Args:
        dataset: The dataset.
        texts: The texts of its sources by their SHA-256, in which the name of a calendar may follow the words.
        records: Of which records the dates are compared; by default of all.

    Examples:
        >>> import diplo_events
        >>> list(time_word_problems(diplo_events.load_example()))
        []
    """
    kept = SOURCES if is_stored(dataset) else None
    known_in = functools.lru_cache(kept)(lambda source: known_dates(dataset, source))
    for record in dataset.records if records is None else records:
        source = dataset.get(record.source) if isinstance(record, EventRecord) else None
        if not isinstance(record, EventRecord) or not isinstance(source, Source):  # it is kept elsewhere
            continue
        text = texts.get(source.sha256 or "") if texts is not None else None
        for field in FIELDS:
            dated = Dated.of(record, field, source, text.content if text else None)
            if (dated.when is None and dated.words is None) or explained(record, field):
                continue
            over = field == "when" and is_over(dataset, record)
            if over and is_later(dated.when, dated.published):
                expected = f"a date up to the publication on {dated.published}, because the text reports it as over"
                yield dated.problem(expected)
            elif dated.words is not None:
                yield from worded_problems(dated, dated.words, over=over)
            elif record.spans:
                published, known = dated.published, known_in(record.source)
                allowed = {published, published and day_of(published)}
                allowed |= known[f"record {record.restates}", field]
                allowed |= known[f"thing {referent_id(dataset, record)}", field]
                for key in record.evidence if isinstance(record, Position) else ():
                    allowed |= known[f"record {key}", field]
                if dated.when not in allowed:
                    expected = "the date of publication, of a fuller record or of the evidence, without time words"
                    yield dated.problem(expected)


def known_dates(dataset: Dataset, source: str) -> Mapping[tuple[str, Field], set[EventDate | None]]:
    """Return the dates of a source that rest on time words or a note, by record or real-world thing, and by field."""
    known: dict[tuple[str, Field], set[EventDate | None]] = defaultdict(set)
    for record in dataset.reported_in(source):
        for field in FIELDS:
            if getattr(record, f"{field}_as_reported", None) or explained(record, field):
                when = getattr(record, field, None)
                known[f"record {record.id}", field].add(when)
                known[f"thing {referent_id(dataset, record)}", field].add(when)
    return known


@attrs.frozen
class Dated:
    """A date of a record, with what it is compared with."""

    record: EventRecord
    field: Field
    when: EventDate | None
    words: str | None
    readings: list[TimeWords]
    published: EventDate | None
    spoken: EventDate | None
    """The day from which the time words count if the speakers say them themselves, and not the author."""

    @classmethod
    def of(cls, record: EventRecord, field: Field, source: Source, text: str | None) -> Self:
        """Return the date of a record in one of the fields."""
        words: str | None = getattr(record, f"{field}_as_reported", None)
        own = field == "about_when" and isinstance(record, Statement) and words and says(record, words)
        return cls(
            record,
            field,
            getattr(record, field, None),
            words,
            readings(words, source, text, note=record.note, calendar=calendar_in(record.extra)) if words else [],
            source.dated or source.published,
            record.when if own else None,
        )

    def problem(self, expected: str) -> Problem:
        """Return the problem that another date is expected."""
        found = str(self.when) if self.when else "no date"
        return Problem(path=f"{self.record.id}.{self.field}", expected=expected, found=found, hint=NOTE_HINT)


def says(statement: Statement, words: str) -> bool:
    """Whether time words are the speakers' own, inside a quote or a verbatim text."""
    return statement.mode is QuotationMode.VERBATIM or any(words in quote.text for quote in statement.quotes)


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


def explained(record: EventRecord, field: Field = "when") -> bool:
    """Whether the note of a record names its date or, if it has none, its time words.

    >>> import diplo_events
    >>> talks = diplo_events.load_example()["kurdistan24-intervention/m02"]
    >>> talks.when, explained(talks)
    (EventDate.parse('2025-09-03%'), True)
    """
    when, words = getattr(record, field, None), getattr(record, f"{field}_as_reported", None)
    if when is None:
        return words is not None and words in (record.note or "")
    alone = rf"(?<![\w\[{{,./?~%-]){re.escape(str(when))}(?![\w\]}}/?~%+-]|,\S|\.\.)"  # not a part of another
    return bool(re.search(alone, record.note or ""))


def worded_problems(dated: Dated, words: str, *, over: bool) -> Iterator[Problem]:
    """Compare a date with its time words, of which those of something that is over look back."""
    when, published = dated.when, dated.published
    meant: dict[EventDate, TimeWords] = {}
    refusals: list[str] = []
    for reading, base, direction in product(dated.readings, {published, dated.spoken or published}, DIRECTIONS):
        if over and direction == "future":
            continue
        try:
            day = reading.resolved(base, direction)
        except DiploEventsError as error:
            refusals.append(str(error))
        else:
            if over and is_later(day, published):
                refusals.append(f"{quoted(words)} is after the publication on {published}")
            else:
                meant.setdefault(day, reading)
    if when is None and not meant:
        return
    if when is not None and any(follows(when, day) or is_deadline(when, day, words) for day in meant):
        return
    expected = " or ".join(sorted(map(str, meant))) if meant else f"no date ({refusals[0]})"
    julian = ", which is in the Julian calendar" if any(r.calendar == "julian" for r in meant.values()) else ""
    yield dated.problem(f"{expected} for {quoted(words)}{julian}")


def is_deadline(when: EventDate, reading: EventDate, words: str) -> bool:
    """Whether a date is a deadline alone, where time words such as "by Wednesday" also mean that it is not over yet.

    >>> by_wednesday = EventDate.parse("[2033-07-03..2033-07-06]")
    >>> is_deadline(EventDate.parse("[..2033-07-06]"), by_wednesday, "by Wednesday")
    True
    """
    return bool(UP_TO.match(words)) and str(when) == f"[..{str(reading).rpartition('..')[2]}"


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
