"""Names in the place of ids: an actor, a place, an issue, a document or a source by any of its spellings."""

import re
import warnings
from collections.abc import Iterable, Mapping
from typing import Any, Final

from diplo_events._internal.reading.field_examples import plain_example
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.errors import NewerFormatWarning, NotReadableError, QueryError
from diplo_events.formats.plain import from_plain
from diplo_events.lookup import Named, find_id, matches
from diplo_events.model import Actor, Document, Issue, Place, Source
from diplo_events.model.frozen_map import Plain
from diplo_events.model.ids import PATTERNS, RecordId, slug
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, Path, Record, fields, references
from diplo_events.shorthand._plain import Findings, Mappable, Trouble, is_newer_minor, listed, mapped

__all__ = ["Names", "expand_names"]

NAMED: Final[tuple[type[Named], ...]] = (Actor, Place, Issue, Document, Source)

SPELLED: Final = ("name", "label", "title")
"""The fields by which records can be named beside their ids and their other spellings."""


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
    """List the actors, places, issues, documents and sources of a document, as far as they can be read."""
    data = mapped(document) or {}
    version = version_of(data)
    items = [(name, item) for name, cls in COLLECTIONS.items() if cls in NAMED for item in listed(data.get(name))]
    lists: dict[str, list[Any]] = {}
    for name, item in items:
        lists.setdefault(name, []).append(item)
    found = readable(lists, version)
    if found is None:
        found = [record for name, item in items for record in readable_in_part(name, item, version)]
    else:
        read = {record.id for record in found}  # what has a word of a newer version may be set aside
        unread = ((name, item) for name, item in items if (mapped(item) or {}).get("id") not in read)
        found.extend(record for name, item in unread for record in readable_in_part(name, item, version))
    return [record for record in found if isinstance(record, NAMED)]


def version_of(document: Mappable) -> str:
    """Return the format version of a document if it is a newer minor version, and else that of this library."""
    version = document.get("format_version")
    return version if isinstance(version, str) and is_newer_minor(version) else FORMAT_VERSION


def readable_in_part(name: str, item: object, version: str) -> list[Record]:
    """Read one record, or its names alone if something else is wrong with it.

    What is wrong with it is said once, of the record, and not of everything that names it.
    """
    if (record := mapped(item)) is None or "id" not in record:
        return []
    if whole := readable({name: [item]}, version):
        return whole
    needed: Mappable = {field.name: plain_example(field.node) for field in fields(COLLECTIONS[name]) if field.required}
    key = record["id"]
    needed["id"] = (slug(key) or key) if isinstance(key, str) else key  # the id that a wrong one was meant to be
    for keys in ((*SPELLED, "names"), SPELLED):
        if part := readable({name: [needed | {key: record[key] for key in keys if key in record}]}, version):
            return part
    return []


def readable(lists: Mapping[str, list[Any]], version: str) -> list[Record] | None:
    """Read some lists of records, or return `None` if something is wrong with them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerFormatWarning)  # the reader of the whole document says so
        try:
            return [*from_plain({"format_version": version, "complete": False, **lists}).records]
        except NotReadableError:
            return None


def ids_of(document: Mappable) -> Iterable[tuple[str, type[Record]]]:
    """List the ids of all records of a document, of wrong ones the ids that were meant, each with its type."""
    for name, cls in COLLECTIONS.items():
        for item in listed(document.get(name)):
            if (record := mapped(item)) is not None and isinstance(key := record.get("id"), str):
                yield slug(key) or key, cls


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
