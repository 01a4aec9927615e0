"""Questions that are asked of every event record, and the records that answer yes."""

import functools
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from diplo_events.analysis._field_values import trees_of, values
from diplo_events.analysis.predicates import Answer, Certainly, Possibly, Predicate, Test, some
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import Problem, QueryError, shown, suggestion
from diplo_events.hierarchy import representatives
from diplo_events.lookup import lookup
from diplo_events.model import Actor, EventRecord, Issue, Place, Source
from diplo_events.model.ids import ActorId, IssueId, PlaceId
from diplo_events.vocab import PlaceKind, Term

__all__ = [
    "ROLES",
    "About",
    "Answer",
    "At",
    "Certainly",
    "Certainty",
    "Has",
    "Involves",
    "OfType",
    "Possibly",
    "Predicate",
    "Relation",
    "ReportedBy",
    "ReportedIn",
    "When",
    "answers",
    "find",
]

Certainty: TypeAlias = Literal["certainly", "possibly"]
"""Which answers count: `certainly` only yes, `possibly` also what a record leaves open."""

Relation: TypeAlias = Literal["within", "overlaps", "before", "after"]
"""The relations of `EventDate`."""


def find(dataset: Dataset, predicate: Predicate, certainty: Certainty = "certainly") -> tuple[EventRecord, ...]:
    """List the event records that answer yes, sorted by id.

    Args:
        dataset: The records.
        predicate: What is asked.
        certainty: `certainly` for the records that answer yes; `possibly` for these and those that leave it open.

    Raises:
        QueryError: the question names something that is not there, or that could be several things.

    Examples:
        >>> from diplo_events import EventDate, Statement, load_example
        >>> dataset, third = load_example(), EventDate.parse("2025-09-03")
        >>> in_vladivostok, on_the_third = OfType(Statement) & At("Vladivostok"), When("within", third)
        >>> len(find(dataset, in_vladivostok & on_the_third))
        5
        >>> [statement.id for statement in find(dataset, in_vladivostok & Possibly(~on_the_third))]
        ['digest-foreign-troops/s04', 'digest-foreign-troops/s11', 'kurdistan24-intervention/s12', \
'kurdistan24-intervention/s13']
    """
    if certainty not in typing.get_args(Certainty):
        expected = " or ".join(typing.get_args(Certainty))
        raise QueryError([Problem(path="certainty", expected=expected, found=shown(certainty))])
    wanted = Certainly(predicate) if certainty == "certainly" else Possibly(predicate)
    return tuple(record for record, answer in asked(dataset, wanted) if answer)


def answers(dataset: Dataset, predicate: Predicate) -> dict[str, Answer]:
    """Give every event record's answer, by id: what is open is a third column, not a kind of no.

    Raises:
        QueryError: the question names something that is not there, or that could be several things.

    Examples:
        >>> from collections import Counter
        >>> from diplo_events import EventDate, load_example
        >>> dataset = load_example()
        >>> september = EventDate.parse("2025-09")
        >>> Counter(answers(dataset, When("before", september)).values())
        Counter({None: 274, True: 5, False: 1})
        >>> Counter(answers(dataset, When("before", september, unqualified=True)).values())
        Counter({None: 250, True: 29, False: 1})
    """
    return {record.id: answer for record, answer in asked(dataset, predicate)}


@attrs.frozen
class OfType(Predicate):
    """Whether the record is a statement, a meeting, a territorial claim or a position."""

    cls: type[EventRecord] = attrs.field(repr=lambda cls: cls.__name__)
    """The type; `EventRecord` for all four."""

    def __attrs_post_init__(self) -> None:
        given: object = self.cls
        if not (isinstance(given, type) and issubclass(given, EventRecord)):
            raise QueryError([Problem(path="cls", expected="a type of event record", found=shown(given))])

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (needs nothing of it)
        """Ask for the type."""
        return lambda record: isinstance(record, self.cls)


@attrs.frozen
class Has(Predicate):
    """Whether a term of a vocabulary stands in the record, in whichever field holds that vocabulary.

    Examples:
        >>> from diplo_events import MeetingStatus, load_example
        >>> [meeting.id for meeting in find(load_example(), Has(MeetingStatus.REJECTED))]
        ['digest-foreign-troops/m02', 'kurdistan24-road-to-nowhere/m07']
    """

    term: Term
    """The term: a speech act, a stance, a status, a medium, an aspect."""

    def __attrs_post_init__(self) -> None:
        given: object = self.term
        if not isinstance(given, Term):
            found = shown(given)
            raise QueryError([Problem(path="term", expected="a term, such as SpeechAct.REJECT", found=found)])

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (needs nothing of it)
        """Ask for the term."""
        trees = trees_of(type(self.term))
        return lambda record: any(value is self.term for value in values(record, trees[type(record)]))


@attrs.frozen
class Involves(Predicate):
    """Whether an actor has a part in what the record is about: speaks, is spoken to or of, takes part, claims, loses.

    Not counted is `via`, the chain of those who pass the report on: for that, see `ReportedBy`.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> alone, with_others = Involves("Russia"), Involves("Russia", representatives=True)
        >>> len(find(dataset, alone)), len(find(dataset, with_others))
        (130, 164)
        >>> len(find(dataset, Involves("Lavrov", roles=("speaker",))))
        8
    """

    actor: str
    """The actor, by its id or any spelling."""
    roles: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """In which parts, by the names of fields, such as `speaker` or `participants`; in any of `ROLES` by default."""
    representatives: bool = attrs.field(default=False, kw_only=True)
    """Whether those who stand for the actor count too: see `diplo_events.hierarchy`."""

    def __attrs_post_init__(self) -> None:
        for role in self.roles:
            if role not in ROLES:
                hint = suggestion(role, ROLES) or f"the roles are {', '.join(ROLES)}"
                raise QueryError([Problem(path="roles", expected="a role", found=shown(role), hint=hint)])

    def bind(self, dataset: Dataset) -> Test:
        """Look up the actor, and ask for it."""
        key = lookup(dataset, self.actor, Actor)
        wanted = representatives(dataset, key) if self.representatives else {key}
        trees = {
            cls: {role: tree[role] for role in self.roles or ROLES if role in tree} for cls, tree in ALL_ROLES.items()
        }
        return lambda record: any(value in wanted for value in values(record, trees[type(record)]))


@attrs.frozen
class About(Predicate):
    """Whether the record is about an issue: a statement's issues, a meeting's agenda, a position's issue.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> len(find(dataset, About("foreign-troops"))), len(find(dataset, About("foreign-troops", narrower=True)))
        (57, 62)
    """

    issue: str
    """The issue, by its id or its label."""
    narrower: bool = attrs.field(default=False, kw_only=True)
    """Whether the issues that are a part of it count too, and theirs."""

    def bind(self, dataset: Dataset) -> Test:
        """Look up the issue, and ask for it."""
        key = lookup(dataset, self.issue, Issue)
        wanted = (
            below({key}, [(issue.id, issue.broader) for issue in dataset.of_type(Issue)]) if self.narrower else {key}
        )
        trees = trees_of(IssueId)
        return lambda record: any(value in wanted for value in values(record, trees[type(record)]))


@attrs.frozen
class At(Predicate):
    """Whether it happened at a place, or a claim is about land there; all that lies within the place counts.

    Left open (`None`) is it where the record names no place, or a larger one: what happened in France may have
    happened in Paris. Areas without borders of their own, such as Donbas, may hold whatever lies within the
    smallest bordered place around them. A position is nowhere.

    Examples:
        >>> from diplo_events import Meeting, load_example
        >>> dataset = load_example()
        >>> [meeting.id for meeting in find(dataset, OfType(Meeting) & At("Paris"))]
        ['digest-foreign-troops/m03', 'kurdistan24-intervention/m02', 'zerohedge-guarantees/m02', \
'zerohedge-guarantees/m03']
        >>> dataset["kurdistan24-intervention/m01"].place
        'place/france'
        >>> answers(dataset, At("Paris"))["kurdistan24-intervention/m01"] is None
        True
    """

    place: str
    """The place, by its id or any spelling."""

    def bind(self, dataset: Dataset) -> Test:
        """Look up the place, and ask for it."""
        known = located(dataset, lookup(dataset, self.place, Place))
        trees = trees_of(PlaceId)

        def test(record: EventRecord) -> Answer:
            tree = trees[type(record)]
            named = tuple(values(record, tree))
            return some(known[place] for place in named) if named else None if tree else False

        return test


@attrs.frozen
class When(Predicate):
    """Whether the time of the thing stands in a relation to a date: `within`, `overlaps`, `before` or `after`.

    The answer is that of the method of `EventDate`. A record without a date leaves it open, and so, nearly always,
    does one whose date is marked as uncertain or approximate. Many dates are, because the publication date that
    "on Thursday" was counted from had to be inferred. `unqualified` takes them as the coder wrote them, without the
    marks; say so where you report the result.

    Examples:
        >>> from diplo_events import EventDate, load_example
        >>> dataset, september = load_example(), EventDate.parse("2025-09")
        >>> len(find(dataset, When("within", september))), len(find(dataset, When("within", september), "possibly"))
        (31, 274)
        >>> len(find(dataset, When("within", september, unqualified=True)))
        96
    """

    relation: Relation
    """The relation: `within` for all of it, `overlaps` for a day of it at least."""
    date: EventDate
    """The date; for `overlaps`, `2025-09` is one day of September, and `2025-09-01/2025-09-30` is all of it."""
    unqualified: bool = attrs.field(default=False, kw_only=True)
    """Whether the marks of the records' dates are left out of account."""

    def __attrs_post_init__(self) -> None:
        if self.relation not in typing.get_args(Relation):
            expected, found = ", ".join(typing.get_args(Relation)), shown(self.relation)
            hint = suggestion(self.relation, typing.get_args(Relation))
            raise QueryError([Problem(path="relation", expected=expected, found=found, hint=hint)])

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (needs nothing of it)
        """Ask for the date, once for each date that the records have."""

        @functools.cache
        def answer(when: EventDate | None) -> Answer:
            if when is None:
                return None
            relate: Callable[[EventDate], Answer] = getattr(
                when.unqualified() if self.unqualified else when, self.relation
            )
            return relate(self.date)

        return lambda record: answer(record.when)


@attrs.frozen
class ReportedIn(Predicate):
    """Whether a source reports it.

    Examples:
        >>> from diplo_events import load_example
        >>> len(find(load_example(), ReportedIn("zerohedge-guarantees")))
        43
    """

    source: str
    """The source, by its id or its title."""

    def bind(self, dataset: Dataset) -> Test:
        """Look up the source, and ask for it."""
        key = lookup(dataset, self.source, Source)
        return lambda record: record.source == key


@attrs.frozen
class ReportedBy(Predicate):
    """Whether an actor passes the report on: publishes the source, or stands in the chain from it to the origin.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> len(find(dataset, ReportedBy("Kurdistan24"))), len(find(dataset, ReportedBy("AFP")))
        (146, 4)
    """

    actor: str
    """The outlet, the agency or whoever passes it on, by its id or any spelling."""

    def bind(self, dataset: Dataset) -> Test:
        """Look up the actor and the sources that it publishes, and ask for them."""
        key = lookup(dataset, self.actor, Actor)
        published = {source.id for source in dataset.of_type(Source) if source.publisher == key}
        return lambda record: record.source in published or key in record.via


def asked(dataset: Dataset, predicate: Predicate) -> Iterator[tuple[EventRecord, Answer]]:
    """Ask every event record."""
    test = predicate.bind(dataset)
    return ((record, test(record)) for record in dataset.records if isinstance(record, EventRecord))


ALL_ROLES: Final = trees_of(ActorId)
"""The fields that name actors; `via`, the chain of those who pass a report on, among them."""

ROLES: Final = tuple(dict.fromkeys(role for tree in ALL_ROLES.values() for role in tree if role != "via"))
"""The parts that an actor can have in what a record is about, by the names of fields."""


def located(dataset: Dataset, key: str) -> Mapping[object, Answer]:
    """Tell of each place whether what is there is at a place; of a place that is kept elsewhere one cannot tell."""
    places: dict[str, Place] = {place.id: place for place in dataset.of_type(Place)}
    pairs = [(place.id, place.within) for place in places.values()]
    areas = [(place.id, place.within) for place in places.values() if place.kind is PlaceKind.AREA]
    around = [key]
    while (place := places.get(around[-1])) and place.within:
        around.append(place.within)
    bordered = next(
        (other for other in around if other in places and places[other].kind is not PlaceKind.AREA), around[-1]
    )
    known: dict[object, Answer] = defaultdict(lambda: None, dict.fromkeys(places, False))
    known.update(dict.fromkeys(below({bordered}, pairs) | below(set(around), areas), None))
    known.update(dict.fromkeys(below({key}, pairs), True))
    return known


def below(tops: set[str], pairs: Iterable[tuple[str, str | None]]) -> set[str]:
    """Give what lies under some things, themselves included, from pairs of what lies directly under what."""
    under: defaultdict[str | None, list[str]] = defaultdict(list)
    for key, above in pairs:
        under[above].append(key)
    found: set[str] = set()
    waiting = list(tops)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(under[here])
    return found
