"""The network of who agrees with whom as SVG, and as a table for those who do not see it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.agreement_network import agreement_network, neighbours_first
from diplo_events.analysis.network import Edge, Mentions, mentions
from diplo_events.dataset import Dataset
from diplo_events.report._page import Element, element, scrolling, svg
from diplo_events.report._parts import Parts
from diplo_events.report._timeline import shortened
from diplo_events.report.field_words import named
from diplo_events.vocab import PositionBasis

__all__ = ["network_drawing"]

WIDTH: Final = 860
HEIGHT: Final = 540
"""The height with level names; with names that are turned outwards, it is as high as wide."""
RADIUS: Final = 225
LONGEST: Final = 28
"""The greatest length of a name, in letters."""
HALF: Final = 180
"""The degrees of half a turn."""
MOST_LEVEL: Final = 30
"""Up to how many actors have level names; those of more are turned outwards."""
MOST_ACTORS: Final = 80
"""How many actors are drawn: more names around a circle cannot be read."""
THICKEST: Final = 7.0
"""The width of the line with the greatest weight."""

Point: TypeAlias = tuple[float, float]


def network_drawing(dataset: Dataset, parts: Parts, *, of: Mentions | None = None) -> Element:
    """Return a drawing of who agrees with whom, with its legend and its table.

    A pair that both agrees and disagrees has a line for each. Each thing counts once, and what others attribute to an
    actor or infer makes no line, unless the mentions to draw say otherwise (`of`); then its lines are dashed.
    """
    found = of if of is not None else mentions(dataset)
    edges = agreement_network(found)
    drawn, left_out = strongest(edges)
    names = neighbours_first(drawn)
    if not names:
        return element("p", None, "No two actors take a position of their own on one issue.")
    places = {name: place(at, len(names)) for at, name in enumerate(names)}
    heaviest = max(edge.weight for edge in drawn)
    lines = [line_of(edge, places, heaviest) for edge in drawn]
    nodes = [node_of(dataset, name, at, len(names)) for at, name in enumerate(names)]
    label = f"{len(names)} actors, {len(drawn)} lines between them; the table below lists them"
    drawing = svg(WIDTH, height_of(len(names)), label, *lines, *nodes)
    drawing.set("class", "network")
    alone = len({item.actor for item in found.items}.difference(names)) - left_out
    rest = f" Of more actors, the {MOST_ACTORS} with the heaviest lines are drawn." if left_out else ""
    rest += f" {alone} more take positions on which nobody else does." if alone else ""
    return element(
        "div",
        None,
        legend(edges),
        scrolling("Network of who agrees with whom", drawing),
        faint(counting(found) + rest),
        edge_table(dataset, edges, parts),
    )


def strongest(edges: Sequence[Edge]) -> tuple[Sequence[Edge], int]:
    """Return the lines between the actors that are drawn, those with the heaviest lines, and how many are left out."""
    weights: defaultdict[str, float] = defaultdict(float)
    for edge in edges:
        weights[edge.source] += edge.weight
        weights[edge.target] += edge.weight
    kept = {name for name, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_ACTORS]}
    return [edge for edge in edges if {edge.source, edge.target} <= kept], len(weights) - len(kept)


def counting(found: Mentions) -> str:
    """Return what counts, in words."""
    bases = {item.basis for item in found.items} - {None, PositionBasis.DECLARED}
    merged = sorted({item.recorded for item in found.items if item.recorded})
    all_count = "Positions that others attribute or infer count too."
    own = all_count if bases else "Only positions count that an actor declares."
    whom = f" {len(merged)} who speak for another actor here count as that one." if merged else ""
    return f"{own} What several sources report counts once.{whom}"


def faint(text: str) -> Element:
    """Return a remark."""
    return element("p", {"class": "faint"}, text)


def place(at: int, count: int) -> Point:
    """Return the coordinates of an actor on the circle, clockwise from the top."""
    angle = 2 * math.pi * (at + 0.5) / count
    return WIDTH / 2 + RADIUS * math.sin(angle), height_of(count) / 2 - RADIUS * math.cos(angle)


def height_of(count: int) -> int:
    """Return the height of the drawing of some actors."""
    return WIDTH if count > MOST_LEVEL else HEIGHT


def looks(edge: Edge) -> str:
    """Return the classes of a line: its relation, and whether others attribute or infer what it is from."""
    relation = "differs" if edge.relation == "conflict" else "agrees"
    return f"{relation} indirect" if is_indirect(edge) else relation


def is_indirect(edge: Edge) -> bool:
    """Whether an edge is from positions that others attribute to an actor, or infer."""
    return edge.basis not in (None, PositionBasis.DECLARED)


def line_of(edge: Edge, places: dict[str, Point], heaviest: float) -> Element:
    """Return the line between two actors: the heavier, the thicker; that of a conflict has a cross.

    They are bent towards the middle, agreement more than conflict and what is attributed more than what is declared, so
    that all lines of a pair are seen.
    """
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    bend = (0.12 if edge.relation == "conflict" else 0.45) + 0.16 * is_indirect(edge)
    middle_x, middle_y = (
        (a + b) / 2 * (1 - bend) + c * bend for a, b, c in ((x1, x2, WIDTH / 2), (y1, y2, height_of(len(places)) / 2))
    )
    width = 1 + (THICKEST - 1) * edge.weight / heaviest
    curve = f"M{x1:.1f} {y1:.1f}Q{middle_x:.1f} {middle_y:.1f} {x2:.1f} {y2:.1f}"
    path = element("path", {"class": looks(edge), "d": curve, "fill": "none", "stroke-width": f"{width:.1f}"})
    if edge.relation != "conflict":
        return path
    x, y = (x1 + 2 * middle_x + x2) / 4, (y1 + 2 * middle_y + y2) / 4
    return element("g", None, path, cross(x, y))


def cross(x: float, y: float) -> Element:
    """Return the mark of a conflict."""
    arms = f"M{x - 5:.1f} {y - 5:.1f}l10 10M{x + 5:.1f} {y - 5:.1f}l-10 10"
    return element("path", {"class": "differs", "d": arms, "fill": "none", "stroke-width": "2.5"})


def node_of(dataset: Dataset, name: str, at: int, count: int) -> Element:
    """Return an actor with its name beside it."""
    x, y = place(at, count)
    angle = 360 * (at + 0.5) / count - HALF / 2
    leftwards = angle > HALF / 2
    attributes: dict[str, str | None] = {"x": f"{x + (-10 if leftwards else 10):.1f}", "y": f"{y + 4:.1f}"}
    attributes["text-anchor"] = "end" if leftwards else "start"
    if count > MOST_LEVEL:
        attributes["transform"] = f"rotate({angle + HALF if leftwards else angle:.1f} {x:.1f} {y:.1f})"
    dot = element("circle", {"class": "node", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "5"})
    called = named(dataset, name)
    label = element("text", attributes | {"lang": called.language}, isolated(shortened(called.text, LONGEST)))
    whole = element("title", None, called) if len(called.text) > LONGEST else None
    return element("g", None, dot, label, whole)


def legend(edges: Iterable[Edge]) -> Element:
    """Return what the lines of a network mean, those that it has."""
    kinds = sorted({looks(edge) for edge in edges})
    words = {"agrees": "agree", "differs": "disagree"}
    entries = []
    for kind in kinds:
        relation, _, indirect = kind.partition(" ")
        sample = [element("path", {"class": kind, "d": "M2 8H46", "fill": "none", "stroke-width": "3"})]
        sample += [cross(24, 8)] * (relation == "differs")
        text = words[relation] + ", as others attribute or infer" * bool(indirect)
        picture = element(
            "svg", {"viewBox": "0 0 48 16", "width": "48", "height": "16", "aria-hidden": "true"}, *sample
        )
        entries.append(element("li", None, picture, f" {text}"))
    return element("ul", {"class": "legend"}, *entries)


def edge_table(dataset: Dataset, edges: Sequence[Edge], parts: Parts) -> Element:
    """Return the network as a table, for those who do not see the drawing."""
    relations = {"agreement": "agrees with", "conflict": "disagrees with", None: "is tied to"}
    rows = (
        element(
            "tr",
            None,
            element("td", None, named(dataset, edge.source)),
            element("td", None, relations[edge.relation]),
            element("td", None, named(dataset, edge.target)),
            element("td", None, f"{edge.weight:g}"),
            element("td", None, edge.basis.words if edge.basis else ""),
        )
        for edge in sorted(edges, key=lambda edge: -edge.weight)
    )
    names = ("actor", "relation", "actor", "weight", "basis")
    heads = [element("th", {"scope": "col"}, text) for text in names]
    table = element(
        "table", None, element("thead", None, element("tr", None, *heads)), parts.fill(element("tbody"), rows)
    )
    summary = element("summary", None, f"The {len(edges)} lines as a table")
    return element("details", None, summary, scrolling("Who agrees with whom", table))
