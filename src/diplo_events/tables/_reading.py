"""From the rows of tables back to a dataset, under the same rules as for a file."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

import attrs

from diplo_events.dataset import HEADER, Dataset, Header
from diplo_events.errors import ArgumentTypeError, NotReadableError, Problem, shown
from diplo_events.formats.columns import column_problems, plain_of
from diplo_events.formats.plain import from_plain
from diplo_events.model.open_field import OPEN
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, Record
from diplo_events.tables._labels import Label, labels_of
from diplo_events.tables._registry import HEADER_TABLE, collection_of

__all__ = ["Given", "Named", "by_name", "dataset_from", "plain_cell"]

Named: TypeAlias = str | type[Record]
"""A table of records: the name of their list, or their type."""


@attrs.frozen(kw_only=True)
class Given:
    """A table as its library has it, as plain values."""

    names: tuple[str, ...]
    """The names of its columns."""
    rows: Sequence[Mapping[str, Any]]
    """Its rows."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it as a whole."""


def by_name(tables: object, name: Named | None, type_: type, what: str) -> dict[str, Any]:
    """Return the tables that a function was called with, by their names.

    Raises:
        ArgumentTypeError: they are not tables of the library, or one table has no name.
        ArgumentError: a name is not that of a table of records.
    """
    if isinstance(tables, type_):
        if name is None:
            raise ArgumentTypeError("expected the name of the table too, found none; write 'statements', for example")
        return {collection_of(name): tables}
    if not isinstance(tables, Mapping):
        raise ArgumentTypeError(f"expected {what}, or a mapping of them by name, found {shown(tables)}")
    if name is not None:
        raise ArgumentTypeError("expected no name beside a mapping of tables, which has the names")
    found: dict[str, Any] = {}
    for key, table in cast("Mapping[Any, object]", tables).items():
        if not isinstance(table, type_):
            raise ArgumentTypeError(f"expected {what} for {shown(key)}, found {shown(table)}")
        found[collection_of(key)] = table
    return found


def dataset_from(given: Mapping[str, Given]) -> Dataset:
    """Make a dataset of tables, or list everything that is wrong with them.

    Raises:
        NotReadableError: something is; all problems are listed.
    """
    document, problems = header_from(given.get(HEADER_TABLE))
    for name, cls in COLLECTIONS.items():
        if (table := given.get(name)) is None:
            continue
        known = [label.column.name for label in labels_of(cls)]
        of_columns = [*column_problems(name, cls, table.names, also=known), *table.problems]
        problems.extend(of_columns)
        if not of_columns:
            document[name] = [plain_of(cls, without(row, known)) for row in table.rows]
    if problems:
        document["complete"] = False  # what refers to the records of a table that cannot be read is not to blame
    try:
        dataset = from_plain(document)
    except NotReadableError as error:
        problems.extend(error.problems)
    else:
        problems.extend(label_problems(dataset, given) if not problems else ())
        if not problems:
            return dataset
    raise NotReadableError(problems)


def header_from(table: Given | None) -> tuple[dict[str, Any], list[Problem]]:
    """Return the header that the table `dataset` has; without one, that of a partial dataset."""
    partial = {"format_version": FORMAT_VERSION, "complete": False}
    if table is None:
        return partial, []
    problems = [*column_problems(HEADER_TABLE, Header, table.names), *table.problems]
    if len(table.rows) != 1:
        found = f"{len(table.rows):,}"
        problems.append(Problem(path=HEADER_TABLE, expected="one row", found=found))
    if problems:
        return partial, problems
    plain = plain_of(Header, table.rows[0])
    return {name: plain[name] for name in (field.name for field in HEADER) if name in plain}, []


def without(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return a row without some cells."""
    left_out = set(names)
    return {name: cell for name, cell in row.items() if name not in left_out}


def label_problems(dataset: Dataset, given: Mapping[str, Given]) -> Iterator[Problem]:
    """List the readable cells that say something else than what follows from the fields of their records.

    An empty cell says nothing, and a name cannot be known without the record that has it.
    """
    for name, table in given.items():
        if name == HEADER_TABLE:
            continue
        labels = [label for label in labels_of(COLLECTIONS[name]) if label.column.name in table.names]
        for index, row in enumerate(table.rows):
            record = dataset[row["id"]]
            for label in labels:
                cell = row[label.column.name]
                value = getattr(record, label.field)
                if cell is None or not all(key in dataset for key in ids_of(label, value)):
                    continue
                if cell != (expected := label.says(dataset, value)):
                    hint = f"change {label.field}, from which it follows, or leave the column out"
                    path = f"{name}[{index}].{label.column.name}"
                    yield Problem(path=path, expected=readable(expected), found=readable(cell), hint=hint)


def ids_of(label: Label, value: object) -> list[str]:
    """List the ids without whose records a readable cell cannot be known."""
    return [] if value is None or value is OPEN else label.ids(value)


def readable(cell: object) -> str:
    """Return a cell as messages show it."""
    if cell is None:
        return "an empty cell"
    return str(cell) if isinstance(cell, dt.date) else shown(cell)


def plain_cell(cell: Any, *, whole: bool = False) -> Any:  # noqa: ANN401  (a cell of any library of tables)
    """Return a cell of a library of tables as a plain value: its own missing values as `None`, its arrays as lists.

    Args:
        cell: The cell.
        whole: Whether it is one of a column of whole numbers, which pandas keeps as other numbers if some are missing.

    Examples:
        >>> plain_cell(float("nan")), plain_cell(3.0, whole=True), plain_cell(("a", None))
        (None, 3, ['a', None])
    """
    if isinstance(cell, str) or cell is None:
        return cell
    if isinstance(cell, Mapping):
        return {key: plain_cell(value) for key, value in cast("Mapping[str, object]", cell).items()}
    if hasattr(cell, "tolist"):  # an array or a number of numpy
        cell = cell.tolist()
    if isinstance(cell, list | tuple):
        return [plain_cell(item) for item in cast("Sequence[object]", cell)]
    try:
        is_missing = bool(cell != cell)  # noqa: PLR0124  (only what is missing differs from itself)
    except TypeError:  # the missing value of pandas, which is neither true nor false
        is_missing = True
    if is_missing:
        return None
    if isinstance(cell, dt.datetime):
        is_day = cell.time() == dt.time() and cell.tzinfo is None
        return dt.date(cell.year, cell.month, cell.day) if is_day else cell.isoformat()
    return int(cell) if whole and isinstance(cell, float) and cell.is_integer() else cell
