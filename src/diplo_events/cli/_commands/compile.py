"""Check the parts of a dataset and merge them into one file."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final, get_args

from diplo_events._internal.texts.display import one_line
from diplo_events.cli._frames import with_frames
from diplo_events.cli._inputs import parts_of
from diplo_events.cli._merging import agreeing, new_id, renamed
from diplo_events.cli._outputs import STDOUT, check_output, write_output
from diplo_events.cli._shared_options import add_input_format, add_output_format
from diplo_events.cli._style import style_for_errors
from diplo_events.coding import check
from diplo_events.dataset import OnConflict
from diplo_events.errors import Problem
from diplo_events.formats.parts import Part
from diplo_events.shorthand import ShortParts

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events compile seeds/ --texts ../articles -o all.json
  diplo-events compile actors.yaml first.yaml second.yaml -o all.jsonl
  diplo-events compile first.json second.json --rename e-macron=macron --on-conflict first -o all.json
  diplo-events compile first.json second.json --on-conflict list -o agreed.json

A YAML file may be in short form, with passages and quotes by their words; OUT has the full one.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="the parts, or a folder of them; - for standard input")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file; - for standard output")
    add_input_format(parser, "the parts")
    add_output_format(parser)
    parser.add_argument(
        "--on-conflict",
        choices=get_args(OnConflict),
        default="error",
        help="what to do with records that differ: refuse them; or list them, and keep those of the first part or none",
    )
    parser.add_argument(
        "--rename",
        action="append",
        type=new_id,
        default=[],
        metavar="OLD=NEW",
        help="a new id for an old one, wherever it is referred to",
    )
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts (*.txt), which are found by their hash")


def run(arguments: argparse.Namespace) -> int:
    """Write the file, unless there are problems."""
    before = check_output(arguments.output, arguments.to)
    parts = parts_of(arguments.files, arguments.format)
    output = None if arguments.output == STDOUT else arguments.output
    short = ShortParts(arguments.texts)
    left_out: list[Problem] = []

    def prepare(parts: Sequence[Part]) -> Sequence[Part]:
        full = renamed(short(parts), dict(arguments.rename))
        if arguments.on_conflict != "error":
            full, differing = agreeing(full, first=arguments.on_conflict == "first")
            left_out.extend(differing)
        return full

    result = check(parts, texts=arguments.texts, format=arguments.format, leave_out=output, prepare=prepare)
    for difference in left_out:
        print(difference, file=sys.stderr)
    for note in (*short.notes, *result.notes):
        print(f"note: {note}", file=sys.stderr)
    for line in with_frames(result.problems, style=style_for_errors()):
        print(line, file=sys.stderr)
    if result.problems:
        count = len(result.problems)
        print(f"{count} problem{'s' * (count != 1)}; {one_line(arguments.output)} was not written", file=sys.stderr)
        return 1
    write_output(result.dataset, arguments.output, arguments.to, before=before)
    if arguments.output != STDOUT:
        print(f"{one_line(arguments.output)}: {repr(result.dataset).strip('<>')}")
    return 0
