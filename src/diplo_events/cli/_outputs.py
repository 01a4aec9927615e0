"""What the commands write: JSON for programs, datasets and texts into files or on standard output."""

import codecs
import json
import sys
from collections.abc import Iterable
from typing import Final

from diplo_events._internal.system.atomic_file import FileState, replaced, write_bytes
from diplo_events._internal.texts.display import escaped_json, one_line
from diplo_events.cli._shared_options import FORMAT_WORDS, STDIN, UsageError, check_streamed, format_by_suffix
from diplo_events.dataset import Dataset
from diplo_events.formats import format_named, format_of
from diplo_events.formats.contents import write_content
from diplo_events.formats.stored import dump_lines, is_stored

__all__ = [
    "STDOUT",
    "check_apart",
    "check_output",
    "check_page",
    "print_json",
    "write_data",
    "write_output",
    "write_text",
    "write_texts",
]

STDOUT: Final = STDIN
"""The name of standard output."""


def print_json(value: object) -> None:
    """Print a value as JSON, with escapes for what cannot be seen, or what standard output cannot encode."""
    unicode_output = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    print(escaped_json(json.dumps(value, ensure_ascii=not unicode_output, indent=2)))


def check_output(output: str, format_name: str | None) -> FileState:
    """Refuse an output to which no dataset can be written, before any work is done.

    Returns:
        The state of the output, with which `write_output` notices a second writer.

    Raises:
        UsageError: its format is unknown, or given twice.
    """
    if output == STDOUT:
        if not format_name:
            raise UsageError(f"standard output has no suffix: use --to {FORMAT_WORDS}")
        check_streamed(format_name, "output")
    elif format_name:
        raise UsageError(f"--to is for standard output; the suffix of {one_line(output)} determines the format")
    else:
        format_by_suffix(output)
    return FileState.of(output)


def check_page(output: str, inputs: Iterable[str | None]) -> FileState:
    """Refuse a page in the place of a file that it is made of, before any work is done.

    Returns:
        The state of the output, with which a second writer is noticed.

    Raises:
        UsageError: the output is one of the inputs.
    """
    state = FileState.of(output)
    check_apart(output, state, inputs, "the page, such as page.html")
    return state


def check_apart(output: str, state: FileState, inputs: Iterable[str | None], what: str) -> None:
    """Refuse an output that would take the place of a file to read, of which it does not hold all.

    Args:
        output: The output.
        state: Its state.
        inputs: The files to read.
        what: What is to have another name.

    Raises:
        UsageError: the output is one of the inputs.
    """
    if state.numbers is not None and any(name and FileState.of(name) == state for name in inputs):
        raise UsageError(f"{one_line(output)} is a file to read: name another for {what}")


def write_output(dataset: Dataset, output: str, format_name: str | None, *, before: FileState) -> None:
    """Write a dataset to a file or a folder, or to standard output.

    Raises:
        OSError: it cannot be written, or another writer changed it in the meantime.
    """
    if is_stored(dataset) and (format_name or format_by_suffix(output)) == "jsonl":
        if output == STDOUT:
            sys.stdout.flush()
            dump_lines(dataset, sys.stdout.buffer)
        else:
            with replaced(output, before=before) as stream:
                dump_lines(dataset, stream)
    elif output == STDOUT and format_name:
        sys.stdout.flush()
        format_named(format_name).dump(dataset, sys.stdout.buffer)
    else:
        write_content(format_of(output).dumps(dataset), output, before=before)


def write_text(text: str, output: str, *, before: FileState) -> None:
    """Write a text to a file, completely or not at all, or to standard output, as UTF-8.

    Raises:
        OSError: it cannot be written, or another writer changed it in the meantime.
    """
    if output == STDOUT and not hasattr(sys.stdout, "buffer"):  # a program has put a text stream in its place
        sys.stdout.write(text)
    else:
        write_data(text.encode(), output, before=before)


def write_texts(texts: Iterable[str]) -> None:
    """Write texts to standard output one after the other, as UTF-8.

    Raises:
        OSError: they cannot be written.
    """
    if not hasattr(sys.stdout, "buffer"):  # a program has put a text stream in its place
        sys.stdout.writelines(texts)
        return
    sys.stdout.flush()
    for text in texts:
        sys.stdout.buffer.write(text.encode())


def write_data(data: bytes, output: str, *, before: FileState) -> None:
    """Write bytes to a file, completely or not at all, or to standard output.

    Raises:
        OSError: they cannot be written, or another writer changed the file in the meantime.
    """
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        write_bytes(output, data, before=before)
