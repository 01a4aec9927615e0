"""What is said of the rows of one referent or one block, whatever engine groups them, and the columns of that."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from diplo_events.converter import make_converter
from diplo_events.corroboration import corroborate, find_contradictions
from diplo_events.dataset import Dataset
from diplo_events.formats.columns import Column, ListOf, StructOf, plain_of
from diplo_events.model import EventRecord
from diplo_events.schema import EVENT_TYPES, RECORD_TYPES, Record, references
from diplo_events.spark._columns import FINGERPRINT, PROBLEMS

__all__ = [
    "BLOCK",
    "CANDIDATES",
    "CONTRADICTIONS",
    "VERDICTS",
    "Judge",
    "Row",
    "blocks_in",
    "candidates_in",
    "contradictions_in",
    "verdicts_in",
]

Row = Mapping[str, Any]
"""A record as a row, with the columns of Arrow and Parquet."""

VERSION: Final = StructOf(
    (
        Column(name="value", type="text"),
        Column(name="sources", type=ListOf("text")),
        Column(name="records", type=ListOf("text")),
    )
)

BLOCK: Final = "_block"
"""The column with the key of a block, in which the records that might be one are near each other."""

OWN: Final = frozenset({FINGERPRINT, PROBLEMS, BLOCK})
"""The columns that are not fields of a record."""

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


CANDIDATES: Final = (
    Column(name="left", type="text"),
    Column(name="right", type="text"),
    Column(name="score", type="number"),
    Column(name="why", type=ListOf("text")),
)
"""The columns of candidates: two records that might have one referent, with the evidence, the heaviest first."""

Judge: TypeAlias = Callable[[Iterable[Row], str, Mapping[str, Record]], list[dict[str, Any]]]
"""Returns what there is to say of the reports of one referent, or of the records of one block."""


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
    """Return the dataset of some rows and of all that they refer to, directly or by way of another.

    Raises:
        DatasetError: two rows have one id and are not the same.
    """
    structure, cls = make_converter(explain=False).structure, RECORD_TYPES[type_]
    cells = ({name: row[name] for name in row if name not in OWN} for row in rows)
    waiting: list[Record] = list(dict.fromkeys(structure(plain_of(cls, row), cls) for row in cells))
    group: dict[str, Record] = {record.id: record for record in waiting}
    if len(group) < len(waiting):
        return Dataset(records=waiting, complete=False)  # which refuses it, with the ids
    while waiting:
        record = waiting.pop()
        for reference in references(type(record), record):
            target = shared.get(reference.target)
            if target is not None and target.id not in group and not isinstance(target, EVENT_TYPES):
                group[target.id] = target
                waiting.append(target)
    return Dataset(records=group.values(), complete=False)


def candidates_in(rows: Iterable[Row], type_: str, shared: Mapping[str, Record]) -> list[dict[str, Any]]:
    """List the pairs of records of one block that might have one referent, as `find_candidates` proposes them.

    Args:
        rows: The records, as rows of one type with the key of their block.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id.
    """
    from diplo_events.corroboration.candidates import find_candidates  # noqa: PLC0415  (needs an extra)

    listed = list(rows)
    if len(listed) < 2:  # noqa: PLR2004  (a pair has two)
        return []
    pairs = find_candidates(group_of(listed, type_, shared), block=listed[0][BLOCK])
    return [
        {"left": pair.left, "right": pair.right, "score": pair.score, "why": [found.why for found in pair.evidence]}
        for pair in pairs
    ]


def blocks_in(rows: Iterable[Row], type_: str, shared: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    """Return the keys of the blocks of some records, by their ids; none for a record with an open field.

    Args:
        rows: The records, as rows of one type.
        type_: The name of their type, such as `statement`.
        shared: What they refer to, by id: actors and places tell what is part of what.
    """
    from diplo_events.corroboration.candidates import block_keys  # noqa: PLC0415  (needs an extra)

    return {str(key): blocks for key, blocks in block_keys(group_of(rows, type_, shared)).items()}
