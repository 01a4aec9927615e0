"""A time word of a text, and the days that it may be."""

import re

import attrs

from diplo_events.dates import EventDate

__all__ = ["TimeWord", "day_of", "days_from", "is_day"]


@attrs.frozen
class TimeWord:
    """Words of a text that say when."""

    start: int
    """Where they begin."""
    end: int
    """Where they end."""
    text: str
    """The words."""
    when: EventDate | None
    """What they mean, or `None` if they name no period or the anchor is unknown."""
    is_ahead: bool = False
    """Whether they mean a time after the publication."""
    why: str = ""
    """Why they mean nothing that can be dated, if they do not."""
    is_aside: bool = False
    """Whether they are of another event than the one of the sentence: "two days after the attack"."""
    limit: "TimeWord | None" = None
    """The time that a limit names: the Friday of "by Friday", which itself means one day up to then."""
    parts: tuple["TimeWord", ...] = ()
    """The days that they name: both of "Monday and Tuesday", the one of "3 May at 10:30"."""


def days_from(day: EventDate | None, other: EventDate | None) -> int | None:
    """Return how many days after a day another one is."""
    if day is None or other is None or day.earliest is None or other.earliest is None:
        return None
    return (other.earliest.to_date() - day.earliest.to_date()).days


def day_of(when: EventDate | None) -> EventDate | None:
    """Return the day of a date that is one, or a time of one."""
    day = str(when).partition("T")[0]
    return EventDate.parse(day) if when is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", day) is not None else None


def is_day(when: EventDate | None) -> bool:
    """Whether a date is one day."""
    return when is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", str(when)) is not None
