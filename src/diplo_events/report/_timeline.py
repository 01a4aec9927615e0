"""The timeline of a dataset as SVG: what happened, what was said and published, each where its dates place it."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import Final

import attrs

from diplo_events._internal.drawing.time_axis import FIRST, LAST, TimeAxis, axis_of, ticks_of
from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.timeline import Fate, TimelineEntry, build_timeline, fate_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, Limits
from diplo_events.dates.in_words import date_in_words
from diplo_events.dates.limits import FIRST_DAY, LAST_DAY, limits_of
from diplo_events.model import Action, EventRecord, Meeting, Source, Statement, TerritorialClaim, Vote
from diplo_events.report._page import Element, element, svg
from diplo_events.report._parts import Parts
from diplo_events.report.field_words import name_text

__all__ = ["HAPPENINGS", "shortened", "timeline_drawing"]

WIDTH: Final = 960
LABELS: Final = 350
"""The part of the width that names take."""
MARGIN: Final = 20
ROW: Final = 24
TOP: Final = 54
"""Where the first row is."""
MOST_LETTERS: Final = 46
"""The greatest length of a line of a name; a longer name has several."""
LINE: Final = 14
"""The height of each further line of a name."""
LEAST: Final = 4.0
"""The least width of a bar."""

HAPPENINGS: Final = (Meeting, Action, Vote, TerritorialClaim)
"""The types of which each thing has a row of its own."""

KINDS: Final[Mapping[type[EventRecord], str]] = {
    Meeting: "meeting",
    Action: "deed",
    Vote: "vote",
    TerritorialClaim: "claim",
    Statement: "statement",
}
"""What the things of a type are called, and the class of their bars."""


@attrs.frozen
class TimelineRow:
    """A line of the drawing: its label, and its dates, each with its text and the record or section it links to."""

    label: str
    kind: str
    fate: Fate
    dates: tuple[tuple[EventDate, str, str], ...]


MOST_LINES: Final = 100
"""How many lines a drawing of a large page has; the others are in drawings of their own, each with its own time."""


def timeline_drawing(dataset: Dataset, parts: Parts | None = None) -> tuple[Element, int]:
    """Return a drawing of meetings, deeds, votes and claims over time, with what was said and published on top.

    A bar is solid on the days on which something certainly went on, and a thin line with ends on those that are only
    possible: “a day in the middle of August” is not drawn as a meeting of many days. The axis is broken where nothing
    is for long. What is not on it is counted in words.

    With the parts of a large page, there are several drawings, one after another in time.

    Returns:
        The drawing, and the number of meetings, deeds, votes and claims that are not in it because they have no date.
    """
    entries = build_timeline(dataset, records=[record for type_ in HAPPENINGS for record in dataset.of_type(type_)])
    dated = [entry for entry in entries if entry.dates]
    rows = [row_of(dataset, entry) for entry in dated]
    above = [*published(dataset), *said(dataset)]
    undated = len(entries) - len(dated)
    if parts is None or not parts.is_large or len(rows) <= MOST_LINES:
        return zoomable(drawing_of([*above, *rows], has_legend=True)) if rows else nothing(), undated
    rows.sort(key=lambda row: min(reach(when)[0] for when, _, _ in row.dates))
    groups = [rows[at : at + MOST_LINES] for at in range(0, len(rows), MOST_LINES)]
    drawings = (drawing_of([*within(above, group), *group], has_legend=False) for group in groups)
    listed = parts.fill(element("div", {"data-page": "1"}), drawings, written=1)
    text = f"The {len(rows):,} lines are in {len(groups)} drawings of {MOST_LINES}, one after another in time."
    note = element("p", {"class": "faint"}, text)
    return element("div", None, legend([*above, *rows]), note, listed), undated


def zoomable(drawing: Element) -> Element:
    """Return a drawing with the controls of its axis, which are hidden until their script runs."""
    sizes = {"zoom": ("zoom", "1", "40", "1"), "at": ("from", "0", "1", "0.01")}
    sliders = (
        element("label", None, text, element("input", {"type": "range", "name": name, **limits, "value": low}))
        for name, (text, low, high, step) in sizes.items()
        for limits in [{"min": low, "max": high, "step": step}]
    )
    attributes = {"class": "filters", "id": "_time", "hidden": "", "aria-label": "Zoom the axis of time"}
    form = element("form", attributes, *sliders, element("button", {"type": "reset"}, "all of it"))
    return element("div", None, form, drawing)


def nothing() -> Element:
    """Return what stands in the place of a drawing if nothing has a date."""
    return element("p", None, "No meeting, deed, vote or claim has a date.")


def within(above: Iterable[TimelineRow], rows: Iterable[TimelineRow]) -> Iterator[TimelineRow]:
    """List rows with only those of their dates that begin in the time of some other rows."""
    firsts = [reach(when)[0] for row in rows for when, _, _ in row.dates]
    for row in above:
        dates = tuple(part for part in row.dates if min(firsts) <= reach(part[0])[0] <= max(firsts))
        if dates:
            yield attrs.evolve(row, dates=dates)


def drawing_of(rows: Sequence[TimelineRow], *, has_legend: bool) -> Element:
    """Return one drawing of some rows, with what is not on its axis in words."""
    known = [days for row in rows for when, _, _ in row.dates if (days := days_of(when))]
    spans = [(days[0], days[1]) for days in known if len(days) > 1]
    axis = axis_of(spans, LABELS, WIDTH - MARGIN, ends=[days[0] for days in known if len(days) == 1])
    if axis is None:
        return nothing()
    shown = [row for row in rows if any(axis.boxes(*reach(when)) for when, _, _ in row.dates)]
    labels = [wrap(row.label, MOST_LETTERS) or [row.label] for row in shown]
    tops = list(itertools.accumulate((ROW + LINE * (len(lines) - 1) for lines in labels), initial=TOP))
    height = tops[-1] + 6
    names: list[Element] = []
    bars: list[Element] = []
    for row, label, top in zip(shown, labels, tops, strict=False):
        names += named_row(row, label, top + ROW / 2)
        bars += drawn(row, axis, top + ROW / 2)
    first, last = axis.stretches[0].first, axis.stretches[-1].last
    time = " to ".join(date_in_words(EventDate.parse(str(date.fromordinal(day)))) for day in (first, last))
    described = f"Timeline of {len(shown)} lines from {time}; the sections below list what they show"
    dated = days_of_axis(axis, height, *axis_marks(axis, height), *bars)
    drawing = svg(WIDTH, height, described, *names, dated)
    drawing.set("role", "group")  # its bars are links
    drawing.set("class", "timeline")
    note = element("p", {"class": "faint"}, missing_text(rows, axis))
    return element("div", None, legend(shown) if has_legend else None, drawing, note)


def reach(when: EventDate) -> tuple[int, int]:
    """Return the first and the last day that a date can reach, as written."""
    limits = limits_of([when], unqualified=True)
    return limits.first_min, limits.last_max


def days_of(when: EventDate) -> list[int]:
    """List the first and the last day of a date as an axis can have them, one of them if it has no other, or none."""
    low, high = reach(when)
    if low > LAST or high < FIRST:
        return []
    return [min(max(day, FIRST), LAST) for day in (low, high) if FIRST_DAY < day < LAST_DAY]


def published(dataset: Dataset) -> Iterator[TimelineRow]:
    """List the row of the days on which sources were published."""
    sources = [source for source in dataset.of_type(Source) if source.published]
    dates = tuple(
        (source.published, f"published: {date_in_words(source.published)}, {isolated(source.title)}", source.id)
        for source in sources
        if source.published
    )
    if dates:
        yield TimelineRow("published", "published", "took place", dates)


def said(dataset: Dataset) -> Iterator[TimelineRow]:
    """List the row of what was said: each date once, with the number of utterances."""
    counts: defaultdict[EventDate, set[str]] = defaultdict(set)
    first: dict[EventDate, str] = {}
    for entry in build_timeline(dataset, records=dataset.of_type(Statement)):
        for record in entry.referent.records:
            if record.when:
                counts[record.when].add(entry.referent.id)
                first.setdefault(record.when, record.id)
    dates = tuple(
        (when, f"{len(keys)} statement{'s' * (len(keys) != 1)}: {date_in_words(when)}", first[when])
        for when, keys in counts.items()
    )
    if dates:
        yield TimelineRow(
            "said", "statement", "took place", tuple(sorted(dates, key=lambda drawn: drawn[0].sort_key()))
        )


def row_of(dataset: Dataset, entry: TimelineEntry) -> TimelineRow:
    """Return the row of a meeting, a deed, a vote or a claim, with a date for each report that has one."""
    title = title_of(entry.referent.records[0])
    dates = tuple(
        (
            report.when,
            f"{isolated(title)}: {date_in_words(report.when)}, {name_text(dataset, report.source)}",
            report.id,
        )
        for report in entry.referent.records
        if report.when
    )
    kind = next(word for known, word in KINDS.items() if issubclass(entry.referent.type, known))
    return TimelineRow(title, kind, fate_of(entry.referent.records), dates)


def title_of(record: EventRecord) -> str:
    """Return the title of a meeting, or the summary of a deed, a vote or a claim."""
    title = getattr(record, "title", None) or getattr(record, "summary", None)
    return title.removesuffix(".") if isinstance(title, str) else record.id


def shortened(text: str, most: int) -> str:
    """Return a text cut to a length.

    >>> shortened("Unnamed outlet", 8)
    'Unnamed…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def days_of_axis(axis: TimeAxis, height: float, *children: Element) -> Element:
    """Return the part of a drawing that has the axis, with what the script needs to zoom it: its stretches."""
    stretches = ";".join(f"{each.first},{each.last},{each.left:.1f},{each.right:.1f}" for each in axis.stretches)
    left, width = LABELS - MARGIN, WIDTH - LABELS + MARGIN
    size = {"x": str(left), "y": "0", "width": str(width), "height": f"{height:g}"}
    box = f"{left} 0 {width} {height:g}"
    looks = {"class": "days", "viewBox": box, "preserveAspectRatio": "none", "data-stretches": stretches}
    return element("svg", {**size, **looks}, *children)


def named_row(row: TimelineRow, lines: Sequence[str], y: float) -> Iterator[Element]:
    """List the name of a row, in as many lines as it needs, with the shape of its fate."""
    yield shape(row, 8, y)
    label = element("text", {"x": "18", "y": f"{y + 4:.1f}"}, isolated(lines[0]))
    for line in lines[1:]:
        label.append(element("tspan", {"x": "18", "dy": str(LINE)}, isolated(line)))
    label.append(element("title", None, f"{row.kind}, {row.fate}: {row.label}"))
    yield label


def drawn(row: TimelineRow, axis: TimeAxis, y: float) -> Iterator[Element]:
    """List the bars of a row, one for each date, the narrow ones on top."""
    for when, text, key in sorted(row.dates, key=lambda drawn: reach(drawn[0])[0] - reach(drawn[0])[1]):
        marks = list(bar(when, axis, y))
        if marks:
            looks = f"bar {row.kind}" + " doubtful" * (when.is_uncertain or when.is_approximate)
            group = element("g", {"class": looks}, element("title", None, text), *marks)
            yield element("a", {"href": f"#{key}", "aria-label": text}, group)


def bar(when: EventDate, axis: TimeAxis, y: float) -> Iterator[Element]:
    """List the parts of a bar: possible days as a thin line with ends, certain ones as a box."""
    limits = limits_of([when], unqualified=True)
    for low, high, is_certain in parts_of(limits):
        for left, right in axis.boxes(low, high):
            width = max(right - left, LEAST)
            if is_certain:
                box = {"x": f"{left:.1f}", "y": f"{y - 6:.1f}", "width": f"{width:.1f}", "height": "12", "rx": "2"}
                yield element("rect", {"class": "certain", **box})
            else:
                yield element("path", {"class": "possible", "d": f"M{left:.1f} {y:.1f}h{width:.1f}", "fill": "none"})
        if not is_certain:
            for day, is_end in ((low, False), (high, True)):
                for left, right in axis.boxes(day, day):
                    path = f"M{right if is_end else left:.1f} {y - 4:.1f}v8"
                    yield element("path", {"class": "possible end", "d": path, "fill": "none"})
    low, high = reach(when)
    shown = axis.boxes(low, high)
    if shown and low < axis.stretches[0].first:
        yield arrow(shown[0][0], y, -6)
    if shown and high > axis.stretches[-1].last:
        yield arrow(shown[-1][1], y, 6)


def arrow(x: float, y: float, length: float) -> Element:
    """Return the mark of a bar that goes on beyond the axis, or whose end is not known."""
    shaft = f"M{x:.1f} {y - 5:.1f}l{length:g} 5l{-length:g} 5"
    return element("path", {"class": "beyond", "d": shaft, "fill": "none"})


def parts_of(limits: Limits) -> Iterator[tuple[int, int, bool]]:
    """List the days that are possible before, certain, and possible after, each with whether they are certain."""
    if limits.first_max > limits.last_min:
        yield limits.first_min, limits.last_max, False
        return
    if limits.first_min < limits.first_max:
        yield limits.first_min, limits.first_max - 1, False
    yield limits.first_max, limits.last_min, True
    if limits.last_min < limits.last_max:
        yield limits.last_min + 1, limits.last_max, False


def shape(row: TimelineRow, x: float, y: float) -> Element:
    """Return the shape of what became of something, in the colour of its type."""
    match row.fate:
        case "took place":
            path = f"M{x - 4:.1f} {y:.1f}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"
        case "was to come":
            path = f"M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z"
        case _:
            path = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
    looks = {"took place": "took-place", "was to come": "to-come"}.get(row.fate, "did-not")
    return element("path", {"class": f"fate {looks} {row.kind}", "d": path})


def axis_marks(axis: TimeAxis, height: float) -> Iterator[Element]:
    """List the marks of the axis: days, months or years with their labels, and the breaks."""
    for stretch in axis.stretches:
        for x, label, year in ticks_of(stretch):
            yield element("line", {"class": "axis", "x1": f"{x:.1f}", "x2": f"{x:.1f}", "y1": "34", "y2": f"{height}"})
            yield element("text", {"class": "tick", "x": f"{x:.1f}", "y": "30"}, label)
            if year:
                yield element("text", {"class": "tick", "x": f"{x:.1f}", "y": "14"}, year)
    for before, after in zip(axis.stretches, axis.stretches[1:], strict=False):
        middle = (before.right + after.left) / 2
        path = f"M{middle - 5:.1f} {TOP - 20}l3 -5l3 10l3 -5M{middle:.1f} {TOP - 8}V{height}"
        text = f"{after.first - before.last - 1} days left out"
        yield element("path", {"class": "break", "d": path, "fill": "none"}, element("title", None, text))


def legend(rows: Iterable[TimelineRow]) -> Element:
    """Return what shapes, colours and bars mean, as far as they occur."""
    every = list(rows)
    entries = [(f"fate took-place {kind}", kind) for kind in dict.fromkeys(row.kind for row in every)]
    fates: list[Fate] = list(dict.fromkeys(row.fate for row in every))
    items = [sample(shape(TimelineRow("", kind, "took place", ()), 24, 8), kind) for _, kind in entries]
    items += [sample(shape(TimelineRow("", "any", fate, ()), 24, 8), fate) for fate in fates]
    box = element("rect", {"class": "certain", "x": "8", "y": "2", "width": "32", "height": "12", "rx": "2"})
    line = element("path", {"class": "possible", "d": "M6 4v8M6 8h36m0 -4v8", "fill": "none"})
    items += [sample(element("g", {"class": "bar any"}, box), "went on all these days")]
    items += [sample(element("g", {"class": "bar any"}, line), "on one or some of these days")]
    again = element("rect", {"class": "certain", "x": "8", "y": "2", "width": "32", "height": "12", "rx": "2"})
    items += [sample(element("g", {"class": "bar any doubtful"}, again), "date uncertain or approximate")]
    return element("ul", {"class": "legend"}, *items)


def sample(mark: Element, text: str) -> Element:
    """Return an entry of a legend."""
    attributes = {"viewBox": "0 0 48 16", "width": "48", "height": "16", "aria-hidden": "true", "class": "timeline-key"}
    return element("li", None, element("svg", attributes, mark), f" {text}")


def missing_text(rows: Iterable[TimelineRow], axis: TimeAxis) -> str:
    """Return in words what is not on the axis: how many dates are earlier, later or in a break.

    A thing with several dates is counted for each of them that is missing.
    """
    counts: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        for when, _, _ in row.dates:
            low, high = reach(when)
            if not axis.boxes(low, high):
                counts[axis.missing(low, high)] += 1
    found = [f"{counts[side]} {side}" for side in ("earlier", "later", "in a break") if counts[side]]
    return (
        f"Not drawn, because it is outside this time: {', '.join(found)}." if found else "All that has a date is drawn."
    )
