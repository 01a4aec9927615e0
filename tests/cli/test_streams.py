"""Streams that are closed or never end, and entries of folders that are no files: a message, never a wait."""

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diplo_events import NotReadableError
from diplo_events.cli import COMMANDS, main
from diplo_events.coding import check, read_texts

HEAD = "format_version: '1.0'\n"


def shell(command: str) -> "subprocess.CompletedProcess[str]":
    line = f"'{sys.executable}' -m diplo_events {command}"
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, timeout=60, text=True)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("resolve today --published 2025-09-04 >&-", "standard output: it is closed"),
        ("brief - --from json <&-", "standard input: it is closed"),
        ("brief - --from json </dev/zero", "standard input: a device"),
        ("resolve today --published 2025-09-04 >/dev/full", "No space left"),
    ],
)
@pytest.mark.slow
def test_a_stream_that_cannot_be_used_is_a_message(command: str, message: str) -> None:
    done = shell(command)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_program_that_reads_what_is_printed_gets_tables_too() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["differ", "--csv"]) == 0
    assert out.getvalue().startswith("kind,about,")


def test_a_pipe_or_a_device_is_no_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert main(["brief", str(tmp_path / "a.yaml")]) == 2
    assert main(["locate", "/dev/zero", "x"]) == 2
    assert capsys.readouterr().err.count("a pipe or a device, not a file") == 2
    with pytest.raises(NotReadableError, match="found a pipe"):
        check(tmp_path)
    (tmp_path / "a.yaml").rename(tmp_path / "a.TXT")
    with pytest.raises(NotReadableError, match="found a pipe"):
        read_texts(tmp_path)


def test_a_link_out_of_a_folder_shows_nothing_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hunter2: [")
    (folder := tmp_path / "in").mkdir()
    for name in ("a.yaml", "a.txt"):
        (folder / name).symlink_to(tmp_path / "secret")
    for read in (check, read_texts):
        with pytest.raises(NotReadableError, match="a link that leads out of the folder") as caught:
            read(folder)
        assert "hunter2" not in str(caught.value)


def test_case_does_not_count_and_what_is_not_read_is_noted(tmp_path: Path) -> None:
    (tmp_path / "A.YML").write_text(HEAD)
    (tmp_path / "Identity.YML").write_text("same:\n- {id: c, members: [x], because: B.}\n")
    (tmp_path / "notes.md").write_text("x")
    (tmp_path / "sub").mkdir()
    (texts := tmp_path / "texts").mkdir()
    (texts / "T.TXT").write_text("x")
    result = check(tmp_path, texts=texts)
    assert any("as the ledger says" in problem.expected for problem in result.problems)
    assert result.notes == (
        f"{tmp_path}: not read: notes.md, sub/, texts/",
        f"{texts}: no source has the hash of T.TXT",
    )
    assert list(read_texts(texts)) == [hashlib.sha256(b"x").hexdigest()]


HELP = """
import contextlib, io, json, sys
from diplo_events.cli import main
texts = []
for command in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as text, contextlib.suppress(SystemExit):
        main([*command.split(), "--help"])
    texts.append(text.getvalue())
print(json.dumps(texts))
"""


@pytest.mark.slow
def test_help_is_the_same_without_docstrings() -> None:
    commands = ["", *COMMANDS]
    plain, stripped = (
        json.loads(subprocess.check_output([sys.executable, *options, "-c", HELP, *commands], timeout=60))
        for options in ([], ["-OO"])
    )
    assert plain == stripped
    assert [command for command, text in zip(commands, plain, strict=True) if "Examples:" not in text] == [""]
