"""Answers of commands as rows: aligned or in words for people, JSON and CSV for programs."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from diplo_events.cli._outputs import print_json, write_texts
from diplo_events.cli._tables import csv_texts, plain
from diplo_events.dataset import Dataset
from diplo_events.dates import Day
from diplo_events.model import EventRecord
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import flat
from diplo_events.schema import Record

__all__ = ["Row", "add_forms", "counted", "days_text", "head_of", "print_answer"]

Row: TypeAlias = Mapping[str, object]
"""The cells of one row by the names of their columns."""


def add_forms(parser: argparse.ArgumentParser) -> Callable[..., argparse.Action]:
    """Add the options for the form of an answer, `--json` and `--csv`; return what adds further ones beside them."""
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print JSON instead of text")
    forms.add_argument("--csv", action="store_true", help="print CSV (RFC 4180) instead of text; lists are JSON in it")
    return forms.add_argument


def print_answer(
    arguments: argparse.Namespace,
    columns: Sequence[str],
    rows: Iterable[Row],
    *,
    lines: Iterable[str],
    data: object = None,
) -> None:
    """Print an answer in the form that was asked for.

    Args:
        arguments: What `add_forms` keeps.
        columns: The columns of the CSV file, in order.
        rows: The rows of the CSV file.
        lines: The text.
        data: What JSON has; by default a list of the rows.
    """
    if arguments.csv:
        write_texts(csv_texts(columns, ([row[column] for column in columns] for row in rows)))
    elif arguments.json:
        print_json([plain(row) for row in rows] if data is None else plain(data))
    else:
        for line in lines:
            print(line)


def head_of(dataset: Dataset, record: Record | EventRecord) -> str:
    """Return on one line who does what in a record, or its name."""
    return flat(line_text(words_of(dataset, record).head))


def counted(number: int, what: str) -> str:
    """Return a number with what it counts.

    >>> counted(1, "meeting"), counted(2, "meeting")
    ('1 meeting', '2 meetings')
    """
    return f"{number:,} {what}{'s' * (number != 1)}"


def days_text(first: Day | None, last: Day | None) -> str:
    """Return the first and the last day that something can reach; an open end is `..`.

    >>> days_text(Day(2025, 9, 3), Day(2025, 9, 3)), days_text(None, Day(2025, 9, 4))
    ('2025-09-03', '.. – 2025-09-04')
    """
    start, end = str(first or ".."), str(last or "..")
    return start if start == end else f"{start} – {end}"
