"""How much two nodes of a network have to do with each other: the sums over what both mention."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from diplo_events.vocab import PositionBasis

__all__ = ["WEAKER", "NodeMention", "PairWeights", "weigh_pairs"]

WEAKER: Final[Sequence[PositionBasis | None]] = (None, *PositionBasis)
"""The bases, from the strongest to the weakest: own words, another's, conduct."""

Levels: TypeAlias = Counter[tuple[int, PositionBasis | None]]
"""How often a node mentions something at each level, on each basis."""


class NodeMention(NamedTuple):
    """A mention of something by a node."""

    node: str
    hub: str
    level: int
    basis: PositionBasis | None


class PairWeights(NamedTuple):
    """What two nodes have to do with each other; pairs are sorted."""

    weights: Counter[tuple[str, str, PositionBasis | None]]
    """The sum of the parts over all pairs of mentions, by the weaker basis of both."""
    together: Counter[tuple[str, str]]
    """The number of pairs of mentions."""
    equal: Counter[tuple[str, str]]
    """What equal mentions change in the sum of the activities of both, for Jaccard's measure."""


def weigh_pairs(rows: Iterable[NodeMention], parts: Sequence[int], apart: Collection[tuple[str, str]]) -> PairWeights:
    """Sum what pairs of mentions add to a weight, by their difference of levels; pairs that stay apart have nothing."""
    hubs: dict[str, dict[str, Levels]] = defaultdict(lambda: defaultdict(Counter))
    for node, hub, level, basis in rows:
        hubs[hub][node][level, basis] += 1
    found = PairWeights(Counter(), Counter(), Counter())
    for counts in hubs.values():
        for pair in itertools.combinations(sorted(counts), 2):
            if pair not in apart:
                add_pair(found, pair, counts, parts)
    return found


def add_pair(found: PairWeights, pair: tuple[str, str], counts: dict[str, Levels], parts: Sequence[int]) -> None:
    """Add what two nodes have in one hub."""
    left, right = (counts[node] for node in pair)
    for ((level, basis), n), ((other_level, other_basis), m) in itertools.product(left.items(), right.items()):
        weaker = max(basis, other_basis, key=WEAKER.index)
        found.weights[(*pair, weaker)] += n * m * parts[abs(level - other_level)]
        found.together[pair] += n * m
    lefts, rights = by_level(left), by_level(right)
    found.equal[pair] += sum(n * rights[level] - n - rights[level] for level, n in lefts.items() if rights[level])


def by_level(counts: Levels) -> Counter[int]:
    """Count by level, whatever the basis is."""
    levels: Counter[int] = Counter()
    for (level, _), n in counts.items():
        levels[level] += n
    return levels
