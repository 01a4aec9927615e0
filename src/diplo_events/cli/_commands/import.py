"""Read what other tools and data sets have, write it as records, and account for each row."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeVar

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events._internal.system.atomic_stream import writing
from diplo_events._internal.texts.display import legible_message, one_line
from diplo_events.cli._outputs import check_output, write_output
from diplo_events.cli._shared_options import UsageError
from diplo_events.errors import ArgumentError
from diplo_events.formats import json as json_format
from diplo_events.formats.record_stream import dump_records
from diplo_events.importers import IMPORTERS, Imported, ImportReport, import_from, importer_named, stream_from
from diplo_events.model.ids import slug

__all__ = ["EPILOG", "configure", "run"]

T = TypeVar("T")

WIDEST: Final = max(map(len, IMPORTERS))

EPILOG: Final = f"""\
Each row of IN makes records, is joined to another row, or is refused with a reason; the report on standard error
accounts for all of them, with file and line. Fields that the source does not have are open, and nothing is invented.
The exit code is 1 if IN has defects; what is not damaged is written all the same.

Formats:
{chr(10).join(f"  {name:<{WIDEST}}  {entry.reads}" for name, entry in IMPORTERS.items())}

Examples:
  diplo-events import icews events.2018.tab events.jsonl
  diplo-events import icews events.2018.tab events.jsonl --report report.json --force
  diplo-events import dna hearings.dna hearings.json --save-texts texts/ --codings coders/
  diplo-events import brat project/ project.json --texts texts/ --map labels.yaml
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

STREAMED: Final = ".jsonl"
"""The suffix of the format that is written record by record."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("source", metavar="FORMAT", help="what IN is; the formats are listed below")
    parser.add_argument("input", metavar="IN", help="the file to read, or the folder where a source is one")
    parser.add_argument("output", metavar="OUT", help="the dataset to write; .jsonl for sources of any size")
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts that were coded")
    parser.add_argument("--map", metavar="FILE", help="a file that says which label becomes which field or record")
    parser.add_argument("--save-texts", metavar="DIR", help="write the texts that stand in IN, a file for each source")
    parser.add_argument(
        "--codings", metavar="DIR", help="write the records of each annotator, a file for each, for agree to compare"
    )
    parser.add_argument("--report", metavar="FILE", help="also write the report as JSON, with all findings")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def run(arguments: argparse.Namespace) -> int:
    """Import a source, and print the report."""
    name, output = arguments.source, arguments.output
    before = check_arguments(arguments)
    options = {"texts": arguments.texts, "mapping": arguments.map}
    try:
        importer_named(name)
        if IMPORTERS[name].streams and output.lower().endswith(STREAMED) and not arguments.texts:
            report = run_stream(name, arguments, before)
        else:
            imported = import_from(name, arguments.input, **options)
            write_output(imported.dataset, output, None, before=before)
            write_folders(arguments, imported)
            report = imported.report
    except ArgumentError as error:
        raise UsageError(str(error)) from None
    for line in str(report).split("\n"):
        print(legible_message(line), file=sys.stderr)
    if arguments.report:
        text = json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n"
        write_bytes(arguments.report, text.encode())
    return 1 if report.has_problems else 0


def write_folders(arguments: argparse.Namespace, imported: Imported) -> None:
    """Write the texts that stand in a source, and the records of each annotator."""
    if arguments.save_texts:
        for name, text in file_names(imported.texts).items():
            save(Path(arguments.save_texts) / f"{name}.txt", text.encode())
    if arguments.codings:
        for name, dataset in file_names(imported.codings).items():
            save(Path(arguments.codings) / f"{name}.json", json_format.dumps(dataset).encode())


def file_names(items: Mapping[str, T]) -> dict[str, T]:
    """Return items under names of files, no two of which are the same where case does not count.

    >>> file_names({"Ana B.": 1, "ana-b": 2, "veld/1": 3})
    {'ana-b': 1, 'ana-b-2': 2, 'veld-1': 3}
    """
    named: dict[str, T] = {}
    for key, item in items.items():
        plain = name = (slug(key) or key).replace("/", "-")
        number = 1
        while name.casefold() in {other.casefold() for other in named}:
            number += 1
            name = f"{plain}-{number}"
        named[name] = item
    return named


def save(path: Path, content: bytes) -> None:
    """Write a file of a folder, which is made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, content)


def run_stream(name: str, arguments: argparse.Namespace, before: FileState) -> ImportReport:
    """Write the records of a source as they come."""
    records = stream_from(name, arguments.input, mapping=arguments.map, as_lines=True)
    with writing(arguments.output, before=before) as stream:
        dump_records(records, stream)
    return records.report


def check_arguments(arguments: argparse.Namespace) -> FileState:
    """Refuse an output that is there already or cannot be written, before any work is done.

    Raises:
        UsageError: OUT is IN, or exists and `--force` is not given, or is not a format of this library.
    """
    output: str = arguments.output
    if output == "-":
        raise UsageError("OUT is a file: standard output gets nothing, as the report is of the whole")
    state = check_output(output, None)
    if state.numbers is not None and FileState.of(arguments.input) == state:
        raise UsageError(f"{one_line(output)} is the file to read: name another for the dataset")
    if Path(output).exists() and not arguments.force:
        raise UsageError(f"{one_line(output)} exists: name another file, or replace it with --force")
    for folder in (arguments.save_texts, arguments.codings):
        if folder and Path(folder).exists() and not (Path(folder).is_dir() and not any(Path(folder).iterdir())):
            raise UsageError(f"{one_line(folder)} exists and is not an empty folder: name another")
    return state
