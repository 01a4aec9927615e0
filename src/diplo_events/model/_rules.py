"""The rules that the values of a record obey, read off its field types: the one place, whichever way it is made."""

import functools
import math
import re
import types
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, Final, NewType, TypeAlias, cast

import attrs

from diplo_events.errors import InvalidRecordError, Problem, shown
from diplo_events.model.frozen_map import MAX_INT, FrozenMap, forbidden
from diplo_events.model.ids import ID, PATTERNS, Pattern, slug

__all__ = ["Check", "check_fields", "check_of", "exact_float", "refuse"]

Check: TypeAlias = Callable[[object, str], Iterator[Problem]]
"""Yields what is wrong with a value that stands at a path."""

CONTROL_HINT: Final = "remove the control characters and lone surrogates; a line ends with a line feed"


def check_fields(record: attrs.AttrsInstance) -> None:
    """Check each field of a record against its type; attrs classes call it after construction.

    Raises:
        InvalidRecordError: some fields hold what they cannot hold; all of them are listed.
    """
    problems: list[Problem] = []
    for name, default, check in checks_of(type(record)):
        value = getattr(record, name)
        if value is not default:
            problems.extend(check(value, name))
    refuse(problems)


def refuse(problems: list[Problem]) -> None:
    """Raise what is wrong with a record, if anything is.

    Raises:
        InvalidRecordError: there are problems.
    """
    if problems:
        raise InvalidRecordError(problems)


def exact_float(value: float) -> float:
    """Take a whole number for a float field where nothing is lost, and the one zero that has no sign.

    >>> exact_float(3), exact_float(-0.0)
    (3.0, 0.0)
    """
    if type(value) is int and abs(value) <= MAX_INT and int(float(value)) == value:
        return float(value)
    return value + 0.0 if type(value) is float else value


@functools.cache
def checks_of(cls: type[attrs.AttrsInstance]) -> tuple[tuple[str, object, Check], ...]:
    """Give name, default and check of each field of a class."""
    hints = typing.get_type_hints(cls)
    return tuple((field.name, field.default, check_of(hints[field.name])) for field in attrs.fields(cls))


@functools.cache
def check_of(annotation: Any) -> Check:  # noqa: ANN401, PLR0911  (any object; one return a kind of type)
    """Give the check of a type, as annotations name it."""
    if isinstance(annotation, NewType):
        pattern = PATTERNS[annotation]
        return functools.partial(check_pattern, pattern, re.compile(pattern.regex))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {types.UnionType, typing.Union}:
        (inner,) = (check_of(argument) for argument in arguments if argument is not types.NoneType)
        return functools.partial(check_optional, inner)
    if origin is tuple:
        return functools.partial(check_tuple, check_of(arguments[0]))
    if origin is frozenset:
        return functools.partial(check_set, check_of(arguments[0]))
    if origin is FrozenMap:
        return functools.partial(check_map, check_text if arguments[0] is str else check_nothing)
    if annotation is str:
        return check_text
    if annotation in {int, float}:
        return check_whole if annotation is int else check_number
    return functools.partial(check_type, annotation)


def check_pattern(pattern: Pattern, regex: re.Pattern[str], value: object, path: str) -> Iterator[Problem]:
    """Check a coded text."""
    if type(value) is not str or not regex.fullmatch(value):
        meant = slug(value) if pattern is ID and type(value) is str else None
        hint = f"did you mean {shown(meant)}?" if meant else pattern.hint
        yield Problem(path=path, expected=pattern.expected, found=shown(value), hint=hint)


def check_text(value: object, path: str) -> Iterator[Problem]:
    """Check a text for people: not blank, nothing invisible that breaks files."""
    if type(value) is not str or not value.strip():
        yield Problem(path=path, expected="text", found=shown(value))
    elif forbidden().search(value):
        yield Problem(path=path, expected="plain text", found=shown(value), hint=CONTROL_HINT)


def check_whole(value: object, path: str) -> Iterator[Problem]:
    """Check a whole number of the size that files hold."""
    if type(value) is not int:
        yield Problem(path=path, expected=named(int), found=shown(value))
    elif not -MAX_INT - 1 <= value <= MAX_INT:
        yield Problem(path=path, expected="a whole number of at most 64 bits", found=shown(value))


def check_number(value: object, path: str) -> Iterator[Problem]:
    """Check a finite number."""
    if type(value) is not float or not math.isfinite(value):
        yield Problem(path=path, expected="a finite number", found=shown(value))


def check_optional(inner: Check, value: object, path: str) -> Iterator[Problem]:
    """Check a value that may be missing."""
    return iter(()) if value is None else inner(value, path)


def check_tuple(inner: Check, value: object, path: str) -> Iterator[Problem]:
    """Check a tuple, item by item; an item may stand in it once."""
    if type(value) is not tuple:
        yield Problem(path=path, expected="a tuple", found=shown(value))
        return
    seen: set[object] = set()
    for index, item in enumerate(cast("tuple[object, ...]", value)):
        problems = list(inner(item, f"{path}[{index}]"))
        yield from problems
        if problems:  # what cannot stand here need not have a hash
            continue
        if item in seen:
            yield Problem(path=f"{path}[{index}]", expected="each item once", found=f"{shown(item)} again")
        seen.add(item)


def check_set(inner: Check, value: object, path: str) -> Iterator[Problem]:
    """Check a frozenset, item by item."""
    if type(value) is not frozenset:
        yield Problem(path=path, expected="a frozenset", found=shown(value))
        return
    for item in cast("frozenset[object]", value):
        yield from inner(item, path)


def check_map(inner: Check, value: object, path: str) -> Iterator[Problem]:
    """Check a mapping, keys and values by one rule; that they are JSON was checked when it was frozen."""
    if not isinstance(value, FrozenMap):
        yield Problem(path=path, expected="a mapping", found=shown(value))
        return
    for key, item in cast("FrozenMap[object]", value).items():
        yield from inner(key, path)
        yield from inner(item, f"{path}.{key}")


def check_nothing(_value: object, _path: str) -> Iterator[Problem]:
    """Check nothing: any JSON will do."""
    return iter(())


def check_type(kind: type, value: object, path: str) -> Iterator[Problem]:
    """Check the type, exactly: a truth value is not a number."""
    if type(value) is not kind:
        yield Problem(path=path, expected=named(kind), found=shown(value))


def named(kind: type) -> str:
    """Name a type for messages.

    >>> named(int), named(bool)
    ('a whole number', 'true or false')
    """
    if issubclass(kind, Enum):
        return f"a member of {kind.__name__}"
    return {int: "a whole number", bool: "true or false"}.get(kind, f"an instance of {kind.__name__}")
