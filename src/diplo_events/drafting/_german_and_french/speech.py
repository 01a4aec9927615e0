"""What news in German and French reports that somebody said."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._german_and_french.phrases import Phrase, party_of, phrases
from diplo_events.drafting._german_and_french.sources import ASKED, FAR, Reader, beside, source_of
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting._speech.restated import with_speakers_of_headlines
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["reported_abroad"]


LONGEST_TITLE: Final = 6
"""How many words the name of a newspaper or a film has at most."""

TITLED: Final = re.compile(
    r"(?:[Zz]eitung|[Mm]agazin|[Bb]latt|[Ss]ender|[Nn]achrichtenportal|[Tt]itel|quotidien|journal|magazine|intitulée?s?|[Bb]uch|livre|opération|Operation|so?genannte\w*)\s*\Z"
)
"""Before words in quotation marks, these show that they are a name."""


def reported_abroad(text: str, found: Sequence[Passage], actors: Actors, grammar: Grammar) -> list[Reported]:
    """Return what the sentences of a text report that somebody said, and make its actors known."""
    result: list[Reported] = []
    for unit in found:
        named = tuple(phrases(unit.words, grammar, text))
        reader = Reader(text, unit, grammar, actors, named, result[-1] if result else None)
        rule, phrase, cue = source_of(reader)
        if phrase is not None and phrase.kind != "pronoun":
            named = tuple(item for item in named if item.last <= phrase.first or item.first >= phrase.last)
        earlier: Phrase | None = None
        for item in appositions(reader, named):
            party = party_of(item, actors, grammar) if item.kind != "pronoun" else None
            if party is not None and earlier is not None and is_and(unit.words, earlier, item):
                party.heads.update(re.findall(r"\w+", earlier.role.lower()))
            earlier = item
        party = resolved(reader, phrase, rule)
        quotes = [
            (mark.start, mark.end)
            for mark in unit.quotations
            if not is_title(text, mark.outer_start, mark.start, mark.end)
        ]
        if not rule and quotes:
            rule, party = alone(reader)
        if not rule:
            focus(reader)
            continue
        result.append(said(reader, rule, party, quotes, cue))
    with_speakers_of_headlines(text, result)
    return result


def appositions(reader: Reader, named: Sequence[Phrase]) -> Iterator[Phrase]:
    """List those who are named, an office with the name behind its comma as one: "son homologue, X"."""
    last = 0
    for item in named:
        whole = beside(reader, item)
        if item.first >= last:
            yield whole
        last = max(last, whole.last)


def is_and(words: Sequence[Token], one: Phrase, other: Phrase) -> bool:
    """Whether two persons share the office before the first: "die Minister A und B"."""
    beside_it = one.last + 1 == other.first and words[one.last].low in {"und", "et"}
    return beside_it and one.kind == "person" and other.kind in {"person", "name"} and not other.role


def said(reader: Reader, rule: str, party: Party | None, quotes: list[tuple[int, int]], cue: int | None) -> Reported:
    """Return a sentence as something that somebody said."""
    unit, last = reader.unit, reader.last
    item = Reported(unit.start, unit.end, unit.block.section, f"{reader.grammar.code}-{rule}", party)
    item.speakers = (party,) if party is not None else ()
    likely = (party, last.speaker if last is not None else None, *reversed(reader.actors.recent[-6:]))
    item.others = tuple(dict.fromkeys(other for other in likely if other is not None))[:2]
    item.quotes = quotes
    if cue is not None:
        token = reader.words[cue]
        item.cue, item.verb = (token.start, token.end), token.low
        word = ASKED.sub("", token.low)
        item.acts = (
            reader.grammar.finite.get(word)
            or reader.grammar.participles.get(word)
            or (SpeechAct.STATE, SpeechAct.REPORT)
        )
    if party is not None:
        party.is_speaker = True
        reader.actors.focus(party)
    return item


def is_title(text: str, outer: int, start: int, end: int) -> bool:
    """Whether words in quotation marks are a name: of a newspaper, of a film."""
    return TITLED.search(text, max(0, outer - 24), outer) is not None and len(text[start:end].split()) <= LONGEST_TITLE


def focus(reader: Reader) -> None:
    """Make the subject of a sentence that reports nothing the one whom the next pronoun means."""
    people = [item for item in reader.named if item.kind in {"person", "office"}]
    if people and people[0].first <= FAR and (party := party_of(people[0], reader.actors, reader.grammar)) is not None:
        reader.actors.focus(party)


def resolved(reader: Reader, phrase: Phrase | None, rule: str) -> Party | None:
    """Return whom the words mean."""
    if phrase is None:
        return reader.last.speaker if rule in {"unnamed", "subjunctive"} and reader.last is not None else None
    if (
        phrase.kind in {"person", "office"}
        and re.search(r"(?i)kolleg|homologue", phrase.role)
        and phrase.kind == "office"
    ):
        return colleague(reader, phrase) or party_of(phrase, reader.actors, reader.grammar)
    return party_of(phrase, reader.actors, reader.grammar)


def colleague(reader: Reader, phrase: Phrase) -> Party | None:
    """Return the other one of two: "ihr rumänischer Kollege"."""
    last = reader.last.speaker if reader.last is not None else None
    people = [p for p in dict.fromkeys(reversed(reader.actors.recent)) if p.kind == "person" and p is not last]
    fitting = [p for p in people if p.state is None or not phrase.state or p.state.code == phrase.state]
    fitting = [p for p in fitting if p.gender in {"", phrase.gender}]
    alike = [p for p in fitting if last is not None and p.heads & last.heads]
    return next(iter(alike or fitting), None)


def alone(reader: Reader) -> tuple[str, Party | None]:
    """Return who may say words in quotation marks that no verb of saying stands beside."""
    unit, last = reader.unit, reader.last
    beside_words = [token for token in unit.words if token.is_word and token.text != QUOTED]
    if last is not None and len(beside_words) <= 2:  # noqa: PLR2004  (nothing but a conjunction)
        return "continued", last.speaker
    people = list(itertools.islice((item for item in reader.named if item.kind in {"person", "pronoun"}), 1))
    party = party_of(people[0], reader.actors, reader.grammar) if people else None
    return "quoted", party or (last.speaker if last is not None else None)
