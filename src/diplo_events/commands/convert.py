"""Read a dataset in one format and write it in another.

Examples:
  diplo-events convert mine.yaml mine.jsonl
  diplo-events convert - out.json --from yaml < mine.yaml
  diplo-events convert mine.json - --to jsonl | wc -l
"""

import argparse
import sys

from diplo_events.formats import format_of, write
from diplo_events.inputs import STDIN, UsageError, read_input

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("input", metavar="IN", help="the dataset to read; - for standard input")
    parser.add_argument("output", metavar="OUT", help="the file to write; - for standard output")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of IN")
    parser.add_argument("--to", choices=("json", "jsonl", "yaml"), help="the format of standard output")


def run(arguments: argparse.Namespace) -> int:
    """Convert."""
    if arguments.output == STDIN and not arguments.to:
        raise UsageError("standard output has no suffix: say --to json, jsonl or yaml")
    dataset = read_input(arguments.input, arguments.format)
    if arguments.output == STDIN:
        format_of(f"x.{arguments.to}").dump(dataset, sys.stdout.buffer)
    elif arguments.to:
        raise UsageError(f"--to is for standard output; the suffix of {arguments.output} says the format")
    else:
        write(dataset, arguments.output)
    return 0
