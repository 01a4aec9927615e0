"""Print what a dataset says: sources, who said what, meetings, claims, positions."""

import argparse
from typing import Final

from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import STDOUT, check_page, write_text
from diplo_events.cli._shared_options import UsageError, add_dataset, event_date
from diplo_events.cli._style import style_for_output
from diplo_events.report.html import html_report
from diplo_events.report.terminal import brief

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events brief                      the bundled dataset
  diplo-events brief mine.yaml | less     a file of yours
  diplo-events brief - --from jsonl       standard input
  diplo-events brief --html report.html   one self-contained page: stances, timeline, contradictions and more
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_dataset(parser)
    parser.add_argument(
        "--html", metavar="OUT", help="write one self-contained HTML page instead; - for standard output"
    )
    parser.add_argument(
        "--at", type=event_date, metavar="DATE", help="with --html: the date of the stance matrix, in EDTF"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the brief."""
    before = check_page(arguments.html or STDOUT, [arguments.file])
    dataset = read_dataset(arguments)
    if arguments.html:
        write_text(html_report(dataset, at=arguments.at), arguments.html, before=before)
        return 0
    if arguments.at:
        raise UsageError("--at goes with --html; see diplo-events stances --at for the terminal")
    for line in brief(dataset, style=style_for_output()):
        print(line)
    return 0
