"""Signals that end a process: nothing temporary is left, no worker goes on, and the exit code says which it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import diplo_events
from diplo_events.cli import _signals
from diplo_events.cli._pager import page_lines
from diplo_events.formats import jsonl, stored

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows ends processes without a signal")

PROGRAM = """
import sys, time
from diplo_events.cli import _large_files, main
from diplo_events.formats import stored

def slowly(work):
    def read(*arguments, **more):
        result = work(*arguments, **more)
        print("reading", file=sys.stderr, flush=True)
        time.sleep(60)
        return result
    return read

_large_files.large_size = lambda **_: 0
stored.RANGE = 20_000
stored.StoredReading.read = slowly(stored.StoredReading.read)
sys.exit(main())
"""
"""The command line, for which every file is large; with the ids of one in its database, it takes a minute."""

IN_USE = PROGRAM.replace("stored.StoredReading.read = slowly(stored.StoredReading.read)", "").replace(
    "stored.RANGE", "_large_files.opened = slowly(_large_files.opened); stored.RANGE"
)
"""The same, but it takes a minute when the dataset is open."""


def start(program: str, words: list[str], tmp_path: Path) -> "subprocess.Popen[bytes]":
    path = tmp_path / "large.jsonl"
    path.write_bytes(jsonl.dumps(diplo_events.load_example()).encode())
    (tmp_path / "temporary").mkdir()

    def prepare() -> None:
        for number in (signal.SIGTERM, signal.SIGHUP):  # `nohup` and others ignore some, and children inherit that
            signal.signal(number, signal.SIG_DFL)

    return subprocess.Popen(
        [sys.executable, "-c", program, *(word.format(path) for word in words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        cwd=tmp_path,
        start_new_session=True,
        preexec_fn=prepare,  # noqa: PLW1509  (nothing else changes a signal in the child)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "number", "program", "to_all"),
    [
        (["check", "{}"], signal.SIGTERM, PROGRAM, False),
        (["check", "{}"], signal.SIGTERM, IN_USE, False),
        (["check", "{}", "--processes", "2"], signal.SIGTERM, PROGRAM, False),
        (["check", "{}", "--processes", "2"], signal.SIGHUP, PROGRAM, True),
        (["convert", "{}", "out.json"], signal.SIGTERM, PROGRAM, False),
        (["rows", "{}"], signal.SIGHUP, PROGRAM, False),
        (["sql", "select 1", "{}"], signal.SIGTERM, PROGRAM, False),
        (["rows", "{}"], signal.SIGTERM, IN_USE, False),
    ],
)
def test_end_a_command_that_leaves_nothing(
    words: list[str], number: signal.Signals, program: str, to_all: bool, tmp_path: Path
) -> None:
    with start(program, words, tmp_path) as process:
        assert process.stderr
        assert process.stderr.readline() == b"reading\n"
        assert [file.suffix for file in (tmp_path / "temporary").iterdir()] == [".sqlite"]
        if to_all:  # as a closed terminal does
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 128 + number
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {file.name for file in tmp_path.iterdir()} == {"large.jsonl", "temporary"}


@pytest.fixture
def usual_handlers() -> Iterator[None]:
    """Put back what the signals did before."""
    before = {number: signal.getsignal(number) for number in _signals.ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("usual_handlers")
class TestHandlers:
    def test_end_with_the_exit_code_of_the_signal_and_only_once(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _signals.end_on_signals()
        with pytest.raises(SystemExit, match="143"):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN

    def test_leave_alone_what_is_ignored_or_handled_already(self) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        _signals.end_on_signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler

    def test_do_nothing_in_a_worker_that_has_just_been_made(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _signals.end(signal.SIGTERM, None, owner=os.getpid() + 1)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
        with pytest.raises(SystemExit, match="143"):
            _signals.end(signal.SIGTERM, None, owner=os.getpid())

    def test_are_not_for_workers(self) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, _signals.end)
        stored.leave_signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN


def test_the_pager_ends_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "sleep 600")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    def interrupted(*_arguments: object) -> None:
        raise SystemExit(143)

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(SystemExit):
        page_lines(["a"] * 1000)
