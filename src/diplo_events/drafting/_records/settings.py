"""Where something was said or a meeting is held, as far as the words themselves say it."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events._internal.texts.calendar_names import WEEKDAY
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.states import states_by_name
from diplo_events.drafting._events.meetings import Encounter
from diplo_events.drafting._finds import Finds, within
from diplo_events.drafting._places.places import PlaceWord
from diplo_events.drafting._records.place_records import DraftPlaces
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting.gazetteer import GazetteerEntry
from diplo_events.model.ids import CountryCode, PlaceId
from diplo_events.vocab import PlaceKind

__all__ = ["meeting_place", "place_marks", "place_of", "statement_place"]

DAY: Final = rf"(?:(?:on |late |early |last )*{WEEKDAY}|today|yesterday|earlier|here)"
EVENT: Final = r"(?:[\w’'-]+ ){0,4}?(?i:forum|conference|summit|meeting|briefing|rally|session|ceremony|assembly|event)"
PEOPLE: Final = "reporters|journalists|the press|the media|lawmakers|delegates|supporters|a crowd|an audience"
HEARERS: Final = rf"(?:{PEOPLE}|(?:an?|the) {EVENT})"
ON: Final = "(?:on the sidelines of|at|during|in|to)"
SIDE: Final = rf"(?:{ON} (?:an?|the|his|her|their) (?:{EVENT}|speech|interview|statement))"
IN: Final = r"(?:in|from|at)(?: the)? \Z"
SAYING: Final = words("said says say told tells declared declares stated spoke speaking speaks added")
"""Verbs behind which a place is that of speaking."""

BEHIND: Final = re.compile(rf" (?:(?:to )?{HEARERS} )?(?:{DAY} )?(?:{SIDE} )?(?:{DAY} )?{IN}")
BEFORE: Final = re.compile(
    rf"(?:\A|[.,;“”\"] ?|\b)(?:(?:[Ww]hile )?[Ss]peaking (?:(?:to|with) {HEARERS} )?(?:{DAY} )?(?:{SIDE} )?"
    rf"|(?:On the sidelines of|At|During) (?:an?|the) {EVENT} ){IN}"
)
FURTHER: Final = re.compile(
    r"[,;:—]|\b(?:to (?!the\b)[a-z]+|that|which|who|where|virtually|online|made|after|before)\b"
)
"""Words between a meeting and a place that begin something else."""

SPOTS: Final = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE})
"""Kinds of places at which somebody speaks; in a country something else is."""

NEAR: Final = 60
"""How many characters from the verb a place may stand of which the draft asks."""


def statement_place(finds: Finds, item: Reported, places: DraftPlaces) -> tuple[PlaceId | None, list[str]]:
    """Return where something was said, or of which place the draft asks.

    Filled in is what stands behind a verb of saying ("told reporters in Oslo") or behind "speaking in"; another town
    near the verb is a question.
    """
    if item.cue is None or item.is_turn:
        return None, []
    asked: list[str] = []
    for word in within(finds.places, item.start, item.end):
        if finds.is_quoted(word.start):
            continue
        if word.is_by_rule and is_where_it_was_said(finds.text, item, item.cue, word):
            return places.id_of(word), []
        is_near = -NEAR <= word.start - item.cue[1] <= NEAR
        if is_near and not asked and SPOTS & {word.kind, *(entry.kind for entry in word.entries)}:
            asked.append(places.id_of(word))
    return None, asked


def is_where_it_was_said(text: str, item: Reported, cue: tuple[int, int], word: PlaceWord) -> bool:
    """Whether a place stands where the one of speaking does."""
    verb = text[slice(*cue)].lower().split()[-1:]
    behind = word.start > cue[0] and bool(SAYING & set(verb)) and BEHIND.fullmatch(text, cue[1], word.start)
    return bool(behind) or BEFORE.search(text[item.start : word.start]) is not None


def meeting_place(finds: Finds, found: Encounter, places: DraftPlaces) -> tuple[PlaceId | None, list[str]]:
    """Return where a meeting is held, or of which place the draft asks.

    Filled in is the place that stands behind the words for the meeting in their clause; one that stands further off, or
    that no gazetteer knows where there is one, is a question.
    """
    if found.place is None:
        return None, []
    bare = re.sub(r"\A(?:the|The) ", "", found.place)
    inside = [
        word
        for word in finds.places
        if found.start <= word.start < found.end and (word.text == bare or bare.startswith(f"{word.text} "))
    ]
    key = places.id_of(inside[0] if inside else unread(bare))
    start = finds.text.find(found.place, found.trigger[1], found.end)
    is_near = start >= 0 and not FURTHER.search(finds.text, found.trigger[1], start)
    return (key, []) if is_near and (inside[0].is_by_rule if inside else not finds.places) else (None, [key])


def place_of(name: str, places: DraftPlaces) -> PlaceId:
    """Return the id of a place that somebody else read in the text."""
    return places.id_of(unread(name))


def unread(name: str) -> PlaceWord:
    """Return a name that no rule for places has read, as that of a place; a country if the table of states has it."""
    state = states_by_name().get(name)
    if state is None or name not in state.names or len(state.code) != len("FR"):
        return PlaceWord(0, 0, name, "meeting")
    entry = GazetteerEntry(name=name, kind=PlaceKind.COUNTRY, country=CountryCode(state.code))
    return PlaceWord(0, 0, name, "meeting", (entry,))


def place_marks(finds: Finds, places: DraftPlaces) -> Sequence[dict[str, object]]:
    """List the names of places in the text with where they stand, and the place that each means."""
    return [
        {"start": word.start, "end": word.end, "text": word.text, "place": places.id_of(word)} for word in finds.places
    ]
