"""Camps: groups of actors that take the same sides, found by clustering what they agree and disagree on."""

import itertools
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from diplo_events.analysis.stances import Cell

__all__ = ["find_camps"]

LEAST_ALIKE: Final = 0.5
"""Groups are joined while their actors are at least so alike, halfway between opposites and equals."""

GREATEST_DIFFERENCE: Final = 4
"""The difference of the two ends of the scale of stances."""

Profile: TypeAlias = Mapping[str, float]
"""The mean stance of an actor on each issue, from -2 to +2."""


def find_camps(cells: Iterable[Cell]) -> tuple[tuple[str, ...], ...]:
    """Group actors by how far the stances that stand agree: each group sorted, the largest group first.

    Two actors are alike by one less the mean distance of their stances, as a part of the whole scale, on the issues
    on which both have one. Groups are joined by the mean likeness of their actors (agglomerative clustering with
    average linkage, Sokal & Michener 1958), the most alike first, as long as that is at least one half. Actors
    without a common issue count for nothing, so an actor who shares no issue with anybody is a group of its own.

    Args:
        cells: The cells of a matrix of stances.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.stances import stance_matrix
        >>> matrix = stance_matrix(diplo_events.load_example(), certainty="possibly", unqualified=True)
        >>> camps = find_camps(matrix.cells)
        >>> any({"russia", "ukraine"} <= set(camp) for camp in camps)
        False
        >>> any({"ukraine", "zelenskyy", "macron"} <= set(camp) for camp in camps)
        True
    """
    profiles: dict[str, dict[str, float]] = {}
    for cell in cells:
        if numbers := [stance.number for stance in cell.stances]:
            profiles.setdefault(cell.actor, {})[cell.issue] = sum(numbers) / len(numbers)
    # of each two groups: the sum of the likenesses of their actors, and how many pairs have one
    groups: dict[str, tuple[str, ...]] = {actor: (actor,) for actor in sorted(profiles)}
    links: dict[frozenset[str], tuple[float, int]] = {}
    for left, right in itertools.combinations(groups, 2):
        likeness = alike(profiles[left], profiles[right])
        if likeness is not None:
            links[frozenset((left, right))] = likeness, 1
    while links:
        pair = max(links, key=lambda pair: (links[pair][0] / links[pair][1], sorted(pair)))
        total, count = links.pop(pair)
        if total / count < LEAST_ALIKE:
            break
        left, right = sorted(pair)
        groups[left] = tuple(sorted(groups[left] + groups.pop(right)))
        for other in groups:
            far = links.pop(frozenset((right, other)), None)
            near = links.get(frozenset((left, other)))
            if far:
                links[frozenset((left, other))] = (far[0] + near[0], far[1] + near[1]) if near else far
    return tuple(sorted(groups.values(), key=lambda camp: (-len(camp), camp)))


def alike(left: Profile, right: Profile) -> float | None:
    """Return how far two actors agree on the issues that they share, from 0 to 1; `None` if they share none.

    >>> alike({"a": 2.0, "b": -1.0}, {"a": 2.0, "b": 1.0, "c": 0.0}), alike({"a": 2.0}, {"b": 2.0})
    (0.75, None)
    """
    shared = left.keys() & right.keys()
    if not shared:
        return None
    return 1 - sum(abs(left[issue] - right[issue]) for issue in shared) / len(shared) / GREATEST_DIFFERENCE
