"""PLOVER as JSON: what objects become, in whatever way they stand in the file, and the way there and back."""

import json
from pathlib import Path
from typing import Any

import pytest

import diplo_events
from diplo_events import OPEN, ActorKind, Aspect, MeetingKind, NotReadableError, SpeechAct
from diplo_events.coding import check
from diplo_events.exporters.plover import dumps, plover_object, to_plover
from diplo_events.importers import Imported, import_from, plover, stream_from
from diplo_events.importers._json_objects import NOT_JSON, TRAILING_COMMA
from diplo_events.importers._tab_table import NOT_UTF8
from diplo_events.model import EventRecord
from diplo_events.model.frozen_map import nested

FULL: dict[str, Any] = {
    "id": "N-1",
    "date": "2016-07-24",
    "enddate": "2016-07-26",
    "time": "10:00Z",
    "source": [
        {"code": "NOR", "identifer_id": "https://www.wikidata.org/wiki/Q20", "identifer_text": "Norway"},
        {"code": "NOR", "sector": "GOV", "actor_text": "Oda Brink", "office": "envoy", "gender": "f"},
    ],
    "recipient": [{"code": "FRA"}],
    "event": ["REJECT"],
    "mode": "meet",
    "context": ["diplomatic", "future"],
    "event_loc": {
        "geonameid": 3143244,
        "name": "Oslo",
        "latitude": "59.9",
        "longitude": "10.7",
        "country code": "NO",
        "feature class": "P",
        "timezone": "Europe/Oslo",
    },
    "text_info": {"sequence": 2, "start": 0, "end": 7},
    "cite_info": {"url": "https://example.org/a", "title": "A", "publication": "Post", "language": "fi", "coder": "X"},
}
OLD: dict[str, Any] = {
    "id": "G-1",
    "date": "2000-01-01",
    "source": [{"actorText": "Estia", "code": "EST"}, {"actorText": "officials of Estia"}],
    "target": "",
    "event": "CONSULT",
    "mode": "visit",
    "eventText": "went to see",
    "context": "",
    "publication": "Post",
    "language": "en",
    "comment": "both: [a,] {b,}",
}


def imported(folder: Path, content: str | bytes) -> Imported:
    file = folder / "events"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = import_from("plover", file)
    assert check(found.dataset).problems == ()
    assert {record.id for record in stream_from("plover", file)} == set(found.dataset)
    return found


def test_an_object_becomes_a_record_with_all_that_it_says(tmp_path: Path) -> None:
    found = imported(tmp_path, json.dumps(FULL))
    (statement,) = found.dataset.statements
    assert (statement.acts, statement.aspects) == ((SpeechAct.REJECT_MEETING,), frozenset({Aspect.FUTURE}))
    assert (str(statement.when), statement.mode, statement.summary) == ("2016-07-24/2016-07-26", OPEN, OPEN)
    norway, envoy = (found.dataset.actor(key) for key in statement.speakers)
    assert (norway.kind, norway.country, dict(norway.identifiers)) == (
        ActorKind.STATE,
        "NO",
        {"plover": "NOR", "wikidata": "Q20"},
    )
    assert (envoy.name, envoy.kind, envoy.country) == ("Oda Brink", OPEN, "NO")
    assert envoy.extra["plover"] == nested({"sector": "GOV", "office": "envoy", "gender": "f"})
    assert found.dataset.actor(statement.targets[0]).name == "France"
    place = found.dataset.place(statement.place or "")
    assert (place.name, place.country, place.identifiers["geonames"]) == ("Oslo", "NO", "3143244")
    source = found.dataset.source(statement.source)
    assert (source.title, source.url, source.language) == ("A", "https://example.org/a", "fi")
    assert statement.extra["identifiers"] == nested({"plover_id": "N-1", "plover": "REJECT-meet"})
    rest = statement.extra["plover"]
    assert set(rest) == {"time", "context", "text_info", "cite_info.coder"}
    assert (rest["context"], dict(rest["text_info"])) == (("diplomatic", "future"), FULL["text_info"])


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(FULL) + "\n\n" + json.dumps(OLD) + "\n",
        json.dumps([FULL, OLD]),
        "\ufeff" + json.dumps(FULL, indent=2) + "\r\n" + json.dumps(OLD, indent=2),
        "{\n" + json.dumps(FULL)[1:-1] + ",\n},\n{" + json.dumps(OLD, indent=4)[1:-2] + ",\n},\n",
    ],
    ids=["lines", "list", "objects", "commas"],
)
def test_objects_are_found_however_they_stand(text: str, tmp_path: Path) -> None:
    found = imported(tmp_path, text)
    (meeting,) = found.dataset.meetings
    assert (meeting.kind, len(meeting.participants)) == (MeetingKind.VISIT, 2)
    assert meeting.extra["plover"] == nested({"event_text": "went to see", "comment": "both: [a,] {b,}"})
    assert len(found.dataset.statements) == 1
    assert (found.report.rows, found.report.made) == (2, 2)
    assert set(found.report.defects) == ({TRAILING_COMMA} if ",\n}" in text else set())


def test_each_event_type_of_an_object_makes_a_record(tmp_path: Path) -> None:
    found = imported(tmp_path, json.dumps({**FULL, "event": ["AGREE", "CONSULT", "DANCE"], "mode": ["a", "b"]}))
    assert [record.id for record in (*found.dataset.statements, *found.dataset.meetings)] == [
        "plover/n-1/agree",
        "plover/n-1/consult",
    ]
    assert found.dataset.statements[0].extra["plover"]["event"] == ("AGREE", "CONSULT", "DANCE")
    assert (found.report.made, found.report.defects) == (1, {plover.UNKNOWN_TYPE: 1})


def test_what_is_damaged_is_named_with_its_line(tmp_path: Path) -> None:
    plain = {"date": "2020-01-01", "event": "AGREE", "source": [{"code": "NOR"}]}
    lines = [
        json.dumps({"id": 1, **plain}),
        json.dumps({"id": 1, **plain}),
        json.dumps({"id": 1, **plain, "date": "1/2/2020", "enddate": "2019-01-01", "source": [[]], "event_loc": 5}),
        json.dumps(plain),
        json.dumps({"id": 2, **plain, "date": "2020-13-01"}),
        json.dumps({"id": 3, **plain, "event": []}),
        json.dumps({"id": 4, **plain, "event": ["DANCE"]}),
        '{"id": 5, "date": 2016-07-24}',
        "[]",
        json.dumps({"id": 6, **plain, "source": "Norway", "url": "a b", "published": "soon", "language": "Elvish"}),
    ]
    found = imported(tmp_path, b"\n".join([*map(str.encode, lines), b'{"id": "\xff"}']))
    assert dict(found.report.joined) == {plover.DUPLICATE: 1}
    assert dict(found.report.refused) == {
        plover.NO_ID: 1,
        plover.NO_DATE: 1,
        plover.NO_TYPE: 1,
        plover.UNKNOWN_TYPE: 1,
        NOT_JSON: 2,
        NOT_UTF8: 1,
    }
    assert {plover.CLASH, plover.NO_END, plover.NO_ACTOR} <= set(found.report.defects)
    lines_of = {finding.why: finding.where.line for finding in found.report.findings}
    assert (lines_of[plover.NO_DATE], lines_of[NOT_UTF8]) == (5, 11)
    left = {"cite_info.url": "a b", "cite_info.published": "soon", "cite_info.language": "Elvish"}
    assert found.dataset.statements[-1].extra["plover"] == nested(left)


def test_after_a_damaged_object_the_next_one_is_read(tmp_path: Path) -> None:
    whole = json.dumps(OLD, indent=1)
    found = imported(tmp_path, '{\n "id": nothing\n}\n' + whole)
    assert (found.report.made, dict(found.report.refused)) == (1, {NOT_JSON: 1})
    assert found.report.findings[0].where.line == 1
    for text in (b"", b"[]", b"[\xff]"):
        with pytest.raises(NotReadableError):
            imported(tmp_path, text)


def parties(event: dict[str, Any]) -> list[list[tuple[str, str | None]]]:
    """Return the parties on each side; all together at a meeting, as PLOVER does not say who is the host."""
    sides = [
        [(one["identifier_text"], one.get("code")) for one in event.get(side, ())] for side in ("source", "recipient")
    ]
    return [sorted([*sides[0], *sides[1]], key=str)] if event["event"] == ["CONSULT"] else sides


def test_the_events_of_this_library_come_back(tmp_path: Path) -> None:
    """A type and mode that no term covers exactly leave the act or kind open: such an event has no code of its own."""
    before = [plover_object(event) for event in to_plover(diplo_events.load_example()).rows]
    found = imported(tmp_path, dumps(diplo_events.load_example()))
    assert (found.report.rows, found.report.made, found.report.defects) == (len(before), len(before), {})
    exported = to_plover(found.dataset)
    after = {record.extra["identifiers"]["plover_id"]: record for record in found.dataset.of_type(EventRecord)}
    assert set(after) == {event["id"] for event in before}
    again = {found.dataset.get(row.report).extra["identifiers"]["plover_id"]: row for row in exported.rows}
    assert len(again) + len(exported.not_exported) == len(before)
    assert {item.reason.value for item in exported.not_exported} == {"not_coded"}
    for event in before:
        if event["id"] not in again:
            assert OPEN in {getattr(after[event["id"]], name, None) for name in ("acts", "kind")}
            continue
        row = plover_object(again[event["id"]])
        assert {name: row.get(name) for name in ("date", "event", "mode", "context", "quad_code")} == {
            name: event.get(name) for name in ("date", "event", "mode", "context", "quad_code")
        }
        assert parties(row) == parties(event)
