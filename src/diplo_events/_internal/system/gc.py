"""Pause garbage collection during bulk construction."""

import contextlib
import gc
from collections.abc import Generator

__all__ = ["gc_paused"]


@contextlib.contextmanager
def gc_paused() -> Generator[None]:
    """Disable Python's cycle collector inside the block, and enable it again afterwards if it was enabled.

    Records and results have no cycles (errors do). While hundreds of thousands of them are made, the collector would
    walk over all of them again and again and find nothing. All threads share it: cycles that others leave meanwhile
    are collected afterwards. As a decorator it is for functions, not for generators.

    Examples:
        >>> import gc
        >>> with gc_paused():
        ...     gc.isenabled()
        False
        >>> gc.isenabled()
        True
    """
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
