"""`RecordLine`: a record that was written, and perhaps never made."""

from typing import NamedTuple

from diplo_events.schema import Record

__all__ = ["RecordLine"]


class RecordLine(NamedTuple):
    """A record that was written, and perhaps never made."""

    cls: type[Record]
    """The type of the record."""
    text: bytes
    """The line, with its end."""
