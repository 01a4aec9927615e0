"""YAML that its readers read differently, or that is not what it looks like: refused, with what to write instead.

Found by comparing the parsers of PyYAML with one that follows YAML 1.2 to the letter, on texts drawn at random.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from diplo_events.errors import shown

__all__ = ["MAY_BE_DOUBTFUL", "Doubt", "block_doubts", "comment_doubts", "cut_off", "gap_doubts", "quoted_doubts"]

MAY_BE_DOUBTFUL: Final = re.compile(r"#(?<=\S#)|\?(?<![^\s,\[{]\?)\S|:(?:[,\[\]{}]|(?<=\s:)\S)")
"""What a text has in which `gap_doubts` can find something. Each way begins with a sign, for which `re` looks fast."""

COMMENT: Final = re.compile(r"#[^\n]*")
EATEN: Final = re.compile(r"[ \t]+(#+[^\s#][^\n]*)")
REST: Final = re.compile(r"[ \t]+#[^\n]*")
CONTINUED: Final = re.compile(r"(?<!\\)(?:\\\\)*(\\)\r?\n[ \t]*\r?\n")
BLANK: Final = re.compile(r"[ \t\r\n]*")


class Doubt(NamedTuple):
    """One place that is read differently, as the parts of a problem."""

    place: int
    expected: str
    found: str
    hint: str


def gap_doubts(text: str, begin: int, end: int, *, in_flow: bool, after_plain: bool) -> Iterator[Doubt]:
    """Look at what stands between two values: marks and comments, which no event shows.

    Args:
        text: The whole text.
        begin: The end of the one value.
        end: The begin of the next.
        in_flow: Whether it is between brackets.
        after_plain: Whether the one value is text without quotes.
    """
    gap = text[begin:end]
    if comment := COMMENT.search(gap):
        index = begin + comment.start()
        if index and not text[index - 1].isspace():
            hint = "write a blank before it, or put the text in quotes"
            yield Doubt(index, "a blank before the # of a comment", shown(text[index - 1 : index + 20]), hint)
        gap = COMMENT.sub(lambda match: " " * len(match[0]), gap)
    for offset, mark in enumerate(gap) if in_flow else ():
        index = begin + offset
        if text[index + 1 : index + 2].isspace() or not (mark == "?" or (mark == ":" and after_plain)):
            continue
        name = "question mark" if mark == "?" else "colon"
        hint = f"write a blank after it, or put text with a {name} in quotes"
        yield Doubt(index, f"a blank after a {name} between brackets", shown(text[index : index + 20]), hint)


def block_doubts(text: str, begin: int, end: int) -> Iterator[Doubt]:
    """Look at a block of text after `|` or `>`: readers differ on lines of blanks, and on the end of the file."""
    rest = BLANK.match(text, end)
    last = rest.end() if rest else end
    header, _, body = text[begin:last].partition("\n")
    lines = body.split("\n")
    filled = next((line for line in lines if line.strip()), "")
    indent = 0 if re.match(r"[|>][-+]?[0-9]", header) else len(filled) - len(filled.lstrip(" "))
    index = begin + len(header) + 1
    for line in lines:
        blanks = line.removesuffix("\r")
        if blanks and not blanks.strip() and len(blanks) > indent:
            hint = "remove the blanks, or put the text in quotes"
            yield Doubt(index, "an empty line in a block of text", f"a line of {len(blanks)} blanks", hint)
            return
        index += len(line) + 1
    if last == len(text) and not text.endswith("\n") and "-" not in header:
        hint = "end the file with a line feed"
        yield Doubt(begin, "a line feed after a block of text", "the end of the file", hint)


def quoted_doubts(text: str, begin: int, end: int) -> Iterator[Doubt]:
    """Look at a text in double quotes: readers differ on an empty line after a backslash at the end of a line."""
    if match := CONTINUED.search(text, begin, end):
        hint = "remove the empty line, or write \\n for a line break"
        yield Doubt(match.start(1), "text after a backslash at the end of a line", "an empty line", hint)


def comment_doubts(text: str, end: int) -> Iterator[Doubt]:
    """Look at what follows a value without quotes: `#1` after a blank ends it, though it looks like a part of it."""
    if eaten := EATEN.match(text, end):
        hint = "put the whole text in quotes, or write a blank after the # of a comment"
        yield Doubt(eaten.start(1), "the end of a text without quotes", shown(eaten[1]), hint)


def cut_off(text: str, end: int) -> bool:
    """Whether a value without quotes ends because a comment follows."""
    return REST.match(text, end) is not None
