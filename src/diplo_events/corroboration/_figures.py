"""Figures in a text, in digits or words: `26 nations`, `1.5 million people`, `two dozen states`."""

import re
from decimal import Decimal
from typing import Final

from diplo_events._internal.texts.folding import caseless

__all__ = ["figure_in"]

UNITS: Final = dict(
    zip(
        [
            *["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        ],
        range(1, 20),
        strict=True,
    )
)
TENS: Final = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SCALES: Final = {
    "dozen": 12,
    "dozens": 12,
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
"""Words that multiply the figure before them."""

DIGITS: Final = r"(?<![\w.,'’/$€£¥–—-])(?:\d{1,3}(?:[,.'’ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
"""A number that is a word of its own, with its groups of three digits parted as writers part them: not `G20`."""

SPELT: Final = "|".join([*UNITS, *TENS])

SCALE: Final = r"(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b"

PARTS: Final = r"(?:halves|quarters?|thirds?|(?:four|fif|six|seven|eigh|nin|ten)ths?)\b"
"""Fractions: two thirds of the members are not two."""

FIGURE: Final = re.compile(
    rf"(?P<digits>{DIGITS})(?:[\s\u00a0-]*(?P<scale>{'|'.join(SCALES)})\b)?(?=\s+\w)"
    rf"|(?<!\d[\s\u00a0-])\b(?!(?:dozens|millions)\b)(?P<half>half an? (?={SCALE}))?"
    rf"(?P<words>(?:(?:{SPELT}|a|{'|'.join(SCALES)}|and)\b[\s-]*)*\b(?:{SPELT}|{'|'.join(SCALES)})\b)(?=\s+\w)(?!\s+{PARTS})"
)

RANGE: Final = re.compile(r"\d\s?(?:\b(?:to|or|and)\b|[-–—])\s?\d|\bbetween\s+\w+\s+and\b")
"""Two figures of which one is right: neither is the figure of the text."""

LONGEST: Final = 2_000
"""How much of a name is looked at."""


def figure_in(text: str) -> Decimal | None:
    """Return the first figure of a text that counts what the next word names, or `None`.

    >>> figure_in("26 nations"), figure_in("1,000,000 men") == figure_in("1 million men"), figure_in("the G20")
    (Decimal('26'), True, None)
    >>> figure_in("two dozen states"), figure_in("twenty-six states"), figure_in("1.5 million people")
    (Decimal('24'), Decimal('26'), Decimal('1500000'))
    """
    words = caseless(text[:LONGEST])
    match = None if RANGE.search(words) else FIGURE.search(words)
    if match is None:
        return None
    if match["digits"]:
        scale = SCALES[match["scale"]] if match["scale"] else 1
        exact = number(match["digits"]) * scale
        return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact
    figure = in_words(re.findall(r"[a-z]+", match["words"]))
    return figure / 2 if match["half"] else figure


def number(digits: str) -> Decimal:
    """Return a number in digits; groups of three digits are whole thousands, anything else behind a mark a fraction."""
    digits = re.sub(r"['’ \u00a0\u2009\u202f]", "", digits)
    marks = re.findall(r"[.,]", digits)
    head, _, tail = digits.rpartition(marks[-1]) if marks else (digits, "", "")
    if marks and (len(tail) != 3 or head in {"", "0"}) and marks.count(marks[-1]) == 1:  # noqa: PLR2004  (three digits)
        return Decimal(re.sub("[.,]", "", head) + "." + tail)
    return Decimal(re.sub("[.,]", "", digits))


def in_words(words: list[str]) -> Decimal:
    """Return a number that is written in words."""
    total, current = 0, 0
    for word in words:
        if word in SCALES and not current and total:  # ten thousand million
            total *= SCALES[word]
        elif word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1000:  # noqa: PLR2004  (below, a word counts on: two hundred and six)
                total, current = total + current, 0
        else:
            current += UNITS.get(word, TENS.get(word, 0))
    return Decimal(total + current)
