"""List everything that is wrong with datasets: fields, references, dates and, given the texts, quotes and spans.

Examples:
  diplo-events check mine.yaml                     one file
  diplo-events check seeds/ --texts ../articles    a folder of encodings, held against the articles
  diplo-events check seeds/ --json | jq .          for a program
"""

import argparse
import json
import sys
from collections.abc import Sequence

import attrs

from diplo_events.anchoring import Coverage, coverage, read_texts
from diplo_events.dataset import Dataset
from diplo_events.errors import Problem
from diplo_events.inputs import all_problems, files_of, merged
from diplo_events.model import Source

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a dataset, or a folder of parts that make one; - for standard input",
    )
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of the input")
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts (*.txt) that the sources name by hash")
    parser.add_argument("--json", action="store_true", help="print a JSON object instead of lines")


def run(arguments: argparse.Namespace) -> int:
    """Check, and print what was found."""
    files = files_of(arguments.files)
    if sys.stderr.isatty():
        print(f"checking {len(files)} file{'s' * (len(files) != 1)} …", file=sys.stderr)
    dataset, problems = merged(files, arguments.format)
    problems.extend(all_problems(dataset, arguments.files, files, arguments.texts))
    covered: list[Coverage] = []
    if arguments.texts:
        texts = read_texts(arguments.texts)
        covered = [
            coverage(dataset, source, texts[source.sha256].content)
            for source in dataset.of_type(Source)
            if source.sha256 in texts
        ]
    if arguments.json:
        print(json.dumps(as_json(dataset, problems, covered), ensure_ascii=False, indent=2))
    else:
        print_lines(dataset, problems, covered)
    return 1 if problems else 0


def as_json(dataset: Dataset, problems: Sequence[Problem], covered: Sequence[Coverage]) -> dict[str, object]:
    """Give the result for a program."""
    return {
        "records": len(dataset),
        "problems": [attrs.asdict(problem) for problem in problems],
        "coverage": [attrs.asdict(line) for line in covered],
    }


def print_lines(dataset: Dataset, problems: Sequence[Problem], covered: Sequence[Coverage]) -> None:
    """Print the result for a person."""
    for problem in problems:
        print(problem)
    if covered:
        print(f"{'source':<40} {'sentences':>9} {'recorded':>9} {'uncoded':>9} {'left':>6}")
        for line in covered:
            numbers = f"{line.sentences:>9} {line.recorded:>9} {line.uncoded:>9} {len(line.uncovered):>6}"
            print(f"{line.source:<40} {numbers}")
    count = len(problems)
    print(f"{count or 'no'} problem{'s' * (count != 1)} in {len(dataset)} record{'s' * (len(dataset) != 1)}")
