"""The events of a YAML text in pieces: libyaml reads all but the pieces that it might read differently or refuses.

A file of records is a mapping of lists. Where one of its keys or items begins, the state of a parser does not depend on
what came before, if that could be read up to there: so each piece between two such places can be read by itself. The
parser in Python takes twenty times as long; it reads the pieces that are left to it, and from a mistake on.
"""

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

import attrs
import yaml

from diplo_events.formats._positions import MAX_NESTING

__all__ = ["BEGIN", "TWO_READINGS", "Event", "Splicing", "Start", "events_of"]

TWO_READINGS: Final = re.compile(r"[\t\ufeff|>](?:(?<=[\t\ufeff])|[-+0-9]*#)")
"""Where libyaml may see something else than the parser in Python: tabs, byte order marks, `|#`. Also a tag, and a
question mark in a plain scalar between brackets, which only the events show. Found by comparing the two on millions of
texts."""

SIGN: Final = re.compile(r"^(?:---|\.\.\.(?!\s*\Z)|%)", re.MULTILINE)
"""What begins or ends a document before the end of the text."""

KEY: Final = re.compile(r"^[A-Za-z_][A-Za-z0-9_]*:(?=[ \t\r\n]|\Z)[^\n]*\n?", re.MULTILINE)
"""A line with a key of the outermost mapping."""

FIRST_ITEM: Final = re.compile(r"[^\n:]*:[ ]*(?:#[^\n]*)?\r?\n(?:[ ]*(?:#[^\n]*)?\r?\n)*(?P<indent> *)- ")
"""A line with a key of a list, up to the first item of the list."""

LONGEST: Final = 50_000
"""About how long a piece is: its events are kept until all of it is read."""

MOST_PARTED: Final = 8
"""How often a piece with a mistake is parted, to find where it begins."""

Event: TypeAlias = Any
"""An event of PyYAML: which fields it has depends on its class, and the parsers return it without a type."""

OPENING: Final = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.MappingStartEvent)
LIST_OPENING: Final = (*OPENING, yaml.ScalarEvent, yaml.SequenceStartEvent)
CLOSING: Final = (yaml.MappingEndEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
LIST_CLOSING: Final = (yaml.SequenceEndEvent, *CLOSING)


@attrs.frozen
class Start:
    """Where a parser starts to read a text: at an item of a list, or at a key."""

    index: int = 0
    """Where the piece begins."""
    key: str = ""
    """The line with the key of the list; empty if the piece begins with a key itself."""

    def parser(self, text: str) -> yaml.SafeLoader:
        """Return a parser in Python of the rest of a text, whose marks count from the begin of the text."""
        parser: Any = yaml.SafeLoader(self.key + text[self.index :] if self.index else text)
        if self.index:
            parser.index = self.index - len(self.key)
            parser.line = text.count("\n", 0, self.index) - bool(self.key)
        loader: yaml.SafeLoader = parser
        return loader


BEGIN: Final = Start()
"""The begin of a text."""


class Piece(NamedTuple):
    """A run of keys and items that one parser reads."""

    starts: tuple[Start, ...]
    """Where its keys and items begin."""
    end: int
    """Where the next piece begins."""
    in_python: bool
    """Whether it is left to the parser in Python."""


class DifferentlyReadError(Exception):
    """The parser in Python reads some items of a piece differently, or as something else than keys and items."""

    def __init__(self, indexes: Iterable[int] = ()) -> None:
        self.indexes = tuple(indexes)
        """Where these items have what is read differently."""


class Splicing:
    """Reads the events of a text piece by piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = BEGIN
        """Where the parser in Python started that found a mistake."""

    def events(self) -> Iterator[Event]:
        """Return the events of the text one by one, as the parser in Python does.

        Raises:
            yaml.MarkedYAMLError: the text is not well-formed from some position on.
        """
        if not yaml.__with_libyaml__:
            yield from events_of(BEGIN.parser(self.text))
            return
        pieces = [*pieces_of(self.text, starts_in(self.text))][::-1]
        parted = 0
        while pieces:
            piece = pieces.pop()
            following = pieces[-1].starts[0] if pieces else None
            try:
                yield from self.read(piece, following)
            except (yaml.MarkedYAMLError, DifferentlyReadError) as error:
                parts = self.parted(piece, error) if parted < MOST_PARTED else ()
                parted += isinstance(error, yaml.MarkedYAMLError)
                if not parts:
                    break  # whatever follows decides what is wrong
                pieces.extend(reversed(parts))
        else:
            return
        self.start = piece.starts[0]
        rest = events_of(self.start.parser(self.text))
        yield from itertools.islice(rest, len(opening(self.start)), None)

    def read(self, piece: Piece, following: Start | None) -> list[Event]:
        """Return the events of a piece without those that open it and, if another follows, close it.

        Raises:
            yaml.MarkedYAMLError: the piece is not well-formed by itself.
            DifferentlyReadError: the parser in Python reads some of it differently, or it is nested deeper than a file
                may be.
        """
        start, end = piece.starts[0], piece.end
        if piece.in_python:
            events = list(not_too_deep(events_of(Start(start.index, start.key).parser(self.text[:end]))))
        else:
            events = list(not_too_deep(events_of(yaml.CSafeLoader(start.key + self.text[start.index : end]))))
            if start.index:
                shift(events, start.index - len(start.key))
            if differing := [event.start_mark.index for event in read_differently(events)]:
                raise DifferentlyReadError(differing)
        opened, closed = opening(start), closing(following)
        if following and not start.index and not (fits(events[:3], OPENING) and events[2].start_mark.column == 0):
            raise DifferentlyReadError
        if not fits(events[: len(opened)], opened) or not fits(events[len(events) - len(closed) :], closed):
            raise DifferentlyReadError
        return events[len(opened) : len(events) - len(closed)]

    def parted(self, piece: Piece, error: Exception) -> tuple[Piece, ...]:
        """Part a piece before the item in which an error arises, or around the items that are read differently."""
        if piece.in_python:
            return ()
        start = piece.starts[0]
        if isinstance(error, yaml.MarkedYAMLError):
            inside = re.search("scalar|flow", str(error.context or ""))
            mark = error.context_mark if inside and error.context_mark else error.problem_mark
            index = (mark.index if mark else 0) + (start.index - len(start.key) if start.index else 0)
            number = bisect.bisect(piece.starts, index, key=lambda place: place.index) - 1
            if number <= 0:
                return ()
            before, after = piece.starts[:number], piece.starts[number:]
            return Piece(before, after[0].index, in_python=False), Piece(after, piece.end, in_python=False)
        ends = [*(place.index for place in piece.starts[1:]), piece.end]
        indexes = error.indexes if isinstance(error, DifferentlyReadError) else ()
        numbers = {bisect.bisect(piece.starts, index, key=lambda place: place.index) - 1 for index in indexes}
        return tuple(runs(piece.starts, ends, [n in numbers for n in range(len(ends))])) if numbers else ()


def events_of(parser: Any) -> Iterator[Event]:  # noqa: ANN401  (the two parsers share no type in the stubs)
    """Return the events of a text one by one.

    Raises:
        yaml.MarkedYAMLError: the text is not well-formed from some position on.
    """
    try:
        yield from iter(parser.get_event, None)
    except (ValueError, OverflowError):  # from calls of the parser in Python, of `chr` for one
        what = "an escape or a version with too large a number"
        raise yaml.MarkedYAMLError(problem=what, problem_mark=parser.get_mark()) from None


def not_too_deep(events: Iterable[Event]) -> Iterator[Event]:
    """Return the events of a piece one by one, as long as they are not nested deeper than those of a file may be.

    Raises:
        DifferentlyReadError: they are; the rest, which may be huge, is not read.
    """
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING + 1:
            raise DifferentlyReadError
        yield event


def starts_in(text: str) -> Iterator[Start]:
    r"""List where the keys of a text and the items of their lists begin, and its own begin.

    >>> [start.index for start in starts_in("title: T\nplaces:\n- id: a\n- id: b\nissues: []\n")]
    [0, 9, 25, 33]
    """
    yield BEGIN
    if SIGN.search(text, 1):
        return
    keys = list(KEY.finditer(text))
    ends = [*(key.start() for key in keys[1:]), len(text)]
    for key, end in zip(keys, ends, strict=False):
        if key.start():
            yield Start(key.start())
        if first := FIRST_ITEM.match(text, key.start(), end):
            items = re.compile(f"^{first['indent']}- ", re.MULTILINE)
            yield from (Start(item.start(), key[0]) for item in items.finditer(text, first.end(), end))


def pieces_of(text: str, starts: Iterable[Start]) -> Iterator[Piece]:
    """Part a text into pieces that one parser reads."""
    places = tuple(starts)
    ends = [*(start.index for start in places[1:]), len(text)]
    doubtful = [
        TWO_READINGS.search(text, start.index, end) is not None for start, end in zip(places, ends, strict=True)
    ]
    return runs(places, ends, doubtful)


def runs(starts: tuple[Start, ...], ends: list[int], doubtful: list[bool]) -> Iterator[Piece]:
    """Return the pieces of neighbours that are all doubtful or all not, each not much longer than `LONGEST`."""
    first = 0
    for number in range(1, len(starts) + 1):
        last = number == len(starts)
        if last or doubtful[number] is not doubtful[first] or ends[number - 1] - starts[first].index > LONGEST:
            yield Piece(starts[first:number], ends[number - 1], in_python=doubtful[first])
            first = number


def opening(start: Start) -> tuple[type, ...]:
    """Return the kinds of events that come before those of a piece, because it is read by itself."""
    return LIST_OPENING if start.key else OPENING if start.index else ()


def closing(following: Start | None) -> tuple[type, ...]:
    """Return the kinds of events that come after those of a piece, because the following one is not read with it."""
    return () if following is None else LIST_CLOSING if following.key else CLOSING


def fits(events: list[Event], kinds: tuple[type, ...]) -> bool:
    """Whether events are of some kinds, without brackets, anchors and tags."""
    marks = ("flow_style", "anchor", "tag")
    return len(events) == len(kinds) and all(
        type(event) is kind and not any(getattr(event, mark, None) for mark in marks)
        for event, kind in zip(events, kinds, strict=True)
    )


def read_differently(events: list[Event]) -> Iterator[Event]:
    """List the values with a tag, and those without quotes between brackets that have a question mark."""
    depth = 0
    for event in events:
        if getattr(event, "tag", None) is not None:
            yield event
        if isinstance(event, yaml.CollectionStartEvent):
            depth += bool(depth or event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= bool(depth)
        elif depth and type(event) is yaml.ScalarEvent and event.implicit[0] and "?" in event.value:
            yield event


@attrs.define
class Mark:
    """What is needed of the mark of an event."""

    index: int


def shift(events: list[Event], by: int) -> None:
    """Count the marks of events from the begin of the text to which they belong."""
    for event in events:
        event.start_mark = Mark(event.start_mark.index + by)
        event.end_mark = Mark(event.end_mark.index + by)
