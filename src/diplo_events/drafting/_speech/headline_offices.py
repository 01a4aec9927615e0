"""Who speaks in a headline: whom its label names, "Li: Norland hopes …", and who holds an office without a name."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party, holds_office, is_voice_of
from diplo_events.drafting._actors.who_is_meant import party_of
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.likely_statements import is_label_of_speaker
from diplo_events.vocab import Section

__all__ = ["before_headline", "with_bare_names", "with_holders"]

PARAGRAPH: Final = re.compile(r"[ .”\"’]*\r?\n\s*")
"""What parts the end of a sentence from the next paragraph."""

WITH_NAME: Final = re.compile(r"\b(?:with|met|meet|meets|meeting) [A-Z][\w’'-]+ [A-Z]")
"""Beside a name, these show that somebody else is named with it."""

ANONYMOUS: Final = words("official source diplomat aide adviser spokesman spokeswoman spokesperson witness lawyer")
"""Offices that are many people’s."""

ABOVE: Final = frozenset({Section.HEADLINE, Section.STANDFIRST})
"""The parts of a text above its body, in which an office names whoever holds it."""


def with_holders(said: Sequence[Reported], parties: Sequence[Party]) -> None:
    """Find who is meant by an office above the text: the one person whom the text gives it."""
    for item in said:
        office = item.speaker
        if office is None or office.kind != "office" or office.is_named:
            continue
        if office.is_plural or item.speakers != (office,):
            continue
        held = [party for party in parties if holds_office(office, party)]
        if item.section not in ABOVE and "diplomat" not in office.heads:
            held = [party for party in held if party.state is not None]
            held = held or [party for party in parties if is_voice_of(office, party)]
        if len(held) == 1:
            item.speaker, item.speakers = held[0], (held[0],)
            item.others = tuple(dict.fromkeys((held[0], *(other for other in item.others if other is not office))))[:2]
            held[0].is_speaker = True


def with_bare_names(text: str, said: Sequence[Reported], actors: Actors) -> None:
    """Find who is meant by an office of the lead: who begins the next paragraph with a name and no office.

    As in "…, the head of the Lake Fund said on Monday", and below it "Ana Reis was speaking in Oslo".
    """
    first = next((item for item in said if item.section not in ABOVE and is_office(item.speaker)), None)
    office = first.speaker if first is not None else None
    if first is None or office is None:
        return
    gap = PARAGRAPH.match(text, first.end)
    named = actors.by_place.get(gap.end()) if gap is not None else None
    is_one = named is not None and named.kind in {"person", "name"} and " " in named.name and not named.roles
    is_known = re.search(rf"\b[Aa]n? (?:\w+ ){{0,3}}{re.escape(office.name)}", text, re.IGNORECASE) is None
    if gap is None or named is None or not is_one or not is_known or office.heads & ANONYMOUS:
        return
    if WITH_NAME.search(text, gap.end(), text.find("\n", gap.end()) % (len(text) + 1)):
        return  # Ana Reis is due to meet Tom Hale: either may hold it
    for item in said:
        if item.speaker is office and item.speakers == (office,):
            item.speaker, item.speakers = named, (named,)
            item.others = tuple(dict.fromkeys((named, *(other for other in item.others if other is not office))))[:2]
            named.is_speaker = True


def is_office(speaker: Party | None) -> bool:
    """Whether somebody is known only by an office that one person holds."""
    return speaker is not None and speaker.kind == "office" and not (speaker.is_named or speaker.is_plural)


def before_headline(context: Context, hits: Sequence[Hit]) -> Party | None:
    """Return who is named before the colon of a headline, and so says what others hope or do in it."""
    unit = context.unit
    label = next((m for m in unit.named if m.first == 0), None)
    if unit.block.section is not Section.HEADLINE or label is None or unit.sentence.low(label.last) != ":":
        return None
    subjects = [hit.subject for hit in hits if hit.subject is not None]
    is_own = bool(subjects) and all(one.name in {"i", "we"} for one in subjects)
    is_others = all(one.first > label.last and one.kind in {"state", "body", "pronoun"} for one in subjects)
    is_voice = label.kind == "office" or bool(label.role)
    is_voice = is_voice or is_label_of_speaker(context.text, context.text[unit.start : unit.end])
    if not is_own and not (is_others and is_voice):
        return None
    return party_of(label, context.parties, context.actors) if label.kind in {"person", "office", "name"} else None
