"""Show what became of each meeting: its statuses from report to report, and whether it was held."""

import argparse
from collections.abc import Iterable, Iterator
from typing import Final

from diplo_events._internal.texts.display import isolated
from diplo_events.cli._answers import Row, add_forms, counted, days_text, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._shared_options import add_as_dated, add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.corroboration import LifeCycle, find_life_cycles
from diplo_events.corroboration.life_cycles import StatusChange
from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of
from diplo_events.model import OPEN
from diplo_events.report.field_words import name_text
from diplo_events.report.terminal import Style, flat, wrapped
from diplo_events.vocab import MeetingStatus

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events meetings                            of the bundled dataset
  diplo-events meetings --status held mine.yaml    those that one report at least says were held
  diplo-events meetings --as-dated                 with dates of publication taken as written
  diplo-events meetings --csv > meetings.csv       a row for each report of each meeting

In Python: diplo_events.corroboration.find_life_cycles.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

COLUMNS: Final = ("meeting", "title", "stage", "published", "status", "when", "place", "source", "record")
"""The columns: a row for each report of each meeting."""

ORDER: Final = {True: "then", False: "at once", None: "in an order that is not known"}
"""How one status follows another."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    statuses = [status.value for status in MeetingStatus]
    parser.add_argument(
        "--status",
        action="append",
        choices=statuses,
        metavar="STATUS",
        help=f"only meetings to which a report gives this status; given twice, either: {', '.join(statuses)}",
    )
    add_as_dated(parser.add_argument)
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the life cycles."""
    dataset = read_dataset(arguments)
    cycles = [
        cycle
        for cycle in find_life_cycles(dataset, unqualified=arguments.unqualified)
        if not arguments.status or {stage.record.status.value for stage in cycle.stages} & set(arguments.status)
    ]
    rows = (row for cycle in cycles for row in stage_rows(cycle))
    data = [as_data(cycle) for cycle in cycles] if arguments.json else None
    print_answer(arguments, COLUMNS, rows, lines=lines_of(dataset, cycles, style_for_output()), data=data)
    return 0


def stage_rows(cycle: LifeCycle) -> Iterator[Row]:
    """List the rows of a meeting, one for each report in the order of publication."""
    for number, stage in enumerate(cycle.stages, start=1):
        record = stage.record
        yield {
            "meeting": cycle.referent.id,
            "title": None if record.title is OPEN else record.title,
            "stage": number,
            "published": stage.published,
            "status": record.status.value,
            "when": record.when,
            "place": record.place,
            "source": record.source,
            "record": record.id,
        }


def as_data(cycle: LifeCycle) -> Row:
    """Return a life cycle as plain data."""
    return {
        "meeting": cycle.referent.id,
        "stages": list(stage_rows(cycle)),
        "changes": [
            {
                "earlier": change.earlier.record.id,
                "later": change.later.record.id,
                "statuses": [change.earlier.record.status.value, change.later.record.status.value],
                "in_order": change.order,
            }
            for change in cycle.changes
        ],
        "contradictions": [{"kind": found.kind.value, "why": found.why} for found in cycle.contradictions],
    }


def lines_of(dataset: Dataset, cycles: Iterable[LifeCycle], style: Style) -> Iterator[str]:
    """List the meetings, each with its course, its reports and in what these contradict each other."""
    every = list(cycles)
    for cycle in every:
        title = cycle.stages[0].record.title
        called = "title not coded yet" if title is OPEN else isolated(title)
        yield from map(style.strong, wrapped(f"{called} [{cycle.referent.id}]", style))
        yield from wrapped(course(cycle.stages[0].record.status, cycle.changes), style, first="  ", rest="    ")
        for stage in cycle.stages:
            record = stage.record
            place = f", {name_text(dataset, record.place)}" if record.place else ""
            when = f", {days_text(record.when.earliest, record.when.latest)}" if record.when else ""
            outlet = name_of(dataset, dataset.source(record.source).publisher or record.source)
            published = days_text(stage.published.earliest, stage.published.latest) if stage.published else "no date"
            text = f"{isolated(outlet)} ({published}): {record.status.words}{place}{when}"
            yield from map(style.faint, wrapped(flat(f"{text} [{record.id}]"), style, first="    ", rest="      "))
        for found in cycle.contradictions:
            yield from wrapped(f"! {found.kind.words}: {found.why}", style, first="    ", rest="      ")
    if every:
        yield ""
    yield counted(len(every), "meeting")


def course(status: MeetingStatus, changes: Iterable[StatusChange]) -> str:
    """Return the course of a meeting in words: the first status, and how each other follows."""
    steps = (f", {ORDER[change.order]} {change.later.record.status.words}" for change in changes)
    return f"{status.words}{''.join(steps)}"
