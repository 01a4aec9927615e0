"""Texts that are somebody's own words: the turns of a transcript, and a statement or speech as a whole."""

import itertools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import named_parties
from diplo_events.drafting._english.nouns import MEDIA, words
from diplo_events.drafting._parts.layout import Block, Layout
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting._speech.joint_texts import each_state, tells_of_leaders
from diplo_events.drafting._speech.labels import QUESTIONS, is_of_medium, issuers, labelled, unnamed
from diplo_events.drafting._speech.reported import reported
from diplo_events.drafting._speech.restated import with_speakers_of_headlines
from diplo_events.drafting._speech.whole_texts import FIRST_PERSON, is_frame, is_readout, speaker_of_text
from diplo_events.vocab import Section
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["turns"]

OFFICE_OF_OTHERS: Final = re.compile(r"\b(?:[Ss]pokes(?:person|man|woman)|[Pp]ress [Ss]ecretary)\b")
"""Offices of those who tell what others do."""

ALONE: Final = words("quoted-subject continued headline-quote")
"""Rules by which words in quotation marks are nobody's but those of the turn."""


def turns(
    text: str, parts: Layout, found: Sequence[Passage], actors: Actors, *, is_english: bool = True
) -> list[Reported]:
    """Return the paragraphs of somebody's own words, each as one statement."""
    whole = speaker_of_text(text, parts) if not parts.is_transcript else None
    by_other = whole is not None and OFFICE_OF_OTHERS.search(text[slice(*whole)]) is not None
    is_told = whole is not None and (
        (by_other and tells_of_leaders(text, parts, whole, found)) or is_readout(text, parts, whole)
    )
    written = text[slice(*whole)] if whole is not None and not is_told else ""
    several = issuers(each_state(written) or written, actors) if written else None
    result: list[Reported] = []
    of_block = {block.start: list(those) for block, those in itertools.groupby(found, key=attrgetter("block"))}
    for block in parts.blocks:
        within = of_block.get(block.start, [])
        label = block.speaker or whole
        if label is None or is_told or block.section is Section.HEADLINE or block.end <= block.start:
            if (parts.is_transcript or is_told) and block.end > block.start:
                result.extend(reported(text, within, actors))
                if is_told and whole is not None:
                    result.extend(own_sentences(text, block, within, speaker(text, whole, actors)))
                continue
            for unit in within if is_english else ():
                named_parties(text, unit, actors)
            continue
        if not block.speaker and is_frame(text, block):
            continue
        party = speaker(text, label, actors) if block.speaker else (several or speaker(text, label, actors))
        for one in party.members or (party,):
            one.is_speaker = True
        actors.focus(party)
        result.append(turn(text, block, party, label if block.speaker else None))
        result.extend(voices(text, within, party, actors))
    with_speakers_of_headlines(text, result)
    return result


def own_sentences(text: str, block: Block, found: Sequence[Passage], party: Party) -> Iterator[Reported]:
    """Return the sentences in the first person of a spokesperson who tells of others."""
    for unit in found:
        if FIRST_PERSON.search(text, unit.start, unit.end):
            item = turn(text, block, party, None)
            item.start, item.end = unit.start, unit.end
            party.is_speaker = True
            yield item


def turn(text: str, block: Block, party: Party, label: tuple[int, int] | None) -> Reported:
    """Return a paragraph of somebody's own words as one statement."""
    written = text[slice(*label)].strip() if label is not None else ""
    is_asker = QUESTIONS.fullmatch(written) is not None or is_of_medium(written)
    is_question = label is not None and (is_asker or bool(party.heads & MEDIA) or party.kind == "body")
    rule = "turn" if label is not None else "whole-text"
    item = Reported(block.start, block.end, block.section, rule, party, party.members or (party,), (party,))
    item.is_turn = True
    item.acts = (SpeechAct.QUESTION,) if is_question else (SpeechAct.STATE, SpeechAct.REPORT)
    item.verb = "question-turn" if is_question else "turn"
    return item


def voices(text: str, found: Sequence[Passage], party: Party, actors: Actors) -> list[Reported]:
    """Return what somebody reports in a turn of others in quotation marks: "The ministry called it “a joke”"."""
    actors.barred.append(party)
    said = reported(text, found, actors)
    return [item for item in said if item.quotes and item.speaker is not party and item.rule not in ALONE]


def speaker(text: str, label: tuple[int, int], actors: Actors) -> Party:
    """Return whom the label of a turn names."""
    written = text[slice(*label)].strip()
    if QUESTIONS.fullmatch(written):
        return unnamed("Questioner", f"{written}." if text[label[1] : label[1] + 1] == "." else written, actors)
    return labelled(written, actors)
