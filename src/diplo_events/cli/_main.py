"""The command line, `diplo-events`: chooses a command, and turns errors into messages and exit codes."""

import argparse
import importlib
import io
import os
import sys
import warnings
from collections.abc import Sequence
from typing import Final

from diplo_events import __version__
from diplo_events.cli._inputs import UsageError
from diplo_events.errors import DiploEventsError, NewerFormatWarning

__all__ = ["COMMANDS", "INTERRUPTED", "build_parser", "main"]

COMMANDS: Final = (
    "brief",
    "check",
    "show",
    "stances",
    "convert",
    "compile",
    "package",
    "agree",
    "locate",
    "resolve",
    "schema",
)
"""The commands, in the order in which the help lists them; each is a module of `diplo_events.cli._commands`."""

INTERRUPTED: Final = 130
"""The exit code after Ctrl-C: 128 and the number of the signal."""


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands.

    >>> build_parser().parse_args(["locate", "a.txt", "in any form"]).words
    'in any form'
    """
    parser = argparse.ArgumentParser(
        prog="diplo-events",
        description="Read, check and ask what sources report of diplomacy.",
        epilog="Exit codes: 0 all is well, 1 problems were found, 2 the call itself was wrong.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f"diplo_events.cli._commands.{name}")
        summary, _, examples = (module.__doc__ or "").partition("\n")
        command = commands.add_parser(
            name,
            help=summary.strip(),
            description=summary.strip(),
            epilog=examples.strip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.configure(command)
        command.set_defaults(run=module.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The words after `diplo-events`; those of the process by default.

    Returns:
        The exit code: 0, 1 where problems were found, 2 where the call was wrong.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character gets its number
    try:
        code = run(arguments)
    except BrokenPipeError:  # the reader of the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except UsageError as error:
        print(f"diplo-events: {error}", file=sys.stderr)
        return 2
    except DiploEventsError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        message = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"diplo-events: {message}", file=sys.stderr)
        return 2
    return code


def run(arguments: Sequence[str] | None) -> int:
    """Run a command; warnings go to standard error as messages, without the place in the program."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", NewerFormatWarning)
        try:
            parsed = build_parser().parse_args(arguments)
            code: int = parsed.run(parsed)
            return code
        finally:
            for warning in caught:
                print(f"diplo-events: {warning.message}", file=sys.stderr)
            sys.stdout.flush()
