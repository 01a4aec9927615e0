"""Hold two encodings of the same texts against each other: units found by both, agreement, what to settle.

Examples:
  diplo-events agree first.yaml second.yaml
  diplo-events agree first/ second/ --markdown     folders with a file for each text; tables for a report
  diplo-events agree first.yaml second.yaml --json | jq '.types[].f1'
"""

import argparse

from diplo_events.cli._inputs import files_of, read_input
from diplo_events.cli._outputs import print_json
from diplo_events.coding.agreement import Agreement, TypeAgreement, compare_codings
from diplo_events.dataset import Dataset

__all__ = ["configure", "encoding_of", "lines", "run", "tables"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("first", help="one coder's dataset, or a folder of its parts")
    parser.add_argument("second", help="the other's")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="draws of the bootstrap (1000)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON object instead of tables")
    form.add_argument("--markdown", action="store_true", help="print the tables in Markdown")


def run(arguments: argparse.Namespace) -> int:
    """Compare, and print the report."""
    first, second = encoding_of(arguments.first), encoding_of(arguments.second)
    agreement = compare_codings(first, second, resamples=arguments.resamples)
    if arguments.json:
        print_json(as_json(agreement))
    else:
        for line in tables(agreement) if arguments.markdown else lines(agreement):
            print(line)
    return 0


def encoding_of(name: str) -> Dataset:
    """Read what one coder made: a file, or a folder with a file for each text; actors may be kept elsewhere.

    Raises:
        NotReadableError: a file is no dataset.
        DatasetError: the files do not fit together.
        UsageError: the name stands for nothing.
        OSError: a file cannot be read.
    """
    whole = Dataset(complete=False)
    for file in files_of([name]):
        whole = whole.merge(read_input(file, None))
    return whole


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
    made.extend(
        f"  {item.ids[0]} / {item.ids[1]}  {item.variable}: {item.values[0]} / {item.values[1]}"
        for item in of.disagreements
    )
    return made


def tables(agreement: Agreement) -> list[str]:
    """Write the report in Markdown: a table of units, and one of variables for each type that has any."""
    made = ["| Type | Both | Only first | Only second | Precision | Recall | F1 |", "|---|--:|--:|--:|--:|--:|--:|"]
    for of in agreement.types:
        counts = (len(of.matched), len(of.only_first), len(of.only_second))
        cells = (of.type.__name__, *counts, share(of.precision), share(of.recall), share(of.f1))
        made.append(f"| {' | '.join(map(str, cells))} |")
    for of in agreement.types:
        if of.matched:
            made += ["", f"| {of.type.__name__} | Units | Agreed | Alpha | 95 % interval |", "|---|--:|--:|--:|--:|"]
            for variable in of.variables:
                interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else "-"
                label = f"{variable.name}{' (ordinal)' if variable.ordinal else ''}"
                made.append(
                    f"| {label} | {variable.units} | {variable.agreed} | {share(variable.alpha)} | {interval} |"
                )
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
