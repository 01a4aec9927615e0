"""A record as a line of JSON: by the fast road where it is open, and by the strict converter where it is not."""

import functools
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Final, cast

from diplo_events._internal.dataset.fitting import Noted
from diplo_events._internal.system.gc import nothing
from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError, ProblemsError
from diplo_events.formats._document import converter, plain_record
from diplo_events.formats._jsonl_lines import line, read_line_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import RECORD_TYPES, Record, type_name

__all__ = [
    "document_road_for",
    "fast_road",
    "likely_size",
    "line_road",
    "read_records",
    "read_slowly",
    "record_line",
    "record_reader",
    "record_writer",
    "road_for",
    "write_slowly",
]


LARGE: Final = 1_000_000
"""From how many bytes on a file is worth the time in which the fast road is opened: that of some 1,500 records."""

LIKELY: Final = 500
"""How many bytes a record has, on an average."""

ROAD: Final = f"{__name__.rpartition('.')[0]}._shadows"


def road_for(size: int) -> ModuleType | None:
    """Return the fast road if a file of so many bytes is worth it, or if it is open already."""
    return fast_road() if size >= LARGE or ROAD in sys.modules else None


def document_road_for(size: int) -> ModuleType | None:
    """Return the fast road of documents, if a document of so many bytes is worth it or the road is open already."""
    if road_for(size) is None:
        return None
    from diplo_events.formats import _shadow_documents  # noqa: PLC0415  (needs the same extra)

    return _shadow_documents


def likely_size(dataset: Dataset) -> int:
    """Return about how many bytes the file of a dataset has."""
    return LIKELY * len(dataset)


@functools.cache
def fast_road() -> ModuleType | None:
    """Return the fast road, if the extra `fast` is there."""
    try:
        from diplo_events.formats import _shadows  # noqa: PLC0415  (needs an extra, and time that only files are worth)
    except MissingExtraError:
        return None
    return _shadows


@functools.cache
def line_road() -> ModuleType | None:
    """Return what makes lines without records, if the extra `fast` is there."""
    try:
        from diplo_events.formats import _line_makers  # noqa: PLC0415  (needs an extra, and time that only files are worth)
    except MissingExtraError:
        return None
    return _line_makers


def record_reader(size: int = LARGE) -> Callable[[bytes], Record]:
    """Return a function that makes a record of a line, without its end, in which nothing is wrong.

    It raises `Unfit` if something is: the explaining reader then explains that line. It keeps the ids and dates that it
    has met, as many as fit into a few megabytes; make one for each file.

    Args:
        size: How many bytes the file has. A small one is read before the fast road is open.

    Examples:
        >>> read = record_reader()
        >>> read(b'{"type":"issue","id":"tolls","label":"Tolls","proposition":"There should be tolls."}').label
        'Tolls'
    """
    road = road_for(size)
    return read_slowly if road is None else cast("Callable[[bytes], Record]", road.reader(read_slowly))


def read_records(
    raw: bytes, begin: int, now_and_then: Callable[[], object] = nothing
) -> tuple[list[Record | bytes], Noted | None]:
    """Make records of the lines of a file, and note to what they refer; wrong lines stay as they are.

    Args:
        raw: The file.
        begin: Where the first of the lines begins.
        now_and_then: Is called a few times, if the file is large.
    """
    road = road_for(len(raw))
    if road is not None:
        return cast(
            "tuple[list[Record | bytes], Noted]", road.read_lines(raw, begin, read_if_right, bytes, now_and_then)
        )
    lines = raw[begin:].removesuffix(b"\n").split(b"\n") if begin < len(raw) else []
    return list(map(read_if_right, lines)), None


def read_if_right(text: bytes) -> Record | bytes:
    """Make a record of a line, if nothing is wrong with it, or return the line."""
    try:
        return read_slowly(text)
    except Unfit:
        return text


def read_slowly(text: bytes) -> Record:
    """Make a record of a line by the strict converter, which is right about every line.

    Raises:
        Unfit: something is wrong with the line.
    """
    kind, content = read_line_fast(text, is_first=False)
    if (cls := RECORD_TYPES.get(kind)) is None:
        raise Unfit
    try:
        return converter(explaining=False).structure(content, cls)
    except ProblemsError:
        raise Unfit from None


def record_writer(size: int = LARGE) -> Callable[[Record], bytes]:
    r"""Return a function that writes a record as a line, with its end.

    Args:
        size: About how many bytes are written in all. Few are written before the fast road is open.

    Examples:
        >>> from diplo_events import Issue
        >>> write = record_writer()
        >>> write(Issue(id="tolls", label="Tolls", proposition="There should be tolls."))
        b'{"type":"issue","id":"tolls","label":"Tolls","proposition":"There should be tolls."}\n'
    """
    road = road_for(size)
    return write_slowly if road is None else cast("Callable[[Record], bytes]", road.writer(write_slowly))


def write_slowly(record: Record) -> bytes:
    """Write a record as a line by the strict converter, which can write each of them."""
    return line({"type": type_name(type(record)), **plain_record(record)}).encode()


@functools.cache
def record_line_writer() -> Callable[[Record], bytes]:
    """Return the function that writes single records."""
    return record_writer()


def record_line(record: Record) -> bytes:
    """Write one record as a line, with its end."""
    return record_line_writer()(record)
