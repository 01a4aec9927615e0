"""Datasets as entities of followthemoney, as far as its schema can carry them: one JSON object a line.

Actors are persons, companies, public bodies and organizations, with their offices and memberships; places addresses,
sources articles, documents documents; statements, deeds, meetings, votes and claims are events with those involved, and
positions notes on the actor. Lost are issues, passages, quotations, which part somebody has in an event, and dates that
are not a day, a month, a year or an interval of such.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.exporters._json_lines import json_lines
from diplo_events.exporters._labels import label_of, term_words
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.lookup import publisher_of
from diplo_events.model import Actor, Document, Issue, Place, Position, Role, Source
from diplo_events.schema import Event, Record, references
from diplo_events.vocab import ActorKind

__all__ = ["dumps", "losses", "to_entities"]

SCHEMAS: Final = MappingProxyType(
    {
        ActorKind.PERSON: "Person",
        ActorKind.STATE: "PublicBody",
        ActorKind.GOVERNMENT: "PublicBody",
        ActorKind.GOVERNMENT_BODY: "PublicBody",
        ActorKind.MILITARY: "PublicBody",
        ActorKind.COMPANY: "Company",
        ActorKind.POPULATION: "LegalEntity",
        ActorKind.UNNAMED: "LegalEntity",
        ActorKind.OFFICE: "LegalEntity",
    }
)
"""The schema of each kind of actor; all others are organizations, and one that is not coded yet a legal entity."""

ORGANIZATIONS: Final = frozenset({"PublicBody", "Company", "Organization"})
CODES: Final = MappingProxyType({"/": "S", "_": "U"})
"""What ids of entities cannot have, in capital letters, which ids of records do not have."""

DATE: Final = re.compile(r"([12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)[?~%]?")
"""What followthemoney takes for a date, and the mark that it cannot have."""

NO_ROLE: Final = "an event does not say which part somebody has in it"
NO_MARK: Final = "a date cannot be uncertain"
NO_DATE: Final = "the format has no such dates"


def to_entities(dataset: Dataset) -> list[dict[str, Any]]:
    """Return the entities of a dataset, in plain data.

    Examples:
        >>> import diplo_events
        >>> entities = {entity["id"]: entity for entity in to_entities(diplo_events.load_example())}
        >>> entities["zakharova"]["schema"], entities["zakharova"]["properties"]["country"]
        ('Person', ['ru'])
    """
    return list(entities(dataset, Kept(dataset)))


def dumps(dataset: Dataset) -> str:
    """Return the entities of a dataset as JSON Lines.

    Examples:
        >>> from diplo_events import Place, PlaceKind
        >>> oslo = Place(id="oslo", name="Oslo", kind=PlaceKind.SETTLEMENT)
        >>> dumps(Dataset(records=[oslo]))[:62]
        '{"id": "oslo", "schema": "Address", "properties": {"name": ["O'
    """
    return json_lines(to_entities(dataset))


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its entities.

    Examples:
        >>> import diplo_events
        >>> [str(loss) for loss in losses(diplo_events.load_example()) if loss.what == "issues"]
        ['34 issues: the format has no more of them than their names']
    """
    kept = Kept(dataset)
    list(entities(dataset, kept))
    return kept.losses()


def entities(dataset: Dataset, kept: Kept) -> Iterator[dict[str, Any]]:
    """List the entities of a dataset, and note what they have."""
    for record in dataset.records:
        match record:
            case Actor():
                yield from of_actor(dataset, kept, record)
            case Place():
                yield of_place(kept, record)
            case Source():
                yield of_source(dataset, kept, record)
            case Document():
                yield of_document(kept, record)
            case Position():
                yield of_position(dataset, kept, record)
            case Issue():
                pass
            case _:
                yield of_event(dataset, kept, record)


def of_actor(dataset: Dataset, kept: Kept, actor: Actor) -> Iterator[dict[str, Any]]:
    """List the entity of an actor, and those of its offices and memberships."""
    kept.write(actor, "id", "name", "kind", "country", "description")
    schema = schema_of(actor)
    others = [name.text for name in actor.names if name.text != actor.name]
    if actor.names:
        kept.write(actor, "names")
        kept.lose(actor, "names", "an alias has no language, script or sources")
    marks = dict(actor.identifiers)
    wikidata = marks.pop("wikidata", None)
    if not marks:
        kept.write(actor, "identifiers")
    yield entity(
        actor.id,
        schema,
        name=label_of(actor),
        alias=others,
        country=actor.country.lower() if actor.country else None,
        description=actor.description,
        classification=term_words(actor.kind),
        wikidataId=wikidata,
    )
    bodies = {key: dataset.get(key) for key in actor.member_of}
    if all(is_organization(body) for body in bodies.values()):
        kept.write(actor, "member_of")
    for key, body in bodies.items():
        if is_organization(body):
            yield entity(
                f"{actor.id}/member/{key}", "Membership", member=entity_id(actor.id), organization=entity_id(key)
            )
    if schema == "Person" and actor.roles:
        kept.write(actor, "roles")
        for number, role in enumerate(actor.roles):
            yield from of_role(dataset, kept, actor, number, role)


def of_role(dataset: Dataset, kept: Kept, actor: Actor, number: int, role: Role) -> Iterator[dict[str, Any]]:
    """List the post of a role and that somebody holds it."""
    key = f"{actor.id}/role/{number}"
    body = dataset.get(role.organization or "")
    if role.organization and not is_organization(body):
        kept.lose(actor, "roles", "a post needs an organization as its body")
    if role.office:
        kept.lose(actor, "roles", "a post is not an actor")
    at = entity_id(role.organization) if role.organization and is_organization(body) else None
    yield entity(key, "Position", name=role.title, organization=at)
    held = {"holder": entity_id(actor.id), "post": entity_id(key), **dates(kept, actor, "roles", role.when)}
    yield entity(f"{key}/held", "Occupancy", **held)


def of_place(kept: Kept, place: Place) -> dict[str, Any]:
    """Return the address of a place."""
    kept.write(place, "id", "name", "kind", "country", "point", "description")
    return entity(
        place.id,
        "Address",
        name=label_of(place),
        full=label_of(place),
        country=place.country.lower() if place.country else None,
        latitude=str(place.point.latitude) if place.point else None,
        longitude=str(place.point.longitude) if place.point else None,
        description=place.description,
        keywords=term_words(place.kind),
    )


def of_source(dataset: Dataset, kept: Kept, source: Source) -> dict[str, Any]:
    """Return the article of a source."""
    kept.write(source, "id", "title", "kind", "byline", "authors", "publisher", "language", "url", "note")
    return entity(
        source.id,
        "Article",
        title=label_of(source),
        author=[*source.byline, *(named(dataset, key) for key in source.authors)],
        publisher=named(dataset, source.publisher) if source.publisher else None,
        language=source.language,
        sourceUrl=source.url,
        notes=source.note,
        keywords=term_words(source.kind),
        publishedAt=dates(kept, source, "published", source.published).get("date"),
    )


def of_document(kept: Kept, document: Document) -> dict[str, Any]:
    """Return a document; its title stands in the place of the name of its file, which entities want."""
    name = next((name for name in ("signed", "adopted", "in_force") if getattr(document, name)), "signed")
    kept.write(document, "id", "title", "kind", "description")
    return entity(
        document.id,
        "Document",
        fileName=label_of(document),
        title=label_of(document),
        description=document.description,
        keywords=term_words(document.kind),
        date=dates(kept, document, name, getattr(document, name)).get("date"),
    )


def of_position(dataset: Dataset, kept: Kept, position: Position) -> dict[str, Any]:
    """Return the note of a position on its actor."""
    kept.write(position, "id", "stance", "summary", "source", "note")
    there = isinstance(dataset.get(position.actor or ""), Actor)
    if there:
        kept.write(position, "actor")
    issue = dataset.get(position.issue or "")
    if isinstance(issue, Issue):
        kept.write(position, "issue")
        kept.write_name(issue)
    return entity(
        position.id,
        "Note",
        name=label_of(issue) if issue else position.issue or None,
        description=label_of(position),
        entity=entity_id(position.actor) if there else None,
        keywords=term_words(position.stance),
        notes=position.note,
        proof=entity_id(position.source) if isinstance(dataset.get(position.source), Source) else None,
    )


def of_event(dataset: Dataset, kept: Kept, record: Event) -> dict[str, Any]:
    """Return the event of a statement, a deed, a meeting, a vote or a claim."""
    actors = [
        reference for reference in references(type(record), record) if isinstance(dataset.get(reference.target), Actor)
    ]
    for name in sorted({str(reference.path[0]) for reference in actors}):
        kept.lose(record, name, NO_ROLE)
    kept.write(record, "id", "title", "summary", "place", "source", "note", *actor_fields(dataset, record))
    place = dataset.get(getattr(record, "place", None) or "")
    publisher = publisher_of(dataset, record.source)
    return entity(
        record.id,
        "Event",
        name=label_of(record),
        summary=getattr(record, "summary", None) or None,
        involved=list(dict.fromkeys(entity_id(reference.target) for reference in actors)),
        location=label_of(place) if place else getattr(record, "place", None),
        addressEntity=entity_id(place.id) if isinstance(place, Place) else None,
        recordId=record.id,
        notes=record.note,
        publisher=named(dataset, publisher) if publisher else None,
        proof=entity_id(record.source) if isinstance(dataset.get(record.source), Source) else None,
        **dates(kept, record, "when", record.when),
    )


def actor_fields(dataset: Dataset, record: Event) -> set[str]:
    """Return the fields of a record in which all references are actors that the dataset holds."""
    found: dict[str, bool] = {}
    for reference in references(type(record), record):
        name = str(reference.path[0])
        found[name] = found.get(name, True) and isinstance(dataset.get(reference.target), Actor)
    return {name for name, all_actors in found.items() if all_actors}


def dates(kept: Kept, record: Record, name: str, date: EventDate | None) -> dict[str, str]:
    """Return a date as entities have it, and note what of it they cannot have."""
    if date is None:
        return {}
    ends = str(date).split("/")
    matches = [DATE.fullmatch(end) for end in ends]
    if not all(matches):
        kept.lose(record, name, NO_DATE)
        kept.write(record, name)
        return {}
    kept.write(record, name)
    if any(end[-1] in "?~%" for end in ends):
        kept.lose(record, name, NO_MARK)
    found = [match[1] for match in matches if match]
    return {"date": found[0]} if len(found) == 1 else {"startDate": found[0], "endDate": found[1]}


def schema_of(actor: Actor) -> str:
    """Return the schema of the entity of an actor."""
    return SCHEMAS.get(actor.kind, "Organization") if "kind" not in actor.open else "LegalEntity"


def is_organization(record: Record | None) -> bool:
    """Whether others can be members of a record, or hold offices in it."""
    return isinstance(record, Actor) and schema_of(record) in ORGANIZATIONS


def named(dataset: Dataset, key: str) -> str:
    """Return the name of a record; its id if the dataset does not hold it."""
    record = dataset.get(key)
    return label_of(record) if record else key


def entity_id(key: str) -> str:
    """Return the id of the entity of a record.

    >>> entity_id("elda/s_1")
    'eldaSsU1'
    """
    return "".join(CODES.get(character, character) for character in key)


def entity(key: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    """Return an entity with lists of values, without empty ones."""
    lists = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": entity_id(key), "schema": schema, "properties": lists}
