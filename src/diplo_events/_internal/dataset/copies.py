"""Which sources have one text or one document, and which of their records are one report, read twice."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

from diplo_events.model import EventRecord, Source
from diplo_events.schema import EVENT_TYPES, TARGETS, IdNode, ManyNode, fields, once_per_class

__all__ = ["find_first_copies", "find_first_reports", "find_first_versions"]

EVENTS_AND_SOURCES: Final = frozenset({Source, *EVENT_TYPES})
"""The types of which each copy of a text has records of its own."""


def find_first_copies(sources: Iterable[Source]) -> dict[str, str]:
    """Map each source whose text others have too to the first of them."""
    copies: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.sha256:
            copies[source.sha256].append(source)
    return firsts_of(copies.values())


def find_first_versions(sources: Iterable[Source], whole_of: Callable[[str], str]) -> dict[str, str]:
    """Map each source whose text or document others have too to the first of them.

    Args:
        sources: The sources.
        whole_of: A function that returns the id of the document of which a document is a part, or its own.
    """
    marked: list[tuple[Source, list[Hashable]]] = []
    same: dict[Hashable, Hashable] = {}  # a forest: each mark points to one that means the same text or document

    def root(mark: Hashable) -> Hashable:
        while same.setdefault(mark, mark) != mark:
            same[mark] = mark = same[same[mark]]
        return mark

    for source in sources:
        whole = ("document", whole_of(source.document)) if source.document else None
        marks: list[Hashable] = [mark for mark in (source.sha256, whole) if mark]
        if marks:
            marked.append((source, marks))
        for left, right in itertools.pairwise(marks):
            same[root(left)] = root(right)
    versions: dict[Hashable, list[Source]] = defaultdict(list)
    for source, marks in marked:
        versions[root(marks[0])].append(source)
    return firsts_of(versions.values())


def firsts_of(groups: Iterable[Sequence[Source]]) -> dict[str, str]:
    """Map each source of a group of several to the one of the group that was published first."""
    firsts = ((min(group, key=publication_key).id, group) for group in groups if len(group) > 1)
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
    return (type(record), *(getattr(record, name) for name in content_fields(type(record))))


@once_per_class
def content_fields(type_: type[EventRecord]) -> tuple[str, ...]:
    """List the fields of a type of event records that refer neither to its source nor to event records."""
    names: list[str] = []
    for field in fields(type_):
        node = field.node.item if isinstance(field.node, ManyNode) else field.node
        if not isinstance(node, IdNode) or EVENTS_AND_SOURCES.isdisjoint(TARGETS.get(node.kind, ())):
            names.append(field.name)
    return tuple(names)
