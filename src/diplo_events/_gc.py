"""Python's collector of cycles, paused while much is made that holds no cycle."""

import contextlib
import gc
from collections.abc import Generator

__all__ = ["gc_paused"]


@contextlib.contextmanager
def gc_paused() -> Generator[None]:
    """Keep the collector from running; afterwards it runs again, if it did before.

    Records and what is told of them hold no cycles (errors do). While hundreds of thousands of them are made, the
    collector would walk over all of them again and again and find nothing. It is one for all threads: cycles that
    others leave meanwhile are collected afterwards. As a decorator it is for functions, not for generators.

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
