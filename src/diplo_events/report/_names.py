"""Names on the page: isolated, with their language where the dataset has it."""

import re
from collections.abc import Iterable

from diplo_events.dataset import Dataset
from diplo_events.report._page import Element, element
from diplo_events.report.field_words import named
from diplo_events.report.lines import DataText, Line

__all__ = ["link", "with_known"]


def link(dataset: Dataset, key: str) -> Element:
    """Return a link to a record on the page, with its name."""
    return element("a", {"href": f"#{key}"}, named(dataset, key))


def with_known(text: str, known: Iterable[DataText]) -> Line:
    """Return a text in which known names and words of the data are parts of their own.

    >>> with_known("Київ (held)", [DataText("Київ", "uk")])
    (DataText(text='Київ', language='uk'), ' (held)')
    """
    by_text = {part.text: part for part in known if part.text in text}  # few of very many, before they are a pattern
    if not by_text:
        return (text,)
    longest_first = sorted(by_text, key=lambda words: (-len(words), words))
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return tuple(by_text[piece] if at % 2 else piece for at, piece in enumerate(pieces) if piece)
