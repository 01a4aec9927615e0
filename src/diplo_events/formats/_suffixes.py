"""Which format a file has: its name, and the module that reads and writes it."""

import importlib
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final

from diplo_events._texts.display import quoted
from diplo_events.errors import Location, NotReadableError, Problem, check_choice, suggestion

__all__ = ["FORMATS", "SUFFIXES", "format_name", "format_named", "format_of"]

SUFFIXES: Final = MappingProxyType({".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"})
"""The format for each suffix; each is a module of this package with `load`, `loads`, `dump` and `dumps`."""

FORMATS: Final = tuple(dict.fromkeys(SUFFIXES.values()))
"""The names of the formats."""


def format_of(path: str | Path) -> ModuleType:
    """Return the module that reads and writes a file, by its suffix.

    Raises:
        NotReadableError: no format has that suffix.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> format_of("notes.jsonl").__name__
        'diplo_events.formats.jsonl'
    """
    return format_named(format_name(path))


def format_name(path: str | Path, *, advice: str | None = None) -> str:
    """Return the name of the format of a file, by its suffix.

    Args:
        path: The file, which need not exist.
        advice: What the error says to do if no known suffix is similar; by default it lists the suffixes.

    Raises:
        NotReadableError: no format has that suffix.

    Examples:
        >>> format_name("notes.yml")
        'yaml'
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        hint = suggestion(suffix, SUFFIXES) or advice or f"one of {' '.join(SUFFIXES)}"
        where = Location(str(path))
        raise NotReadableError([Problem(expected="a known suffix", found=quoted(suffix), hint=hint, location=where)])
    return SUFFIXES[suffix]


def format_named(name: str) -> ModuleType:
    """Return the module of a format.

    Raises:
        ArgumentError: no format has that name.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> format_named("json").__name__
        'diplo_events.formats.json'
    """
    check_choice("format", name, FORMATS)
    return importlib.import_module(f"{__name__.rpartition('.')[0]}.{name}")
