"""Datasets and records as notebooks show them: small tables that make no request and take the notebook's style."""

from collections.abc import Iterable, Iterator
from typing import Final, cast

from diplo_events.dataset import Dataset, Records
from diplo_events.errors import DatasetError
from diplo_events.model import EventRecord
from diplo_events.report._page import Element, Node, element, fragment
from diplo_events.report.field_words import field_lines, time_line
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import DataText, Line, line_of
from diplo_events.schema import COLLECTIONS, RECORD_TYPES, Record

__all__ = ["html_of"]

CLASS: Final = "diplo-events"
"""What marks the tables, for the style below and for that of a page."""

STYLE: Final = f"table.{CLASS} :is(td, th) {{ text-align: start }}"
"""What is text begins where reading begins; Jupyter sets cells to the right, as numbers are."""

MOST_ROWS: Final = 20
"""How many records, or fields of a record, a table shows."""

MOST_LETTERS: Final = 4_500
"""How long the rows of a table are together, in characters of HTML."""

LONGEST_CELL: Final = 80
"""How many characters of the data a cell of a list shows."""

LONGEST_VALUE: Final = 400
"""How many characters of the data a cell of a single record shows."""


def html_of(value: object) -> str | None:
    """Return a dataset, records or one record as a small HTML table; `None` for anything else.

    All texts of the data are escaped, isolated in their direction, and marked with their language where it is known.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> len(html_of(dataset.statements)) < 5000
        True
        >>> html_of(dataset.actor("lavrov")).partition("<thead>")[2][:60]
        '<tr><th>actor</th><th>lavrov</th></tr></thead><tbody><tr><th'
    """
    match value:
        case Dataset():
            content = dataset_summary(value)
        case Records():
            content = list_table(cast("Records[Record]", value))
        case _ if isinstance(value, Record):
            content = record_table(value)
        case _:
            return None
    return fragment(content)


def dataset_summary(dataset: Dataset) -> Element:
    """Return what a dataset holds: a row for each type of its records."""
    rows = [
        row(element("td", None, str(len(records))), cell((f"dataset.{name}",)))
        for name, cls in COLLECTIONS.items()
        if (records := dataset.of_type(cls))
    ]
    about: Line = line_of(repr(dataset).strip("<>"))
    described = (
        element("p", None, DataText(shortened(dataset.description, LONGEST_VALUE))) if dataset.description else None
    )
    return element("div", None, element("p", None, *about), described, table(("records", "get them by"), rows))


def list_table(records: Records[Record]) -> Element:
    """Return the first records of a list, each with what it says; one line for all others."""
    if not records:
        return element("p", None, "no records")
    dataset = names_for(records)
    rows: list[Element] = []
    letters = 0
    for record in records[:MOST_ROWS]:
        made = entry(dataset, record)
        letters += len(fragment(made))
        if rows and letters > MOST_LETTERS:
            break
        rows.append(made)
    more = len(records) - len(rows)
    rest = element("p", None, f"… and {more:,} more") if more else None
    return element("div", None, table(("id", "who or what", "", "when"), rows), rest)


def entry(dataset: Dataset, record: Record) -> Element:
    """Return the row of a record in a list."""
    words = words_of(dataset, record)
    when = time_line(dataset, record) if isinstance(record, EventRecord) and record.when else ()
    return row(cell((record.id,)), cell(words.head), cell(words.text), cell(when))


def record_table(record: Record) -> Element:
    """Return a record with its filled fields, and those that are not coded yet; ids stay ids."""
    lines = list(field_lines(Dataset(), record))
    lines += [(name, ("not coded yet",)) for name in record.open]
    rows = [row(element("th", None, name), cell(line, LONGEST_VALUE)) for name, line in lines[:MOST_ROWS]]
    more = len(lines) - len(rows)
    if more:
        rows.append(row(element("th", None), cell((f"… and {more:,} more",))))
    (name,) = (name for name, cls in RECORD_TYPES.items() if isinstance(record, cls))
    return table((name.replace("_", " "), record.id), rows)


def names_for(records: Records[Record]) -> Dataset:
    """Return the dataset that names what the records refer to: theirs, or what they are together."""
    if isinstance(records.dataset, Dataset):
        return records.dataset
    try:
        return Dataset(records=records, complete=False)
    except DatasetError:
        return Dataset()


def table(head: Iterable[str], rows: Iterable[Element]) -> Element:
    """Return a table."""
    names = element("tr", None, *(element("th", None, name) for name in head))
    style = element("style", None, STYLE)
    return element("table", {"class": CLASS}, style, element("thead", None, names), element("tbody", None, *rows))


def row(*cells: Element) -> Element:
    """Return a row of a table."""
    return element("tr", None, *cells)


def cell(line: Line, longest: int = LONGEST_CELL) -> Element:
    """Return a cell with a line, as much as it may show."""
    return element("td", None, *clipped(line, longest))


def clipped(line: Line, longest: int) -> Iterator[Node]:
    """List the parts of a line up to a number of characters."""
    for part in line:
        text = part if isinstance(part, str) else part.text
        short = shortened(text, longest)
        yield short if isinstance(part, str) else DataText(short, part.language)
        longest -= len(text)
        if longest <= 0:
            return


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters.

    >>> shortened("Meetings", 5), shortened("Talks", 5)
    ('Meet…', 'Talks')
    """
    return text if len(text) <= longest else f"{text[: max(longest - 1, 0)]}…"
