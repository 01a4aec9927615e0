"""Whether two words for meetings are of one and the same: by kind, name, day, place and the words between them."""

import re
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS, WEEKDAY
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.vocab import MeetingKind

__all__ = [
    "NEAR",
    "are_different",
    "are_other_travellers",
    "days_of",
    "event_of",
    "is_after_another",
    "is_alike",
    "is_elsewhere",
    "is_joined",
    "is_summoned_again",
]

NEAR: Final = 45
"""How many characters apart two words of one meeting stand in a sentence."""

NEAR_TIME: Final = 60
"""How many characters from the word of a meeting its day may stand."""

AND_ANOTHER: Final = re.compile(
    r"(?:(?:,|,? and)|\b(?:follows(?: on)?|followed|builds on|comes after))"
    r" (?:an?|the|his|her|their|its|our) [^;.“”]*\Z"
)
"""Between two nouns, this begins the second of two meetings."""

AHEAD_OF: Final = re.compile(
    r"\b(?:ahead of|prior to|before|after|following)(?: (?:an?|his|her|their))?(?: [a-z-]+){0,3} \Z"
)
"""Between two words, these tell of two meetings, one after the other."""

POSTS: Final = words(
    """
    foreign defence defense interior finance trade commerce energy justice health education transport economy security
    agriculture environment culture army deputy vice speaker king pope
    """
)
"""Words of an office that say which one it is."""

SAME: Final = (
    frozenset({MeetingKind.CEREMONY, MeetingKind.SIGNING}),
    frozenset({MeetingKind.TALKS, MeetingKind.DEMARCHE}),
    frozenset({MeetingKind.TALKS, MeetingKind.NEGOTIATION, MeetingKind.MEDIATION}),
    frozenset({MeetingKind.SUMMIT, MeetingKind.CONFERENCE, MeetingKind.COUNCIL_SESSION}),
)
"""Kinds of which two words can be of one meeting."""

EVENT: Final = re.compile(
    r"(?P<name>[A-Z0-9][\w.–-]*(?:['’]s?)?(?: (?:[A-Z0-9][\w.–-]*(?:['’]s?)?))*?) (?:(?:annual|special|leaders['’]?) )?"
    r"(?:[Ss]ummit|[Ff]orum|[Cc]onference|[Cc]ouncil|[Aa]ssembly|[Cc]ongress)\b"
)
"""An event with a name."""

DAY: Final = re.compile(rf"\b(?:{WEEKDAY}|(?:{MONTHS})(?: \d+)?|(?:19|20)\d\d)\b")


def is_joined(text: str, new: Encounter, old: Encounter) -> bool:
    """Whether two nouns are of two meetings told together: "the Oslo Summit and her sixth meeting with Li"."""
    if old.start != new.start or is_alike(new, old):
        return False
    first, second = sorted((new.trigger, old.trigger))
    between = text[first[1] : second[0]]
    return "noun" in old.rule and AND_ANOTHER.search(between) is not None


def is_summoned_again(text: str, new: Encounter, old: Encounter) -> bool:
    """Whether a text reports once more that an envoy was summoned, with no other day."""
    is_of_both = all(text[slice(*item.trigger)].lower().startswith("summon") for item in (new, old))
    days = days_of(text, new)
    is_same_day = not days or bool(days & days_of(text, old))
    return is_of_both and is_same_day and bool(new.states & old.states or not new.states)


def is_after_another(text: str, new: Encounter, old: Encounter) -> bool:
    """Whether one of two meetings of a sentence was before the other: "met ahead of a visit of the council"."""
    is_for_news = MeetingKind.PRESS_CONFERENCE in {new.kind, old.kind}
    is_named = any(party.is_named for party in new.participants)
    if old.start != new.start or is_alike(new, old) or is_for_news or not is_named:
        return False
    first, second = sorted((new.trigger, old.trigger))
    return AHEAD_OF.search(text[first[1] : second[0]]) is not None


def are_other_travellers(new: Encounter, old: Encounter) -> bool:
    """Whether two visits are of different offices: "the PM’s visit" in a headline, "the minister will visit"."""
    if not new.kind is old.kind is MeetingKind.VISIT:
        return False
    ours, theirs = ([party for party in item.participants if party.kind == "office"] for item in (new, old))
    return bool(ours and theirs) and not any(posts_of(mine) == posts_of(other) for mine in ours for other in theirs)


def posts_of(party: Party) -> set[str]:
    """Return of what an office is: "foreign", "commerce"; nothing for a president or a prime minister."""
    found = {word for name in (party.name, *party.spellings) for word in name.lower().split()}
    return (found & POSTS) | ({"foreign"} if "fm" in found else set())


def is_alike(one: Encounter, other: Encounter) -> bool:
    """Whether two words can be of one meeting by their kinds."""
    return one.kind is other.kind or any({one.kind, other.kind} <= kinds for kinds in SAME)


def is_elsewhere(new: Encounter, old: Encounter) -> bool:
    """Whether two meetings have places of which neither is in the other."""
    return bool(new.place and old.place and new.place not in old.place and old.place not in new.place)


def are_different(one: set[str], other: set[str]) -> bool:
    """Whether two meetings have names, or days, and none in common."""
    return bool(one and other) and not one & other


def event_of(text: str, item: Encounter) -> set[str]:
    """Return the names of the event near the word for a meeting: "the NATO summit", "the Oslo Forum"."""
    start, end = max(item.start, item.trigger[0] - NEAR), min(item.end, item.trigger[1] + NEAR)
    return {re.sub(r"\W+", " ", match["name"]).strip().lower() for match in EVENT.finditer(text, start, end)}


def days_of(text: str, item: Encounter) -> set[str]:
    """Return the days and months near the word for a meeting, as written."""
    start, end = max(item.start, item.trigger[0] - NEAR_TIME), min(item.end, item.trigger[1] + NEAR_TIME)
    return {" ".join(match[0].split()) for match in DAY.finditer(text, start, end)}
