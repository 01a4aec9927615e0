"""Read a dataset in one format and write it in another."""

import argparse
from typing import Final

from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import check_output, write_output
from diplo_events.cli._shared_options import add_input_format, add_output_format

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events convert mine.yaml mine.jsonl
  diplo-events convert - out.json --from yaml < mine.yaml
  diplo-events convert mine.json - --to jsonl | wc -l
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("input", metavar="IN", help="the dataset to read; - for standard input")
    parser.add_argument("output", metavar="OUT", help="the file to write; - for standard output")
    add_input_format(parser, "IN")
    add_output_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Convert."""
    before = check_output(arguments.output, arguments.to)
    write_output(read_input(arguments.input, arguments.format), arguments.output, arguments.to, before=before)
    return 0
