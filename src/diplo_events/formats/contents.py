"""What the file of a dataset holds, in any format: read and written as a whole, be it a file, a folder or a zip of one.

A format that is a folder has a descriptor in it, `datapackage.json`, that names the format and lists the files. Without
it, nobody knows whose folder it is, and no folder is replaced.
"""

import errno
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events._internal.system.atomic_folder import put_back, write_folder
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats._suffixes import FOLDERS, format_name, format_named, suffix_of
from diplo_events.formats.files import leads_out, read_file
from diplo_events.formats.package_folders import DESCRIPTOR, dataset_file, is_package, own_format

__all__ = [
    "Content",
    "format_in",
    "is_one_dataset",
    "load_from",
    "read_content",
    "unzipped",
    "write_content",
    "zipped",
]

Content: TypeAlias = str | bytes | Mapping[str, bytes]
"""What `dumps` of a format returns: a text, the bytes of a file, or the bytes of each file of a folder by its name."""

YEAR_ZERO: Final = (1980, 1, 1, 0, 0, 0)
"""The time that zip archives give to files without one."""


def load_from(path: str | Path, *, format: str | None = None) -> Dataset:  # noqa: A002  (what it is)
    """Read a dataset from a file, or from a folder that is one dataset.

    Args:
        path: The file or the folder.
        format: The name of its format; by default its suffix, or the descriptor of a folder, names it.

    Raises:
        NotReadableError: it is not a dataset in that format; all problems are listed.
        OSError: it cannot be read.
        MissingExtraError: the format needs a package that is not installed.
    """
    put_back(path)
    file = dataset_file(path)
    name = format or format_in(file)
    dataset: Dataset = format_named(name).loads(read_content(file, format=name), file=str(file))
    return dataset


def format_in(path: str | Path) -> str:
    """Return the name of the format of a file or a folder: by the descriptor of a folder, else by the suffix.

    Raises:
        NotReadableError: no format has that suffix.
    """
    return own_format(path) or format_name(path)


def is_one_dataset(path: str | Path) -> bool:
    """Whether a path leads to one dataset, a file or a folder, and not to a folder of parts."""
    put_back(path)
    place = Path(path)
    return not place.is_dir() or is_package(place) or own_format(place) is not None or suffix_of(place) in FOLDERS


def read_content(path: str | Path, *, format: str) -> bytes | dict[str, bytes]:  # noqa: A002  (what it is)
    """Return the content of a file, or of each file of a folder by its name, as `loads` of a format reads it.

    Raises:
        NotReadableError: the format is a folder, and this is a single file.
        OSError: it cannot be read.
    """
    place = Path(path)
    if format not in FOLDERS.values():
        return read_file(place)
    if place.is_dir():
        return folder_content(place)
    data = read_file(place)
    if not zipfile.is_zipfile(io.BytesIO(data)) and not suffix_of(place).endswith(".zip"):
        if (place.parent / DESCRIPTOR).is_file():
            hint = f"this is one file of a dataset: read the folder {place.parent.name or place.parent}"
        else:
            suffix = next(suffix for suffix, name in FOLDERS.items() if name == format)
            hint = f"write a dataset to a name that ends in {suffix} to see the files that it has"
        expected, found = f"a folder with {DESCRIPTOR} and a file for each table", "a single file"
        raise NotReadableError([Problem(expected=expected, found=found, hint=hint, location=Location(str(path)))])
    return unzipped(data, file=str(path))


def write_content(content: Content, path: str | Path, *, before: FileState | None = None) -> None:
    """Write what `dumps` of a format returned, completely or not at all.

    An old file is replaced; an old folder only if the library wrote it and it has no other files.

    Args:
        content: The content.
        path: The file or the folder. A folder whose name ends in `.zip` is written as one zip archive.
        before: The state of the file when the work on the new one began; by default the state now.

    Raises:
        OSError: it cannot be written, or another writer changed it in the meantime; `filename` is `path`.
    """
    if isinstance(content, str):
        write_bytes(path, content.encode(), before=before)
    elif isinstance(content, bytes):
        write_bytes(path, content, before=before)
    elif suffix_of(path).endswith(".zip"):
        write_bytes(path, zipped(content), before=before)
    else:
        write_folder(path, content, before=before, check=check_replaceable)


def check_replaceable(folder: Path) -> None:
    """Raise if a folder has anything in it that the library did not write there.

    Raises:
        FileExistsError: it has.
    """
    if not folder.is_dir():
        raise FileExistsError(errno.EEXIST, "a file, and this format is a folder: move it away, or choose another name")
    if not any(folder.iterdir()):
        return
    if own_format(folder) is None:
        advice = "a folder that this library did not write: nothing was written; move it away, or choose another name"
        raise FileExistsError(errno.EEXIST, advice)
    content = cast("dict[str, Any]", json.loads(read_file(folder / DESCRIPTOR)))
    listed = {DESCRIPTOR} | {item["path"] for item in content["resources"]}
    if others := sorted(path.name for path in folder.iterdir() if path.name not in listed or not path.is_file()):
        advice = f"there are other files in this folder, such as {others[0]!r}: nothing was written; move them away"
        raise FileExistsError(errno.EEXIST, f"{advice}, or choose another name")


def folder_content(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder, by its name; hidden files and folders in it are left out.

    Raises:
        NotReadableError: one of them is a link out of the folder.
        OSError: one cannot be read.
    """
    paths = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".") and not path.is_dir()]
    if wrong := [path for path in paths if leads_out(path, folder)]:
        expected, found, hint = "a file", "a link that leads out of the folder", "copy the file into the folder"
        raise NotReadableError(
            Problem(expected=expected, found=found, hint=hint, location=Location(str(path))) for path in wrong
        )
    return {path.name: read_file(path) for path in paths}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip archive: the same bytes for the same files.

    Args:
        files: The content of each file by its name, in the order of the archive.

    >>> zipped({"a": b"1"}) == zipped({"a": b"1"}), unzipped(zipped({"a": b"1"}))
    (True, {'a': b'1'})
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=YEAR_ZERO)
            entry.create_system = 3  # what Unix writes, also on Windows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compress_type=zipfile.ZIP_DEFLATED, compresslevel=6)
    return stream.getvalue()


def unzipped(data: bytes, *, file: str | None = None) -> dict[str, bytes]:
    """Return the content of each file in a zip archive, by its name.

    Raises:
        NotReadableError: it is not a whole zip archive, or has a name twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            files = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        expected, found = "a zip archive", "something else"
    else:
        if len(files) == len(names):
            return files
        expected, found = "each file once", "a name twice"
    hint = "the file was cut or altered; get it again"
    raise NotReadableError([Problem(expected=expected, found=found, hint=hint, location=Location(file))])
