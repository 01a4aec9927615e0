"""Actors that represent one another: who counts as whom, and who contains whom, in a network."""

import functools
from collections.abc import Callable, Collection

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.hierarchy import parents_in, reachable

__all__ = ["containing_pairs", "merged_into"]


def merged_into(dataset: Dataset, actors: Collection[str]) -> Callable[[str, EventDate | None], str]:
    """Return a function that finds as whom an actor counts on a date, among some actors.

    That is the one of them whom it represents and who represents no other of them; the actor itself if there is none,
    or if there are several, as nobody knows for which of them it speaks.
    """
    among = frozenset(actors)

    @functools.cache
    def represented(actor: str, when: EventDate | None) -> frozenset[str]:
        above = reachable([actor], parents_in(dataset, at=when))
        return frozenset(key for key in above if key in among and key != actor)

    @functools.cache
    def as_whom(actor: str, when: EventDate | None) -> str:
        highest = [key for key in represented(actor, when) if not represented(key, when)]
        return highest[0] if len(highest) == 1 else actor

    return as_whom


def containing_pairs(dataset: Dataset, actors: Collection[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of some actors of which one represents the other at any time, each pair sorted."""
    step, among = parents_in(dataset), frozenset(actors)
    pairs = ((actor, key) for actor in among for key in reachable([actor], step) if key in among and key != actor)
    return frozenset((min(pair), max(pair)) for pair in pairs)
