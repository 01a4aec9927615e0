"""Offices and titles in letters, before a name or instead of one: "DPM Hale", "Lt Gov Reis"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.portfolios import PORTFOLIOS
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._english.tokens import Token

__all__ = ["SHORT_TITLES", "is_short_office", "is_short_title"]

SHORT_TITLES: Final = frozenset(
    {
        "Gen",
        "Lt",
        "Col",
        "Amb",
        "Brig",
        "Maj",
        "Adm",
        "Prof",
        "Hon",
        "Dato",
        "Datuk",
        "Shri",
        "Gov",
        "Sen",
        "Rep",
        "Capt",
        "Cmdr",
        "Cdr",
        "Sgt",
        "Insp",
        "Supt",
        "Cllr",
        "Cde",
        "Asst",
        "Addl",
        "Secy",
        "HRH",
        "HE",
    }
)
"""Titles that are written without a point, and are a part of no name before one."""


def is_short_office(found: Sequence[Token], place: int) -> bool:
    """Whether letters are an office: "PM Hale", "the PM", but not "at 5 PM"; some only before a name."""
    following = found[place + 1] if place + 1 < len(found) else None
    is_led = following is not None and following.is_capital and following.low not in nouns.FUNCTION
    if found[place].text in nouns.ONLY_BEFORE_NAMES and place and is_part_of_name(found[place - 1]):
        return False  # the Veld AG Group
    return is_led or (
        found[place].text not in nouns.ONLY_BEFORE_NAMES and not (place and found[place - 1].low[-1:].isdigit())
    )


def is_short_title(found: Sequence[Token], place: int, *, is_behind_name: bool) -> bool:
    """Whether a title without a point stands before a name: "Gov Hale", but "Hun Sen Tuesday said"."""
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or (found[place].text == "Sen" and is_behind_name):
        return False
    return (following.is_capital and following.low not in nouns.TIMES) or following.low == "'"


def is_part_of_name(token: Token) -> bool:
    """Whether a word with a capital is a part of a name, and no adjective, office or state."""
    is_known = token.text in ADJECTIVES or token.text in states_by_name() or token.low in nouns.UNIONS
    is_known = is_known or token.low in nouns.ROLES | nouns.ADJECTIVES | nouns.FUNCTION | nouns.TITLES | PORTFOLIOS
    return token.is_capital and token.is_word and not is_known and token.text not in nouns.OFFICES_IN_LETTERS
