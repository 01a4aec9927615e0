"""Questions with three answers combine by Kleene's strong logic."""

import itertools
import operator
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, Meeting, load_example
from diplo_events.analysis.predicates import (
    And,
    Answer,
    Certainly,
    Not,
    Or,
    Possibly,
    Predicate,
    Test,
    decide,
    every,
    negate,
    some,
)
from diplo_events.analysis.query import OfType, answers, find
from diplo_events.model import EventRecord

EXAMPLE = load_example()
MEETINGS = EXAMPLE.of_type(Meeting)
DATASET = attrs.evolve(EXAMPLE, records=[r for r in EXAMPLE.records if not isinstance(r, EventRecord) or r in MEETINGS])
IDS = [record.id for record in MEETINGS]

RANK: dict[Answer, int] = {False: 0, None: 1, True: 2}
ANSWER = {rank: answer for answer, rank in RANK.items()}


@attrs.frozen
class Given(Predicate):
    """A question of whose answers the test knows everything."""

    answers: tuple[Answer, ...]

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (it answers alike for all)
        known = dict(zip(IDS, self.answers, strict=True))
        return lambda record: known[record.id]


leaves = st.lists(st.sampled_from([True, None, False]), min_size=len(IDS), max_size=len(IDS)).map(
    lambda drawn: Given(tuple(drawn))
)
questions: st.SearchStrategy[Predicate] = st.recursive(
    leaves,
    lambda inner: (
        st.builds(operator.and_, inner, inner)
        | st.builds(operator.or_, inner, inner)
        | st.builds(operator.invert, inner)
        | st.builds(Certainly, inner)
        | st.builds(Possibly, inner)
    ),
    max_leaves=8,
)


def by_ranks(question: Predicate) -> list[int]:
    """Kleene's strong tables as numbers, no 0, open 1, yes 2: `and` is the least, `or` the greatest, `not` 2 minus."""
    match question:
        case Given(answers=given_answers):
            return [RANK[answer] for answer in given_answers]
        case And(parts=parts):
            return [min(column) for column in zip(*map(by_ranks, parts), strict=True)]
        case Or(parts=parts):
            return [max(column) for column in zip(*map(by_ranks, parts), strict=True)]
        case Not(part=part):
            return [2 - rank for rank in by_ranks(part)]
        case Certainly(part=part):
            return [2 * (rank == 2) for rank in by_ranks(part)]
        case Possibly(part=part):
            return [2 * (rank > 0) for rank in by_ranks(part)]
        case _:
            raise AssertionError(question)


def same(one: Predicate, other: Predicate) -> bool:
    return answers(DATASET, one) == answers(DATASET, other)


class TestKleene:
    @given(questions)
    def test_answers_are_those_of_the_tables(self, question: Predicate) -> None:
        assert answers(DATASET, question) == {
            key: ANSWER[rank] for key, rank in zip(IDS, by_ranks(question), strict=True)
        }

    @given(questions, questions)
    def test_de_morgan(self, a: Predicate, b: Predicate) -> None:
        assert same(~(a & b), ~a | ~b)
        assert same(~(a | b), ~a & ~b)

    @given(questions)
    def test_double_negation_and_idempotence(self, a: Predicate) -> None:
        assert same(~~a, a)
        assert same(a & a, a)
        assert same(a | a, a)

    @given(questions, questions, questions)
    def test_order_and_grouping_do_not_count(self, a: Predicate, b: Predicate, c: Predicate) -> None:
        for join, other in itertools.permutations([operator.and_, operator.or_]):
            assert same(join(a, b), join(b, a))
            assert same(join(join(a, b), c), join(a, join(b, c)))
            assert same(join(a, other(b, c)), other(join(a, b), join(a, c)))

    @given(questions)
    def test_not_of_open_is_open(self, a: Predicate) -> None:
        negated = answers(DATASET, ~a)
        assert {key for key, answer in answers(DATASET, a).items() if answer is None} == {
            key for key, answer in negated.items() if answer is None
        }

    @given(st.lists(st.sampled_from([True, None, False]), max_size=6))
    def test_an_answer_is_certain_if_it_is_the_same_however_open_ones_turn_out(
        self, given_answers: list[Answer]
    ) -> None:
        outcomes = list(itertools.product(*([True, False] if answer is None else [answer] for answer in given_answers)))
        for combine, each in ((every, all), (some, any)):
            results = {each(outcome) for outcome in outcomes}
            assert combine(given_answers) is (results.pop() if len(results) == 1 else None)

    def test_deciding_and_negating(self) -> None:
        assert [negate(answer) for answer in (True, False, None)] == [False, True, None]
        assert [decide(answer, "certainly") for answer in (True, False, None)] == [True, False, False]
        assert [decide(answer, "possibly") for answer in (True, False, None)] == [True, False, True]


class TestFind:
    @given(questions)
    def test_what_is_certain_is_possible(self, a: Predicate) -> None:
        assert set(find(DATASET, a)) <= set(find(DATASET, a, certainty="possibly"))

    @given(questions)
    def test_what_is_not_possible_is_certainly_not(self, a: Predicate) -> None:
        possible = find(DATASET, a, certainty="possibly")
        assert set(find(DATASET, ~a)) == set(MEETINGS) - set(possible)
        assert set(find(DATASET, ~a, certainty="possibly")) == set(MEETINGS) - set(find(DATASET, a))

    @given(questions)
    def test_the_two_certainties_are_questions_too(self, a: Predicate) -> None:
        assert find(DATASET, a) == find(DATASET, Certainly(a)) == find(DATASET, Certainly(a), certainty="possibly")
        assert (
            find(DATASET, a, certainty="possibly")
            == find(DATASET, Possibly(a))
            == find(DATASET, Possibly(a), certainty="possibly")
        )

    @given(questions)
    def test_what_is_found_is_sorted_by_id(self, a: Predicate) -> None:
        found = [record.id for record in find(DATASET, a, certainty="possibly")]
        assert found == sorted(found)


class TestValues:
    @given(questions)
    def test_the_repr_is_the_question(self, a: Predicate) -> None:
        assert eval(repr(a)) == a

    @given(questions, questions, questions)
    def test_chains_are_flat(self, a: Predicate, b: Predicate, c: Predicate) -> None:
        assert (a & b) & c == a & (b & c)
        assert (a | b) | c == a | (b | c)
        assert hash(a & b) == hash(a & b)

    def test_brackets_stand_where_they_say_something(self) -> None:
        a, b, c = (OfType(EventRecord) for _ in range(3))
        text = "OfType(type_=EventRecord)"
        assert repr(a & ~b | c) == f"({text} & ~{text}) | {text}"
        assert repr(~(a & (b | c))) == f"~({text} & ({text} | {text}))"

    @pytest.mark.parametrize(
        "ask",
        [
            lambda a: a and a,
            lambda a: a or a,
            lambda a: not a,
            lambda a: "yes" if a else "no",
        ],
    )
    def test_python_s_own_words_are_refused(self, ask: Callable[[Predicate], object]) -> None:
        with pytest.raises(TypeError, match="combine predicates with &"):
            ask(OfType(EventRecord))

    def test_only_predicates_are_joined(self) -> None:
        for join in (operator.and_, operator.or_):
            with pytest.raises(TypeError, match="unsupported operand"):
                join(OfType(EventRecord), True)

    def test_a_predicate_of_ones_own_needs_a_bind(self) -> None:
        with pytest.raises(NotImplementedError):
            find(DATASET, Predicate())
