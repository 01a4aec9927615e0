"""`FrozenMap`: an immutable, hashable mapping of JSON values, for fields that users fill as they like."""

import functools
import math
import re
from collections.abc import Callable, ItemsView, Iterator, Mapping
from typing import Any, Final, Self, TypeAlias, TypeVar, cast

from diplo_events.errors import InvalidRecordError, Problem, shown

__all__ = ["JSON", "MAX_DEPTH", "MAX_INT", "FrozenMap", "Plain", "forbidden", "freeze_map", "nested"]

JSON: TypeAlias = "bool | int | float | str | tuple[JSON, ...] | FrozenMap[JSON] | None"
"""A JSON value, frozen: arrays are tuples, objects are `FrozenMap`s."""

Plain: TypeAlias = Any
"""Plain data as a JSON file holds them: dicts, lists, texts, numbers, truth values and `None`, at any depth.

What stands at a place follows from the schema and is checked there, which no type of them could say.
"""

V_co = TypeVar("V_co", covariant=True)

MAX_DEPTH: Final = 48
"""How deep values may be nested, so that a file with them stays within its own limit of 64 levels."""

MAX_INT: Final = 2**63 - 1
"""The largest whole number: 64 bits with a sign."""


@functools.cache
def forbidden() -> re.Pattern[str]:
    """Return the pattern of what no text may contain: control characters except tab and line feed, lone surrogates.

    It is compiled at its first use, because it would slow down every import of the package.
    """
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class FrozenMap(Mapping[str, V_co]):
    """An immutable mapping from text to JSON values.

    Two maps are equal if they are the same JSON. The number `1`, the number `1.0` and `true` are three different
    values, as they are in a file. The order of the keys does not matter.

    Examples:
        >>> notes = FrozenMap({"coder": "B", "seen": [1, 2]})
        >>> notes["seen"]
        (1, 2)
        >>> notes == FrozenMap({"seen": [1, 2], "coder": "B"}), FrozenMap({"a": 1}) == FrozenMap({"a": True})
        (True, False)
    """

    __slots__ = ("_items",)
    _items: dict[str, V_co]

    def __init__(self, items: Mapping[str, Any] = {}, /) -> None:
        problems: list[Problem] = []
        frozen = frozen_items(items, "", 1, problems)
        if problems:
            raise InvalidRecordError(problems)
        object.__setattr__(self, "_items", frozen)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenMap cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a FrozenMap cannot be changed: {name}")

    def __getitem__(self, key: str, /) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> ItemsView[str, V_co]:
        """Return the keys with their values, as quickly as a dict does."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenMap):
            return NotImplemented
        others = cast("FrozenMap[object]", other)
        return is_same(self, others)

    def __hash__(self) -> int:
        return hash(canonical(self))

    def __repr__(self) -> str:
        return f"FrozenMap({thawed(self._items)!r})" if self._items else "FrozenMap()"

    def __reduce__(self) -> tuple[type[Self], tuple[object]]:
        return type(self), (thawed(self._items),)


def freeze_map(value: Mapping[str, Any]) -> FrozenMap[Any]:
    """Freeze a mapping, for attrs fields; a `FrozenMap` itself, and not a subclass, comes back as it is.

    Raises:
        InvalidRecordError: it is not a mapping, or has values that JSON cannot hold.
    """
    mapping: object = value
    if type(mapping) is FrozenMap:
        return mapping
    if not isinstance(mapping, Mapping):
        raise InvalidRecordError([Problem(expected="a mapping", found=shown(mapping))])
    return FrozenMap(value)


def frozen_items(items: Mapping[Any, Any], path: str, depth: int, problems: list[Problem]) -> dict[str, Any]:
    """Freeze the items of a mapping in the order of their keys."""
    odd = [key for key in items if type(key) is not str or forbidden().search(key)]
    problems.extend(Problem(path=path, expected="a key of plain text", found=shown(key)) for key in odd)
    keys = sorted(key for key in items if type(key) is str)
    return {key: frozen_value(items[key], f"{path}.{key}" if path else key, depth, problems) for key in keys}


def frozen_value(value: object, path: str, depth: int, problems: list[Problem]) -> object:
    """Freeze one value, or add what is wrong with it to the problems."""
    if depth > MAX_DEPTH:
        problems.append(Problem(path=path[:80], expected=f"at most {MAX_DEPTH} levels", found="deeper nesting"))
    elif isinstance(value, Mapping):
        return nested(frozen_items(value, path, depth + 1, problems))
    elif isinstance(value, list | tuple):
        array = cast("list[object]", value)
        return tuple(frozen_value(v, f"{path}[{i}]", depth + 1, problems) for i, v in enumerate(array))
    elif not is_scalar(value):
        problems.append(Problem(path=path, expected="a JSON value", found=shown(value), hint=scalar_hint(value)))
    return value


def nested(items: dict[str, Any]) -> FrozenMap[Any]:
    """Make a map from items that are already frozen."""
    frozen: FrozenMap[Any] = NEW(FrozenMap)
    SET_ITEMS(frozen, items)
    return frozen


NEW: Final = object.__new__
SET_ITEMS: Final[Callable[[FrozenMap[Any], dict[str, Any]], None]] = vars(FrozenMap)["_items"].__set__
"""Sets the slot of a new map, as setting an attribute would take several calls."""


def is_scalar(value: object) -> bool:
    """Whether a value is a null, truth value, 64-bit whole number, finite number or plain text of JSON."""
    kind = type(value)
    if kind is str:
        return not forbidden().search(cast("str", value))
    if kind is int:
        return -MAX_INT - 1 <= cast("int", value) <= MAX_INT
    if kind is float:
        return math.isfinite(cast("float", value))
    return value is None or kind is bool


def scalar_hint(value: object) -> str | None:
    """Return what to do about a value that JSON cannot hold, if there is advice."""
    if type(value) is str:
        return "remove the control characters and lone surrogates"
    if type(value) is int:
        return "whole numbers have 64 bits; write a larger one as text"
    if type(value) is float:
        return "JSON has no NaN and no infinity"
    return None


def thawed(value: object) -> Plain:
    """Return a frozen value as plain JSON: dicts and lists."""
    kind = type(value)
    if kind is str:  # mostly
        return value
    if kind is FrozenMap:
        return {key: thawed(item) for key, item in cast("FrozenMap[object]", value).items()}
    if isinstance(value, Mapping):
        return {key: thawed(item) for key, item in cast("Mapping[str, object]", value).items()}
    if isinstance(value, tuple):
        return [thawed(item) for item in cast("tuple[object, ...]", value)]
    return value


def is_same(one: object, other: object) -> bool:
    """Whether two frozen values are the same JSON, in which `1`, `1.0` and `true` differ, and `0.0` and `-0.0` too."""
    if one is other:
        return True
    if isinstance(one, FrozenMap) and isinstance(other, FrozenMap):
        items, others = cast("FrozenMap[object]", one), cast("FrozenMap[object]", other)
        return items.keys() == others.keys() and all(is_same(items[key], others[key]) for key in items)
    if type(one) is not type(other):
        return False
    match one, other:
        case tuple(), tuple():
            return len(one) == len(other) and all(map(is_same, one, other))
        case float(), float():
            return one == other and (one != 0.0 or repr(one) == repr(other))
        case _:
            return one == other


def canonical(value: object) -> str:
    """Return the canonical JSON text of a frozen value, in which `1`, `1.0` and `true` differ."""
    import json  # noqa: PLC0415  (only such maps need it, and every import of the package would pay)

    return json.dumps(thawed(value), ensure_ascii=False, sort_keys=True)
