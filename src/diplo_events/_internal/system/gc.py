"""Pause garbage collection during bulk construction."""

import contextlib
import functools
import gc
from collections.abc import Callable, Generator

__all__ = ["gc_paused", "nothing"]


@contextlib.contextmanager
def gc_paused() -> Generator[Callable[[], object]]:
    """Disable Python's cycle collector inside the block, and enable it again afterwards if it was enabled.

    Records and results have no cycles (errors do). While hundreds of thousands of them are made, the collector would
    walk over all of them again and again and find nothing. All threads share it: cycles that others leave meanwhile
    are collected afterwards. As a decorator it is for functions, not for generators.

    The block gets a function that lets the collector walk over what is new since it was called last, if the collector
    was enabled. What was made a moment ago is still in the cache of the processor, so that this takes half the time of
    one walk over everything at the end. If it is called more than ten times, the collector walks once more over all.

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
        yield functools.partial(gc.collect, 0) if ran else nothing
    finally:
        if ran:
            gc.enable()


def nothing() -> None:
    """Do nothing."""
