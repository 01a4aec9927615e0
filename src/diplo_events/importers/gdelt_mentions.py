"""GDELT mentions: 16 columns without a header; which page mentions which event, and where in its text.

Each page becomes a source. The offsets are counted in GDELT's own copy of the text, which nobody has, and "may be
slightly offset": they are never spans, and stand with the ids of the events in `extra`.

Source: The GDELT Event Database Data Format Codebook V2.0 (2015), Mentions Table.
"""

from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.importers._cells import Cells, JoinedRow, RefusedRow, table_records
from diplo_events.importers._counting import Counting
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._gdelt_columns import MENTIONS
from diplo_events.importers._gdelt_rows import gdelt_rows
from diplo_events.importers._pages import is_address, page_key
from diplo_events.importers._report import Imported
from diplo_events.model import OPEN, Source
from diplo_events.model.ids import Url
from diplo_events.schema import Record

__all__ = ["read"]

NO_DOCUMENT: Final = "the row has no MentionIdentifier: nobody knows which text mentions the event"
NO_EVENT: Final = "the row has no GLOBALEVENTID"
ONE_MORE: Final = "another mention in a source of a row before it"
DUPLICATE: Final = "the row stands in the file before, with every cell"
OTHER_OUTLET: Final = "a source has another outlet in a row before it"

OF_DOCUMENT: Final = ("MentionType", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo")
"""The cells that say something of the document, not of the mention."""


@attrs.define
class Mentioned:
    """A source and its mentions."""

    outlet: str
    """The name of its outlet."""
    fields: dict[str, Any]
    """The fields of the source but for `extra`."""
    document: dict[str, str]
    """What the first row says of the document."""
    mentions: list[dict[str, str]]
    """The cells of each mention."""
    rows: set[str]
    """The rows met so far."""


def read(path: str | Path) -> Imported:
    """Read a file of GDELT mentions, plain, gzipped or zipped.

    Raises:
        NotReadableError: its first row has another number of cells, or the archive is damaged.
        OSError: the file cannot be read.
    """
    counting = Counting("gdelt_mentions", unit="mention")
    parties = EventParties("gdelt")
    sources: dict[str, Mentioned] = {}

    def made(cells: Cells) -> tuple[Record, ...]:
        add(cells, parties, sources, counting)
        return ()

    rows = gdelt_rows(path, {len(MENTIONS): MENTIONS, len(MENTIONS) - 1: MENTIONS[:-1]}, counting)
    records = list(table_records(rows, counting, parties.new, made))
    parties.close()
    for found in sources.values():
        extra = {"gdelt": {**found.document, "mentions": found.mentions}}
        records.append(counting.record(Source(**found.fields, extra=extra)))
    return Imported(dataset=Dataset(records=records), report=counting.report())


def add(cells: Cells, parties: EventParties, sources: dict[str, Mentioned], counting: Counting) -> None:
    """Add a row to the source that it names.

    Raises:
        RefusedRow: it names none.
        JoinedRow: the source is known.
    """
    document, event = cells.peek("MentionIdentifier"), cells.peek("GLOBALEVENTID")
    if not document:
        raise RefusedRow(NO_DOCUMENT)
    if not event:
        raise RefusedRow(NO_EVENT, damaged=True)
    content = "\t".join(f"{name}\x1f{cell}" for name, cell in cells.all().items())
    cells.take("MentionIdentifier")
    outlet = cells.take("MentionSourceName")
    known = sources.get(document)
    mention = {name: cell for name, cell in cells.rest().items() if known or name not in OF_DOCUMENT}
    if known is None:
        key = page_key("gdelt", document)
        fields: dict[str, Any] = {
            "id": key,
            "title": OPEN,
            "kind": OPEN,
            "url": Url(document) if is_address(document) else None,
            "identifiers": {} if is_address(document) else {"gdelt": document},
            "publisher": parties.publisher(outlet) if outlet else None,
        }
        about = {name: cell for name, cell in cells.rest().items() if name in OF_DOCUMENT}
        Source(**fields, extra={"gdelt": {**about, "mentions": [mention]}})  # what no field can hold is found here
        sources[document] = Mentioned(outlet, fields, about, [mention], {content})
        return
    if content in known.rows:
        raise JoinedRow(DUPLICATE, event)
    known.rows.add(content)
    if outlet != known.outlet:
        counting.defect(OTHER_OUTLET, cells.where, outlet or None)
        mention["MentionSourceName"] = outlet
    known.mentions.append({name: cell for name, cell in mention.items() if known.document.get(name) != cell})
    raise JoinedRow(ONE_MORE, event)
