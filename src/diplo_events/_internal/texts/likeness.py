"""Which known word a wrong one is like, in spelling or in meaning."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final, NamedTuple

__all__ = ["members_by_likeness", "near", "words_in"]

LEAST_ALIKE: Final = 4
"""How many letters words that mean something have, and have in common if they are alike."""

FUNCTION_WORDS: Final = frozenset(("from", "into", "over", "than", "that", "them", "they", "this", "with"))
"""Words as long as those that mean something, and without a meaning of their own."""

LONGEST: Final = 200
"""How much of a text is looked at."""

FEW: Final = 200
"""Of so many known words, the nearest is kept."""

KEPT: Final = 1024
"""How many answers are kept."""

ROUNDING: Final = 1e-9
"""By how much the ratio of two words can be off."""


def near(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known word that a misspelt one is nearest to, or `None` if none is as near as the cut-off."""
    if len(word) > LONGEST:
        return None
    candidates = list(known)
    if len(candidates) <= FEW:
        return nearest_of_few(word, tuple(candidates), cutoff)
    return nearest(word, candidates, cutoff)


def nearest(word: str, known: Sequence[str], cutoff: float) -> str | None:
    """Return the known word that is nearest to another one, as it is written or in small letters."""
    import difflib  # noqa: PLC0415  (only messages need it, and every import of the package would pay)

    for spelling in dict.fromkeys((word, word.lower())):
        if words := difflib.get_close_matches(spelling, may_be_near(spelling, known, cutoff), n=1, cutoff=cutoff):
            return words[0]
    return None


@functools.lru_cache(maxsize=KEPT)
def nearest_of_few(word: str, known: tuple[str, ...], cutoff: float) -> str | None:
    """Return the same; a mistake is often made more than once."""
    return nearest(word, known, cutoff)


def may_be_near(word: str, known: Iterable[str], cutoff: float) -> list[str]:
    """Return the known words that have letters enough in common; `difflib` counts them too, thirty times as slowly."""
    letters = [(letter, word.count(letter)) for letter in set(word)]
    return [
        other
        for other in known
        if 2 * sum([min(count, other.count(letter)) for letter, count in letters])
        >= (cutoff - ROUNDING) * (len(word) + len(other))
    ]


class Members(NamedTuple):
    """What the members of a vocabulary are compared by."""

    words: dict[str, frozenset[str]]
    """The words of the name and the meaning of each member."""
    beginnings: dict[str, tuple[tuple[str, str], ...]]
    """These words with their members, by their first letters."""


@functools.cache
def members_of(type_: type[Enum]) -> Members:
    """Return what the members of a vocabulary are compared by."""
    words = {str(member.value): words_in(f"{member.value} {getattr(member, 'meaning', '')}") for member in type_}
    beginnings: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for value, its_words in words.items():
        for word in its_words:
            beginnings[word[:LEAST_ALIKE]].append((word, value))
    return Members(words, {begin: tuple(pairs) for begin, pairs in beginnings.items()})


def members_by_likeness(word: str, type_: type[Enum]) -> tuple[str | None, tuple[str, ...]]:
    """Return the member that a wrong word was probably meant to be, or `None`, and all members, the likely ones first.

    Spelling counts only if it is very near. Otherwise a member is likely if a word of its name or meaning is in it.

    Examples:
        >>> from diplo_events import SourceKind
        >>> members_by_likeness("editorial", SourceKind)[0], members_by_likeness("opinon", SourceKind)[0]
        ('opinion', 'opinion')
        >>> members_by_likeness("treaties", SourceKind)[1][:2]
        ('official_document', 'news_article')
    """
    return likely_members(word[:LONGEST], type_)


@functools.lru_cache(maxsize=KEPT)
def likely_members(word: str, type_: type[Enum]) -> tuple[str | None, tuple[str, ...]]:
    """Return the same for a word that is not too long."""
    wanted = words_in(word)
    words, beginnings = members_of(type_)
    same = [value for value in words if wanted & words[value]]
    alike = {
        value for one in wanted for other, value in beginnings.get(one[:LEAST_ALIKE], ()) if begin_alike(one, other)
    }
    in_order = [value for value in words if value in alike]
    spelt = near(word, words, cutoff=0.85 if same else 0.75)
    meant = spelt or (same[0] if len(same) == 1 else None)
    return meant, tuple(dict.fromkeys([*([meant] if meant else []), *same, *in_order, *words]))


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that are long enough to mean something."""
    words = re.findall(r"[a-z]+", text[:LONGEST].lower())
    return frozenset(word for word in words if len(word) >= LEAST_ALIKE) - FUNCTION_WORDS


def begin_alike(left: str, right: str) -> bool:
    """Whether two words have a beginning in common that is as long as the shorter one, or nearly."""
    least = max(LEAST_ALIKE, min(len(left), len(right)) - 2)
    return left[:least] == right[:least]
