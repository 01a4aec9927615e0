"""Ballots as a tally counts them."""

from typing import Final

from diplo_events.vocab import BallotChoice

__all__ = ["VOTING", "as_counted"]

VOTING: Final = (BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN)
"""The choices of those who take part in a vote, as a tally counts them."""


def as_counted(choice: BallotChoice) -> BallotChoice:
    """Return the choice as which a tally counts a ballot: a veto is a no."""
    return BallotChoice.NO if choice is BallotChoice.VETO else choice
