"""Times of day in a phrase: `at 5 p.m.`, `noon`, `in the small hours`, and what remains of the phrase without them."""

import re
from collections.abc import Iterator
from typing import Final

from diplo_events.dates._words import MONTHS, any_of, compiled
from diplo_events.errors import RelativeDateError, shown

__all__ = ["split_hours"]


def split_hours(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each way to read a time of day out of a phrase.

    Yields:
        The rest of the phrase, empty if nothing else was said; the time of day in EDTF, empty if it is not known
        exactly; and whether the words can only be of a day, as `early` and `the end of` need not be.

    >>> list(split_hours("wednesday at 5 pm"))
    [('wednesday', '17:00:00', True)]
    >>> list(split_hours("the small hours of wednesday"))
    [('wednesday', '', True)]
    """
    for pattern in (*_WAYS, *_EDGES):
        if match := compiled(pattern).fullmatch(text):
            rest = match.groupdict().get("rest") or ""
            yield "today" if rest in {"day", "the day"} else rest, _time(match), pattern in _WAYS


def _time(match: re.Match[str]) -> str:
    """Return the time of day of a match in EDTF, empty if it is not known exactly.

    Raises:
        RelativeDateError: There is no such time of day.
    """
    words = match.groupdict()
    if any(words.get(name) for name in ("part", "about", "side", "from", "midnight")):
        return ""
    hour, minute, second = (
        int(next((words[name] for name in names if words.get(name)), "0"))
        for names in (("hour12", "hour24", "hour"), ("minute12", "minute24", "minute"), ("second24",))
    )
    if words.get("noon"):
        hour = _NOON
    elif digits := words.get("hours4"):
        hour, minute = divmod(int(digits), 100)
    elif words.get("hour12"):
        half = words.get("half") or _half_of_day(words["day_part"], hour)
        if not half and hour <= _NOON:
            return ""  # 5 o'clock is twice a day
        if half:
            hour = hour % _NOON + (_NOON if half == "pm" else 0) if 1 <= hour <= _NOON else _NEVER
    if (hour, minute, second) > _MIDNIGHT or max(minute, second) >= _SIXTY:
        raise RelativeDateError(f"{shown(words['clock'])} is not a time of day")
    zone = "Z" if words.get("zone") in {"gmt", "utc"} else ""
    return f"{hour:02}:{minute:02}:{second:02}{zone}"


def _half_of_day(part: str | None, hour: int) -> str:
    """Return `am` or `pm` for an hour in the morning, afternoon or evening or at night; empty if that is not clear."""
    if part in {"night", "tonight"}:
        return "" if hour == _NOON else "am" if hour < _DUSK else "pm"
    return "am" if part == "morning" else "pm" if part else ""


_NOON: Final = 12
_DUSK: Final = 6
_NEVER: Final = 99
_SIXTY: Final = 60
_MIDNIGHT: Final = (24, 0, 0)

_ZONE: Final = (
    "(?: (?P<zone>gmt|utc|local(?: time)?|(?!on |at |in )[a-z]+(?: [a-z]+)? time"
    f"|in (?!the |last |this |next |{any_of(*MONTHS)})[a-z]+(?= on |$)|[ecmp][sd]?t|cest|cet|eest|eet|west"
    "|wet|msk|trt|bst|ist|jst|kst))?"
)
_CLOCK: Final = (
    "(?P<clock>(?P<noon>(?:12 )?noon|midday)|(?P<midnight>(?:12 )?midnight)"
    r"|(?P<hour12>\d{1,2})(?:[:.](?P<minute12>\d\d))? ?"
    "(?:(?P<half>[ap]m)|(?:oclock )?(?:in the|at) (?P<day_part>morning|afternoon|evening|night)|oclock)"
    r"|(?P<hour24>\d{1,2})(?::|(?<=at \d)\.|(?<=at \d\d)\.)(?P<minute24>\d\d)(?::(?P<second24>\d\d))?"
    r"(?: ?h(?:ou)?rs| ?h)?"
    r"|(?P<hours4>\d{4})(?: ?h(?:ou)?rs| ?h|(?= gmt| utc))"
    rf"|(?P<hour>\d{{1,2}})h(?P<minute>\d\d)?){_ZONE}(?: \d{{4}} (?:gmt|utc)| \d?\d:\d\d (?:gmt|utc))?"
)
_SOME_CLOCK: Final = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|noon|midday|midnight)"
_HOUR_OF_PART: Final = r"(?P<clock>(?P<hour12>\d{1,2})(?:[:.](?P<minute12>\d\d))?)"
_DAY_PART: Final = "(?:.+ )?(?P<day_part>morning|afternoon|evening|night|tonight)"
_SIDE: Final = "(?: (?P<side>from|between|before|after|by|until|till|since))?"
_RANGE: Final = rf"(?:(?:from |between )?(?P<from>{_SOME_CLOCK})(?:-| to | and | until | till ))?"
_ABOUT: Final = (
    r"(?:at )?(?P<about>around|about|approximately|roughly|nearly|almost|circa|some time|sometime"
    "|(?:just|shortly|soon|well|right|immediately|long|some time|sometime|minutes|hours|late) (?:before|after|past)"
    "|past)? ?"
)
_PART: Final = (
    "(?P<part>(?:small|early|wee|late|pre-?dawn|morning|evening|daylight|night|night-?time)(?: morning| evening)? hours"
    "(?:,? (?:of )?(?:the )?morning(?! of))?"
    "|(?:early |late |mid-?)?(?:morning|afternoon|evening|night)|dawn|dusk|daybreak|sunrise|sunset|nightfall|lunchtime"
    "|(?:before|after|around) (?:dawn|dusk|dark|daybreak|sunrise|sunset|nightfall))"
)
_ALONE: Final = (
    "(?P<part>(?:small|early|wee|late|pre-?dawn|morning|evening) hours(?:,? (?:of )?(?:the )?morning)?"
    "|(?:early |late |mid-?)?(?:morning|afternoon|evening)|dawn|dusk|daybreak|(?:before|after) (?:dawn|dark|daybreak))"
)
_EARLY: Final = "(?P<part>early|earlier|late|later)(?: on)?(?: in)?"
_EDGE: Final = "(?P<part>start|beginning|middle|end) of"
_REST: Final = "(?: on| of| in|,)?(?: the)? (?P<rest>.+)"

_WAYS: Final = (
    rf"(?P<rest>{_DAY_PART}),? at {_HOUR_OF_PART}",  # Wednesday afternoon at 3
    rf"at {_HOUR_OF_PART}(?: on| in)?(?: the)? (?P<rest>{_DAY_PART})",  # at 8 this morning
    rf"(?:in |at |on |during |over )?(?:the )?{_PART}{_REST}",  # in the small hours of Wednesday
    rf"(?P<rest>.+?),?(?: in| at| during| on)?(?: the)? {_PART}",  # Wednesday evening
    rf"(?:at )?{_ABOUT}{_RANGE}(?:at )?{_CLOCK}{_REST}",  # at 5 p.m. on Wednesday
    rf"(?P<rest>.+?),?{_SIDE}(?: at)? {_ABOUT}{_RANGE}{_CLOCK}",  # Wednesday at 5 p.m.
    rf"(?:in |at |during )?(?:the )?{_ALONE}",
    rf"(?:at )?{_ABOUT}{_RANGE}{_CLOCK}",
)
_EDGES: Final = (
    rf"{_EARLY} (?P<rest>.+)",  # early on Wednesday
    rf"(?:at )?(?:the )?{_EDGE} (?P<rest>.+)",  # the end of the day
)
