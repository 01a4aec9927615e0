"""What a shell completes: commands, options and the words that they take."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from diplo_events.cli import COMMANDS, build_parser, main
from diplo_events.cli._commands.completion import completions
from diplo_events.cli._parser import choice_words
from diplo_events.vocab.speech_acts import SpeechAct

(PARSERS,) = (action.choices for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))

BASH = shutil.which("bash")


class TestWords:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("", [*COMMANDS, "--help", "--version"]),
            ("bri", ["brief"]),
            ("--v", ["--version"]),
            ("nonsense ", []),
            ("show --act reject_m", ["reject_mediation", "reject_meeting"]),
            ("show --act warn --act reject_m", ["reject_mediation", "reject_meeting"]),
            ("show --vote = v", ["veto"]),
            ("show --vote=v", ["--vote=veto"]),
            ("show ", []),
            ("table sta", ["statements", "stances"]),
            ("table --csv sta", ["statements", "stances"]),
            ("table statements ", []),
            ("table statements --c", ["--csv"]),
            ("sql --from js", ["json", "jsonl", "jsonld"]),
            ("brief --html ", []),
            ("vocab reject_me", ["reject_mediation", "reject_meeting"]),
            ("completion ", ["bash", "zsh", "fish"]),
        ],
    )
    def test_that_can_go_on(self, line: str, found: list[str]) -> None:
        assert sorted(completions(line.split(" "))) == sorted(found)

    @pytest.mark.parametrize("command", COMMANDS)
    def test_of_every_option(self, command: str) -> None:
        for action in PARSERS[command]._actions:
            for name in action.option_strings:
                assert name in completions([command, name])
                if action.nargs != 0:
                    assert completions([command, name, ""]) == choice_words(action)


class TestShells:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_each_script_asks_for_its_words(self, shell: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["completion", shell]) == 0
        assert f" completion {shell} " in capsys.readouterr().out
        assert main(["completion", shell, "--line=show\n--stance\nneu\n."]) == 0
        assert capsys.readouterr().out == "neutral\n"

    @pytest.mark.slow
    @pytest.mark.skipif(BASH is None, reason="there is no bash here")
    def test_bash_completes_a_command_an_option_and_a_word(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["completion", "bash"]) == 0
        script = capsys.readouterr().out
        program = tmp_path / "diplo-events"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m diplo_events "$@"\n')
        program.chmod(0o755)
        lines = [("tim",), ("stances", "--at", "2025", "--cer"), ("show", "--act", "accu")]
        for words in lines:
            script += f"COMP_WORDS=('{program}' {' '.join(words)}); COMP_CWORD={len(words)}\n"
            script += '_diplo_events; printf "%s\\n" "${COMPREPLY[*]}"\n'
        done = subprocess.run(
            [str(BASH), "--norc", "-c", script], capture_output=True, check=True, timeout=60, text=True
        )
        accuse = [act.value for act in SpeechAct if act.value.startswith("accu")]
        assert done.stdout.split() == ["timeline", "--certainly", *accuse]
