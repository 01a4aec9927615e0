"""Arguments that several commands share: a dataset, a format, a date."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, suggestion
from diplo_events.formats import SUFFIXES

__all__ = [
    "FORMATS",
    "STDIN",
    "PeriodAction",
    "UsageError",
    "add_dataset",
    "add_input_format",
    "add_output_format",
    "check_suffix",
    "event_date",
]

STDIN: Final = "-"
"""The name of standard input and output."""

NAMES: Final = tuple(dict.fromkeys(SUFFIXES.values()))

FORMATS: Final = f"{', '.join(NAMES[:-1])} or {NAMES[-1]}"
"""The names of the formats, as messages list them."""


class UsageError(Exception):
    """A command was called in a way that it cannot carry out. The text is the message for the user."""


def add_dataset(parser: argparse.ArgumentParser, name: str = "file") -> None:
    """Add the arguments of a command that reads one dataset: its name, an option or a position, and its format."""
    text = "a dataset; the bundled one by default, - for standard input"
    if name.startswith("-"):
        parser.add_argument(name, help=text)
    else:
        parser.add_argument(name, nargs="?", help=text)
    add_input_format(parser)


def add_input_format(parser: argparse.ArgumentParser, what: str = "the input") -> None:
    """Add the option `--from`, which is kept as `format`."""
    parser.add_argument("--from", dest="format", choices=NAMES, help=f"the format of {what}")


def add_output_format(parser: argparse.ArgumentParser) -> None:
    """Add the option `--to`."""
    parser.add_argument("--to", choices=NAMES, help="the format of standard output")


def check_suffix(name: str, advice: str) -> None:
    """Refuse a file name whose suffix belongs to no format.

    Raises:
        UsageError: no format has the suffix. The message ends in the advice if no known suffix is similar.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{name}: no format has the suffix {suffix!r}; {suggestion(suffix, SUFFIXES) or advice}")


def event_date(text: str) -> EventDate:
    """Return the date that an argument names: a type for argparse.

    Raises:
        argparse.ArgumentTypeError: it is not a date in EDTF.
    """
    try:
        return EventDate.parse(text)
    except EventDateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


class PeriodAction(argparse.Action):
    """Stores the days from the first of one date to the last of another."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        _option: str | None = None,
    ) -> None:
        """Store the period."""
        try:
            period = EventDate.parse("/".join(cast("Sequence[str]", values))).as_period()
        except EventDateError as error:
            raise argparse.ArgumentError(self, str(error)) from None
        setattr(namespace, self.dest, period)
