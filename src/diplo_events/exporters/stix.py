"""Datasets as a bundle of STIX 2.1, as far as it can carry them.

Actors are identities, places with a country or coordinates locations, sources with a day reports, positions opinions
on the notes that issues are; statements, deeds, meetings, votes, claims and documents are notes with their summary.
What a record refers to is in `object_refs`, without saying as what. Lost are passages, most fields of a type of its
own, and the user's fields. All ids are UUIDs of version 5, and nothing has the time of its making: `created` is 1970
throughout.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.exporters._labels import label_of, term_words, the_day
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.model import Actor, EventRecord, Place, Position, Source, Statement
from diplo_events.schema import IdNode, ManyNode, Record, VocabularyNode, fields, references, type_name
from diplo_events.vocab import ActorKind

__all__ = ["dumps", "losses", "to_stix"]

NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/diplo-events/stix/")
MADE: Final = "1970-01-01T00:00:00.000Z"
"""When each object was made: STIX wants a time, and records have none."""

CLASSES: Final = MappingProxyType(
    {
        ActorKind.PERSON: "individual",
        ActorKind.UNNAMED: "unknown",
        ActorKind.OFFICE: "class",
        ActorKind.POPULATION: "class",
        ActorKind.GROUP: "group",
        ActorKind.COALITION: "group",
        ActorKind.ARMED_GROUP: "group",
    }
)
"""STIX's class of identity for each kind of actor; all others are organizations."""

NO_ROLE: Final = "object_refs do not say which field they come from"
NO_AREA: Final = "a location needs a country or coordinates"
NO_DAY: Final = "a report needs its day; the source is a note"
NOT_CODED: Final = "an opinion needs a stance, which is not coded yet"


def to_stix(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as a bundle, in plain data.

    Examples:
        >>> import diplo_events
        >>> bundle = to_stix(diplo_events.load_example())
        >>> sorted({item["type"] for item in bundle["objects"]})
        ['identity', 'location', 'note', 'opinion', 'relationship', 'report']
    """
    return Bundle(dataset).plain()


def dumps(dataset: Dataset) -> str:
    """Return a dataset as the text of a STIX bundle.

    Examples:
        >>> dumps(Dataset(title="Tolls")).splitlines()[1]
        '  "type": "bundle",'
    """
    return json.dumps(to_stix(dataset), ensure_ascii=False, indent=2) + "\n"


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its bundle.

    Examples:
        >>> import diplo_events
        >>> found = losses(diplo_events.load_example())
        >>> [str(loss) for loss in found if loss.what == "places"]
        ['1 places: a location needs a country or coordinates']
    """
    bundle = Bundle(dataset)
    bundle.plain()
    return bundle.kept.losses()


class Bundle:
    """The objects of a bundle, in the making."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.kept = Kept(dataset)
        self.maker = new_id("identity", "")
        self.ids: dict[str, str] = {record.id: key for record in dataset.records if (key := object_id(record))}

    def plain(self) -> dict[str, Any]:
        """Return the bundle as plain data."""
        self.kept.write_header("title", "description")
        maker = {"name": self.dataset.title or "A dataset", "identity_class": "unknown"}
        if self.dataset.description:
            maker["description"] = self.dataset.description
        objects = [whole("identity", self.maker, maker)]
        for record in self.dataset.records:
            objects.extend(self.objects_of(record))
        objects = [item if item["id"] == self.maker else {**item, "created_by_ref": self.maker} for item in objects]
        return {"type": "bundle", "id": new_id("bundle", " ".join(item["id"] for item in objects)), "objects": objects}

    def objects_of(self, record: Record) -> Iterator[dict[str, Any]]:
        """List the objects of a record, and note what they have."""
        key = self.ids.get(record.id)
        if key is None:
            self.kept.leave(record, NO_AREA if isinstance(record, Place) else NOT_CODED)
            return
        kind = key.partition("--")[0]
        self.kept.write(record, "id")
        match record:
            case Actor():
                content = self.identity(record)
                yield from self.relations(record, "member_of", "member-of")
            case Place():
                content = self.location(record)
                yield from self.relations(record, "within", "within")
            case Position():
                content = self.opinion(record)
            case Source():
                content = self.report(record)
            case _:
                content = self.note(record)
        references_out = [{"source_name": "diplo-events", "external_id": record.id}, *self.evidence(record)]
        yield whole(kind, key, {**content, "external_references": references_out})

    def identity(self, actor: Actor) -> dict[str, Any]:
        """Return what the identity of an actor has."""
        self.kept.write(actor, "name", "kind", "description", "identifiers")
        content: dict[str, Any] = {"name": label_of(actor), "identity_class": CLASSES.get(actor.kind, "organization")}
        content["labels"] = [label for label in [dashed(actor.kind)] if label]
        if actor.description:
            content["description"] = actor.description
        return content

    def location(self, place: Place) -> dict[str, Any]:
        """Return what the location of a place has."""
        self.kept.write(place, "name", "kind", "country", "subdivision", "point", "description", "identifiers")
        content: dict[str, Any] = {"name": label_of(place)}
        content["labels"] = [label for label in [dashed(place.kind)] if label]
        if place.description:
            content["description"] = place.description
        if place.country:
            content["country"] = place.country
        if place.subdivision:
            content["administrative_area"] = place.subdivision
        if place.point:
            content |= {"latitude": place.point.latitude, "longitude": place.point.longitude}
        return content

    def opinion(self, position: Position) -> dict[str, Any]:
        """Return what the opinion of a position has, on the note of its issue."""
        self.kept.write(position, "actor", "stance", "summary", "issue")
        return {
            "opinion": dashed(position.stance),
            "explanation": label_of(position),
            "authors": [self.name(position.actor)] if position.actor else [],
            "object_refs": self.referred(position, "issue"),
        }

    def report(self, source: Source) -> dict[str, Any]:
        """Return what the report of a source has, or the note if its day is not known."""
        self.kept.write(source, "title", "note", "url", "sha256", "publisher", "kind")
        day = timely(source.published)
        records = self.dataset.referring_to(source.id)
        refs = [self.ids[record.id] for record in records if isinstance(record, EventRecord) and record.id in self.ids]
        content: dict[str, Any] = {"object_refs": refs or [self.maker]}
        content["labels"] = [label for label in [dashed(source.kind)] if label]
        if day:
            self.kept.write(source, "published")
            if source.published and str(source.published) != str(day):
                self.kept.lose(source, "published", "a timestamp cannot be uncertain")
            content |= {"name": label_of(source), "published": f"{day}T00:00:00Z"}
            return {**content, "description": source.note} if source.note else content
        if source.published:
            self.kept.write(source, "published")
            self.kept.lose(source, "published", NO_DAY)
        return {**content, "abstract": label_of(source), "content": source.note or label_of(source)}

    def note(self, record: Record) -> dict[str, Any]:
        """Return what the note of a record has: what it says, who says it, its terms, and what it refers to."""
        kept = self.kept
        kept.write(record, "title", "label", "summary", "proposition", "description", "note")
        texts = [getattr(record, name, None) for name in ("summary", "proposition", "description", "note")]
        said = [text for text in texts if isinstance(text, str)]
        content: dict[str, Any] = {"abstract": label_of(record)}
        if isinstance(record, Statement):
            kept.write(record, "quotes", "speakers")
            said[1:1] = [f"“{quote.text}”" for quote in record.quotes]
            if record.quotes:
                kept.lose(record, "quotes", "a note has the words without their place and language")
            content["authors"] = [self.name(key) for key in record.speakers] if record.speakers else []
        if isinstance(record, EventRecord) and record.when:
            kept.write(record, "when")
            said.append(f"When: {record.when}")
        terms: list[str] = []
        for field in fields(type(record)):
            value: Any = getattr(record, field.name)
            node = field.node.item if isinstance(field.node, ManyNode) else field.node
            if isinstance(node, VocabularyNode) and value:
                kept.write(record, field.name)
                words = [dashed(term) for term in (value if isinstance(value, tuple | frozenset) else (value,))]
                terms.extend(sorted(words) if isinstance(value, frozenset) else words)
        content |= {"content": "\n".join(said) or label_of(record), "object_refs": self.referred(record)}
        return {**content, "labels": list(dict.fromkeys([type_name(type(record)).replace("_", "-"), *terms]))}

    def referred(self, record: Record, *names: str) -> list[str]:
        """List the objects to which a record refers, or to which some fields refer; the dataset if there are none."""
        found: list[str] = []
        lost: set[str] = set()
        for reference in references(type(record), record):
            name = str(reference.path[0])
            if name == "source" or (names and name not in names):
                continue
            if key := self.ids.get(reference.target):
                found.append(key)
            if name not in {"speakers", *names}:
                lost.add(name)
        for name in sorted(lost):
            if is_reference(record, name):
                self.kept.write(record, name)
                self.kept.lose(record, name, NO_ROLE)
        return list(dict.fromkeys(found)) or [self.maker]

    def relations(self, record: Record, name: str, kind: str) -> Iterator[dict[str, Any]]:
        """List the relationships of a record in one field to others that are objects."""
        targets = getattr(record, name)
        wanted = [targets] if isinstance(targets, str) else list(targets or ())
        there = [key for key in wanted if key in self.ids]
        if len(there) == len(wanted):
            self.kept.write(record, name)
        for target in there:
            content = {"relationship_type": kind, "source_ref": self.ids[record.id], "target_ref": self.ids[target]}
            yield whole("relationship", new_id("relationship", f"{record.id} {kind} {target}"), content)

    def evidence(self, record: Record) -> list[dict[str, Any]]:
        """List where else a record is: in other schemes, and in the text that reports it."""
        marks = getattr(record, "identifiers", {})
        self.kept.write(record, "identifiers")
        found: list[dict[str, Any]] = [
            {"source_name": name, "external_id": mark} for name, mark in sorted(marks.items())
        ]
        source = record if isinstance(record, Source) else self.dataset.get(getattr(record, "source", ""))
        if isinstance(source, Source):
            self.kept.write(record, "source")
            publisher = self.name(source.publisher) if source.publisher else label_of(source)
            reference: dict[str, Any] = {"source_name": publisher, "description": label_of(source)}
            if source.url:
                reference["url"] = source.url
            if source.sha256 and isinstance(record, Source):
                reference["hashes"] = {"SHA-256": source.sha256}
            found.append(reference)
        return found

    def name(self, key: str) -> str:
        """Return the name of a record; its id if the dataset does not hold it."""
        record = self.dataset.get(key)
        return label_of(record) if record is not None else key


def object_id(record: Record) -> str | None:
    """Return the id of the object of a record; `None` if it has none."""
    match record:
        case Actor():
            kind = "identity"
        case Place(country=country, point=point):
            if not country and not point:
                return None
            kind = "location"
        case Source():
            kind = "report" if timely(record.published) else "note"
        case Position():
            if "stance" in record.open:
                return None
            kind = "opinion"
        case _:
            kind = "note"
    return new_id(kind, record.id)


def timely(date: EventDate | None) -> Day | None:
    """Return the one day that a date leaves possible, if timestamps reach it: in the years 1 to 9999."""
    day = the_day(date)
    return day if day and dt.MINYEAR <= day.year <= dt.MAXYEAR else None


def is_reference(record: Record, name: str) -> bool:
    """Whether a field of a record holds ids and nothing else."""
    node = next(field.node for field in fields(type(record)) if field.name == name)
    return isinstance(node.item if isinstance(node, ManyNode) else node, IdNode)


def dashed(term: object) -> str:
    """Return a term as STIX writes those of its own vocabularies."""
    return (term_words(term) or "").replace(" ", "-")


def new_id(kind: str, key: str) -> str:
    """Return the id of an object, always the same for one kind and key."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind} {key}')}"


def whole(kind: str, key: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return an object with what all objects have, without empty lists."""
    head = {"type": kind, "spec_version": "2.1", "id": key, "created": MADE, "modified": MADE}
    return head | {name: value for name, value in content.items() if value != []}
