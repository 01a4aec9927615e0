"""`FrozenMap`: any JSON, kept apart by type, never changed, and nothing that JSON cannot hold."""

import json
import math
from collections import OrderedDict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import FrozenMap, InvalidRecordError, strategies
from diplo_events.model.frozen_map import MAX_DEPTH, MAX_INT, freeze_map, thawed
from each_case import each_case


def refused(items: Any) -> list[str]:
    with pytest.raises(InvalidRecordError) as error:
        FrozenMap(items)
    return [str(problem) for problem in error.value.problems]


class TestAMapping:
    def test_lookup_and_order_of_keys(self) -> None:
        kept: FrozenMap[Any] = FrozenMap({"b": 1, "a": [1, {"c": None}]})
        assert list(kept) == ["a", "b"]
        assert len(kept) == 2
        assert "a" in kept
        assert kept["a"] == (1, FrozenMap({"c": None}))
        assert dict(kept.items())["b"] == 1
        with pytest.raises(KeyError):
            kept["z"]

    def test_repr(self) -> None:
        assert repr(FrozenMap()) == "FrozenMap()"
        assert repr(FrozenMap({"b": (1,), "a": OrderedDict(c=FrozenMap({"d": True}))})) == (
            "FrozenMap({'a': {'c': {'d': True}}, 'b': [1]})"
        )

    def test_it_cannot_be_changed(self) -> None:
        kept: FrozenMap[Any] = FrozenMap({"a": [1]})
        with pytest.raises(AttributeError, match="a FrozenMap cannot be changed: _items"):
            kept._items = {}
        with pytest.raises(AttributeError, match="a FrozenMap cannot be changed: _items"):
            del kept._items
        with pytest.raises(TypeError):
            kept["a"] = 2

    def test_freezing(self) -> None:
        kept: FrozenMap[Any] = FrozenMap({"a": 1})
        assert freeze_map(kept) is kept
        assert freeze_map({"a": 1}) == kept
        for wrong in (None, 7, "a", [("a", 1)], {"a"}):
            with pytest.raises(InvalidRecordError, match="expected a mapping, found"):
                freeze_map(wrong)


class TestEquality:
    @each_case(
        ("one", "other"),
        [
            (1, True),
            (1, 1.0),
            (0, False),
            (0.0, -0.0),
            (0, None),
            ("1", 1),
            ([], {}),
            ([1], [1, 1]),
            ("a", "A"),
            ([1], [True]),
        ],
    )
    def test_values_of_different_types_differ(self, one: object, other: object) -> None:
        for depth in (lambda v: v, lambda v: [v], lambda v: {"x": v}):
            assert FrozenMap({"a": depth(one)}) != FrozenMap({"a": depth(other)})
            assert FrozenMap({"a": depth(one)}) == FrozenMap({"a": depth(one)})

    @pytest.mark.parametrize(
        ("one", "other"), [([1, 2], (1, 2)), ({"x": 1, "y": 2}, {"y": 2, "x": 1}), ({"x": 1}, FrozenMap({"x": 1}))]
    )
    def test_what_is_the_same_json_is_equal(self, one: object, other: object) -> None:
        first, second = FrozenMap({"a": one}), FrozenMap({"a": other})
        assert (first, hash(first), repr(first)) == (second, hash(second), repr(second))

    def test_of_other_things(self) -> None:
        assert FrozenMap({"a": 1}) != {"a": 1}
        assert FrozenMap().__eq__({}) is NotImplemented

    @given(strategies.frozen_maps(), strategies.frozen_maps())
    def test_is_that_of_the_json_text(self, one: FrozenMap[Any], other: FrozenMap[Any]) -> None:
        texts = [json.dumps(thawed(kept), sort_keys=True) for kept in (one, other)]
        assert (one == other) == (texts[0] == texts[1])
        assert FrozenMap(json.loads(texts[0])) == one


class TestRefusals:
    @each_case(
        ("value", "hint"),
        [
            (math.nan, "JSON has no NaN and no infinity"),
            (math.inf, "JSON has no NaN and no infinity"),
            (MAX_INT + 1, "whole numbers have 64 bits; write a larger one as text"),
            (-MAX_INT - 2, "whole numbers have 64 bits; write a larger one as text"),
            ("a\x00", "remove the control characters and lone surrogates"),
            ("\ud800", "remove the control characters and lone surrogates"),
            ("\x85", "remove the control characters and lone surrogates"),
            (b"a", None),
            ({1}, None),
            (1j, None),
            (object, None),
        ],
    )
    def test_what_json_cannot_hold(self, value: object, hint: str | None) -> None:
        (problem,) = refused({"a": [0, {"b": value}]})
        assert problem.startswith("a[1].b: expected a JSON value, found ")
        assert problem.endswith(f"; {hint}") == bool(hint)

    @each_case("value", [MAX_INT, -MAX_INT - 1, 1e308, -0.0, "", " ", "\t\n", True, None, [], {}])
    def test_what_it_can_hold(self, value: object) -> None:
        kept = FrozenMap({"a": value})
        assert json.loads(json.dumps(thawed(kept))) == {"a": value}

    @each_case("key", [7, None, True, "a\x00", "\udfff", ("a",)])
    def test_keys_that_are_no_plain_text(self, key: object) -> None:
        assert refused({"x": {key: 1, "a": 1}})[0].startswith("x: expected a key of plain text, found ")

    def test_subclasses_are_no_plain_values(self) -> None:
        class Text(str):
            __slots__ = ()

        assert len(refused({"a": Text("b"), Text("c"): 1})) == 2

    def test_all_problems_are_listed(self) -> None:
        assert len(refused({"a": math.nan, "b": [b"", {1: 2}], "c": "\x00"})) == 4

    def test_depth(self) -> None:
        def nested(levels: int, *, lists: bool) -> Any:
            value: Any = 1
            for _ in range(levels):
                value = [value] if lists else {"k": value}
            return value

        for lists in (True, False):
            assert FrozenMap({"a": nested(MAX_DEPTH - 1, lists=lists)})
            (problem,) = refused({"a": nested(MAX_DEPTH, lists=lists)})
            assert "expected at most 48 levels, found deeper nesting" in problem
        assert len(refused({"a": nested(900, lists=True)})) == 1


@given(st.dictionaries(st.text(), st.text()))
def test_texts_are_taken_where_all_are_plain(items: dict[str, str]) -> None:
    plain = all(
        c in "\t\n" or (c >= " " and not "\x7f" <= c <= "\x9f") for text in [*items, *items.values()] for c in text
    )
    if plain:
        assert FrozenMap(items) == FrozenMap(dict(reversed(items.items())))
    else:
        assert refused(items)
