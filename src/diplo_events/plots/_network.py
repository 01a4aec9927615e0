"""The network: who agrees with whom, and who disagrees, in one picture."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from diplo_events.analysis.network import Edge, Mentions, mentions, one_mode
from diplo_events.dataset import Dataset
from diplo_events.errors import expect_type
from diplo_events.hierarchy import reachable
from diplo_events.plots._canvas import (
    BLUE,
    INK,
    SMALL,
    VERMILLION,
    axes_of,
    counted,
    families,
    finish,
    named,
    not_shown,
    say_empty,
    start,
)

__all__ = ["network"]

DASHES: Final = (0, (4, 2))
"""The line of disagreement."""

ROUNDS: Final = 200
"""How often the order of the actors is improved."""

LARGEST: Final = 100.0
"""The greatest size of a new figure in inches."""

MOST_LEVEL: Final = 30
"""Up to how many actors have level names; more are turned outwards."""

BENT: Final = 0.6
"""How far the longest line of agreement bends towards the middle, as a part of the way."""

NEARLY_STRAIGHT: Final = 0.15
"""The same for disagreement."""


def network(dataset: Dataset, *, of: Mentions | None = None, title: str | None = None, ax: Axes | None = None) -> Axes:
    """Plot who agrees with whom: a line for what two actors agree on, a dashed line for what they disagree on.

    By default each position counts once, however many sources report it, as for or against the proposition of its
    issue (`mentions(dataset, duplicates="referent")`). The thicker a line, the more there is (`one_mode` with
    `congruence` and `conflict`); a pair that does both has both lines. The actors stand on a circle, so that no name
    lies on another: those who agree are neighbours. The order depends on nothing but the data.

    Args:
        dataset: The records.
        of: What to draw instead: the result of `mentions`, for a period (`windows`), or with another way of counting.
            What has no levels, as the result of `ties`, is drawn as agreement.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each line is among its `patches`, with `agree` or `disagree` and the ids of both actors as group id
        (`get_gid`); the actors are the last of its `lines`.

    Raises:
        ArgumentTypeError: `of` is not the result of `mentions` or of `ties`.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import plots
        >>> ax = plots.network(diplo_events.load_example())
        >>> len(ax.patches), ax.patches[0].get_gid()
        (100, 'disagree coalition-of-the-willing outlet-unnamed-opinion')
    """
    if of is not None:
        expect_type("of", of, Mentions, hint="write of=mentions(dataset, …)")
    found = of if of is not None else mentions(dataset, duplicates="referent")
    has_levels = found.qualifier != "none"
    agreeing = one_mode(found, aggregation="congruence" if has_levels else "ignore")
    differing = one_mode(found, aggregation="conflict") if has_levels else ()
    actors = ordered(agreeing, differing)
    alone = {item.actor for item in found.items}.difference(actors)
    size = min(max(7.0, len(actors) / 18 + 5), LARGEST)
    ax = axes_of(ax, size + 3, size)
    places = {actor: place(at, len(actors)) for at, actor in enumerate(actors)}
    for kind, edges, color, bend in (
        ("disagree", differing, VERMILLION, NEARLY_STRAIGHT),
        ("agree", agreeing, BLUE, BENT),
    ):
        for edge in edges:
            ax.add_patch(line(edge, kind, color, bend, places))
    ax.plot(
        [x for x, _ in places.values()],
        [y for _, y in places.values()],
        linestyle="none",
        marker="o",
        color=INK,
        markersize=6,
        gid="actors",
    )
    for actor, (x, y) in places.items():
        label(ax, named(dataset, actor), x, y, level=len(actors) <= MOST_LEVEL)
    if not actors:
        say_empty(ax, "No two actors take a position on one issue.")
    ax.set(xlim=(-1.05, 1.05), ylim=(-1.08, 1.08), aspect="equal", xticks=[], yticks=[])
    start(ax, title or "Who agrees with whom" if has_levels else title or "Who acts with whom")
    handles = [
        Line2D([], [], color=BLUE, linewidth=2, label="agree" if has_levels else "together"),
        Line2D([], [], color=VERMILLION, linewidth=2, linestyle=DASHES, label="disagree"),
    ][: len(actors) and (2 if differing else 1)]
    on = "position" if has_levels else "tie"
    note = f"The thicker a line, the more {on}s: from {least_and_most(agreeing, differing)}." if actors else ""
    finish(
        ax,
        handles,
        [note, not_shown(counted(len(alone), "actor joined to no other", "actors joined to no other"))],
        wide=False,
    )
    return ax


def least_and_most(*edges: Iterable[Edge]) -> str:
    """Write the range of the weights of some edges."""
    weights = [edge.weight for each in edges for edge in each]
    return f"{min(weights):g} to {max(weights):g}"


def place(at: int, count: int) -> tuple[float, float]:
    """Return where an actor stands on the circle, clockwise from the top."""
    angle = 2 * math.pi * (at + 0.5) / count
    return math.sin(angle), math.cos(angle)


def line(edge: Edge, kind: str, color: str, bend: float, places: dict[str, tuple[float, float]]) -> PathPatch:
    """Return the line between two actors, bent towards the middle of the circle."""
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    bend *= math.hypot(x1 - x2, y1 - y2) / 2
    middle = ((x1 + x2) / 2 * (1 - bend), (y1 + y2) / 2 * (1 - bend))
    path = Path([(x1, y1), middle, (x2, y2)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    return PathPatch(
        path,
        facecolor="none",
        edgecolor=color,
        linewidth=0.7 + 1.1 * min(edge.weight, 5),
        linestyle="-" if kind == "agree" else DASHES,
        alpha=0.75,
        zorder=1,
        gid=f"{kind} {edge.source} {edge.target}",
    )


def label(ax: Axes, text: str, x: float, y: float, *, level: bool) -> None:
    """Write the name of an actor outside of the circle."""
    turn = 0.0 if level else math.degrees(math.atan2(y, x))
    leftwards = x < 0
    ax.annotate(
        text,
        (x, y),
        xytext=(9 * x, 9 * y),
        textcoords="offset points",
        ha="right" if leftwards else "left",
        va="center",
        rotation=turn + 180 if leftwards and not level else turn,
        rotation_mode="anchor",
        fontsize=SMALL,
        fontfamily=families(text),
        color=INK,
        parse_math=False,
    )


def ordered(agreeing: Sequence[Edge], differing: Sequence[Edge]) -> list[str]:
    """Sort actors so that those who agree are neighbours, one group after another that have no line between them."""
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for edges, sign in ((agreeing, 1), (differing, -1)):
        for edge in edges:
            weights[edge.source, edge.target] += sign * edge.weight
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
    return [name for group in joined for name in by_side(group, near)]


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
