"""Whom a meeting means by those who were named before: "the two leaders", "I" in a turn, "our governments"."""

import re
from collections.abc import Mapping
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._parts.units import Passage

__all__ = ["with_those_named"]

PAIR: Final = re.compile(r"(?:[Tt]wo|[Bb]oth)(?: [a-z-]+)* (?P<head>[a-z-]+?)s?")
ANY: Final = frozenset({"leader", "men", "women", "politician", "official", "statesmen"})
"""Nouns of a pair that fit any two persons with an office."""

FIRST: Final = re.compile(r"\b(?:I(?:['’](?:ve|ll|m|d))?|[Ww]e(?:['’](?:ve|ll|re|d))?)\b")
JOINT: Final = re.compile(
    r"\W*(?:[\w-]+ ){0,3}Joint (?:\w+ ){0,3}(?:Statement|Declaration|Communiqu[eé]|Release|Readout)\b", re.IGNORECASE
)
"""The headline of a text that several speak together."""

OURS: Final = re.compile(
    r"\b(?:[Ww]e|[Oo]ur (?:[\w-]+ ){0,2}(?:governments|countries|nations|states|leaders|ministers|delegations))\b"
)


def with_those_named(
    text: str, unit: Passage, item: Encounter, actors: Actors, turns: Mapping[int, Party]
) -> Encounter:
    """Return a meeting whose pair is the two persons named before; a pair that could be others is left out."""
    speaker = turns.get(unit.block.start)
    if speaker is not None and FIRST.search(text, unit.start, item.trigger[0]) and speaker not in item.participants:
        item.participants.insert(0, speaker)
    if speaker is not None and OURS.search(text, unit.start, item.trigger[0]):
        item.participants.extend(party for party in jointly(text, actors) if party not in item.participants)
    pairs = [party for party in item.participants if not party.is_named and PAIR.fullmatch(party.name)]
    for pair in pairs:
        match = PAIR.fullmatch(pair.name)
        named = persons_before(unit.start, match["head"] if match is not None else "", actors)
        if not named and not any(party.kind == "person" for party in actors.by_place.values()):
            continue
        item.participants.remove(pair)
        item.participants.extend(party for party in named if party not in item.participants)
        item.is_certain = True
    return item


def jointly(text: str, actors: Actors) -> list[Party]:
    """Return the states and persons who speak a text together, as its headline names them."""
    if JOINT.match(text) is None:
        return []
    end = text.find("\n", len(text) - len(text.lstrip()))
    named = [party for start, party in sorted(actors.by_place.items()) if start < end]
    return [party for party in dict.fromkeys(named) if party.kind in {"state", "person"}]


def persons_before(place: int, head: str, actors: Actors) -> list[Party]:
    """Return the two persons with an office who were named before a place, if there are no more of that noun."""
    before = [party for start, party in sorted(actors.by_place.items()) if start < place]
    people = [party for party in dict.fromkeys(before) if party.kind == "person" and (party.heads or party.roles)]
    fitting = [party for party in people if head in ANY or head in party.heads]
    return fitting if len(fitting) == 2 else []  # noqa: PLR2004  (a pair)
