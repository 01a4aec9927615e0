"""What the commands read: files, folders of encodings, standard input; and where their problems stand."""

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events._merging import Merge
from diplo_events.coding.anchoring import Text, anchor_problems
from diplo_events.coding.ledger import ledger_of, ledger_problems, repeat_problems
from diplo_events.coding.time_words import time_word_problems
from diplo_events.dataset import Dataset, header_values
from diplo_events.errors import (
    DatasetError,
    Location,
    NotReadableError,
    Problem,
    suggestion,
)
from diplo_events.formats import SUFFIXES, format_of, read
from diplo_events.formats._json_text import decode

__all__ = ["FORMATS", "LEDGER", "STDIN", "UsageError", "all_problems", "files_of", "merged", "read_input"]

STDIN: Final = "-"
"""The name that stands for standard input or output."""

FORMATS: Final = "json, jsonl or yaml"
"""The names of the formats, in words."""

LEDGER: Final = "identity.yaml"
"""The name of the file, in a folder of parts, that says which records report one thing, and why."""


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
            inside = sorted(str(file) for file in path.iterdir() if is_part(file))
            if not inside:
                raise UsageError(f"{name}: no file in this folder ends in {' '.join(SUFFIXES)}")
            files.extend(inside)
        elif name == STDIN or path.exists():
            files.append(name)
        else:
            raise UsageError(f"{name}: no such file or folder")
    return files


def is_part(file: Path) -> bool:
    """Tell whether something in a folder is a part of a dataset."""
    return file.suffix.lower() in SUFFIXES and file.name != LEDGER and file.is_file()


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
            raise UsageError(f"standard input has no suffix: say --from {FORMATS}")
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        dataset: Dataset = format_of(f"x.{format_name}").loads(data, file="<stdin>" if name == STDIN else name)
        return dataset
    if (suffix := Path(name).suffix.lower()) not in SUFFIXES:
        hint = suggestion(suffix, SUFFIXES) or f"say --from {FORMATS}"
        raise UsageError(f"{name}: no format has the suffix {suffix!r}; {hint}")
    return read(name)


def merged(files: Sequence[str], format_name: str | None = None) -> tuple[Dataset, list[Problem]]:
    """Read files and put them together; what cannot be read, does not agree or does not fit together is listed."""
    problems: list[Problem] = []
    gathered = Merge()
    all_read = True
    for name in files:
        try:
            part = read_input(name, format_name)
        except NotReadableError as error:
            problems.extend(error.problems)
            all_read = False
        else:
            if len(files) == 1:
                return part, []
            found = file_problems(gathered.add(header_values(part), part.records), [name], format_name)
            problems.extend(attrs.evolve(problem, location=problem.location or Location(name)) for problem in found)
    header: dict[str, Any] = gathered.header | {
        "complete": all_read
    }  # what refers to a file that could not be read need not dangle
    try:
        return Dataset(records=gathered.records.values(), **header), problems
    except DatasetError as error:
        problems.extend(file_problems(error.problems, files, format_name))
    header["complete"] = False  # dangling references do no harm to what is only counted
    try:
        return Dataset(records=gathered.records.values(), **header), problems
    except DatasetError:
        return Dataset(complete=False), problems


def all_problems(
    dataset: Dataset,
    names: Iterable[str],
    files: Sequence[str],
    *,
    texts: Mapping[str, Text] | None = None,
    format_name: str | None = None,
) -> list[Problem]:
    """List what is wrong with a dataset that can be read: its dates, its identities and, given texts, its anchors."""
    problems = [*time_word_problems(dataset), *repeat_problems(dataset)]
    for name in names:
        ledger = Path(name) / LEDGER
        if ledger.is_file():
            try:
                text = decode(ledger.read_bytes(), file=str(ledger))
                located = format_of(ledger).parse_located(text, file=str(ledger))
                problems.extend(ledger_problems(dataset, ledger_of(located)))
            except NotReadableError as error:
                problems.extend(error.problems)
    if texts is not None:
        problems.extend(anchor_problems(dataset, texts))
    return list(file_problems(problems, files, format_name))


def file_problems(
    problems: Iterable[Problem], files: Sequence[str], format_name: str | None = None
) -> Iterator[Problem]:
    """Say in which file and line the record stands that each problem begins with."""
    problems = list(problems)
    places: dict[str, Location] = {}
    for name in files if problems else ():
        if name != STDIN:
            with contextlib.suppress(NotReadableError):  # reported when it was read
                module = format_of(f"x.{format_name}" if format_name else name)
                places.update(module.places(Path(name).read_bytes(), file=name))
    for problem in problems:
        key = problem.path
        while key and key not in places:
            key = key.rpartition(".")[0]
        yield attrs.evolve(problem, location=places[key]) if key and not problem.location else problem
