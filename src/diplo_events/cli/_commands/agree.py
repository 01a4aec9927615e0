"""Compare two encodings of the same texts: units in both, agreement, differences to settle."""

import argparse
from typing import Final

import attrs

from diplo_events.cli._inputs import read_encoding
from diplo_events.cli._outputs import print_json
from diplo_events.coding import Agreement, compare_codings
from diplo_events.report.agreement import agreement_lines, agreement_tables

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events agree first.yaml second.yaml
  diplo-events agree first/ second/ --markdown     folders with a file for each text; tables for a report
  diplo-events agree first.yaml second.yaml --json | jq '.types[].f1'
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("first", help="one coder's dataset, or a folder of its parts")
    parser.add_argument("second", help="the other coder's")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="samples of the bootstrap (1000)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON object instead of tables")
    form.add_argument("--markdown", action="store_true", help="print the tables in Markdown")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and print the report."""
    first, second = read_encoding(arguments.first), read_encoding(arguments.second)
    agreement = compare_codings(first, second, resamples=arguments.resamples)
    if arguments.json:
        print_json(as_json(agreement))
    else:
        for line in agreement_tables(agreement) if arguments.markdown else agreement_lines(agreement):
            print(line)
    return 0


def as_json(agreement: Agreement) -> dict[str, object]:
    """Return the report as plain data."""
    return {
        "sources": agreement.sources,
        "types": [
            {
                "type": of.type.__name__,
                "matched": [[a.id, b.id] for a, b in of.matched],
                "only_first": [record.id for record in of.only_first],
                "only_second": [record.id for record in of.only_second],
                "unmatched": [
                    {"id": item.record.id, "reason": item.reason.value, "alike": item.alike} for item in of.unmatched
                ],
                "precision": of.precision,
                "recall": of.recall,
                "f1": of.f1,
                "variables": [
                    {
                        "name": variable.name,
                        "units": variable.units,
                        "open": variable.open,
                        "agreed": variable.agreed,
                        "metric": "ordinal" if variable.ordinal else "nominal",
                        "alpha": variable.alpha,
                        "interval": variable.interval,
                    }
                    for variable in of.variables
                ],
                "drafted": of.drafted,
                "origins": [attrs.asdict(group) for group in of.origins],
                "disagreements": [
                    {"variable": item.variable, "ids": item.ids, "values": item.values} for item in of.disagreements
                ],
            }
            for of in agreement.types
        ],
    }
