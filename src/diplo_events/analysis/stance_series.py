"""Who moved: the positions of an actor on an issue in order of time, as far as their dates order them, and changes."""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from diplo_events._gc import gc_paused
from diplo_events.analysis.record_dates import NOT_YET, asserted, read_date
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import Limits, limits_of
from diplo_events.hierarchy import representatives
from diplo_events.model import Position
from diplo_events.referents import referent_id
from diplo_events.vocab import Stance, Term

__all__ = ["Series", "StanceChange", "StanceChangeKind", "Step", "compare_steps", "stance_series"]


class StanceChangeKind(Term):
    """What becomes of a stance from one position of an actor to its next, on the scale from -2 to +2."""

    NEW = "new", "no earlier position of the actor on the issue is known"
    HOLD = "hold", "the same stance again"
    HARDEN = "harden", "further from 0, and not from the other side of it"
    SOFTEN = "soften", "nearer to 0 or to 0, and not beyond it"
    REVERSE = "reverse", "to the other side of 0"
    LAPSE = "lapse", "given up or over, without another stance in its place"


@attrs.frozen(kw_only=True)
class Step:
    """One position of an actor on an issue, with all its reports."""

    id: str
    """The `canonical_id` of its reports, or the id of the only one."""
    positions: tuple[Position, ...]
    """The records that report it, sorted by id."""
    dates: tuple[EventDate, ...]
    """When it was taken, as read: what its reports say or, if none has a date, the days up to their publication."""

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances that its reports give it, from -2 to +2; several where they contradict each other."""
        return tuple(sorted({position.stance for position in self.positions}, key=lambda stance: stance.number))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that show it, sorted."""
        return tuple(sorted({key for position in self.positions for key in position.evidence}))

    @property
    def limits(self) -> Limits:
        """When it can begin and end, whichever report is right."""
        return limits_of(self.dates)

    @property
    def placed(self) -> bool:
        """Whether its dates say anything about what can be before or after it."""
        return self.limits.are_known


@attrs.frozen(kw_only=True)
class StanceChange:
    """What became of an actor's stance on an issue, as far as one can tell."""

    kinds: tuple[StanceChangeKind, ...]
    """All that it can be: several where positions cannot be ordered in time or their reports differ."""
    before: tuple[Step, ...]
    """The latest positions known to be earlier: several where they cannot be ordered among themselves."""
    after: Step | None
    """The position that shows the change; `None` where the time of an earlier one was over."""

    @property
    def kind(self) -> StanceChangeKind | None:
        """What it is, if it can be only one thing."""
        return self.kinds[0] if len(self.kinds) == 1 else None

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that show it, those of the earlier positions first."""
        steps = [*self.before, *([self.after] if self.after else [])]
        return tuple(dict.fromkeys(key for step in steps for key in step.statements))


@attrs.frozen(kw_only=True)
class Series:
    """The positions of one actor on one issue, with what became of them."""

    actor: str
    """The id of the actor."""
    issue: str
    """The id of the issue."""
    steps: tuple[Step, ...]
    """The positions, by the first and the last day that they can reach."""
    changes: tuple[StanceChange, ...]
    """What became of the stance, in the order of the steps."""
    unordered: tuple[tuple[str, ...], ...]
    """Ids of steps that their dates do not order: groups in which each can be at the time of another."""
    unplaced: tuple[str, ...]
    """Ids of the steps whose dates say nothing: they can be at any time, and the changes take no account of them."""
    set_aside: tuple[str, ...]
    """Ids of the records of positions that will be, would be or are denied: they are no steps."""


@gc_paused()
def stance_series(
    dataset: Dataset,
    *,
    actor: str | None = None,
    issue: str | None = None,
    unqualified: bool = False,
    derived: bool = True,
) -> tuple[Series, ...]:
    """List the series of positions, one for each actor and issue, with their changes.

    A step is compared with the one that it `supersedes` or else with the latest that are certainly before it. Where
    others may lie between because no date orders them, all that the change can be is listed: a step that nothing is
    known to precede is `new`, unless one of those may precede it. A step that no date places is compared with what
    it supersedes, and with nothing else.

    A step lapses if a record that denies a stance, or is of another actor or on another issue, `supersedes` it, or
    if it lasted from a start to an end.

    Args:
        dataset: The records.
        actor: Only the series of this actor and, each by itself, of those who speak for it.
        issue: Only those on this issue.
        unqualified: Take dates as written, without `?`, `~` and `%`.
        derived: With an actor, give also the series of those who speak for it (`representation.representatives`).

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (meeting,) = stance_series(dataset, actor="putin", issue="issue/leaders-meeting", unqualified=True)
        >>> [(change.kind, change.after.stances) for change in meeting.changes]
        [(StanceChangeKind.NEW, (Stance.NEUTRAL,)), (StanceChangeKind.HARDEN, (Stance.AGREE,))]
    """
    wanted = None if actor is None else representatives(dataset, actor) if derived else {actor}
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    replacing: dict[str, list[Position]] = defaultdict(list)
    for position in dataset.of_type(Position):
        groups[position.actor, position.issue].append(position)
        if position.supersedes and not position.aspects & NOT_YET:
            replacing[position.supersedes].append(position)
    return tuple(
        series_of(dataset, group, replacing, unqualified=unqualified)
        for (who, what), group in sorted(groups.items())
        if (wanted is None or who in wanted) and issue in (None, what)
    )


def compare_steps(before: Stance, after: Stance) -> StanceChangeKind:
    """Name the change from one stance to another.

    A side is entered from 0 by hardening, and left to 0 by softening.

    Examples:
        >>> compare_steps(Stance.AGREE, Stance.STRONGLY_AGREE), compare_steps(Stance.AGREE, Stance.STRONGLY_DISAGREE)
        (StanceChangeKind.HARDEN, StanceChangeKind.REVERSE)
    """
    if before.number * after.number < 0:
        return StanceChangeKind.REVERSE
    if before is after:
        return StanceChangeKind.HOLD
    return StanceChangeKind.HARDEN if abs(after.number) > abs(before.number) else StanceChangeKind.SOFTEN


def series_of(
    dataset: Dataset, group: Sequence[Position], replacing: Mapping[str, Sequence[Position]], *, unqualified: bool
) -> Series:
    """Make the series of one actor's positions on one issue."""
    things: dict[str, list[Position]] = defaultdict(list)
    for position in group:
        if asserted(position):
            things[referent_id(position)].append(position)
    found = [step_of(dataset, key, positions, unqualified=unqualified) for key, positions in things.items()]
    steps = sorted(found, key=in_time)
    placed = [step for step in steps if step.placed]
    compare = comparer(placed)
    step_with = {position.id: step for step in steps for position in step.positions}
    changes: list[StanceChange] = []
    for step in steps:
        named = {key for position in step.positions if (key := position.supersedes)}
        replaced = {other.id: other for key in named if (other := step_with.get(key)) and other is not step}
        if replaced:
            before = tuple(sorted(replaced.values(), key=in_time))
            changes.append(StanceChange(kinds=kinds_between(before, (), step), before=before, after=step))
        elif step.placed:
            changes.append(compare(step))
        enders = [ender for position in step.positions for ender in replacing.get(position.id, ())]
        for ender in enders:
            if ender.id not in step_with:
                after = step_of(dataset, referent_id(ender), [ender], unqualified=unqualified)
                changes.append(StanceChange(kinds=(StanceChangeKind.LAPSE,), before=(step,), after=after))
        if step.dates and all(date.is_interval and date.latest for date in step.dates):
            changes.append(StanceChange(kinds=(StanceChangeKind.LAPSE,), before=(step,), after=None))
    return Series(
        actor=group[0].actor,
        issue=group[0].issue,
        steps=tuple(steps),
        changes=tuple(changes),
        unordered=tuple(overlapping(placed)),
        unplaced=tuple(step.id for step in steps if not step.placed),
        set_aside=tuple(position.id for position in group if not asserted(position)),
    )


def in_time(step: Step) -> tuple[int, int, str]:
    """Sort steps by the first and the last day that they can reach."""
    return step.limits.first_min, step.limits.last_max, step.id


def step_of(dataset: Dataset, key: str, positions: Sequence[Position], *, unqualified: bool) -> Step:
    """Make a step of the reports of one position."""
    dated = [position for position in positions if position.when is not None] or positions
    dates = {date for position in dated if (date := read_date(dataset, position, unqualified=unqualified))}
    return Step(id=key, positions=tuple(positions), dates=tuple(sorted(dates, key=EventDate.sort_key)))


def comparer(placed: Sequence[Step]) -> Callable[[Step], StanceChange]:
    """Give the function that compares a step with the others, each of which has a date that places it.

    One step is before another just if its last day is before the other's first. So the steps before one are the
    first of all when sorted by their last days; the latest of them are those that reach the last start among them.
    """
    ends = sorted(placed, key=lambda step: (step.limits.last_max, step.id))
    lasts = [step.limits.last_max for step in ends]
    last_starts = list(itertools.accumulate((step.limits.first_min for step in ends), max))
    by_stance: dict[Stance, tuple[list[int], list[int]]] = {
        stance: (
            sorted(step.limits.first_min for step in placed if stance in step.stances),
            [step.limits.last_max for step in ends if stance in step.stances],
        )
        for stance in Stance
    }
    shared: dict[int, tuple[Step, ...]] = {}

    def change(step: Step) -> StanceChange:
        first, last = step.limits.first_min, step.limits.last_max
        if first not in shared:
            number = bisect.bisect_left(lasts, first)
            start = bisect.bisect_left(lasts, last_starts[number - 1], 0, number) if number else 0
            shared[first] = tuple(ends[start:number])
        between = [
            stance
            for stance, (starts, stops) in by_stance.items()
            if bisect.bisect_right(starts, last) - bisect.bisect_left(stops, first) > (stance in step.stances)
        ]
        return StanceChange(kinds=kinds_between(shared[first], between, step), before=shared[first], after=step)

    return change


def kinds_between(before: Sequence[Step], between: Iterable[Stance], step: Step) -> tuple[StanceChangeKind, ...]:
    """List what a change to a step can be, from the steps before it or from stances that may lie between."""
    earlier = {stance for other in before for stance in other.stances} | set(between)
    kinds = {compare_steps(old, new) for old in earlier for new in step.stances}
    if not before:
        kinds.add(StanceChangeKind.NEW)
    return tuple(kind for kind in StanceChangeKind if kind in kinds)


def overlapping(placed: Iterable[Step]) -> Iterator[tuple[str, ...]]:
    """List the groups of steps, sorted by their first days, in which each can be at the time of another."""
    group: list[str] = []
    until = 0
    for step in placed:
        first, last = step.limits.first_min, step.limits.last_max
        if group and first > until:
            if len(group) > 1:
                yield tuple(group)
            group = []
        until = max(until, last) if group else last
        group.append(step.id)
    if len(group) > 1:
        yield tuple(group)
