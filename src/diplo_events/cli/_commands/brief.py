"""Tell what a dataset says: sources, who said what, meetings, claims, positions.

Examples:
  diplo-events brief                      the bundled dataset
  diplo-events brief mine.yaml | less     a file of yours
  diplo-events brief - --from jsonl       standard input
  diplo-events brief --html report.html   one self-contained page: stances, timeline, contradictions and more
"""

import argparse

from diplo_events.cli._inputs import UsageError, read_input
from diplo_events.cli._outputs import style_for_output, write_text
from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError
from diplo_events.example_data import load
from diplo_events.report.html import report
from diplo_events.report.terminal import brief

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", nargs="?", help="a dataset; the bundled one by default, - for standard input")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of the input")
    parser.add_argument(
        "--html", metavar="OUT", help="write one self-contained HTML page instead; - for standard output"
    )
    parser.add_argument("--at", metavar="DATE", help="with --html: the date of the stance matrix, in EDTF")


def run(arguments: argparse.Namespace) -> int:
    """Print the brief."""
    dataset = read_input(arguments.file, arguments.format) if arguments.file else load()
    if arguments.html:
        try:
            at = EventDate.parse(arguments.at) if arguments.at else None
        except EventDateError as error:
            raise UsageError(f"--at: {error}") from None
        write_text(report(dataset, at=at), arguments.html)
        return 0
    if arguments.at:
        raise UsageError("--at goes with --html; see diplo-events stances --at for the terminal")
    for line in brief(dataset, style=style_for_output()):
        print(line)
    return 0
