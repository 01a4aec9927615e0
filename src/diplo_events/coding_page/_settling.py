"""Two codings of one text, paired by their passages, as plain data for the page on which they are settled."""

from collections.abc import Mapping
from typing import Any, cast

import attrs

from diplo_events.coding.agreement import compare_codings
from diplo_events.dataset import Dataset
from diplo_events.formats.plain import record_to_plain
from diplo_events.model import EventRecord, Source
from diplo_events.model.frozen_map import Plain
from diplo_events.schema import Event, IdNode, ManyNode, Node, PartNode, Record, fields, references, type_name

__all__ = ["free_id", "list_of", "renamed_record", "settling_data"]


def settling_data(first: Dataset, second: Dataset, source: str, sha256: str) -> list[dict[str, Any]]:
    """List what has to be settled between two codings of a text: pairs that differ, and what only one of them has.

    The second coder's records get the ids of their partners, or new ones where another record has theirs.

    Args:
        first: The first coding, on which the page goes on.
        second: The second coding.
        source: The id of the text in the first coding.
        sha256: The hash of the text.
    """
    agreement = compare_codings(first, second, resamples=0)
    ids: dict[str, str] = {twin.id: source for twin in second.of_type(Source) if twin.sha256 == sha256}
    pairs = [(as_event(ours), as_event(theirs)) for of in agreement.types for ours, theirs in of.matched]
    pairs = [(ours, theirs) for ours, theirs in pairs if ours.source == source]
    ours_alone = [as_event(record) for of in agreement.types for record in of.only_first if record.source == source]
    theirs_alone = [as_event(record) for of in agreement.types for record in of.only_second if record.source in ids]
    ids |= {theirs.id: ours.id for ours, theirs in pairs}
    taken: set[str] = {*first, *second, *ids.values()}
    for record in theirs_alone:
        if record.id in first:
            ids[record.id] = free_id(record.id, taken)
            taken.add(ids[record.id])
    differ = [(ours, theirs) for ours, theirs in pairs if renamed_record(theirs, ids) != record_to_plain(ours)]
    return [
        *({"type": list_of(a), "first": a.id, **offered(first, second, b, ids)} for a, b in differ),
        *({"type": list_of(b), "first": None, **offered(first, second, b, ids)} for b in theirs_alone),
        *({"type": list_of(a), "first": a.id, "second": None, "brings": []} for a in ours_alone),
    ]


def as_event(record: EventRecord) -> Event:
    """Return a record as what it is: one of the six types."""
    return cast("Event", record)


def free_id(key: str, taken: set[str]) -> str:
    """Return an id that no record has."""
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"


def offered(first: Dataset, second: Dataset, record: Event, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a record of the second coding, and what it brings with it."""
    return {"second": renamed_record(record, ids), "brings": brought(first, second, record, ids)}


def brought(first: Dataset, second: Dataset, record: Record, ids: Mapping[str, str]) -> list[dict[str, Any]]:
    """List the records to which a record of the second coding leads and which the first coding does not have."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [record]
    while waiting:
        one = waiting.pop()
        for reference in references(type(one), one):
            target = second.get(reference.target)
            if target is None or isinstance(target, EventRecord) or target.id in {*found, *ids} or target.id in first:
                continue
            found[target.id] = {"type": list_of(target), "record": renamed_record(target, ids)}
            waiting.append(target)
    return list(found.values())


def list_of(record: Record) -> str:
    """Return the name of the list that a record stands in: `statements`."""
    return f"{type_name(type(record))}s"


def renamed_record(record: Record, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a record as plain data, with other ids."""
    return renamed_fields(type(record), record_to_plain(record), ids)


def renamed_fields(cls: type[attrs.AttrsInstance], plain: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a record or a part, with other ids."""
    nodes = {field.name: field.node for field in fields(cls)}
    return {name: renamed(nodes[name], value, ids) if name in nodes else value for name, value in plain.items()}


def renamed(node: Node, value: Plain, ids: Mapping[str, str]) -> Plain:
    """Return a value with other ids."""
    match node:
        case IdNode() if isinstance(value, str):
            return ids.get(value, value)
        case ManyNode(item=of_item) if isinstance(value, list):
            return [renamed(of_item, each, ids) for each in value]
        case PartNode(cls=cls) if isinstance(value, dict):
            return renamed_fields(cls, value, ids)
        case _:
            return value
