"""Streams packed by Zstandard (RFC 8878). Needs the extra `zstd`."""

import contextlib
from collections.abc import Iterator
from typing import IO, Final

from diplo_events.errors import MissingExtraError

try:
    import zstandard
except ImportError as error:
    raise MissingExtraError.of("zstd", "reading and writing .zst") from error

__all__ = ["BROKEN", "packing", "unpacked"]

BROKEN: Final[type[Exception]] = zstandard.ZstdError
"""What is raised for bytes that are something else."""

PIECE: Final = 1 << 10
"""How many packed bytes are read at a time: as many as are 32 MiB at most, however well they are packed."""


def unpacked(stream: IO[bytes]) -> Iterator[bytes]:
    """Unpack a stream of one or more frames.

    Raises:
        EOFError: the last frame is cut off.
        zstandard.ZstdError: it is something else, or altered.
    """
    decompressor = zstandard.ZstdDecompressor()
    frame = decompressor.decompressobj()
    is_fresh = False
    while piece := stream.read(PIECE):
        while piece:
            if is_fresh:
                frame = decompressor.decompressobj()
            yield frame.decompress(piece)
            is_fresh = frame.eof
            piece = frame.unused_data if is_fresh else b""
    if not is_fresh:
        raise EOFError


def packing(stream: IO[bytes]) -> contextlib.AbstractContextManager[object]:
    """Return a stream whose bytes are packed, with a checksum, into another one."""
    return zstandard.ZstdCompressor(write_checksum=True).stream_writer(stream, closefd=False)
