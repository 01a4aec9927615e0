"""What statements, meetings, claims and positions share."""

import itertools
from typing import Any

import attrs
import pytest

from diplo_events import (
    Aspect,
    Credibility,
    EventDate,
    InvalidRecordError,
    Meeting,
    Position,
    Span,
    Statement,
    TerritorialClaim,
)
from diplo_events.model import EventRecord
from diplo_events.model.event_record import sorted_set
from each_case import each_case


def record(**fields: Any) -> EventRecord:
    return EventRecord(**{"id": "r", "source": "a1", **fields})


def test_the_four_kinds_begin_with_the_same_fields() -> None:
    shared = [field.name for field in attrs.fields(EventRecord)]
    for cls in (Statement, Meeting, TerritorialClaim, Position):
        assert [field.name for field in attrs.fields(cls)][: len(shared)] == shared


def test_everything_at_once() -> None:
    made = record(
        spans=(Span(start=0, end=1), Span(start=2, end=3)),
        via=("afp", "unnamed-sources"),
        canonical_id="thing/1",
        restates="r0",
        when=EventDate.parse("2025-09"),
        when_as_reported="this month",
        aspects=frozenset({Aspect.NEGATED, Aspect.FUTURE}),
        hedge="reportedly",
        credibility=Credibility.DOUBTFUL,
        note="N",
    )
    assert "aspects=frozenset({Aspect.FUTURE, Aspect.NEGATED})" in repr(made)


@each_case(
    ("field", "value"),
    [
        ("id", "R 1"),
        ("id", 7),
        ("source", None),
        ("spans", (Span(start=0, end=1), Span(start=0, end=1))),
        ("spans", (None,)),
        ("via", ("afp", "afp")),
        ("canonical_id", "Thing"),
        ("restates", ""),
        ("when", "2025-09"),
        ("when_as_reported", " "),
        ("aspects", (Aspect.FUTURE,)),
        ("aspects", frozenset({"future"})),
        ("hedge", ""),
        ("credibility", 3),
        ("note", "\x00"),
    ],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        record(**{field: value})


def test_extra_is_any_json() -> None:
    assert record(extra={"": None, "a": [1, {"b": 2.0}]}).extra["a"][1]["b"] == 2.0
    with pytest.raises(InvalidRecordError, match=r"^a\[0\]: expected a JSON value, found nan"):
        record(extra={"a": [float("nan")]})
    with pytest.raises(InvalidRecordError, match=r"^expected a mapping"):
        record(extra=[("a", 1)])


def test_sets_are_shown_in_the_order_of_their_names() -> None:
    assert sorted_set(frozenset()) == "frozenset()"
    for order in itertools.permutations(Aspect):
        assert sorted_set(frozenset(order)) == (
            "frozenset({Aspect.FUTURE, Aspect.HISTORICAL, Aspect.HYPOTHETICAL, Aspect.NEGATED})"
        )


@each_case("cls", [Statement, Meeting, TerritorialClaim, Position])
def test_fields_are_given_by_name(cls: type[Any]) -> None:
    with pytest.raises(TypeError, match="positional"):
        cls("r", "a1")
    with pytest.raises(TypeError, match="unexpected keyword argument 'wen'"):
        cls(id="r", source="a1", wen="2025")
