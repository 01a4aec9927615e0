"""CSV: what the standard library reads, with one difference: an empty cell is not an empty text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import NotReadableError
from diplo_events.formats._csv_text import csv_text, parse_csv
from each_case import each_case

CELLS = st.none() | st.text(st.sampled_from("aä,\"\n\r '=\t7"), max_size=5)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(rows=TABLES)
def test_what_is_written_is_read_and_the_standard_library_reads_the_same(rows: list[list[str | None]]) -> None:
    text = csv_text(rows)
    table = parse_csv(text)
    assert table.rows == rows[1:]
    assert list(table.columns) == [cell or "" for cell in rows[0]]
    known = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    empty = [[""] if len(row) == 1 else [""] * len(row) for row in rows]
    expected = [[cell or "" for cell in row] for row in rows]
    assert [row or blank for row, blank in zip(known, empty, strict=True)] == expected


@given(rows=TABLES)
def test_line_feeds_alone_end_rows_too_and_the_last_end_may_be_missing(rows: list[list[str | None]]) -> None:
    plain = [[cell and cell.replace("\r", "") for cell in row] for row in rows]
    text = csv_text(plain)
    assert parse_csv(text.replace("\r\n", "\n")) == parse_csv(text)
    assert parse_csv(text.removesuffix("\r\n") or ",").columns


@given(rows=TABLES)
def test_each_row_has_the_line_in_which_it_begins(rows: list[list[str | None]]) -> None:
    lines = parse_csv(csv_text(rows)).lines
    text = csv_text(rows)
    for line, row in zip(lines, rows[1:], strict=True):
        position = 0
        for _ in range(line - 1):
            position = text.index("\n", position) + 1
        assert text.startswith(csv_text([row]), position)


@each_case(
    ("text", "message"),
    [
        ("", "x.csv: expected a row with the names of the columns, found nothing"),
        ("a,b\n1\n", "x.csv:2: expected 2 cells, as in the first row, found 1"),
        ("a\n1,2\n", "x.csv:2: expected 1 cells, as in the first row, found 2"),
        ('a,b\n"x"y,2\n', "x.csv:2:1: expected a comma or the end of a line, found 'y,2"),
        ('a,b\n1,x"y\n', "x.csv:2:2: expected a comma or the end of a line, found"),
        ('a,b\n1,"x\n', "x.csv:2:2: expected a comma or the end of a line, found"),
        ("a\rb\n", "x.csv:1:1: expected a comma or the end of a line, found"),
    ],
)
def test_what_is_not_csv_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(NotReadableError) as refused:
        parse_csv(text, file="x.csv")
    assert str(refused.value).startswith(message)
