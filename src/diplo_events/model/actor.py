"""`Actor`: who acts or speaks; with `Name`, a spelling, and `Role`, an office for a time."""

from typing import Any

import attrs

from diplo_events.dates import EventDate
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, CountryCode, LanguageTag, ScriptCode, SourceId
from diplo_events.model.rules import Checked
from diplo_events.vocab import ActorKind

__all__ = ["Actor", "Name", "Role"]


@attrs.frozen(kw_only=True)
class Name(Checked):
    """A spelling that was met."""

    text: str
    """The spelling."""
    language: LanguageTag | None = None
    """The language in which it is spelt so."""
    script: ScriptCode | None = None
    """The script, where the language has several."""
    sources: tuple[SourceId, ...] = ()
    """The sources that use it."""


@attrs.frozen(kw_only=True)
class Role(Checked):
    """An office, held for a time."""

    title: str
    """The title of the office."""
    organization: ActorId | None = None
    """The state or body in which it is held."""
    when: EventDate | None = None
    """The time for which it is known to be held."""


@attrs.frozen(kw_only=True)
class Actor(Checked):
    """A person, a state, a body or a group that acts or speaks.

    Examples:
        >>> Actor(id="fr", name="France", kind=ActorKind.STATE, country="FR").country
        'FR'
    """

    id: ActorId
    """The id of the actor, unique in its dataset."""
    name: str
    """The name under which the dataset lists it."""
    kind: ActorKind
    """What sort of actor it is."""
    names: tuple[Name, ...] = ()
    """Every spelling met, with the sources that use it."""
    roles: tuple[Role, ...] = ()
    """The offices held, each for its time."""
    member_of: tuple[ActorId, ...] = ()
    """The states, bodies and groups to which it belongs, or for which it speaks by office."""
    country: CountryCode | None = None
    """The country to which it belongs."""
    identifiers: FrozenMap[str] = attrs.field(factory=FrozenMap, converter=freeze_map)
    """Its ids elsewhere, by scheme: `wikidata`, `cameo`, `plover`."""
    description: str | None = None
    """Who it is, in the coder's words."""
    extra: FrozenMap[Any] = attrs.field(factory=FrozenMap, converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""
