"""Every word that can show a meeting, whatever stands around it, with the kind of meeting it would be."""

import re
from typing import Final, NamedTuple

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.idle_nouns import is_idle
from diplo_events.drafting._events.journeys import NO_VISIT, behind
from diplo_events.drafting._events.likely_phrases import TO_BODY, phrase_kind
from diplo_events.drafting._events.likely_words import (
    AFTER_ROUND,
    AGENT,
    ATTENDING,
    AUDIBLE,
    BACK,
    BEING,
    BESIDE,
    CALLING,
    COMPOUND,
    CONSULTING,
    DEBATES,
    DISCUSSING,
    ENGAGING,
    ENVOY,
    FOR_MEETING,
    FOR_WHAT,
    HERE,
    HOLDING,
    HOSTED,
    HOSTING,
    HOTLINE,
    IN_SHORT,
    LEAVING,
    LINKS,
    MEDIATING,
    MEETING_UP,
    MISSIONS,
    MORE_NOUNS,
    NEEDS_LINK,
    NOT_GOING,
    PARTAKING,
    PASSIVE,
    RALLY,
    REPORTING,
    ROUND,
    SENDING,
    SENT_TO,
    SHUTTLING,
    SIGNED_AT,
    SIGNING,
    SITTING,
    SPENDING,
    STANDING,
    TALK,
    TALKED,
    TO_PLACES,
    UNLIKE_MEETING,
    VOTE,
)
from diplo_events.drafting._events.look_alikes import is_look_alike
from diplo_events.drafting._events.meeting_nouns import ENVOYS, GENERIC, is_topic
from diplo_events.drafting._events.meeting_verbs import CONTEST, FAR, LODGED, meets_a_standard
from diplo_events.drafting._events.meeting_words import (
    CONFER,
    GATHER,
    INVITE,
    MEET,
    NOUNS,
    ON_DUTY,
    PHONE,
    PUBLIC,
    TRAVEL,
    VISIT,
)
from diplo_events.drafting._events.participants import objects, subject_of, with_whom
from diplo_events.drafting._events.signal_people import (
    is_agent_person,
    is_called,
    is_joined_by_guest,
    is_of_person,
    is_of_several,
    is_of_traveller,
    is_of_traveller_before,
    is_of_two,
    is_person_behind,
    is_person_near,
    is_place_behind,
    low_at,
    text_behind,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["Signal", "signals"]


NEAR_HOLDING: Final = 5
"""How many words before a noun may say that it is held."""


SINCE: Final = words("on today yesterday earlier late last this ,")
"""Behind "in a call", these say when somebody called."""

RECEIVED: Final = words("received receives receive got gets took takes had accepted answered returned")
"""Before "a call from", these show that somebody called."""

ASSEMBLED: Final = words("assembled gathered")
"""Behind "the", these say only which leaders somebody speaks to: "told the assembled leaders"."""

SEEING: Final = words("saw sees")
"""Verbs of a meeting only of persons: "the incident saw a jet destroyed" is of none."""

LEFT: Final = re.compile(r"(?:the )?[A-ZÀ-Þ]")
"""Behind "left", this names from where somebody went."""

FLYING: Final = words("flew fly flies flying")
LEAVING_AFTER: Final = re.compile(
    r"\bfor\b|\b(?:after|following) \w+ (?:days?|hours?|weeks?) of"
    r" (?!(?:\w+ )?(?:talks|negotiations|meetings|discussions|consultations)\b)"
    r"|\bat the (?:end|close) of\b|\bwithout an? (?:\w+ )?(?:deal|agreement|breakthrough|result|accord)\b"
)
"""Behind "left Oslo", these say where somebody went or what they had been there for."""

OF_PARLIAMENT: Final = words("parliamentary plenary extraordinary emergency special")
"""Before "session", these make it one of a body that sits."""


class Signal(NamedTuple):
    """A word that can show a meeting."""

    place: int
    """Its place in the sentence."""
    kind: MeetingKind
    """The kind of meeting that it would show."""
    is_noun: bool
    """Whether it is a noun."""


def signals(unit: Passage) -> list[Signal]:
    """Return the words of a sentence that can show a meeting, outside quotations."""
    found: list[Signal] = []
    for place, token in enumerate(unit.words):
        if token.text == QUOTED or is_look_alike(unit, place):
            continue
        if (kind := kind_of_noun(unit, place)) is not None:
            if is_idle(unit, place):
                continue
            found.append(Signal(place, kind, is_noun=True))
        elif (kind := kind_of_verb(unit, place)) is not None:
            found.append(Signal(place, kind, is_noun=False))
    return found


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
        return MeetingKind.PRESS_CONFERENCE if HOLDING & set(lows) else None
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


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911, PLR0912, PLR0915  (a decision table)
    """Return the kind of meeting of which a verb can be; `None` if the word is of none."""
    low, before, rest = unit.words[place].low, low_at(unit, place - 1), behind(unit, place)
    if (phrase := phrase_kind(low, before, text_behind(unit, place))) is not None:
        return phrase
    by_phone = PHONE.search(rest) is not None
    if (
        before in PUBLIC | {"-", "police"}
        or (low in ASSEMBLED and before in {"the", "these", "those"})
        or (low in VISIT and before == "or")
        or (low.endswith("ing") and before in {"the", "a", "an"})
    ):
        return None
    if low in MEET:
        is_of_sports = CONTEST.search(behind(unit, place, FAR)) is not None
        is_unlike = UNLIKE_MEETING.match(rest) is not None or REPORTING.match(rest) is not None
        is_upon = low == "met" and before in PASSIVE and AGENT.match(rest) is None
        is_other = is_of_sports or is_unlike or is_upon or meets_a_standard(unit, place)
        return None if is_other else MeetingKind.CALL if by_phone else MeetingKind.TALKS
    is_speaking = low in {"speaking", "spoke"} and not rest.startswith("with ")
    if (low in STANDING or is_speaking) and BESIDE.match(rest):
        is_together = rest.startswith("together") and is_of_two(unit, place)
        return MeetingKind.CEREMONY if is_together or is_person_near(unit, place) else None
    if low in TALK:
        if REPORTING.match(rest.partition("with ")[2]):
            return None
        if by_phone or HOTLINE.search(rest):
            return MeetingKind.CALL
        if is_of_two(unit, place) and TALKED.match(rest):
            return MeetingKind.TALKS
        named = objects(unit, place)[:1]
        is_to = any(m.kind in {"person", "office"} and (m.role or m.head) for m in named)
        return MeetingKind.TALKS if is_to or re.match(r"(?:\w+ ){0,4}(?:with|face)\b", rest) else None
    if low in ENGAGING:
        return MeetingKind.TALKS if rest.startswith(("with ", "in talks", "directly with")) else None
    if low in CALLING and before not in {"so", "what", "the", "is", "was", "be"}:
        is_call = is_person_behind(unit, place) and (
            low not in {"called", "calls", "call", "calling"} or is_called(unit, place)
        )
        return MeetingKind.CALL if by_phone or is_call else None
    if low in SEEING and not is_of_person(unit, place):
        return None
    if low in HOSTING:
        return kind_of_hosting(unit, place)
    if low in VISIT | {"tour", "touring"}:
        is_passive = before in PASSIVE and not low.endswith("ing")
        if NO_VISIT.match(rest) is not None or (is_passive and not is_agent_person(unit, place)):
            return None
        return MeetingKind.VISIT if is_verb(unit, place) or low not in {"visit", "tour", "visits", "tours"} else None
    if low in LEAVING | TRAVEL and low not in SENDING:
        after = low_at(unit, place + 1)
        is_other = (
            (after in NOT_GOING and not (after == "into" and low in FLYING and is_place_behind(unit, place)))
            or NO_VISIT.match(rest) is not None
            or before in {"the", "a", "from"}
            or (low.startswith("c") and after == "from")
        )
        is_other = is_other or (low.startswith(("left", "leav", "depart")) and LEAVING_AFTER.search(rest) is None)
        is_other = is_other or BACK.match(rest) is not None or not is_of_traveller(unit, place)
        is_from = low.startswith(("left", "leav")) and LEFT.match(text_behind(unit, place)) is not None
        return MeetingKind.VISIT if (is_from or is_place_behind(unit, place)) and not is_other else None
    if low in BEING and (low_at(unit, place + 1) == "in" or rest.startswith("currently in")):
        text = " ".join(token.text for token in unit.words[place + 1 : place + 10]).partition("in ")[2]
        is_there = FOR_WHAT.match(text) is not None and (
            before in BEING or low == "while" or is_of_traveller(unit, place)
        )
        return MeetingKind.VISIT if is_there else None
    if low == "in" and before in {",", "currently"}:
        is_aside = FOR_MEETING.match(text_behind(unit, place)) is not None and is_of_traveller_before(unit, place)
        return MeetingKind.VISIT if is_aside else None
    if low in GATHER:
        return MeetingKind.TALKS if is_of_several(unit, place) else None
    if low in {"sat", "sit", "sits", "sitting"}:
        return MeetingKind.TALKS if SITTING.match(rest) else None
    if low in STANDING:
        is_flanked = low == "flanked" and rest.startswith("by ")
        return MeetingKind.CEREMONY if is_flanked and is_person_near(unit, place) else None
    if low in ATTENDING and not any(item.low in NOUNS for item in unit.words[place + 1 : place + 7]):
        if low_at(unit, place + 1) == "mass" or (
            low.startswith("partic") and low_at(unit, place + 1) not in {"in", "at"}
        ):
            return None
        is_heard = any(place < m.first <= place + 3 and m.kind in {"body", "group"} for m in unit.named)
        return MeetingKind.CONFERENCE if is_heard or not low.startswith("address") else None
    if low in MEDIATING:
        return kind_of_mediating(unit, place)
    if low in SENDING:
        is_envoy = any(place < m.first <= place + 3 and (m.head in ON_DUTY or m.role) for m in unit.named)
        return MeetingKind.VISIT if is_envoy and SENT_TO.match(text_behind(unit, place)) else None
    if low == "spent":
        is_stay = is_of_traveller(unit, place) and SPENDING.match(text_behind(unit, place)) is not None
        return MeetingKind.VISIT if is_stay else None
    if low in SHUTTLING:
        return MeetingKind.MEDIATION if rest.startswith("between ") else None
    if low in SIGNING:
        return MeetingKind.SIGNING if SIGNED_AT.match(text_behind(unit, place)) is not None else None
    if low in CONSULTING and is_person_behind(unit, place):
        return MeetingKind.TALKS
    if low in DISCUSSING | MEETING_UP and is_of_two(unit, place):
        return MeetingKind.TALKS
    if low in DISCUSSING | MEETING_UP | CONFER:
        is_with = bool(with_whom(unit, place)) or low not in DISCUSSING
        match = re.match(r"(?:[^,;]* )?(?:with|together)\b", rest)
        return MeetingKind.TALKS if match is not None and (is_with or match[0].endswith("together")) else None
    if low in INVITE:
        return MeetingKind.VISIT if re.search(r"\b(?:to|for)\b", rest) else None
    return None


def kind_of_mediating(unit: Passage, place: int) -> MeetingKind | None:
    """Return the kind of meeting of a verb of mediating; a deal that somebody negotiated is not a meeting."""
    low, rest = unit.words[place].low, behind(unit, place)
    is_of_deal = low.startswith("broker") and low_at(unit, place + 1) not in {"a", "an", "the", "talks"}
    is_of_deal = is_of_deal or (low.startswith("negotiat") and not (LINKS | {"at"}) & set(rest.split()))
    if is_of_deal or {"known", "famous", "role"} & {item.low for item in unit.words[:place]}:
        return None
    return MeetingKind.MEDIATION if low.startswith(("med", "bro")) else MeetingKind.NEGOTIATION


def kind_of_hosting(unit: Passage, place: int) -> MeetingKind | None:
    """Return the kind of meeting of a verb of hosting: "received Li"; a court summons nobody to a meeting."""
    low, before, rest = unit.words[place].low, low_at(unit, place - 1), behind(unit, place)
    if LODGED.match(rest) is not None and low.startswith("host"):
        return None
    if is_joined_by_guest(unit, place):
        return MeetingKind.TALKS
    is_passive = before in PASSIVE or (low == "summoned" and rest.startswith("by "))
    if low == "summoned" and is_passive:
        subject = unit.sentence.ending(place - 1) or subject_of(unit, place)
        is_envoy = subject is not None and bool(ENVOY & {subject.head, *subject.role.lower().split()})
        return MeetingKind.DEMARCHE if is_envoy else None
    if low.startswith("join") and not is_passive and HERE.search(rest) is None:
        return None
    if is_passive:
        last = next((at for at in range(place, 0, -1) if unit.words[at - 1].low not in PASSIVE), place)
        is_guest = (
            AGENT.match(rest) is not None and unit.sentence.ending(last) is not None and is_of_person(unit, place)
        )
    else:
        is_guest = is_person_behind(unit, place)
    kind = MeetingKind.VISIT if low.startswith("accompan") else MeetingKind.TALKS
    return kind if is_guest and low_at(unit, place + 1) not in HOSTED else None


def is_round_of_talks(unit: Passage, place: int) -> bool:
    """Whether a round is one of talks, and not of a vote, a contest, or of sanctions."""
    if low_at(unit, place + 1) == "of":
        return any(item.low in NOUNS for item in unit.words[place + 2 : place + 6])
    return not VOTE & {item.low for item in unit.words}
