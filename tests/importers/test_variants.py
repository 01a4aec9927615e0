"""Files of a format as other programs and other releases write them: read, or named, and nothing is invented."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotated_text import TEXT, adds_up, passages, span
from damaged_sources import SPEAKERS, SPEECH
from diplo_events import OPEN, ActorKind, NotReadableError
from diplo_events.exporters._dna_schema import fill
from diplo_events.importers import Imported, dna, import_from, web_annotation
from diplo_events.importers._days import SLASHES_DATE
from source_rows import ACLED, POLECAT_COLUMNS, UCDP, VOTE, gdelt_row, polecat_row

QUOTE = {"type": "TextQuoteSelector", "exact": "The minister said “no toll”"}


def table(row: dict[str, str], **cells: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([row.keys(), (row | cells).values()])
    return text.getvalue()


def imported(name: str, content: str, folder: Path) -> Imported:
    file = folder / "source"
    file.write_text(content, encoding="utf-8", newline="")
    found = import_from(name, file)
    assert adds_up(found)
    return found


@pytest.mark.parametrize(
    ("refined", "expected"),
    [
        ({"type": "TextQuoteSelector", "exact": "no toll"}, "no toll"),
        ({"type": "TextQuoteSelector", "exact": "toll", "refinedBy": {"type": "XPathSelector", "value": "/b"}}, None),
        ({"type": "TextQuoteSelector", "exact": "agreed"}, None),
        ({"type": "TextPositionSelector", "start": 4, "end": 12}, "minister"),
        ({"type": "TextPositionSelector", "start": 4, "end": 99}, None),
        ({"type": "TextPositionSelector", "start": "4", "end": 12}, None),
        ({"type": "SvgSelector", "value": "<svg/>"}, None),
    ],
)
def test_a_refined_selector_is_its_finer_part_or_lost(
    refined: dict[str, Any], expected: str | None, tmp_path: Path
) -> None:
    target = {"source": "https://example.org/veld", "selector": QUOTE | {"refinedBy": refined}}
    annotation = {"id": "a", "motivation": "statement", "target": target}
    (tmp_path / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    (tmp_path / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    found = web_annotation.read(tmp_path / "a.json", texts=tmp_path)
    assert adds_up(found)
    assert list(passages(found.dataset).values()) == ([[expected]] if expected else [])
    assert sum(found.report.refused.values()) == (expected is None)


def test_a_position_within_words_of_two_units_is_lost(tmp_path: Path) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "🙂 Veld", "refinedBy": {"type": "TextPositionSelector"}}
    selector["refinedBy"] = {"type": "TextPositionSelector", "start": 2, "end": 6}
    target = {"source": "https://example.org/veld", "selector": selector}
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "target": target}), encoding="utf-8")
    (tmp_path / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    report = web_annotation.read(tmp_path / "a.json", texts=tmp_path).report
    assert list(report.refused) == ["lost: it is refined by a position that its words do not have"]


def test_a_selector_that_is_only_an_address_is_lost(tmp_path: Path) -> None:
    target = {"source": "https://example.org/veld", "selector": "https://example.org/selectors/1"}
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "target": target}), encoding="utf-8")
    (tmp_path / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    report = web_annotation.read(tmp_path / "a.json", texts=tmp_path).report
    assert list(report.refused) == ["lost: no words to look for, only an address of a selector"]


@pytest.mark.parametrize("name", ["label_studio", "web_annotation", "inception"])
def test_a_key_that_stands_twice_is_named(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"id": 1, "id": 2, "data": {"text": "a"}, "annotations": []}]', encoding="utf-8")
    try:
        told = str(import_from(name, file).report)
    except NotReadableError as error:
        told = str(error)
    assert "an object with the key 'id' twice" in told


@pytest.mark.parametrize("name", ["doccano", "langextract", "plover", "ucdp"])
def test_a_line_with_a_key_twice_is_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 1, "text": "a"}\n{"id": 1, "id": 2, "text": "a"}\n', encoding="utf-8")
    report = import_from(name, file).report
    assert any(finding.what == "refused" and finding.where.line == 2 for finding in report.findings)


def test_categories_of_doccano_are_those_that_are_so(tmp_path: Path) -> None:
    lines = [{"text": "a", "label": "calm"}, {"text": "b", "cats": {"calm": 1.0, "angry": 0.0, "sad": 0.4}}]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = import_from("doccano", file)
    one, two = (source.extra for source in found.dataset.sources)
    assert [each["label"] for each in one["annotated"]["annotations"]] == ["calm"]
    assert [each["label"] for each in two["annotated"]["annotations"]] == ["calm"]
    assert dict(two["doccano"]["cats"]) == {"angry": 0.0, "sad": 0.4}


def database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        fill(db)
        db.execute("INSERT INTO DOCUMENTS VALUES (1, 'Veld', ?, 1, '', '', '', '', '', 0)", (TEXT,))
        start, end = span("towns")
        db.execute("INSERT INTO STATEMENTS VALUES (1, 1, 1, ?, ?, 1)", (start + 1, end + 1))
        variable = db.execute("SELECT ID FROM VARIABLES WHERE Variable = 'agreement'").fetchone()[0]
        db.execute("INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (1, ?, 1)", (variable,))
        db.execute("PRAGMA ignore_check_constraints = 1")
        for statement in statements:
            db.execute(statement)
        return db.serialize()


def test_a_truth_value_of_dna_is_0_or_1(tmp_path: Path) -> None:
    (tmp_path / "a.dna").write_bytes(database("UPDATE DATABOOLEAN SET Value = 7"))
    found = dna.read(tmp_path / "a.dna")
    assert found.report.defects == {"a truth value that is neither 0 nor 1": 1}
    assert [position.stance for position in found.dataset.positions] == [OPEN]


def test_statements_without_documents_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.dna").write_bytes(database("PRAGMA foreign_keys = 0", "DELETE FROM DOCUMENTS"))
    found = dna.read(tmp_path / "a.dna")
    assert adds_up(found)
    assert found.report.refused == {"it belongs to a document that is not there": 1}


def test_a_schema_with_other_bytes_is_named(tmp_path: Path) -> None:
    content = database().replace(b"CREATE TABLE CODERS", b"CREATE \xb0ABLE CODERS")
    (tmp_path / "a.dna").write_bytes(content)
    with pytest.raises(NotReadableError, match="a database that can be read to its end"):
        dna.read(tmp_path / "a.dna")


@pytest.mark.parametrize(
    ("name", "content", "day"),
    [
        ("acled", table(ACLED, event_date="13/5/2020"), "2020-05-13"),
        ("acled", table(ACLED, event_date="1/5/2020"), None),
        ("ucdp", table(UCDP, date_start="2/28/2020", date_end="2/28/2020"), "2020-02-28"),
        ("ucdp", table(UCDP, date_start="2/1/2020", date_end="2/1/2020"), None),
        ("gdelt", gdelt_row(SQLDATE="1/31/2023"), "2023-01-31"),
        ("gdelt", gdelt_row(SQLDATE="1/2/2023"), None),
        ("undl_votes", table(VOTE, date="10/27/2023"), "2023-10-27"),
    ],
)
def test_a_date_with_slashes_is_read_only_if_one_reading_is_a_day(
    name: str, content: str, day: str | None, tmp_path: Path
) -> None:
    found = imported(name, content, tmp_path)
    records = [*found.dataset.actions, *found.dataset.meetings, *found.dataset.votes]
    assert [str(record.when) for record in records] == ([day] if day else [])
    assert (SLASHES_DATE in found.report.defects) is (day is not None)
    assert found.report.has_problems


def test_capitals_in_a_header_hide_no_column(tmp_path: Path) -> None:
    content = table({name.upper(): cell for name, cell in ACLED.items()}, TIME_PRECISION="3")
    (deed,) = imported("acled", content, tmp_path).dataset.actions
    assert (str(deed.when), deed.quantities[0].high) == ("2020-01", 0)


def test_values_of_polecat_stand_between_bars_too(tmp_path: Path) -> None:
    row = polecat_row(Actor_Name="Norway|Oda Brink", Actor_Country="NOR|NOR", Actor_COW="385|385")
    (statement,) = imported("polecat", "\n".join(["\t".join(POLECAT_COLUMNS), row]), tmp_path).dataset.statements
    assert statement.speakers == ("polecat/norway", "polecat/oda-brink")


def test_tabs_after_the_last_cell_of_gdelt_are_taken_off(tmp_path: Path) -> None:
    assert imported("gdelt", f"{gdelt_row()}\t\t\n", tmp_path).report.made == 1


def test_only_a_code_of_three_letters_is_that_of_a_state(tmp_path: Path) -> None:
    for name in ("EU_77_2022", "NOR_77_2022"):
        (tmp_path / f"{name}.txt").write_text("I thank you.", encoding="utf-8")
    found = import_from("ungdc", tmp_path).dataset
    kinds = {actor.id: actor.kind for actor in found.actors}
    assert (kinds["ungdc/member/eu"], kinds["ungdc/member/nor"]) == (OPEN, ActorKind.STATE)


@pytest.mark.parametrize("key", ["rows", "items", "annotations", "@graph"])
def test_annotations_stand_in_lists_of_several_names(key: str, tmp_path: Path) -> None:
    target = {"source": "https://example.org/veld", "selector": [QUOTE]}
    (tmp_path / "a.json").write_text(json.dumps({key: [{"id": "a", "target": target}]}), encoding="utf-8")
    (tmp_path / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    report = web_annotation.read(tmp_path / "a.json", texts=tmp_path).report
    assert (report.rows, report.refused) == (2, {})


def test_the_table_of_speakers_may_be_quoted_and_its_second_rows_are_named(tmp_path: Path) -> None:
    lines = SPEAKERS.split("\n")
    quoted = "\n".join("\t".join(f'"{cell}"' for cell in line.split("\t")) for line in [*lines, lines[1]])
    (tmp_path / "speaker.tsv").write_text(f"{quoted}\nx\n", encoding="utf-8")
    (tmp_path / f"{SPEECH}.txt").write_text("I thank you.", encoding="utf-8")
    found = import_from("unsc", tmp_path)
    assert found.dataset.statements[0].speakers == ("unsc/actor/ms-brink",)
    named = {finding.why: finding.where.line for finding in found.report.findings}
    assert named == {
        "speaker.tsv has a row for the text before this one": 3,
        "speaker.tsv: the row has another number of cells": 4,
    }
