"""Stretches until today of which all is meant: what has changed in them, was counted in them, or never was."""

import re
from typing import Final

from diplo_events.drafting._times.patterns import NUMBER
from diplo_events.drafting._times.signs import WHOLE_STRETCH

__all__ = ["as_whole"]

IN_THE_LAST: Final = re.compile(r"[Ii]n the (?=(?:last|past) )")
NEVER: Final = re.compile(r"\b(?:not|never|no (?:longer|one)|nobody|none)\b|n['’]t\b")
"""What has not been "in the past week" has not been in all of it."""

CHANGED: Final = re.compile(
    r"\b(?:has|have|had|['’]s|['’]ve)(?: [a-z]+ly| also| more than| almost| nearly)?"
    r" (?:increased|grown|doubled|trebled|tripled|quadrupled|risen|fallen|declined|improved|deteriorated|expanded"
    r"|dropped|shrunk|worsened|soared|surged|halved|intensified|strengthened|weakened|developed|evolved|changed|deepened"
    r"|been \w+ing)\b[^;]*$"
)
"""What "has grown in the last ten years" did so in all of them."""

COUNT: Final = (
    rf"(?:(?!(?:[Aa]n?|[Oo]ne)\b){NUMBER}|\d[\d,.]*|dozens|scores|hundreds|thousands|millions|more than|at least"
    r"|all|most|both|every|countless|numerous)"
)
COUNTED: Final = re.compile(
    rf"\b(?:has|have|['’]ve)\b[^;:]{{0,80}}?\b{COUNT} [A-Za-z]|\b{COUNT} [^;:,]{{0,60}}?\b(?:has|have)\b"
    rf"|\b{COUNT} [^;:,]{{0,60}}?\b(?:killed|died|wounded|injured|arrested|displaced|fled|times)\b"
    rf"|\b(?:killed|killing|wounded|wounding|injured|injuring|arrested|displaced|claimed)\b"
    rf"[^;:,]{{0,30}}?\b{COUNT} [A-Za-z]"
)
"""What is counted "in the last five months" is of all of them: "has killed 300 people"."""

RANKED: Final = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]|\w+['’]s) (?:[a-z]+-)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|only|worst|best"
    r"|most [a-z]+|(?:bigg|larg|high|low|long|short|heavi|deadli|bloodi|strong|weak|fast|slow|great|small|few|hott"
    r"|cold|dri|wett|poor|rich|grav|fierc)est)\b[^;:]*$"
)
"""What is ranked among others is so, too: "the third attack in the last five months"."""

BETWEEN: Final = re.compile(r"[Bb]etween (?=.* and )")
LASTED: Final = re.compile(
    r"\b(?:lived|resided|stayed|remained|worked|studied|taught|served|ruled|governed|reigned|fought|raged|waged"
    r"|lasted|ran|led|headed|chaired|commanded|occupied|owned|operated"
    r"|was (?:held|detained|jailed|imprisoned|based|stationed|president|prime minister|in (?:office|prison|power))"
    r"|was (?:the |its |their |an? )?(?:[a-z]+ )?(?:minister|chancellor|ambassador|envoy|governor|mayor)"
    r"|were (?:held|detained|jailed|imprisoned|based|stationed|at war))\b[^,;:]{0,60}$"
)
"""What did so "between May and July" did so all that time."""

ALONE: Final = re.compile(r" alone\b")


def as_whole(words: str, before: str, after: str) -> str | None:
    """Return words for a stretch until today as those of all of it, or `None` if something happened at some time in it.

    >>> as_whole("in the last two years", "The price has doubled ", "")
    'over the last two years'
    >>> as_whole("in the last two years", "She left the party at some time ", "") is None
    True
    """
    if BETWEEN.match(words) is not None:
        is_all = LASTED.search(before) is not None or COUNTED.search(f"{before}|{after}") is not None
        return re.sub(" and (?!.* and )", " to ", BETWEEN.sub("from ", words)) if is_all else None
    if IN_THE_LAST.match(words) is None:
        stretch = WHOLE_STRETCH.sub("over the ", words)
        return stretch if stretch != words else None
    clause = f"{before}|{after}" if before.strip() else after
    is_changed = any(sign.search(before) is not None for sign in (NEVER, CHANGED, RANKED))
    is_counted = COUNTED.search(clause) is not None or ALONE.match(after) is not None
    has_changed = not before.strip() and any(sign.search(after) is not None for sign in (NEVER, CHANGED))
    return IN_THE_LAST.sub("over the ", words) if is_changed or is_counted or has_changed else None
