"""Records as tables of Apache Arrow, and back, without a row in between. Needs the extra `arrow`. Loses nothing."""

import functools
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.errors import MissingExtraError, NotReadableError
from diplo_events.formats._arrow_reading import records_of
from diplo_events.formats._arrow_writing import columns_of_records
from diplo_events.formats._document import structured
from diplo_events.formats._newer import PlainRecord
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_tables import arrow_schema, cells_of, type_problems
from diplo_events.formats.columns import column_problems, columns_of, plain_of
from diplo_events.schema import COLLECTIONS, Record

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "tables of Arrow") from error

__all__ = ["array_batches", "record_schema", "records_table", "table_records"]

Table: TypeAlias = Any
"""A table of Arrow, or one of its columns: pyarrow has no types of its own."""

LISTS: Final = {cls: name for name, cls in COLLECTIONS.items()}

BATCH: Final = 65_536
"""How many records are made columns of at a time."""


@functools.cache
def record_schema(cls: type[attrs.AttrsInstance]) -> Table:
    """Return the schema of the tables of a class, which is made once."""
    return arrow_schema(columns_of(cls))


@gc_paused()
def records_table(cls: type[attrs.AttrsInstance], records: Sequence[attrs.AttrsInstance]) -> Table:
    """Return records of one class as a table of Arrow, with the columns of the format Parquet.

    Args:
        cls: Their class.
        records: The records.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import Issue
        >>> records_table(Issue, diplo_events.load_example().issues).column("label")[0].as_py()
        'Course of the fighting'
    """
    schema = record_schema(cls)
    batches = (pa.RecordBatch.from_arrays(arrays, schema=schema) for arrays in array_batches(cls, records))
    return pa.Table.from_batches(batches, schema=schema)


@gc_paused()
def table_records(cls: type[Record], table: Table) -> tuple[Record, ...]:
    """Return the records in a table of Arrow, under the rules of a file; whether they fit together is not asked.

    Args:
        cls: Their type.
        table: The table, with the columns of `records_table` in any order.

    Raises:
        NotReadableError: a row is not a record, or a column is another; all problems are listed, by rows from 0.

    Examples:
        >>> import diplo_events
        >>> from diplo_events import Issue
        >>> issues = diplo_events.load_example().issues
        >>> table_records(Issue, records_table(Issue, issues)) == issues
        True
    """
    try:
        return tuple(records_of(cls, table))
    except Unfit:
        pass
    name, columns = LISTS[cls], columns_of(cls)
    problems = [*column_problems(name, cls, table.column_names), *type_problems(name, columns, table.schema)]
    records: list[Record] = []
    for place, row in enumerate([] if problems else cells_of(table)):
        record, found = structured(PlainRecord((name, place), cls, plain_of(cls, row)))
        problems.extend(found)
        if record is not None:
            records.append(record)
    if problems:
        raise NotReadableError(problems)
    return tuple(records)


def array_batches(cls: type[attrs.AttrsInstance], records: Sequence[attrs.AttrsInstance]) -> Iterator[list[Table]]:
    """Return the columns of records, some records at a time: of fewer if they have more text than an array can hold.

    They are for those who add columns of their own. All records are of one class.
    """
    for start in range(0, len(records), BATCH):
        yield from arrays_of(cls, records[start : start + BATCH])


def arrays_of(cls: type[attrs.AttrsInstance], records: Sequence[attrs.AttrsInstance]) -> Iterator[list[Table]]:
    """Return the columns of some records, in as many pieces as their text needs.

    Raises:
        OverflowError: one record alone has more than two gigabytes of text.
    """
    try:
        yield columns_of_records(cls, records)
    except OverflowError:
        if len(records) == 1:
            raise
        half = len(records) // 2
        yield from arrays_of(cls, records[:half])
        yield from arrays_of(cls, records[half:])
