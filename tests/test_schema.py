"""What the classes say of themselves: fields, references, and a JSON Schema that agrees with the reader."""

import copy
import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from diplo_events import (
    Actor,
    Dataset,
    Issue,
    Meeting,
    Name,
    NotReadableError,
    Participant,
    Place,
    Quantity,
    Quote,
    Source,
    Span,
    Statement,
    TerritorialClaim,
    vocab,
)
from diplo_events.formats import json as json_format
from diplo_events.formats._document import document_of
from diplo_events.json_schema import json_schema
from diplo_events.model import EventRecord
from diplo_events.model.ids import PATTERNS
from diplo_events.schema import (
    COLLECTIONS,
    RECORD_TYPES,
    TARGETS,
    Field,
    Reference,
    TextNode,
    fields,
    path_text,
    references,
    type_name,
    version_key,
)
from each_case import each_case
from shared_datasets import DATASETS
from wider_records import EXAMPLE

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DOCUMENT = document_of(EXAMPLE)


def caught_by_both(document: object) -> None:
    """Let the schema and the reader refuse a document."""
    assert not VALIDATOR.is_valid(document)
    with pytest.raises(NotReadableError):
        json_format.loads(json.dumps(document))


class TestFields:
    @each_case("cls", RECORD_TYPES.values(), ids=RECORD_TYPES)
    def test_every_field_is_explained_in_a_sentence(self, cls: type[Any]) -> None:
        assert [field.name for field in fields(cls)] == [field.name for field in attrs.fields(cls)]
        for field in fields(cls):
            assert field.doc.endswith(".")
            assert "\n" not in field.doc

    def test_what_a_field_is(self) -> None:
        by_name = {field.name: field for field in fields(Issue)}
        assert by_name["label"] == Field(
            name="label", node=TextNode(), required=True, default=attrs.NOTHING, doc="A short name.", openable=True
        )
        assert not by_name["broader"].required

    def test_fields_of_a_base_come_first_with_their_words(self) -> None:
        shared = fields(EventRecord)
        for cls in (Statement, Meeting):
            assert fields(cls)[: len(shared)] == shared

    def test_the_collections_are_plurals_of_the_types(self) -> None:
        assert list(COLLECTIONS) == [f"{type_name(cls)}s" for cls in COLLECTIONS.values()]
        assert [type_name(cls) for cls in RECORD_TYPES.values()] == list(RECORD_TYPES)


class TestReferences:
    def test_of_a_record(self) -> None:
        meeting = EXAMPLE.of_type(Meeting)[0]
        source = next(reference for reference in references(Meeting, meeting) if reference.path == ("source",))
        assert source == Reference(path=("source",), target=meeting.source, types=(Source,))

    def test_in_parts_of_plain_data(self) -> None:
        plain = {
            "id": "m",
            "source": "s",
            "participants": [{"actor": "a", "representing": "b"}, {"role": "host"}, "c", 7],
            "outcomes": ["p", 7, None],
            "via": "a",
            "place": None,
        }
        found = {path_text(reference.path): reference.target for reference in references(Meeting, plain)}
        assert found == {
            "source": "s",
            "participants[0].actor": "a",
            "participants[0].representing": "b",
            "outcomes[0]": "p",
        }

    def test_of_all_kinds_of_ids_and_nothing_else(self) -> None:
        found = {
            reference.types
            for cls in RECORD_TYPES.values()
            for record in EXAMPLE.of_type(cls)
            for reference in references(cls, record)
        }
        assert found <= set(TARGETS.values())
        assert set(TARGETS) <= set(PATTERNS)
        assert list(references(Issue, {"id": "x", "label": "a", "extra": {"broader": "y"}})) == []
        assert list(references(Issue, "no mapping")) == []

    def test_in_names_of_actors(self) -> None:
        actor = Actor(id="a", name="A", kind=vocab.ActorKind.STATE, names=(Name(text="A", sources=("s", "t")),))
        assert [path_text(reference.path) for reference in references(Actor, actor)] == [
            "names[0].sources[0]",
            "names[0].sources[1]",
        ]

    @each_case(
        ("path", "text"), [((), ""), (("a",), "a"), ((0,), "[0]"), (("a", 1, 2, "b"), "a[1][2].b"), (("", "x"), ".x")]
    )
    def test_paths_as_text(self, path: tuple[str | int, ...], text: str) -> None:
        assert path_text(path) == text


class TestJsonSchema:
    def test_it_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        assert json.loads(json.dumps(SCHEMA)) == SCHEMA == json_schema()

    def test_it_names_every_class_and_every_vocabulary_that_records_use(self) -> None:
        parts = {"Ballot", "Quantity", "Name", "Participant", "Point", "Quote", "Role", "Span", "Tally", "Uncoded"}
        vocabularies = {name for name in vocab.__all__ if name != "Term"} | {"ActionKind", "SpeechAct"}
        classes = {cls.__name__ for cls in RECORD_TYPES.values()}
        assert set(SCHEMA["$defs"]) == parts | vocabularies | classes | {"JSON"}
        assert set(SCHEMA["properties"]) == {
            *("format_version", "title", "description", "version", "license", "citation", "complete", "extra"),
            *("closed", "end"),
            *COLLECTIONS,
        }

    def test_everything_has_a_description(self) -> None:
        for name, definition in SCHEMA["$defs"].items():
            assert definition["description"], name
            for field, described in definition.get("properties", {}).items():
                assert described["description"].endswith("."), (name, field)

    def test_the_bundled_dataset_is_valid(self) -> None:
        assert list(VALIDATOR.iter_errors(DOCUMENT)) == []

    @given(DATASETS)
    def test_drawn_datasets_are_valid(self, dataset: Dataset) -> None:
        assert list(VALIDATOR.iter_errors(document_of(dataset))) == []

    @each_case(
        ("cls", "field"),
        [(cls, field.name) for cls in RECORD_TYPES.values() for field in fields(cls)],
        ids=lambda value: getattr(value, "__name__", value),
    )
    def test_values_of_another_type_are_caught_by_both(self, cls: type[Any], field: str) -> None:
        collection = next(name for name, known in COLLECTIONS.items() if known is cls)
        for wrong in ([[]], 7.5):
            content = {**DOCUMENT[collection][0], field: wrong}
            caught_by_both({"format_version": "1.0", "complete": False, collection: [content]})

    @each_case(
        ("collection", "field"),
        [
            ("statements", "speakers"),
            ("statements", "acts"),
            ("territorial_claims", "asserted_by"),
            ("actions", "actors"),
        ],
    )
    def test_an_empty_list_where_somebody_must_be_named_is_caught_by_both(self, collection: str, field: str) -> None:
        caught_by_both(
            {"format_version": "1.0", "complete": False, collection: [{**DOCUMENT[collection][0], field: []}]}
        )

    @each_case("cls", RECORD_TYPES.values(), ids=RECORD_TYPES)
    def test_missing_and_unknown_fields_are_caught_by_both(self, cls: type[Any]) -> None:
        collection = next(name for name, known in COLLECTIONS.items() if known is cls)
        content = DOCUMENT[collection][0]
        document = {"format_version": "1.0", "complete": False, collection: [content]}
        assert VALIDATOR.is_valid(document)
        json_format.loads(json.dumps(document))
        caught_by_both({**document, collection: [{**content, "unknown": 1}]})
        caught_by_both({**document, collection: [content, "x"]})
        caught_by_both({**document, collection: content})
        for field in fields(cls):
            if field.required:
                less = {name: value for name, value in content.items() if name != field.name}
                caught_by_both({**document, collection: [less]})

    @each_case(
        "header",
        [
            {},
            {"format_version": 1.0},
            {"format_version": "1"},
            {"format_version": None},
            {"format_version": "1.0", "titel": "A"},
            {"format_version": "1.0", "title": 7},
            {"format_version": "1.0", "title": ""},
            {"format_version": "1.0", "complete": "yes"},
            {"format_version": "1.0", "complete": None},
            {"format_version": "1.0", "extra": []},
            {"format_version": "1.0", "extra": None},
            {"format_version": "1.0", "actors": {}},
            {"format_version": "1.0", "actors": None},
            [],
            "x",
            None,
        ],
    )
    def test_wrong_headers_are_caught_by_both(self, header: object) -> None:
        caught_by_both(header)

    @each_case("name", ["title", "description", "version", "license", "citation"])
    def test_both_take_null_for_what_the_header_does_not_say(self, name: str) -> None:
        document = {"format_version": "1.0", name: None}
        assert VALIDATOR.is_valid(document)
        assert json_format.loads(json.dumps(document)) == Dataset()

    @each_case(
        ("collection", "path", "wrong"),
        [
            ("actors", ("id",), "Upper"),
            ("actors", ("id",), "a" * 201),
            ("actors", ("id",), "-a"),
            ("actors", ("kind",), "stat"),
            ("actors", ("identifiers",), {"a": 1}),
            ("actors", ("names",), [{"text": "A"}, {"text": "A"}]),
            ("actors", ("names",), [{"text": "A", "txt": "B"}]),
            ("actors", ("country",), "UK"),
            ("places", ("point",), {"longitude": 1}),
            ("places", ("subdivision",), "UA14"),
            ("sources", ("sha256",), "A" * 64),
            ("sources", ("url",), "ftp://a"),
            ("sources", ("language",), "english"),
            ("statements", ("acts",), ["state", "state"]),
            ("statements", ("spans",), [{"start": 1}]),
            ("statements", ("spans",), [{"start": "1", "end": 2}]),
            ("statements", ("aspects",), ["past"]),
            ("positions", ("red_line",), "yes"),
        ],
    )
    def test_wrong_parts_are_caught_by_both(self, collection: str, path: tuple[str, ...], wrong: object) -> None:
        document = {"format_version": "1.0", "complete": False, collection: [copy.deepcopy(DOCUMENT[collection][0])]}
        document[collection][0][path[0]] = wrong
        caught_by_both(document)

    def test_what_only_the_reader_can_catch(self) -> None:
        content = {**DOCUMENT["statements"][0], "when": "2025-13", "spans": [{"start": 9, "end": 3}]}
        document = {"format_version": "1.0", "complete": False, "statements": [content]}
        assert VALIDATOR.is_valid(document)
        with pytest.raises(NotReadableError):
            json_format.loads(json.dumps(document))

    def test_numbers_may_be_whole(self) -> None:
        extent = {"low": 4, "high": 4.5, "unit": "count"}
        content = {**DOCUMENT["territorial_claims"][0], "extent": extent}
        document = {"format_version": "1.0", "complete": False, "territorial_claims": [content]}
        assert VALIDATOR.is_valid(document)
        (claim,) = json_format.loads(json.dumps(document)).of_type(TerritorialClaim)
        assert claim.extent == Quantity(low=4, high=4.5, unit=vocab.Unit.COUNT)


def test_parts_have_fields_too() -> None:
    for cls in (Quantity, Name, Participant, Quote, Span, Place):
        assert all(field.doc for field in fields(cls))


def test_versions_are_ordered_by_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "2.0"], key=version_key) == ["1.9", "1.10", "2.0"]
