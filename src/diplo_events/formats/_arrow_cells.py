"""Columns of Arrow without parts as plain values of fields. Needs the extra `arrow`.

A rule is asked once for each distinct id, code or date, and of control characters once for all texts of a column.
"""

import functools
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Final, TypeAlias

from diplo_events.formats._known_values import MOST_DATES, MOST_IDS, KnownDates
from diplo_events.formats._unfit import Unfit
from diplo_events.model.field_rules import exact_float, value_test
from diplo_events.model.ids import PATTERNS, RecordId
from diplo_events.model.node_rules import Test
from diplo_events.schema import CodeNode, DateNode, IdNode, VocabularyNode

__all__ = [
    "Array",
    "CodedNode",
    "KnownCells",
    "Taker",
    "Values",
    "coded",
    "coded_values",
    "coder_of",
    "finite",
    "own_ids",
    "plain_texts",
]

Array: TypeAlias = Any
"""A column of Arrow: pyarrow has no types of its own."""

Values: TypeAlias = Iterable[Any]
"""The values of one field of many records: a list, or one value repeated."""

Taker: TypeAlias = Callable[[Array, "KnownCells"], Values]
"""Makes the values of a field of its column; raises `Unfit` if one of them may be wrong."""

CodedNode: TypeAlias = IdNode | CodeNode | DateNode | VocabularyNode
"""What values are made of by a table, once of equal texts."""

Coder: TypeAlias = Callable[[list[str], "KnownCells"], list[Any]]
"""Makes values of different texts; raises `Unfit` if one is wrong."""

CONTROL: Final = bytes({*range(0x20), 0x7F} - set(b"\t\n"))
"""The control characters of ASCII that no text may have."""

C1: Final = re.compile(rb"\xc2[\x80-\x9f]")
"""Those beyond ASCII, in UTF-8, in which no other character has these bytes."""


class KnownCells:
    """The ids, codes and dates that were met and are right, so that equal ones are one object."""

    def __init__(self) -> None:
        self.dates = KnownDates(MOST_DATES)
        """Dates by their texts."""
        self.codes: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """Ids and codes by the pattern that they match."""


def plain_texts(column: Array, _known: KnownCells) -> list[str | None]:
    """Return the texts in a column.

    Raises:
        Unfit: one is blank, or may have a control character.
    """
    _, buffer, data = column.buffers()
    ends = memoryview(buffer).cast("i")
    text = bytes(memoryview(data)[ends[column.offset] : ends[column.offset + len(column)]]) if data else b""
    if len(text.translate(None, CONTROL)) != len(text) or (b"\xc2" in text and C1.search(text)):
        raise Unfit
    texts: list[str | None] = column.to_pylist()
    if "" in texts or any(map(str.isspace, filter(None, texts))):
        raise Unfit
    return texts


def own_ids(column: Array, _known: KnownCells) -> list[str]:
    """Return the ids of records, each of which is mostly there once.

    Raises:
        Unfit: one is wrong.
    """
    if column.null_count:
        raise Unfit
    texts: list[str] = column.to_pylist()
    joined = "\n".join(texts)
    if texts and (joined.count("\n") >= len(texts) or not lines_of_ids()(f"{joined}\n")):
        raise Unfit
    return texts


@functools.cache
def lines_of_ids() -> Callable[[str], object]:
    """Return the test of lines each of which is to be an id."""
    return re.compile(rf"(?:(?:{PATTERNS[RecordId].regex})\n)*+").fullmatch


def coder_of(node: CodedNode) -> Coder:
    """Return what makes values of texts."""
    match node:
        case IdNode() | CodeNode():
            test, regex = value_test(node), node.pattern.regex
            return lambda texts, known: tested(texts, test, known.codes[regex])
        case DateNode():
            return lambda texts, known: [known.dates[text] for text in texts]
        case VocabularyNode(vocabulary=vocabulary):
            member = members_of(vocabulary).__getitem__
            return lambda texts, _known: list(map(member, texts))


def tested(texts: list[str], test: Test, known: dict[str, str]) -> list[str]:
    """Return ids or codes that pass a test, equal ones as one object.

    Args:
        texts: The ids or codes.
        test: The test.
        known: Those that have passed it.

    Raises:
        Unfit: one does not.
    """
    if len(known) > MOST_IDS:
        known.clear()
    new = [text for text in texts if text not in known]
    if not all(map(test, new)):
        raise Unfit
    known.update(zip(new, new, strict=True))
    return list(map(known.__getitem__, texts))


def coded(column: Array, code: Coder, known: KnownCells) -> tuple[list[Any], list[int]]:
    """Return what is made of the texts of a column, of equal ones once, and which of it each cell has.

    Args:
        column: The column. Of empty cells `None` is made.
        code: Makes it of the texts; raises `Unfit` if one is wrong.
        known: What was met before.
    """
    encoded = column.dictionary_encode(null_encoding="encode")
    texts: list[Any] = encoded.dictionary.to_pylist()
    if column.null_count:
        place = texts.index(None)
        made = [*code(texts[:place], known), None, *code(texts[place + 1 :], known)]
    else:
        made = code(texts, known)
    return made, memoryview(encoded.indices.buffers()[1]).cast("i")[: len(column)].tolist()


def coded_values(node: CodedNode) -> Taker:
    """Return the function that makes ids, codes, members or dates of a column."""
    code = coder_of(node)

    def make(column: Array, known: KnownCells) -> Values:
        made, places = coded(column, code, known)
        return itertools.repeat(made[0], len(places)) if len(made) == 1 else list(map(made.__getitem__, places))

    return make


def finite(number: float) -> float:
    """Return a number as records have it.

    Raises:
        Unfit: it is not finite.
    """
    if not math.isfinite(number):
        raise Unfit
    return exact_float(number)


@functools.cache
def members_of(vocabulary: type[Enum]) -> Mapping[str, Enum]:
    """Return the members of a vocabulary by their texts."""
    return Members({member.value: member for member in vocabulary})


class Members(dict[str, Enum]):
    """The members of a vocabulary by their texts; any other text raises `Unfit`."""

    def __missing__(self, text: str) -> Enum:
        raise Unfit
