"""Read a dataset in one format and write it in another.

Examples:
  diplo-events convert mine.yaml mine.jsonl
  diplo-events convert - out.json --from yaml < mine.yaml
  diplo-events convert mine.json - --to jsonl | wc -l
"""

import argparse

from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import check_output, write_output

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("input", metavar="IN", help="the dataset to read; - for standard input")
    parser.add_argument("output", metavar="OUT", help="the file to write; - for standard output")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of IN")
    parser.add_argument("--to", choices=("json", "jsonl", "yaml"), help="the format of standard output")


def run(arguments: argparse.Namespace) -> int:
    """Convert."""
    check_output(arguments.output, arguments.to)
    write_output(read_input(arguments.input, arguments.format), arguments.output, arguments.to)
    return 0
