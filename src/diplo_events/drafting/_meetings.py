"""The meetings, visits and calls that a text reports, with who takes part and how far they have come."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors import Actors, Party
from diplo_events.drafting._meeting_words import (
    ABOUT_TALKS,
    AHEAD,
    GATHER,
    HOLD,
    HOST,
    MEET,
    NOT_PEOPLE,
    NOUNS,
    PHONE,
    PROPOSED,
    SPEAK,
    THE_TALKS,
    TRAVEL,
    VISIT,
    status_of,
)
from diplo_events.drafting._mentions import Naming
from diplo_events.drafting._nouns import words
from diplo_events.drafting._subjects import before_verb, sentence_subject, subject_before
from diplo_events.drafting._tokens import QUOTED, Token
from diplo_events.drafting._units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["Encounter", "encounters", "named_after", "party_at", "subject_of"]

BEFORE_NOUN: Final = words("the a an this that his their our such 's of future next")
BEFORE_MEETING: Final = words("before after and is are were was while in")
STANDARD: Final = re.compile(
    r"(?:the|their|its|his|a|an|these|all|those) (?:\w+ )?"
    r"(?:target|goal|deadline|condition|demand|need|standard|requirement|expectation|criteri)"
)
OVER: Final = words(
    """
    ; . that which who where because said saying before to in at ahead on about over during under near from of for
    """
)
"""Behind these nobody is named who takes part."""

AT: Final = words("at during following after attending addressing in on sidelines")
PROPOSABLE: Final = frozenset(
    {MeetingKind.CONFERENCE, MeetingKind.TALKS, MeetingKind.SUMMIT, MeetingKind.NEGOTIATION, MeetingKind.CALL}
)
PLACE: Final = re.compile(r"\b(?:in|at) (?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
NEAR_CLAUSE: Final = 9
"""How many words before a verb show whether it is of something past or to come."""

FATE: Final = 9
"""How many words behind a noun may say what became of the meeting: "was postponed"."""

GAP: Final = 5
"""How many words may stand between two who are named together."""


@attrs.define
class Encounter:
    """A meeting, a visit or a call."""

    start: int
    """Where its passage begins."""
    end: int
    """Where it ends."""
    kind: MeetingKind
    """Its kind, by its noun or verb."""
    status: MeetingStatus
    """How far it has come, by the tense and the words beside it."""
    participants: list[Party]
    """Who takes part."""
    trigger: tuple[int, int]
    """The words that show it."""
    rule: str
    """The rule that found it."""
    hosts: list[Party] = attrs.field(factory=list)
    """Who receives the others."""
    place: str | None = None
    """Where, as written."""
    is_definite: bool = False
    """Whether it is "the talks", which were named before."""
    more: list[tuple[int, int]] = attrs.field(factory=list)
    """Further passages."""


def encounters(text: str, found: Sequence[Passage], actors: Actors) -> list[Encounter]:
    """Return the meetings, visits and calls of a text; a repeat is one with a further passage."""
    result: list[Encounter] = []
    for item in (item for unit in found if text[unit.end - 1] != "?" for item in of_unit(text, unit, actors)):
        same = next((other for other in reversed(result) if is_same(other, item)), None)
        if same is not None:
            if (item.start, item.end) not in {(same.start, same.end), *same.more}:
                same.more.append((item.start, item.end))
            same.participants.extend(party for party in item.participants if party not in same.participants)
        elif item.participants:
            result.append(item)
    return result


def is_same(one: Encounter, other: Encounter) -> bool:
    """Whether two passages can be of one meeting: the same stage, and somebody who takes part in both."""
    if one.status is not other.status:
        return False
    if not other.participants or other.is_definite:
        return True
    shared = [party for party in other.participants if party in one.participants]
    return len(shared) >= min(2, len(other.participants), len(one.participants))


def of_unit(text: str, unit: Passage, actors: Actors) -> Iterator[Encounter]:
    """Find the meetings of one sentence."""
    free = 0
    for place, token in enumerate(unit.words):
        if place < free or token.text == QUOTED:
            continue
        item = by_verb(text, unit, place, actors)
        reach = 8
        if item is None:
            item, reach = by_noun(text, unit, place, actors), 5
        if item is not None:
            free = place + reach
            yield item


def behind(unit: Passage, place: int) -> str:
    """Return the next words in lower case."""
    return " ".join(token.low for token in unit.words[place + 1 : place + 10])


def by_verb(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read a verb of meeting with its subject and objects."""
    low, before = unit.words[place].low, unit.words[place - 1].low if place else ""
    if before in BEFORE_NOUN and low not in {"held", "met"}:
        return None
    kind = kind_of_verb(unit, place)
    status = status_of(clause_around(unit.words, place), low, before) if kind is not None else None
    if kind is None or status is None:
        return None
    subject = subject_of(unit, place)
    members = [subject, *listed_behind(unit, subject)] if subject is not None else []
    people = parties_of(members, actors)
    return Encounter(
        unit.start,
        unit.end,
        kind,
        status,
        able_to_meet([*people, *parties_of(named_after(unit, place), actors)]),
        (unit.words[place].start, unit.words[place].end),
        f"verb-{kind.value}",
        hosts=people[:1] if low in HOST else [],
        place=place_of(text, unit, place),
        is_definite=THE_TALKS.match(behind(unit, place)) is not None,
    )


def kind_of_verb(unit: Passage, place: int) -> MeetingKind | None:  # noqa: PLR0911  (a decision table)
    """Return the kind of meeting that a verb is of; `None` if it is of none."""
    low, before, rest = unit.words[place].low, unit.words[place - 1].low if place else "", behind(unit, place)
    by_phone = PHONE.search(rest) is not None
    if low in MEET and (low != "meeting" or before in BEFORE_MEETING):
        if STANDARD.match(rest):
            return None
        return MeetingKind.CALL if by_phone else MeetingKind.TALKS
    if low in HOST:
        noun = event_noun(unit.words, place)
        guests = named_after(unit, place)[:1]
        is_welcome = low.startswith("welcom") and not re.search(r"\b(?:to|at|in) (?:the )?[a-z]", rest)
        if is_welcome or not (noun or (guests and guests[0].kind != "body")):
            return None
        return noun or MeetingKind.TALKS
    if low in GATHER:
        return MeetingKind.TALKS
    if low in VISIT or (low in TRAVEL and rest.startswith(("to ", "in ")) and ABOUT_TALKS.search(rest)):
        return MeetingKind.VISIT
    if low in HOLD:
        return event_noun(unit.words, place)
    if low in {"phoned", "telephoned"} or (low in SPEAK and by_phone):
        return MeetingKind.CALL
    if low in {"spoke", "spoken", "talked"} and rest.startswith(("with ", "to ")):
        guest = next(iter(named_after(unit, place)), None)
        return MeetingKind.TALKS if guest is not None and guest.kind == "person" and guest.head else None
    return None


def by_noun(text: str, unit: Passage, place: int, actors: Actors) -> Encounter | None:
    """Read "talks between A and B", "a meeting with C", "at the opening ceremony"."""
    low = unit.words[place].low
    kind = NOUNS.get(low)
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    if kind is None or not is_event(low, before, following):
        return None
    ahead = bool(AHEAD.search(" ".join(before[-5:])) or PROPOSED.search(" ".join(before)))
    is_at = bool(AT & set(before[-4:]))
    people = people_of_noun(unit, place, actors, kind, is_at=is_at, ahead=ahead)
    status: MeetingStatus | None = MeetingStatus.HELD
    if not is_at or ahead or following in {"with", "between"}:
        status = status_of(clause_around(unit.words, place, FATE), low, before[-1] if before else "")
    if not people or status is None:
        return None
    trigger = (unit.words[place].start, unit.words[place].end)
    where = place_of(text, unit, place)
    return Encounter(unit.start, unit.end, kind, status, people, trigger, f"noun-{kind.value}", place=where)


def is_event(low: str, before: Sequence[str], following: str) -> bool:
    """Whether a noun of meetings is one here: not "he talks", "a call for peace", "a news conference"."""
    if low == "talks":
        return before[-1:] not in (["he"], ["she"], ["who"])
    if low == "call":
        return bool({"phone", "telephone", "video", "recent"} & set(before)) or following in {"with", "between"}
    return low != "conference" or before[-1:] not in (["news"], ["press"], ["video"])


def people_of_noun(
    unit: Passage, place: int, actors: Actors, kind: MeetingKind, *, is_at: bool, ahead: bool
) -> list[Party]:
    """Return who takes part in a meeting that a noun names."""
    following = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    before = [token.low for token in unit.words[max(0, place - 6) : place]]
    subject = sentence_subject(unit.sentence, place)
    first = parties_of([subject] if subject is not None else [], actors)
    people = []
    if following in {"with", "between", "by", "involving"}:
        people = parties_of(named_after(unit, place, reach=9), actors)
        if people and following == "with":
            people = [*first, *people]
    if not people:
        people = parties_of((m for m in unit.named if m.last == place and not m.is_capital), actors)
        is_theirs = is_at and (kind is MeetingKind.CEREMONY or {"sidelines", "attending", "addressing"} & set(before))
        if not people and is_theirs:
            people = first or able_to_meet(parties_of((m for m in unit.named if m.first > place), actors))[:1]
        elif not people and ahead and kind in PROPOSABLE and before[-1:] != ["the"]:
            people = first
    return able_to_meet(people)


def able_to_meet(parties: Iterable[Party]) -> list[Party]:
    """Return those of some actors who can take part in a meeting, each once."""
    return [
        party
        for party in dict.fromkeys(parties)
        if not party.heads & NOT_PEOPLE and (party.kind != "name" or party.is_speaker or " " in party.name)
    ]


def subject_of(unit: Passage, place: int) -> Naming | None:
    """Return the subject of a verb: the actor before it in its clause, or the first one of the sentence."""
    left, _ = before_verb(unit.words, place)
    if left >= 0 and unit.words[left].low not in {"and", "but", ",", "to", "before", "after"}:
        subject = subject_before(unit.sentence, left)
        if subject.mention is not None and subject.mention.kind != "text":
            return subject.together[0] if subject.together else subject.mention
        beside = unit.sentence.ending(left + 1)
        if beside is not None and unit.sentence.low(beside.first - 1) in {"as", "with", "after", "before"}:
            return beside
    return sentence_subject(unit.sentence, place)


def party_at(mention: Naming, actors: Actors) -> Party | None:
    """Return the actor of a mention, after the text was read."""
    party = actors.at(mention.start)
    return party if party is not None or mention.kind == "pronoun" else actors.known(mention)


def parties_of(named: Iterable[Naming], actors: Actors) -> list[Party]:
    """Return the actors of some mentions."""
    return [party for mention in named if (party := party_at(mention, actors)) is not None]


def listed_behind(unit: Passage, subject: Naming) -> list[Naming]:
    """Return those who are named with the subject: "A, B and his colleague C"."""
    found: list[Naming] = []
    last = subject.last
    for mention in unit.named:
        between = [token.low for token in unit.words[last : mention.first]]
        if mention.first > subject.first and 0 < len(between) <= GAP and are_joined(between):
            found.append(mention)
            last = mention.last
    return found


def are_joined(between: Sequence[str]) -> bool:
    """Whether some words join two actors: a comma or "and", and adjectives."""
    small = {"and", ",", "his", "her", "their", "the"}
    return between[0] in {"and", ","} and all(
        low in small or (low[:1].isalpha() and place > 1) for place, low in enumerate(between)
    )


def named_after(unit: Passage, place: int, reach: int = 40) -> list[Naming]:
    """Return who is named behind a verb: its objects, and those with whom or between whom."""
    found: list[Naming] = []
    last = place + 1
    for mention in unit.named:
        if not place < mention.first <= place + reach:
            continue
        between = [token.low for token in unit.words[last : mention.first]]
        if between[-2:] == ["number", "of"]:
            between = between[:-3]
        if OVER & set(between) or QUOTED in between or len(between) > GAP:
            is_close = {"in", "at", "on", "of", "the"} & set(between) and len(between) <= GAP - 2
            if is_close and not found and not mention.is_capital and mention.kind in {"person", "group"}:
                found.append(mention)
            break
        last = mention.last
        if not (mention.is_owner or mention.is_capital or mention.name == "it"):
            found.append(mention)
    return found


def event_noun(found: Sequence[Token], place: int) -> MeetingKind | None:
    """Return the kind of the meeting whose noun follows a verb closely."""
    for token in found[place + 1 : place + 7]:
        if token.low in {",", ";", ".", "that", "to"} or token.text == QUOTED:
            return None
        if token.low in NOUNS:
            return NOUNS[token.low]
    return None


def clause_around(found: Sequence[Token], place: int, behind: int = 4) -> str:
    """Return the words of the clause before a verb or noun, and the next ones."""
    first = place
    while (
        first > 0
        and place - first < NEAR_CLAUSE
        and found[first - 1].low not in {";", ".", "while", "but", "where", "—"}
    ):
        first -= 1
    return " ".join(token.low for token in found[first : place + behind])


def place_of(text: str, unit: Passage, place: int) -> str | None:
    """Return where a meeting takes place, as written behind it: "in Cairo", "at the White House"."""
    last = unit.words[min(len(unit.words) - 1, place + 14)].end
    match = PLACE.search(text, unit.words[place].start, last)
    return match["place"] if match else None
