"""JSON Lines, written record by record: for sources that are too large to hold as one dataset."""

from collections.abc import Iterable
from typing import IO

from diplo_events.dataset import Header
from diplo_events.formats._jsonl_writer import NOTHING, Lines, RecordWriter
from diplo_events.schema import Record

__all__ = ["dump_records"]


def dump_records(records: Iterable[Record], stream: IO[bytes], *, header: Header = NOTHING) -> int:
    """Write records as JSON Lines in the order in which they come, and return how many there were.

    Whether they fit together is not checked here, as that wants all of them at once: `diplo-events check` does.

    Args:
        records: The records.
        stream: Where the lines go.
        header: What the dataset says about itself. A `Dataset` is a header too.

    Examples:
        >>> import io
        >>> from diplo_events import Issue, OPEN
        >>> stream = io.BytesIO()
        >>> dump_records([Issue(id="tolls", label="Tolls", proposition=OPEN)], stream)
        1
        >>> stream.getvalue().decode().splitlines()[1]
        '{"type":"issue","id":"tolls","open":["proposition"],"label":"Tolls"}'
    """
    lines = Lines(stream.write)
    out = RecordWriter(lines)
    lines.begin(header)
    out.write_all(records)
    lines.end(out.count)
    return out.count
