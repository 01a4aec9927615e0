"""The office far before the name of who holds it: "The deputy director for roads and bridges at the Lake Fund, X"."""

from typing import Final

from diplo_events.drafting._english.asides import opening_before
from diplo_events.drafting._english.nouns import FUNCTION
from diplo_events.drafting._english.portfolios import PORTFOLIOS
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import CLAUSES, PREPOSITIONS, Sentence
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES

__all__ = ["behind_portfolios", "holder_before", "holder_of_both", "office_before"]

LINKS: Final = (PREPOSITIONS - CLAUSES) | {"and", "&", ",", "'s", "the", "a", "an", "its", "their", "all"}
"""Small words inside what somebody is an officer of."""
LONGEST_BODY: Final = 12
"""How many words the first of two bodies has at most that one person heads."""

LONGEST: Final = 16
"""How many words an office has at most with what it is for."""


def office_before(sentence: Sentence, last: int) -> Naming | None:
    """Return the office that begins a clause and ends, with what it is for, at a place; `None` if none does."""
    for index in range(last, max(-1, last - LONGEST), -1):
        office = sentence.ending(index + 1)
        if office is not None and office.kind == "office" and sentence.is_free(office) and opens(sentence, office):
            return office if index < last else None
        token = sentence.words[index]
        if token.text == QUOTED or not (token.low in LINKS or is_noun(token)):
            return None
    return None


def behind_portfolios(sentence: Sentence, opening: int, comma: int) -> Naming | None:
    """Return who holds several offices with commas between: "The Minister of State, Minister of Works, X, said"."""
    named = next((m for m in sentence.named if m.first == opening + 1 and m.last == comma), None)
    if named is None or named.kind not in {"person", "name"} or " " not in named.name:
        return None
    first = opening
    while first > 0 and (sentence.words[first - 1].is_capital or sentence.low(first - 1) in {"of", "and", ",", "for"}):
        first -= 1
    office = next((m for m in sentence.named if m.first in {first, first - 1} and m.kind == "office"), None)
    commas = [at for at in range(first, opening) if sentence.low(at) == ","]
    is_of_one = office is not None and office.head == "minister" and not office.is_plural and opens(sentence, office)
    inside = [m for m in sentence.named if first < m.first < opening]
    are_others = any(m.kind in {"person", "state"} or (m.kind == "name" and not is_portfolio(m)) for m in inside)
    return named if is_of_one and commas and not are_others else None


def is_portfolio(mention: Naming) -> bool:
    """Whether a name is what an office is for: "African Affairs"."""
    return mention.name.split()[-1].lower() in PORTFOLIOS


def holder_of_both(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return who heads two bodies, with no comma behind them: "Ana Reis, head of the Lake Party and the Union said"."""
    if mention.kind not in {"body", "group", "name"} or sentence.low(mention.first - 1) != "and":
        return None
    last = mention.first - 1
    last = opening_before(sentence, last - 1, {"("}) if sentence.low(last - 1) == ")" else last
    office = next((m for m in sentence.named if m.kind == "office" and m.first < last <= m.last + LONGEST_BODY), None)
    if office is None or sentence.low(office.first - 1) != ",":
        return None
    lows = {token.low for token in sentence.words[office.first : last]}
    person = sentence.ending(office.first - 1)
    is_first = person is not None and person.kind in {"person", "name"} and person.first == 0
    return person if is_first and lows & {"of", "at", "for", "in"} and "," not in lows else None


def holder_before(sentence: Sentence, last: int) -> Naming | None:
    """Return the person whose office ends at a place: "Ana Reis, head of one of the groups"; `None` if none does."""
    office = office_before(sentence, last)
    person = sentence.ending(office.first - 1) if office is not None and office.first else None
    is_whole = person is not None and person.kind in {"person", "name"} and not person.is_owner
    return person if person is not None and is_whole and sentence.is_free(person) else None


def holder_of(sentence: Sentence, office: Naming) -> Naming | None:
    """Return who begins a sentence, if an office is the last of several of theirs: "Ana Reis (Veld), senator and"."""
    person = next((m for m in sentence.named if m.first == 0 and m.last <= office.first), None)
    if person is None or person.kind not in {"person", "name"} or person.is_owner or office.is_definite:
        return None
    between = sentence.words[person.last : office.first]
    is_plain = all(
        token.low in LINKS | {"(", ")", "former", "then"} or (token.text != QUOTED and is_noun(token))
        for token in between
    )
    offices = sum(m.kind == "office" and person.last <= m.first < office.first for m in sentence.named)
    is_set_off = [token.low for token in between][:1] in ([","], ["("]) and offices > 0
    return person if is_plain and is_set_off else None


def is_noun(token: Token) -> bool:
    """Whether a word can belong to an office, or to what it is for."""
    is_verb = token.text.islower() and (token.low in CUES or token.low in AUXILIARIES)
    return token.is_word and token.low not in FUNCTION and not is_verb


def opens(sentence: Sentence, office: Naming) -> bool:
    """Whether an office begins a sentence or a clause."""
    before = sentence.words[office.first - 1] if office.first else None
    return before is None or before.low in {",", ";", "while", "but", "and", "—", "–"} or before.text == QUOTED
