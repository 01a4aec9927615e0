"""Which stretches in quotation marks are names or terms, and nobody's words."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import BODIES as NOUNS_OF_BODIES
from diplo_events.drafting._english.nouns import FUNCTION, GROUPS, words
from diplo_events.drafting._english.verbs import BE, CUES
from diplo_events.drafting._parts.quotations import Quotation
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.feelings import FELT

__all__ = ["SIGNS", "is_term"]

BODIES: Final = NOUNS_OF_BODIES | words("charity network newspaper club band")
WORD: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
WORDS_FOR: Final = words("word term phrase label nickname expression slogan title name nicknames")
"""Nouns of what words are, directly before them: who uses the word is another question."""

NAMING: Final = words("so-called dubbed codenamed code-named nicknamed titled entitled called named known")
TITLED: Final = words(
    "case film book song novel album series play movie operation programme program project magazine newspaper"
)
"""Nouns of what has a title, directly before it."""

MOVING: Final = words(
    """
    add added adding adds remove removed removing removes delete deleted deleting insert inserted inserting replace
    replaced replacing drop dropped dropping strike struck striking change changed changing omit omitted omitting
    """
)
"""What is done with words of a text or a name."""

MOVED_TO: Final = words("to from with in into for")
NEAR_MOVED: Final = 5
"""How many words before words of a text the verb stands that changes them."""

HEADLINED: Final = words("headlined titled entitled subtitled captioned")
"""Behind these stands what a text is called."""

IS_NAMED: Final = re.compile(
    r"\b(?:is|was|are|were|been|being|became) (?:\w+ly |also |often |sometimes )*"
    r"(?:known|termed|called|dubbed|nicknamed|named|labell?ed|branded|hailed)\b"
)
"""Whoever is named so says nothing: "was known as a “friend to all”"."""

CHANTING: Final = words("chanting shouting yelling singing")
"""Behind these stands what a crowd says, however short."""

SIGNS: Final = words(
    "sign signs board boards flag flags t-shirt t-shirts shirts banner banners placard placards poster posters"
)
"""What people carry with words on it."""

BEARING: Final = words("reading saying stating declaring read reads said says stated declared")
"""Between a sign and its words stand these."""

HELD: Final = words("arrested detained jailed held convicted sentenced imprisoned indicted")
"""What is done to somebody for a crime."""

CODE: Final = re.compile(r"(?=\S*\d)(?=\S*[A-Z])[A-Za-z\d]+-[A-Za-z\d-]+")
"""What is named by letters and numbers: COVID-19."""

OF_WORDS: Final = words("means meant refers referred denotes originally derives comes is was")
"""Behind a word in marks, these speak of the word."""

LAWS: Final = words("constitution statute oath anthem")
PROVIDING: Final = words("specifies provides defines guarantees requires prescribes stipulates")
"""Behind a law, these begin what its words are, which nobody says."""

NEAR_NAME: Final = 18
"""How many words beside a name show what bears it."""

FAR: Final = 18
"""How many words before a name may say that it is one."""

SHORT: Final = 4
"""How many words a term has at most."""

LONG: Final = 8
"""With more words it is not a name either."""

SMALL: Final = 3
"""How many letters the words of a title have that may go without a capital: of, the, and."""


def is_crime(unit: Passage, place: int, inside: Sequence[str], hit: Hit | None) -> bool:
    """Whether a stretch is what somebody else is held for: "praised Wu, arrested on charges of “treason”"."""
    is_charge = unit.sentence.low(place - 1) == "of" and unit.sentence.low(place - 2) in {"charge", "charges"}
    first = hit.place + 1 if hit is not None else place
    return is_charge and len(inside) <= SHORT and any(token.low in HELD for token in unit.words[first:place])


def is_term(text: str, unit: Passage, place: int, quotation: Quotation, hit: Hit | None) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a stretch in quotation marks is a name or a term.

    Args:
        text: The text.
        unit: The sentence.
        place: The place of the quotation among its words.
        quotation: The stretch.
        hit: The verb of saying to which it would belong.
    """
    inside = WORD.findall(text[quotation.start : quotation.end])
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if is_headline(unit, place, inside) or is_nickname(unit, place, inside) or is_crime(unit, place, inside, hit):
        return True
    if before[-1:] != [] and before[-1] in BE and FELT.search(text, quotation.start, quotation.end):
        return False
    if hit is None and is_bearer(unit, place, inside):
        return True
    if len(inside) > LONG or CHANTING & set(before[-1:]) or is_on_sign(unit, place):
        return False
    if is_name_of(unit, place, inside, hit) or is_given_name(unit, place, hit) or CODE.fullmatch(" ".join(inside)):
        return True
    is_title = any(word[0].isupper() or word[0].isdigit() for word in inside) and all(
        word[0].isupper() or word[0].isdigit() or len(word) <= SMALL for word in inside
    )
    if is_title and (NAMING & set(before) or (len(inside) > 1 and before[-1:] and before[-1] in TITLED)):
        return True
    is_named = hit is None or hit.cue is None or hit.cue.is_quoting or hit.cue.lemma in {"call", "name"}
    if is_title and is_named and 1 < len(inside) <= SHORT + 1:
        return True
    is_object = hit is not None and (
        hit.rule.startswith("passive") or hit.place < place or len(unit.words) - hit.place <= SHORT
    )
    if hit is not None and hit.place == place + 1 and hit.rule == "according-to":
        return False
    if hit is not None and hit.rule == "according-to" and place < SHORT and unit.words[0].low.endswith("ing"):
        return False  # Reflecting an “imbalance”, most are poor, according to Li
    is_noun = before[-1:] in (["the"], ["its"], ["their"]) or (hit is None and before[-1:] in (["a"], ["an"]))
    is_noun = is_noun and not is_spoken_of(unit, place)
    return len(inside) <= SHORT and is_noun and not is_object and quotation.start > unit.start + 2


def is_spoken_of(unit: Passage, place: int) -> bool:
    """Whether somebody refers to a thing in words of their own: "angered us by referring to the “state terror”"."""
    before = [token.low for token in unit.words[max(0, place - 3) : place]]
    return before[:2] == ["referring", "to"]


def is_headline(unit: Passage, place: int, inside: Sequence[str]) -> bool:
    """Whether a stretch is a headline or a long name: "a story headlined “…”", "a march called “…”"."""
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if before[-1:] != [] and before[-1] in HEADLINED:
        return True
    capitals = [word for word in inside if word[0].isupper() or word[0].isdigit()]
    is_title = len(inside) > LONG and all(len(word) <= SMALL + 1 or word in capitals for word in inside)
    return is_title and bool(NAMING & set(before))


def is_nickname(unit: Passage, place: int, inside: Sequence[str]) -> bool:
    """Whether a stretch is one of the names of a person: "Tom “Fox” Hale"."""
    if not 0 < place < len(unit.words) - 1 or not 0 < len(inside) <= SMALL:
        return False
    before, behind = unit.words[place - 1], unit.words[place + 1]
    is_between = before.is_word and before.is_capital and behind.is_word and behind.is_capital
    is_title = all(word[0].isupper() for word in inside[-1:]) and inside[0].lower() not in FUNCTION
    near = (m for m in unit.named if place in {m.last, m.first - 1})
    return (
        is_between
        and is_title
        and before.low not in FUNCTION | CUES.keys()
        and any(mention.kind in {"person", "name"} for mention in near)
    )


def is_on_sign(unit: Passage, place: int) -> bool:
    """Whether a sign bears the words: "held signs that read “Free Veld”"."""
    near = [token.low for token in unit.words[max(0, place - SHORT) : place]]
    return near[-1:] != [] and near[-1] in BEARING and bool(SIGNS & set(near))


def is_given_name(unit: Passage, place: int, hit: Hit | None) -> bool:
    """Whether a name is given, a word is only spoken of, or a body bears the name in marks."""
    before = [token.low for token in unit.words[max(0, place - NEAR_NAME) : place]]
    following = [token.low for token in unit.words[place + 1 : place + 1 + NEAR_NAME]]
    if hit is not None and hit.cue is not None and hit.cue.lemma == "name" and hit.place < place:
        return "as" not in before and unit.words[hit.place + 1].low not in {"him", "her", "them"}
    if before[-2:-1] == ["the"] and before[-1] in {"word", "term"}:
        return bool(OF_WORDS & set(following[:2]))
    if before[-1:] == ["of"] and following[:1] == [","] and following[1:2] in (["a"], ["an"], ["the"]):
        return bool(BODIES & set(following))
    told = {token.low for token in unit.words[:place]}
    is_of_law = hit is None or (hit.subject is not None and hit.subject.name.lower().split()[-1] in LAWS)
    return is_of_law and bool(LAWS & told) and bool(PROVIDING & told)


def is_referred_to(unit: Passage, place: int, inside: Sequence[str]) -> bool:
    """Whether something is only called so, behind its noun: "a group referred to as “Lake”"."""
    before = [token.low for token in unit.words[max(0, place - 4) : place]]
    is_reduced = before[1:] == ["referred", "to", "as"] and before[0] in BODIES | GROUPS | {"what", "something"}
    is_named = before[-2:-1] in (["which"], ["who"]) and before[-1] in BE and place + 1 < len(unit.words)
    is_named = is_named and inside[:1] != [] and inside[0].lower() not in FUNCTION  # which is “a challenge” and
    return is_reduced or (is_named and unit.words[place + 1].is_word)


def is_word_moved(unit: Passage, place: int) -> bool:
    """Whether words go into a text or out of it: "adding the words “and water” to the title"."""
    before = [token.low for token in unit.words[max(0, place - NEAR_MOVED) : place]]
    behind = unit.words[place + 1].low if place + 1 < len(unit.words) else ""
    return (
        before[-1:] != [] and before[-1] in WORDS_FOR | {"words"} and behind in MOVED_TO and bool(MOVING & set(before))
    )


def is_bearer(unit: Passage, place: int, inside: Sequence[str]) -> bool:
    """Whether a stretch is what something is called: "‘Hale’ is", "the ‘Lake’ group", "‘tough-love’ tactics"."""
    following = unit.words[place + 1] if place + 1 < len(unit.words) else None
    if following is None or not following.is_word:
        return False
    is_title = 0 < len(inside) <= SMALL and all(word[0].isupper() for word in inside)
    is_noun = following.text.islower() and following.low not in FUNCTION and following.low not in CUES
    is_first = place <= 1 and following.low in BE | {"has", "had"}
    is_compound = len(inside) == 1 and "-" in inside[0]
    return (is_title and (is_first or following.low in BODIES | GROUPS)) or (is_compound and is_noun)


def is_name_of(unit: Passage, place: int, inside: Sequence[str], hit: Hit | None) -> bool:
    """Whether the words before a stretch in quotation marks say that it is a name or a word."""
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if "so-called" in before or before == ["known", "as"]:
        return True
    is_told = hit is not None and hit.rule == "according-to"  # according to Li, those who are “no friends”
    if (is_referred_to(unit, place, inside) and not is_told) or is_word_moved(unit, place):
        return True
    if hit is not None:
        return False
    is_word = before[-1:] != [] and before[-1] in WORDS_FOR
    return is_word or bool(IS_NAMED.search(" ".join(token.low for token in unit.words[max(0, place - FAR) : place])))
