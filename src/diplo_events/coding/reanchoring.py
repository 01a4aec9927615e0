"""Records whose texts changed: each passage found again in the new text, or listed as ambiguous or lost."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import attrs

from diplo_events.coding._passages import Digest, Place, digest_of, folded, straight
from diplo_events.coding._reanchored_records import changed_records, digests_of
from diplo_events.coding._settling import Outcome, Settled, settle
from diplo_events.coding.anchoring import Text, read_texts, variants
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, suggestion
from diplo_events.model import Source, Span, Statement
from diplo_events.model.frozen_map import forbidden

__all__ = [
    "Evidence",
    "Outcome",
    "ReanchoredPassage",
    "ReanchoredSource",
    "Reanchoring",
    "reanchor",
    "with_digests",
]

Texts: TypeAlias = str | os.PathLike[str] | Mapping[str, Text]

Evidence: TypeAlias = Literal["old_text", "rebuilt_text", "digests", "quotes"]
"""By what passages are found: the old text, the old text as rebuilt from the new one, digests, or quotes alone."""

UNFIT: Final = "there is a control character or a line end with CR in it, which no quote can hold"
"""Why a quote that stands in the new text cannot be copied from it."""


@attrs.frozen(kw_only=True)
class ReanchoredPassage:
    """What became of one passage of a record."""

    path: str
    """The record and the field: `elda/s2.spans[0]`, `elda/s2.quotes[0]`, `elda.uncoded[0]`."""
    old: Place
    """Where it stood: start and end."""
    outcome: Outcome
    """Whether it stands in its place (`in_place`), elsewhere or in other typography (`moved`), or is not settled."""
    places: tuple[Place, ...]
    """Where it stands, if that is settled; otherwise where it may stand, the likeliest first."""
    note: str | None = None
    """What is different there, or why it is not settled."""

    @property
    def settled(self) -> bool:
        """Whether it is certain where the passage stands."""
        return self.outcome in {"in_place", "moved"}


@attrs.frozen(kw_only=True)
class ReanchoredSource:
    """What became of the passages of one source whose text changed."""

    source: str
    """The id of the source."""
    text: Text | None
    """Its new text, or `None` if no text at hand is like the old one."""
    evidence: Evidence
    """By what the passages were found."""
    passages: tuple[ReanchoredPassage, ...] = ()
    """Its passages, those of the records in the order of the records."""
    changed: bool = False
    """Whether the records have been changed to point into the new text."""

    @property
    def settled(self) -> bool:
        """Whether the text is at hand and every passage is settled."""
        return self.text is not None and all(passage.settled for passage in self.passages)


@attrs.frozen(kw_only=True)
class Reanchoring:
    """A dataset whose records point into new texts, and what became of each passage."""

    dataset: Dataset
    """The dataset; a source that is not settled, and its records, are as they were."""
    sources: tuple[ReanchoredSource, ...]
    """The sources whose text is not at hand as it was, by id."""

    @property
    def settled(self) -> bool:
        """Whether every passage of every source is settled."""
        return all(source.settled for source in self.sources)


class Anchor(NamedTuple):
    """A passage with the place that holds it."""

    path: str
    """The record and the field."""
    span: Span
    """The passage."""
    words: str | None
    """Its words, if the record has them."""

    @property
    def place(self) -> Place:
        """The start and the end."""
        return self.span.start, self.span.end


def reanchor(
    dataset: Dataset,
    texts: Texts,
    *,
    old: Texts | None = None,
    accepted: Mapping[str, Place | None] | None = None,
    partial: bool = False,
) -> Reanchoring:
    """Find the passages of records in texts that changed since they were encoded.

    The new text of a source is the one whose file has the name of the source's id, with `-` for `/`; otherwise the one
    that has most of its passages. The passages are found by the old text, if a text with its hash is at hand or can be
    rebuilt from the new one (line ends, Unicode form, straight and curly quotation marks); otherwise by the digests of
    the source (`with_digests`); otherwise by the words of the quotes, which settles little. A passage is settled only
    if the same words stand in the new text and nothing else there could be meant; other quotation marks, dashes, white
    space and Unicode form are noted. Quotes and time words are written as the new text has them.

    The records, the hash and the length of a source change only together, when all of its passages are settled.

    Args:
        dataset: The records.
        texts: The new texts by their SHA-256, or a folder with them (`*.txt`).
        old: The old texts in the same form; they are used only for sources that have their very hash.
        accepted: The passages that a person has looked at, by their path: the place in the new text, or `None` for the
            one likely place that was listed.
        partial: Whether to change a source although passages of it are not settled. Their places are taken out of
            the records and kept, with the words of a quote, under `unanchored` in `extra`.

    Raises:
        ArgumentError: an accepted passage is not one of a changed source, or its place is not in the text, or it has
            no place or several.
        NotReadableError: some of the texts are not UTF-8.
        OSError: a folder cannot be read.

    Examples:
        >>> from diplo_events import SourceKind, SpeechAct, QuotationMode
        >>> before, after = Text("a.txt", "Talks end. He left."), Text("a.txt", "Late news. Talks end. He left.")
        >>> source = Source(id="a", title="Talks", kind=SourceKind.NEWS_ARTICLE, sha256=before.sha256, length=19)
        >>> left = Statement(id="a/s1", source="a", speakers=("x",), acts=(SpeechAct.STATE,),
        ...                  spans=(Span(start=0, end=10),), mode=QuotationMode.INDIRECT, summary="The talks are over.")
        >>> dataset = Dataset(records=[source, left], complete=False)
        >>> result = reanchor(dataset, {after.sha256: after}, old={before.sha256: before})
        >>> result.settled, result.sources[0].passages[0].outcome, result.dataset["a/s1"].spans
        (True, 'moved', (Span(start=11, end=21, section=Section.BODY),))
    """
    new_texts, old_texts = by_hash(texts), by_hash(old) if old is not None else {}
    wanted = dict(accepted or {})
    results: list[ReanchoredSource] = []
    changed: list[Any] = []
    free = unclaimed(dataset, new_texts)
    for source in dataset.of_type(Source):
        if source.sha256 is None or source.sha256 in new_texts:
            continue
        anchors = [*anchors_of(dataset, source)]
        before = old_texts.get(source.sha256)
        text = new_text(source, anchors, free, before)
        evidence: Evidence = "old_text"
        if before is None and text is not None and (rebuilt := rebuilt_text(text.content, source.sha256)) is not None:
            before, evidence = Text(text.name, rebuilt), "rebuilt_text"
        elif before is None:
            evidence = "digests" if source.digests else "quotes"
        if text is None:
            results.append(ReanchoredSource(source=source.id, text=None, evidence=evidence))
            continue
        passages = tuple(passages_of(source, anchors, text, before, wanted))
        result = ReanchoredSource(source=source.id, text=text, evidence=evidence, passages=passages)
        if result.settled or partial:
            places = {passage.path: passage.places[0] if passage.settled else None for passage in passages}
            changed.extend(changed_records(dataset, source, text, places))
            result = attrs.evolve(result, changed=True)
        results.append(result)
    check_accepted(wanted, [passage.path for result in results for passage in result.passages])
    return Reanchoring(dataset=dataset.with_records(*changed), sources=tuple(results))


def by_hash(texts: Texts) -> Mapping[str, Text]:
    """Return texts by their hash, from a folder if need be."""
    return texts if isinstance(texts, Mapping) else read_texts(Path(texts))


def unclaimed(dataset: Dataset, texts: Mapping[str, Text]) -> list[Text]:
    """List the texts that have the hash of no source."""
    known = {source.sha256 for source in dataset.of_type(Source)}
    return [text for key, text in texts.items() if key not in known]


def anchors_of(dataset: Dataset, source: Source) -> Iterator[Anchor]:
    """List the passages of the records of a source, and those of the source itself."""
    for record in dataset.reported_in(source.id):
        for index, span in enumerate(record.spans):
            yield Anchor(f"{record.id}.spans[{index}]", span, None)
        for index, quote in enumerate(record.quotes if isinstance(record, Statement) else ()):
            yield Anchor(f"{record.id}.quotes[{index}]", quote.span, quote.text)
    for index, passage in enumerate(source.uncoded):
        yield Anchor(f"{source.id}.uncoded[{index}]", passage.span, None)


def new_text(source: Source, anchors: list[Anchor], texts: list[Text], old: Text | None) -> Text | None:
    """Return the new text of a source: by the name of its file, or because it alone has most of the passages."""
    named = [text for text in texts if Path(text.name).stem == source.id.replace("/", "-")]
    if len(named) == 1:
        return named[0]
    digests = [digest for digest in digests_by_place(source, anchors, old).values() if digest is not None]
    counts = [sum(bool(folded(text.content).found(digest)) for digest in digests) for text in texts]
    most = max(counts, default=0)
    return texts[counts.index(most)] if most * 2 > len(digests) and counts.count(most) == 1 else None


def rebuilt_text(text: str, sha256: str) -> str | None:
    """Return the text that has a hash, if it differs from a text only in its typography as a whole."""
    for form in dict.fromkeys((text, straight(text), curly(text))):
        for candidate in (form, *(other for _, other in variants(form))):
            if hashlib.sha256(candidate.encode()).hexdigest() == sha256:
                return candidate
    return None


def curly(text: str) -> str:
    """Return a text with typographic quotation marks in place of straight ones: opening where a word begins."""
    pieces: list[str] = []
    for place, character in enumerate(text):
        opens = place == 0 or text[place - 1].isspace() or text[place - 1] in "([—–-\"'"
        pieces.append({'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(character, character))
    return "".join(pieces)


def digests_by_place(source: Source, anchors: list[Anchor], old: Text | None) -> dict[Place, Digest | None]:
    """Return the digest of each passage: from the old text, from the source, or from the words of a quote."""
    whole = folded(old.content) if old is not None else None
    digests: dict[Place, Digest | None] = {}
    for anchor in anchors:
        start, end = anchor.place
        if whole is not None:
            digests[anchor.place] = digest_of(whole, anchor.place)
        elif (written := source.digests.get(f"{start}-{end}")) is not None:
            digests[anchor.place] = Digest.parse(written)
        elif anchor.words is not None:
            digests[anchor.place] = Digest.of_words(anchor.words)
        else:
            digests.setdefault(anchor.place, None)
    return digests


def passages_of(
    source: Source, anchors: list[Anchor], text: Text, old: Text | None, accepted: Mapping[str, Place | None]
) -> Iterator[ReanchoredPassage]:
    """Find each passage of a source in its new text."""
    new = folded(text.content)
    settled = settle(digests_by_place(source, anchors, old), new, old=folded(old.content) if old is not None else None)
    for anchor in anchors:
        result = settled[anchor.place]
        if (
            anchor.words is not None
            and result.outcome == "moved"
            and forbidden().search(text.content[slice(*result.places[0])])
        ):
            result = Settled(outcome="ambiguous", places=result.places, note=UNFIT)
        if anchor.path in accepted:
            result = as_accepted(anchor, result, accepted[anchor.path], text)
        yield ReanchoredPassage(
            path=anchor.path, old=anchor.place, outcome=result.outcome, places=result.places, note=result.note
        )


def as_accepted(anchor: Anchor, result: Settled, place: Place | None, text: Text) -> Settled:
    """Return a passage at the place that a person accepted.

    Raises:
        ArgumentError: the place is not in the text, or none or several were listed and none was named.
    """
    if place is None:
        if len(result.places) != 1:
            raise ArgumentError(f"{anchor.path}: expected one likely place, found {len(result.places)}; name the place")
        place = result.places[0]
    start, end = place
    if not 0 <= start < end <= len(text.content) or text.content[start:end] != text.content[start:end].strip():
        expected = f"a passage of {text.name} without white space around it"
        raise ArgumentError(f"{anchor.path}: expected {expected}, found {start} to {end}")
    if anchor.words is not None and forbidden().search(text.content[start:end]):
        raise ArgumentError(f"{anchor.path}: expected words that a quote can hold, found {start} to {end}; {UNFIT}")
    return Settled(outcome="moved", places=(place,), note="accepted by a person")


def check_accepted(accepted: Mapping[str, object], paths: list[str]) -> None:
    """Refuse accepted passages that are not among those of the changed sources.

    Raises:
        ArgumentError: one is not; all are listed.
    """
    if wrong := [path for path in accepted if path not in paths]:
        listed = "; ".join(f"{path}; {hint}" if (hint := suggestion(path, paths)) else path for path in wrong)
        raise ArgumentError(f"expected a passage of a source whose text changed, found {listed}")


def with_digests(dataset: Dataset, texts: Texts) -> Dataset:
    """Return a dataset whose sources have digests of their passages, where the texts are at hand.

    A digest is a hash of the words of a passage and of what stands beside it. It proves where the passage stands in a
    later version of the text, and does not contain the text. The words of a short passage can be guessed from it.

    Args:
        dataset: The records.
        texts: The texts by their SHA-256, or a folder with them (`*.txt`).

    Raises:
        NotReadableError: some of the texts are not UTF-8.
        OSError: the folder cannot be read.

    Examples:
        >>> from diplo_events import SourceKind, Uncoded, UncodedReason
        >>> text = Text("a.txt", "Photo: Press. Talks end.")
        >>> source = Source(id="a", title="Talks", kind=SourceKind.NEWS_ARTICLE, sha256=text.sha256, length=24,
        ...                 uncoded=(Uncoded(span=Span(start=0, end=13), reason=UncodedReason.PHOTO_CREDIT),))
        >>> with_digests(Dataset(records=[source]), {text.sha256: text})["a"].digests
        FrozenMap({'0-13': '17dccbaff46670b0-17dccbaf-13-1-6e340b9c-35c299a5'})
    """
    known = by_hash(texts)
    changed = [
        attrs.evolve(source, digests=digests_of(text.content, [anchor.place for anchor in anchors_of(dataset, source)]))
        for source in dataset.of_type(Source)
        if (text := known.get(source.sha256 or ""))
    ]
    return dataset.with_records(*changed)
