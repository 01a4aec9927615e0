"""Python's collector of cycles in a process of the command line."""

import contextlib
import gc
from collections.abc import Generator
from typing import Final

from diplo_events._internal.system.gc import gc_paused

__all__ = ["collect_seldom", "passed_over"]

SELDOM: Final = (50_000, 20, 100)
"""How seldom it runs: records have no cycles, and it would walk over all of them again and again."""


def collect_seldom() -> None:
    """Make it run seldom; only a process that does nothing but run a command may ask for that."""
    gc.set_threshold(*SELDOM)


@contextlib.contextmanager
def passed_over() -> Generator[None]:
    """Read a dataset inside the block, over which it does not walk as long as the process of a command runs.

    Each object would be looked at twice, first when reading is done and again when a million others have been made:
    a fifth of the time of a command, and more for a record of a large dataset than for one of a small dataset. In a
    process that somebody else began, the collector is only paused.

    Examples:
        >>> with passed_over():
        ...     gc.isenabled()
        False
    """
    with gc_paused():
        yield
        if gc.get_threshold() == SELDOM:
            gc.freeze()
