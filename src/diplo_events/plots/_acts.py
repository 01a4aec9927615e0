"""Acts of speech for each actor and week."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Final

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of
from diplo_events.plots._canvas import (
    BLUE,
    GREY,
    INK,
    MOST_ROWS,
    PALE,
    SMALL,
    TINY,
    axes_of,
    counted,
    families,
    finish,
    named,
    not_shown,
    say_empty,
    start,
)
from diplo_events.plots._time import EPOCH, View, time_axis
from diplo_events.tables import acts_per_week

__all__ = ["acts"]

WEEK: Final = 7

ROW: Final = 0.27
"""The height of a row in inches."""

MOST_NAMED: Final = 8
"""Up to how many weeks each is written below the axis."""

NARROWEST: Final = 14
"""How wide a week must be for the number in it, in points."""

DARK: Final = 0.55
"""From which part of the greatest number on a number is white."""

BLUES: Final = LinearSegmentedColormap.from_list("blues", ["#DCEBF5", BLUE, "#003F66"])
"""The colours of few acts to many."""


def acts(dataset: Dataset, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """Plot how many acts of speech each actor performed in each week, those with the most first.

    The numbers are those of `tables.acts_per_week`, added up over the kinds of acts: each act of a statement counts for
    each of its speakers, once, however many sources report the statement or repeat it. Weeks begin on Mondays (ISO
    8601). Acts whose dates do not lie within one week, as written, stand at the right, as `+` and their number.

    Args:
        dataset: The records.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each number is a patch, with the actor and the Monday as group id (`get_gid`); x is in the day numbers
        of `matplotlib.dates`.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import plots
        >>> ax = plots.acts(diplo_events.load_example())
        >>> [patch.get_gid() for patch in ax.patches if patch.get_gid()][:2]
        ['kurdistan24 2025-08-18', 'kurdistan24 2025-09-01']
    """
    counts, unplaced = weekly(dataset)
    totals: Counter[str] = Counter(unplaced)
    for (actor, _), number in counts.items():
        totals[actor] += number
    ranked = sorted(totals, key=lambda actor: (-totals[actor], name_of(dataset, actor), actor))
    rows = {actor: row for row, actor in enumerate(ranked[:MOST_ROWS])}
    mondays = sorted({monday for actor, monday in counts if actor in rows})
    weeks = (mondays[-1] - mondays[0]).days // WEEK + 1 if mondays else 1
    width = min(4.5 + 0.9 * weeks, 11.0)
    ax = axes_of(ax, width, 1.4 + ROW * max(len(rows), 1))
    ax.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    most = max(counts.values(), default=1)
    if mondays:
        view = View(mondays[0].toordinal(), min(mondays[-1].toordinal() + WEEK - 1, dt.date.max.toordinal()))
        time_axis(ax, view)
        ax.grid(visible=False)
        name_weeks(ax, mondays[0], weeks)
        written = WEEK / view.days * (width - 3.8) * 72 >= NARROWEST
        for (actor, monday), number in sorted(counts.items()):
            if actor in rows:
                draw_week(ax, f"{actor} {monday}", monday, rows[actor], number, number / most, written=written)
    else:
        say_empty(ax, "No act has a date within one week.")
    label_rows(ax, dataset, rows, unplaced)
    start(ax, title or "Acts of speech per week")
    below = f"The darker, the more: up to {most} in a week." if counts else ""
    beside = "+: acts whose dates do not lie within one week." if unplaced else ""
    left_out = counted(len(ranked) - len(rows), "actor with fewer acts", "actors with fewer acts")
    finish(ax, [], [" ".join(part for part in (below, beside) if part), not_shown(left_out)])
    return ax


def weekly(dataset: Dataset) -> tuple[Counter[tuple[str, dt.date]], Counter[str]]:
    """Count acts by actor and Monday, and by actor those that lie in no certain week.

    Examples:
        >>> import diplo_events
        >>> counts, unplaced = weekly(diplo_events.load_example())
        >>> counts["zakharova", dt.date(2025, 9, 1)], unplaced["zakharova"]
        (9, 6)
    """
    counts: Counter[tuple[str, dt.date]] = Counter()
    unplaced: Counter[str] = Counter()
    for row in acts_per_week(dataset).rows:
        if row["week"] is None:
            unplaced[row["actor"]] += row["statements"]
        else:
            counts[row["actor"], row["week"]] += row["statements"]
    return counts, unplaced


def name_weeks(ax: Axes, first: dt.date, weeks: int) -> None:
    """Write the Monday of each week below its middle, if there are few."""
    if weeks <= MOST_NAMED:
        mondays = [first + dt.timedelta(days=WEEK * week) for week in range(weeks)]
        middles = [monday.toordinal() + EPOCH + WEEK / 2 for monday in mondays]
        ax.set_xticks(middles, [f"week of\n{monday}" for monday in mondays])


def draw_week(  # noqa: PLR0913  (a cell has as many properties)
    ax: Axes, key: str, monday: dt.date, row: int, number: int, part: float, *, written: bool
) -> None:
    """Draw the number of an actor in a week."""
    x = monday.toordinal() + EPOCH
    cell = Rectangle((x, row - 0.4), WEEK, 0.8, facecolor=BLUES(part), linewidth=1, gid=key)
    cell.set_edgecolor("white" if written else BLUES(part))
    ax.add_patch(cell)
    if written:
        color = "white" if part >= DARK / 2 else INK
        ax.text(x + WEEK / 2, row, str(number), ha="center", va="center", fontsize=SMALL, color=color)


def label_rows(ax: Axes, dataset: Dataset, rows: Mapping[str, int], unplaced: Mapping[str, int]) -> None:
    """Write the names of the actors at the left, and their acts in no certain week at the right."""
    texts = [named(dataset, actor) for actor in rows]
    ax.set_yticks(range(len(texts)), texts)
    for name, text in zip(ax.get_yticklabels(), texts, strict=True):
        name.set(parse_math=False, fontfamily=families(text), fontsize=SMALL)
    for row, actor in enumerate(rows):
        if row % 2 == 0:
            ax.axhspan(row - 0.5, row + 0.5, color=PALE, zorder=0)
        if number := unplaced.get(actor):
            ax.annotate(
                f"+{number}",
                (1, row),
                xycoords=("axes fraction", "data"),
                xytext=(6, 0),
                textcoords="offset points",
                va="center",
                fontsize=TINY,
                color=GREY,
            )
