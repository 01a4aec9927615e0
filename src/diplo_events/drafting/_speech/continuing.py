"""Whether a quotation without a verb of saying goes on what was said last."""

import itertools
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.terms import SIGNS

__all__ = ["BARE", "goes_on", "is_at_length", "is_told_on", "with_surrounded"]

BARE: Final = 3
"""How many words may stand beside a quotation that goes on another one: "and", "then"."""

LENGTHY: Final = 25
"""How many words a paragraph has at least that quotes a text and not an answer."""

NEAR_TOLD: Final = 200
"""How many characters behind what somebody said more of it may follow that no verb reports."""
FIRST_TOLD: Final = 6
"""Among how many words of a sentence "he" or "she" stands there."""

BESIDE: Final = 3
"""How many characters part two passages of one sentence at most."""

NAMED: Final = words("called named dubbed known labelled labeled branded as")
"""Before words in marks, these show that others use them."""

PEOPLE: Final = words("person name")
PLAIN: Final = words(
    """
    subject subject-aside subject-over-phrase apposition inverted pronoun-he pronoun-she pronoun-again participle
    coordinated continued according-to relative initial-participle text text-near
    """
)
"""Rules that find a speaker by a verb in the sentence itself."""


def goes_on(context: Context, last: Reported, beside: int) -> bool:
    """Whether a quotation without a verb goes on what was said last."""
    block = context.unit.block
    if beside > BARE or block.speaker is not None or last.section is not block.section:
        return False
    if beside and any(is_other(context, mention, last) for mention in context.unit.named):
        return False
    if any(token.low in SIGNS | {"another"} for token in context.unit.words[:2]):
        return False  # One sign read “Go home”. Another said “No”.
    return bool(last.quotes) or not beside


def is_other(context: Context, mention: Naming, last: Reported) -> bool:
    """Whether somebody else than who spoke last is named beside a quotation: "Li shot back: “No.”"."""
    party = (
        context.parties.get(mention.start)
        if mention.kind in PEOPLE and context.unit.sentence.is_free(mention)
        else None
    )
    return party is not None and party is not last.speaker and party not in last.speakers


def is_at_length(context: Context, speaker: Party) -> bool:
    """Whether a whole paragraph quotes whoever issued a text of which the one before told."""
    unit = context.unit
    count = len(context.text[unit.start : unit.end].split())
    return (
        unit.opens_block
        and count >= LENGTHY
        and speaker.is_person
        and speaker in context.actors.issuers.by_text.values()
    )


def is_told_on(context: Context, subject: Naming, party: Party, place: int) -> bool:
    """Whether what somebody said goes on without a verb: "Reis said she would go. She would be “firm”"."""
    last, unit = context.last, context.unit
    is_next = last is not None and last.speaker is party and unit.start - last.end <= NEAR_TOLD
    is_would = unit.sentence.low(subject.last) == "would"
    is_called = unit.sentence.low(place - 1) in NAMED or unit.sentence.low(place + 1) == "by"
    return is_next and not is_called and is_would and subject.name in {"he", "she"} and subject.first <= FIRST_TOLD


def with_surrounded(said: Sequence[Reported]) -> None:
    """Fill in who speaks where a sentence quotes without a verb, and whoever spoke before it speaks next as well."""
    for before, item in itertools.pairwise(said):
        is_same = before.speaker is item.speaker and item.start - before.end <= BESIDE
        if (before.rule, item.rule) == ("pronoun-again", "participle-pronoun") and is_same:
            item.rule = "participle"  # It condemned the raid, calling it “weak”
    for before, item, after in zip(said, said[1:], said[2:], strict=False):
        is_same = before.speaker is item.speaker is after.speaker and before.section is item.section
        is_plain = before.rule in PLAIN and after.rule in PLAIN
        if item.rule == "quoted-subject" and item.speaker is not None and is_same and is_plain:
            item.rule = "continued"
