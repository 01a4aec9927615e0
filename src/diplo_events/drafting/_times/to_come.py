"""Whether time words are after the publication: by their clause, by what they belong to, and by which is nearer."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._times.names import is_month_of_noun
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH, SEASONS
from diplo_events.drafting._times.plans import (
    MEETING,
    is_at_event_ahead,
    is_deed_told,
    is_headline,
    is_just_missed,
    is_of_plan,
    is_plan_over,
    is_present,
)
from diplo_events.drafting._times.sides import (
    clause_after,
    clause_before,
    is_just_over,
    is_nearer_ahead,
    is_next_season,
    is_over,
    is_this_year_ahead,
    sentence_after,
)
from diplo_events.drafting._times.signs import AGAIN, BEHIND, LAST_DAY, PLANS, PUT_OFF, UNTIL

__all__ = ["is_to_come"]

SHORT: Final = 16
MISSED: Final = re.compile(r"\b(?:missed|past|since|after) (?:the |an? |its |their |that )?$")
"""Before a deadline, these show that it is over."""

AT_ITS: Final = re.compile(r"(?:^|[.?!”\"] |\n)(?:in|at|on|during) $")
ITS_PLAN: Final = re.compile(
    rf"['’]s (?:[\w-]+ ){{0,3}}?{MEETING}(?: in [A-Z]\w+)?, [^,;.]{{1,60}}?\b(?:will"
    r"|(?:is|are) (?:expected|likely|set|due|to)|hopes? to)\b"
)
"""Around the day that opens a sentence, these tell of what is to come: "In Sunday's vote, Lund is expected to win"."""

BEYOND: Final = re.compile(
    r"\b(?:push|extend|drag|continu|go|goes|keep|mov|delay|run|stretch|prolong|last|stay)(?:e|s|es|ed"
    r"|ing)?\b[^,;]{0,50} past "
    r"(?:the |an? |its |their |that )?$"
)
"""What goes on past a deadline does so before it is over."""

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

ITS_MEETING: Final = re.compile(rf" (?:[a-z-]+ ){{0,2}}?{MEETING}\b")
"""Behind a month, what is held in it."""

WILL_BE: Final = re.compile(
    rf"{ITS_MEETING.pattern} (?:(?:in|at|of|with) [A-Z]\w+ )?(?:will|(?:is|are) (?:to|due|set|scheduled|expected))\b"
)
"""Behind a month, what is held in it and is to come."""

WAS_CALLED: Final = re.compile(
    r"\b(?:was|were|been) (?:announced|confirmed|proposed|planned|called|scheduled|agreed)\b"
)
IS_HELD: Final = re.compile(
    r"\b(?:after|since|following|results?|outcomes?|conclusions?|decisions?|won|lost|disputed|contested|attended|held"
    r"|took|hosted|during|winner|winners|victory|defeat|back|at|in|from|postponed|agreed|wake|aftermath)\b"
    r" (?:\w+ ){0,3}$"
)
"""Before the month of a meeting, these show that it is over."""

PLAN_BEFORE: Final = re.compile(
    r"\b(?:was|were|been|originally|initially|first|previously) (?:due|scheduled|planned|expected|set|slated"
    r"|supposed|to)\b"
    r"[^;]{0,80} $"
)
"""Before a month, these show that it was to come at an earlier time."""

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
    after, sentence = clause_after(text, span[1], block[1]), sentence_after(text, span[1], block[1])
    if is_past(words, published, before, after, sentence) or (ahead and is_open_no_more(text, span, block, published)):
        return False
    if is_month_of_noun(text, span, block[1]):
        side = side_of_noun(text, span, block, published)
        if side is not None:
            return side
        ahead = ahead and is_nearer_ahead(words, published)
    if (is_next := is_next_one(text, span, block, published)) is not None:
        return is_next
    if ahead or AGAIN.search(before) is not None:
        return ahead
    if is_of_plan(words, published, before, after) or is_present(words, published, before, sentence):
        return True
    until = UNTIL.match(words)
    is_open = PLANS.search(text, max(block[0], span[0] - NEAR_PLAN), span[0]) is not None
    if until is not None and WAS_DONE.search(before) is not None:
        words, is_open = words[until.end() :], True
    is_dropped = BEHIND.search(before) is None and PUT_OFF.search(sentence) is not None
    is_open = is_open or is_dropped or BEHIND.search(f"{before} {after}") is None
    return is_open and is_nearer_ahead(words, published)


def is_past(words: str, published: EventDate | None, before: str, after: str, sentence: str) -> bool:
    """Whether the words beside a time make it the last one, though others of its clause may look ahead."""
    is_told = is_deed_told(words, before) or is_just_missed(words, published, before, sentence)
    is_planned = PLAN_BEFORE.search(before) is not None and is_plan_over(words, published)
    return is_told or is_planned or is_headline(words, published, before, after)


def is_open_no_more(text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None) -> bool:
    """Whether a time of a plan has passed, by the words of its sentence or by how long ago it is."""
    if is_month_of_noun(text, span, block[1]):
        return False
    words, before = text[slice(*span)], clause_before(text, block[0], span[0])
    return is_over(words, published, sentence_after(text, span[1], block[1])) or is_just_over(words, before, published)


def is_next_one(text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None) -> bool | None:
    """Whether the words beside a day or a month make it the next one; `None` if they do not say.

    "This July" is that of this year, "next 10 September" the one to come, and a deadline the nearest.
    """
    words, before = text[slice(*span)], text[max(block[0], span[0] - SHORT) : span[0]].lower()
    if before.endswith(("next ", "last ")) and DATED.match(words) is not None:
        return before.endswith("next ")
    if before.endswith("this ") and re.match(MONTH, words) is not None:
        return is_this_year_ahead(words, published)
    if DATED.match(words) is not None and DEED.match(text, span[1], block[1]) is not None and before.endswith(OWNERS):
        return False
    if AT_ITS.search(before) is not None and ITS_PLAN.match(text, span[1], block[1]) is not None:
        return re.fullmatch(DAY_NAME, words) is not None or is_nearer_ahead(words, published)
    is_missed = MISSED.search(before) is not None and BEYOND.search(clause_before(text, block[0], span[0])) is None
    is_deadline = LAST_DAY.match(text, span[1], block[1]) is not None and not is_missed
    is_next = re.fullmatch(DAY_NAME, words) is not None or is_nearer_ahead(words, published)
    return True if is_deadline and is_next else None


def side_of_noun(text: str, span: tuple[int, int], block: tuple[int, int], published: EventDate | None) -> bool | None:
    """Whether a time before the noun of a meeting is the next one; `None` if the words do not say.

    "The July vote will be close" is, "after the July vote" and "the July coup" are not.
    """
    words, sentence = text[slice(*span)], sentence_after(text, span[1], block[1])
    is_meeting, before = ITS_MEETING.match(sentence) is not None, clause_before(text, block[0], span[0])
    if is_meeting and is_at_event_ahead(words, published, before):
        return True
    is_held = is_meeting and IS_HELD.search(before) is not None
    if is_held or DEED.match(sentence) is not None:
        return False
    if not is_meeting:
        return None
    if WILL_BE.match(sentence) is not None:
        return True
    is_told = BEHIND.search(clause_after(text, span[1], block[1])) is not None and not any(
        sign.search(sentence) is not None for sign in (PUT_OFF, WAS_CALLED)
    )
    is_season = re.search(rf"{SEASONS}$", words) is not None
    is_near = is_next_season(words, published) if is_season else is_nearer_ahead(words, published)
    return True if is_near and not is_told else None
