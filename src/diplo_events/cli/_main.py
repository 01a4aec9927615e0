"""The command line, `diplo-events`: runs a command, and turns errors into messages and exit codes."""

import argparse
import contextlib
import errno
import importlib
import io
import os
import sys
import warnings
from collections.abc import Collection, Generator, Sequence
from types import MappingProxyType
from typing import Final, cast

from diplo_events import __version__
from diplo_events._internal.texts.display import legible_message, one_line
from diplo_events.cli._collector import collect_seldom
from diplo_events.cli._parser import CommandParser, Help, Parser, RawHelp, UsageError, parser_of_command
from diplo_events.errors import DiploEventsError, MissingExtraError, NewerFormatWarning, ProblemsError

__all__ = ["COMMANDS", "INTERRUPTED", "build_parser", "main"]

COMMANDS: Final = MappingProxyType(
    {
        "init": "Make a folder to start in: a text, its encoding in short form, the schema for the editor.",
        "brief": "Print what a dataset says: on one screen what sources differ and agree on, "
        "who is for what, what is to come.",
        "check": "List everything that is wrong with datasets: "
        "fields, references, dates and, given the texts, quotes and spans.",
        "show": "Show everything in one record, or list the event records that answer a question.",
        "stances": "Show where each actor stands on each issue, at a date or overall, and the evidence.",
        "differ": "Show where sources differ: in days, statuses, places, figures and titles, or word by word.",
        "corroborate": "Show on whose word each detail rests: what independent sources confirm, "
        "and where they conflict.",
        "timeline": "Show what is reported in order of time, each thing once, as far as dates order it.",
        "network": "Show which actors agree and differ, on what they both take a stand on, or what they do together.",
        "meetings": "Show what became of each meeting: its statuses from report to report, and whether it was held.",
        "rows": "Show the events of a dataset as coded rows: PLOVER's, or those of ICEWS with CAMEO codes.",
        "table": "Print a table of a dataset, or write it as CSV, JSON Lines or Parquet.",
        "sql": "Ask a dataset in SQL.",
        "convert": "Read a dataset in one format and write it in another.",
        "import": "Read what other tools and data sets have, write it as records, and account for each row.",
        "compile": "Check the parts of a dataset and merge them into one file.",
        "draft": "Draft the encoding of texts by rules, or by a model that you name: "
        "what is found, and what somebody must judge.",
        "package": "Write a dataset into a folder with what others need to find, cite and load it.",
        "code": "Write the page to code a text on, or serve it on this machine, saving to a file.",
        "agree": "Compare two encodings of the same texts: units in both, agreement, differences to settle.",
        "reanchor": "Find the passages of records again in texts that changed.",
        "locate": "Find where words stand in a text: the spans that encodings need.",
        "resolve": "Resolve the time words of a text to a date.",
        "vocab": "List the vocabularies, or explain one of them, a word or a code: meanings, codes, sources.",
        "schema": "Print what describes the format to another program: a JSON Schema, SHACL shapes, terms.",
        "completion": "Print the script by which a shell completes commands, options and the words that these take.",
    }
)
"""The commands with their summaries, in the order of the help. Each is a module of `diplo_events.cli._commands`."""

INTERRUPTED: Final = 130
"""The exit code after Ctrl-C: 128 and the number of the signal."""


def build_parser(imported: Collection[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of the command line. Its help lists every command.

    Args:
        imported: The commands whose arguments it knows. Only their modules are imported.

    Examples:
        >>> build_parser().parse_args(["locate", "a.txt", "in any form"]).words
        'in any form'
    """
    parser = Parser(
        prog="diplo-events",
        description="Read, check and query what sources report of diplomacy.",
        epilog="Exit codes: 0 success, 1 problems were found, 2 the call was wrong.",
        formatter_class=Help,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    made_by = cast("type[CommandParser]", parser_of_command)  # argparse calls it, and that is all
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=made_by, prog=parser.prog
    )
    for name, summary in COMMANDS.items():
        command = commands.add_parser(
            name, help=summary, description=summary, formatter_class=RawHelp, imported=name in imported
        )
        if name in imported:
            module = importlib.import_module(f"diplo_events.cli._commands.{name}")
            command.epilog = module.EPILOG.strip()
            module.configure(command)
            command.set_defaults(run=module.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The words after `diplo-events`; those of the process by default.

    Returns:
        The exit code: 0, 1 if problems were found, 2 if the call was wrong.
    """
    if arguments is None:  # in a process of its own
        collect_seldom()
    with streams():
        return guarded(sys.argv[1:] if arguments is None else arguments, alone=arguments is None)


@contextlib.contextmanager
def streams() -> Generator[None]:
    """Put streams in the place of closed ones: an output that refuses every text, and errors that go nowhere.

    A terminal that lacks a character gets its number.
    """
    closed_output, closed_errors = sys.stdout is None, sys.stderr is None
    with contextlib.ExitStack() as stack:
        if closed_output:
            stack.enter_context(contextlib.redirect_stdout(ClosedOutput()))
        if closed_errors:
            from pathlib import Path  # noqa: PLC0415  (loaded when a file is named)

            nowhere = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
            stack.enter_context(contextlib.redirect_stderr(nowhere))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        yield


class ClosedOutput(io.TextIOBase):
    """Standard output that was closed before the program began: there is an error as soon as something is written."""

    encoding = "utf-8"

    @property
    def buffer(self) -> "ClosedOutput":
        """The stream of bytes, closed as well."""
        return self

    def write(self, _text: object, /) -> int:
        raise OSError(errno.EBADF, "it is closed", "standard output")


def guarded(arguments: Sequence[str], *, alone: bool) -> int:
    """Run a command, and turn errors into messages and exit codes."""
    try:
        code = run(arguments, alone=alone)
    except BrokenPipeError:  # the reader of the output has closed it
        discard_output()
        return 0
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except (UsageError, MissingExtraError) as error:
        print(f"diplo-events: {legible_message(str(error))}", file=sys.stderr)
        return 2
    except DiploEventsError as error:
        show(error)
        return 1
    except OSError as error:
        message = system_message(error)
        print(f"diplo-events: {legible_message(message)}", file=sys.stderr)
        abandon_output()
        return 2
    return code


def system_message(error: OSError) -> str:
    """Return what the system says of a file, and of one that is not there what was probably meant."""
    if not error.filename:
        return str(error)
    if isinstance(error, FileNotFoundError):
        from diplo_events.cli._inputs import absence  # noqa: PLC0415  (it needs every format, and a message few)

        return absence(str(error.filename))
    return f"{one_line(str(error.filename))}: {error.strerror}"


def show(error: DiploEventsError) -> None:
    """Print an error; one that lists problems has all of them, with the lines in which they are."""
    if isinstance(error, ProblemsError):
        from diplo_events.cli._frames import error_lines  # noqa: PLC0415  (slow, and only for errors)
        from diplo_events.cli._style import style_for_errors  # noqa: PLC0415  (the same)

        lines = error_lines(error, style=style_for_errors())
    else:
        lines = map(legible_message, str(error).split("\n"))
    for line in lines:
        print(line, file=sys.stderr)


def abandon_output() -> None:
    """Send what standard output still holds nowhere, so that the end of the program does not fail again."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        discard_output()


def discard_output() -> None:
    """Send nowhere whatever standard output holds and gets."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def run(arguments: Sequence[str], *, alone: bool) -> int:
    """Run a command. Warnings go to standard error as messages, without their position in the code.

    Args:
        arguments: Its words.
        alone: Whether it is in a process of its own, which signals may end.
    """
    command = [word for word in arguments if not word.startswith("-")][:1]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", NewerFormatWarning)
        try:
            parsed = build_parser(command).parse_args(arguments)
            if alone:
                from diplo_events.cli._signals import end_on_signals  # noqa: PLC0415  (the help needs none)

                end_on_signals()
            code: int = parsed.run(parsed)
            return code
        finally:
            for warning in caught:
                print(f"diplo-events: {legible_message(str(warning.message))}", file=sys.stderr)
            sys.stdout.flush()
