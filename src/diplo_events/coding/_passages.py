"""`Folded`, a text in which typography does not matter, and `Digest`, what proves a passage without its words."""

import bisect
import functools
import hashlib
import re
import unicodedata
from collections import defaultdict
from typing import Final, Self

import attrs

from diplo_events._internal.texts.folding import UNSEEN
from diplo_events.coding._sentences import cuts_word

__all__ = ["Digest", "Folded", "Place", "digest_of", "exact_hash", "folded", "straight"]

Place = tuple[int, int]
"""Start and end of a passage, in code points."""

QUOTATION_MARKS: Final = "\"'‘’‚‛“”„‟«»‹›′″"
"""Marks that editors put in each other's place, apostrophes among them."""

DASHES: Final = "-‐‑‒–—―−"
"""Hyphens, dashes and the minus sign."""

SAME: Final = str.maketrans(
    dict.fromkeys(QUOTATION_MARKS, '"')
    | dict.fromkeys(DASHES, "-")
    | {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
"""One form for characters that are one sign in different typography. Letters keep their case and their marks."""

STRAIGHT: Final = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‐‑‒–—", "-")
    | {"…": "...", "\u00a0": " ", "\u202f": " "}
)
"""What a plain keyboard has for typographic characters."""

CONTEXT: Final = 12
"""How many folded characters before and after a passage are compared."""

WORDS_DIGITS: Final = 16
SHORT_DIGITS: Final = 8

PLAIN: Final = re.compile(r"[A-Za-z0-9.,:;!?()]+(?![^\x00-\x7f])")
"""Characters that are their own folded form; no mark follows that could belong to the last of them."""

WRITTEN: Final = re.compile(
    rf"([0-9a-f]{{{WORDS_DIGITS}}})-([0-9a-f]{{{SHORT_DIGITS}}})-([1-9]\d*)-(\d+)"
    rf"(?:-([0-9a-f]{{{SHORT_DIGITS}}})-([0-9a-f]{{{SHORT_DIGITS}}}))?"
)


@attrs.frozen(kw_only=True)
class Digest:
    """What proves a passage without its words: hashes of the words and of what stands beside them."""

    words: str
    """The beginning of the SHA-256 of the folded words."""
    exact: str
    """The beginning of the SHA-256 of the words, code point for code point."""
    length: int
    """The number of folded characters."""
    times: int
    """How often the folded words stand in the text; 0 if that is not known."""
    before: str | None = None
    """The beginning of the SHA-256 of the folded characters before the passage, if they are known and identify it."""
    after: str | None = None
    """The same of the characters after the passage."""

    def __str__(self) -> str:
        sides = f"-{self.before}-{self.after}" if self.before and self.after else ""
        return f"{self.words}-{self.exact}-{self.length}-{self.times}{sides}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the digest that a text is, or `None` if it is not one."""
        match = WRITTEN.fullmatch(text)
        if match is None:
            return None
        words, exact, length, times, before, after = match.groups()
        return cls(words=words, exact=exact, length=int(length), times=int(times), before=before, after=after)

    @classmethod
    def of_words(cls, words: str) -> Self:
        """Return the digest of words of which it is not known what stood beside them, or how often they stood there."""
        form = Folded(words).form
        return cls(words=hashed(form), exact=exact_hash(words), length=max(1, len(form)), times=0)


def hashed(text: str, digits: int = WORDS_DIGITS) -> str:
    """Return the beginning of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def exact_hash(words: str) -> str:
    """Return the hash of words, code point for code point."""
    return hashed(words, SHORT_DIGITS)


@functools.lru_cache(maxsize=4096)
def form_of(cluster: str) -> str:
    """Return the folded form of a letter with the marks on it: nothing for what cannot be seen."""
    return unicodedata.normalize("NFD", re.sub(UNSEEN, "", cluster)).translate(SAME)


def straight(text: str) -> str:
    """Return a text with the characters of a plain keyboard in place of typographic ones."""
    return text.translate(STRAIGHT)


class Folded:
    r"""A text in which equal words are equal, whatever their quotation marks, dashes, spaces or Unicode form.

    Case counts, and so does every letter, digit and other mark.

    Examples:
        >>> Folded("“Caf\u00e9”\r\n–  no…").form == Folded("\"Cafe\u0301\" - no...").form
        True
    """

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self.starts: Final[list[int]] = []
        self.ends: Final[list[int]] = []
        pieces: list[str] = []
        start = 0
        while start < len(text):
            if (run := PLAIN.match(text, start)) is not None:
                pieces.extend(run[0])
                self.starts.extend(range(start, run.end()))
                self.ends.extend(range(start + 1, run.end() + 1))
                start = run.end()
                continue
            end = start + 1
            if text[start].isspace():
                while end < len(text) and text[end].isspace():
                    end += 1
                piece = "" if not pieces or end == len(text) or inside_marks(text, start, end) else " "
            else:
                while end < len(text) and unicodedata.combining(text[end]):
                    end += 1
                piece = form_of(text[start:end])
            if (piece == "-" and pieces and pieces[-1] == "-") or (piece == " " and pieces[-1] == " "):
                self.ends[-1] = end
            else:
                pieces.extend(piece)
                self.starts.extend([start] * len(piece))
                self.ends.extend([end] * len(piece))
            start = end
        self.form: Final = "".join(pieces)
        self._by_length: Final[dict[int, dict[str, list[int]]]] = {}

    @functools.cached_property
    def firsts(self) -> list[int]:
        """Where in the folded form a passage may begin: not at a space, inside a character or inside a word."""
        return [
            place
            for place, character in enumerate(self.form)
            if character != " "
            and (place == 0 or self.ends[place - 1] <= self.starts[place])
            and not self.cuts(place, self.starts[place])
        ]

    @functools.cached_property
    def lasts(self) -> frozenset[int]:
        """Where in the folded form a passage may end."""
        size = len(self.form)
        return frozenset(
            place + 1
            for place, character in enumerate(self.form)
            if character != " "
            and (place + 1 == size or self.ends[place] <= self.starts[place + 1])
            and not self.cuts(place + 1, self.ends[place])
        )

    def cuts(self, place: int, code_point: int) -> bool:
        """Whether a passage that begins or ends at a place of the folded form cuts a word of the text."""
        if 0 < place < len(self.form):
            left, right = self.form[place - 1], self.form[place]
            if left.isascii() and right.isascii() and self.ends[place - 1] == self.starts[place]:
                return left.isalnum() and right.isalnum()
        return cuts_word(self.text, code_point)

    def inside(self, place: Place) -> tuple[int, int]:
        """Return where a passage of the text begins and ends in the folded form."""
        return bisect.bisect_left(self.starts, place[0]), bisect.bisect_left(self.starts, place[1])

    def place(self, first: int, last: int) -> Place:
        """Return where a passage of the folded form begins and ends in the text."""
        return self.starts[first], self.ends[last - 1]

    def found(self, digest: Digest) -> list[int]:
        """List where in the folded form the words of a digest begin, as whole words."""
        length = digest.length
        if length not in self._by_length:
            windows = self._by_length[length] = defaultdict(list)
            for first in self.firsts:
                if first + length in self.lasts:
                    windows[hashed(self.form[first : first + length])].append(first)
        return self._by_length[length].get(digest.words, [])

    def stands_once_before(self, first: int) -> bool:
        """Whether what stands before a passage of the folded form stands nowhere else."""
        return first < CONTEXT or self.form.count(self.form[first - CONTEXT : first]) == 1

    def stands_once_after(self, last: int) -> bool:
        """Whether what stands after a passage of the folded form stands nowhere else."""
        return last + CONTEXT > len(self.form) or self.form.count(self.form[last : last + CONTEXT]) == 1

    def is_replaced(self, digest: Digest, first: int) -> bool:
        """Whether other words than those found, about as many, stand between the neighbours of a passage."""
        last = first + digest.length
        ends = [each for each in self._by_neighbour["after"].get(digest.after, ()) if not first < each <= last]
        return any(
            digest.length / 2 <= end - start <= digest.length * 2 and (end <= first or last <= start)
            for start in self._by_neighbour["before"].get(digest.before, ())
            for end in ends
        )

    @functools.cached_property
    def _by_neighbour(self) -> dict[str, dict[str | None, list[int]]]:
        """Where words begin, by what stands before them, and where words end, by what stands after them."""
        before: dict[str | None, list[int]] = defaultdict(list)
        after: dict[str | None, list[int]] = defaultdict(list)
        for first in self.firsts:
            before[self.before(first)].append(first)
        for last in self.lasts:
            after[self.after(last)].append(last)
        return {"before": before, "after": after}

    def before(self, first: int) -> str:
        """Return the hash of what stands before a passage of the folded form; the start of the text counts, too."""
        return hashed(f"\0{self.form}"[max(0, first + 1 - CONTEXT) : first + 1], SHORT_DIGITS)

    def after(self, last: int) -> str:
        """Return the hash of what stands after a passage of the folded form; the end of the text counts, too."""
        return hashed(f"{self.form[last : last + CONTEXT]}\0"[:CONTEXT], SHORT_DIGITS)


def inside_marks(text: str, start: int, end: int) -> bool:
    """Whether white space stands between a quotation mark and the words in it, as in French."""
    return text[start - 1] in "«‹" or text[end] in "»›"


@functools.lru_cache(maxsize=8)
def folded(text: str) -> Folded:
    """Return a text in the form in which typography does not matter; the last ones are kept."""
    return Folded(text)


def digest_of(folded: Folded, place: Place) -> Digest | None:
    """Return the digest of a passage of a text, or `None` if nothing in it can be seen."""
    first, last = folded.inside(place)
    if first >= last:
        return None
    words = hashed(folded.form[first:last])
    digest = Digest(words=words, exact=exact_hash(folded.text[slice(*place)]), length=last - first, times=0)
    places = folded.found(digest)
    if first not in places:
        return digest
    before, after = folded.before(first), folded.after(last)
    same = [each for each in places if folded.before(each) == before and folded.after(each + last - first) == after]
    if len(same) > 1:
        return attrs.evolve(digest, times=len(places))
    return attrs.evolve(digest, times=len(places), before=before, after=after)
