"""Who is "he", "she" and "it" next, behind what somebody said."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import DETERMINERS, words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context, Reported

__all__ = ["asked", "is_of_clause", "source_of", "take_floor"]

OCCASIONS: Final = words("after before when since once until because as")
"""With these a clause begins whose subject does not take the floor."""


def take_floor(context: Context, spoken: Party, passed: Party | None, floor: Party | None) -> None:
    """Make who is "he" next the last one: not who spoke last, where that was in a clause of time."""
    if floor is not None and floor is not spoken and floor.is_person:
        context.actors.focus(floor)
    if passed is not None and passed.kind == "person" and not spoken.is_person:
        context.actors.focus(passed)


def is_of_clause(unit: Passage, hit: Hit, item: Reported) -> bool:
    """Whether a verb only tells when or why, or what somebody thinks who is not quoted: "Li met Wu, who agreed"."""
    if hit.rule == "relative" and not item.quotes:
        return True
    first = hit.first - (unit.sentence.low(hit.first - 1) in DETERMINERS)
    return hit.is_finite and unit.sentence.low(first - 1) in OCCASIONS


def source_of(context: Context, hit: Hit) -> Party | None:
    """Return the body whose text a sentence begins with: "it" next is that body: "According to the ministry, Li …"."""
    if not hit.rule.startswith("according-") or not hit.via:
        return None
    party = context.parties.get(hit.via[-1].start)
    return party if party is not None and party.kind in {"body", "state"} else None


def asked(context: Context, hits: Sequence[Hit]) -> Party | None:
    """Return whom a question goes to, who answers it next: "Hale was asked by a reporter whether …"."""
    hit = hits[-1]
    if hit.cue is None or hit.cue.lemma != "ask" or not hit.rule.startswith("passive"):
        return None
    subject = sentence_subject(context.unit.sentence, hit.place)
    party = context.parties.get(subject.start) if subject is not None else None
    return party if party is not None and (party.is_person or party.may_be_person) else None
