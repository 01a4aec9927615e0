"""The rules that follow from field types: each type takes what it should, exactly, and every problem is named."""

import math
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs
import pytest

from diplo_events import EventDate, FrozenMap, InvalidRecordError, Span, Stance, vocab
from diplo_events.model._rules import CONTROL_HINT, check_fields, check_of, exact_float, named
from diplo_events.model.frozen_map import MAX_INT
from diplo_events.model.ids import ID, ActorId, CountryCode


class Text(str):
    __slots__ = ()


class Number(int):
    pass


SPAN = Span(start=0, end=1)
TRUTHS = [True, False]


def problems(annotation: Any, value: object) -> list[str]:
    return [str(problem) for problem in check_of(annotation)(value, "x")]


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
        (Stance, "agree", "x: expected a member of Stance, found 'agree'"),
        (Span, None, "x: expected an instance of Span, found None"),
        (CountryCode, "uk", "x: expected a country code (ISO 3166-1 alpha-2), found 'uk'; write it like UA or GB"),
        (
            ActorId,
            "Big Cat",
            f"x: expected {ID.expected}, found 'Big Cat'; did you mean 'big-cat'?",
        ),
        (tuple[ActorId, ...], ["a"], "x: expected a tuple, found ['a']"),
        (tuple[ActorId, ...], ("a", "b", "a"), "x[2]: expected each item once, found 'a' again"),
        (frozenset[Stance], [], "x: expected a frozenset, found []"),
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
    class Sample:
        name: str
        number: int = 1
        maybe: str | None = None

        def __attrs_post_init__(self) -> None:
            check_fields(self)

    assert Sample(name="a").number == 1
    with pytest.raises(InvalidRecordError) as refused:
        Sample(name="", number="1", maybe=7)
    assert [problem.path for problem in refused.value.problems] == ["name", "number", "maybe"]
    assert str(refused.value).startswith("3 problems:\n  name: expected text")


def test_types_are_named_for_people() -> None:
    class Colour(Enum):
        RED = "red"

    assert [named(kind) for kind in (int, bool, Colour, EventDate)] == [
        "a whole number",
        "true or false",
        "a member of Colour",
        "an instance of EventDate",
    ]


def test_a_number_that_is_too_long_to_show_is_refused_like_any_other() -> None:
    (problem,) = problems(int, 10**5000)
    assert problem.startswith("x: expected a whole number of at most 64 bits, found ")
    assert len(problem) < 200
    with pytest.raises(InvalidRecordError):
        Span(start=0, end=10**5000)
