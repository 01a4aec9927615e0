"""Clauses of one sentence that others say: behind what a medium passes on, before an end, and in answer to a claim."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.tails import is_tail_like

__all__ = ["ANSWERS", "CONCESSIVE", "is_answer", "is_begun", "main_clause"]

CONCESSIVE: Final = nouns.words("while although though as whereas")
"""Behind these a clause comes before that of which it is a part: "While X insists …, Y says"."""

ANSWERS: Final = nouns.words("reject deny dispute contest refute dismiss")
"""What others do to what somebody says."""


def is_begun(previous: Hit, hit: Hit) -> bool:
    """Whether a medium passes on with what somebody goes on: "According to AFP, Li continued by saying that"."""
    is_passed = previous.rule == "according-to" and not previous.place and previous.subject is not None
    is_other = hit.subject is not None and hit.subject is not previous.subject and hit.subject.kind != "pronoun"
    return is_passed and is_other and hit.rule == "by-participle" and hit.cue is not None and not hit.cue.is_weak


def main_clause(unit: Passage, previous: Hit, hit: Hit) -> int | None:
    """Return the comma before the clause that the end of a sentence tells: "While A agreed, it was “hard”, said B"."""
    if unit.sentence.low(previous.first - 1) not in CONCESSIVE - {"as"} or hit.subject is None:
        return None
    if hit.rule != "according-to" and not is_tail_like(unit, hit):
        return None
    comma = next((at for at in range(previous.last, hit.first - 1) if unit.sentence.low(at) == ","), None)
    is_quoting = comma is not None and any(token.text == QUOTED for token in unit.words[comma : hit.first])
    return comma if is_quoting and hit.subject.kind != "pronoun" else None


def is_answer(unit: Passage, inner: Hit, lows: Sequence[str]) -> bool:
    """Whether somebody else rejects what was said, at the end: "Norland says it is its own, which Veld disputes"."""
    is_last = unit.sentence.low(inner.last) in {"", "."}
    is_other = inner.subject is not None and inner.subject.kind in {
        "state",
        "body",
        "person",
        "name",
        "group",
        "office",
    }
    return lows[-2:] == [",", "which"] and is_last and is_other and inner.cue is not None and inner.cue.lemma in ANSWERS
