"""What coders decide for each record, and how far they agree on it is measured: variables, read off the classes.

A field is a variable unless it holds free text or is listed here with the reason. So a new field is one too.
"""

import functools
from collections.abc import Callable, Hashable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import attrs

from diplo_events.model import Action, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.schema import (
    Field,
    ManyNode,
    MapNode,
    PartNode,
    TextNode,
    VocabularyNode,
    expect_event_type,
    fields,
    once_per_class,
)
from diplo_events.vocab import Stance

__all__ = ["KEYS", "UNMEASURED", "CodedValue", "Variable", "keys_of", "variables_of"]

CodedValue: TypeAlias = Hashable
"""What a coder has decided: a value, or a set of values where the field holds several."""


@attrs.frozen(kw_only=True)
class Variable:
    """Something that coders decide for each unit."""

    name: str
    """What reports call it."""
    read: Callable[[Any], CodedValue]
    """Returns a record's value."""
    order: tuple[CodedValue, ...] = ()
    """The values from least to most, where they have an order; then the ordinal metric is used."""


KEYS: Final[Mapping[type[EventRecord], tuple[str, ...]]] = MappingProxyType(
    {
        Statement: ("speakers", "main act"),
        Action: ("kind", "status", "actors"),
        Meeting: ("kind", "status", "level"),
        Vote: ("body", "result"),
        TerritorialClaim: ("asserted_by", "challenger", "target", "assertion", "places"),
        Position: ("actor", "issue"),
    }
)
"""The variables that distinguish units of one passage. They help to find the pairs, and come first in reports."""

UNSETTLED: Final = "no reader has settled the differences in it between the two codings of the bundled texts"

UNMEASURED: Final[Mapping[type[EventRecord], Mapping[str, str]]] = MappingProxyType(
    {
        EventRecord: {
            "id": "each coder has their own ids",
            "source": "units are only compared within one text",
            "spans": "they make two records one unit",
            "via": UNSETTLED,
            "canonical_id": "the ledger of identity decides it for all texts together",
            "restates": UNSETTLED,
            "credibility": "it is a judgement, and not read off the text",
            "quantities": UNSETTLED,
        },
        Statement: {
            "on_behalf_of": UNSETTLED,
            "place": UNSETTLED,
            "occasion": "it is the id of a record of the same coder",
            "audience": UNSETTLED,
            "reports": "they are ids of records of the same coder",
            "responds_to": "they are ids of records of the same coder",
            "about_when": UNSETTLED,
            "documents": UNSETTLED,
        },
        Action: {
            "place": UNSETTLED,
            "issues": UNSETTLED,
            "instrument": UNSETTLED,
            "fulfils": "it is the id of a record of the same coder",
        },
        Vote: {
            "on": UNSETTLED,
            "occasion": "it is the id of a record of the same coder",
            "issues": UNSETTLED,
            "ballots": UNSETTLED,
            "tally": UNSETTLED,
        },
        Meeting: {
            "agenda": UNSETTLED,
            "documents": UNSETTLED,
            "part_of": "it is the id of a record of the same coder",
            "outcomes": "they are ids of records of the same coder",
        },
        TerritorialClaim: {
            "kind": UNSETTLED,
            "basis": UNSETTLED,
            "basis_documents": UNSETTLED,
            "extent": UNSETTLED,
            "control_since": UNSETTLED,
            "controlled_by": UNSETTLED,
            "recognized_holder": UNSETTLED,
            "evidence": "they are ids of records of the same coder",
        },
        Position: {
            "when": "a position lasts, and any day of it is right",
            "aspects": UNSETTLED,
            "attributed_by": UNSETTLED,
            "evidence": "they are ids of records of the same coder",
            "supersedes": "it is the id of a record of the same coder",
        },
    }
)
"""The fields that are not variables, and why; those of `EventRecord` for all types."""

ORDERED: Final = frozenset({Stance})
"""The vocabularies whose values have an order, from least to most."""


def field_variable(field: Field) -> Variable:
    """Return a field as a variable; of several values, the order does not count."""
    name, node = field.name, field.node

    def read(record: EventRecord) -> CodedValue:
        value = getattr(record, name)
        return frozenset(value) if isinstance(value, tuple) else cast("CodedValue", value)

    if isinstance(node, VocabularyNode) and node.vocabulary in ORDERED:
        return Variable(name=name, read=read, order=tuple(node.vocabulary))
    return Variable(name=name, read=read)


SPECIAL: Final[Mapping[tuple[type[EventRecord], str], tuple[Variable, ...]]] = MappingProxyType(
    {
        (Statement, "restates"): (Variable(name="repeat", read=lambda record: record.restates is not None),),
        (Statement, "acts"): (
            Variable(name="main act", read=lambda record: record.acts and record.acts[0]),
            Variable(name="acts", read=lambda record: record.acts and frozenset(record.acts)),
        ),
        (Statement, "quotes"): (
            Variable(name="quotes", read=lambda record: frozenset(quote.text for quote in record.quotes)),
        ),
    }
)
"""The fields of which not the value is compared but something in it."""


PART_KEYS: Final[Mapping[tuple[type[EventRecord], str], str]] = MappingProxyType({(Meeting, "participants"): "actor"})
"""The lists of parts that are compared field by field, and the field that says of whom or what a part is."""


def part_variables(name: str, cls: type[attrs.AttrsInstance], key: str) -> Iterator[Variable]:
    """Return what is decided in a list of parts: whom it has, and for each of them the value of each other field."""

    def read(record: EventRecord, other: str) -> CodedValue:
        pairs = ((getattr(part, key), getattr(part, other)) for part in getattr(record, name))
        return frozenset(pair[0] if other == key else pair for pair in pairs if pair[1] is not None)

    yield Variable(name=name, read=functools.partial(read, other=key))
    for other in fields(cls):
        if other.name != key:
            yield Variable(name=f"{name}.{other.name}", read=functools.partial(read, other=other.name))


def variables_of(type_: type[EventRecord]) -> tuple[Variable, ...]:
    """List what coders decide for each record of a type: first what distinguishes units, then by the class's order.

    Fields that a type has of its own come before those that all event records share.

    Examples:
        >>> [variable.name for variable in variables_of(Position)]
        ['actor', 'issue', 'stance', 'basis', 'red_line']
    """
    expect_event_type(type_)
    return read_variables(type_)


@once_per_class
def read_variables(type_: type[EventRecord]) -> tuple[Variable, ...]:
    """Read the variables of a type off its fields."""
    shared = {field.name for field in fields(EventRecord)}
    own_first = sorted(fields(type_), key=lambda field: field.name in shared)
    variables = {variable.name: variable for field in own_first for variable in variables_in(type_, field)}
    keys = keys_of(type_)
    return (*(variables[key] for key in keys), *(variables[name] for name in variables if name not in keys))


def keys_of(type_: type[EventRecord]) -> tuple[str, ...]:
    """Return the names of the variables that distinguish units of one passage."""
    expect_event_type(type_)
    return next((KEYS[base] for base in type_.__mro__ if base in KEYS), ())


def variables_in(type_: type[EventRecord], field: Field) -> Iterator[Variable]:
    """Return the variables that a field of a type is read as: one as a rule, none if it is not measured.

    A list of parts is several: of participants, who they are, and `participants.role`, what each of them does.
    """
    for base in type_.__mro__:
        if special := SPECIAL.get((base, field.name)):
            yield from special
            return
    if any(field.name in UNMEASURED.get(base, {}) for base in type_.__mro__):
        return
    node = field.node.item if isinstance(field.node, ManyNode) else field.node
    key = next((PART_KEYS[base, field.name] for base in type_.__mro__ if (base, field.name) in PART_KEYS), None)
    if isinstance(node, PartNode) and key:
        yield from part_variables(field.name, node.cls, key)
    elif not isinstance(node, TextNode | MapNode):  # the coder's own words, and the user's own data
        yield field_variable(field)
