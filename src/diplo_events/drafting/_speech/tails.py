"""Verbs that end a sentence and say who says, or passes on, what stands before them: "…, Li said", "…, AFP reports"."""

from typing import Final

import attrs

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import DAYS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.outlets import is_outlet

__all__ = ["is_passed_over", "is_source_before", "is_tail", "is_tail_like", "with_tail"]

ENDING: Final = nouns.words(
    """
    say tell add report state stress note warn insist argue explain claim write declare announce confirm reveal disclose
    reiterate underline acknowledge
    """
)
LONGEST_TAIL: Final = 4
"""How many words may follow the verb in "…, sources told X on Monday"."""

OCCASIONS: Final = nouns.words("after before during following at in on ahead while upon") | DAYS
"""Behind a verb that ends a sentence, with these begins when or where somebody said so."""

LONGEST_HEARER: Final = 5
"""How many words name to whom somebody "told" it, before the place or the day."""

HEARERS: Final = nouns.words("briefing conference reporters journalists press parliament lawmakers council")
"""Those to whom somebody "told" what stands before, at the end of a sentence: "told a daily press briefing"."""

HOLDERS: Final = nouns.words("president premier minister chancellor king queen secretary")
"""Offices of those who speak for themselves, and are more than a source."""

GOVERNING: Final = nouns.words("as a an the for to of by called calls termed dubbed branded described their his its")
"""Before words in marks, these show that they are a part of the clause before: "described it as “fair,” AFP said"."""

CONTENT: Final = nouns.words("that to : whether how why if")
"""Behind a verb, these show that what is said follows it."""

THINKING: Final = nouns.words("believe think expect hope fear doubt want agree plan consider feel intend")
"""Verbs of what several think, which one of them reports at the end: "A and B agree that …, A’s minister said"."""


def is_tail_like(unit: Passage, hit: Hit) -> bool:
    """Whether a verb with its subject ends a sentence behind a comma: "…, sources told X."."""
    first, last = (hit.place, hit.last) if hit.rule == "inverted" else (start_of(unit, hit), hit.place + 1)
    is_closing = first > 0 and (unit.words[first - 1].low == "," or is_closing_words(unit, hit, first))
    if not is_closing or hit.cue is None or hit.cue.lemma not in ENDING:
        return False
    is_last = len(unit.words) - last <= LONGEST_TAIL or unit.sentence.low(last) == ","
    return is_last or tells_only_when(unit, hit, last)


def is_closing_words(unit: Passage, hit: Hit, place: int) -> bool:
    """Whether a medium stands behind words in marks that a clause of others ends with: "would be “fatal,” says AFP"."""
    is_medium = hit.subject is not None and is_outlet(hit.subject)
    is_part = place > 1 and unit.words[place - 1].text == QUOTED and unit.words[place - 2].is_word
    return is_medium and is_part and (hit.rule == "inverted" or unit.sentence.low(place - 2) in GOVERNING)


def start_of(unit: Passage, hit: Hit) -> int:
    """Return where the subject of a verb begins, and not the quotation that the verb closes."""
    is_closing = hit.subject is not None and hit.first < hit.subject.first and unit.words[hit.first].text == QUOTED
    return hit.subject.first if is_closing and hit.subject is not None else hit.first


def tells_only_when(unit: Passage, hit: Hit, place: int) -> bool:
    """Whether only when, where and to whom somebody said so follows a verb: "…, Li told the press after the talks."."""
    if hit.cue is not None and hit.cue.lemma == "tell":
        near = range(place, min(place + LONGEST_HEARER, len(unit.words)))
        place = next((at for at in near if unit.words[at].low in OCCASIONS or unit.words[at].low == ","), place)
    behind = unit.words[place:]
    is_open = bool(behind) and behind[0].low not in OCCASIONS and behind[0].low != ","
    if is_open and hit.cue is not None and hit.cue.lemma == "tell" and len(behind) <= LONGEST_HEARER + 1:
        return bool(HEARERS & {token.low for token in behind[:-1]}) and not any(m.first >= place for m in unit.named)
    if not behind or (behind[0].low not in OCCASIONS and behind[0].low != ","):
        return False
    is_content = any(token.low in CONTENT or token.text == QUOTED for token in behind)
    return not is_content and not any(m.kind == "pronoun" for m in unit.named if m.first >= place)


def is_tail(unit: Passage, outer: Hit, hit: Hit) -> bool:
    """Whether the end of a sentence says who says, or passes on, the words before it."""
    if outer.cue is None or hit.subject is None or outer.subject is None or not is_tail_like(unit, hit):
        return False
    if any(token.text == QUOTED for token in unit.words[: hit.place]):
        is_passed = is_passed_at_end(outer, hit) or is_passed_by_others(unit, outer, hit)
        return is_passed or is_thought(unit, outer, hit)
    if hit.subject.kind == "pronoun":
        return hit.subject.name in {"he", "she"} and outer.subject.kind in {"state", "body", "group"}
    return hit.subject.name != outer.subject.name


def is_holder(subject: Naming) -> bool:
    """Whether an office is one that a single person holds in a state: "…, claims the Kenyan president"."""
    is_alone = subject.kind == "office" and not subject.is_plural and (subject.is_definite or subject.state is not None)
    is_top = subject.head == "diplomat" and bool({"top", "chief"} & set(subject.name.lower().split()))
    return is_alone and (subject.head in HOLDERS or is_top or "diplomacy" in subject.name.lower().split())


def is_passed_at_end(outer: Hit, hit: Hit) -> bool:
    """Whether others pass on a quotation whose speaker stands before them: "“No,” he said, sources told AFP"."""
    is_next = outer.last == hit.first - 1 and outer.cue is not None and outer.cue.lemma in ENDING
    return is_next and hit.subject is not None and hit.subject.kind != "pronoun"


def is_passed_by_others(unit: Passage, outer: Hit, hit: Hit) -> bool:
    """Whether a medium or sources pass on what a verb before its quotation reports: "A called it “fair”, AFP said"."""
    others, last = hit.subject, start_of(unit, hit)
    if others is None or outer.subject is None or outer.subject.kind == "text":
        return False
    is_source = is_outlet(others) or (others.kind == "group" and others.is_plural)
    return is_source and any(token.text == QUOTED for token in unit.words[outer.place : last])


def is_passed_over(unit: Passage, outer: Hit, hit: Hit) -> bool:
    """Whether a medium ends a sentence with several verbs: "A called it “fair” after a note urging B, AFP said"."""
    is_medium = hit.subject is not None and is_outlet(hit.subject) and outer.cue is not None
    return is_medium and is_tail_like(unit, hit) and is_passed_by_others(unit, outer, hit)


def is_thought(unit: Passage, outer: Hit, hit: Hit) -> bool:
    """Whether one person tells in own words what others think: "A and B want a “strong” union, Li said"."""
    if outer.cue is None or outer.subject is None or hit.subject is None:
        return False
    is_of_others = outer.cue.form == "s" and bool(hit.subject.role) and outer.subject.kind in {"state", "body"}
    is_of_others = is_of_others and not is_outlet(outer.subject)
    if outer.cue.lemma not in THINKING and not is_of_others:  # or what a state asks for, as its minister says
        return False
    is_person = hit.subject.kind == "person" or (hit.subject.kind == "name" and not is_outlet(hit.subject))
    is_person = is_person or hit.subject.name in {"he", "she"}
    is_person = is_person or (hit.subject.name == "they" and outer.subject.kind == "state")
    are_several = bool(outer.together) or outer.subject.kind in {"state", "body", "group", "office"}
    return is_person and are_several and unit.words[-1].text != QUOTED


def is_source_before(unit: Passage, source: Hit, hit: Hit) -> bool:
    """Whether who ends a sentence says what a text is named for: "They are ours according to the treaty, Li said"."""
    if source.rule != "according-to" or source.subject is None or not source.place or not is_tail_like(unit, hit):
        return False
    is_person = hit.subject is not None and hit.subject.kind in {"person", "name"} and not is_outlet(hit.subject)
    is_one = source.subject.kind == "person" or is_outlet(source.subject) or source.subject.kind == "group"
    return is_person and not is_one and unit.sentence.low(source.place - 1) != ","


def with_tail(unit: Passage, outer: Hit, hit: Hit) -> Hit:
    """Return a verb with the person who says it at the end of the sentence, or with those who pass it on."""
    subject = hit.subject
    is_report = hit.cue is not None and hit.cue.lemma == "report" and subject is not None and not subject.role
    is_one = subject is not None and (subject.kind in {"person", "name", "pronoun"} or is_holder(subject))
    if subject is not None and is_one and not (is_report or is_outlet(subject)):
        return attrs.evolve(outer, subject=subject, together=(), rule="tail")
    is_told = hit.cue is not None and hit.cue.lemma == "tell"
    told = [mention for mention in unit.named if is_told and mention.first == hit.place + 1]
    return attrs.evolve(outer, via=(*told, *([subject] if subject is not None else [])))
