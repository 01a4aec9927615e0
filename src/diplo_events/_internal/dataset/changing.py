"""Whether records that fit together still do after a change: only what is new, and what refers to it, is looked at."""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, cast

import attrs

from diplo_events._internal.dataset.circles import circles
from diplo_events._internal.dataset.fitting import (
    ACYCLIC,
    acyclic_fields,
    ids_in,
    passages_lie_inside,
    reference_columns,
    restate_their_like,
)
from diplo_events._internal.dataset.records import Records, are_known_to_fit, note_fit
from diplo_events.model import OPEN, EventRecord, Source
from diplo_events.schema import RECORD_TYPES, PartNode, Record

__all__ = ["records_with"]

NONE: Final = frozenset((None, OPEN))
"""What is in the place of an id where there is none."""

GET_ID: Final = attrgetter("id")
TYPES: Final = frozenset(RECORD_TYPES.values())


def records_with(
    records: Records[Record], by_id: Mapping[str, Record], added: Sequence[Record], *, complete: bool
) -> Sequence[Record]:
    """Return records with others, which go into the place of those with their ids.

    If it is found out here that all of them fit together, that is noted in what is returned.

    Args:
        records: The records of a dataset.
        by_id: The same by their ids.
        added: The others.
        complete: Whether they may refer only to each other.
    """
    new: dict[str, Record] = {record.id: record for record in added}
    kept = [record for record in records if record.id not in new]
    whole = [*kept, *added]
    known = are_known_to_fit(records, complete=complete) and len(new) == len(added)
    if not known or not TYPES.issuperset(map(type, added)) or not still_fit(by_id, kept, new, complete=complete):
        return whole
    fitting = Records(sorted(whole, key=GET_ID))
    note_fit(fitting, complete=complete)
    return fitting


def still_fit(
    old: Mapping[str, Record], kept: Sequence[Record], added: Mapping[str, Record], *, complete: bool
) -> bool:
    """Whether records fit together with those that are added, or that stand in the place of others.

    Args:
        old: The records before the change by their ids, which fit together.
        kept: Those of them that stay.
        added: The new records by their ids, some of which may be ids of old ones.
        complete: Whether they may refer only to each other.
    """
    records = ChainMap(dict(added), cast("dict[str, Record]", old))
    groups = by_type(added.values())
    return (
        lead_somewhere(groups, records, complete=complete)
        and all(restate_their_like(group, records) for group in groups.values())
        and are_led_to(old, kept, added, complete=complete)
        and passages_fit(old, kept, groups, records, complete=complete)
        and not any(circle for name in ACYCLIC for circle in circles(ways_from(added, records, name)))
    )


def by_type(records: Iterable[Record]) -> dict[type[Any], list[Any]]:
    """Return records by their exact type."""
    groups: dict[type[Any], list[Any]] = defaultdict(list)
    for record in records:
        groups[type(record)].append(record)
    return groups


def lead_somewhere(groups: Mapping[type, Sequence[Any]], records: Mapping[str, Record], *, complete: bool) -> bool:
    """Whether all references of new records lead to records of the right types."""
    for cls, group in groups.items():
        for types, targets_in in reference_columns(PartNode(cls=cls)):
            for key in set(targets_in(group)) - NONE:
                target = records.get(key)
                if complete if target is None else type(target) not in types:
                    return False
    return True


def are_led_to(
    old: Mapping[str, Record], kept: Sequence[Record], added: Mapping[str, Record], *, complete: bool
) -> bool:
    """Whether references of the records that stay may lead to new records, where these are not as those before."""
    pairs: list[tuple[Record, Any]] = [
        (record, old.get(key)) for key, record in added.items() if key in old or not complete
    ]
    others: dict[str, Record] = {record.id: record for record, before in pairs if type(before) is not type(record)}
    moved = others | {
        record.id: record
        for record, before in pairs
        if isinstance(record, EventRecord) and type(before) is type(record) and before.source != record.source
    }
    if not moved:
        return True
    for cls, group in by_type(kept).items():
        if others:
            for types, targets_in in reference_columns(PartNode(cls=cls)):
                if any(type(others[key]) not in types for key in others.keys() & set(targets_in(group))):
                    return False
        restating = (record for record in group if getattr(record, "restates", None) in moved)
        if not restate_their_like(restating, moved):
            return False
    return True


def passages_fit(
    old: Mapping[str, Record],
    kept: Sequence[Record],
    groups: Mapping[type, Sequence[Any]],
    records: Mapping[str, Record],
    *,
    complete: bool,
) -> bool:
    """Whether passages of new records lie in their sources, and those of the others in new sources."""
    events = {cls: group for cls, group in groups.items() if issubclass(cls, EventRecord)}
    named = {record.source for group in events.values() for record in group}
    sources = [record for key in named if isinstance(record := records.get(key), Source)]
    if not passages_lie_inside({**events, Source: sources}):
        return False
    meant = (source for source in groups.get(Source, ()) if source.id in old or not complete)
    shorter = {source.id for source in meant if is_shorter(source, old.get(source.id))}
    if not shorter:
        return True
    reported = by_type(record for record in kept if isinstance(record, EventRecord) and record.source in shorter)
    return passages_lie_inside({**reported, Source: groups[Source]})


def is_shorter(source: Source, before: Record | None) -> bool:
    """Whether passages that lay in a source may not lie in the one that has its place."""
    if source.length is None:
        return False
    return not isinstance(before, Source) or before.length is None or source.length < before.length


def ways_from(added: Mapping[str, Record], records: Mapping[str, Record], name: str) -> dict[str, Sequence[str]]:
    """Return where a field leads from new records, and from where it leads to: a circle has a new record in it."""
    following: dict[str, Sequence[str]] = {}
    waiting = list(added)
    while waiting:
        key = waiting.pop()
        if key not in following and (targets := tuple(targets_of(records.get(key), name))):
            following[key] = targets
            waiting += targets
    return following


def targets_of(record: Record | None, name: str) -> Iterator[str]:
    """List to which records a field of a record refers."""
    cls: type[attrs.AttrsInstance] = type(record) if record is not None else Source
    if record is not None and name in acyclic_fields(cls) and (value := getattr(record, name)):
        yield from ids_in(value)
