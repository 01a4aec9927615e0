"""Names of days and months with a slip of the pen: "Feburary 7", "on Wendesday", "Setpember 2031"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from string import ascii_lowercase
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._times.word import TimeWord

__all__ = ["Corrected", "corrected"]

NAMES: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("January", "February", "August", "September", "October", "November", "December"),
)
"""The names that are long enough for a slip to leave them clear."""

REAL: Final = frozenset(
    ("Augusta", "Auguste", "Augusto", "Frida", "Mondal", "Manday", "Munday", "Sunda", "Sundae", "Sundar", "Sundry")
)
"""Words and names that are near to one of a day or a month, and are none."""

CAPITALIZED: Final = re.compile(r"(?<![\w’'-])[ADFJMNOSTW][a-z]{4,9}(?![\w’'-])")
LEADING: Final = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?,? "
    r"|\b(?:on|since|until|till|by|in|of|from|to|before|after|last|next|this|past|coming|early|late|mid|and) )$",
    re.IGNORECASE,
)
"""Before a name, these show that it is of a day or a month."""

FOLLOWING: Final = re.compile(r",? \(?(?:the )?\d")
"""Behind a name, this does so, too."""

NEAR: Final = 12
"""How many characters before a name show whether it is of a time."""


def slips(name: str) -> Iterator[str]:
    """Yield a name with one letter left out, added, changed, or two swapped; its first letter stands."""
    for place in range(1, len(name) + 1):
        head, tail = name[:place], name[place:]
        yield head + tail[1:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        yield from (head + letter + tail[1:] for letter in ascii_lowercase if tail)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


@cache
def meant() -> Mapping[str, str]:
    """Return what each slip means."""
    wrong = {slip: name for name in NAMES for slip in slips(name)}
    for right in (*NAMES, *REAL, *(f"{name}s" for name in NAMES)):
        wrong.pop(right, None)
    return MappingProxyType(wrong)


@attrs.frozen
class Corrected:
    """A text without slips in the names of its days and months, and the places of the text itself."""

    original: str
    """The text itself."""
    text: str
    """The text without slips."""
    changes: tuple[tuple[int, int], ...]
    """Where each name ends in it, and how many characters it has grown by then."""

    def there(self, place: int) -> int:
        """Return where a place of the text itself stands in the corrected one."""
        grown = 0
        for end, growth in self.changes:
            if place < end - growth:
                break
            grown = growth
        return place + grown

    def back(self, word: TimeWord) -> TimeWord:
        """Return time words of the corrected text as they stand in the text itself."""
        start, end = self._back(word.start), self._back(word.end)
        return attrs.evolve(
            word,
            start=start,
            end=end,
            text=self.original[start:end],
            limit=self.back(word.limit) if word.limit is not None else None,
            parts=tuple(self.back(part) for part in word.parts),
        )

    def _back(self, place: int) -> int:
        """Return where a place of the corrected text stands in the text itself."""
        return place - next((growth for end, growth in reversed(self.changes) if end <= place), 0)


def corrected(text: str, blocks: Sequence[tuple[int, int]]) -> Corrected | None:
    """Return a text without the slips in the names of its days and months; `None` if it has none.

    >>> changed = corrected("It rained on Wendesday and in Febuary 2031.", [(0, 43)])
    >>> changed.text if changed is not None else None
    'It rained on Wednesday and in February 2031.'
    """
    pieces: list[str] = []
    changes: list[tuple[int, int]] = []
    last = grown = 0
    for start, end in blocks:
        for found in CAPITALIZED.finditer(text, start, end):
            name = meant().get(found[0])
            if name is None or not is_of_time(text, found, end):
                continue
            pieces += (text[last : found.start()], name)
            grown += len(name) - len(found[0])
            changes.append((found.end() + grown, grown))
            last = found.end()
    return Corrected(text, "".join((*pieces, text[last:])), tuple(changes)) if changes else None


def is_of_time(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the words beside a name show that it is one of a day or a month."""
    is_led = LEADING.search(text, max(0, found.start() - NEAR), found.start()) is not None
    return is_led or FOLLOWING.match(text, found.end(), end) is not None
