"""`EventRecord`: the fields that all types of event records share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, CanonicalId, RecordId, SourceId
from diplo_events.model.quantity import Quantity
from diplo_events.model.spans import Span
from diplo_events.vocab import Aspect, Credibility, Term

__all__ = ["AT_LEAST_ONE", "EventRecord", "sorted_set"]

AT_LEAST_ONE: Final[Mapping[str, int]] = MappingProxyType({"least": 1})
"""The metadata of a field that holds several values and is never empty."""


def sorted_set(items: frozenset[Term]) -> str:
    """Write the `repr` of a set in the order of its names, so that equal sets have equal texts."""
    names = ", ".join(sorted(repr(item) for item in items))
    return f"frozenset({{{names}}})" if items else "frozenset()"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class EventRecord(Checked):
    """A report by one source: the fields that statements, actions, meetings, votes, claims and positions share."""

    id: RecordId
    """The id of the record, unique in its dataset."""
    source: SourceId
    """The text that reports it."""
    spans: tuple[Span, ...] = ()
    """The passages of that text; every record of an article has at least one."""
    via: tuple[ActorId, ...] = ()
    """The reporting chain, from the source back towards the origin: `("afp", "unnamed-sources")`."""
    canonical_id: CanonicalId | None = None
    """The real-world event or utterance; all reports of it, in one source or several, share this id."""
    restates: RecordId | None = None
    """The fuller record in the same source that this headline, standfirst or bullet point repeats."""
    when: EventDate | None = None
    """When the event itself happened, as precisely as this source allows and no more precisely."""
    when_as_reported: str | None = None
    """The source's own time words: `Wednesday`, `mid-August`, `this week`."""
    aspects: frozenset[Aspect] = attrs.field(default=frozenset(), repr=sorted_set)
    """Whether the event is historical, future, hypothetical or negated: PLOVER's auxiliary modes."""
    hedge: str | None = None
    """The source's own hedging words: `reportedly`, `unconfirmed`, `expected`."""
    quantities: tuple[Quantity, ...] = ()
    """How much or how many, as the source says: troops, money, miles, victims."""
    credibility: Credibility | None = None
    """The coder's rating of this item: Admiralty 1 to 6."""
    note: str | None = None
    """A remark in the coder's words."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""
