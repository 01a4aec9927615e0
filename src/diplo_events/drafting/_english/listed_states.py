"""States listed behind what several people are of: "the foreign ministers of Norway, Peru and Kenya"."""

from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.runs import Naming, state_at
from diplo_events.drafting._english.tokens import Token

__all__ = ["as_listed", "behind_listed_states"]

OF_STATES: Final = nouns.GROUPS | nouns.words(
    "governments presidents ministers ministries premiers leaders presidencies"
)
"""Nouns of several people or bodies, each of a state."""
"""Nouns of several people or bodies, each of a state."""


def behind_listed_states(found: Sequence[Token], of: int) -> int | None:
    """Return the place behind three states or more that stand behind "of" and a noun of several; else `None`."""
    head = found[of - 1].low
    if found[of].low != "of" or head not in OF_STATES or not head.endswith("s"):
        return None
    place, count, is_last = of + 1, 0, False
    while place < len(found):
        state = state_at(found, place + (found[place].low == "the"), len(found))
        if state is None:
            return None
        place, count = state[1], count + 1
        if is_last:
            return place if count > 2 else None  # noqa: PLR2004  (two are read elsewhere)
        if place >= len(found) or found[place].low not in {",", "and"}:
            return None
        is_last = found[place].low == "and" or (place + 1 < len(found) and found[place + 1].low == "and")
        place += 1 + (found[place].low == "," and is_last)
    return None


def as_listed(text: str, mention: Naming) -> Naming:
    """Return those who are of listed states as a group, where they were read as a person with an office."""
    if mention.kind != "person" or not mention.name.startswith(","):
        return mention
    words = text[mention.start : mention.end]
    name = words.removeprefix("The ").removeprefix("the ")
    head = name.partition(" of ")[0].split()[-1].lower()
    return attrs.evolve(mention, kind="group", name=name, role="", head=head, is_plural=True, is_definite=name != words)
