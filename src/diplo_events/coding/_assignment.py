"""`assignment`: pairs of rows and columns with the greatest sum of weights."""

from collections.abc import Sequence
from typing import Final

__all__ = ["assignment"]

PAIR: Final = 1e-9
"""What a pair counts beside its weight: just enough to settle a tie."""


def assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Choose pairs of rows and columns, each used once, with the greatest sum of weights; a weight of 0 makes no pair.

    Among choices with the same sum, one with the most pairs wins, so that the number does not depend on the order.
    The Hungarian method with potentials (Kuhn 1955, Munkres 1957).

    >>> assignment([[0.9, 0.8], [0.8, 0.0]])
    [(0, 1), (1, 0)]
    """
    size = max(len(weights), max(map(len, weights), default=0))
    cost = [[-(row[j] + PAIR) if j < len(row) and row[j] else 0.0 for j in range(size)] for row in weights]
    cost += [[0.0] * size for _ in range(size - len(cost))]
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        for column, before in augmenting_path(cost, row, rows, columns, row_of):
            row_of[column] = row_of[before] if before else row
    chosen = ((row_of[j] - 1, j - 1) for j in range(1, size + 1))
    return sorted((i, j) for i, j in chosen if cost[i][j] < 0)


def augmenting_path(
    cost: Sequence[Sequence[float]], row: int, rows: list[float], columns: list[float], row_of: Sequence[int]
) -> list[tuple[int, int]]:
    """Find the cheapest path that gives a row a column: each column on it with the one before it, last first."""
    size = len(cost)
    least = [float("inf")] * (size + 1)
    before = [0] * (size + 1)
    done: set[int] = set()
    here = 0
    while here == 0 or row_of[here]:
        done.add(here)
        at = row_of[here] if here else row
        for j in range(1, size + 1):
            if j not in done:
                reduced = cost[at - 1][j - 1] - rows[at] - columns[j]
                if reduced < least[j]:
                    least[j], before[j] = reduced, here
        nearest = min((j for j in range(1, size + 1) if j not in done), key=lambda j: least[j])
        step = least[nearest]
        for j in range(size + 1):
            if j in done:
                rows[row_of[j] if j else row] += step
                columns[j] -= step
            else:
                least[j] -= step
        here = nearest
    path: list[tuple[int, int]] = []
    while here:
        path.append((here, before[here]))
        here = before[here]
    return path
