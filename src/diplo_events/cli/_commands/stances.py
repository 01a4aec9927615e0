"""Show where each actor stands on each issue, at a date or overall, and the evidence."""

import argparse
from collections.abc import Iterable, Iterator
from typing import Final

from diplo_events._internal.texts.display import isolated, legible
from diplo_events.analysis.stances import HORIZON, Accord, Cell, StanceEvidence, StanceMatrix, stance_matrix
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import print_json
from diplo_events.cli._questions import hint_as_dated
from diplo_events.cli._shared_options import UsageError, add_as_dated, add_dataset, event_date
from diplo_events.cli._style import style_for_output
from diplo_events.dataset import Dataset
from diplo_events.errors import QueryError, shown
from diplo_events.lookup import find_id, matches, name_of
from diplo_events.model import OPEN, Actor, Issue
from diplo_events.report.field_words import age_text, name_text, names_line
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import BARS, STANCES_TITLE, Style, flat, wrapped

__all__ = ["EPILOG", "configure", "lines", "run"]

EPILOG: Final = """\
Examples:
  diplo-events stances                                        the bundled dataset
  diplo-events stances --at 2025-09-03 --as-dated             what stood that day, dates taken as written
  diplo-events stances --actor Moscow --evidence              one actor, by any of its names, with all evidence
  diplo-events stances mine.yaml --issue issue/troops --json  a file of yours, as plain data
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_dataset(parser)
    parser.add_argument(
        "--at", type=event_date, metavar="DATE", help="the date, in EDTF: 2025-09-03; by default, all that is recorded"
    )
    parser.add_argument("--certainly", action="store_true", help="only what certainly stood, not what possibly did")
    add_as_dated(parser.add_argument)
    parser.add_argument("--actor", help="only this actor: its id or any of its names")
    parser.add_argument("--issue", help="only this issue: its id or label")
    parser.add_argument("--votes", action="store_true", help="take ballots as evidence")
    parser.add_argument(
        "--horizon",
        type=whole_days,
        default=HORIZON,
        metavar="DAYS",
        help=f"how many days old a position may be to stand certainly; by default {HORIZON}",
    )
    parser.add_argument("--evidence", action="store_true", help="list the evidence of every cell")
    parser.add_argument("--json", action="store_true", help="print plain data")


def run(arguments: argparse.Namespace) -> int:
    """Print the matrix."""
    dataset = read_dataset(arguments)
    actors = ids_of(dataset, arguments.actor, Actor)
    issues = ids_of(dataset, arguments.issue, Issue)
    matrix = matrix_of(dataset, arguments, unqualified=arguments.unqualified)

    def is_asked(cell: Cell) -> bool:
        return (actors is None or cell.actor in actors) and (issues is None or cell.issue in issues)

    cells = list(filter(is_asked, matrix.cells))
    if arguments.json:
        print_json(as_json(matrix, cells))
    else:
        for line in lines(dataset, matrix, cells, style=style_for_output(), evidence=arguments.evidence):
            print(line)
    if arguments.at and arguments.certainly and not arguments.unqualified:
        dated = filter(is_asked, matrix_of(dataset, arguments, unqualified=True).cells)
        hint_as_dated(standing(cells), standing(dated), "stance")
    return 0


def matrix_of(dataset: Dataset, arguments: argparse.Namespace, *, unqualified: bool) -> StanceMatrix:
    """Return the matrix that was asked for."""
    return stance_matrix(
        dataset,
        at=arguments.at,
        certainty="certainly" if arguments.certainly else "possibly",
        unqualified=unqualified,
        votes=arguments.votes,
        horizon=arguments.horizon,
    )


def standing(cells: Iterable[Cell]) -> int:
    """Return in how many cells a position stands."""
    return sum(bool(cell.standing) for cell in cells)


def whole_days(text: str) -> int:
    """Return a number of days."""
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a whole number of days")
    return int(text)


def lines(
    dataset: Dataset, matrix: StanceMatrix, cells: Iterable[Cell], *, style: Style, evidence: bool = False
) -> Iterator[str]:
    """Return where actors stand, issue by issue; with the evidence if it is in conflict or asked for."""
    date = f"at {matrix.at}" if matrix.at else "in all that is recorded"
    dates = "dates as written" if matrix.unqualified else "marked dates as doubtful"
    yield style.title(STANCES_TITLE)
    yield style.faint(f"{date}, {matrix.certainty}; {dates}")
    by_issue: dict[str, list[Cell]] = {}
    for cell in cells:
        by_issue.setdefault(cell.issue, []).append(cell)
    for issue, row in sorted(by_issue.items()):
        record = dataset.get(issue)
        yield ""
        words = record.proposition if isinstance(record, Issue) else OPEN
        proposition = issue if words is OPEN else isolated(words)
        yield from map(style.strong, wrapped(proposition, style))
        for cell in sorted(row, key=lambda cell: (*place(cell), name_of(dataset, cell.actor), cell.actor)):
            if cell.standing:
                yield from cell_lines(dataset, cell, style)
            if evidence or cell.accord in (Accord.CONFLICT, Accord.DEGREE):
                for piece in cell.evidence if evidence else cell.standing:
                    yield from evidence_lines(dataset, piece, style)
        yield from silent_lines(dataset, row, style)


def place(cell: Cell) -> tuple[bool, list[int]]:
    """Return the sort key of a cell: from against to for, cells where nothing stands last."""
    return not cell.standing, [stance.number for stance in cell.stances]


def cell_lines(dataset: Dataset, cell: Cell, style: Style) -> Iterator[str]:
    """Return where an actor stands on an issue."""
    bars = " ".join(BARS[stance] for stance in cell.stances)
    others = [voice for voice in cell.voices if voice != cell.actor]
    kinds = sorted({piece.mark or "" for piece in cell.standing})
    marks = [
        {Accord.NONE: "nothing stands", Accord.DEGREE: "differs in degree", Accord.CONFLICT: "CONFLICT"}.get(
            cell.accord
        ),
        f"{'derived from' if cell.derived else 'also'} {line_text(names_line(dataset, others))}" if others else None,
        f"only by {' and '.join(kinds)}" if all(kinds) else None,
        "red line" if cell.red_line else None,
        "possibly" if all(piece.stands is None for piece in cell.standing) else None,
        "undated" if all(piece.position.when is None for piece in cell.standing) else None,
        f"newest evidence {age}" if (age := age_text(cell.age)) else None,
        *(f"if: {isolated(condition)}" for condition in cell.conditions),
    ]
    text = "; ".join(mark for mark in marks if mark)
    name = flat(name_text(dataset, cell.actor))
    room = " " * (24 - len(legible(name_of(dataset, cell.actor))))
    first = f"  {bars:<8} {name}{room} "
    yield from wrapped(text, style, first=first, rest=" " * 36)


def silent_lines(dataset: Dataset, row: Iterable[Cell], style: Style) -> Iterator[str]:
    """Return the names of the actors for whom nothing stands, and why."""
    silent = [cell for cell in row if not cell.standing]
    unsure = [cell.actor for cell in silent if any(piece.stands is None for piece in cell.evidence)]
    others = [cell.actor for cell in silent if cell.actor not in unsure]
    for why, actors in (("cannot tell: ", unsure), ("nothing stands: ", others)):
        if actors:
            yield from map(
                style.faint, wrapped(why + line_text(names_line(dataset, actors)), style, first=" " * 11, rest=" " * 13)
            )


def evidence_lines(dataset: Dataset, piece: StanceEvidence, style: Style) -> Iterator[str]:
    """Return one piece of evidence."""
    position = piece.position
    by = f" by {name_text(dataset, position.attributed_by)}" if position.attributed_by else ""
    when = str(position.when) if position.when else "undated"
    when += f" ({age})" if (age := age_text(piece.age)) else ""
    stands = {True: "", None: ", possibly", False: ", does not stand"}[piece.stands]
    shown_by = piece.mark or f"{position.basis.value}{by}"
    who = f"{name_text(dataset, position.actor)}, {shown_by}"
    text = f"{who}, {when}{stands}: {isolated(position.summary)}"
    first = f"           {BARS[position.stance]} "
    yield from map(style.faint, wrapped(f"{text} [{position.id}]", style, first=first, rest=" " * 14))


def ids_of(dataset: Dataset, name: str | None, cls: type[Actor | Issue]) -> tuple[str, ...] | None:
    """Return the ids of all records that match a name; `None` without a name.

    Raises:
        UsageError: no record matches.
    """
    if name is None:
        return None
    try:
        return matches(dataset, name, cls) or (find_id(dataset, name, cls),)
    except QueryError as error:
        raise UsageError(str(error)) from None


def as_json(matrix: StanceMatrix, cells: Iterable[Cell]) -> dict[str, object]:
    """Return the matrix as plain data."""
    return {
        "at": str(matrix.at) if matrix.at else None,
        "certainty": matrix.certainty,
        "unqualified": matrix.unqualified,
        "horizon": matrix.horizon,
        "votes": matrix.votes,
        "cells": [
            {
                "actor": cell.actor,
                "issue": cell.issue,
                "accord": cell.accord.value,
                "stances": [stance.value for stance in cell.stances],
                "derived": cell.derived,
                "voices": list(cell.voices),
                "red_line": cell.red_line,
                "age": cell.age,
                "conditions": list(cell.conditions),
                "evidence": [
                    {
                        "position": None if piece.vote else piece.position.id,
                        "vote": piece.vote,
                        "joint": piece.joint,
                        "actor": piece.position.actor,
                        "stance": piece.position.stance.value,
                        "when": str(piece.position.when) if piece.position.when else None,
                        "age": piece.age,
                        "begun": piece.begun,
                        "stands": piece.stands,
                        "statements": list(piece.statements),
                        "superseded_by": list(piece.superseded_by),
                    }
                    for piece in cell.evidence
                ],
            }
            for cell in cells
        ],
    }
