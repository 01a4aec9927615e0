"""The actors of a draft: from how a text names them to records, with those of a dataset at hand recognised."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._records.known import Known
from diplo_events.lookup import fold
from diplo_events.model import OPEN, Actor, Name, Role
from diplo_events.model.ids import ActorId, LanguageTag, RecordId, SourceId
from diplo_events.vocab import ActorKind

__all__ = ["People", "slug"]

GOVERNMENT: Final = words(
    """
    ministry department office parliament congress senate house court embassy consulate treasury cabinet presidency
    secretariat bureau police duma knesset white kremlin pentagon
    """
)
SPEAKERS: Final = words(
    """
    official officials source sources critics analyst analysts diplomat diplomats expert experts observers spokesman
    spokeswoman spokesperson adviser aide witnesses dealers traders
    """
)
COMPANIES: Final = words("company corporation airline airlines inc ltd corp plc co bank air group")
LONGEST_ID: Final = 48
"""How many characters an id that is made of a name has."""


def slug(name: str) -> str:
    """Return a name as an id.

    >>> slug("Recep Tayyip Erdoğan"), slug("President’s Office")
    ('recep-tayyip-erdogan', 'presidents-office')
    """
    text = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
    return text[:LONGEST_ID].rstrip("-") or "unnamed"


class People:
    """The actors of a draft, each with its id."""

    def __init__(self, source: SourceId, language: LanguageTag | None, known: Known) -> None:
        self.source = source
        self.language = language
        self.known = known
        self.ids: dict[int, ActorId] = {}
        self.kept: dict[ActorId, Party] = {}
        self.given: dict[ActorId, Actor] = {}

    def id_of(self, party: Party) -> ActorId:
        """Return the id of an actor; from here on it is one of the draft."""
        if id(party) in self.ids:
            return self.ids[id(party)]
        actor = self.known.find(party)
        if actor is not None:
            key = actor.id
            self.given[key] = actor
        else:
            base = slug(party.name)
            key = ActorId(RecordId(base))
            number = 2
            while str(key) == str(self.source) or key in self.known.taken or key in self.kept:
                key = ActorId(RecordId(f"{base}-{number}"))
                number += 1
        self.ids[id(party)] = key
        self.kept[key] = party
        return key

    def ids_of(self, parties: Iterable[Party]) -> tuple[ActorId, ...]:
        """Return the ids of some actors; those who are named together are each one."""
        return tuple(dict.fromkeys(key for party in parties for key in self.each(party)))

    def each(self, party: Party) -> Iterator[ActorId]:
        """Return the id of an actor, or those of its members."""
        if party.members:
            for member in party.members:
                yield from self.each(member)
        else:
            yield self.id_of(party)

    def records(self) -> list[Actor]:
        """Return the records of all actors of the draft; a known one with the spellings of this text."""
        return [
            self.extended(self.given[key], party) if key in self.given else self.new(key, party)
            for key, party in self.kept.items()
        ]

    def new(self, key: ActorId, party: Party) -> Actor:
        """Return the record of an actor that is not known yet."""
        kind = kind_of(party)
        state = party.state
        country: dict[str, Any] = {}
        if state is not None:
            country = {"country" if len(state.code) == len("FR") else "former_country": state.code}
        names = tuple(
            Name(text=text, language=self.language, sources=(self.source,)) for text in party.spellings if text
        )
        roles = tuple(Role(title=title) for title in list(party.roles)[:3]) if kind is ActorKind.PERSON else ()
        ask = {} if kind is not None else {"ask": {"kind": ["organization", "person"]}}
        extra = {"draft": {"rule": party.rule or "actor", **ask}} if ask or party.rule else {}
        return Actor(
            id=key,
            name=party.name,
            kind=kind if kind is not None else OPEN,
            names=names,
            roles=roles,
            extra=extra,
            **country,
        )

    def extended(self, actor: Actor, party: Party) -> Actor:
        """Return a known actor with the spellings that this text uses."""
        names = list(actor.names)
        for text in party.spellings:
            place = next(
                (
                    index
                    for index, name in enumerate(names)
                    if name.text == text and name.language in {None, self.language}
                ),
                None,
            )
            if place is None:
                names.append(Name(text=text, language=self.language, sources=(self.source,)))
            elif self.source not in names[place].sources:
                names[place] = attrs.evolve(names[place], sources=(*names[place].sources, self.source))
        return attrs.evolve(actor, names=tuple(names))


def kind_of(party: Party) -> ActorKind | None:
    """Return the kind of an actor; `None` if the text does not show it."""
    if party.kind == "person" or (party.kind == "name" and party.gender):
        return ActorKind.PERSON
    if party.kind == "state":
        return ActorKind.STATE
    if party.kind == "office" or party.heads & SPEAKERS:
        return ActorKind.UNNAMED
    if "media" in party.heads:
        return ActorKind.MEDIA
    if party.kind == "group":
        return ActorKind.POPULATION if party.heads & {"people", "residents", "citizens"} else ActorKind.GROUP
    return kind_of_body(party) if party.kind == "body" else None


def kind_of_body(party: Party) -> ActorKind | None:
    """Return the kind of a body, by the words of its name."""
    names = set(fold(party.name).split())
    military = ActorKind.MILITARY if party.state is not None or names & {"army", "navy"} else ActorKind.ARMED_GROUP
    table = (
        (nouns.MEDIA, ActorKind.MEDIA),
        ({"government", "administration", "regime"}, ActorKind.GOVERNMENT),
        ({"party"}, ActorKind.PARTY),
        (nouns.MILITARY, military),
        (nouns.UNIONS | {"union", "nations", "international"}, ActorKind.INTERNATIONAL_ORGANIZATION),
        (GOVERNMENT, ActorKind.GOVERNMENT_BODY),
        (COMPANIES, ActorKind.COMPANY),
    )
    found = next((kind for marks, kind in table if names & marks), None)
    return found or (ActorKind.ORGANIZATION if len(names) > 1 else None)
