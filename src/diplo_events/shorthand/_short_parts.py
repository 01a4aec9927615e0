"""The parts of a dataset of which some are in short form: each expanded with the help of the others."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import TypeAlias

import attrs

from diplo_events._internal.texts.display import one_line
from diplo_events.coding.anchoring import Text, read_texts
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats import format_named
from diplo_events.formats.located import Located, record_places
from diplo_events.formats.parts import Part
from diplo_events.formats.short_form import is_short
from diplo_events.schema import Record, references
from diplo_events.shorthand._expansion import Expansion, expanded, read_expansion
from diplo_events.shorthand._names import named_records

__all__ = ["ShortParts", "shared_with", "short_document"]

Texts: TypeAlias = str | os.PathLike[str] | Mapping[str, Text] | None


class ShortParts:
    """Makes full parts of those in short form: what `coding.check` takes as `prepare`.

    Args:
        texts: The texts by their SHA-256, or the folder with them; without them no words can be looked up.
    """

    def __init__(self, texts: Texts = None) -> None:
        self.texts = texts
        self.notes: tuple[str, ...] = ()
        """What was filled in that a person should see, once parts were expanded."""

    def __call__(self, parts: Sequence[Part]) -> list[Part]:
        """Return the parts, those in short form expanded; what is wrong with one becomes its problems.

        Raises:
            NotReadableError: there are parts in short form, and a text cannot be read.
            OSError: there are parts in short form, and the folder of the texts cannot be read.
        """
        documents = {index: located for index, part in enumerate(parts) if (located := short_document(part))}
        if not documents:
            return list(parts)
        texts = self.texts
        known = read_texts(FilePath(texts)) if isinstance(texts, str | os.PathLike) else texts or {}
        full = list(parts)
        notes: list[str] = []
        numbered: dict[int, frozenset[str]] = {}
        for index, located in documents.items():
            expansion = expanded(located, known, shared_with(index, parts, documents))
            notes.extend(expansion.notes)
            full[index] = full_part(parts[index], expansion, located)
            numbered[index] = frozenset(expansion.numbered)
        notes.extend(unsettled_notes(full, numbered))
        self.notes = tuple(notes)
        return full


def shared_with(index: int, parts: Sequence[Part], documents: Mapping[int, Located]) -> Dataset:
    """Return what the other parts of a dataset share with one of them."""
    whole = (part.dataset.records for at, part in enumerate(parts) if part.dataset is not None and at != index)
    short = (named_records(other.data) for at, other in documents.items() if at != index)
    unread = (part for at, part in enumerate(parts) if part.dataset is None and at not in {index, *documents})
    named = (named_records(data_of(part)) for part in unread)
    return dataset_with(record for records in (*whole, *short, *named) for record in records)


def data_of(part: Part) -> object:
    """Return the plain data of a part with mistakes, or `None` if they cannot be read either."""
    if part.format not in {"json", "yaml"}:
        return None
    try:
        located: Located = format_named(part.format).parse_located(part.data, file=part.name)
    except NotReadableError:
        return None
    return located.data


def unsettled_notes(parts: Sequence[Part], numbered: Mapping[int, frozenset[str]]) -> Iterator[str]:
    """List where parts refer to records of another one that have their number only from their order there.

    Args:
        parts: The parts, expanded.
        numbered: The ids that were given to records without one, by the index of their part.
    """
    for at, part in enumerate(parts):
        records = part.dataset.records if part.dataset is not None else ()
        places = [(record.id, link.target) for record in records for link in references(type(record), record)]
        for index, ids in numbered.items():
            first = {target: key for key, target in reversed(places) if target in ids and index != at}
            for target, key in first.items():
                file = one_line(parts[index].name)
                yield (
                    f"{one_line(part.name)}: {key} refers to {target}, whose number follows the order of the records"
                    f" in {file}: check --fix keeps it, or write the id there"
                )


def short_document(part: Part) -> Located | None:
    """Return the content of a part in short form, or `None` if it is a full one or no YAML."""
    if part.dataset is not None or part.format != "yaml":
        return None
    try:
        located: Located = format_named(part.format).parse_located(part.data, file=part.name)
    except NotReadableError:
        return None
    return located if is_short(located.data) else None


def dataset_with(records: Iterable[Record]) -> Dataset:
    """Return a partial dataset with some records, of several with one id the first."""
    unique: dict[str, Record] = {}
    for record in records:
        unique.setdefault(record.id, record)
    return Dataset(records=unique.values(), complete=False)


def full_part(part: Part, expansion: Expansion, written: Located) -> Part:
    """Return a part with the dataset of an expanded document, or with what is wrong with it."""
    try:
        dataset = read_expansion(expansion, written)
    except NotReadableError as error:
        return attrs.evolve(part, problems=error.problems)
    return attrs.evolve(part, dataset=dataset, problems=(), known_places=record_places(expansion.located))
