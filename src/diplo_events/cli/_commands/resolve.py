"""Resolve the time words of a text to a date."""

import argparse
from typing import Final

from diplo_events.cli._shared_options import event_date
from diplo_events.dates.relative import resolve

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events resolve "last Thursday" --published 2025-09-04
  diplo-events resolve "earlier this week" --published 2025-09-04
  diplo-events resolve "25 October 1917" --calendar julian
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("phrase", help="the time words")
    parser.add_argument(
        "--published",
        type=event_date,
        metavar="DATE",
        help="when the text was published, in EDTF; not needed if the words name their own year",
    )
    parser.add_argument(
        "--direction", choices=("past", "future"), default="past", help="whether the text looks back or ahead"
    )
    parser.add_argument(
        "--calendar",
        choices=("gregorian", "julian"),
        default="gregorian",
        help="the calendar of dates with a day and a month",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the date in EDTF."""
    published, direction, calendar = arguments.published, arguments.direction, arguments.calendar
    print(resolve(arguments.phrase, published, direction=direction, calendar=calendar))
    return 0
