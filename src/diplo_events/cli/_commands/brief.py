"""Print what a dataset says: on one screen what sources differ and agree on, who is for what, what is to come."""

import argparse
from typing import Final

from diplo_events._internal.gazetteer import Gazetteer
from diplo_events._internal.texts.display import one_line
from diplo_events.analysis.findings import Finding, find_findings
from diplo_events.cli._answers import Row, add_forms, print_answer
from diplo_events.cli._brief_screen import overview
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import STDOUT, check_page, write_text
from diplo_events.cli._pager import page_lines
from diplo_events.cli._shared_options import EXAMPLE, UsageError, add_dataset, event_date
from diplo_events.cli._style import style_for_output
from diplo_events.coding import read_texts
from diplo_events.report.terminal import brief

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events brief                      the bundled dataset, on one screen
  diplo-events brief mine.yaml            a file of yours
  diplo-events brief --full               every record: who said what, meetings, claims, positions
  diplo-events brief - --from jsonl       standard input
  diplo-events brief --html report.html   one self-contained page: stances, timeline, contradictions and more
  diplo-events brief --html report.html --places  the same, with towns on its map
  diplo-events brief mine.yaml --html report.html --texts articles/    with each passage in its sentence
  diplo-events brief --json               every finding, with the records that show it

In Python: diplo_events.analysis.findings.find_findings.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

COLUMNS: Final = ("kind", "about", "sentence", "records", "sources")
"""The columns of findings."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_dataset(parser)
    add_form = add_forms(parser)
    add_form("--full", action="store_true", help="print every record; on a terminal, through a pager")
    add_form("--html", metavar="OUT", help="write one self-contained HTML page instead; - for standard output")
    parser.add_argument(
        "--at", type=event_date, metavar="DATE", help="with --html: the date of the stance matrix, in EDTF"
    )
    parser.add_argument(
        "--texts",
        metavar="DIR",
        help="with --html: a folder with the texts (*.txt), found by their hash; each passage stands in its sentence",
    )
    parser.add_argument(
        "--places",
        action="store_true",
        help="with --html: put places without coordinates on the map, by a list of towns (extra 'places')",
    )


def gazetteer() -> Gazetteer:
    """Return the gazetteer of the world.

    Raises:
        MissingExtraError: its packages are not installed.
    """
    from diplo_events.drafting.world import world  # noqa: PLC0415  (needs an extra)

    return world()


def run(arguments: argparse.Namespace) -> int:
    """Print the brief."""
    before = check_page(arguments.html or STDOUT, [arguments.file, *([arguments.texts] if arguments.texts else [])])
    if arguments.at and not arguments.html:
        raise UsageError("--at goes with --html; see diplo-events stances --at for the terminal")
    for name in ("places", "texts"):
        if getattr(arguments, name) and not arguments.html:
            raise UsageError(f"--{name} goes with --html")
    dataset = read_dataset(arguments)
    style = style_for_output()
    if arguments.html:
        from diplo_events.report.html import html_report  # noqa: PLC0415  (slow, and only the page needs it)

        page = html_report(
            dataset,
            at=arguments.at,
            gazetteer=gazetteer() if arguments.places else None,
            texts=read_texts(arguments.texts) if arguments.texts else None,
        )
        write_text(page, arguments.html, before=before)
    elif arguments.full:
        page_lines(brief(dataset, style=style))
    else:
        name = "" if arguments.file == EXAMPLE else f" {one_line(arguments.file)}"
        rows = (row_of(found) for found in find_findings(dataset))
        print_answer(arguments, COLUMNS, rows, lines=overview(dataset, style=style, name=name))
    return 0


def row_of(found: Finding) -> Row:
    """Return the row of a finding."""
    return {
        "kind": found.kind.value,
        "about": found.about,
        "sentence": found.sentence,
        "records": found.records,
        "sources": found.sources,
    }
