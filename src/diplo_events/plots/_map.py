"""The map: places by longitude and latitude, on land without borders."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from diplo_events._internal.drawing.outlines import land
from diplo_events._internal.gazetteer import Gazetteer
from diplo_events.analysis.places import LocatedPlace, counts_by_place, first_longitude, locate, stretch_of
from diplo_events.dataset import Dataset
from diplo_events.model import Place
from diplo_events.plots._canvas import BLUE, axes_of, counted, finish, named, not_shown, start
from diplo_events.plots._labels import NamedPoint, label_points

__all__ = ["map"]

STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45)
"""The distances between two lines of the grid, in degrees."""

MOST_LINES: Final = 8
"""How many lines the grid has at most in one direction, where the last step allows it."""

WORLD: Final = (-180.0, 180.0), (-90.0, 90.0)
"""What a map shows if no place has coordinates."""

NORTH: Final = 90
"""The latitude of the pole."""

LEAST_SPAN: Final = 2.0
"""The least that is drawn in one direction, in degrees."""

LOWEST: Final = 0.45
HIGHEST: Final = 0.75
"""The least and the greatest height of a map, as a part of its width."""

LAND: Final = "#EFEBE0"
"""The colour of land."""

WIDTH: Final = 10.0
"""The width of a new figure in inches."""


def map(  # noqa: A001  (called as plots.map)
    dataset: Dataset, *, gazetteer: Gazetteer | None = None, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Plot the places that have coordinates, each with its name: the larger a mark, the more the records say of it.

    Longitude and latitude (WGS 84) are drawn as they are, in true proportion in the middle of the map, over a grid and
    rough outlines of land (Natural Earth, 1:110 million; nothing is downloaded). There are no borders: a border is a
    claim. To have them, pass axes that show them in degrees (`ax=`): on axes with content, no land is drawn. What
    several sources report counts once. The names are placed for the size that the axes have now, so that none lies on
    another. Places on both sides of the 180th meridian stay together: longitudes go on beyond it.

    Args:
        dataset: The records.
        gazetteer: Where to look up the places that have no coordinates, such as
            `diplo_events.drafting.world.world()`. What a name means there must be certain: one entry of the same kind,
            and in the same country if the place has one. Coordinates that were looked up have a hollow mark.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each mark is among its `lines`, with the id of the place as group id (`get_gid`); each name among its
        `texts`.

    Examples:
        >>> from diplo_events import Dataset, Place, PlaceKind, Point, plots
        >>> town = Place(id="brod", name="Brod", kind=PlaceKind.SETTLEMENT, point=Point(longitude=18.0, latitude=45.2))
        >>> ax = plots.map(Dataset(records=[town]))
        >>> [(mark.get_gid(), *mark.get_xydata()[0]) for mark in ax.lines]
        [('brod', np.float64(18.0), np.float64(45.2))]
    """
    places = dataset.of_type(Place)
    located = [found for place in places if (found := locate(place, gazetteer))]
    counts = counts_by_place(dataset)
    located.sort(key=lambda each: (-counts.get(each.place.id, 0), each.place.id))
    first = first_longitude([each.point.longitude for each in located])
    xs = [each.point.longitude + (360 if each.point.longitude < first else 0) for each in located]
    ys = [each.point.latitude for each in located]
    stretch = stretch_of((min(ys, default=0) + max(ys, default=0)) / 2)
    (west, east), (south, north) = frame(xs, ys, stretch) if located else WORLD
    ax = axes_of(ax, WIDTH, WIDTH * (north - south) * stretch / (east - west) + 1.3)
    ax.set(xlim=(west, east), ylim=(south, north))
    ax.set_aspect(stretch, adjustable="box")
    if not ax.has_data():
        draw_land(ax)
    draw_grid(ax)
    spots: list[NamedPoint] = []
    for each, x, y in zip(located, xs, ys, strict=True):
        size = 5 + 2.4 * math.sqrt(counts.get(each.place.id, 0))
        face = "white" if each.is_looked_up else BLUE
        ax.plot([x], [y], marker="o", markersize=size, color=BLUE, markerfacecolor=face, alpha=0.85, gid=each.place.id)
        spots.append(NamedPoint(x, y, size / 2, named(dataset, each.place.id, 30), each.place.id))
    start(ax, title or "Places")
    kinds = {each.is_looked_up for each in located}
    handles = [
        Line2D([], [], linestyle="none", marker="o", color=BLUE, markerfacecolor=face, label=words)
        for is_looked_up, face, words in (
            (False, BLUE, "coordinates of the dataset"),
            (True, "white", "coordinates of the gazetteer"),
        )
        if is_looked_up in kinds
    ]
    finish(ax, handles, notes(places, located, counts), wide=False)
    label_points(ax, spots)
    return ax


def notes(places: Sequence[Place], located: Sequence[LocatedPlace], counts: Mapping[str, int]) -> list[str]:
    """Return what a reader should know: what the sizes mean, what is missing."""
    numbers = [counts.get(each.place.id, 0) for each in located]
    sizes = f"The larger, the more records name the place: from {min(numbers)} to {max(numbers)}." if located else ""
    missing = len(places) - len(located)
    return [
        f"{sizes} Longitude and latitude; land is rough, and without borders.".strip(),
        not_shown(counted(missing, "place without coordinates", "places without coordinates")),
    ]


def frame(xs: Sequence[float], ys: Sequence[float], stretch: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of both axes, with room around the places, in a shape that is neither a strip nor a column."""
    (x, width), (y, height) = middle_and_span(xs), middle_and_span(ys)
    width = max(width, height * stretch / HIGHEST)
    height = max(height, width * LOWEST / stretch)
    return (x - width / 2, x + width / 2), (y - height / 2, y + height / 2)


def middle_and_span(values: Sequence[float]) -> tuple[float, float]:
    """Return the middle of some values, and how far an axis reaches around it."""
    low, high = min(values, default=0), max(values, default=0)
    return (low + high) / 2, max((high - low) * 1.24, LEAST_SPAN)


def draw_land(ax: Axes) -> None:
    """Draw the land that the axes show, below everything else; the world goes round."""
    (west, east), (south, north) = ax.get_xlim(), ax.get_ylim()
    for ring in land():
        for turn in (-360, 0, 360):
            points = [(x + turn, y) for x, y in ring]
            xs, ys = zip(*points, strict=True)
            if min(xs) < east and max(xs) > west and min(ys) < north and max(ys) > south:
                ax.add_patch(Polygon(points, facecolor=LAND, edgecolor="none", zorder=0, gid="land"))


def draw_grid(ax: Axes) -> None:
    """Draw the meridians and parallels, with their degrees."""
    for axis, names in ((ax.xaxis, "EW"), (ax.yaxis, "NS")):
        low, high = axis.get_view_interval()
        step = next((step for step in STEPS if (high - low) / step <= MOST_LINES), STEPS[-1])
        ticks = [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]
        ticks = [tick for tick in ticks if names == "EW" or abs(tick) <= NORTH]
        axis.set_ticks(ticks, [degrees(tick, names) for tick in ticks])
    ax.grid(visible=True, color="#D5D5D5", linewidth=0.8)
    ax.set_axisbelow(True)


def degrees(value: float, names: str) -> str:
    """Write degrees with their direction.

    >>> degrees(190, "EW"), degrees(-30, "NS"), degrees(0, "NS"), degrees(0.5, "EW")
    ('170°W', '30°S', '0°', '0.5°E')
    """
    around = (value + 180) % 360 - 180 if names == "EW" else value
    direction = names[around < 0] if around % 180 else ""
    return f"{round(abs(around), 1):g}°{direction}"
