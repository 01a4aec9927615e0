"""`Source`: a text that reports, without the text itself; with `Uncoded`, a passage that no record covers."""

from collections.abc import Iterator
from typing import Any

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import Problem
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, DocumentId, LanguageTag, Sha256, SourceId, Url
from diplo_events.model.spans import Span
from diplo_events.vocab import Reliability, SourceKind, UncodedReason

__all__ = ["Source", "Uncoded"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Uncoded(Checked):
    """A passage that no record covers, with the reason. Such passages show that an encoding is complete."""

    span: Span
    """The passage."""
    reason: UncodedReason
    """Why there is nothing to code in it."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Source(Checked):
    """A text that reports.

    The text itself is not part of the data. `sha256` and `length` show whether a copy is the text to which the spans
    refer.

    Examples:
        >>> Source(id="a1", title="Talks end", kind=SourceKind.NEWS_ARTICLE, language="en",
        ...        published=EventDate.parse("2025-09-04")).published
        EventDate.parse('2025-09-04')
    """

    id: SourceId
    """The id of the source, unique in its dataset."""
    title: str
    """Its headline, or what the coder calls it where it has none."""
    publisher: ActorId | None = None
    """The outlet that published it."""
    byline: tuple[str, ...] = ()
    """The authors, as the text names them."""
    authors: tuple[ActorId, ...] = ()
    """The authors who are actors: the envoy who writes, the states that declare."""
    recipients: tuple[ActorId, ...] = ()
    """To whom a letter, a note or a telegram is addressed."""
    identifiers: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The text's marks in other schemes: `un_symbol`, `doi`, the number of a telegram."""
    kind: SourceKind
    """What sort of text it is."""
    published: EventDate | None = None
    """When it was published; marked `?` or `~` if that is inferred, with the evidence in `note`."""
    dated: EventDate | None = None
    """The date that the text itself bears, if it was published at another time."""
    document: DocumentId | None = None
    """The document of which the text is a copy, a translation or an excerpt."""
    excerpt: bool = False
    """Whether the text is only a part of the document."""
    translated_from: LanguageTag | None = None
    """The language of the original, if the text is a translation."""
    dateline: str | None = None
    """The place or agency that is named before the text."""
    language: LanguageTag | None = None
    """The language of the text."""
    url: Url | None = None
    """The address at which it was published."""
    sha256: Sha256 | None = None
    """The SHA-256 of the text's bytes in UTF-8."""
    length: int | None = None
    """The length of the text in Unicode code points."""
    digests: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """Hashes that prove where its passages stand in a later version of the text, by their places: `"53-137"`."""
    reliability: Reliability | None = None
    """The coder's rating of the outlet: Admiralty A to F."""
    uncoded: tuple[Uncoded, ...] = ()
    """The passages that no record covers, each with the reason."""
    note: str | None = None
    """A remark of the coder: how the date was established, what is unusual about the text."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""

    def _relations(self) -> Iterator[Problem]:
        if self.length is None:
            return
        beyond = [passage.span.end for passage in self.uncoded if passage.span.end > self.length]
        if self.length < 1:
            yield Problem(path="length", expected="a length of at least 1", found=str(self.length))
        elif beyond:
            found = f"a passage that ends at {beyond[0]}"
            yield Problem(path="uncoded", expected=f"passages within {self.length} code points", found=found)
