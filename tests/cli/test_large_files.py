"""Large files: every command answers from records on disk what it answers from records in memory."""

import gc
import json
import random
from pathlib import Path

import pytest
from format_damage import spoil
from hypothesis import HealthCheck, given

import diplo_events
from diplo_events import Dataset
from diplo_events._internal.system.atomic_file import FileState
from diplo_events.cli import _frames, _large_files, main
from diplo_events.cli._outputs import write_output
from diplo_events.formats import jsonl, stored
from diplo_events.strategies import datasets
from profiles import examples

TEXT = jsonl.dumps(diplo_events.load_example())

COMMANDS = (
    "check {}",
    "check {} --json --style",
    "check {} --output-format github --strict --final",
    "brief {}",
    "brief {} --csv",
    "brief {} --full",
    "rows {}",
    "rows {} --as icews --csv",
    "sql 'select-stances' {}",
    "convert {} - --to jsonl",
    "convert {} - --to json",
    "convert {} - --to md --lossy",
)
SQL = "select stance, count(*) as n from positions group by stance order by n desc, stance"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("large")


def answer(command: str, path: Path, capsysbinary: pytest.CaptureFixture[bytes], large: int) -> tuple[object, ...]:
    """Return exit code, output and messages of a command for which files are large from so many bytes on."""
    arguments = [SQL if word == "'select-stances'" else word.format(path) for word in command.split()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_large_files, "large_size", lambda **_: large)
        patch.setattr(stored, "RANGE", 20_000)
        code = main(arguments)
    return (code, *capsysbinary.readouterr())


def expect_one_answer(command: str, path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    in_memory = answer(command, path, capsysbinary, 1 << 40)
    assert answer(command, path, capsysbinary, 0) == in_memory


@pytest.mark.parametrize("command", COMMANDS)
def test_the_bundled_dataset(command: str, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = folder / "example.jsonl"
    path.write_text(TEXT, "utf-8")
    expect_one_answer(command, path, capsysbinary)


@pytest.mark.parametrize("seed", range(6))
def test_files_with_mistakes(
    seed: int, folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    header, *contents = [json.loads(line) for line in TEXT.splitlines()[:-1]]
    for _ in range(seed % 3 + 1):
        spoil(contents, chance)
    wrong = chance.choice(contents)
    wrong[chance.choice(list(wrong))] = chance.choice([7, "No id", {}, None, wrong["id"]])
    path = folder / "wrong.jsonl"
    path.write_text("\n".join(map(json.dumps, [{**header, "closed": False}, *contents])), "utf-8")
    monkeypatch.setattr(_frames, "LARGE", 0)
    for command in (COMMANDS[seed % 3], *COMMANDS[3 + seed :: 6]):
        expect_one_answer(command, path, capsysbinary)


@pytest.mark.slow
@examples(3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dataset=datasets())
def test_any_dataset(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], dataset: Dataset) -> None:
    path = folder / "any.jsonl"
    path.write_text(jsonl.dumps(dataset), "utf-8")
    for command in (COMMANDS[1], COMMANDS[3], COMMANDS[6], COMMANDS[8], COMMANDS[9]):
        expect_one_answer(command, path, capsysbinary)


@pytest.mark.parametrize("wrong", [False, True])
def test_processes(wrong: bool, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each date that is moved is a problem, in the same order; so is each reference that leads nowhere."""
    path = folder / "processes.jsonl"
    text = TEXT.replace('"when":"2025-09-03"', '"when":"2025-09-01"')
    text = text.replace('"source":"digest-foreign-troops"', '"source":"nowhere"', 3) if wrong else text
    path.write_text(text.replace('"closed":true', '"closed":false', 1).rpartition('{"type":"end"')[0], "utf-8")
    one = answer("check {} --json", path, capsysbinary, 1 << 40)
    assert one[0] == 1
    assert answer("check {} --json --processes 2", path, capsysbinary, 0) == one
    assert answer("check {} --json --processes 1", path, capsysbinary, 0) == one


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_that_cannot_be(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "example", f"--processes={number}"])
    assert f"expected a number from 1 on, found '{number}'" in capsys.readouterr().err


def test_lines_are_converted_as_they_are_read(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path, out = folder / "lines.jsonl", folder / "out.jsonl"
    path.write_text(TEXT, "utf-8")
    assert answer(f"convert {{}} {out}", path, capsysbinary, 0) == (0, b"", b"")
    assert out.read_text("utf-8") == TEXT
    before = FileState.of(out)
    out.write_text("theirs", "utf-8")
    large = _large_files.large_dataset(str(path), "jsonl")
    assert large is None, "it is small"
    found = stored.open_stored(path)
    assert found is not None
    with pytest.raises(FileExistsError):
        write_output(found.dataset, str(out), None, before=before)
    assert out.read_text("utf-8") == "theirs"


def test_a_newer_file_is_read_whole(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = folder / "newer.jsonl"
    path.write_text(TEXT.replace('"format_version":"1.0"', '"format_version":"1.7"', 1).rpartition('{"type":"end"')[0])
    for command in ("check {}", "rows {}"):
        expect_one_answer(command, path, capsysbinary)


def test_what_is_no_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_large_files, "large_size", lambda **_: 0)
    for name in ("-", "example", "nothing.jsonl", str(tmp_path), "x\0.jsonl", "x.ftm.jsonl", "x.unknown"):
        assert _large_files.large_dataset(name, None) is None
    (tmp_path / "lines.txt").write_text(TEXT, "utf-8")
    assert _large_files.large_dataset(str(tmp_path / "lines.txt"), "jsonl") == diplo_events.load_example()


def test_progress_is_for_terminals(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "progress.jsonl"
    path.write_text(TEXT, "utf-8")
    monkeypatch.setattr(_large_files, "large_size", lambda **_: 0)
    assert _large_files.large_dataset(str(path), None) is not None
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert _large_files.large_dataset(str(path), None) is not None
    shown = capsys.readouterr().err
    assert "\rprogress.jsonl: 100 % read" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize(("terminal", "large"), [(True, True), (False, True), (True, False)])
def test_a_terminal_shows_that_a_file_is_being_read(
    terminal: bool, large: bool, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "long.json"
    path.write_text('{"type":"dataset","format_version":"1.0"}', "utf-8")
    monkeypatch.setattr(_large_files, "WORTH_SHARING", 1 if large else 100)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    main(["stances", str(path)])
    shown = capsys.readouterr().err
    assert ("\rlong.json: reading 0 MB\r\x1b[K" in shown) == (terminal and large)


def test_a_process_of_its_own_collects_cycles_seldom(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = gc.get_threshold()
    usual = (700, 10, 10)
    monkeypatch.setattr("diplo_events.cli._signals.end_on_signals", lambda: None)
    monkeypatch.setattr("sys.argv", ["diplo-events", "resolve", "today", "--published", "2025-09-04"])
    gc.set_threshold(*usual)
    try:
        assert main(["resolve", "today", "--published", "2025-09-04"]) == 0
        assert gc.get_threshold() == usual, "a program that calls it keeps its own"
        assert main() == 0
        assert gc.get_threshold() > usual
    finally:
        gc.set_threshold(*before)
    assert capsys.readouterr().out.count("2025-09-04") == 2


@pytest.mark.parametrize(("words", "stays"), [("", False), (" --processes 1", False), (" --processes 2", True)])
def test_several_processes_share_a_smaller_file(
    words: str, stays: bool, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "shared.jsonl"
    path.write_text(TEXT, "utf-8")
    monkeypatch.setattr(_large_files, "WORTH_SHARING", 1)
    monkeypatch.setattr(stored, "RANGE", 20_000)
    opened: list[int] = []
    real = stored.open_stored
    monkeypatch.setattr(
        _large_files, "open_stored", lambda *args, **more: (opened.append(more["processes"]), real(*args, **more))[1]
    )
    assert main(f"check {path}{words}".split()) == 0
    assert opened == [2] * stays
    assert "no problems" in capsys.readouterr().out
