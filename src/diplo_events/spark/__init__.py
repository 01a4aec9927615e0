"""Records in Apache Spark: a data source for JSON Lines, de-duplication, and the corroboration of each referent.

Needs the extra `spark`.
"""

from diplo_events.spark.data_source import DiploDataSource
from diplo_events.spark.groups import (
    CONTRADICTIONS,
    VERDICTS,
    contradictions_in,
    contradictions_of,
    deduplicated,
    verdicts_in,
    verdicts_of,
    with_month,
)

__all__ = [
    "CONTRADICTIONS",
    "VERDICTS",
    "DiploDataSource",
    "contradictions_in",
    "contradictions_of",
    "deduplicated",
    "verdicts_in",
    "verdicts_of",
    "with_month",
]
