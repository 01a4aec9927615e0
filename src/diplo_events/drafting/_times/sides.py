"""On which side of the publication time words lie: by the verbs of their clause, and by which day is nearer."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.drafting._times.patterns import DAY_NAME
from diplo_events.drafting._times.signs import (
    AHEAD,
    AHEAD_AFTER,
    ANNOUNCED,
    BEHIND,
    HEADLINE,
    IS_ON,
    LOOMING,
    MOVED,
    ON_A_DAY,
    PLANNED,
    PLURAL,
    PRESENT,
    UNTIL_PAST,
    WHEN_AHEAD,
)
from diplo_events.errors import DiploEventsError

__all__ = [
    "DIRECTIONS",
    "LONG",
    "MARKED",
    "SHORT",
    "clause_after",
    "clause_before",
    "days_between",
    "is_just_over",
    "is_later",
    "is_nearer_ahead",
    "is_next_season",
    "is_over",
    "is_read",
    "is_this_year_ahead",
    "looks_ahead",
    "sentence_after",
]

LONG: Final = 240
SHORT: Final = 60
"""How many days lie between the publication and a month that was meant, or was not."""

WEEK: Final = 7
LONGEST: Final = 2000
"""How many characters before and after time words are read for the clause that they stand in."""

CONDITION: Final = re.compile(r"\b(?:[Ii]f|[Uu]nless|to (?!the\b|a\b|[A-Z])[a-z]+)\b(?!.*\bhad\b)")
"""Words behind which "by Friday" means one to come: "if no deal was found by Friday", "vowed to leave by Friday"."""

MARKED: Final = re.compile(r"“[^“”]*”|\"[^\"]*\"")
DIRECTIONS: Final[tuple[Direction, ...]] = ("past", "future")
CALLED: Final = re.compile(r"(?<=\bcalled) for(?=  )")
"""Before words in quotation marks, these are what somebody did: "called for “an end” to it on Friday"."""

AFTER: Final = re.compile(r", (?:(?:\w+ )?(?:days|weeks|months|a day|a week|a month) )?(?:after|following) [^,;]*$")
"""This is over when what stands before it comes: "will meet in June, after a first round in April"."""

THAT: Final = re.compile(r",? that\b")
SUGGESTED: Final = re.compile(
    r"\b(?:suggested|proposed|demanded|recommended|agreed|promised|vowed|pledged|decided|threatened|hoped"
    r"|insisted|ruled)\b"
    r"(?!.*\b(?:that|to|will|would|could|may|might|should)\b)[^;]*$"
)
OFFERED: Final = re.compile(
    r"\b(?:offered|agreed|promised|vowed|pledged|threatened|decided|refused|undertook) to"
    r" (?!(?:meet|hold|visit|vote|resume|return|travel|convene|host|attend|start|begin|open|sign|talk|discuss|release"
    r"|speak|address|join|fly|gather|reconvene|launch|hear|send|receive|publish|go|come)\b)[^,;]{1,60}$"
)
"""Before a day, what was said on it; what people agree to do together has its own day."""

AFTER_THAT: Final = re.compile(
    r",? (?:(?:a day |hours |days )?(?:after|following) (?:talks|pressure|protests|criticism|an? |[a-z]+ing\b)"
    r"|in response to\b)"
)
CUT: Final = re.compile(r" (?:[A-Z][\w.’'-]* )+(?:cut|put|hit|quit|shut|set|let)\b")
STILL: Final = re.compile(r"\b(?:is|are|has|have|will)\b")
AFTER_WHAT: Final = re.compile(r",? (?:(?:a day |hours |days )?after|when|as)\b(?P<told>.*)")
"""Behind a day, these tell of what came before a word that was given on it."""

SUBJUNCTIVE: Final = re.compile(
    r"\b(?:propos|suggest|demand|recommend|request|urg|ask|insist|agre)(?:ed|es|s|ing) that"
    r" (?:(?!be\b)[\w’'-]+ ){1,6}be"
    r" (?:[\w-]+ ){1,3}$"
)
"""Before a day, what somebody wants to be done on it: "proposed that talks be held on"."""

SAID: Final = re.compile(r"\b(?:said|says)(?: that)? $")
PERFECT: Final = re.compile(r"\W*(?:[\w’'-]+ ){1,6}?had\b")
"""Behind "By Tuesday", this tells of what was over by then."""

VERB: Final = re.compile(r" (?!need|speed)(?:\w{3,}ed|was|were|had|showed|stood|came|put)\b(?! (?:by|on) the)")
"""Behind "figures until Friday", the verb of its sentence."""

WAS: Final = re.compile(r"\b(?:was|were|had)\b")
CLAUSE: Final = re.compile(
    r"(?:^|,? (?:and|but|or|that|because|as|while|whether|although|though|if|so|where|when|[–—-])"
    r"|\b(?:say|says|saying|said|believes?|believed|insists?|insisted|hopes?|hoped|fears?|feared|warns?|warned"
    r"|thinks?|predicts?|predicted|adds?"
    r"|added|claims?|claimed|argues?|argued|expects?|announced|confirmed))(?: that)? $"
)
"""Before "Monday's vote will be close", these end the words of another clause."""
OPENS: Final = re.compile(r"^\W*$|\b(?:and|but)\]?,? $")
"""What stands before the time words that open a clause."""
OWN: Final = re.compile(
    r"['’]s? (?:[\w-]+ ){1,4}?(?:will|would|won['’]t|shall)\b|['’]s? (?:[\w-]+ ){1,3}?(?:is|are) (?:to|due|set) "
)
"""Behind a day, this speaks of what is to come on it."""

FRONTED: Final = re.compile(r"\bthat (?:(?:after|from|starting|beginning|on|in|by) )?$")
ITS_CLAUSE: Final = re.compile(r",? (?:[\w’'-]+ ){1,5}?(?:will|shall|would)\b")
"""Before and behind a day, these show that its clause tells what is to come: "said that after May 20, they will go"."""

ITS_NOUN: Final = re.compile(
    r"\b(?:said|says|insisted|confirmed|announced|added|warned|hoped|told [^,;]{1,40})"
    r"(?: (?:on|in) [A-Z][a-z]+| [A-Z][a-z]+day)?"
    r" that (?:the|an?|his|her|its|their|[A-Z]\w+['’]s) (?:(?!who\b|which\b|that\b)[\w’'-]+ ){0,3}?"
    r"(?:summit|meeting|talks|vote|elections?|conference|visit|session|round|hearing|trip|polls?|referendum|debate"
    r"|ceremony"
    r"|parade|march|signing|deadline) (?:(?:in|on|for|of) )?$"
)
ITS_VERB: Final = re.compile(r" (?:in [A-Z]\w+ )?(?:will|shall|would)\b(?! have\b)")
"""Before and behind a time, these show that it is to come: "said that the summit in July would go ahead"."""

CLAUSE_END: Final = re.compile(r"(?:(?<![ap]\.m)[.;:?!“”\"]|\.(?=\s[A-Z]))\s|(?<=[a-z]{3})[.?!](?=[A-Z][a-z])")
"""The end of a clause; the point of "7 a.m." ends none before a small letter."""

ATTRIBUTE: Final = re.compile(
    r"\w+ed (?!(?:on|in|at|by|to|out|up|off|down|with|from|for|after|during|last|this|that|over|against|as|early|late"
    r"|earlier|yesterday|under|into|between|back|away|and|or|the|a|an|his|her|their|its|it|him|them|there|here"
    r"|[a-z]+ly)\b)"
    r"[a-z-]+ "
)
"""A form of the past before its noun, which is none of a verb: "will hold closed talks"."""

OF_VERB: Final = re.compile(
    r"\b(?:have|has|had|having|who|which|that|was|were|be|been|being|he|she|it|they|we|and|but)(?: (?:\w+ly|also"
    r"|now))? $"
    r"|[,–—]"
)
"""Before a form of the past, these make it a verb."""

FEW: Final = 4
"""How many words a sign of what is to come has at most before such a form."""

PASSIVE: Final = re.compile(r"\S+(?: (?:to|be|been|have|also|then|now|not|later|again|formally|probably|likely))*\s+")
"""A sign of what is to come, with what may stand between it and a form of the past: "would be held"."""


def is_read(words: str, published: EventDate | None) -> bool:
    """Whether some words mean a time on either side of the publication."""
    for direction in DIRECTIONS:
        try:
            resolve(words, published, direction=direction)
        except DiploEventsError:
            continue
        return True
    return False


def is_nearer_ahead(words: str, published: EventDate | None) -> bool:
    """Whether the next such day or month is soon, and the last one long ago."""
    days = days_between(words, published)
    return days is not None and days[0] > LONG and days[1] < 2 * SHORT


def is_next_season(words: str, published: EventDate | None) -> bool:
    """Whether the next such season is nearer than the last one."""
    days = days_between(words, published)
    return days is not None and days[1] < days[0]


def is_this_year_ahead(words: str, published: EventDate | None) -> bool:
    """Whether the next such month is of the year of publication: "this July", written in May."""
    if published is None or published.earliest is None:
        return False
    try:
        ahead = resolve(words, published, direction="future").earliest
    except DiploEventsError:
        return False
    return ahead is not None and ahead.year == published.earliest.year


def days_between(words: str, published: EventDate | None) -> tuple[int, int] | None:
    """Return how many days lie between the publication and the last such time, and the next one."""
    if published is None:
        return None
    try:
        past, future = (resolve(words, published, direction=side) for side in DIRECTIONS)
    except DiploEventsError:
        return None
    day, last, first = published.earliest, past.latest, future.earliest
    if day is None or last is None or first is None:
        return None
    return (day.to_date() - last.to_date()).days, (first.to_date() - day.to_date()).days


def is_over(words: str, published: EventDate | None, after: str) -> bool:
    """Whether a month or a part of it, named before a verb of the past, is the last one: "set for June was put off"."""
    days = days_between(words, published) if BEHIND.search(after) is not None else None
    return days is not None and days[1] > LONG and days[0] < SHORT


def is_just_over(words: str, before: str, published: EventDate | None) -> bool:
    """Whether a day of a plan has passed: "was to end on 29 May", in a text of June; the next one is a year away."""
    if not any(character.isdigit() for character in words):
        return False
    days = days_between(words, published)
    return days is not None and days[1] > LONG and days[0] <= (SHORT if WAS.search(before) is not None else WEEK)


def looks_ahead(words: str, before: str, after: str) -> bool:
    """Whether time words speak of what is to come: by the last verb before them, else by the one after them."""
    behind = AFTER.search(before)
    signs = [match.start() for match in AHEAD.finditer(before, behind.start() if behind is not None else 0)]
    backs = [match.start() for match in BEHIND.finditer(before)]
    limit = words.split(maxsplit=1)[0].lower()
    is_told_by = limit == "by" and OPENS.search(before) is not None and is_told(after)
    if is_told_by or is_of_word(words, before, after):
        return False
    is_condition = limit in {"by", "before", "prior"} and CONDITION.search(before) is not None
    begins = SAID.search(before) is not None or (CLAUSE.search(before) is not None and OWN.match(after) is not None)
    is_of_plan = is_condition or (begins and after.startswith(("'", "’")) and is_ahead_of(after))
    is_on = IS_ON.search(before) is not None and not after.startswith(("'", "’"))
    is_on = is_on or (FRONTED.search(before) is not None and ITS_CLAUSE.match(after) is not None)
    is_on = is_on or (ITS_NOUN.search(before) is not None and ITS_VERB.match(after) is not None)
    is_on = is_on or SUBJUNCTIVE.search(before) is not None
    is_on = is_on or WHEN_AHEAD.match(after) is not None
    if is_on or is_of_plan or HEADLINE.match(before) or PRESENT.search(before) or (not backs and PLURAL.search(before)):
        return True
    if limit in {"until", "till"} and (not signs or signs[-1] < before.rfind(",")):
        return not is_over_by(before, after)
    if limit == "by" and not signs:
        return not backs and PERFECT.match(after) is None
    if signs:
        backs = [place for place in backs if place < signs[-1] or not is_attribute(before, signs[-1], place)]
        return not backs or signs[-1] >= backs[-1] or PASSIVE.fullmatch(before, signs[-1], backs[-1]) is not None
    opens = not before.removesuffix("On ").removesuffix("In ").strip() and is_plan_of_day(after)
    return opens or LOOMING.match(after) is not None or (not backs and is_ahead_of(after))


def is_attribute(before: str, sign: int, place: int) -> bool:
    """Whether a form of the past belongs to the noun behind it: "will hold closed talks"."""
    between = before[sign:place]
    return (
        ATTRIBUTE.match(before, place) is not None and len(between.split()) <= FEW and OF_VERB.search(between) is None
    )


def is_of_word(words: str, before: str, after: str) -> bool:
    """Whether a day is that of a word given, and not of what was promised: "proposed on Monday that they meet"."""
    if THAT.match(after) is not None and SUGGESTED.search(before) is not None:
        return True
    is_day = re.fullmatch(DAY_NAME, words) is not None
    if not is_day or OFFERED.search(before) is None:
        return False
    told = AFTER_WHAT.match(after)
    is_over = told is not None and (BEHIND.search(told["told"]) or CUT.match(told["told"])) is not None
    is_open = told is not None and STILL.search(told["told"]) is not None
    return AFTER_THAT.match(after) is not None or (is_over and not is_open)


def is_plan_of_day(after: str) -> bool:
    """Whether the words behind a day that opens a sentence tell in the present what is to come on it."""
    plan = ON_A_DAY.match(after)
    return plan is not None and BEHIND.search(plan["between"]) is None


def is_told(after: str) -> bool:
    """Whether the words behind a time that opens a clause tell of what is past."""
    return PERFECT.match(after) is not None or (BEHIND.search(after) is not None and AHEAD.search(after) is None)


def is_over_by(before: str, after: str) -> bool:
    """Whether the words around "until April" tell of what ended then: "Until April, no one crossed"."""
    if not before.strip():
        return is_told(after)
    clause = before.rpartition(",")[2]
    if VERB.match(after) is not None and BEHIND.search(clause) is None and AHEAD.search(clause) is None:
        return True
    return UNTIL_PAST.search(clause) is not None and MOVED.search(clause) is None


def is_ahead_of(after: str) -> bool:
    """Whether the words behind a time speak of what is to come."""
    sign = AHEAD_AFTER.match(after)
    if sign is None:
        return PLANNED.match(after) is not None or ANNOUNCED.match(after) is not None
    return BEHIND.search(sign["between"]) is None


def is_later(when: EventDate, published: EventDate | None) -> bool:
    """Whether a date is after the publication."""
    return published is not None and published.limits(unqualified=True).before(when.limits(unqualified=True)) is True


def clause_before(text: str, start: int, place: int) -> str:
    """Return the words of the sentence before a place."""
    words = CALLED.sub("", MARKED.sub("", text[max(start, place - LONGEST) : place]))
    return CLAUSE_END.split(words)[-1]


def clause_after(text: str, place: int, end: int) -> str:
    """Return the words of the clause after a place; a comma behind words that open a sentence does not end it."""
    after = text[place : min(end, place + LONGEST)]
    return re.split(r"[.;:?!]|,(?!\d{3})", after.removeprefix(","), maxsplit=1)[0]


def sentence_after(text: str, place: int, end: int) -> str:
    """Return the words of the sentence after a place."""
    return re.split(r"[.?!]\s", text[place : min(end, place + LONGEST)], maxsplit=1)[0]
