"""The text as plain data: its code points with what `check` sees in each, its sentences, its time words."""

import re
from collections.abc import Iterator
from typing import Any, Final

from diplo_events._internal.texts.quotation_marks import PAIRS
from diplo_events.coding.anchoring import Text, cuts_word, sentences
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.errors import RelativeDateError

__all__ = ["text_data", "time_words"]

SPACE: Final = 1
ALNUM: Final = 2
INSIDE: Final = 4

MOST_WORDS: Final = 4
"""How many words a time word has at most."""

MOST_LETTERS: Final = 40
"""How long a time word is at most."""

PREPOSITION: Final = re.compile(r"^(?:on|in|at)\s+", re.IGNORECASE)
"""What is not part of a time word if the date is the same without it."""

WORD: Final = re.compile(r"\w+(?:[-’']\w+)*\.?")


def text_data(name: str, content: str) -> dict[str, Any]:
    """Return a text with what the checks of passages need, so that the page sees in each character what they see.

    `marks` has one digit for each code point and one for the end: 1 for white space, 2 for a letter or digit, 4 where a
    passage that begins or ends would cut a word.

    Examples:
        >>> data = text_data("a.txt", "No, no.")
        >>> data["marks"], data["sentences"]
        ('26012600', [[0, 7]])
    """
    return {
        "name": name,
        "content": content,
        "sha256": Text(name, content).sha256,
        "marks": "".join(map(str, marks(content))),
        "sentences": [list(piece) for piece in sentences(content)],
        "pairs": list(PAIRS),
    }


def marks(content: str) -> Iterator[int]:
    """Return the mark of each code point, and of the end."""
    for place, character in enumerate(content):
        yield SPACE * character.isspace() + ALNUM * character.isalnum() + INSIDE * cuts_word(content, place)
    yield 0


def time_words(content: str, published: EventDate | None) -> list[dict[str, Any]]:
    """List the time words of a text that can be resolved, the longest at each place, with the dates that they mean.

    They are offered, and never filled in as a date: whether the words say when a thing happened is for the coder.

    Examples:
        >>> time_words("It ended on Thursday.", EventDate.parse("2025-09-06"))
        [{'start': 12, 'end': 20, 'words': 'Thursday', 'date': '2025-09-04'}]
    """
    found: list[dict[str, Any]] = []
    words = list(WORD.finditer(content))
    at = 0
    while at < len(words):
        for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + count - 1].end()
            phrase = content[start:end].removesuffix(".")
            if date := resolved(phrase, published):
                bare = PREPOSITION.sub("", phrase)
                if bare != phrase and resolved(bare, published) == date:
                    start, phrase = start + len(phrase) - len(bare), bare
                found.append({"start": start, "end": start + len(phrase), "words": phrase, "date": str(date)})
                at += count
                break
        else:
            at += 1
    return found


def resolved(phrase: str, published: EventDate | None) -> EventDate | None:
    """Return the date that a phrase means, or `None` if it means none."""
    if len(phrase) > MOST_LETTERS or "\n" in phrase or phrase.isdecimal():
        return None
    try:
        return resolve(phrase, published)
    except RelativeDateError:
        return None
