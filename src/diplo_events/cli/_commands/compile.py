"""Check the parts of a dataset and put them together in one file.

Examples:
  diplo-events compile seeds/ --texts ../articles -o all.json
  diplo-events compile actors.yaml first.yaml second.yaml -o all.jsonl
"""

import argparse
import sys

from diplo_events.cli._inputs import all_problems, files_of, merged
from diplo_events.cli._outputs import STDOUT, check_output, write_output
from diplo_events.coding.anchoring import read_texts

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    formats = ("json", "jsonl", "yaml")
    parser.add_argument("files", nargs="+", metavar="FILE", help="the parts, or a folder of them; - for standard input")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file; - for standard output")
    parser.add_argument("--from", dest="format", choices=formats, help="the format of the parts")
    parser.add_argument("--to", choices=formats, help="the format of standard output")
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts (*.txt) that the sources name by hash")


def run(arguments: argparse.Namespace) -> int:
    """Compile, unless something is wrong."""
    check_output(arguments.output, arguments.to)
    files = files_of(arguments.files)
    dataset, problems = merged(files, arguments.format)
    if not problems:
        texts = read_texts(arguments.texts) if arguments.texts is not None else None
        problems = all_problems(dataset, arguments.files, files, texts=texts, format_name=arguments.format)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        count = len(problems)
        print(f"{count} problem{'s' * (count != 1)}; {arguments.output} was not written", file=sys.stderr)
        return 1
    write_output(dataset, arguments.output, arguments.to)
    if arguments.output != STDOUT:
        print(f"{arguments.output}: {repr(dataset).strip('<>')}")
    return 0
