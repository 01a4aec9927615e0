"""How much memory a process may use."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

__all__ = ["memory_size"]

LIMITS: Final = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""The files in which Linux states the limit of a container (cgroups 2 and 1; Linux kernel documentation)."""


def memory_size() -> int | None:
    """Return how many bytes of memory there are for this process; `None` where the system does not say.

    That is the memory of the machine, or less in a container or a process that may use less.

    >>> (memory_size() or 1) > 0
    True
    """
    known = (*machine_memory(), *container_limits(LIMITS), *process_limit())
    return min((size for size in known if size > 0), default=None)  # a system answers -1 to what it does not know


def machine_memory() -> Iterator[int]:
    """Return the bytes of memory that the machine has, if its system says so."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # Windows has no such function, others no such name
        yield os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def container_limits(files: Iterable[str]) -> Iterator[int]:
    """List the bytes that a container may use, if it is limited: a file that says `max` sets no limit."""
    for file in files:
        with contextlib.suppress(OSError, ValueError):
            yield int(Path(file).read_text("ascii"))


def process_limit() -> Iterator[int]:
    """Return the bytes that this process may use, if it is limited."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415  (Windows has none)

        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
        if limit != resource.RLIM_INFINITY:
            yield limit
