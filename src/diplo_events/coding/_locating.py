"""Words in a text: where they stand, where they nearly stand, and what was not found; in linear time."""

import bisect
import functools
import unicodedata
from typing import Final

from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.folding import caseless, visible, with_places
from diplo_events.coding._sentences import cuts_word

__all__ = ["alike_form", "locate", "missing_half", "near_miss", "stands_in", "starts", "whereabouts"]

ELLIPSIS: Final = " … "
"""In words to be located: matches everything between the first and the last of them."""

OFTEN: Final = 1_000
"""From how many places on words are counted as repeated."""

LIKENESSES: Final = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"'} | dict.fromkeys("‐‑‒–—−", "-")
)
"""Characters that people type for others; used only to show what the text has instead."""


def locate(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Find where words stand in a text, in code points: start and end of each place, also where places overlap.

    ` … ` between the first and the last words finds the whole passage, up to the nearest such end.

    >>> locate("He said no. She said no.", "said no")
    ((3, 10), (16, 23))
    >>> locate("He said no. She said no.", "He … no.")
    ((0, 11),)
    """
    if ELLIPSIS in words and words not in text:
        first, last = words.split(ELLIPSIS, 1)
        ends = starts(text, last)
        after = ((start, bisect.bisect_left(ends, start + len(first))) for start in starts(text, first))
        return tuple((start, ends[index] + len(last)) for start, index in after if index < len(ends))
    return tuple((start, start + len(words)) for start in starts(text, words))


def missing_half(text: str, words: str) -> str | None:
    """Return the part before or after ` … ` for which a passage is not found, or `None` if there is no such part.

    >>> missing_half("He said no.", "He … yes"), missing_half("He said no.", "said … He")
    ('yes', 'He')
    """
    if ELLIPSIS not in words or locate(text, words):
        return None
    first, last = words.split(ELLIPSIS, 1)
    return last if starts(text, first) else first


def starts(text: str, words: str) -> list[int]:
    """List where words begin in a text, in time that grows with the length of both together."""
    found: list[int] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < OFTEN:
        found.append(start)
        start = text.find(words, start + 1)
    return found if start < 0 else all_starts(text, words)


def all_starts(text: str, words: str) -> list[int]:
    """List where words begin in a text in which they begin often (Knuth, Morris & Pratt 1977)."""
    borders, length = [0] * len(words), 0
    for index in range(1, len(words)):
        while length and words[index] != words[length]:
            length = borders[length - 1]
        length += words[index] == words[length]
        borders[index] = length
    found, length = [], 0
    for index, character in enumerate(text):
        while length and (length == len(words) or character != words[length]):
            length = borders[length - 1]
        length += character == words[length]
        if length == len(words):
            found.append(index + 1 - length)
    return found


def near_miss(text: str, words: str) -> str | None:
    """Find words that differ from those asked for only in quotation marks, dashes, spaces, case or Unicode form.

    >>> near_miss("a security\u2011undermining plan", "security-undermining")
    'security‑undermining'
    """
    sought, _ = alike_form(words)
    whole, places = alike_form(text)
    start = whole.find(sought.strip()) if sought.strip() else -1
    if start < 0:
        return None
    end = places[start + len(sought.strip()) - 1] + 1
    while end < len(text) and not alike(text[end]).strip() and not text[end].isspace():
        end += 1  # marks that go with the last letter
    return text[places[start] : end]


def alike_form(text: str) -> tuple[str, list[int]]:
    """Return a text in the form in which near misses are equal, with the place of each of its characters."""
    return with_places(text, alike)


@functools.lru_cache(maxsize=4096)
def alike(character: str) -> str:
    """Return one form for a character and for those that people confuse with it; nothing for what cannot be seen."""
    return visible(unicodedata.normalize("NFKD", caseless(character))).translate(LIKENESSES)


def stands_in(text: str, words: str) -> bool:
    """Whether words stand in a text as whole words."""
    ends = ((start, start + len(words)) for start in starts(text, words))
    return any(not cuts_word(text, start) and not cuts_word(text, end) for start, end in ends)


def whereabouts(text: str, words: str) -> str:
    """Return where else words occur, or what similar words the text has."""
    if places := locate(text, words):
        return f"they stand at {', '.join(f'{start} to {end}' for start, end in places[:3])}"
    near = near_miss(text, words)
    return f"the text has {quoted(near)}" if near else "they stand nowhere in the text"
