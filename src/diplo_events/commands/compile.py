"""Check the parts of a dataset and put them together in one file.

Examples:
  diplo-events compile seeds/ --texts ../articles -o all.json
  diplo-events compile actors.yaml first.yaml second.yaml -o all.jsonl
"""

import argparse
import sys

from diplo_events.formats import write
from diplo_events.inputs import all_problems, files_of, merged

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="the parts, or a folder of them")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write")
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts (*.txt) that the sources name by hash")


def run(arguments: argparse.Namespace) -> int:
    """Compile, unless something is wrong."""
    files = files_of(arguments.files)
    dataset, problems = merged(files)
    problems.extend(all_problems(dataset, arguments.files, files, arguments.texts))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problems; {arguments.output} was not written", file=sys.stderr)
        return 1
    write(dataset, arguments.output)
    print(f"{arguments.output}: {repr(dataset).strip('<>')}")
    return 0
