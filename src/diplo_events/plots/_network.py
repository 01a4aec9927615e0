"""The network: who agrees with whom, and who disagrees, in one picture."""

import math
from collections.abc import Iterable
from typing import Final, TypeAlias

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from diplo_events.analysis.agreement_network import agreement_network, neighbours_first
from diplo_events.analysis.network import Edge, Mentions, OneModeNormalization, mentions
from diplo_events.dataset import Dataset
from diplo_events.errors import expect_type
from diplo_events.plots._canvas import (
    BLUE,
    GREY,
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
from diplo_events.vocab import PositionBasis

__all__ = ["network"]

Point: TypeAlias = tuple[float, float]

DASHES: Final = (0, (4, 2))
"""The line of what others attribute to an actor, or infer."""

USUAL: Final = 5.0
"""The weight of the thickest line, if no weight is greater and weights are counts."""

LARGEST: Final = 100.0
"""The greatest size of a new figure in inches."""

MOST_LEVEL: Final = 30
"""Up to how many actors have level names; more are turned outwards."""

BENT: Final = 0.6
"""How far the longest line of agreement bends towards the middle, as a part of the way."""

NEARLY_STRAIGHT: Final = 0.15
"""The same for disagreement."""

APART: Final = 0.25
"""How much more lines bend that are attributed or inferred, so that they do not lie on those that are declared."""


def network(  # noqa: PLR0913  (each option is one of its own)
    dataset: Dataset,
    *,
    of: Mentions | None = None,
    normalization: OneModeNormalization = "no",
    least: float = 0.0,
    focus: str | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Plot who agrees with whom: a line for what two actors agree on, a line with a cross for what they disagree on.

    By default each position that its actor declares counts once, however many sources report it, as for or against the
    proposition of its issue (`mentions(dataset)`). The thicker a line, the more there is (`agreement_network`); a pair
    that does both has both lines. Lines from positions that others attribute or infer are dashed. The actors stand on a
    circle, so that no name lies on another: those who agree are neighbours.

    Args:
        dataset: The records.
        of: What to draw instead: the result of `mentions`, for a period (`windows`), or with another way of counting.
            What has no levels, as the result of `ties`, is drawn as agreement.
        normalization: What weights are divided by; `shared` for shares of what both have taken a stand on.
        least: The least weight of a line.
        focus: The id of an actor, to draw only its own lines.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each line is among its `patches`, with `agree` or `disagree`, the ids of both actors and the basis, if
        it is not declared, as group id (`get_gid`); the actors are the last of its `lines`.

    Raises:
        ArgumentTypeError: `of` is not the result of `mentions` or of `ties`.
        ArgumentError: an option has a value that `agreement_network` refuses.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import plots
        >>> ax = plots.network(diplo_events.load_example())
        >>> len(ax.patches), ax.patches[0].get_gid()
        (22, 'disagree european-union russia')
    """
    if of is not None:
        expect_type("of", of, Mentions, hint="write of=mentions(dataset, …)")
    found = of if of is not None else mentions(dataset)
    has_levels = found.qualifier != "none"
    edges = agreement_network(found, normalization=normalization, least=least, focus=focus)
    differing = [edge for edge in edges if edge.relation == "conflict"]
    agreeing = [edge for edge in edges if edge.relation != "conflict"]
    actors = neighbours_first(edges)
    alone = {item.actor for item in found.items}.difference(actors)
    size = min(max(7.0, len(actors) / 18 + 5), LARGEST)
    ax = axes_of(ax, size + 3, size)
    places = {actor: place(at, len(actors)) for at, actor in enumerate(actors)}
    heaviest = max((edge.weight for edge in edges), default=USUAL)
    thickest = max(heaviest, USUAL) if normalization == "no" else heaviest
    crosses: list[tuple[float, float]] = []
    for kind, some, color, bend in (
        ("disagree", differing, VERMILLION, NEARLY_STRAIGHT),
        ("agree", agreeing, BLUE, BENT),
    ):
        for edge in some:
            points = bent(places[edge.source], places[edge.target], bend + APART * is_indirect(edge))
            ax.add_patch(line(edge, kind, color, points, thickest=thickest))
            (x1, y1), (x2, y2), (x3, y3) = points
            crosses += [((x1 + 2 * x2 + x3) / 4, (y1 + 2 * y2 + y3) / 4)] * (kind == "disagree")
    ax.plot(
        [x for x, _ in crosses],
        [y for _, y in crosses],
        linestyle="none",
        marker="x",
        color=VERMILLION,
        markersize=7,
        markeredgewidth=2,
        gid="conflicts",
    )
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
        Line2D([], [], color=VERMILLION, linewidth=2, marker="x", markeredgewidth=2, label="disagree"),
    ][: len(actors) and (2 if differing else 1)]
    if any(is_indirect(edge) for edge in edges):
        handles.append(Line2D([], [], color=GREY, linewidth=2, linestyle=DASHES, label="attributed or inferred"))
    on = "position" if has_levels else "tie"
    count = f"the more {on}s" if normalization == "no" else f"the greater the share of {on}s"
    note = f"The thicker a line, {count}: from {least_and_most(edges)}." if actors else ""
    finish(
        ax,
        handles,
        [note, not_shown(counted(len(alone), "actor joined to no other", "actors joined to no other"))],
        wide=False,
    )
    return ax


def least_and_most(edges: Iterable[Edge]) -> str:
    """Write the range of the weights of some edges."""
    weights = [edge.weight for edge in edges]
    return f"{min(weights):.2g} to {max(weights):.2g}"


def is_indirect(edge: Edge) -> bool:
    """Whether an edge is from positions that others attribute to an actor, or infer."""
    return edge.basis not in (None, PositionBasis.DECLARED)


def place(at: int, count: int) -> tuple[float, float]:
    """Return where an actor stands on the circle, clockwise from the top."""
    angle = 2 * math.pi * (at + 0.5) / count
    return math.sin(angle), math.cos(angle)


def bent(start: Point, end: Point, bend: float) -> tuple[Point, Point, Point]:
    """Return the points of a line between two places, bent towards the middle of the circle."""
    (x1, y1), (x2, y2) = start, end
    bend *= math.hypot(x1 - x2, y1 - y2) / 2
    return start, ((x1 + x2) / 2 * (1 - bend), (y1 + y2) / 2 * (1 - bend)), end


def line(edge: Edge, kind: str, color: str, points: tuple[Point, Point, Point], *, thickest: float) -> PathPatch:
    """Return the line between two actors."""
    basis = f" {edge.basis.value}" if edge.basis and is_indirect(edge) else ""
    path = Path(points, [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    return PathPatch(
        path,
        facecolor="none",
        edgecolor=color,
        linewidth=0.7 + 5.5 * edge.weight / thickest,
        linestyle=DASHES if is_indirect(edge) else "-",
        alpha=0.75,
        zorder=1,
        gid=f"{kind} {edge.source} {edge.target}{basis}",
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
