"""`check` for a workflow of GitHub, and `check --watch`: again whenever a file changes."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplo_events.cli import main
from diplo_events.cli._watching import State, state_of, watch

GOOD = "format_version: '1.0'\nactors:\n- {id: a, name: A, kind: state}\n"
BAD = GOOD.replace("state", "stat")


def test_annotations_have_the_place_of_each_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("100%.yaml").write_text(BAD)
    assert main(["check", "100%.yaml", "--output-format", "github"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=100%25.yaml,line=3,col=20::actors[0].kind: expected a member of ActorKind")
    Path("100%.yaml").write_text(GOOD)
    assert main(["check", "100%.yaml", "--output-format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_json_has_two_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text(BAD)
    outputs = set()
    for words in (["--json"], ["--output-format", "json"]):
        assert main(["check", str(tmp_path / "a.yaml"), *words]) == 1
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_files_are_checked_again_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD)

    def changes() -> Iterator[None]:
        yield  # nothing has changed
        path.write_text(BAD)
        yield
        path.unlink()
        yield
        path.write_text(GOOD)
        yield

    steps = changes()

    def pass_time(_seconds: float) -> None:
        try:
            next(steps)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(time, "sleep", pass_time)
    assert main(["check", str(path), "--watch"]) == 0
    captured = capsys.readouterr()
    assert [line for line in captured.out.splitlines() if line.endswith(("record", "problem"))] == [
        "no problems in 1 record",
        "1 problem",
        "no problems in 1 record",
    ]
    assert f"diplo-events: {path}: no such file or folder" in captured.err
    assert captured.err.count("waiting for changes; Ctrl-C ends") == 4


def test_the_last_check_decides_the_exit_code() -> None:
    states = iter([frozenset({("a", 1, 1)}), frozenset({("a", 1, 1)}), frozenset({("a", 2, 1)})])
    codes = iter([0, 1])

    def look() -> State:
        try:
            return next(states)
        except StopIteration:
            raise KeyboardInterrupt from None

    assert watch(lambda: next(codes), look, lambda: None) == 1


def test_the_state_is_that_of_all_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.yaml"
    states = [state_of([str(tmp_path), "no"])]
    file.write_text("a")
    states.append(state_of([str(tmp_path)]))
    os.utime(file, ns=(1, 1))
    states.append(state_of([str(tmp_path)]))
    file.write_text("ab")
    os.utime(file, ns=(1, 1))
    states.append(state_of([str(tmp_path)]))
    assert states[0] == frozenset()
    assert len(set(states)) == len(states)


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--from", "yaml", "--watch"]) == 2
    assert capsys.readouterr().err == "diplo-events: --watch looks at files, and standard input is not one\n"
