"""Which tables there are: those of records, by the names of their lists, and those for what people plot."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, ArgumentTypeError, expect_type, shown, suggestion
from diplo_events.schema import COLLECTIONS, Record
from diplo_events.tables._analyses import acts_per_week, stances, who_met_whom
from diplo_events.tables._records import HEADER_TABLE, header_table, record_table
from diplo_events.tables._table import Table

__all__ = ["ANALYSES", "HEADER_TABLE", "TABLES", "collection_of", "table"]

ANALYSES: Final[Mapping[str, Callable[[Dataset], Table]]] = MappingProxyType(
    {"stances": stances, "who_met_whom": who_met_whom, "acts_per_week": acts_per_week}
)
"""The tables for what people plot."""

TABLES: Final = (HEADER_TABLE, *COLLECTIONS, *ANALYSES)
"""The names of all tables: what the dataset says about itself, the records of each type, and what people plot."""


def table(dataset: Dataset, name: str | type[Record], *, labels: bool = True) -> Table:
    """Return a table of a dataset as rows of plain values, without any library of tables.

    Args:
        dataset: The records.
        name: The table: one of `TABLES`, or a record type such as `Statement`.
        labels: Whether a table of records has columns that make it readable: names beside ids (`speaker_names` after
            `speakers`), the first and the last day that a date can reach beside the date (`when_earliest` and
            `when_latest` after `when`), and the words of parts (`quote_texts` after `quotes`).

    Raises:
        ArgumentError: there is no such table.

    Examples:
        >>> import diplo_events
        >>> statements = table(diplo_events.load_example(), "statements")
        >>> row = statements.rows[0]
        >>> row["speakers"], row["speaker_names"], row["when"], str(row["when_latest"])
        (['russia'], ['Russia'], '2025-09-03?', '2025-09-03')
    """
    expect_type("dataset", dataset, Dataset)
    key = name_of_table(name)
    if key == HEADER_TABLE:
        return header_table(dataset)
    if key in ANALYSES:
        return ANALYSES[key](dataset)
    return record_table(dataset, key, labels=labels)


def name_of_table(name: str | type[Record]) -> str:
    """Return the name of a table, also for a record type.

    Raises:
        ArgumentError: there is no such table.
    """
    given: object = name
    for known, cls in COLLECTIONS.items():
        if given is cls:
            return known
    if not isinstance(given, str):
        raise ArgumentTypeError(f"expected the name of a table such as 'statements', found {shown(given)}")
    if given not in TABLES:
        hint = suggestion(given, TABLES) or f"one of {', '.join(TABLES)}"
        raise ArgumentError(f"expected the name of a table, found {shown(given)}; {hint}")
    return given


def collection_of(name: str | type[Record]) -> str:
    """Return the name of a table of records, from which records can be read.

    Raises:
        ArgumentError: there is no such table, or it is not one of records.
    """
    key = name_of_table(name)
    if key in ANALYSES:
        known = ", ".join(COLLECTIONS)
        raise ArgumentError(f"expected a table of records, found {shown(key)}, which follows from them; one of {known}")
    return key
