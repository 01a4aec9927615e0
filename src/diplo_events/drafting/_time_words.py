"""The time words of a text, found and resolved: relative to the publication, or to a day that was named before."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import DiploEventsError, EventDateError

__all__ = ["TimeWord", "time_words"]

DAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
NUMBER: Final = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many"
    r"|(?:a )?few|(?:a )?couple of))"
)
UNIT: Final = r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?=y|ies))(?:s|y|ies)?"
PART: Final = r"(?:morning|afternoon|evening|night|noon|midnight)"
DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
RANGE: Final = rf"{DAY}(?: ?[-–] ?| to | and ){DAY}"
YEAR: Final = r"(?:1[5-9]|20)\d\d"
DATE: Final = (
    rf"(?:{MONTH} (?:{RANGE}|{DAY})(?:,? {YEAR})?\b|(?:the )?(?:{RANGE}|{DAY}) (?:of )?{MONTH}(?:,? {YEAR})?\b"
    rf"|{MONTH},? (?:of )?{YEAR})"
)
PERIOD: Final = "(?:week|month|year|decade|century)"
DECADE: Final = r"(?:1[5-9]|20)\d0s"
DURING: Final = "[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout"
SEASONS: Final = "(?:autumn|summer|spring|winter|fall)"
OF: Final = r"(?:the|this|next|last) (?:day|week|month|year)"
ALONE: Final = rf"(?!(?:May|March|Mar|Sep|Jan|Apr|Dec)\b){MONTH}"
"""A month whose name means nothing else."""

PATTERNS: Final = (
    rf"(?:[Ll]ate|[Ee]arl(?:y|ier)|[Ll]ater)(?: on| in)? (?:the )?(?:{DAY_NAME}|{DATE})(?: {PART})?",
    rf"{DAY_NAME},? {DATE}|{DATE}",
    rf"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past) {DAY_NAME}(?: {PART})?",
    rf"{DAY_NAME} (?:and|or) {DAY_NAME}|{DAY_NAME}(?: {PART})?",
    rf"(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly) )?(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?: {PART})?",
    r"[Tt]he day (?:before|after) (?:yesterday|tomorrow)",
    rf"(?:(?:[Ee]arlier|[Ll]ater) )?(?:in |on )?[Tt]his (?:{PART}|weekend|week|month|year|{SEASONS})",
    r"(?:[Ee]arlier|[Ll]ater) in the (?:day|week|month|year)",
    rf"(?:(?:[Ee]arly|[Ll]ater?) )?(?:[Ll]ast|[Nn]ext) (?:weekend|night|{PERIOD}|{SEASONS}|{MONTH})",
    r"[Oo]ver the weekend|[Oo]vernight",
    rf"(?:(?:{DURING}) )?the (?:last|past|next|coming) (?:{NUMBER} )?{UNIT}\b",
    r"(?:[Ii]n|[Oo]ver) (?:recent|the coming|coming) (?:days|weeks|months|years)",
    rf"{NUMBER} (?:more )?{UNIT} (?:ago|earlier|later|before|prior|previously)\b",
    rf"[Ww]ithin (?:{NUMBER} )?{UNIT}\b",
    rf"[Ff]or (?:(?:more than|over|almost|nearly|about|at least|the) )?{NUMBER} {UNIT}\b",
    r"[Tt]he (?:following|next|previous|same|preceding) (?:day|week|month|year|morning|evening)",
    r"[Tt]he (?:day|week|month|year) (?:before|after)\b",
    rf"[Ss]ince (?:{DATE}|{MONTH}|{YEAR}|last {UNIT}|{DAY_NAME})",
    rf"(?:(?:[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring) )?(?:the )?(?:end|beginning|start|middle) of {OF}",
    rf"(?:[Bb]y|[Uu]ntil) (?:{YEAR}|{MONTH}(?: {YEAR})?)\b",
    rf"(?:in )?(?:the )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-| )(?:{MONTH}(?:,? {YEAR})?|(?:the )?{DECADE}|{YEAR})\b",
    rf"[Ff]rom {YEAR} to {YEAR}|[Bb]etween {YEAR} and {YEAR}|{YEAR}[-–](?:{YEAR}|\d\d)\b",
    rf"[Ii]n the {DECADE}|[Tt]he {DECADE}",
    rf"[Ii]n (?:the )?{SEASONS} of {YEAR}|[Ii]n {YEAR}\b",
    r"(?:[Ii]n|[Ll]ast|[Ss]ince|[Tt]his|[Nn]ext|[Dd]uring|[Uu]ntil) (?:May|March)\b",
    rf"\b(?:in )?{ALONE}\b",
    r"[Rr]ecently",
)
"""How news writes times, the longer before the shorter."""

FINDER: Final = re.compile(r"(?<![\w$£€])(?:" + "|".join(f"(?:{pattern})" for pattern in PATTERNS) + r")(?![\w%])")
EARLIER: Final = re.compile(
    rf"(?P<count>{NUMBER}) (?P<unit>day|week|month|year)s? (?P<side>earlier|later|before|prior|previously)"
)
BESIDE: Final = re.compile(
    r"the (?P<which>following|next|previous|same|preceding) (?P<unit>day|morning|evening|week)"
    r"|the (?P<unit2>day|week) (?P<side>before|after)"
)
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": 1, "an": 1}
SHIFTS: Final = {"following": 1, "next": 1, "same": 0, "previous": -1, "preceding": -1}
AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|could|may|might|is to|are to|was to|were to|due to|due|set to|set for|scheduled"
    r"|plans?|planned|expected|expects?"
    r"|intends?|upcoming|hopes?|about to|going to|deadline|invited?|proposed)\b|\b(?:until|by|starting) $"
)
BEHIND: Final = re.compile(r"\b(?:said|told|was|were|had|did|\w{3,}ed|met|spoke|held|took|came|began|went)\b")
NAMELESS: Final = re.compile(r"(?i)recently|.*\b(?:several|many|few|couple of|recent|coming)\b.*|for .*|overnight")


@attrs.frozen
class TimeWord:
    """Words of a text that say when."""

    start: int
    """Where they begin."""
    end: int
    """Where they end."""
    text: str
    """The words."""
    when: EventDate | None
    """What they mean, or `None` if they name no period or the anchor is unknown."""
    is_ahead: bool = False
    """Whether they mean a time after the publication."""


def time_words(text: str, blocks: Sequence[tuple[int, int]], published: EventDate | None) -> tuple[TimeWord, ...]:
    """Return the time words in some passages, in their order, each with its meaning.

    What looks ahead is decided by the verb beside it ("will meet on Monday"). "The next day" and "two days earlier"
    count from the last day that was named before.

    >>> words = time_words("They met on Friday. The next day he left.", [(0, 41)], EventDate.parse("2025-09-10"))
    >>> [(word.text, str(word.when)) for word in words]
    [('Friday', '2025-09-05'), ('The next day', '2025-09-06')]
    """
    found: list[TimeWord] = []
    last: EventDate | None = None
    for start, end in blocks:
        for match in FINDER.finditer(text, start, end):
            words = match[0]
            if is_name(text, match, end):
                continue
            before = clause_before(text, start, match.start())
            word = word_of(words, match, before, clause_after(text, match.end(), end), published, last)
            found.append(word)
            if (
                word.when is not None
                and re.fullmatch(r"\d{4}-\d\d-\d\d", str(word.when))
                and not is_modifier(text, match, end)
            ):
                last = word.when
    return tuple(found)


def word_of(
    words: str,
    match: re.Match[str],
    before: str,
    after: str,
    published: EventDate | None,
    last: EventDate | None,
) -> TimeWord:
    """Return time words with their meaning."""
    relative = beside(words.lower(), last)
    if relative is not None or EARLIER.fullmatch(words.lower()) or BESIDE.fullmatch(words.lower()):
        return TimeWord(match.start(), match.end(), words, relative)
    if NAMELESS.fullmatch(words):
        return TimeWord(match.start(), match.end(), words, None)
    ahead = looks_ahead(before, after)
    directions: tuple[Direction, ...] = ("future", "past") if ahead else ("past", "future")
    for direction in directions:
        try:
            when = resolve(words, published, direction=direction)
        except DiploEventsError:
            continue
        return TimeWord(
            match.start(), match.end(), words, when, is_ahead=direction == "future" and is_later(when, published)
        )
    return TimeWord(match.start(), match.end(), words, None)


def looks_ahead(before: str, after: str) -> bool:
    """Whether the verb beside a time word speaks of what is to come: the last one before it, else the one after it."""
    signs = [match.start() for match in AHEAD.finditer(before)]
    backs = [match.start() for match in BEHIND.finditer(before)]
    if signs:
        return not backs or signs[-1] + 8 >= backs[-1]
    return not backs and re.match(r"\W*(?:\w+ ){0,3}(?:will|is to|are to)\b", after) is not None


def is_later(when: EventDate, published: EventDate | None) -> bool:
    """Whether a date is after the publication."""
    return published is not None and published.limits(unqualified=True).before(when.limits(unqualified=True)) is True


def beside(words: str, last: EventDate | None) -> EventDate | None:
    """Return what "the next day" or "two days earlier" mean, counted from another day."""
    if last is None or last.earliest is None:
        return None
    if match := EARLIER.fullmatch(words):
        number = NUMBERS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
        days = number * {"day": 1, "week": 7}.get(match["unit"], 0)
        return moved(last, days if match["side"] == "later" else -days) if days else None
    if match := BESIDE.fullmatch(words):
        which = match["which"] or {"before": "previous", "after": "next"}[match["side"]]
        is_week = "week" in {match["unit"], match["unit2"]}
        return None if is_week else moved(last, SHIFTS[which])
    return None


def moved(last: EventDate, shift: int) -> EventDate | None:
    """Return a day that lies some days beside another."""
    try:
        return EventDate.parse(str(last.earliest.to_date() + timedelta(shift))) if last.earliest else None
    except (EventDateError, OverflowError):
        return None


def clause_before(text: str, start: int, place: int) -> str:
    """Return the words of the sentence before a place."""
    return re.split(r"[.;:?!“”\"]\s", text[start:place])[-1]


def clause_after(text: str, place: int, end: int) -> str:
    """Return the words of the clause after a place."""
    return re.split(r"[.;:?!,]", text[place:end], maxsplit=1)[0]


def is_modifier(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words belong to a noun: "the November 27 agreement"."""
    return text[max(0, match.start() - 4) : match.start()].lower() == "the " and bool(
        re.match(r" [a-z]", text[match.end() : min(end, match.end() + 2)])
    )


def is_name(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words are not a time: a name with a capital beside a month, "May" as a verb, a count of things."""
    words = match[0]
    if words in {"March", "May", "Mar", "Sun", "Mon", "Sat"}:
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    if re.search(
        r"(?:Article|Resolution|resolution|No\.?|section|Section|flight|Bloody|Black|Good|Theresa|Boris) $", before
    ):
        return True
    return bool(re.fullmatch(rf"{MONTH}", words)) and bool(
        re.match(r" [A-Z][a-z]+ [A-Z]", text[match.end() : min(end, match.end() + 40)])
    )
