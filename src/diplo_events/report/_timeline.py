"""The timeline of a dataset as SVG."""

import math
from datetime import date, timedelta
from typing import Final

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.timeline import TimelineEntry, build_timeline
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.model import Action, EventRecord, Meeting, Vote
from diplo_events.report._calendar import calendar_bounds
from diplo_events.report._page import Element, element, svg
from diplo_events.report.wording import name_text

__all__ = ["HAPPENINGS", "shortened", "timeline_drawing"]

WIDTH: Final = 900
LABELS: Final = 330
"""The part of the width that names take."""
ROW: Final = 24
MARGIN: Final = 30
MOST_LETTERS: Final = 50
"""The greatest length of a name."""
MOST_DAYS: Final = 120
"""The longest time that is drawn; the bar of what may have begun earlier is open."""
HAPPENINGS: Final = (Meeting, Action, Vote)
"""The types of what is drawn: what happens at a time, other than words."""


def timeline_drawing(dataset: Dataset) -> tuple[Element, int]:
    """Return a drawing of meetings, deeds and votes over time, with a bar for the possible days of each report.

    A bar goes from the first to the last day that its report leaves possible. A bar with a dashed edge has an
    uncertain or approximate date; a bar that reaches the border has an open end.

    Returns:
        The drawing, and the number of those that are not in it because they have no date.
    """
    entries = build_timeline(dataset, records=[record for type_ in HAPPENINGS for record in dataset.of_type(type_)])
    dated = [entry for entry in entries if any(bounded(when) for when in entry.dates)]
    dates = [when for entry in dated for when in entry.dates if bounded(when)]
    if not dates:
        return element("p", None, "No meeting, deed or vote has a date."), len(entries)
    days = [day for when in list(filter(is_narrow, dates)) or dates for day in calendar_bounds(when) if day]
    last = max(days)
    first = max(min(days), date.fromordinal(max(last.toordinal() - MOST_DAYS, 1)))
    scale = (WIDTH - LABELS - MARGIN) / max((last - first).days + 1, 1)
    rows = [row_of(dataset, entry, 40 + ROW * n, first, last, scale) for n, entry in enumerate(dated)]
    height = 50 + ROW * len(dated)
    label = f"Timeline of {len(dated)} meetings, deeds and votes from {first} to {last}; the sections below list them"
    drawing = svg(WIDTH, height, label, *axis(first, last, scale, height), *rows)
    drawing.set("role", "group")  # its bars are links
    drawing.set("class", "timeline")
    return drawing, len(entries) - len(dated)


def bounded(when: EventDate) -> bool:
    """Whether a date has a first or a last day that can be drawn."""
    return any(calendar_bounds(when))


def is_narrow(when: EventDate) -> bool:
    """Whether a date leaves few enough days to be shown whole; `XXXX` must not move the others out of the drawing."""
    first, last = when.earliest, when.latest
    return first is None or last is None or last.ordinal - first.ordinal <= MOST_DAYS


def axis(first: date, last: date, scale: float, height: int) -> list[Element]:
    """Return lines and labels for the weeks."""
    marks: list[Element] = []
    step = 7 * max(1, math.ceil(((last - first).days + 1) / 7 / 8))
    for number in range(-first.weekday() % 7, (last - first).days + 1, step):
        x = f"{LABELS + number * scale:.1f}"
        marks.append(element("line", {"class": "axis", "x1": x, "x2": x, "y1": "26", "y2": f"{height}"}))
        marks.append(element("text", {"x": x, "y": "18"}, (first + timedelta(days=number)).isoformat()))
    return marks


def row_of(dataset: Dataset, entry: TimelineEntry, y: int, first: date, last: date, scale: float) -> Element:
    """Return one meeting, deed or vote: its name, and a bar for each report with a date."""
    title = title_of(entry.referent.records[0])
    label = isolated(shortened(title, MOST_LETTERS))
    group = element("g", None, element("text", {"x": "0", "y": f"{y + 4}"}, label))
    bars: list[tuple[float, Element]] = []
    for report in entry.referent.records:
        if report.when is None or not bounded(report.when):
            continue
        start, end = calendar_bounds(report.when)
        left, right = min(max(start or first, first), last), min(end or last, last)
        x = LABELS + (left - first).days * scale
        width = max((right - left).days + 1, 1) * scale - 2
        is_cut = start is None or end is None or start < first or end > last
        doubtful = report.when.is_uncertain or report.when.is_approximate
        classes = "bar" + " marked" * doubtful + " open" * is_cut
        text = f"{isolated(title)}: {report.when}, {name_text(dataset, report.source)}"
        box = {"class": classes, "x": f"{x:.1f}", "y": f"{y - 7}", "width": f"{width:.1f}", "height": "13", "rx": "3"}
        bar = element("rect", box, element("title", None, text))
        bars.append((-width, element("a", {"href": f"#{report.id}", "aria-label": text}, bar)))
    group.extend(bar for _, bar in sorted(bars, key=lambda pair: pair[0]))  # the narrow ones on top
    return group


def title_of(record: EventRecord) -> str:
    """Return the title of a meeting, or the summary of a deed or vote."""
    match record:
        case Meeting(title=text) | Action(summary=text) | Vote(summary=text):
            return text
        case _:
            return record.id


def shortened(text: str, most: int) -> str:
    """Return a text cut to a length.

    >>> shortened("Unnamed outlet", 8)
    'Unnamed…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
