"""Which sources have one text, by its hash, and which of their records are one report, read twice."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, cast

from diplo_events.model import EventRecord, Source
from diplo_events.schema import RECORD_TYPES, TARGETS, IdNode, ManyNode, fields

__all__ = ["find_first_copies", "find_first_reports"]

EVENTS_AND_SOURCES: Final = frozenset({Source, *(cls for cls in RECORD_TYPES.values() if issubclass(cls, EventRecord))})
"""The types of which each copy of a text has records of its own."""


def find_first_copies(sources: Iterable[Source]) -> dict[str, str]:
    """Map each source whose text others have too to the first of them."""
    copies: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.sha256:
            copies[source.sha256].append(source)
    firsts = ((min(group, key=publication_key).id, group) for group in copies.values() if len(group) > 1)
    return {source.id: first for first, group in firsts for source in group}


def find_first_reports(
    first_copies: Mapping[str, str], reported_in: Mapping[str, Sequence[EventRecord]]
) -> dict[str, str]:
    """Map each record that other copies of its text have too to the record of the first copy that has it.

    Args:
        first_copies: The result of `find_first_copies`.
        reported_in: The event records of each source.
    """
    reports: dict[Hashable, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source, first in sorted(first_copies.items(), key=lambda pair: (pair[0] != pair[1], pair[0])):
        for record in reported_in.get(source, ()):
            reports[first, content_of(record)][source].append(record.id)
    firsts: dict[str, str] = {}
    for copies in reports.values():
        for row in itertools.zip_longest(*copies.values()):  # a text can say one thing twice
            keys = [key for key in row if key is not None]
            if len(keys) > 1:
                firsts.update(dict.fromkeys(keys, keys[0]))
    return firsts


def publication_key(source: Source) -> tuple[Any, ...]:
    """Return the key that sorts sources by the last day of their publication, those without one last, then by id."""
    last = source.published.latest if source.published else None
    return last is None, last, source.published and source.published.sort_key(), source.id


def content_of(record: EventRecord) -> Hashable:
    """Return what a record says, without its ids, its source and its references to other event records."""
    return (type(record), *(getattr(record, name) for name in content_fields(cast("Hashable", type(record)))))


@functools.cache
def content_fields(type_: Any) -> tuple[str, ...]:  # noqa: ANN401  (mypy wants a cached function so)
    """List the fields of a type of event records that refer neither to its source nor to event records."""
    names: list[str] = []
    for field in fields(type_):
        node = field.node.item if isinstance(field.node, ManyNode) else field.node
        if not isinstance(node, IdNode) or EVENTS_AND_SOURCES.isdisjoint(TARGETS.get(node.kind, ())):
            names.append(field.name)
    return tuple(names)
