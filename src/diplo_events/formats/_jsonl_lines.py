"""The lines of a file of JSON Lines, each by itself: read fast or with explanations, written, and the closing line."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final

import attrs

from diplo_events.errors import Location, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._json_places import locate
from diplo_events.formats._json_text import parse
from diplo_events.formats._positions import Located
from diplo_events.formats._text import BOM, decode, decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import RECORD_TYPES

__all__ = [
    "CLOSING_TYPE",
    "HEADER_TYPE",
    "MAX_LINE",
    "closing_problems",
    "digest",
    "in_line",
    "is_of_first_line",
    "is_true_of",
    "kind_problem",
    "line",
    "lines_of",
    "on_line",
    "read_line",
    "read_line_fast",
    "truth_of",
]

MAX_LINE: Final = 16 * 1024 * 1024
"""The longest line that is read, in bytes."""

HEADER_TYPE: Final = "dataset"
CLOSING_TYPE: Final = "end"

# plain data of frozen records have no circles, and not to look for them is faster
ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"))

BOM_BYTES: Final = BOM.encode()


def line(content: dict[str, Any]) -> str:
    """Write one line."""
    return ENCODER.encode(content) + "\n"


def digest(data: bytes | memoryview) -> str:
    """Return the hash of what stands before the closing line."""
    return hashlib.sha256(data).hexdigest()


def lines_of(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Split into lines, each with the number of bytes before it."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        yield start, raw[start:end]
        start = end + 1


def read_line_fast(text: bytes, *, is_first: bool) -> tuple[str, dict[str, Any]]:
    """Return the type that a line names, and the rest of its content.

    Raises:
        Unfit: the line is too long, is not a JSON object, or names no type.
    """
    if len(text) > MAX_LINE or (not is_first and text.startswith(BOM_BYTES)):
        raise Unfit
    content = parse(decode_fast(text))
    kind = content.pop("type", None) if isinstance(content, dict) else None
    if not isinstance(kind, str):
        raise Unfit
    return kind, content


def read_line(text: bytes, file: str | None, number: int, *, excess: int = 0) -> Located:
    """Read one line with the place of everything in it.

    Args:
        text: The line.
        file: The name that errors show.
        number: The number of the line.
        excess: How many more bytes the line has, if it is too long to be kept.

    Raises:
        NotReadableError: it cannot be read.
    """
    where = Location(file, number, 1)
    if len(text) > MAX_LINE:
        found = f"one of {len(text) + excess} bytes"
        raise NotReadableError([Problem(expected=f"lines of at most {MAX_LINE} bytes", found=found, location=where)])
    if not text.strip(b" \t\r"):
        raise NotReadableError(
            [Problem(expected="a JSON object", found="an empty line", hint="remove the line", location=where)]
        )
    try:
        decoded = decode(text, file=file)
    except NotReadableError as error:
        raise NotReadableError(on_line(problem, number) for problem in error.problems) from None
    if number > 1 and text.startswith(BOM_BYTES):
        raise NotReadableError(
            [Problem(expected="a JSON object", found="a byte order mark", hint="remove it", location=where)]
        )
    return locate(decoded, file=file, first_line=number)


def is_true_of(content: dict[str, Any], truth: dict[str, object]) -> bool:
    """Whether the closing line holds exactly that. `2.0` and `true` are not counts."""
    return content == truth and type(content["records"]) is int


def in_line(problem: Problem, number: int) -> Problem:
    """Put the number of the line into the path of a problem."""
    return attrs.evolve(problem, path=f"line {number}.{problem.path}") if problem.path else problem


def on_line(problem: Problem, number: int) -> Problem:
    """Correct the line number of a problem in a line that was read by itself."""
    where = problem.location
    return attrs.evolve(problem, location=where and attrs.evolve(where, line=number))


def kind_problem(kind: object, content: object, path: str) -> Problem:
    """Return the problem of a line whose type is missing, unknown or out of place."""
    if not isinstance(content, dict):
        return Problem(path=path, expected="a JSON object", found=shown(content))
    if kind == HEADER_TYPE:
        return Problem(path=f"{path}.type", expected="a record", found="a second header", hint="remove the line")
    known = [HEADER_TYPE, *RECORD_TYPES, CLOSING_TYPE]
    hint = suggestion(kind, known) if isinstance(kind, str) else None
    expected = "the type of the record"
    found = "none" if kind is None else shown(kind)
    return Problem(path=f"{path}.type", expected=expected, found=found, hint=hint or f"one of {', '.join(known)}")


def truth_of(count: int, sha256: str) -> dict[str, object]:
    """Return what the closing line should hold, given the lines before it: how many records, and the hash of all."""
    return {"records": count, "sha256": sha256}


def closing_problems(number: int, content: dict[str, Any], truth: dict[str, object]) -> Iterator[Problem]:
    """Compare the closing line, which has a number, with what it should hold."""
    hint = 'the file was cut or altered; get it again, or leave the closing line (and "closed") out'
    for name in sorted(content.keys() | truth.keys()):
        if name not in truth:
            expected = "records and sha256 alone"
            yield Problem(path=f"line {number}.{name}", expected=expected, found=shown(name))
        elif content.get(name) != truth[name] or type(content.get(name)) is not type(truth[name]):
            found = shown(content.get(name))
            yield Problem(path=f"line {number}.{name}", expected=shown(truth[name]), found=found, hint=hint)


def is_of_first_line(problem: Problem) -> bool:
    """Whether a problem is in the line that should be the header."""
    return problem.path.partition(".")[0] == "line 1" or bool(problem.location and problem.location.line == 1)
