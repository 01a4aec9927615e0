"""What fields look like in a file: examples for messages, written so that both JSON and YAML can hold them."""

import functools
import json
from typing import assert_never, cast

from diplo_events.errors import SHOWN
from diplo_events.model.frozen_map import Plain
from diplo_events.schema import (
    CodeNode,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
)

__all__ = ["date_hint", "example_of", "list_hint", "plain_example"]


@functools.cache
def example_of(node: Node) -> str:
    """Return an example of what a field holds, parts with the fields that they need.

    >>> from diplo_events.model import Quote
    >>> example_of(PartNode(cls=Quote))
    '{"text": "…", "span": {"start": 0, "end": 9}}'
    """
    return json.dumps(plain_example(node), ensure_ascii=False)


def plain_example(node: Node, index: int = 0) -> Plain:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return the example as plain data. Of several whole numbers, the later ones are greater."""
    match node:
        case TextNode() | CodeNode():
            return "…"
        case IdNode():
            return "some-id"
        case WholeNode():
            return 9 * index
        case NumberNode():
            return 1.5
        case FlagNode():
            return True
        case DateNode():
            return "2025-09-04"
        case VocabularyNode(vocabulary=vocabulary):
            return next(iter(vocabulary)).value
        case MapNode():
            return {}
        case ManyNode(item=item):
            return [plain_example(item)]
        case PartNode(cls=cls):
            needed = [field for field in fields(cls) if field.required]
            return {field.name: plain_example(field.node, place) for place, field in enumerate(needed)}
    assert_never(node)


def list_hint(plain: object, item: Node) -> str:
    """Return what to write in the place of something that is not a list.

    >>> list_hint("nato", IdNode(kind=str))
    'put it into a list: ["nato"]'
    """
    if plain is None:
        return "leave the field out if there are none"
    if isinstance(item, PartNode):
        return f"write a list, such as [{example_of(item)}]"
    if isinstance(plain, str) and len(plain) <= SHOWN:
        return f"put it into a list: {json.dumps([plain], ensure_ascii=False)}"
    return f"write a list, such as [{example_of(item)}]"


def date_hint(plain: object) -> str | None:
    """Return what to write in the place of something that is not a text, though a date in EDTF may be meant.

    >>> date_hint(["2025-08-25..2025-08-31"])
    'write it in quotes: "[2025-08-25..2025-08-31]"'
    """
    if type(plain) is int:
        return "write it in quotes"
    if isinstance(plain, list | dict) and plain:
        text = ",".join(str(item) for item in cast("list[object] | dict[object, object]", plain))
        text = f"{{{text}}}" if isinstance(plain, dict) else f"[{text}]"
        return "write it in quotes" if len(text) > SHOWN else f'write it in quotes: "{text}"'
    return None
