"""What was before what, as far as it is known, one entry for each real-world thing."""

from collections.abc import Iterable, Sequence

import attrs

from diplo_events._gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.dates.limits import BoundsKey, Limits, bounds_key, conflict, limits_of
from diplo_events.model import EventRecord
from diplo_events.referents import Referent, find_referents, referent_id

__all__ = ["TimelineEntry", "before", "build_timeline"]


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
    dataset: Dataset, *, records: Iterable[EventRecord] | None = None, unqualified: bool = False
) -> tuple[TimelineEntry, ...]:
    """Put the things that a dataset reports in order, as far as it is known.

    The entries are sorted by first and last day, then by id; what has no date comes last. That sequence never goes
    against what is certain, and says no more: ask `before` what is certain of two entries.

    A thing is certainly before another if that is so whichever of their reports are right. A further report can
    make the place of its own thing less certain, and never that of two others.

    Args:
        dataset: The records.
        records: Only the things that one of these records reports; all their reports are taken.
        unqualified: Whether the dates are taken as the coder wrote them, without their marks (`?`, `~`, `%`), for
            limits and levels; say so where you report the result.

    Examples:
        >>> import diplo_events
        >>> entries = {entry.thing.id: entry for entry in build_timeline(diplo_events.load_example(), unqualified=True)}
        >>> talks = entries["meeting/white-house-talks"]
        >>> [str(date) for date in talks.dates], str(talks.earliest), str(talks.latest), talks.conflict
        (['[2025-08-11..2025-09-04]', '2025-08-18?'], '2025-08-11', '2025-09-04', False)
    """
    among = None if records is None else {(referent_id(record), type(record)) for record in records}
    chosen = [thing for thing in find_referents(dataset) if among is None or (thing.id, thing.type) in among]
    dates = [tuple(sorted({r.when for r in thing.records if r.when}, key=EventDate.sort_key)) for thing in chosen]
    limits = [limits_of(some, unqualified=unqualified) for some in dates]
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
    return False if same else one.limits.before(other.limits)


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


def entry_key(entry: TimelineEntry) -> tuple[bool, BoundsKey, str, str]:
    """Sort things by their bounds, those without a date last."""
    return not entry.dates, bounds_key(entry.earliest, entry.latest), entry.thing.id, entry.thing.type.__name__
