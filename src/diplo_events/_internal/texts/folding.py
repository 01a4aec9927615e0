"""Texts as they are compared: without case, without what cannot be seen, without the marks on letters."""

import functools
import re
import unicodedata
from collections.abc import Callable
from typing import Final

__all__ = ["UNSEEN", "bare", "caseless", "visible", "with_places"]

IGNORABLE: Final = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
"""The code points with the Unicode property Default_Ignorable_Code_Point: soft hyphen, marks of direction, joiners."""

UNSEEN: Final = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in IGNORABLE) + "]"
"""The pattern of a character that cannot be seen. It is compiled when it is first needed, as others of its size are."""

MARKED: Final = (
    r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS |LONG |AFRICAN |INSULAR )?([A-Z]{1,2})(?: WITH .*)?"
)
"""Names of Latin letters with a stroke, a hook or a dot that no normalisation takes off."""

SPELT_OUT: Final = {"ð": "d", "þ": "th", "ŋ": "ng", "ə": "e", "ʻ": "'", "ʼ": "'"}
"""Letters whose names do not say which letters people write for them."""

ACCENTED: Final = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "ARMENIAN", "GEORGIAN")
"""Scripts in which a word without its marks is the same word, written in a hurry."""


def visible(text: str) -> str:
    r"""Return a text without the characters that cannot be seen.

    >>> visible("co\u00adoperate\u200f")
    'cooperate'
    """
    return text if text.isascii() else re.sub(UNSEEN, "", text)


def caseless(text: str) -> str:
    r"""Return the form in which two texts are equal that differ in case, width or unseen characters alone.

    Source: Unicode Standard, section 3.13, NFKC_Casefold.

    >>> caseless("Co\u00adOperate"), caseless("Straße"), caseless("Ａ") == caseless("a")
    ('cooperate', 'strasse', True)
    """
    if text.isascii():
        return text.lower()
    while (folded := unicodedata.normalize("NFKC", visible(unicodedata.normalize("NFD", text).casefold()))) != text:
        text = folded
    return text


def bare(text: str) -> str:
    """Return a text without case and without the marks on its letters, as it is typed in a hurry.

    >>> bare("Wałęsa"), bare("Đukanović"), bare("Ærø"), bare("Diyarbakır")
    ('walesa', 'dukanovic', 'aero', 'diyarbakir')
    """
    if text.isascii():
        return text.lower()
    letters: list[str] = []
    script = ""
    for character in unicodedata.normalize("NFKD", caseless(text)):
        if unicodedata.category(character) == "Mn":
            if script not in ACCENTED:
                letters.append(character)
            continue
        script = unicodedata.name(character, "").partition(" ")[0]
        letters.append(plain_letter(character))
    return unicodedata.normalize("NFKC", "".join(letters))


def with_places(text: str, form: Callable[[str], str]) -> tuple[str, list[int]]:
    """Return a text with each character in a form and all white space as one, with the place of each in the text.

    >>> with_places("A –  b", str.lower)
    ('a – b', [0, 1, 2, 3, 5])
    """
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = " " if character.isspace() else form(character)
        if piece == " " and pieces and pieces[-1] == " ":
            continue
        pieces.extend(piece)
        places.extend([place] * len(piece))
    return "".join(pieces), places


@functools.lru_cache(maxsize=4096)
def plain_letter(character: str) -> str:
    """Return the letter that a Latin letter with a stroke or a hook was made from; any other character as it is."""
    if character in SPELT_OUT:
        return SPELT_OUT[character]
    match = None if character.isascii() else re.fullmatch(MARKED, unicodedata.name(character, ""))
    return match[1].lower() if match else character
