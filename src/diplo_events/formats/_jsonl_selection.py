"""Which records of a stream are wanted: decided for a record, and beforehand for the bytes of its line."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final, TypeAlias, cast, get_args

from diplo_events._internal.dataset.asking import Certainty, decide
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentTypeError, check_choice, expect_type, shown
from diplo_events.formats._jsonl_lines import CLOSING_TYPE, HEADER_TYPE
from diplo_events.model import EventRecord
from diplo_events.model.ids import ActorId
from diplo_events.schema import EVENT_TYPES, RECORD_TYPES, TARGETS, Record, references, type_name

__all__ = ["Selection"]

LineTest: TypeAlias = Callable[[bytes], bool]
"""Whether a line can hold a record that is wanted. It may be wrong only in that direction: yes where no is true."""

RecordTest: TypeAlias = Callable[[Any], bool]
"""Whether a record is wanted."""

ACTOR: Final = TARGETS[ActorId]

FEW: Final = 16
"""Up to how many ids are looked for one by one in a line."""

SOURCE: Final = re.compile(rb'"source"\s*:\s*"([^"]*)"')
IDS: Final = re.compile(rb'"([a-z0-9][a-z0-9._/-]*)"')
DAY: Final = re.compile(rb'"when":"([0-9]{4}-[0-9]{2}-[0-9]{2})"')


class Selection:
    """The records that are wanted. Everything is, if nothing is asked for.

    Raises:
        ArgumentTypeError: an argument has the wrong type.
        ArgumentError: the certainty is neither of the two.
    """

    def __init__(
        self,
        *,
        types: object = (),
        sources: Iterable[str] = (),
        actors: Iterable[str] = (),
        period: EventDate | None = None,
        certainty: Certainty = "certainly",
    ) -> None:
        check_choice("certainty", certainty, get_args(Certainty))
        chosen = wanted_types(types)
        self.of_records: list[RecordTest] = []
        self.of_lines: list[LineTest] = []
        self.classes: tuple[type[Record], ...] = chosen
        for name, given in (("sources", sources), ("actors", actors)):
            keys = wanted_ids(name, given)
            if keys:
                self.of_records.append(reported_in(keys) if name == "sources" else refers_to(keys))
                self.of_lines.append(names_source(keys) if name == "sources" else names_any(keys))
                self.only_events()
        if period is not None:
            expect_type("period", period, EventDate, hint="write EventDate.parse(…)")
            self.of_records.append(lies_in(period, certainty))
            self.of_lines.append(may_lie_in(period, certainty))
            self.only_events()
        if len(self.classes) < len(RECORD_TYPES):
            self.of_records.insert(0, is_one_of(self.classes))
            self.of_lines.insert(0, may_be_one_of(self.classes))

    def only_events(self) -> None:
        """Leave out the types without a source, an involved actor and a date of their own."""
        self.classes = tuple(cls for cls in self.classes if cls in EVENT_TYPES)

    def may_hold(self, text: bytes) -> bool:
        """Whether a line can hold a record that is wanted, or is not certainly a record."""
        return all(test(text) for test in self.of_lines)

    def wants(self, record: Record) -> bool:
        """Whether a record is wanted."""
        return all(test(record) for test in self.of_records)


def wanted_types(types: object) -> tuple[type[Record], ...]:
    """Return the types that are asked for, or all if none are.

    Raises:
        ArgumentTypeError: some are not types of records.
    """
    hint = "write a tuple of classes, such as (Statement,)"
    if isinstance(types, str | type) or not isinstance(types, Collection | Iterator):
        raise ArgumentTypeError(f"expected types to be several classes, found {shown(types)}; {hint}")
    asked = tuple(cast("Collection[Any]", types))
    for cls in asked:
        if cls is not EventRecord and cls not in RECORD_TYPES.values():
            raise ArgumentTypeError(f"expected types to be types of records, found {shown(cls)} among them; {hint}")
    known = tuple(RECORD_TYPES.values())
    return tuple(cls for cls in known if not asked or cls in asked or (EventRecord in asked and cls in EVENT_TYPES))


def wanted_ids(name: str, given: object) -> frozenset[str]:
    """Return the ids that are asked for.

    Raises:
        ArgumentTypeError: they are not several texts.
    """
    if isinstance(given, str) or not isinstance(given, Collection | Iterator):
        hint = f"write a tuple, such as ({given!r},)" if isinstance(given, str) else "write a tuple"
        raise ArgumentTypeError(f"expected {name} to be several ids, found {shown(given)}; {hint}")
    keys = tuple(cast("Collection[Any]", given))
    for key in keys:
        expect_type(f"an id of {name}", key, str)
    return frozenset(keys)


def is_one_of(classes: tuple[type, ...]) -> RecordTest:
    """Return the test for the type of a record."""
    return lambda record: isinstance(record, classes)


def reported_in(keys: Collection[str]) -> RecordTest:
    """Return the test for the source of an event record."""
    return lambda record: record.source in keys


def refers_to(keys: Collection[str]) -> RecordTest:
    """Return the test for the actors in any field of a record."""
    return lambda record: any(
        reference.target in keys for reference in references(type(record), record) if reference.types == ACTOR
    )


def lies_in(period: EventDate, certainty: Certainty) -> RecordTest:
    """Return the test for the date of an event record."""
    return lambda record: decide(None if record.when is None else record.when.within(period), certainty)


def may_be_one_of(classes: Iterable[type[Record]]) -> LineTest:
    """Return the test for the type that a line names, wherever it stands in the line."""
    names = {type_name(cls) for cls in classes}
    yes = tuple(b'{"type":"%s"' % name.encode() for name in (*names, HEADER_TYPE, CLOSING_TYPE))
    no = tuple(b'{"type":"%s"' % name.encode() for name in RECORD_TYPES if name not in names)
    words = tuple(b'"%s"' % name.encode() for name in (*names, HEADER_TYPE, CLOSING_TYPE))

    def test(text: bytes) -> bool:
        if no and text.startswith(no):
            return False
        return text.startswith(yes) or b"\\" in text or any(word in text for word in words)

    return test


def has_escapes(text: bytes) -> bool:
    """Whether a line may write the letters of an id in another way than as themselves."""
    return b"\\" in text and (b"\\u" in text or b"\\/" in text)


def names_source(keys: Collection[str]) -> LineTest:
    """Return the test for the source that a line names."""
    wanted = {key.encode() for key in keys}
    return lambda text: not wanted.isdisjoint(SOURCE.findall(text)) or has_escapes(text) or is_other(text)


def names_any(keys: Collection[str]) -> LineTest:
    """Return the test for some ids that a line names."""
    wanted = {key.encode() for key in keys}
    words = tuple(b'"%s"' % key for key in wanted)
    if len(words) == 1:
        (word,) = words
        return lambda text: word in text or has_escapes(text) or is_other(text)
    if len(words) <= FEW:
        return lambda text: any(word in text for word in words) or has_escapes(text) or is_other(text)
    return lambda text: not wanted.isdisjoint(IDS.findall(text)) or has_escapes(text) or is_other(text)


def is_other(text: bytes) -> bool:
    """Whether a line may be the header or the closing line, which name none of the ids."""
    return any(b'"%s"' % name.encode() in text for name in (HEADER_TYPE, CLOSING_TYPE))


def may_lie_in(period: EventDate, certainty: Certainty) -> LineTest:
    """Return the test for the date that a line names: whole days are compared, once each, all else may be."""
    outside: dict[bytes, bool] = {}
    undated = certainty == "possibly"

    def test(text: bytes) -> bool:
        if b'"when"' not in text:
            return undated or b"\\" in text or is_other(text)
        match = DAY.search(text)
        if match is None or b"\\" in text or text.count(b'"when"') > 1:
            return True
        day = match[1]
        if day not in outside:
            if len(outside) > MOST_DAYS:
                outside.clear()
            outside[day] = is_outside(day.decode(), period)
        return not outside[day]

    return test


MOST_DAYS: Final = 10_000
"""How many days are kept with the answer for each."""


def is_outside(day: str, period: EventDate) -> bool:
    """Whether a day is certainly not in a period; what is not a day is left to the reader to refuse."""
    try:
        return EventDate.parse(day).within(period) is False
    except ValueError:
        return False
