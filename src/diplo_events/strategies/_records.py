"""Hypothesis strategies for every public type, for whole datasets, and for records with a few fields changed.

They follow from the fields of the classes, so a new field needs no change here. The strategy for a class accepts
strategies for some of its fields. A field that depends on another is adjusted to it. Needs the extra `hypothesis`.
"""

import functools
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from diplo_events.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtraError.of("hypothesis", "drawing records for property-based tests") from error

from diplo_events._internal.dataset.fitting import ACYCLIC
from diplo_events.dataset import HEADER, Dataset
from diplo_events.model import (
    OPEN,
    Action,
    Actor,
    Ballot,
    Document,
    EventRecord,
    Issue,
    Meeting,
    Name,
    Participant,
    Place,
    Point,
    Position,
    Quantity,
    Quote,
    Role,
    Source,
    Span,
    Statement,
    Tally,
    TerritorialClaim,
    Uncoded,
    Vote,
)
from diplo_events.model.nodes import openable_names
from diplo_events.schema import RECORD_TYPES, TARGETS, ManyNode, Node, Record
from diplo_events.strategies._fields import (
    built,
    drawn,
    event_dates,
    fitted,
    frozen_maps,
    ids,
    nodes_of,
    strategy_of,
    texts,
)

__all__ = [
    "actions",
    "actors",
    "ballots",
    "datasets",
    "documents",
    "event_dates",
    "frozen_maps",
    "ids",
    "issues",
    "meetings",
    "names",
    "participants",
    "perturbed",
    "places",
    "points",
    "positions",
    "quantities",
    "quotes",
    "records",
    "roles",
    "sources",
    "spans",
    "statements",
    "tallies",
    "territorial_claims",
    "texts",
    "uncoded_passages",
    "votes",
]


def spans(**given: SearchStrategy[Any]) -> SearchStrategy[Span]:
    """Draw spans.

    >>> from hypothesis import find, strategies as st
    >>> find(spans(start=st.just(3)), lambda span: span.end > 7)
    Span(start=3, end=8, section=Section.HEADLINE)
    """
    return drawn(Span, given)


def quotes(**given: SearchStrategy[Any]) -> SearchStrategy[Quote]:
    """Draw quotes, each with a span as long as its text."""
    return drawn(Quote, given)


def names(**given: SearchStrategy[Any]) -> SearchStrategy[Name]:
    """Draw spellings of names."""
    return drawn(Name, given)


def roles(**given: SearchStrategy[Any]) -> SearchStrategy[Role]:
    """Draw offices of persons."""
    return drawn(Role, given)


def participants(**given: SearchStrategy[Any]) -> SearchStrategy[Participant]:
    """Draw participants of meetings."""
    return drawn(Participant, given)


def quantities(**given: SearchStrategy[Any]) -> SearchStrategy[Quantity]:
    """Draw quantities; shares are from 0 to 1."""
    return drawn(Quantity, given)


def ballots(**given: SearchStrategy[Any]) -> SearchStrategy[Ballot]:
    """Draw ballots."""
    return drawn(Ballot, given)


def tallies(**given: SearchStrategy[Any]) -> SearchStrategy[Tally]:
    """Draw tallies."""
    return drawn(Tally, given)


def points(**given: SearchStrategy[Any]) -> SearchStrategy[Point]:
    """Draw points on the Earth."""
    return drawn(Point, given)


def uncoded_passages(**given: SearchStrategy[Any]) -> SearchStrategy[Uncoded]:
    """Draw passages that no record covers."""
    return drawn(Uncoded, given)


def actors(**given: SearchStrategy[Any]) -> SearchStrategy[Actor]:
    """Draw actors."""
    return drawn(Actor, given)


def places(**given: SearchStrategy[Any]) -> SearchStrategy[Place]:
    """Draw places; a subdivision belongs to the country."""
    return drawn(Place, given)


def issues(**given: SearchStrategy[Any]) -> SearchStrategy[Issue]:
    """Draw issues."""
    return drawn(Issue, given)


def documents(**given: SearchStrategy[Any]) -> SearchStrategy[Document]:
    """Draw documents; none ends before it begins."""
    return drawn(Document, given)


def sources(**given: SearchStrategy[Any]) -> SearchStrategy[Source]:
    """Draw sources; no uncoded passage ends beyond the length."""
    return drawn(Source, given)


def statements(**given: SearchStrategy[Any]) -> SearchStrategy[Statement]:
    """Draw statements."""
    return drawn(Statement, given)


def actions(**given: SearchStrategy[Any]) -> SearchStrategy[Action]:
    """Draw actions."""
    return drawn(Action, given)


def votes(**given: SearchStrategy[Any]) -> SearchStrategy[Vote]:
    """Draw votes; ballots and tally agree."""
    return drawn(Vote, given)


def meetings(**given: SearchStrategy[Any]) -> SearchStrategy[Meeting]:
    """Draw meetings."""
    return drawn(Meeting, given)


def territorial_claims(**given: SearchStrategy[Any]) -> SearchStrategy[TerritorialClaim]:
    """Draw territorial claims."""
    return drawn(TerritorialClaim, given)


def positions(**given: SearchStrategy[Any]) -> SearchStrategy[Position]:
    """Draw positions."""
    return drawn(Position, given)


def records(*, drafts: bool = False) -> SearchStrategy[Record]:
    """Draw records of all types, with references to anything.

    Args:
        drafts: Whether to draw drafts too, records with required fields that are `OPEN`, not coded yet.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(records(drafts=True))
    ... def test_what_is_open_has_no_value(record):
    ...     assert all(getattr(record, name) is OPEN for name in record.open)
    >>> test_what_is_open_has_no_value()
    """
    complete = st.one_of(*(drawn(cls, {}) for cls in RECORD_TYPES.values()))
    return complete | with_open_fields(complete) if drafts else complete


def perturbed(originals: Iterable[Record]) -> SearchStrategy[Record]:
    """Draw one of some records with other values in up to three of its fields, never in the id.

    Args:
        originals: The records to choose from, such as `load_example().records`.

    >>> from hypothesis import find
    >>> troops = Issue(id="troops", label="Troops", proposition="There should be troops.")
    >>> find(perturbed([troops]), lambda issue: issue != troops).id
    'troops'
    """
    return changed(list(originals))


def datasets(
    *,
    most: int = 2,
    complete: bool | None = None,
    drafts: bool = False,
) -> SearchStrategy[Dataset]:
    """Draw datasets whose records fit together: references lead to records of the right type, and not in a circle.

    Args:
        most: The largest number of records of one type.
        complete: Whether the datasets refer only to records that they hold; `None` for both kinds.
        drafts: Whether some records may be drafts, with required fields that are `OPEN`, not coded yet.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(datasets())
    ... def test_records_are_sorted(dataset):
    ...     assert list(dataset) == sorted(dataset)
    >>> test_records_are_sorted()
    """
    return fitting_together(most=most, complete=complete, drafts=drafts)


@st.composite
def with_open_fields(draw: DrawFn, whole: SearchStrategy[Record]) -> Record:
    """Draw a record with some of its fields open, or with none."""
    record = draw(whole)
    return attrs.evolve(record, **draw(OPEN_FIELDS[type(record)]))


OPEN_FIELDS: Final = {
    cls: st.lists(st.sampled_from(openable_names(cls)), unique=True).map(lambda names: dict.fromkeys(names, OPEN))
    for cls in RECORD_TYPES.values()
}
"""For each type of records the strategy for the fields of one that are open."""


@st.composite
def changed(draw: DrawFn, originals: Sequence[Record]) -> Record:
    """Draw a record that differs from one of the originals in up to three fields."""
    record = draw(st.sampled_from(originals))
    cls, nodes = type(record), nodes_of(type(record))
    changeable = [name for name in nodes if name != "id"]
    chosen = draw(st.lists(st.sampled_from(changeable), min_size=1, max_size=3, unique=True))
    values = {name: getattr(record, name) for name in nodes}
    return cls(**fitted(cls, values | {name: draw(strategy_of(nodes[name])) for name in chosen}))


@st.composite
def fitting_together(draw: DrawFn, *, most: int, complete: bool | None, drafts: bool) -> Dataset:
    """Draw a dataset: first its ids, then its records by type, then which of them to leave out."""
    counts = {cls: draw(st.integers(0, most)) for cls in RECORD_TYPES.values()}
    if any(number for cls, number in counts.items() if issubclass(cls, EventRecord)):
        counts |= {cls: max(1, counts[cls]) for cls in (Source, Actor, Issue)}  # event records need them
    total = sum(counts.values())
    keys = iter(draw(st.lists(ids(), min_size=total, max_size=total, unique=True)))
    known = {cls: [next(keys) for _ in range(number)] for cls, number in counts.items()}
    given = {kind: one_of_ids(key for cls in targets for key in known[cls]) for kind, targets in TARGETS.items()}
    records: list[Record] = []
    for cls in counts:
        others = built(cls, given, leaving=("id", *ACYCLIC))
        for key in known[cls]:
            values = draw(others) | {"id": key}
            values |= draw(backward_pointers(cls, values.get("source"), records))
            opened: dict[str, Any] = draw(OPEN_FIELDS[cls]) if drafts else {}
            records.append(cls(**fitted(cls, values) | opened))
    whole = draw(st.booleans()) if complete is None else complete
    gone = draw(st.frozensets(st.nothing() if whole else one_of_ids(record.id for record in records)))
    kept = [long_enough(record, records) for record in records if record.id not in gone]
    return Dataset(records=kept, complete=whole, **draw(headers()))


def backward_pointers(
    cls: type[Record], source: str | None, before: Sequence[Record]
) -> SearchStrategy[dict[str, Any]]:
    """Return the strategy for the fields that must not form a circle: they refer to records drawn before."""
    alike = [record for record in before if type(record) is cls]
    beside = [record for record in alike if isinstance(record, EventRecord) and record.source == source]
    leading = {name: beside if name == "restates" else alike for name in ACYCLIC if name in nodes_of(cls)}
    nodes = nodes_of(cls)
    return st.fixed_dictionaries({name: pointers(nodes[name], leading[name]) for name in leading})


def pointers(node: Node, targets: Iterable[Record]) -> SearchStrategy[Any]:
    """Draw the value of a field that refers to one of some records, or to several."""
    keys = [record.id for record in targets]
    if isinstance(node, ManyNode):
        return st.lists(st.sampled_from(keys), max_size=3, unique=True).map(tuple) if keys else st.just(())
    return st.none() | one_of_ids(keys)


def long_enough(record: Record, others: Iterable[Record]) -> Record:
    """Return a source with a length that is enough for all passages."""
    if not isinstance(record, Source) or record.length is None:
        return record
    inside = [other for other in others if isinstance(other, EventRecord) and other.source == record.id]
    ends = [span.end for other in inside for span in other.spans]
    ends += [quote.span.end for other in inside if isinstance(other, Statement) for quote in other.quotes]
    return attrs.evolve(record, length=max(record.length, *ends, 1))


@functools.cache
def headers() -> SearchStrategy[dict[str, Any]]:
    """Return the strategy for the header of a dataset."""
    nodes = {field.name: field.node for field in HEADER if field.name not in {"format_version", "complete"}}
    return st.fixed_dictionaries({name: strategy_of(node) for name, node in nodes.items()})


def one_of_ids(keys: Iterable[str]) -> SearchStrategy[str]:
    """Draw one of some ids, or nothing if there are none."""
    known = list(keys)
    return st.sampled_from(known) if known else st.nothing()
