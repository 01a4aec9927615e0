"""Datasets in the forms of other tools, one way: each with the list of what it loses."""

from diplo_events.exporters._event_rows import EventRow, RowActor, RowPlace
from diplo_events.exporters._export import Export, NotExported, NotExportedReason
from diplo_events.exporters._losses import ExportLoss
from diplo_events.exporters._suffixes import EXPORTS, WITH_TEXTS, export_name, exporter_named
from diplo_events.exporters.icews import to_icews
from diplo_events.exporters.plover import to_plover

__all__ = [
    "EXPORTS",
    "WITH_TEXTS",
    "EventRow",
    "Export",
    "ExportLoss",
    "NotExported",
    "NotExportedReason",
    "RowActor",
    "RowPlace",
    "export_name",
    "exporter_named",
    "to_icews",
    "to_plover",
]
