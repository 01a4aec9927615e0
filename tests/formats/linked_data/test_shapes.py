"""SHACL shapes, as pySHACL applies them: what the library writes conforms, and each kind of damage does not."""

from typing import Any, Final

import pyshacl
import pytest
import rdflib
from hypothesis import given
from rdflib import RDF, SH, BNode, Literal, URIRef
from rdflib.collection import Collection

from diplo_events import Dataset, Issue
from diplo_events.formats import jsonld
from diplo_events.formats.linked_data import shapes
from diplo_events.formats.linked_data.terms import (
    RECORD_BASE,
    VOCABULARY,
    all_classes,
    class_term,
    field_term,
    full_iri,
)
from diplo_events.formats.plain import from_plain
from diplo_events.schema import COLLECTIONS, TARGETS, Field, IdNode, ManyNode, Node, fields, type_name
from filled_records import filled_document
from profiles import examples
from shared_datasets import DATASETS

SHAPES: Final = rdflib.Graph().parse(data=shapes(), format="turtle")
PARTIAL: Final = rdflib.Graph().parse(data=shapes(complete=False), format="turtle")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""The parser of rdflib for JSON-LD uses a class of its own that rdflib deprecates."""

FULL: Final = from_plain(filled_document())


def graph_of(dataset: Dataset) -> rdflib.Graph:
    """Return the triples of a dataset."""
    return rdflib.Graph().parse(data=jsonld.dumps(dataset), format="json-ld")


def report(graph: rdflib.Graph, rules: rdflib.Graph = SHAPES) -> set[tuple[str, str]]:
    """List the nodes that do not conform, each with the property if one is to blame."""
    _, results, _ = pyshacl.validate(graph, shacl_graph=rules)
    assert isinstance(results, rdflib.Graph)
    return {
        (str(results.value(item, SH.focusNode)), path_of(results, results.value(item, SH.resultPath)))
        for item in results.objects(None, SH.result)  # the top ones, without their details
    }


def path_of(results: rdflib.Graph, path: Any) -> str:
    """Return the property of a path, of one into a list that of the list."""
    if isinstance(path, BNode):
        return path_of(results, next(iter(Collection(results, path)), None))
    return "" if path is None else str(path)


@pytest.fixture(scope="module")
def full() -> rdflib.Graph:
    return graph_of(FULL)


def test_a_dataset_with_every_field_conforms(full: rdflib.Graph) -> None:
    assert report(full) == set()


@examples(2)
@given(DATASETS)
def test_drawn_datasets_conform(dataset: Dataset) -> None:
    small = Dataset(records=dataset.records[:4], complete=False)
    assert report(graph_of(small), PARTIAL) == set()


def add(graph: rdflib.Graph, name: str, way: str, values: dict[URIRef, list[Any]]) -> URIRef:
    """Add a copy of a record with other values for some properties, and return its IRI."""
    original, copy = URIRef(f"{RECORD_BASE}{name}"), URIRef(f"https://example.org/{name}/{way}")
    for predicate, value in list(graph.predicate_objects(original)):
        if predicate not in values:
            graph.add((copy, predicate, value))
    for predicate, others in values.items():
        for value in others:
            graph.add((copy, predicate, value))
    return copy


def term_of(cls: type, field: Field) -> URIRef:
    """Return the property of a field."""
    return URIRef(full_iri(field_term(cls, field.name)))


def list_of(graph: rdflib.Graph, item: Any) -> Any:
    """Return a list of one item."""
    return Collection(graph, BNode(), [item]).uri


def wrong(graph: rdflib.Graph, node: Node) -> list[Any]:
    """Return what no field of a node holds: something without a type, or with two in one place."""
    nothing = URIRef("https://example.org/nothing")
    return [list_of(graph, nothing)] if isinstance(node, ManyNode) and node.container is tuple else [nothing]


def of_wrong_type(graph: rdflib.Graph, node: Node) -> list[Any]:
    """Return a reference to a record of a type that the field does not refer to; nothing for other fields."""
    if isinstance(node, ManyNode):
        return [list_of(graph, item) for item in of_wrong_type(graph, node.item)]
    if not isinstance(node, IdNode):
        return []
    other = "place" if Issue in TARGETS[node.kind] else "issue"
    return [URIRef(f"{RECORD_BASE}{other}-2")]


@pytest.mark.slow
def test_every_wrong_value_is_found(full: rdflib.Graph) -> None:
    """One copy of each record with all fields wrong, one with each value twice, one with wrong references."""
    graph = full + rdflib.Graph()
    planted: set[tuple[str, str]] = set()
    for cls in COLLECTIONS.values():
        others = [field for field in fields(cls) if field.name != "id"]
        terms = {field: term_of(cls, field) for field in others}
        twice = {
            terms[field]: [*graph.objects(URIRef(f"{RECORD_BASE}{type_name(cls)}-1"), terms[field]), Literal("again")]
            for field in others
            if not isinstance(field.node, ManyNode) or field.node.container is tuple
        }
        mistaken = {terms[field]: of_wrong_type(graph, field.node) for field in others}
        ways = {
            "wrong": {terms[field]: wrong(graph, field.node) for field in others},
            "twice": twice,
            "type": {term: values for term, values in mistaken.items() if values},
        }
        for way, values in ways.items():
            copy = add(graph, f"{type_name(cls)}-1", way, values)
            planted.update((str(copy), str(term)) for term in values)
    assert report(graph) == planted


@pytest.mark.slow
def test_every_missing_value_is_found(full: rdflib.Graph) -> None:
    """A copy of each record for each value that it must have, without it; and one that both has it and lists it."""
    graph = full + rdflib.Graph()
    planted: set[tuple[str, str]] = set()
    still_right: list[URIRef] = []
    for cls in COLLECTIONS.values():
        for field in fields(cls):
            if field.name == "id" or not field.required:
                continue
            name, term, is_open = f"{type_name(cls)}-2", term_of(cls, field), URIRef(f"{VOCABULARY}open")
            copy = add(graph, name, f"without-{field.name}", {term: []})
            planted.add((str(copy), "" if field.openable else str(term)))
            if field.openable:
                still_right.append(add(graph, name, f"open-{field.name}", {term: [], is_open: [term]}))
    copy = add(graph, "position-2", "both", {URIRef(f"{VOCABULARY}open"): [URIRef(f"{VOCABULARY}stance")]})
    planted.add((str(copy), ""))
    copy = add(graph, "position-2", "unknown", {URIRef("https://example.org/mood"): [Literal("bad")]})
    planted.add((str(copy), "https://example.org/mood"))
    assert report(graph) == planted
    assert still_right


def test_wrong_parts_are_found(full: rdflib.Graph) -> None:
    graph = full + rdflib.Graph()
    start = URIRef("http://www.w3.org/ns/oa#start")
    (span, *_) = sorted(graph.subjects(start))
    graph.set((span, start, Literal("3")))
    graph.set((span, URIRef(f"{VOCABULARY}section"), URIRef(f"{VOCABULARY}Section/footer")))
    (point,) = graph.subjects(URIRef("https://schema.org/latitude"))
    graph.remove((point, URIRef("https://schema.org/latitude"), None))
    assert report(graph) == {
        (str(span), str(start)),
        (str(span), f"{VOCABULARY}section"),
        (str(point), "https://schema.org/latitude"),
    }


def test_lists_that_are_cut_or_empty_are_found(full: rdflib.Graph) -> None:
    graph = full + rdflib.Graph()
    acts, via = URIRef(f"{VOCABULARY}acts"), URIRef(f"{VOCABULARY}via")
    record = URIRef(f"{RECORD_BASE}statement-1")
    graph.set((record, acts, RDF.nil))
    graph.remove((graph.value(record, via), RDF.rest, None))
    assert report(graph) == {(str(record), str(acts)), (str(record), str(via))}


def test_what_is_kept_elsewhere_is_only_wrong_where_all_must_be_there() -> None:
    part = Dataset(records=[FULL["position-2"]], complete=False)
    graph = graph_of(part)
    record = f"{RECORD_BASE}position-2"
    assert report(graph, PARTIAL) == set()
    assert {focus for focus, _ in report(graph)} == {record}
    graph.add((URIRef(f"{RECORD_BASE}actor-2"), RDF.type, URIRef(f"{VOCABULARY}Place")))
    assert (record, f"{VOCABULARY}actor") in report(graph, PARTIAL)


def test_every_class_has_a_shape() -> None:
    targets = {str(target) for target in SHAPES.objects(None, SH.targetClass)}
    assert targets == {full_iri(class_term(cls)) for cls in all_classes()}
