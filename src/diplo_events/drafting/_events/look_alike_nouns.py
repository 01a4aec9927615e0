"""Nouns of meetings that tell of none: "solved through talks", "an impasse in the talks"."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.idle_nouns import is_goal
from diplo_events.drafting._parts.units import Passage

__all__ = ["NOUNS_ALIKE", "is_noun_alike"]

BARE: Final = words("negotiation negotiations dialogue talks discussions consultations")
"""Nouns of what states do with each other, and of a meeting only where somebody holds it."""

EVENTS: Final = words("summit conference forum")
JOURNEYS: Final = words("journey journeys")
RITES: Final = words("funeral funerals wedding parade")
NOUNS_ALIKE: Final = BARE | EVENTS | JOURNEYS | RITES | words("engagement mission opening")
"""Nouns that can be such."""

MET: Final = words("met meet meets meeting spoke talked conferred")
WAYS: Final = words("through by via with")
"""Before a bare noun, these say in which way something is done."""

MODALS: Final = words("can could must should may cannot only")
"""Before "through talks", these say in which way something could be done, whoever would talk."""

WISHES: Final = words("room open return returns returning ready scope way hope hopes prospect back")
"""Before "for talks" and "to talks", these speak of what could be."""

WITH_WHOM: Final = words(
    "with between among involving in at on held hosted led mediated brokered this last next yesterday"
)
"""Behind a noun, these lead to who meets, where or when."""

STOPPED: Final = words("impasse deadlock stalemate standstill")
"""Before "in the talks", these speak of talks as a whole."""

POLICIES: Final = words(
    "our continued stakeholder public community economic further civic strategic constructive meaningful broader"
)
"""Before "engagement", these make it a policy."""

TEXTS: Final = words(
    "statement declaration communique communiqué document accord accords agreement report resolutions outcomes"
)
"""What comes of a meeting and is spoken of later: "the statement of the Oslo Summit"."""

ASSAULTS: Final = words(
    "attack attacked attacks bombing bombed bomb shelling shelled airstrike strike protested clashed clashes"
)
"""In a sentence on a funeral, these say what happened to it."""

NEAR: Final = 4
"""How many words before a noun are read."""

LONGEST_NAME: Final = 8
"""How many words the name of an event may have."""


def is_noun_alike(unit: Passage, place: int) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a noun of meetings tells of none here."""
    low, before, following = unit.words[place].low, lows_before(unit, place), low_at(unit, place + 1)
    if low in BARE:
        lows = [token.low for token in unit.words[max(0, place - LONGEST_NAME) : place]]
        return is_goal(unit, place) or is_way(low, before, following, lows) or is_carried_on(unit, place)
    if low in JOURNEYS:
        return following not in {"to", "from", "in", "through", "across"}
    if low == "engagement":
        return bool(POLICIES & set(before[-1:]))
    if low == "mission":
        return following == "to" and low_at(unit, place + 2) not in {"the", ""} and not is_capital(unit, place + 2)
    if low == "opening":
        return before[-2:] == ["in", "the"]
    if low in RITES:
        return bool(ASSAULTS & {token.low for token in unit.words})
    return is_of_text(unit, place)


def is_carried_on(unit: Passage, place: int) -> bool:
    """Whether talks go on at the meeting before them: "met to discuss trade and continue the talks"."""
    lows = [token.low for token in unit.words[:place]]
    is_led = lows[-3:-2] == ["and"] and lows[-2] in {"continue", "resume"} and lows[-1] in {"the", "their", "these"}
    return is_led and bool(MET & set(lows))


def is_way(low: str, before: list[str], following: str, lows: list[str]) -> bool:
    """Whether a bare noun says in which way something is done, or speaks of talks as a whole."""
    if bool(MODALS & set(lows)) and bool(WAYS - {"with"} & set(before[-3:])):
        return True
    if following in WITH_WHOM - {"on"}:
        is_whole = before[-2:] == ["in", "the"] and bool(STOPPED & set(before))
        return is_whole or (low == "negotiation" and following == "in" and not before)
    is_topic = before[-1:] in (["discuss"], ["discussing"], ["discussed"])
    is_way = bool(WAYS & set(before[-1:])) and following in {",", ".", ";", ""}
    is_whole = (before[-1:] == ["in"] and following == "that") or (
        before[-2:] == ["in", "the"] and bool(STOPPED & set(before))
    )
    is_open = bool(WISHES & set(before[-2:-1])) and before[-1] in {"for", "to"}
    return is_open or is_topic or is_way or is_whole or (low == "negotiation" and following != "on")


def is_of_text(unit: Passage, place: int) -> bool:
    """Whether an event is named only by what it wrote: "the Joint Statement of the Oslo Summit"."""
    for at in range(place - 1, max(0, place - LONGEST_NAME), -1):
        low = unit.words[at].low
        if low == "of":
            return low_at(unit, at - 1) in TEXTS
        if not (unit.words[at].is_capital or low in {"the", "-", "'s"} or low[:1].isdigit()):
            return False
    return False


def lows_before(unit: Passage, place: int) -> list[str]:
    """Return the words before one, in lower case."""
    return [token.low for token in unit.words[max(0, place - NEAR) : place]]


def low_at(unit: Passage, place: int) -> str:
    """Return a word in lower case; nothing outside the sentence."""
    return unit.words[place].low if 0 <= place < len(unit.words) else ""


def is_capital(unit: Passage, place: int) -> bool:
    """Whether a word has a capital."""
    return 0 <= place < len(unit.words) and unit.words[place].is_capital
