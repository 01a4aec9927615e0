"""Names beside points, each where it lies on no other name and no point."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import attrs
from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from diplo_events.plots._canvas import GREY, INK, SMALL, families, figure_of

__all__ = ["NamedPoint", "label_points"]

Box: TypeAlias = tuple[float, float, float, float]
"""The left, lower, right and upper edge of a box, in pixels."""

DISTANCES: Final = (0, 10, 20, 32, 46, 62, 80, 100, 125, 150)
"""How far from its point a name can be, in points of type."""

DIRECTIONS: Final = (0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 67, 293, 113, 247)
"""In which directions, in degrees: at the right, at the left, above, below, then between."""

CLEAR: Final = 2.0
"""How much room is left between two names, in points of type."""


@attrs.frozen
class NamedPoint:
    """A point with its name."""

    x: float
    y: float
    radius: float
    """That of its mark, in points of type."""
    text: str
    key: str


def label_points(ax: Axes, spots: Sequence[NamedPoint]) -> None:
    """Write the names of points, those of the first ones nearest to them; a thin line leads from a name that is far.

    The places fit the size that the axes have when this is called.
    """
    figure = figure_of(ax)
    labels = [annotation(ax, spot) for spot in spots]
    figure.draw_without_rendering()  # the axes get their size, and the names theirs
    scale = figure.dpi / 72
    frame = box_of(ax.get_window_extent())
    marks = [mark_box(ax, spot, scale) for spot in spots]
    taken: list[Box] = []
    for spot, label, mark in zip(spots, labels, marks, strict=True):
        box = box_of(label.get_window_extent())
        obstacles = [*taken, *(other for other in marks if other is not mark)]
        (dx, dy), place = best(spot, mark, box, obstacles, frame, scale)
        taken.append(place)
        label.set_horizontalalignment("center")
        label.set_verticalalignment("center")
        x, y = middle(place)
        mark_x, mark_y = middle(mark)
        label.set_position(((x - mark_x) / scale, (y - mark_y) / scale))
        if label.arrow_patch is not None:
            label.arrow_patch.set_visible(math.hypot(dx, dy) > spot.radius + DISTANCES[1])


def best(
    spot: NamedPoint, mark: Box, box: Box, obstacles: Sequence[Box], frame: Box, scale: float
) -> tuple[tuple[float, float], Box]:
    """Return the nearest place of a name where nothing lies, or the one where least does."""
    found: list[tuple[float, tuple[float, float], Box]] = []
    for shift in shifts(spot.radius):
        place = moved(mark, box, shift, scale)
        found.append((cost(place, obstacles, frame), shift, place))
        if not found[-1][0]:
            break
    _, shift, place = min(found, key=lambda choice: choice[0])
    return shift, place


def annotation(ax: Axes, spot: NamedPoint) -> Annotation:
    """Write a name at its point."""
    return ax.annotate(
        spot.text,
        (spot.x, spot.y),
        xytext=(0, 0),
        textcoords="offset points",
        fontsize=SMALL,
        fontfamily=families(spot.text),
        color=INK,
        parse_math=False,
        gid=f"name {spot.key}",
        arrowprops={"arrowstyle": "-", "color": GREY, "linewidth": 0.7, "shrinkA": 1, "shrinkB": spot.radius},
    )


def shifts(radius: float) -> Iterator[tuple[float, float]]:
    """List where the near edge of a name can be, from the middle of its mark in points of type, the nearest first."""
    for distance, degrees in itertools.product(DISTANCES, DIRECTIONS):
        angle = math.radians(degrees)
        reach = radius + CLEAR + distance
        yield reach * math.cos(angle), reach * math.sin(angle)


def mark_box(ax: Axes, spot: NamedPoint, scale: float) -> Box:
    """Return the box around a mark in pixels."""
    x, y = map(float, ax.transData.transform((spot.x, spot.y)))
    reach = spot.radius * scale
    return x - reach, y - reach, x + reach, y + reach


def box_of(box: Bbox) -> Box:
    """Return a box of Matplotlib as plain numbers."""
    return float(box.x0), float(box.y0), float(box.x1), float(box.y1)


def middle(box: Box) -> tuple[float, float]:
    """Return the middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def moved(mark: Box, box: Box, shift: tuple[float, float], scale: float) -> Box:
    """Return the box of a name whose near edge, or corner, is moved away from the middle of its mark."""
    x, y = middle(mark)
    far = math.hypot(*shift)
    width, height = box[2] - box[0], box[3] - box[1]
    left = x + shift[0] * scale - width * (1 - shift[0] / far) / 2
    bottom = y + shift[1] * scale - height * (1 - shift[1] / far) / 2
    return left, bottom, left + width, bottom + height


def cost(place: Box, obstacles: Sequence[Box], frame: Box) -> float:
    """Return how much of a place is taken, in square pixels; what lies outside of the axes counts as taken."""
    room = place[0] - CLEAR, place[1] - CLEAR, place[2] + CLEAR, place[3] + CLEAR
    outside = (room[2] - room[0]) * (room[3] - room[1]) - shared(room, frame)
    return round(outside + sum(shared(room, other) for other in obstacles), 6)


def shared(one: Box, other: Box) -> float:
    """Return the area that two boxes share.

    >>> shared((0, 0, 2, 2), (1, 1, 4, 4)), shared((0, 0, 2, 2), (3, 0, 4, 2))
    (1, 0)
    """
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0
