"""Ask a dataset in SQL."""

import argparse
from typing import Final

from diplo_events._internal.system.atomic_file import FileState
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import STDOUT, write_text
from diplo_events.cli._shared_options import UsageError, add_dataset
from diplo_events.cli._tables import aligned, as_csv, as_jsonl
from diplo_events.errors import ArgumentError

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events sql "select stance, count(*) from positions group by stance"      of the bundled dataset
  diplo-events sql "select * from stances where actor = 'putin'" mine.json --csv
  diplo-events sql "select unnest(speaker_names) as name, count(*) as n from statements group by name order by n desc"
  diplo-events sql "show tables"
  diplo-events sql "describe statements"

The SQL is that of DuckDB. It reads the tables of the dataset (see diplo-events table), no files and no network.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("question", metavar="SQL", help="the question: one statement that reads, such as a SELECT")
    add_dataset(parser)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--csv", action="store_true", help="as CSV (RFC 4180)")
    kinds.add_argument("--json", action="store_true", help="as JSON Lines, an object for each row")


def run(arguments: argparse.Namespace) -> int:
    """Print what the question finds."""
    from diplo_events.tables.sql import query  # noqa: PLC0415  (it needs an extra, and the help does not)

    try:
        result = query(read_dataset(arguments, may_stay=True), arguments.question)
    except ArgumentError as error:
        raise UsageError(str(error)) from None
    if arguments.csv:
        text = as_csv(result.names, result.rows)
    elif arguments.json:
        if len(set(result.names)) < len(result.names):
            raise UsageError("two columns have one name, which no JSON object can hold: name one of them with AS")
        text = as_jsonl(result.names, result.rows)
    else:
        text = "".join(f"{line}\n" for line in aligned(result.names, result.rows))
    write_text(text, STDOUT, before=FileState.of(STDOUT))
    return 0
