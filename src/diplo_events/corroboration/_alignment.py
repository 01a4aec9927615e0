"""How two sequences of words align: by difflib, or by a longest common subsequence where that would take long."""

import difflib
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

__all__ = ["Opcode", "align", "common_places"]

Opcode: TypeAlias = tuple[str, int, int, int, int]
"""A step from the left to the right sequence, as `difflib.SequenceMatcher.get_opcodes` has it."""

MOST_STEPS: Final = 1_000_000
"""How many steps difflib may take: for each of the pieces, one for each pair of equal words."""


def align(left: Sequence[str], right: Sequence[str]) -> Sequence[Opcode]:
    """Return the steps from one sequence of words to another.

    difflib looks for the longest pieces, which people find natural, and its time can grow with the cube of the length.
    Where words repeat so often that it would take more than `MOST_STEPS`, the longest common subsequence is taken; its
    time grows with the square, 60 words at once, and it never shares fewer words.

    >>> align(["we", "will", "go"], ["we", "go"])
    [('equal', 0, 1, 0, 1), ('delete', 1, 2, 1, 1), ('equal', 2, 3, 1, 2)]
    """
    lefts, rights = Counter(left), Counter(right)
    equal = sum(count * rights[word] for word, count in lefts.items())
    if equal * min(len(left), len(right)) <= MOST_STEPS:
        return difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return list(opcodes(common_places(left, right), len(left), len(right)))


def common_places(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return a longest common subsequence as the places of its words in both sequences.

    Source: Hirschberg, Communications of the ACM 18 (1975), for the space; Hyyrö (2004) for the bits.

    >>> common_places(["a", "b", "c"], ["b", "x", "c"])
    [(1, 0), (2, 2)]
    """
    places: list[tuple[int, int]] = []
    pending = [(0, len(left), 0, len(right))]
    while pending:
        low, high, start, end = pending.pop()
        while low < high and start < end and left[low] == right[start]:
            places.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < end and left[high - 1] == right[end - 1]:
            high, end = high - 1, end - 1
            places.append((high, end))
        if low == high or start == end:
            continue
        if high - low == 1:
            places.extend((low, place) for place in itertools.islice(found(right, left[low], start, end), 1))
            continue
        middle = (low + high) // 2
        heads = lengths(left[low:middle], right[start:end])
        tails = lengths(left[middle:high][::-1], right[start:end][::-1])
        cut = start + max(range(end - start + 1), key=lambda at: heads[at] + tails[end - start - at])
        pending += [(low, middle, start, cut), (middle, high, cut, end)]
    return sorted(places)


def found(words: Sequence[str], word: str, start: int, end: int) -> Iterator[int]:
    """List the places of a word between two places."""
    return (place for place in range(start, end) if words[place] == word)


def lengths(left: Sequence[str], right: Sequence[str]) -> list[int]:
    """Return the length of the longest common subsequence of one sequence and each beginning of another.

    >>> lengths(["a", "b"], ["b", "x", "b"])
    [0, 1, 1, 1]
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(right):
        places[word].append(place)
    last = {word: at for at, word in enumerate(left)}
    masks: dict[str, int] = {}  # only of the words still to come, so that rare words do not fill the memory
    everything = (1 << len(right)) - 1
    row = everything
    for at, word in enumerate(left):
        if word not in places:
            continue
        mask = masks.get(word) or mask_of(places[word])
        if last[word] > at:
            masks[word] = mask
        else:
            masks.pop(word, None)
        common = row & mask
        row = ((row + common) | (row - common)) & everything
    digits = f"{row:0{len(right)}b}"[::-1] if right else ""
    return list(itertools.accumulate((digit == "0" for digit in digits), initial=0))


def mask_of(places: Sequence[int]) -> int:
    """Return the number that has a bit at each of some places, the last of which is the highest.

    >>> mask_of([0, 2])
    5
    """
    bits = bytearray(places[-1] // 8 + 1)
    for place in places:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def opcodes(places: Sequence[tuple[int, int]], left: int, right: int) -> Iterator[Opcode]:
    """Return the steps between two sequences of some lengths that share the words at some places."""
    low = start = at = 0
    ends = [*places, (left, right)]
    while at < len(ends):
        high, end = ends[at]
        if low < high or start < end:
            tag = "insert" if low == high else "delete" if start == end else "replace"
            yield tag, low, high, start, end
        size = 0
        while at + size < len(places) and places[at + size] == (high + size, end + size):
            size += 1
        if size:
            yield "equal", high, high + size, end, end + size
        low, start, at = high + size, end + size, at + max(size, 1)
