"""Everything that the rules find in a text, before it becomes records."""

import bisect
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._english.mentions import mentions
from diplo_events.drafting._english.tokens import tokens
from diplo_events.drafting._events.deeds import Deed, deeds
from diplo_events.drafting._events.encounter import Encounter, with_travellers
from diplo_events.drafting._events.likely_meetings import likely_encounters
from diplo_events.drafting._events.meetings import encounters
from diplo_events.drafting._german_and_french.grammars import GRAMMARS
from diplo_events.drafting._german_and_french.meetings import encounters_abroad
from diplo_events.drafting._german_and_french.speech import reported_abroad
from diplo_events.drafting._german_and_french.times import times_abroad
from diplo_events.drafting._parts.languages import language_of
from diplo_events.drafting._parts.layout import Layout, layout
from diplo_events.drafting._parts.quotations import Quotation, quotations
from diplo_events.drafting._parts.units import Passage, names_inside, units
from diplo_events.drafting._places.places import PlaceWord, place_words
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting._speech.reported import reported
from diplo_events.drafting._speech.turns import turns
from diplo_events.drafting._speech.whole_texts import speaker_of_text
from diplo_events.drafting._times.datelines import dateline_times, is_lead, of_another_day, written_on
from diplo_events.drafting._times.words import TimeWord, time_words
from diplo_events.drafting.gazetteer import Gazetteer, likeliest
from diplo_events.drafting.pipelines import PLACES, Entity, Pipeline, entities_of
from diplo_events.vocab import PlaceKind

__all__ = ["Finds", "find", "within"]

W = TypeVar("W", TimeWord, PlaceWord)


@attrs.frozen
class Finds:
    """What the rules find in a text."""

    text: str
    """The text."""
    layout: Layout
    """Its parts."""
    quotations: tuple[Quotation, ...]
    """The stretches in quotation marks."""
    units: tuple[Passage, ...]
    """Its sentences."""
    actors: Actors
    """The actors that it names."""
    reported: tuple[Reported, ...]
    """What it reports that somebody said."""
    encounters: tuple[Encounter, ...]
    """The meetings, visits and calls."""
    deeds: tuple[Deed, ...]
    """The deeds, votes and claims that it may report."""
    time_words: tuple[TimeWord, ...]
    """The words that say when."""
    places: tuple[PlaceWord, ...] = ()
    """The names of places; none without a gazetteer."""
    entities: tuple[Entity, ...] = ()
    """The names that only a pipeline found."""

    def is_quoted(self, place: int) -> bool:
        """Whether a place of the text is in quotation marks."""
        before = bisect.bisect_right(self.quotations, place, key=attrgetter("outer_start"))
        return before > 0 and place < self.quotations[before - 1].outer_end


def within(words: Sequence[W], start: int, end: int) -> Sequence[W]:
    """Return those of some words in the order of the text that begin in a stretch of it."""
    key = attrgetter("start")
    return words[bisect.bisect_left(words, start, key=key) : bisect.bisect_left(words, end, key=key)]


def find(
    text: str, published: EventDate | None, gazetteer: Gazetteer | None = None, pipeline: Pipeline | None = None
) -> Finds:
    """Return what the rules find in a text.

    Args:
        text: The text, headline first.
        published: The day from which its time words count.
        gazetteer: What tells which places a name can mean; without it no places are read.
        pipeline: What finds further names of actors and places.
    """
    parts = layout(text)
    marked = quotations(text)
    known = names_inside(text, parts.blocks)
    language = language_of(text)
    grammar = GRAMMARS.get(language or "")
    found = tuple(units(text, parts.blocks, marked, known, has_capitals=grammar is None))
    actors = Actors()
    if parts.is_transcript or speaker_of_text(text, parts) is not None:
        said = turns(text, parts, found, actors, is_english=grammar is None)
    elif grammar is not None:
        said = reported_abroad(text, found, actors, grammar)
    else:
        said = reported(text, found, actors)
    for mark in marked if grammar is None else ():
        words = tokens(text, mark.start, mark.end, [])
        for mention in mentions(text, words, known):
            if mention.kind in {"person", "state"} or (
                mention.kind == "body" and mention.name[:1].isupper() and len(mention.name.split()) > 1
            ):
                actors.find(mention)
    places = place_words(text, parts, found, actors.parties, gazetteer) if gazetteer is not None else ()
    if grammar is None:
        speaking = {item.start: item.speaker for item in said if item.is_turn and item.speaker is not None}
        sure = encounters(text, found, actors, speaking)
        likely = likely_encounters(text, found, actors, sure, speaking)
        meetings = tuple(with_travellers(item) for item in sorted((*sure, *likely), key=attrgetter("start")))
    else:
        meetings = tuple(encounters_abroad(text, found, actors, grammar))
    done = tuple(deeds(text, found, actors)) if grammar is None and not parts.is_transcript else ()
    more: tuple[Entity, ...] = ()
    if pipeline is not None:
        more = tuple(entities_of(text, pipeline, actors, [(word.start, word.end) for word in places]))
        found_too = (place_of(entity, gazetteer) for entity in more if entity.label in PLACES)
        places = tuple(sorted((*places, *found_too), key=attrgetter("start")))
    blocks = [(block.start, block.end) for block in parts.blocks]
    dateline = parts.dateline_span(text)
    if grammar is None:
        dated = dateline_times(text, dateline, blocks, published)
        times = time_words(text, blocks, published, written=written_on(dated, published))
        has_place = dateline is not None
        times = tuple(word for word in times if not is_lead(text, word, blocks, published, has_place=has_place))
    else:
        dated = times_abroad(text, [dateline] if dateline is not None else [], published, grammar)
        times = times_abroad(text, blocks, published, grammar)
    return Finds(
        text=text,
        layout=parts,
        quotations=marked,
        units=found,
        actors=actors,
        reported=tuple(said),
        encounters=meetings,
        deeds=done,
        time_words=(*of_another_day(dated, published), *times),
        places=places,
        entities=more,
    )


def place_of(entity: Entity, gazetteer: Gazetteer | None) -> PlaceWord:
    """Return a place that only a pipeline found, with what a gazetteer knows of its name."""
    entries = tuple(likeliest(gazetteer.find(entity.text))) if gazetteer is not None else ()
    kind = PlaceKind.SITE if entity.label == "FAC" and not entries else None
    return PlaceWord(entity.start, entity.end, entity.text, entity.rule, entries, kind)
