"""Who stands for whom: persons for their offices, bodies for their states."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from diplo_events.dataset import Dataset
from diplo_events.model import Actor, Place
from diplo_events.vocab import ActorKind

__all__ = ["Ancestors", "ancestors_of", "enclosing_places", "representatives", "represents"]

Ancestors: TypeAlias = Mapping[str, frozenset[str]]
"""For each actor the actors that it represents, for each place the places around it, itself included; by id."""

MEMBERS_ONLY: Final = frozenset({ActorKind.STATE, ActorKind.COALITION, ActorKind.GROUP, ActorKind.POPULATION})
"""Actors that belong to others without speaking for them: France is in NATO and is not NATO's voice."""


def represents(dataset: Dataset, actor: str) -> frozenset[str]:
    """List the actors for which an actor stands: itself, its offices' and bodies' states and organisations.

    An actor stands for what it is a member of and for the organisations of its roles, and so on upwards; a state,
    a coalition, a group and a population stand only for themselves.

    Examples:
        >>> import diplo_events
        >>> sorted(represents(diplo_events.load_example(), "zakharova"))
        ['russia', 'russian-foreign-ministry', 'zakharova']
    """

    def above(here: str) -> Iterator[str]:
        record = dataset.get(here)
        if isinstance(record, Actor):
            yield from stood_for(record)

    return reached(actor, above)


def representatives(dataset: Dataset, actor: str) -> frozenset[str]:
    """List the actors that stand for an actor, itself included: the other way round of `represents`.

    Examples:
        >>> import diplo_events
        >>> sorted(representatives(diplo_events.load_example(), "france"))
        ['france', 'macron']
    """
    below: dict[str, set[str]] = defaultdict(set)
    for record in dataset.of_type(Actor):
        for above in stood_for(record):
            below[above].add(record.id)
    return reached(actor, lambda here: below.get(here, ()))


def enclosing_places(dataset: Dataset, place: str) -> tuple[str, ...]:
    """List the ids of a place and of all places in which it lies, the innermost first.

    Examples:
        >>> import diplo_events
        >>> enclosing_places(diplo_events.load_example(), "place/beijing")
        ('place/beijing', 'place/china')
    """
    found = [place]
    while isinstance(record := dataset.get(found[-1]), Place) and record.within:
        found.append(record.within)
    return tuple(found)


def ancestors_of(dataset: Dataset) -> Ancestors:
    """Map each actor and each place to its ancestors, itself included.

    The ancestors of an actor are the actors that it represents; those of a place are the places around it.

    Examples:
        >>> import diplo_events
        >>> sorted(ancestors_of(diplo_events.load_example())["place/beijing"])
        ['place/beijing', 'place/china']
    """
    ancestors: dict[str, frozenset[str]] = {a.id: represents(dataset, a.id) for a in dataset.of_type(Actor)}
    ancestors.update((place.id, frozenset(enclosing_places(dataset, place.id))) for place in dataset.of_type(Place))
    return ancestors


def stood_for(actor: Actor) -> Iterator[str]:
    """List the actors for which an actor stands directly."""
    if actor.kind not in MEMBERS_ONLY:
        yield from actor.member_of
        yield from (role.organization for role in actor.roles if role.organization)


def reached(start: str, following: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """List all that can be reached from a place by steps, itself included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(following(here))
    return frozenset(found)
