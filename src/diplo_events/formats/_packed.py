"""Files that are read or written piece by piece, packed by gzip or Zstandard where their names end in that."""

import contextlib
import gzip
import zlib
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import IO, Final, Protocol, cast

from diplo_events._internal.system.atomic_file import replaced
from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats.files import open_file

__all__ = ["BLOCK", "pieces_of", "written_whole"]

BLOCK: Final = 1 << 18
"""How many bytes are read at a time."""


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Write some bytes."""
        ...


def pieces_of(path: str | Path) -> Iterator[bytes]:
    """List the content of a file in pieces, unpacked if its name ends in `.gz` or `.zst`.

    Raises:
        OSError: the file cannot be read, or is a folder, a pipe or a device.
        NotReadableError: it is not packed as its name says, or is cut off.
        MissingExtraError: it is packed by Zstandard, and the extra `zstd` is missing.
    """
    with open_file(path) as stream:
        match Path(path).suffix.lower():
            case ".gz":
                yield from unpacked(path, "gzip", gunzipped(stream), (EOFError, zlib.error, gzip.BadGzipFile))
            case ".zst":
                from diplo_events.formats import _zstd  # noqa: PLC0415  (it needs an extra)

                yield from unpacked(path, "Zstandard", _zstd.unpacked(stream), (EOFError, _zstd.BROKEN))
            case _:
                yield from iter(lambda: stream.read(BLOCK), b"")


def gunzipped(stream: IO[bytes]) -> Iterator[bytes]:
    """Unpack a stream of gzip."""
    with gzip.GzipFile(fileobj=stream) as unpacking:
        yield from iter(lambda: unpacking.read(BLOCK), b"")


def unpacked(
    path: str | Path, words: str, pieces: Iterator[bytes], broken: tuple[type[Exception], ...]
) -> Iterator[bytes]:
    """List pieces of a file, of which some errors mean that it is broken.

    Raises:
        NotReadableError: it is.
    """
    while True:
        try:
            piece = next(pieces)
        except StopIteration:
            return
        except broken as error:
            found = "one that is cut off" if isinstance(error, EOFError) else f"something else ({error})"
            problem = Problem(
                expected=f"a file packed by {words}",
                found=found,
                hint="get it again, or rename it if it is not packed",
                location=Location(str(path)),
            )
            raise NotReadableError([problem]) from None
        yield piece


@contextlib.contextmanager
def written_whole(path: str | Path) -> Generator[Callable[[bytes], object]]:
    """Return a function that writes pieces of a file, packed if its name ends in `.gz` or `.zst`.

    The file is there once the block has ended; if it ends with an error, an old file stays as it was.

    Raises:
        OSError: the file cannot be written, or another writer changed it in the meantime.
        MissingExtraError: it is to be packed by Zstandard, and the extra `zstd` is missing.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".zst":
        from diplo_events.formats import _zstd  # noqa: PLC0415  (it needs an extra)

        with replaced(path) as stream, _zstd.packing(stream) as packed:
            yield cast("Sink", packed).write
    elif suffix == ".gz":  # without name and time, so that the same records are the same bytes
        with (
            replaced(path) as stream,
            gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=stream, mtime=0) as packed,
        ):
            yield packed.write
    else:
        with replaced(path) as stream:
            yield stream.write
