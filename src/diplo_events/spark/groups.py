"""What is asked of many records at once: each record once, months, and what the reports of one thing agree on.

`contradictions_in` and `verdicts_in` answer for the rows of one referent, whatever engine has grouped them: Spark
through `applyInArrow`, DuckDB and polars from the same Parquet.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from diplo_events.converter import make_converter
from diplo_events.corroboration import corroborate, find_contradictions
from diplo_events.dataset import Dataset
from diplo_events.formats.columns import Column, ListOf, StructOf, plain_of
from diplo_events.model import EventRecord
from diplo_events.schema import EVENT_TYPES, RECORD_TYPES, Record, references
from diplo_events.spark.data_source import FINGERPRINT, PROBLEMS

__all__ = [
    "CONTRADICTIONS",
    "VERDICTS",
    "contradictions_in",
    "contradictions_of",
    "deduplicated",
    "verdicts_in",
    "verdicts_of",
    "with_month",
]

Frame: TypeAlias = Any
"""A frame of Spark, or a table of Arrow in one of its groups: their types are unknown without Spark."""

Row = Mapping[str, Any]
"""A record as a row, with the columns of Arrow and Parquet."""

VERSION: Final = StructOf(
    (
        Column(name="value", type="text"),
        Column(name="sources", type=ListOf("text")),
        Column(name="records", type=ListOf("text")),
    )
)

CONTRADICTIONS: Final = (
    Column(name="canonical_id", type="text"),
    Column(name="kind", type="text"),
    Column(name="certain", type="flag"),
    Column(name="versions", type=ListOf(VERSION)),
)
"""The columns of contradictions."""

VERDICTS: Final = (
    Column(name="canonical_id", type="text"),
    Column(name="field", type="text"),
    Column(name="verdict", type="text"),
    Column(name="values", type=ListOf(VERSION)),
)
"""The columns of verdicts: how far the sources of a referent agree on a field."""


def contradictions_in(rows: Iterable[Row], type_: str, shared: Mapping[str, Record]) -> list[dict[str, Any]]:
    """List the contradictions between the reports of one referent, as `corroboration.find_contradictions` finds them.

    Args:
        rows: The reports, as rows of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id: at least the sources; actors, places and documents tell what is part of what.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats.columns import row_of
        >>> dataset = diplo_events.load_example()
        >>> key = "utterance/zakharova-foreign-intervention"
        >>> rows = [row_of(record) for record in dataset.statements if record.canonical_id == key]
        >>> [found["kind"] for found in contradictions_in(rows, "statement", dataset)]
        ['date', 'translation', 'cut']
    """
    group = group_of(rows, type_, shared)
    keys = {record.canonical_id for record in group.of_type(EventRecord)}
    return [
        {
            "canonical_id": found.about,
            "kind": str(found.kind.value),
            "certain": found.certain,
            "versions": [version_of(side.value, side.sources, side.records) for side in found.versions],
        }
        for found in find_contradictions(group)
        if found.about in keys
    ]


def verdicts_in(rows: Iterable[Row], type_: str, shared: Mapping[str, Record]) -> list[dict[str, Any]]:
    """List how far the reports of one referent agree, field by field, as `corroboration.corroborate` judges it.

    Args:
        rows: The reports, as rows of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id.
    """
    return [
        {
            "canonical_id": result.referent,
            "field": field.field,
            "verdict": str(field.verdict.value),
            "values": [version_of(str(given.value), given.sources, given.records) for given in field.attestations],
        }
        for result in corroborate(group_of(rows, type_, shared))
        for field in result.fields
    ]


def version_of(value: str, sources: Iterable[str], records: Iterable[str]) -> dict[str, Any]:
    """Return a value, and who gives it, as a plain mapping."""
    return {"value": value, "sources": list(sources), "records": list(records)}


def group_of(rows: Iterable[Row], type_: str, shared: Mapping[str, Record]) -> Dataset:
    """Return the dataset of some rows and of all that they refer to, directly or by way of another."""
    structure, cls = make_converter(explain=False).structure, RECORD_TYPES[type_]
    cells = ({name: row[name] for name in row if name not in {FINGERPRINT, PROBLEMS}} for row in rows)
    group: dict[str, Record] = {record.id: record for record in (structure(plain_of(cls, row), cls) for row in cells)}
    waiting = list(group.values())
    while waiting:
        record = waiting.pop()
        for reference in references(type(record), record):
            target = shared.get(reference.target)
            if target is not None and target.id not in group and not isinstance(target, EVENT_TYPES):
                group[target.id] = target
                waiting.append(target)
    return Dataset(records=group.values(), complete=False)


def deduplicated(frame: Frame) -> Frame:  # pragma: no cover  (a frame of Spark, which CI does not have)
    """Return a frame with each record once: of rows whose canonical bytes are the same, one is kept; problems are kept.

    Records with one id and different content are not the same; both stay.
    """
    from pyspark.sql import functions  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who has Spark)

    bad = functions.col(PROBLEMS).isNotNull()
    return frame.where(~bad).dropDuplicates([FINGERPRINT]).unionByName(frame.where(bad))


def with_month(events: Frame, sources: Frame) -> Frame:  # pragma: no cover  (frames of Spark)
    """Return event records with `month`, the month in which their source was published, to partition files by.

    It is the first seven characters of a date that begins with a year and a month, whatever its marks; `unknown` if
    the source has no such date.
    """
    from pyspark.sql import functions  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who has Spark)

    month = functions.regexp_extract("published", r"^[0-9]{4}-(?:0[1-9]|1[0-2])", 0)
    known = functions.when(month != "", month)
    months = sources.select(functions.col("id").alias("source"), known.alias("month"))
    joined = events.join(months, "source", "left")
    return joined.withColumn("month", functions.coalesce("month", functions.lit("unknown")))


Judge = Callable[[Iterable[Row], str, Mapping[str, Record]], list[dict[str, Any]]]
"""Returns what there is to say of the reports of one referent."""


def contradictions_of(events: Frame, type_: str, shared: Mapping[str, Record]) -> Frame:
    """Return the contradictions between reports of one referent, found group by group, as a frame.

    Args:
        events: A frame with event records of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id, sent to every task: sources, actors, places, documents.
    """
    return applied(events, type_, shared, contradictions_in, CONTRADICTIONS)


def verdicts_of(events: Frame, type_: str, shared: Mapping[str, Record]) -> Frame:
    """Return how far the reports of each referent agree, field by field, as a frame.

    Args:
        events: A frame with event records of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id, sent to every task: sources, actors, places, documents.
    """
    return applied(events, type_, shared, verdicts_in, VERDICTS)


def applied(  # pragma: no cover  (frames of Spark)
    events: Frame,
    type_: str,
    shared: Mapping[str, Record],
    judge: Judge,
    columns: tuple[Column, ...],
) -> Frame:
    """Return a frame with what a function says of each group of rows with one `canonical_id`."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  # pyright: ignore[reportMissingImports]

    from diplo_events.formats.arrow_tables import arrow_schema, arrow_table, cells_of  # noqa: PLC0415  (an extra)

    known = events.sparkSession.sparkContext.broadcast(dict(shared))

    def of_group(table: Frame) -> Frame:
        return arrow_table(columns, judge(cells_of(table), type_, known.value))

    groups = events.where("canonical_id is not null").groupBy("canonical_id")
    return groups.applyInArrow(of_group, schema=from_arrow_schema(arrow_schema(columns)))
