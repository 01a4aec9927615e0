"""The rules of the values of each kind of node, each stated once, with the words for what breaks it."""

import functools
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeAlias, assert_never, cast

from diplo_events.dates import EventDate, date_hint
from diplo_events.errors import as_member, shown
from diplo_events.model.frozen_map import MAX_INT, FrozenMap, forbidden
from diplo_events.model.ids import ID, Pattern, slug
from diplo_events.model.nodes import (
    CodeNode,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
)

__all__ = ["CONTROL_HINT", "Rule", "Test", "is_plain", "is_visible", "shape_rule", "value_rules"]

Test: TypeAlias = Callable[[Any], bool]
"""Whether a value obeys a rule: what is returned counts as true or false."""

CONTROL_HINT: Final = "remove the control characters and lone surrogates; a line ends with a line feed"


class Rule(NamedTuple):
    """One rule of a value, with the words for what breaks it."""

    holds: Test
    """Whether a value obeys it."""
    expected: str
    """What would be right."""
    hint: Callable[[object], str | None] = lambda _content: None
    """What to do about a value that breaks it."""
    inline: str | None = None
    """The same test of a value `v` as Python text, where a call would take longer than the test."""


@functools.cache
def shape_rule(node: Node) -> Rule:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return the rule of the type of a value."""
    match node:
        case TextNode():
            return Rule(exactly(str), "text")
        case IdNode(pattern=pattern) | CodeNode(pattern=pattern):
            return Rule(exactly(str), pattern.expected, lambda _content: pattern.hint)
        case WholeNode():
            return Rule(exactly(int), "a whole number")
        case NumberNode():
            return Rule(exactly(float), "a finite number")
        case FlagNode():
            return Rule(exactly(bool), "true or false")
        case DateNode():
            return Rule(exactly(EventDate), "an instance of EventDate", date_hint)
        case VocabularyNode(vocabulary=vocabulary):
            hint = functools.partial(as_member, type_=vocabulary)
            return Rule(exactly(vocabulary), f"a member of {vocabulary.__name__}", hint)
        case MapNode():
            return Rule(exactly(FrozenMap), "a mapping")
        case PartNode(cls=cls):
            return Rule(exactly(cls), f"an instance of {cls.__name__}", lambda _content: f"write {cls.__name__}(...)")
        case ManyNode(container=container):
            hint = functools.partial(container_hint, container)
            return Rule(exactly(container), f"a {container.__name__}", hint)
    assert_never(node)


def container_hint(container: type, content: object) -> str | None:
    """Return what to write instead of a value where a tuple or a set is wanted.

    >>> container_hint(tuple, "a"), container_hint(tuple, ["a"]), container_hint(frozenset, "a")
    ("write ('a',)", 'write tuple(...)', "write frozenset({'a'})")
    """
    if content is None:
        return f"write {container()!r} for none"
    if isinstance(content, Iterable) and not isinstance(content, str | type):
        return f"write {container.__name__}(...)"
    item = shown(content)
    return f"write ({item},)" if container is tuple else f"write {container.__name__}({{{item}}})"


@functools.cache
def value_rules(node: Node) -> tuple[Rule, ...]:
    """Return the rules of a value of the right type; what it contains has rules of its own."""
    match node:
        case TextNode():
            return (
                Rule(is_visible, "text", inline="v and not v.isspace()"),
                Rule(is_plain, "plain text", lambda _content: CONTROL_HINT),
            )
        case IdNode(pattern=pattern) | CodeNode(pattern=pattern):
            matches = cast("Test", re.compile(pattern.regex).fullmatch)
            return (Rule(matches, pattern.expected, hint_of(pattern)),)
        case WholeNode():
            return (Rule(lambda content: -MAX_INT - 1 <= content <= MAX_INT, "a whole number of at most 64 bits"),)
        case NumberNode():
            return (Rule(math.isfinite, "a finite number"),)
        case ManyNode(least=least) if least:
            expected, inline = f"at least {'one' if least == 1 else least}", "v" if least == 1 else f"len(v) >= {least}"
            return (Rule(lambda items: len(items) >= least, expected, inline=inline),)
        case FlagNode() | DateNode() | VocabularyNode() | MapNode() | PartNode() | ManyNode():
            return ()
    assert_never(node)


def hint_of(pattern: Pattern) -> Callable[[object], str | None]:
    """Return what to do about a coded text that does not match its pattern."""

    def hint(content: object) -> str | None:
        meant = slug(content) if pattern is ID and isinstance(content, str) else None
        return f"did you mean {shown(meant)}?" if meant else pattern.hint

    return hint


def is_visible(text: str) -> bool:
    """Whether a text has a character that is not white space."""
    return bool(text) and not text.isspace()


def is_plain(text: str) -> bool:
    """Whether a text is free of control characters and lone surrogates."""
    return text.isprintable() or not forbidden().search(text)


def exactly(kind: type) -> Test:
    """Return the test of a type; a subclass is another type: a truth value is not a number."""

    def test(content: object) -> bool:
        return type(content) is kind

    return test
