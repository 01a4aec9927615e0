"""Records as the regions that annotation tools show: each passage with the type of its record, and what it says."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.exporters._labels import label_of
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.model import OPEN, EventRecord, Source
from diplo_events.schema import (
    DateNode,
    Event,
    FlagNode,
    IdNode,
    ManyNode,
    Record,
    TextNode,
    VocabularyNode,
    fields,
    references,
    type_name,
)

__all__ = ["NO_TEXTS", "PASSAGE", "Region", "Task", "regions", "tasks", "tool_losses"]

PASSAGE: Final = "passage"
"""The label of a further passage of a record, to which its first passage is related by the same word."""

NO_TEXTS: Final[Mapping[str, str]] = {}

NO_TEXT: Final = "the text of its source is not at hand"
NO_PASSAGE: Final = "it has no passage in its text"
NOT_SHOWN: Final = ("id", "source", "spans", "extra")


@attrs.frozen(kw_only=True)
class Region:
    """A passage of a text with a label."""

    id: str
    """The id of the record; of a further passage with a number."""
    label: str
    """The type of the record, or `passage`."""
    start: int
    """How many code points stand before it."""
    end: int
    """How many stand before its end."""
    record: Event
    """The record."""
    values: Mapping[str, tuple[str, ...]]
    """The values of its fields, as texts."""
    relations: tuple[tuple[str, str], ...]
    """The regions to which it leads, each with the name of the relation first."""


@attrs.frozen(kw_only=True)
class Task:
    """A text with its regions."""

    source: Source
    """The source."""
    text: str
    """Its text."""
    regions: tuple[Region, ...]
    """The passages of its records."""


def tasks(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Task]:
    """Return the sources whose texts are at hand, each with the passages of its records.

    Args:
        dataset: The records.
        texts: The texts, by their SHA-256.
    """
    for source in dataset.of_type(Source):
        text = texts.get(source.sha256 or "")
        if text is not None:
            records = [record for record in dataset.reported_in(source.id) if fits(record, text)]
            shown = {record.id for record in records}
            found = tuple(region for record in records for region in regions(dataset, record, shown))
            yield Task(source=source, text=text, regions=found)


def fits(record: EventRecord, text: str) -> bool:
    """Whether a record has passages, all of them in the text."""
    return bool(record.spans) and all(span.end <= len(text) for span in record.spans)


def regions(dataset: Dataset, record: Event, shown: AbstractSet[str]) -> Iterator[Region]:
    """Return the passages of a record: the first with all that it says, the others related to it."""
    values: dict[str, tuple[str, ...]] = {}
    relations: list[tuple[str, str]] = []
    for field in fields(type(record)):
        value: Any = getattr(record, field.name)
        if field.name in NOT_SHOWN or value is OPEN or value in (None, (), frozenset()):
            continue
        node = field.node.item if isinstance(field.node, ManyNode) else field.node
        items = list(value) if isinstance(field.node, ManyNode) else [value]
        if isinstance(node, IdNode) and any(item in shown for item in items):
            relations.extend((field.name, item) for item in items if item in shown)
        elif isinstance(node, IdNode | VocabularyNode | TextNode | DateNode | FlagNode):
            texts = [written(dataset, item) for item in items]
            if value is not False and value != field.default:
                values[field.name] = tuple(sorted(texts) if isinstance(value, frozenset) else texts)
    first, *others = record.spans
    further = [(PASSAGE, f"{record.id}#{number}") for number, _ in enumerate(others, start=2)]
    label = type_name(type(record))
    yield Region(
        id=record.id,
        label=label,
        start=first.start,
        end=first.end,
        record=record,
        values=values,
        relations=(*relations, *further),
    )
    for (_, key), span in zip(further, others, strict=True):
        yield Region(id=key, label=PASSAGE, start=span.start, end=span.end, record=record, values={}, relations=())


def written(dataset: Dataset, value: object) -> str:
    """Return a value as a text: the name of a record, the value of a term, a date."""
    if isinstance(value, bool):
        return "true" if value else "false"
    found = dataset.get(value) if isinstance(value, str) else None
    if found is not None and not isinstance(found, EventRecord):
        return label_of(found)
    return str(getattr(value, "value", value))


def tool_losses(dataset: Dataset, texts: Mapping[str, str], *, values: bool) -> tuple[ExportLoss, ...]:
    """List what of a dataset a tool does not show.

    Args:
        dataset: The records.
        texts: The texts, by their SHA-256.
        values: Whether the tool shows the values of fields, and not only passages and relations.
    """
    kept = Kept(dataset)
    for source in dataset.of_type(Source):
        why = NO_PASSAGE if (source.sha256 or "") in texts else NO_TEXT
        left: list[Record] = [source, *dataset.reported_in(source.id)]
        for record in left:
            kept.leave(record, why)
    for task in tasks(dataset, texts):
        kept.write(task.source, "id", "sha256", "length")
        kept.write_name(task.source)
        for region in task.regions:
            names = {name for name, _ in region.relations}
            kept.write(region.record, "id", "source", "spans", *names, *(region.values if values else ()))
            if region.record.open:
                kept.write(region.record, "open")
            if values:
                for reference in references(type(region.record), region.record):
                    if reference.path[0] in region.values and (found := dataset.get(reference.target)):
                        kept.write_name(found)
    return kept.losses()
