"""What the commands read: files, folders of parts, standard input."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from diplo_events.cli._arguments import FORMAT_WORDS, STDIN, UsageError, format_by_suffix
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.example_data import load
from diplo_events.formats import SUFFIXES, format_named
from diplo_events.formats.parts import Part, part_files, read_part

__all__ = ["files_of", "parts_of", "read_dataset", "read_input"]


def files_of(names: Iterable[str]) -> list[str]:
    """List the files under some names; a folder means the datasets in it.

    Raises:
        UsageError: a name is neither a file nor a folder with datasets.
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
        NotReadableError: it is not a dataset.
        UsageError: its format is unknown, or it is a folder.
        OSError: it cannot be read.
    """
    if name != STDIN and Path(name).is_dir():
        raise UsageError(f"{name} is a folder: compile it into one file first")
    module = format_named(input_format(name, format_name))
    data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    dataset: Dataset = module.loads(data, file="<stdin>" if name == STDIN else name)
    return dataset


def read_dataset(arguments: argparse.Namespace) -> Dataset:
    """Return the dataset that the arguments of `add_dataset` name; the bundled one if they name none."""
    return read_input(arguments.file, arguments.format) if arguments.file else load()


def input_format(name: str, given: str | None) -> str:
    """Return the name of the format of an input: the given one, or that of its suffix.

    Raises:
        UsageError: the format is not given, and there is no suffix or no format has it.
    """
    if given:
        return given
    if name == STDIN:
        raise UsageError(f"standard input has no suffix: use --from {FORMAT_WORDS}")
    return format_by_suffix(name, f"use --from {FORMAT_WORDS}")


def parts_of(names: Sequence[str], format_name: str | None) -> list[str | Part]:
    """Return the files and folders under some names, ready to be checked; standard input is read.

    Raises:
        UsageError: a name is neither a file nor a folder with datasets, or its format is unknown.
    """
    for file in files_of(names):
        input_format(file, format_name)
    return [
        read_part("<stdin>", format=format_name, data=sys.stdin.buffer.read()) if name == STDIN else name
        for name in names
    ]
