"""Questions with three answers, yes, no and `None` for open, and the logic that combines them."""

from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

import attrs

from diplo_events._internal.dataset.asking import Answer, Certainty, decide
from diplo_events.dataset import Dataset
from diplo_events.model import OPEN, EventRecord

__all__ = [
    "And",
    "Answer",
    "Certainly",
    "Certainty",
    "Not",
    "Or",
    "Possibly",
    "Predicate",
    "Test",
    "decide",
    "every",
    "if_coded",
    "negate",
    "some",
]

T = TypeVar("T")

Test: TypeAlias = Callable[[EventRecord], Answer]
"""A question about the records of one dataset, its names resolved."""


class Predicate:
    """A question about an event record. The answer is yes (`True`), no (`False`) or open (`None`).

    Predicates are values: they can be compared, hashed and printed. They name actors, places, issues and sources by
    id or by any spelling.

    `a & b`, `a | b` and `~a` combine predicates in Kleene's strong three-valued logic (Introduction to
    Metamathematics, 1952, § 64): an open part does not matter where the other part decides the answer. Python's
    `and`, `or` and `not` cannot be overloaded this way and raise an error. `Certainly` and `Possibly` turn an open
    answer into no or yes, so that a question can be strict in one point and lenient in another.

    Questions about types, terms, actors, issues and sources are answered yes or no, unless the field with the answer
    is not coded yet (`OPEN`). `When` and `At` can be open, because dates and places are more or less exact, or missing;
    so can `Did` and `Voted`, because a deed may be only planned or denied, and ballots need not be complete.

    To write your own predicate, subclass this class and define `bind`.

    Examples:
        >>> from diplo_events import SpeechAct, load_example
        >>> from diplo_events.analysis.query import Has, Involves, find
        >>> question = Involves("Lavrov", roles=("speakers",)) & ~Has(SpeechAct.REJECT)
        >>> question
        Involves(actor='Lavrov', roles=('speakers',), representatives=False) & ~Has(term=SpeechAct.REJECT)
        >>> len(find(load_example(), question))
        7
        >>> question and Has(SpeechAct.WARN)
        Traceback (most recent call last):
            ...
        TypeError: a predicate is neither true nor false: combine predicates with &, | and ~
    """

    __slots__ = ()

    def bind(self, dataset: Dataset) -> Test:
        """Resolve the names in the question and return a function that answers it for a record of the dataset.

        Raises:
            QueryError: a name refers to nothing in the dataset, or to several things.
        """
        raise NotImplementedError

    def __and__(self, other: object) -> "Predicate":
        return And(joined(And, self, other)) if isinstance(other, Predicate) else NotImplemented

    def __or__(self, other: object) -> "Predicate":
        return Or(joined(Or, self, other)) if isinstance(other, Predicate) else NotImplemented

    def __invert__(self) -> "Predicate":
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("a predicate is neither true nor false: combine predicates with &, | and ~")


@attrs.frozen(repr=False)
class And(Predicate):
    """Whether the answer to every part is yes; created by `&`."""

    parts: tuple[Predicate, ...]
    """The questions."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test that asks each part until one answers no."""
        tests = [part.bind(dataset) for part in self.parts]
        return lambda record: every(test(record) for test in tests)

    def __repr__(self) -> str:
        return " & ".join(f"({part!r})" if isinstance(part, Or) else repr(part) for part in self.parts)


@attrs.frozen(repr=False)
class Or(Predicate):
    """Whether the answer to at least one part is yes; created by `|`."""

    parts: tuple[Predicate, ...]
    """The questions."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test that asks each part until one answers yes."""
        tests = [part.bind(dataset) for part in self.parts]
        return lambda record: some(test(record) for test in tests)

    def __repr__(self) -> str:
        return " | ".join(f"({part!r})" if isinstance(part, And) else repr(part) for part in self.parts)


@attrs.frozen(repr=False)
class Not(Predicate):
    """Whether the answer to a question is no; created by `~`."""

    part: Predicate
    """The question."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test that negates the answer."""
        test = self.part.bind(dataset)
        return lambda record: negate(test(record))

    def __repr__(self) -> str:
        return f"~({self.part!r})" if isinstance(self.part, And | Or) else f"~{self.part!r}"


@attrs.frozen
class Certainly(Predicate):
    """Whether the answer to a question is yes; an open answer becomes no.

    Examples:
        >>> from diplo_events import load_example
        >>> from diplo_events.analysis.query import At, answers
        >>> dataset = load_example()
        >>> answers(dataset, At("Paris"))["kurdistan24-intervention/m01"] is None  # it was "in France"
        True
        >>> answers(dataset, Certainly(At("Paris")))["kurdistan24-intervention/m01"]
        False
        >>> answers(dataset, Possibly(At("Paris")))["kurdistan24-intervention/m01"]
        True
    """

    part: Predicate
    """The question."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test that turns an open answer into no."""
        test = self.part.bind(dataset)
        return lambda record: decide(test(record), "certainly")


@attrs.frozen
class Possibly(Predicate):
    """Whether the answer to a question is not no; an open answer becomes yes."""

    part: Predicate
    """The question."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test that turns an open answer into yes."""
        test = self.part.bind(dataset)
        return lambda record: decide(test(record), "possibly")


def joined(type_: type[And | Or], *operands: Predicate) -> tuple[Predicate, ...]:
    """Return the parts of nested conjunctions or disjunctions, so that `a & b & c` is one conjunction of three."""
    return tuple(part for one in operands for part in (one.parts if isinstance(one, type_) else (one,)))


def every(answers: Iterable[Answer]) -> Answer:
    """Return whether all answers are yes: no if one is no, otherwise `None` if one is open.

    >>> every([True, None]), every([None, False]), every([])
    (None, False, True)
    """
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        result = None if answer is None else result
    return result


def some(answers: Iterable[Answer]) -> Answer:
    """Return whether one answer is yes: yes if one is, otherwise `None` if one is open.

    >>> some([False, None]), some([None, True]), some([])
    (None, True, False)
    """
    result: Answer = False
    for answer in answers:
        if answer is True:
            return True
        result = None if answer is None else result
    return result


def negate(answer: Answer) -> Answer:
    """Negate an answer; `None` stays `None`.

    >>> negate(True), negate(None)
    (False, None)
    """
    return None if answer is None else not answer


def if_coded(value: T, test: Callable[[T], bool]) -> Answer:
    """Return the answer of a value, or `None` for a field that is not coded yet.

    >>> from diplo_events import OPEN
    >>> if_coded("a", str.isupper), if_coded(OPEN, str.isupper)
    (False, None)
    """
    return None if value is OPEN else test(value)
