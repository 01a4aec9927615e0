"""`renamed`: a record with other ids, its own and those that it refers to; and what speaks against a renaming."""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NewType, TypeAlias, TypeVar, cast

import attrs

from diplo_events.errors import InvalidRecordError, Problem, shown, suggestion
from diplo_events.model.field_rules import problems_in
from diplo_events.model.ids import RecordId
from diplo_events.schema import IdNode, ManyNode, Node, PartNode, Record, fields

__all__ = ["records_under", "renamed"]

A = TypeVar("A", bound=attrs.AttrsInstance)

Change: TypeAlias = Callable[[Any, Mapping[str, str]], Any]
"""Returns a value with the new ids."""


def records_under(
    ids: Mapping[str, str], parts: Sequence[Iterable[Record]], known: Collection[Collection[str]]
) -> tuple[list[list[Record]], list[Problem]]:
    """Return the records of several datasets under new ids, and what is wrong with that.

    Args:
        ids: The new id of each old one.
        parts: The records of each dataset.
        known: The ids that each dataset knows: those of its records, and of records that are kept elsewhere.
    """
    problems = list(renaming_problems(ids, known))
    if problems or not ids:
        return [list(records) for records in parts], problems
    made: list[list[Record]] = []
    for records in parts:
        own: list[Record] = []
        for record in records:
            try:
                own.append(renamed(record, ids))
            except InvalidRecordError as error:
                problems += [attrs.evolve(problem, path=f"{record.id}.{problem.path}") for problem in error.problems]
        made.append(own)
    return made, problems


def renamed(record: A, ids: Mapping[str, str]) -> A:
    """Return a record, or a part of one, with new ids in the place of old ones; itself if it has none of them.

    Raises:
        InvalidRecordError: with the new ids it is not a record any more.

    Examples:
        >>> from diplo_events import Place, PlaceKind
        >>> kyiv = Place(id="kyiv", name="Kyiv", kind=PlaceKind.SETTLEMENT, within="ua")
        >>> renamed(kyiv, {"ua": "ukraine"}).within, renamed(kyiv, {"eu": "europe"}) is kyiv
        ('ukraine', True)
    """
    changed = {
        name: new
        for name, change in changes(type(record))
        if (new := change(old := getattr(record, name), ids)) is not old
    }
    return cast("A", attrs.evolve(cast("Any", record), **changed)) if changed else record


@functools.cache
def changes(cls: type[attrs.AttrsInstance]) -> tuple[tuple[str, Change], ...]:
    """Return, for each field of a class that can hold ids, the function that renames them."""
    pairs = ((field.name, change_of(field.node)) for field in fields(cls))
    return tuple((name, change) for name, change in pairs if change is not None)


def change_of(node: Node) -> Change | None:
    """Return the function that renames the ids in values of a node, or `None` if they can hold none."""
    match node:
        case IdNode():
            return changed_id
        case ManyNode(item=item):
            inner = change_of(item)
            return functools.partial(changed_items, inner) if inner else None
        case PartNode(cls=cls):
            return changed_part if changes(cls) else None
        case _:
            return None


def changed_id(value: object, ids: Mapping[str, str]) -> object:
    """Return an id under its new name; `None` and `OPEN` as they are."""
    return ids.get(value, value) if isinstance(value, str) else value


def changed_items(inner: Change, value: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401  (a tuple or set of anything)
    """Return several values with the new ids; themselves if none of them changes."""
    if not isinstance(value, tuple | frozenset):  # `OPEN`
        return value
    old = cast("Collection[Any]", value)
    new = [inner(item, ids) for item in old]
    return type(value)(new) if any(one is not other for one, other in zip(old, new, strict=True)) else value


def changed_part(value: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401  (a part of any class, or none)
    """Return a part of a record with the new ids."""
    return renamed(value, ids) if attrs.has(type(value)) else value


def renaming_problems(ids: Mapping[str, str], datasets: Collection[Collection[str]]) -> Iterator[Problem]:
    """List what speaks against new names for ids.

    Args:
        ids: The new id of each old one.
        datasets: The ids that each dataset knows: those of its records, and of records that are kept elsewhere.
    """
    known = {key for dataset in datasets for key in dataset}
    for old, new in ids.items():
        path = f"rename[{shown(old)}]"
        if old not in known:
            hint = suggestion(old, known) if isinstance(cast("object", old), str) else None
            yield Problem(path=path, expected="the id of a record", found=shown(old), hint=hint)
        yield from problems_in(new, IdNode(kind=cast("NewType", RecordId)), path)
    for dataset in datasets:
        here = sorted({key for key in dataset if ids.get(key, key) in ids.values()})
        groups: dict[str, list[str]] = {}
        for key in here:
            groups.setdefault(ids.get(key, key), []).append(key)
        for new, keys in groups.items():
            if len(keys) > 1:
                expected = f"at most one record of a dataset with the new id {new!r}"
                found = f"{' and '.join(map(repr, keys))} in one"
                yield Problem(
                    path=f"rename[{keys[0]!r}]",
                    expected=expected,
                    found=found,
                    hint="give one of them another id first",
                )
