"""Clauses that are the subject of words in marks: "what Norland demands “is unfair”" is not what Norland says."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import DETERMINERS, words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage

__all__ = ["outside_subjects"]

QUESTIONS: Final = words("what whatever how why whether where when who whoever")
"""With these a clause begins that can be the subject of a sentence."""

PREDICATE: Final = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|should|shall|does|did|remains?"
    r"|seems?|deserves?|requires?|depends?|makes?|goes|shows?)(?:n['’]t)?\b(?! I\b)"
)
"""How words in marks begin that say something of what stands before them."""


def outside_subjects(text: str, unit: Passage, hits: Sequence[Hit]) -> list[Hit]:
    """Return the verbs of saying but those of a clause of which the words in marks behind it say something."""
    return [hit for hit in hits if not is_of_subject(text, unit, hit)]


def is_of_subject(text: str, unit: Passage, hit: Hit) -> bool:
    """Whether a verb ends the clause that is the subject of a quotation: "how Norland reacts “will matter”"."""
    behind = hit.place + 1
    if hit.cue is None or not hit.is_finite or behind >= len(unit.words) or unit.words[behind].text != QUOTED:
        return False
    quotation = unit.quotation_at(behind)
    if quotation is None or not PREDICATE.match(text, quotation.start):
        return False
    is_led = unit.sentence.low(hit.first) not in {"that", "which"}  # what the envoys want
    first = hit.first - (unit.sentence.low(hit.first - 1) in DETERMINERS) if is_led else hit.first + 1
    lead = unit.sentence.low(first - 1)
    is_relative = lead in {"that", "which"} and first > 1 and unit.words[first - 2].text.islower()
    is_noun = unit.sentence.low(first - 2) not in CUES or unit.sentence.low(first - 3) in DETERMINERS
    return lead in QUESTIONS or (is_relative and is_noun)
