"""Strict JSON text (RFC 8259): to plain data, and to where each value stands."""

import bisect
import json
import math
import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.schema import Path, path_text

__all__ = ["MAX_NESTING", "Located", "decode", "parse", "parse_located"]

MAX_NESTING: Final = 64
"""How deep arrays and objects may be nested in a file."""

MAX_INT: Final = 2**63 - 1

LONG_NUMBER: Final = re.compile(r"[0-9]{19}")
SPACE: Final = re.compile(r"[ \t\n\r]*")
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORDS: Final = {"null": None, "true": True, "false": False}
STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"')
NOT_JSON: Final = re.compile(r"-?[A-Za-z_]+")
BOM: Final = "\ufeff"


class Located(NamedTuple):
    """Plain data, and the place in the text of everything in it."""

    data: Any
    """Dicts, lists, texts, numbers, truth values and nulls."""
    places: dict[str, Location]
    """Line and column by path, as `path_text` writes it; a field's place is that of its key."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the text although it could be read on."""


def decode(data: bytes | str, *, file: str | None = None) -> str:
    """Read bytes as UTF-8, with at most one byte order mark in front.

    Raises:
        NotReadableError: they are not UTF-8, or a second mark follows.
    """
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8")
            found = f"the byte 0x{data[error.start]:02X}"
            where = location_at(before, len(before), file)
            problem = Problem(expected="UTF-8", found=found, hint="save the file as UTF-8", location=where)
            raise NotReadableError([problem]) from None
    else:
        text = data
    text = text.removeprefix(BOM)
    if text.startswith(BOM):
        hint = "remove the mark U+FEFF"
        where = Location(file, 1, 1)
        problem = Problem(expected="one byte order mark at most", found="a second one", hint=hint, location=where)
        raise NotReadableError([problem])
    return text


def parse(text: str) -> Any:  # noqa: ANN401  (JSON)
    """Read JSON text fast; what is wrong is only said to be wrong, and `parse_located` says where.

    It takes more nesting than `MAX_NESTING`, which no record can hold anyway.

    Raises:
        ValueError: it is not strict JSON, or nested too deep to read.
    """
    read_int = bounded_int if LONG_NUMBER.search(text) else None  # None is json's own, which is faster
    try:
        return json.loads(
            text,
            object_pairs_hook=unique,
            parse_constant=refuse_constant,
            parse_int=read_int,
            parse_float=finite_float,
        )
    except RecursionError:
        raise ValueError("nested too deep") from None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its members, unless two have the same key."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("duplicate key")
    return made


def refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which are not JSON."""
    raise ValueError(name)


def bounded_int(digits: str) -> int:
    """Read a whole number of at most 64 bits."""
    number = int(digits)
    if not -MAX_INT - 1 <= number <= MAX_INT:
        raise ValueError("more than 64 bits")
    return number


def finite_float(digits: str) -> float:
    """Read a number that is not too large to be one."""
    number = float(digits)
    if math.isinf(number):
        raise ValueError("too large")
    return number


def location_at(text: str, index: int, file: str | None, *, first_line: int = 1) -> Location:
    """Give line and column of an index."""
    line_start = text.rfind("\n", 0, index) + 1
    return Location(file, first_line + text.count("\n", 0, index), index - line_start + 1)


def parse_located(text: str, *, file: str | None = None, first_line: int = 1) -> Located:
    """Read JSON text with the place of everything, slowly; for explaining what is wrong.

    Raises:
        NotReadableError: the text cannot be read on from some place.
    """
    reader = Reader(text, file, first_line)
    data = reader.value((), reader.skip(0), 0)
    end = reader.skip(reader.index)
    if end != len(text):
        raise reader.failure(end, "the end of the text", reader.peek(end), "one value stands in a JSON text")
    return Located(data, reader.places, tuple(reader.problems))


class Reader:
    """Reads JSON from left to right; `index` is behind what was read last."""

    def __init__(self, text: str, file: str | None, first_line: int) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.index = 0
        self.places: dict[str, Location] = {}
        self.problems: list[Problem] = []
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def skip(self, index: int) -> int:
        """Go past white space."""
        match = SPACE.match(self.text, index)
        return match.end() if match else index

    def peek(self, index: int) -> str:
        """Show what stands at an index."""
        return shown(self.text[index : index + 20]) if index < len(self.text) else "the end of the text"

    def place(self, index: int) -> Location:
        """Give line and column."""
        line = bisect.bisect_right(self.line_starts, index) - 1
        return Location(self.file, self.first_line + line, index - self.line_starts[line] + 1)

    def failure(
        self, index: int, expected: str, found: str, hint: str | None = None, path: Path = ()
    ) -> NotReadableError:
        """Give the error with which reading stops, with all problems so far."""
        self.note(index, expected, found, hint, path)
        return NotReadableError(self.problems)

    def note(self, index: int, expected: str, found: str, hint: str | None, path: Path) -> None:
        """Note a problem and go on."""
        self.problems.append(
            Problem(path=path_text(path), expected=expected, found=found, hint=hint, location=self.place(index))
        )

    def value(self, path: Path, index: int, depth: int) -> Any:  # noqa: ANN401  (JSON)
        """Read the value that starts at an index."""
        self.places.setdefault(path_text(path), self.place(index))
        first = self.text[index : index + 1]
        if first in {"{", "["}:
            if depth == MAX_NESTING:
                raise self.failure(index, f"at most {MAX_NESTING} levels of nesting", "one more", None, path[:3])
            return self.members(path, index, depth) if first == "{" else self.items(path, index, depth)
        if first == '"':
            return self.string(index, path)
        return self.scalar(index, path)

    def scalar(self, index: int, path: Path) -> Any:  # noqa: ANN401  (JSON)
        """Read a number or one of the three words."""
        if match := NUMBER.match(self.text, index):
            self.index = match.end()
            if match[1] or match[2]:
                number = float(match[0])
                if math.isinf(number):
                    self.note(index, "a finite number", shown(match[0]), "write it as text", path)
                    return 0.0
                return number
            if len(match[0]) > len(str(-MAX_INT)) or not -MAX_INT - 1 <= int(match[0]) <= MAX_INT:
                self.note(index, "a whole number of at most 64 bits", shown(match[0]), "write it as text", path)
                return 0
            return int(match[0])
        match = NOT_JSON.match(self.text, index)
        word = match[0] if match else ""
        if word in WORDS:
            self.index = index + len(word)
            return WORDS[word]
        if word in {"NaN", "Infinity", "-Infinity"}:
            self.index = index + len(word)
            self.note(index, "a finite number", word, "JSON has no NaN and no infinity; leave the field out", path)
            return 0.0
        raise self.failure(
            index, "a JSON value", self.peek(index), "text stands in double quotes" if word else None, path
        )

    def string(self, index: int, path: Path) -> str:
        """Read a text in double quotes."""
        match = STRING.match(self.text, index)
        if match is None:
            line_end = self.text.find("\n", index)
            rest = self.text[index : line_end if line_end >= 0 else len(self.text)]
            hint = "close the quotes on the same line, or write \\n for a line break"
            raise self.failure(index, "a text in double quotes", shown(rest), hint, path)
        self.index = match.end()
        try:
            return str(json.loads(match[0]))
        except json.JSONDecodeError as error:
            raise self.failure(index + error.pos, "a text that JSON can hold", error.msg.lower(), None, path) from None

    def members(self, path: Path, index: int, depth: int) -> dict[str, Any]:
        """Read an object."""
        made: dict[str, Any] = {}

        def member(start: int) -> None:
            if self.text[start : start + 1] != '"':
                raise self.failure(start, "a key in double quotes", self.peek(start), None, path)
            key = self.string(start, path)
            inner = (*path, key)
            if key in made:
                self.note(start, "each key once", f"{shown(key)} again", "remove one of the two", inner)
            else:
                self.places.setdefault(path_text(inner), self.place(start))
            colon = self.skip(self.index)
            if self.text[colon : colon + 1] != ":":
                raise self.failure(colon, "a colon after the key", self.peek(colon), None, inner)
            made[key] = self.value(inner, self.skip(colon + 1), depth + 1)

        self.separated(index, "}", member, path)
        return made

    def items(self, path: Path, index: int, depth: int) -> list[Any]:
        """Read an array."""
        made: list[Any] = []

        def item(start: int) -> None:
            made.append(self.value((*path, len(made)), start, depth + 1))

        self.separated(index, "]", item, path)
        return made

    def separated(self, index: int, end: str, read: Callable[[int], None], path: Path) -> None:
        """Read what stands between brackets with commas between."""
        at = self.skip(index + 1)
        if self.text[at : at + 1] == end:
            self.index = at + 1
            return
        while True:
            read(at)
            at = self.skip(self.index)
            mark = self.text[at : at + 1]
            if mark == end:
                self.index = at + 1
                return
            if mark != ",":
                hint = "the text is cut off" if not mark else None
                raise self.failure(at, f"a comma or {end!r}", self.peek(at), hint, path)
            at = self.skip(at + 1)
