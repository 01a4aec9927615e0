"""Questions about deeds and votes: who did what, and who voted how."""

import attrs

from diplo_events.analysis._record_dates import NOT_YET
from diplo_events.analysis._representatives import voices_of
from diplo_events.analysis.predicates import Answer, Predicate, Test, every, if_coded, some
from diplo_events.corroboration.statuses import HAPPENED
from diplo_events.dataset import Dataset
from diplo_events.errors import expect_type
from diplo_events.lookup import find_id
from diplo_events.model import Action, Document, EventRecord, Vote
from diplo_events.vocab import ActionStatus, Aspect, BallotChoice, VoteResult
from diplo_events.vocab.action_kinds import ActionKind

__all__ = ["Did", "Voted"]


@attrs.frozen
class Did(Predicate):
    """Whether the record reports that an actor did something: an action of which it is one of the `actors`.

    Without a status, the answer is yes for what was done or is being done. It is open (`None`) for what is planned,
    threatened or denied, or marked as future or hypothetical: the record does not settle whether it was done. It is no
    for what was only attempted, or is marked as negated. With a status, the answer is yes for the actions that have
    it in their source, whatever they are marked as.

    Examples:
        >>> from diplo_events import Action, Actor, ActorKind, Dataset, EventDate, Source, SourceKind
        >>> from diplo_events.analysis.query import answers, find
        >>> norland = Actor(id="norland", name="Norland", kind=ActorKind.STATE)
        >>> gazette = Source(id="gazette", title="Gazette", kind=SourceKind.NEWS_ARTICLE)
        >>> seized, planned = (
        ...     Action(id=f"gazette/a{number}", source="gazette", actors=("norland",), kind=kind, status=status,
        ...            summary="What Norland does.")
        ...     for number, (kind, status) in enumerate([(ActionKind.SEIZE, ActionStatus.DONE),
        ...                                              (ActionKind.BLOCKADE, ActionStatus.PLANNED)])
        ... )
        >>> dataset = Dataset(records=[norland, gazette, seized, planned])
        >>> answers(dataset, Did("Norland"))
        {'gazette/a0': True, 'gazette/a1': None}
        >>> [action.id for action in find(dataset, Did("norland", status=ActionStatus.PLANNED))]
        ['gazette/a1']
    """

    actor: str
    """The actor, by its id or any spelling."""
    kind: ActionKind | None = None
    """What is done; any deed by default."""
    status: ActionStatus | None = attrs.field(default=None, kw_only=True)
    """How far it has come, as of its source; by default, that it was done or is being done."""
    representatives: bool = attrs.field(default=False, kw_only=True)
    """Whether the deeds of those who represent the actor count: see `diplo_events.hierarchy.representatives`."""

    def __attrs_post_init__(self) -> None:
        if self.kind is not None:
            expect_type("kind", self.kind, ActionKind, hint="write a kind of deed, such as ActionKind.WITHDRAW")
        if self.status is not None:
            expect_type("status", self.status, ActionStatus, hint="write a status, such as ActionStatus.DONE")

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the actor and the deed."""
        wanted_at = voices_of(dataset, self.actor, with_representatives=self.representatives)

        def test(record: EventRecord) -> Answer:
            if not isinstance(record, Action):
                return False
            wanted = wanted_at(record.when)
            by_actor = if_coded(record.actors, lambda actors: not wanted.isdisjoint(actors))
            of_kind = self.kind is None or if_coded(record.kind, lambda kind: kind is self.kind)
            as_far = was_done(record) if self.status is None else if_coded(record.status, lambda s: s is self.status)
            return every([by_actor, of_kind, as_far])

        return test


@attrs.frozen
class Voted(Predicate):
    """Whether the record reports that an actor voted: a vote with a ballot of the actor.

    Without a choice, yes, no, veto and abstention count: who was absent or present without voting did not vote. A
    veto is a no as well. Where the record has no ballot of the actor, the answer is open (`None`) unless the tally
    leaves none over: ballots need not be complete. It is open also for a vote on which the record names no document
    if the question names one, and for a vote marked as future or hypothetical.

    Examples:
        >>> from diplo_events import (Actor, ActorKind, Ballot, Dataset, Source, SourceKind, Tally, Vote, VoteResult)
        >>> from diplo_events.analysis.query import answers
        >>> council = Actor(id="council", name="Council", kind=ActorKind.INTERNATIONAL_ORGANIZATION)
        >>> states = [Actor(id=key, name=key.title(), kind=ActorKind.STATE) for key in ("norland", "sudland")]
        >>> gazette = Source(id="gazette", title="Gazette", kind=SourceKind.NEWS_ARTICLE)
        >>> vote = Vote(id="gazette/v1", source="gazette", body="council", result=VoteResult.REJECTED,
        ...             ballots=(Ballot(actor="norland", choice=BallotChoice.VETO),), tally=Tally(yes=14, no=1),
        ...             summary="The draft is not adopted.")
        >>> dataset = Dataset(records=[council, *states, gazette, vote])
        >>> answers(dataset, Voted("Norland", BallotChoice.NO))["gazette/v1"]
        True
        >>> answers(dataset, Voted("Sudland", BallotChoice.YES))["gazette/v1"] is None  # or it is not a member
        True
        >>> answers(dataset, Voted("Sudland", BallotChoice.NO))["gazette/v1"]  # there was one, and it is Norland's
        False
    """

    actor: str
    """The actor, by its id or any spelling."""
    choice: BallotChoice | None = None
    """How it votes; any ballot that is cast by default."""
    on: str | None = attrs.field(default=None, kw_only=True)
    """The document that is voted on, by its id or any spelling; any by default."""
    representatives: bool = attrs.field(default=False, kw_only=True)
    """Whether the ballots of those who represent the actor count: see `diplo_events.hierarchy.representatives`."""

    def __attrs_post_init__(self) -> None:
        if self.choice is not None:
            expect_type("choice", self.choice, BallotChoice, hint="write a choice, such as BallotChoice.ABSTAIN")

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the actor, the choice and the document."""
        wanted_at = voices_of(dataset, self.actor, with_representatives=self.representatives)
        document = None if self.on is None else find_id(dataset, self.on, Document)

        def test(record: EventRecord) -> Answer:
            if not isinstance(record, Vote) or Aspect.NEGATED in record.aspects:
                return False
            on_it = document is None or (None if record.on is None else record.on == document)
            taken = None if record.aspects & NOT_YET else True
            return every([on_it, taken, has_ballot(record, wanted_at(record.when), self.choice)])

        return test


def was_done(action: Action) -> Answer:
    """Whether an action was done or is being done, according to its source; `None` if that is open."""
    if Aspect.NEGATED in action.aspects or action.status is ActionStatus.ATTEMPTED:
        return False
    return True if action.status in HAPPENED and not action.aspects & NOT_YET else None


def has_ballot(vote: Vote, wanted: frozenset[str], choice: BallotChoice | None) -> Answer:
    """Whether one of some actors, who count as one, voted in a way; `None` if the record leaves that open."""
    cast = [ballot.choice for ballot in vote.ballots if ballot.actor in wanted]
    if cast:
        return any(fits(one, choice) for one in cast)
    possible = [one for one in BallotChoice if one.is_cast] if choice is None else [choice]
    return some(None if may_have_more(vote, one) else False for one in possible)


def fits(cast: BallotChoice, choice: BallotChoice | None) -> bool:
    """Whether a ballot is one of a choice, or one that is cast at all; a veto is a no."""
    return cast.is_cast if choice is None else choice in {cast, cast.counted}


def may_have_more(vote: Vote, choice: BallotChoice) -> bool:
    """Whether a vote may have ballots of a choice besides those that the record names."""
    if choice is BallotChoice.VETO and vote.result is VoteResult.ADOPTED:
        return False
    total: int | None = getattr(vote.tally, choice.counted.value) if vote.tally else None
    return total is None or total > [ballot.choice.counted for ballot in vote.ballots].count(choice.counted)
