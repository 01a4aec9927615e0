"""The order of events: one entry for each referent, with what is certainly before what."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis.predicates import Answer
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.dates.limits import BoundsKey, Limits, bounds_key, conflict, limits_of
from diplo_events.errors import ArgumentError, expect_type
from diplo_events.model import Action, EventRecord, Meeting
from diplo_events.referents import Referent, find_referents, referent_id
from diplo_events.vocab import ActionStatus, Aspect, MeetingStatus

__all__ = ["Fate", "TimelineEntry", "build_timeline", "fate_of"]

Fate = Literal["took place", "did not take place", "was to come"]
"""What became of something, as far as its reports say."""

FATES: Final[tuple[Fate, ...]] = get_args(Fate)
HAPPENED: Final = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING, ActionStatus.DONE, ActionStatus.ONGOING})
CALLED_OFF: Final = frozenset(
    {MeetingStatus.CANCELLED, MeetingStatus.REJECTED, MeetingStatus.DENIED, ActionStatus.DENIED}
)


@attrs.frozen(kw_only=True)
class TimelineEntry:
    """One utterance, deed, meeting, vote, claim or position with its time and all its reports."""

    referent: Referent
    """The utterance, deed, meeting, vote, claim or position, with every record that reports it."""
    dates: tuple[EventDate, ...]
    """The different dates in its reports, sorted; empty if no report has a date."""
    earliest: Day | None
    """The first day that any of the dates can reach as written; `None` if one of them has no first day."""
    latest: Day | None
    """The last day that any of the dates can reach as written; `None` if one of them has no last day."""
    limits: Limits
    """The bounds of its start and end, whichever report is right; the order rests on them."""
    conflict: Answer
    """Whether two of the dates share no day; `None` if that is so only without their qualifiers."""
    level: int
    """The length of the longest chain of entries certainly before it, each certainly before the next. Of two entries
    on one level, neither is certainly before the other."""

    def before(self, other: "TimelineEntry") -> Answer:
        """Whether all of this was before all of another entry of the same timeline; `None` if that is open.

        The answer is certain only if it holds whichever reports are right. Certain answers form a strict partial
        order: nothing is before itself, of two entries at most one is before the other, and what is before an entry
        is before everything that comes after that entry.

        Examples:
            >>> import diplo_events
            >>> entries = {entry.referent.id: entry for entry in build_timeline(diplo_events.load_example())}
            >>> capture, forum = entries["kurdistan24-road-to-nowhere/c05"], entries["meeting/eastern-economic-forum"]
            >>> capture.before(forum), forum.before(capture)
            (True, False)
            >>> capture.before(entries["meeting/paris-summit"]) is None
            True
        """
        same = (self.referent.id, self.referent.type) == (other.referent.id, other.referent.type)
        return False if same else self.limits.before(other.limits)


@gc_paused()
def build_timeline(
    dataset: Dataset, *, records: Iterable[EventRecord] | None = None, unqualified: bool = False
) -> tuple[TimelineEntry, ...]:
    """Return what a dataset reports in order of time, as far as dates order it.

    The entries are sorted by first and last day, then by id; entries without a date come last. This sequence never
    contradicts the certain order, and it implies no more than that: `TimelineEntry.before` compares two entries.

    An entry is certainly before another if it is so whichever of their reports are right. A further report can make
    the place of its own entry less certain, but never the order of two others.

    Args:
        dataset: The records.
        records: Return only what these records report, with all reports of it.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates for limits and levels; if you use it,
            report it.

    Raises:
        ArgumentError: one of `records` is not an event record.

    Examples:
        >>> import diplo_events
        >>> timeline = build_timeline(diplo_events.load_example(), unqualified=True)
        >>> talks = next(entry for entry in timeline if entry.referent.id == "meeting/white-house-talks")
        >>> [str(date) for date in talks.dates], str(talks.earliest), str(talks.latest), talks.conflict
        (['[2025-08-11..2025-09-04]', '2025-08-18?'], '2025-08-11', '2025-09-04', False)
    """
    referents = find_referents(dataset)
    if records is not None:
        wanted = {key_of(dataset, record) for record in records}
        referents = tuple(referent for referent in referents if (referent.id, referent.type) in wanted)
    dates = [
        tuple(sorted({r.when for r in referent.records if r.when}, key=EventDate.sort_key)) for referent in referents
    ]
    limits = [limits_of(reported, unqualified=unqualified) for reported in dates]
    entries = [
        TimelineEntry(
            referent=referent,
            dates=reported,
            earliest=first_day(reported),
            latest=last_day(reported),
            limits=limit,
            conflict=conflict(reported),
            level=level,
        )
        for referent, reported, limit, level in zip(referents, dates, limits, levels(limits), strict=True)
    ]
    return tuple(sorted(entries, key=entry_key))


def key_of(dataset: Dataset, record: EventRecord) -> tuple[str, type[EventRecord]]:
    """Return the id and the type of what a record reports."""
    expect_type("records", record, EventRecord, hint="take records from the dataset, such as dataset.of_type(Meeting)")
    return referent_id(dataset, record), type(record)


def levels(limits: Sequence[Limits]) -> list[int]:
    """Return for each entry the length of the longest chain before it, each entry certainly before the next."""
    ending = sorted(range(len(limits)), key=lambda i: limits[i].last_max)
    level = [0] * len(limits)
    ended = highest = 0
    for i in sorted(range(len(limits)), key=lambda i: limits[i].first_min):
        while limits[ending[ended]].last_max < limits[i].first_min:  # ends at the latest with the entry itself
            highest = max(highest, level[ending[ended]] + 1)
            ended += 1
        level[i] = highest
    return level


def first_day(dates: Sequence[EventDate]) -> Day | None:
    """Return the first day that any of some dates can reach, or `None` if one has no first day."""
    days = [day for date in dates if (day := date.earliest)]
    return min(days) if days and len(days) == len(dates) else None


def last_day(dates: Sequence[EventDate]) -> Day | None:
    """Return the last day that any of some dates can reach, or `None` if one has no last day."""
    days = [day for date in dates if (day := date.latest)]
    return max(days) if days and len(days) == len(dates) else None


def entry_key(entry: TimelineEntry) -> tuple[bool, BoundsKey, str, str]:
    """Return the key that sorts entries by their bounds, those without a date last."""
    bounds = bounds_key(entry.earliest, entry.latest)
    return not entry.dates, bounds, entry.referent.id, entry.referent.type.__name__


def fate_of(reports: Iterable[EventRecord]) -> Fate:
    """Return what became of something: it took place if any of its reports says so, by its status and aspects.

    Otherwise it did not if any says so; what is scheduled, proposed, planned or threatened was to come.

    Raises:
        ArgumentError: there are no reports.

    Examples:
        >>> import diplo_events
        >>> entries = build_timeline(diplo_events.load_example())
        >>> summit = next(entry for entry in entries if entry.referent.id == "meeting/paris-summit")
        >>> fate_of(summit.referent.records)
        'took place'
    """
    fates = {fate_in(report) for report in reports}
    for fate in FATES:
        if fate in fates:
            return fate
    raise ArgumentError("expected reports to be at least one record, found none")


def fate_in(report: EventRecord) -> Fate:
    """Return what became of something according to one report."""
    status = getattr(report, "status", None)
    if Aspect.NEGATED in report.aspects or status in CALLED_OFF:
        return "did not take place"
    if report.aspects & {Aspect.FUTURE, Aspect.HYPOTHETICAL}:
        return "was to come"
    return "took place" if not isinstance(report, Meeting | Action) or status in HAPPENED else "was to come"
