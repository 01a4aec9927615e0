"""The lines of a large text file, one after the other: plain, gzipped or the one file of a zip, with their numbers.

A line that is not UTF-8 comes as `None`, with its number: whoever reads it names it.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.model.frozen_map import forbidden

__all__ = ["BOM", "CONTROLS", "MAX_LINE", "decoded_lines", "legible_text", "opened"]

MAX_LINE: Final = 16 * 1024 * 1024
"""The longest line that is read, in bytes."""

CONTROLS: Final = "a cell has control characters; they are written like \\x91"

BOM: Final = b"\xef\xbb\xbf"


@contextmanager
def opened(path: str | Path) -> Generator[IO[bytes]]:
    """Open a file as bytes; of a gzipped file or a zip of one file, its content.

    Raises:
        NotReadableError: it is a damaged archive, or a zip of several files.
        OSError: it cannot be read.
    """
    place = Path(path)
    try:
        with place.open("rb") as stream:
            magic = stream.read(4)
            stream.seek(0)
            if magic.startswith(b"\x1f\x8b"):
                with gzip.open(stream) as unpacked:
                    yield io.BufferedReader(unpacked, 1 << 20)
            elif magic == b"PK\x03\x04":
                with zipfile.ZipFile(stream) as archive:
                    yield from one_file(archive, place)
            else:
                yield stream
    except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError) as error:
        problem = Problem(
            expected="a whole archive", found=str(error), location=Location(str(path)), hint="get it again"
        )
        raise NotReadableError([problem]) from None


def one_file(archive: zipfile.ZipFile, place: Path) -> Iterator[IO[bytes]]:
    """Open the one file of a zip.

    Raises:
        NotReadableError: it has another number of files.
    """
    names = [name for name in archive.namelist() if not name.endswith("/")]
    if len(names) != 1:
        problem = Problem(
            expected="a zip of one file", found=f"{len(names)} files", location=Location(str(place)), hint="unpack it"
        )
        raise NotReadableError([problem])
    with archive.open(names[0]) as stream:
        yield stream


def decoded_lines(stream: IO[bytes], encoding: str = "utf-8") -> Iterator[tuple[int, str | None]]:
    r"""List the lines with their numbers, without line ends and byte order mark; a line feed ends a line.

    Examples:
        >>> list(decoded_lines(io.BytesIO(b"\xef\xbb\xbfa\r\nb\xff\n\nc")))
        [(1, 'a'), (2, None), (4, 'c')]
    """
    number = 0
    while raw := stream.readline(MAX_LINE):
        number += 1
        if number == 1 and raw.startswith(BOM):
            raw = raw[3:]
        if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
            skip_rest(stream)
            yield number, None
            continue
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            yield number, None
            continue
        text = text.rstrip("\r\n")
        if text:
            yield number, text


def skip_rest(stream: IO[bytes]) -> None:
    """Read on to the end of a line that is too long."""
    while (piece := stream.readline(MAX_LINE)) and not piece.endswith(b"\n"):
        pass


def legible_text(text: str) -> str | None:
    r"""Return a text with escapes for the control characters that no field can hold, or `None` if it has none.

    Examples:
        >>> legible_text("Ta\x91izz"), legible_text("Ta'izz")
        ('Ta\\x91izz', None)
    """
    if not forbidden().search(text):
        return None
    return forbidden().sub(lambda match: f"\\x{ord(match[0]):02x}", text)
