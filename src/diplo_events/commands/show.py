"""Show all that a dataset holds of one record.

Examples:
  diplo-events show zakharova                   from the bundled dataset
  diplo-events show s12 --file mine.yaml        from a file of yours
  diplo-events show zakharova --json            as plain data
"""

import argparse
import json

from diplo_events.brief import describe
from diplo_events.commands.brief import style_for_output
from diplo_events.document import plain_record
from diplo_events.errors import suggestion
from diplo_events.example_data import load
from diplo_events.inputs import UsageError, read_input

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("id", help="the id of the record")
    parser.add_argument("--file", help="a dataset; the bundled one by default, - for standard input")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of the input")
    parser.add_argument("--json", action="store_true", help="print the record as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the record."""
    dataset = read_input(arguments.file, arguments.format) if arguments.file else load()
    if arguments.id not in dataset:
        hint = suggestion(arguments.id, dataset)
        raise UsageError(f"no record has the id {arguments.id!r}{f'; {hint}' if hint else ''}")
    if arguments.json:
        print(json.dumps(plain_record(dataset[arguments.id]), ensure_ascii=False, indent=2))
        return 0
    for line in describe(dataset, arguments.id, style=style_for_output()):
        print(line)
    return 0
