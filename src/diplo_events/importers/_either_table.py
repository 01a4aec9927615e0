"""Tables that are published with tabs and that spreadsheets, and `diplo-events rows --csv`, save with commas."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from diplo_events.importers._counting import Counting
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._tab_table import Columns, tab_rows
from diplo_events.importers._text_lines import decoded_lines, opened

__all__ = ["table_rows"]


def table_rows(
    path: str | Path, known: Sequence[str], counting: Counting, *, starts_with_number: bool = False
) -> Iterator[tuple[int, Columns, list[str]]]:
    """List the rows of a table with their lines, in whichever of the two ways its first line is written.

    Args:
        path: The file.
        known: The columns of the layout.
        counting: Counts each row, and those that are refused here.
        starts_with_number: Whether the first cell of each row is a number, so that a file without a header is known.

    Raises:
        NotReadableError: the header lacks columns, or the file is empty.
        OSError: the file cannot be read.
    """
    with opened(path) as stream:
        _, first = next(decoded_lines(stream), (1, None))
    if first and "\t" not in first and first.count(",") >= len(known) - 1:
        return csv_rows(path, known, counting, headerless=starts_with_number)
    return tab_rows(path, known, counting, starts_with_number=starts_with_number)
