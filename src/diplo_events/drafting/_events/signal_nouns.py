"""The nouns that can show a meeting: a visit, talks, a call; none that names a topic, a press hall or a vote."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.likely_phrases import TO_BODY
from diplo_events.drafting._events.likely_words import (
    AFTER_ROUND,
    AUDIBLE,
    COMPOUND,
    DEBATES,
    HOLDING,
    IN_SHORT,
    LINKS,
    MISSIONS,
    MORE_NOUNS,
    NEEDS_LINK,
    PARTAKING,
    RALLY,
    REPORTING,
    ROUND,
    TO_PLACES,
    VOTE,
)
from diplo_events.drafting._events.meeting_nouns import ENVOYS, GENERIC, is_topic
from diplo_events.drafting._events.meeting_words import (
    NOUNS,
    ON_DUTY,
    PUBLIC,
)
from diplo_events.drafting._events.participants import subject_of
from diplo_events.drafting._events.signal_people import (
    is_place_behind,
    low_at,
    text_behind,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["is_verb", "kind_of_noun"]


NEAR_HOLDING: Final = 5
"""How many words before a noun may say that it is held."""

SINCE: Final = words("on today yesterday earlier late last this ,")
"""Behind "in a call", these say when somebody called."""

AFTER_EVENT: Final = words("in on at , . ; and of this last next held hosted")
"""Behind "ministerial", these make it a noun."""

RECEIVED: Final = words("received receives receive got gets took takes had accepted answered returned")
"""Before "a call from", these show that somebody called."""

OF_PARLIAMENT: Final = words("parliamentary plenary extraordinary emergency special")
"""Before "session", these make it one of a body that sits."""


def kind_of_noun(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return the kind of meeting of which a noun can be; `None` if the word is of none, or a verb."""
    token = unit.words[place]
    low, before, after = token.low, low_at(unit, place - 1), low_at(unit, place + 1)
    kind = NOUNS.get(low) or MORE_NOUNS.get(low)
    if kind is None or after in GENERIC | {"-", "'s"} or before in {"-", "if", "unless"} or is_topic(unit, place):
        return None
    if (to_body := TO_BODY.get(low)) is not None and to_body.match(text_behind(unit, place)) is not None:
        return MeetingKind.COUNCIL_SESSION
    if low in {"visit", "meet", "talk", "call", "tour", "stop"} and is_verb(unit, place):
        return None
    if after in COMPOUND or (before == "for" and low_at(unit, place - 2).startswith("call") and after not in LINKS):
        return None
    if low == "talks" and after in {"about", "of", "tough"} and (before == "," or is_verb(unit, place)):
        return None
    if low in {"meeting", "signing"} and before in {"is", "are", "was", "were", "be", "been"}:
        return None
    if low.startswith("ministerial"):
        return kind if after in AFTER_EVENT and token.is_capital | unit.words[place - 1].is_capital else None
    if low == "arrival":
        return kind if is_arrival(unit, place) else None
    if low in IN_SHORT and after not in {"with", "between"}:
        return None
    if kind is MeetingKind.CEREMONY and is_seen_by_public(unit, place):
        return None
    if low in {"call", "calls"} and before == "courtesy":
        return MeetingKind.TALKS
    if low in {"call", "calls"}:
        is_of_leaders = before in {"level", "leaders"} or before.endswith("-level")
        is_asked = before == "the" and low_at(unit, place + 2) in {"initiated", "requested", "arranged"}
        is_call = (
            (after == "from" and bool(RECEIVED & {item.low for item in unit.words[max(0, place - 4) : place]}))
            or bool(AUDIBLE & {before})
            or is_of_leaders
            or after in {"with", "between", "scheduled", "planned"}
            or is_asked
            or (before in {"a", "an"} and low_at(unit, place - 2) in {"in", "during"} and after in SINCE)
        )
        return (
            MeetingKind.CALL
            if is_call and (after != "for" and (after != "on" or low_at(unit, place - 2) in {"in", "during"}))
            else None
        )
    lows = [item.low for item in unit.words[max(0, place - 8) : place]]
    if "for" in lows[-3:] and ENVOYS & set(lows):
        return None
    is_for_news = low in {"conference", "conferences", "briefing"} and before in {"press", "news", "media", "joint"}
    if is_for_news:
        is_with = after in {"with", "alongside"} and REPORTING.match(text_behind(unit, place)) is None
        return MeetingKind.PRESS_CONFERENCE if is_with or HOLDING & set(lows) else None
    if kind is MeetingKind.TALKS and {"telephone", "phone", "video"} & set(lows[-2:]):
        return MeetingKind.CALL
    is_dated = after in {"on", "in"} and (unit.words[place - 1].is_capital or before in {"’", "'", "'s"})
    if token.is_capital and place and not is_dated and not (HOLDING | {"in", "to", "for", "of"}) & set(lows):
        return None
    if low in {"round", "rounds"}:
        return kind if before in ROUND and after in AFTER_ROUND and is_round_of_talks(unit, place) else None
    if low == "phone":
        return kind if before in {"the", "by"} and after in {"with", "to"} else None
    if low in {"invitation", "invitations"}:
        return kind if after in {"to", "from"} else None
    if low in {"debate", "debates"}:
        return kind if before in DEBATES else None
    if low in PARTAKING:
        return kind if after in {"in", "at", "of"} and not before.endswith(("ary", "ic")) else None
    if low in TO_PLACES:
        if low == "mission" and before in MISSIONS:
            return None
        is_journey = after == "to" or (low == "stop" and after in {"in", "at"})
        return kind if is_journey and is_place_behind(unit, place) else None
    if low in {"session", "sessions"} and OF_PARLIAMENT & set(lows[-3:]):
        return MeetingKind.PARLIAMENT
    if low in NEEDS_LINK:
        following = {item.low for item in unit.words[place + 1 : place + 7]}
        is_held = bool(HOLDING & set(lows[-NEAR_HOLDING:])) or (
            bool({"their", "first"} & set(lows[-4:])) and low != "work"
        )
        if low in {"gathering", "gatherings"} and RALLY & {item.low for item in unit.words}:
            return None
        return kind if is_held or LINKS & following else None
    return kind


def is_arrival(unit: Passage, place: int) -> bool:
    """Whether somebody with an office arrives: "the arrival in Oslo of Minister Li", "the arrival of her envoy for"."""
    guest = next((m for m in unit.named if place < m.first and low_at(unit, m.first - 1) in {"of", "his", "her"}), None)
    is_near = guest is not None and guest.first <= place + NEAR_HOLDING
    return guest is not None and is_near and (bool(guest.role) or guest.head in ON_DUTY)


def is_seen_by_public(unit: Passage, place: int) -> bool:
    """Whether a ceremony is one that relatives or crowds attended."""
    verb = next(
        (at for at in range(place - 1, max(0, place - NEAR_HOLDING), -1) if unit.words[at].low == "attended"), 0
    )
    subject = subject_of(unit, verb) if verb else None
    return subject is not None and subject.head in PUBLIC


def is_verb(unit: Passage, place: int) -> bool:
    """Whether a word that can be noun or verb is a verb: behind "to" or "will", or behind a bare actor."""
    before = low_at(unit, place - 1)
    if before in {"to", "will", "would", "should", "can", "could", "may", "might", "must", "not", "shall", "and", "or"}:
        return True
    mention = unit.sentence.ending(place)
    return mention is not None and not mention.is_owner and mention.kind in {"person", "pronoun", "group", "office"}


def is_round_of_talks(unit: Passage, place: int) -> bool:
    """Whether a round is one of talks, and not of a vote, a contest, or of sanctions."""
    if low_at(unit, place + 1) == "of":
        return any(item.low in NOUNS for item in unit.words[place + 2 : place + 6])
    return not VOTE & {item.low for item in unit.words}
