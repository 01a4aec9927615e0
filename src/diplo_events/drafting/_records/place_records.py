"""From names of places to records: each with its spellings, and a question where a name can mean several places."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._places.places import PlaceWord
from diplo_events.drafting._records.known_places import ASKED, KnownPlaces
from diplo_events.drafting._records.people import slug
from diplo_events.drafting.gazetteer import GazetteerEntry
from diplo_events.model import OPEN, Name, Place
from diplo_events.model.ids import ActorId, LanguageTag, PlaceId, RecordId, SourceId
from diplo_events.vocab import PlaceKind

__all__ = ["DraftPlaces"]


class DraftPlaces:
    """The places of a draft, each with its id."""

    def __init__(
        self,
        source: SourceId,
        language: LanguageTag | None,
        known: KnownPlaces,
        id_of_actor: Callable[[Party], ActorId],
    ) -> None:
        self.id_of_actor = id_of_actor
        self.source = source
        self.language = language
        self.known = known
        self.kept: dict[PlaceId, Place] = {}
        self.made: dict[tuple[Any, ...], PlaceId] = {}
        self.asked: dict[PlaceId, str] = {}

    def id_of(self, word: PlaceWord) -> PlaceId:
        """Return the id of the place that a name means; from here on it is one of the draft."""
        whole = self.entry(word.within) if word.within is not None else None
        sample = self.record(word, whole)
        same = (sample.name if not word.entries else "", sample.kind, sample.country, sample.within)
        identity = (*same, *((entry.name, entry.country, entry.subdivision, entry.kind) for entry in word.entries))
        if identity not in self.made:
            place = self.known.find(word, sample) or sample
            self.made[identity] = place.id
            self.kept.setdefault(place.id, place)
        key = self.made[identity]
        self.kept[key] = self.spelt(self.kept[key], word.text)
        return key

    def entry(self, entry: GazetteerEntry) -> PlaceId:
        """Return the id of the country of which a place is a part."""
        return self.id_of(PlaceWord(0, 0, entry.name, "part", (entry,)))

    def record(self, word: PlaceWord, whole: PlaceId | None) -> Place:
        """Return a new record of a place, with what its entries agree on; of the rest it asks."""
        alone = word.entries[0] if len(word.entries) == 1 and not is_vague(word) else None
        name = word.text.title() if word.rule == "dateline" and word.text.isupper() else word.text
        if alone is not None and alone.kind is PlaceKind.COUNTRY:
            name = alone.name
        key = self.free(f"place/{slug(name)}")
        fields, ask = told_by(word)
        if word.within is not None:
            fields["country"] = word.within.country
        if alone is not None:
            fields |= {"point": alone.point, "identifiers": alone.identifiers}
        if word.person is not None:
            ask["id"] = [key, self.id_of_actor(word.person)]
        extra: dict[str, Any] = {"draft": {"rule": f"place-{word.rule}", **({"ask": ask} if ask else {})}}
        return Place(id=key, name=name, within=whole, extra=extra, **{"kind": OPEN, **fields})

    def free(self, base: str) -> PlaceId:
        """Return an id that no other place has."""
        key, number = base, 2
        while key in self.kept or key in self.known.places or key in self.known.taken:
            key, number = f"{base}-{number}", number + 1
        return PlaceId(RecordId(key))

    def spelt(self, place: Place, text: str) -> Place:
        """Return a place with a spelling of this text."""
        names = list(place.names)
        at = next(
            (i for i, name in enumerate(names) if name.text == text and name.language in {None, self.language}), None
        )
        if at is None:
            names.append(Name(text=text, language=self.language, sources=(self.source,)))
        elif self.source not in names[at].sources:
            names[at] = attrs.evolve(names[at], sources=(*names[at].sources, self.source))
        return attrs.evolve(place, names=tuple(names))

    def records(self) -> Iterator[Place]:
        """List the records; those that are known with the spellings of this text."""
        return iter(self.kept.values())


def told_by(word: PlaceWord) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Return what all places agree on that a name can mean, and the questions in which they differ."""
    fields: dict[str, Any] = {}
    ask: dict[str, list[str]] = {}
    for field in ASKED:
        values = list(dict.fromkeys(getattr(entry, field) for entry in word.entries))
        if len(values) == 1 and values[0] is not None:
            fields[field] = values[0]
        elif len(values) > 1 and field != "subdivision":
            ask[field] = [str(getattr(value, "value", value)) for value in values if value is not None]
    if word.kind is not None:
        fields["kind"] = word.kind
        ask.pop("kind", None)
    elif is_vague(word):
        fields.pop("subdivision", None)
        ask["kind"] = [fields.pop("kind").value, PlaceKind.SETTLEMENT.value]
    elif not word.entries:
        likely = (
            (PlaceKind.SETTLEMENT, PlaceKind.SITE)
            if word.rule not in {"name", "noun"}
            else (PlaceKind.REGION, PlaceKind.AREA)
        )
        ask["kind"] = [kind.value for kind in likely]
    if len(word.entries) > 1 and all("geonames" in entry.identifiers for entry in word.entries):
        ask["identifiers"] = [f"geonames {entry.identifiers['geonames']}" for entry in word.entries]
    return fields, ask


def is_vague(word: PlaceWord) -> bool:
    """Whether the only place of a name is a division, and its town may bear the same name."""
    return (
        len(word.entries) == 1
        and word.kind is None
        and word.rule != "noun"
        and word.entries[0].kind in {PlaceKind.REGION, PlaceKind.DISTRICT}
        and "geonames" not in word.entries[0].identifiers
    )
