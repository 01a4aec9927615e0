"""What `diplo-events code` writes, serves and refuses."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from diplo_events import cli
from diplo_events.coding_page import CodingServer, build
from diplo_events.formats import yaml
from diplo_events.formats.plain import from_plain

TEXT = "He said “no”.\nShe left."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_page_is_written_as_a_whole(file: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    dataset = from_plain({"format_version": "1.0", "actors": [{"id": "norland", "name": "Norland", "kind": "state"}]})
    mine = tmp_path / "mine.yaml"
    mine.write_text(yaml.dumps(dataset), "utf-8")
    page = tmp_path / "page.html"
    assert cli.main(["code", str(file), "--dataset", str(mine), "-o", str(page)]) == 0
    assert page.read_bytes() == build(file, dataset=dataset)
    assert cli.main(["code", str(file), "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == build(file)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "write the page with -o page.html, or serve it with --serve"),
        (["--serve", "-o", "x.html", "--dataset", "x.yaml"], "write the page with -o page.html, or serve it"),
        (["--serve"], "--serve saves to a file: name it with --dataset"),
        (["-o", "x.html", "--port", "80"], "--port goes with --serve"),
        (["-o", "x.html", "--second", "b.yaml"], "--second is settled with a first coding: name it with --dataset"),
    ],
    ids=str,
)
def test_a_wrong_call_says_what_to_do(
    file: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert cli.main(["code", str(file), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_page_never_takes_the_place_of_what_it_is_made_of(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(yaml.dumps(from_plain({"format_version": "1.0"})), "utf-8")
    before = mine.read_bytes()
    for words in (
        ["code", str(file), "-o", str(file)],
        ["code", str(file), "--dataset", str(mine), "-o", str(mine)],
        ["brief", str(mine), "--html", str(mine)],
    ):
        assert cli.main(words) == 2
        assert "is a file to read: name another for the page" in capsys.readouterr().err
    assert (file.read_text("utf-8"), mine.read_bytes()) == (TEXT, before)


def test_a_second_coding_may_lack_the_actors_of_the_first(tmp_path: Path) -> None:
    practice = Path(__file__).resolve().parents[2] / "examples" / "practice"
    page, text = tmp_path / "page.html", practice / "texts" / "wire.txt"
    second = ["--second", str(practice / "second")]
    assert cli.main(["code", str(text), "--dataset", str(practice), *second, "-o", str(page)]) == 0
    data = re.search(rb'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page.read_bytes(), re.DOTALL)
    assert data is not None
    assert {one["first"] for one in json.loads(data[1])["settle"]} > {"wire/s1", None}


def test_a_file_with_more_than_its_records_is_told_before_it_is_saved(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CodingServer, "run", lambda _: None)
    mine = tmp_path / "mine.yaml"
    canonical = yaml.dumps(from_plain({"format_version": "1.0"}))
    for content, is_noted in ((None, False), (canonical, False), ("# by hand\n" + canonical, True)):
        if content is not None:
            mine.write_text(content, "utf-8")
        assert cli.main(["code", str(file), "--serve", "--dataset", str(mine)]) == 0
        captured = capsys.readouterr()
        assert captured.out.startswith("http://127.0.0.1:")
        assert ("the first save writes it so, without its comments and its order" in captured.err) == is_noted
    assert mine.read_text("utf-8").startswith("# by hand")


def test_no_port_has_such_a_number(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["code", str(file), "--serve", "--dataset", str(tmp_path / "a.yaml"), "--port", "99999"]) == 1
    assert capsys.readouterr().err == "expected a port from 0 to 65535, found 99999\n"


def take_interrupts() -> None:
    """Undo in a child what `nohup` and background jobs of a shell do: they ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.slow
def test_a_served_page_is_on_this_machine_alone_until_it_is_interrupted(file: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "diplo_events",
        "code",
        str(file),
        "--serve",
        "--dataset",
        str(tmp_path / "b.yaml"),
    ]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=take_interrupts,  # noqa: PLW1509  (nothing else changes a signal in the child)
    ) as program:
        assert program.stdout
        address = re.fullmatch(r"http://(127\.0\.0\.1:\d+)(/[\w-]{43}/)\n", program.stdout.readline())
        assert address
        connection = http.client.HTTPConnection(address[1], timeout=20)
        connection.request("GET", address[2])
        assert connection.getresponse().status == 200
        connection.close()
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=60) == (130 if os.name == "posix" else program.returncode)
    assert not (tmp_path / "b.yaml").exists()
