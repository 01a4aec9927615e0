"""How commands are called: the dataset is the last word of each, words mix with options, slips are met with a hint."""

import argparse
import json
from pathlib import Path

import pytest

from diplo_events import Dataset, load_example, read, write
from diplo_events.cli import COMMANDS, build_parser, main
from diplo_events.cli._parser import choice_words
from diplo_events.schema import Actor
from diplo_events.vocab import ActorKind

ONE = Dataset(records=[Actor(id="a", name="Anna", kind=ActorKind.PERSON)])

WITHOUT: dict[str, tuple[str, ...]] = {"show": ("a",), "sql": ("select id from actors",), "table": ("actors",)}
"""The words that a command needs before its dataset."""


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


COMMAND_PARSERS = commands()

ASKING = [
    name
    for name, command in COMMAND_PARSERS.items()
    if any(action.dest == "file" and action.nargs == "?" for action in command._actions)
]
"""The commands that ask one dataset."""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    write(ONE, tmp_path / "mine.json")
    return tmp_path / "mine.json"


def refusal(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return the last line on standard error of a call that argparse refuses."""
    with pytest.raises(SystemExit, match="2"):
        main(words)
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()[-1]


class TestTheDataset:
    def test_is_the_last_position_of_every_command_that_asks_and_the_bundled_one_by_default(self) -> None:
        assert {"brief", "show", "sql", "stances", "table"} <= set(ASKING)
        for name in ASKING:
            positions = [action for action in COMMAND_PARSERS[name]._actions if not action.option_strings]
            assert positions[-1].dest == "file", name
            assert positions[-1].default == "example", name

    @pytest.mark.parametrize("name", ["show", "sql", "stances", "table"])
    def test_may_stand_before_and_after_options(
        self, name: str, mine: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        option = {"table": "--jsonl"}.get(name, "--json")
        words = WITHOUT.get(name, ())
        outputs = set()
        for call in ([*words, str(mine), option], [*words, option, str(mine)], [option, *words, str(mine)]):
            assert main([name, *call]) == 0
            outputs.add(capsys.readouterr().out)
        assert len(outputs) == 1
        assert outputs != {""}

    def test_can_be_a_folder_of_parts(self, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["table", "actors", str(mine.parent), "--jsonl"]) == 0
        assert json.loads(capsys.readouterr().out)["name"] == "Anna"

    def test_has_a_name_where_it_is_the_bundled_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["convert", "example", "copy.json"]) == 0
        assert read("copy.json") == load_example()
        assert main(["check", "example"]) == 0
        assert f"no problems in {len(load_example())} records" in capsys.readouterr().out
        (tmp_path / "example").mkdir()
        write(ONE, tmp_path / "example" / "one.json")
        assert main(["table", "actors", "example", "--jsonl"]) == 0
        assert json.loads(capsys.readouterr().out)["name"] == "Anna", "a folder of that name goes first"

    def test_follows_the_questions_of_show(self, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", "--actor", "Anna", str(mine)]) == 0
        assert capsys.readouterr().out == "0 records\n"

    def test_is_not_taken_for_a_record(self, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["show", str(mine)]) == 2
        assert "is a file: name the id of a record before it, or ask a question" in capsys.readouterr().err


class TestSlips:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["brif"], "diplo-events: error: expected a command, found 'brif'; did you mean 'brief'?"),
            (["qqq"], "diplo-events: error: expected a command, found 'qqq'; diplo-events --help lists them"),
            (
                ["brief", "--htlm", "x"],
                "diplo-events brief: error: unrecognized arguments: --htlm; did you mean '--html'?",
            ),
            (
                ["brief", "--qqq"],
                "diplo-events brief: error: unrecognized arguments: --qqq; see diplo-events brief --help",
            ),
            (
                ["table", "statments"],
                "diplo-events table: error: argument NAME: invalid choice: 'statments'; did you mean 'statements'?",
            ),
            (
                ["resolve", "today", "--calendar", "x"],
                "diplo-events resolve: error: argument --calendar: invalid choice: 'x'; one of gregorian, julian",
            ),
            (["brief", "--html"], "argument --html: expected one argument; write --html OUT"),
            (["show", "--act", "wran"], "argument --act: 'wran' is not known; did you mean 'warn'?"),
        ],
    )
    def test_are_met_with_what_was_meant(
        self, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert refusal(capsys, *words).endswith(message)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_of_any_option_are_met_with_it(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        command = COMMAND_PARSERS[name]
        longest = max(
            (option for action in command._actions for option in action.option_strings if len(option) > 4), key=len
        )
        wrong = f"{longest[:-2]}{longest[-1]}{longest[-2]}"
        needed = [
            str(next(iter(choice_words(action)), "x"))
            for action in command._actions
            if not action.option_strings and action.nargs in (None, "+")
        ]
        outputs = ["-o", "x.json"] if any(a.required and "-o" in a.option_strings for a in command._actions) else []
        texts = ["--texts", "x"] if any(a.required and "--texts" in a.option_strings for a in command._actions) else []
        assert refusal(capsys, name, *needed, *outputs, *texts, wrong).endswith(f"did you mean {longest!r}?")
