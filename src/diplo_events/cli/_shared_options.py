"""Arguments that several commands share: a dataset, a format, a date."""

import argparse
from collections.abc import Callable, Sequence
from typing import Final, cast

from diplo_events.cli._parser import UsageError
from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, NotReadableError
from diplo_events.formats import ALL_FORMATS, STREAMED, format_name

__all__ = [
    "EXAMPLE",
    "FORMAT_WORDS",
    "STDIN",
    "PeriodAction",
    "UsageError",
    "add_as_dated",
    "add_dataset",
    "add_input_format",
    "add_output_format",
    "check_streamed",
    "event_date",
    "format_by_suffix",
    "is_example",
]

STDIN: Final = "-"
"""The name of standard input and output."""

EXAMPLE: Final = "example"
"""The name of the bundled dataset, unless there is a file or a folder with this name."""

FORMAT_WORDS: Final = f"{', '.join(STREAMED[:-1])} or {STREAMED[-1]}"
"""The names of the formats that standard input and output can carry, as messages list them."""


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command that asks one dataset: its name, which is the last position, and its format."""
    parser.add_argument(
        "file",
        nargs="?",
        default=EXAMPLE,
        metavar="FILE",
        help=f"the dataset, last of all words; - for standard input; by default the bundled one ({EXAMPLE})",
    )
    add_input_format(parser)


def add_input_format(parser: argparse.ArgumentParser, what: str = "the input") -> None:
    """Add the option `--from`, which is kept as `format`."""
    parser.add_argument(
        "--from",
        dest="format",
        choices=ALL_FORMATS,
        metavar="FORMAT",
        help=f"the format of {what}, if its suffix does not say: {', '.join(ALL_FORMATS)}",
    )


def add_output_format(parser: argparse.ArgumentParser, *, one_way: Sequence[str] = ()) -> None:
    """Add the option `--to`, with names of formats that are written one way for the command that has them."""
    parser.add_argument(
        "--to",
        choices=(*ALL_FORMATS, *one_way),
        metavar="FORMAT",
        help=f"the format of standard output: {', '.join((*STREAMED, *one_way))}",
    )


def is_example(name: str) -> bool:
    """Whether a name is that of the bundled dataset; a file or a folder so called goes first."""
    from pathlib import Path  # noqa: PLC0415  (loaded when a file is named)

    return name == EXAMPLE and not Path(name).exists()


def add_as_dated(add_argument: Callable[..., argparse.Action]) -> None:
    """Add the option `--as-dated`, which is kept as `unqualified`, as the functions call it."""
    add_argument(
        "--as-dated",
        "--unqualified",
        dest="unqualified",
        action="store_true",
        help="take dates as written, without their marks of doubt",
    )


def check_streamed(format_name: str, stream: str) -> None:
    """Refuse a format that is a folder for standard input or output.

    Raises:
        UsageError: it is one.
    """
    if format_name not in STREAMED:
        raise UsageError(f"{format_name} is a folder, which standard {stream} cannot carry: name the folder")


def format_by_suffix(name: str, advice: str | None = None) -> str:
    """Return the name of the format of a file.

    Raises:
        UsageError: no format has the suffix. The advice says what to do if no known suffix is similar.
    """
    try:
        return format_name(name, advice=advice)
    except NotReadableError as error:
        raise UsageError(str(error)) from None


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
