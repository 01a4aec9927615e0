"""Make a folder to start in: a text, its encoding in short form, the schema for the editor."""

import argparse
import contextlib
from pathlib import Path
from typing import Final

from diplo_events._internal.system.atomic_file import write_all
from diplo_events._internal.texts.display import one_line
from diplo_events.cli._shared_options import UsageError
from diplo_events.shorthand.starting import starting_files

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events init talks
  cd talks && diplo-events check encoding --texts texts
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("folder", metavar="FOLDER", help="the folder, which is made if there is none; . for this one")


def run(arguments: argparse.Namespace) -> int:
    """Write the files, unless one of them is there already.

    Raises:
        UsageError: some are, or something else has the name of the folder.
        OSError: a file cannot be written; none is left.
    """
    folder = Path(arguments.folder)
    contents = {folder / name: data for name, data in starting_files().items()}
    if there := [str(path) for path in contents if path.exists()]:
        raise UsageError(f"{', '.join(map(one_line, there))}: already there; nothing was written")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{one_line(str(folder))}: not a folder; nothing was written")
    made = [place for path in contents for place in (folder, path.parent) if not place.exists()]
    try:
        for place in made:
            place.mkdir(parents=True, exist_ok=True)
        write_all(contents)
    except OSError:
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir()
        raise
    for path in contents:
        print(one_line(str(path)))
    print(f"next: cd {one_line(str(folder))} && diplo-events check encoding --texts texts")
    return 0
