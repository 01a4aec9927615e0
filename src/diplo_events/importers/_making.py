"""What records are made with: the classes themselves, or what makes their lines at once, for a file.

An importer asks `make[Statement]` and calls what it gets as it would call the class. It never looks into what comes
back, so that the line of a record passes for the record.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from diplo_events.formats.record_stream import line_makers
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["RECORDS", "Makers", "lines"]

Makers: TypeAlias = Mapping[type[Record], Callable[..., Record]]
"""What makes the records of each class."""

RECORDS: Final[Makers] = MappingProxyType({cls: cls for cls in RECORD_TYPES.values()})
"""The classes: records are made."""


def lines() -> Makers:
    """Return what makes lines in place of records."""
    return cast("Makers", line_makers())
