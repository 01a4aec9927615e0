"""The file formats: `read` and `write` choose one by the suffix of the file's name."""

from pathlib import Path

from diplo_events._system.atomic_file import FileState, write_bytes
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats._suffixes import FORMATS, ONE_WAY, SUFFIXES, format_name, format_named, format_of
from diplo_events.formats.files import read_file
from diplo_events.formats.package_folders import dataset_file
from diplo_events.formats.parts import merge_parts, part_files, read_part

__all__ = ["FORMATS", "ONE_WAY", "SUFFIXES", "format_name", "format_named", "format_of", "read", "write"]


def read(path: str | Path, *, complete: bool = True) -> Dataset:
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
    file = dataset_file(path)
    if not file.is_dir():
        dataset: Dataset = format_of(file).loads(read_file(file), file=str(file))
        return dataset
    merged, problems = merge_parts([read_part(file) for file in part_files(path)], complete=complete)
    if problems:
        raise NotReadableError(problems)
    return merged


def write(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset to a file, in the format of its suffix.

    The file is written completely or not at all: an old one with that name survives whatever goes wrong. Where a second
    writer changed it in the meantime, its file stays.

    Raises:
        NotReadableError: no format has that suffix.
        OSError: the file cannot be written, or another writer changed it in the meantime.
        MissingExtraError: the format needs a package that is not installed.
    """
    before = FileState.of(path)
    text: str = format_of(path).dumps(dataset)
    write_bytes(path, text.encode(), before=before)
