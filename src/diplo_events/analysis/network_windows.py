"""Windows of some days that move over time, each with the mentions of which its network is built."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import get_args

import attrs

from diplo_events.analysis._record_dates import first_and_last
from diplo_events.analysis.network import Mentions
from diplo_events.analysis.predicates import Certainty, decide
from diplo_events.dates import EventDate, check_event_date
from diplo_events.errors import ArgumentError, check_choice, shown

__all__ = ["Window", "windows"]


@attrs.frozen(kw_only=True)
class Window:
    """A period of days, with the mentions in it."""

    period: EventDate
    """The interval from its first to its last day."""
    mentions: Mentions
    """The mentions that share a day with it, certainly or possibly."""


def windows(
    mentions: Mentions,
    *,
    days: int,
    step: int = 1,
    within: EventDate | None = None,
    certainty: Certainty = "certainly",
) -> Iterator[Window]:
    """Return windows of some days that move over time, each with the mentions that share a day with it.

    A mention without a date, or with an inexact one, is possibly in a window and not certainly.

    Args:
        mentions: The mentions.
        days: The length of a window.
        step: How many days later the next window begins.
        within: The period in which whole windows must lie; by default from the first to the last day that dates reach
            in the years 1 to 9999.
        certainty: `certainly` for the mentions that are certainly in a window; `possibly` also for those whose date
            leaves it open.

    Raises:
        ArgumentError: the certainty is neither of the two, a number is less than 1, or the period has no ends or
            leaves the years 1 to 9999.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.network import mentions
        >>> references = mentions(diplo_events.load_example(), unqualified=True)
        >>> week = EventDate.parse("2025-09-01/2025-09-05")
        >>> for window in windows(references, days=3, within=week):
        ...     print(window.period, len(window.mentions.items))
        2025-09-01/2025-09-03 13
        2025-09-02/2025-09-04 14
        2025-09-03/2025-09-05 14
    """
    check_choice("certainty", certainty, get_args(Certainty))
    if within is not None:
        check_event_date(within, "within")
    for name, number in (("days", days), ("step", step)):
        if type(number) is not int or number < 1:
            raise ArgumentError(f"expected {name} to be a whole number from 1, found {shown(number)}")
    first, last = first_and_last([item.when for item in mentions.items], within)
    starts = (first + timedelta(days=number) for number in range(0, (last - first).days - days + 2, step))
    return moved(mentions, (f"{start}/{start + timedelta(days=days - 1)}" for start in starts), certainty)


def moved(mentions: Mentions, periods: Iterable[str], certainty: Certainty) -> Iterator[Window]:
    """Put mentions into windows. Each date is compared with each window once, however many mentions have it."""
    indexes: dict[EventDate | None, list[int]] = defaultdict(list)
    for index, item in enumerate(mentions.items):
        indexes[item.when].append(index)
    for text in periods:
        period = EventDate.parse(text)
        dates = [when for when in indexes if decide(when.overlaps(period) if when else None, certainty)]
        inside = sorted(index for when in dates for index in indexes[when])
        yield Window(period=period, mentions=attrs.evolve(mentions, items=tuple(mentions.items[i] for i in inside)))
