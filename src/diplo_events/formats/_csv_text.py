"""CSV as RFC 4180 defines it, in which an empty cell and an empty text are two things: nothing, and `""`."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from diplo_events.errors import Location, NotReadableError, Problem, shown

__all__ = ["CsvTable", "csv_text", "parse_csv"]

SPECIAL: Final = re.compile('[",\r\n]')
"""What only a quoted cell can have in it."""

CELL: Final = re.compile('"((?:[^"]|"")*)"|([^",\r\n]*)')
"""A quoted cell, or one without quotation marks."""

BREAK: Final = re.compile("\r?\n")


class CsvTable(NamedTuple):
    """A table as it was read."""

    columns: tuple[str, ...]
    """The first row."""
    rows: list[list[str | None]]
    """The other rows, each with as many cells as there are columns; `None` for an empty one."""
    lines: list[int]
    """The line in which each of these rows begins, counted from 1."""


def csv_text(rows: Iterable[Sequence[str | None]]) -> str:
    r"""Return rows as CSV: CRLF after each, quotation marks only where they are needed.

    >>> csv_text([("a", "b"), (None, ""), ('x "No" was said', "x,y")])
    'a,b\r\n,""\r\n"x ""No"" was said","x,y"\r\n'
    """
    return "".join(f"{','.join(map(quoted_cell, row))}\r\n" for row in rows)


def quoted_cell(cell: str | None) -> str:
    """Return a cell as it is written."""
    if cell is None:
        return ""
    return '"{}"'.format(cell.replace('"', '""')) if not cell or SPECIAL.search(cell) else cell


def parse_csv(text: str, *, file: str | None = None) -> CsvTable:
    r"""Read a table. A row ends with CRLF or a line feed, the last one perhaps without.

    Raises:
        NotReadableError: the text is not CSV, has no first row, or a row has another number of cells than the first.

    Examples:
        >>> parse_csv('a,b\n,""\n')
        CsvTable(columns=('a', 'b'), rows=[[None, '']], lines=[2])
    """
    rows, lines = scanned(text, file)
    if not rows:
        expected = "a row with the names of the columns"
        raise NotReadableError([Problem(expected=expected, found="nothing", location=Location(file))])
    first, *rest = rows
    problems = [
        Problem(
            expected=f"{len(first)} cells, as in the first row",
            found=str(len(row)),
            hint="a text with commas, quotation marks or line ends is within quotation marks",
            location=Location(file, line),
        )
        for row, line in zip(rest, lines[1:], strict=True)
        if len(row) != len(first)
    ]
    if problems:
        raise NotReadableError(problems)
    return CsvTable(tuple(name or "" for name in first), rest, lines[1:])


def scanned(text: str, file: str | None) -> tuple[list[list[str | None]], list[int]]:
    """Return the rows of a text, and the line in which each begins.

    Raises:
        NotReadableError: the text is not CSV.
    """
    rows: list[list[str | None]] = []
    lines: list[int] = []
    at, line = 0, 1
    while at < len(text):
        row: list[str | None] = []
        lines.append(line)
        while True:
            match = CELL.match(text, at)
            quoted, bare = match.groups() if match else (None, "")
            row.append(bare or None if quoted is None else quoted.replace('""', '"'))
            at = match.end() if match else at
            line += 0 if quoted is None else quoted.count("\n")
            if text[at : at + 1] != ",":
                break
            at += 1
        rows.append(row)
        end = BREAK.match(text, at)
        if not end and at < len(text):
            hint = "a cell with quotation marks is within others, and each of its own is doubled"
            problem = Problem(
                expected="a comma or the end of a line",
                found=shown(text[at : at + 10]),
                hint=hint,
                location=Location(file, line, len(row)),
            )
            raise NotReadableError([problem])
        at = end.end() if end else at
        line += 1
    return rows, lines
