"""The fast road of JSON: msgspec reads a line into a shadow, a struct of plain types, and writes it again.

A line counts as read only if what is written is the line, byte for byte: then no key is doubled, no default is written
out, no field is unknown, and no number or text has another spelling. Needs the extra `fast`.
"""

import functools
import re
import types
from collections.abc import Callable
from typing import Any, Final, Union, assert_never, cast

import attrs

from diplo_events.errors import InvalidRecordError, MissingExtraError
from diplo_events.formats._jsonl_lines import MAX_LINE
from diplo_events.formats._record_code import KnownDates, KnownIds, build_of, file_fields, shadow_of
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import (
    RECORD_TYPES,
    CodeNode,
    DateNode,
    Field,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    Record,
    TextNode,
    VocabularyNode,
    WholeNode,
)

try:
    import msgspec
except ImportError as error:
    raise MissingExtraError.of("fast", "reading and writing JSON fast") from error

__all__ = ["line_of", "reader"]

TYPE_NAMES: Final = {cls: name for name, cls in RECORD_TYPES.items()}

CLASSES: Final[tuple[type[attrs.AttrsInstance], ...]] = tuple(RECORD_TYPES.values())

REFUSALS: Final = (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError)
"""What msgspec raises for a line that has no shadow."""


@functools.cache
def shadow_class(cls: type[attrs.AttrsInstance]) -> type[msgspec.Struct]:
    """Return the class of the shadows of a class of the model.

    It has the types of the fields and no other rule. A shadow of a record writes the type of the record first.
    """
    name = TYPE_NAMES.get(cast("type[Record]", cls))
    return msgspec.defstruct(
        cls.__name__,
        [shadow_field(field) for field in file_fields(cls)],
        tag=name,
        tag_field="type" if name else None,
        forbid_unknown_fields=True,
        omit_defaults=True,
        frozen=True,  # so that they can be members of a set
        gc=False,  # they hold no circles
    )


def shadow_field(field: Field) -> tuple[str, Any] | tuple[str, Any, Any]:
    """Return name, type and default of a field of a shadow."""
    type_ = shadow_type(field.node)
    if field.required:
        return field.name, type_
    match field.node:
        case MapNode():
            return field.name, type_, msgspec.field(default_factory=dict)
        case ManyNode():
            return field.name, type_, ()
        case _:
            return field.name, type_, field.default


def shadow_type(node: Node) -> Any:  # noqa: ANN401  (a type is any object)
    """Return the type of a value of a node in a shadow."""
    type_: Any
    match node:
        case TextNode() | IdNode() | CodeNode() | DateNode():
            type_ = str
        case WholeNode():
            type_ = int
        case NumberNode():
            type_ = float
        case FlagNode():
            type_ = bool
        case VocabularyNode(vocabulary=vocabulary):
            type_ = vocabulary
        case MapNode(of_text=of_text):
            type_ = dict[str, str] if of_text else dict[str, Any]
        case ManyNode(item=item):
            type_ = types.GenericAlias(tuple, (shadow_type(item), ...))
        case PartNode(cls=cls):
            type_ = shadow_class(cls)
        case _:
            assert_never(node)
    return type_ | None if node.optional else type_


ESCAPES: Final = re.compile(rb"\\[^\"\\nt]")
"""What is written with a backslash and may be a control character; the backslash before it may be one itself."""

C1: Final = re.compile(rb"\xc2[\x80-\x9f]")
"""The control characters beyond ASCII, in UTF-8."""

BACKSLASH: Final = ord("\\")
DELETE: Final = 0x7F
LEAD: Final = 0xC2


def may_hold_control(line: bytes) -> bool:
    """Whether a line may hold a control character that no text may have; most lines are asked for three bytes alone."""
    return (
        DELETE in line
        or (BACKSLASH in line and ESCAPES.search(line) is not None)
        or (LEAD in line and C1.search(line) is not None)
    )


ENCODER: Final = msgspec.json.Encoder()


@functools.cache
def decoder() -> Callable[[bytes], Any]:
    """Return what makes the shadow of a line of any record."""
    shadows = [shadow_class(cls) for cls in CLASSES]
    return msgspec.json.Decoder(Union[tuple(shadows)]).decode  # noqa: UP007  (of a tuple)


@functools.cache
def builders() -> dict[type, Any]:
    """Return what makes a record of a shadow, by the class of the shadow."""
    return {shadow_class(cls): build_of(cls) for cls in CLASSES}


@functools.cache
def shadowers() -> dict[type, Any]:
    """Return what makes a shadow of a record, by the class of the record."""
    return {cls: shadow_of(cls, shadow_class) for cls in CLASSES}


def reader() -> Callable[[bytes], Record]:
    """Return a function that makes a record of a line, without its end; it raises `Unfit` if the line is not proven.

    The function knows the ids and dates that it has met, so that equal ones are one object.
    """
    decode, encode, build, known_ids, known_dates = decoder(), ENCODER.encode, builders(), KnownIds(), KnownDates()

    def read(line: bytes) -> Record:
        try:
            shadow = decode(line)
            is_proven = encode(shadow) == line
        except REFUSALS:
            raise Unfit from None
        if not is_proven or len(line) > MAX_LINE or may_hold_control(line):
            raise Unfit
        try:
            return cast("Record", build[type(shadow)](shadow, known_ids, known_dates))
        except InvalidRecordError:
            raise Unfit from None

    return read


def line_of(record: Record) -> bytes:
    """Write a record as a line, without its end.

    Raises:
        Unfit: it has open fields, or a number that not all write in one way.
    """
    return ENCODER.encode(shadowers()[type(record)](record))
