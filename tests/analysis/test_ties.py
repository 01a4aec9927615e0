"""Ties by what actors do together, compared with pairs that are counted one by one."""

import itertools
from collections import Counter
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given

from diplo_events import (
    Aspect,
    Ballot,
    BallotChoice,
    Dataset,
    Document,
    DocumentKind,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    SpeechAct,
    Statement,
    Vote,
    VoteResult,
)
from diplo_events.analysis import affiliation, mentions, one_mode, ties, windows
from diplo_events.analysis.ties import Tie
from diplo_events.errors import ArgumentError
from diplo_events.open_records import coded
from diplo_events.schema import Record
from shared_datasets import DATASETS
from stance_records import statement

Pairs = dict[tuple[str, str], float]

TIES: tuple[Tie, ...] = get_args(Tie)
YES, NO, VETO, ABSTAIN = BallotChoice.YES, BallotChoice.NO, BallotChoice.VETO, BallotChoice.ABSTAIN


def pairs(*records: Record, of: Tie, **options: Any) -> Pairs:
    """Return how often two actors are tied."""
    found = ties(Dataset(records=records, complete=False), of=of, **options)
    return {(edge.source, edge.target): edge.weight for edge in one_mode(found, aggregation="ignore")}


def vote(key: str, ballots: dict[str, BallotChoice], **fields: Any) -> Vote:
    cast = tuple(Ballot(actor=actor, choice=choice) for actor, choice in ballots.items())
    values: dict[str, Any] = {"source": "undated", "body": "council", "summary": "A vote.", **fields}
    return Vote(id=key, ballots=cast, result=VoteResult.UNKNOWN, **values)


def meeting(key: str, *proposed_by: str, **fields: Any) -> Meeting:
    values: dict[str, Any] = {"status": MeetingStatus.PROPOSED, "kind": MeetingKind.TALKS, "title": "Talks", **fields}
    return Meeting(id=key, source="undated", proposed_by=proposed_by, **values)


def document(key: str, *parties: str, **fields: Any) -> Document:
    return Document(id=key, title=key, kind=DocumentKind.TREATY, parties=parties, **fields)


class TestVotes:
    def test_the_same_choice_ties_and_a_veto_is_a_no(self) -> None:
        ballots = {"a": YES, "b": YES, "c": NO, "d": VETO, "e": ABSTAIN, "f": ABSTAIN}
        assert pairs(vote("v", ballots), of="votes") == {("a", "b"): 1, ("c", "d"): 1, ("e", "f"): 1}

    def test_who_is_absent_or_does_not_take_part_is_tied_to_nobody(self) -> None:
        for choice in (BallotChoice.ABSENT, BallotChoice.NOT_PARTICIPATING):
            assert pairs(vote("v", {"a": choice, "b": choice}), of="votes") == {}

    def test_each_vote_counts_and_its_reports_together_once(self) -> None:
        first = vote("v1", {"a": YES, "b": YES}, canonical_id="vote/1")
        again = vote("v2", {"a": YES, "c": YES}, canonical_id="vote/1")
        other = vote("v3", {"a": NO, "b": NO})
        assert pairs(first, again, other, of="votes") == {("a", "b"): 2, ("a", "c"): 1, ("b", "c"): 1}

    def test_a_vote_that_was_not_taken_ties_nobody(self) -> None:
        for aspect in (Aspect.NEGATED, Aspect.FUTURE, Aspect.HYPOTHETICAL):
            assert pairs(vote("v", {"a": YES, "b": YES}, aspects=frozenset({aspect})), of="votes") == {}


class TestStatements:
    def test_those_who_speak_with_one_voice(self) -> None:
        joint, alone = statement("s1", speakers=("a", "b", "c")), statement("s2", speakers=("a",))
        assert pairs(joint, alone, of="statements") == {("a", "b"): 1, ("a", "c"): 1, ("b", "c"): 1}

    def test_two_names_of_one_speaker_are_not_two_speakers(self) -> None:
        spokeswoman = statement("s1", speakers=("speaker",), canonical_id="utterance/1")
        state = statement("s2", speakers=("norland",), canonical_id="utterance/1")
        assert pairs(spokeswoman, state, of="statements") == {}

    def test_a_headline_that_repeats_it_is_not_another_one(self) -> None:
        joint = statement("s1", speakers=("a", "b"))
        headline = statement("s2", speakers=("a", "b"), restates="s1")
        assert pairs(joint, headline, of="statements") == {("a", "b"): 1}

    def test_questions_relays_and_declined_comments_only_if_asked_for(self) -> None:
        for act in SpeechAct:
            said = attrs.evolve(statement("s", speakers=("a", "b"), issues=("issue/fish",)), acts=(act,))
            with_more = attrs.evolve(said, acts=tuple(dict.fromkeys((act, SpeechAct.REJECT))))
            holder = Dataset(records=[said], complete=False)
            expected = act not in {SpeechAct.QUESTION, SpeechAct.RELAY, SpeechAct.DECLINE_COMMENT}
            assert bool(pairs(said, of="statements")) is expected
            assert bool(mentions(holder, of="statements").items) is expected
            assert pairs(with_more, of="statements")
            assert pairs(said, of="statements", all_acts=True) == {("a", "b"): 1}
            assert len(mentions(holder, of="statements", all_acts=True).items) == 2

    def test_the_source_that_counts_is_the_fullest(self) -> None:
        short = statement("s1", speakers=("a", "b"), canonical_id="utterance/1", source="early")
        long = statement("s2", speakers=("a", "b", "c"), canonical_id="utterance/1", source="late")
        found = ties(Dataset(records=[short, long], complete=False), of="statements")
        assert {item.record for item in found.items} == {"s2"}
        assert {item.source for item in found.items} == {"late"}


class TestDocuments:
    def test_the_parties(self) -> None:
        assert pairs(document("d", "a", "b"), document("e", "a", "b"), of="documents") == {("a", "b"): 2}

    def test_a_clause_ties_only_those_whom_the_whole_does_not(self) -> None:
        whole = document("d", "a", "b")
        within, beyond = document("d/1", "a", "b", part_of="d"), document("d/2", "b", "c", part_of="d")
        deeper = document("d/1/a", "a", "b", part_of="d/1")
        assert pairs(whole, within, deeper, of="documents") == {("a", "b"): 1}
        assert pairs(whole, beyond, of="documents") == {("a", "b"): 1, ("b", "c"): 1}

    def test_the_date_is_that_of_the_signature_or_of_the_adoption(self) -> None:
        first, second = (EventDate.parse(text) for text in ("1828-02-22?", "1828-03-01"))
        for fields, expected in (
            ({"signed": first, "adopted": second}, first),
            ({"adopted": second}, second),
            ({"in_force": first}, first),
            ({}, None),
        ):
            holder = Dataset(records=[document("d", "a", "b", **fields)], complete=False)
            assert {item.when for item in ties(holder, of="documents").items} == {expected}
            plain = {item.when for item in ties(holder, of="documents", unqualified=True).items}
            assert plain == {expected and expected.unqualified()}


class TestMeetings:
    def test_those_who_propose_one_whatever_becomes_of_it(self) -> None:
        for status in MeetingStatus:
            future = meeting("m", "a", "b", status=status, aspects=frozenset({Aspect.FUTURE}))
            assert pairs(future, of="meetings") == {("a", "b"): 1}

    def test_rival_proposals_of_two_sources_are_not_one(self) -> None:
        rivals = (meeting("m1", "a", canonical_id="meeting/x"), meeting("m2", "b", canonical_id="meeting/x"))
        assert pairs(*rivals, of="meetings") == {}

    def test_the_time_of_the_meeting_is_not_that_of_the_proposal(self) -> None:
        later = meeting("m", "a", "b", when=EventDate.parse("2025-09-03"))
        found = ties(Dataset(records=[later], complete=False), of="meetings")
        assert {item.when for item in found.items} == {None}


@given(DATASETS)
def test_two_are_tied_as_often_as_some_record_joins_them(dataset: Dataset) -> None:
    dataset = coded(dataset)
    joined = {
        "statements": [s.speakers for s in dataset.of_type(Statement)],
        "documents": [d.parties for d in dataset.of_type(Document)],
        "meetings": [m.proposed_by for m in dataset.of_type(Meeting)],
        "votes": [
            tuple(b.actor for b in v.ballots if b.choice in choices)
            for v in dataset.of_type(Vote)
            for choices in ((YES,), (NO, VETO), (ABSTAIN,))
        ],
    }
    for of in TIES:
        most = Counter(pair for group in joined[of] for pair in itertools.combinations(sorted(group), 2))
        edges = one_mode(ties(dataset, of=of, all_acts=True), aggregation="ignore")
        weights = {(edge.source, edge.target): edge.weight for edge in edges}
        shared = {(item.issue, item.actor) for item in ties(dataset, of=of, all_acts=True).items}
        assert len(shared) == len(ties(dataset, of=of, all_acts=True).items)
        if of == "votes":  # the ballots of several reports are those of one vote
            continue
        assert weights.keys() <= most.keys()
        assert all(weight <= most[pair] for pair, weight in weights.items())


def test_networks_of_ties_have_two_modes_and_windows() -> None:
    ballots = vote("v", {"a": YES, "b": YES}, when=EventDate.parse("2025-09-03"))
    found = ties(Dataset(records=[ballots], complete=False), of="votes")
    edges = affiliation(found, aggregation="ignore")
    assert [(edge.source, edge.target, edge.weight) for edge in edges] == [("a", "v:yes", 1), ("b", "v:yes", 1)]
    (window,) = windows(found, days=1)
    assert window.mentions == found
    with pytest.raises(ArgumentError, match="without levels of agreement"):
        one_mode(found)
