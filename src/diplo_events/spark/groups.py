"""What is asked of many records at once: each record once, months, what the reports of one thing agree on, candidates.

The same functions take a frame of Spark, a relation of DuckDB or a frame of polars, lazy or not, of the same Parquet.
From Spark and polars frames come back. From DuckDB come relations, and tables of Arrow where the library has judged
groups: every connection of DuckDB can query them.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Any, Final, TypeAlias

from diplo_events.errors import ArgumentTypeError, check_choice, shown
from diplo_events.formats.columns import Column
from diplo_events.schema import EVENT_TYPES, RECORD_TYPES, Record
from diplo_events.spark.judging import (
    CANDIDATES,
    CONTRADICTIONS,
    VERDICTS,
    Judge,
    candidates_in,
    contradictions_in,
    verdicts_in,
)

__all__ = ["candidates_of", "contradictions_of", "deduplicated", "verdicts_of", "with_month"]

Frame: TypeAlias = Any
"""A frame of Spark or polars, or a relation of DuckDB: no library has types for all."""

EVENTS: Final = tuple(name for name, cls in RECORD_TYPES.items() if cls in EVENT_TYPES)
"""The types of which there are reports."""


def engine_of(frame: Frame) -> ModuleType:
    """Return what asks the engine of a frame.

    Raises:
        ArgumentTypeError: it is a frame of no engine that is known.
    """
    match type(frame).__module__.partition(".")[0]:
        case "duckdb" | "_duckdb":
            from diplo_events.spark import _on_duckdb  # noqa: PLC0415  (who has a relation has the extra)

            return _on_duckdb
        case "polars":
            from diplo_events.spark import _on_polars  # noqa: PLC0415  (the same)

            return _on_polars
        case "pyspark":  # pragma: no cover  (CI has no Spark)
            from diplo_events.spark import _on_spark  # noqa: PLC0415  (the same)

            return _on_spark
        case _:
            expected = "a frame of Spark or polars, or a relation of DuckDB"
            raise ArgumentTypeError(f"expected {expected}, found {shown(frame)}")


def deduplicated(frame: Frame) -> Frame:
    """Return a frame with each record once: of rows whose canonical bytes are the same, one is kept; problems are kept.

    Records with one id and different content are not the same; both stay. Rows without `_fingerprint`, as the format
    Parquet has them, are compared by all their cells, which comes to the same.

    Examples:
        >>> import duckdb, diplo_events
        >>> from diplo_events.spark.parquet_parts import parquet_parts
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> _ = parquet_parts("articles.jsonl", "parts")
        >>> twice = duckdb.read_parquet(["parts/statements/*.parquet"] * 2)
        >>> len(twice), len(deduplicated(twice))
        (290, 145)
    """
    return engine_of(frame).deduplicated(frame)


def with_month(events: Frame, sources: Frame) -> Frame:
    """Return event records with `month`, the month in which their source was published, to partition files by.

    It is the first seven characters of a date that begins with a year and a month, whatever its marks; `unknown` if
    the source has no such date. Both frames are of one engine.
    """
    return engine_of(events).with_month(events, sources)


def contradictions_of(events: Frame, type_: str, shared: Mapping[str, Record]) -> Frame:
    """Return the contradictions between reports of one referent, found group by group, as a frame.

    Args:
        events: A frame with event records of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id, sent to every task: sources, actors, places, documents.
    """
    return judged(events, type_, shared, contradictions_in, CONTRADICTIONS)


def verdicts_of(events: Frame, type_: str, shared: Mapping[str, Record]) -> Frame:
    """Return how far the reports of each referent agree, field by field, as a frame.

    Args:
        events: A frame with event records of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id, sent to every task: sources, actors, places, documents.
    """
    return judged(events, type_, shared, verdicts_in, VERDICTS)


def judged(events: Frame, type_: str, shared: Mapping[str, Record], judge: Judge, columns: tuple[Column, ...]) -> Frame:
    """Return a frame with what a function says of each group of rows with one `canonical_id`."""
    check_choice("the type", type_, EVENTS)
    return engine_of(events).judged(events, type_, shared, judge, columns)


def candidates_of(events: Frame, type_: str, shared: Mapping[str, Record]) -> Frame:
    """Return the pairs of records that might have one referent, found block by block, as a frame, each pair once.

    They are those that `corroboration.candidates.find_candidates` proposes for all records of the type together.
    Records with open fields are left out. Needs the extra `rapidfuzz`.

    Args:
        events: A frame with event records of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id, sent to every task: sources, actors, places, documents.
    """
    check_choice("the type", type_, EVENTS)
    return engine_of(events).judged_blocks(events, type_, shared, candidates_in, CANDIDATES)
