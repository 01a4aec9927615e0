"""What a map shows of the world: its frame, and outlines of land and of states in it, none of which is a border."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from diplo_events._internal.drawing.outlines import Ring, pieces_of_states
from diplo_events.analysis.places import first_longitude, stretch_of
from diplo_events.model import Place
from diplo_events.vocab import PlaceKind

__all__ = ["WIDTH", "Frame", "drawn_rings", "frame_of", "outline_of", "shape_of"]

WIDTH: Final = 960
LOWEST: Final = 0.4
HIGHEST: Final = 0.7
"""The least and the greatest height of a map, as a part of its width."""
LEAST_SPAN: Final = 12.0
"""The least that is shown in one direction, in degrees."""
ROOM: Final = 1.25
"""How much more than its places a map shows."""


@attrs.frozen
class Frame:
    """What a map shows: its north-western corner, and how many pixels a degree has in each direction."""

    west: float
    north: float
    across: float
    down: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point is drawn; longitudes go on beyond 180°."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down


def outline_of(place: object) -> tuple[Ring, ...]:
    """Return the outline of a place, if it is a state that has one: which land its name means, not whose it is.

    >>> from diplo_events import PlaceKind
    >>> states = [Place(id=code.lower(), name=code, kind=PlaceKind.COUNTRY, country=code) for code in ("MN", "VA")]
    >>> [len(outline_of(state)) for state in states]
    [1, 0]
    """
    if isinstance(place, Place) and place.kind is PlaceKind.COUNTRY and place.country:
        return pieces_of_states().get(place.country, ())
    return ()


def frame_of(points: Iterable[tuple[float, float]]) -> Frame:
    """Return a frame around points, with room, in a shape that is neither a strip nor a column."""
    every = list(points)
    first = first_longitude([x for x, _ in every])
    xs = [x + (360 if x < first else 0) for x, _ in every]
    ys = [y for _, y in every]
    stretch = stretch_of((min(ys) + max(ys)) / 2)
    width, height = (max((max(values) - min(values)) * ROOM, LEAST_SPAN) for values in (xs, ys))
    width = max(width, height * stretch / HIGHEST)
    height = min(max(height, width * LOWEST / stretch), width * HIGHEST / stretch)
    across = WIDTH / width
    west, north = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) + height) / 2
    return Frame(west, north, across, across * stretch, height * across * stretch)


def drawn_rings(rings: Iterable[Ring], frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """List the outlines that a frame shows, in its pixels, each wherever it is on a world that goes round."""
    for ring in rings:
        for turn in (-360, 0, 360):
            points = [frame.at(x + turn, y) for x, y in ring]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if not (max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > frame.height):
                yield points


def shape_of(rings: Iterable[Ring], frame: Frame) -> str:
    """Return the outlines that a frame shows as one path."""
    outlines: list[str] = []
    for points in drawn_rings(rings, frame):
        whole = [pixel for pixel, _ in itertools.groupby((round(x), round(y)) for x, y in points)]
        steps = (f"{x - before[0]} {y - before[1]}" for before, (x, y) in itertools.pairwise(whole))
        outlines.append(f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z")
    return "".join(outlines)
