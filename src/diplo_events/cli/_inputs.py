"""What the commands read: files, folders of parts, standard input."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, suggestion
from diplo_events.formats import SUFFIXES, format_of, read
from diplo_events.formats.parts import Part, part_files, read_part

__all__ = ["FORMATS", "STDIN", "UsageError", "files_of", "parts_of", "read_input"]

STDIN: Final = "-"
"""The name that stands for standard input or output."""

FORMATS: Final = "json, jsonl or yaml"
"""The names of the formats, in words."""


class UsageError(Exception):
    """A command was asked for something that it cannot do; its text goes to the user."""


def files_of(names: Iterable[str]) -> list[str]:
    """List the files that names stand for: a folder stands for the datasets in it.

    Raises:
        UsageError: a name stands for nothing.
    """
    files: list[str] = []
    for name in names:
        path = Path(name)
        if name != STDIN and path.is_dir():
            try:
                files.extend(map(str, part_files(path)))
            except NotReadableError:
                raise UsageError(f"{name}: no file in this folder ends in {' '.join(SUFFIXES)}") from None
        elif name == STDIN or path.exists():
            files.append(name)
        else:
            raise UsageError(f"{name}: no such file or folder")
    return files


def read_input(name: str, format_name: str | None) -> Dataset:
    """Read a dataset from a file or from standard input.

    Raises:
        NotReadableError: it is no dataset.
        UsageError: its format is not known, or it is a folder.
        OSError: it cannot be read.
    """
    if name != STDIN and Path(name).is_dir():
        raise UsageError(f"{name} is a folder: compile it into one file first")
    if name == STDIN or format_name:
        if not format_name:
            check_suffix(name)
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        dataset: Dataset = format_of(f"x.{format_name}").loads(data, file="<stdin>" if name == STDIN else name)
        return dataset
    check_suffix(name)
    return read(name)


def check_suffix(name: str) -> None:
    """Refuse a file whose suffix names no format.

    Raises:
        UsageError: it names none; standard input has no suffix.
    """
    if name == STDIN:
        raise UsageError(f"standard input has no suffix: say --from {FORMATS}")
    if (suffix := Path(name).suffix.lower()) not in SUFFIXES:
        hint = suggestion(suffix, SUFFIXES) or f"say --from {FORMATS}"
        raise UsageError(f"{name}: no format has the suffix {suffix!r}; {hint}")


def parts_of(names: Sequence[str], format_name: str | None) -> list[str | Part]:
    """Return what names refer to, ready to be checked: standard input is read, files and folders keep their names.

    Raises:
        UsageError: a name refers to nothing, or its format is not known.
    """
    for file in files_of(names):
        if not format_name:
            check_suffix(file)
    return [
        read_part("<stdin>", format=format_name, data=sys.stdin.buffer.read()) if name == STDIN else name
        for name in names
    ]
