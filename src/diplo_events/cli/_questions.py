"""Options that ask for event records: who, what about, where, when, by which act."""

import argparse
import functools
import operator
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from diplo_events.analysis.deeds import Voted
from diplo_events.analysis.query import About, At, Has, Involves, OfType, Predicate, ReportedIn, When, find
from diplo_events.cli._shared_options import PeriodAction, add_as_dated
from diplo_events.dataset import Dataset
from diplo_events.errors import shown, suggestion
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES
from diplo_events.vocab import BallotChoice, Stance, Term
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["NAMES", "TYPES", "add_questions", "hint_as_dated", "hint_of_question", "question_of"]

T = TypeVar("T", bound=Term)

TYPES: Final = {name: cls for name, cls in RECORD_TYPES.items() if issubclass(cls, EventRecord)}
"""The types of event records by their names."""

NAMES: Final[Mapping[type[EventRecord], str]] = {cls: name for name, cls in TYPES.items()}
"""The names of the types of event records."""

TERMS: Final[tuple[tuple[str, type[Term], str, str], ...]] = (
    ("--act", SpeechAct, "ACT", "what is done in saying it"),
    ("--deed", ActionKind, "DEED", "what is done otherwise than by words"),
    ("--vote", BallotChoice, "CHOICE", "how the actor votes, or anybody if none is named"),
    ("--stance", Stance, "STANCE", "how far the actor agrees with the issue"),
)
"""The options that ask for a word of a vocabulary."""


def add_questions(parser: argparse.ArgumentParser) -> None:
    """Add the options from which `question_of` makes a question."""
    asked = parser.add_argument_group(
        "questions", "An option given twice means either value; different options must all match."
    )
    add = functools.partial(asked.add_argument, action="append")
    add("--type", choices=sorted(TYPES), help="the type of the record")
    add("--actor", metavar="NAME", help="who is involved, by id or any name")
    add("--issue", metavar="NAME", help="what it is about")
    add("--place", metavar="NAME", help="where it is: a place, or a larger place around it")
    add("--source", metavar="NAME", help="which source reports it")
    for option, vocabulary, metavar, text in TERMS:
        add(option, type=term_of(vocabulary), choices=vocabulary, metavar=metavar, help=text)
    asked.add_argument(
        "--between",
        nargs=2,
        action=PeriodAction,
        metavar=("FROM", "TO"),
        help="on a day from FROM to TO, in EDTF; .. for no limit",
    )
    asked.add_argument("--representatives", action="store_true", help="include those who speak for the actor")
    asked.add_argument("--narrower", action="store_true", help="include the parts of the issue")
    add_as_dated(asked.add_argument)


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


def question_of(arguments: argparse.Namespace) -> Predicate | None:
    """Return the question that the options of `add_questions` ask together; `None` if they ask nothing."""
    questions = tuple(questions_of(arguments))
    return functools.reduce(operator.and_, questions) if questions else None


def hint_as_dated(certain: int, as_dated: int, what: str) -> None:
    """Print on standard error that dates taken as written give at least twice as much, if they do."""
    if as_dated >= max(1, 2 * certain):
        number = f"{as_dated:,} {what}{'s' * (as_dated != 1)}"
        print(f"hint: {number} with dates as written, without their marks of doubt: --as-dated", file=sys.stderr)


def hint_of_question(dataset: Dataset, arguments: argparse.Namespace, certain: int) -> None:
    """Print the hint if a question about time finds few records because dates are marked as doubtful."""
    if arguments.between and not arguments.unqualified:
        changed = argparse.Namespace(**{**vars(arguments), "unqualified": True})
        question = question_of(changed)
        if question is not None:
            hint_as_dated(certain, len(find(dataset, question)), "record")


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
