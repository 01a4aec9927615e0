"""`Actor`: who acts or speaks; with `Name`, a spelling, and `Role`, an office held for a time."""

from typing import Any

import attrs

from diplo_events.dates import EventDate
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import FrozenMap, freeze_map
from diplo_events.model.ids import ActorId, CountryCode, FormerCountryCode, LanguageTag, ScriptCode, SourceId
from diplo_events.vocab import ActorKind

__all__ = ["Actor", "Name", "Role"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Name(Checked):
    """A spelling of a name, as sources write it."""

    text: str
    """The spelling."""
    language: LanguageTag | None = None
    """The language of the spelling."""
    script: ScriptCode | None = None
    """The script, if the language is written in several."""
    sources: tuple[SourceId, ...] = ()
    """The sources that use it."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Role(Checked):
    """An office that somebody holds for a time."""

    title: str
    """The title of the office."""
    organization: ActorId | None = None
    """The state or body in which it is held."""
    office: ActorId | None = None
    """The office as an actor of its own, which has one holder after another."""
    when: EventDate | None = None
    """The period in which the person is known to hold it."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Actor(Checked):
    """A person, state, body or group that acts or speaks.

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
    """All spellings in the sources, each with the sources that use it."""
    roles: tuple[Role, ...] = ()
    """The offices that the actor holds or held."""
    member_of: tuple[ActorId, ...] = ()
    """The states, bodies and groups to which the actor belongs, or for which its office speaks."""
    country: CountryCode | None = None
    """The country to which the actor belongs."""
    former_country: FormerCountryCode | None = None
    """The country that is gone to which the actor belonged: ISO 3166-3."""
    existed: EventDate | None = None
    """The life span of a state or body, if it matters: `1922-12-30/1991-12-26`."""
    successors: tuple[ActorId, ...] = ()
    """The states or bodies that succeeded it."""
    identifiers: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The actor's ids in other schemes: `wikidata`, `cameo`, `plover`."""
    description: str | None = None
    """Who the actor is, in the coder's words."""
    extra: FrozenMap[Any] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""
