"""The agreement of two coders as lines for a terminal, and as tables in Markdown for a paper."""

from collections.abc import Iterator
from typing import Final

from diplo_events._internal.texts.display import isolated, one_line
from diplo_events.coding.agreement import Agreement, OriginAgreement, TypeAgreement, Unmatched, UnmatchedReason

__all__ = ["agreement_lines", "agreement_tables", "figure_text"]

BAR: Final = r"\|"
"""A bar in a cell of a table in Markdown."""


def agreement_lines(agreement: Agreement) -> list[str]:
    """Return the lines of a report for the terminal: units, variables, and what to settle.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.coding import compare_codings
        >>> dataset = diplo_events.load_example()
        >>> agreement_lines(compare_codings(dataset, dataset, resamples=0))[1]
        'Statement            145      0       0       1.00    1.00   1.00'
    """
    report = [f"{'type':<18}{'both':>6}{'first':>7}{'second':>8}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for of in agreement.types:
        name, *figures = unit_cells(of)
        report.append(f"{name:<18}" + "".join(map(str.rjust, figures, (6, 7, 8, 11, 8, 7))))
    for of in agreement.types:
        report.extend(type_lines(of))
    return report


def unit_cells(of: TypeAgreement) -> tuple[str, ...]:
    """Return the name of a type, how many units both, the first and the second coder have, and the figures of it."""
    counts = (len(of.matched), len(of.only_first), len(of.only_second))
    return of.type.__name__, *map(str, counts), *map(figure_text, (of.precision, of.recall, of.f1))


def type_lines(of: TypeAgreement) -> list[str]:
    """Return the part of the report on one type."""
    name = of.type.__name__
    report = ["", f"{name + ': variable':<32}{'units':>6}{'agreed':>8}{'alpha':>8}  95 % interval"]
    for variable in of.variables:
        interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else ""
        label = f"  {variable.name}{' (ordinal)' if variable.ordinal else ''}"
        interval += f"  {variable.open} not coded yet" * bool(variable.open)
        report.append(f"{label:<32}{variable.units:>6}{variable.agreed:>8}{figure_text(variable.alpha):>8}  {interval}")
    report.extend(origin_lines(of))
    why = {id(item.record): reason_text(item) for item in of.unmatched}
    report.extend(f"  only first   {record.id}{why[id(record)]}" for record in of.only_first)
    report.extend(f"  only second  {record.id}{why[id(record)]}" for record in of.only_second)
    report.extend(
        f"  {item.ids[0]} / {item.ids[1]}  {item.variable}: {isolated(item.values[0])} / {isolated(item.values[1])}"
        for item in of.disagreements
    )
    return report


def origin_lines(of: TypeAgreement) -> Iterator[str]:
    """Return the part of the report on units that began as drafts, apart from the others; nothing if none did."""
    if any(of.drafted):
        totals = len(of.matched) + len(of.only_first), len(of.matched) + len(of.only_second)
        began = " and ".join(f"{part} of {whole}" for part, whole in zip(of.drafted, totals, strict=True))
        yield f"{f'{of.type.__name__}: began as':<32}{'units':>6}{'values':>8}{'agreed':>8}  {began} as drafts"
    for group in of.origins:
        share = figure_text(group.agreed / group.values if group.values else None)
        yield f"  {origins_text(group):<30}{group.units:>6}{group.values:>8}{share:>8}"


def origins_text(group: OriginAgreement) -> str:
    """Return how the records of some units began, as in "free / model small"."""
    return " / ".join(map(isolated, map(one_line, group.origins)))


def reason_text(item: Unmatched) -> str:
    """Return why a record was not paired, if more is to be said than that nobody else has its passage."""
    if item.reason is UnmatchedReason.OTHER_PASSAGE:
        return ""
    alike = f": {', '.join(item.alike)}" if item.alike else ""
    return f"  ({item.reason.meaning}{alike})"


def agreement_tables(agreement: Agreement) -> list[str]:
    """Return the lines of a report in Markdown: a table of units, and one of the variables of each type.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.coding import compare_codings
        >>> dataset = diplo_events.load_example()
        >>> agreement_tables(compare_codings(dataset, dataset, resamples=0))[2]
        '| Statement | 145 | 0 | 0 | 1.00 | 1.00 | 1.00 |'
    """
    report = ["| Type | Both | Only first | Only second | Precision | Recall | F1 |", "|---|--:|--:|--:|--:|--:|--:|"]
    report.extend(f"| {' | '.join(unit_cells(of))} |" for of in agreement.types)
    for of in agreement.types:
        if of.matched:
            report += ["", f"| {of.type.__name__} | Units | Agreed | Alpha | 95 % interval |", "|---|--:|--:|--:|--:|"]
            for variable in of.variables:
                interval = f"{variable.interval[0]:.2f} to {variable.interval[1]:.2f}" if variable.interval else "-"
                label = f"{variable.name}{' (ordinal)' if variable.ordinal else ''}"
                report.append(
                    f"| {label} | {variable.units} | {variable.agreed} | {figure_text(variable.alpha)} | {interval} |"
                )
            report.extend(origin_rows(of))
    return report


def origin_rows(of: TypeAgreement) -> Iterator[str]:
    """Return the table on units that began as drafts, apart from the others; nothing if none did."""
    if of.origins:
        yield from ("", f"| {of.type.__name__}: began as | Units | Values | Agreed |", "|---|--:|--:|--:|")
    for group in of.origins:
        share = figure_text(group.agreed / group.values if group.values else None)
        yield f"| {origins_text(group).replace('|', BAR)} | {group.units} | {group.values} | {share} |"


def figure_text(number: float | None) -> str:
    """Return a figure as text; a dash if it is undefined."""
    return "-" if number is None else f"{number:.2f}"
