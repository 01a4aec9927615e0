"""Strict JSON text (RFC 8259): to plain data, fast, or with the position of every value, for messages."""

import json
import math
import re
from collections.abc import Callable
from typing import Any, Final

from diplo_events.errors import shown
from diplo_events.formats._places import At, Branch
from diplo_events.formats._positions import MAX_NESTING, NUMBER, Located, Positions, outermost
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import MAX_INT, Plain

__all__ = ["DECODER", "SPACE", "parse", "parse_located"]

LONGEST: Final = len(str(-MAX_INT))
"""How many characters a whole number of 64 bits has at most."""

BLANKS: Final = frozenset(" \t\n\r")
SPACE: Final = re.compile(r"[ \t\n\r]*")
WORDS: Final = {"null": None, "true": True, "false": False}
STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"')
NOT_JSON: Final = re.compile(r"-?[A-Za-z_]+")


def parse(text: str) -> Plain:
    """Read JSON text fast. `parse_located` explains what is wrong with a text that is refused.

    It accepts deeper nesting than `MAX_NESTING`, which no record can hold anyway.

    Raises:
        Unfit: it is not strict JSON, or nested too deep to read.
    """
    try:
        return DECODER.decode(text)
    except (json.JSONDecodeError, RecursionError):
        raise Unfit from None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its members; no two may have the same key."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Unfit
    return members


def refuse_constant(_name: str) -> None:
    """Refuse NaN and Infinity, which are not JSON."""
    raise Unfit


def bounded_int(digits: str) -> int:
    """Read a whole number of at most 64 bits."""
    if len(digits) > LONGEST or not -MAX_INT - 1 <= (number := int(digits)) <= MAX_INT:
        raise Unfit
    return number


def finite_float(digits: str) -> float:
    """Read a number that is small enough for a float."""
    number = float(digits)
    if math.isinf(number):
        raise Unfit
    return number


DECODER: Final = json.JSONDecoder(
    object_pairs_hook=unique, parse_constant=refuse_constant, parse_int=bounded_int, parse_float=finite_float
)
"""Reads strict JSON; made once, because a file of JSON Lines has a text in each line."""


def parse_located(text: str, *, file: str | None = None, first_line: int = 1) -> Located:
    """Read JSON text with the position of everything, slowly, for messages.

    Raises:
        NotReadableError: the text cannot be read beyond some position.
    """
    reader = Reader(text, file, first_line)
    data = reader.value((reader.places.top, ""), reader.skip(0), 0)
    end = reader.skip(reader.index)
    if end != len(text):
        raise reader.failure(end, "the end of the text", reader.peek(end), "a JSON text holds one value")
    return reader.located(data)


class Reader(Positions):
    """Reads JSON from left to right; `index` is behind what was read last."""

    def __init__(self, text: str, file: str | None, first_line: int) -> None:
        super().__init__(text, file, first_line)
        self.index = 0

    def skip(self, index: int) -> int:
        """Return the index behind white space."""
        if self.text[index : index + 1] not in BLANKS:
            return index
        match = SPACE.match(self.text, index)
        return match.end() if match else index

    def peek(self, index: int) -> str:
        """Return the text at an index as messages show it."""
        return shown(self.text[index : index + 20]) if index < len(self.text) else "the end of the text"

    def value(self, at: At, index: int, depth: int) -> Plain:
        """Read the value that starts at an index."""
        first = self.text[index : index + 1]
        if first in {"{", "["}:
            place = self.open(at, index)
            if depth == MAX_NESTING:
                raise self.failure(index, f"at most {MAX_NESTING} levels of nesting", "one more", None, outermost(at))
            read = self.members if first == "{" else self.items
            return read(place, index, depth, at)
        self.keep(at, index)
        if first == '"':
            return self.string(index, at)
        return self.scalar(index, at)

    def scalar(self, index: int, at: At) -> Plain:
        """Read a number or one of the three words."""
        if match := NUMBER.match(self.text, index):
            self.index = match.end()
            return self.number(match, index, "write it as text", at)
        match = NOT_JSON.match(self.text, index)
        word = match[0] if match else ""
        if word in WORDS:
            self.index = index + len(word)
            return WORDS[word]
        if word in {"NaN", "Infinity", "-Infinity"}:
            self.index = index + len(word)
            self.note(index, "a finite number", word, "JSON has no NaN and no infinity; leave the field out", at)
            return 0.0
        hint = "text stands in double quotes" if word else None
        raise self.failure(index, "a JSON value", self.peek(index), hint, at)

    def string(self, index: int, at: At) -> str:
        """Read a text in double quotes."""
        match = STRING.match(self.text, index)
        if match is None:
            line_end = self.text.find("\n", index)
            rest = self.text[index : line_end if line_end >= 0 else len(self.text)]
            hint = "close the quotes on the same line, or write \\n for a line break"
            raise self.failure(index, "a text in double quotes", shown(rest), hint, at)
        self.index = match.end()
        if "\\" not in match[0]:
            return match[0][1:-1]
        try:
            return str(json.loads(match[0]))
        except json.JSONDecodeError as error:
            raise self.failure(index + error.pos, "a text that JSON can hold", error.msg.lower(), None, at) from None

    def members(self, place: Branch, index: int, depth: int, at: At) -> dict[str, Any]:
        """Read an object."""
        members: dict[str, Any] = {}

        def member(start: int) -> None:
            if self.text[start : start + 1] != '"':
                raise self.failure(start, "a key in double quotes", self.peek(start), None, at)
            key = self.string(start, at)
            inner = (place, key)
            if key in members:
                self.note(start, "each key once", f"{shown(key)} again", "remove one of the two", inner)
            else:
                self.keep(inner, start)
            colon = self.skip(self.index)
            if self.text[colon : colon + 1] != ":":
                raise self.failure(colon, "a colon after the key", self.peek(colon), None, inner)
            members[key] = self.value(inner, self.skip(colon + 1), depth + 1)

        self.separated(index, "}", member, at)
        return members

    def items(self, place: Branch, index: int, depth: int, at: At) -> list[Any]:
        """Read an array."""
        items: list[Any] = []

        def item(start: int) -> None:
            items.append(self.value((place, len(items)), start, depth + 1))

        self.separated(index, "]", item, at)
        return items

    def separated(self, index: int, end: str, read: Callable[[int], None], at: At) -> None:
        """Read what stands between brackets, separated by commas."""
        start = self.skip(index + 1)
        if self.text[start : start + 1] == end:
            self.index = start + 1
            return
        while True:
            read(start)
            start = self.skip(self.index)
            mark = self.text[start : start + 1]
            if mark == end:
                self.index = start + 1
                return
            if mark != ",":
                hint = "the text is cut off" if not mark else None
                raise self.failure(start, f"a comma or {end!r}", self.peek(start), hint, at)
            start = self.skip(start + 1)
