"""JSON Lines, written record by record: for sources that are too large to hold as one dataset."""

import hashlib
from collections.abc import Iterable
from typing import IO

from diplo_events.dataset import Dataset
from diplo_events.formats._document import header_of, plain_record
from diplo_events.formats._jsonl_lines import CLOSING_TYPE, HEADER_TYPE, line, truth_of
from diplo_events.schema import Record, type_name

__all__ = ["dump_records"]


def dump_records(records: Iterable[Record], stream: IO[bytes], *, header: Dataset | None = None) -> int:
    """Write records as JSON Lines in the order in which they come, and return how many there were.

    Whether they fit together is not checked here, as that wants all of them at once: `diplo-events check` does.

    Args:
        records: The records.
        stream: Where the lines go.
        header: A dataset whose header the file gets; by default the header says nothing.

    Examples:
        >>> import io
        >>> from diplo_events import Issue, OPEN
        >>> stream = io.BytesIO()
        >>> dump_records([Issue(id="tolls", label="Tolls", proposition=OPEN)], stream)
        1
        >>> stream.getvalue().decode().splitlines()[1]
        '{"type":"issue","id":"tolls","open":["proposition"],"label":"Tolls"}'
    """
    dataset = header or Dataset()
    sha256 = hashlib.sha256()

    def put(content: dict[str, object]) -> None:
        data = line(content).encode()
        sha256.update(data)
        stream.write(data)

    put({"type": HEADER_TYPE, **header_of(dataset), "closed": True})
    count = 0
    for record in records:
        put({"type": type_name(type(record)), **plain_record(record)})
        count += 1
    stream.write(line({"type": CLOSING_TYPE, **truth_of(count, sha256.hexdigest())}).encode())
    return count
