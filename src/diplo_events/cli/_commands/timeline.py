"""Show what is reported in order of time, each thing once, as far as dates order it."""

import argparse
from collections.abc import Iterable, Iterator
from typing import Final

from diplo_events.analysis.query import find
from diplo_events.analysis.timeline import TimelineEntry, build_timeline
from diplo_events.cli._answers import Row, add_forms, days_text, head_of, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._questions import NAMES, add_questions, hint_of_question, question_of
from diplo_events.cli._shared_options import UsageError, add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.dataset import Dataset
from diplo_events.errors import QueryError
from diplo_events.report.terminal import Style, wrapped

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events timeline                                       of the bundled dataset
  diplo-events timeline --type meeting mine.yaml
  diplo-events timeline --actor Macron --between 2025-09-01 2025-09-05 --as-dated
  diplo-events timeline --csv > timeline.csv

The level is the length of the longest chain of things certainly before this one: of two on one level, neither is
certainly before the other. In Python: diplo_events.analysis.build_timeline.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

COLUMNS: Final = (
    "earliest", "latest", "dates", "type", "referent", "head", "conflict", "level", "records", "sources",
)  # fmt: skip

ROOM: Final = 25
"""How many characters the dates have in a line."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_questions(parser)
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the timeline."""
    dataset = read_dataset(arguments)
    question = question_of(arguments)
    try:
        asked = None if question is None else find(dataset, question)
    except QueryError as error:
        raise UsageError(str(error)) from None
    entries = build_timeline(dataset, records=asked, unqualified=arguments.unqualified)
    rows = (row_of(dataset, entry) for entry in entries)
    print_answer(arguments, COLUMNS, rows, lines=lines_of(dataset, entries, style_for_output()))
    if asked is not None:
        hint_of_question(dataset, arguments, len(asked))
    return 0


def row_of(dataset: Dataset, entry: TimelineEntry) -> Row:
    """Return the row of an entry."""
    return {
        "earliest": str(entry.earliest) if entry.earliest else None,
        "latest": str(entry.latest) if entry.latest else None,
        "dates": [str(date) for date in entry.dates],
        "type": NAMES[entry.referent.type],
        "referent": entry.referent.id,
        "head": head_of(dataset, entry.referent.records[0]),
        "conflict": entry.conflict,
        "level": entry.level,
        "records": [record.id for record in entry.referent.records],
        "sources": entry.referent.sources,
    }


def lines_of(dataset: Dataset, entries: Iterable[TimelineEntry], style: Style) -> Iterator[str]:
    """List the entries, a line or two for each; those without a date come last."""
    every = list(entries)
    dated = [entry for entry in every if entry.dates]
    for entry in dated:
        yield from entry_lines(dataset, entry, days_text(entry.earliest, entry.latest), style)
    if undated := every[len(dated) :]:
        yield style.title(f"without a date: {len(undated)}")
        for entry in undated:
            yield from entry_lines(dataset, entry, "", style)
    differing = sum(entry.conflict is not False for entry in every)
    conflict = f", {differing} with dates that differ (!)" if differing else ""
    yield f"{len(every)} thing{'s' * (len(every) != 1)}{conflict}"


def entry_lines(dataset: Dataset, entry: TimelineEntry, days: str, style: Style) -> Iterator[str]:
    """List the lines of an entry: when, what, by how many sources."""
    mark = " !" if entry.conflict is not False else ""
    head = head_of(dataset, entry.referent.records[0])
    number = len(entry.referent.sources)
    sources = f", {number} sources" if number > 1 else ""
    kind = NAMES[entry.referent.type].replace("_", " ")
    first = f"{days + mark:<{ROOM}} "
    yield from wrapped(f"{head} ({kind}{sources}) [{entry.referent.id}]", style, first=first, rest=" " * (ROOM + 1))
