"""Lines as batches of Arrow for an engine. Needs the extra `arrow`."""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from diplo_events.errors import MissingExtraError, NotReadableError, Problem
from diplo_events.formats.arrow_records import array_batches
from diplo_events.formats.arrow_tables import arrow_schema
from diplo_events.formats.columns import Column
from diplo_events.formats.line_ranges import RangedLine
from diplo_events.schema import Record
from diplo_events.spark._columns import BATCH, engine_columns, fingerprint_of

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "records for an engine") from error

__all__ = ["engine_schema", "line_batches", "problem_batch", "record_batches"]

Batch: TypeAlias = Any
"""Some rows as Arrow has them: pyarrow has no types of its own."""


def engine_schema(cls: type[Record]) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the schema of the rows of a type."""
    return schema_of(engine_columns(cls))


@functools.cache
def schema_of(columns: tuple[Column, ...]) -> Any:  # noqa: ANN401  (the same)
    """Return the schema of some columns, which is made once."""
    return arrow_schema(columns)


def line_batches(cls: type[Record], lines: Iterable[RangedLine], mode: str) -> Iterator[Batch]:
    """Return lines as batches of Arrow, according to the mode.

    Raises:
        NotReadableError: the mode is `FAILFAST`, and a line is not a record.
    """
    waiting = iter(lines)
    while some := list(itertools.islice(waiting, BATCH)):
        bad = [line.problems for line in some if line.record is None]
        if bad and mode == "FAILFAST":
            raise NotReadableError(bad[0])
        yield from record_batches(cls, [line.record for line in some if line.record is not None])
        if bad and mode == "PERMISSIVE":
            yield problem_batch(cls, bad)


def record_batches(cls: type[Record], records: Sequence[Record]) -> Iterator[Batch]:
    """Return records of one type as batches of Arrow."""
    done = 0
    for arrays in array_batches(cls, records):
        count = len(arrays[0])
        prints = pa.array(map(fingerprint_of, records[done : done + count]), pa.string())
        yield pa.RecordBatch.from_arrays([*arrays, prints, pa.nulls(count, pa.string())], schema=engine_schema(cls))
        done += count


def problem_batch(cls: type[Record], problems: Sequence[Iterable[Problem]]) -> Batch:
    """Return lines that are not records as a batch of Arrow."""
    schema = engine_schema(cls)
    empty = [pa.nulls(len(problems), field.type) for field in list(schema)[:-1]]
    texts = pa.array(["\n".join(map(str, found)) for found in problems], pa.string())
    return pa.RecordBatch.from_arrays([*empty, texts], schema=schema)
