"""Tables with a tab between the cells and without quoting: their header, and rows that have as many cells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from diplo_events.errors import Location, NotReadableError, Problem, suggestion
from diplo_events.importers._counting import Counting
from diplo_events.importers._text_lines import CONTROLS, decoded_lines, legible_text, opened

__all__ = ["NOT_UTF8", "NO_HEADER", "WIDTH", "Columns", "columns_of", "tab_rows"]

NOT_UTF8: Final = "the line is not UTF-8, or longer than 16 MiB"

NO_HEADER: Final = "the file has no header; its columns are taken to be those of the layout"
WIDTH: Final = "the row has another number of cells"


class Columns:
    """The columns of a file: where the known ones stand, and which are not known.

    Args:
        known: The names of the layout, in its order.
        header: The names in the file.
        also: Names of columns that a file may lack; they too are known whatever their capitals.
    """

    def __init__(self, known: Sequence[str], header: Sequence[str], also: Sequence[str] = ()) -> None:
        places = {plain(name): place for place, name in reversed(list(enumerate(header)))}
        self.known = tuple(known)
        self.header = tuple(header)
        self.width = len(header)
        self.places = tuple(places[plain(name)] for name in known)
        wanted = set(self.places)
        named = {plain(name): name for name in also}
        spelt = [(place, named.get(plain(name), name)) for place, name in enumerate(header) if place not in wanted]
        times = Counter(name for _, name in spelt)
        self.others = tuple((place, name if times[name] == 1 else header[place]) for place, name in spelt)
        """The columns that the layout does not know, with their places."""
        self.names = (*self.known, *(name for _, name in self.others))
        """The names of all columns, under which a row has its cells: first the known ones."""
        self.order = (*self.places, *(place for place, _ in self.others))
        """Where they stand."""
        self.is_layout = self.places == tuple(range(len(header)))
        """Whether the file has the columns of the layout in its order and no others."""

    def fit(self, cells: list[str]) -> bool:
        """Whether a row has as many cells as there are columns; empty ones beyond them are taken off."""
        if len(cells) > self.width and not any(map(str.strip, cells[self.width :])):
            del cells[self.width :]
        return len(cells) == self.width


def plain(name: str) -> str:
    """Return the name of a column without what differs between releases.

    >>> plain(' "Event_Date"'), plain("Event Date")
    ('event date', 'event date')
    """
    return " ".join(name.strip().strip('"').replace("_", " ").lower().split())


def columns_of(known: Sequence[str], header: Sequence[str], where: Location, also: Sequence[str] = ()) -> Columns:
    """Return the columns of a header.

    Raises:
        NotReadableError: a column of the layout is missing; all are listed.
    """
    names = list(header)
    while names and not names[-1].strip():
        names.pop()
    there = {plain(name): name for name in names}
    missing = [name for name in known if plain(name) not in there]
    if missing:
        unknown = [name for name in names if plain(name) not in {plain(other) for other in known}]
        raise NotReadableError(
            Problem(
                expected=f"a column {name!r} in the header",
                found="none",
                hint=suggestion(name, unknown),
                location=where,
            )
            for name in missing
        )
    return Columns(known, names, also)


def tab_rows(
    path: str | Path, known: Sequence[str], counting: Counting, *, starts_with_number: bool = False
) -> Iterator[tuple[int, Columns, list[str]]]:
    """List the rows of a table with their lines: the cells as they stand, as many as the header has names.

    A row with more cells that are all empty is as good as without them; any other number of cells is refused, as is a
    line that is not UTF-8.

    Args:
        path: The file.
        known: The columns of the layout.
        counting: Counts each row, and those that are refused here.
        starts_with_number: Whether the first cell of each row is a number, so that a file without a header is known.

    Raises:
        NotReadableError: the header lacks columns, or the file is empty.
        OSError: the file cannot be read.
    """
    file = str(path)
    with opened(path) as stream:
        columns: Columns | None = None
        for number, line in decoded_lines(stream):
            cells = [] if line is None else line.split("\t")
            if columns is None:
                where = Location(file, number)
                if line is None:
                    problem = Problem(expected="a header in UTF-8", found="other bytes", location=where)
                    raise NotReadableError([problem])
                if starts_with_number and len(cells) >= len(known) and cells[0].strip().isdecimal():
                    columns = Columns(known, known)
                    counting.defect(NO_HEADER, where)
                else:
                    columns = columns_of(known, cells, where)
                    continue
            counting.rows += 1
            if not "".join(cells).isprintable() and line and (legible := legible_text(line)):
                cells = legible.split("\t")
                counting.defect(CONTROLS, Location(file, number))
            if line is None:
                counting.refused(NOT_UTF8, Location(file, number), damaged=True)
                continue
            if not columns.fit(cells):
                found = f"{len(cells)} cells of {columns.width}"
                counting.refused(WIDTH, Location(file, number), found, damaged=True)
                continue
            yield number, columns, cells
        if columns is None:
            problem = Problem(expected="a header and rows", found="an empty file", location=Location(file, 1))
            raise NotReadableError([problem])
