"""What people already have, read into records: annotations, event data, votes, claims; each with a report.

One module for each source, all with `read(path, …) -> Imported`. A field that the source does not have is `OPEN`;
nothing is invented. The report accounts for each row.
"""

from diplo_events.importers._counting import RecordStream
from diplo_events.importers._names import IMPORTERS, ImporterEntry, import_from, importer_named, stream_from
from diplo_events.importers._report import Dropped, Imported, ImportFinding, ImportReport
from diplo_events.importers._same_states import same_states

__all__ = [
    "IMPORTERS",
    "Dropped",
    "ImportFinding",
    "ImportReport",
    "Imported",
    "ImporterEntry",
    "RecordStream",
    "import_from",
    "importer_named",
    "same_states",
    "stream_from",
]
