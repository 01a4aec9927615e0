"""Every public function that takes an actor, a place, an issue or a source takes its id or any spelling of it."""

import re
from collections.abc import Callable, Iterator

import pytest

from diplo_events import load_example
from diplo_events.analysis import (
    About,
    At,
    Did,
    Involves,
    ReportedBy,
    ReportedIn,
    Voted,
    answers,
    build_series,
    stance_matrix,
)
from diplo_events.coding import coverage
from diplo_events.errors import ArgumentTypeError, QueryError
from diplo_events.hierarchy import representatives, representatives_over_time, represents
from diplo_events.lookup import first_published, publisher_of
from public_arguments import public_arguments

EXAMPLE = load_example()
MATRIX = stance_matrix(EXAMPLE)

SPELLINGS = {
    "actor": ("russia", "the  KREMLIN", "rusia"),
    "place": ("place/moscow", "moscow", "mosscow"),
    "issue": ("issue/foreign-troops", "Foreign troops in Ukraine", "foreign troop"),
    "source": ("zerohedge-guarantees", EXAMPLE["zerohedge-guarantees"].title, "zerohedge-guarantes"),
}
"""For each kind of argument an id, another spelling of it, and a misspelt one."""

CALLS: dict[str, Callable[[str], object]] = {
    "analysis.deeds.Did.actor": lambda name: answers(EXAMPLE, Did(name)),
    "analysis.deeds.Voted.actor": lambda name: answers(EXAMPLE, Voted(name)),
    "analysis.query.About.issue": lambda name: answers(EXAMPLE, About(name)),
    "analysis.query.At.place": lambda name: answers(EXAMPLE, At(name)),
    "analysis.query.Involves.actor": lambda name: answers(EXAMPLE, Involves(name)),
    "analysis.query.ReportedBy.actor": lambda name: answers(EXAMPLE, ReportedBy(name)),
    "analysis.query.ReportedIn.source": lambda name: answers(EXAMPLE, ReportedIn(name)),
    "analysis.stance_series.build_series.actor": lambda name: build_series(EXAMPLE, actor=name),
    "analysis.stance_series.build_series.issue": lambda name: build_series(EXAMPLE, issue=name),
    "analysis.stances.StanceMatrix.cell.actor": lambda name: MATRIX.cell(name, "issue/foreign-troops"),
    "analysis.stances.StanceMatrix.cell.issue": lambda name: MATRIX.cell("russia", name),
    "coding.anchoring.coverage.source": lambda name: coverage(EXAMPLE, name, "One sentence."),
    "hierarchy.representatives.actor": lambda name: representatives(EXAMPLE, name),
    "hierarchy.representatives_over_time.actor": lambda name: representatives_over_time(EXAMPLE, name)(None),
    "hierarchy.represents.actor": lambda name: represents(EXAMPLE, name),
    "lookup.first_published.source": lambda name: first_published(EXAMPLE, name),
    "lookup.publisher_of.source": lambda name: publisher_of(EXAMPLE, name),
}
"""Each such argument, and a call in which it is the only thing that varies."""


def named_arguments() -> Iterator[str]:
    """List the arguments called actor, place, issue or source, or several of them, that are texts."""
    for name, parameter in public_arguments():
        is_text = re.search(r"\bstr\b|\bids\.", str(parameter.annotation))
        if is_text and re.fullmatch("(?:actor|place|issue|source)s?", parameter.name):
            yield name


def kind_of(argument: str) -> str:
    return argument.rpartition(".")[2].removesuffix("s")


def test_every_such_argument_is_tried_here() -> None:
    assert sorted(named_arguments()) == sorted(CALLS)


@pytest.mark.parametrize("argument", CALLS)
class TestNames:
    def test_a_spelling_is_as_good_as_the_id(self, argument: str) -> None:
        key, spelling, _ = SPELLINGS[kind_of(argument)]
        assert CALLS[argument](spelling) == CALLS[argument](key)

    def test_what_is_unknown_is_an_error_that_names_it(self, argument: str) -> None:
        with pytest.raises(QueryError, match=f"{kind_of(argument)}, found 'nobody-at-all'$"):
            CALLS[argument]("nobody-at-all")

    def test_what_is_misspelt_gets_a_suggestion(self, argument: str) -> None:
        misspelt = SPELLINGS[kind_of(argument)][2]
        with pytest.raises(QueryError, match=f"found '{misspelt}'; did you mean '"):
            CALLS[argument](misspelt)

    def test_what_is_no_text_is_an_error(self, argument: str) -> None:
        for wrong in (None, 3, EXAMPLE["russia"]):
            if wrong is None and "build_series" in argument:
                continue  # without an actor or an issue, all series are wanted
            with pytest.raises(ArgumentTypeError, match="write an id or a spelling"):
                CALLS[argument](wrong)


def test_the_walk_sees_arguments() -> None:
    assert {kind_of(argument) for argument in named_arguments()} == set(SPELLINGS)
