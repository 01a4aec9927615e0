"""What the commands print: JSON for programs, datasets on standard output, colours on a terminal."""

import codecs
import json
import os
import sys
from typing import Any, Final

from diplo_events._atomic_file import write_bytes
from diplo_events.cli._arguments import FORMATS, STDIN, UsageError, check_suffix
from diplo_events.dataset import Dataset
from diplo_events.formats import SUFFIXES, format_of, write
from diplo_events.formats import json as json_format
from diplo_events.report.terminal import PLAIN, Style

__all__ = ["STDOUT", "check_output", "plain_data", "print_json", "style_for_output", "write_output", "write_text"]

STDOUT: Final = STDIN
"""The name of standard output."""


def print_json(value: Any) -> None:  # noqa: ANN401  (JSON)
    """Print a value as JSON, with escapes if standard output cannot encode every character."""
    unicode_output = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    print(json.dumps(value, ensure_ascii=not unicode_output, indent=2))


def plain_data(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as the dictionaries and lists of its JSON file."""
    document: dict[str, Any] = json.loads(json_format.dumps(dataset))
    return document


def style_for_output() -> Style:
    """Return the style for standard output: colours only on a terminal, and not if NO_COLOR is set."""
    if not sys.stdout.isatty():
        return PLAIN
    style = Style.terminal()
    return Style(width=style.width) if os.environ.get("NO_COLOR") else style


def check_output(output: str, format_name: str | None) -> None:
    """Refuse an output to which no dataset can be written, before any work is done.

    Raises:
        UsageError: its format is unknown, or given twice.
    """
    if output == STDOUT:
        if not format_name:
            raise UsageError(f"standard output has no suffix: use --to {FORMATS}")
    elif format_name:
        raise UsageError(f"--to is for standard output; the suffix of {output} determines the format")
    else:
        check_suffix(output, f"use one of {' '.join(SUFFIXES)}")


def write_output(dataset: Dataset, output: str, format_name: str | None) -> None:
    """Write a dataset to a file, or to standard output as UTF-8.

    Raises:
        OSError: it cannot be written.
    """
    if output == STDOUT:
        sys.stdout.flush()
        format_of(f"x.{format_name}").dump(dataset, sys.stdout.buffer)
    else:
        write(dataset, output)


def write_text(text: str, output: str) -> None:
    """Write a text to a file, completely or not at all, or to standard output, as UTF-8.

    Raises:
        OSError: it cannot be written.
    """
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    else:
        write_bytes(output, text.encode())
