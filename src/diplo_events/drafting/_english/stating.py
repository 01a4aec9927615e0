"""Whether "states" is a verb: "Norland states that", but "the Alliance of Lake States"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.tokens import QUOTED, Token

__all__ = ["is_verb_of_stating"]

OF_STATES: Final = nouns.words("coalition alliance league union bloc federation community group council commonwealth")
"""Bodies that have states: "union states"."""

ADJECTIVAL: Final = re.compile(r"(?:al|ic|ive|ous|ern|an|ish|ed|ing|ar|ent|ant|ful|less|ry|er|s)\Z")
"""Ends of adjectives, and of plurals, before "states" where it is a noun: "the coastal states that"."""

OF: Final = 4
"""How many words before "States" the "of" stands behind which it ends a name."""


def is_verb_of_stating(found: Sequence[Token], place: int, before: str) -> bool:
    """Whether "states" is a verb: "Norway states that", "the government states the plan", "the text, …, states,".

    Args:
        found: The words of a passage.
        place: The place of "states".
        before: The class of the word before it.
    """
    if before == "N":
        return not is_of_states(found, place)
    if not place or not found[place].text.islower():
        return False
    following = found[place + 1].low if place + 1 < len(found) else "."
    if found[place - 1].low == ",":
        return following in {",", ":", "that", QUOTED}
    if found[place - 2].low in nouns.DETERMINERS and before == "X" and following in {"that", ":"}:
        return not ADJECTIVAL.search(found[place - 1].low)  # the dog states that
    is_one = before == "G" and not found[place - 1].low.endswith("s") and found[place - 1].low not in OF_STATES
    return is_one and following in {",", ":", "that", "the", "it", "its", "this", QUOTED}


def is_of_states(found: Sequence[Token], place: int) -> bool:
    """Whether "states" is a noun and no verb: it ends a name, or no clause of what is stated follows."""
    following = found[place + 1].low if place + 1 < len(found) else "."
    names = [token.low for token in found[max(0, place - OF) : place]]
    is_name = found[place].text == "States" and "of" in names and following != "that"
    return is_name or following not in {"that", ".", ",", ":"} or found[place - 1].low in {"united", "gulf", "baltic"}
