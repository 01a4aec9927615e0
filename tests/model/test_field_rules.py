"""The rules that follow from field types: each type takes what it should, exactly, and every problem is named."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    EventDate,
    FrozenMap,
    InvalidRecordError,
    Point,
    Problem,
    Source,
    Span,
    SpeechAct,
    Stance,
    vocab,
)
from diplo_events.model.field_rules import (
    Checked,
    check_values,
    exact_float,
    field_test,
    problems_in,
    shape_test,
    value_test,
)
from diplo_events.model.frozen_map import MAX_INT
from diplo_events.model.ids import ID, ActorId, CountryCode
from diplo_events.model.node_rules import CONTROL_HINT
from diplo_events.schema import fields, node_of
from diplo_events.strategies import points, quantities, quotes, records, spans
from each_case import each_case
from profiles import examples


class Text(str):
    __slots__ = ()


class Number(int):
    pass


SPAN = Span(start=0, end=1)
TRUTHS = [True, False]


def problems(annotation: Any, value: object) -> list[str]:
    """List what is wrong with a value of a type; the tests of shape and value must agree with the list."""
    node = node_of(annotation)
    listed = [str(problem) for problem in problems_in(value, node, "x")]
    assert (not listed) is bool(field_test(node)(value)) is bool(shape_test(node)(value) and value_test(node)(value))
    return listed


@each_case(
    ("annotation", "good", "bad"),
    [
        (str, ["a", " a ", "\ta\n", "\ufeff", "“”", "7"], ["", " ", "\n\t", "\u2003", 7, None, b"a", Text("a"), True]),
        (
            int,
            [0, 1, -1, MAX_INT, -MAX_INT - 1],
            [*TRUTHS, 1.0, "1", None, Number(1), MAX_INT + 1, -MAX_INT - 2, 10**30],
        ),
        (float, [0.0, -1.5, 1e308], [1, True, "1", None, math.nan, math.inf, -math.inf, Fraction(1, 2)]),
        (bool, TRUTHS, [0, 1, "yes", "true", None]),
        (EventDate, [EventDate.parse("2025")], ["2025", 2025, None]),
        (Stance, list(Stance), ["agree", "AGREE", 1, None, vocab.Aspect.FUTURE]),
        (Span, [SPAN], [{"start": 0, "end": 1}, None, (0, 1)]),
        (ActorId, ["a", "a/b"], ["A", "", 7, None, Text("a"), "a\n"]),
        (CountryCode, ["NO", "XK"], ["no", "UK", False, None]),
        (str | None, ["a", None], ["", 7]),
        (
            tuple[ActorId, ...],
            [(), ("a",), ("a", "b")],
            [["a"], "a", ("a", "a"), ("a", None), None, {"a"}, frozenset({"a"})],
        ),
        (frozenset[Stance], [frozenset(), frozenset(Stance)], [set(), (), frozenset({"agree"}), None]),
        (
            FrozenMap[str],
            [FrozenMap(), FrozenMap({"a": "b"})],
            [{}, FrozenMap({"a": 1}), FrozenMap({"": "b"}), FrozenMap({"a": " "})],
        ),
        (FrozenMap[Any], [FrozenMap(), FrozenMap({"": None, " ": [1]})], [{}, None, []]),
    ],
    ids=lambda value: "" if isinstance(value, list) else str(value),
)
def test_each_type_takes_exactly_its_own(annotation: Any, good: list[Any], bad: list[Any]) -> None:
    for value in good:
        assert problems(annotation, value) == [], value
    for value in bad:
        assert problems(annotation, value) != [], value


@each_case(
    ("annotation", "value", "message"),
    [
        (int, "3", "x: expected a whole number, found '3'"),
        (int, MAX_INT + 1, "x: expected a whole number of at most 64 bits, found 9223372036854775808"),
        (bool, "yes", "x: expected true or false, found 'yes'"),
        (str, "", "x: expected text, found ''"),
        (
            str,
            "a\x07",
            f"x: expected plain text, found 'a\\x07'; {CONTROL_HINT}",
        ),
        (
            str,
            "a\r\n",
            f"x: expected plain text, found 'a\\r\\n'; {CONTROL_HINT}",
        ),
        (float, math.nan, "x: expected a finite number, found nan"),
        (Stance, "agree", "x: expected a member of Stance, found 'agree'; write Stance.AGREE"),
        (Span, None, "x: expected an instance of Span, found None; write Span(...)"),
        (CountryCode, "uk", "x: expected a country code (ISO 3166-1 alpha-2), found 'uk'; write it like UA or GB"),
        (
            ActorId,
            "Big Cat",
            f"x: expected {ID.expected}, found 'Big Cat'; did you mean 'big-cat'?",
        ),
        (tuple[ActorId, ...], ["a"], "x: expected a tuple, found ['a']; write tuple(...)"),
        (tuple[ActorId, ...], ("a", "b", "a"), "x[2]: expected each item once, found 'a' again"),
        (frozenset[Stance], [], "x: expected a frozenset, found []; write frozenset(...)"),
        (FrozenMap[str], {}, "x: expected a mapping, found {}"),
        (FrozenMap[str], FrozenMap({"a": 7}), "x.a: expected text, found 7"),
    ],
)
def test_messages(annotation: Any, value: object, message: str) -> None:
    assert problems(annotation, value) == [message]


def test_items_that_have_no_hash_are_wrong_items_and_no_more() -> None:
    assert problems(tuple[str, ...], ([], [], ([],), ([],), "a", "a")) == [
        "x[0]: expected text, found []",
        "x[1]: expected text, found []",
        "x[2]: expected text, found ([],)",
        "x[3]: expected text, found ([],)",
        "x[5]: expected each item once, found 'a' again",
    ]


@pytest.mark.parametrize(
    ("given", "made"),
    [(3, 3.0), (-0.0, 0.0), (0, 0.0), (2**53, 2.0**53), (-(2**62), -(2.0**62)), (1.5, 1.5)],
)
def test_whole_numbers_become_floats_where_nothing_is_lost(given: float, made: float) -> None:
    assert (exact_float(given), type(exact_float(given))) == (made, float)
    assert math.copysign(1, exact_float(-0.0)) == 1


@pytest.mark.parametrize("given", [2**53 + 1, 2**64, 10**400, True, "3", None])
def test_everything_else_is_left_for_the_check(given: Any) -> None:
    assert exact_float(given) is given


def test_all_fields_are_checked_and_all_problems_are_listed() -> None:
    @attrs.frozen(kw_only=True)
    class Sample(Checked):
        name: str
        number: int = 1
        maybe: str | None = None

    assert Sample(name="a").number == 1
    with pytest.raises(InvalidRecordError) as refused:
        Sample(name="", number="1", maybe=7)
    assert [problem.path for problem in refused.value.problems] == ["name", "number", "maybe"]
    assert str(refused.value).startswith("3 problems:\n  name: expected text")


def test_a_number_that_is_too_long_to_show_is_refused_like_any_other() -> None:
    (problem,) = problems(int, 10**5000)
    assert problem.startswith("x: expected a whole number of at most 64 bits, found ")
    assert len(problem) < 200
    with pytest.raises(InvalidRecordError):
        Span(start=0, end=10**5000)


def unchecked(cls: type[Any], values: dict[str, object]) -> Any:
    """Make a record without any check, as a builder does that has checked the shapes."""
    record = object.__new__(cls)
    for name, value in values.items():
        object.__setattr__(record, name, value)
    return record


def refusal(make: Callable[[], object]) -> tuple[Problem, ...]:
    """Return the problems for which something cannot be made, if there are any."""
    try:
        make()
    except InvalidRecordError as error:
        return error.problems
    return ()


VALUES = st.sampled_from(
    [
        *("", " ", "a", "A b", "a\x07", "en", "RU", "RU-MOW", "UA-14", "https://a.b"),
        *(None, True, False, 0, 1, -1, 7, 2**63, 1.5, math.nan, math.inf, 200.0),
        *((), ("a",), ("a", "a"), ("A",), ["a"], frozenset(), frozenset({"a"}), FrozenMap(), FrozenMap({"a": 1})),
        *(SPAN, (SPAN,), (SPAN, SPAN), vocab.Section.BODY, (SpeechAct.STATE,), EventDate.parse("2025")),
    ]
)


class TestTwoHalves:
    """Shapes first, then values and relations: together they are the whole check, and each rule is in one of them."""

    @pytest.mark.slow
    @examples(150)
    @given(records() | spans() | quotes() | quantities() | points(), VALUES, st.data())
    def test_the_halves_accept_what_the_class_accepts(self, record: Any, value: object, data: st.DataObject) -> None:
        cls = type(record)
        name = data.draw(st.sampled_from([field.name for field in fields(cls)]))
        values = {field.name: getattr(record, field.name) for field in fields(cls)} | {name: value}
        whole = refusal(lambda: cls(**values))
        if not whole:
            made = cls(**values)
            values = {field.name: getattr(made, field.name) for field in fields(cls)}
        if all(shape_test(field.node)(values[field.name]) for field in fields(cls)):
            assert refusal(lambda: check_values(unchecked(cls, values))) == whole
        else:
            assert whole

    def test_the_second_half_leaves_shapes_alone(self) -> None:
        values = {"start": 0, "end": 1, "section": "a builder has looked at this"}
        check_values(unchecked(Span, values))
        with pytest.raises(InvalidRecordError, match="expected a member of Section"):
            Span(**values)

    def test_relations_are_looked_at_between_the_fields_that_are_right_one_by_one(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            Source(id="S", title="T", kind=vocab.SourceKind.NEWS_ARTICLE, length=0)
        assert [problem.path for problem in refused.value.problems] == ["id", "length"]
        with pytest.raises(InvalidRecordError) as refused:
            Source(id="S", title="T", kind=vocab.SourceKind.NEWS_ARTICLE, length=5, uncoded=7)
        assert [problem.path for problem in refused.value.problems] == ["id", "uncoded"]
        with pytest.raises(InvalidRecordError) as refused:
            Source(id="s", title="T", kind=vocab.SourceKind.NEWS_ARTICLE, length=0)
        assert [problem.path for problem in refused.value.problems] == ["length"]

    def test_every_problem_between_fields_is_listed(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            Point(longitude=181.0, latitude=-91.0)
        assert [problem.path for problem in refused.value.problems] == ["longitude", "latitude"]
