"""The context and the vocabulary: what they say of every class, field and member, and of nothing else."""

import re
from typing import Final

import pytest
import rdflib
from rdflib import DCTERMS, RDF, RDFS, SKOS, Literal, URIRef

from diplo_events.dataset import Header
from diplo_events.formats.linked_data import context, vocabulary
from diplo_events.formats.linked_data.terms import (
    PREFIXES,
    STANDARD_FIELDS,
    STANDARD_TYPES,
    VOCABULARY,
    all_classes,
    all_vocabularies,
    class_term,
    concept_iri,
    field_term,
    full_iri,
    linked_fields,
    types_of,
)
from diplo_events.schema import COLLECTIONS, fields
from diplo_events.vocab import Term

GRAPH: Final = rdflib.Graph().parse(data=vocabulary(), format="turtle")


def test_the_tables_name_only_what_there_is() -> None:
    for cls, terms in STANDARD_FIELDS.items():
        assert terms.keys() <= {field.name for field in fields(cls)}, cls
        assert {term.partition(":")[0] for term in terms.values()} <= PREFIXES.keys()
    bases = {base for cls in all_classes() for base in cls.__mro__}
    assert {*STANDARD_TYPES, *STANDARD_FIELDS} <= bases


@pytest.mark.parametrize("cls", all_classes())
def test_no_two_fields_are_one_property(cls: type) -> None:
    terms = [field_term(cls, field.name) for field in linked_fields(cls)]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("cls", all_classes())
def test_the_context_knows_each_field_of_a_class(cls: type) -> None:
    inner = context()[types_of(cls)[0]]["@context"]
    more = {*COLLECTIONS, "closed", "end"} if cls is Header else {"open"}
    assert {field.name for field in linked_fields(cls)} <= inner.keys()
    assert inner.keys() <= {field.name for field in linked_fields(cls)} | more


def test_a_member_with_the_name_of_a_term_is_still_a_concept() -> None:
    clashes: list[str] = []
    for cls in all_classes():
        inner = context()[types_of(cls)[0]]["@context"]
        for definition in inner.values():
            members: dict[str, str] = (definition or {}).get("@context", {})
            named = [name for name in members if name != "@vocab"]
            assert all(members[name] == members["@vocab"] + name for name in named)
            assert not members or {*named} >= {
                member.value
                for vocabulary in all_vocabularies()
                if members["@vocab"] == f"{VOCABULARY}{vocabulary.__name__}/"
                for member in vocabulary
                if member.value in inner or member.value in context()
            }
            clashes += named
    assert clashes


def test_the_vocabulary_describes_every_class_and_property_of_its_own() -> None:
    assert set(GRAPH.subjects(RDF.type, RDFS.Class)) == {URIRef(full_iri(class_term(cls))) for cls in all_classes()}
    own = {field_term(cls, field.name) for cls in all_classes() for field in linked_fields(cls)}
    wanted = {full_iri(term) for term in own if term.startswith("de:")}
    assert {str(item) for item in GRAPH.subjects(RDF.type, RDF.Property)} == {
        *wanted,
        *(f"{VOCABULARY}{name}" for name in (*COLLECTIONS, "open")),
    }
    assert all(list(GRAPH.objects(item, RDFS.comment)) for item in GRAPH.subjects(RDF.type, RDF.Property))


def test_the_vocabulary_describes_every_member_as_a_concept() -> None:
    members = [member for cls in all_vocabularies() for member in cls]
    assert set(GRAPH.subjects(RDF.type, SKOS.Concept)) == {URIRef(concept_iri(member)) for member in members}
    for member in members:
        concept = URIRef(concept_iri(member))
        assert GRAPH.value(concept, SKOS.notation) == Literal(member.value)
        assert GRAPH.value(concept, SKOS.inScheme) == URIRef(f"{VOCABULARY}{type(member).__name__}")
        if isinstance(member, Term):
            assert GRAPH.value(concept, SKOS.definition) == Literal(member.meaning)
            assert GRAPH.value(concept, DCTERMS.source) == Literal(member.source)


def test_concepts_have_iris_without_spaces() -> None:
    assert all(re.fullmatch(r"[!-~]+", concept_iri(member)) for cls in all_vocabularies() for member in cls)
