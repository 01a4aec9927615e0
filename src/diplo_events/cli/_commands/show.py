"""Show everything in one record, or list the event records that answer a question."""

import argparse
import functools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeVar

import attrs

from diplo_events._internal.texts.display import one_line, quoted
from diplo_events.analysis.deeds import Voted
from diplo_events.analysis.query import About, Answer, At, Has, Involves, OfType, Predicate, ReportedIn, When, answers
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._outputs import print_json
from diplo_events.cli._shared_options import EXAMPLE, STDIN, PeriodAction, UsageError, add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.dataset import Dataset
from diplo_events.errors import QueryError, shown, suggestion
from diplo_events.formats import SUFFIXES
from diplo_events.formats.plain import record_to_plain, to_plain
from diplo_events.lookup import find_id, matches
from diplo_events.model import EventRecord
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import line_text
from diplo_events.report.terminal import Style, describe, flat, other_lines, wrapped
from diplo_events.report.wording import time_line
from diplo_events.schema import RECORD_TYPES, Event, type_name
from diplo_events.vocab import BallotChoice, Stance, Term
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.speech_acts import SpeechAct

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

T = TypeVar("T", bound=Term)

TYPES: Final = {name: cls for name, cls in RECORD_TYPES.items() if issubclass(cls, EventRecord)}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="the id of a record, the canonical_id of several, or a name of an actor, place, issue, document or source; "
        "not beside questions",
    )
    asked = parser.add_argument_group(
        "questions", "An option given twice means either value; different options must all match."
    )
    add = functools.partial(asked.add_argument, action="append")
    add("--type", choices=sorted(TYPES), help="the type of the record")
    add("--actor", metavar="NAME", help="who is involved, by id or any name")
    add("--issue", metavar="NAME", help="what it is about")
    add("--place", metavar="NAME", help="where it is: a place, or a larger place around it")
    add("--source", metavar="NAME", help="which source reports it")
    add("--act", type=term_of(SpeechAct), metavar="ACT", help="what is done in saying it")
    add("--deed", type=term_of(ActionKind), metavar="DEED", help="what is done otherwise than by words")
    add("--vote", type=term_of(BallotChoice), metavar="CHOICE", help="how the actor votes, or anybody if none is named")
    add("--stance", type=term_of(Stance), metavar="STANCE", help="how far the actor agrees with the issue")
    asked.add_argument(
        "--between",
        nargs=2,
        action=PeriodAction,
        metavar=("FROM", "TO"),
        help="on a day from FROM to TO, in EDTF; .. for no limit",
    )
    asked.add_argument("--representatives", action="store_true", help="include those who speak for the actor")
    asked.add_argument("--narrower", action="store_true", help="include the parts of the issue")
    asked.add_argument("--unqualified", action="store_true", help="take dates as written, without their marks of doubt")
    asked.add_argument("--possibly", action="store_true", help="also list what inexact dates and places leave open")
    add_dataset(parser)
    parser.add_argument("--json", action="store_true", help="print the record, or a partial dataset, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the record, or the records that match."""
    questions = tuple(questions_of(arguments))
    if questions and arguments.file == EXAMPLE and names_dataset(arguments.id):
        arguments.id, arguments.file = None, arguments.id  # with questions, the one word names the dataset
    if (arguments.id is None) is not bool(questions):
        raise UsageError("name the id of a record, or options that say what to look for, and then the dataset")
    if not questions and arguments.file == EXAMPLE and Path(arguments.id).is_file():
        raise UsageError(f"{one_line(arguments.id)} is a file: name the id of a record before it, or ask a question")
    dataset = read_dataset(arguments)
    if not questions:
        return show_one(dataset, arguments.id, as_json=arguments.json)
    try:
        results = answers(dataset, functools.reduce(operator.and_, questions))
    except QueryError as error:
        raise UsageError(str(error)) from None
    possible = {key: answer for key, answer in results.items() if answer is not False}
    listed = {key: answer for key, answer in possible.items() if answer or arguments.possibly}
    open_ = sum(answer is None for answer in possible.values())
    hint = f"{open_} of them only possibly" if arguments.possibly else f"{open_} more are possible: --possibly"
    return show_listed(dataset, listed, as_json=arguments.json, more=f"; {hint}" * bool(open_))


def names_dataset(word: str | None) -> bool:
    """Whether a word names a dataset rather than a record: it is a file or a folder, or ends as one."""
    return word is not None and (word in (STDIN, EXAMPLE) or Path(word).exists() or word.endswith(tuple(SUFFIXES)))


def term_of(vocabulary: type[T]) -> Callable[[str], T]:
    """Return a type for argparse: the function that finds a term of a vocabulary."""

    def find_term(text: str) -> T:
        values = {term.value: term for term in vocabulary}
        value = text.lower().replace("-", "_")
        if value not in values:
            hint = suggestion(value, values) or f"one of {', '.join(values)}"
            raise argparse.ArgumentTypeError(f"{shown(text)} is not known; {hint}")
        return values[value]

    return find_term


def questions_of(arguments: argparse.Namespace) -> Iterator[Predicate]:
    """Return the questions that the options ask; an option given several times asks for either value.

    With a choice in a vote, the actors are those who vote so.
    """
    makers: dict[str, Callable[..., Predicate]] = {
        "type": lambda name: OfType(TYPES[name]),
        "actor": functools.partial(Involves, representatives=arguments.representatives),
        "issue": functools.partial(About, narrower=arguments.narrower),
        "place": At,
        "source": ReportedIn,
        "act": Has,
        "deed": Has,
        "vote": functools.partial(vote_question, arguments),
        "stance": Has,
    }
    if arguments.vote:
        del makers["actor"]
    for name, make in makers.items():
        if values := getattr(arguments, name):
            yield functools.reduce(operator.or_, map(make, values))
    if arguments.between:
        yield When("overlaps", arguments.between, unqualified=arguments.unqualified)


def vote_question(arguments: argparse.Namespace, choice: BallotChoice) -> Predicate:
    """Return the question whether one of the actors asked for, or anybody, votes in a way."""
    if not arguments.actor:
        return Has(choice) | Has(BallotChoice.VETO) if choice is BallotChoice.NO else Has(choice)
    by_actor = (Voted(name, choice, representatives=arguments.representatives) for name in arguments.actor)
    return functools.reduce(operator.or_, by_actor)


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
