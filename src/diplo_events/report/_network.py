"""The network of who agrees with whom as SVG, and as a table for those who do not see it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType
from typing import Final, TypeAlias

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.agreement_network import agreement_network, neighbours_first
from diplo_events.analysis.network import Edge, Mentions, mentions
from diplo_events.dataset import Dataset
from diplo_events.report._map_areas import MOST_COLOURS
from diplo_events.report._page import Element, Node, element, scrolling, svg
from diplo_events.report._parts import Parts
from diplo_events.report._timeline import shortened
from diplo_events.report.field_words import named
from diplo_events.vocab import PositionBasis

__all__ = ["network_drawing", "network_parts"]

WIDTH: Final = 860
HEIGHT: Final = 540
"""The height with level names; with names that are turned outwards, it is as high as wide."""
RADIUS: Final = 225
LONGEST: Final = 28
"""The greatest length of a line of a name, in letters."""
HALF: Final = 180
"""The degrees of half a turn."""
MOST_LEVEL: Final = 30
"""Up to how many actors have level names; those of more are turned outwards."""
MOST_ACTORS: Final = 80
"""How many actors are drawn: more names around a circle cannot be read."""
THICKEST: Final = 7.0
"""The width of the line with the greatest weight."""

MEASURES: Final = {"weight": "the number of positions", "share": "their share of what both take a stand on"}
"""What the thickness of a line can mean."""

Point: TypeAlias = tuple[float, float]
Camps: TypeAlias = Mapping[str, int]
"""The numbers of the camps of actors, as the table of stances has them."""
Shares: TypeAlias = Mapping[tuple[str, str, str | None, PositionBasis | None], float]
"""The weights of edges as shares of what both actors take a stand on."""


def network_parts(dataset: Dataset, parts: Parts, camps: Camps) -> Iterator[Node]:
    """List the parts of the section: the filters, the network, and one with what others attribute, folded."""
    found = mentions(dataset)
    if edges := agreement_network(found):
        yield network_filters(dataset, edges)
    yield network_drawing(dataset, parts, of=found, camps=camps)
    if not parts.is_large and len((every := mentions(dataset, bases=None)).items) > len(found.items):
        summary = element("summary", None, "With what others attribute to actors, or infer")
        yield element("details", None, summary, network_drawing(dataset, parts, of=every, camps=camps))


def network_filters(dataset: Dataset, edges: Sequence[Edge]) -> Element:
    """Return the controls of the network, which are hidden until their script runs."""
    names = sorted({name for edge in edges for name in (edge.source, edge.target)})
    focus = [element("option", {"value": ""}, "everybody")]
    focus += [
        element("option", {"value": key, "lang": called.language, "dir": "auto"}, called.text)
        for key in names
        for called in [named(dataset, key)]
    ]
    measures = [element("option", {"value": value}, text) for value, text in MEASURES.items()]
    least = {"type": "number", "name": "least", "min": "0", "step": "any", "placeholder": "any"}
    return element(
        "form",
        {"class": "filters", "id": "_network-filters", "hidden": "", "aria-label": "Filter the network"},
        element("label", None, "lines of", element("select", {"name": "actor"}, *focus)),
        element("label", None, "as thick as", element("select", {"name": "by"}, *measures)),
        element("label", None, "at least", element("input", least)),
        element("button", {"type": "reset"}, "all lines"),
        element("output", {"aria-live": "polite"}),
    )


def network_drawing(
    dataset: Dataset, parts: Parts, *, of: Mentions | None = None, camps: Camps = MappingProxyType({})
) -> Element:
    """Return a drawing of who agrees with whom, with its legend and its table; actors have the number of their camp.

    A pair that both agrees and disagrees has a line for each. Each thing counts once, and what others attribute to an
    actor or infer makes no line, unless the mentions to draw say otherwise (`of`); then its lines are dashed.
    """
    found = of if of is not None else mentions(dataset)
    edges = agreement_network(found)
    shares = {key_of(edge): edge.weight for edge in agreement_network(found, normalization="shared")}
    drawn, left_out = strongest(edges)
    names = neighbours_first(drawn)
    if not names:
        return element("p", None, "No two actors take a position of their own on one issue.")
    places = {name: place(at, len(names)) for at, name in enumerate(names)}
    heaviest = max(edge.weight for edge in drawn)
    lines = [line_of(edge, places, heaviest, shares[key_of(edge)]) for edge in drawn]
    nodes = [node_of(dataset, name, at, len(names), camps.get(name)) for at, name in enumerate(names)]
    label = f"{len(names)} actors, {len(drawn)} lines between them; the table below lists them"
    drawing = svg(WIDTH, height_of(len(names)), label, *lines, *nodes)
    drawing.set("class", "network")
    alone = len({item.actor for item in found.items}.difference(names)) - left_out
    rest = f" Of more actors, the {MOST_ACTORS} with the heaviest lines are drawn." if left_out else ""
    rest += f" {alone} more take positions on which nobody else does." if alone else ""
    return element(
        "div",
        None,
        legend(edges, [camps[name] for name in names if name in camps]),
        scrolling("Network of who agrees with whom", drawing),
        faint(counting(found) + rest),
        edge_table(dataset, edges, shares, parts),
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


def line_of(edge: Edge, places: dict[str, Point], heaviest: float, share: float) -> Element:
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
    measured = {"class": "tie", "data-ends": f"{edge.source} {edge.target}"}
    measured |= {"data-weight": f"{edge.weight:g}", "data-share": f"{share:.3f}"}
    if edge.relation != "conflict":
        return element("g", measured, path)
    x, y = (x1 + 2 * middle_x + x2) / 4, (y1 + 2 * middle_y + y2) / 4
    return element("g", measured, path, cross(x, y))


def key_of(edge: Edge) -> tuple[str, str, str | None, PositionBasis | None]:
    """Return what tells an edge from the others of a network."""
    return edge.source, edge.target, edge.relation, edge.basis


def cross(x: float, y: float) -> Element:
    """Return the mark of a conflict."""
    arms = f"M{x - 5:.1f} {y - 5:.1f}l10 10M{x + 5:.1f} {y - 5:.1f}l-10 10"
    return element("path", {"class": "differs", "d": arms, "fill": "none", "stroke-width": "2.5"})


def node_of(dataset: Dataset, name: str, at: int, count: int, camp: int | None) -> Element:
    """Return an actor with its name beside it, and the number of its camp in it."""
    x, y = place(at, count)
    angle = 360 * (at + 0.5) / count - HALF / 2
    leftwards = angle > HALF / 2
    attributes: dict[str, str | None] = {"x": f"{x + (-10 if leftwards else 10):.1f}", "y": f"{y + 4:.1f}"}
    attributes["text-anchor"] = "end" if leftwards else "start"
    if count > MOST_LEVEL:
        attributes["transform"] = f"rotate({angle + HALF if leftwards else angle:.1f} {x:.1f} {y:.1f})"
    dot = [node_mark(x, y, camp)]
    if camp:
        dot.append(element("text", {"class": "digit", "x": f"{x:.1f}", "y": f"{y + 4:.1f}"}, str(camp)))
    called = named(dataset, name)
    is_level = count <= MOST_LEVEL
    lines = (wrap(called.text, LONGEST) or [called.text]) if is_level else [shortened(called.text, LONGEST)]
    label = element("text", attributes | {"lang": called.language}, isolated(lines[0]))
    for line in lines[1:]:
        label.append(element("tspan", {"x": attributes["x"], "dy": "13"}, isolated(line)))
    whole = element("title", None, called) if lines[0] != called.text else None
    return element("g", {"class": "actor", "data-actor": name}, *dot, label, whole)


def node_mark(x: float, y: float, camp: int | None) -> Element:
    """Return the circle of an actor, in the colour of its camp."""
    looks = f"node camp-{(camp - 1) % MOST_COLOURS + 1}" if camp else "node"
    return element("circle", {"class": looks, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "8" if camp else "5"})


def legend(edges: Iterable[Edge], camps: Iterable[int]) -> Element:
    """Return what the lines and the colours of a network mean, those that it has."""
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
    for camp in sorted(set(camps)):
        digit = element("text", {"class": "digit", "x": "24", "y": "12"}, str(camp))
        box = {"viewBox": "0 0 48 16", "width": "48", "height": "16", "aria-hidden": "true"}
        entries.append(element("li", None, element("svg", box, node_mark(24, 8, camp), digit), f" camp {camp}"))
    return element("ul", {"class": "legend"}, *entries)


def edge_table(dataset: Dataset, edges: Sequence[Edge], shares: Shares, parts: Parts) -> Element:
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
            element("td", None, f"{100 * shares[key_of(edge)]:.0f} %"),
            element("td", None, edge.basis.words if edge.basis else ""),
        )
        for edge in sorted(edges, key=lambda edge: -edge.weight)
    )
    names = ("actor", "relation", "actor", "positions", "share of what both take a stand on", "basis")
    heads = [element("th", {"scope": "col"}, text) for text in names]
    table = element(
        "table", None, element("thead", None, element("tr", None, *heads)), parts.fill(element("tbody"), rows)
    )
    summary = element("summary", None, f"The {len(edges)} lines as a table")
    return element("details", None, summary, scrolling("Who agrees with whom", table))
