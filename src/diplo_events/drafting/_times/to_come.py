"""Whether time words are after the publication: by their clause, by what they belong to, and by which is nearer."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._times.names import is_month_of_noun
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH
from diplo_events.drafting._times.sides import (
    clause_after,
    clause_before,
    is_just_over,
    is_nearer_ahead,
    is_over,
    is_this_year_ahead,
    sentence_after,
)
from diplo_events.drafting._times.signs import AGAIN, BEHIND, LAST_DAY, PLANS, PUT_OFF, UNTIL

__all__ = ["is_to_come"]

SHORT: Final = 16
MISSED: Final = re.compile(r"\b(?:missed|past|since|after) (?:the |an? |its |their |that )?$")
"""Before a deadline, these show that it is over."""

DATED: Final = re.compile(rf"\d|{MONTH} \d")
"""Words that begin with a day of a month."""

OWNERS: Final = ("the ", "his ", "her ", "its ", "their ")
DEED: Final = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:attacks?|actions?|crackdown|coup|putsch|raids?|bombings?|killings?|massacre|shootings?"
    r"|riots?|clashes|decrees?|ruling|verdict|incidents?|assault|invasion|arrests?|statement|speech|blasts?|explosions?"
    r"|earthquake|uprising|violence|siege|abductions?|kidnappings?|murders?|assassination|takeover|tragedy|disaster"
    r"|crash|air ?strikes?|emergency|announcement|dismissals?|purge)\b(?! (?:will|would|is (?:to|due|expected|set))\b)"
)
"""What has its day before it and is always over."""

NEAR_PLAN: Final = 90
"""How many characters before a day the word of a plan stands."""

WAS_DONE: Final = re.compile(
    r"\b(?:was|were|been) (?:released|freed|suspended|banned|closed|remanded|detained|jailed|held|barred|granted"
    r"|extended|booked|adjourned|reserved|open)\b[^,;]{0,40} $"
)
"""What was done "until June" may still be so."""


def is_to_come(
    text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None, *, ahead: bool
) -> bool:
    """Whether time words are after the publication, given whether their clause looks ahead."""
    words, before = text[slice(*span)], clause_before(text, block[0], span[0])
    sentence = sentence_after(text, span[1], block[1])
    if is_month_of_noun(text, span, block[1]):
        ahead = ahead and is_nearer_ahead(words, published)
    elif ahead and (is_over(words, published, sentence) or is_just_over(words, before, published)):
        return False
    if (is_next := is_next_one(text, span, block, published)) is not None:
        return is_next
    if ahead or AGAIN.search(before) is not None:
        return ahead
    until = UNTIL.match(words)
    if until is not None and WAS_DONE.search(before) is not None:
        return is_nearer_ahead(words[until.end() :], published)
    is_dropped = BEHIND.search(before) is None and PUT_OFF.search(sentence) is not None
    is_plan = PLANS.search(text, max(block[0], span[0] - NEAR_PLAN), span[0]) is not None
    is_open = is_plan or BEHIND.search(f"{before} {clause_after(text, span[1], block[1])}") is None
    return (is_dropped or is_open) and is_nearer_ahead(words, published)


def is_next_one(text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None) -> bool | None:
    """Whether the words beside a day or a month make it the next one; `None` if they do not say.

    "This July" is that of this year, "next 10 September" the one to come, and a deadline the nearest.
    """
    words, before = text[slice(*span)], text[max(block[0], span[0] - SHORT) : span[0]].lower()
    if before.endswith(("next ", "last ")) and DATED.match(words) is not None:
        return before.endswith("next ")
    if before.endswith("this ") and is_this_year_ahead(words, published):
        return True
    if DATED.match(words) is not None and DEED.match(text, span[1], block[1]) is not None and before.endswith(OWNERS):
        return False
    is_deadline = LAST_DAY.match(text, span[1], block[1]) is not None and MISSED.search(before) is None
    is_next = re.fullmatch(DAY_NAME, words) is not None or is_nearer_ahead(words, published)
    return True if is_deadline and is_next else None
