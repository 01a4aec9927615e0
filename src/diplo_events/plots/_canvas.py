"""What all plots share: axes of a fitting size, colours, the lines below a plot, and names as they are drawn."""

import functools
import unicodedata
from collections.abc import Sequence
from typing import Final

from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation

from diplo_events._internal.texts.display import isolated
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, expect_type
from diplo_events.lookup import name_of

__all__ = [
    "BLUE",
    "GREEN",
    "GREY",
    "INK",
    "MOST_ROWS",
    "ORANGE",
    "PALE",
    "PURPLE",
    "SKY",
    "SMALL",
    "TINY",
    "VERMILLION",
    "axes_of",
    "counted",
    "drawable",
    "figure_of",
    "finish",
    "named",
    "not_shown",
    "say_empty",
    "shortened",
    "start",
]

BLUE: Final = "#0072B2"
SKY: Final = "#56B4E9"
GREEN: Final = "#009E73"
ORANGE: Final = "#E69F00"
VERMILLION: Final = "#D55E00"
PURPLE: Final = "#CC79A7"
INK: Final = "#222222"
GREY: Final = "#767676"
PALE: Final = "#F3F3F3"

LARGE: Final = 12.0
"""The size of a heading in points."""
SMALL: Final = 9.0
"""The size of labels in points."""
TINY: Final = 8.0
"""The size of what stands at the margin and below a plot, in points."""

BELOW: Final = 36.0
"""How far below the axes their legend begins, in points: there are two lines of dates between them."""

MOST_ROWS: Final = 400
"""How many rows a plot has at most; the others are counted below it."""

LAST_RESORT: Final = "Last Resort"
"""The beginning of the name of a font that has a box for every character."""


def axes_of(ax: Axes | None, width: float, height: float) -> Axes:
    """Return the axes to draw on: those that were passed, or new ones in a figure of a size in inches.

    Raises:
        ArgumentTypeError: what was passed is not an `Axes`.
    """
    if ax is None:
        return Figure(figsize=(width, height), layout="constrained").add_subplot()
    expect_type("ax", ax, Axes, hint="write ax=figure.add_subplot()")
    return ax


def figure_of(ax: Axes) -> Figure:
    """Return the figure that axes are in, whatever parts of it are between them.

    Raises:
        ArgumentError: the axes were removed from their figure.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ArgumentError(
            "expected ax to be in a figure, found axes that were removed; write ax=figure.add_subplot()"
        )
    return figure


def start(ax: Axes, title: str, subtitle: str = "") -> None:
    """Write the heading of a plot and take away the frame."""
    heading = ax.set_title(title, loc="left", pad=22 if subtitle else 8, fontsize=LARGE, color=INK, parse_math=False)
    heading.set_fontfamily(families(title))
    if subtitle:
        ax.annotate(
            subtitle,
            (0, 1),
            xycoords="axes fraction",
            xytext=(0, 8),
            textcoords="offset points",
            fontsize=SMALL,
            fontfamily=families(subtitle),
            color=GREY,
            parse_math=False,
        )
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0, labelsize=SMALL, labelcolor=INK)


def say_empty(ax: Axes, text: str) -> None:
    """Write in the middle of axes that there is nothing to draw."""
    ax.set_xticks([])
    ax.set_yticks([])
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", fontsize=SMALL, color=GREY)


def finish(ax: Axes, handles: Sequence[Artist], notes: Sequence[str], *, wide: bool = True) -> None:
    """Write what the marks of a plot mean, and what it cannot show, below it.

    Args:
        ax: The axes of the plot.
        handles: The marks.
        notes: What it cannot show, and what else a reader should know.
        wide: Whether the lines may reach under the labels at the left.
    """
    note = "\n".join(note for note in notes if note)
    if not handles and not note:
        return
    below = ax.transAxes + ScaledTranslation(0, -BELOW / 72, figure_of(ax).dpi_scale_trans)
    legend = ax.legend(
        handles=list(handles),
        title=note or None,
        loc="upper right" if wide else "upper left",
        bbox_to_anchor=(1 if wide else 0, 0),
        bbox_transform=below,
        ncols=max(min(len(handles), 4), 1),
        alignment="left",
        frameon=False,
        fontsize=TINY,
        title_fontsize=TINY,
        labelcolor=INK,
        borderaxespad=0,
        borderpad=0,
        handlelength=1.6,
        columnspacing=1.4,
    )
    legend.get_title().set_color(GREY)
    legend.get_title().set_parse_math(False)


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its words; nothing for none.

    >>> counted(1, "day", "days"), counted(2, "day", "days"), counted(0, "day", "days")
    ('1 day', '2 days', '')
    """
    return f"{number} {one if number == 1 else several}" if number else ""


def not_shown(*parts: str) -> str:
    """Return the line that says what a plot cannot show; nothing if all parts are empty.

    >>> not_shown("2 without a date", ""), not_shown("", "")
    ('Not shown: 2 without a date.', '')
    """
    listed = ", ".join(part for part in parts if part)
    return f"Not shown: {listed}." if listed else ""


def shortened(text: str, most: int) -> str:
    """Return a text cut to a length.

    >>> shortened("Unnamed outlet", 8)
    'Unnamed…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def named(dataset: Dataset, key: str, most: int = 40) -> str:
    """Return the name of a record as it is drawn."""
    return drawable(name_of(dataset, key), key, most)


def drawable(text: str, key: str, most: int) -> str:
    """Return a text of the data as it is drawn: on one line, of a length, isolated if it runs from right to left.

    A text with letters that no font on this machine has is replaced by the id of its record.
    """
    line = isolated(shortened(" ".join(text.split()), most))
    return shortened(key, most) if fonts_for(line) is None else line


def families(text: str) -> list[str]:
    """Return the fonts that a text is drawn with."""
    return [*(fonts_for(text) or default_families())]


def default_families() -> tuple[str, ...]:
    """Return the fonts that Matplotlib is set to."""
    return tuple(font_manager.FontProperties().get_family())


@functools.cache
def fonts_for(text: str) -> tuple[str, ...] | None:
    """Return fonts that have all letters of a text together; `None` if some letter is in none."""
    missing = {ord(c) for c in text if unicodedata.category(c) != "Cf"}
    missing -= letters_in(font_manager.findfont(font_manager.FontProperties()))
    more: list[str] = []
    for name, path in installed() if missing else ():
        if found := missing & letters_in(path):
            more.append(name)
            missing -= found
    return None if missing else (*default_families(), *more)


@functools.cache
def installed() -> tuple[tuple[str, str], ...]:
    """List the fonts of this machine, by name and file, in a fixed order."""
    fonts = {(font.name, font.fname) for font in font_manager.fontManager.ttflist if font.style == "normal"}
    return tuple(sorted(font for font in fonts if not font[0].startswith(LAST_RESORT)))


@functools.cache
def letters_in(path: str) -> frozenset[int]:
    """Return the code points that a font has."""
    return frozenset(font_manager.get_font(path).get_charmap())
