"""The command line as a person and a program meet it: output, exit codes, pipes, terminals, interruptions."""

import gc
import importlib
import io
import json
import os
import pty
import re
import runpy
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    QuotationMode,
    Source,
    SourceKind,
    Statement,
    __version__,
    load_example,
    read,
    write,
)
from diplo_events.analysis.findings import find_findings
from diplo_events.cli import COMMANDS, INTERRUPTED, _commands, build_parser, main
from diplo_events.cli._brief_screen import HEADINGS, MOST, SCREEN, numbers_within, overview, within_lines
from diplo_events.cli._pager import page_lines
from diplo_events.cli._shared_options import FORMAT_WORDS
from diplo_events.cli._style import style_for_output
from diplo_events.errors import DiploEventsError
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl, yaml
from diplo_events.formats.linked_data import context, shapes, vocabulary
from diplo_events.json_schema import json_schema
from diplo_events.report.terminal import PLAIN, Style, brief
from diplo_events.shorthand.schema import short_schema
from wider_records import EXAMPLE as WIDER

EXAMPLE = load_example()
ESCAPE = "\x1b["
HEAD = "format_version: '1.0'\n"
GOOD = HEAD + "actors:\n- {id: a, name: Ä, kind: state}\n"
TEXT = "Talks end.\nAnna said “no way”.\n"


def run(*words: str, **more: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "diplo_events", *words],
        capture_output=True,
        check=False,
        timeout=60,
        **more,
    )


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def take_interrupts() -> None:
    """Undo in a child what `nohup` and background jobs of a shell do: they ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(HEAD + "titel: T\nactors:\n- {id: a, name: A, kind: stat}\n")
    return path


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_each_command_shows_its_examples(self, command: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
        out = capsys.readouterr().out
        assert f"Examples:\n  diplo-events {command} " in out

    def test_lists_every_command_and_the_exit_codes(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["--help"])
        assert caught.value.code == 0
        out = capsys.readouterr().out
        assert all(re.search(rf"^    {command}\b", out, re.MULTILINE) for command in COMMANDS)
        assert "0 success, 1 problems were found, 2 the call was wrong" in " ".join(out.split())

    def test_every_module_of_the_family_is_a_command_with_its_summary(self) -> None:
        folder = Path(_commands.__file__ or "").parent
        assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == COMMANDS.keys()
        for name, summary in COMMANDS.items():
            module = importlib.import_module(f"{_commands.__name__}.{name}")
            assert (module.__doc__ or "").partition("\n")[0] == summary

    @pytest.mark.parametrize(
        ("words", "imported"),
        [
            (["resolve", "today", "--published", "2025-09-04"], {"resolve"}),
            (["schema"], {"schema"}),
            (["convert", "--help"], {"convert"}),
            (["--version"], set()),
            (["--help"], set()),
            (["package", "--help"], {"package"}),
            (["brief", "--help"], {"brief"}),
            (["network", "--help"], {"network"}),
            (["nonsense"], set()),
        ],
    )
    def test_only_the_command_that_runs_is_imported(self, words: list[str], imported: set[str]) -> None:
        code = (
            "import sys, json, contextlib, io\n"
            "from diplo_events.cli import main\n"
            "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):\n"
            f"    with contextlib.suppress(SystemExit): main({words!r})\n"
            "print(json.dumps([name for name in sys.modules if name.startswith('diplo_events.')]))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
        modules = json.loads(done.stdout)
        assert {name.partition("cli._commands.")[2] for name in modules} - {""} == imported
        assert not [name for name in modules if name.startswith("diplo_events.drafting")]  # its patterns are slow
        if imported <= {"resolve", "schema", "convert"}:
            families = {name.split(".")[1] for name in modules}
            assert not families & {"report", "analysis", "exporters", "corroboration", "coding"}

    def test_the_help_is_the_same_whatever_is_imported(self) -> None:
        texts = {build_parser(imported).format_help() for imported in ((), ("brief",), COMMANDS)}
        assert len(texts) == 1

    def test_the_version_is_that_of_the_package(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["--version"])
        assert caught.value.code == 0
        assert capsys.readouterr().out == f"diplo-events {__version__}\n"

    @pytest.mark.parametrize(
        "words", [[], ["nonsense"], ["check"], ["brief", "--nonsense"], ["convert", "a"], ["locate"]]
    )
    def test_a_wrong_call_is_exit_code_2(self, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "usage: diplo-events" in captured.err

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["brief", "--at", "x", "--html", "x.html"], "argument --at: 'x', column 1: "),
            (["stances", "--at", "3.9.2025"], "argument --at: '3.9.2025', column 2: "),
            (["resolve", "today", "--published", "x"], "argument --published: 'x', column 1: "),
            (
                ["show", "--between", "2025-09", "2024"],
                "argument --between: '2025-09/2024', column 9: the interval ends",
            ),
            (["convert", "a", "b", "--from", "xml"], "argument --from: invalid choice: 'xml'"),
        ],
    )
    def test_a_wrong_value_is_reported_with_its_option(
        self, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(words)
        captured = capsys.readouterr()
        assert captured.out == ""
        assert f"diplo-events {words[0]}: error: {message}" in captured.err

    def test_the_package_runs_as_a_module(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["diplo-events", "resolve", "yesterday", "--published", "2025-09-05"])
        monkeypatch.setattr(gc, "set_threshold", lambda *_: None)  # this process goes on afterwards
        with pytest.raises(SystemExit) as caught:
            runpy.run_module("diplo_events", run_name="__main__")
        assert caught.value.code == 0
        assert capsys.readouterr().out == "2025-09-04\n"


class TestBrief:
    def test_uses_the_bundled_dataset(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief"]) == 0
        captured = capsys.readouterr()
        assert captured.out.startswith(f"{EXAMPLE.title}\n")
        assert ESCAPE not in captured.out
        assert captured.err == ""

    def test_reads_a_file_or_standard_input(
        self, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["brief", str(good)]) == 0
        stdin(monkeypatch, GOOD.encode())
        assert main(["brief", "-", "--from", "yaml"]) == 0
        assert capsys.readouterr().out == "A dataset without a title\nDataset: 1 actor\n" * 2

    def test_of_what_cannot_be_read_lists_the_problems(self, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief", str(bad)]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert f"{bad}:2:1: titel: expected a field of a dataset, found 'titel'; did you mean 'title'?" in captured.err
        assert f"{bad}:4:20: actors[0].kind: " in captured.err

    @pytest.mark.slow
    def test_writes_a_page(self, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        page = tmp_path / "page.html"
        assert main(["brief", "--html", str(page), "--at", "2025-09-03"]) == 0
        assert capfdbinary.readouterr().out == b""
        assert main(["brief", "--html", "-", "--at", "2025-09-03"]) == 0
        assert capfdbinary.readouterr().out == page.read_bytes()

    @pytest.mark.parametrize(("share", "last"), [(0.8, "word; …"), (0.3, "more …")])
    def test_a_long_finding_ends_with_a_clause_where_most_of_it_is_left(self, share: float, last: str) -> None:
        room = PLAIN.width * MOST
        clause = "word " * int(room * share / 5)
        lines = within_lines(f"{clause.strip()}; {'more ' * room}", PLAIN)
        assert 1 <= len(lines) <= MOST
        assert lines[-1].endswith(last)

    def test_is_one_screen_of_findings(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) <= SCREEN
        assert max(map(len, lines)) <= PLAIN.width
        text = " ".join(" ".join(lines).split())
        for _, heading, command in HEADINGS:
            assert f"{heading} " in text
            assert command in COMMANDS
        sentences = {found.sentence for found in find_findings(EXAMPLE)}
        bullets = [one.partition(" WH")[0].strip() for one in text.partition(" every record: ")[0].split("• ")[1:]]
        assert len(bullets) >= 8
        for bullet in bullets:
            start = bullet.removesuffix(" …")
            assert any(whole == start if start == bullet else whole.startswith(start) for whole in sentences), bullet

    @pytest.mark.parametrize("width", [60, 120])
    def test_is_one_screen_of_any_dataset(self, width: int) -> None:
        outlets = [Actor(id=f"o{at}", name=f"Outlet {at} " * 40, kind=ActorKind.MEDIA) for at in range(9)]
        texts = [
            Source(id=f"t{at}", title="T", kind=SourceKind.OTHER, publisher=outlet.id)
            for at, outlet in enumerate(outlets)
        ]
        changed = attrs.evolve(EXAMPLE.with_records(*outlets, *texts), title="A long title\n" * 60)
        for dataset in (WIDER, changed):
            lines = list(overview(dataset, style=Style(width=width), name=" mine.json"))
            assert len(lines) <= SCREEN
            assert all("\n" not in line for line in lines)
            assert "page.html mine.json" in lines[-1]
            assert any(line.startswith("• ") for line in lines)

    @given(st.integers(1, 12))
    def test_names_up_to_six_outlets_and_counts_the_others(self, number: int) -> None:
        names = [f"Outlet{at:02}" for at in range(number)]
        outlets = [Actor(id=name.lower(), name=name, kind=ActorKind.MEDIA) for name in names]
        texts = [Source(id=f"t/{o.id}", title="T", kind=SourceKind.OTHER, publisher=o.id) for o in outlets]
        text = " ".join(overview(Dataset(records=[*outlets, *texts]), style=Style(width=1000)))
        assert [name for name in names if name in text] == names[:6]
        assert re.findall(r"and (\S+) more", text) == [str(number - 6)] * (number > 6)

    @given(st.lists(st.lists(st.integers(1, 3), min_size=1), max_size=5), st.integers(-5, 60))
    @profiles.examples(50)
    def test_findings_take_turns_in_the_room(self, lengths: list[list[int]], room: int) -> None:
        numbers = numbers_within(lengths, room)
        used = [sum(each[:number]) + 2 * bool(number) for each, number in zip(lengths, numbers, strict=True)]
        assert sum(used) <= max(room, 0)
        for each, number in zip(lengths, numbers, strict=True):
            assert number == len(each) or sum(used) + each[number] + 2 * (not number) > room, "what fits is shown"

    def test_in_full_has_every_record(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief", "--full"]) == 0
        assert capsys.readouterr().out.splitlines() == list(brief(EXAMPLE))

    def test_as_data_has_every_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["brief", "--json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert [(one["kind"], one["sentence"], tuple(one["records"])) for one in printed] == [
            (one.kind.value, one.sentence, one.records) for one in find_findings(EXAMPLE)
        ]

    def test_goes_through_a_pager_on_a_terminal(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PAGER", "cat -n")
        monkeypatch.setenv("LINES", "24")
        monkeypatch.setenv("COLUMNS", "100")
        page_lines(["one"] * 30)
        assert capfd.readouterr().out == "one\n" * 30, "not a terminal"
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        page_lines(["one"] * 30)
        assert capfd.readouterr().out.split() == [word for at in range(30) for word in (str(at + 1), "one")]
        page_lines(["one"] * 3)
        assert capfd.readouterr().out == "one\n" * 3, "it fits"
        monkeypatch.setenv("PAGER", str(tmp_path / "no"))
        page_lines(["one"] * 30)
        assert capfd.readouterr().out == "one\n" * 30, "there is none"

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["brief", "--at", "2025"], "diplo-events: --at goes with --html"),
            (["brief", "no.yaml"], "diplo-events: no.yaml: no such file or folder\n"),
            (["brief", "-"], f"diplo-events: standard input has no suffix: use --from {FORMAT_WORDS}\n"),
            (["brief", "."], "diplo-events: .: no file in this folder ends in .json .jsonl .yaml .yml\n"),
            (
                ["brief", "a.txt"],
                f"diplo-events: a.txt: expected a known suffix, found '.txt'; use --from {FORMAT_WORDS}\n",
            ),
            (["check", "no.yaml"], "diplo-events: no.yaml: no such file or folder\n"),
            (["check", "no/a.json"], "diplo-events: no/a.json: no such file or folder\n"),
            (["check", "."], "diplo-events: .: no file in this folder ends in .json .jsonl .yaml .yml\n"),
            (["show", "zakharowa"], "diplo-events: no record has the id 'zakharowa'; did you mean 'zakharova'?\n"),
            (["show", "qqq"], "diplo-events: no record has the id 'qqq'\n"),
            (
                ["convert", "a.json", "b.jsn"],
                "diplo-events: b.jsn: expected a known suffix, found '.jsn'; did you mean '.json'?\n",
            ),
            (["convert", "a.json", "-"], f"diplo-events: standard output has no suffix: use --to {FORMAT_WORDS}\n"),
            (
                ["convert", "a.json", "b.json", "--to", "yaml"],
                "diplo-events: --to is for standard output; the suffix of b.json determines the format\n",
            ),
            (
                ["compile", "a.json", "-o", "b.txt"],
                "diplo-events: b.txt: expected a known suffix, found '.txt'; one of ",
            ),
            (["locate", "no.txt", "x"], "diplo-events: no.txt: no such file or folder\n"),
        ],
    )
    def test_a_call_that_cannot_be_answered_is_exit_code_2(
        self,
        words: list[str],
        message: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(words) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith(message)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("command", ["check", "brief"])
    def test_a_file_that_is_not_there_is_looked_for_beside(
        self, command: str, good: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        name = str(good.with_name(f"{good.stem[:-1]}{good.suffix}"))
        assert main([command, name]) == 2
        message = f"diplo-events: {name}: no such file or folder; did you mean '{good.name}'?\n"
        assert capsys.readouterr().err == message


class TestCheck:
    def test_of_a_good_file(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(good)]) == 0
        captured = capsys.readouterr()
        assert captured.out == "no problems in 1 record\n"
        assert captured.err == "", "progress is for terminals"

    def test_of_a_bad_file(self, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(bad)]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert [line.partition(": expected")[0] for line in lines[:-1] if line[0] != " "] == [
            f"{bad}:2:1: titel",
            f"{bad}:4:20: actors[0].kind",
        ]
        assert lines[-1] == "2 problems"

    def test_for_a_program(self, good: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(good), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {
            "records": 1,
            "problems": [],
            "warnings": [],
            "notes": [],
            "open": [],
            "coverage": [],
        }
        assert main(["check", str(bad), "--json"]) == 1
        found = json.loads(capsys.readouterr().out)
        assert found["problems"][0] == {
            "path": "titel",
            "expected": "a field of a dataset",
            "found": "'titel'",
            "hint": "did you mean 'title'?",
            "location": {"file": str(bad), "line": 2, "column": 1},
            "severity": "error",
        }

    def test_against_texts(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "t.txt").write_text(TEXT)
        dataset = (
            "sources:\n- id: x\n  title: T\n  kind: news_article\n"
            f"  sha256: {__import__('hashlib').sha256(TEXT.encode()).hexdigest()}\n  length: {len(TEXT)}\n"
            "  uncoded:\n  - {span: {start: 0, end: 10}, reason: section_heading}\n"
            "statements:\n- {id: s, source: x, speakers: [a], acts: [reject], mode: mixed, summary: S.,\n"
            "   spans: [{start: 11, end: 30}], quotes: [{text: no way, span: {start: 22, end: 28}}]}\n"
        )
        (tmp_path / "d.txt").write_text(GOOD + dataset)
        words = ["check", str(tmp_path / "d.txt"), "--from", "yaml", "--texts", str(tmp_path / "texts")]
        assert main(words) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[1].split() == ["x", "2", "1", "1", "0"]
        (tmp_path / "d.txt").write_text((GOOD + dataset).replace("no way", "no day"))
        assert main([*words, "--json"]) == 1
        found = json.loads(capsys.readouterr().out)
        assert [problem["location"]["line"] for problem in found["problems"]] == [13]
        assert found["coverage"][0]["sentences"] == 2
        (tmp_path / "texts" / "u.txt").write_bytes(b"\xff")
        assert main(words) == 1
        assert "u.txt:1:1: expected UTF-8" in capsys.readouterr().out

    def test_of_what_cannot_be_read_goes_no_further(self, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(bad), "--texts", str(bad.parent)]) == 1
        captured = capsys.readouterr()
        assert "2 problems" in captured.out
        assert "Skipped date, identity and text checks: fix these problems first." in captured.err

    def test_of_standard_input(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        stdin(monkeypatch, b"{")
        assert main(["check", "-", "--from", "json"]) == 1
        assert capsys.readouterr().out.startswith("<stdin>:1:2: ")

    def test_of_a_folder_of_parts(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (good.parent / "more.json").write_text('{"format_version": "1.0", "complete": false}')
        assert main(["check", str(good.parent)]) == 0
        assert capsys.readouterr().out == "no problems in 1 record\n"

    def test_shows_progress_on_a_terminal(
        self, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        assert main(["check", str(good)]) == 0
        assert capsys.readouterr().err == "checking 1 file …\n"


class TestShow:
    def test_a_record_of_the_bundled_dataset(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", "zakharova"]) == 0
        assert capsys.readouterr().out.startswith("Actor zakharova\nname: Maria Zakharova\n")

    def test_a_record_as_plain_data(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", "a", str(good), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"id": "a", "name": "Ä", "kind": "state"}

    def test_a_record_of_a_newer_version(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        good.write_text(GOOD.replace("1.0", "1.1").replace("kind: state", "kind: state, rank: 1"))
        assert main(["show", "a", str(good), "--json"]) == 0
        captured = capsys.readouterr()
        assert json.loads(captured.out)["rank"] == 1
        assert captured.err == (
            "diplo-events: format 1.1 is newer than 1.0; kept in extra and written back: actors[0].rank\n"
        )


class TestConvertAndCompile:
    @pytest.mark.parametrize("suffix", ["json", "jsonl", "yaml"])
    def test_write_what_they_read(self, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        source, target, whole = tmp_path / "in.json", tmp_path / f"out.{suffix}", tmp_path / f"all.{suffix}"
        part = attrs.evolve(EXAMPLE, records=EXAMPLE.records[::20], complete=False)
        write(part, source)
        assert main(["convert", str(source), str(target)]) == 0
        assert capsys.readouterr().out == ""
        assert main(["compile", str(target), "-o", str(whole)]) == 0
        assert capsys.readouterr().out == f"{whole}: {repr(part).strip('<>')}\n"
        assert read(target) == read(whole) == part
        assert target.read_bytes() == whole.read_bytes()

    @pytest.mark.parametrize(("name", "module"), [("json", json_format), ("jsonl", jsonl), ("yaml", yaml)])
    def test_standard_input_to_standard_output(
        self, name: str, module: object, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        for words in (["convert", "-", "-"], ["compile", "-", "-o", "-"]):
            stdin(monkeypatch, GOOD.encode())
            assert main([*words, "--from", "yaml", "--to", name]) == 0
            assert capfdbinary.readouterr().out == module.dumps(yaml.loads(GOOD)).encode()

    def test_a_bad_input_leaves_the_old_output(self, good: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = good.read_bytes()
        assert main(["convert", str(bad), str(good)]) == 1
        assert main(["compile", str(bad), "-o", str(good)]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.endswith(f"2 problems; {good} was not written\n")
        assert good.read_bytes() == before
        assert sorted(path.name for path in good.parent.iterdir()) == ["bad.yaml", "good.yaml"]

    def test_compile_leaves_its_own_output_out_of_the_parts(self, good: Path, tmp_path: Path) -> None:
        folder = good.parent
        out = folder / "all.json"
        assert main(["compile", str(folder), "-o", str(out)]) == 0
        good.write_text(GOOD.replace("Ä", "Ö"), encoding="utf-8")
        assert main(["check", str(folder)]) == 1
        assert main(["compile", str(folder), "-o", str(out)]) == 0
        assert read(out) == read(good)
        assert main(["check", str(folder)]) == 0
        other = tmp_path / "other.json"
        assert main(["compile", str(folder), str(out), "-o", str(other)]) == 0
        assert read(other) == read(out)

    def test_compile_holds_the_parts_against_the_texts(self, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
        good.write_text(GOOD + f"sources:\n- {{id: x, title: T, kind: other, sha256: '{'0' * 64}'}}\n")
        out = good.parent / "out.json"
        assert main(["compile", str(good), "--texts", str(good.parent), "-o", str(out)]) == 1
        captured = capsys.readouterr()
        assert f"\n{good}:5:3: x.sha256: expected the hash of a text at hand" in captured.err
        assert captured.err.endswith(f"1 problem; {out} was not written\n")
        assert not out.exists()

    def test_a_folder_that_may_not_be_written_to_is_named(
        self, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def refuse(*_arguments: object) -> int:
            raise PermissionError(13, "Permission denied", "temporary name")

        monkeypatch.setattr(os, "open", refuse)
        assert main(["convert", str(good), str(good.parent / "out.json")]) == 2
        assert capsys.readouterr().err == f"diplo-events: {good.parent / 'out.json'}: Permission denied\n"

    def test_an_interruption_while_writing_leaves_no_partial_file(
        self, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def interrupt(_handle: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        assert main(["convert", str(good), str(good.parent / "out.json")]) == INTERRUPTED
        assert capsys.readouterr().err == "interrupted\n"
        assert [path.name for path in good.parent.iterdir()] == ["good.yaml"]

    def test_an_error_of_the_system_without_a_file_is_shown_too(
        self, good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(*_arguments: object) -> bytes:
            raise OSError("the disk is on fire")

        monkeypatch.setattr(Path, "open", fail)
        assert main(["brief", str(good)]) == 2
        assert capsys.readouterr().err == "diplo-events: the disk is on fire\n"


class TestAgree:
    @pytest.mark.slow
    def test_of_a_file_with_itself_is_full(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(EXAMPLE, tmp_path / "a.json")
        words = ["agree", str(tmp_path / "a.json"), str(tmp_path / "a.json"), "--resamples", "5"]
        assert main(words) == 0
        assert re.search(r"^Statement +\d+ +0 +0 +1\.00 +1\.00 +1\.00$", capsys.readouterr().out, re.MULTILINE)
        assert main([*words, "--json"]) == 0
        found = {of["type"]: of for of in json.loads(capsys.readouterr().out)["types"]}
        assert found["Statement"]["only_first"] == found["Statement"]["only_second"] == []
        assert found["Statement"]["f1"] == 1

    @pytest.mark.slow
    def test_lists_where_two_coders_differ(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        statements = EXAMPLE.of_type(Statement)
        assert statements[0].mode is not QuotationMode.FREE_INDIRECT
        other = attrs.evolve(statements[0], mode=QuotationMode.FREE_INDIRECT)
        alone = attrs.evolve(EXAMPLE, complete=False, records=[r for r in EXAMPLE.records if r is not statements[-1]])
        write(EXAMPLE, tmp_path / "a.json")
        write(alone.with_records(other), tmp_path / "b.json")
        assert main(["agree", str(tmp_path / "a.json"), str(tmp_path / "b.json"), "--resamples", "5"]) == 0
        out = capsys.readouterr().out
        assert f"  only first   {statements[-1].id}\n" in out
        assert f"  {other.id} / {other.id}  mode: {statements[0].mode.value} / free_indirect\n" in out

    def test_of_what_cannot_be_read_lists_the_problems(
        self, good: Path, bad: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["agree", str(good), str(bad)]) == 1
        assert "did you mean 'title'?" in capsys.readouterr().err


class TestLocateResolveSchema:
    def test_locate_gives_spans(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "t.txt").write_text(TEXT)
        assert main(["locate", str(tmp_path / "t.txt"), "no way"]) == 0
        assert capsys.readouterr().out == "{start: 22, end: 28}    line 2: 'no way'\n"
        assert main(["locate", str(tmp_path / "t.txt"), "Anna … way", "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == [{"start": 11, "end": 28}]

    def test_locate_says_what_the_text_has_instead(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for words, message in (('said "No way"', "not found; the text has 'said “no way”'\n"), ("zzz", "not found\n")):
            stdin(monkeypatch, TEXT.encode())
            assert main(["locate", "-", words]) == 1
            assert capsys.readouterr().err == message
        stdin(monkeypatch, TEXT.encode())
        assert main(["locate", "-", "zzz", "--json"]) == 1
        assert capsys.readouterr().out == "[]\n"
        stdin(monkeypatch, b"\xff")
        assert main(["locate", "-", "zzz"]) == 1
        assert "expected UTF-8, found the byte 0xFF" in capsys.readouterr().err

    def test_locate_counts_in_the_very_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "t.txt").write_bytes(b"\xef\xbb\xbfa\r\n\xf0\x9f\x98\x80 x\r\n")
        assert main(["locate", str(tmp_path / "t.txt"), "x", "--json"]) == 0
        (span,) = json.loads(capsys.readouterr().out)
        assert (tmp_path / "t.txt").read_bytes().decode()[span["start"] : span["end"]] == "x"

    def test_resolve_gives_a_date(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["resolve", "earlier this week", "--published", "2025-09-04"]) == 0
        assert capsys.readouterr().out == "[2025-09-01..2025-09-03]\n"

    def test_resolve_needs_no_publication_for_words_with_a_year(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["resolve", "25 October 1917", "--calendar", "julian"]) == 0
        assert capsys.readouterr().out == "1917-11-07\n"
        assert main(["resolve", "yesterday"]) == 1
        assert "needs the publication date" in capsys.readouterr().err

    def test_resolve_says_what_it_does_not_know(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["resolve", "lst Thursday", "--published", "2025-09-04"]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "'lst Thursday' as a time word; did you mean 'last'?" in captured.err

    def test_schema_is_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["schema"]) == 0
        assert json.loads(capsys.readouterr().out) == json_schema()

    def test_schema_has_other_forms(self, capsys: pytest.CaptureFixture[str]) -> None:
        for form, wanted in {
            "json": json_schema(),
            "short": short_schema(),
            "context": {"@context": context()},
        }.items():
            assert main(["schema", "--as", form]) == 0
            assert json.loads(capsys.readouterr().out) == wanted
        for form, text in {"shacl": shapes(), "skos": vocabulary()}.items():
            assert main(["schema", "--as", form]) == 0
            assert capsys.readouterr().out == text


def through_a_terminal(words: Sequence[str], *, err: bool = False, **environment: str) -> tuple[str, int]:
    """Run a command whose standard output (or error) is a terminal, and give what the terminal got."""
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"COLUMNS": "90"} | environment
    streams = (
        {"stderr": theirs, "stdout": subprocess.DEVNULL} if err else {"stdout": theirs, "stderr": subprocess.DEVNULL}
    )
    process = subprocess.Popen([sys.executable, "-m", "diplo_events", *words], env=env, **streams)
    os.close(theirs)
    got = b""
    try:
        while piece := os.read(ours, 65536):
            got += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    return got.decode(), process.wait(timeout=60)


class TestTerminals:
    @pytest.mark.slow
    def test_colours_are_for_terminals(self) -> None:
        text, code = through_a_terminal(["show", "zakharova"])
        assert code == 0
        assert ESCAPE in text
        assert ESCAPE.encode() not in run("show", "zakharova").stdout

    @pytest.mark.slow
    def test_no_color_is_respected(self) -> None:
        text, code = through_a_terminal(["show", "zakharova"], NO_COLOR="1")
        assert code == 0
        assert "Actor zakharova" in text
        assert ESCAPE not in text
        assert ESCAPE in through_a_terminal(["show", "zakharova"], NO_COLOR="")[0]

    @pytest.mark.slow
    def test_progress_is_for_terminals_and_standard_error(self, good: Path) -> None:
        assert "checking 1 file …" in through_a_terminal(["check", str(good)], err=True)[0]
        assert run("check", str(good)).stderr == b""

    def test_the_style_is_that_of_the_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", "90")
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert (style_for_output().width, ESCAPE in style_for_output().title("x")) == (90, True)
        monkeypatch.setenv("NO_COLOR", "1")
        assert (style_for_output().width, style_for_output().title("x")) == (90, "x")


class TestPipes:
    def test_a_broken_pipe_is_no_error(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        with (tmp_path / "output").open("w") as output:

            def write_to_nobody(_text: str) -> int:
                raise BrokenPipeError

            monkeypatch.setattr(output, "write", write_to_nobody, raising=False)
            monkeypatch.setattr(sys, "stdout", SimpleNamespace(write=write_to_nobody, **self.rest_of(output)))
            assert main(["brief"]) == 0
            os.write(output.fileno(), b"x")
        assert (tmp_path / "output").read_bytes() == b"", "what is still to come goes nowhere"

    def rest_of(self, stream: io.TextIOWrapper) -> dict[str, object]:
        return {name: getattr(stream, name) for name in ("flush", "fileno", "isatty", "encoding")}

    @pytest.mark.slow
    def test_a_reader_that_has_seen_enough_gives_no_traceback(self, tmp_path: Path) -> None:
        write(EXAMPLE, tmp_path / "a.json")
        for words in (["brief"], ["convert", str(tmp_path / "a.json"), "-", "--to", "json"], ["schema"], ["--help"]):
            process = subprocess.Popen(
                [sys.executable, "-m", "diplo_events", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            assert process.stdout is not None
            assert process.stderr is not None
            if words == ["--help"]:
                process.stdout.close()  # as it fits into a pipe, nobody may be there from the beginning
            else:
                assert process.stdout.readline()
                process.stdout.close()
            errors = process.stderr.read()
            process.stderr.close()
            assert process.wait(timeout=60) == 0
            assert errors == b""

    def test_head_gets_its_line(self) -> None:
        bash = shutil.which("bash") or "sh"
        command = f"set -o pipefail; '{sys.executable}' -m diplo_events brief | head -1"
        done = subprocess.run([bash, "-c", command], capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{EXAMPLE.title}\n", b"")

    def test_ctrl_c_leaves_no_partial_file_and_no_traceback(self, tmp_path: Path) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "diplo_events", "convert", "-", str(tmp_path / "out.json"), "--from", "yaml"],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=take_interrupts,  # noqa: PLW1509  (nothing else changes a signal in the child)
        )
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(GOOD.encode())
        process.stdin.flush()
        status = Path(f"/proc/{process.pid}/wchan")
        for _ in range(100):  # until it waits for more input
            time.sleep(0.05)
            if not status.exists() or "pipe" in status.read_text():
                break
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
        process.stdin.close()
        process.stderr.close()
        assert process.wait(timeout=60) == INTERRUPTED
        assert errors == b"interrupted\n"
        assert list(tmp_path.iterdir()) == []


class TestEncodings:
    @pytest.mark.slow
    @pytest.mark.parametrize(
        "environment",
        [
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "latin-1"},
            {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        ],
    )
    def test_a_terminal_without_the_characters_gets_their_numbers(
        self, environment: dict[str, str], good: Path
    ) -> None:
        env = os.environ | environment
        calls = [["brief"], ["show", "zakharova"], ["check", str(good)], ["schema"]]
        code = f"from diplo_events.cli import main; print([main(words) for words in {calls!a}])"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=env, timeout=60)
        assert done.stdout.endswith(b"[0, 0, 0, 0]\n")
        assert done.stderr == b""
        done = run("brief", "nö.yaml", env=env)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"diplo-events: n")
        done = run("show", "a", str(good), "--json", env=env)
        assert (json.loads(done.stdout)["name"], done.stderr) == ("Ä", b"")
        done = run("convert", str(good), "-", "--to", "yaml", env=env)
        assert yaml.loads(done.stdout) == yaml.loads(GOOD), "data are UTF-8 whatever the terminal is"

    def test_what_a_file_holds_sends_no_codes_to_the_terminal(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "x.json").write_text('{"format_version": "1.0", "\\u001b[31m\\ud800": "\\u001b]0;x\\u0007"}')
        assert main(["check", str(tmp_path / "x.json")]) == 1
        assert capsys.readouterr().out.replace("\n", "").isprintable()


class TestWithoutTheExtra:
    @pytest.mark.parametrize("words", [["brief", "good.yaml"], ["check", "good.yaml"], ["convert", "a.json", "b.yaml"]])
    @pytest.mark.slow
    def test_yaml_says_what_to_install(self, words: list[str], good: Path) -> None:
        write(EXAMPLE, good.parent / "a.json")
        code = f"import sys; sys.modules['yaml'] = None; from diplo_events.cli import main; sys.exit(main({words!r}))"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=False, cwd=good.parent, timeout=60
        )
        assert done.returncode == 2
        assert done.stdout == b""
        assert (
            done.stderr.decode()
            == "diplo-events: reading and writing YAML needs the extra 'yaml': pip install 'diplo-events[yaml]'\n"
        )
        assert not (good.parent / "b.yaml").exists()

    @pytest.mark.slow
    def test_everything_else_works(self, tmp_path: Path) -> None:
        code = (
            "import sys; sys.modules['yaml'] = None; from diplo_events.cli import main\n"
            "assert main(['brief']) == 0\nassert main(['show', 'zakharova', '--json']) == 0\n"
            "sys.exit(main(['schema']))\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=tmp_path, timeout=60)
        assert (done.returncode, done.stderr) == (0, b"")


def test_every_error_of_the_library_is_a_message(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise DiploEventsError("something else")

    monkeypatch.setattr("diplo_events.cli._commands.brief.read_dataset", fail)
    assert main(["brief", str(good)]) == 1
    assert capsys.readouterr().err == "something else\n"


class TestWarnings:
    FILE = HEAD + 'actors:\n- {id: a, name: "Nor\\xADland", kind: state}\n'

    def test_are_shown_and_do_not_fail(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "a.yaml"
        path.write_text(self.FILE, encoding="utf-8")
        assert main(["check", str(path)]) == 0
        out = capsys.readouterr().out
        assert "warning: a.name: expected characters that can be seen" in out
        assert out.endswith("no problems and 1 warning in 1 record\n")

    def test_fail_if_that_is_asked_for(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "a.yaml"
        path.write_text(self.FILE, encoding="utf-8")
        assert main(["check", "--strict", str(path)]) == 1
        assert main(["check", "--json", str(path)]) == 0
        out = capsys.readouterr().out
        assert '"severity": "warning"' in out

    def test_a_long_list_is_cut_for_a_person_and_whole_for_a_program(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "a.yaml"
        wrong = "".join(f"- {{id: a{number}, name: A{number}, kind: nothing}}\n" for number in range(300))
        path.write_text(HEAD + "actors:\n" + wrong, encoding="utf-8")
        assert main(["check", str(path)]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert lines[-2:] == ["… and 100 more; --json lists all", "300 problems"]
        assert main(["check", "--json", str(path)]) == 1
        assert len(json.loads(capsys.readouterr().out)["problems"]) == 300
