"""What became of each meeting, report by report, and where the reports do not go together."""

import heapq
import itertools
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, Literal, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import BoundsKey, Limits, bounds_key, conflict, limits_of, precedes
from diplo_events.hierarchy import enclosing_places
from diplo_events.model import Meeting, Place, Source
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import MeetingStatus, PlaceKind, Term

__all__ = ["Flag", "LifeCycle", "Stage", "StatusChange", "Tension", "find_life_cycles"]


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


def find_life_cycles(dataset: Dataset, *, unqualified: bool = False) -> tuple[LifeCycle, ...]:
    """Follow each meeting through its reports: proposed, scheduled, rescheduled, rejected, held.

    A source speaks as of its publication: that a meeting was to come in an older source and held in a newer one is
    the course of events; in the other order, or where the order is not known, it is flagged.

    Args:
        dataset: The records.
        unqualified: Whether publication dates are taken as the coder wrote them, without their marks (`?`, `~`, `%`);
            say so where you report the result.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> cycles = {cycle.thing.id: cycle for cycle in find_life_cycles(dataset, unqualified=True)}
        >>> ministers = cycles["meeting/defence-ministers-guarantees"]
        >>> [(str(stage.published), stage.record.status.value) for stage in ministers.stages]
        [('2025-09-04', 'scheduled'), ('2025-09-04?', 'held')]
        >>> [(flag.tension.value, flag.certain) for flag in ministers.flags]
        [('held_and_to_come', True)]
    """
    dates = {source.id: source.published for source in dataset.of_type(Source)}
    limits = {key: limits_of([date] if date else [], unqualified=unqualified) for key, date in dates.items()}
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
    ways = {place: enclosing_places(dataset, place) for record in placed if (place := record.place)}
    innermost = max(ways.values(), key=len, default=())
    if not set(ways) <= set(innermost):
        known = [dataset.get(place) for place in ways]
        certain = all(isinstance(place, Place) and place.kind is not PlaceKind.AREA for place in known)
        yield Flag(tension=Tension.VENUES, certain=certain, records=tuple(placed))


def date_flags(records: Iterable[Meeting]) -> Iterator[Flag]:
    """Flag dates that cannot all be right."""
    dated = [record for record in records if record.when]
    answer = conflict({record.when for record in dated if record.when})
    if answer is not False:
        yield Flag(tension=Tension.DATES, certain=answer is True, records=tuple(dated))


def stage_key(stage: Stage) -> tuple[bool, BoundsKey, int, str]:
    """Sort stages by their publication, those of unknown date last; on one date by status, then by id."""
    date, statuses = stage.published, list(MeetingStatus)
    bounds = bounds_key(date and date.earliest, date and date.latest)
    return date is None, bounds, statuses.index(stage.record.status), stage.record.id
