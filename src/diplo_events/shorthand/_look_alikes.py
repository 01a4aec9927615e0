"""Words that stand nowhere in a text: what the text has that is most like them, and what differs."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.folding import bare
from diplo_events.coding.anchoring import cuts_word, near_miss
from diplo_events.coding.pages import ELLIPSIS, Page, Spot

__all__ = ["nearest"]

WORD: Final = re.compile(r"\S+")

EDGES: Final = re.compile(r"^\W+|\W+$")

LEAST_LIKE: Final = 0.6
"""From how like on words are shown as what was meant."""

MOST_COMPARED: Final = 8
"""How many windows of a text are compared letter by letter, after all were compared by their words."""

LONGEST: Final = 400
"""How much of the words is looked at."""


def nearest(page: Page, words: str) -> str:
    """Return, for words that stand nowhere, what is most like them and what differs; a hint for a message."""
    for part in parts_of(words):
        if not page.spots(part).all:
            return look_alike(page, part)
    return "the last words do not come after the first ones"


def parts_of(words: str) -> Iterator[str]:
    """List the words before and after an ellipsis; the words as they are if there is none."""
    yield from (part for part in ELLIPSIS.split(words) if part)


def look_alike(page: Page, words: str) -> str:
    """Return where the words that are most like some stand, and what differs."""
    near = near_miss(page.content, words)
    spot = Spot(start := page.content.find(near), start + len(near)) if near else likest(page, words[:LONGEST])
    if spot is None:
        return "nothing in the text is like it"
    if near and (whole := whole_words(page.content, spot)) != spot:
        return f"they cut a word: the whole words are at {page.where(whole)}"
    return f"the nearest is at {page.where(spot)}: {difference(words, page.words_at(spot))}"


def whole_words(text: str, spot: Spot) -> Spot:
    """Return a place made as long as the words that it begins and ends in are whole."""
    start, end = spot.start, spot.end
    while start > 0 and cuts_word(text, start):
        start -= 1
    while end < len(text) and cuts_word(text, end):
        end += 1
    return Spot(start, end)


def likest(page: Page, words: str) -> Spot | None:
    """Return the words of a text that are most like some, or `None` if none are like them."""
    pieces = [(match.start(), match.end()) for match in WORD.finditer(page.content)]
    forms = [key(page.content[start:end]) for start, end in pieces]
    sought = [key(match[0]) for match in WORD.finditer(words)]
    if not sought or not pieces:
        return None
    width = min(len(sought), len(forms))
    ranked = sorted(overlaps(forms, sought, width), reverse=True)[:MOST_COMPARED] if len(sought) > 1 else []
    close = difflib.get_close_matches(sought[0], forms, 1)
    windows = [-index for _, index in ranked] or [forms.index(word) for word in close]
    best, best_ratio = None, LEAST_LIKE
    for index in windows:
        spot = Spot(pieces[index][0], pieces[index + width - 1][1])
        ratio = difflib.SequenceMatcher(None, words, page.words_at(spot), autojunk=False).ratio()
        if ratio >= best_ratio:
            best, best_ratio = spot, ratio
    return best


def overlaps(forms: list[str], sought: list[str], width: int) -> Iterator[tuple[int, int]]:
    """Count how many of the sought words each window of a text has, each count with the index of the window below 0."""
    wanted, here = Counter(sought), Counter(forms[:width])
    shared = sum((wanted & here).values())
    yield shared, 0
    for index in range(1, len(forms) - width + 1):
        gone, come = forms[index - 1], forms[index + width - 1]
        shared -= here[gone] <= wanted[gone]
        here[gone] -= 1
        here[come] += 1
        shared += here[come] <= wanted[come]
        yield shared, -index


def key(word: str) -> str:
    """Return a word without its case, marks and punctuation."""
    return re.sub(r"\W", "", bare(word)) or word


def difference(words: str, there: str) -> str:
    """Return the first difference between words and those of a text; that of letters goes before that of marks.

    >>> difference("islands that were ours", "islands that are ours”")
    "'were' is 'are' there"
    """
    typed, found = words.split(), there.split()
    for form in (bared, str):
        matcher = difflib.SequenceMatcher(None, [form(w) for w in typed], [form(w) for w in found], autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            old, new = quoted(" ".join(typed[a:b])), quoted(" ".join(found[c:d]))
            match kind:
                case "replace":
                    return f"{old} is {new} there"
                case "delete":
                    return f"{old} is not there"
                case "insert":
                    return f"{new} is there too"
                case _:
                    pass
    return "only its white space differs"


def bared(word: str) -> str:
    """Return a word without the marks around it."""
    return EDGES.sub("", word) or word
