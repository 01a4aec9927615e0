"""The importers by name, what each reads, and which options it has; `import_from` runs one."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, Final

import attrs

from diplo_events.errors import ArgumentError, check_choice
from diplo_events.importers._counting import RecordStream
from diplo_events.importers._making import RECORDS, lines
from diplo_events.importers._report import Imported
from diplo_events.importers._rows import SourceRows

__all__ = ["IMPORTERS", "ImporterEntry", "import_from", "importer_named", "stream_from"]


@attrs.frozen(kw_only=True)
class ImporterEntry:
    """What an importer reads, and which options it has."""

    reads: str
    """What it reads, in a line."""
    texts: bool = False
    """Whether it can use the texts that were coded, from a folder."""
    mapping: bool = False
    """Whether a file can say which label becomes which field or record."""
    streams: bool = False
    """Whether it can yield its records one after the other, in constant memory."""


IMPORTERS: Final[Mapping[str, ImporterEntry]] = MappingProxyType(
    {
        "acled": ImporterEntry(reads="ACLED events: CSV, 31 columns", streams=True),
        "gdelt": ImporterEntry(reads="GDELT events 1 and 2: tab-separated, 57, 58 or 61 columns", streams=True),
        "gdelt_gkg": ImporterEntry(reads="GDELT Global Knowledge Graph 2.1: tab-separated, 27 columns", streams=True),
        "gdelt_mentions": ImporterEntry(reads="GDELT 2 mentions: tab-separated, 16 columns"),
        "icews": ImporterEntry(reads="ICEWS Coded Event Data: tab-separated, 20 columns", streams=True),
        "icow": ImporterEntry(reads="ICOW territorial claims: CSV, a row for each dyad"),
        "pax": ImporterEntry(reads="PA-X peace agreements: CSV, up to 297 columns"),
        "plover": ImporterEntry(reads="PLOVER events: JSON Lines, or objects of JSON", streams=True),
        "polecat": ImporterEntry(reads="POLECAT events: tab-separated, 40 columns", streams=True),
        "ucdp": ImporterEntry(reads="UCDP GED events: CSV, 49 columns, or JSON Lines", streams=True),
        "undl_votes": ImporterEntry(reads="votes of the UN Digital Library: CSV, a row for each member"),
        "ungdc": ImporterEntry(reads="UN General Debate Corpus: a folder of texts, ISO3_session_year.txt"),
        "unsc": ImporterEntry(reads="UN Security Council Debates: a folder of texts, with speaker.tsv"),
        "dna": ImporterEntry(reads="Discourse Network Analyzer 3: a database .dna", mapping=True),
        "brat": ImporterEntry(reads="brat: .ann beside .txt, or a folder of them", texts=True, mapping=True),
        "web_annotation": ImporterEntry(reads="W3C Web Annotation, Hypothes.is: JSON", texts=True, mapping=True),
        "doccano": ImporterEntry(reads="doccano: JSON Lines, or a folder with one for each member", mapping=True),
        "label_studio": ImporterEntry(reads="Label Studio: the export in JSON", mapping=True),
        "webanno": ImporterEntry(reads="WebAnno TSV 3, of WebAnno and INCEpTION", texts=True, mapping=True),
        "inception": ImporterEntry(reads="INCEpTION: UIMA CAS in JSON or XMI, also zipped", mapping=True),
        "langextract": ImporterEntry(reads="langextract: JSON Lines", mapping=True),
    }
)
"""The importers, by name; each is a module of this package with `read`, and with `iter_records` where it streams."""


NO_USE: Final = MappingProxyType(
    {
        "texts": "a folder of texts: what it reads has its texts in it, or was coded without any",
        "mapping": "a map of labels: what its codes and columns become is fixed; change the records afterwards",
    }
)
"""Why an importer does not have an option."""


def importer_named(name: str) -> ModuleType:
    """Return the module of an importer.

    Raises:
        ArgumentError: no importer has that name; the message says which was probably meant.
        MissingExtraError: it needs a package that is not installed.

    Examples:
        >>> importer_named("icews").__name__
        'diplo_events.importers.icews'
        >>> importer_named("icew")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentError: expected the format to be acled, ..., found 'icew'; did you mean 'icews'?
    """
    check_choice("the format", name, tuple(IMPORTERS))
    return importlib.import_module(f"{__name__.rpartition('.')[0]}.{name}")


def import_from(
    name: str, path: str | Path, *, texts: str | Path | None = None, mapping: str | Path | None = None
) -> Imported:
    """Read a file of another format by the importer of that name.

    Args:
        name: The name of the importer, one of `IMPORTERS`.
        path: The file, or the folder where a source is one.
        texts: A folder with the texts that were coded.
        mapping: A file that says which label becomes which field or record.

    Raises:
        ArgumentError: no importer has that name, or it has no such option.
        NotReadableError: the file is not in that format at all.
        MissingExtraError: the importer needs a package that is not installed.
        OSError: the file cannot be read.
    """
    module = importer_named(name)
    imported: Imported = module.read(path, **options_of(name, texts=texts, mapping=mapping))
    return imported


def stream_from(
    name: str, path: str | Path, *, mapping: str | Path | None = None, as_lines: bool = False
) -> RecordStream:
    """Read a large file of another format record by record.

    Args:
        name: The name of the importer, one that streams.
        path: The file.
        mapping: A file that says which label becomes which field or record.
        as_lines: Whether lines pass for the records, as `dump_records` writes them: in less than half the time.

    Raises:
        ArgumentError: no importer has that name, it does not stream, or it has no such option.
        NotReadableError: the file is not in that format at all.
        OSError: the file cannot be read.
    """
    module = importer_named(name)
    if not IMPORTERS[name].streams:
        raise ArgumentError(f"the importer {name!r} reads a source as a whole; use import_from")
    options_of(name, texts=None, mapping=mapping)
    rows: type[SourceRows] = module.ROWS
    return rows.streamed(path, lines() if as_lines else RECORDS)


def options_of(name: str, **options: str | Path | None) -> dict[str, Any]:
    """Return the options that are given.

    Raises:
        ArgumentError: the importer does not have one of them.
    """
    given = {option: value for option, value in options.items() if value is not None}
    for option in given:
        if not getattr(IMPORTERS[name], option):
            raise ArgumentError(f"the importer {name!r} has no use for {NO_USE[option]}")
    return given
