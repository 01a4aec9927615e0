"""The fast road of JSON documents: each record is cut out of the text, and read or written as one of JSON Lines is.

A document may be laid out in any way, as white space between values says nothing. What surrounds the records is read by
the strict parser, and so is each record whose text without white space is not proven. Needs the extra `fast`.
"""

import functools
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, cast

import attrs
import msgspec

from diplo_events.dataset import HEADER, Dataset
from diplo_events.errors import InvalidRecordError, ProblemsError
from diplo_events.formats._document import converter, dataset_with, header_of, plain_record
from diplo_events.formats._json_text import parse
from diplo_events.formats._known_values import KnownValues
from diplo_events.formats._proof import CLOSED, END, SORTED, proof_problems, without_proof
from diplo_events.formats._record_code import maker_of
from diplo_events.formats._shadow_code import ShadowClasses, shadow_of
from diplo_events.formats._shadows import ENCODER, OPEN_LIST, REFUSALS, draft_class, proven_shadow, shadow_class
from diplo_events.formats._text import decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import COLLECTIONS, Record

__all__ = ["read", "written"]

CLASSES: Final[Mapping[str, type[attrs.AttrsInstance]]] = dict(COLLECTIONS)
SORTED_ENCODER: Final = msgspec.json.Encoder(order="sorted")
INDENTED: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, indent=2)


SHADOW_CLASSES: Final = ShadowClasses(shadow_class, draft_class, shadow_class, msgspec.UNSET)


class Written(NamedTuple):
    """A record, and its text that is hashed."""

    value: Any
    """The record, or its text in the file."""
    hashed: bytes
    """Its text with sorted keys."""


@functools.cache
def frame_class() -> type[msgspec.Struct]:
    """Return the class of documents, with the texts of their records and of their other fields."""
    around = [(name, msgspec.Raw, msgspec.Raw(b"")) for name in (CLOSED, *(field.name for field in HEADER))]
    lists = [(name, tuple[msgspec.Raw, ...], ()) for name in COLLECTIONS]
    fields = [*around, *lists, (END, msgspec.Raw, msgspec.Raw(b""))]
    return msgspec.defstruct("Frame", fields, forbid_unknown_fields=True, omit_defaults=True)


def read(data: bytes) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is, or its fields come in an unusual order.
    """
    try:
        compact = msgspec.json.format(data, indent=-1)
        frame = msgspec.json.decode(compact, type=frame_class())
        is_proven = ENCODER.encode(frame) == compact
    except REFUSALS:
        raise Unfit from None
    if not is_proven:
        raise Unfit
    known = KnownValues(bounded=False)
    records: list[Record] = []
    apart: list[Record] = []
    hashed: dict[str, list[bytes]] = {}
    for name, cls in CLASSES.items():
        if texts := getattr(frame, name):
            setattr(frame, name, ())
            read_one = reader(cls, known, apart)
            pairs = [read_one(bytes(text)) for text in texts]
            records.extend(pair.value for pair in pairs)
            hashed[name] = [pair.hashed for pair in pairs]
    rest = cast("dict[str, Any]", parse(decode_fast(ENCODER.encode(frame))))
    if CLOSED in rest or END in rest:
        truth = truth_of(without_end(rest), hashed) if END in rest else None
        if any(proof_problems(rest, truth)):
            raise Unfit
    return dataset_with(without_proof(rest), records, known.noted(apart))


def reader(cls: type[attrs.AttrsInstance], known: KnownValues, apart: list[Record]) -> Callable[[bytes], Written]:
    """Return a function that makes a record of a class of its text; it raises `Unfit` if the text is wrong.

    Args:
        cls: The class.
        known: What was met before.
        apart: Where records are added of whose references nothing is noted.
    """
    decode, build_whole = msgspec.json.Decoder(shadow_class(cls)).decode, maker_of(cls, bounded=known.bounded)(known)
    decode_draft, build_draft = (
        msgspec.json.Decoder(draft_class(cls)).decode,
        maker_of(cls, absent=msgspec.UNSET, bounded=known.bounded)(known),
    )

    made: list[Record] = []

    def read_one(text: bytes) -> Written:
        is_draft = OPEN_LIST in text
        shadow = proven_shadow(decode_draft if is_draft else decode, text)
        build = build_draft if is_draft else build_whole
        if shadow is not None:
            try:
                build((shadow,), made)
                return Written(made.pop(), SORTED_ENCODER.encode(shadow))
            except (InvalidRecordError, Unfit):
                pass
        content = parse(decode_fast(text))
        try:
            record = cast("Record", converter(explaining=False).structure(content, cls))
        except ProblemsError:
            raise Unfit from None
        apart.append(record)
        return Written(record, SORTED.encode(content).encode())

    return read_one


def without_end(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without the field that has its proof."""
    return {name: value for name, value in document.items() if name != END}


def truth_of(rest: Mapping[str, Any], hashed: Mapping[str, list[bytes]]) -> dict[str, object]:
    """Return the true proof of a document, given what surrounds its records and the texts of these."""
    state = hashlib.sha256()
    for index, name in enumerate(sorted([*rest, *hashed])):
        state.update(f"{',' if index else '{'}{SORTED.encode(name)}:".encode())
        if name in hashed:
            state.update(b"[" + b",".join(hashed[name]) + b"]")
        else:
            state.update(SORTED.encode(rest[name]).encode())
    state.update(b"}")
    return {"records": sum(map(len, hashed.values())), "sha256": state.hexdigest()}


def written(dataset: Dataset) -> bytes:
    """Write a dataset of this version."""
    rest: dict[str, Any] = {CLOSED: True, **header_of(dataset)}
    values = {name: INDENTED.encode(value).encode() for name, value in rest.items()}
    hashed: dict[str, list[bytes]] = {}
    for name, cls in COLLECTIONS.items():
        if records := dataset.of_type(cls):
            pairs = [text_of(record) for record in records]
            values[name] = b"[\n  " + b",\n  ".join(indented(pair.value) for pair in pairs) + b"\n]"
            hashed[name] = [pair.hashed for pair in pairs]
    values[END] = INDENTED.encode(truth_of(rest, hashed)).encode()
    lines = (f'  "{name}": '.encode() + indented(value) for name, value in values.items())
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


def indented(text: bytes) -> bytes:
    """Return a value one level deeper; texts in it have no line ends."""
    return text.replace(b"\n", b"\n  ")


def text_of(record: Record) -> Written:
    """Write a record."""
    cls: type[attrs.AttrsInstance] = type(record)
    try:
        shadow = shadow_of(cls, SHADOW_CLASSES)(record)
        return Written(msgspec.json.format(ENCODER.encode(shadow), indent=2), SORTED_ENCODER.encode(shadow))
    except Unfit:
        plain = plain_record(record)
        return Written(INDENTED.encode(plain).encode(), SORTED.encode(plain).encode())
