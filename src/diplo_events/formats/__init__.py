"""The file formats: `read` and `write` choose one by the suffix of the file's name."""

import importlib
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final

from diplo_events._atomic_file import write_bytes
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, suggestion

__all__ = ["FORMATS", "SUFFIXES", "format_of", "read", "write"]

SUFFIXES: Final = MappingProxyType({".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"})
"""The format for each suffix; each is a module of this package with `load`, `loads`, `dump` and `dumps`."""

FORMATS: Final = tuple(dict.fromkeys(SUFFIXES.values()))
"""The names of the formats."""


def read(path: str | Path) -> Dataset:
    """Read a dataset from a file, in the format that its suffix names.

    Raises:
        NotReadableError: it is not a dataset in that format, or no format has that suffix; all problems are listed.
        OSError: the file cannot be read.
        MissingExtraError: the format needs a package that is not installed.
    """
    module = format_of(path)
    dataset: Dataset = module.loads(Path(path).read_bytes(), file=str(path))
    return dataset


def write(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset to a file, in the format that its suffix names.

    The file is there whole or not at all: an old one of that name survives whatever goes wrong.

    Raises:
        NotReadableError: no format has that suffix.
        OSError: the file cannot be written.
        MissingExtraError: the format needs a package that is not installed.
    """
    text: str = format_of(path).dumps(dataset)
    write_bytes(path, text.encode())


def format_of(path: str | Path) -> ModuleType:
    """Return the module that reads and writes a file, by its suffix.

    >>> format_of("notes.jsonl").__name__
    'diplo_events.formats.jsonl'

    Raises:
        NotReadableError: no format has that suffix.
        MissingExtraError: the format needs a package that is not installed.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        hint = suggestion(suffix, SUFFIXES) or f"one of {' '.join(SUFFIXES)}"
        where = Location(str(path))
        raise NotReadableError([Problem(expected="a known suffix", found=repr(suffix), hint=hint, location=where)])
    return importlib.import_module(f"{__name__}.{SUFFIXES[suffix]}")
