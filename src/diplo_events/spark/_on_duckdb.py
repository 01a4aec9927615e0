"""What is asked of many records at once, asked of DuckDB: relations in, relations or tables of Arrow out."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from diplo_events.formats.columns import Column
from diplo_events.schema import Record
from diplo_events.spark._columns import BATCH, FINGERPRINT, PROBLEMS
from diplo_events.spark._grouping import block_batches, judged_groups, judged_table, pairs_once, with_block
from diplo_events.spark.judging import BLOCK, Judge

__all__ = ["deduplicated", "judged", "judged_blocks", "with_month"]

Frame: TypeAlias = Any
"""A relation of DuckDB."""

ONCE: Final = "SELECT DISTINCT ON (_fingerprint) * FROM records"

MONTH: Final = "nullif(regexp_extract(published, '^[0-9]{4}-(?:0[1-9]|1[0-2])'), '')"


def deduplicated(frame: Frame) -> Frame:
    """Return a relation with each record once."""
    if FINGERPRINT not in frame.columns:
        return frame.distinct()
    if PROBLEMS not in frame.columns:
        return frame.query("records", ONCE)
    bad = frame.filter(f"{PROBLEMS} IS NOT NULL")
    return frame.filter(f"{PROBLEMS} IS NULL").query("records", ONCE).union(bad)


def with_month(events: Frame, sources: Frame) -> Frame:
    """Return event records with the month in which their source was published."""
    months = sources.project(f"id AS source, {MONTH} AS month")
    return events.join(months, "source", how="left").project("* REPLACE (coalesce(month, 'unknown') AS month)")


def judged(events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]) -> Frame:
    """Return what a function says of each group of rows with one `canonical_id`."""
    batches = events.filter("canonical_id IS NOT NULL").order("canonical_id").to_arrow_reader(BATCH)
    return judged_table(columns, judged_groups(batches, "canonical_id", judge, type_, shared))


def judged_blocks(
    events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]
) -> Frame:
    """Return what a function says of the pairs in each block of rows."""
    import duckdb  # noqa: PLC0415  (who has a relation has it)
    import pyarrow as pa  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  (the same; it has none)

    rows = events.to_arrow_reader(BATCH)
    reader = pa.RecordBatchReader.from_batches(with_block(rows.schema), block_batches(rows, type_, shared))
    with duckdb.connect() as own:
        batches = own.from_arrow(reader).order(f"{BLOCK}, id").to_arrow_reader(BATCH)
        return judged_table(columns, pairs_once(judged_groups(batches, BLOCK, judge, type_, shared)))
