"""Signals that end a process: they end a command as Ctrl-C does, so that it leaves nothing temporary behind."""

import functools
import os
import signal
from types import FrameType
from typing import Final

__all__ = ["end_on_signals"]

ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What asks a process to end: Windows has no SIGHUP, which a closed terminal sends."""


def end_on_signals() -> None:
    """End the command with its exit code when such a signal comes; one that `nohup` ignores stays ignored."""
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, functools.partial(end, owner=os.getpid()))


def end(number: int, _frame: FrameType | None, *, owner: int | None = None) -> None:
    """End with 128 and the number of the signal. More of them do not disturb what then removes temporary files.

    A worker that was made a moment ago still has this handler: it goes on, and its parent, the owner, ends it.
    """
    if owner not in {None, os.getpid()}:
        return
    for other in ENDING:
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
