"""Passages in their sentences: what a source has around the words on which a record rests, if its text is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from diplo_events.coding.anchoring import Text, sentences
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord, Source, Span
from diplo_events.report._page import Element, Node, element

__all__ = ["Passages"]


@attrs.define(eq=False)
class Passages:
    """The passages of records, from the texts of their sources; none without texts."""

    dataset: Dataset = attrs.field(factory=Dataset)
    """The records."""
    texts: Mapping[str, Text] = MappingProxyType({})
    """The texts by their SHA-256."""
    found: dict[str, tuple[tuple[int, int], ...]] = attrs.field(factory=dict, init=False)
    """Start and end of each sentence of the texts that were asked for, by their SHA-256."""

    def of(self, record: EventRecord) -> Iterator[Element]:
        """List the passage of a record with the sentences around it; the passage itself is marked."""
        source = self.dataset.get(record.source)
        text = self.texts.get(source.sha256 or "") if isinstance(source, Source) else None
        if text is None or not record.spans:
            return
        if text.sha256 not in self.found:
            self.found[text.sha256] = tuple(sentences(text.content))
        whole = around(record.spans, self.found[text.sha256])
        nodes: list[Node] = []
        for start, end in whole:
            nodes += [" … "] * bool(nodes)
            nodes += marked(text.content, start, end, record.spans)
        language = source.language if isinstance(source, Source) else None
        yield element("blockquote", {"class": "passage", "dir": "auto", "lang": language}, *nodes)


def around(spans: Iterable[Span], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces of a text that have all sentences which spans touch; those that follow each other are one.

    >>> around([Span(start=12, end=15), Span(start=31, end=33)], [(0, 10), (11, 20), (21, 30), (31, 40)])
    [(11, 20), (31, 40)]
    """
    every = sorted(spans, key=lambda span: span.start)
    pieces: list[tuple[int, int]] = []
    last = -2
    for at, (start, end) in enumerate(found):
        if any(span.start < end and start < span.end for span in every):
            if last == at - 1:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
            last = at
    return pieces


def marked(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[Node]:
    """List a piece of a text, what is in spans in an element `mark`."""
    at = start
    for span in sorted(spans, key=lambda span: span.start):
        first, last = max(span.start, at), min(span.end, end)
        if first < last:
            yield text[at:first]
            yield element("mark", None, text[first:last])
            at = last
    yield text[at:end]
