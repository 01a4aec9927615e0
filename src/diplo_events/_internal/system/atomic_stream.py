"""A file that is written piece by piece, and that stands there as a whole or not at all: `writing`."""

import contextlib
import errno
import os
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from diplo_events._internal.system.atomic_file import (
    CHANGED,
    PREFIX,
    FileState,
    followed,
    locked,
    machine,
    mode_of,
    remove_stale,
    settle,
)

__all__ = ["writing"]


@contextlib.contextmanager
def writing(path: str | Path, *, before: FileState | None = None) -> Generator[BinaryIO]:
    """Open a temporary file beside the target; at the end, rename it to the target.

    If anything goes wrong, an old file stays as it was and nothing is left behind.

    Args:
        path: The file.
        before: The state of the file when the work on the new one began; by default the state now.

    Raises:
        OSError: the file cannot be written, or another writer changed it since `before`; `filename` is `path`.
    """
    part: Path | None = None
    try:
        target = followed(Path(path))
        state = before or FileState.of(target)
        mode = mode_of(target)
        remove_stale(target.parent)
        part = target.with_name(f"{PREFIX}{machine()}-{os.getpid()}-{os.urandom(8).hex()}.tmp")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb", buffering=1 << 20) as stream:
            yield stream
            stream.flush()
            if mode is not None:
                part.chmod(mode)
            os.fsync(stream.fileno())
        with locked(target):
            if FileState.of(target) != state:
                raise FileExistsError(errno.EEXIST, CHANGED)
            part.replace(target)
    except OSError as error:
        if error.filename not in {None, str(part)} and error.strerror != CHANGED:
            raise  # of another file, which the body reads
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    settle(target.parent)
