"""Records in Apache Spark, DuckDB and polars: a data source, each record once, and what the library says of groups.

The data source and frames of Spark need the extra `spark`; relations of DuckDB and frames of polars need theirs.
"""

from diplo_events.spark.data_source import DiploDataSource
from diplo_events.spark.groups import candidates_of, contradictions_of, deduplicated, verdicts_of, with_month
from diplo_events.spark.judging import (
    CANDIDATES,
    CONTRADICTIONS,
    VERDICTS,
    candidates_in,
    contradictions_in,
    verdicts_in,
)

__all__ = [
    "CANDIDATES",
    "CONTRADICTIONS",
    "VERDICTS",
    "DiploDataSource",
    "candidates_in",
    "candidates_of",
    "contradictions_in",
    "contradictions_of",
    "deduplicated",
    "verdicts_in",
    "verdicts_of",
    "with_month",
]
