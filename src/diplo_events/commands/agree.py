"""Hold two encodings of the same texts against each other: units found by both, agreement, what to settle.

Examples:
  diplo-events agree first.yaml second.yaml
  diplo-events agree first.yaml second.yaml --json | jq '.types[].f1'
"""

import argparse
import json

from diplo_events.agreement import Agreement, TypeAgreement, compare
from diplo_events.errors import NotReadableError
from diplo_events.inputs import files_of, merged

__all__ = ["configure", "lines", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("first", help="one coder's dataset, or a folder of its parts")
    parser.add_argument("second", help="the other's")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="draws of the bootstrap (1000)")
    parser.add_argument("--json", action="store_true", help="print a JSON object instead of tables")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and print the report."""
    encodings = []
    for name in (arguments.first, arguments.second):
        dataset, problems = merged(files_of([name]))
        if problems:
            raise NotReadableError(problems)
        encodings.append(dataset)
    agreement = compare(*encodings, resamples=arguments.resamples)
    if arguments.json:
        print(json.dumps(as_json(agreement), ensure_ascii=False, indent=2))
    else:
        for line in lines(agreement):
            print(line)
    return 0


def lines(agreement: Agreement) -> list[str]:
    """Write the report for a person."""
    made = [f"{'type':<18}{'both':>6}{'first':>7}{'second':>8}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for of in agreement.types:
        counts = f"{len(of.matched):>6}{len(of.only_first):>7}{len(of.only_second):>8}"
        made.append(f"{of.type.__name__:<18}{counts}{share(of.precision):>11}{share(of.recall):>8}{share(of.f1):>7}")
    for of in agreement.types:
        made.extend(type_lines(of))
    return made


def type_lines(of: TypeAgreement) -> list[str]:
    """Write the part of the report on one type."""
    name = of.type.__name__
    made = ["", f"{name + ': variable':<32}{'units':>6}{'agreed':>8}{'alpha':>8}  95 % interval"]
    for variable in of.variables:
        interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else ""
        label = f"  {variable.name}{' (ordinal)' if variable.ordinal else ''}"
        made.append(f"{label:<32}{variable.units:>6}{variable.agreed:>8}{share(variable.alpha):>8}  {interval}")
    made.extend(f"  only first   {record.id}" for record in of.only_first)
    made.extend(f"  only second  {record.id}" for record in of.only_second)
    for item in of.disagreements:
        made.append(f"  {item.ids[0]} / {item.ids[1]}  {item.variable}: {item.values[0]} / {item.values[1]}")
    return made


def share(number: float | None) -> str:
    """Write a figure, or a dash where it is not defined."""
    return "-" if number is None else f"{number:.2f}"


def as_json(agreement: Agreement) -> dict[str, object]:
    """Give the report for a program."""
    return {
        "sources": agreement.sources,
        "types": [
            {
                "type": of.type.__name__,
                "matched": [[a.id, b.id] for a, b in of.matched],
                "only_first": [record.id for record in of.only_first],
                "only_second": [record.id for record in of.only_second],
                "precision": of.precision,
                "recall": of.recall,
                "f1": of.f1,
                "variables": [
                    {
                        "name": variable.name,
                        "units": variable.units,
                        "agreed": variable.agreed,
                        "metric": "ordinal" if variable.ordinal else "nominal",
                        "alpha": variable.alpha,
                        "interval": variable.interval,
                    }
                    for variable in of.variables
                ],
                "disagreements": [
                    {"variable": item.variable, "ids": item.ids, "values": item.values} for item in of.disagreements
                ],
            }
            for of in agreement.types
        ],
    }
