"""The parser of the command line: mistakes are shown with what was probably meant."""

import argparse
import functools
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final, NoReturn

from diplo_events._internal.texts.display import legible_message
from diplo_events.errors import shown, suggestion

__all__ = [
    "CommandParser",
    "Help",
    "Parser",
    "RawHelp",
    "Suggestions",
    "UsageError",
    "choice_words",
    "parser_of_command",
]

MOST_CHOICES: Final = 24
"""How many words a message lists where none is near the one that was given."""


WIDTH: Final = 80
"""How wide help is where nobody knows how wide the screen is."""


class Help(argparse.HelpFormatter):
    """Writes help as wide as the screen, and breaks its lines between words.

    argparse does so with `shutil`, which loads all that packs archives, and with the patterns of `textwrap`: a
    twentieth of the time of `--help`.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=screen_width() - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return lines_of_words(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(f"{indent}{line}" for line in lines_of_words(text, width - len(indent)))


class RawHelp(argparse.RawDescriptionHelpFormatter, Help):
    """Writes help in the same way, but descriptions and examples as they are."""


def lines_of_words(text: str, width: int) -> list[str]:
    """Break a text into lines of as many words as have room; a longer word has a line of its own.

    >>> lines_of_words("who met whom, and where", 9)
    ['who met', 'whom, and', 'where']
    """
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def screen_width() -> int:
    """Return how wide the screen is, by the rules of `shutil.get_terminal_size`."""
    try:
        columns = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        columns = 0
    if columns > 0:
        return columns
    try:
        screen = -1 if sys.__stdout__ is None else sys.__stdout__.fileno()
        return os.get_terminal_size(screen).columns or WIDTH
    except (OSError, ValueError):  # a file, a pipe, or closed
        return WIDTH


class UsageError(Exception):
    """A command was called in a way that it cannot carry out. The text is the message for the user."""


class Suggestions(tuple[str, ...]):
    """Choices that a shell completes, and in whose place any other word may stand."""

    __slots__ = ()

    def __contains__(self, _word: object, /) -> bool:
        return True


class Parser(argparse.ArgumentParser):
    """A parser whose messages show control characters as marks, and ask what was meant."""

    def error(self, message: str) -> NoReturn:
        """End with the message; that of an option without its value says how to write it."""
        for action in self._actions:
            if message == f"argument {'/'.join(action.option_strings)}: expected one argument":
                message = f"{message}; write {action.option_strings[-1]} {action.metavar or action.dest.upper()}"
        super().error(legible_message(message))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse a word that is not among the choices, and name the one that is near it."""
        if action.choices is not None and value not in action.choices:
            words = choice_words(action)
            hint = suggestion(str(value), words)
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (argparse has no public name for it)
                advice = hint or "diplo-events --help lists them"
                raise argparse.ArgumentError(None, f"expected a command, found {shown(value)}; {advice}")
            few = f"one of {', '.join(words)}" if len(words) <= MOST_CHOICES else "see --help"
            raise argparse.ArgumentError(action, f"invalid choice: {shown(value)}; {hint or few}")


class CommandParser(Parser):
    """The parser of one command: positions and options can be mixed in any order."""

    within = False
    """Whether it is parsing already: the parser of the standard library calls itself to mix."""

    def parse_known_args(  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  (the overloads of the stub say the same)
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse, and refuse what the command does not know."""
        known = argparse.Namespace() if namespace is None else namespace
        if self.within:
            return super().parse_known_args(args, known)
        self.within = True
        try:
            parsed, unknown = self.parse_known_intermixed_args(args, known)
        finally:
            self.within = False
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}{self.meant(unknown)}")
        return parsed, unknown

    def meant(self, unknown: Iterable[str]) -> str:
        """Return the hint for the first unknown option that is near a known one, or where the known ones are listed."""
        known = [name for action in self._actions for name in action.option_strings if name.startswith("--")]
        options = (word.partition("=")[0] for word in unknown if word.startswith("-"))
        return next((f"; {hint}" for word in options if (hint := suggestion(word, known))), f"; see {self.prog} --help")


def parser_of_command(*, imported: bool, **arguments: Any) -> CommandParser:  # noqa: ANN401  (what argparse passes on)
    """Return the parser of a command; one whose module is not imported parses nothing, and the help only lists it."""
    return CommandParser(**arguments) if imported else only_listed()


@functools.cache
def only_listed() -> CommandParser:
    """Return the parser of all commands that are only listed: one is enough, because making one takes long."""
    return CommandParser(add_help=False)


def choice_words(action: argparse.Action) -> list[str]:
    """List the words that an argument can be; nothing if it can be any."""
    return [str(getattr(choice, "value", choice)) for choice in action.choices or ()]
