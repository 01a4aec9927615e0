"""List everything that is wrong with datasets: fields, references, dates and, given the texts, quotes and spans.

Proven: fields hold what they can hold, and references lead to records of the right
type; dates follow from the time words beside them or are named in a note; repeats share a
canonical_id with what they repeat; shared ids are those of identity.yaml, where a folder
has one. Proven with --texts: each text is the
one that was encoded; quotes stand at their spans, letter for letter; spans cut no word;
time words and spellings stand in the text; every letter and digit is in a record or
listed as uncoded; no person is named whom the text does not spell. Not proven: that a
record says what its passage says, and all of it.

Examples:
  diplo-events check mine.yaml                     one file
  diplo-events check seeds/ --texts ../articles    a folder of encodings, held against the articles
  diplo-events check seeds/ --json | jq .          for a program
"""

import argparse
import sys
from collections.abc import Mapping, Sequence

import attrs

from diplo_events.cli._inputs import all_problems, files_of, merged
from diplo_events.cli._outputs import print_json
from diplo_events.coding.anchoring import Coverage, Text, coverage, read_texts
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, Problem
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
    covered: list[Coverage] = []
    if problems:
        print("dates, identities and texts were not looked at: put what cannot be read right first", file=sys.stderr)
    else:
        texts, problems = texts_of(arguments.texts)
        problems += all_problems(dataset, arguments.files, files, texts=texts, format_name=arguments.format)
        covered = [
            coverage(dataset, source, text.content)
            for source in dataset.of_type(Source)
            if (text := (texts or {}).get(source.sha256 or ""))
        ]
    if arguments.json:
        print_json(as_json(dataset, problems, covered))
    else:
        print_lines(dataset, problems, covered)
    return 1 if problems else 0


def texts_of(folder: str | None) -> tuple[Mapping[str, Text] | None, list[Problem]]:
    """Read the texts, if they are asked for, or list what is wrong with them."""
    try:
        return read_texts(folder) if folder is not None else None, []
    except NotReadableError as error:
        return None, list(error.problems)


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
