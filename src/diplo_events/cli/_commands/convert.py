"""Read a dataset in one format and write it in another."""

import argparse
import sys
from pathlib import Path
from typing import Final

from diplo_events._internal.system.atomic_file import FileState
from diplo_events._internal.texts.display import one_line
from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import STDOUT, check_output, write_data, write_output
from diplo_events.cli._shared_options import UsageError, add_input_format, add_output_format
from diplo_events.formats import ONE_WAY, format_of
from diplo_events.formats.contents import write_content

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = f"""\
Examples:
  diplo-events convert mine.yaml mine.jsonl
  diplo-events convert - out.json --from yaml < mine.yaml
  diplo-events convert mine.json - --to jsonl | wc -l
  diplo-events convert mine.json mine.csv --spreadsheet
  diplo-events convert mine.json map.geojson --lossy
  diplo-events convert mine.json - --to md --lossy | less
  diplo-events convert drafts.yaml tasks.label-studio.json --texts texts/ --lossy

Written one way, with --lossy: {" ".join(ONE_WAY)}
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


ONE_WAY_NAMES: Final = tuple(suffix.removeprefix(".") for suffix in ONE_WAY)
"""What formats written one way are called on standard output: their suffixes, without the point."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("input", metavar="IN", help="the dataset to read; - for standard input")
    parser.add_argument("output", metavar="OUT", help="the file to write; - for standard output")
    add_input_format(parser, "IN")
    add_output_format(parser, one_way=ONE_WAY_NAMES)
    parser.add_argument(
        "--lossy", action="store_true", help="write a format that cannot hold everything, and list what is lost"
    )
    parser.add_argument(
        "--spreadsheet",
        action="store_true",
        help="of CSV: mark texts that a spreadsheet takes for formulas; reading takes the marks off",
    )
    parser.add_argument(
        "--texts", metavar="DIR", help="a folder with the texts of the sources, which tools for annotation show"
    )


def run(arguments: argparse.Namespace) -> int:
    """Convert."""
    if arguments.spreadsheet:
        check_is_csv(arguments.output)
    to_stdout = arguments.output == STDOUT
    one_way = arguments.to in ONE_WAY_NAMES if to_stdout else arguments.output.lower().endswith(tuple(ONE_WAY))
    if arguments.texts and not one_way:
        raise UsageError("--texts is for tools that show texts; a dataset never has them")
    if one_way:
        return run_one_way(arguments)
    before = check_output(arguments.output, arguments.to)
    dataset = read_input(arguments.input, arguments.format, may_stay=True)
    if arguments.spreadsheet:
        write_content(format_of(arguments.output).dumps(dataset, spreadsheet=True), arguments.output, before=before)
    else:
        write_output(dataset, arguments.output, arguments.to, before=before)
    return 0


def check_is_csv(output: str) -> None:
    """Refuse `--spreadsheet` for other formats than CSV.

    Raises:
        UsageError: the output is another format, or standard output.
    """
    if not output.lower().endswith((".csv", ".csv.zip")):
        raise UsageError(f"--spreadsheet is for CSV, such as articles.csv; {one_line(output)} is something else")


def run_one_way(arguments: argparse.Namespace) -> int:
    """Write a format that may lose something, if that is wanted, and list what is lost."""
    from diplo_events.exporters import WITH_TEXTS, export_name, exporter_named  # noqa: PLC0415  (slow, and seldom wanted)

    output: str = arguments.output
    if arguments.to and output != STDOUT:
        raise UsageError(f"--to is for standard output; the suffix of {one_line(output)} determines the format")
    before = FileState.of(output)
    dataset = read_input(arguments.input, arguments.format)
    file = "standard output" if output == STDOUT else one_line(Path(output).name)
    name = export_name(f"out.{arguments.to}" if output == STDOUT else output) or ""
    exporter = exporter_named(name)
    if arguments.texts and name not in WITH_TEXTS:
        raise UsageError(f"--texts is for tools that show texts; {file} is something else")
    options = {"texts": texts_in(arguments.texts)} if arguments.texts else {}
    losses = exporter.losses(dataset, **options)
    if losses and not arguments.lossy:
        print(f"{file} would lose what is listed here; write it with --lossy", file=sys.stderr)
    elif losses:
        print(f"{file} lacks:", file=sys.stderr)
    for loss in losses:
        print(f"  {loss}", file=sys.stderr)
    if losses and not arguments.lossy:
        return 2
    content: str | bytes = exporter.dumps(dataset, **options)
    write_data(content.encode() if isinstance(content, str) else content, output, before=before)
    return 0


def texts_in(folder: str) -> dict[str, str]:
    """Return the texts of a folder, by their SHA-256."""
    from diplo_events.coding import read_texts  # noqa: PLC0415  (only exports with texts need it)

    return {key: text.content for key, text in read_texts(folder).items()}
