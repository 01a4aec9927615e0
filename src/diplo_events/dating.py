"""Dates held against the sources' own time words: no record has a date that its source does not support."""

import re
from collections.abc import Iterator
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import DiploEventsError, Problem
from diplo_events.model import EventRecord, Source
from diplo_events.relative_dates import resolve

__all__ = ["date_problems"]

NOTE_HINT: Final = "correct it, or name it in the note and say why it is so"


def date_problems(dataset: Dataset) -> Iterator[Problem]:
    """Hold each date of an event record against the time words beside it and its source's date of publication.

    A date with time words is what `relative_dates.resolve` makes of them, looking back or ahead. A date without
    them is the date of publication, or that of a record of the same source which it restates or with which it
    shares its `canonical_id`. Anything else needs a note that names what it explains: the date as it stands in
    `when` or, where that is left out, the time words.

    Not proven, for no program can: that a date without time words is not another that these rules allow too.

    Examples:
        >>> import diplo_events
        >>> list(date_problems(diplo_events.load_example()))
        []
    """
    for record in dataset.records:
        if not isinstance(record, EventRecord) or explained(record):
            continue
        source = dataset.get(record.source)
        if not isinstance(source, Source):  # it is kept elsewhere
            continue
        published = source.published
        if record.when_as_reported is not None:
            yield from worded_problems(record, record.when_as_reported, published)
        elif record.when is not None and record.when not in inherited(dataset, record, published):
            expected = "the date of publication, or that of a fuller record, where the source has no time words"
            yield Problem(path=f"{record.id}.when", expected=expected, found=str(record.when), hint=NOTE_HINT)


def explained(record: EventRecord) -> bool:
    """Tell whether the note of a record names its date or, where it has none, its time words.

    >>> from diplo_events import Meeting
    >>> said = {"id": "m1", "source": "a1", "title": "Talks", "when": EventDate.parse("2025-09-03")}
    >>> explained(Meeting(**said, note="The letter is of 2025-09-03.")), explained(Meeting(**said, note="In 2025-09."))
    (True, False)
    """
    if record.when is None:
        return record.when_as_reported is not None and record.when_as_reported in (record.note or "")
    alone = rf"(?<![\w\[./?~%-]){re.escape(str(record.when))}(?![\w\]/?~%-]|\.\.)"
    return bool(re.search(alone, record.note or ""))


def worded_problems(record: EventRecord, words: str, published: EventDate | None) -> Iterator[Problem]:
    """Hold a date against its time words."""
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


def inherited(dataset: Dataset, record: EventRecord, published: EventDate | None) -> set[EventDate | None]:
    """Give the dates that a record may have without time words of its own."""
    twins = (
        other.when
        for other in dataset.records
        if isinstance(other, EventRecord)
        and other.id != record.id
        and other.source == record.source
        and (other.id == record.restates or (other.canonical_id and other.canonical_id == record.canonical_id))
        and (other.when_as_reported or explained(other))
    )
    return {published, *twins}
