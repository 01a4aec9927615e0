"""`write_bytes`: write a file as a whole or not at all."""

import contextlib
import errno
import os
from pathlib import Path

__all__ = ["write_bytes"]


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a temporary file beside the target, and rename it to the target.

    Whatever goes wrong, an old file stays as it was and nothing is left behind. A link is followed, the permissions of
    an old file are kept, and a file without write permission is not replaced.

    Raises:
        OSError: the file cannot be written; `filename` is `path`.
    """
    try:
        target = followed(Path(path))
        mode = mode_of(target)
        part = target.with_name(f".diplo-events-{os.urandom(8).hex()}.tmp")
        try:
            write_through(part, data, mode)
            part.replace(target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()
            raise
        settle(target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def followed(path: Path) -> Path:
    """Return the file to which a name leads.

    Raises:
        OSError: it leads in a circle.
    """
    try:
        return path.resolve()
    except RuntimeError:  # what Python 3.11 and 3.12 say of a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def mode_of(target: Path) -> int | None:
    """Return the permissions of a file, or `None` if there is none.

    Raises:
        OSError: it is not a file, or may not be written to.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    try:
        mode = target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def write_through(part: Path, data: bytes, mode: int | None) -> None:
    """Write a new file and wait until the disk has it."""
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if mode is not None:
            part.chmod(mode)
        os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """Wait until the disk has the new name."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
