"""A folder with an Apache Parquet file for each type of records, described by `datapackage.json`. Loses nothing.

The columns are the fields of the records: lists are lists, parts are structs, dates are texts in EDTF, the user's own
JSON (`extra`) is a text. Every reader of Parquet knows their types; there are no unsigned numbers, no times and no
dictionaries in the schema. Each page has a checksum, each file the header of the dataset and a hash of its rows in the
metadata, and the descriptor the hash of each file. Needs the extra `arrow`.
"""

from collections.abc import Mapping
from typing import IO, Any, Final

from diplo_events.dataset import Dataset
from diplo_events.errors import MissingExtraError
from diplo_events.formats._arrow_folders import TableFormat, files_of, read_files
from diplo_events.formats.arrow_tables import parquet_file
from diplo_events.formats.contents import zipped

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]  (it has none)
    from pyarrow import parquet as pq  # pyright: ignore[reportMissingTypeStubs]  (it has none)
except ImportError as error:
    raise MissingExtraError.of("arrow", "reading and writing Parquet") from error

__all__ = ["dump", "dumps", "load", "loads"]


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream, in which the folder is a zip archive.

    Args:
        stream: Where the archive comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in Parquet; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | Mapping[str, bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from the content of each file of a folder by its name, or from a zip archive of them.

    Raises:
        NotReadableError: it is not a dataset in Parquet; all problems are listed, each with file, row and column.

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
    ['datapackage.json', 'sources.parquet', 'actors.parquet']
    """
    return files_of(dataset, FORMAT)


def table_in(data: bytes) -> Any:  # noqa: ANN401  (pyarrow has no types of its own)
    """Return the table in a Parquet file whose pages have the right checksums."""
    return pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True).read()


FORMAT: Final = TableFormat(
    name="parquet",
    suffix=".parquet",
    words="Parquet file",
    write=parquet_file,
    read=table_in,
    broken=(pa.ArrowException, OSError, ValueError, OverflowError, UnicodeDecodeError, MemoryError),
)
