"""Datasets in the forms of other tools: PLOVER and ICEWS rows, data packages, graphs."""

from diplo_events.exporters._event_rows import EventRow, RowActor, RowPlace
from diplo_events.exporters._export import Export, NotExported, NotExportedReason
from diplo_events.exporters.icews import to_icews
from diplo_events.exporters.plover import to_plover

__all__ = [
    "EventRow",
    "Export",
    "NotExported",
    "NotExportedReason",
    "RowActor",
    "RowPlace",
    "to_icews",
    "to_plover",
]
