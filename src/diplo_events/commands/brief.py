"""Tell what a dataset says: sources, who said what, meetings, claims, positions.

Examples:
  diplo-events brief                      the bundled dataset
  diplo-events brief mine.yaml | less     a file of yours
  diplo-events brief - --from jsonl       standard input
"""

import argparse
import os
import sys

from diplo_events.brief import PLAIN, Style, brief
from diplo_events.example_data import load
from diplo_events.inputs import read_input

__all__ = ["configure", "run", "style_for_output"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", nargs="?", help="a dataset; the bundled one by default, - for standard input")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of the input")


def run(arguments: argparse.Namespace) -> int:
    """Print the brief."""
    dataset = read_input(arguments.file, arguments.format) if arguments.file else load()
    for line in brief(dataset, style=style_for_output()):
        print(line)
    return 0


def style_for_output() -> Style:
    """Give the style for standard output: colours only on a terminal, and not where NO_COLOR is set."""
    if not sys.stdout.isatty():
        return PLAIN
    style = Style.terminal()
    return Style(width=style.width) if os.environ.get("NO_COLOR") else style
