"""Tasks of Label Studio whose predictions are the records, for a team to correct; with the texts at hand.

Each passage is a region with the type of its record as label. The values of fields are texts beside the region, names
in the place of ids; references between records of one text are relations. `labelling_config` is the set-up of a project
that shows them. Regions count UTF-16 units, as Label Studio does. Lost are sources without their texts, records without
passages, parts such as quotes, participants and quantities, and all that is not in the records of texts.

Source: https://labelstud.io/guide/predictions
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from diplo_events.dataset import Dataset
from diplo_events.exporters._annotation_regions import NO_TEXTS, PASSAGE, Region, Task, tasks, tool_losses
from diplo_events.exporters._losses import ExportLoss
from diplo_events.model import EventRecord
from diplo_events.schema import (
    RECORD_TYPES,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    TextNode,
    VocabularyNode,
    fields,
)

__all__ = ["dumps", "labelling_config", "losses"]

LABELS: Final = "label"
"""The name of the control with the types of records."""

TEXT: Final = "text"
"""The name of the text in the set-up, and its key in the data."""

MODEL: Final = "diplo-events"
"""Who makes the predictions, for Label Studio."""

SHOWN: Final = (IdNode, TextNode, DateNode, FlagNode)
"""The kinds of fields beside choices that have a control."""

HIDDEN: Final = ("id", "source")
"""The fields that stand elsewhere."""


def dumps(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> str:
    r"""Return the records of a dataset as tasks with predictions, in the JSON that Label Studio imports.

    Args:
        dataset: The records.
        texts: The texts of its sources, by their SHA-256.

    Examples:
        >>> dumps(Dataset())
        '[]\n'
    """
    plain = [task_of(task) for task in tasks(dataset, texts)]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def losses(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its tasks.

    Args:
        dataset: The records.
        texts: The texts of its sources, by their SHA-256.

    Examples:
        >>> losses(Dataset())
        ()
    """
    return tool_losses(dataset, texts, values=True)


def task_of(task: Task) -> dict[str, Any]:
    """Return a task with its predictions."""
    results = [result for region in task.regions for result in results_of(region, task.text)]
    links = [link for region in task.regions for link in links_of(region)]
    return {
        "data": {TEXT: task.text, "source": task.source.id},
        "predictions": [{"model_version": MODEL, "result": [*results, *links]}],
    }


def results_of(region: Region, text: str) -> Iterator[dict[str, Any]]:
    """Return a region, and what is said beside it."""
    spot: dict[str, Any] = {"start": units(text[: region.start]), "end": units(text[: region.end])}
    spot |= {"text": text[region.start : region.end]}
    shared = {"id": region.id, "to_name": TEXT}
    yield {**shared, "from_name": LABELS, "type": "labels", "value": {**spot, "labels": [region.label]}}
    known = {field.name: field for field in fields(type(region.record))}
    for name, values in region.values.items():
        kind = "choices" if has_choices(known[name].node) else "textarea"
        value = {"choices": list(values)} if kind == "choices" else {"text": list(values)}
        yield {**shared, "from_name": name, "type": kind, "value": {**spot, **value}}


def links_of(region: Region) -> Iterator[dict[str, Any]]:
    """Return the relations of a region."""
    for name, target in region.relations:
        yield {"type": "relation", "from_id": region.id, "to_id": target, "direction": "right", "labels": [name]}


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def has_choices(node: object) -> bool:
    """Whether the values of a field are members of a vocabulary."""
    return isinstance(node.item if isinstance(node, ManyNode) else node, VocabularyNode)


def types() -> list[tuple[str, type[EventRecord]]]:
    """List the types of event records, each with its name."""
    return [(name, cls) for name, cls in RECORD_TYPES.items() if issubclass(cls, EventRecord)]


def labelling_config() -> str:
    """Return the set-up of a project of Label Studio that shows what `dumps` writes.

    Examples:
        >>> print(labelling_config().splitlines()[1])
          <Labels name="label" toName="text">
    """
    lines = ["<View>", f'  <Labels name="{LABELS}" toName="{TEXT}">']
    lines += [f"    <Label value={quoteattr(name)}/>" for name, _ in types()]
    lines += [f'    <Label value="{PASSAGE}"/>', "  </Labels>", f'  <Text name="{TEXT}" value="${TEXT}"/>']
    controls: dict[str, tuple[Any, list[str]]] = {}
    for label, cls in types():
        for field in fields(cls):
            controls.setdefault(field.name, (field.node, []))[1].append(label)
    for name, (node, labels) in controls.items():
        item = node.item if isinstance(node, ManyNode) else node
        beside = f'toName="{TEXT}" perRegion="true" whenTagName="{LABELS}" whenLabelValue="{",".join(labels)}"'
        if isinstance(item, VocabularyNode):
            choice = "multiple" if isinstance(node, ManyNode) else "single"
            members = [str(member.value) for member in item.vocabulary]
            lines.append(f'  <Choices name="{name}" {beside} visibleWhen="region-selected" choice="{choice}">')
            lines += [f"    <Choice value={quoteattr(member)}/>" for member in members]
            lines.append("  </Choices>")
        elif isinstance(item, SHOWN) and name not in HIDDEN:
            lines.append(f'  <TextArea name="{name}" {beside} visibleWhen="region-selected"/>')
    return "\n".join([*lines, "</View>"]) + "\n"
