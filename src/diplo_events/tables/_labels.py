"""Readable columns beside the fields of records: names beside ids, first and last days beside dates, words of parts."""

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.formats.columns import Column, ListOf, columns_of
from diplo_events.lookup import name_of
from diplo_events.model import Actor, Document, Issue, Meeting, Place, Source
from diplo_events.model.open_field import OPEN
from diplo_events.schema import (
    TARGETS,
    DateNode,
    Field,
    IdNode,
    ManyNode,
    PartNode,
    TextNode,
    fields,
)

__all__ = ["Label", "day_of", "labels_of", "singular"]

NAMED: Final = frozenset({Actor, Place, Issue, Document, Source, Meeting})
"""The types of records that have a name, a label or a title."""

Says: TypeAlias = Callable[[Dataset, Any], Any]


@attrs.frozen(kw_only=True)
class Label:
    """A column that follows from a field, for people and programs to read."""

    column: Column
    """The column."""
    field: str
    """The field from which it follows."""
    says: Says
    """Returns its cell for the value of the field in a dataset."""
    ids: Callable[[Any], list[str]]
    """Lists the ids in the value of the field without whose records the cell cannot be known."""


def labels_of(cls: type[attrs.AttrsInstance]) -> tuple[Label, ...]:
    """Return the readable columns of a record type, in the order of its fields; a field of that name comes first."""
    return read_labels(cls)


@functools.cache
def read_labels(cls: type[attrs.AttrsInstance]) -> tuple[Label, ...]:
    """Derive the readable columns of a class from its fields."""
    taken = {column.name for column in columns_of(cls)}
    found = (label for field in fields(cls) if field.name != "id" for label in labels_for(field))
    return tuple({label.column.name: label for label in found if label.column.name not in taken}.values())


def labels_for(field: Field) -> Iterator[Label]:
    """Return the readable columns of one field."""
    one = singular(field.name)
    match field.node:
        case DateNode():
            for end, bound in (("earliest", earliest), ("latest", latest)):
                doc = (
                    f"The {'first' if end == 'earliest' else 'last'} day that `{field.name}` can reach; empty if none."
                )
                yield label(field, f"{field.name}_{end}", "day", doc, bound, no_ids)
        case IdNode() as node if is_named(node):
            yield label(field, f"{field.name}_name", "text", f"The name of `{field.name}`.", name, one_id)
        case ManyNode(item=IdNode() as item) if is_named(item):
            doc = f"The names of `{field.name}`."
            yield label(field, f"{one}_names", ListOf("text"), doc, names, list[str])
        case ManyNode(item=PartNode(cls=cls)):
            first = fields(cls)[0]
            if not first.required:
                return
            doc = f"The `{first.name}` of each of `{field.name}`"
            if isinstance(first.node, TextNode):
                says = functools.partial(words_in, first.name)
                yield label(field, f"{one}_{first.name}s", ListOf("text"), f"{doc}.", says, no_ids)
            elif isinstance(first.node, IdNode) and is_named(first.node):
                says = functools.partial(names_in, first.name)
                ids = functools.partial(ids_in, first.name)
                yield label(field, f"{one}_names", ListOf("text"), f"{doc}, by name.", says, ids)
        case _:
            pass


def label(field: Field, name: str, type_: Any, doc: str, says: Says, ids: Callable[[Any], list[str]]) -> Label:  # noqa: ANN401  (any type of columns; in the order of the columns)
    """Return a readable column."""
    optional = not isinstance(type_, ListOf) or field.openable
    return Label(column=Column(name=name, type=type_, optional=optional, doc=doc), field=field.name, says=says, ids=ids)


def singular(name: str) -> str:
    """Return the name of a field of several values as of one of them.

    >>> singular("speakers"), singular("audience"), singular("asserted_by")
    ('speaker', 'audience', 'asserted_by')
    """
    return name.removesuffix("s")


def is_named(node: IdNode) -> bool:
    """Whether all records to which an id can refer have a name."""
    return NAMED.issuperset(TARGETS[node.kind])


def day_of(day: Day | None) -> dt.date | None:
    """Return a day as a `datetime.date`; `None` if there is none, or if it is not in the years 1 to 9999."""
    return day.to_date() if day is not None and dt.MINYEAR <= day.year <= dt.MAXYEAR else None


def earliest(_dataset: Dataset, value: EventDate | None) -> dt.date | None:
    """Return the first day of a date."""
    return day_of(value.earliest) if value else None


def latest(_dataset: Dataset, value: EventDate | None) -> dt.date | None:
    """Return the last day of a date."""
    return day_of(value.latest) if value else None


def name(dataset: Dataset, value: str | None) -> str | None:
    """Return the name of a record."""
    return name_of(dataset, value) if value else None


def names(dataset: Dataset, value: tuple[str, ...]) -> list[str] | None:
    """Return the names of records."""
    return None if value is OPEN else [name_of(dataset, key) for key in value]


def words_in(member: str, _dataset: Dataset, value: tuple[object, ...]) -> list[str] | None:
    """Return a text of each of several parts."""
    return None if value is OPEN else [cast("str", getattr(part, member)) for part in value]


def names_in(member: str, dataset: Dataset, value: tuple[object, ...]) -> list[str] | None:
    """Return the name of the record to which each of several parts refers."""
    return None if value is OPEN else [name_of(dataset, key) for key in ids_in(member, value)]


def ids_in(member: str, value: tuple[object, ...]) -> list[str]:
    """List the ids to which parts refer."""
    return [cast("str", getattr(part, member)) for part in value]


def one_id(value: str | None) -> list[str]:
    """List the id that a field has."""
    return [value] if value else []


def no_ids(_value: object) -> list[str]:
    """List no ids."""
    return []
