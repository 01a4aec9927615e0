"""Those whom pictures show while they say something: "A video shows a man shouting “…”"."""

from typing import Final

import attrs

from diplo_events.drafting._english.descriptions import described_after
from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import Cue

__all__ = ["shown"]

SHOWING: Final = words(
    "show shows showed showing depict depicts depicted capture captured captures record recorded features"
)
PICTURES: Final = words(
    "video videos footage film clip clips recording recordings photo photos picture image images tape"
)


def shown(sentence: Sentence, place: int, cue: Cue) -> Hit | None:
    """Read a participle of saying as that of somebody in a picture: "Footage showed women chanting “…”"."""
    who = shown_before(sentence, place)
    if who is None:
        return None
    rule = "described" if who.kind in {"office", "group"} else "subject"
    return Hit(place, place, cue, who, rule, last=place + 1)


def shown_before(sentence: Sentence, place: int) -> Naming | None:
    """Return whom pictures show that say something: "A video shows a man shouting “…”"."""
    verb = next((at for at in range(place - 1, 0, -1) if sentence.low(at) in SHOWING), None)
    if verb is None or not PICTURES & {token.low for token in sentence.words[:verb]}:
        return None
    if any(token.low in {";", "and"} or token.text == QUOTED for token in sentence.words[verb:place]):
        return None
    near = (m for m in sentence.named if m.first in {verb + 1, verb + 2} and not m.is_owner and m.last <= place)
    named = next((m for m in near if m.kind in {"person", "name", "office", "group"}), None)
    found = named or described_after(sentence, verb + 1)
    if found is None or found.last <= place:
        return found
    last = place - 1  # a man shouting
    name = found.name.removesuffix(sentence.words[place].text).rstrip()
    return attrs.evolve(found, last=place, end=sentence.words[last].end, name=name, head=sentence.low(last))
