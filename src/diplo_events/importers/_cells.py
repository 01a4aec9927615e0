"""`Cells`: the cells of a row by column, each for a field or for `extra`; with what ends a row early."""

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from diplo_events.errors import InvalidRecordError, Location
from diplo_events.importers._counting import Counting
from diplo_events.importers._tab_table import Columns
from diplo_events.model.frozen_map import FrozenMap, forbidden, nested
from diplo_events.schema import Record

__all__ = ["NOT_A_FIELD", "Cells", "JoinedRow", "RefusedRow", "cells_of", "number_of", "table_records"]

NOT_A_FIELD: Final = "a cell has what no field can hold"


class RefusedRow(Exception):  # noqa: N818  (the row is counted, and the import goes on)
    """Nothing can be made of a row."""

    def __init__(self, why: str, found: str | None = None, *, damaged: bool = False) -> None:
        super().__init__(why)
        self.why, self.found, self.damaged = why, found, damaged


class JoinedRow(Exception):  # noqa: N818  (the same)
    """A row adds no record of its own."""

    def __init__(self, why: str, found: str | None = None) -> None:
        super().__init__(why)
        self.why, self.found = why, found


class Cells:
    """The cells of a row that have a value. What is taken goes into fields; `rest` is what is left, for `extra`.

    Examples:
        >>> from pathlib import Path
        >>> cells = Cells({"id": "7", "mood": "sour", "note": ""}, Location("a.csv", 2))
        >>> cells.take("id"), cells.peek("note"), cells.rest()
        ('7', '', {'mood': 'sour'})
    """

    def __init__(self, cells: Mapping[str, Any], where: Location) -> None:
        self.where = where
        self._cells = {name: cell for name, cell in cells.items() if cell != "" and cell is not None}
        self._taken: set[str] = set()

    def take(self, column: str) -> str:
        """Return a cell that goes into a field; empty if it has no value."""
        if column in self._cells:
            self._taken.add(column)
            found: str = self._cells[column]
            return found
        return ""

    def peek(self, column: str) -> str:
        """Return a cell that stays where it is."""
        found: str = self._cells.get(column, "")
        return found

    def leave(self, *columns: str) -> None:
        """Put cells that were taken back among the rest: no field could hold them after all."""
        self._taken.difference_update(columns)

    def rest(self) -> dict[str, Any]:
        """Return the cells that were not taken, by column."""
        return {name: cell for name, cell in self._cells.items() if name not in self._taken}

    def frozen_rest(self, prefix: str, identifiers: Mapping[str, str]) -> FrozenMap[Any]:
        """Return the `extra` of a record: its marks, and the cells of a table that were not taken.

        The texts are plain, as that reader has seen to; the names of columns are looked at here.
        """
        rest = self.rest()
        if not all(map(is_plain, rest)):
            return FrozenMap({"identifiers": dict(identifiers), prefix: rest})
        marks = {"identifiers": nested(dict(sorted(identifiers.items()))), prefix: nested(dict(sorted(rest.items())))}
        return nested(dict(sorted(marks.items())))

    def all(self) -> dict[str, Any]:
        """Return all cells, by column."""
        return dict(self._cells)

    def content(self) -> str:
        """Return a text that is the same for rows with the same cells."""
        if all(type(cell) is str for cell in self._cells.values()):
            return "\t".join(f"{name}\x1f{cell}" for name, cell in self._cells.items())
        return json.dumps(self._cells, sort_keys=True)

    def count(self, counting: Counting) -> None:
        """Count the cells: those that were taken for fields, the others for `extra`."""
        for name in self._cells:
            (counting.fields if name in self._taken else counting.extra)[name] += 1


@functools.cache
def is_plain(name: str) -> bool:
    """Whether the name of a column can be a key of `extra`."""
    return not forbidden().search(name)


def cells_of(columns: Columns, row: Sequence[str], empty: frozenset[str], where: Location) -> Cells:
    """Return the cells of a row under the names of the layout; other columns keep their own."""
    named = dict(zip(columns.names, map(str.strip, map(row.__getitem__, columns.order)), strict=True))
    return Cells({name: cell for name, cell in named.items() if cell not in empty}, where)


def table_records(
    rows: Iterable[Cells], counting: Counting, new: list[Record], make: Callable[[Cells], Sequence[Record]]
) -> Iterator[Record]:
    """Yield the records of all rows, each after those that it refers to.

    Args:
        rows: The rows.
        counting: Counts what becomes of each.
        new: Where the records wait that rows refer to.
        make: Returns the records of a row, or raises `RefusedRow` or `JoinedRow`.
    """
    for cells in rows:
        records: Sequence[Record] = ()
        try:
            records = make(cells)
        except RefusedRow as refused:
            counting.refused(refused.why, cells.where, refused.found, damaged=refused.damaged)
        except JoinedRow as joined:
            counting.joined(joined.why, cells.where, joined.found)
            cells.count(counting)
        except InvalidRecordError as error:
            counting.refused(NOT_A_FIELD, cells.where, str(error.problems[0]), damaged=True)
        else:
            counting.made()
            cells.count(counting)
        for record in (*new, *records):
            yield counting.record(record)
        new.clear()


def number_of(text: str) -> int | None:
    """Return the whole number that a cell gives, also as `120.0`; `None` if it gives none.

    >>> number_of("120.0"), number_of("-3"), number_of("1.5"), number_of("many")
    (120, -3, None, None)
    """
    whole, _, rest = text.partition(".")
    digits = whole.removeprefix("-")
    return int(whole) if digits.isascii() and digits.isdecimal() and not rest.strip("0") else None
