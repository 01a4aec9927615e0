"""Claimed land as areas of the map: hatched in the colours of all who claim it, within the outline of its name."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from diplo_events._internal.drawing.outlines import Ring
from diplo_events._internal.texts.display import isolated
from diplo_events.report._map_frame import Frame, drawn_rings, shape_of
from diplo_events.report._page import Element, element
from diplo_events.report.lines import DataText

__all__ = ["MOST_COLOURS", "area", "area_label", "hatches", "place_of_name", "swatch"]

MOST_COLOURS: Final = 6
"""How many claimants have a colour of their own; the number tells all apart."""

ANGLES: Final = (45, 135, 0, 90, 20, 110)
"""How the hatches of claimants lie: of several on one land, all are seen."""

STEP: Final = 9
"""How far apart the lines of a hatch are."""

ROOM_FOR_NAME: Final = 0.7
"""How much of the width of a land its name takes at most, to stand in it."""

Claims: TypeAlias = Mapping[str, int]
"""Who claims, and in how many claims."""


def hatches(claimants: Iterable[str], numbers: Mapping[str, int]) -> Element:
    """Return the patterns of some claimants, to fill areas with."""
    return element("defs", None, *(hatch(numbers[who], hatch_id(numbers[who])) for who in claimants))


def hatch_id(number: int) -> str:
    """Return the id of the pattern of a claimant."""
    return f"_hatch-{number}"


def hatch(number: int, key: str) -> Element:
    """Return the pattern of a claimant: lines in its colour, at its angle."""
    turn = f"rotate({ANGLES[(number - 1) % len(ANGLES)]})"
    size = {"id": key, "width": str(STEP), "height": str(STEP), "patternUnits": "userSpaceOnUse"}
    line = {"class": f"hatch {colour_of(number)}", "d": f"M0 {STEP / 2}H{STEP}", "fill": "none"}
    return element("pattern", {**size, "patternTransform": turn}, element("path", line))


def colour_of(number: int) -> str:
    """Return the class of the colour of a claimant."""
    return f"claimant-{(number - 1) % MOST_COLOURS + 1}"


def area(rings: Iterable[Ring], claims: Claims, numbers: Mapping[str, int], frame: Frame) -> list[Element]:
    """Return the area of a land: a hatch for each who claims land in it, and an outline that is nobody's border."""
    shape = shape_of(rings, frame)
    fills = (f"url(#{hatch_id(numbers[who])})" for who in claims)
    looks = {"class": "claimed", "d": shape, "fill-rule": "evenodd"}
    edge = element("path", {"class": "outline", "d": shape, "fill": "none"})
    return [*(element("path", {**looks, "fill": fill}) for fill in fills), edge]


def place_of_name(rings: Iterable[Ring], frame: Frame, width: float) -> tuple[float, float]:
    """Return where the name of a land stands: in the middle of its largest piece in the frame, or below it if wide."""
    boxes = [
        (min(xs), min(ys), max(xs), max(ys))
        for points in drawn_rings(rings, frame)
        for xs, ys in [tuple(zip(*points, strict=True))]
    ]
    lowest = max(lower for _, _, _, lower in boxes)
    left, upper, right, lower = max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    below = width > ROOM_FOR_NAME * (right - left) and lowest + STEP < frame.height
    return (left + right) / 2, lowest + STEP if below else (upper + lower) / 2


def area_label(name: DataText, claims: Claims, numbers: Mapping[str, int], at: tuple[float, float]) -> Element:
    """Return the name of a land in its middle, with the numbers of those who claim land in it."""
    who = ", ".join(str(numbers[claimant]) for claimant in claims)
    place = {"class": "land-name", "x": f"{at[0]:.1f}", "y": f"{at[1] + 4:.1f}", "lang": name.language}
    return element("text", place, f"{isolated(name.text)} ({who})")


def swatch(number: int) -> Element:
    """Return a sample of the hatch of a claimant, for a legend."""
    key = f"{hatch_id(number)}-sample"
    box = {"class": "outline", "x": "4", "y": "1", "width": "40", "height": "14", "fill": f"url(#{key})"}
    return element("g", None, element("defs", None, hatch(number, key)), element("rect", box))
