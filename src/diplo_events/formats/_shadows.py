"""The fast road of JSON: msgspec reads a line into a shadow, a struct of plain types, and writes it again.

A line counts as read only if what is written is the line, byte for byte: then no key is doubled, no default is written
out, no field is unknown, and no number or text has another spelling. Needs the extra `fast`.
"""

import functools
import re
import types
import typing
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any, Final, TypeVar, Union, assert_never, cast

import attrs

from diplo_events._internal.dataset.fitting import Noted
from diplo_events._internal.system.gc import nothing
from diplo_events.errors import InvalidRecordError, MissingExtraError
from diplo_events.formats._jsonl_lines import MAX_LINE
from diplo_events.formats._known_values import KnownValues
from diplo_events.formats._record_code import Builder, maker_of
from diplo_events.formats._shadow_code import ShadowClasses, file_fields, shadow_of
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
    "read_lines",
    "reader",
    "shadow_class",
    "writer",
]

TYPE_NAMES: Final[Mapping[object, str]] = {cls: name for name, cls in RECORD_TYPES.items()}

R = TypeVar("R")

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

NEWLINE: Final = b"\n"

CHUNK: Final = 8_192
"""About how many bytes of lines are read at a time."""

PARTS: Final = 8
"""In how many parts of equal size a file is read."""


@functools.cache
def decoder() -> "msgspec.json.Decoder[Any]":
    """Return what makes the shadow of a line of any record."""
    return msgspec.json.Decoder(Union[tuple(map(line_class, CLASSES))])  # noqa: UP007  (of a tuple)


@functools.cache
def draft_decoder() -> "msgspec.json.Decoder[Any]":
    """Return what makes the shadow of a line of any record with open fields."""
    return msgspec.json.Decoder(Union[tuple(map(draft_line_class, CLASSES))])  # noqa: UP007  (of a tuple)


class Builders(dict[type, Builder]):
    """What makes a record of a shadow for one reader, by the class of the shadow; each is made when first needed."""

    def __init__(self, known: KnownValues) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, shadow: type) -> Builder:
        cls, absent = classes()[shadow]
        made = self[shadow] = maker_of(cls, absent=absent, bounded=self.known.bounded)(self.known)
        return made


@functools.cache
def classes() -> dict[type, tuple[type[attrs.AttrsInstance], object]]:
    """Return the class of the records of each class of shadows, and what those with open fields have for these."""
    whole: dict[type, tuple[type[attrs.AttrsInstance], object]] = {line_class(cls): (cls, None) for cls in CLASSES}
    return whole | {draft_line_class(cls): (cls, msgspec.UNSET) for cls in CLASSES}


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


def reader(
    otherwise: Callable[[bytes], R] = refuse,
    known: KnownValues | None = None,
    refused: Callable[[bytes], R] | None = None,
) -> Callable[[bytes], Record | R]:
    """Return a function that makes a record of a line, without its end.

    The function knows the ids and dates that it has met, so that equal ones are one object.

    Args:
        otherwise: What becomes of a line that is not proven.
        known: What was met before.
        refused: What becomes of a line that is hardly right, as a value has the wrong type or a field is unknown.
    """
    refused = refused or otherwise
    decode, decode_draft, build = decoder().decode, draft_decoder().decode, Builders(known or KnownValues())
    encode_into, buffer = ENCODER.encode_into, bytearray()
    made: list[Record] = []

    def read(line: bytes) -> Record | R:
        try:
            try:
                shadow = decode(line)
            except REFUSALS as error:
                if OPEN_LIST not in line:
                    return refused(line) if type(error) is msgspec.ValidationError else otherwise(line)
                shadow = decode_draft(line)
            encode_into(shadow, buffer)
        except REFUSALS:
            return otherwise(line)
        # most lines hold none of the bytes that control characters are written with, and that is known at once
        if (
            buffer != line  # pyright: ignore[reportUnnecessaryComparison]  (they are equal if their bytes are)
            or len(line) > MAX_LINE
            or ((BACKSLASH in line or LEAD in line or DELETE in line) and may_hold_control(line))
        ):
            return otherwise(line)
        try:
            build[type(shadow)]((shadow,), made)
        except (InvalidRecordError, Unfit):
            return otherwise(line)
        return made.pop()

    return read


def read_lines(
    raw: bytes,
    begin: int,
    otherwise: Callable[[bytes], R],
    refused: Callable[[bytes], R] | None = None,
    now_and_then: Callable[[], object] = nothing,
) -> tuple[list[Record | R], Noted]:
    """Make records of the lines of a file, and note to what they refer.

    Several lines are read, and proven, at a time; only if that fails, each of them alone.

    Args:
        raw: The file.
        begin: Where the first of the lines begins.
        otherwise: What becomes of a line that is not proven.
        refused: What becomes of a line that is hardly right; the same by default.
        now_and_then: Is called after each part of the file, but for the last one.
    """
    known = KnownValues(bounded=False)
    apart: list[Record | R] = []

    def read_apart(line: bytes) -> Record | R:
        found = otherwise(line)
        apart.append(found)
        return found

    read_one, build = reader(read_apart, known, refused), Builders(known)
    decode, encode = decoder().decode_lines, ENCODER.encode_lines
    found: list[Record | R] = []
    part = (len(raw) - begin) // PARTS + 1
    due = begin + part
    while begin < len(raw):
        if begin >= due:
            now_and_then()
            due += part
        cut = raw.find(NEWLINE, begin + CHUNK) + 1 or len(raw)
        chunk = raw[begin:cut]
        begin = cut
        shadows: list[Any] = []
        try:
            shadows = decode(chunk)
            is_proven = encode(shadows) == chunk and len(chunk) <= MAX_LINE
        except REFUSALS:
            is_proven = False
        if not is_proven or ((BACKSLASH in chunk or LEAD in chunk or DELETE in chunk) and may_hold_control(chunk)):
            due = len(raw)  # if something is wrong, all that was made is given up before the collector runs again
            found.extend(map(read_one, chunk.removesuffix(NEWLINE).split(NEWLINE)))
            continue
        done = len(found)
        try:
            for kind, alike in groupby(shadows, type):
                build[kind](alike, found)
        except (InvalidRecordError, Unfit):
            found.extend(map(read_one, chunk.removesuffix(NEWLINE).split(NEWLINE)[len(found) - done :]))
    return found, known.noted(cast("Record", record) for record in apart if isinstance(record, CLASSES))


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
