"""Lines made of the values of fields alone: what the class and its writer make of them is the oracle."""

import random
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs
import pytest
from hypothesis import given

from diplo_events import OPEN, Actor, EventDate, Issue, Place, Point, load_example
from diplo_events.errors import InvalidRecordError
from diplo_events.formats import record_stream
from diplo_events.formats._record_lines import write_slowly
from diplo_events.formats.record_stream import RecordLine, line_makers
from diplo_events.model.frozen_map import nested
from diplo_events.schema import RECORD_TYPES, Record
from diplo_events.strategies import records
from profiles import examples

EXAMPLE: Final = load_example()
WRONG: Final[tuple[Any, ...]] = (
    *(None, OPEN, "", " ", "\0", "x y", "x", "\x85", "a" * 400, 0, 1, 2**70, 1.5, float("nan"), True, (), ("x",)),
    *(("x", "x"), ("x", 1), ["x"], {"a": "b"}, {"a": 1e-9}, {"a": [1e300]}, {"a": "\0"}, {1: 2}, nested({"a": 1e20})),
    *(
        nested({"a": (1, (1e-7,))}),
        nested({"": ""}),
        frozenset({"x"}),
        frozenset(),
        b"x",
        EventDate.parse("2020"),
        Point,
    ),
)
"""What most fields cannot hold; others can."""


def values_of(record: Record) -> dict[str, Any]:
    """Return the fields of a record that are not the defaults."""
    values = {field.name: getattr(record, field.name) for field in attrs.fields(type(record))}
    defaults = {field.name: field.default for field in attrs.fields(type(record))}
    return {name: value for name, value in values.items() if value != defaults[name]}


def outcome(make: Callable[..., Any], values: Mapping[str, Any]) -> object:
    """Return the line of a record, or what is wrong with its fields."""
    try:
        return make(**values)
    except InvalidRecordError as error:
        return list(map(str, error.problems))
    except (TypeError, OverflowError) as error:
        return type(error)


def expected(cls: type[Record], values: Mapping[str, Any]) -> object:
    """Return what the class and its writer make of fields."""
    return outcome(lambda **given: RecordLine(cls, write_slowly(cls(**given))), values)


@pytest.mark.slow
@given(record=records(drafts=True))
@examples(100)
def test_the_line_is_that_of_the_record(record: Record) -> None:
    values = values_of(record)
    assert line_makers()[type(record)](**values) == expected(type(record), values)


def test_all_bundled_records_make_their_lines() -> None:
    make = line_makers()
    for record in EXAMPLE.records:
        values = values_of(record)
        assert make[type(record)](**values) == expected(type(record), values)


def test_a_default_that_is_given_is_not_in_the_line() -> None:
    make = line_makers()
    for cls in RECORD_TYPES.values():
        record = EXAMPLE.of_type(cls)[0] if EXAMPLE.of_type(cls) else None
        values = {field.name: getattr(record, field.name) for field in attrs.fields(cls)} if record else {}
        assert outcome(make[cls], values) == expected(cls, values)


@pytest.mark.slow
def test_what_no_record_can_hold_is_refused_in_the_same_words() -> None:
    make, draw = line_makers(), random.Random(15)
    of_type = {cls: list(EXAMPLE.of_type(cls)) for cls in RECORD_TYPES.values()}
    refused = 0
    for cls, there in of_type.items():
        for field in attrs.fields(cls):
            for wrong in WRONG:
                values = {**values_of(draw.choice(there)), field.name: wrong} if there else {field.name: wrong}
                right = expected(cls, values)
                refused += not isinstance(right, RecordLine)
                assert outcome(make[cls], values) == right, (cls, field.name, wrong)
    assert refused > 2000


@pytest.mark.parametrize("values", [{}, {"id": "a"}, {"id": "a", "label": "b", "proposition": "c", "more": 1}])
def test_fields_that_lack_or_are_too_many_are_the_errors_of_the_class(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as error:
        line_makers()[Issue](**values)
    with pytest.raises(TypeError) as right:
        Issue(**values)
    assert str(error.value) == str(right.value)


def test_ids_that_were_met_are_known_and_others_are_not() -> None:
    make = line_makers()
    first = make[Actor](id="a", name="A", kind=OPEN, roles=())
    assert make[Actor](id="a", name="A", kind=OPEN).text == first.text
    make[Place](id="b", name="B", kind=OPEN, within="a")
    with pytest.raises(InvalidRecordError, match="within"):
        make[Place](id="c", name="B", kind=OPEN, within="no id")


def test_without_the_extra_the_lines_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_stream, "line_road", lambda: None)
    values: dict[str, Any] = {"id": "tolls", "label": "Tolls", "proposition": OPEN}
    assert line_makers()[Issue](**values) == expected(Issue, values)
