"""Tables of records: a row for each record of a type, its fields and what makes them readable."""

from collections.abc import Iterator
from typing import Any, Final

from diplo_events.dataset import Dataset, Header, header_values
from diplo_events.formats.columns import Column, columns_of, row_of
from diplo_events.schema import COLLECTIONS, Record
from diplo_events.tables._labels import Label, labels_of
from diplo_events.tables._table import Table

__all__ = ["HEADER_TABLE", "columns_to_read", "header_table", "iter_rows", "record_columns", "record_table"]

HEADER_TABLE: Final = "dataset"
"""The table of what a dataset says about itself, which has one row."""


def record_columns(cls: type[Record], *, labels: bool) -> tuple[Column, ...]:
    """Return the columns of a type of records; a readable column comes after the field from which it follows."""
    beside = labels_by_field(cls) if labels else {}
    return tuple(
        each
        for column in columns_of(cls)
        for each in (column, *(label.column for label in beside.get(column.name, ())))
    )


def labels_by_field(cls: type[Record]) -> dict[str, list[Label]]:
    """Return the readable columns of a type of records by the field from which they follow."""
    beside: dict[str, list[Label]] = {}
    for label in labels_of(cls):
        beside.setdefault(label.field, []).append(label)
    return beside


def record_table(dataset: Dataset, name: str, *, labels: bool) -> Table:
    """Return the table of the records of one type."""
    columns = record_columns(COLLECTIONS[name], labels=labels)
    return Table(name=name, columns=columns, rows=tuple(iter_rows(dataset, name, labels=labels)))


def iter_rows(dataset: Dataset, name: str, *, labels: bool) -> Iterator[dict[str, Any]]:
    """List the rows of the table of the records of one type."""
    cls = COLLECTIONS[name]
    beside = labels_of(cls) if labels else ()
    order = [column.name for column in record_columns(cls, labels=labels)]
    for record in dataset.of_type(cls):
        cells = row_of(record)
        cells |= {label.column.name: label.says(dataset, getattr(record, label.field)) for label in beside}
        yield {key: cells[key] for key in order}


def header_table(dataset: Dataset) -> Table:
    """Return the table of what a dataset says about itself."""
    return Table(name=HEADER_TABLE, columns=columns_of(Header), rows=(row_of(Header(**header_values(dataset))),))


def columns_to_read(name: str) -> tuple[Column, ...]:
    """Return all columns that a table of records, or the one of the dataset itself, can have when it is read."""
    return columns_of(Header) if name == HEADER_TABLE else record_columns(COLLECTIONS[name], labels=True)
