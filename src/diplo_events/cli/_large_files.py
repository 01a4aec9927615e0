"""Large files of JSON Lines, whose records stay on disk while a command works with them."""

import contextlib
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Final

from diplo_events._internal.system.memory import memory_size
from diplo_events._internal.texts.display import one_line
from diplo_events.cli._shared_options import STDIN, is_example
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats import format_name
from diplo_events.formats.parts import Part
from diplo_events.formats.stored import Stored, open_stored

__all__ = ["announced", "large_dataset", "large_part", "large_size"]

SHARE: Final = 16
"""Which part of the memory a file must fill to be large: a command that has all of it in memory takes up to nine times
as many bytes as the file has, and other programs run as well."""

WORTH_SHARING: Final = 64 * 1024 * 1024
"""From how many bytes on a file is large where several processes are to share the work, which they do with records on
disk alone; also where nobody knows how much memory there is."""


def large_size(*, shared: bool = False) -> int:
    """Return from how many bytes on the records of a file stay on disk.

    On disk they take no memory, but up to three times the time: a record is read again whenever it is asked for.

    Args:
        shared: Whether several processes are to share the work.
    """
    memory = memory_size()
    most = WORTH_SHARING if memory is None else memory // SHARE
    return min(most, WORTH_SHARING) if shared else most


def is_large(name: str, given: str | None, *, shared: bool = False) -> bool:
    """Whether a name is that of a file of JSON Lines whose records are better left on disk."""
    if name == STDIN or is_example(name):
        return False
    path = Path(name)
    with contextlib.suppress(NotReadableError, OSError, ValueError):
        return (
            (given or format_name(path)) == "jsonl"
            and path.is_file()
            and path.stat().st_size >= large_size(shared=shared)
        )
    return False


def large_dataset(name: str, given: str | None) -> Dataset | None:
    """Return the dataset in a large file; `None` if the file is to be read as a whole, as others are.

    Raises:
        NotReadableError: it is not a dataset; all problems are listed.
        OSError: it cannot be read.
    """
    stored = opened(name) if is_large(name, given) else None
    return None if stored is None else stored.dataset


def large_part(name: str, given: str | None, *, processes: int = 1, shared: bool = False) -> Part | None:
    """Return a large file as a part that can be checked; `None` if it is to be read as a whole, as others are.

    Args:
        name: The name of the file.
        given: The format, if the name does not say it.
        processes: How many processes read it.
        shared: Whether somebody asked for several, so that a file is large the sooner.

    Raises:
        OSError: it cannot be read.
    """
    if not is_large(name, given, shared=shared):
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


@contextlib.contextmanager
def announced(path: Path) -> Generator[None]:
    """Show on a terminal, as long as the block runs, that a file is being read, if that takes a while."""
    size = path.stat().st_size if sys.stderr.isatty() and path.is_file() else 0
    if size < WORTH_SHARING:
        yield
        return
    print(f"\r{one_line(path.name)}: reading {size // 1_000_000:,} MB", end="", file=sys.stderr, flush=True)
    try:
        yield
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
