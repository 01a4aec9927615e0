"""Who did what and who voted how, compared with every way in which a record can be completed."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Actor,
    ActorKind,
    Aspect,
    Ballot,
    BallotChoice,
    Dataset,
    Document,
    DocumentKind,
    EventDate,
    InvalidRecordError,
    Role,
    Source,
    SourceKind,
    Tally,
    Vote,
    VoteResult,
)
from diplo_events.analysis import Did, Involves, Voted, answers, find
from diplo_events.analysis.predicates import Answer, Predicate
from diplo_events.errors import ArgumentTypeError, QueryError
from diplo_events.strategies import actions
from diplo_events.strategies import votes as any_votes
from shared_datasets import DATASETS
from wider_records import EXAMPLE

STATES = tuple(Actor(id=key, name=key.title(), kind=ActorKind.STATE) for key in ("norland", "sudland", "estland"))
ENVOY = Actor(id="envoy", name="The envoy", kind=ActorKind.PERSON, member_of=("norland",))
COUNCIL = Actor(id="council", name="Council", kind=ActorKind.INTERNATIONAL_ORGANIZATION)
GAZETTE = Source(id="gazette", title="Gazette", kind=SourceKind.NEWS_ARTICLE)
DRAFTS = tuple(
    Document(id=f"draft/{n}", title=f"Draft {n}", kind=DocumentKind.DRAFT, parties=("norland",)) for n in (1, 2)
)

YES, NO, VETO = BallotChoice.YES, BallotChoice.NO, BallotChoice.VETO
TAKING_PART = (YES, NO, VETO, BallotChoice.ABSTAIN)


def dataset_of(*events: Action | Vote) -> Dataset:
    return Dataset(records=[*STATES, ENVOY, COUNCIL, GAZETTE, *DRAFTS, *events])


def deed(*actors: str, **fields: Any) -> Action:
    values: dict[str, Any] = {"kind": ActionKind.SEIZE, "status": ActionStatus.DONE, "summary": "A deed.", **fields}
    return Action(id="gazette/a1", source="gazette", actors=actors, **values)


def vote(ballots: dict[str, BallotChoice], **fields: Any) -> Vote:
    values: dict[str, Any] = {"body": "council", "result": VoteResult.UNKNOWN, "summary": "A vote.", **fields}
    cast = tuple(Ballot(actor=actor, choice=choice) for actor, choice in ballots.items())
    return Vote(id="gazette/v1", source="gazette", ballots=cast, **values)


def answer(record: Action | Vote, question: Predicate) -> Answer:
    return answers(dataset_of(record), question)[record.id]


class TestDid:
    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (ActionStatus.DONE, True),
            (ActionStatus.ONGOING, True),
            (ActionStatus.ATTEMPTED, False),
            (ActionStatus.PLANNED, None),
            (ActionStatus.THREATENED, None),
            (ActionStatus.DENIED, None),
        ],
    )
    def test_what_was_done_is_what_its_status_says(self, status: ActionStatus, expected: Answer) -> None:
        assert answer(deed("norland", status=status), Did("norland")) is expected
        for asked in ActionStatus:
            assert answer(deed("norland", status=status), Did("norland", status=asked)) is (asked is status)

    def test_what_is_marked_is_not_certainly_done(self) -> None:
        for aspect, expected in {
            Aspect.NEGATED: False,
            Aspect.FUTURE: None,
            Aspect.HYPOTHETICAL: None,
            Aspect.HISTORICAL: True,
        }.items():
            marked = deed("norland", aspects=frozenset({aspect}))
            assert answer(marked, Did("norland")) is expected
            assert answer(marked, Did("norland", status=ActionStatus.DONE)) is True

    def test_only_those_who_do_it_count_and_each_of_them(self) -> None:
        joint = deed("norland", "sudland", targets=("estland",))
        assert [answer(joint, Did(state.id)) for state in STATES] == [True, True, False]

    def test_the_kind(self) -> None:
        for kind in ActionKind:
            assert answer(deed("norland"), Did("norland", kind)) is (kind is ActionKind.SEIZE)

    def test_representatives_count_if_asked_for(self) -> None:
        assert answer(deed("envoy"), Did("norland")) is False
        assert answer(deed("envoy"), Did("norland", representatives=True)) is True
        assert answer(deed("norland"), Did("envoy", representatives=True)) is False

    @pytest.mark.slow
    @given(DATASETS)
    def test_what_somebody_possibly_did_involves_them_in_an_action(self, dataset: Dataset) -> None:
        for actor in dataset.of_type(Actor)[:4]:
            for wide in (False, True):
                found = find(dataset, Did(actor.id, representatives=wide), certainty="possibly")
                assert all(isinstance(record, Action) for record in found)
                involved = Involves(actor.id, roles=("actors",), representatives=wide)
                assert set(found) <= set(find(dataset, involved, certainty="possibly"))  # nobody knows in a draft
                did = (Did(actor.id, status=status, representatives=wide) for status in ActionStatus)
                by_status = [find(dataset, question, certainty="possibly") for question in did]
                assert set(found) <= {record for records in by_status for record in records}

    def test_wrong_arguments(self) -> None:
        with pytest.raises(ArgumentTypeError, match=r"kind .*write a kind of deed, such as ActionKind\.WITHDRAW"):
            Did("norland", "seize")
        with pytest.raises(ArgumentTypeError, match=r"status .*write a status, such as ActionStatus\.DONE"):
            Did("norland", status=VoteResult.ADOPTED)


@st.composite
def votes(draw: st.DrawFn) -> Vote:
    """Draw a vote of two states with a small tally, or none."""
    voters = draw(st.lists(st.sampled_from(["norland", "sudland"]), unique=True))
    ballots = {voter: draw(st.sampled_from(BallotChoice)) for voter in voters}
    counts = {field.name: draw(st.none() | st.integers(0, 2)) for field in attrs.fields(Tally)}
    result = draw(st.sampled_from(VoteResult))
    for tally, decided in ((Tally(**counts), result), (None, result), (None, VoteResult.UNKNOWN)):
        try:
            return vote(ballots, tally=tally if draw(st.integers(0, 3)) else None, result=decided)
        except InvalidRecordError:
            continue
    raise AssertionError("a vote without a tally or a result has any ballots")


def completions(record: Vote, actor: str) -> Iterator[BallotChoice | None]:
    """List how an actor may have voted according to a record, as the model allows it; `None` for not at all."""
    if cast := [ballot.choice for ballot in record.ballots if ballot.actor == actor]:
        yield from cast
        return
    yield None
    for choice in BallotChoice:
        try:
            attrs.evolve(record, ballots=(*record.ballots, Ballot(actor=actor, choice=choice)))
        except InvalidRecordError:
            continue
        yield choice


def counts_as(cast: BallotChoice | None, choice: BallotChoice | None) -> bool:
    if choice is None:
        return cast in TAKING_PART
    return cast is choice or (cast is VETO and choice is NO)


class TestVoted:
    @given(votes(), st.none() | st.sampled_from(BallotChoice))
    def test_the_answer_is_what_every_completion_of_the_record_gives(
        self, record: Vote, choice: BallotChoice | None
    ) -> None:
        for state in STATES:
            possible = {counts_as(cast, choice) for cast in completions(record, state.id)}
            expected = possible.pop() if len(possible) == 1 else None
            assert answer(record, Voted(state.id, choice)) is expected

    def test_the_document(self) -> None:
        on_first = vote({"norland": YES}, on="draft/1")
        for name, expected in {"draft/1": True, "Draft 1": True, "draft/2": False}.items():
            assert answer(on_first, Voted("norland", on=name)) is expected
            assert answer(on_first, Voted("norland", NO, on=name)) is False
        assert answer(vote({"norland": YES}), Voted("norland", YES, on="draft/1")) is None
        with pytest.raises(QueryError, match="expected the id or a spelling of a document, found 'draft/3'"):
            answer(on_first, Voted("norland", on="draft/3"))

    def test_a_vote_that_was_not_taken(self) -> None:
        for aspect, expected in {Aspect.NEGATED: False, Aspect.FUTURE: None, Aspect.HYPOTHETICAL: None}.items():
            assert answer(vote({"norland": YES}, aspects=frozenset({aspect})), Voted("norland", YES)) is expected

    def test_an_actor_and_its_representatives_are_one_voice(self) -> None:
        by_envoy = vote({"envoy": YES})
        assert answer(by_envoy, Voted("norland", YES)) is None
        assert answer(by_envoy, Voted("norland", YES, representatives=True)) is True
        assert answer(by_envoy, Voted("norland", NO, representatives=True)) is False
        assert answer(vote({"norland": YES}), Voted("envoy", YES, representatives=True)) is None

    def test_who_votes_takes_part_in_the_vote(self) -> None:
        for record in find(EXAMPLE, Voted("russia")):
            assert isinstance(record, Vote)
        assert find(EXAMPLE, Voted("the Kremlin", VETO)) == find(EXAMPLE, Voted("russia", NO)) == EXAMPLE.of_type(Vote)

    def test_the_holder_of_an_office_counts_while_it_is_held(self) -> None:
        role = Role(title="Consul", office="consul", when=EventDate.parse("2020/2024"))
        consul = Actor(id="consul", name="The consul", kind=ActorKind.OFFICE, member_of=("norland",))
        norris = Actor(id="norris", name="Norris", kind=ActorKind.PERSON, roles=(role,))
        for when, expected in {"2022": True, "2025": False, "2024/2025": True}.items():
            date = EventDate.parse(when)
            seizes, votes_yes = deed("norris", when=date), vote({"norris": YES}, when=date)
            holder = Dataset(records=[*STATES, COUNCIL, GAZETTE, consul, norris, seizes, votes_yes])
            for name in ("The consul", "norland"):
                assert answers(holder, Did(name, representatives=True))[seizes.id] is expected
                assert answers(holder, Involves(name, representatives=True))[seizes.id] is expected
                voted = answers(holder, Voted(name, YES, representatives=True))[votes_yes.id]
                assert voted is (True if expected else None)

    def test_wrong_arguments(self) -> None:
        with pytest.raises(ArgumentTypeError, match=r"choice .*write a choice, such as BallotChoice\.ABSTAIN"):
            Voted("norland", "yes")


@given(actions() | any_votes())
def test_no_other_record_is_a_deed_or_a_vote(record: Action | Vote) -> None:
    own = attrs.evolve(record, id="the-record", source="gazette", restates=None)
    holder = Dataset(records=[*STATES, GAZETTE, own], complete=False)
    asked = Voted("norland") if isinstance(record, Action) else Did("norland")
    assert answers(holder, asked)["the-record"] is False
