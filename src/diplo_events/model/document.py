"""`Document`: a treaty, a resolution, a letter, a law, or a part of one."""

from collections.abc import Iterator
from typing import Any

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import Problem
from diplo_events.model.actor import Name
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, DocumentId, LanguageTag
from diplo_events.vocab import DocumentKind

__all__ = ["Document"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Document(Checked):
    """A document that actors sign, adopt, cite or break. A `Source` may be a copy of one.

    Examples:
        >>> Document(id="res-2231", title="Resolution 2231 (2015)", kind=DocumentKind.RESOLUTION,
        ...          identifiers={"un_symbol": "S/RES/2231"}, adopted=EventDate.parse("2015-07-20")).adopted
        EventDate.parse('2015-07-20')
    """

    id: DocumentId
    """The id of the document, unique in its dataset."""
    title: str
    """Its title, or what the coder calls it where it has none."""
    kind: DocumentKind
    """What sort of document it is."""
    names: tuple[Name, ...] = ()
    """All titles and short names in the sources, each with the sources that use it."""
    identifiers: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The document's marks in other schemes: `un_symbol`, `treaty_series`, `wikidata`."""
    parties: tuple[ActorId, ...] = ()
    """Who concluded, adopted or wrote it."""
    adopted: EventDate | None = None
    """When it was adopted."""
    signed: EventDate | None = None
    """When it was signed, or the date that it bears."""
    in_force: EventDate | None = None
    """When it came into force."""
    until: EventDate | None = None
    """When it ended or ends."""
    replaces: tuple[DocumentId, ...] = ()
    """The documents that it replaces."""
    part_of: DocumentId | None = None
    """The document of which it is an article, a paragraph or an annex."""
    languages: tuple[LanguageTag, ...] = ()
    """The languages of its authentic texts."""
    description: str | None = None
    """What the document is, in the coder's words."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""

    def _relations(self) -> Iterator[Problem]:
        begun, until = self.in_force or self.signed or self.adopted, self.until
        if begun and until and until.before(begun):
            yield Problem(path="until", expected=f"an end after its beginning, {begun}", found=str(until))
