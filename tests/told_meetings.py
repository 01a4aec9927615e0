"""Meetings of sentences behind one that names a president, Ana Lima, and others with an office."""

from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._finds import find

LEAD: Final = (
    "Trade row drags on\n\nPresident Ana Lima, Prime Minister Jon Aas, Foreign Minister Eva Dahl and Foreign Minister"
    " Olav Berg have disagreed for years. "
)


def met(text: str) -> list[Encounter]:
    """Return the meetings of some sentences behind those that name who speaks."""
    return list(find(LEAD + text, EventDate.parse("2025-09-05")).encounters)


def names(item: Encounter) -> str:
    """Return the last words of the names of those who take part, in order of the alphabet."""
    return " ".join(sorted(party.name.split()[-1] for party in item.participants))
