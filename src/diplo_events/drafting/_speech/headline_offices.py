"""Who holds an office that a headline gives without a name, where the text names one who does: "…: Norland’s FM"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party, holds_office
from diplo_events.drafting._speech.context import Reported
from diplo_events.vocab import Section

__all__ = ["with_holders"]

ABOVE: Final = frozenset({Section.HEADLINE, Section.STANDFIRST})
"""The parts of a text above its body, in which an office names whoever holds it."""


def with_holders(said: Sequence[Reported], parties: Sequence[Party]) -> None:
    """Find who is meant by an office above the text: the one person whom the text gives it."""
    for item in said:
        office = item.speaker
        if office is None or office.kind != "office" or office.is_named:
            continue
        if office.is_plural or item.speakers != (office,):
            continue
        held = [party for party in parties if holds_office(office, party)]
        if item.section not in ABOVE:
            held = [party for party in held if party.state is not None]
        if len(held) == 1:
            item.speaker, item.speakers = held[0], (held[0],)
            item.others = tuple(dict.fromkeys((held[0], *(other for other in item.others if other is not office))))[:2]
            held[0].is_speaker = True
