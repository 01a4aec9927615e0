"""A true axis of time for any span from days to centuries, and bars of days on it: certain, possible, without end."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs
from matplotlib import dates
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from diplo_events._internal.drawing.time_axis import TimeAxis, axis_of, ticks_of
from diplo_events.dates import EventDate, check_event_date
from diplo_events.dates.limits import FIRST_DAY, LAST_DAY, Limits
from diplo_events.errors import ArgumentError
from diplo_events.plots._canvas import GREY, INK, TINY

__all__ = ["EPOCH", "View", "bar", "bar_handles", "broken_axis", "time_axis", "view_of", "views_of"]

FIRST: Final = dt.date.min.toordinal()
LAST: Final = dt.date.max.toordinal()
"""The first and the last day that an axis of Matplotlib has: those of the years 1 to 9999."""

MDATES: Final[Any] = dates
"""The dates of Matplotlib, which have no types."""

ALMOST: Final = 0.99
"""How much of the last day of 9999 is on an axis, which has nothing after it."""

EPOCH: Final[float] = MDATES.date2num(dt.date.min) - FIRST
"""What the number of a day on an axis has less than `Day.ordinal`."""

VAGUE: Final = 3
"""A date does not widen the axis if it spans more than as many times the days of all that are more exact."""

NARROW: Final = 30
"""As many days are not vague, whatever the others are."""

WIDTH: Final = 560.0
"""The width of a broken axis, in the unit of its labels: what is left of a new figure beside its names."""

UNITS: Final = ((365.25, "years"), (30.44, "months"), (1, "days"))
"""The units of time that is left out, in days."""
FEW: Final = 10
"""As few of a unit are said in a smaller one."""

STUB: Final = 0.12
"""The part of the axis over which a bar fades whose end is not known."""

EDGE: Final = 0.03
"""The part of the axis over which a bar fades that goes on beyond it."""

STRIPS: Final = 16
"""Of how many strips a fading end is made."""

DASHES: Final = (0, (2.0, 1.5))
"""The line around a bar whose date is uncertain or approximate."""

DOUBTFUL: Final = 0.45
"""What the opacity of such a bar is multiplied by."""

POSSIBLE: Final = 0.35
"""The opacity of days that are possible and not certain."""


@attrs.frozen
class View:
    """The days that an axis shows, as `Day.ordinal` counts them."""

    first: int
    """The first day."""
    last: int
    """The last day."""

    @property
    def days(self) -> int:
        """The number of days."""
        return self.last - self.first + 1

    def shows(self, limits: Limits) -> bool:
        """Whether something can have been on one of these days."""
        return limits.first_min <= self.last and limits.last_max >= self.first


def view_of(placed: Iterable[Limits], within: EventDate | None = None) -> View | None:
    """Return the days to show: a period, or the days that some limits reach; `None` if there are none.

    Limits that are much vaguer than all the others do not widen the view.

    Raises:
        ArgumentError: the period has no first or last day, or leaves the years 1 to 9999.
    """
    if within is not None:
        return view_within(within)
    ends = known_ends(placed)
    spans = sorted({(max(days) - min(days), min(days), max(days)) for days in ends if days})
    if not spans:
        return None
    _, first, last = spans[0]
    for width, low, high in spans:
        if width <= VAGUE * max(last - first, NARROW):
            first, last = min(first, low), max(last, high)
    margin = max((last - first) // 40, 1)
    return View(max(first - margin, FIRST), min(last + margin, LAST))


def known_ends(placed: Iterable[Limits]) -> list[list[int]]:
    """List the first and last days of limits that reach the years 1 to 9999: one or none where there is no other."""
    return [
        [min(max(day, FIRST), LAST) for day in (each.first_min, each.last_max) if FIRST_DAY < day < LAST_DAY]
        for each in placed
        if each.first_min <= LAST and each.last_max >= FIRST
    ]


def views_of(placed: Iterable[Limits], within: EventDate | None = None) -> tuple[TimeAxis | None, tuple[View, ...]]:
    """Return the axis that is broken where nothing is for long, and the days of each of its stretches.

    There is no such axis if nothing is left out: then there is one stretch, that of `view_of`, or none.

    Raises:
        ArgumentError: the period has no first or last day, or leaves the years 1 to 9999.
    """
    every = list(placed)
    whole = view_of(every, within)
    if within is None and whole:
        known = known_ends(each for each in every if whole.shows(each))
        spans = [(days[0], days[1]) for days in known if len(days) > 1]
        axis = axis_of(spans, 0, WIDTH, ends=[days[0] for days in known if len(days) == 1])
        if axis and len(axis.stretches) > 1:
            return axis, tuple(View(stretch.first, stretch.last) for stretch in axis.stretches)
    return None, (whole,) if whole else ()


def view_within(within: EventDate) -> View:
    """Return the days of a period."""
    check_event_date(within, "within")
    first, last = within.earliest, within.latest
    if first is None or last is None or first.ordinal < FIRST or last.ordinal > LAST:
        expected = "a period with a first and a last day in the years 1 to 9999"
        hint = "write within=EventDate.parse('2025-09-01/2025-09-30'), for example"
        raise ArgumentError(f"expected within to be {expected}, found '{within}'; {hint}")
    return View(first.ordinal, last.ordinal)


def time_axis(ax: Axes, view: View) -> None:
    """Set the axis of time, with its marks."""
    ax.set_xlim(view.first + EPOCH, min(view.last + 1, LAST + ALMOST) + EPOCH)
    locator = MDATES.AutoDateLocator(minticks=3, maxticks=7)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(
        MDATES.ConciseDateFormatter(
            locator,
            formats=["%Y", "%b", "%d %b", "%H:%M", "%H:%M", "%S"],
            zero_formats=["", "%b\n%Y", "%d %b", "", "", ""],
            offset_formats=["", "", "%Y", "%Y", "%Y", "%Y"],
        )
    )
    draw_grid(ax)


def draw_grid(ax: Axes) -> None:
    """Draw a line at each mark of the axis of time, below everything else."""
    ax.grid(visible=True, axis="x", color="#DDDDDD", linewidth=0.8)
    ax.set_axisbelow(True)


def broken_axis(ax: Axes, axis: TimeAxis) -> None:
    """Set an axis of several stretches, each true, with its marks and with the time that is left out between them.

    Its numbers stay those of days: only their places change.
    """
    days = [day + EPOCH for each in axis.stretches for day in (each.first, each.last + 1)]
    places = [place for each in axis.stretches for place in (each.left, each.right)]
    ax.set_xscale("function", functions=(bent(days, places), bent(places, days)))
    ax.set_xlim(days[0], days[-1])
    ticks = [(each.first, *tick) for each in axis.stretches for tick in ticks_of(each)]
    to_day = bent(places, days)
    labels = [f"{label}\n{year}" if year else label for _, _, label, year in ticks]
    ax.set_xticks([float(to_day(x)) for _, x, _, _ in ticks], labels)
    ax.minorticks_off()
    draw_grid(ax)
    for before, after in itertools.pairwise(axis.stretches):
        draw_break(ax, before.last + 1, after.first)


def bent(before: Sequence[float], after: Sequence[float]) -> Callable[[Any], Any]:
    """Return the function that leads from some numbers to others, straight between them and beyond."""
    pairs = itertools.pairwise(zip(before, after, strict=True))
    slopes = [(to - start) / (last - first) for (first, start), (last, to) in pairs]
    turns = [(at, later - sooner) for at, (sooner, later) in zip(before[1:], itertools.pairwise(slopes), strict=False)]

    def lead(values: Any) -> Any:  # noqa: ANN401  (numbers and arrays of Matplotlib)
        found = after[0] + slopes[0] * (values - before[0])
        for at, turn in turns:
            found = found + turn * (values - at + abs(values - at)) / 2
        return found

    return lead


def draw_break(ax: Axes, first: int, after: int) -> None:
    """Draw the time that is left out: two strokes across the axis, and how long it is."""
    left, right = first + EPOCH, after + EPOCH
    box = Rectangle((left, 0), right - left, 1, transform=ax.get_xaxis_transform(), facecolor="white", zorder=3)
    box.set(edgecolor="none")
    ax.add_patch(box)
    strokes = Line2D([left, right], [0, 0], transform=ax.get_xaxis_transform(), linestyle="none", clip_on=False)
    strokes.set(marker=((-1, -2), (1, 2)), markersize=9, color=INK, zorder=4, gid="break")
    ax.add_line(strokes)
    days, unit = next((days, unit) for days, unit in UNITS if after - first > FEW * days or days == 1)
    ax.text(
        (left + right) / 2,
        0.5,
        f"{round((after - first) / days):,} {unit} left out",
        transform=ax.get_xaxis_transform(),
        rotation=90,
        ha="center",
        va="center",
        fontsize=TINY,
        color=GREY,
        zorder=4,
    )


def bar(  # noqa: PLR0913  (a bar has as many properties)
    ax: Axes, views: Sequence[View], limits: Limits, y: float, *, height: float, color: str, doubtful: bool, key: str
) -> Rectangle:
    """Draw the days on which something was: certain ones solid, possible ones pale, fading where no end is known.

    Returns:
        The outline, whose group id is the key; it is dashed if the date is doubtful.
    """
    parts = [(view, *segment) for view in views for segment in segments(limits)]
    pieces = [piece for view, low, high, opacity in parts if (piece := within_view(view, low, high, opacity))]
    for piece in pieces:
        for x, width, part in strips(piece):
            opacity = piece.opacity * part * (DOUBTFUL if doubtful else 1)
            box = Rectangle((x + EPOCH, y - height / 2), width, height, facecolor=color, alpha=opacity)
            box.set(edgecolor=color if part == 1 else "none", linewidth=1 if part == 1 else 0)
            ax.add_patch(box)
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    outline = Rectangle((left + EPOCH, y - height / 2), right - left, height, facecolor="none", gid=key)
    outline.set(edgecolor=color if doubtful else "none", linewidth=1 if doubtful else 0, linestyle=DASHES)
    ax.add_patch(outline)
    return outline


@attrs.frozen
class Piece:
    """A stretch of a bar on the axis, in days, with what of it fades."""

    left: float
    right: float
    fade_left: float
    fade_right: float
    opacity: float


def segments(limits: Limits) -> Iterator[tuple[int, int, float]]:
    """List the first and last days of what is possible before, certain, and possible after, each with its opacity."""
    if limits.first_max > limits.last_min:
        yield limits.first_min, limits.last_max, POSSIBLE
        return
    if limits.first_min < limits.first_max:
        yield limits.first_min, limits.first_max - 1, POSSIBLE
    yield limits.first_max, limits.last_min, 1.0
    if limits.last_min < limits.last_max:
        yield limits.last_min + 1, limits.last_max, POSSIBLE


def within_view(view: View, low: int, high: int, opacity: float) -> Piece | None:
    """Return what of some days is on the axis; `None` if nothing is.

    Possible days without an end fade away over a part of the axis, what goes on beyond it over its edge.
    """
    left, right = max(low, view.first), min(high, view.last) + 1
    if left >= right:
        return None
    stub, edge = STUB * view.days, EDGE * view.days
    fade_left, fade_right = edge if low < view.first else 0.0, edge if high > view.last else 0.0
    start, end = float(left), float(right)
    if opacity < 1 and low <= FIRST_DAY and high < LAST_DAY:
        start = max(start, right - stub) if high <= view.last else start
        fade_left = end - start
    elif opacity < 1 and high >= LAST_DAY and low > FIRST_DAY:
        end = min(end, left + stub) if low >= view.first else end
        fade_right = end - start
    return Piece(start, end, min(fade_left, end - start), min(fade_right, end - start), opacity)


def strips(piece: Piece) -> Iterator[tuple[float, float, float]]:
    """List the strips of a piece, each with its left end, its width, and the part of the opacity that it has."""
    middle_left = min(piece.left + piece.fade_left, piece.right)
    middle_right = max(piece.right - piece.fade_right, middle_left)
    number = STRIPS
    for at in range(number if piece.fade_left else 0):
        width = (middle_left - piece.left) / number
        yield piece.left + at * width, width, (at + 0.5) / number
    if middle_left < middle_right:
        yield middle_left, middle_right - middle_left, 1.0
    for at in range(number if piece.fade_right else 0):
        width = (piece.right - middle_right) / number
        if width:
            yield middle_right + at * width, width, 1 - (at + 0.5) / number


def bar_handles(limits: Iterable[Limits], views: Sequence[View], *, doubtful: bool) -> list[Patch]:
    """Return what the looks of bars mean, for those that occur."""
    drawn = [each for each in limits if any(view.shows(each) for view in views)]
    kinds = {opacity for each in drawn for _, _, opacity in segments(each)}
    handles: list[Patch] = []
    if 1.0 in kinds:
        handles.append(Patch(color=GREY, label="certainly on these days"))
    if POSSIBLE in kinds:
        handles.append(Patch(color=GREY, alpha=POSSIBLE, linewidth=0, label="on one or some of these days"))
    if doubtful:
        label = "date uncertain or approximate"
        handles.append(Patch(facecolor="none", edgecolor=GREY, linestyle=DASHES, label=label))
    return handles
