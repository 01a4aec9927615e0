"""Doing something again whenever files change: their names, times and sizes are looked at, again and again."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["PAUSE", "State", "state_of", "watch"]

PAUSE: Final = 0.5
"""How many seconds pass from one look to the next."""

State: TypeAlias = frozenset[tuple[str, int, int]]
"""The names of files, each with the time of its last change in nanoseconds and its size."""


def state_of(names: Iterable[str]) -> State:
    """Return the state of some files, and of all in folders; what is not there has none."""
    found: set[tuple[str, int, int]] = set()
    for name in names:
        path = Path(name)
        for file in path.rglob("*") if path.is_dir() else (path,):
            try:
                status = file.stat()
            except OSError:  # it is gone by now
                continue
            if file.is_file():
                found.add((str(file), status.st_mtime_ns, status.st_size))
    return frozenset(found)


def watch(action: Callable[[], int], look: Callable[[], State], wait: Callable[[], object]) -> int:
    """Do something now and whenever the state changes, until Ctrl-C.

    Args:
        action: What to do; it returns an exit code.
        look: Returns the state.
        wait: Lets time pass between two looks.

    Returns:
        The exit code of the last time.
    """
    code = 0
    seen: State | None = None
    try:
        while True:
            if (now := look()) != seen:
                seen = now
                code = action()
                sys.stdout.flush()
            wait()
    except KeyboardInterrupt:
        return code
