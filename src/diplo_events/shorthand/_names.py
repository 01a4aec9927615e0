"""Names in the place of ids: an actor, a place, an issue, a document or a source by any of its spellings."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, QueryError
from diplo_events.formats.plain import from_plain
from diplo_events.lookup import Named, find_id, matches
from diplo_events.model import Actor, Document, Issue, Place, Source
from diplo_events.model.frozen_map import Plain
from diplo_events.model.ids import PATTERNS, RecordId
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, Path, Record, references
from diplo_events.shorthand._plain import Findings, Mappable, Trouble, listed, mapped

__all__ = ["Names", "expand_names"]

NAMED: Final[tuple[type[Named], ...]] = (Actor, Place, Issue, Document, Source)


class Names:
    """What names and ids can refer to: the records of a document, and those of the other parts of its dataset."""

    def __init__(self, document: Mappable, shared: Dataset, texts: Mapping[str, Text]) -> None:
        self.texts = texts
        records = {record.id: record for record in shared.records if isinstance(record, NAMED)}
        records |= {record.id: record for record in named_records(document)}
        self.dataset = Dataset(records=records.values(), complete=False)
        self.types = {record.id: type(record) for record in shared.records} | dict(ids_of(document))
        self.ids = set(self.types)

    def source(self, key: object) -> Source | None:
        """Return a source by its id."""
        record = self.dataset.get(key) if isinstance(key, str) else None
        return record if isinstance(record, Source) else None

    def text(self, source: Source | None) -> str | None:
        """Return the text of a source, if it is at hand."""
        text = self.texts.get(source.sha256 or "") if source is not None else None
        return text.content if text is not None else None

    def meant(self, name: str, types: tuple[type, ...], source: object) -> str | Trouble:
        """Return the id of the record that a name refers to; the name itself if that is for the reader to judge."""
        if self.types.get(name) in types:
            return name
        if named := tuple(cls for cls in NAMED if cls in types and types != TARGETS_OF_ANY):
            return self.named(name, named)
        within = f"{source}/{name}"
        return within if within in self.ids else name

    def named(self, name: str, types: tuple[type[Named], ...]) -> str | Trouble:
        """Return the id of the actor, place, issue, document or source that a name refers to."""
        found = matches(self.dataset, name, *types) if name.strip() else ()
        if len(found) == 1:
            return found[0]
        if not found and re.fullmatch(PATTERNS[RecordId].regex, name):
            return name
        try:
            return find_id(self.dataset, name, *types)
        except QueryError as error:
            problem = error.problems[0]
            return Trouble(problem.expected, problem.found, problem.hint)


TARGETS_OF_ANY: Final = next(reference.types for reference in references(COLLECTIONS["statements"], {"restates": "s1"}))
"""The types of records to which a reference without a type of its own leads."""


def named_records(document: object) -> list[Named]:
    """List the actors, places, issues, documents and sources of a document that can be read."""
    data = mapped(document) or {}
    names = [name for name, cls in COLLECTIONS.items() if cls in NAMED]
    if (whole := readable({name: listed(data.get(name)) for name in names})) is not None:
        return [record for record in whole.records if isinstance(record, NAMED)]
    singly = (readable({name: [item]}) for name in names for item in listed(data.get(name)))
    found = [record for part in singly if part is not None for record in part.records]
    return [record for record in found if isinstance(record, NAMED)]


def readable(lists: Mappable) -> Dataset | None:
    """Make a partial dataset of some lists of records, or return `None` if something is wrong with them."""
    try:
        return from_plain({"format_version": FORMAT_VERSION, "complete": False, **lists})
    except NotReadableError:
        return None


def ids_of(document: Mappable) -> Iterable[tuple[str, type[Record]]]:
    """List the ids of all records of a document, each with the type of the record."""
    for name, cls in COLLECTIONS.items():
        for item in listed(document.get(name)):
            if (record := mapped(item)) is not None and isinstance(key := record.get("id"), str):
                yield key, cls


def expand_names(cls: type[Record], record: Mappable, path: Path, names: Names, findings: Findings) -> None:
    """Write ids in the place of the names in a record."""
    for reference in list(references(cls, record)):
        meant = names.meant(reference.target, reference.types, record.get("source"))
        if isinstance(meant, Trouble):
            findings.trouble((*path, *reference.path), meant)
        elif meant != reference.target:
            put(record, reference.path, meant)


def put(value: Plain, path: Path, content: str) -> None:
    """Write a value at a path."""
    for part in path[:-1]:
        value = value[part]
    value[path[-1]] = content
