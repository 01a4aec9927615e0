"""Law 5: nothing is coerced, and nothing is dropped."""

import json
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from laws import EXAMPLE, RECORDS, alone

import diplo_events
from diplo_events import (
    FrozenMap,
    NotReadableError,
    Place,
)
from diplo_events.dataset import HEADER
from diplo_events.formats import json as json_format
from diplo_events.formats import yaml
from diplo_events.formats._document import document_of, plain_record
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    COLLECTIONS,
    RECORD_TYPES,
    Path,
    Record,
    fields,
    path_text,
)
from each_case import each_case
from profiles import examples

Node = tuple[Path, Any, Any]
"""A place in a plain document, what stands there, and the type that it is to become."""


def nodes(value: Any, annotation: Any, path: Path = ()) -> Iterator[Node]:
    """List every place in plain data of some type, save inside of `extra` and of the list of open fields."""
    arguments = [argument for argument in typing.get_args(annotation) if argument is not type(None)]
    if typing.get_origin(annotation) in {typing.Union, type(int | None)}:
        yield from nodes(value, arguments[0], path)
        return
    yield path, value, annotation
    if attrs.has(annotation):
        kinds = typing.get_type_hints(annotation)
        for name in sorted(value.keys() - {OPEN_KEY}):  # what is wrong with that list has tests of its own
            yield from nodes(value[name], kinds[name], (*path, name))
    elif annotation == FrozenMap[str]:
        for name in value:
            yield (*path, name), value[name], str
    elif typing.get_origin(annotation) in {tuple, frozenset}:
        for index, item in enumerate(value):
            yield from nodes(item, arguments[0], (*path, index))


def json_type(value: object) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


OTHERS = (True, 7, 1.5, "yes", "", [], {}, ["yes"], {"a": 1})


def put(document: Any, path: Path, value: object) -> None:
    for step in path[:-1]:
        document = document[step]
    document[path[-1]] = value


class TestLaw5:
    """Nothing is coerced: `7` is not an id, `"yes"` is not a bool, `NO` is Norway.

    Unknown fields are errors with "did you mean", except inside `extra`.
    """

    def refused(self, record: Record, path: Path, value: object) -> None:
        """Put something else at one place of a record; the reader must name that place and no other."""
        document = document_of(alone(record))
        ((name, _),) = [(name, cls) for name, cls in COLLECTIONS.items() if cls is type(record)]
        put(document, (name, 0, *path), value)
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps(document))
        assert [problem.path for problem in refused.value.problems] == [path_text((name, 0, *path))]

    @given(RECORDS, st.data())
    def test_values_of_another_type(self, record: Record, data: DataObject) -> None:
        places = list(nodes(plain_record(record), type(record)))
        path, held, _ = data.draw(st.sampled_from(places))
        other = data.draw(st.sampled_from([value for value in OTHERS if json_type(value) != json_type(held)]))
        self.refused(record, path, other)

    @pytest.mark.slow
    def test_every_leaf_of_some_bundled_records(self) -> None:
        for cls in RECORD_TYPES.values():
            record = max(EXAMPLE.of_type(cls), key=lambda record: len(repr(record)))
            for path, held, _ in nodes(plain_record(record), cls):
                for other in (True, 7, "yes", [], {}):
                    if json_type(other) != json_type(held):
                        self.refused(record, path, other)

    @pytest.mark.slow
    @examples(30)
    @given(RECORDS)
    def test_null_where_a_value_must_be(self, record: Record) -> None:
        for field in fields(type(record)):
            if field.required and field.name not in record.open:
                self.refused(record, (field.name,), None)

    @pytest.mark.slow
    @examples(60)
    @given(RECORDS, st.data())
    def test_misspelt_fields_in_any_class(self, record: Record, data: DataObject) -> None:
        content = plain_record(record)
        document = document_of(alone(record))
        name = next(name for name, cls in COLLECTIONS.items() if cls is type(record))
        parts = [(path, held) for path, held, cls in nodes(content, type(record)) if attrs.has(cls)]
        path, held = data.draw(st.sampled_from(parts))
        field = data.draw(st.sampled_from(sorted(held.keys() - {OPEN_KEY})))
        put(document, (name, 0, *path, field + field[-1]), held[field])
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps(document))
        (problem,) = refused.value.problems
        assert problem.path == path_text((name, 0, *path, field + field[-1]))
        assert problem.hint == f"did you mean {field!r}?"

    @each_case("field", [*(field.name for field in HEADER), *COLLECTIONS])
    def test_misspelt_fields_of_the_header(self, field: str) -> None:
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps({"format_version": "1.0", field + field[-1]: "x"}))
        (problem,) = refused.value.problems
        assert (problem.path, problem.hint) == (field + field[-1], f"did you mean {field!r}?")

    @each_case("field", [*(field.name for field in HEADER), *COLLECTIONS])
    @each_case("value", [7, 1.5])
    def test_values_of_another_type_in_the_header(self, field: str, value: float) -> None:
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps({"format_version": "1.0", field: value}))
        assert [problem.path for problem in refused.value.problems] == [field]

    @each_case("cls", RECORD_TYPES.values(), ids=RECORD_TYPES)
    def test_inside_extra_anything_is_kept(self, cls: type[Record]) -> None:
        record = EXAMPLE.of_type(cls)[0]
        kept: dict[str, Any] = {"": [], "speeker": 7, "id": {"": None}, "extra": {"spans": [1, 1.0, True]}, " ": "\t"}
        document = document_of(alone(record))
        name = next(name for name, known in COLLECTIONS.items() if known is cls)
        document[name][0]["extra"] = kept
        document["extra"] = kept
        for text in (json.dumps(document), yaml.dumps(json_format.loads(json.dumps(document)))):
            read = (json_format if text.startswith("{") else yaml).loads(text)
            assert read.extra == read[record.id].extra == FrozenMap(kept)
            assert read[record.id].extra["extra"]["spans"] == (1, 1.0, True)
            assert [type(item) for item in read[record.id].extra["extra"]["spans"]] == [int, float, bool]

    def test_no_is_norway_and_a_number_is_no_id(self) -> None:
        head = "format_version: '1.0'\ncomplete: false\n"
        place = "places: [{id: no, name: NO, kind: country, country: NO}]"
        assert yaml.loads(head + place)["no"] == Place(
            id="no", name="NO", kind=diplo_events.PlaceKind.COUNTRY, country="NO"
        )
        with pytest.raises(NotReadableError, match=r"places\[0\].id: expected an id"):
            yaml.loads(head + place.replace("id: no", "id: 7"))
        position = "{id: p, source: s, actor: a, issue: i, stance: agree, basis: declared, summary: S, red_line: yes}"
        with pytest.raises(NotReadableError, match=r"positions\[0\].red_line: expected true or false, found 'yes'"):
            yaml.loads(f"{head}positions: [{position}]")
