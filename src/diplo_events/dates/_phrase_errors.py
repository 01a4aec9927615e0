"""The errors for phrases that cannot be read as time words."""

import re
from typing import Final

from diplo_events.dates._words import BOUNDS, DAY_NAMES, MONTHS, PART_NAMES, SEASONS, TENS, UNITS, WEEKDAYS, compiled
from diplo_events.errors import RelativeDateError, shown

__all__ = ["unreadable"]


def unreadable(phrase: str, text: str) -> RelativeDateError:
    """Return the error for a phrase that is misspelt, depends on another date or event, or names no period.

    Args:
        phrase: The phrase as it was given.
        text: The phrase as `plain` spells it.

    >>> print(unreadable("Wendesday", "wendesday"))
    cannot read 'Wendesday' as a time word; did you mean 'wednesday'?
    """
    phrase = shown(" ".join(phrase.split()))
    unknown = [word for word in re.findall("[a-z]{3,}", text) if word not in _KNOWN]
    event = bool((unknown and compiled(_EVENT).search(text)) or compiled(_THE_MARCH).search(text))
    for pattern, reason in _REFUSED:
        if compiled(pattern).search(text):
            return RelativeDateError(f"{phrase} {reason}")
    for word in unknown:
        if hint := _similar(word, _VERY_ALIKE if event or len(word) < _SLIP else _ALIKE):
            return RelativeDateError(f"cannot read {phrase} as a time word; did you mean {hint!r}?")
    for applies, reason in (
        (compiled(_FEAST).search(text), "is a feast: find out its date in that year, or leave this date empty"),
        (compiled(_BEFORE_CHRIST).search(text), "is before the year 1: write it in EDTF, such as '-0043' for 44 BC"),
        (event, "refers to another event: find out its date, or leave this date empty"),
        (compiled(_ELSEWHERE).search(text), "refers to another date in the text: resolve that one's words"),
        (not unknown and compiled(_DURATION).fullmatch(text), "says how long something lasts, and not when"),
        (not unknown and compiled(_VAGUE).search(text), "names no period, so no date can be given for it"),
    ):
        if applies:
            return RelativeDateError(f"{phrase} {reason}")
    return RelativeDateError(f"cannot read {phrase} as a time word such as 'Wednesday', 'last week' or '3 May'")


def _similar(word: str, cutoff: float) -> str | None:
    """Return the time word that was probably meant; a slip of the pen keeps the first letter and about the length."""
    import difflib  # noqa: PLC0415  (only messages need it)

    near = sorted(other for other in _TIME_WORDS if other[0] == word[0] and abs(len(other) - len(word)) <= 1)
    return next(iter(difflib.get_close_matches(word, near, n=1, cutoff=cutoff)), None)


_REFUSED: Final = (
    (
        r"^(?:on )?\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}$",
        "is a day and a month in an order that writers do not share: write it as '2025-09-03' or '3 September 2025'",
    ),
    (
        (
            r"^(?:on |in |since |by )?(?:(?:just|well|a little) )?(?:about|around|approximately|roughly|circa|ca|c|some"
            r"|nearly|almost|not quite|over|under|(?:more|less|fewer) than|at least|at most|up to)(?= )"
            r"(?! (?:an? )?(?:few|several|many|couple)\b).* (?:ago$|\d)|\bor so ago$"
        ),
        "is not exact: leave this date empty, or write your estimate in EDTF with '~', such as '2023~'",
    ),
    (
        rf"\b(?:every|each|daily|weekly|monthly|yearly|annually|twice|always)\b|^(?:on )?(?:{'|'.join(WEEKDAYS)})s$",
        "says how often, and not when",
    ),
)
"""Phrases that no rule reads, and why."""

_ALIKE: Final = 0.75
_VERY_ALIKE: Final = 0.85  # of a word that may well be an event
_SLIP: Final = 4  # letters; shorter words are like too many others

_TIME_WORDS: Final = frozenset(
    re.findall(
        "[a-z]{3,}",
        " ".join((*WEEKDAYS, *MONTHS, *SEASONS, *DAY_NAMES, *PART_NAMES, *BOUNDS, *UNITS, *TENS))
        + " weekend weeks days months years hours minutes decades centuries quarters fortnight"
        " morning afternoon evening night overnight midnight noon midday dawn later earlier half last next",
    )
)
"""The words of time, one of which may have been meant."""

_KNOWN: Final = _TIME_WORDS | frozenset(
    re.findall(
        "[a-z]+",
        "this that these those last next past coming the same following previous preceding then during throughout over"
        " for from between and both either within into about around hence onward onwards dusk dark daybreak sunrise"
        " sunset nightfall lunchtime small wee predawn ago oclock local moment time recent recently lately soon shortly"
        " previously formerly now currently once eventually several few some many couple further notice beginning"
        " starting ending commencing final first second third halves dozen hundred turn eve"
        " millennium closing opening",
    )
)
"""The words that time words can have."""

_EVENT: Final = (
    r"\b(?:since|after|before|until|till|by|during|following|ahead of|prior to|upon|amid|throughout|pending|when|once"
    r"|while|as soon as"
    r"|(?:on|in|into|at|over|of|from|to|for|under|through) (?:the|his|her|its|their|this|that|an?|these|those))\b"
)
_THE_MARCH: Final = r"\bthe march$"
_ELSEWHERE: Final = (
    r"\b(?:same|that|those|following|previous|preceding|then|next day|the day|at the time"
    r"|(?:minute|hour|day|week|month|year|decade)s? (?:before|after|earlier|later)"
    r"|(?:throughout|through|during|course of|over|whole|entire) the (?:night|week|month|year|decade|century)"
    r"|the (?:whole|entire) (?:night|day|week|month|year|decade|century))\b"
)
_BEFORE_CHRIST: Final = r"\d (?:years? |century )?(?:bce?|b c)\b|century bce?\b"
_FEAST: Final = (
    r"\b(?:christmas|new years?(?: ?s)? (?:eve|day)|easter|good friday|epiphany|pentecost|ramadan|eid|ashura|nowruz"
    r"|passover|yom kippur|hanukkah|diwali|thanksgiving)\b"
)
_DURATION: Final = rf"(?:for |over |throughout )?(?:\d+|an?) (?:{'|'.join(UNITS)})s?"
_VAGUE: Final = (
    r"\b(?:recent(?:ly)?|lately|soon|shortly|previously|formerly|currently|now|earlier|later|once|eventually"
    rf"|several|few|some|many|couple|moment|time|notice|(?<!\d )(?:{'|'.join(UNITS)}|centurie)s"
    r"|turn of the (?:month|year|decade|century|millennium))\b"
)
