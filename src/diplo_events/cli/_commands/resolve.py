"""Turn the time words of a text into a date.

Examples:
  diplo-events resolve "last Thursday" --published 2025-09-04
  diplo-events resolve "earlier this week" --published 2025-09-04
"""

import argparse

from diplo_events.cli._inputs import UsageError
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.errors import EventDateError

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("phrase", help="the time words")
    parser.add_argument("--published", required=True, metavar="DATE", help="when the text was published, in EDTF")
    parser.add_argument(
        "--direction", choices=("past", "future"), default="past", help="whether the text looks back or ahead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the date in EDTF."""
    try:
        published = EventDate.parse(arguments.published)
    except EventDateError as error:
        raise UsageError(f"--published: {error}") from None
    print(resolve(arguments.phrase, published, direction=arguments.direction))
    return 0
