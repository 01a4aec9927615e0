"""What was before what, as far as it is known, one entry for each real-world thing; and the life cycles of meetings."""

import heapq
import itertools
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, Literal, TypeAlias, cast

import attrs

from diplo_events._gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.dates.limits import Limits, conflict, limits_of, precedes
from diplo_events.model import EventRecord, Meeting, Place, Source
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import MeetingStatus, PlaceKind, Term

__all__ = [
    "Flag",
    "LifeCycle",
    "Stage",
    "StatusChange",
    "Tension",
    "TimelineEntry",
    "before",
    "build_timeline",
    "find_life_cycles",
]

NO_DAY: Final = Day(0, 0, 0)


@attrs.frozen(kw_only=True)
class TimelineEntry:
    """One real-world thing in its time, with all its reports."""

    thing: Referent
    """The utterance, meeting, claim or position, with every record that reports it."""
    dates: tuple[EventDate, ...]
    """The different dates that the reports give, sorted; none where no report gives one."""
    earliest: Day | None
    """The first day that any of the dates as written can reach; `None` where there is no such day."""
    latest: Day | None
    """The last day that any of the dates as written can reach; `None` where there is no such day."""
    limits: Limits
    """When it can begin and end, whichever report is right: what the order rests on."""
    conflict: bool | None
    """Whether two of the dates share no day in their bounds; `None` if only as written, their marks leaving room."""
    level: int
    """How many things at most are certainly before it, each certainly before the next. Of two things on one level,
    neither is certainly before the other."""


@gc_paused()
def build_timeline(
    dataset: Dataset, *, records: Iterable[EventRecord] | None = None, as_dated: bool = False
) -> tuple[TimelineEntry, ...]:
    """Put the things that a dataset reports in order, as far as it is known.

    The entries are sorted by first and last day, then by id; what has no date comes last. That sequence never goes
    against what is certain, and says no more: ask `before` what is certain of two entries.

    A thing is certainly before another if that is so whichever of their reports are right. A further report can
    make the place of its own thing less certain, and never that of two others.

    Args:
        dataset: The records.
        records: Only the things that one of these records reports; all their reports are taken.
        as_dated: Whether the dates are taken as the coder wrote them, without their marks (`?`, `~`, `%`), for
            limits and levels; say so where you report the result.

    Examples:
        >>> import diplo_events
        >>> entries = {entry.thing.id: entry for entry in build_timeline(diplo_events.load_example(), as_dated=True)}
        >>> talks = entries["meeting/white-house-talks"]
        >>> [str(date) for date in talks.dates], str(talks.earliest), str(talks.latest), talks.conflict
        (['[2025-08-11..2025-09-04]', '2025-08-18?'], '2025-08-11', '2025-09-04', False)
    """
    among = None if records is None else {(record.canonical_id or record.id, type(record)) for record in records}
    chosen = [thing for thing in find_referents(dataset) if among is None or (thing.id, thing.type) in among]
    dates = [tuple(sorted({r.when for r in thing.records if r.when}, key=EventDate.sort_key)) for thing in chosen]
    limits = [limits_of(some, as_dated=as_dated) for some in dates]
    entries = [
        TimelineEntry(
            thing=thing,
            dates=some,
            earliest=first_day(some),
            latest=last_day(some),
            limits=limit,
            conflict=conflict(some),
            level=level,
        )
        for thing, some, limit, level in zip(chosen, dates, limits, levels(limits), strict=True)
    ]
    return tuple(sorted(entries, key=entry_key))


def before(one: TimelineEntry, other: TimelineEntry) -> bool | None:
    """Whether all of one thing was before all of another; `None` if one cannot tell.

    It is certain if it is so whichever reports are right. What is certain is a strict partial order: nothing is
    before itself, of two things one at most is before the other, and what is before a thing is before all that
    comes after that.

    Examples:
        >>> import diplo_events
        >>> entries = {entry.thing.id: entry for entry in build_timeline(diplo_events.load_example())}
        >>> capture, forum = entries["kurdistan24-road-to-nowhere/c05"], entries["meeting/eastern-economic-forum"]
        >>> before(capture, forum), before(forum, capture)
        (True, False)
        >>> before(capture, entries["meeting/paris-summit"]) is None
        True
    """
    same = (one.thing.id, one.thing.type) == (other.thing.id, other.thing.type)
    return False if same else precedes(one.limits, other.limits)


class Tension(Term):
    """In what reports of one meeting do not go together."""

    HELD_AND_TO_COME = "held_and_to_come", "held in one source, still to come in another that is not certainly older"
    HELD_AND_CALLED_OFF = "held_and_called_off", "held in one source, called off in another not certainly older"
    CALLED_OFF_AND_TO_COME = (
        "called_off_and_to_come",
        "called off in one source, to come in another not certainly older",
    )
    VENUES = "venues", "at two places of which neither lies in the other"
    DATES = "dates", "on dates whose bounds share no day"


HELD: Final = frozenset({MeetingStatus.ONGOING, MeetingStatus.HELD})
CALLED_OFF: Final = frozenset({MeetingStatus.CANCELLED, MeetingStatus.REJECTED})
TO_COME: Final = frozenset(MeetingStatus) - HELD - CALLED_OFF


@attrs.frozen(kw_only=True)
class Stage:
    """What one report says of a meeting, and when it said so."""

    record: Meeting
    """The report: its source, the status, time and place that it gives."""
    published: EventDate | None
    """When the source was published; `None` where that is not known."""


@attrs.frozen(kw_only=True)
class StatusChange:
    """Two stages, one after the other in the sequence, that give a meeting different statuses."""

    earlier: Stage
    """The stage that comes first in the sequence."""
    later: Stage
    """The next one."""
    order: bool | None
    """Whether `earlier` was published before `later`: `True` makes it a change, `False` (on one day, as a rule) two
    statuses at once; `None` if one cannot tell."""


@attrs.frozen(kw_only=True)
class Flag:
    """Something in which reports of one meeting do not go together."""

    tension: Tension
    """In what."""
    certain: bool
    """Whether that is so, or only as far as one can tell: marks on dates may leave room."""
    records: tuple[Meeting, ...]
    """The reports, sorted by id."""


@attrs.frozen(kw_only=True)
class LifeCycle:
    """What became of one meeting, report by report: proposed, scheduled, held, or something else."""

    thing: Referent
    """The meeting, with all its reports."""
    stages: tuple[Stage, ...]
    """The reports in the order of their publication, as far as that is known; on one date, in the order of
    `MeetingStatus`. Those of unknown date come last."""
    changes: tuple[StatusChange, ...]
    """Where one status follows another in that sequence."""
    flags: tuple[Flag, ...]
    """In what the reports do not go together."""


def find_life_cycles(dataset: Dataset, *, as_dated: bool = False) -> tuple[LifeCycle, ...]:
    """Follow each meeting through its reports: proposed, scheduled, rescheduled, rejected, held.

    A source speaks as of its publication: that a meeting was to come in an older source and held in a newer one is
    the course of events; in the other order, or where the order is not known, it is flagged.

    Args:
        dataset: The records.
        as_dated: Whether publication dates are taken as the coder wrote them, without their marks (`?`, `~`, `%`);
            say so where you report the result.

    Examples:
        >>> import diplo_events
        >>> cycles = {cycle.thing.id: cycle for cycle in find_life_cycles(diplo_events.load_example(), as_dated=True)}
        >>> ministers = cycles["meeting/defence-ministers-guarantees"]
        >>> [(str(stage.published), stage.record.status.value) for stage in ministers.stages]
        [('2025-09-04', 'scheduled'), ('2025-09-04?', 'held')]
        >>> [(flag.tension.value, flag.certain) for flag in ministers.flags]
        [('held_and_to_come', True)]
    """
    dates = {source.id: source.published for source in dataset.of_type(Source)}
    limits = {key: limits_of([date] if date else [], as_dated=as_dated) for key, date in dates.items()}
    made: list[LifeCycle] = []
    for thing in find_referents(dataset, Meeting):
        records = cast("tuple[Meeting, ...]", thing.records)
        stages = sorted((Stage(record=r, published=dates.get(r.source)) for r in records), key=stage_key)
        reports = [Report(stage, limits.get(stage.record.source) or limits_of([])) for stage in stages]
        changes = tuple(
            StatusChange(earlier=one.stage, later=other.stage, order=precedes(one.limits, other.limits))
            for one, other in itertools.pairwise(reports)
            if one.stage.record.status is not other.stage.record.status
        )
        flags = (*status_flags(reports), *venue_flags(dataset, records), *date_flags(records))
        made.append(LifeCycle(thing=thing, stages=tuple(stages), changes=changes, flags=flags))
    return tuple(made)


@attrs.frozen
class Report:
    """A stage, with the limits of its publication."""

    stage: Stage
    """The stage."""
    limits: Limits
    """When it can have been published."""


def status_flags(reports: Sequence[Report]) -> Iterator[Flag]:
    """List the pairs of statuses that two sources give a meeting in an order that is not the course of events."""
    for tension, settled, open_ in (
        (Tension.HELD_AND_TO_COME, HELD, TO_COME),
        (Tension.HELD_AND_CALLED_OFF, HELD, CALLED_OFF),
        (Tension.CALLED_OFF_AND_TO_COME, CALLED_OFF, TO_COME),
    ):
        first = [report for report in reports if report.stage.record.status in settled]
        surely, maybe = earliest_two(first, "first_max"), earliest_two(first, "first_min")
        certain = False
        odd: list[Report] = []
        for report in reports:
            if report.stage.record.status in open_:
                source = report.stage.record.source
                if any(day <= report.limits.last_max for day, other in maybe if other != source):
                    odd.append(report)
                    certain |= any(day <= report.limits.last_min for day, other in surely if other != source)
        if odd:
            records = sorted((report.stage.record for report in (*first, *odd)), key=attrgetter("id"))
            yield Flag(tension=tension, certain=certain, records=tuple(records))


def earliest_two(reports: Iterable[Report], limit: Literal["first_min", "first_max"]) -> list[tuple[int, str]]:
    """Give the two sources that come first by a limit, with that day: for each source, one of them is another."""
    days = {report.stage.record.source: getattr(report.limits, limit) for report in reports}
    return heapq.nsmallest(2, ((day, source) for source, day in days.items()))


def venue_flags(dataset: Dataset, records: Iterable[Meeting]) -> Iterator[Flag]:
    """Flag places that do not lie in each other; areas without borders of their own may yet do."""
    placed = [record for record in records if record.place]
    ways = {place: way_up(dataset, place) for record in placed if (place := record.place)}
    innermost = max(ways.values(), key=len, default=())
    if not set(ways) <= set(innermost):
        known = [dataset.get(place) for place in ways]
        certain = all(isinstance(place, Place) and place.kind is not PlaceKind.AREA for place in known)
        yield Flag(tension=Tension.VENUES, certain=certain, records=tuple(placed))


def way_up(dataset: Dataset, place: str) -> tuple[str, ...]:
    """List a place, the place in which it lies, and so on."""
    way: list[str] = []
    here: str | None = place
    while here:
        way.append(here)
        record = dataset.get(here)
        here = record.within if isinstance(record, Place) else None
    return tuple(way)


def date_flags(records: Iterable[Meeting]) -> Iterator[Flag]:
    """Flag dates that cannot all be right."""
    dated = [record for record in records if record.when]
    answer = conflict({record.when for record in dated if record.when})
    if answer is not False:
        yield Flag(tension=Tension.DATES, certain=answer is True, records=tuple(dated))


def levels(limits: Sequence[Limits]) -> list[int]:
    """Count for each thing how many at most lie before it, each certainly before the next."""
    ending = sorted(range(len(limits)), key=lambda i: limits[i].last_max)
    found = [0] * len(limits)
    ended = highest = 0
    for i in sorted(range(len(limits)), key=lambda i: limits[i].first_min):
        while limits[ending[ended]].last_max < limits[i].first_min:  # ends, if not earlier, with the thing itself
            highest = max(highest, found[ending[ended]] + 1)
            ended += 1
        found[i] = highest
    return found


def first_day(dates: Sequence[EventDate]) -> Day | None:
    """Give the first day that any of some dates can reach, if there is one."""
    days = [day for date in dates if (day := date.earliest)]
    return min(days) if days and len(days) == len(dates) else None


def last_day(dates: Sequence[EventDate]) -> Day | None:
    """Give the last day that any of some dates can reach, if there is one."""
    days = [day for date in dates if (day := date.latest)]
    return max(days) if days and len(days) == len(dates) else None


BoundsKey: TypeAlias = tuple[tuple[bool, Day], tuple[bool, Day]]


def bounds_key(earliest: Day | None, latest: Day | None) -> BoundsKey:
    """Sort by the first day, then by the last, open ends outermost: what `EventDate.sort_key` does for one date."""
    return (earliest is not None, earliest or NO_DAY), (latest is None, latest or NO_DAY)


def entry_key(entry: TimelineEntry) -> tuple[bool, BoundsKey, str, str]:
    """Sort things by their bounds, those without a date last."""
    return not entry.dates, bounds_key(entry.earliest, entry.latest), entry.thing.id, entry.thing.type.__name__


def stage_key(stage: Stage) -> tuple[bool, BoundsKey, int, str]:
    """Sort stages by their publication, those of unknown date last; on one date by status, then by id."""
    date, statuses = stage.published, list(MeetingStatus)
    bounds = bounds_key(date and date.earliest, date and date.latest)
    return date is None, bounds, statuses.index(stage.record.status), stage.record.id
