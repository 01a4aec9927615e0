"""Where actors stand: the actor by issue matrix at a date, each cell with its evidence."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import get_args

import attrs

from diplo_events._gc import gc_paused
from diplo_events.analysis.record_dates import (
    NOT_YET,
    Certainty,
    all_so,
    any_so,
    asserted,
    begun,
    ended,
    not_so,
    read_date,
    so,
)
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import limits_of
from diplo_events.errors import check_choice
from diplo_events.hierarchy import represents
from diplo_events.model import Position, Statement
from diplo_events.referents import referent_id
from diplo_events.vocab import Stance, Term

__all__ = ["Accord", "Cell", "StanceEvidence", "StanceMatrix", "stance_matrix"]


class Accord(Term):
    """How the pieces of evidence for one cell go together."""

    NONE = "none", "no evidence stands"
    SAME = "same", "all that stands has the same stance"
    DEGREE = "degree", "all that stands is on one side, in different degrees"
    CONFLICT = "conflict", "what stands is on different sides, or partly on none"


@attrs.frozen(kw_only=True)
class StanceEvidence:
    """A position that had begun by the date of a matrix, certainly or possibly."""

    position: Position
    """The position as its source reports it."""
    when: EventDate | None
    """When it was taken, as it was read: for one without a date, up to its source's publication."""
    begun: bool | None
    """Whether it had begun by the date, and one of its statements too; `None` if one cannot tell."""
    statements: tuple[str, ...]
    """The ids of the statements that show it and had been made by the date, certainly or possibly."""
    superseded_by: tuple[str, ...]
    """The ids of the positions that say they replace it and had begun by the date, certainly or possibly."""
    stands: bool | None
    """Whether it still stood at the date; `None` if one cannot tell."""


@attrs.frozen(kw_only=True)
class Cell:
    """Where an actor stands on an issue at the date of a matrix, with all the evidence."""

    actor: str
    """The id of the actor."""
    issue: str
    """The id of the issue."""
    certainty: Certainty
    """How the matrix was asked for."""
    evidence: tuple[StanceEvidence, ...]
    """The positions of the actor and of those who speak for it, sorted by id; at least one."""

    @property
    def standing(self) -> tuple[StanceEvidence, ...]:
        """The evidence that stands, certainly or possibly as the matrix was asked for."""
        return tuple(piece for piece in self.evidence if so(piece.stands, self.certainty))

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances that stand, each once, from -2 to +2."""
        return tuple(sorted({piece.position.stance for piece in self.standing}, key=lambda stance: stance.number))

    @property
    def accord(self) -> Accord:
        """How they go together."""
        numbers = [stance.number for stance in self.stances]
        if len(numbers) < 2:  # noqa: PLR2004  (two make a pair)
            return Accord.SAME if numbers else Accord.NONE
        return Accord.DEGREE if numbers[0] > 0 or numbers[-1] < 0 else Accord.CONFLICT

    @property
    def stance(self) -> Stance | None:
        """The stance, where all that stands has the same."""
        return self.stances[0] if self.accord is Accord.SAME else None

    @property
    def voices(self) -> tuple[str, ...]:
        """The ids of the actors whose positions stand, sorted."""
        return tuple(sorted({piece.position.actor for piece in self.standing}))

    @property
    def derived(self) -> bool:
        """Whether it rests only on those who speak for the actor."""
        return bool(self.voices) and self.actor not in self.voices

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions of what stands, each once."""
        return tuple(sorted({c for piece in self.standing if (c := piece.position.conditions)}))

    @property
    def red_line(self) -> bool:
        """Whether something of what stands is called a red line."""
        return any(piece.position.red_line for piece in self.standing)


@attrs.frozen(kw_only=True)
class StanceMatrix:
    """Where each actor stands on each issue at a date."""

    at: EventDate | None
    """The date; `None` for all that is recorded."""
    certainty: Certainty
    """Whether what stands does so certainly or possibly."""
    unqualified: bool
    """Whether dates were taken as written, without their marks."""
    cells: tuple[Cell, ...]
    """One for each actor and issue with evidence, sorted by actor, then issue."""

    def cell(self, actor: str, issue: str) -> Cell | None:
        """Give the cell of an actor and an issue, if there is evidence."""
        return next((cell for cell in self.cells if (cell.actor, cell.issue) == (actor, issue)), None)


@gc_paused()
def stance_matrix(
    dataset: Dataset,
    *,
    at: EventDate | None = None,
    certainty: Certainty = "possibly",
    unqualified: bool = False,
    derived: bool = True,
) -> StanceMatrix:
    """Tell where each actor stands on each issue at a date.

    A position is in the matrix if it, and at least one of the statements that show it (if it names any), had begun
    by then: certainly or possibly, which is what `Evidence.stands` keeps apart. It stands until

    - a position that `supersedes` it has begun;
    - the same actor takes another stance on the issue, certainly later and not as another report of the same thing;
    - its own time is over, if it lasted from a start to an end.

    A position that will be, would be or is denied (`future`, `hypothetical`, `negated`) is listed, and never stands;
    a denied one that `supersedes` another is a withdrawal. Nothing is weighed or averaged.

    Args:
        dataset: The records.
        at: The date; without one, every position has begun and none is over.
        certainty: Whether what stands must do so certainly, or only possibly.
        unqualified: Take dates as written, without `?`, `~` and `%`. If not, a part so marked can be any, and a date
            with a mark on its year tells nothing.
        derived: Give an actor also the positions of those who speak for it (`representation.represents`).

    Raises:
        ChoiceError: the certainty is neither of the two.

    Examples:
        >>> import diplo_events
        >>> found = stance_matrix(diplo_events.load_example(), at=EventDate.parse("2025-09-04"), unqualified=True)
        >>> troops = found.cell("russia", "issue/foreign-troops")
        >>> troops.stance, troops.red_line, troops.derived
        (Stance.STRONGLY_DISAGREE, True, False)
        >>> found.cell("france", "issue/venue-geneva").voices
        ('macron',)
        >>> found.cell("russia", "issue/leaders-meeting").accord
        Accord.CONFLICT
    """
    check_choice("certainty", certainty, get_args(Certainty))
    groups: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for piece in evidence_at(dataset, at, unqualified=unqualified):
        groups[piece.position.actor, piece.position.issue].append(piece)
    above = {actor: represents(dataset, actor) if derived else {actor} for actor, _ in groups}
    cells: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for (actor, issue), pieces in groups.items():
        settled = list(still_standing(pieces))
        for represented in above[actor]:
            cells[represented, issue].extend(settled)
    return StanceMatrix(
        at=at,
        certainty=certainty,
        unqualified=unqualified,
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


def evidence_at(dataset: Dataset, at: EventDate | None, *, unqualified: bool) -> Iterator[StanceEvidence]:
    """List the positions that had begun by a date; whether a later stance replaces one is left open."""
    made = {
        statement.id: begun(read_date(dataset, statement, unqualified=unqualified), at)
        for statement in dataset.of_type(Statement)
    }
    positions = dataset.of_type(Position)
    dates = {position.id: read_date(dataset, position, unqualified=unqualified) for position in positions}
    there: dict[str, bool | None] = {}
    for position in positions:
        shown = any_so(made.get(key) for key in position.evidence) if position.evidence and at is not None else True
        there[position.id] = all_so([begun(dates[position.id], at), shown])
    replacing: dict[str, list[str]] = defaultdict(list)
    for position in positions:
        if position.supersedes and there[position.id] is not False and not position.aspects & NOT_YET:
            replacing[position.supersedes].append(position.id)
    for position in positions:
        if there[position.id] is not False:
            over = any_so([ended(dates[position.id], at), *(there[key] for key in replacing[position.id])])
            yield StanceEvidence(
                position=position,
                when=dates[position.id],
                begun=there[position.id],
                statements=tuple(key for key in position.evidence if made.get(key) is not False),
                superseded_by=tuple(replacing[position.id]),
                stands=all_so([there[position.id], asserted(position), not_so(over)]),
            )


def still_standing(pieces: Sequence[StanceEvidence]) -> Iterator[StanceEvidence]:
    """Settle which positions of one actor on one issue stand beside its others: those that no later stance replaces."""
    limits = [limits_of([piece.when] if piece.when else []) for piece in pieces]
    starts: dict[tuple[Stance, bool | None], dict[str, int]] = defaultdict(dict)
    for piece, limit in zip(pieces, limits, strict=True):
        if asserted(piece.position):
            things, thing = starts[piece.position.stance, piece.begun], referent_id(piece.position)
            things[thing] = max(limit.first_min, things.get(thing, limit.first_min))
    # of each stance, the thing that begins last, and a second one for when the first is what is asked about
    latest = {key: heapq.nlargest(2, things.items(), key=itemgetter(1)) for key, things in starts.items()}
    for piece, limit in zip(pieces, limits, strict=True):
        replaced = any_so(
            had_begun
            for (stance, had_begun), things in latest.items()
            if stance is not piece.position.stance
            and any(first > limit.last_max and thing != referent_id(piece.position) for thing, first in things)
        )
        yield attrs.evolve(piece, stands=all_so([piece.stands, not_so(replaced)]))
