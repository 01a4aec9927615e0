"""What the commands read: files, folders of encodings, standard input; and where their problems stand."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from diplo_events.anchoring import anchor_problems, read_texts
from diplo_events.dataset import Dataset
from diplo_events.dating import date_problems
from diplo_events.errors import (
    DatasetError,
    Location,
    NotReadableError,
    Problem,
    ProblemsError,
)
from diplo_events.formats import SUFFIXES, format_of, read
from diplo_events.identity import ledger_of, ledger_problems
from diplo_events.json_text import decode

__all__ = ["LEDGER", "STDIN", "UsageError", "all_problems", "files_of", "merged", "read_input"]

STDIN: Final = "-"
"""The name that stands for standard input or output."""


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
            inside = sorted(str(file) for file in path.iterdir() if file.suffix in SUFFIXES and file.name != LEDGER)
            if not inside:
                raise UsageError(f"{name}: no file in this folder ends in {' '.join(SUFFIXES)}")
            files.extend(inside)
        elif name == STDIN or path.exists():
            files.append(name)
        else:
            raise UsageError(f"{name}: no such file or folder")
    return files


def read_input(name: str, format_name: str | None) -> Dataset:
    """Read a dataset from a file or from standard input.

    Raises:
        NotReadableError: it is no dataset.
        UsageError: its format is not known.
    """
    if name == STDIN or format_name:
        if not format_name:
            raise UsageError("standard input has no suffix: say --from json, jsonl or yaml")
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        dataset: Dataset = format_of(f"x.{format_name}").loads(data, file="<stdin>" if name == STDIN else name)
        return dataset
    return read(name)


def merged(files: Sequence[str], format_name: str | None = None) -> tuple[Dataset, list[Problem]]:
    """Read files and put them together; what cannot be read or does not agree is listed."""
    whole = Dataset(complete=len(files) == 1)
    problems: list[Problem] = []
    for name in files:
        try:
            part = read_input(name, format_name)
            whole = part if len(files) == 1 else whole.merge(part)
        except NotReadableError as error:
            problems.extend(error.problems)
        except ProblemsError as error:
            problems.extend(attrs.evolve(p, location=p.location or Location(name)) for p in error.problems)
    if len(files) > 1 and not problems:
        try:
            whole = attrs.evolve(whole, complete=True)
        except DatasetError as error:
            problems.extend(file_problems(error.problems, files))
    return whole, problems


def all_problems(dataset: Dataset, names: Iterable[str], files: Sequence[str], texts: str | None) -> list[Problem]:
    """List what is wrong with a dataset that can be read: its dates, its identities and, given texts, its anchors."""
    problems = list(date_problems(dataset))
    for name in names:
        ledger = Path(name) / LEDGER
        if ledger.is_file():
            located = format_of(ledger).parse_located(decode(ledger.read_bytes(), file=str(ledger)), file=str(ledger))
            try:
                problems.extend(ledger_problems(dataset, ledger_of(located)))
            except NotReadableError as error:
                problems.extend(error.problems)
    if texts is not None:
        problems.extend(anchor_problems(dataset, read_texts(texts)))
    return list(file_problems(problems, files))


def file_problems(problems: Iterable[Problem], files: Sequence[str]) -> Iterator[Problem]:
    """Say in which file and line the record stands that each problem begins with."""
    places: dict[str, Location] = {}
    for name in files:
        if name != STDIN:
            places.update(format_of(name).places(Path(name).read_bytes(), file=name))
    ids = sorted(places, key=len, reverse=True)
    for problem in problems:
        key = next((key for key in ids if f"{problem.path}.".startswith(f"{key}.")), None)
        yield attrs.evolve(problem, location=places[key]) if key and not problem.location else problem
