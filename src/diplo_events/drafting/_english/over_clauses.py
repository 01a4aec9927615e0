"""The subject far before its verb, over clauses: "Senator Ana Reis who leads the group that met Li said “…”"."""

from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import ISSUING
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.text_nouns import TEXTS, of_text
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import Cue

__all__ = ["over_clauses", "over_text"]

NEAR_WHO: Final = 4
"""How many words behind a person "who" stands, over what brackets hold: "Ana Reis (Lake Party) who"."""
NEAR_QUOTATION: Final = 4
"""How many words behind the verb its quotation begins: "told reporters on Monday, “…”"."""
SPEAKING: Final = words(
    "say tell write add respond reply react explain argue warn state answer comment remark note insist"
)
WHO: Final = words("who whose whom")


def over_clauses(sentence: Sentence, place: int, cue: Cue) -> Hit | None:
    """Read a verb before a quotation, with a person at the beginning and what the sentence says of them between.

    The comma behind that is missing: "Ana Reis, who runs a shop for the fund said, “…”".
    """
    person = next((m for m in sentence.named if m.first == 0), None)
    if cue.lemma not in SPEAKING or person is None or person.kind not in {"person", "name"} or person.is_owner:
        return None
    if cue.form not in {"ed", "s"} or not is_before_quotation(sentence, place):
        return None
    between = [sentence.low(at) for at in range(person.last, place)]
    is_clause = bool(WHO & set(between[:NEAR_WHO])) or is_office_behind(sentence, person.last)
    comma = between[:1] == [","] or between[1:2] == [")"]
    is_open = not {",", ";", QUOTED.lower()} & set(between[comma:])
    return Hit(place, 0, cue, person, "subject-over-phrase", last=place + 1) if is_clause and is_open else None


def over_text(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb behind "that" and a text: "Fifty doctors signed a letter that called the ward “unsafe”"."""
    if sentence.low(left) != "that" or sentence.low(left - 1) not in TEXTS or cue.form not in {"ed", "s"}:
        return None
    whose = of_text(sentence, left - 1).mention
    if whose is not None and whose.kind == "text" and ISSUING & {token.low for token in sentence.words[:left]}:
        whose = sentence_subject(sentence, left - 1)
    if whose is None or whose.kind == "text":
        return None
    return Hit(place, place, cue, whose, "text-issued", last=place + 1)


def is_before_quotation(sentence: Sentence, place: int) -> bool:
    """Whether a verb leads to a quotation: "said, “…”", "told reporters that “…”"."""
    for at in range(place + 1, min(place + 2 + NEAR_QUOTATION, len(sentence.words))):
        if sentence.words[at].text == QUOTED:
            return at == place + 1 or sentence.low(at - 1) in {",", ":", "that"}
    return False


def is_office_behind(sentence: Sentence, comma: int) -> bool:
    """Whether an office stands behind the comma: "Ana Reis, Minister charged with roads"."""
    return sentence.low(comma) == "," and any(m.first == comma + 1 and m.kind == "office" for m in sentence.named)
