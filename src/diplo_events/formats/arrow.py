"""A folder with an Arrow file (IPC) for each type of records, described by `datapackage.json`. Loses nothing.

The columns are those of the format Parquet, with the same metadata, in files that are read without unpacking. Needs the
extra `arrow`.
"""

from collections.abc import Mapping
from typing import IO, Any, Final

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.formats._arrow_folders import TableFormat, files_of, read_files
from diplo_events.formats.contents import zipped

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "reading and writing Arrow") from error

__all__ = ["dump", "dumps", "load", "loads"]


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream, in which the folder is a zip archive.

    Args:
        stream: Where the archive comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in Arrow; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | Mapping[str, bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from the content of each file of a folder by its name, or from a zip archive of them.

    Raises:
        NotReadableError: it is not a dataset in Arrow; all problems are listed, each with file, row and column.

    Examples:
        >>> loads(dumps(Dataset(title="Nothing yet")))
        <Dataset 'Nothing yet': no records>
    """
    return read_files(data, FORMAT, file=file)


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as a zip archive of the folder."""
    stream.write(zipped(dumps(dataset)))


def dumps(dataset: Dataset) -> dict[str, bytes]:
    """Write a dataset as the content of each file of a folder by its name: the descriptor, then a file for each type.

    >>> list(dumps(Dataset(title="Nothing yet")))[:3]
    ['datapackage.json', 'sources.arrow', 'actors.arrow']
    """
    return files_of(dataset, FORMAT)


def file_of(table: Any) -> bytes:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return a table as the bytes of an Arrow file."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def table_in(data: bytes) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the table in an Arrow file."""
    return pa.ipc.open_file(pa.BufferReader(data)).read_all()


FORMAT: Final = TableFormat(
    name="arrow",
    suffix=".arrow",
    words="Arrow file",
    write=file_of,
    read=table_in,
    broken=(pa.ArrowException, OSError, ValueError, OverflowError, UnicodeDecodeError, MemoryError),
)
