"""`diplo-events import`: records out, the report on standard error, nothing replaced unasked."""

import json
from pathlib import Path

import pytest

import diplo_events
from diplo_events.cli import main
from diplo_events.importers import icews

ROW = "7\t2018-06-01\tNorway\tNA\tNorway\tDeny\t016\t-2\tFrance\tNA\tFrance\t9\t2\tVeld\tNA\tNA\tNA\tNorway\t59\t10"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.tab"
    path.write_text("\n".join(["\t".join(icews.COLUMNS), ROW, ""]), encoding="utf-8")
    return path


def test_a_source_is_imported_and_accounted_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("out.jsonl", "out.json"):  # record by record, and as a whole
        assert main(["import", "icews", str(file), str(file.with_name(name))]) == 0
        out, report = capsys.readouterr()
        assert out == ""
        assert report.startswith("icews: 1 row: 1 made records, 0 joined, 0 refused\n")
    streamed, whole = (diplo_events.read(file.with_name(name)) for name in ("out.jsonl", "out.json"))
    assert streamed == whole
    assert len(streamed.statements) == 1


def test_nothing_is_replaced_unasked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = file.with_name("out.jsonl")
    out.write_text("mine", encoding="utf-8")
    assert main(["import", "icews", str(file), str(out)]) == 2
    assert "exists: name another file, or replace it with --force" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    report = file.with_name("report.json")
    assert main(["import", "icews", str(file), str(out), "--force", "--report", str(report)]) == 0
    assert json.loads(report.read_text(encoding="utf-8"))["made"] == 1
    assert [path.name for path in sorted(file.parent.iterdir())] == ["events.tab", "out.jsonl", "report.json"]


def test_defects_are_problems_and_the_rest_is_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(ROW.replace("016", "999") + "\n")
    assert main(["import", "icews", str(file), str(file.with_name("out.jsonl"))]) == 1
    assert f"{file}:3: found '999'" in capsys.readouterr().err
    assert len(diplo_events.read(file.with_name("out.jsonl")).statements) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["icwes", "events.tab", "out.json"], "did you mean 'icews'?"),
        (["icews", "events.tab", "-"], "OUT is a file"),
        (["icews", "events.tab", "out.xyz"], "out.xyz"),
        (["icews", "events.tab", "out.json", "--texts", "."], "has no use for a folder of texts"),
        (["icews", "none.tab", "out.json"], "none.tab: no such file or folder"),
        (["icews", "none.tab", "out.jsonl"], "none.tab: no such file or folder"),
    ],
)
def test_a_wrong_call_is_explained(
    words: list[str], message: str, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(file.parent)
    assert main(["import", *words]) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in file.parent.iterdir()] == ["events.tab"]


def test_what_is_not_the_format_at_all_is_explained(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"")
    assert main(["import", "icews", str(file), str(file.with_name("out.jsonl"))]) == 1
    assert "expected a header and rows, found an empty file" in capsys.readouterr().err
    assert not file.with_name("out.jsonl").exists()
