"""Large files of JSON Lines, whose records stay on disk while a command works with them."""

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from diplo_events._internal.texts.display import one_line
from diplo_events.cli._shared_options import STDIN, is_example
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats import format_name
from diplo_events.formats.parts import Part
from diplo_events.formats.stored import Stored, open_stored

__all__ = ["LARGE", "large_dataset", "large_part"]

LARGE: Final = 64 * 1024 * 1024
"""From how many bytes on the records of a file stay on disk."""


def is_large(name: str, given: str | None) -> bool:
    """Whether a name is that of a file of JSON Lines whose records are better left on disk."""
    if name == STDIN or is_example(name):
        return False
    path = Path(name)
    with contextlib.suppress(NotReadableError, OSError, ValueError):
        return (given or format_name(path)) == "jsonl" and path.is_file() and path.stat().st_size >= LARGE
    return False


def large_dataset(name: str, given: str | None) -> Dataset | None:
    """Return the dataset in a large file; `None` if the file is to be read as a whole, as others are.

    Raises:
        NotReadableError: it is not a dataset; all problems are listed.
        OSError: it cannot be read.
    """
    stored = opened(name) if is_large(name, given) else None
    return None if stored is None else stored.dataset


def large_part(name: str, given: str | None, *, processes: int = 1) -> Part | None:
    """Return a large file as a part that can be checked; `None` if it is to be read as a whole, as others are.

    Raises:
        OSError: it cannot be read.
    """
    if not is_large(name, given):
        return None
    try:
        stored = opened(name, processes=processes)
    except NotReadableError as error:
        return Part(name=str(Path(name)), format="jsonl", data=b"", dataset=None, problems=error.problems)
    if stored is None:
        return None
    file = str(Path(name))
    return Part(name=file, format="jsonl", data=b"", dataset=stored.dataset, known_places=stored.places)


def opened(name: str, *, processes: int = 1) -> Stored | None:
    """Return the dataset in a file, and show on a terminal how far reading it has come."""
    try:
        return open_stored(Path(name), processes=processes, progress=progress(name))
    finally:
        clear()


def progress(name: str) -> Callable[[int, int], object]:
    """Return what shows on a terminal how far a file is read; elsewhere, nothing is shown."""
    if not sys.stderr.isatty():
        return lambda _done, _whole: None
    return lambda done, whole: print(
        f"\r{one_line(Path(name).name)}: {100 * done // max(whole, 1):3} % read", end="", file=sys.stderr, flush=True
    )


def clear() -> None:
    """Remove what was shown on a terminal."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
