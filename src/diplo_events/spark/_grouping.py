"""Groups of rows judged one after another, as batches of Arrow that an engine has sorted. Needs the extra `arrow`."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, TypeAlias

from diplo_events.errors import MissingExtraError
from diplo_events.formats.arrow_tables import arrow_schema, arrow_table, cells_of
from diplo_events.formats.columns import Column
from diplo_events.schema import Record
from diplo_events.spark._columns import BATCH
from diplo_events.spark.judging import BLOCK, Judge, blocks_in

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "groups of records") from error

__all__ = ["block_batches", "judged_groups", "judged_table", "pairs_once", "with_block"]

Batch: TypeAlias = Any
"""Some rows as Arrow has them: pyarrow has no types of its own."""


def with_block(schema: Any) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the schema of rows with the column of blocks."""
    return schema.append(pa.field(BLOCK, pa.string()))


def block_batches(batches: Iterable[Batch], type_: str, shared: Mapping[str, Record]) -> Iterator[Batch]:
    """Return each row once for each block of its record, with the key of the block."""
    for batch in batches:
        table = pa.table(batch.columns, schema=batch.schema)
        keys = blocks_in(cells_of(table), type_, shared)
        of_rows = [keys.get(key, ()) for key in table.column("id").to_pylist()]
        places = [place for place, blocks in enumerate(of_rows) for _ in blocks]
        repeated = table.take(pa.array(places, pa.int64()))
        blocks = pa.array(list(itertools.chain.from_iterable(of_rows)), pa.string())
        yield from repeated.append_column(pa.field(BLOCK, pa.string()), blocks).to_batches()


def judged_groups(
    batches: Iterable[Batch], key: str, judge: Judge, type_: str, shared: Mapping[str, Record]
) -> Iterator[dict[str, Any]]:
    """Return what a function says of each group of rows, which come one group after another."""
    rows = (row for batch in batches for row in cells_of(batch))
    for _, group in itertools.groupby(rows, itemgetter(key)):
        yield from judge(group, type_, shared)


def judged_table(columns: tuple[Column, ...], answers: Iterable[dict[str, Any]]) -> Any:  # noqa: ANN401  (the same)
    """Return answers as a table of Arrow, which is made some rows at a time."""
    schema, waiting = arrow_schema(columns), iter(answers)
    tables: list[Any] = []
    while some := list(itertools.islice(waiting, BATCH)):
        tables.append(arrow_table(columns, some))
    return pa.concat_tables(tables) if tables else schema.empty_table()


def pairs_once(answers: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Return each pair of records once, however many blocks have both."""
    met: set[tuple[str, str]] = set()
    for answer in answers:
        pair = (answer["left"], answer["right"])
        if pair not in met:
            met.add(pair)
            yield answer
