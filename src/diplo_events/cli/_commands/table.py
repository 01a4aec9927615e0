"""Print a table of a dataset, or write it as CSV, JSON Lines or Parquet."""

import argparse
from collections.abc import Iterator
from typing import Final

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import STDOUT, write_text
from diplo_events.cli._shared_options import UsageError, add_dataset
from diplo_events.cli._tables import aligned, as_csv, as_jsonl
from diplo_events.dataset import Dataset
from diplo_events.tables import TABLES, Table, to_arrow
from diplo_events.tables import table as table_of

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events table                                         which tables there are
  diplo-events table statements --csv > statements.csv       from the bundled dataset
  diplo-events table who_met_whom mine.json                  from a file of yours, for people
  diplo-events table stances mine.json --jsonl
  diplo-events table positions --parquet -o positions.parquet

Lists and parts are JSON within CSV; an empty cell is empty.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", nargs="?", choices=TABLES, metavar="NAME", help=f"the table: {', '.join(TABLES)}")
    add_dataset(parser)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--csv", action="store_true", help="as CSV (RFC 4180)")
    kinds.add_argument("--jsonl", action="store_true", help="as JSON Lines")
    kinds.add_argument("--parquet", action="store_true", help="as Parquet; needs -o and the extra arrow")
    parser.add_argument("-o", "--output", metavar="OUT", default=STDOUT, help="the file to write; standard output else")
    parser.add_argument(
        "--no-labels",
        dest="labels",
        action="store_false",
        help="without the columns that make it readable: names beside ids, days beside dates",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the table."""
    output: str = arguments.output
    if arguments.parquet and output == STDOUT:
        raise UsageError("Parquet is not for standard output: name a file with -o, such as -o statements.parquet")
    before = FileState.of(output)
    dataset = read_dataset(arguments)
    if arguments.name is None:
        write_text("".join(f"{line}\n" for line in list_of_tables(dataset)), output, before=before)
        return 0
    table = table_of(dataset, arguments.name, labels=arguments.labels)
    if arguments.parquet:
        write_bytes(output, parquet_of(table), before=before)
    else:
        write_text(text_of(table, arguments), output, before=before)
    return 0


def text_of(table: Table, arguments: argparse.Namespace) -> str:
    """Return a table in the form that was asked for."""
    names = [column.name for column in table.columns]
    rows = [[row[name] for name in names] for row in table]
    if arguments.csv:
        return as_csv(names, rows)
    if arguments.jsonl:
        return as_jsonl(names, rows)
    return "".join(f"{line}\n" for line in aligned(names, rows))


def list_of_tables(dataset: Dataset) -> Iterator[str]:
    """Return the names of the tables, each with its size."""
    tables = [table_of(dataset, name) for name in TABLES]
    return aligned(["table", "rows", "columns"], [[table.name, len(table), len(table.columns)] for table in tables])


def parquet_of(table: Table) -> bytes:
    """Return a table as a Parquet file."""
    from diplo_events.formats.arrow_tables import parquet_file  # noqa: PLC0415  (the other forms need no extra)

    return parquet_file(to_arrow(table))
