"""What the rows of PLOVER and ICEWS do not have of a dataset."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.exporters._event_rows import EventRow, RowActor
from diplo_events.exporters._export import Export, attending
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.model import Meeting, Place, Source

__all__ = ["row_losses"]

ANOTHER: Final = "another report of the same event is the one that is coded"
CODED: Final = "a code stands in its place"
REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sources": "no row comes from them",
        "actors": "they are in no row",
        "places": "they are in no row",
        "actors.kind": CODED,
        "summary": CODED,
        **dict.fromkeys(
            ("statements.acts", "actions.kind", "actions.status", "meetings.kind", "meetings.status"), CODED
        ),
        "canonical_id": "it is the id of the row, which does not say what it is",
    }
)


def row_losses(
    dataset: Dataset,
    export: Export[Any],
    *,
    parties: Iterable[RowActor],
    of_parties: Iterable[str],
    of_sources: Iterable[str],
    of_events: Iterable[str],
) -> tuple[ExportLoss, ...]:
    """List what rows do not have of a dataset.

    Args:
        dataset: The dataset.
        export: Its rows in a format.
        parties: The actors in the rows.
        of_parties: The fields of actors that rows have.
        of_sources: The fields of sources that rows have.
        of_events: The fields of event records that rows have.
    """
    kept = Kept(dataset)
    rows: Iterable[EventRow] = export.rows
    left = [(item.records, item.reason.meaning) for item in export.not_exported]
    for key, why in [
        (key, why) for records, why in [*left, *((row.records, ANOTHER) for row in rows)] for key in records
    ]:
        kept.leave(dataset[key], why)
    for row in {row.report: row for row in rows}.values():
        report = dataset[row.report]
        kept.write(report, "source", "when", *of_events)
        if row.date_is_marked:
            kept.lose(report, "when", "the format cannot say that a day is uncertain")
        if isinstance(report, Meeting) and len(attending(report)) < len(report.participants):
            kept.lose(report, "participants", "who does not take part is not in the row")
        if isinstance(source := dataset.get(row.source), Source):
            kept.write(source, "id", *of_sources)
            if (outlet := dataset.get(source.publisher or "")) is not None:
                kept.write_name(outlet)
        if isinstance(place := dataset.get(getattr(report, "place", None) or ""), Place):
            kept.write(place, "name", "point")
    for actor in {actor.id: actor for actor in parties}.values():
        if (record := dataset.get(actor.id)) is not None:
            kept.write(record, "name", *of_parties)
    return kept.losses(REASONS)
