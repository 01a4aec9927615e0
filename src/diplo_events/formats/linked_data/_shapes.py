"""`shapes`: SHACL shapes of the linked data of a dataset, from the fields of the classes."""

from collections.abc import Iterator
from typing import Final, assert_never

import attrs

from diplo_events.dataset import Header
from diplo_events.formats.linked_data._turtle import blank, listed, literal, prologue
from diplo_events.formats.linked_data.terms import (
    EDTF,
    OPEN_TERM,
    all_classes,
    class_term,
    concept_iri,
    field_term,
    linked_fields,
)
from diplo_events.json_schema import anchored, class_doc
from diplo_events.model.frozen_map import MAX_INT
from diplo_events.model.nodes import openable_names
from diplo_events.schema import (
    COLLECTIONS,
    TARGETS,
    CodeNode,
    DateNode,
    Field,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
)

__all__ = ["class_shape", "shapes"]

PREFIXES: Final = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "sh": "http://www.w3.org/ns/shacl#"}
"""The further prefixes of the text."""

LIST_SHAPE: Final = """\
de:ListShape a sh:NodeShape ;
  sh:property [
    sh:path [ sh:zeroOrMorePath rdf:rest ] ;
    sh:hasValue rdf:nil ;
    sh:or (
      [ sh:in ( rdf:nil ) ]
      [ sh:property [ sh:path rdf:first ; sh:minCount 1 ; sh:maxCount 1 ] ;
        sh:property [ sh:path rdf:rest ; sh:minCount 1 ; sh:maxCount 1 ] ]
    )
  ] .
"""
"""The shape of a list that is whole."""


def shapes(*, complete: bool = True) -> str:
    """Return SHACL shapes in Turtle for what `formats.jsonld` writes, a node shape for each class.

    They say which properties a record or a part has, which of them it must have and how often, what their values are,
    and of which type a record is to which another refers. They do not say: rules between the fields of a record, how
    dates are written (EDTF), that a list has each item once, that references do not run in circles.

    Args:
        complete: Whether records must be there to which others refer; if not, they must only be of the right type
            where they are there.

    Examples:
        >>> "de:SpanShape a sh:NodeShape ;" in shapes()
        True
    """
    return "\n".join((prologue(PREFIXES), LIST_SHAPE, *(class_shape(cls, complete=complete) for cls in all_classes())))


def class_shape(cls: type[attrs.AttrsInstance], *, complete: bool = True) -> str:
    """Return the shape of the values of a class."""
    lines = [
        f"{class_term(cls)}Shape a sh:NodeShape",
        f"sh:targetClass {class_term(cls)}",
        f"sh:description {literal(class_doc(cls))}",
        "sh:closed true",
        "sh:ignoredProperties ( rdf:type )",
    ]
    for field in linked_fields(cls):
        lines.extend(f"sh:property {shape}" for shape in property_shapes(cls, field, complete=complete))
    if cls is Header:
        lines.extend(f"sh:property {collection_shape(name)}" for name in COLLECTIONS)
    if names := openable_names(cls):
        terms = [field_term(cls, name) for name in names]
        lines.append(f"sh:property {blank(f'sh:path {OPEN_TERM}', f'sh:in {listed(terms)}')}")
        lines.extend(f"sh:xone {given_or_open(term)}" for term in terms)
    return " ;\n  ".join(lines) + " .\n"


def property_shapes(cls: type, field: Field, *, complete: bool) -> Iterator[str]:
    """Return the shapes of a field: of the property itself and, if it is a list, of the items."""
    term, node = field_term(cls, field.name), field.node
    least = ["sh:minCount 1"] if field.required and not field.openable and not field.node.optional else []
    about = [f"sh:path {term}", f"sh:description {literal(field.doc)}", *least]
    match node:
        case ManyNode(item=item, container=container) if container is tuple:
            yield blank(*about, "sh:maxCount 1", "sh:node de:ListShape")
            path = f"sh:path {listed([term, blank('sh:zeroOrMorePath rdf:rest'), 'rdf:first'])}"
            yield blank(path, *constraints(item, complete=complete))
            if node.least:
                yield blank(f"sh:path {term}", f"sh:not {blank('sh:in ( rdf:nil )')}")
        case ManyNode(item=item):
            yield blank(*about, *constraints(item, complete=complete))
        case _:
            yield blank(*about, "sh:maxCount 1", *constraints(node, complete=complete))


def constraints(node: Node, *, complete: bool) -> tuple[str, ...]:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return what must hold for each value of a node."""
    match node:
        case TextNode():
            return ("sh:datatype xsd:string", f"sh:pattern {literal(chr(92) + 'S')}")
        case CodeNode(pattern=pattern):
            return ("sh:datatype xsd:string", f"sh:pattern {literal(anchored(pattern))}")
        case IdNode(kind=kind):
            return ("sh:nodeKind sh:IRI", *reference(TARGETS[kind], complete=complete))
        case WholeNode():
            return ("sh:datatype xsd:integer", f"sh:minInclusive {-MAX_INT - 1}", f"sh:maxInclusive {MAX_INT}")
        case NumberNode():
            return ("sh:datatype xsd:double",)
        case FlagNode():
            return ("sh:datatype xsd:boolean",)
        case DateNode():
            return (f"sh:datatype {EDTF}",)
        case MapNode():
            return ("sh:datatype rdf:JSON",)
        case VocabularyNode(vocabulary=vocabulary):
            return (f"sh:in {listed(f'<{concept_iri(member)}>' for member in vocabulary)}",)
        case PartNode(cls=cls):
            return (f"sh:class {class_term(cls)}",)
        case ManyNode():  # pragma: no cover  (no list is in a list)
            return ("sh:node de:ListShape",)
    assert_never(node)


def reference(types: tuple[type, ...], *, complete: bool) -> tuple[str, ...]:
    """Return what must hold for a reference to a record of one of some types."""
    allowed = [blank(f"sh:class {class_term(cls)}") for cls in types]
    if not complete:
        has_type = blank("sh:path rdf:type", "sh:minCount 1")
        allowed.append(blank(f"sh:not {blank(f'sh:property {has_type}')}"))
    if len(allowed) == 1:
        return (f"sh:class {class_term(types[0])}",)
    return (f"sh:or {listed(allowed)}",)


def collection_shape(name: str) -> str:
    """Return the shape of a list of records of a dataset."""
    return blank(f"sh:path de:{name}", f"sh:class {class_term(COLLECTIONS[name])}")


def given_or_open(term: str) -> str:
    """Return the rule that a field either has a value or is listed as open."""
    given = blank(f"sh:property {blank(f'sh:path {term}', 'sh:minCount 1')}")
    is_open = blank(f"sh:property {blank(f'sh:path {OPEN_TERM}', f'sh:hasValue {term}')}")
    return listed((given, is_open))
