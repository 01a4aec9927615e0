"""Show everything in one record, or list the event records that answer a question."""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from diplo_events._internal.texts.display import one_line, quoted
from diplo_events.analysis.query import Answer, answers
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import print_json
from diplo_events.cli._questions import add_questions, hint_of_question, question_of
from diplo_events.cli._shared_options import EXAMPLE, STDIN, UsageError, add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.dataset import Dataset
from diplo_events.errors import QueryError, suggestion
from diplo_events.formats import SUFFIXES
from diplo_events.formats.plain import record_to_plain, to_plain
from diplo_events.lookup import find_id, matches
from diplo_events.model import EventRecord
from diplo_events.report.field_words import time_line
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import Style, describe, flat, other_lines, wrapped
from diplo_events.schema import Event, type_name

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events show zakharova                              from the bundled dataset, by its id or any of its names
  diplo-events show meeting/paris-summit                   every record that reports it, by their canonical_id
  diplo-events show s12 mine.yaml --json                   from a file of yours, as plain data
  diplo-events show --actor Lavrov --act warn --act accuse
  diplo-events show --actor Russia --representatives --issue foreign-troops --type position
  diplo-events show --actor Russia --vote veto council.yaml
  diplo-events show --between 2025-09-01 2025-09-05 --possibly
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the id of a record, the canonical_id of several, or a name of an actor, place, issue, document or source",
    )
    add_questions(parser)
    parser.add_argument("--possibly", action="store_true", help="also list what inexact dates and places leave open")
    add_dataset(parser)
    parser.add_argument("--json", action="store_true", help="print the record, or a partial dataset, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the record, or the records that match."""
    question = question_of(arguments)
    key: str | None = arguments.id
    if question is not None and arguments.file == EXAMPLE and names_dataset(key):
        key, arguments.file = None, key  # with questions, the one word names the dataset
    if (key is None) is (question is None):
        raise UsageError("name the id of a record, or options that say what to look for, and then the dataset")
    if key is not None and arguments.file == EXAMPLE and Path(key).is_file():
        raise UsageError(f"{one_line(key)} is a file: name the id of a record before it, or ask a question")
    dataset = read_dataset(arguments)
    if question is None:
        return show_one(dataset, key or "", as_json=arguments.json)
    try:
        results = answers(dataset, question)
    except QueryError as error:
        raise UsageError(str(error)) from None
    possible = {key: answer for key, answer in results.items() if answer is not False}
    listed = {key: answer for key, answer in possible.items() if answer or arguments.possibly}
    open_ = sum(answer is None for answer in possible.values())
    hint = f"{open_} of them only possibly" if arguments.possibly else f"{open_} more are possible: --possibly"
    code = show_listed(dataset, listed, as_json=arguments.json, more=f"; {hint}" * bool(open_))
    if not arguments.possibly:
        hint_of_question(dataset, arguments, len(listed))
    return code


def names_dataset(word: str | None) -> bool:
    """Whether a word names a dataset rather than a record: it is a file or a folder, or ends as one."""
    return word is not None and (word in (STDIN, EXAMPLE) or Path(word).exists() or word.endswith(tuple(SUFFIXES)))


def show_one(dataset: Dataset, key: str, *, as_json: bool) -> int:
    """Print one record, found by its id or by a name, or all records that share a `canonical_id`."""
    if key not in dataset and (reports := shared(dataset).get(key)):
        return show_listed(dataset, dict.fromkeys(reports, True), as_json=as_json)
    if key not in dataset:
        key = id_of(dataset, key)
    if as_json:
        print_json(record_to_plain(dataset[key], format_version=dataset.format_version))
        return 0
    for line in describe(dataset, key, style=style_for_output()):
        print(line)
    return 0


def shared(dataset: Dataset) -> dict[str, list[str]]:
    """Return the ids of the event records that have each `canonical_id`."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for record in dataset.of_type(EventRecord):
        if record.canonical_id is not None:
            groups[record.canonical_id].append(record.id)
    return dict(groups)


def show_listed(dataset: Dataset, listed: Mapping[str, Answer], *, as_json: bool, more: str = "") -> int:
    """Print several event records, and how many they are."""
    if as_json:
        print_json(to_plain(attrs.evolve(dataset, records=[dataset[key] for key in listed], complete=False)))
        return 0
    for line in lines_of(dataset, listed, style_for_output()):
        print(line)
    print(f"{len(listed)} record{'s' * (len(listed) != 1)}{more}")
    return 0


def id_of(dataset: Dataset, name: str) -> str:
    """Return the id of the record that matches a name."""
    try:
        return find_id(dataset, name)
    except QueryError as error:
        if matches(dataset, name):
            raise UsageError(str(error)) from None
        hint = suggestion(name, [*dataset, *shared(dataset)]) or error.problems[0].hint
        raise UsageError(f"no record has the id {quoted(name)}{f'; {hint}' if hint else ''}") from None


def lines_of(dataset: Dataset, listed: Mapping[str, Answer], style: Style) -> Iterator[str]:
    """List records, the earliest first, those without a date last."""
    records = [record for key in listed if isinstance(record := dataset[key], Event)]
    for record in sorted(records, key=lambda r: (r.when is None, r.when and r.when.sort_key(), r.id)):
        words = words_of(dataset, record)
        yield from map(style.strong, wrapped(line_text(words.head), style, first="  ", rest="    "))
        for line in filter(None, (words.text, *words.notes)):
            yield from wrapped(line_text(line), style, first="    ", rest="    ")
        yield from other_lines(dataset, record, style)
        kind = type_name(type(record)).replace("_", " ")
        maybe = ", possibly" if listed[record.id] is None else ""
        yield style.faint(f"    {kind}, {flat(line_text(time_line(dataset, record)))}{maybe}  [{record.id}]")
