"""YAML text without its traps: to plain data, fast, or with the position of every value, for messages.

Both read the events of PyYAML: of libyaml where PyYAML was built with it, which is twenty times faster, and else of the
parser in Python. Texts that the two read differently, and all messages, are for the one in Python, so that the same
text is the same data everywhere. The events are read one by one, with a limit of depth: the loaders of libyaml build
nested values on the C stack and crash when that is full.
"""

import contextlib
import functools
import itertools
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from diplo_events.errors import NotReadableError, printable, shown
from diplo_events.formats._places import At, Branch
from diplo_events.formats._positions import MAX_NESTING, NUMBER, Located, Positions, outermost
from diplo_events.formats._unfit import Unfit
from diplo_events.formats._yaml_doubts import (
    MAY_BE_DOUBTFUL,
    block_doubts,
    comment_doubts,
    cut_off,
    gap_doubts,
    quoted_doubts,
)
from diplo_events.formats._yaml_errors import explanation
from diplo_events.formats._yaml_splicing import TWO_READINGS, Event, Splicing, events_of

__all__ = ["LINE_ENDS", "MOST_UNREADABLE", "parse", "parse_located"]

WORDS: Final = {"null": None, "": None, "true": True, "false": False}

LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML 1.1 and not for YAML 1.2."""

UNREADABLE: Final = re.compile("\r(?!\n)|[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML cannot hold as it is, or what versions of it read differently."""

INSTEAD: Final = {
    "\r": "end lines with a line feed",
    "\x85": "end lines with a line feed",
    "\u2028": 'write "\\L" in double quotes, or a space',
    "\u2029": 'write "\\P" in double quotes, or a space',
}
"""What to write instead of some of these characters."""

MOST_UNREADABLE: Final = 20
"""How many such characters are listed."""

KEY_HINTS: Final = {"<<": "write the fields out, or the key in quotes", "-": "write it in quotes"}
"""What to write instead of some keys: `<<` merges mappings for YAML 1.1, and a dash begins an item."""


def parse(text: str) -> object:
    """Read YAML text fast. `parse_located` explains what is wrong with a text that is refused.

    Raises:
        Unfit: something is wrong with it.
    """
    if UNREADABLE.search(text):
        raise Unfit
    try:
        if yaml.__with_libyaml__ and not TWO_READINGS.search(text):
            return FastReader(text, None).document(events_of(yaml.CSafeLoader(text)), is_libyaml=True)
        return FastReader(text, None).document(Splicing(text).events())
    except yaml.YAMLError:
        raise Unfit from None


def parse_located(text: str, *, file: str | None = None) -> Located:
    """Read YAML text with the position of everything.

    Raises:
        NotReadableError: the text cannot be read beyond some position.
    """
    check_characters(text, file)
    if yaml.__with_libyaml__ and not TWO_READINGS.search(text):
        reader = Reader(text, file)
        with contextlib.suppress(Unfit, NotReadableError, yaml.YAMLError):
            return reader.located(reader.document(events_of(yaml.CSafeLoader(text)), is_libyaml=True))
    reader = Reader(text, file)
    splicing = Splicing(text)
    try:
        return reader.located(reader.document(splicing.events()))
    except yaml.MarkedYAMLError as error:
        raise reader.failure(*explanation(text, error, splicing.start)) from None


def check_characters(text: str, file: str | None) -> None:
    """Refuse characters that cannot stand in a text as they are.

    Raises:
        NotReadableError: there are some; the first of them are listed.
    """
    positions = Positions(text, file)
    for match in itertools.islice(UNREADABLE.finditer(text), MOST_UNREADABLE):
        hint = INSTEAD.get(match[0], "remove it")
        positions.note(match.start(), "text that YAML can hold", f"the character U+{ord(match[0]):04X}", hint)
    if positions.problems:
        raise NotReadableError(positions.problems)


class Reader(Positions):
    """Turns the events of a YAML text into plain data."""

    events: Iterator[Event]
    is_libyaml: bool

    @functools.cached_property
    def has_comments(self) -> bool:
        """Whether the text has what may be a comment after a value."""
        return " #" in self.text or "\t#" in self.text

    def document(self, events: Iterator[Event], *, is_libyaml: bool = False) -> object:
        """Read the one document of a text from its events.

        Raises:
            NotReadableError: there is none, or reading stops at a mistake.
            yaml.MarkedYAMLError: the text is not well-formed.
            Unfit: libyaml reads something differently.
        """
        self.events = events
        if MAY_BE_DOUBTFUL.search(self.text):
            self.events = self.without_doubts(self.events)
        self.is_libyaml = is_libyaml
        data: Any = None
        begun = False
        for event in self.events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent and begun:
                hint = "remove what follows the line ---"
                raise self.failure(event.start_mark.index, "one document", "a second one", hint)
            if kind is yaml.DocumentStartEvent:
                begun = True
                self.check_directives(event)
                data = self.value(next(self.events), (self.places.top, ""), 0, in_flow=False)
        if not begun:
            raise self.failure(0, "a dataset", "an empty text")
        return data

    def check_directives(self, event: Event) -> None:
        """Refuse directives: all texts are read as YAML 1.2, without tags."""
        if event.tags or event.version not in {None, (1, 2)}:
            found = "a %TAG" if event.tags else f"%YAML {'.'.join(map(str, event.version))}"
            self.note(event.start_mark.index, "YAML 1.2 without tags", found, "remove the lines that begin with %")

    def without_doubts(self, events: Iterator[Event]) -> Iterator[Event]:
        """Return the same events; refuse what stands between them and is read differently by others."""
        end, flow_depth, after_plain = 0, 0, False
        for event in events:
            start, kind = event.start_mark.index, type(event)
            if kind is yaml.MappingStartEvent and self.text[start : start + 1] == "?":
                start += 1  # a pair in a list, which begins with this mark
            for doubt in gap_doubts(self.text, end, start, in_flow=flow_depth > 0, after_plain=after_plain):
                self.note(*doubt)
            if kind in {yaml.SequenceStartEvent, yaml.MappingStartEvent}:
                flow_depth += bool(flow_depth or event.flow_style)
            elif kind in {yaml.SequenceEndEvent, yaml.MappingEndEvent}:
                flow_depth -= bool(flow_depth)
            after_plain = kind is yaml.ScalarEvent and event.style is None
            end = max(end, event.end_mark.index)
            yield event

    def value(self, event: Event, at: At, depth: int, *, in_flow: bool) -> object:
        """Read the value that begins with an event."""
        index = event.start_mark.index
        place = at[0]
        if isinstance(event, yaml.CollectionStartEvent):
            place = self.open(at, index)
        else:
            self.keep(at, index)
        if isinstance(event, yaml.AliasEvent):
            self.note(index, "the value itself", f"the alias *{event.anchor}", "write the value out", at)
            return None
        self.check_marks(event, at)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at, in_flow=in_flow)
        if depth == MAX_NESTING:
            raise self.failure(index, f"at most {MAX_NESTING} levels of nesting", "one more", None, outermost(at))
        read = self.items if isinstance(event, yaml.SequenceStartEvent) else self.members
        return read(place, depth + 1, at, in_flow=bool(event.flow_style))

    def check_marks(self, event: Event, at: At) -> None:
        """Refuse an anchor and a tag."""
        if event.anchor is not None:
            found = f"the anchor &{event.anchor}"
            self.note(event.start_mark.index, "a plain value", found, "remove the anchor", at)
        if event.tag is not None and self.is_libyaml:
            raise Unfit  # without quotes, the parser in Python reads no value as nothing
        if event.tag is not None:
            found = f"the tag {printable(event.tag)}"
            self.note(event.start_mark.index, "a value without a tag", found, "remove the tag", at)

    def items(self, place: Branch, depth: int, _at: At, *, in_flow: bool) -> list[Any]:
        """Read a sequence."""
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (place, len(items)), depth, in_flow=in_flow))
        return items

    def members(self, place: Branch, depth: int, at: At, *, in_flow: bool) -> dict[str, Any]:
        """Read a mapping."""
        members: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            index = event.start_mark.index
            if not isinstance(event, yaml.ScalarEvent):
                found = {yaml.AliasEvent: "an alias", yaml.SequenceStartEvent: "a list"}.get(type(event), "a mapping")
                raise self.failure(index, "a key of plain text", found, None, at)
            key = event.value
            inner = (place, key)
            self.check_marks(event, inner)
            if self.is_plain(event, in_flow=in_flow) and (key in WORDS or key in KEY_HINTS or NUMBER.fullmatch(key)):
                self.note(index, "a key of text", key or "nothing", KEY_HINTS.get(key, "write it in quotes"), inner)
            if key in members:
                self.note(index, "each key once", f"{shown(key)} again", "remove one of the two", inner)
            else:
                self.keep(inner, index)
            members[key] = self.value(next(self.events), inner, depth, in_flow=in_flow)
        return members

    def scalar(self, event: Event, at: At, *, in_flow: bool) -> object:
        """Read a scalar: text, unless it is plain and written as JSON writes something else."""
        text: str = event.value
        if not self.is_plain(event, in_flow=in_flow):
            if event.style != "'":
                doubts = quoted_doubts if event.style == '"' else block_doubts
                for doubt in doubts(self.text, event.start_mark.index, event.end_mark.index):
                    self.note(*doubt, at)
            return text
        if self.has_comments:
            self.check_comment(event.end_mark.index, at)
        if text == "-" and in_flow:
            self.note(event.start_mark.index, "a value", "a dash", "put it in quotes", at)
        if text in WORDS:
            return WORDS[text]
        match = NUMBER.fullmatch(text)
        return self.number(match, event.start_mark.index, "write it in quotes", at) if match else text

    def check_comment(self, end: int, at: At) -> None:
        """Refuse a comment that looks like a part of the text before it; remember any other for a hint."""
        doubts = list(comment_doubts(self.text, end))
        for doubt in doubts:
            self.note(*doubt, at)
        if not doubts and cut_off(self.text, end):
            self.hint(at, "what follows # is a comment: put text with # in quotes")

    def is_plain(self, event: Event, *, in_flow: bool) -> bool:
        """Whether a scalar is written without quotes."""
        if in_flow and self.is_libyaml and event.implicit[0] and "?" in event.value:
            raise Unfit  # between brackets, the parser in Python ends a plain scalar there
        return bool(event.implicit[0])


class FastReader(Reader):
    """A reader that keeps no positions and refuses the text at the first problem."""

    def keep(self, at: At, index: int) -> None:
        """Keep nothing."""

    def open(self, at: At, index: int) -> Branch:  # noqa: ARG002  (nothing is kept)
        """Keep nothing."""
        return at[0]

    def hint(self, at: At, text: str) -> None:
        """Keep nothing."""

    def note(self, *_problem: object, **_more: object) -> None:
        """Refuse the text.

        Raises:
            Unfit: always.
        """
        raise Unfit
