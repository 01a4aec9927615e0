"""Questions that are answered with yes, no or `None` for open, and how they combine."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord

__all__ = ["And", "Answer", "Certainly", "Not", "Or", "Possibly", "Predicate", "Test", "every", "some"]

Answer: TypeAlias = bool | None
"""Yes, no, or `None`: the record leaves it open."""

Test: TypeAlias = Callable[[EventRecord], Answer]
"""A question that is ready to be asked of the records of one dataset."""


class Predicate:
    """A question that every event record answers: yes (`True`), no (`False`), or it leaves that open (`None`).

    Predicates are values: they can be compared, hashed and printed, and name things by any of their spellings.
    `a & b`, `a | b` and `~a` combine them by Kleene's strong logic of three values (Introduction to Metamathematics,
    1952, § 64): what one side leaves open is settled where the other side settles it. Python's `and`, `or` and `not`
    cannot be taught that, and are refused. `Certainly` and `Possibly` turn what is open into no and into yes, so that
    a question can be strict in one point and lenient in another.

    Codes are there or not: types, terms, actors, issues and sources are answered with yes or no. `When` and `At` can
    be answered with `None`, because dates and places are more or less exact, down to none given.

    A predicate of one's own is a subclass with a `bind`.

    Examples:
        >>> from diplo_events import SpeechAct, load_example
        >>> from diplo_events.analysis.query import Has, Involves, find
        >>> question = Involves("Lavrov", roles=("speaker",)) & ~Has(SpeechAct.REJECT)
        >>> question
        Involves(actor='Lavrov', roles=('speaker',), representatives=False) & ~Has(term=SpeechAct.REJECT)
        >>> len(find(load_example(), question))
        7
        >>> question and Has(SpeechAct.WARN)
        Traceback (most recent call last):
            ...
        TypeError: a predicate is neither true nor false: combine predicates with &, | and ~
    """

    __slots__ = ()

    def bind(self, dataset: Dataset) -> Test:
        """Look up in a dataset what the question names, and give the function that asks it of a record.

        Raises:
            QueryError: it names something that is not there, or that could be several things.
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
    """Whether all of several questions are answered with yes; made by `&`."""

    parts: tuple[Predicate, ...]
    """The questions."""

    def bind(self, dataset: Dataset) -> Test:
        """Ask each until one says no."""
        tests = [part.bind(dataset) for part in self.parts]
        return lambda record: every(test(record) for test in tests)

    def __repr__(self) -> str:
        return " & ".join(f"({part!r})" if isinstance(part, Or) else repr(part) for part in self.parts)


@attrs.frozen(repr=False)
class Or(Predicate):
    """Whether one of several questions is answered with yes; made by `|`."""

    parts: tuple[Predicate, ...]
    """The questions."""

    def bind(self, dataset: Dataset) -> Test:
        """Ask each until one says yes."""
        tests = [part.bind(dataset) for part in self.parts]
        return lambda record: some(test(record) for test in tests)

    def __repr__(self) -> str:
        return " | ".join(f"({part!r})" if isinstance(part, And) else repr(part) for part in self.parts)


@attrs.frozen(repr=False)
class Not(Predicate):
    """Whether a question is answered with no; made by `~`."""

    part: Predicate
    """The question."""

    def bind(self, dataset: Dataset) -> Test:
        """Ask it, and turn the answer round."""
        test = self.part.bind(dataset)
        return lambda record: None if (answer := test(record)) is None else not answer

    def __repr__(self) -> str:
        return f"~({self.part!r})" if isinstance(self.part, And | Or) else f"~{self.part!r}"


@attrs.frozen
class Certainly(Predicate):
    """Whether a question is answered with yes; where it is left open, that is a no.

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
        """Ask it, and take open for no."""
        test = self.part.bind(dataset)
        return lambda record: test(record) is True


@attrs.frozen
class Possibly(Predicate):
    """Whether a question is not answered with no; where it is left open, that is a yes."""

    part: Predicate
    """The question."""

    def bind(self, dataset: Dataset) -> Test:
        """Ask it, and take open for yes."""
        test = self.part.bind(dataset)
        return lambda record: test(record) is not False


def joined(cls: type[And | Or], *given: Predicate) -> tuple[Predicate, ...]:
    """Take conjunctions, or disjunctions, apart, so that `a & b & c` is one of three."""
    return tuple(part for one in given for part in (one.parts if isinstance(one, cls) else (one,)))


def every(given: Iterable[Answer]) -> Answer:
    """Join answers as `and` does: no if one is no, else open if one is open.

    >>> every([True, None]), every([None, False]), every([])
    (None, False, True)
    """
    result: Answer = True
    for answer in given:
        if answer is False:
            return False
        result = None if answer is None else result
    return result


def some(given: Iterable[Answer]) -> Answer:
    """Join answers as `or` does: yes if one is yes, else open if one is open.

    >>> some([False, None]), some([None, True]), some([])
    (None, True, False)
    """
    result: Answer = False
    for answer in given:
        if answer is True:
            return True
        result = None if answer is None else result
    return result
