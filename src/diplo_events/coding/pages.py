"""A text in which words are looked up, letter for letter or but for typography, and where they stand in it."""

import bisect
import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import attrs

from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.folding import visible, with_places
from diplo_events.coding.anchoring import Text, cuts_word, sentences, starts

__all__ = ["Page", "Spot", "Spots", "typographic"]

ELLIPSIS: Final = re.compile(r"\s*(?:…|\.\.\.)\s*")
"""In words to be looked up: everything between the words before and after it."""

AROUND: Final = 24
"""How many characters beside a place a message shows."""

SAME_MARKS: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "..."}
)
"""Characters that typesetting puts in the place of those on a keyboard."""


class Spot(NamedTuple):
    """A place in a text, in code points."""

    start: int
    end: int


class Spots(NamedTuple):
    """The places where words stand."""

    all: tuple[Spot, ...]
    exact: bool
    """Whether the words stand there letter for letter, and not only but for typography."""


@attrs.frozen
class Page:
    """A text with what is needed to look words up in it."""

    text: Text

    @property
    def content(self) -> str:
        """The text itself."""
        return self.text.content

    @functools.cached_property
    def typeset(self) -> tuple[str, list[int]]:
        """The text without its typography, with the place of each of its characters."""
        return typographic(self.content)

    @functools.cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.content))]

    @functools.cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        return tuple(sentences(self.content))

    def spots(self, words: str, *, parted: bool = True) -> Spots:
        """Find where words stand, as whole words: letter for letter if possible, else but for typography.

        An ellipsis matches all between the words before it and the nearest ones after it; at the end the rest of the
        sentence, at the beginning what comes before in the sentence.

        Args:
            words: The words.
            parted: Whether an ellipsis can match what is left out; otherwise all words must be given.

        Examples:
            >>> page = Page(Text("a.txt", "He said “no”. She said no."))
            >>> page.spots("She … no"), page.spots('He said "no"').exact
            (Spots(all=(Spot(start=14, end=25),), exact=True), False)
            >>> page.spots("She … no", parted=False)
            Spots(all=(), exact=True)
        """
        for find in (self.whole, self.parted) if parted else (self.whole,):
            for look in (self.exactly, self.loosely):
                if found := tuple(dict.fromkeys(find(words, look))):
                    return Spots(found, look == self.exactly)
        return Spots((), exact=True)

    def whole(self, words: str, look: Callable[[str], list[Spot]]) -> list[Spot]:
        """Find words that are given from the first to the last."""
        return look(words)

    def parted(self, words: str, look: Callable[[str], list[Spot]]) -> Iterator[Spot]:
        """Find words of which only the first and the last are given."""
        for match in ELLIPSIS.finditer(words):
            first, last = words[: match.start()], words[match.end() :]
            if first and last:
                ends = look(last)
                begins = [spot.start for spot in ends]
                for spot in look(first):
                    if (index := bisect.bisect_left(begins, spot.end)) < len(ends):
                        yield Spot(spot.start, ends[index].end)
            elif first or last:
                for spot in look(first or last):
                    start, end = self.sentence_of(spot)
                    yield Spot(spot.start, max(end, spot.end)) if first else Spot(min(start, spot.start), spot.end)

    def sentence_of(self, spot: Spot) -> Spot:
        """Return the sentence in which a place begins, if words were given, else the place."""
        return next((Spot(*piece) for piece in self.sentences if piece[0] <= spot.start < piece[1]), spot)

    def exactly(self, words: str) -> list[Spot]:
        """Find words letter for letter, as whole words."""
        return [Spot(start, start + len(words)) for start in starts(self.content, words) if self.fits(start, words)]

    def fits(self, start: int, words: str) -> bool:
        """Whether words that stand at a place are whole words there."""
        return not (cuts_word(self.content, start) or cuts_word(self.content, start + len(words)))

    def loosely(self, words: str) -> list[Spot]:
        """Find words but for typography, as whole words."""
        form, places = self.typeset
        sought = typographic(words)[0].strip()
        found: list[Spot] = []
        for begin in starts(form, sought):
            after = begin + len(sought)
            start, end = places[begin], places[after - 1] + 1
            parts_letter = places[begin - 1 : begin] == [start] or places[after : after + 1] == [end - 1]
            if not parts_letter and not cuts_word(self.content, start) and not cuts_word(self.content, end):
                found.append(Spot(start, end))
        return found

    def words_at(self, spot: Spot) -> str:
        """Return the words at a place."""
        return self.content[spot.start : spot.end]

    def where(self, spot: Spot) -> str:
        """Return a place as messages show it: file, line and column, and the words around.

        >>> Page(Text("a.txt", "He said no. She said no.")).where(Spot(8, 10))
        "a.txt:1:9 ('He said [no]. She said no.')"
        """
        line = bisect.bisect_right(self.line_starts, spot.start)
        column = spot.start - self.line_starts[line - 1] + 1
        before = self.content[max(0, spot.start - AROUND) : spot.start].rpartition("\n")[2]
        after = self.content[spot.end : spot.end + AROUND].partition("\n")[0]
        words = self.words_at(spot)
        shown = words if len(words) <= 2 * AROUND else f"{words[:AROUND]} … {words[-AROUND:]}"
        return f"{self.text.name}:{line}:{column} ({quoted(f'{before}[{shown}]{after}')})"


def typographic(text: str) -> tuple[str, list[int]]:
    r"""Return a text as a keyboard writes it, with the place of each character in the text.

    Quotation marks, apostrophes, dashes and ellipses become those of ASCII, white space becomes one space, what cannot
    be seen is left out, and letters with marks on them are taken apart (Unicode form NFD). Case and letters stay.

    >>> typographic("“Yes”,\u00a0she\n said")[0], typographic("co\u00adoperate")[0]
    ('"Yes", she said', 'cooperate')
    """
    return with_places(text, keyed)


@functools.lru_cache(maxsize=4096)
def keyed(character: str) -> str:
    """Return what a keyboard writes for a character."""
    return visible(unicodedata.normalize("NFD", character)).translate(SAME_MARKS)
