"""Show the events of a dataset as coded rows: PLOVER's, or those of ICEWS with CAMEO codes."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events.cli._answers import Row, add_forms, counted, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._shared_options import add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.cli._tables import aligned
from diplo_events.dataset import Dataset
from diplo_events.report.terminal import Style, wrapped

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events rows                                 the bundled dataset as events of PLOVER
  diplo-events rows --as icews mine.yaml
  diplo-events rows --csv > polecat.csv             in the columns of POLECAT, which hold PLOVER events
  diplo-events rows --as icews --csv > icews.csv    in the columns of the ICEWS Coded Event Data

A row needs a code, its parties and one day; what has none is counted with the reason. In Python: to_plover and
to_icews of diplo_events.exporters.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


@attrs.frozen
class Scheme:
    """A scheme of coded rows."""

    columns: Sequence[str]
    """The columns of its files."""
    export: Callable[[Dataset], Iterator[Any]]
    """Lists the rows, and what has none."""
    row: type[Any]
    """What a row is; all else has none."""
    cells: Callable[[Any], Sequence[str]]
    """Returns the cells of a row in the order of the columns."""
    shown: Sequence[str]
    """The columns that people are shown."""


def plover() -> Scheme:
    """Return the scheme of PLOVER, in the columns of POLECAT."""
    from diplo_events.exporters.plover import POLECAT_COLUMNS, PloverEvent, iter_plover, polecat_cells  # noqa: PLC0415  (slow)

    shown = ("Event Date", "Actor Name", "Event Type", "Event Mode", "Recipient Name", "Country", "Event ID")
    return Scheme(POLECAT_COLUMNS, iter_plover, PloverEvent, polecat_cells, shown)


def icews() -> Scheme:
    """Return the scheme of ICEWS."""
    from diplo_events.exporters.icews import ICEWS_COLUMNS, IcewsRow, icews_cells, iter_icews  # noqa: PLC0415  (slow)

    shown = ("Event Date", "Source Name", "CAMEO Code", "Event Text", "Intensity", "Target Name", "Event ID")
    return Scheme(ICEWS_COLUMNS, iter_icews, IcewsRow, icews_cells, shown)


SCHEMES: Final[Mapping[str, Callable[[], Scheme]]] = MappingProxyType({"plover": plover, "icews": icews})
"""The schemes by their names."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--as", dest="scheme", choices=SCHEMES, default="plover", help="the scheme of the rows")
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the rows."""
    dataset = read_dataset(arguments, may_stay=True)
    scheme = SCHEMES[arguments.scheme]()
    reasons = Counter[Any]()
    rows = rows_in(scheme, dataset, reasons)
    if arguments.csv:  # each row is written when it is made
        print_answer(arguments, scheme.columns, rows, lines=())
        return 0
    made = list(rows)
    data = [{name: cell for name, cell in row.items() if cell != ""} for row in made] if arguments.json else None
    print_answer(arguments, scheme.columns, made, lines=lines_of(scheme, made, reasons, style_for_output()), data=data)
    return 0


def rows_in(scheme: Scheme, dataset: Dataset, reasons: Counter[Any]) -> Iterator[Row]:
    """List the rows of a dataset, and count why things have none."""
    for item in scheme.export(dataset):
        if isinstance(item, scheme.row):
            yield dict(zip(scheme.columns, scheme.cells(item), strict=True))
        else:
            reasons[item.reason] += 1


def lines_of(scheme: Scheme, rows: Sequence[Row], reasons: Counter[Any], style: Style) -> Iterator[str]:
    """List the rows as a table, then how many things have none and why."""
    yield from aligned(scheme.shown, [[row[name] for name in scheme.shown] for row in rows])
    yield ""
    yield counted(len(rows), "row")
    if reasons:
        yield f"without a row: {counted(reasons.total(), 'thing')}"
    for reason, number in reasons.most_common():
        yield from map(
            style.faint, wrapped(f"{reason.words}: {reason.meaning}", style, first=f"{number:>5} ", rest=" " * 6)
        )
