"""The rows of GDELT's files, which are tab-separated without a header: known by how many cells they have."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.importers._cells import Cells
from diplo_events.importers._counting import Counting
from diplo_events.importers._tab_table import NOT_UTF8, WIDTH
from diplo_events.importers._text_lines import CONTROLS, decoded_lines, legible_text, opened

__all__ = ["gdelt_rows"]

HEADER: Final = "the first line is a header, which GDELT's files do not have"


def gdelt_rows(path: str | Path, layouts: Mapping[int, Sequence[str]], counting: Counting) -> Iterator[Cells]:
    """List the rows; a row with a number of cells that no layout has is refused.

    Args:
        path: The file.
        layouts: The columns by how many cells a row has.
        counting: Counts each row, and those that are refused here.

    Raises:
        NotReadableError: the first row has a number of cells that no layout has: it is another kind of file.
        OSError: the file cannot be read.
    """
    file, most = str(path), max(layouts)
    with opened(path) as stream:
        first = True
        for number, line in decoded_lines(stream):
            where = Location(file, number)
            cells = [] if line is None else line.split("\t")
            while len(cells) > most and not cells[-1].strip():
                cells.pop()
            if first and line is not None and len(cells) not in layouts:
                numbers = " or ".join(map(str, layouts))
                problem = Problem(
                    expected=f"{numbers} cells with a tab between them", found=f"{len(cells)} cells", location=where
                )
                raise NotReadableError([problem])
            names = layouts.get(len(cells), ())
            if first and names and cells[0].strip().lower() == names[0].lower():
                counting.defect(HEADER, where)
                first = False
                continue
            first = False
            counting.rows += 1
            if line is None:
                counting.refused(NOT_UTF8, where, damaged=True)
            elif not names:
                counting.refused(WIDTH, where, f"{len(cells)} cells", damaged=True)
            else:
                if not "".join(cells).isprintable() and (legible := legible_text(line)):
                    cells = legible.split("\t")[: len(cells)]
                    counting.defect(CONTROLS, where)
                yield Cells(dict(zip(names, map(str.strip, cells), strict=True)), where)
