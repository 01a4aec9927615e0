"""The full names of states behind those of persons: "President Ana Reis of the Republic of Chile"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.nouns import ROLES, words
from diplo_events.drafting._english.states import states_by_name
from diplo_events.drafting._english.tokens import Token

__all__ = ["LINKS", "before_realm", "behind_ministry"]

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


def behind_ministry(found: Sequence[Token], classes: Sequence[str], start: int, end: int) -> int | None:
    """Return where a name begins behind the ministry of its owner: "Spokesperson in the Ministry of Works Tom Hale"."""
    is_at = (
        start > 1
        and found[start - 1].low in {"in", "at"}
        and (classes[start - 2] == "R" or found[start - 2].low in ROLES)
    )
    first = end - 2
    names = [token.text for token in found[first:end]]
    is_person = classes[first:end] == ["N", "N"] and not states_by_name().keys() & {*names, " ".join(names)}
    is_whole = is_at and is_person and classes[first - 1] == "G" and "of" in {token.low for token in found[start:first]}
    return first if is_whole and found[first].is_capital and found[first + 1].is_capital else None
