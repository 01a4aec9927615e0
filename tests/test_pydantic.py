"""Records in models of pydantic: from plain data and JSON, and back, by the rules of this library."""

import subprocess
import sys
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from diplo_events import Actor, Dataset, EventDate, NotReadableError, Quote, Span, Statement, load_example
from diplo_events import strategies as drawn
from diplo_events.errors import ArgumentTypeError
from diplo_events.formats.plain import record_to_plain, to_plain
from diplo_events.pydantic import AsPlainData, Embedded
from diplo_events.schema import RECORD_TYPES, Record
from each_case import each_case
from profiles import examples

EXAMPLE: Final = load_example()


class CaseFile(BaseModel):
    """A model of a user, with records beside fields of its own."""

    number: int
    opened: Embedded[EventDate] | None = None
    statements: list[Embedded[Statement]] = []
    actors: dict[str, Embedded[Actor]] = {}
    quote: Embedded[Quote] | None = None


CASE: Final = CaseFile(
    number=12,
    opened=EventDate.parse("2025-09?"),
    statements=list(EXAMPLE.statements[:3]),
    actors={"a": EXAMPLE.actor("lavrov")},
    quote=Quote(text="no", span=Span(start=0, end=2)),
)

ADAPTERS: Final = {name: TypeAdapter[Any](Embedded[cls]) for name, cls in RECORD_TYPES.items()}


def problems_in(refused: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    """Return what this library found wrong, from the error of pydantic."""
    (problem,) = refused.value.errors()
    error = problem["ctx"]["error"]
    assert isinstance(error, NotReadableError)
    return [str(each) for each in error.problems]


def test_values_are_taken_as_they_are() -> None:
    assert CASE.statements[0] is EXAMPLE.statements[0]


def test_plain_data_and_json_go_round() -> None:
    plain = CASE.model_dump()
    assert plain["opened"] == "2025-09?"
    assert plain["statements"][0] == record_to_plain(EXAMPLE.statements[0])
    assert CaseFile.model_validate(plain) == CASE
    assert CaseFile.model_validate_json(CASE.model_dump_json()) == CASE
    assert CASE.model_dump(mode="json") == plain


@examples(30)
@given(drawn.records())
def test_every_record_goes_round(record: Record) -> None:
    (adapter,) = (ADAPTERS[name] for name, cls in RECORD_TYPES.items() if cls is type(record))
    assert adapter.dump_python(record) == record_to_plain(record)
    assert adapter.validate_python(record_to_plain(record)) == record
    assert adapter.validate_json(adapter.dump_json(record)) == record


def test_a_dataset_goes_round_and_its_references_are_checked() -> None:
    adapter = TypeAdapter[Any](Embedded[Dataset])
    assert adapter.dump_python(EXAMPLE) == to_plain(EXAMPLE)
    assert adapter.validate_json(adapter.dump_json(EXAMPLE)) == EXAMPLE
    plain = to_plain(EXAMPLE)
    plain["statements"] = [plain["statements"][0] | {"speakers": ["rusia"]}, *plain["statements"][1:]]
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(plain)
    assert problems_in(refused)[0].endswith("expected the id of an actor, found 'rusia'; did you mean 'russia'?")


def test_all_that_is_wrong_is_listed_and_nothing_is_coerced() -> None:
    plain = record_to_plain(EXAMPLE.actor("lavrov"))
    with pytest.raises(ValidationError) as refused:
        CaseFile.model_validate({"number": 1, "actors": {"a": plain | {"name": 7, "knid": "state"}}})
    assert refused.value.errors()[0]["loc"] == ("actors", "a")
    assert problems_in(refused) == [
        "name: expected text, found 7",
        "knid: expected a field of Actor, found 'knid'; did you mean 'kind'?",
    ]


@each_case("value", [None, 7, "x", [], EXAMPLE.issues[0]])
def test_what_is_not_the_record_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        ADAPTERS["actor"].validate_python(value)


@given(st.sampled_from(EXAMPLE.records))
def test_the_json_schema_is_that_of_the_library(record: Record) -> None:
    (name,) = (name for name, cls in RECORD_TYPES.items() if cls is type(record))
    schema = SCHEMAS[name]
    assert "$ref" not in str(schema)
    jsonschema.Draft202012Validator(schema).validate(record_to_plain(record))
    assert not jsonschema.Draft202012Validator(schema).is_valid(record_to_plain(record) | {"added": 1})


SCHEMAS: Final = {name: adapter.json_schema() for name, adapter in ADAPTERS.items()}


def test_the_schema_of_a_model_describes_its_fields() -> None:
    schema = CaseFile.model_json_schema()
    jsonschema.Draft202012Validator(schema).validate(CASE.model_dump())
    assert schema["properties"]["statements"]["items"]["properties"]["summary"]["type"] == "string"
    whole = TypeAdapter[Any](Embedded[Dataset]).json_schema()
    jsonschema.Draft202012Validator(whole).validate(to_plain(EXAMPLE))


@pytest.mark.parametrize("type_", [int, Dataset | None, list[Statement]])
def test_other_types_are_refused_at_once(type_: Any) -> None:
    with pytest.raises(ArgumentTypeError, match="expected a type of record, a part of one, EventDate or Dataset"):
        TypeAdapter[Any](Embedded[type_])


def test_annotations_are_equal() -> None:
    assert AsPlainData() == AsPlainData()


def test_without_pydantic_the_extra_is_named() -> None:
    program = "import sys; sys.modules['pydantic'] = None; import diplo_events.pydantic"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    assert "a field of pydantic needs the extra 'pydantic': pip install 'diplo-events[pydantic]'" in done.stderr
