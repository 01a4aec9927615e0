"""Whose words a paragraph is that is a quotation and nothing else, by the line behind it."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party, is_medium
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._speech.context import Reported

__all__ = ["with_lines_behind"]

OPEN: Final = words("quoted-subject continued-later answer none")
"""Rules that only guess whose words such a paragraph is."""

ADDING: Final = words("add continue conclude")
"""Verbs of who goes on."""

DASH: Final = re.compile(r"[”\"’'»\s]*[\r\n]\s*[-–—]\s*(?:the )?")
"""Between a quotation and the line that tells whose it is."""

BLANK: Final = re.compile(r"[”\"’'»\s]*[\r\n]\s*")


def with_lines_behind(text: str, said: Sequence[Reported]) -> None:
    """Find who says quotations that stand alone: who "added" what follows, or whom the line behind a dash names."""
    for place in range(len(said) - 2, -1, -1):
        item, following = said[place], said[place + 1]
        if item.rule not in OPEN or following.speaker is None or not is_alone(text, item):
            continue
        between = text[item.end : following.start]
        is_line = DASH.fullmatch(between) is not None and not following.quotes and not is_medium(following.speaker)
        is_line = is_line and (following.rule.startswith("according-to-") or following.verb != "report")
        is_next = BLANK.fullmatch(between) is not None and opens(text, following)
        if is_line or (is_next and (following.verb in ADDING or following.rule == "continued")):
            whose = next((one for one in item.others if is_part_of(following.speaker, one)), following.speaker)
            item.speaker, item.rule = whose, "continued"
            item.speakers = following.speakers if whose is following.speaker else (whose,)
            item.others = tuple(dict.fromkeys((following.speaker, *item.others)))[:2]


def is_part_of(part: Party, whole: Party) -> bool:
    """Whether a body is a part of another one that speaks by it: "the Foreign Ministry’s press office"."""
    owner = re.split(r"['’]s ", part.name)[0]
    return whole.kind == "body" and owner != part.name and f" {whole.name}".endswith(f" {owner}")


def is_alone(text: str, item: Reported) -> bool:
    """Whether somebody’s words are all that a passage holds."""
    bare = text[item.start : item.end]
    inside = sum(end - start for start, end in item.quotes)
    return bool(item.quotes) and len(bare.strip(" “”\"’'‘«»,.\t")) <= inside + 1 + len(item.quotes) * 4


def opens(text: str, item: Reported) -> bool:
    """Whether a passage begins with words in marks."""
    return bool(item.quotes) and not text[item.start : item.quotes[0][0]].strip(" “\"‘«'")
