"""`writer`: JSON Lines of any length, written record by record; the file is there once it is whole."""

import contextlib
import hashlib
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, Final, cast

from diplo_events.dataset import Header
from diplo_events.errors import ArgumentError, ArgumentTypeError, expect_type, shown
from diplo_events.formats._document import header_of
from diplo_events.formats._jsonl_lines import CLOSING_TYPE, HEADER_TYPE, line, truth_of
from diplo_events.formats._packed import BLOCK, written_whole
from diplo_events.formats._record_line import RecordLine
from diplo_events.formats._record_lines import record_line
from diplo_events.schema import FORMAT_VERSION, RECORD_TYPES, Record

__all__ = ["RecordWriter", "writer"]

NOTHING: Final = Header()
TYPES: Final = frozenset(RECORD_TYPES.values())


class Lines:
    """Lines that wait to be written, many at a time."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self.write = write
        self.hash: Any = hashlib.sha256()
        self.waiting: list[bytes] = []
        self.size = 0

    def begin(self, header: Header) -> None:
        """Add the line of a header."""
        self.add(line({"type": HEADER_TYPE, **header_of(header), "closed": True}).encode())

    def end(self, count: int) -> None:
        """Write what waits, and the closing line after so many records."""
        self.write(line({"type": CLOSING_TYPE, **truth_of(count, self.flush())}).encode())

    def add(self, text: bytes) -> None:
        """Add a line, and write those that wait if they are many."""
        self.waiting.append(text)
        self.size += len(text)
        if self.size >= BLOCK:
            self.flush()

    def flush(self) -> str:
        """Write the lines that wait, and return the hash of all lines so far."""
        data = b"".join(self.waiting)
        self.hash.update(data)
        self.write(data)
        self.waiting.clear()
        self.size = 0
        digest: str = self.hash.hexdigest()
        return digest


class RecordWriter:
    """Writes records to a file of JSON Lines; `writer` makes it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._count = 0

    @property
    def count(self) -> int:
        """How many records were written."""
        return self._count

    def write(self, record: Record) -> None:
        """Write a record.

        Raises:
            ArgumentTypeError: it is not a record.
        """
        if type(record) not in TYPES:
            raise ArgumentTypeError(f"expected a record, found {shown(record)}")
        self._lines.add(record_line(record))
        self._count += 1

    def write_all(self, records: Iterable[Record | RecordLine]) -> None:
        """Write several records, or their lines.

        Raises:
            ArgumentTypeError: one of them is not a record.
        """
        for record in records:
            if type(record) is RecordLine:
                self._lines.add(record.text)
                self._count += 1
            else:
                self.write(cast("Record", record))


@contextlib.contextmanager
def writer(path: str | Path, *, header: Header = NOTHING) -> Generator[RecordWriter]:
    """Return what writes a file record by record: a header line, the records in the order given, a closing line.

    A name that ends in `.gz` or `.zst` makes a packed file. The file is there once the block has ended, whole. If it
    ends with an error, an old file stays as it was. The bytes are those of `dumps` if the records come by type and id,
    in the order of `schema.RECORD_TYPES`. Each record is checked when it is made; whether they fit together is not
    checked here, but by `check`, or by whoever reads the file as a whole.

    Args:
        path: The file.
        header: What the dataset says about itself. A `Dataset` is a header too.

    Raises:
        ArgumentError: the header has a newer version of the format than this library writes.
        OSError: the file cannot be written, or another writer changed it in the meantime.
        MissingExtraError: it is to be packed by Zstandard, and the extra `zstd` is missing.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.formats import jsonl
        >>> dataset = diplo_events.load_example()
        >>> with jsonl.writer("meetings.jsonl.gz", header=diplo_events.Dataset(complete=False)) as out:
        ...     out.write_all(dataset.meetings)
        >>> out.count == len(list(jsonl.iter_records("meetings.jsonl.gz")))
        True
    """
    expect_type("header", header, Header, hint="write a Dataset or a Header")
    if header.format_version != FORMAT_VERSION:
        hint = "write the dataset as a whole: diplo_events.write"
        raise ArgumentError(f"expected a header of format {FORMAT_VERSION}, found {header.format_version!r}; {hint}")
    with written_whole(path) as write:
        lines = Lines(write)
        out = RecordWriter(lines)
        lines.begin(header)
        yield out
        lines.end(out.count)
