"""The words of time in news: their tables, their patterns, and a phrase in the one spelling that patterns read."""

import functools
import re
from typing import Final

from diplo_events._internal.texts.folding import visible
from diplo_events.errors import RelativeDateError, shown

__all__ = [
    "BOUNDS",
    "COUNT",
    "DAY",
    "DAY_NAMES",
    "LEAD",
    "LONGEST_PHRASE",
    "MONTH",
    "MONTHS",
    "NTH",
    "OF_YEAR",
    "PART",
    "PART_NAMES",
    "SEASON",
    "SEASONS",
    "TENS",
    "UNIT",
    "UNITS",
    "WEEKDAY",
    "WEEKDAYS",
    "WHICH",
    "YEAR",
    "any_of",
    "compiled",
    "count_of",
    "place_of",
    "plain",
]

LONGEST_PHRASE: Final = 80
"""How many characters a phrase may have: it is a time word, not a sentence."""

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The EDTF code of each season; none says of which hemisphere."""

DAY_NAMES: Final = {
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), 0),
    "tomorrow": 1,
    "day after tomorrow": 2,
    "yesterday": -1,
    "last night": -1,
    "day before yesterday": -2,
    "night before last": -2,
}
"""How many days each lies after the publication."""

PART_NAMES: Final = {
    **{name: name for name in ("early", "mid", "late", "beginning", "end")},
    "middle": "mid",
    "start": "beginning",
}
"""The part of a period that each word means."""

BOUNDS: Final = {
    **dict.fromkeys(("since", "ever since"), "since"),
    **dict.fromkeys(("from", "as from", "with effect from", "starting", "starting from", "starting on"), "from"),
    **dict.fromkeys(("until", "till", "up to", "up until"), "until"),
    **dict.fromkeys(("by", "on or before", "no later than", "not later than"), "by"),
    **dict.fromkeys(("before", "prior to", "ahead of"), "before"),
    "after": "after",
}
"""The relation that each preposition means."""

UNITS: Final = ("minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first used: most programs read no time words."""
    return re.compile(pattern)


def any_of(*words: str) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def plain(phrase: str) -> str:
    """Return a phrase in lower case, numbers in digits, without marks that make no difference.

    Commas stay, because they part the dates of a list.

    >>> plain("Thirteen days\u2019 time"), plain("the twenty-first century"), plain("Wed., 5 P.M.")
    ('13 days time', 'the 21st century', 'wed, 5 pm')

    Raises:
        RelativeDateError: The phrase is too long for a time word, or has other letters than those from a to z.
    """
    if len(phrase) > LONGEST_PHRASE:
        raise RelativeDateError(f"expected a time word of at most {LONGEST_PHRASE} characters, found {len(phrase)}")
    text = " ".join(visible(phrase).split()).translate(_SAME_MARK)
    if not text.isascii():
        other = next(mark for mark in text if not mark.isascii())
        raise RelativeDateError(f"expected a time word in plain letters and digits, found {shown(other)}")
    text = text.lower()
    for pattern, replacement in _SAME_SPELLING:
        text = compiled(pattern).sub(replacement, text)
    text = compiled(_ORDINAL).sub(lambda match: f"{_below_100(match[0])}{_suffix(_below_100(match[0]))}", text)
    text = compiled(_CARDINAL).sub(lambda match: str(_cardinal(match)), text)
    text = compiled(_YEARS).sub(_both_years, text)
    text = compiled(_YEAR_FIRST).sub(r"\2 of \1", text)
    return text.strip(" .,;:'")


def count_of(word: str) -> int:
    """Return the number that a match of `COUNT` means."""
    return 1 if word in {"a", "an", "the"} else int(word)


def place_of(word: str, names: tuple[str, ...]) -> int:
    """Return the place of a weekday or month in its table, found by its first three letters."""
    return [name[:3] for name in names].index(word[:3])


# Patterns, to be put into others

DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY: Final = f"(?P<weekday>{any_of(*WEEKDAYS, *(day[:3] for day in WEEKDAYS), 'tues', 'weds', 'thur', 'thurs')})"
MONTH: Final = f"(?P<month>{any_of(*MONTHS, *(month[:3] for month in MONTHS), 'sept')})"
SEASON: Final = f"(?P<season>{any_of(*SEASONS)})"
YEAR: Final = r"(?P<year>[12]\d{3}|(?:last|this|next) year)"
OF_YEAR: Final = rf"(?:(?: of| in)? {YEAR})?"
COUNT: Final = r"(?P<count>\d{1,3}|an?)"
UNIT: Final = f"(?P<unit>{any_of(*UNITS)})"
WHICH: Final = "(?P<which>last|this|next)"
PART: Final = f"(?P<part>{any_of(*PART_NAMES)})(?:(?: of| in)? (?:the )?|-|(?<=mid))"
NTH: Final = r"(?P<nth>\d{1,2}(?=st|nd|rd|th)|last|final)(?:st|nd|rd|th)?"
LEAD: Final = (
    r"^(?:on |in |at |over (?!.* ago$)|during |as of |back in |sometime |some time )*"
    "(?:the (?!last |this |next |past |coming ))?"
)
"""What may stand before a period and says nothing about it."""

# Spelling

_SAME_MARK: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")  # hyphens, dashes, minus
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)
_SAME_SPELLING: Final = (
    (r"(?<![a-z])([ap])\. ?m\b\.?|(?<=\d)( ?[ap]) ?m\b", r"\1\2m"),  # 5 p.m.
    (r"o'clock", "oclock"),
    (r"\bcenturies\b", "centurys"),  # the s of a plural stands alone
    (r" ?& ?", " and "),
    (r"\bopening (?=day|week|month)", "first "),
    (r"\b(week|month|year)(?:'s)?[ -]end\b(?<!week-end)(?<!week end)", r"end of the \1"),
    (r"\ban? (hour|day|week|month|year) or (?:two|2)\b", r"1 or 2 \1s"),
    (r"\bclosing (?=day|week|month|year)", "last "),
    (r"\b(\d{4}-\d\d-\d\d)t(?=\d\d:\d\d)", r"\1 "),  # 2025-09-03T17:00
    (r"(?<=:\d\d)z\b", " utc"),
    (r"'s\b|(?<=s)'(?= |$)", ""),  # last week's, two weeks' time; the plural keeps its s
    (r"'(?=\d0s)", ""),  # the '90s
    (r"(?<=[a-z])\.(?=\d)", " "),  # Sept.3
    (r"(?<=[a-z])\.|[\"()]", ""),
    (r" *, *", ", "),
    (r" ?- ?", "-"),
    (r"\b([12]\d{3}) ?([qh]\d)\b", r"\2 \1"),  # 2025 Q3
    (
        rf"\b(\d\d?)-({any_of(*MONTHS, *(month[:3] for month in MONTHS))})-(?=[12]\d{{3}}\b)",
        r"\1 \2 ",
    ),  # 4-Sep-2025
    (r" +", " "),
)

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {
    **{word: n for n, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
}
_ORDINALS: Final = {
    **{f"{word}th": n for word, n in _VALUES.items()},
    **{f"{word.removesuffix('y')}ieth": _VALUES[word] for word in _TENS},
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
TENS: Final = {"noughties": 0, **{f"{word.removesuffix('y')}ies": _VALUES[word] for word in _TENS}}
"""The nineties and other decades of a century, and the number with which their years begin."""

_BELOW_100: Final = f"(?:{any_of(*_TENS)})(?:[- ](?:{any_of(*_ONES)}))?|{any_of(*_ONES, *_TEENS)}"
_CARDINAL: Final = (
    rf"\b(?:(?P<half>half a dozen)|(?P<dozens>an?|{any_of(*_ONES)}) dozen"
    rf"|(?P<hundreds>an?|{any_of(*_ONES)}) hundred(?:(?: and)? (?P<more>{_BELOW_100}))?|(?P<few>{_BELOW_100}))\b"
)
_ORDINAL: Final = rf"\b(?:(?:{any_of(*_TENS)})[- ])?(?:{any_of(*_ORDINALS)})\b"


_YEARS: Final = r"\b(?P<century>[12]\d)(?P<first>\d\d)-(?P<second>\d\d)\b(?![-:])"
_YEAR_FIRST: Final = r"^(?:the )?((?:last|this|next) year|[12]\d{3}) (\d(?:st|nd|rd|th) (?:quarter|half))$"


def _both_years(match: re.Match[str]) -> str:
    """Return `1939-1945` for `1939-45`, but leave `2010-12` alone, which is a month."""
    first, second = int(match["first"]), int(match["second"])
    if second <= max(first, len(MONTHS)):
        return match[0]
    return f"{match['century']}{match['first']}-{match['century']}{match['second']}"


def _below_100(words: str) -> int:
    """Return the number of words such as `twenty-one` or `twenty-first`."""
    return sum(_VALUES.get(word) or _ORDINALS[word] for word in re.split("[- ]", words))


def _cardinal(match: re.Match[str]) -> int:
    """Return the number that a match of `_CARDINAL` says."""
    if match["half"]:
        return 6
    if match["dozens"]:
        return 12 * _VALUES.get(match["dozens"], 1)
    if match["hundreds"]:
        return 100 * _VALUES.get(match["hundreds"], 1) + (_below_100(match["more"]) if match["more"] else 0)
    return _below_100(match["few"])


def _suffix(number: int) -> str:
    """Return what follows the digits of an ordinal.

    >>> [_suffix(number) for number in (1, 2, 3, 11, 21)]
    ['st', 'nd', 'rd', 'th', 'st']
    """
    if number // 10 == 1:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
