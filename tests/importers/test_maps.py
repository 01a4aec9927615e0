"""The map of a project: a small file with strict errors that decides which label becomes what."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from annotated_text import TEXT, adds_up, span
from diplo_events import InvalidRecordError, Meeting, NotReadableError, Position, Stance, Statement
from diplo_events.cli import main
from diplo_events.importers import doccano
from diplo_events.importers._maps import COMMON, FieldRule, LabelMap, LabelRule, read_map
from diplo_events.schema import EVENT_TYPES

FILE: Final = """\
source: {kind: transcript, language: en}
labels:
- label: REFUSAL
  record: statement
  fields:
  - {field: speakers, roles: [by], kind: person}
  - {field: acts, label: true, values: {REFUSAL: reject}}
  - {field: quotes, quoted: [self]}
  - {field: summary, attributes: [gist, note]}
  - {field: hedge, value: reportedly}
- label: refusal
  record: position
  fields:
  - {field: stance, attributes: [strength], values: {'2': strongly_disagree, '1': disagree}}
  - {field: actor, roles: [by]}
  - {field: evidence, made: statement}
- label: Talks
  record: meeting
  fields:
  - {field: title, words: true}
  - {field: participants, roles: [with]}
- {label: Heading, skip: layout}
"""


def entity(key: int, words: str, label: str, **more: Any) -> dict[str, Any]:
    start, end = span(words)
    return {"id": key, "start_offset": start, "end_offset": end, "label": label, **more}


def read(folder: Path, *entities: dict[str, Any], relations: Any = (), rules: str = FILE) -> doccano.Imported:
    (folder / "labels.yaml").write_text(rules, encoding="utf-8")
    line = {"text": TEXT, "entities": list(entities), "relations": list(relations)}
    (folder / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    imported = doccano.read(folder / "a.jsonl", mapping=folder / "labels.yaml")
    assert adds_up(imported)
    return imported


def test_each_origin_of_a_field(tmp_path: Path) -> None:
    first = entity(1, "“no toll”", "REFUSAL", gist="", note="No toll.", strength=2)
    people = entity(2, "Oda Brink", "Name"), entity(3, "the towns", "Talks"), entity(4, "Veld", "Heading")
    links = [{"from_id": 1, "to_id": 2, "type": "by"}, {"from_id": 3, "to_id": 2, "type": "with"}]
    imported = read(tmp_path, first, *people, relations=links)
    (statement,) = imported.dataset.of_type(Statement)
    assert (statement.speakers, statement.acts[0].value, statement.summary) == (("oda-brink",), "reject", "No toll.")
    assert (statement.hedge, [quote.text for quote in statement.quotes]) == ("reportedly", ["no toll"])
    (meeting,) = imported.dataset.of_type(Meeting)
    assert (meeting.title, meeting.participants[0].actor) == ("the towns", "oda-brink")
    assert imported.dataset.sources[0].kind.value == "transcript"
    assert imported.report.joined["skipped: layout"] == 1


def test_several_rules_for_a_label_make_several_records(tmp_path: Path) -> None:
    rules = FILE.replace("- label: refusal", "- label: REFUSAL")
    links = [{"from_id": 1, "to_id": 2, "type": "by"}]
    found = entity(1, "“no toll”", "REFUSAL", strength="2"), entity(2, "Oda Brink", "Name")
    imported = read(tmp_path, *found, relations=links, rules=rules)
    (statement,), (position,) = imported.dataset.of_type(Statement), imported.dataset.of_type(Position)
    assert (position.stance, position.actor, position.evidence) == (
        Stance.STRONGLY_DISAGREE,
        "oda-brink",
        (statement.id,),
    )


def test_a_value_without_an_entry_is_kept_and_counted_and_the_field_is_open(tmp_path: Path) -> None:
    imported = read(
        tmp_path, entity(1, "no toll", "Refusal", strength=7), rules=FILE.replace("label: REFUSAL", "label: X", 1)
    )
    (position,) = imported.dataset.of_type(Position)
    assert "stance" in position.open
    assert position.extra["annotation"]["attributes"]["strength"] == 7
    assert imported.report.defects["a value has no place in its field and is kept in `extra`"] == 1


def test_all_mistakes_of_a_map_are_listed_with_their_places(tmp_path: Path) -> None:
    wrong = {
        "source": {"lang": "en"},
        "labels": [
            {"label": "A", "record": "statment"},
            {"label": "B", "record": "position", "skip": "both"},
            {"label": "C", "record": "position", "fields": [{"field": "stanc", "value": "agree"}]},
            {"label": "D", "record": "position", "fields": [{"field": "stance", "value": "agre"}]},
            {"label": "E", "record": "position", "fields": [{"field": "stance", "value": "agree", "words": True}]},
            {"label": "F", "record": "statement", "fields": [{"field": "quantities", "words": True}]},
            {"label": "G", "record": "statement", "fields": [{"field": "speakers", "words": True, "kind": "persn"}]},
            {"label": "H", "record": "statement", "fields": [{"field": "summary", "words": True, "kind": "person"}]},
            {"label": "I", "record": "position", "fields": [{"field": "evidence", "made": "statemnt"}]},
        ],
    }
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(wrong, indent=1), encoding="utf-8")
    with pytest.raises(NotReadableError) as caught:
        read_map(path)
    problems = {problem.path: problem for problem in caught.value.problems}
    assert list(problems) == [
        "source.lang",
        "labels[0].record",
        "labels[1]",
        "labels[2].fields[0].field",
        "labels[3].fields[0].value",
        "labels[4].fields[0]",
        "labels[5].fields[0].field",
        "labels[6].fields[0].kind",
        "labels[7].fields[0].kind",
        "labels[8].fields[0].made",
    ]
    assert all(problem.location and problem.location.line for problem in problems.values())
    assert problems["labels[0].record"].hint == "did you mean 'statement'?"
    assert problems["labels[3].fields[0].value"].hint == "did you mean 'agree'?"


def test_a_wrong_map_is_an_error_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "labels.json").write_text('{"lables": []}', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "x"}', encoding="utf-8")
    arguments = ["import", "doccano", str(tmp_path / "a.jsonl"), str(tmp_path / "o.json")]
    assert main([*arguments, "--map", str(tmp_path / "labels.json")]) != 0
    assert (
        "labels.json:1:2: lables: expected a field of LabelMap, found 'lables'; did you mean 'labels'?"
        in capsys.readouterr().err
    )
    assert not (tmp_path / "o.json").exists()


def test_the_common_map_has_a_rule_for_each_type_of_event_records() -> None:
    records = {rule.record for rule in COMMON.labels}
    assert {"statement", "action", "meeting", "vote", "territorial_claim", "position"} <= records
    assert len(EVENT_TYPES) == 6
    assert COMMON.rules_for("PERSON")[0].fields == (FieldRule(field="kind", value="person"),)


def test_rules_are_checked_in_python_too() -> None:
    with pytest.raises(InvalidRecordError, match="expected either a record, or the reason under skip, found neither"):
        LabelMap(labels=(LabelRule(label="A"),))
