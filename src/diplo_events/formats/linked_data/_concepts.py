"""`vocabulary`: the project's own terms in RDF (Turtle): classes, properties, and the vocabularies as SKOS concepts."""

from collections.abc import Iterator
from enum import Enum
from typing import Final

from diplo_events.formats.linked_data._turtle import literal, prologue
from diplo_events.formats.linked_data.terms import (
    OPEN_TERM,
    all_classes,
    all_vocabularies,
    class_term,
    concept_iri,
    field_term,
    linked_fields,
    standard_types,
)
from diplo_events.json_schema import class_doc
from diplo_events.schema import COLLECTIONS
from diplo_events.vocab import Term

__all__ = ["vocabulary"]

RDF: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
}
"""The further prefixes of the text."""


def vocabulary() -> str:
    """Return the terms of the linked data in Turtle: classes, properties, and each vocabulary as a SKOS concept scheme.

    Concepts have the value in files as `skos:notation`, the words as `skos:prefLabel`, the meaning as
    `skos:definition`, and where they come from as `dcterms:source`.

    >>> "<https://diplo-events.invalid/vocabulary#Stance/agree> a skos:Concept" in vocabulary()
    True
    """
    return "\n".join((prologue(RDF), *class_lines(), *property_lines(), *scheme_lines()))


def class_lines() -> Iterator[str]:
    """Return the classes, with the classes of other vocabularies that they belong to."""
    for cls in all_classes():
        above = "".join(f" ;\n  rdfs:subClassOf {term}" for term in standard_types(cls))
        yield f"{class_term(cls)} a rdfs:Class ;\n  rdfs:comment {literal(class_doc(cls))}{above} .\n"


def property_lines() -> Iterator[str]:
    """Return the properties that no other vocabulary has, each with what it means in each class that has it."""
    docs: dict[str, list[str]] = {f"de:{name}": [f"A record of the dataset, of the {name}."] for name in COLLECTIONS}
    docs[OPEN_TERM] = ["A field that is not coded yet."]
    for cls in all_classes():
        for field in linked_fields(cls):
            term = field_term(cls, field.name)
            if term.startswith("de:"):
                docs.setdefault(term, []).append(f"{class_term(cls).removeprefix('de:')}: {field.doc}")
    for term, texts in docs.items():
        comments = "".join(f" ;\n  rdfs:comment {literal(text)}" for text in texts)
        yield f"{term} a rdf:Property{comments} .\n"


def scheme_lines() -> Iterator[str]:
    """Return the vocabularies, each with its members."""
    for cls in all_vocabularies():
        yield f"de:{cls.__name__} a skos:ConceptScheme ;\n  skos:prefLabel {literal(class_doc(cls))} .\n"
        for member in cls:
            yield f"<{concept_iri(member)}> a skos:Concept ;\n  skos:inScheme de:{cls.__name__}{details(member)} .\n"


def details(member: Enum) -> str:
    """Return what is known of a member of a vocabulary."""
    known = {"skos:notation": str(member.value)}
    if isinstance(member, Term):
        known |= {
            "skos:prefLabel": member.words,
            "skos:definition": member.meaning,
            "dcterms:source": member.source,
        }
    return "".join(f" ;\n  {name} {literal(text)}" for name, text in known.items() if text)
