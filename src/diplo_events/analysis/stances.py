"""The stance of each actor on each issue at a date, with the evidence."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import get_args

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis._record_dates import asserted
from diplo_events.analysis._stance_evidence import (
    HORIZON,
    StanceEvidence,
    check_moment,
    evidence_at,
    represented_in,
)
from diplo_events.analysis.predicates import Answer, Certainty, decide, every, negate, some
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import limits_of
from diplo_events.errors import check_choice
from diplo_events.lookup import find_id
from diplo_events.model import Actor, Issue
from diplo_events.open_records import coded
from diplo_events.referents import referent_id
from diplo_events.vocab import Stance, Term

__all__ = ["HORIZON", "Accord", "Cell", "StanceEvidence", "StanceMatrix", "stance_matrix"]


class Accord(Term):
    """How far the evidence for one cell agrees."""

    NONE = "none", "no position stands"
    SAME = "same", "all positions that stand have the same stance"
    DEGREE = "degree", "all positions that stand are on one side, in different degrees"
    CONFLICT = "conflict", "the positions that stand are on different sides, or some on none"


@attrs.frozen(kw_only=True)
class Cell:
    """The stance of an actor on an issue at the date of a matrix, with all the evidence."""

    actor: str
    """The id of the actor."""
    issue: str
    """The id of the issue."""
    certainty: Certainty
    """The certainty of the matrix."""
    evidence: tuple[StanceEvidence, ...]
    """The positions of the actor and of its representatives, sorted by id; at least one."""

    @property
    def standing(self) -> tuple[StanceEvidence, ...]:
        """The evidence that stands, with the certainty of the matrix."""
        return tuple(piece for piece in self.evidence if decide(piece.stands, self.certainty))

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances that stand, each once, from -2 to +2."""
        return tuple(sorted({piece.position.stance for piece in self.standing}, key=lambda stance: stance.number))

    @property
    def accord(self) -> Accord:
        """How far the stances that stand agree."""
        numbers = [stance.number for stance in self.stances]
        if len(numbers) <= 1:
            return Accord.SAME if numbers else Accord.NONE
        return Accord.DEGREE if numbers[0] > 0 or numbers[-1] < 0 else Accord.CONFLICT

    @property
    def stance(self) -> Stance | None:
        """The stance, if all positions that stand have the same one."""
        return self.stances[0] if self.accord is Accord.SAME else None

    @property
    def age(self) -> int | None:
        """How many days old the newest position that stands is; `None` if that is not known of any.

        Positions older than the horizon of the matrix stand only if it counts what possibly stands.
        """
        return min((piece.age for piece in self.standing if piece.age is not None), default=None)

    @property
    def voices(self) -> tuple[str, ...]:
        """The ids of the actors whose positions stand, sorted."""
        return tuple(sorted({piece.position.actor for piece in self.standing}))

    @property
    def derived(self) -> bool:
        """Whether only representatives of the actor hold the positions that stand."""
        return bool(self.voices) and self.actor not in self.voices

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions of the positions that stand, each once."""
        return tuple(sorted({c for piece in self.standing if (c := piece.position.conditions)}))

    @property
    def red_line(self) -> bool:
        """Whether one of the positions that stand is a red line."""
        return any(piece.position.red_line for piece in self.standing)


@attrs.frozen(kw_only=True)
class StanceMatrix:
    """The stance of each actor on each issue at a date."""

    dataset: Dataset = attrs.field(repr=False, eq=False)
    """The records."""
    at: EventDate | None
    """The date; `None` if all recorded positions were taken together."""
    certainty: Certainty
    """Whether positions count that stand certainly, or also those that stand possibly."""
    unqualified: bool
    """Whether the qualifiers of dates were ignored."""
    horizon: int | None
    """How many days old a position may be to stand certainly; `None` for any number."""
    votes: bool
    """Whether ballots were taken as evidence."""
    cells: tuple[Cell, ...]
    """One for each actor and issue with evidence, sorted by actor, then issue."""

    def cell(self, actor: str, issue: str) -> Cell | None:
        """Return the cell of an actor and an issue, or `None` if there is no evidence.

        Args:
            actor: The actor, by its id or any spelling.
            issue: The issue, by its id or its label.

        Raises:
            QueryError: a name refers to nothing in the dataset, or to several things.
        """
        key = find_id(self.dataset, actor, Actor), find_id(self.dataset, issue, Issue)
        return next((cell for cell in self.cells if (cell.actor, cell.issue) == key), None)


@gc_paused()
def stance_matrix(  # noqa: PLR0913  (each option is one of its own)
    dataset: Dataset,
    *,
    at: EventDate | None = None,
    certainty: Certainty = "certainly",
    unqualified: bool = False,
    representatives: bool = True,
    votes: bool = False,
    horizon: int | None = HORIZON,
) -> StanceMatrix:
    """Return the stance of each actor on each issue at a date.

    A position is listed if it, and at least one of the statements that show it (if it names any), had begun by the
    date, certainly or possibly. It stands until

    - a position that `supersedes` it has begun;
    - the same actor takes another stance on the issue, certainly later and not in another report of the same thing;
    - its own time is over, if it lasted from a start to an end.

    A position marked as future, hypothetical or negated is listed and never stands; a negated one that `supersedes`
    another is a withdrawal. Nothing is weighted or averaged. A position older than the horizon may have been given up
    without a word: it stands possibly, and not certainly. `Cell.age` is the age of the newest evidence.

    A position that rests on a statement of several speakers counts for each of them, as `joint` evidence. It does not
    for a speaker of whom the dataset has a position of its own on the issue that rests on the same statement.

    Args:
        dataset: The records.
        at: The date; without one, every position has begun and none is over.
        certainty: `certainly` to count positions that certainly stand; `possibly` to count also those for which
            the dates leave it open.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates. Otherwise a qualified part can be
            anything, and a date with a qualified year says nothing.
        representatives: Whether to list the positions of an actor also for the actors that it represents
            (`diplo_events.hierarchy.represents`), at the time of the position.
        votes: Whether to take ballots as evidence: who votes yes agrees with the propositions of the vote's issues, who
            votes no or vetoes disagrees. A ballot has no degree: it replaces and is replaced only by what is not on
            its side.
        horizon: How many days old a position may be to stand certainly; `None` for any number. It counts only for a
            matrix with a date.

    Raises:
        ArgumentError: the certainty is neither of the two, the date is not an `EventDate`, or the horizon is not a
            whole number of days from 0.

    Examples:
        >>> import diplo_events
        >>> matrix = stance_matrix(diplo_events.load_example(), at=EventDate.parse("2025-09-04"), unqualified=True)
        >>> troops = matrix.cell("Russia", "Foreign troops in Ukraine")
        >>> troops.stance, troops.red_line, troops.derived
        (Stance.STRONGLY_DISAGREE, True, False)
        >>> matrix.cell("russia", "issue/leaders-meeting").accord
        Accord.CONFLICT
    """
    check_choice("certainty", certainty, get_args(Certainty))
    check_moment(at, horizon)
    dataset = coded(dataset, "actor", "issue", "stance", "basis", "speakers")
    groups: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for piece in evidence_at(dataset, at, unqualified=unqualified, votes=votes):
        groups[piece.position.actor, piece.position.issue].append(within(piece, horizon))
    represented_by = represented_in(dataset)
    cells: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for (actor, issue), pieces in groups.items():
        for piece in still_standing(dataset, pieces):
            for represented in represented_by(actor, piece.when) if representatives else (actor,):
                cells[represented, issue].append(piece)
    return StanceMatrix(
        dataset=dataset,
        at=at,
        certainty=certainty,
        unqualified=unqualified,
        horizon=horizon,
        votes=votes,
        cells=tuple(
            Cell(
                actor=actor,
                issue=issue,
                certainty=certainty,
                evidence=tuple(sorted(pieces, key=lambda piece: piece.position.id)),
            )
            for (actor, issue), pieces in sorted(cells.items())
        ),
    )


def within(piece: StanceEvidence, horizon: int | None) -> StanceEvidence:
    """Return a piece of evidence that does not stand certainly if it is older than a horizon."""
    is_old = horizon is not None and piece.age is not None and piece.age > horizon
    return attrs.evolve(piece, stands=every([piece.stands, None])) if is_old else piece


def still_standing(dataset: Dataset, pieces: Sequence[StanceEvidence]) -> Iterator[StanceEvidence]:
    """Settle which positions of one actor on one issue stand: those that no later stance of the actor replaces."""
    limits = [limits_of([piece.when] if piece.when else []) for piece in pieces]
    starts: dict[tuple[Stance, bool, Answer], dict[str, int]] = defaultdict(dict)
    for piece, limit in zip(pieces, limits, strict=True):
        if asserted(piece.position):
            first_days = starts[piece.position.stance, piece.vote is not None, piece.begun]
            key = referent_id(dataset, piece.position)
            first_days[key] = max(limit.first_min, first_days.get(key, limit.first_min))
    # of each kind of stance, the referent that begins last, and a second one to compare the first itself with
    latest = {kind: heapq.nlargest(2, days.items(), key=itemgetter(1)) for kind, days in starts.items()}
    for piece, limit in zip(pieces, limits, strict=True):
        replaced = some(
            had_begun
            for (stance, is_ballot, had_begun), days in latest.items()
            if differ(stance, piece.position.stance, only_side=is_ballot or piece.vote is not None)
            and any(first > limit.last_max and key != referent_id(dataset, piece.position) for key, first in days)
        )
        yield attrs.evolve(piece, stands=every([piece.stands, negate(replaced)]))


def differ(left: Stance, right: Stance, *, only_side: bool) -> bool:
    """Whether two stances differ; for ballots, which have no degree, whether they are on different sides."""
    if not only_side:
        return left is not right
    return (left.number > 0) - (left.number < 0) != (right.number > 0) - (right.number < 0)
