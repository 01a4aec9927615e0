"""Tables with commas and quoted cells: their rows with the line on which each begins."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.importers._counting import Counting
from diplo_events.importers._tab_table import NO_HEADER, NOT_UTF8, WIDTH, Columns, columns_of
from diplo_events.importers._text_lines import BOM, CONTROLS, MAX_LINE, legible_text, opened

__all__ = ["csv_rows"]

LONGEST_CELL: Final = 4 * 1024 * 1024
"""The longest cell that is read, in characters."""

NOT_CSV: Final = "the row is not CSV"


class NumberedLines:
    """The decoded lines of a file for the reader of CSV, which counts them, and remembers those that are not UTF-8."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.number = 0
        self.damaged: list[int] = []

    def __iter__(self) -> Iterator[str]:
        while raw := self.stream.readline(MAX_LINE):
            self.number += 1
            if self.number == 1 and raw.startswith(BOM):
                raw = raw[len(BOM) :]
            try:
                yield raw.decode("utf-8")
            except UnicodeDecodeError:
                self.damaged.append(self.number)
                yield raw.decode("utf-8", "replace")


def csv_rows(
    path: str | Path,
    known: Sequence[str],
    counting: Counting,
    *,
    headerless: bool = False,
    also: Sequence[str] = (),
) -> Iterator[tuple[int, Columns, list[str]]]:
    """List the rows of a table with the line on which each begins, as many cells as the header has names.

    Args:
        path: The file.
        known: The columns that the layout needs.
        counting: Counts each row, and those that are refused here.
        headerless: Whether a file may lack its header: then its first cell is a number.
        also: Columns that a file may lack; they too are known whatever their capitals.

    Raises:
        NotReadableError: the header lacks columns, or the file is empty.
        OSError: the file cannot be read.
    """
    file = str(path)
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    with opened(path) as stream:
        lines = NumberedLines(stream)
        columns: Columns | None = None
        for begin, cells in parsed(lines):
            where = Location(file, begin)
            if columns is None:
                if isinstance(cells, str):
                    raise unreadable(file, begin, "a header", cells)
                if headerless and cells[0].strip().isdecimal() and len(cells) == len(known):
                    columns = Columns(known, known)
                    counting.defect(NO_HEADER, where)
                else:
                    columns = columns_of(known, cells, where, also)
                    continue
            counting.rows += 1
            if isinstance(cells, str):
                counting.refused(NOT_CSV, where, cells, damaged=True)
            elif lines.damaged and lines.damaged[-1] >= begin:
                counting.refused(NOT_UTF8, where, damaged=True)
            elif not columns.fit(cells):
                counting.refused(WIDTH, where, f"{len(cells)} cells of {columns.width}", damaged=True)
            else:
                plain = "".join(cells).isprintable()
                yield begin, columns, cells if plain else [plain_cell(cell, counting, where) for cell in cells]
    if columns is None:
        raise unreadable(file, 1, "a header and rows", "an empty file")


def parsed(lines: NumberedLines) -> Iterator[tuple[int, list[str] | str]]:
    """List the rows with the line on which each begins: their cells, or what is wrong; empty lines are left out."""
    reader = csv.reader(iter(lines))
    while True:
        begin = lines.number + 1
        try:
            cells: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = str(error)
        if cells:
            yield begin, cells


def plain_cell(cell: str, counting: Counting, where: Location) -> str:
    """Return a cell whose lines end in a line feed, with escapes for other control characters."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    legible = legible_text(cell)
    if legible is None:
        return cell
    counting.defect(CONTROLS, where)
    return legible


def unreadable(file: str, line: int, expected: str, found: str) -> NotReadableError:
    """Return the error of a file of which no row can be read."""
    return NotReadableError([Problem(expected=expected, found=found, location=Location(file, line))])
