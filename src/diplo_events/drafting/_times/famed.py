"""Days that are called by what happened on them in one year: "the attack of October 7", told years later."""

import re
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._times.word import days_from

__all__ = ["famed_day"]


@attrs.frozen
class Famed:
    """A day that needs no year."""

    day: EventDate
    words: re.Pattern[str]
    """What it is called without its year."""
    who: re.Pattern[str]
    """What its sentence or the one before names."""


FAMED: Final = (
    Famed(
        EventDate.parse("2023-10-07"),
        re.compile(r"(?:October 7(?:th)?|(?:the )?7(?:th)?(?: of)? October)"),
        re.compile(r"\b(?:Hamas|Israelis?|Gaza)\b"),
    ),
    Famed(
        EventDate.parse("2001-09-11"),
        re.compile(
            r"(?:[Ss]ince |[Bb]efore |[Aa]fter |[Oo]n )?(?:September 11(?:th)?|(?:the )?11(?:th)?(?: of)? September)"
        ),
        re.compile(r"\b(?:al[- ]Qaeda|[Tt]errorists?|[Tt]errorism|[Tt]win [Tt]owers|World Trade Center|Pentagon)\b"),
    ),
    Famed(
        EventDate.parse("2021-01-06"),
        re.compile(r"(?:January 6(?:th)?|(?:the )?6(?:th)?(?: of)? January)"),
        re.compile(r"\b(?:Capitol|Congress)\b"),
    ),
)
"""The days that news calls so."""

EVENT: Final = re.compile(
    r"\b(?:attacks?|massacres?|assaults?|atrocit(?:y|ies)|slaughter|horrors?|hijackings?|insurrection|riots?|siege"
    r"|hostages?|murdered|kidnapped|abducted)\b(?![.!?;])[^.;!?]{0,60} $",
    re.IGNORECASE,
)
"""What happened on such a day, before its words."""

ANNIVERSARY: Final = re.compile(
    r"\b(?:anniversar\w+|ceremon\w+|commemorat\w+|memorial|mark(?:s|ed|ing)?|vigils?|will|next|this year|scheduled)\b"
)
"""What happens on the same day of another year."""

YEAR: Final = 365
LONG: Final = 300


def famed_day(text: str, span: tuple[int, int], published: EventDate | None) -> EventDate | None:
    """Return the famed day that words without a year mean, in a text of a year or more after it.

    >>> text = "The hostages whom Hamas took on October 7 are free."
    >>> str(famed_day(text, (32, 41), EventDate.parse("2025-11-02")))
    '2023-10-07'
    """
    words = text[slice(*span)]
    famed = next((famed for famed in FAMED if famed.words.fullmatch(words) is not None), None)
    if famed is None or (days_from(famed.day, published) or 0) < YEAR:
        return None
    before = re.split(r"[.?!]\s|\n", text[max(0, span[0] - LONG) : span[0]])[-1]
    sentence = before + re.split(r"[.?!]\s|\n", text[span[0] : span[1] + LONG])[0]
    if ANNIVERSARY.search(sentence) is not None or famed.who.search(sentence) is None:
        return None
    return famed.day if EVENT.search(before) is not None else None
