"""`diplo-events draft --endpoint`: texts go to the named server alone, and what became of the answers is printed."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplo_events import Statement, read
from diplo_events.cli import main
from diplo_events.cli._commands import draft as draft_command
from diplo_events.coding import check
from diplo_events.drafting._model import chat
from model_servers import FakeServer, Reply, said, serving, statements

TEXT = "Toll refused\n\nMinister Ana Reis said no. Sweden said yes.\n"
NO = {"passage": "Minister Ana Reis said no.", "speaker": "Ana Reis", "cue": "said"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    monkeypatch.setattr(chat.time, "sleep", lambda _: None)
    with serving(lambda _: statements(NO, {"passage": "Norland fell."})) as running:
        yield running


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for number, path in enumerate(paths):
        path.write_text(f"{TEXT}{number}\n", encoding="utf-8")
    return [str(path) for path in paths]


def test_where_the_texts_go_and_what_became_of_the_answers_is_printed(
    server: FakeServer, texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, cache = tmp_path / "draft.json", tmp_path / "answers"
    call = ["draft", *texts, "-o", str(output), "--endpoint", server.url, "--model", "fake", "--cache", str(cache)]
    assert main(call) == 0
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        f"sending text to {server.model().host} (this machine)",
        *(
            f"left out: {source}: statements[1].passage: expected words of the text, found 'Norland fell.'; "
            "they stand nowhere in the text"
            for source in ("one", "two")
        ),
    ]
    assert printed.out.splitlines()[:2] == [
        f"{source}: 2 offered; 1 kept; 1 dropped: the passage stands nowhere" for source in ("one", "two")
    ]
    assert [record.extra["draft"]["model"] for record in read(output).of_type(Statement)] == ["fake", "fake"]
    assert main(call) == 0
    assert "sending" not in capsys.readouterr().err, "all answers are there"
    assert len(server.questions) == 2


def test_a_text_without_an_answer_is_listed_and_the_others_are_written(
    server: FakeServer, texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answer = lambda asked: statements(NO) if asked["messages"][-1]["content"].endswith("0\n") else said("Sorry.")
    output = tmp_path / "draft.json"
    assert main(["draft", *texts, "-o", str(output), "--endpoint", server.url, "--model", "fake"]) == 1
    err = capsys.readouterr().err
    assert f"two: expected an answer from fake at {server.model().host}, found an answer that is not JSON" in err
    assert "the other texts are in" in err
    assert [record.source for record in read(output).of_type(Statement)] == ["one"]


def test_without_any_answer_nothing_is_written(
    server: FakeServer, texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answer = lambda _: Reply(body=b"no key", status=401)
    output = tmp_path / "draft.json"
    assert main(["draft", *texts, "-o", str(output), "--endpoint", server.url, "--model", "fake"]) == 1
    err = capsys.readouterr().err
    assert "2 problems:" in err
    assert "nothing is in" in err
    assert not output.exists()


def test_progress_and_the_key(
    server: FakeServer,
    texts: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.answer = lambda asked: statements(NO) if len(asked["messages"]) > 2 else said({"wrong": ["speaker"]})
    monkeypatch.setenv("FAKE_KEY", "s3cret")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    output = tmp_path / "draft.json"
    options = ["--endpoint", server.url, "--model", "fake", "--key-env", "FAKE_KEY", "--refute", "--timeout", "9"]
    assert main(["draft", *texts, "-o", str(output), *options]) == 0
    printed = capsys.readouterr()
    assert [line.partition(" ")[0] for line in printed.err.splitlines()] == [
        "sending", "asking", "refuting", "asking", "refuting",
    ]  # fmt: skip
    assert "asking about two (2 of 2) …" in printed.err
    assert "1 offered; 1 kept; 1 refuted" in printed.out
    assert {headers["Authorization"] for headers in server.headers} == {"Bearer s3cret"}
    assert "s3cret" not in printed.err + printed.out + output.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--model", "m"], "--model is for a model: name its server with --endpoint URL"),
        (["--refute"], "--refute is for a model: name its server with --endpoint URL"),
        (["--max-tokens", "5"], "--max-tokens is for a model"),
        (["--endpoint", "http://127.0.0.1"], "--endpoint needs --model NAME"),
        (["--endpoint", "127.0.0.1", "--model", "m"], "expected the address of a server, found '127.0.0.1'"),
        (
            ["--endpoint", "http://127.0.0.1", "--model", "m", "--timeout", "0"],
            "expected timeout to be up to 86400 seconds, found 0.0",
        ),
        (["--endpoint", "http://127.0.0.1", "--model", "m", "--key-env", "NO_KEY"], "no variable NO_KEY with a key"),
    ],
)
def test_wrong_calls_say_what_to_do(
    options: list[str], message: str, texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", texts[0], "-o", str(tmp_path / "x.json"), *options]) == 2
    assert message in capsys.readouterr().err


def test_nothing_is_sent_without_an_endpoint(texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert main(["draft", *texts, "-o", str(tmp_path / "draft.json")]) == 0


def test_check_lists_what_the_model_refuted_first(
    server: FakeServer, texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yes = {"passage": "Sweden said yes.", "speaker": "Sweden"}
    server.answer = lambda asked: (
        statements(NO, yes)
        if len(asked["messages"]) > 2
        else said({"wrong": ["speaker"] if "Sweden" in asked["messages"][-1]["content"] else []})
    )
    output = str(tmp_path / "draft.json")
    assert main(["draft", texts[0], "-o", output, "--endpoint", server.url, "--model", "fake", "--refute"]) == 0
    capsys.readouterr()
    main(["check", output])
    assert "  refuted, judge first: one/s02 (speaker)\n" in capsys.readouterr().out
    found = check([output], final=True).problems
    assert [problem.path for problem in found if "/s" in problem.path] == [
        f"one/{record}.{name}" for record in ("s02", "s01") for name in ("speakers", "acts", "summary")
    ]


def test_a_pipeline_proposes_names_beside_the_model_too(
    server: FakeServer, texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = TEXT.index("Toll")
    entity = SimpleNamespace(text="Toll", label_="ORG", start_char=start, end_char=start + 4)
    monkeypatch.setattr(draft_command, "load_pipeline", lambda _: lambda _text: SimpleNamespace(ents=[entity]))
    output = tmp_path / "draft.json"
    call = ["draft", *texts, "-o", str(output), "--endpoint", server.url, "--model", "fake"]
    assert main(call) == 0
    assert '"spacy-org"' not in output.read_text("utf-8")
    assert main([*call, "--spacy", "mine"]) == 0
    assert '"spacy-org"' in output.read_text("utf-8")
