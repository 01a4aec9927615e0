"""Why records do not fit together: ids, references, passages and circles.

`fit_together` answers fast whether they do. Only if the answer is no, `integrity_problems` lists all reasons.
"""

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Any, Final, cast

import attrs

from diplo_events._internal.dataset.circles import circles
from diplo_events._internal.dataset.entries import Entries, Entry, KnownEntries, entries_of
from diplo_events._internal.dataset.fitting import (
    ACYCLIC,
    GET_ID,
    GET_RESTATED,
    Noted,
    Types,
    acyclic_fields,
    by_type,
    has_circle,
    ids_in,
    passages_lie_inside,
    reference_columns,
    references_of,
    steps,
)
from diplo_events.errors import Problem, shown, suggestion
from diplo_events.model import OPEN, EventRecord, Source
from diplo_events.schema import (
    PartNode,
    Record,
    Reference,
    in_words,
    path_text,
    references,
    value_in,
)

__all__ = ["MOST_COMPARED", "integrity_problems", "reference_problems", "span_problems"]

MOST_COMPARED: Final = 100_000
"""How many ids are compared with misspelt references, in all, before suggestions stop: some seconds of work."""


def integrity_problems(entries: Sequence[Entry], *, complete: bool, noted: Noted | None = None) -> list[Problem]:
    """List all the ways in which records do not fit together.

    Duplicate ids; references to nothing (unless the records are a part of a larger whole) or to a record of the
    wrong type; restatements of a record of another type or source; passages beyond the end of their source; circles
    in the fields of `ACYCLIC`.

    Args:
        entries: The records, and what could not be read as such.
        complete: Whether they may refer only to each other.
        noted: What is known of the references of the records; nothing by default.
    """
    entries = entries_of(entries)
    ids = entries.ids()
    places = {key: place for place, key in enumerate(ids) if key is not None}
    problems: list[Problem] = []
    if len(places) + ids.count(None) < len(ids):
        places.clear()
        for place, key in enumerate(ids):
            if key is not None and places.setdefault(key, place) != place:
                found = f"{key!r} again, first at {entries[places[key]].path}"
                path = f"{entries[place].path}.id"
                problems.append(Problem(path=path, expected="an id of its own", found=found))
    nameless = {kind for place, kind in entries.unread.items() if ids[place] is None}
    meant = {
        key: place
        for place in sorted(entries.unread)
        if places.get(ids[place] or "") == place and (key := entries[place].meant_id) and key not in places
    }
    known, near_ids = KnownEntries(entries, places), KnownEntries(entries, places | meant if meant else places)
    unsure = None if not complete else nameless  # a reference to one of these may lead to a record without an id
    survey = Survey(entries, known, near_ids, is_distinct=not problems)
    for place in sorted(survey.doubtful(unsure, noted)):
        entry = entries[place]
        for reference in references(entry.type, entry.content):
            suggest = len(problems) * len(known) < MOST_COMPARED
            is_sure = unsure is not None and unsure.isdisjoint(reference.types)
            problems.extend(reference_problems(entry, reference, near_ids, complete=is_sure, suggest=suggest))
        problems.extend(span_problems(entry, known))
    for name, following in survey.ways().items():
        problems.extend(circle_problems(name, following, known))
    return problems


class Survey:
    """A look over all entries, for where something may be wrong: a fast one, if that shows that nothing is.

    Args:
        entries: The entries.
        known: Those that have an id, by their ids.
        near_ids: The same, and those with wrong ids by what these were meant to be.
        is_distinct: Whether no two of them have one id.
    """

    def __init__(self, entries: Entries, known: KnownEntries, near_ids: KnownEntries, *, is_distinct: bool) -> None:
        self.entries = entries
        self.known = known
        self.near_ids = near_ids
        self.is_distinct = is_distinct
        self.groups = by_type(compress(cast("Sequence[Record]", entries.contents), entries.flags))

    @functools.cached_property
    def places(self) -> Mapping[type[Any], Sequence[int]]:
        """The places of the records in each group."""
        places: dict[type[Any], list[int]] = defaultdict(list)
        for place, record in self.entries.records():
            places[type(record)].append(place)
        return places

    def doubtful(self, unsure: set[type[Record]] | None, noted: Noted | None) -> set[int]:
        """Return the places of entries in which something may be wrong: of records, only of those where something is.

        Args:
            unsure: The types to which a reference may lead without an id that is known; `None` for all of them.
            noted: What is known of the references of the records.
        """
        doubts = set(self.entries.unread)
        if not self.is_distinct or noted is None or any(self.odd(*column, unsure) for column in columns(noted)):
            for cls, group in self.groups.items():
                for types, targets_in in reference_columns(PartNode(cls=cls)):
                    if odd := self.odd(types, set(targets_in(group)).difference((None, OPEN)), unsure):
                        pairs = zip(self.places[cls], group, strict=True)
                        doubts.update(place for place, record in pairs if not odd.isdisjoint(targets_in((record,))))
        lengths: dict[str, Any] = {key: self.known[key].field("length") for key in self.source_ids()}
        for cls, group in self.groups.items():
            if issubclass(cls, EventRecord):
                restating = list(compress(group, map(GET_RESTATED, group)))
                doubts.update(self.places_of(cls, (each for each in restating if not self.is_right_restatement(each))))
                if not passages_lie_inside({cls: group}, lengths):
                    outside = (each for each in group if not passages_lie_inside({cls: (each,)}, lengths))
                    doubts.update(self.places_of(cls, outside))
        return doubts

    def source_ids(self) -> Iterator[str]:
        """List the ids of the entries that are sources."""
        yield from map(GET_ID, self.groups.get(Source, ()))
        for place, cls in self.entries.unread.items():
            if cls is Source and (key := self.entries[place].id) is not None:
                yield key

    def places_of(self, cls: type[Any], records: Iterable[Any]) -> Iterator[int]:
        """List the places of some records of a type."""
        if self.is_distinct:
            return (self.known.places[record.id] for record in records)
        wanted = set(map(id, records))
        return (place for place, record in zip(self.places[cls], self.groups[cls], strict=True) if id(record) in wanted)

    def odd(self, types: Types, targets: Collection[str], unsure: set[type[Record]] | None) -> set[str]:
        """Return those ids which do not lead where they should."""
        place_of, type_at = self.near_ids.places.get, self.entries.type_at
        odd = {key for key in targets if (place := place_of(key)) is None or type_at(place) not in types}
        if unsure is None or not unsure.isdisjoint(types):
            odd &= self.near_ids.keys()
        return odd

    def is_right_restatement(self, record: Any) -> bool:  # noqa: ANN401  (of any type of event records)
        """Whether an event record restates one of its type and source, or one that is not there, or none."""
        place = self.near_ids.places.get(record.restates)
        if not record.restates or place is None:
            return True
        fuller: Any = self.entries.contents[place]
        return type(fuller) is type(record) and fuller.source == record.source

    def ways(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Return, for each field of `ACYCLIC`, where it leads from whom; nothing if there is no circle."""
        return ways(self.known) if not self.is_distinct or self.may_circle() else {}

    def may_circle(self) -> bool:
        """Whether there may be circles."""
        following = {name: steps(self.groups, name) for name in ACYCLIC}
        for place in self.entries.unread:
            entry = self.entries[place]
            cls: type[attrs.AttrsInstance] = entry.type
            for name in acyclic_fields(cls):
                if entry.id and (targets := ids_in(entry.field(name))):
                    following[name][entry.id] = targets
        return any(map(has_circle, following.values()))


def columns(noted: Noted) -> Iterator[tuple[Types, Collection[str]]]:
    """List to which ids records refer, but for references that are surely right, with the types that they may have."""
    return chain(references_of(by_type(noted.apart)), noted.expected.items())


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


def reference_problems(
    entry: Entry, reference: Reference, known: Mapping[str, Entry], *, complete: bool, suggest: bool
) -> Iterator[Problem]:
    """Check the record to which a reference leads."""
    target = known.get(reference.target)
    is_restatement = reference.path == ("restates",)
    if target is not None and target.type in reference.types and not is_restatement:  # mostly
        return
    path = f"{entry.path}.{path_text(reference.path)}"
    expected = f"the id of {in_words(*reference.types)}"
    if target is None:
        if complete:
            hint = (nearest(reference, known) if suggest else None) or "add the record, or say complete: false"
            yield Problem(path=path, expected=expected, found=shown(reference.target), hint=hint)
        return
    if target.type not in reference.types:
        found = f"{reference.target!r}, {in_words(target.type)}"
        meant = nearest(reference, known) if suggest else None
        yield Problem(path=path, expected=expected, found=found, hint=meant)
    elif is_restatement and not may_restate(entry, target, known):
        found = f"{reference.target!r}, {in_words(target.type)} of {target.field('source')}"
        yield Problem(path=path, expected=f"{in_words(entry.type)} of {entry.field('source')}", found=found)


def may_restate(entry: Entry, target: Entry, known: Mapping[str, Entry]) -> bool:
    """Whether a record may restate another: they have one type and one source, or a source that is wrong in itself."""
    sources = (entry.field("source"), target.field("source"))
    for record, source in zip((entry, target), sources, strict=True):
        if isinstance(record.content, Mapping) and not (isinstance(source, str) and source in known):
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
