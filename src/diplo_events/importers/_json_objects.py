"""The objects of a file of JSON, in whatever way they stand in it: on lines, in a list, or one after the other.

JSON Lines are read line by line, in memory that does not grow with the file; other files are read whole.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.importers._counting import Counting
from diplo_events.importers._json_values import DECODER, json_value
from diplo_events.importers._tab_table import NOT_UTF8
from diplo_events.importers._text_lines import decoded_lines, opened

__all__ = ["NOT_JSON", "TRAILING_COMMA", "json_objects"]

NOT_JSON: Final = "there is no object of JSON, or a key stands twice in it"
TRAILING_COMMA: Final = "a comma stands before a closing bracket, which JSON forbids"

LAST_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*[}\]])')
"""A text of JSON, or a comma before a closing bracket; inside a text there is none."""

BETWEEN: Final = re.compile(r"[\s,\[\]]*")
NEXT_OBJECT: Final = re.compile(r"^\s*\{", re.MULTILINE)


def json_objects(path: str | Path, counting: Counting) -> Iterator[tuple[Location, dict[str, Any]]]:
    r"""List the objects of a file with the lines on which they begin.

    Args:
        path: The file; plain, gzipped or zipped.
        counting: Counts each object, and what is refused here.

    Raises:
        NotReadableError: the file has no object, or a file that is not JSON Lines is not UTF-8.
        OSError: the file cannot be read.
    """
    before = counting.rows
    objects = on_lines(path, counting) if is_lines(path) else one_after_the_other(path, counting)
    for where, value in objects:
        if isinstance(value, dict):
            yield where, cast("dict[str, Any]", value)
        else:
            counting.refused(NOT_JSON, where, repr(value)[:60], damaged=True)
    if counting.rows == before:
        where = Location(str(path), 1)
        raise NotReadableError([Problem(expected="objects of JSON", found="an empty file", location=where)])


def is_lines(path: str | Path) -> bool:
    """Whether a file is JSON Lines: one of its first two lines is a whole object, which a list of objects has not."""
    with opened(path) as stream:
        return any(is_object(line) for _, line in islice(decoded_lines(stream), 2))


def is_object(line: str | None) -> bool:
    """Whether a line is an object of JSON."""
    try:
        return isinstance(json.loads(line or ""), dict)
    except (ValueError, RecursionError):
        return False


def on_lines(path: str | Path, counting: Counting) -> Iterator[tuple[Location, object]]:
    """List the values of JSON Lines."""
    file = str(path)
    with opened(path) as stream:
        for number, line in decoded_lines(stream):
            if line is not None and not line.strip():
                continue
            counting.rows += 1
            where = Location(file, number)
            if line is None:
                counting.refused(NOT_UTF8, where, damaged=True)
                continue
            try:
                value: object = json_value(line)
            except (ValueError, RecursionError):
                value = line
            yield where, value


def one_after_the_other(path: str | Path, counting: Counting) -> Iterator[tuple[Location, object]]:
    """List the values of a file that is read whole; after a damaged one, the next that begins a line is read."""
    file = str(path)
    with opened(path) as stream:
        content = stream.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Location(file, content.count(b"\n", 0, error.start) + 1)
        problem = Problem(expected="a text in UTF-8", found=f"the byte {content[error.start]:#04x}", location=where)
        raise NotReadableError([problem]) from None
    mended = LAST_COMMA.sub(lambda match: match[1] or "", text)
    if len(mended) != len(text):
        counting.defect(TRAILING_COMMA, Location(file), f"{len(text) - len(mended)} of them")
    place, line, counted = 0, 1, 0
    while (place := gap_end(mended, place)) < len(mended):
        line, counted = line + mended.count("\n", counted, place), place
        counting.rows += 1
        try:
            value, place = DECODER.raw_decode(mended, place)
        except (ValueError, RecursionError):
            value = mended[place : place + 60]
            following = NEXT_OBJECT.search(mended, mended.find("\n", place) if "\n" in mended[place:] else len(mended))
            place = following.end() - 1 if following else len(mended)
        yield Location(file, line), value


def gap_end(text: str, place: int) -> int:
    """Return where the next value begins: after blanks, commas and the brackets of a list."""
    found = BETWEEN.match(text, place)
    return found.end() if found else place
