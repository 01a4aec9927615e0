"""A short text with a record for each sentence."""

from typing import Final

import attrs
from plain_records import article, plain_statement

from diplo_events import Dataset, Quote, Span, Statement, Uncoded, UncodedReason
from diplo_events.coding.anchoring import Text

__all__ = ["TEXT", "dataset_of", "record", "text_of"]

TEXT: Final = (
    "Talks end.\n\nAnna said “no way” on Monday. She left! The café is “open”. Nobody in the house knows why.\n"
)


def text_of(content: str, name: str = "a.txt") -> Text:
    """Return a text."""
    return Text(name, content)


def record(number: int, words: str, *quotes: str, text: str = TEXT) -> Statement:
    """Return a statement whose passage and quotes have some words."""
    start = text.index(words)
    return plain_statement(
        f"a/s{number}",
        "a",
        Span(start=start, end=start + len(words)),
        quotes=tuple(
            Quote(text=quote, span=Span(start=text.index(quote), end=text.index(quote) + len(quote)))
            for quote in quotes
        ),
        when_as_reported="Monday" if "Monday" in words else None,
    )


def dataset_of(text: str = TEXT, **changes: object) -> Dataset:
    """Return the records of the text."""
    source = article("a", text, uncoded=(Uncoded(span=Span(start=0, end=10), reason=UncodedReason.TITLE),))
    records = [
        record(1, "Anna said “no way” on Monday.", "no way"),
        record(2, "She left!"),
        record(3, "The café is “open”.", "open"),
        record(4, "Nobody in the house knows why."),
    ]
    return Dataset(records=[attrs.evolve(source, **changes), *records], complete=False)
