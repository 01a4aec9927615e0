"""The rules of fields, each stated once: what shape a value has, which values are allowed, how fields go together.

`Checked` runs all of them whenever a record is made; a reader that has checked the shapes runs `check_values`.
"""

import functools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, cast

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.errors import InvalidRecordError, Problem, shown
from diplo_events.model.frozen_map import MAX_INT, FrozenMap
from diplo_events.model.node_rules import Test, shape_rule, value_rules
from diplo_events.model.nodes import Field, ManyNode, MapNode, Node, TextNode, fields, openable_names
from diplo_events.model.notebook import Shown
from diplo_events.model.open_field import OPEN

__all__ = [
    "Checked",
    "Test",
    "check_values",
    "exact_float",
    "field_test",
    "item_problems",
    "problems_among",
    "problems_in",
    "shape_test",
    "value_test",
]

OPEN_HINT: Final = "only the fields that a record must have can be open, its id and source apart"
TEXT: Final = TextNode()


class Checked(Shown, ByFields):
    """The base of all records and their parts, which checks the fields whenever one is made.

    A class with rules between its fields lists what breaks them in `_relations`.

    Raises:
        InvalidRecordError: some fields have values that they cannot hold; all problems are listed.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        check(self, field_tests)

    @property
    def open(self) -> tuple[str, ...]:
        """The names of the fields that are `OPEN`, not coded yet, in the order of the fields."""
        return tuple(name for name in openable_names(type(self)) if getattr(self, name) is OPEN)

    def _relations(self) -> Iterator[Problem]:
        """List what is wrong between fields that are right one by one; one that is `OPEN` is as good as any value."""
        return iter(())

    def _fits(self) -> bool:
        """Whether `_relations` has nothing to list. A class of which many are made says it without a list."""
        return next(self._relations(), None) is None


def check_values(record: Checked) -> None:
    """Check a record whose fields have the right shapes: their values, and the rules between them.

    Raises:
        InvalidRecordError: some values are wrong; all problems are listed.

    Examples:
        >>> from diplo_events import Span
        >>> check_values(Span(start=3, end=9))
    """
    check(record, value_tests)


def exact_float(number: float) -> float:
    """Return a whole number as a float if nothing is lost, and zero without a sign; anything else as it is.

    >>> exact_float(3), exact_float(-0.0)
    (3.0, 0.0)
    """
    if type(number) is int and abs(number) <= MAX_INT and int(float(number)) == number:
        return float(number)
    return number + 0.0 if type(number) is float else number


class FieldTest(NamedTuple):
    """The test of one field of a class."""

    untested: object
    """Its default, or `OPEN` where it may be that. A value that is this very object, not only equal, needs no test."""
    test: Test
    """Whether another value is allowed."""


class Tests(NamedTuple):
    """The tests of some fields of a class."""

    values: Callable[[Any], tuple[object, ...]]
    """Returns the values of these fields, in order."""
    tests: tuple[FieldTest, ...]
    """Their tests."""


@functools.cache
def field_tests(cls: type[attrs.AttrsInstance]) -> Tests:
    """Return the tests of shape and value of the fields of a class."""
    return tests_with({field: field_test(field.node) for field in fields(cls)})


@functools.cache
def value_tests(cls: type[attrs.AttrsInstance]) -> Tests:
    """Return the tests of value of the fields of a class, where there are any."""
    tests = {field: value_test(field.node) for field in fields(cls)}
    return tests_with({field: test for field, test in tests.items() if test is not anything})


def tests_with(tests: Mapping[Field, Test]) -> Tests:
    """Return the tests of some fields."""
    names = [field.name for field in tests]
    several = operator.attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, n) for n in names)
    return Tests(several, tuple(FieldTest(untested(field), test) for field, test in tests.items()))


def untested(field: Field) -> object:
    """Return the value of a field that needs no test."""
    return OPEN if field.openable else field.default


def check(record: Checked, tests_of: Callable[[Any], Tests]) -> None:
    """Test the fields of a record, then the rules between them; list the problems only if there are any.

    Raises:
        InvalidRecordError: there are problems.
    """
    values_of, tests = tests_of(type(record))
    for content, (right, test) in zip(values_of(record), tests, strict=True):
        if content is not right and not test(content):
            values = {field.name: getattr(record, field.name) for field in fields(type(record))}
            raise InvalidRecordError(problems_among(type(record), values))
    if not record._fits():  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (declared for this function)
        relations = record._relations()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the same)
        raise InvalidRecordError(relations)


def problems_among(cls: type[Checked], values: Mapping[str, object]) -> Iterator[Problem]:
    """List what is wrong with the values of some fields, and between the right ones until a rule needs another."""
    record = cls.__new__(cls)
    kind: type[attrs.AttrsInstance] = cls
    for field, (right, test) in zip(fields(cls), field_tests(kind).tests, strict=True):
        if field.name in values:
            content = values[field.name]
            if content is right or test(content):  # mostly
                object.__setattr__(record, field.name, content)
            else:
                yield from problems_in(content, field.node, field.name)
    try:
        yield from record._relations()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (declared for this module)
    except AttributeError as error:
        if error.obj is not record or error.name is None or hasattr(record, error.name):
            raise


@functools.cache
def field_test(node: Node) -> Test:
    """Return the test of shape and value.

    >>> field_test(TextNode())(""), field_test(TextNode(optional=True))(None)
    (False, True)
    """
    test = both(shape_test(node.present), value_test(node.present))
    return or_none(test) if node.optional else test


@functools.cache
def shape_test(node: Node) -> Test:
    """Return the test of shape: whether a value and all that it contains are of exactly the right types.

    >>> shape_test(TextNode())(7), shape_test(TextNode())("")
    (False, True)
    """
    test = shape_rule(node).holds
    match node:
        case ManyNode(item=item):
            test = both(test, on_items(shape_test(item)))
        case MapNode(of_text=True):
            test = both(test, on_values(shape_test(TEXT)))
        case _:
            pass
    return or_none(test) if node.optional else test


@functools.cache
def value_test(node: Node) -> Test:
    """Return the test of value: whether a value of the right shape is allowed.

    >>> value_test(TextNode())(""), value_test(TextNode())("a")
    (False, True)
    """
    test: Test = anything
    for rule in value_rules(node):
        test = both(test, rule.holds)
    match node:
        case ManyNode(item=item, container=container):
            distinct = is_distinct if container is tuple else anything
            test = both(test, both(distinct, on_items(value_test(item))))
        case MapNode(of_text=True):
            test = both(on_items(value_test(TEXT)), on_values(value_test(TEXT)))
        case _:
            pass
    return or_none(test) if node.optional else test


def problems_in(content: object, node: Node, path: str = "") -> Iterator[Problem]:
    """List what is wrong with a value, in shape or in value.

    Examples:
        >>> print(*problems_in(("a", ""), ManyNode(item=TextNode(), container=tuple), "authors"))
        authors[1]: expected text, found ''
    """
    if field_test(node)(content):  # mostly, and sooner known than which rule it breaks
        return
    rules = (shape_rule(node), *value_rules(node))
    if broken := next((rule for rule in rules if not rule.holds(content)), None):
        hint = OPEN_HINT if content is OPEN else broken.hint(content)
        yield Problem(path=path, expected=broken.expected, found=shown(content), hint=hint)
        return
    match node:
        case ManyNode(item=item, container=container):
            yield from item_problems(
                enumerate(cast("Iterable[object]", content)), item, path, ordered=container is tuple
            )
        case MapNode(of_text=True):
            for key, text in cast("FrozenMap[object]", content).items():
                yield from problems_in(key, TEXT, path)
                yield from problems_in(text, TEXT, f"{path}.{key}")
        case _:
            pass


def item_problems(items: Iterable[tuple[int, object]], node: Node, path: str, *, ordered: bool) -> Iterator[Problem]:
    """List what is wrong with the items of a tuple or a set, each with its index; a tuple may hold each only once."""
    seen: set[object] = set()
    for index, item in items:
        place = f"{path}[{index}]" if ordered else path
        problems = list(problems_in(item, node, place))
        yield from problems
        if problems:  # such an item may have no hash
            continue
        if item in seen:
            yield Problem(path=place, expected="each item once", found=f"{shown(item)} again")
        seen.add(item)


def is_distinct(items: tuple[object, ...]) -> bool:
    """Whether each item of a tuple is in it once."""
    return not items[1:] or len(set(items)) == len(items)


def anything(_content: object) -> bool:
    """Whether a value is allowed if all values are."""
    return True


def both(first: Test, second: Test) -> Test:
    """Return the test of two rules, the second of which may rely on the first."""
    if anything in {first, second}:
        return first if second is anything else second

    def test(content: object) -> bool:
        return first(content) and second(content)

    return test


def or_none(inner: Test) -> Test:
    """Return the test of a value that may be missing."""
    if inner is anything:
        return anything

    def test(content: object) -> bool:
        return content is None or inner(content)

    return test


def on_items(inner: Test) -> Test:
    """Return the test of everything in a container."""
    return anything if inner is anything else lambda items: all(map(inner, items))


def on_values(inner: Test) -> Test:
    """Return the test of the values of a mapping."""
    return lambda mapping: all(map(inner, mapping.values()))
