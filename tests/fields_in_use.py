"""Which fields have a value of their own in the records of a dataset, at any depth."""

import enum
from collections.abc import Iterator

import attrs

from diplo_events import Dataset
from diplo_events.schema import RECORD_TYPES, ManyNode, Node, PartNode, fields

__all__ = ["classes", "used_fields", "used_members"]


def used_fields(dataset: Dataset) -> frozenset[tuple[str, str]]:
    """Return the fields that have another value than their default in some record or part, each with its class."""
    return frozenset(place for record in dataset.records for place in used_in(record))


def used_in(value: object) -> Iterator[tuple[str, str]]:
    """List the fields with a value of their own in a value."""
    if isinstance(value, tuple | frozenset):
        for item in value:
            yield from used_in(item)
    elif attrs.has(type(value)):
        for field in fields(type(value)):
            inner = getattr(value, field.name)
            if inner != field.default:
                yield type(value).__name__, field.name
                yield from used_in(inner)


def classes() -> frozenset[type[attrs.AttrsInstance]]:
    """Return the types of records and of their parts."""
    found: set[type[attrs.AttrsInstance]] = set()
    waiting: list[type[attrs.AttrsInstance]] = [*RECORD_TYPES.values()]
    while waiting:
        if (cls := waiting.pop()) not in found:
            found.add(cls)
            waiting.extend(part for field in fields(cls) for part in parts_of(field.node))
    return frozenset(found)


def parts_of(node: Node) -> Iterator[type[attrs.AttrsInstance]]:
    """List the class of the parts that a field holds, if it holds parts."""
    while isinstance(node, ManyNode):
        node = node.item
    if isinstance(node, PartNode):
        yield node.cls


def used_members(dataset: Dataset) -> frozenset[enum.Enum]:
    """Return the members of vocabularies in the records of a dataset."""
    return frozenset(member for record in dataset.records for member in members_in(record))


def members_in(value: object) -> Iterator[enum.Enum]:
    """List the members of vocabularies in a value, at any depth."""
    if isinstance(value, enum.Enum):
        yield value
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from members_in(item)
    elif attrs.has(type(value)):
        for field in fields(type(value)):
            yield from members_in(getattr(value, field.name))
