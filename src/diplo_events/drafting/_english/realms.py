"""The full names of states behind those of persons: "President Ana Reis of the Republic of Chile"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import Token

__all__ = ["LINKS", "before_realm"]

LINKS: Final = words("of to for at on")
"""Small words inside names and offices."""

REALMS: Final = words("republic kingdom state commonwealth union federation sultanate emirate principality duchy")
"""Nouns in full names of states."""


def before_realm(found: Sequence[Token], classes: Sequence[str], first: int, last: int) -> int:
    """Return where a name ends, without the full name of a state behind it.

    Args:
        found: The words of the passage.
        classes: Their classes.
        first: The place of the first word of the name.
        last: The place behind its last word, before "of" and the state.
    """
    place = last - 1
    if found[place].low not in REALMS:
        return last
    while place > first and found[place].low not in LINKS:
        place -= 1
    return place if place > first and classes[place - 1] == "N" else last
