"""doccano, Label Studio and langextract: what they write comes in, and drafts of ours go out to them and come back."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from annotated_text import SHA256, TEXT, adds_up, kept, passages, span, units
from diplo_events import (
    OPEN,
    Actor,
    ActorKind,
    Dataset,
    EventDate,
    Issue,
    NotReadableError,
    Position,
    PositionBasis,
    QuotationMode,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Statement,
)
from diplo_events.cli import main
from diplo_events.coding import compare_codings
from diplo_events.exporters import label_studio as label_studio_out
from diplo_events.importers import Imported, doccano, import_from, label_studio, langextract

NO_TOLL, TOWNS, BRINK = span("no toll"), span("the towns"), span("Oda Brink")


def read(name: str, path: Path, *rows: Any, lines: bool = True) -> Imported:
    text = "\n".join(json.dumps(row) for row in rows) if lines else json.dumps(list(rows))
    path.write_text(text, encoding="utf-8")
    imported = import_from(name, path)
    assert adds_up(imported)
    return imported


def drafts() -> Dataset:
    source = Source(id="veld", title="Veld", kind=SourceKind.NEWS_ARTICLE, sha256=SHA256, length=len(TEXT))
    statement = Statement(
        id="veld/s1",
        source="veld",
        spans=(Span(start=TOWNS[0], end=TOWNS[1]), Span(start=NO_TOLL[0], end=NO_TOLL[1])),
        speakers=("brink",),
        acts=(SpeechAct.REJECT, SpeechAct.ACCUSE),
        mode=QuotationMode.MIXED,
        summary="No toll.",
        issues=("issue/toll",),
        when=EventDate.parse("2031-05-13?"),
    )
    position = Position(
        id="veld/p1",
        source="veld",
        spans=(Span(start=BRINK[0], end=BRINK[1]),),
        actor="brink",
        issue="issue/toll",
        stance=OPEN,
        basis=PositionBasis.DECLARED,
        summary="Against it.",
        red_line=True,
        evidence=("veld/s1",),
    )
    brink = Actor(id="brink", name="Oda Brink", kind=ActorKind.PERSON)
    toll = Issue(id="issue/toll", label="Toll", proposition="There should be a toll.")
    return Dataset(records=[source, statement, position, brink, toll])


@pytest.mark.parametrize(("suffix", "name"), [(".label-studio.json", "label_studio"), (".doccano.jsonl", "doccano")])
def test_drafts_go_out_and_come_back(tmp_path: Path, suffix: str, name: str) -> None:
    from diplo_events.formats import write  # noqa: PLC0415  (of this test alone)

    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "veld.txt").write_text(TEXT, encoding="utf-8", newline="")
    write(drafts(), tmp_path / "drafts.json")
    out = tmp_path / f"tasks{suffix}"
    assert main(["convert", str(tmp_path / "drafts.json"), str(out), "--texts", str(tmp_path / "t"), "--lossy"]) == 0
    imported = import_from(name, out)
    assert adds_up(imported)
    assert not imported.report.refused
    (statement,), (position,) = imported.dataset.of_type(Statement), imported.dataset.of_type(Position)
    was, stand = drafts()["veld/s1"], drafts()["veld/p1"]
    assert isinstance(was, Statement)
    assert isinstance(stand, Position)
    assert (statement.spans, position.spans, position.evidence) == (was.spans, stand.spans, (statement.id,))
    if name == "label_studio":
        assert (statement.acts, statement.mode, statement.summary, statement.when) == (
            was.acts,
            was.mode,
            was.summary,
            was.when,
        )
        assert (position.basis, position.summary, position.red_line, position.open) == (
            stand.basis,
            stand.summary,
            True,
            ("stance",),
        )
        assert statement.speakers == (position.actor,) == ("oda-brink",)
        assert statement.extra["draft"]["model"] == "diplo-events"
    else:
        assert statement.open == ("speakers", "acts", "mode", "summary")


def test_without_texts_nothing_goes_out_and_all_is_listed() -> None:
    assert json.loads(label_studio_out.dumps(drafts())) == []
    losses = {loss.what: loss.why for loss in label_studio_out.losses(drafts())}
    assert losses["statements"] == losses["sources"] == "the text of its source is not at hand"


def test_the_set_up_has_a_control_for_all_that_is_said() -> None:
    task = json.loads(label_studio_out.dumps(drafts(), texts={SHA256: TEXT}))[0]
    names = {each["from_name"] for each in task["predictions"][0]["result"] if "from_name" in each}
    config = label_studio_out.labelling_config()
    assert all(f'name="{name}"' in config for name in names)


def test_doccano_relations_and_entities(tmp_path: Path) -> None:
    line = {
        "id": 9,
        "text": TEXT,
        "entities": [
            {"id": 0, "start_offset": BRINK[0], "end_offset": BRINK[1], "label": "PERSON"},
            {"id": 1, "start_offset": TOWNS[0], "end_offset": TOWNS[1], "label": "statement"},
            {"id": 2, "start_offset": 0, "end_offset": 1, "label": "Odd"},
        ],
        "relations": [
            {"id": 5, "from_id": 1, "to_id": 0, "type": "speakers"},
            {"from_id": 1, "to_id": 77, "type": "x"},
        ],
        "Comments": ["Look."],
    }
    imported = read("doccano", tmp_path / "a.jsonl", line)
    (statement,) = imported.dataset.of_type(Statement)
    assert statement.speakers == ("oda-brink",)
    assert imported.report.refused == {"it leads to an annotation that is not there": 1}
    assert [each["label"] for each in kept(imported)] == ["PERSON", "Odd"]
    assert imported.dataset.of_type(Source)[0].extra["doccano"]["Comments"] == ("Look.",)


def test_offsets_without_words_that_rules_place_differently_are_listed(tmp_path: Path) -> None:
    line = {"text": TEXT, "label": [[TOWNS[0], TOWNS[1], "statement"]]}
    imported = read("doccano", tmp_path / "a.jsonl", line)
    assert passages(imported.dataset) == {"a-1/l1": ["the towns"]}
    (defect,) = imported.report.defects
    assert defect == "the tool gives no words, and the offsets are not the same in every rule of counting"


def test_doccano_lists_and_numbers_of_labels_and_categories(tmp_path: Path) -> None:
    old = {"text": "No toll.", "annotations": [{"label": 2, "start_offset": 0, "end_offset": 2, "user": 3}]}
    imported = read("doccano", tmp_path / "a.jsonl", {"data": "No toll.", "label": [[0, 2, "Odd"], "Good"]}, old)
    sources = imported.dataset.of_type(Source)
    labels = [
        [(each["label"], each.get("spans")) for each in source.extra["annotated"]["annotations"]] for source in sources
    ]
    assert labels == [[("Odd", ((0, 2),)), ("Good", None)], [("2", ((0, 2),))]]


def test_doccano_members_are_codings(tmp_path: Path) -> None:
    for name, place in {"ana": TOWNS, "ben": (TOWNS[0], TOWNS[1] + 7)}.items():
        entity = {"id": 1, "start_offset": place[0], "end_offset": place[1], "label": "statement"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": TEXT, "entities": [entity]}), encoding="utf-8")
    imported = doccano.read(tmp_path)
    assert adds_up(imported)
    (statements,) = [each for each in compare_codings(*imported.codings.values()).types if each.type is Statement]
    assert len(statements.matched) == 1


def region(key: str, words: str, *labels: str, kind: str = "labels") -> dict[str, Any]:
    start, end = (units(place) for place in span(words))
    value = {"start": start, "end": end, "text": words.replace("\n", "\\n"), "labels": list(labels)}
    return {"id": key, "from_name": "label", "to_name": "text", "type": kind, "value": value}


def beside(key: str, name: str, kind: str, *values: str) -> dict[str, Any]:
    value = {"choices" if kind == "choices" else "text": list(values)}
    return {"id": key, "from_name": name, "to_name": "text", "type": kind, "value": value}


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    annotation = {"id": 5, "completed_by": {"id": 2, "email": "ana@veld.example"}, "result": list(results)}
    return {"id": 1, "data": {"text": TEXT, "link": "x"}, "annotations": [annotation], **more}


def test_label_studio_regions_with_what_is_said_beside_them(tmp_path: Path) -> None:
    results = [
        region("r1", "“no toll”,\nand", "statement"),
        beside("r1", "mode", "choices", "mixed"),
        beside("r1", "summary", "textarea", "No toll."),
        region("r2", "Oda Brink", "PER"),
        {"type": "relation", "from_id": "r2", "to_id": "r1", "direction": "left", "labels": ["speakers"]},
        beside("c1", "tone", "choices", "harsh"),
    ]
    imported = read("label_studio", tmp_path / "a.json", task(*results), lines=False)
    (statement,) = imported.dataset.of_type(Statement)
    assert passages(imported.dataset) == {statement.id: ["“no toll”,\nand"]}
    assert (statement.mode, statement.summary, statement.speakers) == (QuotationMode.MIXED, "No toll.", ("oda-brink",))
    (source,) = imported.dataset.of_type(Source)
    assert source.extra["annotated"]["offsets"] == "UTF-16 units"
    assert source.extra["label_studio"]["data"]["link"] == "x"
    assert [each["label"] for each in kept(imported)] == ["PER", "tone"]
    assert not imported.report.has_problems


def test_label_studio_codings_predictions_and_cancelled_work(tmp_path: Path) -> None:
    whole = task(region("r1", "the towns", "statement"))
    second = {"id": 6, "completed_by": 3, "result": [region("r1", "towns agreed", "statement")]}
    gone = {"id": 7, "completed_by": 4, "was_cancelled": True, "result": [region("r1", "towns", "statement")]}
    whole["annotations"] += [second, gone, {"id": 8}]
    whole["predictions"] = [{"model_version": "m1", "result": [region("r1", "said", "statement")]}]
    imported = read("label_studio", tmp_path / "a.json", whole, lines=False)
    assert list(imported.codings) == ["3", "ana@veld.example", "model m1"]
    assert imported.report.refused == {"the annotator has cancelled it": 1, "the row is damaged": 1}
    (drafted,) = imported.codings["model m1"].of_type(Statement)
    assert drafted.extra["draft"]["model"] == "m1"


def test_label_studio_layouts_of_other_versions(tmp_path: Path) -> None:
    old = {"id": 2, "data": {"body": TEXT}, "completions": [{"id": 1, "result": [region("r1", "said", "Odd")]}]}
    small = {"text": TEXT, "label": [region("", "said", "Odd")["value"]], "annotator": 3}
    html = task({**region("r1", "said", "Odd", kind="hypertextlabels"), "to_name": "page"})
    html["data"] = {"page": 7}
    imported = read("label_studio", tmp_path / "a.json", old, small, html, "x", lines=False)
    assert len(imported.dataset.of_type(Source)) == 2
    assert imported.report.refused == {
        "a region of something else than plain text": 1,
        "the task has no text": 1,
        "the row is damaged": 1,
    }


def test_label_studio_words_that_are_not_there_refuse_the_task(tmp_path: Path) -> None:
    wrong = region("r2", "said", "Odd")
    wrong["value"]["text"] = "sang"
    imported = read("label_studio", tmp_path / "a.json", task(region("r1", "towns", "Odd"), wrong), lines=False)
    assert len(imported.dataset) == 0
    assert imported.report.refused["its words do not stand where its offsets say"] == 1
    finding = next(each for each in imported.report.findings if each.why.startswith("its words"))
    assert "[0].annotations[0].result[1]" in str(finding.found)


def extraction(words: str, place: tuple[int, int] | None, **more: Any) -> dict[str, Any]:
    spot = {"start_pos": place[0], "end_pos": place[1]} if place else None
    status = "match_exact" if place else None
    return {
        "extraction_class": "statement",
        "extraction_text": words,
        "char_interval": spot,
        "alignment_status": status,
        **more,
    }


def test_langextract_takes_what_is_aligned_exactly(tmp_path: Path) -> None:
    items = [
        extraction("No  Toll", NO_TOLL, attributes={"summary": "No toll.", "mood": "firm"}),
        extraction("a tram", None),
        extraction("the town", TOWNS, alignment_status="match_lesser"),
        {"extraction_class": 3},
    ]
    imported = read("langextract", tmp_path / "a.jsonl", {"document_id": "veld", "text": TEXT, "extractions": items})
    (statement,) = imported.dataset.of_type(Statement)
    assert (statement.id, statement.summary) == ("veld/e1", "No toll.")
    assert passages(imported.dataset) == {"veld/e1": ["no toll"]}
    assert statement.extra["draft"]["by"] == "model"
    assert statement.extra["annotation"]["attributes"]["mood"] == "firm"
    assert imported.report.refused == {
        "langextract has not found its words in the text": 1,
        "langextract has found its words only in part or nearly": 1,
        "the row is damaged": 1,
    }


@pytest.mark.parametrize(
    "reader", [doccano, label_studio, langextract], ids=lambda module: module.__name__.rpartition(".")[2]
)
def test_damaged_files_give_named_problems(tmp_path: Path, reader: Any) -> None:
    lines = ['\ufeff{"text": "x"}', '{"text": "cut', '{"text": 3}', "[]", "null", '{"id": 1, "label": {"a": 1}}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    imported = reader.read(tmp_path / "a.jsonl")
    assert adds_up(imported)
    named = {finding.where.line for finding in imported.report.findings if finding.what == "refused"}
    assert {2, 3, 5, 6} <= named
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    with pytest.raises(NotReadableError, match=r"b.json:1:2: expected a file of JSON"):
        reader.read(tmp_path / "b.json")
    (tmp_path / "b.json").write_bytes("[{}, ü".encode("latin-1"))
    with pytest.raises(NotReadableError, match=r"expected a text in UTF-8, found the byte 0xfc"):
        reader.read(tmp_path / "b.json")


NESTED: Final = '{"text": "x", "entities": ' + "[" * 40 + "]" * 40 + ', "more": 1e999, "b": 1234567890123456789012}'


def test_what_json_of_ours_cannot_hold_is_kept_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(NESTED, encoding="utf-8")
    imported = doccano.read(tmp_path / "a.jsonl")
    assert adds_up(imported)
    assert imported.dataset.of_type(Source)[0].extra["doccano"]["more"]["number"] == "inf"
