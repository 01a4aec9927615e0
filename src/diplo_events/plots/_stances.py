"""Stances over time: what each actor holds on an issue, or one actor on each issue, with the days that are possible."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diplo_events.analysis.stance_series import Series, Step, build_series
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import FIRST_DAY, LAST_DAY, Limits
from diplo_events.errors import ArgumentError
from diplo_events.lookup import find_id, name_of
from diplo_events.model import Actor, Issue
from diplo_events.plots._canvas import (
    BLUE,
    GREY,
    MOST_ROWS,
    ORANGE,
    PALE,
    SKY,
    SMALL,
    TINY,
    VERMILLION,
    axes_of,
    counted,
    drawable,
    families,
    finish,
    named,
    not_shown,
    say_empty,
    start,
)
from diplo_events.plots._time import EPOCH, View, bar, bar_handles, time_axis, view_of
from diplo_events.vocab import Stance

__all__ = ["stances"]

COLORS: Final[Mapping[Stance, str]] = {
    Stance.STRONGLY_DISAGREE: VERMILLION,
    Stance.DISAGREE: ORANGE,
    Stance.NEUTRAL: GREY,
    Stance.AGREE: SKY,
    Stance.STRONGLY_AGREE: BLUE,
}
"""A colour for each stance."""

QUALITIES: Final = {
    "declared": "the actor's own words",
    "attributed": "attributed by somebody else",
    "inferred": "inferred from conduct",
    "ballot": "a vote",
    "joint statement": "said with others",
}
"""What a stance rests on, the strongest first, with the words for it."""

MARKERS: Final = {"declared": "o", "attributed": "o", "inferred": "D", "ballot": "s", "joint statement": "^"}
MOST_LETTERS: Final = 46
"""The greatest length of a name."""

HOLLOW: Final = frozenset({"attributed", "inferred"})

LANE: Final = 0.15
"""The height of a lane in inches; a stance whose marks share days has as many as it needs."""

EMPTY: Final = 0.35
"""The height of a lane without a mark, as a part of one with marks."""

GAP: Final = 0.5
"""The space between two rows, in lanes."""


@attrs.frozen
class Lane:
    """Where a stance has its place in a row."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.top + self.bottom) / 2


@attrs.frozen
class Mark:
    """One step of a series with one of its stances, in its lane."""

    series: Series
    step: Step
    stance: Stance
    row: int
    track: int


def stances(  # noqa: PLR0913  (each option is one of its own)
    dataset: Dataset,
    *,
    issue: str | None = None,
    actor: str | None = None,
    within: EventDate | None = None,
    representatives: bool = True,
    votes: bool = False,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Plot where actors stand over time: all actors on one issue, or one actor on all issues.

    Each row has five lanes, from *strongly disagree* at its foot to *strongly agree* at its head. A bar covers the days
    of a position that are possible, as `build_series` has them: it is solid for days that are certain if the date is
    right, pale for one of several days, and fades away where no beginning or end is known. A position without a date
    reaches up to the publication of its source. A dashed edge means a date marked `?`, `~` or `%`; the date is then
    drawn as it is written. The mark on the bar shows what the position rests on; several reports of one position are
    one bar.

    Args:
        dataset: The records.
        issue: The issue, by its id or its label.
        actor: The actor, by its id or any spelling. With an issue too, the row of this actor alone.
        within: The period to draw; by default all days that the positions reach, without those of dates that are much
            vaguer than the others.
        representatives: Whether to draw, with an actor, also the positions of those who represent it, in rows of
            their own.
        votes: Whether to take ballots as evidence.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each bar is among its `patches`, as an outline with the actor, the issue, the id of the step and the
        stance as group id (`get_gid`); each mark among its `lines`. x is in the day numbers of `matplotlib.dates`.

    Raises:
        ArgumentError: neither an issue nor an actor is named, or the period has no first or last day or leaves the
            years 1 to 9999.
        QueryError: a name refers to nothing in the dataset, or to several things.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import plots
        >>> ax = plots.stances(diplo_events.load_example(), issue="Foreign troops in Ukraine")
        >>> [label.get_text() for label in ax.get_yticklabels()][:3]
        ['Ukraine', 'Coalition of the willing', 'European Union']
    """
    if issue is None and actor is None:
        raise ArgumentError("expected an issue or an actor, found neither; write issue='…' or actor='…'")
    found = build_series(
        dataset, actor=actor, issue=issue, unqualified=True, representatives=representatives, votes=votes, horizon=None
    )
    placed = [step for series in found for step in series.steps if step.placed]
    view = view_of([step.limits for step in placed], within)
    inside = [
        (series, steps)
        for series in in_order(dataset, found, issue, actor)
        if (steps := [step for step in series.steps if step.placed and view and view.shows(step.limits)])
    ]
    rows = inside[:MOST_ROWS]
    marks = list(marks_in(rows, view)) if view else []
    lanes = lanes_of(marks, len(rows))
    height = edges_of(lanes[-1])[1] if lanes else 1.0
    ax = axes_of(ax, 10, 1.5 + LANE * height)
    ax.set_ylim(height, 0)
    if view and rows:
        time_axis(ax, view)
        draw_rows(ax, view, lanes)
        label_rows(ax, texts_of(dataset, [series for series, _ in rows], issue, actor), lanes)
        label_lanes(ax, marks, lanes)
        for mark in marks:
            draw_mark(ax, view, mark, lanes[mark.row][mark.stance].top + mark.track + 0.5)
    else:
        say_empty(ax, "No position here has a date.")
    start(ax, *heading(dataset, issue, actor, title))
    shown = sum(len(steps) for _, steps in inside)
    total = sum(len(series.steps) for series in found)
    finish(
        ax,
        handles_for(marks, view),
        [
            not_shown(
                counted(total - len(placed), "position without a date", "positions without a date"),
                counted(len(placed) - shown, "outside this time", "outside this time"),
                counted(len(inside) - len(rows), "row below these", "rows below these"),
                counted(
                    sum(len(s.set_aside) for s in found),
                    "not held: future, hypothetical or negated",
                    "not held: future, hypothetical or negated",
                ),
            )
        ],
    )
    return ax


def heading(dataset: Dataset, issue: str | None, actor: str | None, title: str | None) -> tuple[str, str]:
    """Return the heading and the line below it: the proposition of the issue."""
    who = named(dataset, find_id(dataset, actor, Actor)) if actor is not None else ""
    if issue is None:
        return title or f"Where {who} stands", ""
    key = find_id(dataset, issue, Issue)
    record = dataset.get(key)
    proposition = record.proposition if isinstance(record, Issue) else ""
    label = named(dataset, key, MOST_LETTERS * 2)
    return title or (f"{who}: {label}" if who else label), drawable(proposition, key, 110) if proposition else ""


def in_order(dataset: Dataset, found: Iterable[Series], issue: str | None, actor: str | None) -> list[Series]:
    """Sort rows: on one issue by the last stance, those most in favour first; of one actor its own before others'."""
    if issue is not None:
        return sorted(found, key=lambda series: (-last_stance(series), name_of(dataset, series.actor), series.actor))
    asked = find_id(dataset, actor or "", Actor)
    return sorted(found, key=lambda s: (s.actor != asked, s.actor, name_of(dataset, s.issue), s.issue))


def last_stance(series: Series) -> float:
    """Return the mean of the stances in the last step of a series, from -2 to +2."""
    placed = [step for step in series.steps if step.placed]
    numbers = [stance.number for stance in placed[-1].stances] if placed else [0]
    return sum(numbers) / len(numbers)


def marks_in(rows: Sequence[tuple[Series, Sequence[Step]]], view: View) -> Iterable[Mark]:
    """List the marks of all rows; those of one stance that share days are on tracks of their own."""
    room = view.days / 60  # what a mark takes beside its days
    for row, (series, steps) in enumerate(rows):
        ends: dict[Stance, list[float]] = defaultdict(list)
        for step in steps:
            for stance in step.stances:
                first, last = max(step.limits.first_min, view.first), min(step.limits.last_max, view.last) + 1
                tracks = ends[stance]
                track = next((at for at, end in enumerate(tracks) if end <= first - room), len(tracks))
                tracks[track : track + 1] = [last + room]
                yield Mark(series, step, stance, row, track)


def lanes_of(marks: Iterable[Mark], rows: int) -> list[dict[Stance, Lane]]:
    """Return where each lane of each row is, counted from the top: high with room for its tracks, or low if empty."""
    tracks: Counter[tuple[int, Stance]] = Counter()
    for mark in marks:
        tracks[mark.row, mark.stance] = max(tracks[mark.row, mark.stance], mark.track + 1)
    found: list[dict[Stance, Lane]] = []
    at = 0.0
    for row in range(rows):
        at += GAP / 2
        lanes: dict[Stance, Lane] = {}
        for stance in reversed(Stance):
            height = tracks[row, stance] or EMPTY
            lanes[stance] = Lane(at, at + height)
            at += height
        found.append(lanes)
        at += GAP / 2
    return found


def draw_rows(ax: Axes, view: View, rows: Sequence[Mapping[Stance, Lane]]) -> None:
    """Draw the ground of the rows, every second one shaded, with a line where the neutral stance is."""
    for row, lanes in enumerate(rows):
        if row % 2 == 0:
            low, high = edges_of(lanes)
            ax.add_patch(Rectangle((view.first + EPOCH, low), view.days, high - low, facecolor=PALE, zorder=0))
        ax.axhline(lanes[Stance.NEUTRAL].middle, color="#CCCCCC", linewidth=0.7, linestyle=(0, (1, 2)), zorder=0.5)


def edges_of(lanes: Mapping[Stance, Lane]) -> tuple[float, float]:
    """Return where a row begins and ends."""
    return lanes[Stance.STRONGLY_AGREE].top - GAP / 2, lanes[Stance.STRONGLY_DISAGREE].bottom + GAP / 2


def draw_mark(ax: Axes, view: View, mark: Mark, y: float) -> None:
    """Draw the bar of a step, and the mark on it."""
    color = COLORS[mark.stance]
    whens = [position.when for position in mark.step.positions]
    doubtful = any(when is not None and (when.is_uncertain or when.is_approximate) for when in whens)
    key = f"{mark.series.actor} {mark.series.issue} {mark.step.id} {mark.stance.value}"
    outline = bar(ax, [view], mark.step.limits, y, height=0.5, color=color, doubtful=doubtful, key=key)
    quality = quality_of(mark.step, mark.stance)
    ax.plot(
        [mark_at(mark.step.limits, outline)],
        [y],
        marker=MARKERS[quality],
        markersize=5.5,
        markerfacecolor="white" if quality in HOLLOW else color,
        markeredgecolor=color,
        markeredgewidth=1.4,
        linestyle="none",
        clip_on=False,
        gid=f"{key} {quality}",
    )


def mark_at(limits: Limits, outline: Rectangle) -> float:
    """Return where on a bar its mark is: at the end that is known, or else in the middle."""
    left, right = outline.get_x(), outline.get_x() + outline.get_width()
    if limits.first_min <= FIRST_DAY and limits.last_max < LAST_DAY:
        return right - 0.5
    if limits.last_max >= LAST_DAY and limits.first_min > FIRST_DAY:
        return left + 0.5
    return (left + right) / 2


def quality_of(step: Step, stance: Stance) -> str:
    """Return the best of what a step rests on for one of its stances."""
    found = {piece.mark or piece.position.basis.value for piece in step.evidence if piece.position.stance is stance}
    return next(quality for quality in QUALITIES if quality in found)


def texts_of(dataset: Dataset, rows: Iterable[Series], issue: str | None, actor: str | None) -> list[str]:
    """Return what the rows are called: the actor, or the issue with the actor if that is a representative."""
    if issue is not None:
        return [named(dataset, series.actor, MOST_LETTERS) for series in rows]
    asked = find_id(dataset, actor or "", Actor)
    return [
        named(dataset, series.issue, MOST_LETTERS)
        + (f"\n{named(dataset, series.actor, MOST_LETTERS)}" if series.actor != asked else "")
        for series in rows
    ]


def label_rows(ax: Axes, texts: Sequence[str], rows: Sequence[Mapping[Stance, Lane]]) -> None:
    """Write at the left of each row what it is called."""
    ax.set_yticks([sum(edges_of(lanes)) / 2 for lanes in rows], texts)
    for label, text in zip(ax.get_yticklabels(), texts, strict=True):
        label.set(parse_math=False, fontfamily=families(text), fontsize=SMALL)


def label_lanes(ax: Axes, marks: Iterable[Mark], rows: Sequence[Mapping[Stance, Lane]]) -> None:
    """Write at the right of each lane that has marks what stance it is."""
    for row, stance in sorted({(mark.row, mark.stance) for mark in marks}, key=lambda lane: (lane[0], lane[1].number)):
        ax.annotate(
            stance.value.replace("_", " "),
            (1, rows[row][stance].middle),
            xycoords=("axes fraction", "data"),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            fontsize=TINY,
            color=GREY,
        )


def handles_for(marks: Sequence[Mark], view: View | None) -> list[Artist]:
    """Return what the marks and bars mean, for those that occur."""
    qualities = {quality_of(mark.step, mark.stance) for mark in marks}
    handles: list[Artist] = [
        Line2D(
            [],
            [],
            marker=MARKERS[quality],
            markersize=5.5,
            linestyle="none",
            markeredgecolor=GREY,
            markerfacecolor="white" if quality in HOLLOW else GREY,
            markeredgewidth=1.4,
            label=words,
        )
        for quality, words in QUALITIES.items()
        if quality in qualities
    ]
    whens = [position.when for mark in marks for position in mark.step.positions if position.when]
    doubtful = any(when.is_uncertain or when.is_approximate for when in whens)
    return handles + (bar_handles([mark.step.limits for mark in marks], [view], doubtful=doubtful) if view else [])
