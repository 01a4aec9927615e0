"""The files of annotation tools: which there are, their texts, and what is wrong with their encoding."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from diplo_events.errors import Location, NotReadableError, Problem

__all__ = ["annotation_files", "read_utf8", "texts_of"]

TEXT: Final = ".txt"


def annotation_files(path: str | Path, suffixes: Collection[str]) -> list[Path]:
    """List a file, or all files of a folder and of those inside that have one of some suffixes.

    Raises:
        NotReadableError: the folder has no such file.
    """
    where = Path(path)
    if not where.is_dir():
        return [where]
    found = sorted(file for file in where.rglob("*") if file.suffix.lower() in suffixes and file.is_file())
    if not found:
        expected = f"files {', '.join(f'*{suffix}' for suffix in suffixes)} in the folder"
        raise NotReadableError([Problem(expected=expected, found="none", location=Location(str(path)))])
    return found


def texts_of(folder: str | Path) -> dict[str, Path]:
    """Return the texts of a folder and of those inside, by their names without the suffix."""
    return {file.stem: file for file in sorted(Path(folder).rglob(f"*{TEXT}")) if file.is_file()}


def read_utf8(path: Path) -> str | Problem:
    """Read a text as it is; return what is wrong with its bytes if they are not UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = Location(str(path), data.count(b"\n", 0, error.start) + 1)
        found = f"the byte {data[error.start]:#04x}"
        return Problem(expected="a text in UTF-8", found=found, hint="save it as UTF-8", location=where)
