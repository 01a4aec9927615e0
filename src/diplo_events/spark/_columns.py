"""The columns of records for an engine: those of Arrow and Parquet, and two that say which record or what is wrong."""

import hashlib
from typing import Final

import attrs

from diplo_events.formats.columns import Column, columns_of
from diplo_events.formats.line_ranges import record_line
from diplo_events.schema import Record

__all__ = ["BATCH", "FINGERPRINT", "MODES", "PROBLEMS", "engine_columns", "fingerprint_of"]

FINGERPRINT: Final = "_fingerprint"
"""The column with the SHA-256 of a record's line as the library writes it: equal records have equal ones."""

PROBLEMS: Final = "_problems"
"""The column with what is wrong with a line that is not a record; empty for records."""

MODES: Final = ("PERMISSIVE", "DROPMALFORMED", "FAILFAST")
"""What becomes of lines that are not records: a row with `_problems`, nothing, or an error."""

BATCH: Final = 4_096
"""How many rows go to an engine at a time."""


def engine_columns(cls: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a type of records for an engine: those of Arrow and Parquet, and two more.

    All may be empty: a line that is not a record has `_problems` alone.

    Examples:
        >>> from diplo_events import Issue
        >>> [column.name for column in engine_columns(Issue)][-3:]
        ['open', '_fingerprint', '_problems']
    """
    own = (Column(name=FINGERPRINT, type="text"), Column(name=PROBLEMS, type="text"))
    return tuple(attrs.evolve(column, optional=True) for column in (*columns_of(cls), *own))


def fingerprint_of(record: Record) -> str:
    """Return the SHA-256 of a record's line as the library writes it."""
    return hashlib.sha256(record_line(record)).hexdigest()
