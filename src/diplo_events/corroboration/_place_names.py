"""Where two texts of one document, such as two translations of a treaty, name other places in one passage."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from diplo_events._internal.texts.folding import caseless
from diplo_events.corroboration._contradiction_types import Contradiction, ContradictionKind, Version, contradiction
from diplo_events.dataset import Dataset
from diplo_events.hierarchy import Ancestors
from diplo_events.lookup import name_of
from diplo_events.model import Document, Place, Position, Source, Statement, TerritorialClaim
from diplo_events.referents import referent_id
from diplo_events.schema import Record, references

__all__ = ["place_contradictions"]

Named: TypeAlias = dict[str, set[str]]
"""The places that a text names in a passage, each with the records that do."""


def place_contradictions(dataset: Dataset, ancestors: Ancestors) -> Iterator[Contradiction]:
    """Find the passages in which two texts of one document name different places, or one place differently.

    Texts of one document are its copies, translations and excerpts (`Dataset.first_versions`). A passage is a part of
    a document that both cite, such as an article, or one thing that both report. Two texts name different places if
    each has one that does not lie in a place of the other, nor around one. One place is named differently if two texts
    in one language have no spelling of it in common, apart from capitals.
    """
    texts_of: dict[str, set[str]] = defaultdict(set)
    for source, first in dataset.first_versions.items():
        texts_of[first].add(dataset.first_copies.get(source, source))
    for texts in texts_of.values():
        if len(texts) > 1:
            passages = places_by_passage(dataset, texts)
            for passage, named in passages.items():
                yield from other_places(dataset, ancestors, passage, named)
            yield from other_spellings(dataset, passages.values())


def places_by_passage(dataset: Dataset, texts: AbstractSet[str]) -> Mapping[str, Mapping[str, Named]]:
    """Return what each of some texts names in each passage that several of them have."""
    passages: dict[str, dict[str, Named]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for text in sorted(texts):
        for record in dataset.reported_in(text):
            places = {reference.target for reference in references(type(record), record) if Place in reference.types}
            for passage in {referent_id(dataset, record), *parts_cited(dataset, record)} if places else ():
                for place in places:
                    passages[passage][text][place].add(record.id)
    return {passage: named for passage, named in sorted(passages.items()) if len(named) > 1}


def parts_cited(dataset: Dataset, record: Record) -> Iterator[str]:
    """List the parts of documents that a record cites, itself or by the statements that are its evidence."""
    evidence = record.evidence if isinstance(record, Position | TerritorialClaim) else ()
    statements = (dataset.get(key) for key in evidence)
    for citing in (record, *(statement for statement in statements if isinstance(statement, Statement))):
        for reference in references(type(citing), citing):
            document = dataset.get(reference.target)
            if isinstance(document, Document) and document.part_of:
                yield document.id


def other_places(
    dataset: Dataset, ancestors: Ancestors, passage: str, named: Mapping[str, Named]
) -> Iterator[Contradiction]:
    """Find the places that each of two texts names in a passage, and that the other has nothing to do with."""
    alone: dict[str, set[str]] = defaultdict(set)
    for left, right in itertools.combinations(named, 2):
        sides = [(left, strangers(ancestors, named[left], named[right])),
                 (right, strangers(ancestors, named[right], named[left]))]  # fmt: skip
        if all(places for _, places in sides):
            for text, places in sides:
                alone[text] |= places
    if alone:
        versions = (
            Version(
                value="; ".join(sorted(name_of(dataset, place) for place in places)),
                sources=(text,),
                records=tuple(sorted(set().union(*(named[text][place] for place in places)))),
            )
            for text, places in alone.items()
        )
        yield contradiction(ContradictionKind.PLACE, passage, versions)


def strangers(ancestors: Ancestors, places: Iterable[str], others: Iterable[str]) -> set[str]:
    """Return the places that are not among some others, do not lie in one of them and have none in them."""

    def related(one: str, other: str) -> bool:
        return one == other or one in ancestors.get(other, ()) or other in ancestors.get(one, ())

    return {place for place in places if not any(related(place, other) for other in others)}


def other_spellings(dataset: Dataset, passages: Iterable[Mapping[str, Named]]) -> Iterator[Contradiction]:
    """Find the places that texts in one language name in one passage without a spelling in common."""
    differing: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for named in passages:
        for left, right in itertools.combinations(named, 2):
            if language_of(dataset, left) != language_of(dataset, right):
                continue
            for place in named[left].keys() & named[right].keys():
                one, other = ({caseless(name) for name in spellings(dataset, place, text)} for text in (left, right))
                if one and other and one.isdisjoint(other):
                    differing[place][left] |= named[left][place]
                    differing[place][right] |= named[right][place]
    for place, texts in sorted(differing.items()):
        versions = (
            Version(
                value=" or ".join(f"“{name}”" for name in spellings(dataset, place, text)),
                sources=(text,),
                records=tuple(sorted(records)),
            )
            for text, records in texts.items()
        )
        yield contradiction(ContradictionKind.PLACE, place, versions)


def spellings(dataset: Dataset, key: str, text: str) -> tuple[str, ...]:
    """Return the spellings of a place that a text uses."""
    place = dataset.get(key)
    names = place.names if isinstance(place, Place) else ()
    return tuple(
        name.text for name in names if any(dataset.first_copies.get(source, source) == text for source in name.sources)
    )


def language_of(dataset: Dataset, text: str) -> str | None:
    """Return the language of a text, without region and script; `None` if it is not known."""
    source = dataset.get(text)
    return source.language.partition("-")[0].lower() if isinstance(source, Source) and source.language else None
