"""What time words mean on the side where they look."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.drafting._times.sides import DIRECTIONS, is_later
from diplo_events.drafting._times.word import TimeWord
from diplo_events.errors import DiploEventsError

__all__ = ["BETWEEN", "dated", "window"]

BETWEEN: Final = re.compile(r"[Bb]etween (?=.*(?:\d|[A-Z](?![a-z]*day)).* and )")


def dated(found: tuple[int, int, str], words: str, published: EventDate | None, *, ahead: bool) -> TimeWord:
    """Return time words with what some English ones mean, on the side where they look or else on the other."""
    why = ""
    for direction in DIRECTIONS[::-1] if ahead else DIRECTIONS:
        try:
            when = resolve(words, published, direction=direction)
        except DiploEventsError as error:
            why = why or str(error)
            continue
        return TimeWord(*found, when, is_ahead=direction == "future" and is_later(when, published))
    return TimeWord(*found, None, why=why)


def window(words: str, published: EventDate | None, *, ahead: bool) -> EventDate | None:
    """Return the whole time between two days of which the last is after the publication; `None` for others."""
    if not ahead and not any(character.isdigit() for character in words):
        return None
    stretch = " to ".join(BETWEEN.sub("from ", words).rsplit(" and ", 1))
    both = dated((0, 0, words), stretch, published, ahead=ahead).when
    last = EventDate.parse(str(both.latest)) if both is not None and both.latest is not None else None
    return both if last is not None and is_later(last, published) else None
