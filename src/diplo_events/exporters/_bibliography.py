"""What the two formats of bibliographies have in common: their entries, from sources and documents."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.exporters._labels import label_of, term_words
from diplo_events.exporters._losses import Kept
from diplo_events.model import Document, Source
from diplo_events.vocab import DocumentKind, SourceKind, Term

__all__ = ["Citable", "entries"]

CSL_TYPES: Final[Mapping[Term, str]] = MappingProxyType(
    {
        SourceKind.NEWS_ARTICLE: "article-newspaper",
        SourceKind.OPINION: "article-newspaper",
        SourceKind.AGENCY_DISPATCH: "article-newspaper",
        SourceKind.OFFICIAL_DOCUMENT: "report",
        DocumentKind.TREATY: "treaty",
        DocumentKind.AGREEMENT: "treaty",
        DocumentKind.LAW: "legislation",
        DocumentKind.LETTER: "personal_communication",
        DocumentKind.TELEGRAM: "personal_communication",
        DocumentKind.REPORT: "report",
    }
)
"""The types of the Citation Style Language 1.0.2 that fit; all else is a `document`."""


@attrs.frozen(kw_only=True)
class Citable:
    """A source or document as bibliographies have it."""

    key: str
    """Its id."""
    type: str
    """Its type in the Citation Style Language."""
    title: str
    """Its title."""
    genre: str | None
    """What it is, in words."""
    authors: tuple[str, ...]
    """Their names, as the text or the dataset has them."""
    publisher: str | None
    """The name of the outlet."""
    date: EventDate | None
    """When it was published, adopted or signed."""
    language: str | None
    """Its language; of several, the first."""
    url: str | None
    """Its address."""
    identifiers: tuple[tuple[str, str], ...]
    """Its marks in other schemes, by the scheme."""
    note: str | None
    """The coder's remark or description."""


def entries(dataset: Dataset, kept: Kept) -> Iterator[Citable]:
    """List the sources and then the documents of a dataset as entries, and note what they have."""
    for source in dataset.of_type(Source):
        written = ("title", "kind", "byline", "authors", "publisher", "published", "language", "url")
        kept.write(source, "id", *written, "identifiers", "note")
        yield Citable(
            key=source.id,
            type=CSL_TYPES.get(source.kind, "document"),
            title=label_of(source),
            genre=term_words(source.kind),
            authors=(*source.byline, *(name(dataset, kept, key) for key in source.authors)),
            publisher=name(dataset, kept, source.publisher) if source.publisher else None,
            date=source.published,
            language=source.language,
            url=source.url,
            identifiers=tuple(sorted(source.identifiers.items())),
            note=source.note,
        )
    for document in dataset.of_type(Document):
        field = next((field for field in ("signed", "adopted", "in_force") if getattr(document, field)), "signed")
        kept.write(document, "id", "title", "kind", "parties", field, "identifiers", "description")
        if len(document.languages) == 1:
            kept.write(document, "languages")
        yield Citable(
            key=document.id,
            type=CSL_TYPES.get(document.kind, "document"),
            title=label_of(document),
            genre=term_words(document.kind),
            authors=tuple(name(dataset, kept, key) for key in document.parties),
            publisher=None,
            date=getattr(document, field),
            language=document.languages[0] if len(document.languages) == 1 else None,
            url=None,
            identifiers=tuple(sorted(document.identifiers.items())),
            note=document.description,
        )


def name(dataset: Dataset, kept: Kept, key: str) -> str:
    """Return the name of an actor, and note it; the id if the dataset does not hold the actor."""
    record = dataset.get(key)
    if record is None:
        return key
    kept.write_name(record)
    return label_of(record)
