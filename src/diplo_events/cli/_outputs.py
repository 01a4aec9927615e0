"""What the commands print: JSON for programs, datasets on standard output, colours on a terminal."""

import codecs
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from diplo_events._atomic_file import write_bytes
from diplo_events.cli._inputs import FORMATS, STDIN, UsageError
from diplo_events.dataset import Dataset
from diplo_events.errors import suggestion
from diplo_events.formats import SUFFIXES, format_of, write
from diplo_events.report.terminal import PLAIN, Style

__all__ = ["STDOUT", "check_output", "print_json", "style_for_output", "write_output", "write_text"]

STDOUT: Final = STDIN
"""The name that stands for standard output."""


def print_json(value: Any) -> None:  # noqa: ANN401  (JSON)
    """Print a value as JSON; with escapes where standard output cannot take every character."""
    unicode_output = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    print(json.dumps(value, ensure_ascii=not unicode_output, indent=2))


def style_for_output() -> Style:
    """Give the style for standard output: colours only on a terminal, and not where NO_COLOR is set."""
    if not sys.stdout.isatty():
        return PLAIN
    style = Style.terminal()
    return Style(width=style.width) if os.environ.get("NO_COLOR") else style


def check_output(output: str, format_name: str | None) -> None:
    """Refuse an output that no dataset can be written to, before any work is done.

    Raises:
        UsageError: its format is not known, or named twice.
    """
    if output == STDOUT:
        if not format_name:
            raise UsageError(f"standard output has no suffix: say --to {FORMATS}")
    elif format_name:
        raise UsageError(f"--to is for standard output; the suffix of {output} says the format")
    elif (suffix := Path(output).suffix.lower()) not in SUFFIXES:
        hint = suggestion(suffix, SUFFIXES) or f"one of {' '.join(SUFFIXES)}"
        raise UsageError(f"{output}: no format has the suffix {suffix!r}; {hint}")


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
    """Write a text to a file, whole or not at all, or to standard output, as UTF-8.

    Raises:
        OSError: it cannot be written.
    """
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    else:
        write_bytes(output, text.encode())
