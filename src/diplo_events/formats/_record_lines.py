"""A record as a line of JSON: by the fast road where it is open, and by the strict converter where it is not."""

import functools
from collections.abc import Callable
from types import ModuleType
from typing import cast

from diplo_events.errors import MissingExtraError, ProblemsError
from diplo_events.formats._document import converter, plain_record
from diplo_events.formats._jsonl_lines import line, read_line_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import RECORD_TYPES, Record, type_name

__all__ = ["fast_road", "read_slowly", "record_line", "record_reader"]


@functools.cache
def fast_road() -> ModuleType | None:
    """Return the fast road, if the extra `fast` is there."""
    try:
        from diplo_events.formats import _shadows  # noqa: PLC0415  (needs an extra, and time that only files are worth)
    except MissingExtraError:
        return None
    return _shadows


def record_reader() -> Callable[[bytes], Record]:
    """Return a function that makes a record of a line, without its end, in which nothing is wrong.

    It raises `Unfit` if something is: the explaining reader then explains that line. It keeps the ids and dates that it
    has met, as many as fit into a few megabytes; make one for each file.

    Examples:
        >>> read = record_reader()
        >>> read(b'{"type":"issue","id":"tolls","label":"Tolls","proposition":"There should be tolls."}').label
        'Tolls'
    """
    road = fast_road()
    if road is None:
        return read_slowly
    fast: Callable[[bytes], Record] = road.reader()

    def read(text: bytes) -> Record:
        try:
            return fast(text)
        except Unfit:
            return read_slowly(text)

    return read


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


def record_line(record: Record) -> bytes:
    r"""Write a record as a line, with its end.

    Examples:
        >>> from diplo_events import Issue
        >>> record_line(Issue(id="tolls", label="Tolls", proposition="There should be tolls."))
        b'{"type":"issue","id":"tolls","label":"Tolls","proposition":"There should be tolls."}\n'
    """
    if road := fast_road():
        try:
            return cast("bytes", road.line_of(record)) + b"\n"
        except Unfit:
            pass
    return line({"type": type_name(type(record)), **plain_record(record)}).encode()
