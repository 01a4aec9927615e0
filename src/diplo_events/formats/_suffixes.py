"""Which format a file has: its name, and the module that reads and writes it."""

import importlib
import os
from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from diplo_events._internal.texts.display import one_line, quoted
from diplo_events.errors import Location, NotReadableError, Problem, check_choice, suggestion

__all__ = [
    "ALL_FORMATS",
    "ALL_SUFFIXES",
    "FOLDERS",
    "FORMATS",
    "ONE_WAY",
    "STREAMED",
    "SUFFIXES",
    "format_name",
    "format_named",
    "format_of",
    "suffix_of",
    "text_format_name",
]

SUFFIXES: Final = MappingProxyType({".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"})
"""The text format for each suffix: parts of folders are in them, and each tells the place of every record.

Each is a module of this package with `load`, `loads`, `dump`, `dumps` and `places`.
"""

FILES: Final[Mapping[str, str]] = MappingProxyType(
    {".sqlite": "sqlite", ".db": "sqlite", ".xlsx": "excel", ".jsonld": "jsonld"}
)
"""The other formats that are one file, by suffix: modules with `load`, `loads`, `dump` and `dumps`."""

FOLDERS: Final[Mapping[str, str]] = MappingProxyType({".csv": "csv_bundle", ".arrow": "arrow", ".parquet": "parquet"})
"""The formats that are a folder, by suffix: `dumps` returns the content of each file, and `loads` reads that."""

ZIPS: Final = MappingProxyType({f"{suffix}.zip": name for suffix, name in FOLDERS.items()})
"""The same folders, each in one zip archive."""

ALL_SUFFIXES: Final = MappingProxyType({**SUFFIXES, **FILES, **FOLDERS, **ZIPS})
"""The format for each suffix."""

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
        ".label-studio.json": "Label Studio",
        ".doccano.jsonl": "doccano",
    }
)
"""The suffixes of what `exporters` write and nobody reads back, because it does not hold everything."""

FORMATS: Final = tuple(dict.fromkeys(SUFFIXES.values()))
"""The names of the text formats."""

ALL_FORMATS: Final = tuple(dict.fromkeys(ALL_SUFFIXES.values()))
"""The names of all formats."""

STREAMED: Final = tuple(name for name in ALL_FORMATS if name not in FOLDERS.values())
"""The names of the formats that are one file: standard input and output can carry them."""


def format_of(path: str | os.PathLike[str]) -> ModuleType:
    """Return the module that reads and writes a file, by its suffix.

    Raises:
        NotReadableError: no format has that suffix.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> format_of("notes.jsonl").__name__
        'diplo_events.formats.jsonl'
    """
    return format_named(format_name(path))


def suffix_of(path: str | os.PathLike[str]) -> str:
    """Return the suffix of a name, in lower case: the longest that a format has, else the last one.

    >>> suffix_of("notes.YML"), suffix_of("x.txt"), suffix_of(".json")
    ('.yml', '.txt', '')
    """
    name, last = map(str.lower, name_and_suffix(path))
    known = [suffix for suffix in ALL_SUFFIXES if name.endswith(suffix) and name != suffix]
    return max(known, key=len, default=last)


def name_and_suffix(path: str | os.PathLike[str]) -> tuple[str, str]:
    """Return the name of a file, and its last suffix."""
    from pathlib import PurePath  # noqa: PLC0415  (loaded when a file is named)

    pure = PurePath(path)
    return pure.name, pure.suffix


def format_name(path: str | os.PathLike[str], *, advice: str | None = None) -> str:
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
    name = name_and_suffix(path)[0].lower()
    if one_way := next((ending for ending in ONE_WAY if name.endswith(ending) and name != ending[1:]), None):
        expected, found = "a format that holds everything", f"{quoted(one_way)}, {ONE_WAY[one_way]}"
        hint = "it is only written: diplo-events convert IN OUT --lossy"
        raise NotReadableError([Problem(expected=expected, found=found, hint=hint, location=Location(str(path)))])
    suffix = suffix_of(path)
    if suffix not in ALL_SUFFIXES:
        hint = suggestion(suffix, ALL_SUFFIXES) or advice or f"one of {' '.join(ALL_SUFFIXES)}"
        where = Location(str(path))
        raise NotReadableError([Problem(expected="a known suffix", found=quoted(suffix), hint=hint, location=where)])
    return ALL_SUFFIXES[suffix]


def text_format_name(path: str | os.PathLike[str]) -> str:
    """Return the name of the format of a file that is a text, which can be edited in place.

    Raises:
        NotReadableError: no text format has its suffix.

    Examples:
        >>> text_format_name("notes.json")
        'json'
    """
    name = format_name(path)
    if name not in FORMATS:
        expected = f"a file that ends in {' '.join(SUFFIXES)}"
        file, _ = name_and_suffix(path)
        hint = f"write it as one first: diplo-events convert {one_line(file)} NAME.json"
        problem = Problem(expected=expected, found=quoted(suffix_of(path)), hint=hint, location=Location(str(path)))
        raise NotReadableError([problem])
    return name


def format_named(name: str) -> ModuleType:
    """Return the module of a format.

    Raises:
        ArgumentError: no format has that name.
        MissingExtraError: the format needs a package that is not installed.

    Examples:
        >>> format_named("json").__name__
        'diplo_events.formats.json'
    """
    check_choice("format", name, ALL_FORMATS)
    return importlib.import_module(f"{__name__.rpartition('.')[0]}.{name}")
