"""The step between the JSON form of a dataset and JSON-LD: a context, types, and ids as relative IRIs; and back."""

import functools
from collections.abc import Mapping
from typing import Any, Final, cast

import attrs

from diplo_events.dataset import Header
from diplo_events.errors import Problem, shown
from diplo_events.formats._positions import Located
from diplo_events.formats.linked_data import context
from diplo_events.formats.linked_data.terms import types_of
from diplo_events.model.frozen_map import Plain
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, IdNode, ManyNode, Node, PartNode, Path, fields, path_text

__all__ = ["CONTEXT_KEY", "TYPE_KEY", "linked", "located_without_links", "without_links"]

CONTEXT_KEY: Final = "@context"
TYPE_KEY: Final = "@type"
SLASH: Final = "%2F"


def linked(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON form of a dataset with types, and with ids that are relative IRIs, but still without the context.

    >>> linked({"issues": [{"id": "a//b"}]})["issues"]
    [{'@type': ['Issue', 'skos:Concept'], 'id': 'a%2F%2Fb'}]
    """
    lists = {
        name: [linked_part(cls, item) for item in document[name]]
        for name, cls in COLLECTIONS.items()
        if name in document
    }
    return {TYPE_KEY: types_of(Header), **document, **lists}


def linked_part(cls: type[attrs.AttrsInstance], plain: Plain) -> Plain:
    """Return a record or a part of one with its type."""
    if not isinstance(plain, dict):  # of a newer version, which may hold anything there
        return plain
    content = cast("dict[str, Any]", plain)
    nodes = linking(cls)
    written = {name: linked_value(nodes[name], value) if name in nodes else value for name, value in content.items()}
    return {TYPE_KEY: types_of(cls), **written}


def linked_value(node: Node, plain: Plain) -> Plain:
    """Return what a field holds, with what links it has."""
    match node:
        case IdNode() if isinstance(plain, str):
            return relative_iri(plain)
        case ManyNode(item=item) if isinstance(plain, list):
            return [linked_value(item, value) for value in list[Any](plain)]
        case PartNode(cls=cls):
            return linked_part(cls, plain)
        case _:
            return plain


def relative_iri(key: str) -> str:
    """Return an id as an IRI relative to the base of all records; one with empty or dotted steps as a single step.

    >>> relative_iri("place/kyiv"), relative_iri("a/../b")
    ('place/kyiv', 'a%2F..%2Fb')
    """
    steps = key.split("/")
    return SLASH.join(steps) if {"", ".", ".."} & set(steps) else key


@functools.cache
def linking(cls: type[attrs.AttrsInstance]) -> dict[str, Node]:
    """Return the nodes of the fields of a class that hold ids or parts, by name."""
    return {field.name: field.node for field in fields(cls) if is_linking(field.node)}


def is_linking(node: Node) -> bool:
    """Whether a field holds ids or parts."""
    return is_linking(node.item) if isinstance(node, ManyNode) else isinstance(node, IdNode | PartNode)


def located_without_links(located: Located) -> Located:
    """Return the JSON form of JSON-LD with the places of everything, and with what is wrong with the links."""
    problems: list[Problem] = list(located.problems)
    return located._replace(data=without_links(located.data, problems), problems=tuple(problems))


def without_links(data: Plain, problems: list[Problem]) -> Plain:
    """Return the JSON form of JSON-LD, and add what is wrong with the links to the problems."""
    if not isinstance(data, dict):
        return data
    content = cast("dict[str, Any]", data)
    check_context(content, problems)
    document = without_type(Header, content, (), problems)
    document.pop(CONTEXT_KEY, None)
    for name, cls in COLLECTIONS.items():
        items = document.get(name)
        if isinstance(items, list):
            document[name] = [
                part_without_links(cls, item, (name, index), problems) for index, item in enumerate(list[Any](items))
            ]
    return document


def check_context(content: Mapping[str, Any], problems: list[Problem]) -> None:
    """Compare the context of a file with the one that this library writes."""
    found = content.get(CONTEXT_KEY)
    if found == context():
        return
    expected = f"the context of format version {FORMAT_VERSION}"
    if CONTEXT_KEY not in content:
        hint = "a file without a context is JSON: name it .json"
    elif isinstance(found, str):
        hint = "contexts are not loaded from anywhere; write it out, as `diplo-events schema --as context` prints it"
    else:
        hint = (
            "put the one here that `diplo-events schema --as context` prints; where another version of this library "
            "wrote the file, convert it to JSON with that version"
        )
    problems.append(Problem(path=CONTEXT_KEY, expected=expected, found=shown(found), hint=hint))


def without_type(
    cls: type[attrs.AttrsInstance], content: Mapping[str, Any], path: Path, problems: list[Problem]
) -> dict[str, Any]:
    """Return fields without their type, which must be that of the class."""
    right = types_of(cls)
    if content.get(TYPE_KEY) != right:
        found = shown(content[TYPE_KEY]) if TYPE_KEY in content else "none"
        place = path_text((*path, TYPE_KEY))
        problems.append(Problem(path=place, expected=f"the type {shown(right)}", found=found))
    return {name: value for name, value in content.items() if name != TYPE_KEY}


def part_without_links(cls: type[attrs.AttrsInstance], plain: Plain, path: Path, problems: list[Problem]) -> Plain:
    """Return a record or a part of one without its type."""
    if not isinstance(plain, dict):
        return plain
    content = without_type(cls, cast("dict[str, Any]", plain), path, problems)
    for name, node in linking(cls).items():
        if name in content:
            content[name] = value_without_links(node, content[name], (*path, name), problems)
    return content


def value_without_links(node: Node, plain: Plain, path: Path, problems: list[Problem]) -> Plain:
    """Return what a field holds, with ids for IRIs."""
    match node:
        case IdNode() if isinstance(plain, str):
            return id_of(plain)
        case ManyNode(item=item) if isinstance(plain, list):
            return [
                value_without_links(item, value, (*path, index), problems)
                for index, value in enumerate(list[Any](plain))
            ]
        case PartNode(cls=cls):
            return part_without_links(cls, plain, path, problems)
        case _:
            return plain


def id_of(iri: str) -> str:
    """Return the id of a relative IRI; what no id is written as stays, and is refused as an id.

    >>> id_of("a%2F..%2Fb"), id_of("a%2Fb")
    ('a/../b', 'a%2Fb')
    """
    key = iri.replace(SLASH, "/")
    return key if relative_iri(key) == iri else iri
