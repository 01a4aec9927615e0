"""Texts of doccano with the passages of the records, for a team to correct; with the texts at hand.

Each passage is an entity with the type of its record as label, and references between records of one text are
relations: the layout for projects of relation extraction. doccano counts code points. Lost are the values of fields,
for which it has no place, sources without their texts and records without passages.

Source: https://doccano.github.io/doccano/
"""

import json
from collections.abc import Mapping
from typing import Any

from diplo_events.dataset import Dataset
from diplo_events.exporters._annotation_regions import NO_TEXTS, Task, tasks, tool_losses
from diplo_events.exporters._losses import ExportLoss

__all__ = ["dumps", "losses"]


def dumps(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> str:
    """Return the passages of a dataset as the JSON Lines that doccano imports, a text on each line.

    Args:
        dataset: The records.
        texts: The texts of its sources, by their SHA-256.

    Examples:
        >>> dumps(Dataset())
        ''
    """
    lines = [json.dumps(line_of(task), ensure_ascii=False) for task in tasks(dataset, texts)]
    return "".join(f"{line}\n" for line in lines)


def losses(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its lines.

    Args:
        dataset: The records.
        texts: The texts of its sources, by their SHA-256.

    Examples:
        >>> losses(Dataset())
        ()
    """
    return tool_losses(dataset, texts, values=False)


def line_of(task: Task) -> dict[str, Any]:
    """Return a text with its entities and relations, which doccano numbers."""
    numbers = {region.id: number for number, region in enumerate(task.regions, start=1)}
    links = [(numbers[region.id], numbers[to], name) for region in task.regions for name, to in region.relations]
    return {
        "text": task.text,
        "source": task.source.id,
        "entities": [
            {"id": numbers[each.id], "label": each.label, "start_offset": each.start, "end_offset": each.end}
            for each in task.regions
        ],
        "relations": [
            {"id": number, "from_id": start, "to_id": end, "type": name}
            for number, (start, end, name) in enumerate(links, start=1)
        ],
    }
