"""What is asked of many records at once, asked of Spark: frames in, frames out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from diplo_events.formats.arrow_tables import arrow_schema, arrow_table, cells_of
from diplo_events.formats.columns import Column
from diplo_events.schema import Record
from diplo_events.spark._columns import FINGERPRINT, PROBLEMS
from diplo_events.spark._grouping import block_batches, with_block
from diplo_events.spark.judging import BLOCK, Judge

__all__ = ["deduplicated", "judged", "judged_blocks", "with_month"]

Frame: TypeAlias = Any
"""A frame of Spark, or a table of Arrow in one of its groups: their types are unknown without Spark."""


def deduplicated(frame: Frame) -> Frame:
    """Return a frame with each record once."""
    from pyspark.sql import functions  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who has Spark)

    if FINGERPRINT not in frame.columns:
        return frame.dropDuplicates()
    if PROBLEMS not in frame.columns:
        return frame.dropDuplicates([FINGERPRINT])
    bad = functions.col(PROBLEMS).isNotNull()
    return frame.where(~bad).dropDuplicates([FINGERPRINT]).unionByName(frame.where(bad))


def with_month(events: Frame, sources: Frame) -> Frame:
    """Return event records with the month in which their source was published."""
    from pyspark.sql import functions  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who has Spark)

    month = functions.regexp_extract("published", r"^[0-9]{4}-(?:0[1-9]|1[0-2])", 0)
    known = functions.when(month != "", month)
    months = sources.select(functions.col("id").alias("source"), known.alias("month"))
    joined = events.join(months, "source", "left")
    return joined.withColumn("month", functions.coalesce("month", functions.lit("unknown")))


def judged(events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]) -> Frame:
    """Return what a function says of each group of rows with one `canonical_id`."""
    return applied(events.where("canonical_id is not null"), "canonical_id", (type_, shared, judge), columns)


def judged_blocks(
    events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]
) -> Frame:
    """Return what a function says of the pairs in each block of rows."""
    from pyspark.sql.pandas import types  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (the same)

    known = events.sparkSession.sparkContext.broadcast(dict(shared))

    def of_batches(batches: Iterable[Any]) -> Iterator[Any]:
        return block_batches(batches, type_, known.value)

    schema = types.from_arrow_schema(with_block(types.to_arrow_schema(events.schema)))
    answers = applied(events.mapInArrow(of_batches, schema), BLOCK, (type_, shared, judge), columns)
    return answers.dropDuplicates(["left", "right"])


def applied(
    frame: Frame, key: str, judging: tuple[str, Mapping[str, Record], Judge], columns: tuple[Column, ...]
) -> Frame:
    """Return a frame with what a function says of each group of rows with one key."""
    from pyspark.sql.pandas import types  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (the same)

    type_, shared, judge = judging
    known = frame.sparkSession.sparkContext.broadcast(dict(shared))

    def of_group(table: Frame) -> Frame:
        return arrow_table(columns, judge(cells_of(table), type_, known.value))

    return frame.groupBy(key).applyInArrow(of_group, schema=types.from_arrow_schema(arrow_schema(columns)))
