"""The IRIs of classes, fields, vocabularies and records, and which of them other vocabularies have already."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import Header
from diplo_events.model import (
    Action,
    Actor,
    Document,
    EventRecord,
    Issue,
    Meeting,
    Place,
    Point,
    Quantity,
    Quote,
    Role,
    Source,
    Span,
)
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import COLLECTIONS, Field, IdNode, ManyNode, Node, PartNode, VocabularyNode, fields

__all__ = [
    "EDTF",
    "OPEN_TERM",
    "PREFIXES",
    "RECORD_BASE",
    "VOCABULARY",
    "all_classes",
    "all_vocabularies",
    "class_term",
    "concept_iri",
    "field_term",
    "full_iri",
    "linked_fields",
    "standard_types",
    "types_of",
]

VOCABULARY: Final = "https://diplo-events.invalid/vocabulary#"
"""What the IRIs of the project's own terms begin with. Nothing is there to load, as `.invalid` says (RFC 2606)."""

RECORD_BASE: Final = "https://diplo-events.invalid/record/"
"""What the IRIs of records begin with; the id follows."""

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "de": VOCABULARY,
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""The prefixes of the vocabularies."""

EDTF: Final = "edtf:EDTF"
"""The datatype of dates: the Extended Date/Time Format, of the Library of Congress."""

OPEN_TERM: Final = f"de:{OPEN_KEY}"
"""The property that lists the fields of a record that are not coded yet."""

DATASET: Final = "Dataset"
"""The name of the class of a dataset, whose fields are those of its header."""

STANDARD_TYPES: Final[Mapping[type, str]] = MappingProxyType(
    {
        Header: "schema:Dataset",
        Source: "schema:CreativeWork",
        Actor: "prov:Agent",
        Place: "schema:Place",
        Issue: "skos:Concept",
        Document: "schema:CreativeWork",
        EventRecord: "prov:Entity",
        Action: "schema:Action",
        Meeting: "schema:Event",
        Span: "oa:TextPositionSelector",
        Quote: "oa:TextQuoteSelector",
        Point: "schema:GeoCoordinates",
        Role: "schema:Role",
        Quantity: "schema:QuantitativeValue",
    }
)
"""The class of another vocabulary that the values of a class belong to as well; that of a base holds too."""

STANDARD_FIELDS: Final[Mapping[type, Mapping[str, str]]] = MappingProxyType(
    {
        Header: {
            "title": "schema:name",
            "description": "schema:description",
            "version": "schema:version",
            "citation": "schema:citation",
        },
        Source: {
            "title": "schema:name",
            "publisher": "schema:publisher",
            "authors": "schema:author",
            "recipients": "schema:recipient",
            "published": "schema:datePublished",
            "dated": "schema:dateCreated",
            "document": "schema:exampleOfWork",
            "language": "schema:inLanguage",
            "url": "schema:url",
        },
        Actor: {"name": "schema:name", "member_of": "schema:memberOf", "description": "schema:description"},
        Role: {"title": "schema:roleName"},
        Place: {
            "name": "schema:name",
            "within": "schema:containedInPlace",
            "point": "schema:geo",
            "description": "schema:description",
        },
        Point: {"longitude": "schema:longitude", "latitude": "schema:latitude"},
        Issue: {"label": "skos:prefLabel", "broader": "skos:broader", "description": "skos:scopeNote"},
        Document: {
            "title": "schema:name",
            "part_of": "schema:isPartOf",
            "languages": "schema:inLanguage",
            "description": "schema:description",
        },
        EventRecord: {"source": "prov:wasDerivedFrom"},
        Action: {
            "actors": "schema:agent",
            "place": "schema:location",
            "instrument": "schema:instrument",
            "summary": "schema:description",
        },
        Meeting: {"title": "schema:name", "place": "schema:location", "part_of": "schema:superEvent"},
        Span: {"start": "oa:start", "end": "oa:end"},
        Quote: {"text": "oa:exact", "span": "oa:refinedBy"},
        Quantity: {"low": "schema:minValue", "high": "schema:maxValue"},
    }
)
"""The property of another vocabulary that a field is; all other fields are properties of the project's own."""


def class_term(cls: type) -> str:
    """Return the IRI of a class, with its prefix.

    >>> class_term(Span), class_term(Header)
    ('de:Span', 'de:Dataset')
    """
    return f"de:{class_name(cls)}"


def class_name(cls: type) -> str:
    """Return the name of a class in JSON-LD."""
    return DATASET if cls is Header else cls.__name__


def standard_types(cls: type) -> tuple[str, ...]:
    """List the classes of other vocabularies that the values of a class belong to, with their prefixes.

    >>> standard_types(Meeting)
    ('schema:Event', 'prov:Entity')
    """
    return tuple(STANDARD_TYPES[base] for base in cls.__mro__ if base in STANDARD_TYPES)


def types_of(cls: type) -> list[str]:
    """Return what `@type` holds for the values of a class: its own name, then the classes of other vocabularies.

    >>> types_of(Span)
    ['Span', 'oa:TextPositionSelector']
    """
    return [class_name(cls), *standard_types(cls)]


def field_term(cls: type, name: str) -> str:
    """Return the IRI of a field of a class, with its prefix.

    >>> field_term(Quote, "text"), field_term(Quote, "language")
    ('oa:exact', 'de:language')
    """
    known = (STANDARD_FIELDS[base][name] for base in cls.__mro__ if name in STANDARD_FIELDS.get(base, {}))
    return next(known, f"de:{name}")


def concept_iri(member: Enum) -> str:
    """Return the IRI of a member of a vocabulary, which is a SKOS concept.

    >>> from diplo_events import Stance
    >>> concept_iri(Stance.AGREE)
    'https://diplo-events.invalid/vocabulary#Stance/agree'
    """
    return f"{VOCABULARY}{type(member).__name__}/{member.value}"


def full_iri(term: str) -> str:
    """Return an IRI without prefix.

    >>> full_iri("oa:exact")
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, _, name = term.partition(":")
    return f"{PREFIXES[prefix]}{name}"


def linked_fields(cls: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """List the fields of a class that are properties: all but the id of a record, which is what they are properties of.

    >>> [field.name for field in linked_fields(Point)]
    ['longitude', 'latitude']
    """
    return tuple(field for field in fields(cls) if not (field.name == "id" and isinstance(field.node, IdNode)))


def all_classes() -> tuple[type[attrs.AttrsInstance], ...]:
    """List the classes of the values in a dataset: the header, the record types, and the parts that they have.

    >>> [cls.__name__ for cls in all_classes()][:4]
    ['Header', 'Source', 'Uncoded', 'Span']
    """
    found: dict[type[attrs.AttrsInstance], None] = {Header: None}
    for cls in COLLECTIONS.values():
        collect(cls, found)
    return tuple(found)


def collect(cls: type[attrs.AttrsInstance], found: dict[type[attrs.AttrsInstance], None]) -> None:
    """Add a class, and those of its parts, to the ones that were found."""
    if cls in found:
        return
    found[cls] = None
    for field in fields(cls):
        inner = innermost(field.node)
        if isinstance(inner, PartNode):
            collect(inner.cls, found)


def all_vocabularies() -> tuple[type[Enum], ...]:
    """List the vocabularies that fields take their members from."""
    nodes = (innermost(field.node) for cls in all_classes() for field in fields(cls))
    return tuple(dict.fromkeys(node.vocabulary for node in nodes if isinstance(node, VocabularyNode)))


def innermost(node: Node) -> Node:
    """Return what the items of a node are, or the node itself."""
    return innermost(node.item) if isinstance(node, ManyNode) else node
