"""Folders that are written as a whole or not at all: `write_folder`.

A folder is written beside the target. Then the old one is renamed to a name that is kept for it, the new one is renamed
to the target, and the old one is removed. Who is killed in between leaves the old one under the kept name, and the next
who reads or writes the target puts it back.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from diplo_events._internal.system.atomic_file import (
    CHANGED,
    PREFIX,
    FileState,
    age_of,
    followed,
    is_alive,
    locked,
    machine,
    remove_stale,
    settle,
    write_through,
)

__all__ = ["put_back", "write_folder"]

OWNED: Final = re.compile(r"\.diplo-events-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{16}\.folder")
"""The name of a folder that is not whole yet, with the machine and the number of the process that writes it."""

STALE: Final = 3600.0
"""How many seconds after its last change such a folder belongs to nobody, if its process is unknown."""


def write_folder(
    path: str | Path,
    files: Mapping[str, bytes],
    *,
    before: FileState | None = None,
    check: Callable[[Path], None] = lambda _: None,
) -> None:
    """Write a folder beside the target, and rename it to the target.

    Whatever goes wrong, an old folder stays as it was. A link is followed.

    Args:
        path: The folder.
        files: The content of each file by its name, which has no folders in it.
        before: The state of the folder when the work on the new one began; by default the state now.
        check: Called with an old folder; what it raises keeps the old folder from being replaced.

    Raises:
        OSError: the folder cannot be written, or another writer changed it since `before`; `filename` is `path`.
    """
    try:
        target = followed(Path(path))
        state = before or FileState.of(target)
        remove_left(target.parent)
        part = target.with_name(f"{PREFIX}{machine()}-{os.getpid()}-{os.urandom(8).hex()}.folder")
        try:
            part.mkdir()
            for name, data in files.items():
                write_through(part / name, data, None)
            settle(part)
            with locked(target):
                if restore(target) and state.numbers is None:
                    state = FileState.of(target)
                if FileState.of(target) != state:
                    raise FileExistsError(errno.EEXIST, CHANGED)
                if target.exists():
                    check(target)
                swap(part, target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        settle(target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def put_back(path: str | Path) -> None:
    """Put back an old folder that a killed writer left under another name, if the target is not there.

    Raises:
        OSError: it cannot be renamed.
    """
    with contextlib.suppress(ValueError, RuntimeError):  # no file can have this name: reported when it is opened
        target = Path(path).resolve()
        if not target.exists() and kept(target).is_dir():
            with locked(target):
                restore(target)


def restore(target: Path) -> bool:
    """Rename the old folder back if there is no new one, or remove it if there is. The target must be locked.

    Returns:
        Whether the old folder is the target now.
    """
    old = kept(target)
    if not old.is_dir():
        return False
    if target.exists():
        shutil.rmtree(old, ignore_errors=True)
        return False
    old.rename(target)
    return True


def swap(part: Path, target: Path) -> None:
    """Rename a folder to the target, whose old folder goes once the new one is there. The target must be locked."""
    if not target.exists():
        part.rename(target)
        return
    old = kept(target)
    target.rename(old)
    try:
        part.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def kept(target: Path) -> Path:
    """Return the name that an old folder has while a new one takes its place."""
    return target.with_name(f"{PREFIX}{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}.old")


def remove_left(parent: Path) -> None:
    """Remove what killed writers left in a folder and did not finish, as far as it lets us."""
    remove_stale(parent)
    with contextlib.suppress(OSError):
        for entry in os.scandir(parent):
            owner = OWNED.fullmatch(entry.name)
            if owner and entry.is_dir(follow_symlinks=False):
                alive = is_alive(owner[1], int(owner[2]))
                if alive is False or (alive is None and age_of(Path(entry.path)) > STALE):
                    shutil.rmtree(entry.path, ignore_errors=True)
