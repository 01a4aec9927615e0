"""JSON-LD: nothing is lost, only what `dumps` writes is read, and the triples say what the records say.

What the triples must be is worked out from the records and from `references`, without the context and without nodes;
what they are, rdflib finds.
"""

import io
import json
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final, TypeAlias, cast

import attrs
import pytest
import rdflib
from format_damage import damaged, read_as_it_is_or_refused
from hypothesis import given
from hypothesis import strategies as st
from rdflib.collection import Collection

from diplo_events import Dataset, EventDate, FrozenMap, Issue, NewerFormatWarning, NotReadableError, load_example
from diplo_events.dataset import HEADER, Header
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonld
from diplo_events.formats.linked_data import context
from diplo_events.formats.linked_data.terms import (
    RECORD_BASE,
    VOCABULARY,
    class_term,
    field_term,
    full_iri,
    standard_types,
)
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import OPEN
from diplo_events.model.ids import PATTERNS, IssueId
from diplo_events.schema import COLLECTIONS, Path, Record, references
from each_case import each_case
from filled_records import filled_document
from profiles import examples
from shared_datasets import DATASETS

Triple: TypeAlias = tuple[str, object]
"""A property, and its value in a form that can be compared."""

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""The parser of rdflib for JSON-LD uses a class of its own that rdflib deprecates."""

FULL: Final = from_plain(filled_document())
SMALL: Final = jsonld.dumps(Dataset(records=[Issue(id="a//b", label="Ä", proposition="P.", broader=None)], title="T"))
RDF: Final = str(rdflib.RDF)


def iri_of(key: str) -> str:
    """Return the IRI of a record; empty and dotted steps would not survive in a path."""
    return RECORD_BASE + (key.replace("/", "%2F") if {"", ".", ".."} & set(key.split("/")) else key)


def said(value: Any, path: Path, links: frozenset[Path]) -> Iterator[object]:
    """List what a value in a record says: links, concepts, typed literals, nested properties, lists in their order."""
    match value:
        case tuple():
            items = cast("tuple[Any, ...]", value)
            yield "list", tuple(next(said(item, (*path, index), links)) for index, item in enumerate(items))
        case frozenset():
            for item in cast("frozenset[Any]", value):
                yield from said(item, path, links)
        case str() if path in links:
            yield "link", iri_of(value)
        case Enum():
            yield "link", f"{VOCABULARY}{type(value).__name__}/{value.value}"
        case FrozenMap():
            yield (
                "json",
                json.dumps(json.loads(json.dumps(to_plain(Dataset(extra=value)).get("extra"))), sort_keys=True),
            )
        case EventDate():
            yield "literal", "http://id.loc.gov/datatypes/edtf/EDTF", str(value)
        case bool() | int() | float():
            kind = {bool: "boolean", int: "integer", float: "double"}[type(value)]
            yield "literal", f"http://www.w3.org/2001/XMLSchema#{kind}", value
        case str():
            yield "literal", "", value
        case _:
            yield "part", frozenset(Counter(properties(value, path, links)).items())


def properties(value: Any, path: Path, links: frozenset[Path]) -> Iterator[Triple]:
    """List the properties of a record, of a part, or of the header of a dataset."""
    cls = Header if isinstance(value, Dataset) else type(value)
    for term in (class_term(cls), *standard_types(cls)):
        yield f"{RDF}type", ("link", full_iri(term))
    for field in HEADER if cls is Header else attrs.fields(cls):
        content = getattr(value, field.name)
        default = field.default.factory() if hasattr(field.default, "factory") else field.default
        if field.name == "id" or content is None or (content == default and field.name != "format_version"):
            continue
        term = full_iri(field_term(cls, field.name))
        if content is OPEN:
            yield f"{VOCABULARY}open", ("link", term)
        else:
            yield from ((term, said_) for said_ in said(content, (*path, field.name), links))


def expected(dataset: Dataset) -> dict[str, Counter[Triple]]:
    """Return what the triples of a dataset must say, by the IRI of the record; the header has none."""
    found = {"": Counter(properties(dataset, (), frozenset()))}
    for name, cls in COLLECTIONS.items():
        for record in dataset.of_type(cls):
            found[""][f"{VOCABULARY}{name}", ("link", iri_of(record.id))] += 1
            found[iri_of(record.id)] = Counter(properties(record, (), links_of(record)))
    return found


def links_of(record: Record) -> frozenset[Path]:
    """Return the places of the references in a record."""
    return frozenset(reference.path for reference in references(type(record), record))


def triples_of(graph: rdflib.Graph) -> dict[str, Counter[Triple]]:
    """Return what a graph says, by the IRI of the record, in the same form."""
    inner = {item for item in graph.objects() if isinstance(item, rdflib.BNode)}
    top = {item for item in graph.subjects() if item not in inner}
    return {"" if isinstance(item, rdflib.BNode) else str(item): Counter(about(graph, item)) for item in top}


def about(graph: rdflib.Graph, subject: Any) -> Iterator[Triple]:
    """List the properties of a node of a graph."""
    for name, item in graph.predicate_objects(subject):
        yield str(name), form_of(graph, item)


def form_of(graph: rdflib.Graph, item: Any) -> object:
    """Return a node or literal of a graph in the form to compare."""
    if isinstance(item, rdflib.Literal):
        if item.datatype == rdflib.RDF.JSON:
            return "json", json.dumps(json.loads(str(item)), sort_keys=True)
        kinds = {rdflib.XSD.double: float, rdflib.XSD.integer: int, rdflib.XSD.boolean: lambda text: text == "true"}
        return "literal", str(item.datatype or ""), kinds.get(item.datatype, str)(str(item))
    if item == rdflib.RDF.nil or (item, rdflib.RDF.first, None) in graph:
        return "list", tuple(form_of(graph, inner) for inner in Collection(graph, item))
    if isinstance(item, rdflib.BNode):
        return "part", frozenset(Counter(about(graph, item)).items())
    return "link", str(item)


def size(value: object) -> int:
    """Count the triples in a form: one for each property, two for each item of a list."""
    match value:
        case ("list", tuple() as items):
            return sum(2 + size(item) for item in items)
        case ("part", frozenset() as pairs):
            return sum(times * (1 + size(inner)) for (_, inner), times in pairs)
        case _:
            return 0


def check_triples(dataset: Dataset) -> rdflib.Graph:
    """Compare the triples of a dataset with what its records say, one by one and by their number."""
    graph = rdflib.Graph().parse(data=jsonld.dumps(dataset), format="json-ld")
    wanted = expected(dataset)
    assert triples_of(graph) == wanted
    assert len(graph) == sum(n * (1 + size(value)) for said_ in wanted.values() for (_, value), n in said_.items())
    linked = sum(str(item).startswith(RECORD_BASE) for item in graph.objects() if isinstance(item, rdflib.URIRef))
    assert linked == len(dataset) + sum(len(links_of(record)) for record in dataset.records)
    return graph


def refused(text: str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        jsonld.loads(text, file="f.jsonld")
    return [str(problem).removeprefix("f.jsonld:") for problem in caught.value.problems]


class TestTriples:
    def test_of_a_dataset_with_every_field(self) -> None:
        graph = check_triples(FULL)
        assert {str(name) for name in graph.predicates() if str(name).startswith("http://www.w3.org/ns/oa#")} == {
            f"http://www.w3.org/ns/oa#{name}" for name in ("start", "end", "exact", "refinedBy")
        }

    def test_are_what_they_are(self) -> None:
        """A few of them in full, without any table of the project."""
        graph = rdflib.Graph().parse(data=SMALL, format="json-ld")
        own = "https://diplo-events.invalid/vocabulary#"
        record = rdflib.URIRef("https://diplo-events.invalid/record/a%2F%2Fb")
        skos = "http://www.w3.org/2004/02/skos/core#"
        assert set(graph.predicate_objects(record)) == {
            (rdflib.RDF.type, rdflib.URIRef(f"{own}Issue")),
            (rdflib.RDF.type, rdflib.URIRef(f"{skos}Concept")),
            (rdflib.URIRef(f"{skos}prefLabel"), rdflib.Literal("Ä")),
            (rdflib.URIRef(f"{own}proposition"), rdflib.Literal("P.")),
        }
        (header,) = graph.subjects(rdflib.URIRef(f"{own}issues"), record)
        assert (header, rdflib.URIRef("https://schema.org/name"), rdflib.Literal("T")) in graph

    @examples(8)
    @given(DATASETS)
    def test_of_drawn_datasets(self, dataset: Dataset) -> None:
        check_triples(dataset)

    def test_of_some_bundled_records(self) -> None:
        bundled = load_example()
        check_triples(Dataset(records=bundled.records[::25], complete=False))

    @pytest.mark.slow
    def test_of_the_bundled_dataset(self) -> None:
        check_triples(load_example())


class TestBothDirections:
    @given(DATASETS)
    def test_nothing_is_lost(self, dataset: Dataset) -> None:
        text = jsonld.dumps(dataset)
        assert jsonld.loads(text) == jsonld.loads(text.encode()) == dataset
        assert jsonld.dumps(jsonld.loads(text)) == text

    def test_the_bundled_dataset_comes_back(self) -> None:
        dataset = load_example()
        stream = io.BytesIO()
        jsonld.dump(dataset, stream)
        stream.seek(0)
        assert jsonld.load(stream) == dataset

    @each_case("key", ["a/../b", "a//b", "a/./b", "place/kyiv", "a..b", "a.b/c"])
    def test_ids_come_back(self, key: str) -> None:
        dataset = Dataset(records=[Issue(id=key, label="L", proposition="P.")])
        assert jsonld.loads(jsonld.dumps(dataset)) == dataset

    @given(DATASETS)
    def test_without_context_and_types_it_is_json(self, dataset: Dataset) -> None:
        def bare(value: Any) -> Any:
            if isinstance(value, list):
                return [bare(item) for item in cast("list[Any]", value)]
            if isinstance(value, dict):
                content = cast("dict[str, Any]", value)
                return {k: v if k == "extra" else bare(v) for k, v in content.items() if k not in {"@context", "@type"}}
            return value.replace("%2F", "/") if isinstance(value, str) and "%2F" in value else value

        plain = json.loads(json_format.dumps(dataset))
        if "%2F" not in json_format.dumps(dataset):
            assert bare(json.loads(jsonld.dumps(dataset))) == plain

    def test_a_newer_version_comes_back(self) -> None:
        issue = {"id": "a", "label": "L", "proposition": "P.", "x": 2}
        text = json.dumps({"format_version": "1.7", "mood": 1, "issues": [issue], "treaties": [{"id": 7}]})
        with pytest.warns(NewerFormatWarning):
            newer = json_format.loads(text)
        with pytest.warns(NewerFormatWarning):
            assert jsonld.loads(jsonld.dumps(newer)) == newer


class TestStrictInput:
    @examples(50)
    @given(cut=st.integers(2, len(SMALL)), after_context=st.booleans())
    def test_every_cut_is_refused(self, cut: int, *, after_context: bool) -> None:
        end = len(SMALL) - cut % (len(SMALL) - SMALL.index('\n  "@type')) if after_context else len(SMALL) - cut
        with pytest.raises(NotReadableError):
            jsonld.loads(SMALL[: min(end, len(SMALL) - 2)])
        assert jsonld.loads(SMALL[:-1]) == jsonld.loads(SMALL)

    @examples(50)
    @given(index=st.integers(0, len(SMALL) - 1), after_context=st.booleans(), bit=st.integers(0, 7))
    def test_what_is_read_of_damaged_files_comes_back(self, index: int, bit: int, *, after_context: bool) -> None:
        data = SMALL.encode()
        start = data.index(b'\n  "@type') if after_context else 0
        place = start + index % (len(data) - start)
        changed = damaged(data, [(place, bytes([data[place] ^ 1 << bit]))])
        assert read_as_it_is_or_refused(jsonld, changed) in {None, jsonld.loads(SMALL)}

    def test_json_is_not_it(self) -> None:
        messages = refused('{"format_version": "1.0"}')
        assert [message.partition(";")[0].partition(", found")[0] for message in messages] == [
            "1:1: @context: expected the context of format version 1.0",
            "1:1: @type: expected the type ['Dataset', 'schema:Dataset']",
        ]
        assert "a file without a context is JSON: name it .json" in messages[0]

    def test_contexts_are_not_loaded(self) -> None:
        (message,) = refused(changed({"@context": "https://schema.org/"}))
        assert "contexts are not loaded from anywhere" in message

    def test_another_context_is_refused(self) -> None:
        (message,) = refused(changed({"@context": {**context(), "title": "schema:headline"}}))
        assert message.startswith("2:3: @context: expected the context of format version 1.0")
        assert "convert it to JSON with that version" in message

    def test_all_problems_are_listed_with_their_places(self) -> None:
        document = json.loads(SMALL)
        del document["end"], document["closed"]
        issue = document["issues"][0]
        issue |= {"@type": ["Issue"], "broader": "a%2Fb", "x": 1}
        text = json.dumps(document, indent=1)
        places = {line.strip().partition(":")[0].strip('"'): n for n, line in enumerate(text.splitlines(), 1)}
        assert [message.partition(", found")[0] for message in refused(text)] == [
            f"{places['@type']}:4: issues[0].@type: expected the type ['Issue', 'skos:Concept']",
            f"{places['broader']}:4: issues[0].broader: expected {PATTERNS[IssueId].expected}",
            f"{places['broader']}:4: issues[0].broader: expected the id of an issue",
            f"{places['x']}:4: issues[0].x: expected a field of Issue",
        ]

    def test_a_changed_value_breaks_the_proof(self) -> None:
        (message,) = refused(SMALL.replace('"T"', '"U"'))
        assert "the file was cut or altered" in message

    def test_records_have_places(self) -> None:
        line = next(n for n, text in enumerate(SMALL.splitlines(), 1) if text == "    {")
        assert {key: place.line for key, place in jsonld.places(SMALL).items()} == {"a//b": line}

    @pytest.mark.parametrize("text", ["[]", "7", '{"@context": {}, "issues": [7]}'])
    def test_what_is_no_dataset_at_all_is_refused(self, text: str) -> None:
        assert refused(text)


def changed(values: dict[str, object]) -> str:
    """Return the small file with other values."""
    return json.dumps(json.loads(SMALL) | values, indent=2)
