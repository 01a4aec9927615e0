"""Who signs a quotation with a name and an office behind it: "“We go on,” Ana Reis, head of the Lake Mission"."""

from typing import Final

from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES
from diplo_events.drafting._parts.units import Passage

__all__ = ["holder_behind"]

LONGEST: Final = 16
"""How many words the office of who signs a quotation has at most."""


def holder_behind(unit: Passage) -> Naming | None:
    """Return the person named behind a quotation with nothing but an office: no verb follows to the end."""
    words = unit.words
    first = 1 + (unit.sentence.low(1) == ",")
    named = next((m for m in unit.named if m.first == first), None)
    is_quoted = words[0].text == QUOTED and len(words) - first <= LONGEST
    if named is None or not is_quoted or named.kind not in {"person", "name"} or " " not in named.name:
        return None
    behind = words[named.last :]
    office = next((m for m in unit.named if m.first in {named.last + 1, named.last + 2}), None)
    is_set_off = unit.sentence.low(named.last) == ","
    is_office = office is not None and (office.kind == "office" or office.head != "") and is_set_off
    is_verbless = not any(token.text == QUOTED or is_verb(token.text) for token in behind)
    return named if is_office and is_verbless and not named.is_owner else None


def is_verb(text: str) -> bool:
    """Whether a word can be a verb of saying, or an auxiliary."""
    return text in AUXILIARIES or (text in CUES and CUES[text].form in {"ed", "s", "ing"})
