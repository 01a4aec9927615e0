"""Whose words are those of a text: "The resolution “condemns” it", "Joint statement by A and B: “…”"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import party_of
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import ISSUING
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.text_nouns import TEXTS, of_text
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context

__all__ = ["is_of_issued", "of_text_before", "of_text_beside", "of_text_with_colon"]

FIRST_BY: Final = 6
"""Among how many words of a label "by" names whose text it is."""

OF_TEXTS: Final = words("text text-again text-pronoun text-issued")
"""Rules by which those are found whose text says something."""

AIMS: Final = words(
    """
    mandate aim aims goal goals mission objective objectives task purpose motto slogan message policy position demand
    demands stance answer reply response verdict conclusion view charter credo mantra refrain
    """
)
"""Nouns of what somebody means to do or to say, in their own words."""
POSTS: Final = words("tweet post message caption reply comment telegram toast")
"""Texts of which a sentence says what they were: "Reis’s first tweet was “…”"."""
NEAR_AIM: Final = 4
"""How many words may stand between an owner and such a noun: "The mission’s new 2012 mandate"."""
FAR_TEXT: Final = 6
"""Among how many words of a sentence its subject is a text."""
FAR_ASIDE: Final = 16
"""How many words before its quotation a text stands with an aside behind it."""

ISSUED_NEAR: Final = 4
"""How many words before a text the verb that issued it stands."""


def of_text_beside(context: Context, place: int) -> tuple[str, Party] | None:  # noqa: PLR0911  (a decision table)
    """Return whose text says what stands behind it in marks: "The resolution “condemns” it", "a law that “bans” it"."""
    words_ = context.unit.words
    is_it = place > 0 and words_[place - 1].low == "it" and (place < 2 or words_[place - 2].low not in CUES)  # noqa: PLR2004  (the word before "it")
    if is_it and (whose := last_issuer(context)) is not None:
        return "text-again", whose
    if (named := owner_of_aim(context, place) or named_in_aside(context, place)) is not None:
        return "text-issued", named
    if place and words_[place - 1].low == ":" and (found := of_text_subject(context, place)) is not None:
        return found
    at = place - 2 if place > 1 and words_[place - 1].low in {"that", "which"} else place - 1
    if at < 0 or words_[at].low not in TEXTS:
        return None
    if at == place - 1:
        whose = context.actors.issuers.of(words_[at].low)
        return ("text-again", whose) if whose is not None else None
    if not ISSUING & {token.low for token in words_[max(0, at - ISSUED_NEAR) : at]}:
        return None
    subject = sentence_subject(context.unit.sentence, at)
    party = party_of(subject, context.parties, context.actors) if subject is not None else None
    return ("text-issued", party) if party is not None else None


def of_text_subject(context: Context, colon: int) -> tuple[str, Party] | None:
    """Return whose text a sentence tells of that ends with a colon and words: "The ministry’s letter ended: “…”"."""
    sentence = context.unit.sentence
    at = next((at for at in range(min(colon, FAR_TEXT)) if sentence.low(at) in TEXTS), None)
    if at is None or any(sentence.low(place) in {",", ";"} for place in range(colon - 1)):
        return None
    mention = of_text(sentence, at).mention
    if mention is None or mention.kind == "pronoun" or mention.first > at:
        return None
    if mention.kind == "text":
        issuer = context.actors.issuers.of(sentence.low(at))
        return ("text-again", issuer) if issuer is not None else None
    party = party_of(mention, context.parties, context.actors)
    return ("text", party) if party is not None else None


def owner_of_aim(context: Context, place: int) -> Party | None:
    """Return whose mandate, aim or message the words in marks are: "The mission’s mandate was to “keep watch”"."""
    sentence = context.unit.sentence
    at = place - 1
    while at > 0 and sentence.low(at) in {"to", ":", ";", ",", "as", "a", "an", "the"}:
        at -= 1
    if sentence.low(at) not in {"is", "was", "are", "were", "read", "reads"}:
        return None
    noun = at - 1 - (sentence.low(at - 1) in {"also", "then", "still"})
    owner = next((m for m in context.unit.named if m.is_owner and 0 < noun - m.last <= NEAR_AIM), None)
    if owner is not None and sentence.low(noun) in POSTS and sentence.low(place - 1) not in {"a", "an", "the"}:
        pass  # Reis’s first tweet was “…”
    elif owner is None and sentence.low(noun) not in AIMS:
        owner = next((m for m in context.unit.named if m.last == noun + 1 and m.first > 1), None)
        is_of = (
            owner is not None
            and sentence.low(owner.first - 1) in {"of", "by"}
            and sentence.low(owner.first - 2) in AIMS
        )
        owner = owner if is_of else None
    elif sentence.low(noun) not in AIMS:
        owner = None
    return party_of(owner, context.parties, context.actors) if owner is not None and owner.kind != "pronoun" else None


def of_text_before(context: Context, subject: Naming | None) -> Party | None:
    """Return whose text "it" is, where the sentence before quoted one: "It also set a deadline: “…”"."""
    last, unit = context.last, context.unit
    if last is None or last.speaker is None or subject is None or subject.first or subject.name != "it":
        return None
    is_text = last.rule in OF_TEXTS and bool(last.quotes) and last.section is unit.block.section
    is_near = "\n" not in context.text[last.end : unit.start]
    return last.speaker if is_text and is_near and any(token.low == ":" for token in unit.words) else None


def last_issuer(context: Context) -> Party | None:
    """Return who issued a text in the sentence before: "Reis issued a statement. It “urges” restraint"."""
    before = context.text[context.unit.block.start : context.unit.start].strip()
    told = re.findall(r"[\w-]+", re.split(r"[.!?] ", before)[-1].lower())
    issued = next((word for word in reversed(told) if word in TEXTS), None)
    return context.actors.issuers.of(issued) if issued is not None else None


def named_in_aside(context: Context, place: int) -> Party | None:
    """Return who issued a text, by an aside between it and its words: "The letter, signed by Li, “urges” restraint"."""
    sentence = context.unit.sentence
    if sentence.low(place - 1) != ",":
        return None
    opening = next((at for at in range(place - 2, max(0, place - FAR_ASIDE), -1) if sentence.low(at) == ","), 0)
    if not opening or sentence.low(opening - 1) not in TEXTS or sentence.low(opening + 1) not in ISSUING:
        return None
    mention = of_text(sentence, opening - 1).mention
    return party_of(mention, context.parties, context.actors) if mention is not None else None


def is_of_issued(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a subject issues a text whose words stand behind a colon: "the ministry issued a statement …: “…”"."""
    between = {token.low for token in unit.words[subject.last : place]}
    return bool(between & TEXTS) and bool(between & ISSUING)


def of_text_with_colon(context: Context) -> Party | None:
    """Return whose text stands behind a colon: "Joint statement by A, B and C: “…”"."""
    words_ = context.unit.words
    by = next((at for at in range(1, min(FIRST_BY, len(words_))) if words_[at].low in {"by", "from", "of"}), 0)
    if not by or words_[by - 1].low not in TEXTS:
        by = next((at for at in range(1, len(words_)) if is_issued(words_, at) and is_of_colon(context, at)), 0)
    colon = next((at for at in range(by, len(words_)) if words_[at].low == ":"), 0)
    if not by or not colon or words_[by - 1].low not in TEXTS or words_[colon + 1 : colon + 2] == ():
        return None
    mention = next((m for m in context.unit.named if m.first - by in {1, 2}), None)
    if mention is None or words_[colon + 1].text != QUOTED:
        return None
    party = party_of(mention, context.parties, context.actors)
    if party is not None and not party.is_named and mention.last < colon:
        party.spellings[" ".join(context.text[mention.start : words_[colon - 1].end].split())] = None
    return party


def is_issued(words_: Sequence[Token], place: int) -> bool:
    """Whether "by" or "from" stands behind a text: "the following statement from the king"."""
    return words_[place].low in {"by", "from"} and words_[place - 1].low in TEXTS


def is_of_colon(context: Context, place: int) -> bool:
    """Whether who stands behind a place is all that parts it from a colon."""
    words_ = context.unit.words
    return any(
        m.first - place in {1, 2} and m.last < len(words_) and words_[m.last].low == ":" for m in context.unit.named
    )
