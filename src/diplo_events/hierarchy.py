"""Who represents whom, which place lies in which, which issue is part of which."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from diplo_events.dataset import Dataset
from diplo_events.lookup import find_id
from diplo_events.model import Actor, Issue, Place
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
    "represents",
]

Ancestors: TypeAlias = Mapping[str, frozenset[str]]
"""The ancestors of each actor and place, itself included; by id."""

MEMBERS_ONLY: Final = frozenset({ActorKind.STATE, ActorKind.COALITION, ActorKind.GROUP, ActorKind.POPULATION})
"""Actors that belong to others without speaking for them: France is in NATO and is not NATO's voice."""

Step: TypeAlias = Callable[[str], Iterable[str]]
"""A function that lists the ids one step away from an id."""


def represents(dataset: Dataset, actor: str) -> frozenset[str]:
    """Return the ids of the actors that an actor represents, itself included.

    An actor represents what it is a member of and the organisations of its roles, and so on upwards. A state, a
    coalition, a group and a population represent only themselves.

    Args:
        dataset: The records.
        actor: The actor, by its id or any spelling.

    Raises:
        QueryError: no actor has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> sorted(represents(diplo_events.load_example(), "Maria Zakharova"))
        ['russia', 'russian-foreign-ministry', 'zakharova']
    """
    return frozenset(ancestors(dataset, find_id(dataset, actor, Actor)))


def representatives(dataset: Dataset, actor: str) -> frozenset[str]:
    """Return the ids of the actors that represent an actor, itself included: the inverse of `represents`.

    Args:
        dataset: The records.
        actor: The actor, by its id or any spelling.

    Raises:
        QueryError: no actor has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> sorted(representatives(diplo_events.load_example(), "France"))
        ['france', 'macron']
    """
    return frozenset(descendants(dataset, find_id(dataset, actor, Actor)))


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
    step = parents_in(dataset)
    records: tuple[Actor | Place, ...] = (*dataset.of_type(Actor), *dataset.of_type(Place))
    return {record.id: frozenset(reachable([record.id], step)) for record in records}


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


def parents_in(dataset: Dataset) -> Step:
    """Return the step from an id to the ids directly above it; none above what the dataset does not hold."""
    return lambda key: parents(dataset.get(key))


def children_in(records: Iterable[Record]) -> Step:
    """Return the step from an id to the ids directly below it, among some records."""
    children: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(parents(record)):
            children[key].append(record.id)
    return lambda key: children.get(key, ())


def parents(record: Record | None) -> Iterator[str]:
    """List the ids directly above a record: represented actors, the place around it, the broader issue."""
    match record:
        case Actor() if record.kind not in MEMBERS_ONLY:
            yield from record.member_of
            yield from (role.organization for role in record.roles if role.organization)
        case Place(within=str(key)) | Issue(broader=str(key)):
            yield key
        case _:
            pass
