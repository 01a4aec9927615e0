"""Print the script by which a shell completes commands, options and the words that these take."""

import argparse
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.cli._main import COMMANDS, build_parser
from diplo_events.cli._parser import choice_words

__all__ = ["EPILOG", "completions", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events completion bash > ~/.local/share/bash-completion/completions/diplo-events
  diplo-events completion zsh > ~/.zfunc/_diplo-events            with fpath+=(~/.zfunc) before compinit in ~/.zshrc
  diplo-events completion fish > ~/.config/fish/completions/diplo-events.fish
  source <(diplo-events completion bash)                          for this shell alone
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

END: Final = "\n."
"""What ends the words of a line, so that a last word without letters is not lost."""

BASH: Final = """\
_diplo_events() {
    local IFS=$'\\n'
    COMPREPLY=($("${COMP_WORDS[0]}" completion bash \\
        --line="$(printf '%s\\n' "${COMP_WORDS[@]:1:COMP_CWORD}"; printf .)" 2>/dev/null))
}
complete -o default -o bashdefault -F _diplo_events diplo-events
"""

ZSH: Final = """\
#compdef diplo-events
_diplo_events() {
    local -a found
    found=("${(@f)$("${words[1]}" completion zsh \\
        --line="$(printf '%s\\n' "${(@)words[2,CURRENT]}"; printf .)" 2>/dev/null)}")
    if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
}
if (( ${+compstate} )); then _diplo_events "$@"; else compdef _diplo_events diplo-events; fi
"""
"""Loaded from `fpath`, the whole file is the function that completes; sourced, it defines that function."""

FISH: Final = """\
function __diplo_events
    set -l before (commandline -opc)
    set -l now (commandline -ct)
    set -l line (begin; printf '%s\\n' $before[2..] "$now"; printf .; end | string collect)
    set -g __diplo_events_found ($before[1] completion fish --line=$line 2>/dev/null)
    set -q __diplo_events_found[1]
end
complete -c diplo-events -n __diplo_events -f -a '$__diplo_events_found'
"""
"""Where a word of the command can stand, files are not offered."""

SCRIPTS: Final[Mapping[str, str]] = MappingProxyType({"bash": BASH, "zsh": ZSH, "fish": FISH})
"""The scripts by the names of the shells. Each asks this command how the line goes on."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("shell", choices=SCRIPTS, metavar="SHELL", help=f"the shell: {', '.join(SCRIPTS)}")
    parser.add_argument(
        "--line", metavar="WORDS", help="list how the last word of a line can go on, as the scripts ask"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the script, or the words with which a line can go on."""
    if arguments.line is None:
        print(SCRIPTS[arguments.shell], end="")
    else:
        for word in completions(arguments.line.removesuffix(END).split("\n")):
            print(word)
    return 0


def completions(words: Sequence[str]) -> list[str]:
    """List what the last of the words after `diplo-events` can be; nothing where it is a file or free text.

    >>> completions(["bri"]), completions(["show", "--act", "reject_mee"]), completions(["table", "--cs"])
    (['brief'], ['reject_meeting'], ['--csv'])
    """
    *before, last = [word for word in words if word != "="]  # bash parts --option=value
    command = before[0] if before else ""
    if not before:
        found = [*COMMANDS, "--help", "--version"]
    elif command in COMMANDS:
        found = words_after(parser_of(command), before[1:], last)
    else:
        found = []
    return [word for word in found if word.startswith(last)]


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return the parser of a command."""
    (commands,) = (
        action.choices
        for action in build_parser([command])._actions  # noqa: SLF001  (argparse lists its commands nowhere else)
        if isinstance(action.choices, dict)
    )
    parser: argparse.ArgumentParser = commands[command]
    return parser


def words_after(parser: argparse.ArgumentParser, before: Sequence[str], last: str) -> list[str]:
    """List the words that can follow some words of a command: values of an option, options, or a position."""
    actions = parser._actions  # noqa: SLF001  (argparse lists its arguments nowhere else)
    options = {name: action for action in actions for name in action.option_strings}
    waiting = options.get(before[-1]) if before else None
    if waiting is not None and waiting.nargs != 0:
        return choice_words(waiting)
    if last.startswith("-"):
        name, equals, _ = last.partition("=")
        return (
            [f"{name}={word}" for word in choice_words(options[name])] if equals and name in options else list(options)
        )
    taken = sum(
        not word.startswith("-") and not (at and takes_value(options.get(before[at - 1])))
        for at, word in enumerate(before)
    )
    positions = [action for action in actions if not action.option_strings]
    return choice_words(positions[taken]) if taken < len(positions) else []


def takes_value(action: argparse.Action | None) -> bool:
    """Whether an option is followed by a value."""
    return action is not None and action.nargs != 0
