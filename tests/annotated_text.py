"""What the tests of annotation tools share: a text with all that offsets stumble over, and short views of records."""

import hashlib
from typing import Final

from diplo_events import Dataset
from diplo_events.importers import Imported
from diplo_events.model import EventRecord, Source

TEXT: Final = "🙂 Veld. The minister said “no toll”,\nand the towns agreed. Oda Brink left."
SHA256: Final = hashlib.sha256(TEXT.encode()).hexdigest()


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Return where words first stand, in code points."""
    start = text.index(words)
    return start, start + len(words)


def units(place: int, text: str = TEXT) -> int:
    """Return a place in UTF-16 units."""
    return len(text[:place].encode("utf-16-le")) // 2


def passages(dataset: Dataset, text: str = TEXT) -> dict[str, list[str]]:
    """Return the words in the passages of each event record."""
    records = dataset.of_type(EventRecord)
    return {record.id: [text[each.start : each.end] for each in record.spans] for record in records}


def kept(imported: Imported) -> list[dict[str, object]]:
    """Return the annotations that the first source keeps in `extra`."""
    annotated = imported.dataset.of_type(Source)[0].extra["annotated"]
    return [dict(each) for each in annotated.get("annotations", ())]


def adds_up(imported: Imported) -> bool:
    """Whether each row is counted once, and each record is in the dataset."""
    report = imported.report
    accounted = report.made + sum(report.joined.values()) + sum(report.refused.values())
    return report.rows == accounted and sum(report.records.values()) == len(imported.dataset)
