"""JSON Lines as Parquet in parts, written as a stream: what Spark, DuckDB and polars read, on one machine or on many.

Needs the extra `arrow`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from diplo_events._internal.system.gc import gc_paused
from diplo_events.errors import MissingExtraError, NotReadableError
from diplo_events.formats.line_ranges import line_ranges, read_range
from diplo_events.schema import COLLECTIONS, Record
from diplo_events.spark._batches import engine_schema, record_batches

try:
    from pyarrow import parquet as pq  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "writing Parquet") from error

__all__ = ["parquet_parts"]

GROUP: Final = 16_384
"""How many records of a type are kept until they are written, as one group of rows."""

PART: Final = 1 << 20
"""How many records of a type a file has, about."""

LISTS: Final = {cls: name for name, cls in COLLECTIONS.items()}


@gc_paused()
def parquet_parts(path: str | Path, folder: str | Path, *, drop_malformed: bool = False) -> dict[str, int]:
    """Write the records of a file of JSON Lines, or of all files of a folder, as Parquet, and count them by type.

    Each type has a folder with the name of its list, such as `statements`, and in it `part-00000.parquet` and so on.
    The columns are those of the format Parquet, with `_fingerprint` and `_problems` as the data source of Spark has
    them. Records are read and written as a stream, some hundred megabytes at most in memory. Each file has a name that
    begins with `_` until all are whole, and engines pass over such names.

    Args:
        path: The file, or the folder.
        folder: Where the folders of the types go. It is made if it is not there.
        drop_malformed: Whether lines that are not records are left out; else one is an error.

    Raises:
        NotReadableError: a line is not a record.
        FileExistsError: the folder has parts already.
        OSError: a file cannot be read or written.

    Examples:
        >>> import diplo_events
        >>> diplo_events.write(diplo_events.load_example(), "articles.jsonl")
        >>> parquet_parts("articles.jsonl", "parts")["statements"]
        145
    """
    parts = Parts(Path(folder))
    try:
        for record in records_of(path, drop_malformed=drop_malformed):
            parts.add(record)
        return parts.finish()
    except BaseException:
        parts.abandon()
        raise


def records_of(path: str | Path, *, drop_malformed: bool) -> Iterator[Record]:
    """List the records of a file, or of all files of a folder.

    Raises:
        NotReadableError: a line is not a record, and such lines are not to be left out.
    """
    for piece in line_ranges(path):
        for line in read_range(piece):
            if line.record is not None:
                yield line.record
            elif not drop_malformed:
                raise NotReadableError(line.problems)


class Parts:
    """The files that are being written."""

    def __init__(self, folder: Path) -> None:
        if found := next(iter(folder.glob("*/part-*.parquet")), None):
            raise FileExistsError(found)
        self.folder = folder
        self.waiting: dict[type[Record], list[Record]] = {cls: [] for cls in LISTS}
        self.writers: dict[type[Record], Any] = {}
        self.counts: Counter[type[Record]] = Counter()
        self.files: list[Path] = []

    def add(self, record: Record) -> None:
        """Add a record."""
        waiting = self.waiting[type(record)]
        waiting.append(record)
        if len(waiting) == GROUP:
            self.write(type(record))

    def write(self, cls: type[Record]) -> None:
        """Write the records of a type that are waiting."""
        for batch in record_batches(cls, self.waiting[cls]):
            self.writer(cls).write_batch(batch)
        self.counts[cls] += len(self.waiting[cls])
        self.waiting[cls].clear()
        if not self.counts[cls] % PART:
            self.writers.pop(cls).close()

    def writer(self, cls: type[Record]) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
        """Return what writes the file of a type, in a new file if the last one is full."""
        if cls not in self.writers:
            file = self.folder / LISTS[cls] / f"_part-{self.counts[cls] // PART:05}.parquet"
            file.parent.mkdir(parents=True, exist_ok=True)
            self.files.append(file)
            self.writers[cls] = pq.ParquetWriter(file, engine_schema(cls), compression="zstd", write_page_checksum=True)
        return self.writers[cls]

    def finish(self) -> dict[str, int]:
        """Write what waits, and rename the files, so that they count."""
        for cls in LISTS:
            if self.waiting[cls]:
                self.write(cls)
        self.close()
        for file in self.files:
            file.rename(file.with_name(file.name.removeprefix("_")))
        return {name: self.counts[cls] for cls, name in LISTS.items() if self.counts[cls]}

    def close(self) -> None:
        """Close the files that are open."""
        while self.writers:
            self.writers.popitem()[1].close()

    def abandon(self) -> None:
        """Remove the files that are not finished."""
        self.close()
        for file in self.files:
            file.unlink(missing_ok=True)
