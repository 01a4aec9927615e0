"""A value that only equals a default is not the default: `0` is not `False`, a set is not a frozenset.

Law: whatever equals the default of a field but is of another type is refused, by every class and by every format, as it
would be in any other field.
"""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, FrozenMap, InvalidRecordError, Issue, model
from diplo_events.errors import DatasetError, NotReadableError
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl, yaml
from diplo_events.formats._document import plain_record
from diplo_events.model import EventRecord, Point
from diplo_events.schema import RECORD_TYPES, Field, FlagNode, fields, type_name
from each_case import each_case
from wider_records import EXAMPLE

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


def values_in(value: object) -> Iterator[Any]:
    """List a record, the parts in it, and their parts."""
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values_in(item)


FOUND = [value for record in EXAMPLE.records for value in values_in(record)]
EXAMPLES = {cls: [value for value in FOUND if type(value) is cls][:50] for cls in CLASSES}
EXAMPLES |= {EventRecord: [EventRecord(id="r", source="s")], Point: [Point(longitude=30.5, latitude=50.4)]}


class Likeness:
    """Something of a type of its own that equals whatever it is like."""

    def __init__(self, original: object) -> None:
        self.original = original

    def __eq__(self, other: object) -> bool:
        return self.original == other

    def __hash__(self) -> int:
        return hash(self.original)


def subclass_of(kind: type) -> type:
    """Make a subclass that adds nothing."""
    return type(f"My{kind.__name__}", (kind,), {})


def optional(cls: type[Any]) -> list[Field]:
    """List the fields of a class that have a default."""
    return [field for field in fields(cls) if not field.required]


def likenesses(default: Any) -> list[Any]:
    """List values that equal a default and are of another type."""
    others: list[Any] = [Likeness(default)]
    if isinstance(default, bool):
        others += [number(default) for number in (int, float, complex, Fraction, Decimal, subclass_of(int))]
    elif isinstance(default, tuple | frozenset | str):
        others.append(subclass_of(type(default))(default))
    if isinstance(default, frozenset):
        others += [set(default), dict.fromkeys(default).keys()]
    return others


@each_case("default", [None, True, False, (), frozenset(), "1.0", FrozenMap()], ids=repr)
def test_the_likenesses_are_what_the_law_is_about(default: object) -> None:
    for value in likenesses(default):
        assert value == default
        assert type(value) is not type(default)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
class TestClasses:
    @pytest.mark.slow
    @given(data=st.data())
    def test_what_only_equals_the_default_is_refused(self, cls: type[Any], data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(EXAMPLES[cls]))
        for field in optional(cls):
            for value in likenesses(field.default):
                with pytest.raises(InvalidRecordError) as refused:
                    attrs.evolve(record, **{field.name: value})
                assert {problem.path for problem in refused.value.problems} <= {field.name, ""}

    def test_the_default_itself_may_be_given(self, cls: type[Any]) -> None:
        for field in optional(cls):
            attrs.evolve(EXAMPLES[cls][0], **{field.name: field.default})


@each_case("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_mapping_of_another_type_becomes_a_frozen_map(cls: type[Any]) -> None:
    for field in fields(cls):
        if isinstance(field.default, FrozenMap):
            made = attrs.evolve(EXAMPLES[cls][0], **{field.name: subclass_of(FrozenMap)()})
            assert type(getattr(made, field.name)) is FrozenMap


FLAGS = [(cls, field) for cls in RECORD_TYPES.values() for field in optional(cls) if isinstance(field.node, FlagNode)]
"""The fields of records whose default equals another value that files can hold."""


def as_json(header: dict[str, Any], record: dict[str, Any], cls: type[Any]) -> str:
    return json.dumps({**header, f"{type_name(cls)}s": [record]})


def as_lines(header: dict[str, Any], record: dict[str, Any], cls: type[Any]) -> str:
    return f"{json.dumps({'type': 'dataset', **header})}\n{json.dumps({'type': type_name(cls), **record})}\n"


FORMATS: list[tuple[Any, Callable[[dict[str, Any], dict[str, Any], type[Any]], str]]] = [
    (json_format, as_json),
    (jsonl, as_lines),
    (yaml, as_json),  # JSON is YAML too
]
formats = pytest.mark.parametrize(("format_", "text"), FORMATS, ids=["json", "jsonl", "yaml"])
numbers = pytest.mark.parametrize("number", [int, float])


@formats
@numbers
class TestFormats:
    def test_a_flag_of_a_record(self, format_: Any, text: Any, number: Callable[[bool], float]) -> None:
        assert FLAGS
        for cls, field in FLAGS:
            record = plain_record(EXAMPLES[cls][0])
            header = {"format_version": "1.0", "complete": False}
            assert len(format_.loads(text(header, {**record, field.name: field.default}, cls))) == 1
            with pytest.raises(NotReadableError) as refused:
                format_.loads(text(header, {**record, field.name: number(field.default)}, cls))
            (problem,) = refused.value.problems
            assert (problem.path.rpartition(".")[2], problem.expected) == (field.name, "true or false")

    @each_case("complete", [True, False])
    def test_the_flag_of_a_header(
        self, format_: Any, text: Any, number: Callable[[bool], float], complete: bool
    ) -> None:
        record = {"id": "troops", "label": "Troops", "proposition": "There should be troops."}
        header = {"format_version": "1.0", "complete": complete}
        assert format_.loads(text(header, record, Issue)).complete is complete
        with pytest.raises(NotReadableError) as refused:
            format_.loads(text({**header, "complete": number(complete)}, record, Issue))
        (problem,) = refused.value.problems
        assert (problem.path.rpartition(".")[2], problem.expected) == ("complete", "true or false")


class TestHeader:
    @each_case("name", [field.name for field in attrs.fields(Dataset) if field.init])
    def test_what_only_equals_the_default_is_refused(self, name: str) -> None:
        for value in likenesses(getattr(Dataset(), name)):
            if name == "records" and isinstance(value, tuple):  # any iterable of records will do
                continue
            with pytest.raises((DatasetError, InvalidRecordError, TypeError)) as refused:
                Dataset(**{name: value})
            if isinstance(refused.value, DatasetError):
                assert [problem.path for problem in refused.value.problems] == [name]
