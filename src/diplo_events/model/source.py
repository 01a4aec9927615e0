"""`Source`: a text that reports, never the text itself; with `Uncoded`, a passage that no record covers."""

from collections.abc import Iterator
from typing import Any

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import Problem
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, LanguageTag, Sha256, SourceId, Url
from diplo_events.model.rules import Checked
from diplo_events.model.spans import Span
from diplo_events.vocab import Reliability, SourceKind, UncodedReason

__all__ = ["Source", "Uncoded"]


@attrs.frozen(kw_only=True)
class Uncoded(Checked):
    """A passage that no record covers, and why: what makes an encoding complete, not only correct."""

    span: Span
    """The passage."""
    reason: UncodedReason
    """Why it holds nothing to code."""


@attrs.frozen(kw_only=True)
class Source(Checked):
    """A text that reports.

    The text stays outside: `sha256` and `length` tell whether a copy is the text that the spans count in.

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
    """The outlet."""
    authors: tuple[str, ...] = ()
    """Who signed it."""
    kind: SourceKind
    """What sort of text it is."""
    published: EventDate | None = None
    """When it was published; marked `?` or `~` where that is inferred, and `note` says from what."""
    dateline: str | None = None
    """The place or agency named before the text."""
    language: LanguageTag | None = None
    """The language of the text."""
    url: Url | None = None
    """Where it was published."""
    sha256: Sha256 | None = None
    """The SHA-256 of the text's bytes in UTF-8."""
    length: int | None = None
    """The length of the text in Unicode code points."""
    reliability: Reliability | None = None
    """The coder's judgement of the outlet: Admiralty A to F."""
    uncoded: tuple[Uncoded, ...] = ()
    """The passages that no record covers, each with its reason."""
    note: str | None = None
    """The coder's remark: how the date was established, what is odd about the text."""
    extra: FrozenMap[Any] = attrs.field(factory=FrozenMap, converter=freeze_map)
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
