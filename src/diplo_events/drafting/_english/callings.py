"""Somebody without a name who is called something: "a group known as the Lake Front", "a body calling itself X"."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence

__all__ = ["called"]

KNOWN: Final = words("known identified referred")
CALLED: Final = words("called named dubbed styled")


def called(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return the group or body that a name is said to be the name of; `None` if there is none."""
    place = mention.first - 1
    before = [sentence.low(place - 1), sentence.low(place)]
    is_known = before[1] == "as" and before[0] in KNOWN
    if is_known or (before[0] == "calling" and before[1] in {"itself", "themselves"}):
        place -= 2
    elif before[1] in CALLED:
        place -= 1
    else:
        return None
    described = sentence.ending(place + 1)
    is_open = described is not None and described.kind in {"group", "body"} and sentence.is_free(described)
    return described if is_open and mention.kind in {"body", "name", "group"} else None
