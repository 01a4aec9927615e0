"""Problems with the line that they are in, and a caret under what is wrong."""

import contextlib
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

from diplo_events._internal.texts.display import legible_message
from diplo_events.errors import Location, Problem, ProblemsError
from diplo_events.report.terminal import PLAIN, Style

__all__ = ["Lines", "error_lines", "frame", "with_frames"]

MOST: Final = 20
"""How many problems are shown with their line; the others are listed."""

WIDE: Final = frozenset("WF")
"""The classes of characters that fill two columns of a terminal (Unicode Standard Annex 11)."""

KEY: Final = re.compile(r"""["']?(?P<name>\w+)["']?\s*:\s*""")
"""The key of a field, with what parts it from its value."""

MARGIN: Final = 10
"""How many columns the number of the line and the marks at both ends may need."""

AROUND: Final = 30
"""How many characters before the caret are shown of a line that is too long."""


LARGE: Final = 16 * 1024 * 1024
"""From how many bytes on a file is read only up to the line that is shown."""


class Lines:
    """Lines of files, each file read once; of a large one, only those that are shown are kept."""

    def __init__(self) -> None:
        self.files: dict[str, list[str]] = {}

    def line(self, location: Location) -> str | None:
        """Return the line at a location; `None` if that is not a line of a text file at hand."""
        if location.file is None or location.line is None:
            return None
        if location.file not in self.files:
            with contextlib.suppress(OSError, ValueError):
                if Path(location.file).stat().st_size >= LARGE:
                    return self.line_of_large(Path(location.file), location.line)
            try:
                path = Path(location.file)
                text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
            except (OSError, ValueError):
                text = ""
            self.files[location.file] = text.split("\n")
        lines = self.files[location.file]
        return lines[location.line - 1].rstrip("\r") if 0 < location.line <= len(lines) else None

    def line_of_large(self, path: Path, number: int) -> str | None:
        """Return a line of a large file."""
        with path.open("rb") as stream:
            text = next(itertools.islice(stream, number - 1, None), b"") if number > 0 else b""
        return text.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n") or None


def error_lines(error: ProblemsError, *, style: Style) -> Iterator[str]:
    """List the lines of an error: all its problems, the first ones each with its line in the file."""
    number = len(error.problems)
    if number > 1:
        yield f"{number} problems:"
    for line in with_frames(error.problems, style=style):
        yield f"{'  ' * (number > 1)}{line}"


def with_frames(problems: Iterable[Problem], *, style: Style) -> Iterator[str]:
    """List problems, the first ones each with its line in the file; of several in one place, the first has it."""
    lines = Lines()
    last = None
    for number, problem in enumerate(problems):
        yield legible_message(str(problem))
        if number < MOST and problem.location != last:
            yield from frame(problem, lines, style=style)
        last = problem.location


def frame(problem: Problem, lines: Lines, *, style: Style = PLAIN) -> Iterator[str]:
    r"""List the line of a problem with its number, and the caret below it; nothing without a place in a text file.

    >>> from diplo_events.errors import Location
    >>> lines = Lines()
    >>> lines.files["a.yaml"] = ["issues:", "- lable: Troops"]
    >>> problem = Problem(expected="a field of Issue", found="'lable'", location=Location("a.yaml", 2, 3))
    >>> print(*frame(problem, lines), sep="\n")
      2 | - lable: Troops
        |   ^^^^^
    """
    place = problem.location
    line = lines.line(place) if place else None
    if place is None or place.column is None or not line:
        return
    at, wrong = wrong_part(problem, line, min(place.column - 1, len(line)))
    room = style.width - MARGIN
    start = max(0, at - AROUND) if len(line) > room else 0
    shown = line[start : start + room]
    before = "…" if start else ""
    after = "…" if start + len(shown) < len(line) else ""
    number = f"{place.line:>3}"
    yield f"{number} | {before}{visible(shown)}{after}"
    margin = " " * (columns(before) + columns(visible(line[start:at])))
    carets = "^" * max(1, columns(visible(wrong[: start + len(shown) - at])))
    yield f"{' ' * len(number)} | {margin}{style.title(carets)}"


def wrong_part(problem: Problem, line: str, at: int) -> tuple[int, str]:
    """Return where in a line what was found begins, and its text: the value after a key, the key, or one character.

    >>> problem = Problem(path="a.kind", expected="a kind", found="'stat'")
    >>> wrong_part(problem, "kind: 'stat'", 0), wrong_part(problem, "kind: |", 0), wrong_part(problem, "[stat]", 1)
    ((7, 'stat'), (0, 'kind'), (1, 'stat'))
    """
    whole = problem.found.strip("'")
    key = KEY.match(line, at)
    value = key.end() if key else at
    for found, start in product(filter(None, (whole, whole.strip('"'))), (at, value, value + 1)):
        if line.startswith(found, start):
            return start, found
    name = key["name"] if key else line[at : at + 1]
    return line.index(name, at), name


def visible(text: str) -> str:
    r"""Return a text with a dot for each character that would not be seen or would move the caret, and tabs as spaces.

    >>> visible("a\tb\u202ec")
    'a b·c'
    """
    return "".join(letter if letter.isprintable() else " " if letter == "\t" else "·" for letter in text)


def columns(text: str) -> int:
    r"""Return how many columns of a terminal a text fills.

    >>> columns("Kyiv"), columns("東京"), columns("e\u0301")
    (4, 4, 1)
    """
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in WIDE)
        for character in text
    )
