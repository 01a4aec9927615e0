"""Questions about event records, and the records that answer yes."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, TypeAlias, get_args

import attrs

from diplo_events.analysis._field_values import trees_of, values
from diplo_events.analysis._representatives import voices_of
from diplo_events.analysis.predicates import (
    Answer,
    Certainly,
    Certainty,
    Possibly,
    Predicate,
    Test,
    if_coded,
    some,
)
from diplo_events.corroboration.fields import PARTICIPATION
from diplo_events.dataset import Dataset, Event, Records
from diplo_events.dates import EventDate, check_event_date
from diplo_events.errors import check_choice, expect_type
from diplo_events.hierarchy import children_in, descendants, parents_in, reachable
from diplo_events.lookup import find_id
from diplo_events.model import Actor, EventRecord, Issue, Meeting, Place, Source
from diplo_events.model.ids import ActorId, IssueId, PlaceId
from diplo_events.schema import expect_event_type
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

Relation: TypeAlias = Literal["within", "overlaps", "before", "after"]
"""The relations between dates, as the methods of `EventDate` define them."""


def find(dataset: Dataset, predicate: Predicate, *, certainty: Certainty = "certainly") -> Records[Event]:
    """Return the event records that answer a question with yes, sorted by id; the same as `dataset.find(predicate)`.

    Args:
        dataset: The records.
        predicate: The question.
        certainty: `certainly` for the records that answer yes; `possibly` also for those that leave it open.

    Raises:
        QueryError: a name in the question refers to nothing in the dataset, or to several things.
        ArgumentError: an argument has the wrong type, or the certainty is neither of the two.

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
    expect_type("predicate", predicate, Predicate, hint="write a question, such as Involves('Russia')")
    return dataset.find(predicate, certainty=certainty)


def answers(dataset: Dataset, predicate: Predicate) -> dict[str, Answer]:
    """Return the answer of every event record, by id: `True`, `False`, or `None` where the record leaves it open.

    Raises:
        QueryError: a name in the question refers to nothing in the dataset, or to several things.
        ArgumentError: the question is not a predicate.

    Examples:
        >>> from collections import Counter
        >>> from diplo_events import EventDate, load_example
        >>> dataset = load_example()
        >>> september = EventDate.parse("2025-09")
        >>> Counter(answers(dataset, When("before", september)).values())
        Counter({None: 298, True: 9, False: 3})
        >>> Counter(answers(dataset, When("before", september, unqualified=True)).values())
        Counter({None: 275, True: 32, False: 3})
    """
    return {record.id: answer for record, answer in asked(dataset, predicate)}


@attrs.frozen
class OfType(Predicate):
    """Whether the record is of a type: a statement, an action, a meeting, a vote, a territorial claim, a position."""

    type_: type[EventRecord] = attrs.field(repr=lambda type_: type_.__name__)
    """The type; `EventRecord` for all six."""

    def __attrs_post_init__(self) -> None:
        expect_event_type(self.type_)

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (a type needs no dataset)
        """Return the test for the type."""
        return lambda record: isinstance(record, self.type_)


@attrs.frozen
class Has(Predicate):
    """Whether the record has a term of a vocabulary, in any field that holds that vocabulary.

    Examples:
        >>> from diplo_events import MeetingStatus, load_example
        >>> [meeting.id for meeting in find(load_example(), Has(MeetingStatus.REJECTED))]
        ['kurdistan24-road-to-nowhere/m07']
    """

    term: Term
    """The term: a speech act, a stance, a status, a medium, an aspect."""

    def __attrs_post_init__(self) -> None:
        expect_type("term", self.term, Term, hint="write a member of a vocabulary, such as SpeechAct.REJECT")

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (a term needs no dataset)
        """Return the test for the term."""
        trees = trees_of(type(self.term))
        return lambda record: some(
            if_coded(value, lambda value: value is self.term) for value in values(record, trees[type(record)])
        )


@attrs.frozen
class Involves(Predicate):
    """Whether an actor has a role in what the record reports: speakers, audience, participant, claimant and so on.

    The chain of those who passed on the report (`via`) does not count; for that, use `ReportedBy`.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> alone, with_others = Involves("Russia"), Involves("Russia", representatives=True)
        >>> len(find(dataset, alone)), len(find(dataset, with_others))
        (143, 177)
        >>> len(find(dataset, Involves("Lavrov", roles=("speakers",))))
        8
    """

    actor: str
    """The actor, by its id or any spelling."""
    roles: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """The roles that count, by the names of fields, such as `speakers`; all of `ROLES` by default. `participants` are
    those who take part in a meeting, `invited` those who were asked to, and `absent` those who do not."""
    representatives: bool = attrs.field(default=False, kw_only=True)
    """Whether the actors that represent it count too, those in an office while they hold it: see
    `diplo_events.hierarchy.representatives`."""

    def __attrs_post_init__(self) -> None:
        expect_type("roles", self.roles, tuple, hint="write a tuple, such as ('speakers',)")
        for role in self.roles:
            check_choice("a role", role, ROLES)

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the actor."""
        wanted_at = voices_of(dataset, self.actor, with_representatives=self.representatives)
        asked_for = self.roles or ROLES
        trees = {
            type_: {role: tree[role] for role in asked_for if role in tree and role not in PARTICIPATION}
            for type_, tree in ALL_ROLES.items()
        }
        counted = frozenset().union(*(PARTICIPATION[role] for role in asked_for if role in PARTICIPATION))

        def test(record: EventRecord) -> Answer:
            wanted = wanted_at(record.when)
            participants = record.participants if isinstance(record, Meeting) else ()
            in_meeting = (values(p, IN_MEETING) for p in participants if p.role in counted)
            named = itertools.chain(values(record, trees[type(record)]), *in_meeting)
            return some(if_coded(value, wanted.__contains__) for value in named)

        return test


@attrs.frozen
class About(Predicate):
    """Whether the record is about an issue: a statement's issues, a meeting's agenda, a position's issue.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> len(find(dataset, About("foreign-troops"))), len(find(dataset, About("foreign-troops", narrower=True)))
        (54, 60)
    """

    issue: str
    """The issue, by its id or its label."""
    narrower: bool = attrs.field(default=False, kw_only=True)
    """Whether the issues that are part of it count too, at any depth."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the issue."""
        key = find_id(dataset, self.issue, Issue)
        wanted = set(descendants(dataset, key)) if self.narrower else {key}
        trees = trees_of(IssueId)
        return lambda record: some(
            if_coded(value, wanted.__contains__) for value in values(record, trees[type(record)])
        )


@attrs.frozen
class At(Predicate):
    """Whether the event was at a place, or the claim is about land there; places within the place count.

    The answer is open (`None`) if the record names no place, or a larger one: what happened in France may have
    happened in Paris. An area without borders, such as Donbas, may include anything within the smallest bordered
    place around it. A position has no place, so the answer is no.

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
        """Return the test for the place."""
        known = located(dataset, find_id(dataset, self.place, Place))
        trees = trees_of(PlaceId)

        def test(record: EventRecord) -> Answer:
            tree = trees[type(record)]
            named = tuple(values(record, tree))
            return some(known[place] for place in named) if named else None if tree else False

        return test


@attrs.frozen
class When(Predicate):
    """Whether the date of the record is `within`, `before` or `after` another date, or `overlaps` it.

    The answer is that of the method of `EventDate` with the same name. It is open for a record without a date, and
    nearly always for a date qualified as uncertain or approximate. Many dates are, because "on Thursday" was counted
    from a publication date that had to be inferred. `unqualified` takes the dates as the coder wrote them, without
    the qualifiers; if you use it, report it.

    Examples:
        >>> from diplo_events import EventDate, load_example
        >>> dataset, september = load_example(), EventDate.parse("2025-09")
        >>> question = When("within", september)
        >>> len(find(dataset, question)), len(find(dataset, question, certainty="possibly"))
        (37, 298)
        >>> len(find(dataset, When("within", september, unqualified=True)))
        105
    """

    relation: Relation
    """The relation: `within` if all of it lies in the date, `overlaps` if at least a day of it does."""
    date: EventDate
    """The date; for `overlaps`, `2025-09` is one day of September, and `2025-09-01/2025-09-30` is all of it."""
    unqualified: bool = attrs.field(default=False, kw_only=True)
    """Whether to ignore the qualifiers `?`, `~` and `%` of the records' dates."""

    def __attrs_post_init__(self) -> None:
        check_choice("relation", self.relation, get_args(Relation))
        check_event_date(self.date, "date")

    def bind(self, dataset: Dataset) -> Test:  # noqa: ARG002  (a date needs no dataset)
        """Return the test for the date, which compares each date of the records once."""

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
    """Whether the record comes from a source.

    Examples:
        >>> from diplo_events import load_example
        >>> len(find(load_example(), ReportedIn("zerohedge-guarantees")))
        51
    """

    source: str
    """The source, by its id or its title."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the source."""
        key = find_id(dataset, self.source, Source)
        return lambda record: record.source == key


@attrs.frozen
class ReportedBy(Predicate):
    """Whether an actor passed on the report: as publisher of the source, or in the chain from there to the origin.

    Examples:
        >>> from diplo_events import load_example
        >>> dataset = load_example()
        >>> len(find(dataset, ReportedBy("Kurdistan24"))), len(find(dataset, ReportedBy("AFP")))
        (160, 3)
    """

    actor: str
    """The outlet, agency or other actor that passed it on, by its id or any spelling."""

    def bind(self, dataset: Dataset) -> Test:
        """Return the test for the actor and for the sources that it publishes."""
        key = find_id(dataset, self.actor, Actor)
        published = {source.id for source in dataset.of_type(Source) if source.publisher == key}
        return lambda record: record.source in published or key in record.via


def asked(dataset: Dataset, predicate: Predicate) -> Iterator[tuple[EventRecord, Answer]]:
    """Iterate over all event records with their answers."""
    expect_type("predicate", predicate, Predicate, hint="write a question, such as Involves('Russia')")
    test = predicate.bind(dataset)
    return ((record, test(record)) for record in dataset.records if isinstance(record, EventRecord))


ALL_ROLES: Final = trees_of(ActorId)
"""The fields that name actors, with `via`, the chain of those who passed on a report."""

IN_MEETING: Final = ALL_ROLES[Meeting]["participants"]
"""The fields of a participant that name actors."""

ROLES: Final = tuple(
    dict.fromkeys(
        name
        for tree in ALL_ROLES.values()
        for role in tree
        if role != "via"
        for name in (PARTICIPATION if role == "participants" else (role,))
    )
)
"""The roles that an actor can have in what a record reports, by the names of fields; three for participants."""


def located(dataset: Dataset, key: str) -> Mapping[object, Answer]:
    """Map each place to the answer whether what is there is at a place; open for places that are kept elsewhere."""
    places = dataset.of_type(Place)
    areas = {place.id: place for place in places if place.kind is PlaceKind.AREA}
    around = reachable([key], parents_in(dataset))
    bordered = next((place for place in around if place in dataset and place not in areas), around[-1])
    inside, areas_inside = children_in(places), children_in(areas.values())
    known: dict[object, Answer] = defaultdict(lambda: None, {place.id: False for place in places})
    known.update(dict.fromkeys((*reachable([bordered], inside), *reachable(around, areas_inside)), None))
    known.update(dict.fromkeys(reachable([key], inside), True))
    return known
