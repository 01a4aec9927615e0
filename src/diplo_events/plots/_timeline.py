"""The timeline: meetings, deeds, votes and whatever you choose, each on a line of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diplo_events.analysis.timeline import Fate, TimelineEntry, build_timeline, fate_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.limits import Limits, limits_of
from diplo_events.lookup import name_of
from diplo_events.model import OPEN, Action, EventRecord, Meeting, Position, Source, Statement, TerritorialClaim, Vote
from diplo_events.plots._canvas import (
    BLUE,
    GREEN,
    GREY,
    INK,
    MOST_ROWS,
    ORANGE,
    PURPLE,
    SKY,
    SMALL,
    TINY,
    VERMILLION,
    axes_of,
    counted,
    drawable,
    families,
    finish,
    not_shown,
    say_empty,
    start,
)
from diplo_events.plots._time import EPOCH, View, bar, bar_handles, broken_axis, time_axis, views_of
from diplo_events.schema import RECORD_TYPES
from diplo_events.vocab import ActionStatus, MeetingStatus, Term

__all__ = ["timeline"]

HAPPENINGS: Final = (Meeting, Action, Vote)
"""The types of what happens at a time, other than words."""

HAPPENED: Final = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING, ActionStatus.DONE, ActionStatus.ONGOING})
"""The statuses that go without saying."""

COLORS: Final[Mapping[type[EventRecord], str]] = {
    Meeting: BLUE,
    Action: VERMILLION,
    Vote: GREEN,
    Statement: SKY,
    TerritorialClaim: ORANGE,
    Position: PURPLE,
}
"""A colour for each type."""

NAMES: Final[Mapping[type, str]] = {type_: name.replace("_", " ") for name, type_ in RECORD_TYPES.items()}
"""What the types are called."""

FATES: Final[Mapping[Fate, tuple[str, str]]] = {"did not take place": ("x", VERMILLION), "was to come": ("D", GREY)}
"""The shape and colour of what did not simply take place."""

PUBLISHED_HANDLE: Final[list[Artist]] = [
    Line2D([], [], linestyle="none", marker="^", color=INK, label="day of publication")
]
"""What the marks on the axis mean."""

OUTSIDE: Final[Mapping[str, str]] = {
    "earlier": "earlier than this time",
    "later": "later than this time",
    "left out": "in time that is left out",
}
"""Where something is that is not on the axis."""

MOST_LETTERS: Final = 64
"""The greatest length of a title."""

LONGEST: Final = 24
"""The greatest length of a date that is written out."""

ROW: Final = 0.27
"""The height of a line in inches."""


def timeline(
    dataset: Dataset,
    *,
    records: Iterable[EventRecord] | None = None,
    within: EventDate | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Plot what happened when: one line for each meeting, deed and vote, with a bar for each date in its reports.

    Each is drawn once, however many sources report it. A bar is solid on the days on which it certainly went on, if the
    date is right, and pale on those that are possible: `2025-09` is one day in September, so all of it is pale, and
    `2025-09-03/2025-09-06` lasts, so all of it is solid. A bar whose beginning or end is not known fades away. A
    dashed edge means a date marked `?`, `~` or `%`; the date is then drawn as it is written. The dates stand at the
    right, in the Extended Date/Time Format. There are at most 400 lines. A cross at the left of a line marks what did
    not take place, a lozenge what was to come; triangles on the axis mark days of publication. What is outside of the
    time that is drawn is counted below.

    Args:
        dataset: The records.
        records: Draw what these records report, of any type, instead of meetings, deeds and votes.
        within: The period to draw; by default all days that dates reach, without those of dates that are much vaguer
            than the others. Where nothing is for long, the axis is broken, and the time that is left out is written
            there.
        title: The heading.
        ax: Axes to draw on; by default those of a new figure of a size that fits.

    Returns:
        The axes. Each bar is among its `patches`, as an outline with the id of what it shows, its type and its date as
        group id (`get_gid`); x is in the day numbers of `matplotlib.dates`, also where the axis is broken.

    Raises:
        ArgumentError: one of `records` is not an event record, or the period has no first or last day or leaves the
            years 1 to 9999.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import plots
        >>> ax = plots.timeline(diplo_events.load_example())
        >>> len(ax.get_yticklabels()), ax.get_yticklabels()[-1].get_text()
        (17, 'Meeting of Zelenskyy and European lea… (scheduled, held, future)')
    """
    if records is None:
        records = [record for type_ in HAPPENINGS for record in dataset.of_type(type_)]
    entries = build_timeline(dataset, records=records, unqualified=True)
    placed = [entry for entry in entries if entry.limits.are_known]
    axis, views = views_of([limits_of([date], unqualified=True) for entry in placed for date in entry.dates], within)
    inside = [entry for entry in placed if any(view.shows(entry.limits) for view in views)]
    sides = Counter(side_of(entry.limits, views) for entry in placed) if views else Counter()
    unseen = 0
    shown = inside[:MOST_ROWS]
    ax = axes_of(ax, 10, 1.3 + ROW * max(len(shown), 1))
    handles: list[Artist] = []
    if views and shown:
        if axis:
            broken_axis(ax, axis)
        else:
            time_axis(ax, views[0])
        label_rows(ax, dataset, shown)
        handles += draw_fates(ax, shown)
        unseen = draw_publication(ax, dataset, views)
        handles += PUBLISHED_HANDLE * (unseen < len(days_of_publication(dataset)))
        dates = [date for entry in shown for date in entry.dates]
        for row, entry in enumerate(shown):
            for date in entry.dates:
                limits = limits_of([date], unqualified=True)
                if any(view.shows(limits) for view in views):
                    doubtful = date.is_uncertain or date.is_approximate
                    key = f"{NAMES[entry.referent.type]} {entry.referent.id} {date}"
                    color = COLORS[entry.referent.type]
                    bar(ax, views, limits, row, height=0.6, color=color, doubtful=doubtful, key=key)
        kinds = [type_ for type_ in COLORS if any(entry.referent.type is type_ for entry in shown)]
        if len(kinds) > 1:
            handles += [Patch(color=COLORS[type_], label=NAMES[type_]) for type_ in kinds]
        doubtful = any(date.is_uncertain or date.is_approximate for date in dates)
        handles += bar_handles([limits_of([date], unqualified=True) for date in dates], views, doubtful=doubtful)
    else:
        say_empty(ax, "Nothing here has a date.")
    start(ax, title or drawable(dataset.title or "Timeline", "Timeline", MOST_LETTERS))
    finish(
        ax,
        handles,
        [
            not_shown(
                counted(len(entries) - len(placed), "without a date", "without a date"),
                *(counted(sides[side], text, text) for side, text in OUTSIDE.items()),
                counted(unseen, "day of publication outside this time", "days of publication outside this time"),
                counted(len(inside) - len(shown), "after these lines", "after these lines"),
            )
        ],
    )
    return ax


def draw_fates(ax: Axes, shown: Sequence[TimelineEntry]) -> list[Artist]:
    """Mark at the left what did not take place and what was to come, and return what the marks mean."""
    handles: list[Artist] = []
    for fate, (marker, color) in FATES.items():
        rows = [row for row, entry in enumerate(shown) if fate_of(entry.referent.records) == fate]
        if rows:
            looks: dict[str, Any] = {"linestyle": "none", "marker": marker, "color": color, "markerfacecolor": "none"}
            ax.plot([0.0] * len(rows), rows, transform=ax.get_yaxis_transform(), clip_on=False, gid=fate, **looks)
            handles.append(Line2D([], [], label=fate, **looks))
    return handles


def days_of_publication(dataset: Dataset) -> list[int]:
    """List the days on which sources were published, each once; of an inexact date the first possible one."""
    dates = {source.published for source in dataset.of_type(Source) if source.published}
    return sorted({date.earliest.ordinal for date in dates if date.earliest})


def side_of(limits: Limits, views: Sequence[View]) -> str:
    """Return where something is that is on no stretch of an axis; nothing if it is on one."""
    if any(view.shows(limits) for view in views):
        return ""
    if limits.last_max < views[0].first:
        return "earlier"
    return "later" if limits.first_min > views[-1].last else "left out"


def draw_publication(ax: Axes, dataset: Dataset, views: Sequence[View]) -> int:
    """Mark the days of publication on the axis, and return how many are not on it."""
    days = days_of_publication(dataset)
    on_axis = [day for day in days if any(view.first <= day <= view.last for view in views)]
    ax.plot(
        [day + 0.5 + EPOCH for day in on_axis],
        [0.0] * len(on_axis),
        transform=ax.get_xaxis_transform(),
        linestyle="none",
        marker="^",
        color=INK,
        clip_on=False,
        gid="published",
    )
    return len(days) - len(on_axis)


def label_rows(ax: Axes, dataset: Dataset, shown: list[TimelineEntry]) -> None:
    """Write a title at the left of each line, and its dates at the right."""
    ax.set_ylim(max(len(shown), 1) - 0.4, -0.6)
    texts = [title_of(dataset, entry) for entry in shown]
    ax.set_yticks(range(len(shown)), texts)
    for label, text in zip(ax.get_yticklabels(), texts, strict=True):
        label.set(parse_math=False, fontfamily=families(text), fontsize=SMALL)
    for row, entry in enumerate(shown):
        written = drawable(", ".join(written_dates(entry.dates)), entry.referent.id, MOST_LETTERS)
        ax.annotate(
            written,
            (1, row),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=TINY,
            color=GREY,
            parse_math=False,
        )


def title_of(dataset: Dataset, entry: TimelineEntry) -> str:
    """Return the title of a line: what it is, and what keeps it from having simply happened."""
    record = entry.referent.records[0]
    match record:
        case Meeting(title=text):
            pass
        case Statement(speakers=speakers, summary=text) if speakers:
            text = f"{', '.join(name_of(dataset, key) for key in speakers)}: {text}"
        case _:
            text = getattr(record, "summary", record.id)
    marks = ", ".join(marks_of(entry.referent.records))
    end = f" ({marks})" if marks else ""
    return drawable(text or record.id, record.id, max(MOST_LETTERS - len(end), MOST_LETTERS // 2)) + end


def marks_of(reports: Sequence[EventRecord]) -> list[str]:
    """List the words for what did not simply happen: the statuses in its reports, unless all say it did; the aspects.

    >>> from diplo_events import MeetingKind
    >>> marks_of([Meeting(id="m1", source="a1", title="Talks", kind=MeetingKind.TALKS, status=MeetingStatus.POSTPONED)])
    ['postponed']
    """
    statuses = [report.status for report in reports if isinstance(report, Meeting | Action)]
    coded: list[Term] = [status for status in statuses if status is not OPEN]
    terms = [] if HAPPENED.issuperset(coded) else coded
    terms += sorted((aspect for report in reports for aspect in report.aspects), key=lambda aspect: aspect.value)
    return list(dict.fromkeys(term.value.replace("_", " ") for term in terms))


def written_dates(dates: Iterable[EventDate]) -> list[str]:
    """List dates as they stand beside a line: each day once, with its mark only if it never stands without one.

    >>> dates = ["2025-09-04?", "2025-09-04", "[2025-09-01?,2025-09-02?,2025-09-03?]"]
    >>> written_dates(map(EventDate.parse, dates))
    ['2025-09-04', '[2025-09-01..2025-09-03]?']
    """
    plain: dict[str, str] = {}
    for date in dates:
        bare = date.unqualified()
        mark = "" if bare == date else "?"
        text = f"[{date.earliest}..{date.latest}]{mark}" if len(str(date)) > LONGEST else str(date)
        plain[str(bare)] = str(bare) if bare == date and len(str(date)) <= LONGEST else plain.get(str(bare), text)
    return list(plain.values())
