"""Who represents whom, which place lies in which, which issue is part of which."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, TypeAlias

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.lookup import find_id
from diplo_events.model import Actor, Issue, Place, Role
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind

__all__ = [
    "Ancestors",
    "ancestors",
    "ancestors_by_id",
    "children_in",
    "descendants",
    "parents_in",
    "reachable",
    "representatives",
    "representatives_over_time",
    "represents",
]

Ancestors: TypeAlias = Mapping[str, frozenset[str]]
"""The ancestors of each actor and place, itself included; by id."""

MEMBERS_ONLY: Final = frozenset({ActorKind.STATE, ActorKind.COALITION, ActorKind.GROUP, ActorKind.POPULATION})
"""Actors that belong to others without speaking for them: France is in NATO and is not NATO's voice."""

Step: TypeAlias = Callable[[str], Iterable[str]]
"""A function that lists the ids one step away from an id."""


def represents(dataset: Dataset, actor: str, *, at: EventDate | None = None) -> frozenset[str]:
    """Return the ids of the actors that an actor represents, itself included.

    An actor represents what it is a member of, the organisations of its roles and the offices that it holds, and so
    on upwards. A state, a coalition, a group and a population represent only themselves; a state that succeeded
    another does not represent it.

    An office that is an actor of its own (`Role.office`) is represented by its holder for the time of the role. The
    organisation of a role is represented without regard to time, as the time of most roles is known only in part.

    Args:
        dataset: The records.
        actor: The actor, by its id or any spelling.
        at: The date at which offices are held, certainly or possibly; without one, all offices count that were ever
            held.

    Raises:
        QueryError: no actor has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> sorted(represents(diplo_events.load_example(), "Maria Zakharova"))
        ['russia', 'russian-foreign-ministry', 'zakharova']
    """
    return frozenset(reachable([find_id(dataset, actor, Actor)], parents_in(dataset, at=at)))


def representatives(dataset: Dataset, actor: str, *, at: EventDate | None = None) -> frozenset[str]:
    """Return the ids of the actors that represent an actor, itself included: the inverse of `represents`.

    Args:
        dataset: The records.
        actor: The actor, by its id or any spelling.
        at: The date at which offices are held, certainly or possibly; without one, all offices count that were ever
            held.

    Raises:
        QueryError: no actor has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> sorted(representatives(diplo_events.load_example(), "France"))
        ['france', 'macron']
    """
    check_date(at)
    return representatives_over_time(dataset, actor)(at)


def representatives_over_time(dataset: Dataset, actor: str) -> Callable[[EventDate | None], frozenset[str]]:
    """Return a function that does what `representatives` does for each of many dates.

    Args:
        dataset: The records.
        actor: The actor, by its id or any spelling.

    Raises:
        QueryError: no actor has this name, or several have it.

    Examples:
        >>> from diplo_events import Actor, EventDate, Role
        >>> office = Actor(id="chair", name="The chair", kind=ActorKind.OFFICE)
        >>> norris = Actor(id="norris", name="Norris", kind=ActorKind.PERSON,
        ...                roles=(Role(title="Chair", office="chair", when=EventDate.parse("2020/2024")),))
        >>> speaking = representatives_over_time(Dataset(records=[office, norris]), "the chair")
        >>> [sorted(speaking(EventDate.parse(year))) for year in ("2019", "2022")]
        [['chair'], ['chair', 'norris']]
    """
    key = find_id(dataset, actor, Actor)
    actors = dataset.of_type(Actor)
    ever = frozenset(reachable([key], children_in(actors)))
    concerned = [record for record in actors if record.id in ever]
    if not any(role.office in ever and role.when for record in concerned for role in record.roles):
        return lambda at: ever  # noqa: ARG005  (no office among them has a time)
    return functools.cache(lambda at: frozenset(reachable([key], children_in(concerned, at=at))))


def ancestors(dataset: Dataset, name: str) -> tuple[str, ...]:
    """Return the ids of what an actor represents, a place lies in or an issue is part of, itself first.

    The nearest come first: for a place, that is the way up.

    Args:
        dataset: The records.
        name: The actor, place or issue, by its id or any spelling.

    Raises:
        QueryError: nothing has this name, or several things have it.

    Examples:
        >>> import diplo_events
        >>> ancestors(diplo_events.load_example(), "Vladivostok")
        ('place/vladivostok', 'place/russia')
    """
    return reachable([find_id(dataset, name, Actor, Place, Issue)], parents_in(dataset))


def descendants(dataset: Dataset, name: str) -> tuple[str, ...]:
    """Return the ids of what represents an actor, lies in a place or is part of an issue, itself first.

    Args:
        dataset: The records.
        name: The actor, place or issue, by its id or any spelling.

    Raises:
        QueryError: nothing has this name, or several things have it.

    Examples:
        >>> import diplo_events
        >>> descendants(diplo_events.load_example(), "place/france")
        ('place/france', 'place/paris')
    """
    key = find_id(dataset, name, Actor, Place, Issue)
    return reachable([key], children_in([*dataset.of_type(Actor), *dataset.of_type(Place), *dataset.of_type(Issue)]))


def ancestors_by_id(dataset: Dataset) -> Ancestors:
    """Map each actor and each place to its ancestors, itself included.

    Examples:
        >>> import diplo_events
        >>> sorted(ancestors_by_id(diplo_events.load_example())["place/beijing"])
        ['place/beijing', 'place/china']
    """
    records = chain[Actor | Place](dataset.of_type(Actor), dataset.of_type(Place))
    above: dict[str, tuple[str, ...]] = {record.id: tuple(parents(record, None)) for record in records}
    return {key: frozenset(reachable([key], lambda near: above.get(near, ()))) for key in above}


def reachable(starts: Iterable[str], step: Step) -> tuple[str, ...]:
    """Return all ids that can be reached from some ids in any number of steps, the nearest first, these included.

    >>> reachable(["a"], {"a": ["b", "c"], "b": ["d"], "c": ["a"], "d": []}.__getitem__)
    ('a', 'b', 'c', 'd')
    """
    seen = dict.fromkeys(starts)
    layer = list(seen)
    while layer:
        layer = [key for key in dict.fromkeys(key for near in layer for key in step(near)) if key not in seen]
        seen.update(dict.fromkeys(layer))
    return tuple(seen)


def parents_in(dataset: Dataset, *, at: EventDate | None = None) -> Step:
    """Return the step from an id to the ids directly above it; none above what the dataset does not hold."""
    check_date(at)
    return lambda key: parents(dataset.get(key), at)


def children_in(records: Iterable[Record], *, at: EventDate | None = None) -> Step:
    """Return the step from an id to the ids directly below it, among some records."""
    check_date(at)
    children: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(parents(record, at)):
            children[key].append(record.id)
    return lambda key: children.get(key, ())


def parents(record: Record | None, at: EventDate | None) -> Iterator[str]:
    """List the ids directly above a record: represented actors, the place around it, the broader issue."""
    match record:
        case Actor() if record.kind not in MEMBERS_ONLY:
            yield from record.member_of
            yield from (role.organization for role in record.roles if role.organization)
            yield from (role.office for role in record.roles if role.office and may_be_held(role, at))
        case Place(within=str(key)) | Issue(broader=str(key)):
            yield key
        case _:
            pass


def may_be_held(role: Role, at: EventDate | None) -> bool:
    """Whether a role is held at a date, certainly or possibly."""
    return at is None or role.when is None or role.when.overlaps(at) is not False


def check_date(at: object) -> None:
    """Refuse what is not a date.

    Raises:
        ArgumentTypeError: it is not an `EventDate`.
    """
    if at is not None:
        check_event_date(at, "at")
