"""Tables on standard output: aligned for people, CSV and JSON Lines for programs."""

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from diplo_events._internal.texts.display import one_line

__all__ = ["aligned", "as_csv", "as_jsonl", "csv_texts", "plain"]

WIDEST: Final = 40
"""How many characters of a cell are shown to people."""


PIECE: Final = 100_000
"""How many characters are written at a time."""


def plain(cell: object) -> Any:  # noqa: ANN401  (any JSON)
    """Return a cell as JSON has it: days and the like as texts."""
    if cell is None or isinstance(cell, bool | int | str) or (isinstance(cell, float) and math.isfinite(cell)):
        return cell
    if isinstance(cell, Mapping):
        return {str(key): plain(value) for key, value in cell.items()}
    if isinstance(cell, list | tuple):
        return [plain(value) for value in cell]
    return str(cell)


def text_of(cell: object) -> str:
    """Return a cell as one text: lists, parts and truth values in JSON, an empty cell as nothing."""
    if cell is None:
        return ""
    value = plain(cell)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def as_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Return rows as CSV (RFC 4180); lists and parts are JSON, and an empty cell is empty.

    >>> as_csv(["id", "acts"], [["s1", ["warn", "reject"]], ["s2", None]])
    'id,acts\r\ns1,"[""warn"", ""reject""]"\r\ns2,\r\n'
    """
    return "".join(csv_texts(names, rows))


def csv_texts(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Return the text of `as_csv` in pieces, each of many rows."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(names)
    for row in rows:
        writer.writerow([text_of(cell) for cell in row])
        if stream.tell() > PIECE:
            yield stream.getvalue()
            stream.seek(0)
            stream.truncate()
    yield stream.getvalue()


def as_jsonl(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Return rows as JSON Lines, an object for each.

    >>> as_jsonl(["id", "acts"], [["s1", ["warn"]]])
    '{"id": "s1", "acts": ["warn"]}\n'
    """
    lines = (dict(zip(names, map(plain, row), strict=True)) for row in rows)
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def aligned(names: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """Return the lines of a table for people: cells that are too long are cut off, and end in `…`.

    >>> for line in aligned(["act", "n"], [["warn", 3], ["reject", 12]]):
    ...     print(line)
    act      n
    warn     3
    reject  12
    """
    texts = [[shortened(text_of(cell)) for cell in row] for row in rows]
    heads = [shortened(name) for name in names]
    widths = [max([len(head), *(len(row[index]) for row in texts)]) for index, head in enumerate(heads)]
    numeric = [
        bool(rows) and all(row[index] is None or is_number(row[index]) for row in rows) for index in range(len(heads))
    ]
    for row in (heads, *texts):
        cells = (
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, widths, numeric, strict=True)
        )
        yield "  ".join(cells).rstrip()


def is_number(cell: object) -> bool:
    """Whether a cell is a number."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def shortened(text: str) -> str:
    """Return a text of one line that is short enough to stand in a column."""
    flat = one_line(text)
    return flat if len(flat) <= WIDEST else f"{flat[: WIDEST - 1]}…"
