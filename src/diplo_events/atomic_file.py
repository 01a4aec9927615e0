"""`write_bytes`: a file that is there whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["write_bytes"]


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, which then takes its name.

    Whatever goes wrong on the way, an old file of that name stays as it was and nothing is left behind. A link is
    followed, and the permissions of an old file are kept.

    Raises:
        OSError: it cannot be written.
    """
    target = Path(path).resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), mode_of(target))
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def mode_of(target: Path) -> int:
    """Give the permissions of a file that is there, or those that a new one gets."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
