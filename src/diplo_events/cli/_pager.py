"""Long texts on a terminal: shown page by page by the program that the user has for it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable

__all__ = ["page_lines"]


def page_lines(lines: Iterable[str]) -> None:
    """Print lines; on a terminal through `PAGER`, or `less` where that is not set, if they are more than fit on it.

    Raises:
        BrokenPipeError: the reader of the output has closed it.
    """
    every = list(lines)
    command = pager() if sys.stdout.isatty() and len(every) >= shutil.get_terminal_size().lines else []
    if not command:
        for line in every:
            print(line)
        return
    environment = {"LESS": "FRX", **os.environ}  # as git does: colours, and nothing is cleared at the end
    sys.stdout.flush()
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S603  (the user's own)
        try:
            process.communicate("".join(f"{line}\n" for line in every).encode())
        except SystemExit:  # a signal: nobody is there who could leave the pager
            process.terminate()
            raise


def pager() -> list[str]:
    """Return the words of the command that shows texts page by page; nothing if there is none."""
    words = shlex.split(os.environ.get("PAGER", "less"))
    return words if words and shutil.which(words[0]) else []
