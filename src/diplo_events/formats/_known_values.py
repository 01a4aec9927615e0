"""The ids, codes and dates that a reader has met, and the numbers that all writers of JSON write in the same way."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import attrs

from diplo_events._internal.dataset.fitting import Noted, Types
from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError
from diplo_events.formats._unfit import Unfit
from diplo_events.model.field_rules import exact_float, value_test
from diplo_events.model.frozen_map import FrozenMap, nested, thawed
from diplo_events.model.ids import RecordId
from diplo_events.model.node_rules import Test
from diplo_events.schema import ManyNode, Record, node_of
from diplo_events.vocab import Term

__all__ = [
    "MOST_CODES",
    "MOST_IDS",
    "KnownCodes",
    "KnownDates",
    "KnownIds",
    "KnownTerms",
    "KnownValues",
    "frozen",
    "is_usual",
    "thawed_usual",
    "usual",
]

UNBOUNDED: Final = sys.maxsize
MOST_IDS: Final = 32_768
MOST_TARGETS: Final = 4_096
"""How many ids of records of some types, and how many dates, are kept by default."""

MOST_DATES: Final = 4_096
MOST_CODES: Final = 1_024

USUAL: Final = (1e-4, 1e16)
"""Between these, all writers of JSON write the shortest text of a number in the same way."""


class KnownCodes(dict[str, str]):
    """Texts that have passed a test; one that comes again is not tested again, and is the same object.

    Args:
        test: The test. A text that does not pass it raises `Unfit`.
        most: How many are kept; the next one begins anew.
    """

    def __init__(self, test: Test, most: int) -> None:
        super().__init__()
        self.test = test
        self.most = most

    def __missing__(self, text: str) -> str:
        if not self.test(text):
            raise Unfit
        if len(self) >= self.most:
            self.clear()
        self[text] = text
        return text


class KnownIds(KnownCodes):
    """Ids that a reader has met.

    Args:
        most: How many are kept; the next one begins anew.
    """

    def __init__(self, most: int) -> None:
        super().__init__(value_test(node_of(RecordId)), most)


class KnownTargets(KnownIds):
    """The ids of the records to which some fields refer: put in with each record, or added when first referred to.

    Args:
        most: How many are kept; the next one begins anew.
    """

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.expected: list[str] = []
        """The ids that were referred to before a record with the id was there, unless the number is bounded."""

    def __missing__(self, text: str) -> str:
        known = super().__missing__(text)
        if self.most == UNBOUNDED:
            self.expected.append(known)
        return known


class KnownAlone(dict[str, tuple[str]]):
    """Tuples of one id, so that equal ones are one object.

    Args:
        ids: The ids.
    """

    def __init__(self, ids: KnownIds) -> None:
        super().__init__()
        self.ids = ids

    def __missing__(self, text: str) -> tuple[str]:
        known = self.ids[text]
        if len(self) >= self.ids.most:
            self.clear()
        alone = self[known] = (known,)
        return alone


class KnownTerms(dict[tuple[Term, ...], tuple[Term, ...] | frozenset[Term]]):
    """Tuples or sets of members of a vocabulary, by tuples, so that equal ones are one object.

    Args:
        node: The node of the tuples or sets. A tuple that breaks its rules raises `Unfit`.
    """

    def __init__(self, node: ManyNode) -> None:
        super().__init__()
        self.test = value_test(attrs.evolve(node, container=tuple))  # none may be there twice in a file
        self.container = node.container

    def __missing__(self, terms: tuple[Term, ...]) -> tuple[Term, ...] | frozenset[Term]:
        if not self.test(terms):
            raise Unfit
        if len(self) >= MOST_CODES:
            self.clear()
        known = self[terms] = self.container(terms)
        return known


class KnownDates(dict[str, EventDate]):
    """The dates that a reader has met; any other text raises `Unfit`.

    Args:
        most: How many are kept; the next one begins anew.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def __missing__(self, text: str) -> EventDate:
        try:
            date = EventDate.parse(text)
        except EventDateError:
            raise Unfit from None
        if len(self) >= self.most:
            self.clear()
        self[text] = date
        return date


class KnownValues:
    """What a reader has met, so that equal ids and dates are one object, and are tested once.

    Args:
        bounded: Whether only as much is kept as fits into a few megabytes.
        most: How many ids of records of some types, and how many dates, are then kept.
    """

    def __init__(self, *, bounded: bool = True, most: int = MOST_TARGETS) -> None:
        self.bounded = bounded
        self.most = most if bounded else UNBOUNDED
        self.names = KnownIds(self.most)
        """The ids of things that are not records."""
        self.dates = KnownDates(self.most)
        self.targets: dict[Types, KnownTargets] = {}
        """The ids of records of some types."""
        self.tuples: dict[Types, KnownAlone] = {}
        """Tuples of one of these ids."""

    def of(self, types: Types) -> KnownTargets:
        """Return the ids of records of some types."""
        if types not in self.targets:
            self.targets[types] = KnownTargets(self.most)
        return self.targets[types]

    def alone(self, types: Types) -> KnownAlone:
        """Return the tuples of one id of a record of some types."""
        if types not in self.tuples:
            self.tuples[types] = KnownAlone(self.of(types))
        return self.tuples[types]

    def noted(self, apart: Iterable[Record]) -> Noted:
        """Return what is noted of the references of all records, if the number of ids is not bounded.

        Args:
            apart: Those of the records that were made otherwise, of which nothing is noted.
        """
        return Noted({types: ids.expected for types, ids in self.targets.items()}, tuple(apart))


def is_usual(number: float) -> bool:
    """Whether all writers of JSON write a finite number in the same way.

    >>> is_usual(0.15), is_usual(1e16)
    (True, False)
    """
    return USUAL[0] <= abs(number) < USUAL[1] or number == 0


def usual(number: float) -> float:
    """Return a number as records hold it, if it is usual."""
    if not is_usual(number):
        raise Unfit
    return exact_float(number)


def frozen(items: Mapping[str, Any]) -> FrozenMap[Any]:
    """Freeze a mapping in which all numbers are usual, and whose texts are plain.

    Raises:
        InvalidRecordError: it has values that no record holds.
    """
    if all(type(item) is str for item in items.values()):  # mostly
        return nested(dict(sorted(items.items())))
    made = FrozenMap[Any](items)  # first, as it looks how deep they are nested
    if not has_usual(items):
        raise Unfit
    return made


def thawed_usual(items: FrozenMap[Any]) -> dict[str, Any]:
    """Return a mapping as plain data in which all numbers are usual."""
    plain = cast("dict[str, Any]", thawed(items))
    if not has_usual(plain):
        raise Unfit
    return plain


def has_usual(value: object) -> bool:
    """Whether all numbers in plain data are usual."""
    kind = type(value)
    inner: Iterable[object]
    if kind is dict:
        inner = cast("dict[str, object]", value).values()
    elif kind is list:
        inner = cast("list[object]", value)
    else:
        return kind is not float or is_usual(cast("float", value))
    for each in inner:  # noqa: SIM110  (a loop takes half the time, and this runs for each record)
        if type(each) is not str and not has_usual(each):
            return False
    return True
