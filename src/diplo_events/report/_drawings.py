"""Drawings of a dataset as SVG: a timeline with uncertain dates as bars, a network of who agrees with whom."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from diplo_events.analysis.network import Edge, mentions, one_mode
from diplo_events.analysis.timeline import TimelineEntry, build_timeline
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.model import Actor, Meeting
from diplo_events.report._page import Element, element, scrolling, svg

__all__ = ["network_drawing", "timeline_drawing"]

WIDTH: Final = 900
LABELS: Final = 330
"""How much of the width names take."""
ROW: Final = 24
MARGIN: Final = 30
MOST_LETTERS: Final = 50
"""How long the name of a meeting may be."""
MOST_DAYS: Final = 120
"""The longest time that is drawn; what began before has an open bar."""


def timeline_drawing(dataset: Dataset) -> tuple[Element, int]:
    """Draw the meetings over time, each dated report a bar from the first to the last day that it can mean.

    A bar with a dashed edge has a doubtful or approximate date; one that runs to the border has an open end.

    Returns:
        The drawing, and how many meetings have no date and are not in it.
    """
    entries = build_timeline(dataset, records=dataset.of_type(Meeting))
    dated = [entry for entry in entries if any(bounded(when) for when in entry.dates)]
    days = [day for entry in dated for when in entry.dates for day in bounds_of(when) if day]
    if not days:
        return element("p", None, "No meeting has a date."), len(entries)
    last = max(days)
    first = max(min(days), last - timedelta(days=MOST_DAYS))
    scale = (WIDTH - LABELS - MARGIN) / max((last - first).days + 1, 1)
    rows = [row_of(dataset, entry, 40 + ROW * n, first, last, scale) for n, entry in enumerate(dated)]
    height = 50 + ROW * len(dated)
    label = f"Timeline of {len(dated)} meetings from {first} to {last}; Meetings has the same as text"
    drawing = svg(WIDTH, height, label, *axis(first, last, scale, height), *rows)
    drawing.set("role", "group")  # its bars are links
    drawing.set("class", "timeline")
    return drawing, len(entries) - len(dated)


def bounded(when: EventDate) -> bool:
    """Whether a date has an end that can be drawn."""
    return any(bounds_of(when))


def bounds_of(when: EventDate) -> tuple[date | None, date | None]:
    """Return the bounds of a date as days of the calendar; `None` for one that the calendar does not have."""
    ends = (when.earliest, when.latest)
    first, last = (date(*day) if day and 1 <= day.year <= 9999 else None for day in ends)  # noqa: PLR2004  (what `date` holds)
    return first, last


def axis(first: date, last: date, scale: float, height: int) -> list[Element]:
    """Draw the weeks."""
    made: list[Element] = []
    day = first + timedelta(days=-first.weekday() % 7)
    step = 7 * max(1, math.ceil(((last - first).days + 1) / 7 / 8))
    while day <= last:
        x = f"{LABELS + (day - first).days * scale:.1f}"
        made.append(element("line", {"class": "axis", "x1": x, "x2": x, "y1": "26", "y2": f"{height}"}))
        made.append(element("text", {"x": x, "y": "18"}, day.isoformat()))
        day += timedelta(days=step)
    return made


def row_of(dataset: Dataset, entry: TimelineEntry, y: int, first: date, last: date, scale: float) -> Element:
    """Draw one meeting: its name, and a bar for each date that its reports give."""
    record = entry.referent.records[0]
    title = record.title if isinstance(record, Meeting) else entry.referent.id
    group = element("g", None, element("text", {"x": "0", "y": f"{y + 4}"}, shortened(title, MOST_LETTERS)))
    bars: list[tuple[float, Element]] = []
    for report in entry.referent.records:
        if report.when is None or not bounded(report.when):
            continue
        start, end = bounds_of(report.when)
        left = max(start or first, first)
        x = LABELS + (left - first).days * scale
        width = max(((end or last) - left).days + 1, 1) * scale - 2
        doubtful = report.when.is_uncertain or report.when.is_approximate
        marks = "bar" + " marked" * doubtful + " open" * (start is None or end is None)
        told = f"{title}: {report.when}, {source_of(dataset, report.source)}"
        box = {"class": marks, "x": f"{x:.1f}", "y": f"{y - 7}", "width": f"{width:.1f}", "height": "13", "rx": "3"}
        bar = element("rect", box, element("title", None, told))
        bars.append((-width, element("a", {"href": f"#{report.id}", "aria-label": told}, bar)))
    group.extend(bar for _, bar in sorted(bars, key=lambda pair: pair[0]))  # the narrow ones on top
    return group


def source_of(dataset: Dataset, key: str) -> str:
    """Name a source."""
    return str(getattr(dataset.get(key), "title", key))


def network_drawing(dataset: Dataset) -> Element:
    """Draw who agrees with whom over the issues: a line for agreement, a dashed one for disagreement."""
    found = mentions(dataset)
    edges = [("agrees", edge) for edge in one_mode(found, aggregation="congruence")]
    edges += [("differs", edge) for edge in one_mode(found, aggregation="conflict")]
    names = sorted({end for _, edge in edges for end in (edge.source, edge.target)})
    if not names:
        return element("p", None, "No two actors take a position on one issue.")
    size, radius = 860, 230
    spots = {name: spot(index, len(names), size / 2, radius) for index, name in enumerate(names)}
    lines = [line_of(kind, edge, spots) for kind, edge in edges]
    nodes = [node_of(dataset, name, index, len(names), size / 2, radius) for index, name in enumerate(names)]
    label = f"{len(names)} actors, {len(lines)} lines between them; the table below has the same"
    drawing = svg(size, size, label, *lines, *nodes)
    drawing.set("class", "network")
    return element("div", None, drawing, edge_table(dataset, edges))


def spot(index: int, count: int, middle: float, radius: float) -> tuple[float, float]:
    """Return the place of an actor on the circle."""
    angle = 2 * math.pi * index / count
    return middle + radius * math.cos(angle), middle + radius * math.sin(angle)


def line_of(kind: str, edge: Edge, spots: dict[str, tuple[float, float]]) -> Element:
    """Draw a line between two actors, the thicker the more issues."""
    (x1, y1), (x2, y2) = spots[edge.source], spots[edge.target]
    places = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    return element("line", {"class": kind, **places, "stroke-width": f"{0.5 + edge.weight:.1f}"})


def node_of(dataset: Dataset, name: str, index: int, count: int, middle: float, radius: float) -> Element:
    """Draw an actor with its name, written outwards."""
    x, y = spot(index, count, middle, radius)
    angle = 360 * index / count
    leftwards = 90 < angle < 270  # noqa: PLR2004  (degrees of the left half)
    turn = f"rotate({angle + 180 if leftwards else angle:.1f} {x:.1f} {y:.1f})"
    shift = -10 if leftwards else 10
    place = {"x": f"{x + shift:.1f}", "y": f"{y + 4:.1f}", "transform": turn}
    place["text-anchor"] = "end" if leftwards else "start"
    dot = element("circle", {"class": "node", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "4"})
    return element("g", None, dot, element("text", place, shortened(actor_name(dataset, name), MOST_LETTERS // 2)))


def actor_name(dataset: Dataset, key: str) -> str:
    """Name an actor."""
    record = dataset.get(key)
    return record.name if isinstance(record, Actor) else key


def shortened(text: str, most: int) -> str:
    """Cut a text to a length that fits.

    >>> shortened("Unnamed outlet", 8)
    'Unnamed…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def edge_table(dataset: Dataset, edges: Sequence[tuple[str, Edge]]) -> Element:
    """Return the network as a table, for those who do not see the drawing."""
    rows = [
        element(
            "tr",
            None,
            element("td", None, actor_name(dataset, edge.source)),
            element("td", None, {"agrees": "agrees with", "differs": "disagrees with"}[kind]),
            element("td", None, actor_name(dataset, edge.target)),
            element("td", None, f"{edge.weight:g}"),
        )
        for kind, edge in edges
    ]
    heads = [element("th", {"scope": "col"}, text) for text in ("actor", "", "actor", "weight")]
    table = element("table", None, element("thead", None, element("tr", None, *heads)), element("tbody", None, *rows))
    summary = element("summary", None, f"The {len(rows)} lines as a table")
    return element("details", None, summary, scrolling("Who agrees with whom", table))
