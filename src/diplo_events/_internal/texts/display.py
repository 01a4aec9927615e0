"""Texts of strangers as they are shown: what cannot be seen as a mark, and what runs from right to left isolated."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from diplo_events._internal.texts.folding import UNSEEN

__all__ = [
    "FIRST_STRONG",
    "ISOLATE",
    "POP",
    "escaped_json",
    "isolate",
    "isolated",
    "legible",
    "legible_message",
    "one_line",
    "printable",
    "quoted",
]

FIRST_STRONG: Final = "\u2068"
"""Begins an isolate, in the direction of its first strong character (Unicode Standard Annex 9, FSI)."""

POP: Final = "\u2069"
"""Ends an isolate (PDI)."""

ISOLATE: Final = re.compile(f"{FIRST_STRONG}([^{FIRST_STRONG}{POP}]*){POP}")
"""A text with the two characters around it that keep its direction from its neighbours."""

RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""The blocks of Unicode for scripts that run from right to left."""

SPACES: Final = "\t\n"
"""The control characters that texts may hold: both are shown as white space."""

BASELESS: Final = ("", *"'\"“‘«(")
"""What a mark is not drawn on: nothing, and the character with which others open a text."""

OPENED: Final = "['\"“‘«(][^\x00-\u02ff]"
"""An opening character before what may be a mark."""

MOST_MARKS: Final = 8
"""How many marks on a letter are shown, more than any orthography has; a higher stack covers the lines around it."""

STACK: Final = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
    f"\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{{{MOST_MARKS + 1}}}"
)
"""A higher stack, of the marks that stacks are made of."""

ZERO_WIDTH_JOINERS: Final = "\u200c\u200d"
"""They shape the letters of some scripts, and join the parts of an emoji."""

UNJOINED: Final = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts whose letters are not shaped: a joiner between them can only deceive."""

UNUSUAL: Final = re.compile(r"[^ -~\n]+")
"""Characters that may have to be escaped."""


def printable(text: str) -> str:
    r"""Return a text as one line that is safe in a terminal: whatever is neither visible nor a space is escaped.

    >>> printable("a\nb\u202ec"), printable("co\u00adop")
    ('a\\nb\\u202ec', 'co\\xadop')
    """
    if not is_suspect(text):
        return text
    return "".join(c if shows else escape(c) for c, shows in judged(text))


def legible(text: str) -> str:
    r"""Return a text with marks in the place of what cannot be seen or turns the direction; spaces stay.

    Joiners stay where a script or an emoji needs them, as do marks on a letter. A mark on nothing is escaped.

    Of a stack of marks, those after the eighth are escaped.

    >>> legible("a\u202eb"), legible("\u0301a"), legible("a\u00a0b\nc") == "a\u00a0b\nc", legible("می\u200cشود")[2] == "\u200c"
    ('a\\u202eb', '\\u0301a', True, True)
    """  # noqa: E501  (an example is one line)
    if not is_suspect(text):
        return text
    return "".join(c if shows or is_space(c) else escape(c) for c, shows in judged(text))


def is_suspect(text: str) -> bool:
    """Whether a text may have a character that is not shown as it is."""
    if text.isascii():
        return not text.isprintable()
    if not text.isprintable() or is_mark(text[:1]):
        return True
    return bool(re.search(UNSEEN, text) or re.search(OPENED, text) or re.search(STACK, text))


def judged(text: str) -> Iterator[tuple[str, bool]]:
    """List the characters of a text, each with whether it is visible where it stands."""
    base, stacked = "", 0  # the visible character before it, and how many marks it has
    for at, character in enumerate(text):
        stacked = stacked + 1 if is_mark(character) else 0
        if character in ZERO_WIDTH_JOINERS:
            shows = is_joined(base) and is_joined(text[at + 1 : at + 2])
        elif is_selector(character):
            shows = not base.isascii() and not is_selector(text[at - 1])
        elif is_mark(character):
            shows = base not in BASELESS and stacked <= MOST_MARKS and not re.match(UNSEEN, character)
        else:
            shows = character.isprintable() and not re.match(UNSEEN, character)
            base = character if shows or is_space(character) else ""
        yield character, shows


def is_space(character: str) -> bool:
    """Whether a character is shown as white space."""
    return character in SPACES or unicodedata.category(character) == "Zs"


def is_mark(character: str) -> bool:
    """Whether a character is drawn on the one before it."""
    return character != "" and unicodedata.category(character).startswith("M")


def is_selector(character: str) -> bool:
    """Whether a character selects a form of the one before it, such as an emoji or an old ideograph."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def is_joined(character: str) -> bool:
    """Whether a character is of a kind that joiners shape: a letter or mark of many scripts, or an emoji."""
    if not character or character.isascii() or not (character.isalpha() or unicodedata.category(character)[0] in "MS"):
        return False
    return not unicodedata.name(character, "LATIN").startswith(UNJOINED)


def escape(character: str) -> str:
    r"""Return the mark of a character, such as `\u202e`."""
    return character.encode("unicode_escape").decode()


def isolate(text: str) -> str:
    r"""Return a text that does not change the order of its neighbours: within an isolate if it runs from right to left.

    >>> isolate("Haifa"), isolate("חיפה") == "\u2068חיפה\u2069"
    ('Haifa', True)
    """
    found = () if text.isascii() else re.findall(RIGHT_TO_LEFT, text)
    runs_left = any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in found)
    return f"{FIRST_STRONG}{text}{POP}" if runs_left else text


def isolated(text: str) -> str:
    """Return a text of the data as it is shown: legible, and isolated if it runs from right to left."""
    return isolate(legible(text))


def one_line(text: str) -> str:
    """Return a name from outside, such as that of a file, as it is shown: on one line, legible and isolated."""
    return isolate(printable(text))


def quoted(value: object) -> str:
    """Return the `repr` of a value as messages show it: legible, and isolated if it runs from right to left."""
    return one_line(repr(value))


def legible_message(text: str) -> str:
    """Return a message as one legible line; the isolates in it stay."""
    parts = ISOLATE.split(text)
    return "".join(one_line(part) if at % 2 else printable(part) for at, part in enumerate(parts))


def escaped_json(text: str) -> str:
    r"""Return JSON with escapes for what cannot be seen; it is the same JSON.

    >>> escaped_json('{"a": "b\u202ec"}')
    '{"a": "b\\u202ec"}'
    """
    return UNUSUAL.sub(escaped_run, text)


def escaped_run(match: re.Match[str]) -> str:
    """Return a run of unusual characters in JSON; how they are shown depends on their neighbours as well."""
    start, end = max(match.start() - 1, 0), match.end() + 1
    shown = list(judged(match.string[start:end]))[match.start() - start :][: match.end() - match.start()]
    return "".join(c if shows or is_space(c) else json_escape(c) for c, shows in shown)


def json_escape(character: str) -> str:
    """Return the escape of a character in JSON, in one or two halves."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
