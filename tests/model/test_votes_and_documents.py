"""Votes, ballots and tallies, documents and deeds, and what is said verbatim, at their borders."""

from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Ballot,
    BallotChoice,
    Document,
    DocumentKind,
    EventDate,
    InvalidRecordError,
    Quantity,
    QuotationMode,
    Span,
    SpeechAct,
    Statement,
    Tally,
    Unit,
    Vote,
    VoteResult,
)

MEMBERS = ("norland", "sudland", "estland", "westland")


def vote(**fields: Any) -> Vote:
    values = {"id": "v", "source": "a", "body": "council", "result": VoteResult.REJECTED, "summary": "Not adopted."}
    return Vote(**{**values, **fields})


def ballots(**choices: BallotChoice) -> tuple[Ballot, ...]:
    return tuple(Ballot(actor=actor, choice=choice) for actor, choice in choices.items())


class TestVotes:
    def test_each_member_votes_once(self) -> None:
        twice = (*ballots(norland=BallotChoice.YES), *ballots(norland=BallotChoice.NO))
        with pytest.raises(
            InvalidRecordError, match=r"^ballots: expected one ballot of each member, found 2 of 'norland'$"
        ):
            vote(ballots=twice)

    def test_what_is_vetoed_is_not_adopted(self) -> None:
        cast = ballots(norland=BallotChoice.VETO)
        with pytest.raises(
            InvalidRecordError, match=r"^result: expected a result other than adopted, because of a veto"
        ):
            vote(ballots=cast, result=VoteResult.ADOPTED)
        assert vote(ballots=cast).result is VoteResult.REJECTED

    @given(
        st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(BallotChoice)), st.integers(0, 4), st.integers(0, 4)
    )
    def test_there_are_no_more_ballots_than_the_tally_counts(
        self, choices: dict[str, BallotChoice], yes: int, no: int
    ) -> None:
        counted = Counter("no" if choice is BallotChoice.VETO else choice.value for choice in choices.values())
        fields = {"ballots": ballots(**choices), "tally": Tally(yes=yes, no=no)}
        if counted["yes"] <= yes and counted["no"] <= no:
            assert vote(**fields).tally == Tally(yes=yes, no=no)
        else:
            with pytest.raises(InvalidRecordError, match=r"^(?:tally\.(?:yes|no): expected at least|2 problems)"):
                vote(**fields)

    def test_what_a_tally_does_not_count_may_be_any_number(self) -> None:
        assert vote(ballots=ballots(norland=BallotChoice.ABSTAIN), tally=Tally(yes=1)).tally == Tally(yes=1)

    def test_nobody_is_counted_below_nothing(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"^absent: expected a number of at least 0, found -1$"):
            Tally(absent=-1)


class TestDocuments:
    @pytest.mark.parametrize("begun", ["adopted", "signed", "in_force"])
    def test_none_ends_before_it_begins(self, begun: str) -> None:
        dates = {begun: EventDate.parse("2015-07-20")}
        fields: dict[str, Any] = {"id": "d", "title": "T", "kind": DocumentKind.TREATY, **dates}
        with pytest.raises(
            InvalidRecordError, match=r"^until: expected an end after its beginning, 2015-07-20, found 2014$"
        ):
            Document(**fields, until=EventDate.parse("2014"))
        assert Document(**fields, until=EventDate.parse("2015")).until  # it may have ended later that year


class TestActions:
    def test_somebody_does_it(self) -> None:
        fields: dict[str, Any] = {"kind": ActionKind.SEIZE, "status": ActionStatus.DONE, "summary": "A ship is seized."}
        assert Action(id="d", source="a", actors=("norland",), **fields).targets == ()
        with pytest.raises(InvalidRecordError, match=r"^actors: expected at least one, found \(\)$"):
            Action(id="d", source="a", actors=(), **fields)


class TestQuantities:
    def test_money_has_a_currency_and_nothing_else_has(self) -> None:
        assert Quantity(low=1, high=2, unit=Unit.MONEY, currency="EUR").currency == "EUR"
        with pytest.raises(InvalidRecordError, match=r"^currency: expected a currency, found None$"):
            Quantity(low=1, high=2, unit=Unit.MONEY)
        with pytest.raises(InvalidRecordError, match=r"^currency: expected no currency, because the unit is not money"):
            Quantity(low=1, high=2, unit=Unit.COUNT, currency="EUR")


class TestVerbatim:
    def test_own_words_are_a_passage(self) -> None:
        telegram = Statement(
            id="s",
            source="t",
            spans=(Span(start=0, end=4),),
            speakers=("norland", "sudland"),
            acts=(SpeechAct.AGREE,),
            mode=QuotationMode.VERBATIM,
            summary="They agree.",
        )
        with pytest.raises(InvalidRecordError, match=r"^spans: expected the passages that are the speakers' own words"):
            attrs.evolve(telegram, spans=())
