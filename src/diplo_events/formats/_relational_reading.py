"""Tables of the relational layout, as they were read, put together to plain records with the place of everything."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import Location, Problem, near, shown, suggestion
from diplo_events.formats._document import diagnose_document, read_document
from diplo_events.formats._places import Branch, Places
from diplo_events.formats._positions import Located
from diplo_events.formats._relational import Names, RelationTable
from diplo_events.formats._relational_rows import Row, found_in
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import COLLECTIONS

__all__ = ["Rows", "assembled", "dataset_from", "dataset_of_located"]


@attrs.frozen(kw_only=True)
class Rows:
    """The rows of a table as they were read."""

    table: RelationTable
    """The table."""
    columns: tuple[str, ...]
    """The names of the columns as they were found."""
    rows: Sequence[Sequence[object]]
    """The plain values of each row, as many as there are columns."""
    locate: Callable[[int | None, int | None], Location]
    """Returns the place of a cell by the index of its row and of its column: of the row or the table for `None`."""


def dataset_from(tables: Iterable[Rows], header: object, *, top: Location, problems: Iterable[Problem] = ()) -> Dataset:
    """Make a dataset of the rows of its tables.

    Args:
        tables: The tables, in any order.
        header: The plain header.
        top: The place of the header.
        problems: What is known to be wrong already.

    Raises:
        NotReadableError: something is wrong; all problems are listed, each with its cell.
    """
    return dataset_of_located(assembled(tables, header, top=top, problems=problems))


def assembled(tables: Iterable[Rows], header: object, *, top: Location, problems: Iterable[Problem] = ()) -> Located:
    """Put the rows of the tables of a dataset together to plain data, with the place of everything and all problems."""
    assembly = Assembly(top)
    for rows in sorted(tables, key=lambda rows: len(rows.table.owning)):
        assembly.add(rows)
    return assembly.located(header, problems)


def dataset_of_located(located: Located) -> Dataset:
    """Make a dataset of plain data with places.

    Raises:
        NotReadableError: something is wrong; all problems are listed, each with its place.
    """
    if not located.problems:
        try:
            return read_document(located.data)
        except Unfit:
            pass
    return diagnose_document(located)


class Assembly:
    """Puts rows together to plain records, and keeps the place of everything."""

    def __init__(self, top: Location) -> None:
        self.spots: list[tuple[Rows, int | None, int | None]] = []
        self.top = top
        self.places = Places(self.place)
        self.root = self.places.top.open("", -1)
        self.document: dict[str, list[dict[str, Any]]] = {}
        self.problems: list[Problem] = []
        self.owners: dict[str, dict[Row, tuple[dict[str, Any], Branch]]] = defaultdict(dict)

    def place(self, index: int) -> Location:
        """Return the place of a cell by its index among all."""
        if index < 0:
            return self.top
        rows, row, column = self.spots[index]
        return rows.locate(row, column)

    def spot(self, rows: Rows, row: int | None, column: int | None) -> int:
        """Keep the place of a cell, and return its index."""
        self.spots.append((rows, row, column))
        return len(self.spots) - 1

    def problem(self, spot: int, expected: str, found: str, hint: str | None = None) -> None:
        """Add a problem."""
        self.problems.append(Problem(expected=expected, found=found, hint=hint, location=self.place(spot)))

    def located(self, header: object, problems: Iterable[Problem]) -> Located:
        """Return the dataset as plain data with places."""
        data: object = header
        if isinstance(header, dict):
            content = cast("dict[str, Any]", header)
            data = {**content, **{name: self.document[name] for name in COLLECTIONS if self.document.get(name)}}
        return Located(data, self.places, (*problems, *self.problems))

    def add(self, rows: Rows) -> None:
        """Add the rows of a table whose owner was added before."""
        self.check_columns(rows)
        indexes = {name: index for index, name in enumerate(rows.columns)}
        if rows.table.kind == "records":
            self.add_records(rows, indexes)
        else:
            self.add_links(rows, indexes)

    def check_columns(self, rows: Rows) -> None:
        """Compare the columns of a table with those that it should have."""
        known = [column.name for column in rows.table.columns]
        missing = [name for name in known if name not in rows.columns]
        for index, name in enumerate(rows.columns):
            if name not in known:
                hint = suggestion(name, missing) or "leave it out, or keep your own fields in extra"
                where, expected = self.spot(rows, None, index), f"a column of {rows.table.name}"
                self.problem(where, expected, shown(name), hint)
            elif name in rows.columns[:index]:
                self.problem(self.spot(rows, None, index), "each column once", f"{shown(name)} again")
        misspelt = {near(name, missing) for name in rows.columns if name not in known}
        for name in missing:
            if name not in misspelt:
                self.problem(
                    self.spot(rows, None, None), f"the column {name!r}", "none", f"the columns are {listed(known)}"
                )

    def add_records(self, rows: Rows, indexes: Mapping[str, int]) -> None:
        """Add the rows of a table of records."""
        items: list[dict[str, Any]] = self.document.setdefault(rows.table.name, [])
        branch = self.root.open(rows.table.name, self.spot(rows, None, None))
        for index, row in enumerate(rows.rows):
            place = branch.open(index, self.spot(rows, index, indexes.get("id")))
            content = self.content_of(rows, index, row, indexes, place)
            items.append(content)
            if isinstance(key := content.get("id"), str):
                self.owners[rows.table.name].setdefault((key,), (content, place))

    def content_of(
        self, rows: Rows, index: int, row: Sequence[object], indexes: Mapping[str, int], place: Branch
    ) -> dict[str, Any]:
        """Return the plain content of a row of a record or a part."""
        content: dict[str, Any] = {}
        for names, column in rows.table.values:
            at = indexes.get(column.name)
            value = None if at is None else row[at]
            if at is not None:
                self.keep(place, names, rows, index, at)
            if value is not None:
                if column.many and isinstance(value, str):
                    value = value.split()
                put(content, names, value)
            elif column.empty_is_none and at is not None and found_in(content, names[:-1]):
                put(content, names, None)
        for names, flag in rows.table.flags:
            at = indexes.get(flag)
            value = None if at is None else row[at]
            if value is True:
                put(content, names, found_in(content, names) or {})
            elif value is not None and at is not None:
                self.problem(self.spot(rows, index, at), "true or an empty cell", shown(value))
        return content

    def keep(self, place: Branch, names: Names, rows: Rows, index: int, at: int) -> None:
        """Keep the place of a cell, and of the parts around it."""
        spot = self.spot(rows, index, at)
        for name in names[:-1]:
            place = place.open(name, spot)
        place.keep(names[-1], spot)

    def add_links(self, rows: Rows, indexes: Mapping[str, int]) -> None:
        """Add the rows of a table of lists to the records or parts that they belong to."""
        table = rows.table
        owners = self.owners[cast("RelationTable", table.owner).name]
        position = table.columns[len(table.owning)].name if table.ordered else None
        groups: dict[Row, list[tuple[object, int]]] = defaultdict(list)
        for index, row in enumerate(rows.rows):
            key = tuple(row[indexes[name]] if name in indexes else None for name in table.owning)
            if key not in owners:
                self.report_stranger(rows, index, indexes, key)
                continue
            number = row[indexes[position]] if position is not None and position in indexes else index
            groups[key].append((number, index))
        for key, members in groups.items():
            content, place = owners[key]
            self.add_list(rows, indexes, (content, place), key, self.in_order(rows, members, indexes, position))

    def report_stranger(self, rows: Rows, index: int, indexes: Mapping[str, int], key: Row) -> None:
        """Report a row that belongs to no row of the owner."""
        owner = cast("RelationTable", rows.table.owner)
        known = self.owners[owner.name]
        at = indexes.get(rows.table.owning[0])
        found = "an empty cell" if None in key else ", ".join(map(shown, key))
        hint = suggestion(str(key[0]), {str(name[0]) for name in known}) if len(key) == 1 else None
        words = "the id of a row" if len(key) == 1 else "what tells a row apart"
        self.problem(self.spot(rows, index, at), f"{words} of {owner.name}", found, hint)

    def in_order(
        self, rows: Rows, members: Iterable[tuple[object, int]], indexes: Mapping[str, int], position: str | None
    ) -> list[int]:
        """Return the indexes of the rows of one list in the order of their positions, which are 1, 2, 3."""
        if position is None or position not in indexes:
            return [index for _, index in members]
        whole: list[tuple[int, int]] = []
        for number, index in members:
            if type(number) is int:
                whole.append((number, index))
            else:
                found = "an empty cell" if number is None else shown(number)
                self.problem(self.spot(rows, index, indexes[position]), "a position, a whole number", found)
        whole.sort()
        for expected, (number, index) in enumerate(whole, start=1):
            if number != expected:
                hint = "the positions of one list are 1, 2, 3 and so on, each once"
                self.problem(self.spot(rows, index, indexes[position]), f"the position {expected}", str(number), hint)
                break
        return [index for _, index in whole]

    def add_list(
        self,
        rows: Rows,
        indexes: Mapping[str, int],
        owner: tuple[dict[str, Any], Branch],
        key: Row,
        members: Sequence[int],
    ) -> None:
        """Add the rows of one list to the record or part that has it."""
        table, (content, place) = rows.table, owner
        for name in table.path[:-1]:
            place = place.open(name, self.spot(rows, members[0] if members else None, None))
        at = indexes.get("value")
        branch = place.open(table.path[-1], self.spot(rows, members[0] if members else None, at))
        items: list[Any] = []
        texts: dict[str, Any] = {}
        for number, index in enumerate(members):
            row = rows.rows[index]
            if table.kind == "parts":
                inner = branch.open(number, self.spot(rows, index, None))
                items.append(part := self.content_of(rows, index, row, indexes, inner))
                self.owners[table.name][*key, number + 1] = (part, inner)
                continue
            value = None if at is None else row[at]
            if table.kind == "values":
                branch.keep(number, self.spot(rows, index, at))
                items.append(value)
            else:
                self.add_text(rows, index, indexes.get("key"), texts, value)
                branch.keep(str(row[indexes["key"]]) if "key" in indexes else "", self.spot(rows, index, at))
        put(content, table.path, texts if table.kind == "texts" else items)

    def add_text(self, rows: Rows, index: int, at: int | None, texts: dict[str, Any], value: object) -> None:
        """Add one text to a mapping by its key."""
        name = None if at is None else rows.rows[index][at]
        if not isinstance(name, str):
            self.problem(self.spot(rows, index, at), "a key", "an empty cell" if name is None else shown(name))
        elif name in texts:
            self.problem(self.spot(rows, index, at), "each key once", f"{shown(name)} again")
        else:
            texts[name] = value


def put(content: dict[str, Any], names: Names, value: object) -> None:
    """Put a value where names of fields lead, with the parts around it."""
    for name in names[:-1]:
        content = content.setdefault(name, {})
    content[names[-1]] = value


def listed(names: Iterable[str]) -> str:
    """Return names with commas."""
    return ", ".join(names)
