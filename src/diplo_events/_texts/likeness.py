"""Which known word a wrong one is like, in spelling or in meaning."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

__all__ = ["members_by_likeness", "near"]

LEAST_ALIKE: Final = 4
"""How many letters words that mean something have, and have in common if they are alike."""

FUNCTION_WORDS: Final = frozenset(("from", "into", "over", "than", "that", "them", "they", "this", "with"))
"""Words as long as those that mean something, and without a meaning of their own."""

LONGEST: Final = 200
"""How much of a text is looked at."""


def near(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known word that a misspelt one is nearest to, or `None` if none is as near as the cut-off."""
    import difflib  # noqa: PLC0415  (only messages need it, and every import of the package would pay)

    if len(word) > LONGEST:
        return None
    candidates = list(known)
    for spelling in dict.fromkeys((word, word.lower())):
        if words := difflib.get_close_matches(spelling, candidates, n=1, cutoff=cutoff):
            return words[0]
    return None


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
    wanted = words_in(word)
    words = {str(member.value): words_in(f"{member.value} {getattr(member, 'meaning', '')}") for member in type_}
    same = [value for value in words if wanted & words[value]]
    alike = [value for value in words if any(begin_alike(a, b) for a in wanted for b in words[value])]
    spelt = near(word[:LONGEST], words, cutoff=0.85 if same else 0.75)
    meant = spelt or (same[0] if len(same) == 1 else None)
    return meant, tuple(dict.fromkeys([*([meant] if meant else []), *same, *alike, *words]))


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that are long enough to mean something."""
    words = re.findall(r"[a-z]+", text[:LONGEST].lower())
    return frozenset(word for word in words if len(word) >= LEAST_ALIKE) - FUNCTION_WORDS


def begin_alike(left: str, right: str) -> bool:
    """Whether two words have a beginning in common that is as long as the shorter one, or nearly."""
    least = max(LEAST_ALIKE, min(len(left), len(right)) - 2)
    return left[:least] == right[:least]
