"""`decode`: text as the formats read it, strict UTF-8."""

from typing import Final

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats._unfit import Unfit

__all__ = ["BOM", "decode", "decode_fast"]

BOM: Final = "\ufeff"
"""The byte order mark."""


def decode(data: bytes | str, *, file: str | None = None) -> str:
    r"""Decode bytes as UTF-8, without the byte order mark that may stand in front.

    Args:
        data: The bytes; text is only freed of the mark.
        file: The name that errors show.

    Raises:
        NotReadableError: they are not UTF-8, or a second mark follows.

    Examples:
        >>> decode(b"caf\xc3\xa9")
        'café'
    """
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            found = f"the byte 0x{data[error.start]:02X}"
            where = place_in(data[: error.start].decode("utf-8"), file)
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


def decode_fast(data: bytes | str) -> str:
    """Decode bytes as UTF-8. `decode` explains what is wrong with bytes that are refused.

    Raises:
        Unfit: they are not UTF-8, or more than one byte order mark is in front.
    """
    try:
        text = data.decode() if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        raise Unfit from None
    if text.startswith(BOM):
        text = text.removeprefix(BOM)
        if text.startswith(BOM):
            raise Unfit
    return text


def place_in(before: str, file: str | None) -> Location:
    """Return line and column of the character after some text."""
    return Location(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
