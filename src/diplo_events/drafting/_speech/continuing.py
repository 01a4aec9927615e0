"""Whether a quotation without a verb of saying goes on what was said last."""

from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.terms import SIGNS

__all__ = ["BARE", "goes_on", "is_at_length"]

BARE: Final = 3
"""How many words may stand beside a quotation that goes on another one: "and", "then"."""

LENGTHY: Final = 25
"""How many words a paragraph has at least that quotes a text and not an answer."""

PEOPLE: Final = words("person name")


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
