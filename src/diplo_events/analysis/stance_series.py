"""How the stance of an actor on an issue changed: its positions in order of time, as far as dates order them."""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from diplo_events import hierarchy
from diplo_events._gc import gc_paused
from diplo_events.analysis._record_dates import NOT_YET, asserted, read_date
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import ANY_TIME, Limits, limits_of
from diplo_events.errors import expect_type
from diplo_events.lookup import find_id
from diplo_events.model import Actor, Issue, Position
from diplo_events.referents import referent_id
from diplo_events.vocab import Stance, Term

__all__ = ["Series", "StanceChange", "StanceChangeKind", "Step", "build_series", "compare_stances"]


class StanceChangeKind(Term):
    """How an actor's stance changes from one position to the next, on the scale from -2 to +2."""

    NEW = "new", "no earlier position of the actor on the issue is known"
    HOLD = "hold", "the same stance again"
    HARDEN = "harden", "further from 0, on the same side or from 0 itself"
    SOFTEN = "soften", "nearer to 0 on the same side, or to 0 itself"
    REVERSE = "reverse", "to the other side of 0"
    LAPSE = "lapse", "withdrawn or over, without another stance in its place"


@attrs.frozen(kw_only=True)
class Step:
    """One position of an actor on an issue, with all its reports."""

    id: str
    """The `canonical_id` of its reports, or the id of the only one."""
    positions: tuple[Position, ...]
    """The records that report it, sorted by id."""
    dates: tuple[EventDate, ...]
    """The different dates of its reports; if none has a date, the days up to their publication."""

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The different stances in its reports, from -2 to +2; several if the reports contradict each other."""
        return tuple(sorted({position.stance for position in self.positions}, key=lambda stance: stance.number))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that show it, sorted."""
        return tuple(sorted({key for position in self.positions for key in position.evidence}))

    @property
    def limits(self) -> Limits:
        """The bounds of its start and end, whichever report is right."""
        return limits_of(self.dates)

    @property
    def placed(self) -> bool:
        """Whether its dates limit at all when it can have been."""
        return (self.limits.first_min, self.limits.last_max) != (ANY_TIME.first_min, ANY_TIME.last_max)


@attrs.frozen(kw_only=True)
class StanceChange:
    """A change of an actor's stance on an issue, or a hold."""

    kinds: tuple[StanceChangeKind, ...]
    """All kinds that are possible: several if dates do not order the positions, or if their reports differ."""
    before: tuple[Step, ...]
    """The latest positions that are certainly earlier; several if dates do not order them."""
    after: Step | None
    """The position that shows the change; `None` if an earlier position ran out."""

    @property
    def kind(self) -> StanceChangeKind | None:
        """The kind, if only one is possible."""
        return self.kinds[0] if len(self.kinds) == 1 else None

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that show it, those of the earlier positions first."""
        steps = [*self.before, *([self.after] if self.after else [])]
        return tuple(dict.fromkeys(key for step in steps for key in step.statements))


@attrs.frozen(kw_only=True)
class Series:
    """The positions of one actor on one issue, and the changes between them."""

    actor: str
    """The id of the actor."""
    issue: str
    """The id of the issue."""
    steps: tuple[Step, ...]
    """The positions, sorted by the first and the last day on which they can be."""
    changes: tuple[StanceChange, ...]
    """The changes, in the order of the steps."""
    unordered: tuple[tuple[str, ...], ...]
    """Groups of ids of steps that dates do not order: each step can be at the same time as another of its group."""
    unplaced: tuple[str, ...]
    """Ids of the steps that can be at any time, because their dates say nothing; changes are not compared with them."""
    set_aside: tuple[str, ...]
    """Ids of the positions that are marked as future, hypothetical or negated: they are not steps."""


@gc_paused()
def build_series(
    dataset: Dataset,
    *,
    actor: str | None = None,
    issue: str | None = None,
    unqualified: bool = False,
    representatives: bool = True,
) -> tuple[Series, ...]:
    """Return the positions of each actor on each issue in order of time, and the changes between them.

    A step is compared with the step that it `supersedes`, or otherwise with the latest steps that are certainly
    before it. If others can lie between, because dates do not order them, the change lists every kind that is
    possible. A step without a certain predecessor is `new`, unless one of those may precede it. A step that its
    dates do not place in time is compared only with the step that it supersedes.

    A step lapses if a negated position, or a position of another actor or on another issue, `supersedes` it, or if
    it lasted from a start to an end.

    Args:
        dataset: The records.
        actor: Return only the series of this actor, and of its representatives; its id or any spelling.
        issue: Return only the series on this issue; its id or its label.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates.
        representatives: Whether to return, with an actor, also the series of the actors that represent it, each by
            itself (`diplo_events.hierarchy.representatives`).

    Raises:
        QueryError: a name refers to nothing in the dataset, or to several things.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (meeting,) = build_series(dataset, actor="Putin", issue="issue/leaders-meeting", unqualified=True)
        >>> [(change.kind, change.after.stances) for change in meeting.changes]
        [(StanceChangeKind.NEW, (Stance.NEUTRAL,)), (StanceChangeKind.HARDEN, (Stance.AGREE,))]
    """
    actors: frozenset[str] | None = None
    if actor is not None:
        key = find_id(dataset, actor, Actor)
        actors = hierarchy.representatives(dataset, key) if representatives else frozenset({key})
    wanted_issue = None if issue is None else find_id(dataset, issue, Issue)
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    replacing: dict[str, list[Position]] = defaultdict(list)
    for position in dataset.of_type(Position):
        groups[position.actor, position.issue].append(position)
        if position.supersedes and not position.aspects & NOT_YET:
            replacing[position.supersedes].append(position)
    return tuple(
        series_of(dataset, group, replacing, unqualified=unqualified)
        for (who, what), group in sorted(groups.items())
        if (actors is None or who in actors) and wanted_issue in (None, what)
    )


def compare_stances(before: Stance, after: Stance) -> StanceChangeKind:
    """Return the kind of change from one stance to another.

    From 0 to a side is hardening, and from a side to 0 is softening.

    Raises:
        ArgumentError: an argument is not a `Stance`.

    Examples:
        >>> compare_stances(Stance.AGREE, Stance.STRONGLY_AGREE), compare_stances(Stance.AGREE, Stance.DISAGREE)
        (StanceChangeKind.HARDEN, StanceChangeKind.REVERSE)
    """
    expect_type("before", before, Stance)
    expect_type("after", after, Stance)
    if before.number * after.number < 0:
        return StanceChangeKind.REVERSE
    if before is after:
        return StanceChangeKind.HOLD
    return StanceChangeKind.HARDEN if abs(after.number) > abs(before.number) else StanceChangeKind.SOFTEN


def series_of(
    dataset: Dataset, group: Sequence[Position], replacing: Mapping[str, Sequence[Position]], *, unqualified: bool
) -> Series:
    """Return the series of one actor's positions on one issue."""
    reports: dict[str, list[Position]] = defaultdict(list)
    for position in group:
        if asserted(position):
            reports[referent_id(dataset, position)].append(position)
    steps = sorted(
        (step_of(dataset, key, positions, unqualified=unqualified) for key, positions in reports.items()), key=in_time
    )
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
                after = step_of(dataset, referent_id(dataset, ender), [ender], unqualified=unqualified)
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
    """Return the key that sorts steps by the first and the last day on which they can be."""
    return step.limits.first_min, step.limits.last_max, step.id


def step_of(dataset: Dataset, key: str, positions: Sequence[Position], *, unqualified: bool) -> Step:
    """Return the step for the reports of one position."""
    dated = [position for position in positions if position.when is not None] or positions
    dates = {date for position in dated if (date := read_date(dataset, position, unqualified=unqualified))}
    return Step(id=key, positions=tuple(positions), dates=tuple(sorted(dates, key=EventDate.sort_key)))


def comparer(placed: Sequence[Step]) -> Callable[[Step], StanceChange]:
    """Return the function that compares a step with the others, all of them placed in time by their dates.

    One step is before another if and only if its last day is before the other's first day. So the steps before a
    step come first when all are sorted by last day; the latest of them are those that end on or after the last start
    among them.
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
    """Return the possible kinds of change to a step, from the steps before it or from stances that can lie between."""
    earlier = {stance for other in before for stance in other.stances} | set(between)
    kinds = {compare_stances(old, new) for old in earlier for new in step.stances}
    if not before:
        kinds.add(StanceChangeKind.NEW)
    return tuple(kind for kind in StanceChangeKind if kind in kinds)


def overlapping(placed: Iterable[Step]) -> Iterator[tuple[str, ...]]:
    """List the groups of steps, sorted by first day, in which each step can be at the same time as another."""
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
