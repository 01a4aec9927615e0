"""The file formats: `read` and `write` choose one by the suffix of the file's name.

What opens and writes files is loaded when something is read or written, and not when the package is imported.
"""

import os

from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats._suffixes import (
    ALL_FORMATS,
    ALL_SUFFIXES,
    FOLDERS,
    FORMATS,
    ONE_WAY,
    STREAMED,
    SUFFIXES,
    format_name,
    format_named,
    format_of,
    text_format_name,
)

__all__ = [
    "ALL_FORMATS",
    "ALL_SUFFIXES",
    "FOLDERS",
    "FORMATS",
    "ONE_WAY",
    "STREAMED",
    "SUFFIXES",
    "format_name",
    "format_named",
    "format_of",
    "read",
    "text_format_name",
    "write",
]


def read(path: str | os.PathLike[str], *, complete: bool = True) -> Dataset:
    """Read a dataset from a file, in the format of its suffix, or from a folder of parts.

    The parts of a folder are its files with the suffix of a format, except the ledger `identity.yaml`. They are put
    together as by `diplo-events compile`: what they hold must agree, and the whole must be complete. The folder that
    `diplo-events package` writes, or its `datapackage.json`, is the dataset in it, after all hashes were compared.

    Args:
        path: The file or the folder.
        complete: Whether the parts of a folder must be complete together; if not, they may refer to records that are
            kept elsewhere. A file says itself whether it is complete.

    Raises:
        NotReadableError: a file is not a dataset in its format, no format has that suffix, a folder has no parts, or
            its parts do not fit together; all problems are listed.
        OSError: a file cannot be read.
        MissingExtraError: a format needs a package that is not installed.
    """
    from pathlib import Path  # noqa: PLC0415  (loaded when a file is named)

    from diplo_events.formats.contents import is_one_dataset, load_from  # noqa: PLC0415  (loaded when something is read)
    from diplo_events.formats.parts import merge_parts, part_files, read_part  # noqa: PLC0415  (the same)

    place = Path(path)
    if is_one_dataset(place):
        return load_from(place)
    merged, problems = merge_parts([read_part(file) for file in part_files(place)], complete=complete)
    if problems:
        raise NotReadableError(problems)
    return merged


def write(dataset: Dataset, path: str | os.PathLike[str]) -> None:
    """Write a dataset to a file, in the format of its suffix, or to a folder if that format is one.

    It is written completely or not at all: an old one with that name survives whatever goes wrong. Where a second
    writer changed it in the meantime, its file stays. An old folder is replaced only if this library wrote all of it.

    Raises:
        NotReadableError: no format has that suffix.
        OSError: the file cannot be written, or another writer changed it in the meantime.
        MissingExtraError: the format needs a package that is not installed.
    """
    from pathlib import Path  # noqa: PLC0415  (loaded when a file is named)

    from diplo_events._internal.system.atomic_file import FileState  # noqa: PLC0415  (loaded when something is written)
    from diplo_events.formats.contents import Content, write_content  # noqa: PLC0415  (the same)

    place = Path(path)
    before = FileState.of(place)
    content: Content = format_of(place).dumps(dataset)
    write_content(content, place, before=before)
