"""Stances that no position of the actor's own records: how it voted, and what it said with others in one voice."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.hierarchy import parents_in, reachable
from diplo_events.model import Position, Statement, Vote
from diplo_events.model.ids import ActorId
from diplo_events.vocab import BallotChoice, PositionBasis, Stance

__all__ = ["ballot_positions", "co_speakers_in"]

STANCES: Final[Mapping[BallotChoice, Stance]] = MappingProxyType(
    {BallotChoice.YES: Stance.AGREE, BallotChoice.NO: Stance.DISAGREE}
)
"""What a ballot shows of a stance on the issues of a vote."""


def ballot_positions(vote: Vote) -> Iterator[Position]:
    """List the positions that the ballots of a vote show on its issues; each has the id of the vote.

    A yes agrees with the propositions of the issues, a no or a veto disagrees; the other choices show nothing.
    """
    for ballot in vote.ballots:
        stance = STANCES.get(ballot.choice.counted)
        if stance is None:
            continue
        for issue in vote.issues:
            yield Position(
                id=vote.id,
                source=vote.source,
                spans=vote.spans,
                via=vote.via,
                canonical_id=vote.canonical_id,
                when=vote.when,
                when_as_reported=vote.when_as_reported,
                aspects=vote.aspects,
                hedge=vote.hedge,
                credibility=vote.credibility,
                actor=ballot.actor,
                issue=issue,
                stance=stance,
                basis=PositionBasis.INFERRED,
                summary=vote.summary,
            )


def co_speakers_in(dataset: Dataset) -> Callable[[Position], Mapping[ActorId, tuple[str, ...]]]:
    """Return a function that maps the other speakers of the joint statements that show a position to these statements.

    Only a declared position counts that is of one of the speakers, or of an actor whom one of them represents. A
    speaker of whom, or of whose state, the dataset has a position of its own on the issue, shown by the same statement,
    is left out.
    """
    recorded = {(p.actor, p.issue, key) for p in dataset.of_type(Position) for key in p.evidence}

    def co_speakers(position: Position) -> Mapping[ActorId, tuple[str, ...]]:
        shown_by: dict[ActorId, tuple[str, ...]] = {}
        for key in position.evidence if position.basis is PositionBasis.DECLARED else ():
            statement = dataset.get(key)
            if not isinstance(statement, Statement) or len(statement.speakers) == 1:
                continue
            upwards = parents_in(dataset, at=statement.when)
            above = {speaker: reachable([speaker], upwards) for speaker in statement.speakers}
            if not any(position.actor in actors for actors in above.values()):
                continue
            own = reachable([position.actor], upwards)
            for speaker, actors in above.items():
                has_own = any((actor, position.issue, key) in recorded for actor in actors)
                if not has_own and speaker not in own:
                    shown_by[speaker] = (*shown_by.get(speaker, ()), key)
        return shown_by

    return co_speakers
