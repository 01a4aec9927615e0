"""What a shell completes: commands, options and the words that they take."""

import argparse
import contextlib
import io
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from diplo_events.cli import COMMANDS, build_parser, main
from diplo_events.cli._commands.completion import completions
from diplo_events.cli._parser import choice_words
from diplo_events.vocab.speech_acts import SpeechAct

(PARSERS,) = (action.choices for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))

BASH, ZSH, FISH = (shutil.which(name) for name in ("bash", "zsh", "fish"))

ACCUSE = [act.value for act in SpeechAct if act.value.startswith("accu")]


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
    def test_bash_completes_a_command_an_option_and_a_word(self, program: Path) -> None:
        script = script_of("bash")
        lines = [("tim",), ("stances", "--at", "2025", "--cer"), ("show", "--act", "accu")]
        for words in lines:
            script += f"COMP_WORDS=('{program}' {' '.join(words)}); COMP_CWORD={len(words)}\n"
            script += '_diplo_events; printf "%s\\n" "${COMPREPLY[*]}"\n'
        assert output_of(str(BASH), "--norc", "-c", script).split() == ["timeline", "--certainly", *ACCUSE]

    @pytest.mark.slow
    @pytest.mark.skipif(FISH is None, reason="there is no fish here")
    def test_fish_offers_words_and_where_there_are_none_files(self, program: Path) -> None:
        lines = ["tim", "", "show --act accu", "show 'two words' --vote=ve", "brief --html mi"]
        script = script_of("fish") + f"set -x PATH {program.parent} $PATH; cd {program.parent}\n"
        script += "".join(f'complete -C "diplo-events {line}"; echo .\n' for line in lines)
        found = [part.split() for part in output_of(str(FISH), "--no-config", "-c", script).split(".\n")]
        every = sorted([*COMMANDS, "--help", "--version"])
        assert [sorted(words) for words in found[:-1]] == [["timeline"], every, ACCUSE, ["--vote=veto"], ["mine"]]

    @pytest.mark.slow
    @pytest.mark.skipif(ZSH is None, reason="there is no zsh here")
    def test_zsh_completes_what_is_typed(self, program: Path) -> None:
        folder = program.parent
        (folder / "_diplo-events").write_text(script_of("zsh"))
        lines = ["tim", "show --act accuse_", "show 'two words' --vote=ve", "brief --html mi"]
        assert typed_in_zsh(folder, f"fpath=({folder} $fpath); {COMPINIT}", lines) == [
            *("timeline ", "show --act accuse_aggression ", "show 'two words' --vote=veto ", "brief --html mine ")
        ]
        (folder / "log").unlink()
        assert typed_in_zsh(folder, f"{COMPINIT}; source _diplo-events", ["tim"]) == ["timeline "]


COMPINIT = "autoload -Uz compinit; compinit -u -D"
"""What a user of zsh has in `.zshrc`."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a command that shells find, beside a file of the user."""
    file = tmp_path / "diplo-events"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m diplo_events "$@"\n')
    file.chmod(0o755)
    (tmp_path / "mine").touch()
    return file


def script_of(shell: str) -> str:
    """Return what `completion` prints for a shell."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["completion", shell]) == 0
    return out.getvalue()


def output_of(*command: str) -> str:
    """Return what a program prints."""
    return subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout


def typed_in_zsh(folder: Path, start: str, lines: list[str]) -> list[str]:
    """Type words after `diplo-events`, each with a tab, at a terminal with zsh, and list what the line then is."""
    log = folder / "log"
    (folder / "start").write_text(
        f"cd {folder}; {start}; setopt no_beep; print ready > log\n"
        "report() { print -r -- ${BUFFER#* } >> log; BUFFER=; }; zle -N report; bindkey '^G' report\n"
    )
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "PATH": f"{folder}:{os.environ['PATH']}"}
    shell = subprocess.Popen([str(ZSH), "-f", "-i"], stdin=slave, stdout=slave, stderr=slave, env=environment)
    try:
        for number, keys in enumerate([f"source {folder}/start\n", *(f"diplo-events {line}\t\a" for line in lines)]):
            os.write(master, keys.encode())
            end = time.monotonic() + 30
            while not log.exists() or len(log.read_text().splitlines()) <= number:
                assert time.monotonic() < end, keys
                if select.select([master], [], [], 0.02)[0]:
                    os.read(master, 4096)
    finally:
        shell.kill()
        shell.wait()
        os.close(slave)
        os.close(master)
    return log.read_text().splitlines()[1:]
