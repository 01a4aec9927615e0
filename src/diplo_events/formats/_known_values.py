"""The ids, codes and dates that a reader has met, and the numbers that all writers of JSON write in the same way."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError
from diplo_events.formats._unfit import Unfit
from diplo_events.model.field_rules import exact_float, value_test
from diplo_events.model.frozen_map import FrozenMap, thawed
from diplo_events.model.ids import RecordId
from diplo_events.model.node_rules import Test
from diplo_events.schema import node_of

__all__ = [
    "MOST_CODES",
    "MOST_IDS",
    "KnownCodes",
    "KnownDates",
    "KnownIds",
    "frozen",
    "is_usual",
    "thawed_usual",
    "usual",
]

MOST_IDS: Final = 32_768
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
    """The ids that a reader has met."""

    def __init__(self) -> None:
        super().__init__(value_test(node_of(RecordId)), MOST_IDS)


class KnownDates(dict[str, EventDate]):
    """The dates that a reader has met; any other text raises `Unfit`."""

    def __missing__(self, text: str) -> EventDate:
        try:
            date = EventDate.parse(text)
        except EventDateError:
            raise Unfit from None
        if len(self) >= MOST_DATES:
            self.clear()
        self[text] = date
        return date


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
    """Freeze a mapping in which all numbers are usual.

    Raises:
        InvalidRecordError: it has values that no record holds.
    """
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
