"""Rows of the relational layout, made of the records of a dataset, and the cells in them as text."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from diplo_events.dataset import HEADER, Dataset
from diplo_events.formats._document import plain_record
from diplo_events.formats._json_text import parse
from diplo_events.formats._positions import LONGEST_INT, NUMBER, is_whole
from diplo_events.formats._relational import Names, RelationColumn, RelationTable, tables_of
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import MAX_INT, FrozenMap, thawed
from diplo_events.schema import COLLECTIONS, FlagNode, MapNode, NumberNode, WholeNode

__all__ = ["Row", "cell_text", "found_in", "plain_cell", "plain_header", "rows_of", "rows_of_record"]

Row: TypeAlias = tuple[object, ...]
"""The plain values of a row, in the order of the columns; `None` for an empty cell."""

FLAGS: Final = {"true": True, "false": False}


def plain_header(dataset: Dataset) -> dict[str, Any]:
    """Return the header of a dataset as plain data, without fields that have their default.

    Fields of a newer version stay in `extra`, where the dataset has them.
    """
    header: dict[str, Any] = {}
    for field in HEADER:
        value = getattr(dataset, field.name)
        if value != field.default or field.name == "format_version":
            header[field.name] = thawed(value) if isinstance(value, FrozenMap) else value
    return header


def rows_of(dataset: Dataset, *, inline: bool = False) -> dict[str, list[Row]]:
    """Return the rows of all tables that have some, by the names of the tables; `inline` as in `tables_of`."""
    rows: dict[str, list[Row]] = {}
    for name, cls in COLLECTIONS.items():
        table = tables_of(name, cls, inline=inline)
        for part in table.all_tables():
            rows[part.name] = []
        for record in dataset.of_type(cls):
            rows_of_record(table, plain_record(record), rows)
    return {name: found for name, found in rows.items() if found}


def rows_of_record(table: RelationTable, content: Mapping[str, Any], rows: Mapping[str, list[Row]]) -> None:
    """Add the rows of a plain record to those of its tables."""
    add_rows(table, (), content, rows)


def add_rows(table: RelationTable, keys: Row, content: Mapping[str, Any], rows: Mapping[str, list[Row]]) -> None:
    """Add the row of a record or a part to its table, and the rows of its lists to theirs."""
    cells = [cell_of(content, names, column) for names, column in table.values]
    flags = [
        (found_in(content, names) is not None and is_empty(table, cells, names)) or None for names, _ in table.flags
    ]
    rows[table.name].append((*keys, *cells, *flags))
    inner = keys or (content["id"],)
    for link in table.tables:
        found: Any = found_in(content, link.path)
        if link.kind == "texts":
            rows[link.name].extend((*inner, key, value) for key, value in (found or {}).items())
        for index, item in enumerate(found or (), start=1) if link.kind != "texts" else ():
            key = (*inner, index) if link.ordered else inner
            if link.kind == "parts":
                add_rows(link, key, item, rows)
            else:
                rows[link.name].append((*key, item))


def cell_of(content: Mapping[str, Any], names: Names, column: RelationColumn) -> object:
    """Return the plain value of a cell."""
    around = found_in(content, names[:-1])
    if around is None:
        return None
    value = cast("Mapping[str, object]", around).get(names[-1], column.default)
    return " ".join(cast("list[str]", value)) if column.many and isinstance(value, list) else value


def found_in(content: Mapping[str, Any], names: Names) -> object:
    """Return the value to which names of fields lead, or `None`."""
    value: object = content
    for name in names:
        if not isinstance(value, Mapping):
            return None
        value = cast("Mapping[str, object]", value).get(name)
    return value


def is_empty(table: RelationTable, cells: Sequence[object], names: Names) -> bool:
    """Whether all cells of a part are empty."""
    inside = (cell for cell, (path, _) in zip(cells, table.values, strict=True) if path[: len(names)] == names)
    return all(cell is None for cell in inside)


def cell_text(value: object) -> str:
    """Return a plain value that is not `None` as the text of a cell.

    >>> cell_text(True), cell_text(0.5), cell_text({"a": [1]}), cell_text("007")
    ('true', '0.5', '{"a":[1]}', '007')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def plain_cell(text: str, column: RelationColumn) -> object:
    """Return the plain value of the text of a cell; the text itself if it is none, which the reader of records refuses.

    >>> from diplo_events import Source
    >>> excerpt = next(c for c in tables_of("sources", Source).columns if c.name == "excerpt")
    >>> plain_cell("true", excerpt), plain_cell("TRUE", excerpt)
    (True, 'TRUE')
    """
    match column.node:
        case FlagNode():
            return FLAGS.get(text, text)
        case WholeNode() | NumberNode():
            return number_of(text)
        case MapNode():
            try:
                return parse(text)
            except Unfit:
                return text
        case _:
            return text


def number_of(text: str) -> object:
    """Return the number that a text is, as in JSON; the text if it is none or does not fit into 64 bits."""
    match = NUMBER.fullmatch(text)
    if not match:
        return text
    if is_whole(match):
        return whole if len(text) <= LONGEST_INT and -MAX_INT - 1 <= (whole := int(text)) <= MAX_INT else text
    return text if math.isinf(number := float(text)) else number
