"""Strict JSON text with the place of everything in it, of which only as much is looked up as is asked for."""

import re
from collections.abc import Callable
from typing import Any, Final, cast

from diplo_events.formats._json_text import DECODER, SPACE, parse, parse_located
from diplo_events.formats._places import Branch
from diplo_events.formats._positions import MAX_NESTING, Located, Positions
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import LONGEST_PART

__all__ = ["locate"]

# what `raw_decode` calls
SCAN: Final[Callable[[str, int], tuple[Any, int]]] = DECODER.scan_once  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  (the stubs lack it)
"""Reads the value that begins at an index, and returns where it ends."""

LONG_KEY: Final = re.compile(rf'[^"]{{{LONGEST_PART}}}"[ \t\n\r]*:')
"""Ends what may be a key that paths show in part; several keys may then have one path."""


def locate(text: str, *, file: str | None = None, first_line: int = 1) -> Located:
    """Read JSON text as `parse_located` does, in a fraction of the time if nothing is wrong with the text itself.

    Raises:
        NotReadableError: the text cannot be read beyond some position.

    Examples:
        >>> located = locate('{"kind": "state", "names": ["A", "B"]}')
        >>> located.data["kind"], str(located.nearest("names[1]"))
        ('state', '<input>:1:34')
    """
    if text.count("[") + text.count("{") > MAX_NESTING or LONG_KEY.search(text):
        return parse_located(text, file=file, first_line=first_line)
    try:
        data = parse(text)
    except Unfit:
        return parse_located(text, file=file, first_line=first_line)
    positions = Positions(text, file, first_line)
    top, begin = positions.places.top, behind_space(text, 0)
    top.children[""] = place_of(top, "", begin, text, begin)
    return positions.located(data)


class ShutBranch(Branch):
    """A list or a mapping whose parts are looked up when they are first asked for.

    Args:
        parent: What it is in.
        part: Its key or index there.
        index: Where it or its key stands.
        text: The text.
        begin: Where its bracket stands.
    """

    __slots__ = ("begin", "text")

    def __init__(self, parent: Branch, part: str | int, index: int, text: str, begin: int) -> None:
        # the children are left out
        self.parent = parent
        self.part = part
        self.index = index
        self.text = text
        self.begin = begin

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (the one attribute that is not set at first)
        if name != "children":
            raise AttributeError(name)
        children: dict[str | int, Branch | int] = {}
        self.children = children
        at = behind_space(self.text, self.begin + 1)
        while self.text[at] not in "}]":
            index = at
            key: str | int = len(children)
            if self.text[self.begin] == "{":
                key, at = SCAN(self.text, at)
                at = behind_space(self.text, behind_space(self.text, at) + 1)
            children[key] = place_of(self, key, index, self.text, at)
            at = behind_space(self.text, SCAN(self.text, at)[1])
            if self.text[at] == ",":
                at = behind_space(self.text, at + 1)
        return children


def place_of(parent: Branch, part: str | int, index: int, text: str, begin: int) -> Branch | int:
    """Return the place of a value: a branch of a list or a mapping, and the index of any other."""
    return ShutBranch(parent, part, index, text, begin) if text[begin] in "{[" else index


def behind_space(text: str, index: int) -> int:
    """Return the index behind white space."""
    return cast("re.Match[str]", SPACE.match(text, index)).end()
