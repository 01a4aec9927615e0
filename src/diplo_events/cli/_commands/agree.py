"""Compare two encodings of the same texts: units in both, agreement, differences to settle.

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
    """Add the arguments."""
    parser.add_argument("first", help="one coder's dataset, or a folder of its parts")
    parser.add_argument("second", help="the other coder's")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="samples of the bootstrap (1000)")
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
    """Read the encoding of one coder: a file, or a folder with a file for each text. Actors may be elsewhere.

    Raises:
        NotReadableError: a file is not a dataset.
        DatasetError: the files do not fit together.
        UsageError: there is no such file or folder.
        OSError: a file cannot be read.
    """
    whole = Dataset(complete=False)
    for file in files_of([name]):
        whole = whole.merge(read_input(file, None))
    return whole


def lines(agreement: Agreement) -> list[str]:
    """Return the report for a person."""
    report = [f"{'type':<18}{'both':>6}{'first':>7}{'second':>8}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for of in agreement.types:
        counts = f"{len(of.matched):>6}{len(of.only_first):>7}{len(of.only_second):>8}"
        report.append(f"{of.type.__name__:<18}{counts}{share(of.precision):>11}{share(of.recall):>8}{share(of.f1):>7}")
    for of in agreement.types:
        report.extend(type_lines(of))
    return report


def type_lines(of: TypeAgreement) -> list[str]:
    """Return the part of the report on one type."""
    name = of.type.__name__
    report = ["", f"{name + ': variable':<32}{'units':>6}{'agreed':>8}{'alpha':>8}  95 % interval"]
    for variable in of.variables:
        interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else ""
        label = f"  {variable.name}{' (ordinal)' if variable.ordinal else ''}"
        report.append(f"{label:<32}{variable.units:>6}{variable.agreed:>8}{share(variable.alpha):>8}  {interval}")
    report.extend(f"  only first   {record.id}" for record in of.only_first)
    report.extend(f"  only second  {record.id}" for record in of.only_second)
    report.extend(
        f"  {item.ids[0]} / {item.ids[1]}  {item.variable}: {item.values[0]} / {item.values[1]}"
        for item in of.disagreements
    )
    return report


def tables(agreement: Agreement) -> list[str]:
    """Return the report in Markdown: a table of units, and a table of variables for each type with matched units."""
    report = ["| Type | Both | Only first | Only second | Precision | Recall | F1 |", "|---|--:|--:|--:|--:|--:|--:|"]
    for of in agreement.types:
        counts = (len(of.matched), len(of.only_first), len(of.only_second))
        cells = (of.type.__name__, *counts, share(of.precision), share(of.recall), share(of.f1))
        report.append(f"| {' | '.join(map(str, cells))} |")
    for of in agreement.types:
        if of.matched:
            report += ["", f"| {of.type.__name__} | Units | Agreed | Alpha | 95 % interval |", "|---|--:|--:|--:|--:|"]
            for variable in of.variables:
                interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else "-"
                label = f"{variable.name}{' (ordinal)' if variable.ordinal else ''}"
                report.append(
                    f"| {label} | {variable.units} | {variable.agreed} | {share(variable.alpha)} | {interval} |"
                )
    return report


def share(number: float | None) -> str:
    """Return a figure as text; a dash if it is undefined."""
    return "-" if number is None else f"{number:.2f}"


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
