"""The fields of event records that can contain ids or terms of a kind, and the values in them."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from diplo_events.model import EventRecord
from diplo_events.schema import EVENT_TYPES, CodeNode, IdNode, ManyNode, Node, PartNode, VocabularyNode, fields

__all__ = ["Tree", "trees_of", "values"]

Tree: TypeAlias = Mapping[str, "Tree"]
"""Names of fields, each with the relevant fields of its class, or with none if it contains ids or terms itself."""


def trees_of(kind: object) -> dict[type[EventRecord], Tree]:
    """Return the fields of each type of event record that can contain ids or terms of a kind.

    >>> from diplo_events import Meeting
    >>> from diplo_events.model.ids import ActorId
    >>> trees_of(ActorId)[Meeting]
    {'via': {}, 'participants': {'actor': {}, 'representing': {}}, 'proposed_by': {}}
    """
    return {cls: tree_of(cls, kind) for cls in EVENT_TYPES}


def values(part: object, tree: Tree) -> Iterator[object]:
    """List the values in some fields of a record or of a part of one.

    >>> from diplo_events import Participant
    >>> list(values(Participant(actor="macron", representing="france"), {"actor": {}, "representing": {}}))
    ['macron', 'france']
    """
    for name, branch in tree.items():
        value = getattr(part, name)
        for item in value if isinstance(value, tuple | frozenset) else (value,):
            if branch and item is not None:
                yield from values(item, branch)
            elif item is not None:
                yield item


def tree_of(cls: type[attrs.AttrsInstance], kind: object) -> Tree:
    """Return the fields of one class that can contain ids or terms of a kind."""
    branches = ((field.name, branch_of(field.node, kind)) for field in fields(cls))
    return {name: branch for name, branch in branches if branch is not None}


def branch_of(node: Node, kind: object) -> Tree | None:
    """Return where in a field ids or terms of a kind can be, or `None` if they cannot."""
    match node:
        case IdNode(kind=found) | CodeNode(kind=found) | VocabularyNode(vocabulary=found):
            return {} if found is kind else None
        case ManyNode(item=item):
            return branch_of(item, kind)
        case PartNode(cls=cls):
            return tree_of(cls, kind) or None
        case _:
            return None
