"""Sentences of a text in any script, and where its words may be cut; linear in the length of the text.

The marks are those of the Unicode property Sentence_Terminal; where a full stop is one of an abbreviation is decided
by the word before it and the one after it (Unicode Standard Annex 29, section 5, rules SB6 to SB8a, with a list).
"""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

__all__ = ["cuts_word", "sentences"]


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(text.split())


FULL: Final = "。！？｡．"
"""Marks of scripts that put no space after a sentence."""

OTHER: Final = "!?…‼⁇⁈⁉‽؟۔؝܀।॥։።፧፨។៕။၊᠃᠉᰻᱿꓿꘎꘏꛷꡶꣎꤯꧈꩝꯫︒﹖﹗"
"""Marks that end a sentence where white space follows."""

CLOSING: Final = "\"'”’»›)]}」』】〕〉》）］｝"
"""What can stand between the end of a sentence and the white space after it."""

GOES_ON: Final = "とっ、，"
"""What follows a quotation within a sentence of Japanese or Chinese: its particle, or a comma."""

LINES: Final = "\n\r\u0085\u2028\u2029"
"""What ends a line, and with it a sentence."""

END: Final = re.compile(
    rf"(?:[{FULL}][.{re.escape(OTHER)}{FULL}]*|[.{re.escape(OTHER)}]+)[{re.escape(CLOSING)}]*|[{LINES}]+"
)

WORD: Final = re.compile(r"[^\s(\[{\"“”«»‘]*\Z")
"""The last word of a text, with the stops inside it: `U.S`, `p.m`, `J`."""

LOOK_BACK: Final = 24
"""How many characters before a full stop can belong to an abbreviation."""

TITLES: Final = words(
    """
    mr mrs ms messrs mx dr prof st ste sr jr rev fr hon gen lt col maj capt cmdr adm brig sgt cpl pvt gov sen
    rep pres amb rt sec atty supt det insp mt spc cpt lcpl msgt ambs gens sens reps profs drs hrn sra
    srta vs viz cf e.g i.e ca approx fig mme mlle mm hr fra frl bzw vgl z.b d.h
    u.a s.e
    """
)
"""Abbreviations (in lower case, without the last stop) after which a sentence goes on."""

NUMBERED: Final = words(
    """
    no nos nr art arts para paras sec secs ch chap vol pp p pt res doc dec reg cl jan feb mar apr jun jul aug
    sep sept oct nov núm
    """
)
"""Abbreviations after which a sentence goes on with a number."""

OPEN: Final = words(
    """
    a.m p.m am pm u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c b.c a.d etc inc ltd corp co bros al est gmt jan feb
    mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun dept govt int'l
    ft min dep ave cent
    """
)
"""Abbreviations that can end a sentence: it goes on unless a word follows that begins one."""

STARTERS: Final = words(
    """
    a an the this that these those there here he she it they we you i his her its their our my who what when
    where why how but and or yet so nor if as at in on for from to by with after before since until while
    although though because however meanwhile also still then now not no yes both each some all many most
    several earlier later asked according despite during under over last next
    """
)
"""Words that begin sentences and hardly follow an abbreviation with a capital otherwise."""

MONTHS: Final = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember
    """
)
"""Months of languages that write a full stop behind the day: `3. September`."""

NEXT: Final = re.compile(r"\s*[\"'“”‘’«»‹›„‚(\[{¿¡「『]*([^\W_]+)?")

SPACELESS: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x3040, 0x312F),  # Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31BF),  # Bopomofo
    (0x31F0, 0x31FF),  # Katakana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),  # Han
    (0xA9E0, 0xA9FF),  # Myanmar
    (0xAA60, 0xAADF),  # Myanmar, Tai Viet
    (0xF900, 0xFAFF),  # Han
    (0xFF66, 0xFF9F),  # Katakana
    (0x1B000, 0x1B16F),  # Kana
    (0x20000, 0x3FFFF),  # Han
)
"""The blocks of scripts that put no space between words (Unicode Standard Annex 14, class SA, and ideographs)."""

FIRSTS: Final = [first for first, _ in SPACELESS]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""Return the start and end of each sentence of a text, in code points, without the white space around.

    A sentence ends at a line's end, or at a mark that ends sentences: before white space, or anywhere in a script
    that puts none there. The full stop of an abbreviation, of an initial, or before a small letter ends none.

    Examples:
        >>> list(sentences("One. Two?\nThree"))
        [(0, 4), (5, 9), (10, 15)]
        >>> text = "Mr. Li met J. Doe at 5 p.m. on Monday. He left."
        >>> [text[start:end] for start, end in sentences(text)]
        ['Mr. Li met J. Doe at 5 p.m. on Monday.', 'He left.']
    """
    start = 0
    for match in END.finditer(text):
        if ends(text, match):
            yield from stripped(text, start, match.end())
            start = match.end()
    yield from stripped(text, start, len(text))


def stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return a piece of a text without the white space around it, unless nothing is left."""
    piece = text[start:end]
    if bare := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(bare)


def ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends where a mark stands."""
    mark, end = match[0], match.end()
    if mark[0] in FULL:
        return mark[-1] in FULL or text[end : end + 1] not in GOES_ON or end == len(text)
    if mark[0] in LINES or end == len(text):
        return True
    if not text[end].isspace() or text[end] in LINES:
        return text[end] in LINES
    follower = NEXT.match(text, end)
    following = (follower[1] or "") if follower else ""
    if following[:1].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    return not goes_on(text[max(0, match.start() - LOOK_BACK) : match.start()], following)


def goes_on(before: str, following: str) -> bool:
    """Whether a sentence goes on after a full stop, from the word before it and the word after it."""
    word = (found[0] if (found := WORD.search(before)) else "").lower().lstrip("'’-–—")
    starts_one = following.lower() in STARTERS
    if word in NUMBERED and following[:1].isdigit():
        return True
    if word in TITLES:
        return True
    if word.isdigit() and len(word) <= 2:  # noqa: PLR2004  (a day has two digits)
        return following.lower() in MONTHS
    is_initial = len(word) == 1 and word.isalpha()
    is_dotted = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word) is not None
    return (word in OPEN or is_initial or is_dotted) and bool(following) and not starts_one


def cuts_word(text: str, place: int) -> bool:
    """Whether a passage that begins or ends at a place cuts a word.

    Letters, digits and the marks on them belong together, but for scripts that put no space between words.

    Examples:
        >>> cuts_word("peace talks", 5), cuts_word("peace talks", 3), cuts_word("和平会谈", 2)
        (False, True, False)
    """
    if not 0 < place < len(text):
        return False
    left, right = text[place - 1], text[place]
    if is_mark(right):
        return True
    base = place - 1
    while base > 0 and is_mark(text[base]):
        base -= 1
    left = text[base]
    return left.isalnum() and right.isalnum() and not (is_spaceless(left) or is_spaceless(right))


def is_mark(character: str) -> bool:
    """Whether a character is written on, or joined to, the one before it."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in "\u200d\ufe0e\ufe0f"


def is_spaceless(character: str) -> bool:
    """Whether a character is of a script that puts no space between words."""
    index = bisect.bisect_right(FIRSTS, ord(character)) - 1
    return index >= 0 and ord(character) <= SPACELESS[index][1]
