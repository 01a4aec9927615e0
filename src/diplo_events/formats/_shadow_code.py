"""Functions made for each record type, without a loop over its fields: the shadow of a record, to be written.

A shadow is an object with the attributes of a record in the types of JSON: texts for dates, tuples for sets.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import attrs

from diplo_events.formats._function_text import FunctionText
from diplo_events.formats._known_values import thawed_usual, usual
from diplo_events.schema import DateNode, Field, ManyNode, MapNode, Node, NumberNode, PartNode, fields

__all__ = ["ShadowClasses", "Shadower", "file_fields", "shadow_of"]

Shadower: TypeAlias = Callable[[Any], Any]
"""Makes the shadow of a record; raises `Unfit` if it has a number that not all writers of JSON write in one way."""

ShadowClass: TypeAlias = Callable[[type[attrs.AttrsInstance]], type]
"""Returns the class of the shadows of a class; it takes the fields in the order of files."""


def file_fields(cls: type[attrs.AttrsInstance]) -> list[Field]:
    """List the fields of a class in the order of files: those that a record must have come first."""
    return sorted(fields(cls), key=lambda field: not field.required)


class ShadowClasses(NamedTuple):
    """The classes of the shadows that a writer makes."""

    whole: ShadowClass
    """Returns that of records without open fields."""
    draft: ShadowClass
    """Returns that of records with open fields, which takes them by name, and their list as `open`."""
    part: ShadowClass
    """Returns that of the parts of records."""
    absent: object
    """What a shadow has for an open field."""


@functools.cache
def shadow_of(cls: type[attrs.AttrsInstance], classes: ShadowClasses) -> Shadower:
    """Return the function that makes the shadow of a record of a class, or of a part of one."""
    code = FunctionText("def shadow(record):")
    draft = code.name(draft_shadow_of(cls, classes)) if any(field.openable for field in fields(cls)) else ""
    for field in file_fields(cls):
        code.add(f"{field.name} = v = record.{field.name}")
        if field.openable:
            code.add(f"if v is OPEN: return {draft}(record)")
        add_shadow(code, field, classes)
    names = ", ".join(field.name for field in file_fields(cls))
    code.add(f"return {code.name(classes.whole(cls))}({names})")
    return code.function("shadow")


def draft_shadow_of(cls: type[attrs.AttrsInstance], classes: ShadowClasses) -> Shadower:
    """Return the function that makes the shadow of a record of a class with open fields."""
    code = FunctionText("def shadow(record):")
    code.add("o = []")
    absent = code.name(classes.absent)
    for field in fields(cls):
        code.add(f"{field.name} = v = record.{field.name}")
        if field.openable:
            code.add(f"if v is OPEN: {field.name} = {absent}; o.append({field.name!r})")
            with code.block("else:"):
                code.add("pass")
                add_shadow(code, field, classes)
        else:
            add_shadow(code, field, classes)
    names = ", ".join(f"{field.name}={field.name}" for field in fields(cls))
    code.add(f"return {code.name(classes.draft(cls))}(open=(*o,), {names})")
    return code.function("shadow")


def add_shadow(code: FunctionText, field: Field, classes: ShadowClasses) -> None:
    """Add what makes the value of a field of a shadow of `v`, which is that of the record."""
    name, node = field.name, field.node
    if_any = "if v is not None: " if node.optional else ""
    match node:
        case MapNode():
            code.add(f"{name} = {code.name(thawed_usual)}(v) if v else {code.name({})}")
        case ManyNode(item=item, container=container):
            each = shadow_text(code, item, classes)
            if container is frozenset:
                code.add(f"{name} = tuple(sorted([x.value for x in v])) if v else ()")
            elif each:
                one = f"({each}(v[0]),) if len(v) == 1 else "
                code.add(f"if v: {name} = {one}tuple([{each}(x) for x in v])")
        case _:
            if each := shadow_text(code, node, classes):
                code.add(f"{if_any}{name} = {each}(v)")


def shadow_text(code: FunctionText, node: Node, classes: ShadowClasses) -> str:
    """Return the name of the function that makes the shadow of a value of a node; none if it is the value itself."""
    match node:
        case DateNode():
            return "str"
        case NumberNode():
            return code.name(usual)
        case PartNode(cls=cls):
            return code.name(shadow_of(cls, classes._replace(whole=classes.part)))
        case _:
            return ""
