"""`make_converter`: the one strict cattrs configuration, and its errors as a list of problems."""

import functools
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from diplo_events._internal.reading.field_examples import date_hint, example_of, list_hint
from diplo_events._internal.reading.open_fields import openable, opened
from diplo_events._internal.reading.partial import Read, step_to, with_relations, with_repeats
from diplo_events._internal.reading.short_keys import key_hint, short_keys
from diplo_events._internal.reading.words_as_dates import with_word_hints
from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.likeness import members_by_likeness
from diplo_events.dates import EventDate
from diplo_events.errors import (
    EventDateError,
    InvalidRecordError,
    Problem,
    ProblemsError,
    shown,
    with_article,
)
from diplo_events.model import FrozenMap
from diplo_events.model.field_rules import exact_float, field_test, problems_in
from diplo_events.model.frozen_map import thawed
from diplo_events.model.open_field import OPEN, OPEN_KEY
from diplo_events.schema import (
    CodeNode,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    Path,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
    node_of,
    path_text,
)

__all__ = ["MOST_UNKNOWN", "make_converter", "problems_of"]

MOST_UNKNOWN: Final = 100
"""How many unknown fields of one record are listed."""

MISSING_HINT: Final = f"write it, or list it under {OPEN_KEY} as long as it is not coded"

Reader: TypeAlias = Callable[[Any, Any], Any]
"""Makes a value of plain data. The second argument, the type, is for cattrs."""

Writer: TypeAlias = Callable[[Any], Any]
"""Makes plain data of a value."""


def make_converter(*, explain: bool = True) -> Converter:
    """Make the strict converter between records and plain data.

    It coerces nothing: a number is not a text, `"yes"` is not a truth value, an unknown field or vocabulary member is
    an error. Plain data leave out fields that have their default.

    Args:
        explain: Whether structuring collects everything that is wrong, for `problems_of` to list. Without, it
            stops at the first problem and says little, in half the time.

    Examples:
        >>> from diplo_events.model import Span
        >>> converter = make_converter()
        >>> converter.structure({"start": 3, "end": 9}, Span)
        Span(start=3, end=9, section=Section.BODY)
        >>> converter.unstructure(Span(start=3, end=9))
        {'start': 3, 'end': 9}
    """
    converter = Converter(detailed_validation=explain, forbid_extra_keys=True, omit_if_default=True)
    reading, writing = functools.partial(reader_of, converter), functools.partial(writer_of, converter)
    converter.register_structure_hook_factory(is_known, reading)
    converter.register_unstructure_hook_factory(is_known, writing)
    for leaf in (str, int, float, bool):  # for these, cattrs has hooks that it would take first
        converter.register_structure_hook(leaf, reading(leaf))
    converter.register_unstructure_hook(FrozenMap, thawed)  # by itself, not as a field
    return converter


def problems_of(error: BaseException, path: Path = ()) -> Iterator[Problem]:
    """List the problems that an error of structuring reports, each with its path; other errors are raised again.

    Args:
        error: The error that `structure` raised.
        path: The place of the data.

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
        meant = {hint for inner in unknown for _, hint in unknown_fields(inner)}
        for inner in inside:
            step = step_to(inner)
            if not (step and isinstance(inner, KeyError) and f"did you mean {quoted(step[-1])}?" in meant):
                problems = problems_of(inner, (*path, *step))
                yield from with_hint(problems, missing_hint(error, inner, step))
    elif isinstance(error, ForbiddenExtraKeysError):
        for name, hint in unknown_fields(error):
            expected = f"a field of {error.cl.__name__}"
            yield Problem(path=path_text((*path, name)), expected=expected, found=shown(name), hint=hint)
        if (more := len(error.extra_fields) - MOST_UNKNOWN) > 0:
            expected, hint = f"the fields of {with_article(error.cl.__name__)}", "only the first of them are listed"
            yield Problem(path=path_text(path), expected=expected, found=f"{more:,} more unknown fields", hint=hint)
    elif isinstance(error, KeyError) and error.args == path[-1:]:  # any other is a mistake in the program
        yield Problem(path=path_text(path), expected="a value for this field", found="none")
    elif isinstance(error, ProblemsError):
        for problem in error.problems:
            dot = "." if path and problem.path and not problem.path.startswith("[") else ""
            yield attrs.evolve(problem, path=f"{path_text(path)}{dot}{problem.path}")
    else:
        raise error


def with_hint(problems: Iterable[Problem], hint: str | None) -> Iterable[Problem]:
    """Return problems with what to do about them, if there is something."""
    return (attrs.evolve(problem, hint=hint) for problem in problems) if hint else problems


def missing_hint(error: ClassValidationError | IterableValidationError, inner: BaseException, step: Path) -> str | None:
    """Return what to do about a field without a value that can be open."""
    if not isinstance(error, ClassValidationError) or not isinstance(inner, KeyError) or inner.args != step:
        return None
    return MISSING_HINT if step[-1] in openable(cast("type[attrs.AttrsInstance]", error.cl)) else None


def unknown_fields(error: ForbiddenExtraKeysError) -> Iterator[tuple[str, str]]:
    """List the first unknown fields that an error names, each with what to do about it."""
    known = keys_of(cast("type[attrs.AttrsInstance]", error.cl))
    otherwise = "leave it out, or keep your own fields in extra" if "extra" in known else f"one of {', '.join(known)}"
    for name in sorted(error.extra_fields)[:MOST_UNKNOWN]:
        yield name, key_hint(name, known, short_keys(error.cl)) or otherwise


@functools.cache
def keys_of(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """List the keys that a class has in files: its fields, and the list of those that are open."""
    return (*(attribute.name for attribute in settable(cls)), *((OPEN_KEY,) if openable(cls) else ()))


def settable(cls: type[attrs.AttrsInstance]) -> "list[attrs.Attribute[Any]]":
    """List the fields with which a class is made, also one of another library."""
    return [attribute for attribute in attrs.fields(cls) if attribute.init]


def is_known(kind: object) -> bool:
    """Whether a type, or a node, is one that fields can have."""
    if isinstance(kind, Node):
        return True
    try:
        node_of(kind)
    except TypeError:
        return False
    return True


def reader_of(converter: Converter, kind: object) -> Reader:
    """Return the function that makes a value of a type, or of a node, of plain data."""
    node = kind if isinstance(kind, Node) else node_of(kind)
    reader: Reader
    match node:
        case TextNode() | IdNode() | CodeNode() | WholeNode() | NumberNode() | FlagNode():
            return leaf_reader(node) if converter.detailed_validation else as_it_is
        case DateNode():
            reader = date_of
        case VocabularyNode(vocabulary=vocabulary):
            reader = functools.partial(member_of, vocabulary, {member.value: member for member in vocabulary})
        case MapNode():
            reader = map_of
        case ManyNode(item=item, container=container):
            items = list_reader(tuple_reader(converter, item), item, reading_again(converter))
            reader = items if container is tuple else set_reader(items)
        case PartNode(cls=cls):
            reader = part_reader(converter, cls)
        case _:
            assert_never(node)
    return or_none_reader(reader) if node.optional else reader


def writer_of(converter: Converter, kind: object) -> Writer:
    """Return the function that makes plain data of a value of a type, or of a node."""
    node = kind if isinstance(kind, Node) else node_of(kind)
    writer: Writer
    match node:
        case TextNode() | IdNode() | CodeNode() | WholeNode() | NumberNode() | FlagNode():
            return identity
        case DateNode():
            writer = str
        case VocabularyNode():
            writer = attrgetter("value")
        case MapNode():
            writer = thawed
        case ManyNode(item=item, container=container):
            writer = list_writer(converter.get_unstructure_hook(item), ordered=container is tuple)
        case PartNode(cls=cls):
            writer = part_writer(converter, cls)
        case _:
            assert_never(node)
    return or_none_writer(writer) if node.optional else writer


def or_none_reader(inner: Reader) -> Reader:
    """Return the function that reads a value that may be missing."""
    return lambda plain, kind: None if plain is None else inner(plain, kind)


def or_none_writer(inner: Writer) -> Writer:
    """Return the function that writes a value that may be missing."""
    return lambda value: None if value is None else inner(value)


def as_it_is(plain: object, _kind: object) -> object:
    """Return a value unchanged: the record that gets it checks it."""
    return plain


def leaf_reader(node: Node) -> Reader:
    """Return the function that returns a value unchanged if it obeys the rules of its node."""
    test, is_number = field_test(node), isinstance(node, NumberNode)

    def reader(plain: object, _kind: object) -> object:
        value = exact_float(cast("float", plain)) if is_number else plain
        if plain is not OPEN and not test(value):
            raise InvalidRecordError(problems_in(value, node))
        return plain

    return reader


def date_of(plain: object, _kind: object) -> EventDate:
    """Read a date."""
    if type(plain) is not str:
        raise InvalidRecordError([Problem(expected="a date in EDTF", found=shown(plain), hint=date_hint(plain))])
    try:
        return EventDate.parse(plain)
    except EventDateError as error:
        hint = str(error).removeprefix(f"{quoted(plain)}, ")
        problem = Problem(expected="a date in EDTF", found=shown(plain), hint=hint)
        raise InvalidRecordError([problem]) from None


def member_of(vocabulary: type[Enum], members: Mapping[str, Enum], plain: object, _kind: object) -> object:
    """Look up a member of a vocabulary."""
    if type(plain) is str and (member := members.get(plain)):
        return member
    if plain is OPEN:  # put there for a field that is open; the record checks whether it may be
        return OPEN
    meant, known = members_by_likeness(plain if type(plain) is str else "", vocabulary)
    hint = f"{f'did you mean {meant!r}? ' if meant else ''}one of {', '.join(known)}"
    expected = f"a member of {vocabulary.__name__}"
    raise InvalidRecordError([Problem(expected=expected, found=shown(plain), hint=hint)])


def map_of(plain: object, _kind: object) -> FrozenMap[Any]:
    """Freeze a mapping."""
    if type(plain) is not dict:
        raise InvalidRecordError([Problem(expected="a mapping", found=shown(plain))])
    return FrozenMap(cast("dict[str, Any]", plain))


def tuple_reader(converter: Converter, item: Node) -> Reader:
    """Return the function that reads the items of a list."""
    if converter.get_structure_hook(item) is as_it_is:
        return lambda plain, _kind: tuple(plain)
    many: Any = types.GenericAlias(tuple, (item, ...))  # all that cattrs looks at is the item
    return homogenous_tuple_structure_factory(many, converter)


def reading_again(converter: Converter) -> Read:
    """Return the function that reads a part of plain data by itself."""
    return lambda node, plain: converter.get_structure_hook(node)(plain, node)


def list_reader(read_items: Reader, item: Node, read: Read) -> Reader:
    """Return the function that reads a list, and nothing else that can be iterated."""

    def reader(plain: object, kind: object) -> tuple[Any, ...]:
        if plain is OPEN:
            return cast("tuple[Any, ...]", OPEN)
        if type(plain) is not list:
            raise InvalidRecordError([Problem(expected="a list", found=shown(plain), hint=list_hint(plain, item))])
        try:
            return cast("tuple[Any, ...]", read_items(plain, kind))
        except IterableValidationError as error:
            raise with_repeats(error, cast("list[object]", plain), item, read) from None

    return reader


def set_reader(read_items: Reader) -> Reader:
    """Return the function that reads a list without repeats as a set."""

    def reader(plain: object, kind: object) -> frozenset[Any]:
        items = cast("tuple[Any, ...]", read_items(plain, kind))
        if len(set(items)) != len(items):
            raise InvalidRecordError([Problem(expected="each item once", found=shown(plain))])
        return frozenset(items)

    return reader


def list_writer(write_item: Writer, *, ordered: bool) -> Writer:
    """Return the function that writes a tuple or a set as a list; a set in the order of what is written."""
    if not ordered:
        return lambda items: sorted(map(write_item, items))
    return list if write_item is identity else lambda items: list(map(write_item, items))


def part_writer(converter: Converter, cls: type[attrs.AttrsInstance]) -> Writer:
    """Return the function that writes a value with fields of its own as a mapping."""
    write_fields = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
    names = openable(cls)
    if not names:
        return write_fields
    values_of = attrgetter("id", *names)  # always several, and so a tuple

    def writer(record: Any) -> dict[str, Any]:  # noqa: ANN401  (an instance of the class)
        if OPEN not in values_of(record):
            return write_fields(record)
        plain: dict[str, Any] = {}
        for field in fields(cls):
            value = getattr(record, field.name)
            if value is not OPEN and value != field.default:
                plain[field.name] = writer_of(converter, field.node)(value)
            if field.name == "id":
                plain[OPEN_KEY] = list(record.open)
        return plain

    return writer


def part_reader(converter: Converter, cls: type[attrs.AttrsInstance]) -> Reader:
    """Return the function that reads a mapping of fields."""
    explain = converter.detailed_validation
    read_fields = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=explain, _cattrs_detailed_validation=explain
    )
    attributes = settable(cls)
    known = frozenset(attribute.name for attribute in attributes)
    required = frozenset(attribute.name for attribute in attributes if attribute.default is attrs.NOTHING)
    expected = f"the fields of {with_article(cls.__name__)}"

    def reader(plain: object, kind: object) -> object:
        if type(plain) is not dict:
            hint = f"such as {example_of(PartNode(cls=cls))}" if explain else None
            raise InvalidRecordError([Problem(expected=expected, found=shown(plain), hint=hint)])
        content: dict[str, Any] = plain
        problems: list[Problem] = []
        if OPEN_KEY in content and openable(cls):
            content, problems = opened(cls, content)
        if not explain:  # else cattrs compares the names, and lists them
            if problems or not required <= content.keys() <= known:
                raise InvalidRecordError([Problem(expected=expected, found="others")])
            return read_fields(content, kind)
        try:
            record = read_fields(content, kind)
        except ClassValidationError as error:
            hinted = with_word_hints(error, cls, content)
            raise with_relations(hinted, cls, content, reading_again(converter), problems) from None
        if problems:
            raise InvalidRecordError(problems)
        return record

    return reader
