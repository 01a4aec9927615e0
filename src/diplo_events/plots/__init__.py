"""Plots of a dataset, each in one call, as axes of Matplotlib to go on with. Needs the extra `plots`.

Each function draws on the axes that you pass, or makes a figure of a size that fits its content; `ax.figure` is that
figure, and `ax.figure.savefig("plot.svg")` writes it. Nothing is kept in `matplotlib.pyplot`, so that no figure has to
be closed. Colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart
(https://jfly.uni-koeln.de/color/), and no difference is in the colour alone.

What a plot cannot show is counted in the lines below it: what has no date, lies outside the time that is drawn, or has
no coordinates. A name that no font on the machine has the letters for is replaced by its id.
"""

from diplo_events.errors import MissingExtraError

try:
    import matplotlib as mpl  # noqa: F401  # pyright: ignore[reportUnusedImport]  (the modules below need it)
except ImportError as error:
    raise MissingExtraError.of("plots", "drawing plots") from error

from diplo_events.plots._acts import acts
from diplo_events.plots._map import map  # noqa: A004  (called as plots.map)
from diplo_events.plots._network import network
from diplo_events.plots._stances import stances
from diplo_events.plots._timeline import timeline

__all__ = ["acts", "map", "network", "stances", "timeline"]
