"""A new field is said once: a class with one field more, and everything that should know it without another edit.

Each class here is `Meeting` with a field `added` of one kind. What is derived from the fields of the classes has its
law in this file: checks, converter, JSON Schema, references, renaming, strategies, unknown fields, codebook, columns of
tables and the values that queries look at.
"""

import sqlite3
import typing
from typing import Any, Final

import attrs
import jsonschema
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

import generate
from diplo_events import (
    Actor,
    Aspect,
    Dataset,
    EventDate,
    FrozenMap,
    InvalidRecordError,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    Span,
)
from diplo_events._internal.dataset.renaming import renamed
from diplo_events.analysis._field_values import tree_of, values
from diplo_events.converter import make_converter, problems_of
from diplo_events.errors import Location, Problem
from diplo_events.exporters._losses import Kept
from diplo_events.exporters._words import FieldWords
from diplo_events.exporters.networkx import node_data
from diplo_events.formats import sqlite
from diplo_events.formats._csv_text import csv_text
from diplo_events.formats._links import linked_part, part_without_links
from diplo_events.formats._newer import without_unknown
from diplo_events.formats._relational import tables_of
from diplo_events.formats._relational_reading import Rows, assembled
from diplo_events.formats._relational_rows import Row, rows_of_record
from diplo_events.formats.arrow_tables import arrow_table, cells_of
from diplo_events.formats.columns import columns_of, plain_of, row_of
from diplo_events.formats.csv_bundle import read_table, resource_of, written_cell
from diplo_events.formats.linked_data._context import class_context, definition_of
from diplo_events.formats.linked_data._shapes import PREFIXES, class_shape
from diplo_events.formats.linked_data._turtle import prologue
from diplo_events.json_schema import schema_of
from diplo_events.model.ids import ActorId, CountryCode
from diplo_events.schema import Node, PartNode, fields, path_text, references
from diplo_events.strategies._fields import drawn, strategy_of
from diplo_events.tables._labels import labels_of
from profiles import examples

KINDS: Final[dict[str, tuple[Any, object, object]]] = {
    "text": (str | None, None, 7),
    "a text that must be there": (str, attrs.NOTHING, ""),
    "id": (ActorId | None, None, "No Id"),
    "code": (CountryCode | None, None, "uk"),
    "whole number": (int | None, None, 1.0),
    "number": (float | None, None, "1"),
    "flag": (bool, False, 0),
    "date": (EventDate | None, None, "2025-13"),
    "term": (Aspect | None, None, "no_aspect"),
    "map of texts": (FrozenMap[str], attrs.Factory(FrozenMap), {"a": 1}),
    "map": (FrozenMap[Any], attrs.Factory(FrozenMap), []),
    "part": (Span | None, None, {"start": 3, "end": 1}),
    "ids": (tuple[ActorId, ...], (), ["a", "No Id"]),
    "parts": (tuple[Participant, ...], (), [{"actor": "a", "role": "no_role"}]),
    "terms": (frozenset[Aspect], frozenset(), ["no_aspect"]),
}
"""For each kind of field its type, its default, and plain data that it must refuse."""


WORDS: Final = {
    "text": "text",
    "a text that must be there": "text",
    "id": "id of [Actor](#actor)",
    "code": "a country code (ISO 3166-1 alpha-2)",
    "whole number": "whole number",
    "number": "number",
    "flag": "true or false",
    "date": "[date (EDTF)](guides/event-dates.md)",
    "term": "[Aspect](#aspect)",
    "map of texts": "text by text",
    "map": "any JSON object",
    "part": "[Span](#span)",
    "ids": "ids of [Actor](#actor)",
    "parts": "list of [Participant](#participant)",
    "terms": "set of [Aspect](#aspect)",
}
"""The words of the codebook for each kind."""

LABELS: Final = {
    "id": ["added_name"],
    "date": ["added_earliest", "added_latest"],
    "ids": ["added_names"],
    "parts": ["added_names"],
}
"""The columns of tables that make each kind readable."""

OF_ACTORS: Final = {"id", "ids", "parts"}
"""The kinds that hold ids of actors."""


def wider(kind: str) -> type[Any]:
    """Make `Meeting` with one field more."""
    annotation, default, _ = KINDS[kind]
    field = attrs.field(type=annotation, default=default, metadata={"doc": "What was added."})
    return attrs.make_class("WiderMeeting", {"added": field}, bases=(Meeting,), frozen=True, kw_only=True)


MEETING: Final = {
    "id": "m",
    "source": "s",
    "title": "Talks",
    "kind": MeetingKind.SUMMIT,
    "status": MeetingStatus.HELD,
    "proposed_by": ("france",),
}

CLASSES: Final = {kind: wider(kind) for kind in KINDS}
RECORDS: Final = {
    kind: strategy_of(fields(cls)[-1].node).map(lambda added, cls=cls: cls(**MEETING, added=added))
    for kind, cls in CLASSES.items()
}
"""Strategies for records whose new field varies."""

kinds = pytest.mark.parametrize("kind", KINDS)
PROLOGUE: Final = prologue(PREFIXES)
CONVERTERS: Final = (make_converter(), make_converter(explain=False))


def ids_in(value: object) -> list[str]:
    """List the ids of actors in plain data of an added field, whatever its kind."""
    if isinstance(value, list):
        return [key for item in value for key in ids_in(item)]
    if isinstance(value, dict):
        return [value[name] for name in ("actor", "representing") if name in value]
    return [value] if isinstance(value, str) else []


def test_there_is_a_kind_for_every_node() -> None:
    nodes = [fields(cls)[-1].node for cls in CLASSES.values()]
    inner = [getattr(node, "item", node) for node in nodes]
    assert {type(node) for node in nodes + inner} == set(typing.get_args(Node))


@kinds
class TestNewField:
    def test_it_comes_last_with_its_words(self, kind: str) -> None:
        *others, added = fields(CLASSES[kind])
        assert tuple(others) == fields(Meeting)
        assert (added.name, added.doc, added.required) == ("added", "What was added.", "must be there" in kind)

    @given(data=st.data())
    def test_records_are_written_and_read(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        for converter in CONVERTERS:
            plain = converter.unstructure(record)
            assert ("added" in plain) == (record.added != KINDS[kind][1] and record.added != FrozenMap())
            assert converter.structure(plain, CLASSES[kind]) == record

    @pytest.mark.slow
    def test_drawing_reaches_more_than_the_default(self, kind: str) -> None:
        seen: set[object] = set()

        @examples(10, derandomize=True, database=None)
        @given(drawn(CLASSES[kind], {}))
        def look(record: Any) -> None:
            seen.add(record.added)

        look()
        assert len(seen) > 1

    @given(data=st.data())
    def test_what_it_cannot_hold_is_refused_by_the_class(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        for wrong in (object(), 7.5j, [record.added], (object(),)):
            with pytest.raises(InvalidRecordError) as refused:
                attrs.evolve(record, added=wrong)
            assert {problem.path.partition("[")[0] for problem in refused.value.problems} <= {"added", ""}

    @given(data=st.data())
    def test_what_it_cannot_hold_is_refused_by_the_converter_and_named(self, kind: str, data: st.DataObject) -> None:
        plain = CONVERTERS[0].unstructure(data.draw(RECORDS[kind])) | {"added": KINDS[kind][2]}
        for converter in CONVERTERS:
            with pytest.raises(Exception) as caught:  # noqa: PT011  (`problems_of` refuses what is not about the data)
                converter.structure(plain, CLASSES[kind])
        with pytest.raises(ExceptionGroup) as listed:
            CONVERTERS[0].structure(plain, CLASSES[kind])
        assert caught
        assert {problem.path.partition("[")[0].partition(".")[0] for problem in problems_of(listed.value)} == {"added"}

    @given(data=st.data())
    def test_the_json_schema_knows_it(self, kind: str, data: st.DataObject) -> None:
        definitions: dict[str, Any] = {}
        schema = schema_of(PartNode(cls=CLASSES[kind]), definitions) | {"$defs": definitions}
        assert definitions["WiderMeeting"]["properties"]["added"]["description"] == "What was added."
        validator = jsonschema.Draft202012Validator(schema)
        plain = CONVERTERS[0].unstructure(data.draw(RECORDS[kind]))
        validator.validate(plain)
        if kind not in {"date", "part", "whole number"}:  # a schema knows no dates and no order, and 1.0 is whole to it
            assert not validator.is_valid(plain | {"added": KINDS[kind][2]})
        assert not validator.is_valid(plain | {"added": [[]]})

    def test_linked_data_know_it(self, kind: str) -> None:
        cls = CLASSES[kind]
        node = fields(cls)[-1].node
        assert class_context(cls)["added"] == definition_of(node, "de:added", frozenset())
        shape = rdflib.Graph().parse(data=f"{PROLOGUE}\n{class_shape(cls)}", format="turtle")
        paths = {str(item) for item in shape.objects() if str(item).endswith("#added")}
        assert paths == {"https://diplo-events.invalid/vocabulary#added"}

    @given(data=st.data())
    def test_its_links_are_written_and_taken_back(self, kind: str, data: st.DataObject) -> None:
        plain = CONVERTERS[0].unstructure(data.draw(RECORDS[kind]))
        problems: list[Problem] = []
        linked = linked_part(CLASSES[kind], plain)
        assert linked["@type"] == ["WiderMeeting", "schema:Event", "prov:Entity"]
        assert part_without_links(CLASSES[kind], linked, (), problems) == plain
        assert problems == []

    @given(data=st.data())
    def test_its_references_are_found(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        plain = CONVERTERS[0].unstructure(record)
        expected = ids_in(plain.get("added")) if kind in OF_ACTORS else []
        for form in (record, plain):
            found = [reference for reference in references(CLASSES[kind], form) if reference.path[0] == "added"]
            assert [reference.target for reference in found] == expected
            assert {reference.types for reference in found} <= {(Actor,)}

    @given(data=st.data())
    def test_its_ids_are_renamed(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        old = ids_in(CONVERTERS[0].unstructure(record).get("added")) if kind in OF_ACTORS else []
        ids = {key: f"renamed-{old.index(key)}" for key in old}
        made = renamed(record, ids)
        found = [reference for reference in references(CLASSES[kind], made) if reference.path[0] == "added"]
        assert [reference.target for reference in found] == [ids[key] for key in old]
        assert (made is record) is not bool(ids)

    @given(data=st.data())
    def test_queries_look_into_it(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        tree = tree_of(CLASSES[kind], ActorId)
        assert ("added" in tree) == (kind in OF_ACTORS)
        added = {name: branch for name, branch in tree.items() if name == "added"}
        plain = CONVERTERS[0].unstructure(record).get("added")
        assert list(values(record, added)) == (ids_in(plain) if kind in OF_ACTORS else [])

    @given(data=st.data())
    def test_tables_have_a_column_for_it(self, kind: str, data: st.DataObject) -> None:
        cls, record = CLASSES[kind], data.draw(RECORDS[kind])
        *_, column, _ = columns_of(cls)
        assert (column.name, column.doc) == ("added", "What was added.")
        rows = [row_of(record)]
        assert cells_of(arrow_table(columns_of(cls), rows)) == rows
        assert CONVERTERS[0].structure(plain_of(cls, rows[0]), cls) == record

    def test_what_is_readable_of_it_stands_beside_it(self, kind: str) -> None:
        added = [label.column.name for label in labels_of(CLASSES[kind]) if label.field == "added"]
        assert added == LABELS.get(kind, [])

    def test_what_a_newer_version_adds_to_it_is_taken_out(self, kind: str) -> None:
        newer = {"start": 1, "end": 2, "actor": "a", "mood": 3}
        unknown: dict[Any, Any] = {}
        rest = without_unknown({"added": newer, "weight": 1}, PartNode(cls=CLASSES[kind]), (), unknown, CLASSES[kind])
        assert unknown.pop(("weight",)) == 1
        if kind == "part":
            assert rest == {"added": {"start": 1, "end": 2}}
            assert {path_text(path) for path in unknown} == {"added.actor", "added.mood"}
        else:
            assert (rest, unknown) == ({"added": newer}, {})
        unknown = {}
        rest = without_unknown({"added": [newer]}, PartNode(cls=CLASSES[kind]), (), unknown, CLASSES[kind])
        if kind == "parts":
            assert rest == {"added": [{"actor": "a"}]}
            assert {path_text(path) for path in unknown} == {"added[0].start", "added[0].end", "added[0].mood"}
        else:
            assert (rest, unknown) == ({"added": [newer]}, {})

    @given(data=st.data())
    def test_tables_have_a_column_or_a_table_for_it(self, kind: str, data: st.DataObject) -> None:
        top = tables_of("meetings", CLASSES[kind], inline=data.draw(st.booleans()))
        tables = {table.name: table for table in top.all_tables()}
        columns = [column.name for column in top.columns] + [
            name for name in tables if name.startswith("meetings_added")
        ]
        assert any(name.rpartition("meetings_")[2].startswith("added") for name in columns)
        plain = CONVERTERS[0].unstructure(data.draw(RECORDS[kind]))
        rows: dict[str, list[Row]] = {name: [] for name in tables}
        rows_of_record(top, plain, rows)
        with sqlite3.connect(":memory:") as database:
            for name, table in tables.items():
                database.execute(sqlite.declaration(table, complete=False))
                marks = ", ".join("?" * len(table.columns))
                cells = [[sqlite.written_cell(value) for value in row] for row in rows[name]]
                database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', cells)  # noqa: S608  (a name of ours)
        read = []
        for name, table in tables.items():
            assert len(resource_of(table, rows, complete=True)["schema"]["fields"]) == len(table.columns)
            names = [column.name for column in table.columns]
            lines = [names, *([written_cell(value, armed=False) for value in row] for row in rows[name])]
            found = read_table(table, csv_text(lines).encode(), name, armed=False)
            assert found.columns == tuple(names)
            read.append(Rows(table=table, columns=found.columns, rows=found.rows, locate=found.locate))
        (again,) = assembled(read, {}, top=Location()).data["meetings"]
        assert CONVERTERS[0].structure(again, CLASSES[kind]) == CONVERTERS[0].structure(plain, CLASSES[kind])

    def test_the_codebook_describes_it(self, kind: str) -> None:
        *_, row, _ = generate.field_table(CLASSES[kind], ())
        assert row == f"| `added` | What was added. | {WORDS[kind]} | {'yes' if 'must be there' in kind else ''} |"

    @given(data=st.data())
    def test_exports_one_way_have_it_or_count_it(self, kind: str, data: st.DataObject) -> None:
        record = data.draw(RECORDS[kind])
        value, default = record.added, fields(CLASSES[kind])[-1].default
        kept = Kept(Dataset(records=[record], complete=False))
        kept.write(record, "id")
        counted = [loss for loss in kept.losses() if loss.what == "meetings.added"]
        assert len(counted) == (value != default)
        assert ("added" in dict(FieldWords(kept).fields(record))) <= (value != default)
        dataset = Dataset(records=[record], complete=False)
        plain = CONVERTERS[0].unstructure(record)
        assert ("added" in node_data(dataset, record)) == ("added" in plain and kind not in {"id", "ids"})
