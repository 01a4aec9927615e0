"""Show on whose word each detail rests: what independent sources confirm, and where they conflict."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from diplo_events.cli._answers import Row, add_forms, days_text, head_of, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._questions import NAMES, TYPES
from diplo_events.cli._shared_options import add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.corroboration import Corroboration, FieldVerdict, Verdict, corroborate
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.lookup import name_of
from diplo_events.model import EventRecord, Quantity
from diplo_events.report.field_words import name_text, quantity_line
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import Style, flat, wrapped
from diplo_events.vocab import Term

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events corroborate                        what several sources of the bundled dataset report
  diplo-events corroborate --verdict conflict --verdict majority mine.yaml
  diplo-events corroborate --type meeting --all   also what one source alone reports
  diplo-events corroborate --csv > verdicts.csv   a row for each field of each thing

Witnesses are those on whose word a value rests: two papers that quote one agency are one witness. In Python:
diplo_events.corroboration.corroborate.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

COLUMNS: Final = ("referent", "type", "field", "verdict", "value", "most_precise", "values", "sources", "records")
"""The columns: a row for each field of each referent."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    verdicts = [verdict.value for verdict in Verdict]
    parser.add_argument(
        "--verdict",
        action="append",
        choices=verdicts,
        metavar="VERDICT",
        help=f"only fields with this verdict; given twice, either: {', '.join(verdicts)}",
    )
    parser.add_argument("--type", choices=sorted(TYPES), metavar="TYPE", help=f"only this type: {', '.join(TYPES)}")
    parser.add_argument("--all", action="store_true", help="also what one source alone reports, and missing fields")
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts."""
    dataset = read_dataset(arguments)
    judged = corroborate(dataset, TYPES[arguments.type] if arguments.type else EventRecord)
    chosen = [
        (result, fields)
        for result in judged
        if (arguments.all or len(result.sources) > 1)
        and (fields := [field for field in result.fields if is_asked(field, arguments)])
    ]
    rows = (row_of(dataset, result, field) for result, fields in chosen for field in fields)
    print_answer(arguments, COLUMNS, rows, lines=lines_of(dataset, chosen, style_for_output()))
    return 0


def is_asked(field: FieldVerdict, arguments: argparse.Namespace) -> bool:
    """Whether a verdict is one of those that were asked for; a missing value is one only if it is named."""
    if arguments.verdict:
        return field.verdict.value in arguments.verdict
    return arguments.all or field.verdict is not Verdict.MISSING


def row_of(dataset: Dataset, result: Corroboration, field: FieldVerdict) -> Row:
    """Return the row of a field."""
    return {
        "referent": result.referent,
        "type": NAMES[result.type],
        "field": field.field,
        "verdict": field.verdict.value,
        "value": cell(field.value),
        "most_precise": cell(field.most_precise),
        "values": [
            {
                "value": cell(one.value),
                "witnesses": [name_of(dataset, key) for key in one.witnesses],
                "sources": one.sources,
            }
            for one in field.attestations
        ],
        "sources": result.sources,
        "records": result.records,
    }


def cell(value: object) -> object:
    """Return a value of a field as plain data: the word of a term, the parts of a quantity, a sorted list for a set."""
    match value:
        case frozenset():
            return sorted((cell(item) for item in value), key=str)
        case Term():
            return value.value
        case Quantity():
            return {name: cell(part) for name, part in attrs.asdict(value, recurse=False).items() if part is not None}
        case EventDate():
            return str(value)
        case _:
            return value


def lines_of(
    dataset: Dataset, judged: Iterable[tuple[Corroboration, list[FieldVerdict]]], style: Style
) -> Iterator[str]:
    """List what is judged, and the verdict on each field with its values and their witnesses."""
    counts = Counter[Verdict]()
    things = 0
    for result, fields in judged:
        things += 1
        record = dataset[result.records[0]]
        head = head_of(dataset, record)
        yield from map(style.strong, wrapped(f"{head} ({len(result.sources)} sources) [{result.referent}]", style))
        for field in fields:
            counts[field.verdict] += 1
            values = "; ".join(value_text(dataset, one.value, one.witnesses) for one in field.attestations)
            first = f"  {field.verdict.value:<9} {field.field.replace('_', ' ')}: "
            yield from wrapped(values or "no source says", style, first=first, rest=" " * 14)
    if things:
        yield ""
    tally = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])
    yield f"{things} thing{'s' * (things != 1)}{f'; fields: {tally}' if tally else ''}"


def value_text(dataset: Dataset, value: object, witnesses: Iterable[str]) -> str:
    """Return a value with those on whose word it rests."""
    match value:
        case EventDate():
            text = days_text(value.earliest, value.latest)
        case Quantity():
            text = line_text(quantity_line(value))
        case Term():
            text = value.words
        case str() if value in dataset:
            text = name_text(dataset, value)
        case _:
            text = str(value)
    return flat(f"{text} ({', '.join(name_text(dataset, key) for key in witnesses)})")
