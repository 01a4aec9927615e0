"""Files that are written as a whole or not at all, also while others write them: `write_bytes`, `replaced`.

Each is written into a temporary file beside it, which is then renamed. The name of a temporary file says whose it is:
what killed writers leave is removed by the next one.
"""

import contextlib
import errno
import hashlib
import os
import platform
import re
import stat
import time
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import IO, Final

import attrs

__all__ = ["PREFIX", "FileState", "locked", "replaced", "write_all", "write_bytes"]

PREFIX: Final = ".diplo-events-"
"""How the names of temporary files and of locks begin."""

OWNED: Final = re.compile(r"\.diplo-events-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{16}\.tmp")
"""The name of a temporary file, with the machine and the number of its process."""

STALE: Final = 3600.0
"""How many seconds after its last change a temporary file belongs to nobody, if its process is unknown."""

STALE_LOCK: Final = 60.0
"""How many seconds after it was made a lock belongs to nobody: a writer has one while it renames a few files."""

PATIENCE: Final = 10.0
"""How many seconds a writer waits for the lock of another."""

CHANGED: Final = "another writer changed it in the meantime; it was left alone: look at it, then run this again"


@attrs.frozen
class FileState:
    """What tells one state of a file from another: a second writer in between makes another state."""

    numbers: tuple[int, ...] | None
    """Its inode, size and time of change; `None` if there is no file."""

    @classmethod
    def of(cls, path: str | Path) -> "FileState":
        """Return the state of a file now."""
        try:
            status = Path(path).stat()
        except (OSError, ValueError):  # that it cannot be written to is reported when it is written
            return cls(None)
        return cls((status.st_ino, status.st_size, status.st_mtime_ns))


def write_bytes(path: str | Path, data: bytes, *, before: FileState | None = None) -> None:
    """Write a temporary file beside the target, and rename it to the target.

    Whatever goes wrong, an old file stays as it was and nothing is left behind. A link is followed, the permissions of
    an old file are kept, and a file without write permission is not replaced.

    Args:
        path: The file.
        data: Its content.
        before: The state of the file when the work on the new one began; by default the state now.

    Raises:
        OSError: the file cannot be written, or another writer changed it since `before`; `filename` is `path`.
    """
    states = {} if before is None else {Path(path): before}
    write_all({Path(path): data}, before=states, name=str(path))


def write_all(
    files: Mapping[Path, bytes], *, before: Mapping[Path, FileState] | None = None, name: str | None = None
) -> None:
    """Write several files: all temporary files first, then they are renamed in order.

    Args:
        files: The content of each file.
        before: The state of a file when the work on the new one began; by default the state now.
        name: What errors call the files; by default each has its own name.

    Raises:
        OSError: a file cannot be written, or another writer changed it; none is replaced, unless renaming fails.
    """
    parts: list[tuple[Path, Path, FileState, str]] = []
    label = ""
    try:
        for path, data in files.items():
            label = name or str(path)
            target = followed(path)
            state = (before or {}).get(path) or FileState.of(target)
            mode = mode_of(target)
            remove_stale(target.parent)
            part = part_of(target)
            parts.append((part, target, state, label))
            write_through(part, data, mode)
        with contextlib.ExitStack() as locks:
            for _, target, state, label in parts:  # noqa: B007  (the handler names the file)
                locks.enter_context(locked(target))
                if FileState.of(target) != state:
                    raise FileExistsError(errno.EEXIST, CHANGED)
            for part, target, _, label in parts:  # noqa: B007  (the same)
                part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, label) from error
    finally:
        for part, *_ in parts:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    for folder in {target.parent for _, target, *_ in parts}:
        settle(folder)


@contextlib.contextmanager
def replaced(path: str | Path, *, before: FileState | None = None) -> Generator[IO[bytes]]:
    """Return a stream to write a file piece by piece: a temporary one, renamed to the target once the block has ended.

    If the block ends with an error, an old file stays as it was and nothing is left behind.

    Args:
        path: The file.
        before: The state of the file when the work on the new one began; by default the state now.

    Raises:
        OSError: the file cannot be written, or another writer changed it in the meantime; `filename` is `path`.
    """
    with errors_of(path):
        target = followed(Path(path))
        state, mode = before or FileState.of(target), mode_of(target)
        remove_stale(target.parent)
        part = part_of(target)
    try:
        with errors_of(path):
            stream = os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb")
        with stream:
            yield stream
            with errors_of(path):
                stream.flush()
                if mode is not None:
                    part.chmod(mode)
                os.fsync(stream.fileno())
        with errors_of(path):
            with locked(target):
                if FileState.of(target) != state:
                    raise FileExistsError(errno.EEXIST, CHANGED)
                part.replace(target)
            settle(target.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


@contextlib.contextmanager
def errors_of(path: str | Path) -> Generator[None]:
    """Call the file by one name in errors.

    Raises:
        OSError: what is done with the file raises one.
    """
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def part_of(target: Path) -> Path:
    """Return the name of a new temporary file beside a file."""
    return target.with_name(f"{PREFIX}{machine()}-{os.getpid()}-{os.urandom(8).hex()}.tmp")


@contextlib.contextmanager
def locked(target: Path) -> Generator[None]:
    """Keep other writers of this library from renaming anything to a file for a moment.

    Raises:
        OSError: another writer keeps it for too long.
    """
    lock = target.with_name(f"{PREFIX}{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}.lock")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            break
        except FileExistsError:
            if is_stale_lock(lock):
                with contextlib.suppress(OSError):
                    lock.unlink()
            elif time.monotonic() > until:
                raise BlockingIOError(errno.EAGAIN, "another process is writing it; run this again") from None
            else:
                time.sleep(0.005)
    try:
        try:
            os.write(handle, f"{machine()}-{os.getpid()}".encode())
        finally:
            os.close(handle)
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()


def remove_stale(folder: Path) -> None:
    """Remove the temporary files and locks of killed writers from a folder, as far as it lets us."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            path = Path(entry.path)
            if not entry.name.startswith(PREFIX) or not entry.is_file(follow_symlinks=False):
                continue
            if is_stale(path) if path.suffix == ".tmp" else path.suffix == ".lock" and is_stale_lock(path):
                with contextlib.suppress(OSError):
                    path.unlink()


def is_stale(part: Path) -> bool:
    """Whether a temporary file belongs to nobody: its process is gone, or nobody can say and it is old."""
    if owner := OWNED.fullmatch(part.name):
        alive = is_alive(owner[1], int(owner[2]))
        if alive is not None:
            return not alive
    return age_of(part) > STALE


def is_stale_lock(lock: Path) -> bool:
    """Whether a lock belongs to nobody: its process is gone, or it is old."""
    try:
        owner = re.fullmatch(rb"([0-9a-f]{8})-([0-9]{1,10})", lock.read_bytes()[:32])
    except OSError:  # it is gone, or cannot be read yet
        return False
    return (owner is not None and is_alive(owner[1].decode(), int(owner[2])) is False) or age_of(lock) > STALE_LOCK


def is_alive(of_machine: str, process: int) -> bool | None:
    """Whether a process runs; `None` if that cannot be found out: it is another machine's, or Windows has it."""
    if of_machine != machine() or os.name != "posix":  # on Windows, the same call would end the process
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is another user's; no process has such a number
        return None
    return True


def age_of(path: Path) -> float:
    """Return how many seconds ago a file was changed; 0 if it is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def machine() -> str:
    """Return what tells this machine from others that share a folder with it."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:8]


def followed(path: Path) -> Path:
    """Return the file to which a name leads.

    Raises:
        OSError: it leads in a circle, or no file can have such a name.
    """
    try:
        return path.resolve()
    except RuntimeError:  # what Python 3.11 and 3.12 say of a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    except ValueError:  # a null character
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from None


def mode_of(target: Path) -> int | None:
    """Return the permissions of a file, or `None` if there is none.

    Raises:
        OSError: it is a folder, a device or a pipe, or may not be written to.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "a device or a pipe, not a file: it cannot be replaced as a whole")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode & 0o777


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
    """Wait until the disk has the new name, where a folder can be waited for: not on Windows, nor on every share."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
