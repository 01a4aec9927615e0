"""Which exporter one way writes a file: by its suffix, the module with `dumps` and `losses`."""

import importlib
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final

from diplo_events.errors import check_choice

__all__ = ["EXPORTS", "WITH_TEXTS", "export_name", "exporter_named"]

EXPORTS: Final = MappingProxyType(
    {
        ".geojson": "geojson",
        ".ics": "icalendar",
        ".md": "markdown",
        ".bib": "bibtex",
        ".csl.json": "csl_json",
        ".stix.json": "stix",
        ".ftm.jsonl": "followthemoney",
        ".dna": "dna",
        ".graphml": "graphml",
        ".gexf": "gexf",
        ".plover.jsonl": "plover",
        ".icews.tsv": "icews",
        ".label-studio.json": "label_studio",
        ".doccano.jsonl": "doccano",
    }
)
"""The exporter one way for each suffix; each is a module of this package with `dumps` and `losses`."""

WITH_TEXTS: Final = frozenset({"dna", "label_studio", "doccano"})
"""The exporters whose functions also have `texts`, the texts of the sources by their SHA-256."""


def export_name(path: str | Path) -> str | None:
    """Return the name of the exporter one way of a file, by its suffix; `None` if there is none.

    Examples:
        >>> export_name("map.geojson"), export_name("articles.json")
        ('geojson', None)
    """
    name = Path(path).name.lower()
    return next((module for suffix, module in EXPORTS.items() if name.endswith(suffix)), None)


def exporter_named(name: str) -> ModuleType:
    """Return the module of an exporter one way.

    Raises:
        ArgumentError: no exporter has that name.
        MissingExtraError: it needs a package that is not installed.

    Examples:
        >>> exporter_named("geojson").__name__
        'diplo_events.exporters.geojson'
    """
    check_choice("exporter", name, tuple(EXPORTS.values()))
    return importlib.import_module(f"{__name__.rpartition('.')[0]}.{name}")
