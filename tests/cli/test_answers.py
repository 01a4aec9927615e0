"""The commands that answer: their text, their JSON and their CSV have what the functions of the library return."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from diplo_events import OPEN, Dataset, Meeting, load_example, write
from diplo_events.analysis import build_timeline, find, mentions, one_mode
from diplo_events.analysis.query import Involves, OfType
from diplo_events.cli import main
from diplo_events.corroboration import Verdict, corroborate, find_contradictions, find_life_cycles
from diplo_events.corroboration.wordings import WordingRelation, find_wordings, wording_of
from diplo_events.exporters.icews import ICEWS_COLUMNS, icews_cells, to_icews
from diplo_events.exporters.plover import POLECAT_COLUMNS, polecat_cells, to_plover
from diplo_events.model import Statement
from diplo_events.referents import find_referents

EXAMPLE = load_example()

ANSWERING = [
    ["differ"],
    ["differ", "--wordings"],
    ["timeline"],
    ["network"],
    ["network", "--of", "statements"],
    ["corroborate"],
    ["meetings"],
    ["rows"],
    ["rows", "--as", "icews"],
]


def out(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command prints."""
    assert main(words) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def cells(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    """Return the rows of the CSV that a command prints."""
    return list(csv.DictReader(io.StringIO(out(capsys, *words, "--csv"), newline="")))


def data(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Return the JSON that a command prints."""
    return json.loads(out(capsys, *words, "--json"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.json"
    write(Dataset(), path)
    return path


@pytest.mark.parametrize("words", ANSWERING, ids=" ".join)
def test_of_an_empty_dataset_every_form_is_empty(
    words: list[str], empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert data(capsys, *words, str(empty)) == []
    assert cells(capsys, *words, str(empty)) == []
    assert out(capsys, *words, str(empty)).strip().splitlines()[-1].startswith("0 ")


class TestDiffer:
    def test_has_every_contradiction_with_its_versions(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = find_contradictions(EXAMPLE)
        printed = data(capsys, "differ")
        assert [(each["kind"], each["about"], each["certain"]) for each in printed] == [
            (each.kind.value, each.about, each.certain) for each in found
        ]
        assert [[version["value"] for version in each["versions"]] for each in printed] == [
            [version.value for version in each.versions] for each in found
        ]
        rows = cells(capsys, "differ")
        assert [json.loads(row["sources"]) for row in rows] == [
            list(version.sources) for each in found for version in each.versions
        ]

    def test_reads_as_versions_with_their_outlets(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = out(capsys, "differ", "--kind", "date").splitlines()
        assert lines[0] == "DATE  one thing is put on days that do not overlap"
        assert "    2025-09-04 (Thursday)" in lines
        assert lines[lines.index("    2025-09-04 (Thursday)") + 1].strip().startswith("Kurdistan24 [")
        assert lines[-1] == "1 contradiction"

    def test_wordings_are_letter_for_letter(self, capsys: pytest.CaptureFixture[str]) -> None:
        pairs = [pair for each in find_referents(EXAMPLE, Statement) for pair in find_wordings(EXAMPLE, each)]
        shown = [
            pair
            for pair in pairs
            if pair.comparison.relation in (WordingRelation.CUT, WordingRelation.OTHER_TRANSLATION)
        ]
        rows = cells(capsys, "differ", "--wordings")
        assert [(row["left"], row["right"]) for row in rows] == [(pair.left, pair.right) for pair in shown]
        for row in rows:
            for side in ("left", "right"):
                wording = wording_of(EXAMPLE, EXAMPLE.statement(row[side]))
                assert wording is not None
                assert row[f"{side}_text"] == wording.text
        text = " ".join(out(capsys, "differ", "--wordings").split())
        assert "{" in text
        for row in rows:
            assert " ".join(row["left_text"].split()) in text.replace("{", "").replace("}", "")


class TestTimeline:
    def test_has_each_thing_once_in_the_order_of_the_library(self, capsys: pytest.CaptureFixture[str]) -> None:
        entries = build_timeline(EXAMPLE)
        rows = cells(capsys, "timeline")
        assert [(row["referent"], row["level"]) for row in rows] == [
            (entry.referent.id, str(entry.level)) for entry in entries
        ]
        assert [row["earliest"] for row in rows] == [str(entry.earliest or "") for entry in entries]

    def test_of_what_answers_a_question(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = find(EXAMPLE, OfType(Meeting) & Involves("Macron"))
        expected = [entry.referent.id for entry in build_timeline(EXAMPLE, records=asked, unqualified=True)]
        words = ("timeline", "--type", "meeting", "--actor", "Macron", "--as-dated")
        assert [row["referent"] for row in data(capsys, *words)] == expected
        text = out(capsys, *words)
        assert all(f"[{key}]" in text for key in expected)
        assert text.splitlines()[-1].startswith(f"{len(expected)} things")

    def test_an_unknown_actor_is_a_wrong_call(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["timeline", "--actor", "Macrom"]) == 2
        assert "did you mean" in capsys.readouterr().err


class TestNetwork:
    def test_has_agreement_and_conflict_of_each_pair(self, capsys: pytest.CaptureFixture[str]) -> None:
        joined = mentions(EXAMPLE, duplicates="referent")
        expected = {
            name: {(edge.source, edge.target): edge.weight for edge in one_mode(joined, aggregation=name)}
            for name in ("congruence", "conflict")
        }
        rows = cells(capsys, "network")
        pairs = [(row["source"], row["target"]) for row in rows]
        assert len(pairs) == len(set(pairs))
        assert set(pairs) == expected["congruence"].keys() | expected["conflict"].keys()
        for row, pair in zip(rows, pairs, strict=True):
            assert float(row["congruence"]) == expected["congruence"].get(pair, 0)
            assert float(row["conflict"]) == expected["conflict"].get(pair, 0)

    def test_of_one_actor_from_a_weight_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        every = [row for row in data(capsys, "network") if "russia" in (row["source"], row["target"])]
        assert data(capsys, "network", "--actor", "Moscow") == every
        least = data(capsys, "network", "--actor", "Moscow", "--least", "2")
        assert least == [row for row in every if max(row["congruence"], row["conflict"]) >= 2]
        assert 0 < len(least) < len(every)
        assert out(capsys, "network", "--actor", "Moscow").splitlines()[-1].startswith(f"{len(every)} edges between ")

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--actor", "Moskow"], "did you mean"),
            (["--actor", "Moscow", "--nodes", "issues"], "--actor goes with --nodes actors"),
        ],
    )
    def test_wrong_calls(self, words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["network", *words]) == 2
        assert message in capsys.readouterr().err


class TestCorroborate:
    def test_has_every_verdict(self, capsys: pytest.CaptureFixture[str]) -> None:
        judged = corroborate(EXAMPLE)
        expected = [(one.referent, field.field, field.verdict.value) for one in judged for field in one.fields]
        every = cells(capsys, "corroborate", "--all")
        assert [(row["referent"], row["field"], row["verdict"]) for row in every] == expected
        several = {one.referent for one in judged if len(one.sources) > 1}
        default = data(capsys, "corroborate")
        assert [(row["referent"], row["field"], row["verdict"]) for row in default] == [
            each for each in expected if each[0] in several and each[2] != "missing"
        ]

    def test_names_values_with_their_witnesses(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = out(capsys, "corroborate", "--verdict", "majority").splitlines()
        text = " ".join(" ".join(lines).split())
        assert (
            "majority when: 2025-09-03 (Unnamed outlet of the digest on foreign troops); 2025-09-04 (Kurdistan24)"
            in text
        )
        count = sum(
            field.verdict is Verdict.MAJORITY
            for one in corroborate(EXAMPLE)
            for field in one.fields
            if len(one.sources) > 1
        )
        assert lines[-1].endswith(f"fields: {count} majority")


class TestMeetings:
    def test_has_every_stage(self, capsys: pytest.CaptureFixture[str]) -> None:
        cycles = find_life_cycles(EXAMPLE)
        assert [
            (row["meeting"], row["status"], row["published"], row["record"]) for row in cells(capsys, "meetings")
        ] == [
            (cycle.referent.id, stage.record.status.value, str(stage.published or ""), stage.record.id)
            for cycle in cycles
            for stage in cycle.stages
        ]
        assert [len(one["changes"]) for one in data(capsys, "meetings")] == [len(one.changes) for one in cycles]

    def test_tell_their_course(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = out(capsys, "meetings", "--status", "rejected")
        assert "rejected" in text
        assert "! called off: one meeting was called off, and is yet to be held" in " ".join(text.split())
        assert text.splitlines()[-1] == "1 meeting"

    def test_without_a_title_are_shown_as_well(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        titled = next(iter(EXAMPLE.of_type(Meeting)))
        draft = tmp_path / "draft.json"
        write(
            attrs.evolve(
                EXAMPLE,
                records=[
                    attrs.evolve(record, title=OPEN) if isinstance(record, Meeting) else record
                    for record in EXAMPLE.records
                ],
            ),
            draft,
        )
        assert f"title not coded yet [{titled.canonical_id or titled.id}]" in out(capsys, "meetings", str(draft))
        assert {row["title"] for row in cells(capsys, "meetings", str(draft))} == {""}
        assert {stage["title"] for one in data(capsys, "meetings", str(draft)) for stage in one["stages"]} == {None}


class TestRows:
    def test_are_those_of_the_exporters(self, capsys: pytest.CaptureFixture[str]) -> None:
        rows = list(csv.reader(io.StringIO(out(capsys, "rows", "--csv"), newline="")))
        assert rows == [list(POLECAT_COLUMNS), *(list(polecat_cells(row)) for row in to_plover(EXAMPLE).rows)]
        rows = list(csv.reader(io.StringIO(out(capsys, "rows", "--as", "icews", "--csv"), newline="")))
        assert rows == [list(ICEWS_COLUMNS), *(list(icews_cells(row)) for row in to_icews(EXAMPLE).rows)]

    def test_count_what_has_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = out(capsys, "rows")
        assert f"without a row: {len(to_plover(EXAMPLE).not_exported)} things\n" in text
        assert "no code: the format has no code for what was done" in text
