"""Whether records fit together: ids, references, passages and circles.

`fit_together` answers fast, for whole columns of ids at a time and without a word. Only if the answer is no,
`integrity_problems` walks over every reference and lists all reasons.
"""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias, cast

import attrs

from diplo_events._internal.dataset.circles import circles
from diplo_events.errors import Problem, shown, suggestion
from diplo_events.model import OPEN, EventRecord, Source, Statement
from diplo_events.model.ids import slug
from diplo_events.schema import (
    TARGETS,
    IdNode,
    ManyNode,
    Node,
    PartNode,
    Record,
    Reference,
    fields,
    in_words,
    path_text,
    references,
    value_in,
)

__all__ = [
    "ACYCLIC",
    "Entry",
    "acyclic_fields",
    "fit_together",
    "ids_in",
    "integrity_problems",
    "passages_lie_inside",
    "reference_columns",
    "restate_their_like",
]

MOST_COMPARED: Final = 100_000
"""How many ids are compared with misspelt references, in all, before suggestions stop: some seconds of work."""

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


def fit_together(records: Sequence[Record], by_id: Mapping[str, Record], *, complete: bool) -> bool:
    """Whether records fit together: whether `integrity_problems` has nothing to list.

    Args:
        records: The records.
        by_id: The same records by their ids.
        complete: Whether they may refer only to each other.
    """
    groups: dict[type[Any], list[Any]] = defaultdict(list)
    for record in records:
        groups[type(record)].append(record)
    return (
        len(by_id) == len(records)
        and lead_somewhere(groups, by_id, complete=complete)
        and all(restate_their_like(group, by_id) for group in groups.values())
        and passages_lie_inside(groups)
        and not any(circle for name in ACYCLIC for circle in circles(steps(groups, name)))
    )


Groups: TypeAlias = Mapping[type[Any], Sequence[Any]]
"""Records by their exact type."""


def lead_somewhere(groups: Groups, by_id: Mapping[str, Record], *, complete: bool) -> bool:
    """Whether all references lead to records of the right types."""
    ids = {cls: set(map(GET_ID, group)) for cls, group in groups.items()}
    for cls, group in groups.items():
        for types, targets_in in reference_columns(PartNode(cls=cls)):
            targets = set(targets_in(group)).difference((None, OPEN))
            for type_ in types:
                targets = targets - ids.get(type_, set()) if targets else targets
            if targets and (complete or not targets.isdisjoint(by_id)):
                return False
    return True


def restate_their_like(group: Iterable[Any], by_id: Mapping[str, Record]) -> bool:
    """Whether all records of one type that restate another restate one of their type and source."""
    for record in group:
        if getattr(record, "restates", None) is not None:
            fuller: Any = by_id.get(record.restates)
            if fuller is not None and (type(fuller) is not type(record) or fuller.source != record.source):
                return False
    return True


def passages_lie_inside(groups: Groups) -> bool:
    """Whether no passage of an event record ends beyond its source."""
    lengths = {source.id: source.length for source in groups.get(Source, ()) if source.length is not None}
    for cls, group in groups.items():
        if lengths and issubclass(cls, EventRecord):
            for record in group:
                length = lengths.get(record.source)
                quotes = record.quotes if issubclass(cls, Statement) else ()
                spans = (*record.spans, *map(GET_SPAN, quotes)) if quotes else record.spans
                if length is not None and spans and not max(spans, key=GET_END).lies_in(length):
                    return False
    return True


def steps(groups: Groups, name: str) -> dict[str, tuple[str, ...]]:
    """Return where each record leads along a field that refers to others."""
    able = (group for cls, group in groups.items() if name in {field.name for field in fields(cls)})
    leading = ((record.id, getattr(record, name)) for group in able for record in group)
    return {key: ids_in(value) for key, value in leading if value}


Column: TypeAlias = Callable[[Iterable[Any]], Iterable[Any]]
"""Returns, for some records, all values that stand in one place of them; `None` and `OPEN` may be among them."""

GET_ID: Final = attrgetter("id")
GET_SPAN: Final = attrgetter("span")
GET_END: Final = attrgetter("end")


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


class Entry(NamedTuple):
    """A record in its place: in a dataset, or in a file, where it may still be plain data with mistakes."""

    path: str
    """Its place: its id, or `statements[3]` in a file."""
    type: type[Record]
    """Its type, or the one that it is to have."""
    content: object
    """The record, or the plain mapping of its fields."""

    @property
    def is_record(self) -> bool:
        """Whether it is a record, and not plain data."""
        return type(self.content) is self.type

    @property
    def id(self) -> str | None:
        """The id, if there is one."""
        if self.is_record:
            return cast("Record", self.content).id
        value = self.field("id")
        return value if isinstance(value, str) else None

    @property
    def meant_id(self) -> str | None:
        """The id that an invalid one in a file was meant to be, so that references to it are not refused too."""
        return slug(self.id) if isinstance(self.content, Mapping) and self.id else None

    def field(self, name: str) -> object:
        """Read a field of the record or of the plain mapping."""
        return value_in(self.content, name)


def integrity_problems(entries: Sequence[Entry], *, complete: bool) -> list[Problem]:
    """List all the ways in which records do not fit together.

    Duplicate ids; references to nothing (unless the records are a part of a larger whole) or to a record of the
    wrong type; restatements of a record of another type or source; passages beyond the end of their source; circles
    in the fields of `ACYCLIC`.
    """
    known: dict[str, Entry] = {}
    nameless: set[type[Record]] = set()
    problems: list[Problem] = []
    for entry in entries:
        key = entry.id
        if key is None:
            nameless.add(entry.type)
        elif key in known:
            found = f"{key!r} again, first at {known[key].path}"
            problems.append(Problem(path=f"{entry.path}.id", expected="an id of its own", found=found))
        else:
            known[key] = entry
    unread = [entry for entry in known.values() if not entry.is_record]
    near_ids = known | {meant: entry for entry in unread if (meant := entry.meant_id) and meant not in known}
    unsure = None if not complete else nameless  # a reference to one of these may lead to a record without an id
    for place in sorted(doubtful(entries, known, near_ids, unsure)):
        entry = entries[place]
        for reference in references(entry.type, entry.content):
            suggest = len(problems) * len(known) < MOST_COMPARED
            is_sure = unsure is not None and unsure.isdisjoint(reference.types)
            problems.extend(reference_problems(entry, reference, near_ids, complete=is_sure, suggest=suggest))
        problems.extend(span_problems(entry, known))
    for name, following in ways(known).items():
        problems.extend(circle_problems(name, following, known))
    return problems


def doubtful(
    entries: Sequence[Entry],
    known: Mapping[str, Entry],
    near_ids: Mapping[str, Entry],
    unsure: set[type[Record]] | None,
) -> set[int]:
    """Return the places of the entries in which something may be wrong: of records, only of those where something is.

    Args:
        entries: The entries.
        known: Those that have an id, by their ids.
        near_ids: The same, and those with wrong ids by what these were meant to be.
        unsure: The types to which a reference may lead without an id that is known; `None` for all of them.
    """
    doubts = {place for place, entry in enumerate(entries) if not entry.is_record}
    places: dict[type[Any], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if place not in doubts:
            places[entry.type].append(place)
    ids: dict[type[Any], set[str]] = defaultdict(set)
    for key, entry in near_ids.items():
        ids[entry.type].add(key)
    lengths = {key: entry.field("length") for key, entry in known.items() if entry.type is Source}
    for cls, group in places.items():
        records: list[Any] = [entries[place].content for place in group]
        for types, targets_in in reference_columns(PartNode(cls=cls)):
            odd = set(targets_in(records)).difference((None, OPEN))
            for type_ in types:
                odd = odd - ids[type_] if odd else odd
            if unsure is None or not unsure.isdisjoint(types):
                odd &= near_ids.keys()
            if odd:
                pairs = zip(group, records, strict=True)
                doubts.update(place for place, record in pairs if not odd.isdisjoint(targets_in((record,))))
        if issubclass(cls, EventRecord):
            pairs = zip(group, records, strict=True)
            doubts.update(place for place, record in pairs if is_doubtful(record, near_ids, lengths))
    return doubts


def is_doubtful(record: Any, near_ids: Mapping[str, Entry], lengths: Mapping[str, object]) -> bool:  # noqa: ANN401  (of any type of event records)
    """Whether an event record may restate another that it cannot, or have a passage beyond the end of its source."""
    if record.restates is not None:
        fuller: Any = near_ids[record.restates].content if record.restates in near_ids else record
        if type(fuller) is not type(record) or fuller.source != record.source:
            return True
    length = lengths.get(record.source)
    if type(length) is not int:
        return False
    quotes = record.quotes if type(record) is Statement else ()
    spans = (*record.spans, *map(GET_SPAN, quotes)) if quotes else record.spans
    return bool(spans) and not max(spans, key=GET_END).lies_in(length)


def ways(known: Mapping[str, Entry]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return, for each field of `ACYCLIC`, where it leads from those that have it."""
    following: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in ACYCLIC}
    for key, entry in known.items():
        cls: type[attrs.AttrsInstance] = entry.type
        for name in acyclic_fields(cls):
            value: Any = getattr(entry.content, name) if entry.is_record else entry.field(name)
            if value and (targets := ids_in(value)):
                following[name][key] = targets
    return following


@functools.cache
def acyclic_fields(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Return which fields of `ACYCLIC` a class has."""
    return tuple(field.name for field in fields(cls) if field.name in ACYCLIC)


def reference_problems(
    entry: Entry, reference: Reference, known: Mapping[str, Entry], *, complete: bool, suggest: bool
) -> Iterator[Problem]:
    """Check the record to which a reference leads."""
    path = f"{entry.path}.{path_text(reference.path)}"
    expected = f"the id of {in_words(*reference.types)}"
    target = known.get(reference.target)
    if target is None:
        if complete:
            hint = (nearest(reference, known) if suggest else None) or "add the record, or say complete: false"
            yield Problem(path=path, expected=expected, found=shown(reference.target), hint=hint)
        return
    if target.type not in reference.types:
        found = f"{reference.target!r}, {in_words(target.type)}"
        meant = nearest(reference, known) if suggest else None
        yield Problem(path=path, expected=expected, found=found, hint=meant)
    elif reference.path == ("restates",) and not may_restate(entry, target, known):
        found = f"{reference.target!r}, {in_words(target.type)} of {target.field('source')}"
        yield Problem(path=path, expected=f"{in_words(entry.type)} of {entry.field('source')}", found=found)


def may_restate(entry: Entry, target: Entry, known: Mapping[str, Entry]) -> bool:
    """Whether a record may restate another: they have one type and one source, or a source that is wrong in itself."""
    sources = (entry.field("source"), target.field("source"))
    if any(isinstance(record.content, Mapping) and record.field("source") not in known for record in (entry, target)):
        return entry.type is target.type
    return entry.type is target.type and sources[0] == sources[1]


def nearest(reference: Reference, known: Mapping[str, Entry]) -> str | None:
    """Suggest the id that may have been meant: one of a fitting type, near in spelling."""
    fitting = (key for key, entry in known.items() if entry.type in reference.types)
    return suggestion(reference.target, fitting)


def span_problems(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Problem]:
    """Check that the passages of an event record lie in its source."""
    key = entry.field("source")
    source = known.get(key) if issubclass(entry.type, EventRecord) and isinstance(key, str) else None
    length = source.field("length") if source and source.type is Source else None
    if type(length) is not int:
        return
    for name, end in ends_of(entry):
        if type(end) is int and end > length:
            expected = f"an end of at most {length}, the length of {key}"
            yield Problem(path=f"{entry.path}.{name}.end", expected=expected, found=str(end))


def ends_of(entry: Entry) -> Iterator[tuple[str, object]]:
    """List where the passages of an event record end, each with the place of the passage."""
    for index, span in enumerate(items_in(entry.field("spans"))):
        yield f"spans[{index}]", value_in(span, "end")
    for index, quote in enumerate(items_in(entry.field("quotes"))):
        yield f"quotes[{index}].span", value_in(value_in(quote, "span"), "end")


def items_in(value: object) -> Sequence[object]:
    """Return the items of a list or a tuple, none of anything else."""
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()


def circle_problems(name: str, following: Mapping[str, Sequence[str]], known: Mapping[str, Entry]) -> Iterator[Problem]:
    """List circles along a field, no two of which share a record."""
    for circle in circles(following):
        found = shown(" -> ".join(circle))
        yield Problem(path=f"{known[circle[0]].path}.{name}", expected="no way back to itself", found=found)


def ids_in(value: object) -> tuple[str, ...]:
    """Return the ids in a field that refers to one record or to several; plain data may hold anything."""
    values = cast("Sequence[object]", value) if isinstance(value, list | tuple) else (value,)
    return tuple(key for key in values if isinstance(key, str))
