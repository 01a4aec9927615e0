"""When a meeting is: the time words of its sentence that date it, and not what was said of it."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._times.words import TimeWord
from diplo_events.vocab import MeetingStatus

__all__ = ["status_at", "time_of_meeting"]

OF_SAYING: Final = re.compile(
    r"\b(?:said|says|told (?:\w+ ){1,3}|announced|reported|added|confirmed|hieß es|teilte|erklärte|a annoncé|a déclaré)"
    r" (?:on |am |in (?:a|the) \w+ on |in a statement on |late )?$"
)
"""Directly before time words, these show that they date what was said."""

OTHER: Final = re.compile(r"\b(?:before|after|ahead of|when|while|where|who|whose)\b")
"""Between a meeting and time words, these begin a clause of something else."""

NEW_DAY: Final = re.compile(r"\b(?:until|till|to|auf|au|à) (?:the )?$")
MOVED: Final = frozenset({MeetingStatus.POSTPONED, MeetingStatus.RESCHEDULED})
COMMA: Final = 100
"""As how many characters a comma counts."""

TO_COME: Final = frozenset({MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED})


def time_of_meeting(
    text: str, found: Encounter, times: Sequence[TimeWord], published: EventDate | None
) -> TimeWord | None:
    """Return the time words that date a meeting: the nearest ones in its passage, else the first in a further one.

    Args:
        text: The text.
        found: The meeting.
        times: The time words of the text.
        published: The day of the text: what is still to come is not dated before it.
    """
    able = [word for word in times if can_date(text, word, found, published)]
    near = [word for word in able if found.start <= word.start and word.end <= found.end]
    if found.status in MOVED:
        near = [word for word in near if NEW_DAY.search(text, max(0, word.start - 10), word.start)] or near
    further = (word for start, end in sorted(found.more) for word in able if start <= word.start and word.end <= end)
    return min(near, key=lambda word: distance(text, word, found)) if near else next(further, None)


def distance(text: str, word: TimeWord, found: Encounter) -> int:
    """Return how far time words are from the word that shows a meeting; behind a comma they are farther."""
    between = text[min(word.end, found.trigger[1]) : max(word.start, found.trigger[0])]
    return abs(word.start - found.trigger[0]) + COMMA * between.count(",")


def can_date(text: str, word: TimeWord, found: Encounter, published: EventDate | None) -> bool:
    """Whether time words can date a meeting of this stage."""
    if (
        word.when is None
        or is_of_another(text, word, found)
        or OF_SAYING.search(text, max(0, word.start - 60), word.start) is not None
    ):
        return False
    if found.status is MeetingStatus.HELD and word.is_ahead and not text[slice(*found.trigger)].endswith("s"):
        return False
    if found.status not in TO_COME or published is None:
        return True
    return word.when.limits(unqualified=True).before(published.limits(unqualified=True)) is not True


def is_of_another(text: str, word: TimeWord, found: Encounter) -> bool:
    """Whether time words behind a meeting are of something else: "will visit Oslo before she leaves on Friday"."""
    return word.start >= found.trigger[1] and OTHER.search(text, found.trigger[1], word.start) is not None


def status_at(text: str, found: Encounter, word: TimeWord | None) -> MeetingStatus:
    """Return how far a meeting has come: what somebody "begins" on a day to come is scheduled."""
    is_present = text[slice(*found.trigger)].endswith("s") and found.status is MeetingStatus.HELD
    return MeetingStatus.SCHEDULED if is_present and word is not None and word.is_ahead else found.status
