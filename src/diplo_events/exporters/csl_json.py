"""Sources and documents as a bibliography in CSL-JSON, for Zotero, pandoc and citation processors.

Each is an item under its id, with title, authors, outlet, date, language, address, marks and remark. A date that is not
one day, month or year stands in words. Lost are all other records, and hashes, passages without records, and what
relates documents to each other.
"""

import json
import re
from typing import Any

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.exporters._bibliography import Citable, entries
from diplo_events.exporters._losses import ExportLoss, Kept

__all__ = ["dumps", "losses", "to_csl"]


def to_csl(dataset: Dataset) -> list[dict[str, Any]]:
    """Return the sources and documents of a dataset as items of CSL-JSON 1.0.2.

    Examples:
        >>> import diplo_events
        >>> item = to_csl(diplo_events.load_example())[-1]
        >>> item["type"], item["container-title"], item["issued"]
        ('article-newspaper', 'ZeroHedge', {'date-parts': [[2025, 9, 4]]})
    """
    return [item_of(entry) for entry in entries(dataset, Kept(dataset))]


def dumps(dataset: Dataset) -> str:
    """Return the sources and documents of a dataset as the text of a CSL-JSON file.

    Examples:
        >>> print(dumps(Dataset()))
        []
        <BLANKLINE>
    """
    return json.dumps(to_csl(dataset), ensure_ascii=False, indent=2) + "\n"


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its bibliography.

    Examples:
        >>> import diplo_events
        >>> [loss.count for loss in losses(diplo_events.load_example()) if loss.what in {"sources", "sources.sha256"}]
        [5]
    """
    kept = Kept(dataset)
    list(entries(dataset, kept))
    return kept.losses()


def item_of(entry: Citable) -> dict[str, Any]:
    """Return an entry as an item."""
    marks = dict(entry.identifiers)
    doi = marks.pop("doi", None)
    remarks = [entry.note] if entry.note else []
    remarks.extend(f"{scheme}: {mark}" for scheme, mark in marks.items())
    found = {
        "id": entry.key,
        "type": entry.type,
        "title": entry.title,
        "author": [{"literal": author} for author in entry.authors],
        "container-title" if entry.type == "article-newspaper" else "publisher": entry.publisher,
        "issued": issued(entry.date) if entry.date else None,
        "language": entry.language,
        "URL": entry.url,
        "DOI": doi,
        "genre": entry.genre,
        "note": "\n".join(remarks),
    }
    return {name: value for name, value in found.items() if value}


def issued(date: EventDate) -> dict[str, Any]:
    """Return a date as CSL has it: a year, a month or a day, marked or not; all else in words.

    >>> issued(EventDate.parse("2025-09?")), issued(EventDate.parse("[2024,2025]"))
    ({'date-parts': [[2025, 9]], 'circa': True}, {'literal': '[2024,2025]'})
    """
    match = re.fullmatch(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?", str(date))
    if not match:
        return {"literal": str(date)}
    parts = [int(part) for part in match.groups() if part]
    marked = {"circa": True} if str(date)[-1] in "?~%" else {}
    return {"date-parts": [parts], **marked}
