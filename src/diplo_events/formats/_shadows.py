"""The fast road of JSON: msgspec reads a line into a shadow, a struct of plain types, and writes it again.

A line counts as read only if what is written is the line, byte for byte: then no key is doubled, no default is written
out, no field is unknown, and no number or text has another spelling. Needs the extra `fast`.
"""

import functools
import re
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Final, Union, assert_never, cast

import attrs

from diplo_events.errors import InvalidRecordError, MissingExtraError
from diplo_events.formats._jsonl_lines import MAX_LINE
from diplo_events.formats._known_values import KnownDates, KnownIds
from diplo_events.formats._record_code import ShadowClasses, build_of, file_fields, shadow_of
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import MAX_INT
from diplo_events.model.open_field import OPEN_KEY
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
    fields,
)

try:
    import msgspec
except ImportError as error:
    raise MissingExtraError.of("fast", "reading and writing JSON fast") from error

__all__ = [
    "CLASSES",
    "ENCODER",
    "OPEN_LIST",
    "REFUSALS",
    "draft_class",
    "proven_shadow",
    "reader",
    "shadow_class",
    "writer",
]

TYPE_NAMES: Final[Mapping[object, str]] = {cls: name for name, cls in RECORD_TYPES.items()}

CLASSES: Final[tuple[type[attrs.AttrsInstance], ...]] = tuple(RECORD_TYPES.values())

REFUSALS: Final = (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError)
"""What msgspec raises for a line that has no shadow."""


def line_class(cls: type[attrs.AttrsInstance]) -> type[msgspec.Struct]:
    """Return the class of the shadows of a type of records in lines, which name the type first."""
    return shadow_class(cls, type_name=TYPE_NAMES[cls])


@functools.cache
def shadow_class(cls: type[attrs.AttrsInstance], *, type_name: str | None = None) -> type[msgspec.Struct]:
    """Return the class of the shadows of a class of the model. It has the types of the fields and no other rule."""
    return msgspec.defstruct(
        cls.__name__,
        [shadow_field(field) for field in file_fields(cls)],
        tag=type_name,
        tag_field="type" if type_name else None,
        forbid_unknown_fields=True,
        omit_defaults=True,
        frozen=True,  # so that they can be members of a set
        gc=False,  # they hold no circles
    )


def draft_line_class(cls: type[attrs.AttrsInstance]) -> type[msgspec.Struct]:
    """Return the class of the shadows in lines of the records of a type that have open fields."""
    return draft_class(cls, type_name=TYPE_NAMES[cls])


@functools.cache
def draft_class(cls: type[attrs.AttrsInstance], *, type_name: str | None = None) -> type[msgspec.Struct]:
    """Return the class of the shadows of records with open fields: with the list of these after the id."""
    shadow_fields: list[Any] = []
    for field in fields(cls):
        if field.openable:
            shadow_fields.append((field.name, shadow_type(field.node) | msgspec.UnsetType, msgspec.UNSET))
        else:
            shadow_fields.append(shadow_field(field))
        if field.name == "id":
            shadow_fields.append((OPEN_KEY, tuple[str, ...]))
    return msgspec.defstruct(
        cls.__name__,
        shadow_fields,
        tag=type_name,
        tag_field="type" if type_name else None,
        forbid_unknown_fields=True,
        omit_defaults=True,
        frozen=True,
        gc=False,
        kw_only=True,
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
            type_ = typing.Annotated[int, msgspec.Meta(ge=-MAX_INT - 1, le=MAX_INT)]
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

OPEN_LIST: Final = f',"{OPEN_KEY}":["'.encode()
"""Begins the list of the open fields; in a text there would be backslashes in it."""

BACKSLASH: Final = ord("\\")
DELETE: Final = 0x7F
LEAD: Final = 0xC2


def may_hold_control(line: bytes) -> bool:
    """Whether a line may hold a control character that no text may have."""
    return DELETE in line or bool(ESCAPES.search(line) or C1.search(line))


ENCODER: Final = msgspec.json.Encoder()


@functools.cache
def decoder() -> Callable[[bytes], Any]:
    """Return what makes the shadow of a line of any record."""
    return msgspec.json.Decoder(Union[tuple(map(line_class, CLASSES))]).decode  # noqa: UP007  (of a tuple)


@functools.cache
def draft_decoder() -> Callable[[bytes], Any]:
    """Return what makes the shadow of a line of any record with open fields."""
    return msgspec.json.Decoder(Union[tuple(map(draft_line_class, CLASSES))]).decode  # noqa: UP007  (of a tuple)


@functools.cache
def builders() -> dict[type, Any]:
    """Return what makes a record of a shadow, by the class of the shadow."""
    whole = {line_class(cls): build_of(cls) for cls in CLASSES}
    return whole | {draft_line_class(cls): build_of(cls, msgspec.UNSET) for cls in CLASSES}


@functools.cache
def shadowers() -> dict[type, Any]:
    """Return what makes a shadow of a record, by the class of the record."""
    classes = ShadowClasses(line_class, draft_line_class, shadow_class, msgspec.UNSET)
    return {cls: shadow_of(cls, classes) for cls in CLASSES}


def proven_shadow(decode: Callable[[bytes], Any], text: bytes) -> Any:  # noqa: ANN401  (a shadow of any class)
    """Return the shadow of a record in the one text of JSON that writes it, without a control character.

    Args:
        decode: Makes the shadow of a text.
        text: A text. For any other than the one, `None` is returned.
    """
    try:
        shadow = decode(text)
        if ENCODER.encode(shadow) != text or len(text) > MAX_LINE:
            return None
    except REFUSALS:
        return None
    # most texts hold none of the bytes that control characters are written with, and that is known at once
    if (BACKSLASH in text or LEAD in text or DELETE in text) and may_hold_control(text):
        return None
    return shadow


def refuse(_value: object) -> Any:  # noqa: ANN401  (it returns nothing)
    """Refuse a line, or a record."""
    raise Unfit


def reader(otherwise: Callable[[bytes], Record] = refuse) -> Callable[[bytes], Record]:
    """Return a function that makes a record of a line, without its end.

    The function knows the ids and dates that it has met, so that equal ones are one object.

    Args:
        otherwise: What becomes of a line that is not proven.
    """
    decode, decode_draft, build, known_ids, known_dates = (
        decoder(),
        draft_decoder(),
        builders(),
        KnownIds(),
        KnownDates(),
    )

    def read(line: bytes) -> Record:
        shadow = proven_shadow(decode_draft if OPEN_LIST in line else decode, line)
        if shadow is None:
            return otherwise(line)
        try:
            return cast("Record", build[type(shadow)](shadow, known_ids, known_dates))
        except (InvalidRecordError, Unfit):
            return otherwise(line)

    return read


def writer(otherwise: Callable[[Record], bytes] = refuse) -> Callable[[Record], bytes]:
    """Return a function that writes a record as a line, with its end.

    Args:
        otherwise: What writes a record that has a number that not all write in one way.
    """
    encode, shadow = ENCODER.encode, shadowers()

    def write(record: Record) -> bytes:
        try:
            return encode(shadow[type(record)](record)) + b"\n"
        except Unfit:
            return otherwise(record)

    return write
