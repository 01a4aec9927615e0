"""Dates compared with the sources' own time words: no record has a date that its source does not support."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.errors import DiploEventsError, Problem
from diplo_events.model import EventRecord, Source
from diplo_events.referents import referent_id

__all__ = ["time_word_problems"]

NOTE_HINT: Final = "correct it, or name it in the note and say why it is so"


def time_word_problems(dataset: Dataset) -> Iterator[Problem]:
    """Compare each date of an event record with the time words beside it and its source's date of publication.

    A date with time words must be what `dates.relative.resolve` returns for them, looking back or ahead. A date
    without them must be the date of publication, or that of a record of the same source which it restates or with
    which it shares its `canonical_id`. Anything else needs a note that names what it explains: the date as written in
    `when` or, without a date, the time words. The date of a record without time words and without a passage is not
    checked, because no text supports it.

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
            known[record.source, f"thing {referent_id(record)}"].add(record.when)
    for record in dataset.records:
        if not isinstance(record, EventRecord) or explained(record):
            continue
        source = dataset.get(record.source)
        if not isinstance(source, Source):  # it is kept elsewhere
            continue
        published = source.published
        if record.when_as_reported is not None:
            yield from worded_problems(record, record.when_as_reported, published)
        elif record.when is not None and record.spans:
            fuller = known[record.source, f"record {record.restates}"]
            if record.when in {published} | fuller | known[record.source, f"thing {referent_id(record)}"]:
                continue
            expected = "the date of publication, or that of a fuller record, where the source has no time words"
            yield Problem(path=f"{record.id}.when", expected=expected, found=str(record.when), hint=NOTE_HINT)


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


def worded_problems(record: EventRecord, words: str, published: EventDate | None) -> Iterator[Problem]:
    """Compare a date with its time words."""
    readings: set[EventDate] = set()
    refusals: list[str] = []
    for direction in ("past", "future"):
        try:
            readings.add(resolve(words, published, direction=direction))
        except DiploEventsError as error:
            refusals.append(str(error))
    if record.when in readings or (record.when is None and not readings):
        return
    expected = " or ".join(sorted(map(str, readings))) if readings else f"no date ({refusals[0]})"
    found = str(record.when) if record.when else "no date"
    yield Problem(path=f"{record.id}.when", expected=f"{expected} for {words!r}", found=found, hint=NOTE_HINT)
