"""The network of who agrees and who disagrees with whom, each relation of a pair an edge of its own."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from diplo_events.analysis._pair_weights import WEAKER
from diplo_events.analysis.network import Edge, Mentions, OneModeNormalization, one_mode
from diplo_events.errors import ArgumentError, expect_type, shown, suggestion
from diplo_events.hierarchy import reachable

__all__ = ["agreement_network", "counted_as", "neighbours_first"]

ROUNDS: Final = 200
"""How often the order of the nodes is improved."""


def agreement_network(
    mentions: Mentions,
    *,
    normalization: OneModeNormalization = "no",
    least: float = 0.0,
    focus: str | None = None,
) -> tuple[Edge, ...]:
    """Return who agrees and who disagrees with whom; a pair that does both has an edge for each.

    The edges are those of `one_mode` with `congruence` and with `conflict`. What has no levels, as the result of
    `ties`, has edges without a relation. Nodes, relations and bases are in a fixed order.

    Args:
        mentions: Who refers to which issue; their defaults decide what counts.
        normalization: What the weights are divided by. With `shared`, agreement and conflict are shares of what both
            have taken a stand on.
        least: The least weight of an edge, after normalization.
        focus: The id of an actor: only its own edges. The id of one that counts as another finds that other.

    Raises:
        ArgumentError: the normalization is not listed, the least weight is not a number from 0, or nobody among the
            mentions has the id.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import mentions
        >>> found = mentions(diplo_events.load_example())
        >>> for edge in agreement_network(found, normalization="shared", focus="putin"):
        ...     if "ukraine" in (edge.source, edge.target):
        ...         print(edge.source, edge.target, edge.relation, round(edge.weight, 2))
        russia ukraine agreement 0.17
        russia ukraine conflict 0.83
    """
    expect_type("mentions", mentions, Mentions, hint="write mentions(dataset)")
    if type(least) not in (int, float) or not 0 <= least < math.inf:
        raise ArgumentError(f"expected least to be a number from 0, found {shown(least)}")
    actor = None if focus is None else counted_as(mentions, focus)
    return tuple(
        sorted(
            (
                edge
                for edge in edges_of(mentions, normalization)
                if edge.weight >= least and actor in (None, edge.source, edge.target)
            ),
            key=lambda edge: (edge.source, edge.target, edge.relation or "", WEAKER.index(edge.basis)),
        )
    )


def edges_of(mentions: Mentions, normalization: OneModeNormalization) -> Iterator[Edge]:
    """List the edges of both relations, or of what has no levels."""
    if mentions.qualifier == "none":
        yield from one_mode(mentions, aggregation="ignore", normalization=normalization)
        return
    yield from one_mode(mentions, aggregation="congruence", normalization=normalization)
    yield from one_mode(mentions, aggregation="conflict", normalization=normalization)


def counted_as(mentions: Mentions, focus: str) -> str:
    """Return the id of an actor among mentions: the given one, or that of the actor as whom it counts.

    Raises:
        ArgumentError: nobody among the mentions has the id.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import mentions
        >>> counted_as(mentions(diplo_events.load_example()), "putin")
        'russia'
    """
    known = {item.recorded: item.actor for item in mentions.items if item.recorded}
    known |= {item.actor: item.actor for item in mentions.items}
    if focus not in known:
        hint = suggestion(focus, known) or "nobody of this id takes a stand that counts"
        raise ArgumentError(f"expected focus to be the id of an actor among the mentions, found {shown(focus)}; {hint}")
    return known[focus]


def neighbours_first(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Return the nodes of a network so that those who agree are neighbours, to be placed around a circle.

    Groups without an edge between them come one after another, the largest first; within each, nodes are sorted by the
    leading eigenvector of agreement less conflict. The order depends on nothing but the edges.

    Examples:
        >>> pairs = [("a", "b", "conflict"), ("a", "c", "agreement"), ("b", "d", "agreement"), ("c", "d", "conflict")]
        >>> neighbours_first([Edge(*pair, 1.0, relation) for *pair, relation in pairs])
        ('a', 'c', 'b', 'd')
    """
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for edge in edges:
        weights[edge.source, edge.target] += -edge.weight if edge.relation == "conflict" else edge.weight
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (left, right), weight in sorted(weights.items()):
        near[left].append((right, weight))
        near[right].append((left, weight))
    groups: dict[str, tuple[str, ...]] = {}
    for name in sorted(near):
        if name not in groups:
            group = tuple(sorted(reachable([name], lambda key: [other for other, _ in near[key]])))
            groups.update(dict.fromkeys(group, group))
    joined = sorted(set(groups.values()), key=lambda group: (-len(group), group))
    return tuple(name for group in joined for name in by_side(group, near))


def by_side(names: Sequence[str], near: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    """Sort actors by the leading eigenvector of agreement less disagreement.

    It is found by power iteration from a fixed start, in a fixed order of sums, so that it is the same everywhere.
    """
    shift = max(sum(abs(weight) for _, weight in near[name]) for name in names)
    values: dict[str, float] = {name: 1 + at / len(names) for at, name in enumerate(names)}
    for _ in range(ROUNDS):
        values = {
            name: shift * values[name] + sum(weight * values[other] for other, weight in near[name]) for name in names
        }
        largest = max(map(abs, values.values())) or 1
        values = {name: value / largest for name, value in values.items()}
    return sorted(names, key=lambda name: (round(values[name], 6), name))
