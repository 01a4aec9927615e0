"""Show all that a dataset holds of one record, or list the event records that answer a question.

Examples:
  diplo-events show zakharova                              from the bundled dataset, by its id or a spelling
  diplo-events show s12 --file mine.yaml --json            from a file of yours, as plain data
  diplo-events show --actor Lavrov --act warn --act accuse
  diplo-events show --actor Russia --representatives --issue foreign-troops --type position
  diplo-events show --between 2025-09-01 2025-09-05 --possibly
"""

import argparse
import functools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

import attrs

from diplo_events.analysis.query import About, Answer, At, Has, Involves, OfType, Predicate, ReportedIn, When, answers
from diplo_events.cli._inputs import UsageError, read_input
from diplo_events.cli._outputs import print_json, style_for_output
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, QueryError, shown, suggestion
from diplo_events.example_data import load
from diplo_events.formats._document import document_of, is_newer, plain_record
from diplo_events.lookup import find_id, matches, name_of
from diplo_events.model import EventRecord, Meeting, Position, Statement, TerritorialClaim
from diplo_events.report.terminal import Style, describe, time_of, wrapped
from diplo_events.schema import RECORD_TYPES, type_name
from diplo_events.speech_acts import SpeechAct
from diplo_events.vocab import Stance, Term

__all__ = ["configure", "run"]

T = TypeVar("T", bound=Term)

Event: TypeAlias = Statement | Meeting | TerritorialClaim | Position

TYPES: Final = {name: cls for name, cls in RECORD_TYPES.items() if issubclass(cls, EventRecord)}


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("id", nargs="?", help="the id of a record, or a spelling of an actor, place, issue or source")
    asked = parser.add_argument_group("questions", "An option given twice asks for either, different options for all.")
    add = functools.partial(asked.add_argument, action="append")
    add("--type", choices=sorted(TYPES), help="what the record is; twice for either")
    add("--actor", metavar="NAME", help="who has a part in it, by id or any spelling")
    add("--issue", metavar="NAME", help="what it is about")
    add("--place", metavar="NAME", help="where it is, or in what larger place")
    add("--source", metavar="NAME", help="which source reports it")
    add("--act", type=term_of(SpeechAct), metavar="ACT", help="what is done in saying it")
    add("--stance", type=term_of(Stance), metavar="STANCE", help="how far the actor agrees with the issue")
    asked.add_argument(
        "--between", nargs=2, metavar=("FROM", "TO"), help="on a day from FROM to TO, in EDTF; .. for no limit"
    )
    asked.add_argument("--representatives", action="store_true", help="count those who stand for the actor too")
    asked.add_argument("--narrower", action="store_true", help="count the parts of the issue too")
    asked.add_argument("--unqualified", action="store_true", help="take dates as written, without their marks of doubt")
    asked.add_argument("--possibly", action="store_true", help="list also what inexact dates and places leave open")
    parser.add_argument("--file", help="a dataset; the bundled one by default, - for standard input")
    parser.add_argument("--from", dest="format", choices=("json", "jsonl", "yaml"), help="the format of the input")
    parser.add_argument("--json", action="store_true", help="print the record, or a partial dataset, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the record, or the records found."""
    questions = tuple(questions_of(arguments))
    if (arguments.id is None) is not bool(questions):
        raise UsageError("say the id of a record, or what to look for")
    dataset = read_input(arguments.file, arguments.format) if arguments.file else load()
    if not questions:
        return show_one(dataset, arguments.id, as_json=arguments.json)
    try:
        found = answers(dataset, functools.reduce(operator.and_, questions))
    except QueryError as error:
        raise UsageError(str(error)) from None
    possible = {key: answer for key, answer in found.items() if answer is not False}
    listed = {key: answer for key, answer in possible.items() if answer or arguments.possibly}
    if arguments.json:
        records = [dataset[key] for key in listed]
        print_json(document_of(attrs.evolve(dataset, records=records, complete=False)))
        return 0
    for line in lines_of(dataset, listed, style_for_output()):
        print(line)
    open_ = sum(answer is None for answer in possible.values())
    hint = f"{open_} of them only possibly" if arguments.possibly else f"{open_} more are possible: --possibly"
    print(f"{len(listed)} record{'s' * (len(listed) != 1)}{f'; {hint}' * bool(open_)}")
    return 0


def term_of(vocabulary: type[T]) -> Callable[[str], T]:
    """Give the function that finds a term of a vocabulary, for argparse."""

    def find_term(text: str) -> T:
        values = {term.value: term for term in vocabulary}
        value = text.lower().replace("-", "_")
        if value not in values:
            hint = suggestion(value, values) or f"one of {', '.join(values)}"
            raise argparse.ArgumentTypeError(f"{shown(text)} is not known; {hint}")
        return values[value]

    return find_term


def questions_of(arguments: argparse.Namespace) -> Iterator[Predicate]:
    """Give the questions that the options ask; an option given several times asks for either."""
    makers: dict[str, Callable[..., Predicate]] = {
        "type": lambda name: OfType(TYPES[name]),
        "actor": functools.partial(Involves, representatives=arguments.representatives),
        "issue": functools.partial(About, narrower=arguments.narrower),
        "place": At,
        "source": ReportedIn,
        "act": Has,
        "stance": Has,
    }
    for name, make in makers.items():
        if given := getattr(arguments, name):
            yield functools.reduce(operator.or_, map(make, given))
    if arguments.between:
        yield When("overlaps", period(arguments.between), unqualified=arguments.unqualified)


def period(ends: Sequence[str]) -> EventDate:
    """Give the days from the first of one date to the last of another."""
    try:
        return EventDate.parse("/".join(ends)).as_period()
    except EventDateError as error:
        raise UsageError(f"--between: {error}") from None


def show_one(dataset: Dataset, key: str, *, as_json: bool) -> int:
    """Print one record, found by its id or by a spelling."""
    if key not in dataset:
        key = named(dataset, key)
    if as_json:
        print_json(plain_record(dataset[key], newer=is_newer(dataset.format_version)))
        return 0
    for line in describe(dataset, key, style=style_for_output()):
        print(line)
    return 0


def named(dataset: Dataset, spelling: str) -> str:
    """Find the id of what a spelling means."""
    try:
        return find_id(dataset, spelling)
    except QueryError as error:
        if matches(dataset, spelling):
            raise UsageError(str(error)) from None
        hint = suggestion(spelling, dataset) or error.problems[0].hint
        raise UsageError(f"no record has the id {spelling!r}{f'; {hint}' if hint else ''}") from None


def lines_of(dataset: Dataset, listed: Mapping[str, Answer], style: Style) -> Iterator[str]:
    """Tell of records, the earliest first, those without a date last."""
    records = [record for key in listed if isinstance(record := dataset[key], Event)]
    for record in sorted(records, key=lambda r: (r.when is None, r.when and r.when.sort_key(), r.id)):
        head, text = head_and_text(dataset, record)
        yield from map(style.strong, wrapped(head, style, first="  ", rest="    "))
        yield from wrapped(text, style, first="    ", rest="    ")
        kind = type_name(type(record)).replace("_", " ")
        maybe = ", possibly" if listed[record.id] is None else ""
        yield style.faint(f"    {kind}, {time_of(record)}{maybe}  [{record.id}]")


def head_and_text(dataset: Dataset, record: Event) -> tuple[str, str]:
    """Tell in short what a record is, and what it says."""
    match record:
        case Statement():
            return f"{name_of(dataset, record.speaker)}: {in_words(*record.acts)}", record.summary
        case Meeting():
            who = ", ".join(name_of(dataset, participant.actor) for participant in record.participants)
            place = f", {name_of(dataset, record.place)}" if record.place else ""
            return f"{record.title}: {in_words(record.status)}{place}", who or "nobody is named"
        case TerritorialClaim():
            return f"{name_of(dataset, record.asserted_by)}: {in_words(record.assertion)}", record.summary
        case _:  # a position
            issue, stance = name_of(dataset, record.issue), in_words(record.stance)
            return f"{name_of(dataset, record.actor)}, {issue}: {stance}", record.summary


def in_words(*terms: Term) -> str:
    """Name terms."""
    return ", ".join(str(term.value).replace("_", " ") for term in terms)
