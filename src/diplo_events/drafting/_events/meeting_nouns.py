"""Meetings that a noun names: "talks between A and B", "a meeting with C", "at the opening ceremony"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.meeting_words import AHEAD, BARE_CALLS, NOUNS, PROPOSED, PUBLIC, status_of
from diplo_events.drafting._events.participants import (
    SAYING,
    able_to_meet,
    joined_before,
    listed_behind,
    named_after,
    organ_behind,
    owner_of,
    parties_of,
    subject_behind,
)
from diplo_events.drafting._events.surroundings import FATE, clause_around, destination, own_days, place_of, states_in
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["ENVOYS", "GENERIC", "SUBORDINATE", "by_noun", "is_topic"]

AT: Final = words("at during following after attending addressing in on sidelines conclusion wake outcome")
OVER: Final = words("conclusion end wake outcome after following during")
"""Before the noun of a meeting, these show that it was held."""

PARTS_OF_EVENTS: Final = words("conclusion end close")
"""Before "of", these say that an event was held: "at the conclusion of the Oslo Conference"."""

OUTCOMES: Final = words("resulted led produced yielded ended failed collapsed agreed decided concluded closed stalled")
"""What a meeting did that was held: "talks in Oslo resulted in a truce"."""

NEAR_OUTCOME: Final = 12
"""How many words may stand between a meeting and what it came to."""

NO_OUTCOME: Final = words(". ; : that which who will would could should may might must be to if when before after")
LED_TO_VISIT: Final = re.compile(r"\b(?:(?:after|following) an?(?: [\w-]+){0,2}|with|including)$")
"""Before "visit" or "visits", these show that somebody made it: "left after a three-day visit", "with visits to"."""

USES: Final = words("use uses used using")
LINKS: Final = words("with between by involving")
"""Behind the noun of a meeting, these lead to those who take part."""

BEFORE_LINK: Final = words("the on in city capital of this last year month week yesterday today")
"""Words of the place and time of a meeting: "a meeting in March this year with A"."""

PROPOSABLE: Final = frozenset(
    {MeetingKind.CONFERENCE, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.NEGOTIATION, MeetingKind.CALL}
)
OPENINGS: Final = words("opening launch unveiling funeral inauguration")
"""Nouns of ceremonies for something: "at the opening of the pipeline"."""

ROUTINE: Final = words("trial hearing trading market markets season day business polls inquest hostilities talks")
"""What opens without a ceremony."""

ADDRESSES: Final = words("address speech remarks")
"""Nouns of what is said to a body that sits: "in an address to the General Assembly"."""

TOPICS: Final = words("about regarding concerning")
LONGEST_EVENT: Final = 9
"""How many words the name of an event may have."""

SUBORDINATE: Final = words("as while when since although though because just whereas")
"""Words that open a clause before the main one: "As the ministers said at their meeting, the lake is open"."""

PARTAKING: Final = words("participation attendance engagement engagements presence appearance")
"""Nouns of taking part: "A’s participation in the Oslo Forum"."""

ENVOYS: Final = words("envoy representative negotiator adviser advisor coordinator minister secretary")
"""Offices that somebody holds for some talks: "the envoy for Ukraine negotiations"."""

GENERIC: Final = words("usually often always typically normally generally")
"""Behind a noun, these speak of meetings in general."""

LONGEST_NAME: Final = 6
"""How many words may stand between the article and the noun of a meeting."""

INVITED: Final = re.compile(r"\binvit")
NEAR_VERB: Final = 9
"""How many words before a noun are read for whether its sentence looks ahead."""

FAR: Final = 16
"""How many words before the name of an event may say of whose part in it a sentence tells."""

NEAR_LINK: Final = 6
"""How many words may say where and when a meeting was before they lead to those who take part."""


def by_noun(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read "talks between A and B", "a meeting with C", "at the opening ceremony"."""
    low = unit.words[place].low
    before = [token.low for token in unit.words[max(0, place - 6) : place] if token.text not in {"May", "March"}]
    following = low_at(unit, place + 1)
    kind = kind_of_noun(unit, place)
    if kind is None or following in GENERIC or not is_event(low, before, following) or is_topic(unit, place):
        return None
    if "for" in before[-3:] and ENVOYS & set(before):
        return None
    if kind is MeetingKind.TALKS and {"telephone", "phone", "video"} & set(before[-2:]):
        kind = MeetingKind.CALL
    ahead = bool(AHEAD.search(" ".join(before[-5:])) or PROPOSED.search(" ".join(before)))
    ahead = ahead or is_due(unit, place)
    is_anew = is_told_anew(unit, place)
    is_at = is_anew or bool(AT & set(before[-4:]))
    people = people_of_noun(unit, place, actors, kind, is_at=is_at, ahead=ahead)
    status: MeetingStatus | None = MeetingStatus.HELD
    is_named = is_known_event(unit, place)
    ahead = ahead or (is_named and AHEAD.search(clause_around(unit.words, place)) is not None)
    is_over = bool(OVER & set(before[-4:]))
    if not is_at or ahead or (following in {"with", "between"} and not is_over):
        status = status_of(clause_around(unit.words, place, FATE), low, before[-1] if before else "")
    if status is MeetingStatus.HELD and not people and (is_anew or is_named):
        people = of_who_acts_there(unit, place, actors, kind)
        lows = " ".join(token.low for token in unit.words[max(0, place - NEAR_VERB) : place])
        invited = MeetingStatus.PROPOSED if INVITED.search(lows) is not None else status
        status = MeetingStatus.SCHEDULED if AHEAD.search(lows) is not None else invited
    if (outcome := outcome_of(unit, place)) is not None:
        status, is_named = MeetingStatus.HELD, True
        between = next((at for at in range(outcome, len(unit.words)) if unit.words[at].low == "between"), None)
        people = people or able_to_meet(parties_of(named_after(unit, between), actors, unit) if between else [])
    if (not people and not is_named) or status is None:
        return None
    trigger = (unit.words[place].start, unit.words[place].end)
    where = destination(text, unit, place) if kind is MeetingKind.VISIT else place_of(text, unit, place)
    if before[-1:] == ["in"] and status is MeetingStatus.HELD and {"is", "are"} & set(before):
        status = MeetingStatus.ONGOING
    rule, section = f"noun-{kind.value}", unit.block.section
    states = states_in(unit)
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        people,
        trigger,
        rule,
        place=where,
        section=section,
        states=states,
        days=own_days(text, unit, trigger),
        is_the=before[-1:] == ["the"] and following in LINKS,
        is_certain=is_named,
    )


def low_at(unit: Passage, place: int) -> str:
    """Return a word in lower case; nothing outside the sentence."""
    return unit.words[place].low if 0 <= place < len(unit.words) else ""


def kind_of_noun(unit: Passage, place: int) -> MeetingKind | None:
    """Return the kind of meeting that a noun is of; `None` if it is of none."""
    low = unit.words[place].low
    if low in OPENINGS and low_at(unit, place + 1) == "of":
        opened = {token.low for token in unit.words[place + 2 : place + 5]}
        return None if opened & (ROUTINE | NOUNS.keys()) else MeetingKind.CEREMONY
    if low in ADDRESSES:
        return MeetingKind.TALKS if organ_behind(unit, place) is not None else None
    if low == "visits" and low_at(unit, place - 1) in {"with", "including"} and low_at(unit, place + 1) == "to":
        return MeetingKind.VISIT
    is_used = low_at(unit, place - 2) in USES and low_at(unit, place - 1) in {"his", "her", "their"}
    if is_used and not unit.words[min(place + 2, len(unit.words) - 1)].is_capital:
        return None  # uses his trip to press for peace: of a visit told before
    return NOUNS.get(low)


def is_known_event(unit: Passage, place: int) -> bool:
    """Whether a noun is of one event though nobody is named who takes part: "on the sidelines of the Oslo Forum"."""
    if place == 0 or not unit.words[place - 1].is_capital:
        return False
    before = [token.low for token in unit.words[max(0, place - LONGEST_NAME) : place]]
    if {"sidelines", "margins"} & set(before):
        return True
    opening = next((at for at in range(place - 1, max(0, place - LONGEST_EVENT), -1) if not is_of_name(unit, at)), 0)
    led = unit.words[opening - 1].low
    is_led = led in {"in", "at", "during"} or (led == "of" and unit.words[opening - 2].low in PARTS_OF_EVENTS)
    return opening > 0 and unit.words[opening].low == "the" and is_led


def outcome_of(unit: Passage, place: int) -> int | None:
    """Return the place of the verb that says what came of a meeting told anew: "talks in Oslo resulted in a truce"."""
    opening = next((at for at in range(place, -1, -1) if unit.words[at].low in {",", "and", "but", "that"}), -1) + 1
    lows = {token.low for token in unit.words[opening:place]}
    is_where = low_at(unit, place + 1) in {"in", "at"} and unit.words[min(place + 2, len(unit.words) - 1)].is_capital
    if lows & (NO_OUTCOME | {"the", "these", "those"}) or not (
        is_where or low_at(unit, place + 1) in {"of", "between"}
    ):
        return None
    for at in range(place + 1, min(place + NEAR_OUTCOME, len(unit.words))):
        low = unit.words[at].low
        if low in OUTCOMES:
            return at
        is_town = low == "," and unit.words[at - 1].is_capital
        if low in NO_OUTCOME or (low == "," and not is_town) or unit.words[at].text == QUOTED:
            return None
    return None


def is_of_name(unit: Passage, place: int) -> bool:
    """Whether a word can stand in the name of an event: "the historic June 2022 U.S.-ASEAN Special Summit"."""
    token = unit.words[place]
    is_adjective = token.text.islower() and unit.words[place - 1].low == "the"
    return token.is_capital or token.low in {"-", "'s"} or token.text[0].isdigit() or (is_adjective and token.is_word)


def is_topic(unit: Passage, place: int) -> bool:
    """Whether a noun says only of what somebody speaks: "a question about the talks with Norway"."""
    for at in range(place - 1, max(-1, place - LONGEST_NAME), -1):
        low = unit.words[at].low
        if low in TOPICS:
            return True
        if low in AT | {",", "and", "for", "to", "with"} or unit.sentence.ending(at + 1) is not None:
            return False
    return False


def is_event(low: str, before: Sequence[str], following: str) -> bool:
    """Whether a noun of meetings is one here: not "he talks", "a call for peace", "a news conference", "if talks"."""
    if low == "meet":
        return before[-1:] in (["a"], ["the"], ["future"], ["next"], ["this"])
    if low == "talks" and following in {"tough", "trash"}:
        return False
    if low == "talks":
        return before[-1:] not in (["he"], ["she"], ["who"], ["if"], ["unless"])
    if low in {"call", "calls"}:
        return bool({"phone", "telephone", "video", "recent"} & set(before)) or following in {"with", "between"}
    return low != "conference" or before[-1:] not in (["news"], ["press"], ["video"])


def link_behind(unit: Passage, place: int) -> int | None:
    """Return where those who take part are led to behind a noun, over its place and time: "talks in Oslo with A"."""
    if low_at(unit, place + 1) in LINKS:
        return place + 1
    if low_at(unit, place + 1) not in {"in", "at", "on", "to"}:
        return None
    for at in range(place + 2, min(place + NEAR_LINK, len(unit.words))):
        low = unit.words[at].low
        if low in {"with", "between"}:
            return at
        if not (unit.words[at].is_capital or low.isdigit() or low in BEFORE_LINK):
            return None
    return None


def people_of_noun(
    unit: Passage, place: int, actors: Actors, kind: MeetingKind, *, is_at: bool, ahead: bool
) -> list[Party]:
    """Return who takes part in a meeting that a noun names."""
    following = low_at(unit, place + 1)
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    subject = subject_of_clause(unit, place)
    owner = owner_of(unit, place)
    link = link_behind(unit, place)
    if owner is not None or (subject is None and link is not None and unit.words[link].low == "with"):
        subject = owner or subject_behind(unit, place)
    first = parties_of([subject, *listed_behind(unit, subject)] if subject is not None else [], actors, unit)
    people = []
    if unit.words[place].low in ADDRESSES:
        organ = organ_behind(unit, place)
        speaking = subject_behind(unit, place) if subject is None else subject
        return able_to_meet(parties_of([m for m in (speaking, organ) if m is not None], actors, unit))
    of_several = following == "of" and any(m.is_plural for m in named_after(unit, place + 1)[:1])
    if link is not None or of_several:
        people = parties_of(named_after(unit, link if link is not None else place + 1, reach=9), actors, unit)
        is_with = link is not None and unit.words[link].low == "with"
        if people and (is_with or (of_several and ahead)):
            people = [*first, *people]
    if not people:
        people = parties_of(
            (m for m in unit.named if m.last == place and not m.is_capital and m.head != "official"), actors, unit
        )
        people = noun_alone(unit, place, actors, first, people, kind, is_at=is_at, ahead=ahead, before=before)
    if not people and kind is MeetingKind.VISIT and owner is not None:
        people = first
    return able_to_meet(people)


def noun_alone(  # noqa: C901, PLR0911, PLR0913  (a decision table)
    unit: Passage, place: int, actors: Actors, first: list[Party], people: list[Party], kind: MeetingKind, *,
    is_at: bool, ahead: bool, before: Sequence[str],
) -> list[Party]:  # fmt: skip
    """Return who takes part where nothing behind the noun names them."""
    low = unit.words[place].low
    if people:
        return people
    if before[-1:] == ["in"] and low in {"talks", "negotiations"}:
        return first if {"is", "are", "was", "were", "been"} & set(before[-3:]) else []
    own = {"his", "her", "their", "its"}
    is_own = bool(own & set(before[-2:])) or (bool(own & set(before[-3:])) and before[-1].isdigit())
    if kind is MeetingKind.VISIT and LED_TO_VISIT.search(" ".join(before)):
        opener = subject_behind(unit, place) if not first else None
        return first or parties_of([opener] if opener is not None else [], actors, unit)
    is_known = before[-1:] in (["the"], ["that"])
    if kind is MeetingKind.VISIT and (
        is_own or (not is_known and {"on", "during", "conjunction", "occasion"} & set(before[-4:]))
    ):
        is_leading = bool({"on", "during", "throughout", "after", "before", "following"} & set(before))
        behind_it = subject_behind(unit, place) if is_leading and not first else None
        return first or parties_of([behind_it] if behind_it is not None else [], actors, unit)
    if is_at and {"led", "leads", "headed", "heads", "leading", "heading", "represented", "side", "delegation"} & set(
        before
    ):
        return first
    if is_at and is_own and low_at(unit, 0) in SUBORDINATE:
        near = subject_near(unit, place)
        return parties_of([near, *listed_behind(unit, near)], actors, unit) if near is not None else []
    if is_at and is_own and (hosts := subject_behind(unit, place)) is not None:
        return parties_of([hosts, *listed_behind(unit, hosts)], actors, unit)
    if is_at and kind is MeetingKind.CALL:
        return parties_of([m for m in unit.named if m.first > place][:2], actors, unit)
    if is_at and (kind is MeetingKind.CEREMONY or {"sidelines", "attending", "addressing"} & set(before)):
        if first:
            return first
        after = subject_behind(unit, place)
        named = [m for m in unit.named if m.first > place and not m.is_capital] if after is None else [after]
        return able_to_meet(parties_of(named, actors, unit))[:1]
    if ahead and kind in PROPOSABLE and low not in BARE_CALLS and before[-1:] not in (["the"], ["for"], ["to"]):
        return first
    return []


def of_who_acts_there(unit: Passage, place: int, actors: Actors, kind: MeetingKind) -> list[Party]:
    """Return who does something at a meeting of which nobody else is named: "At a summit in Oslo, A signed the pact".

    A meeting that was named before ("at the talks") is not told anew; nor is one of which only the public is named.
    """
    if kind in {MeetingKind.VISIT, MeetingKind.CALL}:
        return []
    taking = next((at for at in range(place - 1, max(0, place - FAR), -1) if unit.words[at].low in PARTAKING), None)
    if taking is not None:
        owner = owner_of(unit, taking)
        return able_to_meet(parties_of([owner] if owner is not None else [], actors, unit))
    behind_it = subject_behind(unit, place) if is_first_phrase(unit, place) else None
    subject = behind_it if behind_it is not None else subject_near(unit, place)
    if subject is None or subject.kind not in {"person", "office", "group", "body", "state", "pronoun"}:
        return []
    company = [] if behind_it is None else listed_behind(unit, subject)
    together = [*joined_before(unit, subject), subject, *company]
    people = able_to_meet(parties_of((m for m in together if m.head not in PUBLIC), actors, unit))
    return [party for party in people if subject.kind != "pronoun" or party.kind in {"person", "group", "office"}]


def is_told_anew(unit: Passage, place: int) -> bool:
    """Whether the words before a noun bring the meeting up: "at a summit", "during talks in", "at the annual forum"."""
    opening = next(
        (at for at in range(place - 1, max(-1, place - LONGEST_NAME - 1), -1) if unit.words[at].low in AT | {","}), None
    )
    if opening is None or unit.words[opening].low not in {"at", "during", "after", "following"}:
        return False
    between = [token.low for token in unit.words[opening + 1 : place]]
    following = low_at(unit, place + 1)
    if not between:
        return unit.words[place].low in {"talks", "negotiations", "discussions"} and following in {"in", "at", "on"}
    if between[0] in {"a", "an"} or "'s" in between:
        return True
    return between[0] == "the" and len(between) > 1 and following in {"in", "of", "on", "held"}


def is_due(unit: Passage, place: int) -> bool:
    """Whether somebody is due at a meeting: "is due at a meeting of the council", "is expected at the summit"."""
    opening = next((at for at in range(place - 1, max(0, place - LONGEST_EVENT), -1) if unit.words[at].low == "at"), 0)
    return unit.words[opening - 1].low in {"due", "expected", "scheduled", "awaited"}


def is_first_phrase(unit: Passage, place: int) -> bool:
    """Whether a noun stands in the phrase with which the sentence opens, before its subject."""
    return all(unit.words[at].low != "," for at in range(place)) and not any(
        m.last <= place and unit.sentence.is_free(m) and not m.is_owner for m in unit.named
    )


def subject_of_clause(unit: Passage, place: int) -> Naming | None:
    """Return the subject of the sentence of a noun, or of what is said in it: "A said that B would have talks"."""
    subject = sentence_subject(unit.sentence, place)
    if subject is None or not {token.low for token in unit.words[subject.last : subject.last + 3]} & SAYING:
        return subject
    near = subject_near(unit, place)
    is_able = near is not None and near.kind in {"person", "office", "group", "state"}
    return near if is_able else subject


def subject_near(unit: Passage, place: int) -> Naming | None:
    """Return the last actor before a noun that stands behind no preposition: who does what its clause says."""
    free = [m for m in unit.named if m.last <= place and unit.sentence.is_free(m) and not m.is_owner]
    return free[-1] if free else None
