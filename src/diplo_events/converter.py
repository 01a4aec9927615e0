"""`make_converter`: the one strict cattrs configuration, and what its errors mean as problems."""

import functools
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, Final, NewType, cast

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from diplo_events.dates import EventDate
from diplo_events.errors import (
    EventDateError,
    InvalidRecordError,
    Problem,
    ProblemsError,
    shown,
    suggestion,
)
from diplo_events.model import FrozenMap
from diplo_events.model._rules import check_of, exact_float, named
from diplo_events.model.frozen_map import thawed
from diplo_events.schema import Path, path_text

__all__ = ["make_converter", "problems_of"]

LEAVES: Final = (str, int, float, bool)

MOST_SHOWN: Final = 15
"""How many members of a vocabulary a message lists."""


def make_converter(*, explain: bool = True) -> Converter:
    """Make the strict converter between records and plain data.

    It coerces nothing: a number is no text, `"yes"` is no truth value, an unknown field or vocabulary member is
    an error. Plain data leave out what has its default.

    Args:
        explain: Whether structuring collects everything that is wrong, for `problems_of` to list. Without, it
            stops at the first and says little, in half the time.

    Examples:
        >>> from diplo_events.model import Span
        >>> converter = make_converter()
        >>> converter.structure({"start": 3, "end": 9}, Span)
        Span(start=3, end=9, section=Section.BODY)
        >>> converter.unstructure(Span(start=3, end=9))
        {'start': 3, 'end': 9}
    """
    converter = Converter(detailed_validation=explain, forbid_extra_keys=True, omit_if_default=True)
    for leaf in LEAVES:
        converter.register_structure_hook(leaf, leaf_checked if explain else as_it_is)
    converter.register_structure_hook_func(is_new_type, leaf_checked if explain else as_it_is)
    converter.register_structure_hook(EventDate, date_of)
    converter.register_structure_hook_func(is_enum, member_of)
    converter.register_structure_hook_func(is_map, map_of)
    converter.register_structure_hook_factory(is_tuple, functools.partial(tuple_hook, converter))
    converter.register_structure_hook_factory(is_set, functools.partial(set_hook, converter))
    converter.register_structure_hook_factory(attrs.has, functools.partial(class_hook, converter))

    converter.register_unstructure_hook(EventDate, str)
    converter.register_unstructure_hook(FrozenMap, thawed)
    converter.register_unstructure_hook_func(is_map, thawed)
    converter.register_unstructure_hook_func(is_set, lambda items: sorted(item.value for item in items))
    converter.register_unstructure_hook_func(is_tuple, lambda items: [converter.unstructure(i) for i in items])
    return converter


def problems_of(error: BaseException, path: Path = ()) -> Iterator[Problem]:
    """List what an error of structuring means, each problem with its path.

    Args:
        error: What `structure` raised.
        path: Where the data stand.

    Examples:
        >>> from diplo_events.model import Span
        >>> try:
        ...     make_converter().structure({"start": "3", "ende": 9}, Span)
        ... except Exception as error:
        ...     for problem in problems_of(error, ("spans", 0)):
        ...         print(problem)
        spans[0].start: expected a whole number, found '3'
        spans[0].ende: expected a field of Span, found 'ende'; did you mean 'end'?
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        inside = cast("ExceptionGroup[Exception]", error).exceptions
        unknown = [inner for inner in inside if isinstance(inner, ForbiddenExtraKeysError)]
        meant = {hint for inner in unknown for _, hint in misspelt(inner)}
        for inner in inside:
            step = step_to(inner)
            if not (step and isinstance(inner, KeyError) and f"did you mean {step[-1]!r}?" in meant):
                yield from problems_of(inner, (*path, *step))
    elif isinstance(error, ForbiddenExtraKeysError):
        for name, hint in misspelt(error):
            expected = f"a field of {error.cl.__name__}"
            yield Problem(path=path_text((*path, name)), expected=expected, found=shown(name), hint=hint)
    elif isinstance(error, KeyError):
        yield Problem(path=path_text(path), expected="a value for this field", found="none")
    elif isinstance(error, ProblemsError):
        for problem in error.problems:
            below = f".{problem.path}" if problem.path and not problem.path.startswith("[") else problem.path
            yield attrs.evolve(problem, path=(path_text(path) + below).removeprefix("."))
    else:
        raise error


def misspelt(error: ForbiddenExtraKeysError) -> Iterator[tuple[str, str]]:
    """List the fields that a class does not have, each with what to do about it."""
    known = [field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", error.cl))]
    otherwise = "leave it out, or keep your own fields in extra" if "extra" in known else f"one of {', '.join(known)}"
    for name in sorted(error.extra_fields):
        yield name, suggestion(name, known) or otherwise


def step_to(error: BaseException) -> Path:
    """Give the field or the index in which an inner error arose, from the note that cattrs left on it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def is_new_type(annotation: object) -> bool:
    """Tell whether a type is a kind of coded text."""
    return isinstance(annotation, NewType)


def is_enum(annotation: object) -> bool:
    """Tell whether a type is a vocabulary."""
    return isinstance(annotation, type) and issubclass(annotation, Enum)


def is_map(annotation: object) -> bool:
    """Tell whether a type is a frozen mapping."""
    return typing.get_origin(annotation) is FrozenMap


def is_tuple(annotation: object) -> bool:
    """Tell whether a type is a tuple."""
    return typing.get_origin(annotation) is tuple


def is_set(annotation: object) -> bool:
    """Tell whether a type is a set."""
    return typing.get_origin(annotation) is frozenset


def as_it_is(value: object, _annotation: object) -> Any:  # noqa: ANN401  (the record checks it)
    """Take a value as it is: the record that gets it checks it."""
    return value


def leaf_checked(value: object, annotation: Any) -> Any:  # noqa: ANN401  (an annotation is any object)
    """Take a value that obeys the rule of its type."""
    problems = list(check_of(annotation)(exact_float(cast("float", value)) if annotation is float else value, ""))
    if problems:
        raise InvalidRecordError(problems)
    return value


def date_of(value: object, _annotation: object) -> EventDate:
    """Read a date."""
    if type(value) is not str:
        hint = "write it in quotes" if type(value) is int else None
        raise InvalidRecordError([Problem(expected="a date in EDTF", found=shown(value), hint=hint)])
    try:
        return EventDate.parse(value)
    except EventDateError as error:
        hint = str(error).removeprefix(f"{value!r}, ")
        problem = Problem(expected="a date in EDTF", found=shown(value), hint=hint)
        raise InvalidRecordError([problem]) from None


def member_of(value: object, annotation: type[Enum]) -> Enum:
    """Look up a member of a vocabulary."""
    if type(value) is str and (member := members(annotation).get(value)):
        return member
    hint = suggestion(value, members(annotation)) if type(value) is str else None
    if not hint:
        known = list(members(annotation))
        more = f", or {len(known) - MOST_SHOWN} more: see the codebook" if len(known) > MOST_SHOWN else ""
        hint = f"one of {', '.join(known[:MOST_SHOWN])}{more}"
    raise InvalidRecordError([Problem(expected=named(annotation), found=shown(value), hint=hint)])


@functools.cache
def members(vocabulary: type[Enum]) -> Mapping[str, Enum]:
    """Give the members of a vocabulary by value."""
    return types.MappingProxyType({member.value: member for member in vocabulary})


def map_of(value: object, _annotation: object) -> FrozenMap[Any]:
    """Freeze a mapping."""
    if type(value) is not dict:
        raise InvalidRecordError([Problem(expected="a mapping", found=shown(value))])
    return FrozenMap(cast("dict[str, Any]", value))


def tuple_hook(converter: Converter, annotation: Any) -> Callable[[object, Any], tuple[Any, ...]]:  # noqa: ANN401  (an annotation)
    """Give the function that reads a list."""
    item_type = typing.get_args(annotation)[0]
    hook: Callable[[object, Any], Any] = converter.get_structure_hook(item_type)

    def plainly(value: object, _annotation: object) -> tuple[Any, ...]:
        return tuple([hook(item, item_type) for item in items_of(value)])

    def explaining(value: object, _annotation: object) -> tuple[Any, ...]:
        made: list[Any] = []
        errors: list[Exception] = []
        for index, item in enumerate(items_of(value)):
            try:
                made.append(hook(item, item_type))
            except Exception as error:  # noqa: BLE001  (each is listed)
                note = IterableValidationNote(f"item {index}", index, item_type)
                error.__notes__ = [*getattr(error, "__notes__", []), note]
                errors.append(error)
        if errors:
            raise IterableValidationError("list", errors, annotation)  # pyright: ignore[reportCallIssue]  (it sees the base's `__new__`)
        return tuple(made)

    return explaining if converter.detailed_validation else plainly


def set_hook(converter: Converter, annotation: Any) -> Callable[[object, Any], frozenset[Any]]:  # noqa: ANN401  (an annotation)
    """Give the function that reads a list without repeats."""
    read = tuple_hook(converter, annotation)

    def made(value: object, _annotation: object) -> frozenset[Any]:
        items = read(value, annotation)
        if len(set(items)) != len(items):
            raise InvalidRecordError([Problem(expected="each item once", found=shown(value))])
        return frozenset(items)

    return made


def items_of(value: object) -> list[object]:
    """Take a value as a list."""
    if type(value) is not list:
        raise InvalidRecordError([Problem(expected="a list", found=shown(value))])
    return cast("list[object]", value)


def class_hook(converter: Converter, cls: type[attrs.AttrsInstance]) -> Callable[[object, Any], Any]:
    """Give the function that reads a mapping of fields."""
    structure = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=converter.detailed_validation,
    )

    def made(value: object, annotation: object) -> Any:  # noqa: ANN401  (an instance of cls)
        if type(value) is not dict:
            raise InvalidRecordError([Problem(expected=f"the fields of a {cls.__name__}", found=shown(value))])
        return structure(cast("dict[str, Any]", value), annotation)

    return made
