"""Whom a medium quotes: somebody with a name, or a source without one."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming

__all__ = ["rule_of_cited"]

UNNAMED: Final = words("group office text pronoun")
"""Kinds of actors without a name."""


def rule_of_cited(who: Naming) -> str:
    """Return the rule by which words that a medium reports are those of whom it quotes.

    Whose the words of "an official source" are is a question: the source's, or the medium's own.
    """
    return "according-to-sources" if who.kind in UNNAMED else "according-to-quoting"
