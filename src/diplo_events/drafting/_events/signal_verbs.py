"""The verbs that can show a meeting: who meets, receives, visits, calls or sits down with somebody."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.journeys import NO_VISIT, behind
from diplo_events.drafting._events.likely_phrases import OF_PHRASES, phrase_kind
from diplo_events.drafting._events.likely_words import (
    AGENT,
    ATTENDING,
    BACK,
    BEING,
    BESIDE,
    CALLING,
    CONSULTING,
    DISCUSSING,
    ENGAGING,
    ENVOY,
    FOR_MEETING,
    FOR_WHAT,
    HERE,
    HOSTED,
    HOSTING,
    HOTLINE,
    LEAVING,
    LINKS,
    MEDIATING,
    MEETING_UP,
    NOT_GOING,
    PASSIVE,
    REPORTING,
    SENDING,
    SENT_TO,
    SHUTTLING,
    SIGNED_AT,
    SIGNED_WITH,
    SIGNING,
    SITTING,
    SPENDING,
    STANDING,
    TALK,
    TALKED,
    UNLIKE_MEETING,
)
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
from diplo_events.drafting._events.participants import joined_before, objects, subject_of, with_whom
from diplo_events.drafting._events.signal_nouns import is_verb
from diplo_events.drafting._events.signal_people import (
    is_agent_person,
    is_by_two,
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
    is_use_of_two,
    low_at,
    text_behind,
)
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind

__all__ = ["kind_of_verb"]


ASSEMBLED: Final = words("assembled gathered")
"""Behind "the", these say only which leaders somebody speaks to: "told the assembled leaders"."""

SEEING: Final = words("saw sees")
"""Verbs of a meeting only of persons: "the incident saw a jet destroyed" is of none."""

BY_MINISTRY: Final = re.compile(r"by (?:the )?(?:[\w’']+ ){0,3}(?:ministry|minister)\b")
"""Behind "summoned", these say that envoys were, and not those who stand trial."""

LEFT: Final = re.compile(r"(?:the )?[A-ZÀ-Þ]")
"""Behind "left", this names from where somebody went."""

FLYING: Final = words("flew fly flies flying")

LEAVING_AFTER: Final = re.compile(
    r"\bfor\b|\b(?:after|following) \w+ (?:days?|hours?|weeks?) of"
    r" (?!(?:\w+ )?(?:talks|negotiations|meetings|discussions|consultations)\b)"
    r"|\bat the (?:end|close) of\b|\bwithout an? (?:\w+ )?(?:deal|agreement|breakthrough|result|accord)\b"
)
"""Behind "left Oslo", these say where somebody went or what they had been there for."""


PHONING: Final = MEET | TALK | CALLING
"""Verbs of a meeting that may have been one by telephone."""

TELLING: Final = (
    PHONING | STANDING | ENGAGING | SEEING | HOSTING | VISIT | LEAVING | TRAVEL | BEING | GATHER | ATTENDING
    | MEDIATING | SENDING | SHUTTLING | SIGNING | CONSULTING | DISCUSSING | MEETING_UP | CONFER | INVITE
    | words("speaking spoke tour touring in sat sit sits sitting spent")
)  # fmt: skip
"""All words that the table below decides about; the others, which are most, need no look around."""


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: C901, PLR0911, PLR0912, PLR0915  (a decision table)
    """Return the kind of meeting of which a verb can be; `None` if the word is of none."""
    low, before = unit.words[place].low, low_at(unit, place - 1)
    if low in OF_PHRASES and (phrase := phrase_kind(low, before, text_behind(unit, place))) is not None:
        return phrase
    if low not in TELLING:
        return None
    rest = behind(unit, place)
    by_phone = low in PHONING and PHONE.search(rest) is not None
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
        if is_of_two(unit, place) and (TALKED.match(rest) or rest.startswith(("to each other", "to one another"))):
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
        signed = SIGNED_AT.match(text_behind(unit, place)) or SIGNED_WITH.match(text_behind(unit, place))
        return MeetingKind.SIGNING if signed is not None or is_by_two(unit, place) else None
    if low in CONSULTING and is_person_behind(unit, place):
        return MeetingKind.TALKS
    if low in DISCUSSING | MEETING_UP and (is_of_two(unit, place) or is_use_of_two(unit, place)):
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
        several = [subject, *joined_before(unit, subject)] if subject is not None else []
        if BY_MINISTRY.match(rest) is not None:
            several.extend(m for m in unit.named if m.last <= place and m.kind in {"person", "office"})
        is_envoy = any(ENVOY & {one.head, *one.role.lower().split()} for one in several)
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
