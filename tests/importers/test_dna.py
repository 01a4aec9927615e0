"""Databases of DNA: every document, statement and value comes in, and goes back into tables that are the same."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

import diplo_events
from annotated_text import SHA256, TEXT, adds_up, passages, span, units
from diplo_events import NotReadableError, Position, Source, Stance, Statement
from diplo_events.cli import main
from diplo_events.errors import ArgumentError
from diplo_events.exporters import dna as exporter
from diplo_events.exporters._dna_schema import TABLES, VARIABLES, fill
from diplo_events.importers import dna
from diplo_events.importers._maps import FieldRule, LabelMap, LabelRule
from diplo_events.model import Actor, Document

VALUES: Final = {
    1: (1, 1, "The minister", {"person": "Oda Brink", "organization": "Norland", "concept": "A toll", "agreement": 0}),
    2: (1, 3, "the towns", {"person": "", "organization": "The towns", "concept": "A toll", "agreement": 1}),
    3: (2, 1, "said", {"person": "Oda Brink", "organization": "Norland", "act": "reject", "issue": "A toll"}),
    4: (3, 3, "🙂 Veld", {"note": "a\r\nline"}),
}
"""Type, coder, words and values of each statement."""


@pytest.fixture(scope="module")
def content() -> bytes:
    """A database with everything that the tables can hold."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        fill(db)
        db.execute("INSERT INTO CODERS (ID, Name, Password) VALUES (3, 'Ben', 'x')")
        db.execute("INSERT INTO CODERRELATIONS (ID, Coder, OtherCoder) VALUES (7, 1, 3)")
        db.execute("INSERT INTO REGEXES VALUES ('toll.*', 1, 2, 3)")
        db.execute("INSERT INTO STATEMENTTYPES VALUES (3, 'Annotation', 9, 9, 9)")
        db.execute("INSERT INTO VARIABLES VALUES (20, 'note', 'long text', 3)")
        db.execute("INSERT INTO VARIABLELINKS VALUES (1, 1, 2)")
        document = (1, "Veld", TEXT, 1, "Brink, Oda", "The Veld Wire", "2", "Look.", "news", 1106697600)
        db.execute("INSERT INTO DOCUMENTS VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", document)
        db.execute("INSERT INTO DOCUMENTS VALUES (2, 'Empty', 'Nothing\r\nhere', 3, '', '109', '', '', '', -1)")
        variables = {
            (row[2], row[1]): row for row in db.execute("SELECT ID, Variable, StatementTypeId, DataType FROM VARIABLES")
        }
        entities: dict[tuple[int, str], int] = {}
        for key, (kind, coder, words, values) in VALUES.items():
            start, end = (units(place) for place in span(words))
            db.execute("INSERT INTO STATEMENTS VALUES (?, ?, 1, ?, ?, ?)", (key, kind, start, end, coder))
            for name, value in values.items():
                number, _, _, form = variables[kind, name]
                if form == "short text":
                    if (number, value) not in entities:
                        entities[number, value] = len(entities) + 10
                        row = (entities[number, value], number, value, 5, 6, 7, None)
                        db.execute("INSERT INTO ENTITIES VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                    stored: Any = entities[number, value]
                    db.execute(
                        "INSERT INTO DATASHORTTEXT (ID, StatementId, VariableId, Entity) VALUES (?, ?, ?, ?)",
                        (key * 100 + number, key, number, stored),
                    )
                else:
                    table = {"boolean": "DATABOOLEAN", "long text": "DATALONGTEXT"}[form]
                    db.execute(
                        f"INSERT INTO {table} (StatementId, VariableId, Value) VALUES (?, ?, ?)",  # noqa: S608  (of ours)
                        (key, number, value),
                    )
        db.execute("INSERT INTO ATTRIBUTEVALUES VALUES (4, 10, 1, 'Minister')")
        return db.serialize()


@pytest.fixture
def file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "veld.dna"
    path.write_bytes(content)
    return path


def tables(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(content)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in TABLES}  # noqa: S608  (of ours)


def texts_of(imported: dna.Imported) -> dict[str, str]:
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in imported.texts.values()}


def test_statements_become_statements_and_positions_and_nothing_is_invented(file: Path) -> None:
    imported = dna.read(file)
    assert adds_up(imported)
    assert imported.report.rows == 2 + 4
    assert not imported.report.has_problems
    data = imported.dataset
    assert passages(data) == {
        "veld/1-statement": ["The minister"],
        "veld/1-position": ["The minister"],
        "veld/2-statement": ["the towns"],
        "veld/2-position": ["the towns"],
        "veld/3": ["said"],
    }
    first, second, third = data.of_type(Statement)
    assert (first.speakers, first.on_behalf_of, first.issues) == (("oda-brink",), ("norland",), ("issue/a-toll",))
    assert (second.speakers, second.on_behalf_of) == (("the-towns",), ())
    assert first.open == ("acts", "mode", "summary")
    assert (third.acts[0].value, third.open) == ("reject", ("mode", "summary"))
    positions = data.of_type(Position)
    assert [each.stance for each in positions] == [Stance.DISAGREE, Stance.AGREE]
    assert [(each.actor, each.evidence) for each in positions] == [
        ("oda-brink", (first.id,)),
        ("the-towns", (second.id,)),
    ]
    assert positions[0].open == ("basis", "summary")
    empty, veld = data.of_type(Source)
    assert (veld.sha256, str(veld.published), veld.byline, veld.publisher) == (
        SHA256,
        "2005-01-26",
        ("Brink, Oda",),
        "the-veld-wire",
    )
    assert (veld.open, empty.publisher) == (("kind",), None)
    brink = data["oda-brink"]
    assert isinstance(brink, Actor)
    assert (brink.kind.value, brink.extra["dna"]["Type"]) == ("person", "Minister")
    assert list(imported.codings) == ["Admin", "Ben"]


def test_the_tables_come_back_as_they_were(file: Path, content: bytes, tmp_path: Path) -> None:
    imported = dna.read(file)
    written = exporter.dumps(imported.dataset, texts=texts_of(imported))
    assert tables(written) == tables(content)
    through_files = tmp_path / "back.dna"
    assert (
        main(
            [
                "import",
                "dna",
                str(file),
                str(tmp_path / "veld.json"),
                "--save-texts",
                str(tmp_path / "t"),
                "--codings",
                str(tmp_path / "c"),
            ]
        )
        == 0
    )
    convert = ["convert", str(tmp_path / "veld.json"), str(through_files), "--texts", str(tmp_path / "t"), "--lossy"]
    assert main(convert) == 0
    assert tables(through_files.read_bytes()) == tables(content)
    assert [path.name for path in sorted((tmp_path / "c").iterdir())] == ["admin.json", "ben.json"]
    again = ["import", "dna", str(file), str(tmp_path / "veld.json"), "--force", "--codings", str(tmp_path / "c")]
    assert main(again) == 2  # a folder with files is not written into


def test_what_was_changed_since_goes_into_the_tables(file: Path, content: bytes) -> None:
    imported = dna.read(file)
    data = imported.dataset
    position, veld = data["veld/1-position"], data["veld"]
    assert isinstance(position, Position)
    assert isinstance(veld, Source)
    changed = attrs.evolve(position, stance=Stance.AGREE, actor="norland")
    actor = attrs.evolve(data["the-towns"], name="The river towns")
    data = data.with_records(changed, attrs.evolve(veld, title="Elda"), actor)
    before, after = tables(content), tables(exporter.dumps(data, texts=texts_of(imported)))
    differing = {name for name in TABLES if before[name] != after[name]}
    assert differing == {"DOCUMENTS", "DATABOOLEAN", "DATASHORTTEXT", "ENTITIES", "ATTRIBUTEVALUES"}
    assert {row[1] for row in after["DOCUMENTS"]} == {"Elda", "Empty"}
    assert [row[3] for row in after["DATABOOLEAN"]] == [1, 1]
    assert {row[2] for row in after["ENTITIES"]} - {row[2] for row in before["ENTITIES"]} == {
        "Norland",
        "The river towns",
    } - {row[2] for row in before["ENTITIES"]}


def test_extra_that_was_mangled_is_an_error_with_advice(file: Path) -> None:
    imported = dna.read(file)
    (scheme,) = imported.dataset.of_type(Document)
    extra = {"dna": {"tables": {"CODERS": [[1]]}, "columns": {"CODERS": ["ID"]}}}
    data = imported.dataset.with_records(attrs.evolve(scheme, extra=extra))
    with pytest.raises(ArgumentError, match="import the file again"):
        exporter.dumps(data, texts=texts_of(imported))


@pytest.mark.slow
def test_a_dataset_of_ours_has_its_texts_and_comes_back(tmp_path: Path) -> None:
    example = diplo_events.load_example()
    with_text = example.of_type(Source)[0]
    text = "x" * (with_text.length or 0)
    content = exporter.dumps(example, texts={with_text.sha256 or "": text})
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(content)
        assert (text,) in db.execute("SELECT Text FROM DOCUMENTS").fetchall()
    (tmp_path / "ours.dna").write_bytes(content)
    imported = dna.read(tmp_path / "ours.dna")
    assert adds_up(imported)
    assert not imported.report.refused
    ours = [each for each in example.of_type(Position) if each.stance.number]
    assert len(imported.dataset.of_type(Position)) == len(ours)
    assert len(VARIABLES) == 2


def test_a_map_of_the_project_decides_instead(file: Path) -> None:
    rules = LabelMap(
        labels=(
            LabelRule(label="Annotation", record="action", fields=(FieldRule(field="note", attributes=("note",)),)),
        )
    )
    imported = dna.read(file, mapping=rules)
    assert imported.report.records == {"action": 1, "source": 2, "document": 1, "actor": 1}
    assert imported.report.defects == {"a value has no place in its field and is kept in `extra`": 1}  # it has a CR


DAMAGE: Final = {
    "UPDATE STATEMENTS SET Stop = 9999 WHERE ID = 2": "its words do not stand where its offsets say",
    "DELETE FROM DOCUMENTS WHERE ID = 1": "it belongs to a document that is not there",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damaged_rows_are_named(tmp_path: Path, content: bytes, statement: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(content)
        db.execute(statement)
        (tmp_path / "veld.dna").write_bytes(db.serialize())
    imported = dna.read(tmp_path / "veld.dna")
    assert adds_up(imported)
    assert DAMAGE[statement] in imported.report.refused


def test_cells_of_another_type_are_named(tmp_path: Path, content: bytes) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(content)
        for name in ("STATEMENTS", "DOCUMENTS"):  # the same rows without the constraints that the program makes
            db.execute(f"CREATE TABLE COPY AS SELECT * FROM {name}")  # noqa: S608  (of ours)
            db.execute(f"DROP TABLE {name}")
            db.execute(f"ALTER TABLE COPY RENAME TO {name}")
        db.execute("UPDATE STATEMENTS SET Start = 'x' WHERE ID = 1")
        db.execute("UPDATE DOCUMENTS SET Title = NULL, Date = 'May' WHERE ID = 1")
        (tmp_path / "veld.dna").write_bytes(db.serialize())
    imported = dna.read(tmp_path / "veld.dna")
    assert adds_up(imported)
    assert imported.report.refused == {"its start or stop is not a number": 1}
    assert [each.published for each in imported.dataset.of_type(Source) if each.title == "veld 1"] == [None]


def test_entities_and_tables_that_do_not_fit_are_defects(tmp_path: Path, content: bytes) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(content)
        db.execute("DELETE FROM ENTITIES WHERE Value = 'A toll'")
        db.execute("CREATE TABLE NEWER(ID INTEGER)")
        (tmp_path / "veld.dna").write_bytes(db.serialize())
    report = dna.read(tmp_path / "veld.dna").report
    assert report.defects == {
        "a value of an entity that is not there": 3,
        "a table that is not of DNA 3.0.7 is not read": 1,
    }


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "expected a database of Discourse Network Analyzer 3"),
        (b"SQLite format 3\x00 and then nothing of the kind", "expected a database that can be read to its end"),
    ],
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "veld.dna").write_bytes(content)
    with pytest.raises(NotReadableError, match=found):
        dna.read(tmp_path / "veld.dna")


def test_a_database_of_another_kind_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.dna")) as db:
        db.execute("CREATE TABLE STATEMENTS(ID INTEGER)")
    with pytest.raises(NotReadableError, match="found none called SETTINGS, CODERS"):
        dna.read(tmp_path / "other.dna")
