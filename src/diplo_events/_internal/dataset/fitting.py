"""Whether records fit together, answered fast: for whole columns of ids at a time, and without a word."""

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias, cast

import attrs

from diplo_events._internal.dataset.circles import circles
from diplo_events._internal.dataset.records import Records, note_fit
from diplo_events.model import OPEN, EventRecord, Source, Statement
from diplo_events.schema import TARGETS, IdNode, ManyNode, Node, PartNode, Record, fields

__all__ = [
    "ACYCLIC",
    "GET_ID",
    "GET_RESTATED",
    "Noted",
    "Types",
    "acyclic_fields",
    "by_type",
    "fit_together",
    "fitted",
    "has_circle",
    "ids_in",
    "passages_lie_inside",
    "reference_columns",
    "references_of",
    "restate_their_like",
    "restating",
    "steps",
]

ACYCLIC: Final = (
    "within",
    "broader",
    "member_of",
    "successors",
    "part_of",
    "replaces",
    "restates",
    "reports",
    "responds_to",
    "supersedes",
)
"""The references along which no record may come back to itself."""


Types: TypeAlias = tuple[type, ...]
"""The types of the records to which a reference may lead."""


class Noted(NamedTuple):
    """What a reader has noted of the references of the records that it made."""

    expected: Mapping[Types, Collection[str]]
    """The ids to which some of them refer, but for those that are surely right, by the types that they may have."""
    apart: Sequence[Record] = ()
    """Those of the records of which nothing was noted."""


def fitted(records: Iterable[Record], noted: Noted, *, complete: bool) -> Records[Record]:
    """Sort records by id, with a note if they fit together.

    Args:
        records: The records.
        noted: What is known of their references.
        complete: Whether they may refer only to each other.
    """
    made = Records(sorted(records, key=GET_ID))
    if fit_together(made, complete=complete, noted=noted):
        note_fit(made, complete=complete)
    return made


def fit_together(records: Sequence[Record], *, complete: bool, noted: Noted | None = None) -> bool:
    """Whether records fit together: whether `integrity_problems` has nothing to list.

    Args:
        records: The records.
        complete: Whether they may refer only to each other.
        noted: What is known of their references; nothing by default.
    """
    by_id: dict[str, Record] = dict(zip(map(GET_ID, records), records, strict=True))
    if len(by_id) != len(records):
        return False
    groups = by_type(records)
    references = references_of(groups if noted is None else by_type(noted.apart))
    if noted is not None:
        references = chain(references, noted.expected.items())
    return (
        lead_somewhere(references, by_id, complete=complete)
        and restate_their_like(restating(groups), by_id)
        and passages_lie_inside(groups)
        and not any(map(has_circle, (steps(groups, name) for name in ACYCLIC)))
    )


Groups: TypeAlias = Mapping[type[Any], Sequence[Any]]
"""Records by their exact type."""


def by_type(records: Iterable[Record]) -> Groups:
    """Group records by their exact type."""
    groups: dict[type[Any], list[Any]] = defaultdict(list)
    for cls, alike in groupby(records, type):  # mostly several come one after the other
        groups[cls].extend(alike)
    return groups


def references_of(groups: Groups) -> Iterator[tuple[Types, Collection[str]]]:
    """List to which ids records refer, with the types that these may have."""
    for cls, group in groups.items():
        for types, targets_in in reference_columns(PartNode(cls=cls)):
            yield types, set(targets_in(group)).difference((None, OPEN))


def lead_somewhere(
    references: Iterable[tuple[Types, Collection[str]]], by_id: Mapping[str, Record], *, complete: bool
) -> bool:
    """Whether all references lead to records of the right types."""
    for types, targets in references:
        right = {*types} if complete else {*types, type(None)}
        if not right.issuperset(map(type, map(by_id.get, targets))):
            return False
    return True


def restating(groups: Groups) -> Iterator[Any]:
    """List the records that restate another."""
    for cls, group in groups.items():
        if issubclass(cls, EventRecord):
            yield from compress(group, map(GET_RESTATED, group))


def restate_their_like(group: Iterable[Any], by_id: Mapping[str, Record]) -> bool:
    """Whether all records of one type that restate another restate one of their type and source."""
    for record in group:
        if getattr(record, "restates", None) is not None:
            fuller: Any = by_id.get(record.restates)
            if fuller is not None and (type(fuller) is not type(record) or fuller.source != record.source):
                return False
    return True


def passages_lie_inside(groups: Groups, lengths: Mapping[str, object] | None = None) -> bool:
    """Whether no passage of an event record ends beyond its source.

    Args:
        groups: The records.
        lengths: The lengths of the sources by their ids, if not all of these are among the records.
    """
    known = {source.id: source.length for source in groups.get(Source, ())} if lengths is None else lengths
    length_of = {key: length for key, length in known.items() if type(length) is int}.get
    return all(
        (not issubclass(cls, EventRecord) or spans_lie_inside(group, length_of))
        and (not issubclass(cls, Statement) or quotes_lie_inside(group, length_of))
        for cls, group in groups.items()
    )


def spans_lie_inside(group: Sequence[Any], length_of: Callable[[str], int | None]) -> bool:
    """Whether no passage of an event record ends beyond its source, as far as the lengths of these are known."""
    source, length = None, None
    for record in group:
        if record.source is not source:  # mostly several of one source come one after the other
            source = record.source
            length = length_of(source)
        if length is not None:
            for span in record.spans or ():
                if span.end > length:
                    return False
    return True


def quotes_lie_inside(group: Sequence[Any], length_of: Callable[[str], int | None]) -> bool:
    """Whether no quotation in a statement ends beyond its source, as far as the lengths of these are known."""
    for record in compress(group, map(GET_QUOTES, group)):
        if (length := length_of(record.source)) is not None:
            for quote in record.quotes:
                if quote.span.end > length:
                    return False
    return True


def steps(groups: Groups, name: str) -> dict[str, tuple[str, ...]]:
    """Return where each record leads along a field that refers to others."""
    get = attrgetter(name)
    leading: dict[str, tuple[str, ...]] = {}
    for cls, group in groups.items():
        if name in {field.name for field in fields(cls)}:
            for record in compress(group, map(get, group)):
                value = get(record)
                leading[record.id] = value if type(value) is tuple else (value,)
    return leading


@functools.cache
def acyclic_fields(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Return which fields of `ACYCLIC` a class has."""
    return tuple(field.name for field in fields(cls) if field.name in ACYCLIC)


def has_circle(following: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether there are circles among ids, given those that follow each; mostly, ways are short."""
    for _ in range(SHORT):
        inner = following.keys() & set(chain.from_iterable(following.values()))
        if not inner:
            return False
        following = {key: following[key] for key in inner}  # those on a circle lead on, and others lead to them
    return any(circles(following))


SHORT: Final = 6
"""How many steps most ways have at most."""

Column: TypeAlias = Callable[[Iterable[Any]], Iterable[Any]]
"""Returns, for some records, all values that stand in one place of them; `None` and `OPEN` may be among them."""

GET_ID: Final = attrgetter("id")
GET_RESTATED: Final = attrgetter("restates")
GET_QUOTES: Final = attrgetter("quotes")


@functools.cache
def reference_columns(node: PartNode) -> tuple[tuple[tuple[type, ...], Column], ...]:
    """Return, for each place in the records of a type that refers to others, which types these may have."""
    return tuple(columns_in(node, iter))


def columns_in(node: Node, column: Column) -> Iterator[tuple[tuple[type, ...], Column]]:
    """List the places with references in the values that a column holds."""
    match node:
        case IdNode(kind=kind):
            yield TARGETS[kind], column
        case ManyNode(item=item):
            # `OPEN` is as false as no items
            yield from columns_in(item, lambda records: chain.from_iterable(filter(None, column(records))))
        case PartNode(cls=cls):
            for field in fields(cls):
                if field.name != "id":
                    yield from columns_in(field.node, field_column(column, field.name, optional=node.optional))
        case _:
            pass


def field_column(column: Column, name: str, *, optional: bool) -> Column:
    """Return the column of a field of the parts in another column."""
    get = attrgetter(name)
    if optional:
        return lambda records: (get(part) for part in column(records) if part is not None)
    return lambda records: map(get, column(records))


def ids_in(value: object) -> tuple[str, ...]:
    """Return the ids in a field that refers to one record or to several; plain data may hold anything."""
    values = cast("Sequence[object]", value) if isinstance(value, list | tuple) else (value,)
    return tuple(key for key in values if isinstance(key, str))
