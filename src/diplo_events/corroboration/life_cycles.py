"""What became of each meeting, report by report, and in what the reports contradict each other."""

import itertools
from typing import cast

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.corroboration.contradictions import Contradiction, contradictions_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import ANY_TIME, BoundsKey, bounds_key
from diplo_events.hierarchy import ancestors_by_id
from diplo_events.lookup import first_published
from diplo_events.model import Meeting, Source
from diplo_events.open_records import coded
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import MeetingStatus

__all__ = ["LifeCycle", "Stage", "StatusChange", "find_life_cycles"]


@attrs.frozen(kw_only=True)
class Stage:
    """What one report says of a meeting, and when it said so."""

    record: Meeting
    """The report: its source, the status, time and place that it gives."""
    published: EventDate | None
    """When the text of its source was first published; `None` where that is not known."""


@attrs.frozen(kw_only=True)
class StatusChange:
    """Two stages, one after the other in the sequence, that give a meeting different statuses."""

    earlier: Stage
    """The stage that comes first in the sequence."""
    later: Stage
    """The next one."""
    order: bool | None
    """Whether `earlier` was published before `later`: `True` makes it a change, `False` (mostly on one day) two
    statuses at once; `None` if that cannot be known."""


@attrs.frozen(kw_only=True)
class LifeCycle:
    """What became of one meeting, report by report: proposed, scheduled, held, or something else."""

    referent: Referent
    """The meeting, with all its reports."""
    stages: tuple[Stage, ...]
    """The reports in the order of their publication, as far as that is known; on one date, in the order of
    `MeetingStatus`. Those of unknown date come last."""
    changes: tuple[StatusChange, ...]
    """Where one status follows another in that sequence."""
    contradictions: tuple[Contradiction, ...]
    """In what the reports contradict each other: all that `find_contradictions` finds about this meeting."""


@gc_paused()
def find_life_cycles(dataset: Dataset, *, unqualified: bool = False) -> tuple[LifeCycle, ...]:
    """Follow each meeting through its reports: proposed, scheduled, rescheduled, rejected, held.

    A source gives the status as of its publication. That a meeting was to come in an older source and held in a newer
    one is the course of events; in the other order, or where the order is not known, it is a contradiction.

    Args:
        dataset: The records.
        unqualified: Whether the order of changes takes publication dates as the coder wrote them, without their marks
            (`?`, `~`, `%`); say so where you report the result.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> cycles = {cycle.referent.id: cycle for cycle in find_life_cycles(dataset)}
        >>> ministers = cycles["meeting/defence-ministers-guarantees"]
        >>> [(str(stage.published), stage.record.status.value) for stage in ministers.stages]
        [('2025-09-04', 'scheduled'), ('2025-09-04?', 'held')]
        >>> [(found.kind.value, found.certain) for found in ministers.contradictions]
        [('status', False)]
    """
    ancestors = ancestors_by_id(dataset)
    dates = {source.id: first_published(dataset, source.id) for source in dataset.of_type(Source)}
    limits = {key: date.limits(unqualified=unqualified) if date else ANY_TIME for key, date in dates.items()}
    cycles: list[LifeCycle] = []
    for referent in find_referents(coded(dataset, "status"), Meeting):
        records = cast("tuple[Meeting, ...]", referent.records)
        stages = sorted((Stage(record=r, published=dates.get(r.source)) for r in records), key=stage_key)
        changes = tuple(
            StatusChange(
                earlier=earlier,
                later=later,
                order=limits.get(earlier.record.source, ANY_TIME).before(limits.get(later.record.source, ANY_TIME)),
            )
            for earlier, later in itertools.pairwise(stages)
            if earlier.record.status is not later.record.status
        )
        cycles.append(
            LifeCycle(
                referent=referent,
                stages=tuple(stages),
                changes=changes,
                contradictions=contradictions_of(dataset, ancestors, referent),
            )
        )
    return tuple(cycles)


def stage_key(stage: Stage) -> tuple[bool, BoundsKey, int, str]:
    """Sort stages by their publication, those of unknown date last; on one date by status, then by id."""
    date, statuses = stage.published, list(MeetingStatus)
    bounds = bounds_key(date and date.earliest, date and date.latest)
    return date is None, bounds, statuses.index(stage.record.status), stage.record.id
