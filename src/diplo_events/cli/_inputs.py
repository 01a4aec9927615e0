"""What the commands read: files, folders of parts, standard input."""

import argparse
import errno
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from diplo_events._internal.texts.display import one_line
from diplo_events.cli._collector import passed_over
from diplo_events.cli._large_files import announced, large_dataset, large_part
from diplo_events.cli._shared_options import (
    FORMAT_WORDS,
    STDIN,
    UsageError,
    check_streamed,
    format_by_suffix,
    is_example,
)
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, file_suggestion
from diplo_events.example_data import load
from diplo_events.formats import FOLDERS, SUFFIXES, format_named, json, read
from diplo_events.formats.contents import is_one_dataset, load_from
from diplo_events.formats.package_folders import dataset_file, own_format
from diplo_events.formats.parts import Part, part_files, read_part

__all__ = [
    "absence",
    "files_of",
    "input_format",
    "parts_of",
    "read_dataset",
    "read_encoding",
    "read_input",
    "read_stdin",
]

MOST_BESIDE: Final = 1000
"""Among how many files of a folder the one that was meant is looked for."""


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
            except NotReadableError as error:
                if error.problems[0].found != "none":  # a file in it is not to be read; that is not a wrong call
                    raise
                raise UsageError(f"{one_line(name)}: no file in this folder ends in {' '.join(SUFFIXES)}") from None
        elif name == STDIN or is_example(name) or path.exists():
            files.append(name)
        else:
            raise UsageError(absence(name))
    return files


def absence(name: str) -> str:
    """Return the message that there is no such file, with what beside it was probably meant."""
    path = Path(name)
    try:
        beside = [entry.name for entry in islice(path.parent.iterdir(), MOST_BESIDE)]
    except OSError:  # there is no such folder, or it may not be read
        beside = []
    hint = file_suggestion(path.name, beside)
    return f"{one_line(name)}: no such file or folder{f'; {hint}' if hint else ''}"


@passed_over()
def read_input(name: str, format_name: str | None, *, may_stay: bool = False) -> Dataset:
    """Read a dataset from a file, a folder of parts or standard input, or return the bundled one.

    Args:
        name: The name.
        format_name: The format, if the name does not say it.
        may_stay: Whether the records of a large file may stay on disk, each to be read when it is asked for.

    Raises:
        NotReadableError: it is not a dataset.
        DatasetError: the parts in the folder do not fit together.
        UsageError: its format is unknown, or it is a folder without parts.
        OSError: it cannot be read.
    """
    if name == STDIN:
        from_stdin: Dataset = format_named(input_format(name, format_name)).loads(read_stdin(), file="<stdin>")
        return from_stdin
    if is_example(name):
        return load()
    if may_stay and (large := large_dataset(name, format_name)) is not None:
        return large
    if not is_one_dataset(name) and format_name not in FOLDERS.values():
        files_of([name])  # refuses a folder without parts
        return read(name)
    file = dataset_file(name)
    with announced(Path(file)):
        return load_from(file, format=input_format(str(file), format_name))


def read_encoding(name: str) -> Dataset:
    """Read the encoding of one coder: a file, or a folder with a file for each text. Actors may be elsewhere.

    Raises:
        NotReadableError: a file is not a dataset, or the files do not fit together.
        UsageError: there is no such file or folder.
        OSError: a file cannot be read.
    """
    files_of([name])  # refuses what is not there
    return read(name, complete=False) if Path(name).is_dir() else read_input(name, None)


def read_stdin() -> bytes:
    """Return what standard input has.

    Raises:
        OSError: it is closed, a folder or a device that never ends.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed", "standard input")
    stream = sys.stdin.buffer
    try:
        first = stream.read(1) if is_device(stream) else b""
        rest = stream.read() if not first else b""
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard input") from None
    if first:
        raise OSError(errno.EINVAL, "a device, not a file or a pipe", "standard input")
    return rest


def is_device(stream: BinaryIO) -> bool:
    """Whether a stream is a device other than a terminal: it may never end."""
    try:
        handle = stream.fileno()
    except (OSError, ValueError):  # a stream in memory
        return False
    return stat.S_ISCHR(os.fstat(handle).st_mode) and not os.isatty(handle)


def read_dataset(arguments: argparse.Namespace, *, may_stay: bool = False) -> Dataset:
    """Return the dataset that the arguments of `add_dataset` name; the records of a large file may stay on disk."""
    return read_input(arguments.file, arguments.format, may_stay=may_stay)


def input_format(name: str, given: str | None) -> str:
    """Return the name of the format of an input: the given one, or that of its suffix.

    Raises:
        UsageError: the format is not given, and there is no suffix or no format has it.
    """
    if name == STDIN:
        if not given:
            raise UsageError(f"standard input has no suffix: use --from {FORMAT_WORDS}")
        check_streamed(given, "input")
    if is_example(name):
        return "json"
    return given or own_format(name) or format_by_suffix(name, f"use --from {FORMAT_WORDS}")


def parts_of(
    names: Sequence[str], format_name: str | None, *, processes: int = 1, shared: bool = False
) -> list[str | Part]:
    """Return the files and folders under some names, ready to be checked; standard input is read.

    Args:
        names: The names.
        format_name: The format, where the names do not say it.
        processes: How many processes read a large file.
        shared: Whether somebody asked for several, so that a file is large the sooner.

    Raises:
        UsageError: a name is neither a file nor a folder with datasets, or its format is unknown.
    """
    for file in files_of(names):
        input_format(file, format_name)
    if len(names) == 1:
        large = large_part(names[0], format_name, processes=processes, shared=shared)
        if large is not None:
            return [large]
    return [part_named(name, format_name) for name in names]


def part_named(name: str, format_name: str | None) -> str | Part:
    """Return the name of a file or folder, or what standard input or the bundled dataset has."""
    if name == STDIN:
        return read_part("<stdin>", format=format_name, data=read_stdin())
    if is_example(name):
        return read_part(name, format="json", data=json.dumps(load()).encode())
    return name
