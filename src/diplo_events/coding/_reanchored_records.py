"""Records changed so that they point into a new text: passages, quotes, time words, hash, length and digests."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

import attrs

from diplo_events.coding._passages import Digest, Place, digest_of, folded
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord, Quote, Source, Span, Statement, Uncoded

__all__ = ["changed_records", "digests_of"]

KEPT: Final = "unanchored"
"""Under which key of `extra` passages are kept that could not be anchored."""


def changed_records(
    dataset: Dataset, source: Source, text: Text, places: Mapping[str, Place | None]
) -> Iterator[Source | EventRecord]:
    """Change a source and its records so that they point into a new text; `None` takes a passage out."""
    for record in dataset.reported_in(source.id):
        yield changed_record(record, source, text.content, places)
    kept: list[Uncoded] = []
    taken: list[dict[str, object]] = []
    for index, passage in enumerate(source.uncoded):
        place = places[f"{source.id}.uncoded[{index}]"]
        if place is None:
            taken.append(as_taken(f"uncoded[{index}]", passage.span, source) | {"reason": passage.reason.value})
        else:
            kept.append(attrs.evolve(passage, span=moved(passage.span, place)))
    changes: dict[str, Any] = {"sha256": text.sha256, "length": len(text.content), "uncoded": tuple(kept)}
    if taken:
        changes["extra"] = with_taken(source.extra, taken)
    renewed = attrs.evolve(source, **changes, digests={})
    if source.digests:
        spans = [place for place in places.values() if place is not None]
        renewed = attrs.evolve(renewed, digests=digests_of(text.content, spans))
    yield renewed


def changed_record(record: EventRecord, source: Source, text: str, places: Mapping[str, Place | None]) -> EventRecord:
    """Change the passages, the quotes and the time words of a record to those of a new text."""
    taken: list[dict[str, object]] = []
    spans: list[Span] = []
    for index, span in enumerate(record.spans):
        place = places[f"{record.id}.spans[{index}]"]
        if place is None:
            taken.append(as_taken(f"spans[{index}]", span, source))
        else:
            spans.append(moved(span, place))
    changes: dict[str, Any] = {"spans": tuple(spans)}
    if isinstance(record, Statement):
        quotes: list[Quote] = []
        for index, quote in enumerate(record.quotes):
            place = places[f"{record.id}.quotes[{index}]"]
            if place is None:
                taken.append(as_taken(f"quotes[{index}]", quote.span, source) | {"text": quote.text})
            else:
                span = moved(quote.span, place)
                quotes.append(attrs.evolve(quote, span=span, text=text[span.start : span.end]))
        changes["quotes"] = tuple(quotes)
    for field in ("when_as_reported", "about_when_as_reported"):
        reported = getattr(record, field, None)
        if reported and reported not in text and (written := as_written(reported, text, spans)):
            changes[field] = written
    if taken:
        changes["extra"] = with_taken(record.extra, taken)
    return attrs.evolve(record, **changes)


def moved(span: Span, place: Place) -> Span:
    """Return a passage at another place."""
    return attrs.evolve(span, start=place[0], end=place[1])


def as_taken(field: str, span: Span, source: Source) -> dict[str, object]:
    """Return what is kept of a passage that is taken out of a record."""
    start, end, section = span.start, span.end, span.section.value
    return {"field": field, "start": start, "end": end, "section": section, "sha256": source.sha256}


def with_taken(extra: Mapping[str, Any], taken: list[dict[str, object]]) -> dict[str, Any]:
    """Add passages to those that are kept in the user's own fields."""
    earlier = extra.get(KEPT, ())
    several = cast("tuple[object, ...]", earlier) if isinstance(earlier, tuple) else (earlier,)
    return {**extra, KEPT: [*several, *taken]}


def as_written(words: str, text: str, spans: list[Span]) -> str | None:
    """Return words as a text has them, in other typography; from the passages of a record, if they are there."""
    digest = Digest.of_words(words)
    for passage in (*(text[span.start : span.end] for span in spans), text):
        whole = folded(passage)
        if firsts := whole.found(digest):
            start, end = whole.place(firsts[0], firsts[0] + digest.length)
            return passage[start:end]
    return None


def digests_of(text: str, places: list[Place]) -> dict[str, str]:
    """Return the digests of passages as a source has them."""
    found = {f"{start}-{end}": digest_of(folded(text), (start, end)) for start, end in sorted(set(places))}
    return {key: str(digest) for key, digest in found.items() if digest is not None}
