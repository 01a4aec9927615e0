"""The state that the words at a place name, or to which an adjective there belongs."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.states import ADJECTIVES, State, states_by_name
from diplo_events.drafting._english.tokens import Token

__all__ = ["LONGEST_STATE", "adjective_at", "state_at"]

LONGEST_STATE: Final = 6
"""How many words the name of a state may have."""


def state_at(found: Sequence[Token], place: int, end: int) -> tuple[State, int] | None:
    """Return the state that some words name, and the place behind them."""
    states = states_by_name()
    for last in range(min(end, place + LONGEST_STATE), place, -1):
        name = " ".join(token.text for token in found[place:last])
        if name in states:
            return states[name], last
    return None


def adjective_at(found: Sequence[Token], place: int, end: int) -> tuple[State, int] | None:
    """Return the state to which an adjective belongs, and the place behind it."""
    for last in range(min(end, place + 2), place, -1):
        name = " ".join(token.text for token in found[place:last])
        if name in ADJECTIVES:
            return ADJECTIVES[name], last
    return None
