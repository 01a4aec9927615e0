"""Questions about event records with three answers, and who is asked."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, Protocol, TypeAlias, get_args, runtime_checkable

from diplo_events.errors import ArgumentTypeError, check_choice, shown
from diplo_events.model import EventRecord
from diplo_events.schema import expect_event_type

__all__ = ["Answer", "Certainty", "Question", "decide", "decider"]

Answer: TypeAlias = bool | None
"""Yes (`True`), no (`False`), or `None` where the data leave it open."""

Certainty: TypeAlias = Literal["certainly", "possibly"]
"""Which answers count as yes: with `certainly` only `True`, with `possibly` also `None`."""


@runtime_checkable
class Question(Protocol):
    """A question that `Dataset.find` can ask; every predicate of `diplo_events.analysis` is one."""

    def bind(self, dataset: Any, /) -> Callable[[EventRecord], Answer]:  # noqa: ANN401  (a `Dataset`, which is below)
        """Return the function that answers it for a record of the dataset: yes, no, or `None` for open."""
        ...


def decider(
    dataset: object, type_: object, questions: Iterable[object], certainty: Certainty
) -> Callable[[EventRecord], bool]:
    """Return the function that decides whether a record of a dataset answers all questions with yes.

    Raises:
        QueryError: a name in a question refers to nothing in the dataset, or to several things.
        ArgumentError: an argument has the wrong type, or the certainty is neither of the two.
    """
    check_choice("certainty", certainty, get_args(Certainty))
    expect_event_type(type_)
    tests: list[Callable[[EventRecord], Answer]] = []
    for question in questions:
        if not isinstance(question, Question) or isinstance(question, type):
            hint = "write a predicate, such as Involves('Russia')"
            raise ArgumentTypeError(f"expected a question, found {shown(question)}; {hint}")
        tests.append(question.bind(dataset))
    return lambda record: all(decide(test(record), certainty) for test in tests)


def decide(answer: Answer, certainty: Certainty) -> bool:
    """Decide a three-valued answer: `None` counts as no with `certainly`, and as yes with `possibly`.

    Raises:
        ArgumentError: the certainty is neither of the two.

    >>> [decide(answer, "certainly") for answer in (True, False, None)]
    [True, False, False]
    >>> [decide(answer, "possibly") for answer in (True, False, None)]
    [True, False, True]
    """
    word: object = certainty
    if word == "certainly":
        return answer is True
    if word != "possibly":
        check_choice("certainty", word, get_args(Certainty))
    return answer is not False
