"""Which format a file has: its name, and the module that reads and writes it."""

import importlib
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final

from diplo_events._texts.display import quoted
from diplo_events.errors import Location, NotReadableError, Problem, check_choice, suggestion

__all__ = ["FORMATS", "ONE_WAY", "SUFFIXES", "format_name", "format_named", "format_of"]

SUFFIXES: Final = MappingProxyType({".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"})
"""The format for each suffix; each is a module of this package with `load`, `loads`, `dump` and `dumps`."""

ONE_WAY: Final = MappingProxyType(
    {
        ".geojson": "GeoJSON",
        ".ics": "iCalendar",
        ".md": "Markdown",
        ".bib": "BibTeX",
        ".csl.json": "CSL-JSON",
        ".stix.json": "STIX",
        ".ftm.jsonl": "followthemoney",
        ".dna": "Discourse Network Analyzer",
        ".graphml": "GraphML",
        ".gexf": "GEXF",
        ".plover.jsonl": "PLOVER",
        ".icews.tsv": "ICEWS",
    }
)
"""The suffixes of what `exporters` write and nobody reads back, because it does not hold everything."""

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
    name = Path(path).name.lower()
    if one_way := next((ending for ending in ONE_WAY if name.endswith(ending) and name != ending[1:]), None):
        expected, found = "a format that holds everything", f"{quoted(one_way)}, {ONE_WAY[one_way]}"
        hint = "it is only written: diplo-events convert IN OUT --lossy"
        raise NotReadableError([Problem(expected=expected, found=found, hint=hint, location=Location(str(path)))])
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
