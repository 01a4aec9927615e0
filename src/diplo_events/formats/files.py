"""Files as they are found on disk: read as a whole, without waiting for a pipe or reading a device for ever."""

import errno
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

from diplo_events._internal.system.atomic_file import PREFIX
from diplo_events.errors import Location, NotReadableError, Problem

__all__ = ["folder_files", "leads_out", "open_file", "read_file"]


def read_file(path: str | Path) -> bytes:
    """Return the content of a file.

    Raises:
        OSError: it cannot be read, or is a folder, a pipe or a device.
    """
    with open_file(path) as stream:
        return stream.read()


def open_file(path: str | Path) -> IO[bytes]:
    """Open a file to read its bytes.

    Raises:
        OSError: it cannot be read, or is a folder, a pipe or a device.
    """
    try:
        mode = Path(path).stat().st_mode
    except ValueError:  # a null character
        raise OSError(errno.EINVAL, "no file can have this name", str(path)) from None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "a pipe or a device, not a file; standard input is read with -", str(path))
    return Path(path).open("rb")


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a file in a folder is a link to somewhere outside the folder, or to itself."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (RuntimeError, OSError):  # a circle of links
        return True


def folder_files(folder: str | Path, suffixes: Collection[str]) -> list[Path]:
    """List the files of a folder that have one of some suffixes, in any case, by name.

    Raises:
        NotReadableError: one is a link out of the folder, a pipe or a device; all are listed, without their content.
        OSError: the folder cannot be read.
    """
    place = Path(folder)
    paths = [path for path in sorted(place.iterdir()) if path.suffix.lower() in suffixes and not path.is_dir()]
    files = [path for path in paths if not path.name.startswith(PREFIX)]
    if problems := [problem for path in files for problem in entry_problems(path, place)]:
        raise NotReadableError(problems)
    return files


def entry_problems(path: Path, folder: Path) -> Iterator[Problem]:
    """Check that an entry of a folder is a file in it."""
    if leads_out(path, folder):
        found, hint = "a link that leads out of the folder", "copy the file into the folder"
    elif not path.is_file():
        found, hint = "a pipe, a device or a link to nothing", "remove it from the folder"
    else:
        return
    yield Problem(expected="a file", found=found, hint=hint, location=Location(str(path)))
