"""Resolve the time words of a text to a date.

Examples:
  diplo-events resolve "last Thursday" --published 2025-09-04
  diplo-events resolve "earlier this week" --published 2025-09-04
"""

import argparse

from diplo_events.cli._arguments import event_date
from diplo_events.dates.relative import resolve

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("phrase", help="the time words")
    parser.add_argument(
        "--published", required=True, type=event_date, metavar="DATE", help="when the text was published, in EDTF"
    )
    parser.add_argument(
        "--direction", choices=("past", "future"), default="past", help="whether the text looks back or ahead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the date in EDTF."""
    print(resolve(arguments.phrase, arguments.published, direction=arguments.direction))
    return 0
