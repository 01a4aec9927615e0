"""What is not coded yet: a dataset without the records that an analysis cannot read, and how many there are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.schema import Record, type_name

__all__ = ["coded", "draft_notes", "open_counts", "refuted_fields"]


def coded(dataset: Dataset, *names: str) -> Dataset:
    """Return a dataset without the records in which a field is open that an analysis needs.

    Where there are such records, the result is partial: what refers to them refers to what is kept elsewhere.

    Args:
        dataset: The records.
        names: The names of the fields that are needed, in whatever type of records; all fields by default.

    Examples:
        >>> from diplo_events import OPEN, Issue
        >>> draft = Issue(id="tolls", label="Tolls", proposition=OPEN)
        >>> coded(Dataset(records=[draft]), "label"), coded(Dataset(records=[draft]))
        (<Dataset: 1 issue>, <Dataset: no records, partial>)
    """
    needed = frozenset(names)
    drafts = {record.id for record in dataset.drafts if not (needed and needed.isdisjoint(record.open))}
    if not drafts:
        return dataset
    return attrs.evolve(dataset, records=[r for r in dataset.records if r.id not in drafts], complete=False)


def open_counts(dataset: Dataset) -> dict[str, dict[str, int]]:
    """Count the fields that are not coded yet: by the name of the type of records, then by the name of the field.

    Examples:
        >>> from diplo_events import OPEN, Issue
        >>> open_counts(Dataset(records=[Issue(id="tolls", label="Tolls", proposition=OPEN)]))
        {'issue': {'proposition': 1}}
    """
    counts: dict[str, Counter[str]] = {}
    for record in dataset.drafts:
        counts.setdefault(type_name(type(record)), Counter()).update(record.open)
    return {kind: dict(counts[kind]) for kind in sorted(counts)}


def refuted_fields(record: Record) -> tuple[str, ...]:
    """List the fields of a draft that its finder, asked again, held to be wrong: a person judges such a draft first.

    Examples:
        >>> from diplo_events import OPEN, Issue
        >>> draft = Issue(id="tolls", label="Tolls", proposition=OPEN, extra={"draft": {"refuted": ["speaker"]}})
        >>> refuted_fields(draft)
        ('speaker',)
    """
    mark = record.extra.get("draft")
    found = cast("Mapping[str, object]", mark).get("refuted") if isinstance(mark, Mapping) else None
    return tuple(str(name) for name in cast("tuple[object, ...]", found)) if isinstance(found, tuple) else ()


def draft_notes(dataset: Dataset) -> Iterator[str]:
    """Return what a reader should know of records that are left out as they are not coded yet, if there are any.

    Examples:
        >>> from diplo_events import OPEN, Issue
        >>> list(draft_notes(Dataset(records=[Issue(id="tolls", label="Tolls", proposition=OPEN)])))
        ['1 record is left out, whose coding is not finished: issue (proposition 1)']
    """
    counts = open_counts(dataset)
    if counts:
        number = len(dataset.drafts)
        are = "record is" if number == 1 else "records are"
        kinds = (
            f"{kind.replace('_', ' ')} ({', '.join(f'{name} {count}' for name, count in names.items())})"
            for kind, names in counts.items()
        )
        yield f"{number:,} {are} left out, whose coding is not finished: {'; '.join(kinds)}"
