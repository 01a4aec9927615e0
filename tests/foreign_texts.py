"""The bundled dataset with other words in every free text."""

from collections.abc import Callable
from typing import Any

import attrs

from diplo_events import Dataset, load_example
from diplo_events.model import Quote, Span
from diplo_events.model.nodes import ManyNode, Node, PartNode, TextNode, fields

EXAMPLE = load_example()


def with_texts(value: Any, node: Node, change: Callable[[str], str]) -> Any:
    """Return a value with every free text in it changed."""
    match node:
        case TextNode() if isinstance(value, str):
            return change(value)
        case PartNode() if value is not None:
            return changed(value, change)
        case ManyNode(item=item, container=container):
            return container(with_texts(part, item, change) for part in value)
        case _:
            return value


def changed(record: Any, change: Callable[[str], str]) -> Any:
    values = {f.name: with_texts(getattr(record, f.name), f.node, change) for f in fields(type(record))}
    if isinstance(record, Quote):
        values["span"] = Span(start=record.span.start, end=record.span.start + len(values["text"]))
    return attrs.evolve(record, **values)


def dataset_with(change: Callable[[str], str]) -> Dataset:
    records = [changed(record, change) for record in EXAMPLE.records]
    return attrs.evolve(EXAMPLE, records=records, title=change("T"), description=change("D"))
