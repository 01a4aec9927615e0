"""Texts with known passages, edited at random: where each passage stands afterwards is known from its words.

The text is a list of words. Every word of the old text has a number; an edit moves, copies, changes or removes words,
and what it puts in has no number. So a passage stands where its numbers stand in a row, and nowhere else. Nothing here
uses the code that is tested.
"""

import random
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import attrs
from plain_records import article, plain_statement

from diplo_events import Dataset, QuotationMode, Quote, Span, Statement, Uncoded, UncodedReason
from diplo_events.coding.anchoring import Text

__all__ = ["EDITS", "Edited", "Passage", "Word", "edited", "is_singled_out", "same_words"]

MARKS: Final = "“”‘’«»\"'.,;:!?…()"
"""What stands at the edges of a word and is not a part of a quote."""

TYPOGRAPHY: Final = ("nfd", "nfc", "crlf", "straight", "wide", "nbsp", "dashes", "soft", "none")
EDITS: Final = ("insert", "copy", "delete", "swap", "replace", "drop", "add", "paragraph", "borrow")


@attrs.frozen
class Word:
    """A word with the marks on it, and its number in the old text."""

    text: str
    number: int | None
    ends: str = " "
    """What stands between it and the next word."""


@attrs.frozen
class Passage:
    """A passage of the old text: the numbers of its first and its last word, and whether the marks are outside."""

    first: int
    last: int
    bare: bool


@attrs.frozen
class Edited:
    """A dataset on an old text, the new text, and where each passage may rightly be said to stand."""

    dataset: Dataset
    old: Text
    new: Text
    right: dict[tuple[int, int], set[tuple[int, int]]]


def laid_out(words: Sequence[Word]) -> tuple[str, list[int]]:
    """Return the text that words make, and where each begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for index, word in enumerate(words):
        starts.append(length)
        piece = word.text + (word.ends if index + 1 < len(words) else "\n")
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), starts


def place_of(words: Sequence[Word], starts: Sequence[int], first: int, last: int, *, bare: bool) -> tuple[int, int]:
    """Return the start and end of a passage from the index of its first word to that of its last."""
    start, end = starts[first], starts[last] + len(words[last].text)
    if bare:
        start += len(words[first].text) - len(words[first].text.lstrip(MARKS))
        end -= len(words[last].text) - len(words[last].text.rstrip(MARKS))
    return start, end


def sentences_of(words: Sequence[Word]) -> list[list[Word]]:
    """Cut words into sentences."""
    sentences: list[list[Word]] = [[]]
    for word in words:
        sentences[-1].append(word)
        if word.text.rstrip("”’\"'»")[-1:] in ".!?…" or "\n" in word.ends:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def drawn_passages(words: Sequence[Word], draw: random.Random) -> list[Passage]:
    """Draw passages: sentences, parts of them, several together, and quotes inside them."""
    passages: list[Passage] = []
    sentences = [[word.number or 0 for word in sentence] for sentence in sentences_of(words)]
    for index, numbers in enumerate(sentences):
        kind = draw.random()
        first, last = numbers[0], numbers[-1]
        if kind < 0.3 and len(numbers) > 4:
            first, last = sorted(draw.sample(numbers, 2))
        elif kind < 0.4 and index + 1 < len(sentences):
            last = sentences[index + 1][-1]
        passages.append(Passage(first, last, bare=False))
        if draw.random() < 0.5:
            start = draw.randint(first, last)
            passages.append(Passage(start, draw.randint(start, min(last, start + 6)), bare=True))
    return passages


def change(words: list[Word], kind: str, pool: Sequence[Sequence[str]], draw: random.Random) -> list[Word]:
    """Return words after one edit."""
    sentences = sentences_of(words)
    if not sentences:
        return words
    place = draw.randrange(len(sentences))
    other = draw.randrange(len(sentences))
    if kind == "insert":
        sentences.insert(place, [Word(text, None) for text in draw.choice(pool)])
    elif kind == "copy":
        sentences.insert(place, list(sentences[other]))
    elif kind == "delete":
        del sentences[place]
    elif kind == "swap":
        sentences[place], sentences[other] = sentences[other], sentences[place]
    elif kind == "paragraph":
        low, high = min(place, other), max(place, other)
        moved, rest = sentences[low:high], sentences[:low] + sentences[high:]
        target = draw.randint(0, len(rest))
        sentences = rest[:target] + moved + rest[target:]
    else:
        sentence = sentences[place]
        at = draw.randrange(len(sentence))
        strange = draw.choice(draw.choice(pool))
        if kind == "replace":
            sentence[at] = Word(strange, None, sentence[at].ends)
        elif kind == "drop":
            del sentence[at]
        elif kind == "add":
            sentence.insert(at, Word(strange, None))
        else:  # the words of one sentence, put newly into another's mouth
            spoken = [word.text for word in sentences[other]]
            sentence[at:at] = [Word(text, None) for text in spoken[: draw.randint(1, len(spoken))]]
    return [word for sentence in sentences for word in sentence]


def retyped(words: Sequence[Word], kind: str, draw: random.Random) -> list[Word]:  # noqa: PLR0911  (one for each kind)
    """Return words in other typography."""
    if kind in {"nfd", "nfc"}:
        return [attrs.evolve(word, text=unicodedata.normalize(kind.upper(), word.text)) for word in words]
    if kind == "crlf":
        return [attrs.evolve(word, ends=word.ends.replace("\n", "\r\n")) for word in words]
    if kind == "straight":
        table = str.maketrans("“”‘’", "\"\"''")
        return [attrs.evolve(word, text=word.text.translate(table)) for word in words]
    if kind == "dashes":
        table = str.maketrans("-–", "‑—")
        return [attrs.evolve(word, text=word.text.translate(table)) for word in words]
    if kind in {"wide", "nbsp"}:
        space = {"wide": "  ", "nbsp": "\u00a0"}[kind]
        return [attrs.evolve(word, ends=space) if draw.random() < 0.2 else word for word in words]
    if kind == "soft":
        return [
            attrs.evolve(word, text=f"{word.text[:2]}\u00ad{word.text[2:]}")
            if len(word.text) > 4 and word.text[:3].isalpha() and draw.random() < 0.1
            else word
            for word in words
        ]
    return list(words)


def edited(texts: Sequence[str], pool: Sequence[Sequence[str]], draw: random.Random, *, edits: int) -> Edited:
    """Encode a text with passages drawn at random, and edit it at random."""
    words: list[Word] = []
    for line in draw.choice(texts).split("\n"):
        words.extend(Word(text, None) for text in line.split())
        if words:
            words[-1] = attrs.evolve(words[-1], ends="\n\n")
    words = [attrs.evolve(word, number=number) for number, word in enumerate(words)]
    passages = drawn_passages(words, draw)
    old, starts = laid_out(words)
    after = list(words)
    for _ in range(edits):
        after = change(after, draw.choice(EDITS), pool, draw)
    after = retyped(after, draw.choice(TYPOGRAPHY), draw)
    after = after or [Word("Withdrawn.", None)]
    new, new_starts = laid_out(after)
    numbers = [word.number for word in after]
    right: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for passage in passages:
        size = passage.last - passage.first + 1
        wanted = list(range(passage.first, passage.last + 1))
        place = place_of(words, starts, passage.first, passage.last, bare=passage.bare)
        if place[0] >= place[1]:
            continue
        right.setdefault(place, set()).update(
            place_of(after, new_starts, index, index + size - 1, bare=passage.bare)
            for index in range(len(after) - size + 1)
            if numbers[index : index + size] == wanted
        )
    return Edited(encoded(old, passages, words, starts), Text("a.txt", old), Text("a.txt", new), right)


def encoded(old: str, passages: Sequence[Passage], words: Sequence[Word], starts: Sequence[int]) -> Dataset:
    """Return records with the passages: whole ones are records, the last is uncoded, quotes are in the one before."""
    records: list[Statement] = []
    for passage in passages:
        start, end = place_of(words, starts, passage.first, passage.last, bare=passage.bare)
        if start >= end:
            continue
        span = Span(start=start, end=end)
        if passage.bare:
            quotes = (Quote(text=old[start:end], span=span),)
            records[-1] = attrs.evolve(records[-1], mode=QuotationMode.MIXED, quotes=quotes)
        else:
            records.append(plain_statement(f"a/s{len(records)}", "a", span))
    *rest, last = records
    uncoded = tuple(Uncoded(span=span, reason=UncodedReason.CONNECTIVE) for span in last.spans)
    return Dataset(records=[article("a", old, uncoded=uncoded), *rest], complete=False)


def same_words(old: str, new: str) -> bool:
    """Whether two passages have the same words, letter for letter, whatever their marks, spaces and Unicode form."""
    return bare_words(old) == bare_words(new)


def is_singled_out(old: str, place: tuple[int, int], new: str, other: tuple[int, int], *, reach: int = 600) -> bool:
    """Whether a passage, with what stands beside it in both texts, stands once in the old text and once in the new one.

    Then nobody who has only the texts could say that another place was meant. The longest such stretch is tried: what
    stands once stands once with more beside it, too.
    """
    middle, same = plain(old[slice(*place)]), plain(new[slice(*other)])
    left, lefts = f"\0{plain(old[: place[0]])}", f"\0{plain(new[: other[0]])}"
    right, rights = f"{plain(old[place[1] :])}\0", f"{plain(new[other[1] :])}\0"
    before = after = 0
    while before < min(reach, len(left), len(lefts)) and left[-1 - before] == lefts[-1 - before]:
        before += 1
    while after < min(reach, len(right), len(rights)) and right[after] == rights[after]:
        after += 1
    stretch = left[len(left) - before :] + middle + right[:after]
    return middle == same and count(stretch, left + middle + right) == count(stretch, lefts + same + rights) == 1


def count(few: str, many: str) -> int:
    """Count how often some characters stand among others, also where they overlap."""
    return sum(many.startswith(few, index) for index in range(len(many)))


def plain(text: str) -> str:
    """Return a text with straight quotation marks, hyphens and single spaces, in one Unicode form."""
    table = dict.fromkeys("“”‘’\"'", '"') | dict.fromkeys("–—‑-", "-") | {"\u00ad": ""}
    composed = unicodedata.normalize("NFC", text).translate(str.maketrans(table))
    return re.sub(r"\s+", " ", composed)


def bare_words(text: str) -> list[str]:
    """List the words of a passage without marks; letters and digits keep their case and their accents."""
    composed = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return "".join(letter if letter.isalnum() else " " for letter in composed).split()
