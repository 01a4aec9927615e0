"""`Vote`: how a body decides; with `Ballot`, how one member votes, and `Tally`, the count."""

from collections import Counter
from collections.abc import Iterator

import attrs

from diplo_events.errors import Problem
from diplo_events.model.event_record import EventRecord
from diplo_events.model.field_rules import Checked
from diplo_events.model.ids import ActorId, DocumentId, IssueId, MeetingId
from diplo_events.vocab import BallotChoice, VoteResult

__all__ = ["Ballot", "Tally", "Vote"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Ballot(Checked):
    """How one member votes."""

    actor: ActorId
    """The member."""
    choice: BallotChoice
    """How it votes."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Tally(Checked):
    """The count of a vote, as the source gives it; `None` for what it does not give.

    Examples:
        >>> Tally(yes=13, no=1, abstain=1).no
        1
    """

    yes: int | None = None
    """How many are in favour."""
    no: int | None = None
    """How many are against, those who veto included."""
    abstain: int | None = None
    """How many abstain."""
    not_participating: int | None = None
    """How many are present and do not vote."""
    absent: int | None = None
    """How many are not present."""

    def _relations(self) -> Iterator[Problem]:
        for name, number in attrs.asdict(self).items():
            if number is not None and number < 0:
                yield Problem(path=name, expected="a number of at least 0", found=str(number))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Vote(EventRecord):
    """A decision of a body by vote, as one source reports it.

    Ballots need not be complete, but there are never more of a choice than the tally counts.

    Examples:
        >>> from diplo_events import Ballot, BallotChoice, Tally, Vote, VoteResult
        >>> Vote(id="v1", source="a1", body="security-council", result=VoteResult.REJECTED,
        ...      ballots=(Ballot(actor="russia", choice=BallotChoice.VETO),), tally=Tally(yes=13, no=1, abstain=1),
        ...      summary="The Council did not adopt the draft.").ballots[0].choice.meaning
        'against, by a member whose no prevents adoption'
    """

    body: ActorId
    """The body that votes."""
    on: DocumentId | None = None
    """The document that is voted on."""
    occasion: MeetingId | None = None
    """The meeting at which the vote is taken."""
    issues: tuple[IssueId, ...] = ()
    """The issues that it decides."""
    result: VoteResult
    """What is decided."""
    ballots: tuple[Ballot, ...] = ()
    """How each member votes, as far as the source says."""
    tally: Tally | None = None
    """The count."""
    summary: str
    """What is decided, in the coder's own neutral words."""

    def _relations(self) -> Iterator[Problem]:
        voters = Counter(ballot.actor for ballot in self.ballots)
        for actor, times in voters.items():
            if times > 1:
                yield Problem(path="ballots", expected="one ballot of each member", found=f"{times} of {actor!r}")
        if self.result is VoteResult.ADOPTED and any(ballot.choice is BallotChoice.VETO for ballot in self.ballots):
            yield Problem(path="result", expected="a result other than adopted, because of a veto", found="'adopted'")
        for choice, number in Counter(ballot.choice.counted for ballot in self.ballots).items():
            counted: int | None = getattr(self.tally, choice.value) if self.tally else None
            if counted is not None and number > counted:
                expected = f"at least {number}, as there are as many ballots"
                yield Problem(path=f"tally.{choice.value}", expected=expected, found=str(counted))
