"""The subject far before its verb, over clauses: "Senator Ana Reis who leads the group that met Li said “…”"."""

from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import Cue

__all__ = ["over_clauses"]

NEAR_WHO: Final = 4
"""How many words behind a person "who" stands, over what brackets hold: "Ana Reis (Lake Party) who"."""


def over_clauses(sentence: Sentence, place: int, cue: Cue) -> Hit | None:
    """Read "said" before a quotation, with a person at the beginning and a clause about that person between them."""
    person = next((m for m in sentence.named if m.first == 0), None)
    if cue.lemma != "say" or person is None or person.kind not in {"person", "name"} or person.is_owner:
        return None
    quotation = place + 1 + (sentence.low(place + 1) in {",", ":"})
    if quotation >= len(sentence.words) or sentence.words[quotation].text != QUOTED:
        return None
    between = [sentence.low(at) for at in range(person.last, place)]
    is_clause = "who" in between[:NEAR_WHO] and not {",", ";", QUOTED.lower()} & set(between)
    return Hit(place, 0, cue, person, "subject-over-phrase", last=place + 1) if is_clause else None
