"""How the stance of an actor on an issue changed: its positions in order of time, as far as dates order them."""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis._record_dates import asserted, ended
from diplo_events.analysis._stance_evidence import (
    HORIZON,
    StanceEvidence,
    age_at,
    check_moment,
    evidence_at,
    represented_in,
)
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import ANY_TIME, Limits, limits_of
from diplo_events.errors import expect_type
from diplo_events.lookup import find_id
from diplo_events.model import Actor, Issue, Position
from diplo_events.open_records import coded
from diplo_events.referents import referent_id
from diplo_events.vocab import Stance, Term

__all__ = ["Series", "StanceChange", "StanceChangeKind", "Step", "build_series", "compare_stances"]


class StanceChangeKind(Term):
    """How an actor's stance changes from one position to the next, on the scale from -2 to +2."""

    NEW = "new", "no earlier position of the actor on the issue is known, or none that certainly still stood"
    HOLD = "hold", "the same stance again"
    HARDEN = "harden", "further from 0, on the same side or from 0 itself"
    SOFTEN = "soften", "nearer to 0 on the same side, or to 0 itself"
    REVERSE = "reverse", "to the other side of 0"
    LAPSE = "lapse", "withdrawn or over, without another stance in its place"


Voice: TypeAlias = tuple[Stance, bool]
"""A stance, and whether a ballot shows it."""


@attrs.frozen(kw_only=True)
class Step:
    """One position of an actor on an issue, or one ballot, with all its reports."""

    id: str
    """The `canonical_id` of its reports, or the id of the only one."""
    evidence: tuple[StanceEvidence, ...]
    """What shows it: positions of the actor, of those with whom it spoke, or ballots; sorted by id."""
    dates: tuple[EventDate, ...]
    """The different dates of its reports; if none has a date, the days up to their publication."""

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions in the evidence; of a ballot, what it shows of a stance, with the id of the vote."""
        return tuple(piece.position for piece in self.evidence)

    @property
    def marks(self) -> tuple[str, ...]:
        """What it rests on, if not on positions that the dataset has of the actor: `ballot`, `joint statement`."""
        return tuple(sorted({piece.mark for piece in self.evidence if piece.mark}))

    @property
    def is_ballot(self) -> bool:
        """Whether it is how the actor voted, which shows a side and no degree."""
        return any(piece.vote for piece in self.evidence)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The different stances in its reports, from -2 to +2; several if the reports contradict each other."""
        return tuple(sorted({position.stance for position in self.positions}, key=lambda stance: stance.number))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that show it, sorted."""
        return tuple(sorted({key for piece in self.evidence for key in piece.statements}))

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
def build_series(  # noqa: PLR0913  (each option is one of its own)
    dataset: Dataset,
    *,
    actor: str | None = None,
    issue: str | None = None,
    at: EventDate | None = None,
    unqualified: bool = False,
    representatives: bool = True,
    votes: bool = False,
    horizon: int | None = HORIZON,
) -> tuple[Series, ...]:
    """Return the positions of each actor on each issue in order of time, and the changes between them.

    A step is compared with the step that it `supersedes`, or otherwise with the latest steps that are certainly
    before it. If others can lie between, because dates do not order them, the change lists every kind that is
    possible. A step without a certain predecessor is `new`, unless one of those may precede it. A step that its
    dates do not place in time is compared only with the step that it supersedes.

    A step lapses if a negated position, or a position of another actor or on another issue, `supersedes` it, or if
    it lasted from a start to an end.

    What counts as a position is what `stance_matrix` counts: a position that rests on a statement of several speakers
    is one of each of them, marked as such, and so are ballots, if asked for. A ballot has no degree: from or to one on
    the same side is a hold. If all that is certainly before a step is older than the horizon, the actor may have given
    it up without a word, and the step may be `new`.

    Args:
        dataset: The records.
        actor: Return only the series of this actor, and of its representatives; its id or any spelling.
        issue: Return only the series on this issue; its id or its label.
        at: Leave out what had certainly not begun by this date, and what ran out only later.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates.
        representatives: Whether to return, with an actor, also the series of the actors that represent it, each by
            itself, from the time in which they do (`diplo_events.hierarchy.represents`).
        votes: Whether to take ballots as evidence: who votes yes agrees with the propositions of the vote's issues, who
            votes no or vetoes disagrees.
        horizon: How many days old an earlier position may be to be certainly what a later one is compared with; `None`
            for any number.

    Raises:
        QueryError: a name refers to nothing in the dataset, or to several things.
        ArgumentError: the date is not an `EventDate`, or the horizon is not a whole number of days from 0.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (meeting,) = build_series(dataset, actor="Putin", issue="issue/leaders-meeting", unqualified=True)
        >>> [(change.kind, change.after.stances) for change in meeting.changes]
        [(StanceChangeKind.NEW, (Stance.NEUTRAL,)), (StanceChangeKind.HARDEN, (Stance.AGREE,))]
    """
    check_moment(at, horizon)
    dataset = coded(dataset, "actor", "issue", "stance", "basis", "speakers")
    wanted_actor = None if actor is None else find_id(dataset, actor, Actor)
    wanted_issue = None if issue is None else find_id(dataset, issue, Issue)
    represented_by = represented_in(dataset)
    found = tuple(evidence_at(dataset, at, unqualified=unqualified, votes=votes))
    own: dict[str, StanceEvidence] = {piece.position.id: piece for piece in found if not piece.joint and not piece.vote}
    groups: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for piece in found:
        who, what = piece.position.actor, piece.position.issue
        voices = represented_by(who, piece.when) if representatives else (who,)
        if wanted_actor in (None, *voices) and wanted_issue in (None, what):
            groups[who, what].append(piece)
    return tuple(series_of(dataset, group, own, at=at, horizon=horizon) for _, group in sorted(groups.items()))


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
    dataset: Dataset,
    group: Sequence[StanceEvidence],
    own: Mapping[str, StanceEvidence],
    *,
    at: EventDate | None,
    horizon: int | None,
) -> Series:
    """Return the series of one actor's positions on one issue."""
    reports: dict[tuple[str, bool], list[StanceEvidence]] = defaultdict(list)
    for piece in group:
        if asserted(piece.position):
            reports[referent_id(dataset, piece.position), piece.vote is not None].append(piece)
    steps = sorted((step_of(key, pieces) for (key, _), pieces in reports.items()), key=in_time)
    placed = [step for step in steps if step.placed]
    compare = comparer(placed, horizon)
    step_with = {piece.position.id: step for step in steps for piece in step.evidence if not piece.vote}
    changes: list[StanceChange] = []
    for step in steps:
        named = {key for position in step.positions if (key := position.supersedes)}
        replaced = {other.id: other for key in named if (other := step_with.get(key)) and other is not step}
        if replaced:
            before = tuple(sorted(replaced.values(), key=in_time))
            changes.append(StanceChange(kinds=kinds_between(before, (), step), before=before, after=step))
        elif step.placed:
            changes.append(compare(step))
        for ender_id in (key for piece in step.evidence for key in piece.superseded_by):
            if ender_id not in step_with:
                ender = own[ender_id]
                after = step_of(referent_id(dataset, ender.position), [ender])
                changes.append(StanceChange(kinds=(StanceChangeKind.LAPSE,), before=(step,), after=after))
        if step.dates and all(date.is_interval and date.latest and is_over(date, at) for date in step.dates):
            changes.append(StanceChange(kinds=(StanceChangeKind.LAPSE,), before=(step,), after=None))
    return Series(
        actor=group[0].position.actor,
        issue=group[0].position.issue,
        steps=tuple(steps),
        changes=tuple(changes),
        unordered=tuple(overlapping(placed)),
        unplaced=tuple(step.id for step in steps if not step.placed),
        set_aside=tuple(piece.position.id for piece in group if not asserted(piece.position)),
    )


def is_over(when: EventDate, at: EventDate | None) -> bool:
    """Whether something that lasted was certainly over by a date; without one, it was."""
    return at is None or ended(when, at) is True


def in_time(step: Step) -> tuple[int, int, str]:
    """Return the key that sorts steps by the first and the last day on which they can be."""
    return step.limits.first_min, step.limits.last_max, step.id


def step_of(key: str, pieces: Sequence[StanceEvidence]) -> Step:
    """Return the step for the reports of one position."""
    dated = [piece for piece in pieces if piece.position.when is not None] or pieces
    dates = {piece.when for piece in dated if piece.when}
    evidence = tuple(sorted(pieces, key=lambda piece: piece.position.id))
    return Step(id=key, evidence=evidence, dates=tuple(sorted(dates, key=EventDate.sort_key)))


def comparer(placed: Sequence[Step], horizon: int | None) -> Callable[[Step], StanceChange]:
    """Return the function that compares a step with the others, all of them placed in time by their dates.

    One step is before another if and only if its last day is before the other's first day. So the steps before a
    step come first when all are sorted by last day; the latest of them are those that end on or after the last start
    among them.
    """
    ends = sorted(placed, key=lambda step: (step.limits.last_max, step.id))
    lasts = [step.limits.last_max for step in ends]
    last_starts = list(itertools.accumulate((step.limits.first_min for step in ends), max))
    by_voice: dict[Voice, tuple[list[int], list[int]]] = {
        voice: (
            sorted(step.limits.first_min for step in placed if voice in voices_of(step)),
            [step.limits.last_max for step in ends if voice in voices_of(step)],
        )
        for voice in {voice for step in placed for voice in voices_of(step)}
    }
    shared: dict[int, tuple[Step, ...]] = {}

    def change(step: Step) -> StanceChange:
        first, last = step.limits.first_min, step.limits.last_max
        if first not in shared:
            number = bisect.bisect_left(lasts, first)
            start = bisect.bisect_left(lasts, last_starts[number - 1], 0, number) if number else 0
            shared[first] = tuple(ends[start:number])
        between = [
            voice
            for voice, (starts, stops) in by_voice.items()
            if bisect.bisect_right(starts, last) - bisect.bisect_left(stops, first) > (voice in voices_of(step))
        ]
        before = shared[first]
        lapsed = horizon is not None and all(days_between(other, step) > horizon for other in before)
        return StanceChange(kinds=kinds_between(before, between, step, lapsed=lapsed), before=before, after=step)

    return change


def voices_of(step: Step) -> tuple[Voice, ...]:
    """List the stances in the reports of a step, each with whether it is that of a ballot."""
    return tuple((stance, step.is_ballot) for stance in step.stances)


def days_between(earlier: Step, later: Step) -> int:
    """Return how many days at least the last day of one step lies before that of another, -1 if that is not known."""
    ages = [age_at(one, other) for one, other in itertools.product(earlier.dates, later.dates)]
    return min((age for age in ages if age is not None), default=-1) if None not in ages else -1


def kinds_between(
    before: Sequence[Step], between: Iterable[Voice], step: Step, *, lapsed: bool = False
) -> tuple[StanceChangeKind, ...]:
    """Return the possible kinds of change to a step, from the steps before it or from stances that can lie between."""
    earlier = {voice for other in before for voice in voices_of(other)} | set(between)
    kinds = {compare_voices(old, new) for old in earlier for new in voices_of(step)}
    if lapsed or not before:
        kinds.add(StanceChangeKind.NEW)
    return tuple(kind for kind in StanceChangeKind if kind in kinds)


def compare_voices(before: Voice, after: Voice) -> StanceChangeKind:
    """Return the kind of change from one stance to another; a ballot has a side and no degree."""
    (old, by_ballot), (new, to_ballot) = before, after
    if (by_ballot or to_ballot) and old.number * new.number > 0:
        return StanceChangeKind.HOLD
    return compare_stances(old, new)


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
