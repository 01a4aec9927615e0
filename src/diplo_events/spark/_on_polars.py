"""What is asked of many records at once, asked of polars: frames in, frames out, lazy ones for lazy ones."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import polars as pl

from diplo_events.formats.columns import Column
from diplo_events.schema import Record
from diplo_events.spark._columns import BATCH, FINGERPRINT, PROBLEMS
from diplo_events.spark._grouping import block_batches, judged_groups, judged_table, pairs_once, with_block
from diplo_events.spark.judging import BLOCK, Judge

__all__ = ["deduplicated", "judged", "judged_blocks", "with_month"]

Frame: TypeAlias = Any
"""A `DataFrame` or a `LazyFrame` of polars."""


def deduplicated(frame: Frame) -> Frame:
    """Return a frame with each record once."""
    names = frame.collect_schema().names()
    if FINGERPRINT not in names:
        return frame.unique()
    if PROBLEMS not in names:
        return frame.unique(FINGERPRINT)
    bad = pl.col(PROBLEMS).is_not_null()
    return pl.concat([frame.filter(~bad).unique(FINGERPRINT), frame.filter(bad)])


def with_month(events: Frame, sources: Frame) -> Frame:
    """Return event records with the month in which their source was published."""
    month = pl.col("published").str.extract(r"^([0-9]{4}-(?:0[1-9]|1[0-2]))")
    months = sources.select(pl.col("id").alias("source"), month.alias("month"))
    return events.join(months, on="source", how="left").with_columns(pl.col("month").fill_null("unknown"))


def collected(frame: Frame) -> pl.DataFrame:
    """Return a frame that is not lazy."""
    return frame.collect(engine="streaming") if isinstance(frame, pl.LazyFrame) else frame


def judged(events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]) -> Frame:
    """Return what a function says of each group of rows with one `canonical_id`."""
    asked = collected(events.filter(pl.col("canonical_id").is_not_null()).sort("canonical_id"))
    batches = asked.to_arrow().to_batches(BATCH)
    return pl.from_arrow(judged_table(columns, judged_groups(batches, "canonical_id", judge, type_, shared)))


def judged_blocks(
    events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]
) -> Frame:
    """Return what a function says of the pairs in each block of rows."""
    import pyarrow as pa  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  (an extra; it has none)

    rows = collected(events).to_arrow()
    blocks = block_batches(rows.to_batches(BATCH), type_, shared)
    asked = pl.DataFrame(pa.Table.from_batches(blocks, schema=with_block(rows.schema))).sort(BLOCK, "id")
    batches = asked.to_arrow().to_batches(BATCH)
    return pl.from_arrow(judged_table(columns, pairs_once(judged_groups(batches, BLOCK, judge, type_, shared))))
