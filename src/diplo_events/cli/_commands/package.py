"""Write a dataset into a folder with what others need to find, cite and load it."""

import argparse
import sys
from pathlib import Path
from typing import Final

from diplo_events._internal.texts.display import one_line
from diplo_events.cli._inputs import read_input
from diplo_events.cli._shared_options import STDIN, UsageError, add_input_format
from diplo_events.exporters.package_descriptions import CROISSANT, DESCRIPTOR, README, companions, is_reserved
from diplo_events.formats import json
from diplo_events.formats.package_folders import package_states, write_package

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
The folder gets the dataset as JSON, a Frictionless datapackage.json, a Croissant croissant.json and a README.md with
counts, sources, hashes, limits, licence and citation. An earlier package there is replaced as a whole; what package
did not write is never replaced. diplo-events check compares the files of the folder with the hashes in
datapackage.json.

Examples:
  diplo-events package mine.yaml -o release/
  diplo-events package - -o release/ --from jsonl --name mine.json
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar="FILE", help="a dataset; - for standard input")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder; created if it does not exist")
    parser.add_argument("--name", metavar="FILE", help="the name of the JSON file; that of FILE by default")
    parser.add_argument("--drafts", action="store_true", help="package records with fields that are not coded yet, too")
    add_input_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the folder."""
    name = arguments.name or (Path(arguments.file).stem + ".json" if arguments.file != STDIN else "dataset.json")
    if Path(name).name != name or not name.lower().endswith(".json"):
        raise UsageError(f"{one_line(name)}: expected the name of a JSON file, without a folder")
    if is_reserved(name):
        raise UsageError(f"{one_line(name)}: a description of the dataset has this name; choose another with --name")
    folder = Path(arguments.output)
    before = package_states(folder, [name, CROISSANT, README, DESCRIPTOR])
    dataset = read_input(arguments.file, arguments.format)
    if (number := len(dataset.drafts)) and not arguments.drafts:
        are = "record has" if number == 1 else "records have"
        remedy = "code them, or package them as they are with --drafts"
        print(f"{one_line(arguments.file)}: {number:,} {are} fields that are not coded yet; {remedy}", file=sys.stderr)
        return 1
    data = json.dumps(dataset).encode()
    files = {name: data} | companions(dataset, data, file=name)
    folder.mkdir(parents=True, exist_ok=True)
    write_package(folder, files, before=before)
    for file in files:
        print(one_line(str(folder / file)))
    return 0
