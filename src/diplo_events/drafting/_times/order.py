"""Time words in the order and form that the resolver reads: "last year on 8 August", "two years ago, on 3 May"."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.patterns import DAY_NAME, MONTH, NUMBER
from diplo_events.errors import DiploEventsError

__all__ = ["rewritten"]

YEAR_BEFORE: Final = re.compile(r"(?P<year>(?:[Ll]ast|[Tt]his|[Nn]ext) year),? (?:(?:in|on) )?(?P<rest>.+)")
AGO_BEFORE: Final = re.compile(rf"(?P<year>{NUMBER} years? ago),? (?:in|on) (?P<rest>.+)")
THIS_WEEKEND: Final = re.compile(r"[Tt]his weekend")
WEEKEND_OF: Final = re.compile(r"[Tt]he weekend of (?:the )?(?=.*\d ?(?:[-–]|and|to) ?\d)")
"""Before both days of a weekend, it names them once more."""

LAST_WEEKS: Final = re.compile(r"([Ll]ast (?:week|month|year))s")
"""An owner whose apostrophe was forgotten: "last weeks talks"."""

IN_NUMBERS: Final = re.compile(r"(?<=day) \(\d{1,2}/\d{1,2}\)")
"""Behind a weekday, its day and month in numbers."""

ZONE: Final = re.compile(r"(?<=^\d{4})(?=GMT$|UTC$)")
"""Between an hour and its zone, a space that was left out."""

AHEAD: Final = re.compile(
    r"^(?:[Ii]n |[Oo]ver )?[Tt]he (?P<count>.+) (?P<unit>days|weeks|months|years|decades) (?:ahead|to come)$"
)
TO_THE_DAY: Final = re.compile(r" to the day$")
RUN_TOGETHER: Final = re.compile(
    rf"(?<=[a-z,])(?=\d{{4}}$)|(?<=[a-z])(?=\d{{1,2}}(?: |,|$))|(?<=\d)(?={MONTH}\b)|(?<=day,)(?=\d)"
)
"""Where a bad page has left out a space of a date: "12May 2031", "May 12,2031"."""
SPLIT_YEAR: Final = re.compile(r"(?<=\d{4})/(?=\d\d$)")
BOTH_OF: Final = re.compile(rf"({DAY_NAME}) and ({DAY_NAME})( (?:of )?(?:last|this|next) week)")
"""Two days of a week."""

YEARS: Final = re.compile(r"(?P<first>\d{4})(?:/| through )(?P<second>\d{4})")
IN_CAPITALS: Final = re.compile(
    r"(?:(?:[Oo]ver|[Dd]uring|[Ii]n|[Ff]or) )?(?:[Tt]he )?Past (?:\w+ )?(?:Weeks?|Months?|Years?|Decades?)"
)
"""The words of a headline that names a stretch up to now."""

AWAY: Final = re.compile(rf"(?P<time>{NUMBER} [a-z]+) (?:away|off)")
SLASHED: Final = re.compile(r"(\d{4})/(\d\d)/(\d\d)")

THIRDS: Final = re.compile(r"\b([Ee]arly|[Mm]id)-? or (?=mid|late)")


def rewritten(words: str, published: EventDate | None, *, is_over: bool) -> str:
    """Return time words as the resolver reads them; "this weekend" of what is over as the last one.

    >>> rewritten("Last year on 8 August", None, is_over=True)
    '8 August Last year'
    >>> rewritten("two years ago, on 3 May", EventDate.parse("2031-05-14"), is_over=True)
    '3 May 2029'
    """
    if (year := YEAR_BEFORE.fullmatch(words)) is not None:
        return f"{year['rest']} {year['year']}"
    if (year := AGO_BEFORE.fullmatch(words)) is not None:
        try:
            return f"{year['rest']} {resolve(year['year'], published)}"
        except DiploEventsError:
            return words
    if words == "later" or (is_over and THIS_WEEKEND.fullmatch(words) is not None):
        return "today" if words == "later" else "the weekend"
    if (plain := in_plain_words(words)) is not None:
        return plain
    words = BOTH_OF.sub(r"\1\3 and \2\3", words.replace("-to-", " to "))
    words = AHEAD.sub(r"over the next \g<count> \g<unit>", words)
    words = TO_THE_DAY.sub(" today", SLASHED.sub(r"\1-\2-\3", words))
    words = RUN_TOGETHER.sub(" ", SPLIT_YEAR.sub("-", words).removeprefix("FY"))
    words = ZONE.sub(" ", words.strip())
    return IN_NUMBERS.sub("", WEEKEND_OF.sub("", THIRDS.sub(r"\1- to ", words)))


def in_plain_words(words: str) -> str | None:
    """Return "2030/2031", "Past Year" and "two weeks away" as the resolver reads them; `None` for others."""
    if (years := YEARS.fullmatch(words)) is not None and years["first"] < years["second"]:
        return f"{years['first']}-{years['second']}"
    if (owner := LAST_WEEKS.fullmatch(words)) is not None:
        return owner[1]
    if IN_CAPITALS.fullmatch(words) is not None:
        return f"over the {words[words.index('Past') :].lower()}"
    away = AWAY.fullmatch(words)
    return f"in {away['time']}" if away is not None else None
