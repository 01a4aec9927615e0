"""The words of a passage, with their places in the text; a quotation is one word."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["QUOTED", "Token", "tokens"]

QUOTED: Final = "“…”"
"""The word that a whole quotation is."""

WORD: Final = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                   # U.S., p.m.
    | [A-Z]\d\+\d\b                                         # P5+1
    | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Sgt|Maj|Adm|Capt|Prof|St|Jr|Sr|No|Amb|Hon|Rt)\.(?=\s)
    | ['’]s\b | ['’](?=\s|$)                               # a genitive
    | [A-Z][a-z'’-]+,\ (?:Jr|Sr)\b\.?                     # Reis, Jr.
    | (?:[A-Z]|Ma)\.(?=\s[A-Z])                            # an initial, Maria
    | [^\W_]+(?:\.[a-z]{2,4})+\b(?=[\s,;:)])               # bbc.com
    | [^\W_]+(?:[-‐‑–/&][^\W_]+ | ['’](?!s\b)[^\W_]+ | (?<=\d)[.,](?=\d)[^\W_]+)*
    | --(?!-)                                              # a dash of two hyphens
    | [^\w\s]
    """,
    re.VERBOSE,
)

DASH: Final = re.compile(r"\s-\s")
"""A hyphen between spaces, which is a dash."""


class Token(NamedTuple):
    """A word, a mark, or a whole quotation."""

    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""
    text: str
    """How it is written; `QUOTED` for a quotation."""
    low: str
    """The same in lower case."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a mark."""
        return self.text[0].isalnum()


def tokens(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the words of a passage; each quotation, with its marks, is one.

    >>> [token.text for token in tokens("He said “no” to Li’s plan.", 0, 26, [(8, 12)])]
    ['He', 'said', '“…”', 'to', 'Li', '’s', 'plan', '.']
    """
    found: list[Token] = []
    place = start
    for first, last in [*quoted, (end, end)]:
        if first < place:
            continue
        for match in WORD.finditer(text, place, first):
            word = match[0]
            is_dash = word == "--" or (word == "-" and DASH.match(text, match.start() - 1) is not None)
            found.append(Token(match.start(), match.end(), word, "—" if is_dash else word.lower().replace("’", "'")))
        if first < end:
            found.append(Token(first, last, QUOTED, QUOTED))
        place = max(place, last)
    return found
