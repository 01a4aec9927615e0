"""What shows the stance of an actor on an issue: its own positions, what it said with others, and how it voted."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from diplo_events.analysis._record_dates import NOT_YET, asserted, begun, ended, read_date
from diplo_events.analysis._shared_stances import ballot_positions, co_speakers_in
from diplo_events.analysis.predicates import Answer, every, negate, some
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.dates.limits import clock_range
from diplo_events.errors import ArgumentError, shown
from diplo_events.hierarchy import parents_in, reachable
from diplo_events.model import Position, Statement, Vote

__all__ = ["HORIZON", "StanceEvidence", "age_at", "check_moment", "evidence_at", "represented_in"]

HORIZON: Final = 3650
"""How many days old a position may be to stand certainly, unless you say otherwise: about ten years."""


@attrs.frozen(kw_only=True)
class StanceEvidence:
    """A position that had begun by the date of a matrix or series, certainly or possibly.

    It is a position of the dataset, unless `vote` or `joint` says otherwise.
    """

    position: Position
    """The position, as its source reports it; of a ballot, what it shows of a stance, with the id of the vote."""
    when: EventDate | None
    """The date that was read for it: without a date of its own, the days up to its source's publication."""
    begun: Answer
    """Whether it, and one of the statements that show it, had begun by the date; `None` if that is open."""
    statements: tuple[str, ...]
    """The ids of the statements that show it and that were made by the date, certainly or possibly."""
    superseded_by: tuple[str, ...]
    """The ids of the positions that supersede it and had begun by the date, certainly or possibly."""
    stands: Answer
    """Whether it still stood at the date; `None` if that is open."""
    age: int | None = None
    """How many days the last day of its date lies before that of the matrix's or series' date, 0 if it is later; `None`
    if there is no such date, or one of the two has no last day. What is older than the horizon of a matrix does not
    stand certainly: `stands` is `None` at best."""
    vote: str | None = None
    """The id of the vote, if it is a ballot of the actor."""
    joint: bool = False
    """Whether the dataset has it as the position of another actor, with whom this one made the `statements`."""

    @property
    def mark(self) -> str | None:
        """What it is, if it is not a position that the dataset has of the actor: a ballot, or a joint statement."""
        return "ballot" if self.vote else "joint statement" if self.joint else None


def check_moment(at: EventDate | None, horizon: int | None) -> None:
    """Refuse a date that is none, and a horizon that is not a whole number of days from 0."""
    if at is not None:
        check_event_date(at, "at")
    if horizon is not None and (type(horizon) is not int or horizon < 0):
        raise ArgumentError(f"expected horizon to be a whole number of days from 0, or None, found {shown(horizon)}")


def evidence_at(dataset: Dataset, at: EventDate | None, *, unqualified: bool, votes: bool) -> Iterator[StanceEvidence]:
    """List what shows a stance and had begun by a date, without regard to later stances of the same actor or to age."""
    yield from positions_at(dataset, at, unqualified=unqualified)
    if votes:
        yield from ballots_at(dataset, at, unqualified=unqualified)


def represented_in(dataset: Dataset) -> Callable[[str, EventDate | None], tuple[str, ...]]:
    """Return a function that lists an actor and whom it represents at a time."""

    @functools.cache
    def represented(actor: str, when: EventDate | None) -> tuple[str, ...]:
        return reachable([actor], parents_in(dataset, at=when))

    return represented


def positions_at(dataset: Dataset, at: EventDate | None, *, unqualified: bool) -> Iterator[StanceEvidence]:
    """List the positions that had begun by a date, without regard to later stances of the same actor or to age."""
    said: dict[str, Answer] = {
        statement.id: begun(read_date(dataset, statement, unqualified=unqualified), at)
        for statement in dataset.of_type(Statement)
    }
    positions = dataset.of_type(Position)
    dates = {position.id: read_date(dataset, position, unqualified=unqualified) for position in positions}
    taken: dict[str, Answer] = {}
    for position in positions:
        shown = some(said.get(key) for key in position.evidence) if position.evidence and at is not None else True
        taken[position.id] = every([begun(dates[position.id], at), shown])
    replacing: dict[str, list[str]] = defaultdict(list)
    for position in positions:
        if position.supersedes and taken[position.id] is not False and not position.aspects & NOT_YET:
            replacing[position.supersedes].append(position.id)
    co_speakers = co_speakers_in(dataset)
    for position in positions:
        for actor, keys in co_speakers(position).items():
            had_begun = every([begun(dates[position.id], at), some(map(said.get, keys)) if at is not None else True])
            if had_begun is not False:
                over = ended(dates[position.id], at)
                yield StanceEvidence(
                    position=attrs.evolve(position, actor=actor, supersedes=None),
                    when=dates[position.id],
                    begun=had_begun,
                    statements=tuple(key for key in keys if said.get(key) is not False),
                    superseded_by=(),
                    stands=every([had_begun, asserted(position), negate(over)]),
                    age=age_at(dates[position.id], at),
                    joint=True,
                )
        if taken[position.id] is not False:
            over = some([ended(dates[position.id], at), *(taken[key] for key in replacing[position.id])])
            yield StanceEvidence(
                position=position,
                when=dates[position.id],
                begun=taken[position.id],
                statements=tuple(key for key in position.evidence if said.get(key) is not False),
                superseded_by=tuple(replacing[position.id]),
                stands=every([taken[position.id], asserted(position), negate(over)]),
                age=age_at(dates[position.id], at),
            )


def ballots_at(dataset: Dataset, at: EventDate | None, *, unqualified: bool) -> Iterator[StanceEvidence]:
    """List what ballots show, of the votes that had been taken by a date."""
    for vote in dataset.of_type(Vote):
        when = read_date(dataset, vote, unqualified=unqualified)
        had_begun = begun(when, at)
        for position in ballot_positions(vote) if had_begun is not False else ():
            yield StanceEvidence(
                position=position,
                when=when,
                begun=had_begun,
                statements=(),
                superseded_by=(),
                stands=every([had_begun, asserted(vote)]),
                age=age_at(when, at),
                vote=vote.id,
            )


def age_at(when: EventDate | None, at: EventDate | None) -> int | None:
    """Return how many days lie between the last days of two dates as written, 0 if the first is later.

    Two date-times of one moment have no day between them, whatever days they are written on. The result is `None` if
    there is no date, or one has no last day.

    >>> age_at(EventDate.parse("1941-06-22"), EventDate.parse("2024-06-22")), age_at(EventDate.parse("2024"), None)
    (30316, None)
    """
    if when is None or when.latest is None or at is None or at.latest is None:
        return None
    is_over = clock_range(at)[1] > clock_range(when)[1]
    return max(at.latest.ordinal - when.latest.ordinal, 0) if is_over else 0
