"""Every word that can show a meeting, whatever stands around it, with the kind of meeting it would be."""

from typing import NamedTuple

from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.idle_nouns import is_idle
from diplo_events.drafting._events.look_alikes import is_look_alike
from diplo_events.drafting._events.signal_nouns import kind_of_noun
from diplo_events.drafting._events.signal_verbs import kind_of_verb
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["Signal", "signals"]


class Signal(NamedTuple):
    """A word that can show a meeting."""

    place: int
    """Its place in the sentence."""
    kind: MeetingKind
    """The kind of meeting that it would show."""
    is_noun: bool
    """Whether it is a noun."""


def signals(unit: Passage) -> list[Signal]:
    """Return the words of a sentence that can show a meeting, outside quotations."""
    found: list[Signal] = []
    for place, token in enumerate(unit.words):
        if token.text == QUOTED or is_look_alike(unit, place):
            continue
        if (kind := kind_of_noun(unit, place)) is not None:
            if is_idle(unit, place):
                continue
            found.append(Signal(place, kind, is_noun=True))
        elif (kind := kind_of_verb(unit, place)) is not None:
            found.append(Signal(place, kind, is_noun=False))
    return found
