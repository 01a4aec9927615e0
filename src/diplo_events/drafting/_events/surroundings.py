"""What stands around the verb or noun of a meeting: the words of its clause, the place, the states that are named."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS, WEEKDAY
from diplo_events.drafting._english.tokens import Token
from diplo_events.drafting._parts.units import Passage

__all__ = ["FATE", "clause_around", "destination", "own_days", "place_of", "states_in"]

PLACE: Final = re.compile(
    r"\b(?:in|at) (?:the (?:[a-z-]+ ){0,2}(?:town|city|village|port|resort|capital|island) of )?"
    rf"(?!(?:{MONTHS})\b)"
    r"(?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)

TO: Final = re.compile(r" to (?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
NEAR_CLAUSE: Final = 9
"""How many words before a verb show whether it is of something past or to come."""

WEEKDAYS: Final = re.compile(rf"\b{WEEKDAY}\b|\b(?:a day|earlier in the day)\b")
NEAR_DAY: Final = 90
"""How many characters behind a verb or noun of meeting its weekday may stand."""

OTHER_DAY: Final = re.compile(
    r"[;.“”\"]|\b(?:said|says|told|added|announced|before|after|that|who|which|when|until|and (?:[a-z]+ed|will|was))\b"
)
"""Behind these, a weekday is of something else."""

FATE: Final = 16
"""How many words behind a noun may say what became of the meeting: "was postponed"."""


def clause_around(found: Sequence[Token], place: int, behind: int = 4) -> str:
    """Return the words of the clause before a verb or noun, and the next ones."""
    first = place
    while (
        first > 0
        and place - first < NEAR_CLAUSE
        and found[first - 1].low not in {";", ".", "while", "but", "where", "—"}
    ):
        first -= 1
    return " ".join(token.low for token in found[first : place + behind] if token.text not in {"May", "March"})


def place_of(text: str, unit: Passage, place: int) -> str | None:
    """Return where a meeting takes place, as written behind it: "in Cairo", "at the White House"."""
    last = unit.words[min(len(unit.words) - 1, place + 14)].end
    match = PLACE.search(text, unit.words[place].start, last)
    return match["place"] if match else None


def destination(text: str, unit: Passage, place: int) -> str | None:
    """Return where a visit goes, as written behind it: "to Singapore"; else where it takes place."""
    match = TO.match(text, unit.words[place].end)
    return match["place"] if match else place_of(text, unit, place)


def own_days(text: str, unit: Passage, trigger: tuple[int, int]) -> frozenset[str]:
    """Return the weekdays that date a meeting: behind its word in its clause, else before its sentence."""
    behind = text[trigger[1] : min(unit.end, trigger[1] + NEAR_DAY)]
    other = OTHER_DAY.search(behind)
    found = WEEKDAYS.findall(behind[: other.start()] if other is not None else behind)
    opening = re.match(r"(?:On |Earlier |Late |Early )+(?:on )?([A-Z][a-z]+day)\b", text[unit.start : unit.end])
    return frozenset(found or ([opening[1]] if opening is not None else []))


def states_in(unit: Passage) -> frozenset[str]:
    """Return the codes of the states of whom a sentence names anybody."""
    return frozenset(mention.state.code for mention in unit.named if mention.state is not None)
