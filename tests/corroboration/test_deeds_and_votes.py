"""Deeds, votes and joint voices in several sources: what contradicts, what does not, and what may be one."""

import itertools
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Ballot,
    BallotChoice,
    Dataset,
    EventDate,
    Quantity,
    QuotationMode,
    SpeechAct,
    Statement,
    Tally,
    Unit,
    Vote,
    VoteResult,
)
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.contradictions import ContradictionKind, find_contradictions
from diplo_events.corroboration.match_evidence import Feature
from diplo_events.corroboration.verdicts import Verdict, corroborate
from each_case import each_case
from profiles import examples
from report_records import BLANK, made

BARE = made([])


def of_two(cls: type[Action] | type[Vote], one: dict[str, Any], other: dict[str, Any]) -> Dataset:
    """Make a dataset of two reports of one thing, by two papers."""
    shared: dict[str, Any] = {"canonical_id": "thing/x", "summary": "It is so."}
    if cls is Action:
        shared |= {"actors": ("norland",), "kind": ActionKind.SEIZE, "status": ActionStatus.DONE}
    else:
        shared |= {"body": "ministry", "result": VoteResult.REJECTED}
    reports = (("r0", "a1", one), ("r1", "b1", other))
    records = [cls(id=key, source=source, **shared | fields) for key, source, fields in reports]
    return attrs.evolve(BARE, complete=False).with_records(*records)


def found_in(dataset: Dataset) -> list[tuple[ContradictionKind, dict[str, tuple[str, ...]]]]:
    return [
        (found.kind, {version.value: version.sources for version in found.versions})
        for found in find_contradictions(dataset)
    ]


@each_case(("one", "other"), list(itertools.combinations(ActionStatus, 2)))
def test_a_deed_and_its_denial_contradict_and_its_stages_do_not(one: ActionStatus, other: ActionStatus) -> None:
    happened = {ActionStatus.DONE, ActionStatus.ONGOING}
    dataset = of_two(Action, {"status": one}, {"status": other})
    expected = ActionStatus.DENIED in {one, other} and bool({one, other} & happened)
    sides = {one.value: ("a1",), other.value: ("b1",)}
    assert found_in(dataset) == ([(ContradictionKind.DEED, sides)] if expected else [])


def test_results_of_a_vote_contradict() -> None:
    dataset = of_two(Vote, {}, {"result": VoteResult.ADOPTED})
    assert found_in(dataset) == [(ContradictionKind.RESULT, {"rejected": ("a1",), "adopted": ("b1",)})]


def test_tallies_contradict_where_both_count_and_count_differently() -> None:
    two = of_two(Vote, {"tally": Tally(yes=13, no=1)}, {"tally": Tally(yes=12, no=1)})
    assert found_in(two) == [(ContradictionKind.TALLY, {"13 yes, 1 no": ("a1",), "12 yes, 1 no": ("b1",)})]
    assert found_in(of_two(Vote, {"tally": Tally(yes=13)}, {"tally": Tally(no=1)})) == []
    fuller = of_two(Vote, {"tally": Tally(yes=13, no=1)}, {"tally": Tally(yes=13)})
    assert found_in(fuller) == []
    (vote,) = corroborate(fuller)
    assert vote["tally"].verdict is not Verdict.CONFLICT


@each_case(("one", "other"), list(itertools.combinations(BallotChoice, 2)))
def test_two_ballots_of_one_member_contradict_but_a_veto_is_a_no(one: BallotChoice, other: BallotChoice) -> None:
    ballots = [{"ballots": (Ballot(actor="norland", choice=choice),)} for choice in (one, other)]
    found = found_in(of_two(Vote, *ballots))
    if {one, other} == {BallotChoice.NO, BallotChoice.VETO}:
        assert found == []
    else:
        words = [f"norland: {'no' if choice is BallotChoice.VETO else choice.words}" for choice in (one, other)]
        assert found == [(ContradictionKind.BALLOT, {words[0]: ("a1",), words[1]: ("b1",)})]


@each_case(
    ("one", "other", "contradict"),
    [
        (("norland", "sudland"), ("sudland", "norland"), False),
        (("norland", "sudland"), ("norland",), False),
        (("speaker", "sudland"), ("norland",), False),  # who speaks for Norland
        (("norland", "sudland"), ("norland", "agency"), True),
        (("norland",), ("sudland",), True),
    ],
)
def test_voices_contradict_unless_one_report_has_all_of_the_other(
    one: tuple[str, ...], other: tuple[str, ...], contradict: bool
) -> None:
    said = [BLANK | {"kind": "statement", "source": source} for source in ("a1", "b1")]
    dataset = made(said)
    records = [attrs.evolve(dataset[key], speakers=voices) for key, voices in (("r0", one), ("r1", other))]
    assert all(isinstance(record, Statement) for record in records)
    found = found_in(dataset.with_records(*records))
    sides = {", ".join(one): ("a1",), ", ".join(other): ("b1",)}
    assert found == ([(ContradictionKind.SPEAKER, sides)] if contradict else [])


def proposed(cls: type[Action] | type[Vote], one: dict[str, Any], other: dict[str, Any]) -> set[Feature]:
    """Return the evidence that two reports, of which nobody knows that they are one, are one."""
    apart = {"canonical_id": None, "when": EventDate.parse("2025-09-02")}
    pairs = find_candidates(of_two(cls, apart | one, apart | other), threshold=-100)
    return {item.feature for pair in pairs for item in pair.evidence}


def test_candidates_among_deeds() -> None:
    same = proposed(Action, {"place": "town"}, {"place": "town"})
    assert {Feature.SAME_DOER, Feature.SAME_DEED, Feature.SAME_PLACE, Feature.SAME_DATE} <= same
    assert proposed(Action, {}, {"actors": ("sudland",)}) == set()
    assert Feature.SAME_DOER in proposed(Action, {}, {"actors": ("ministry",)})  # of Norland


def test_candidates_among_votes() -> None:
    assert {Feature.SAME_VOTE, Feature.SAME_DOCUMENT} <= proposed(Vote, {"on": "d1"}, {"on": "d1"})
    assert Feature.SAME_DOCUMENT not in proposed(Vote, {"on": "d1"}, {})
    assert proposed(Vote, {"on": "d1"}, {"on": "d2"}) == set()
    assert proposed(Vote, {}, {"body": "sudland"}) == set()


def ships(low: float, high: float, *, of: str | None = "ships", unit: Unit = Unit.COUNT) -> dict[str, Any]:
    return {"quantities": (Quantity(low=low, high=high, unit=unit, of=of),)}


BOUNDS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: (min(pair), max(pair))),
    min_size=1,
    max_size=3,
    unique=True,
)


@examples(40)
@given(BOUNDS, BOUNDS)
def test_figures_of_a_deed_contradict_where_no_number_can_be_in_both(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    reports = [
        {"quantities": tuple(Quantity(low=low, high=high, unit=Unit.COUNT, of="ships") for low, high in bounds)}
        for bounds in (one, other)
    ]
    numbers = [{n for low, high in bounds for n in range(low, high + 1)} for bounds in (one, other)]
    found = [contradicted for contradicted, _ in found_in(of_two(Action, *reports))]
    assert found == ([] if numbers[0] & numbers[1] else [ContradictionKind.QUANTITY])


def test_a_figure_is_in_words_with_all_its_digits() -> None:
    found = found_in(of_two(Action, ships(2, 3, of="Ships"), ships(1_234_567, 1_234_567)))
    assert found == [(ContradictionKind.QUANTITY, {"2 to 3 Ships (count)": ("a1",), "1234567 ships (count)": ("b1",)})]


@each_case(
    ("one", "other"),
    [
        (ships(2, 2), {}),
        (ships(2, 2), ships(3, 3, of="boats")),
        (ships(2, 2), ships(3, 3, unit=Unit.TONNES)),
        (ships(2, 2), ships(3, 3) | {"status": ActionStatus.DENIED}),
        (ships(2, 2) | {"status": ActionStatus.DENIED}, ships(3, 3) | {"status": ActionStatus.DENIED}),
        (ships(2, 2), ships(3, 3) | {"status": ActionStatus.PLANNED}),
    ],
)
def test_figures_of_other_things_of_plans_and_of_who_denies_do_not_contradict(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert ContradictionKind.QUANTITY not in {kind for kind, _ in found_in(of_two(Action, one, other))}


def test_two_sources_may_give_an_utterance_in_different_parts() -> None:
    shared: dict[str, Any] = {"canonical_id": "thing/x", "summary": "It is so.", "speakers": ("norland",)}
    shared |= {"acts": (SpeechAct.ANNOUNCE,), "mode": QuotationMode.INDIRECT}
    reports = [
        Statement(id=key, source=source, **shared, **ships(number, number))
        for key, source, number in (("r0", "a1", 2), ("r1", "b1", 3))
    ]
    assert found_in(attrs.evolve(BARE, complete=False).with_records(*reports)) == []
