"""The days of events that time words count from: "the day after the raid", if the text has told when the raid was."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.beside import LOOSE, number_of
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH, NUMBER, YEAR
from diplo_events.drafting._times.word import TimeWord, day_of
from diplo_events.errors import DiploEventsError

__all__ = ["day_beside_event"]

FAMILIES: Final = (
    r"attack|assault|bombing|blast|explosion|raid|strike|air ?strike|shooting|killing|massacre|murder|assassination",
    r"election|vote|poll|ballot|referendum|run-?off",
    r"summit|meeting|conference|talks|session|hearing|debate",
    r"agreement|deal|accord|treaty|pact|ceasefire|truce",
    r"visit|trip|tour",
    r"coup|takeover|putsch",
    r"protest|rally|march|demonstration|uprising",
    r"speech|address|statement|remarks|announcement|declaration",
    r"ruling|verdict|judgment|decision|trial",
    r"crash|earthquake|quake|storm|hurricane|tsunami|fire|flood",
    r"arrest|detention|abduction|kidnapping|hijacking|resignation|death|funeral|inauguration|launch|test|invasion",
)
"""Nouns of events; those of one family may name the same."""

OF_DAY: Final = re.compile(
    rf" (?:the |his |her |their |its |a |an )?(?P<day>{DAY_NAME}|{MONTH} \d{{1,2}}(?:, {YEAR})?)(?:['’]s)? [a-z]"
    rf"|(?: (?!on\b|in\b|and\b|who\b|which\b|that\b)[\w’'-]+){{1,6}} (?:on|of) (?:{DAY_NAME},? )?"
    rf"(?P<other>{DAY_NAME}|{MONTH} \d{{1,2}}\b(?:, {YEAR})?|\d{{1,2}} {MONTH}(?: {YEAR})?)"
)
"""An event with its day: "Monday's raid", "the vote on 3 May"."""

VERBS: Final = (
    ("shooting", r"shot|gunned down|opened fire"),
    ("blast|explosion|bombing", r"exploded|blew up|went off|detonated|bombed"),
    ("killing|murder|assassination|massacre", r"killed|murdered|assassinated|massacred"),
    ("attack|assault|raid|strike|air ?strike", r"attacked|assaulted|raided|stormed|struck"),
    ("election|vote|poll|ballot|referendum", r"voted|went to the polls"),
    ("summit|meeting|conference|talks|session|hearing", r"met|convened|gathered"),
    ("agreement|deal|accord|treaty|pact|ceasefire|truce", r"signed|agreed"),
    ("visit|trip|tour", r"visited|arrived|toured"),
    ("protest|rally|march|demonstration", r"protested|marched|rallied|demonstrated"),
    ("speech|address|statement|remarks|announcement", r"spoke|addressed|announced"),
    ("ruling|verdict|judgment|decision", r"ruled|decided|sentenced|convicted"),
    ("crash", r"crashed"),
    ("arrest|detention", r"arrested|detained"),
    ("abduction|kidnapping", r"abducted|kidnapped"),
    ("resignation", r"resigned|stepped down|quit"),
    ("death", r"died"),
    ("launch|test", r"launched|tested|fired"),
    ("invasion", r"invaded"),
)
"""What tells of an event, in the paragraph that counts from it."""

ANOTHER: Final = re.compile(r"(?i)\b(?:after|since) .*\b(?:years?|months?|weeks?)\b|\b(?:years?|months|weeks) after\b")
"""A headline of what came long after an event."""

NOUN: Final = re.compile(rf"(?P<noun>{'|'.join(FAMILIES)})(?:e?s)?\b", re.IGNORECASE)
EVENT: Final = re.compile(
    r" (?:the|this|that|his|her|their|its|[A-Z]\w+['’]s)"
    rf" (?:(?!(?:of|on|in|at|by|and|that|was|were|had)\b)[\w-]+ ){{0,3}}?{NOUN.pattern}"
)
COUNTED: Final = re.compile(
    rf"(?:(?P<count>{NUMBER}) |[Tt]he )(?P<unit>day|week|morning|evening|night)s? (?P<side>after|before)"
)
SHORT: Final = 12
FAR: Final = 400
"""How many characters before time words their sentence begins at the most."""

SENTENCE: Final = re.compile(r"[.?!][”\"’']?\s|\n")


def day_beside_event(
    text: str, span: tuple[int, int], found: Sequence[TimeWord], published: EventDate | None
) -> EventDate | None:
    """Return the day that lies some days beside an event whose day a sentence before has named.

    Args:
        text: The text.
        span: Where the words stand: "the day after", "three days after".
        found: The time words before them.
        published: From when days count that are named with the event: "the day after Monday's raid".
    """
    counted, event = COUNTED.fullmatch(text, *span), EVENT.match(text, span[1])
    if counted is None or LOOSE.search(text[max(0, span[0] - SHORT) : span[0]]) is not None:
        return None
    dated = OF_DAY.match(text, span[1])
    if dated is None and event is None:
        return None
    count = counted["count"].lower() if counted["count"] else "one"
    number = number_of(count)
    if dated is not None:
        day = day_within(dated["day"] or dated["other"], published)
    else:
        day = day_of_event(text, span[0], event["noun"].lower(), found) if event is not None else None
    if day is None or day.earliest is None or not number:
        return None
    shift = timedelta(number * (7 if counted["unit"] == "week" else 1) * (1 if counted["side"] == "after" else -1))
    return EventDate.parse(str(day.earliest.to_date() + shift))


def day_within(words: str, published: EventDate | None) -> EventDate | None:
    """Return the day that the words for an event name."""
    try:
        return day_of(resolve(words, published))
    except DiploEventsError:
        return None


def day_of_event(text: str, place: int, noun: str, found: Sequence[TimeWord]) -> EventDate | None:
    """Return the one day that sentences about an event have named, those with its very noun first."""
    family = next(words for words in FAMILIES if re.fullmatch(words, noun) is not None)
    verbs = next((words for nouns, words in VERBS if re.fullmatch(nouns, noun) is not None), None)
    paragraph = text.rfind("\n", 0, place) + 1
    told = [word for word in found if word.end <= place and not word.is_aside and day_of(word.when) is not None]
    stretches = [(re.escape(noun), 0), (family, 0)]
    if verbs is not None:
        stretches = [(f"{re.escape(noun)}|{verbs}", paragraph), *stretches]
    for nouns, begin in stretches:
        named = re.compile(rf"\b(?:{nouns})(?:e?s)?\b", re.IGNORECASE)
        days = {
            str(day_of(word.when))
            for word in told
            if word.start >= begin and named.search(sentence_around(text[:place], word.start, word.end)) is not None
        }
        if days:
            return EventDate.parse(days.pop()) if len(days) == 1 else None
    return day_of_lead(text, family, told)


def day_of_lead(text: str, family: str, told: Sequence[TimeWord]) -> EventDate | None:
    """Return the day that opens a text, if its headline names an event of the family: the text is about that one."""
    headline, _, body = text.partition("\n")
    named = re.compile(rf"\b(?:{family})(?:e?s)?\b", re.IGNORECASE)
    lead = next((line for line in body.split("\n") if line.rstrip().endswith((".", ".”", '."'))), None)
    if lead is None or not told or named.search(headline) is None or ANOTHER.search(headline) is not None:
        return None
    first, place = told[0], text.find(lead, len(headline))
    return day_of(first.when) if place <= first.start < place + len(lead) else None


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that time words stand in."""
    begin = max(0, start - FAR)
    first = max((mark.end() for mark in SENTENCE.finditer(text, begin, start)), default=begin)
    last = SENTENCE.search(text, end)
    return text[first : last.start() if last is not None else len(text)]
