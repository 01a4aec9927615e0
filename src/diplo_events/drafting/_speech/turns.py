"""Texts that are somebody's own words: the turns of a transcript, and a statement or speech as a whole."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors, Party
from diplo_events.drafting._actors.parties import named_parties
from diplo_events.drafting._english.mentions import Naming, mentions
from diplo_events.drafting._english.nouns import MEDIA
from diplo_events.drafting._english.tokens import tokens
from diplo_events.drafting._parts.layout import Layout
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.reported import Reported
from diplo_events.vocab import Section, UncodedReason
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["speaker_of_text", "turns"]

OF_SOMEBODY: Final = re.compile(
    r"(?:Joint )?(?:Press )?(?:Statement|Remarks|Address|Speech|Message|Letter|Declaration)(?: (?:by|of|from)) "
    r"(?:the )?"
    r"(?P<who>[A-Z](?:[^,:;]|, (?=(?-i:[A-Z]))|, and )*?)"
    r"(?= (?:on|at|in|to|after|before|following|regarding|about|for|upon|during|with)\b"
    r"|,(?! (?-i:[A-Z])|\sand )|[:;]|\Z)",
    re.IGNORECASE,
)
THEIR_STATEMENT: Final = re.compile(
    r"(?P<who>(?:[A-Z0-9][\w-]* ){0,3}(?:Leaders|Ministers|Presidents|Members|Troika|Quad))(?:['’]s?)? "
    r"(?:Joint )?(?:Statement|Declaration|Communiqué)\b"
)
"""A headline that names several whose text it is: "G7 Foreign Ministers’ Statement on Norland"."""

RELEASED: Final = re.compile(
    r"(?:statement|text|declaration|communiqué) was (?:jointly )?(?:released|issued|adopted) (?:jointly )?by (?:the )?"
    r"(?P<who>[A-Z].*?)(?= (?:on|at|in|following|upon)\b|[.:]|\Z)"
)
QUESTIONS: Final = re.compile(r"Q\d?|Question", re.IGNORECASE)


def speaker_of_text(text: str, parts: Layout) -> tuple[int, int] | None:
    """Return who speaks throughout a text, as its headline says: "Statement by X on Y"; `None` if it does not."""
    if parts.headline is None:
        return None
    match = OF_SOMEBODY.match(text, *parts.headline) or THEIR_STATEMENT.match(text, *parts.headline)
    if match is None:
        lines = (RELEASED.search(text, *span[:2]) for span in parts.uncoded if span[2] is UncodedReason.ATTRIBUTION)
        match = next((line for line in lines if line is not None), None)
    return match.span("who") if match else None


def turns(text: str, parts: Layout, found: Sequence[Passage], actors: Actors) -> list[Reported]:
    """Return the paragraphs of somebody's own words, each as one statement."""
    for unit in found:
        named_parties(text, unit, actors)
    whole = speaker_of_text(text, parts) if not parts.is_transcript else None
    result: list[Reported] = []
    for block in parts.blocks:
        label = block.speaker or whole
        if label is None or block.section is Section.HEADLINE or block.end <= block.start:
            continue
        party = speaker(text, label, actors)
        party.is_speaker = True
        is_asker = QUESTIONS.fullmatch(text[slice(*label)]) is not None or party.heads & MEDIA or party.kind == "body"
        is_question = block.speaker is not None and bool(is_asker)
        item = Reported(
            block.start, block.end, block.section, "turn" if block.speaker else "whole-text", party, (party,), (party,)
        )
        item.is_turn = True
        item.acts = (SpeechAct.QUESTION,) if is_question else (SpeechAct.STATE, SpeechAct.REPORT)
        item.verb = "question-turn" if is_question else "turn"
        result.append(item)
    return result


def speaker(text: str, label: tuple[int, int], actors: Actors) -> Party:
    """Return whom the label of a turn names."""
    written = text[slice(*label)].strip()
    if QUESTIONS.fullmatch(written):
        return unnamed("Questioner", f"{written}." if text[label[1] : label[1] + 1] == "." else written, actors)
    name = written.title() if written.isupper() else written
    words = tokens(name, 0, len(name), [])
    found = mentions(name, words, {word.text for word in words})
    if not found and written.isupper():
        return unnamed(written, written, actors)
    if found and (found[0].kind in {"person", "name"} or (found[0].kind == "body" and found[0].last == len(words))):
        party = actors.find(found[0])
        if party is not None:
            party.spellings[written] = None
            return party
    office = re.sub(r"\A(?:the|mr\.|ms\.|mrs\.|dr\.)\s+", "", name, flags=re.IGNORECASE)
    if re.match(r"(?:mr|ms|mrs|dr)\.", name, re.IGNORECASE):
        party = actors.known(Naming(0, 1, 0, 0, "person", office.title(), head=""))
        if party is not None:
            party.spellings[written] = None
            return party
    return unnamed(office[0].upper() + office[1:].lower(), written, actors)


def unnamed(name: str, spelling: str, actors: Actors) -> Party:
    """Return a speaker without a name."""
    for party in actors.parties:
        if party.name == name:
            return party
    party = Party(name, "office", is_named=False)
    party.spellings[spelling] = None
    actors.parties.append(party)
    return party
