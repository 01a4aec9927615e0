"""Why a phrase is no time word that has a date."""

import re
from collections.abc import Collection
from typing import Final

from diplo_events.errors import RelativeDateError, shown, suggestion

__all__ = ["unreadable"]

ELSEWHERE: Final = re.compile(
    r"\b(?:same|that|those|following|previous|preceding|then|next day"
    r"|(?:day|week|month|year)s? (?:before|after|earlier|later))\b"
)
VAGUE: Final = re.compile(
    r"\b(?:recent(?:ly)?|lately|soon|shortly|previously|formerly|currently|now|earlier|later|once|eventually"
    r"|several|few|some|many|days|weeks|months|years|decades|hours?|minutes?|moment|time)\b"
)


def unreadable(text: str, known: Collection[str]) -> RelativeDateError:
    """Say why a phrase cannot be read as a time word: a slip of the pen, another date's word, or no period at all.

    >>> print(unreadable("wendesday", ["wednesday"]))
    cannot read 'wendesday' as a time word; did you mean 'wednesday'?
    """
    unknown = [word for word in re.findall("[a-z]{3,}", text) if word not in known]
    # a slip of the pen keeps the first letter and about the length; anything goes as a time word otherwise
    near = (
        suggestion(word, [w for w in known if w[0] == word[0] and abs(len(w) - len(word)) <= 1]) for word in unknown
    )
    hint = next(filter(None, near), None)
    if hint:
        return RelativeDateError(f"cannot read {shown(text)} as a time word; {hint}")
    if ELSEWHERE.search(text):
        return RelativeDateError(f"{shown(text)} refers to another date in the text: resolve that one's words")
    if VAGUE.search(text):
        return RelativeDateError(f"{shown(text)} names no period, so no date can be given for it")
    return RelativeDateError(f"cannot read {shown(text)} as a time word such as 'Wednesday', 'last week' or '3 May'")
