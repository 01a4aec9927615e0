"""Fields in words, for people: names in the place of ids, terms without underscores, dates in EDTF."""

from collections.abc import Iterator
from typing import Any, Final, assert_never, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.exporters._labels import label_of
from diplo_events.exporters._losses import LABELS, Kept
from diplo_events.model import OPEN, Span
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
    Record,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
)

__all__ = ["FieldWords"]

FOR_MACHINES: Final = frozenset({"id", "sha256", "length", "digests"})
"""The fields that say nothing to a reader."""


class FieldWords:
    """Writes the fields of records in words, and notes what it wrote.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> words = FieldWords(Kept(dataset))
        >>> dict(words.fields(dataset["zakharova"]))["roles"]
        'title Spokeswoman of the Ministry of Foreign Affairs, organization Ministry of Foreign Affairs of Russia, \
when 2025-09-03'
    """

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        """What was written so far."""
        self.spans = 0
        """How many passages the field has of which something is said."""

    @property
    def dataset(self) -> Dataset:
        """The dataset of the records."""
        return self.kept.dataset

    def fields(self, record: Record, *without: str) -> Iterator[tuple[str, str]]:
        """List the fields of a record that have a value that can be said, each with it; and note them as written."""
        for field in fields(type(record)):
            value: object = getattr(record, field.name)
            if field.name in without or field.name in FOR_MACHINES or value is OPEN or value == field.default:
                continue
            self.spans = 0
            if text := self.of(field.node, value):
                self.kept.write(record, field.name)
                if self.spans:
                    self.kept.lose(record, field.name, "words do not say where a passage is")
                yield field.name, text
        if record.open:
            self.kept.write(record, "open")
            yield "open", f"not coded yet: {', '.join(record.open)}"

    def of(self, node: Node, value: Any) -> str:  # noqa: ANN401, PLR0911  (what a field holds; a case for each node)
        """Return a value in words; empty for what has none: spans and the user's own fields."""
        if value is None:
            return ""
        match node:
            case TextNode() | CodeNode() | DateNode() | WholeNode():
                return str(value)
            case NumberNode():
                return f"{value:g}"
            case IdNode():
                return self.name(value)
            case FlagNode():
                return "yes" if value else "no"
            case VocabularyNode():
                return str(value.value).replace("_", " ")
            case MapNode(of_text=of_text):
                return "; ".join(f"{key} {text}" for key, text in sorted(value.items())) if of_text else ""
            case ManyNode(item=item):
                inner = isinstance(item, PartNode)
                return ("; " if inner else ", ").join(filter(None, (self.of(item, one) for one in ordered(value))))
            case PartNode(cls=cls):
                self.spans += cls is Span
                return "" if cls is Span else self.part(cls, value)
        assert_never(node)

    def part(self, cls: type[attrs.AttrsInstance], value: object) -> str:
        """Return a value with fields of its own in words, without those that have their default."""
        items = [(field, getattr(value, field.name)) for field in fields(cls)]
        said = ((field.name, self.of(field.node, one)) for field, one in items if one != field.default)
        return ", ".join(f"{name} {text}" for name, text in said if text)

    def name(self, key: str) -> str:
        """Return what a record is called, and note that its name was written; its id if it is not there."""
        record = self.dataset.get(key)
        if record is None:
            return key
        self.kept.write_name(record)
        return label_of(record) if any(hasattr(record, name) for name in LABELS) else key


def ordered(values: object) -> list[Any]:
    """Return several values in an order that is always the same."""
    if isinstance(values, frozenset):
        return sorted(values, key=str)
    return list(cast("tuple[Any, ...]", values))
