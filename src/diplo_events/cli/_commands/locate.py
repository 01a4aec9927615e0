"""Find where words stand in a text: the spans that encodings need."""

import argparse
import sys
from typing import Final

from diplo_events._internal.texts.display import quoted
from diplo_events.cli._inputs import read_stdin
from diplo_events.cli._outputs import print_json
from diplo_events.cli._shared_options import STDIN
from diplo_events.coding.anchoring import locate, missing_half, near_miss
from diplo_events.formats.files import read_file
from diplo_events.formats.located import decode

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events locate article.txt "in any form"
  diplo-events locate article.txt "Moscow would … of a settlement."    from the first to the last words
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("text", metavar="TEXT", help="the file with the text, in UTF-8; - for standard input")
    parser.add_argument("words", help="the exact words; ' … ' means everything between the first and the last")
    parser.add_argument("--json", action="store_true", help="print a JSON list of spans")


def run(arguments: argparse.Namespace) -> int:
    """Print the spans."""
    data = read_stdin() if arguments.text == STDIN else read_file(arguments.text)
    decode(data, file=arguments.text)
    text = data.decode()
    places = locate(text, arguments.words)
    if arguments.json:
        print_json([{"start": start, "end": end} for start, end in places])
    for start, end in () if arguments.json else places:
        line = text.count("\n", 0, start) + 1
        print(f"{{start: {start}, end: {end}}}    line {line}: {quoted(text[start:end])}")
    if not places:
        near = near_miss(text, arguments.words)
        half = missing_half(text, arguments.words)
        absent = f": {quoted(half)} is not there, or not in this order" if half else ""
        hint = f"; the text has {quoted(near)}" if near else absent
        print(f"not found{hint}", file=sys.stderr)
    return 0 if places else 1
