"""The class of each word, as far as names and descriptions of actors are made of it."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.first_words import ARABIC_NAME, is_name_first
from diplo_events.drafting._english.portfolios import MINISTRIES, portfolio_end
from diplo_events.drafting._english.short_offices import SHORT_TITLES, is_short_office, is_short_title
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._english.stating import is_verb_of_stating
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES

__all__ = [
    "ADJECTIVE", "ARTICLE", "DEMONYM", "GENITIVE", "NAME", "NOUN", "OFFICE", "OTHER", "word_classes",
]  # fmt: skip

NAME: Final = "N"
"""A name, or a part of one."""

DEMONYM: Final = "D"
"""An adjective of a state, a region or a people."""

OFFICE: Final = "R"
"""An office or an occupation."""

NOUN: Final = "G"
"""A group or a body."""

ADJECTIVE: Final = "A"
"""What can stand before an office, a group or a body."""

ARTICLE: Final = "T"
"""An article or another determiner."""

GENITIVE: Final = "S"
"""The mark of a genitive."""

OTHER: Final = "X"
"""Any other word or mark."""

AFTER_STOP: Final = frozenset([QUOTED, ".", ":", ";", "—", "–"])
"""Behind these every word may have a capital."""

AFTER_MILITARY: Final = nouns.words(
    ", . has have had is was were will would also later in on released issued published launched"
)
"""Behind "the military", these show that it is a noun."""

ATTRIBUTIVE: Final = nouns.words("official general representative executive head chief user")
"""Offices that are adjectives before another noun."""

NOUN_FOLLOWERS: Final = nouns.words(
    """
    familiar close privy aware present responsible named known who whose went came left met spoke took gave got kept
    held led made saw became began ran sat stood put set cut fell grew knew lost paid sent won wrote read quit elect
    close next alone alike here there
    """
)
"""Verbs and adjectives that stand behind somebody's office."""

NO_OCCUPATIONS: Final = nouns.words("majors chairs persons generals bosses sheriffs")
"""Plurals that mean something else as often."""

BY_FATE: Final = nouns.words("accused detained condemned bereaved")
"""Participles that are nouns of persons behind an article and before a verb: "the accused deny it"."""

GIVEN: Final = nouns.words("jan april june august")
"""Months that are first names as well."""
OVER: Final = nouns.words("head heads chief chiefs boss")
"""Who is one of these "of Norlandic diplomacy" is a foreign minister."""
SAYS: Final = nouns.words("says tells warns insists denies announces believes")
"""Verbs of saying that are in no name, whatever the capitals of a headline."""
BEHIND_SURNAMES: Final = nouns.words("from of , . who 's")
"""Behind an adjective of a people, these show that it is a surname."""

ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
OF_SO_MANY: Final = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)-(?:member|nation|state|country|party)"
)
"""An adjective that says how many a body has: "the 15-member council"."""

FIELDS: Final = nouns.words(
    "policy affairs aid refugee relief climate food weapons atomic nuclear watchdog truce hostage"
)
"""Nouns that say what an office is for: "the EU foreign policy chief"."""

DATO: Final = nouns.words("dato datuk tan ' ’")
"""Before "Seri" and "Sri", these are with it one title."""

BEHIND_NAMES: Final = frozenset({"MP", "MEP"})
"""Letters that stand behind the name of a person with a title: "the Hon. Ana Reis MP"."""

TITLE_BEFORE: Final = 3
"""How many words before such letters the title stands, with two names between."""

HONOURED: Final = nouns.words("hon hon. rt rt. right honourable honorable")
"""Behind an office and "the", these are a title: "Senator the Hon. Ana Reis"."""

ADDRESSES: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
"""Titles behind which a surname stands, whatever else the word means."""


def word_classes(found: Sequence[Token], known: Collection[str]) -> list[str]:
    """Return the class of each word.

    Args:
        found: The words.
        known: The words with a capital inside the sentences of the text: these are names also at the beginning of one.

    >>> from diplo_events.drafting._english.tokens import tokens
    >>> "".join(word_classes(tokens("The Greek prime minister met Li’s envoys.", 0, 40, []), set()))
    'TDARXNSG'
    """
    result: list[str] = []
    for place, token in enumerate(found):
        if not token.is_word:
            is_title = token.low == "'" and place > 0 and found[place - 1].text in SHORT_TITLES
            result.append(OFFICE if is_title else GENITIVE if token.low in {"'s", "'"} else OTHER)
        else:
            result.append(
                class_by_table(found, place, known, result[-1] if result else OTHER)
                or class_by_capital(found, place, known)
            )
    for place, token in enumerate(found[:-2]):
        if token.low in {"the", "right"} and found[place + 1].low in HONOURED and OFFICE in result[place - 1 : place]:
            result[place] = OFFICE  # Senator the Hon. Ana Reis
        if found[place + 1].low in {"of", "for"} and (token.low in nouns.ROLES or token.low in MINISTRIES):
            end = portfolio_end(found, place + 1)
            result[place + 1 : end] = result[place] * (end - place - 1)
    return result


def class_by_table(found: Sequence[Token], place: int, known: Collection[str], before: str) -> str | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return the class of a word that a table has; `None` if none has it."""
    token, low = found[place], found[place].low
    following = found[place + 1] if place + 1 < len(found) else None
    if token.text in ADJECTIVES or (low in nouns.REGIONS and token.is_capital):
        return NAME if before == NAME and is_behind_given_name(found, place) else DEMONYM
    if low in nouns.DETERMINERS:
        return ARTICLE
    if following is not None and (following.text == "$" or following.low in {"dollar", "dollars"}):
        return OTHER
    if token.is_capital and is_of_paper(following, low):
        return NAME
    if token.text == "May" and before in {NAME, OFFICE} and is_behind_given(found, place):
        return NAME
    if low in nouns.TIMES and token.is_capital and not is_month_name(found, place, known):
        return NAME if is_short_given(found, place, before) else OTHER
    if token.text in states_by_name() or (token.text.isupper() and token.text.rstrip(".").lower() in nouns.UNIONS):
        return NAME
    if low == "states" and is_verb_of_stating(found, place, before):
        return OTHER
    if following is not None and following.is_capital and ORDINAL.fullmatch(token.text):
        return ADJECTIVE
    if low in FIELDS and before in {NAME, ADJECTIVE, DEMONYM, GENITIVE} and is_field_of(following):
        return ADJECTIVE
    if token.text == "Sheikh" and before == NAME and is_given_before(found[place - 1]):
        return NAME  # President Hassan Sheikh
    if OF_SO_MANY.fullmatch(low) and following is not None and following.is_word:
        return ADJECTIVE
    is_behind_name = token.text in BEHIND_NAMES and before == NAME and place >= TITLE_BEFORE
    if is_behind_name and not (following and following.is_capital):
        return NAME if found[place - TITLE_BEFORE].low in nouns.ROLES | nouns.TITLES | HONOURED else OFFICE
    if (
        low in nouns.ROLES
        or low in nouns.TITLES
        or (token.text in nouns.OFFICES_IN_LETTERS and is_short_office(found, place))
        or (token.text in {"Seri", "Sri"} and before == OFFICE and found[place - 1].low in DATO)
        or (token.text in SHORT_TITLES and is_short_title(found, place, is_behind_name=before == NAME))
        or (token.text == "Justice" and is_before_name(following))
        or is_several_of_office(token)
        or (is_past(low) and low.partition("-")[2] in nouns.ROLES)
    ):
        return ADJECTIVE if low in ATTRIBUTIVE and is_attribute(following) else OFFICE
    if low == "diplomacy" and before in {DEMONYM, NAME} and {token.low for token in found[:place]} & OVER:
        return NOUN
    if low in BY_FATE and not (before == ARTICLE and following is not None and is_verb_at(following)):
        return None
    is_institute = token.is_capital and (low in nouns.MEDIA or low in nouns.INSTITUTES)
    if low == "body" and place > 0 and len(found[place - 1].text) > 1 and found[place - 1].text.isupper():
        return NOUN  # the UN body
    if low in nouns.GROUPS or low in nouns.BODIES or is_institute or is_the_military(found, place, before):
        return NOUN
    if token.text == "State" and before == DEMONYM and following is not None and following.low == "of":
        return NAME  # the Islamic State of
    if low == "diplomacy" and before in {DEMONYM, GENITIVE} and is_end_of_name(following):
        return NOUN
    is_of_faith = before == DEMONYM and found[place - 1].low in nouns.REGIONS  # Christian Aid
    if token.is_capital and (before == NAME or is_of_faith) and low in nouns.ADJECTIVES and ends_name(following):
        return NAME
    is_state_news = low == "news" and place > 0 and found[place - 1].low == "state"
    if is_state_news or (low in {"television", "tv", "radio"} and before in {ADJECTIVE, DEMONYM}):
        return NOUN
    if token.is_capital and place > 0 and found[place - 1].text.rstrip(".") in ADDRESSES:
        return NAME  # Mr Key
    return ADJECTIVE if low in nouns.ADJECTIVES else None


def is_end_of_name(following: Token | None) -> bool:
    """Whether no noun follows that would make a word an adjective: "Norwegian diplomacy said", no "diplomacy talks"."""
    if following is None or not following.is_word:
        return True
    cue = CUES.get(following.low)
    is_verb = following.low in AUXILIARIES or (cue is not None and cue.form in {"ed", "s"})
    return is_verb or following.low in nouns.FUNCTION or following.low.endswith("ly")


def is_short_given(found: Sequence[Token], place: int, before: str) -> bool:
    """Whether the letters of a month are a given name behind the family's: "Zhang Jun said"."""
    is_behind = before == NAME and place > 0 and found[place - 1].is_capital and found[place - 1].text.isalpha()
    following = found[place + 1].text if place + 1 < len(found) else "."
    is_letters = found[place].low in {"jun", "mar", "jan", "dec"} and found[place].text.istitle()
    return is_behind and is_letters and not following[0].isdigit() and following != "."


def is_behind_given(found: Sequence[Token], place: int) -> bool:
    """Whether "May" is a surname: behind a name or a title, with no number and no name behind it."""
    before, following = found[place - 1], found[place + 1].text if place + 1 < len(found) else "."
    is_name = before.is_capital and before.text.isalpha() and before.text not in states_by_name()
    return is_name and before.text.istitle() and not (following[0].isdigit() or following[0].isupper())


def is_given_before(token: Token) -> bool:
    """Whether a word is a given name and no state: "Hassan Sheikh", but "UAE Sheikh"."""
    return token.text.istitle() and token.text not in states_by_name() and token.low not in {"highness", "majesty"}


def is_field_of(following: Token | None) -> bool:
    """Whether an office for a field follows: "the foreign policy chief", "the UN aid chief"."""
    return following is not None and following.low in {"chief", "envoy", "adviser", "advisor", "coordinator", "head"}


def is_behind_given_name(found: Sequence[Token], place: int) -> bool:
    """Whether an adjective of a people is a surname: "Tom French of the Lake Fund said", "Ana English, who"."""
    following = found[place + 1].low if place + 1 < len(found) else "."
    is_state = found[place - 1].text in states_by_name() or found[place].low.endswith("s")
    is_alone = place < 2 or not found[place - 2].is_capital or not found[place - 2].is_word  # noqa: PLR2004  (two words before)
    return is_alone and not is_state and (following in BEHIND_SURNAMES or following in CUES or following in AUXILIARIES)


def is_before_name(following: Token | None) -> bool:
    """Whether a name follows, and no noun of an office or a body: "Justice Ana Reis", but "Justice Minister"."""
    if following is None or not following.is_capital:
        return False
    return following.low not in nouns.ROLES | nouns.BODIES | nouns.GROUPS | nouns.ADJECTIVES | nouns.FUNCTION


def is_of_paper(following: Token | None, low: str) -> bool:
    """Whether a day begins the name of a paper: "the Sunday Telegraph"."""
    is_day = low in {"sunday", "monday", "saturday", "friday"}
    if low == "sun" and following is not None and following.low in {"editorial", "newspaper", "newsroom", "editor"}:
        return True
    return is_day and following is not None and following.is_capital and following.low in nouns.MEDIA | nouns.PAPERS


def is_month_name(found: Sequence[Token], place: int, known: Collection[str]) -> bool:
    """Whether the word of a month is a name: "Theresa May", "Jan Reis", "April Hale"."""
    low, following = found[place].low, found[place + 1] if place + 1 < len(found) else None
    if low in {"may", "march"}:
        return is_surname(found, place, known)
    before = found[place - 1].low if place else ","
    is_first = following is not None and following.is_capital and following.low not in nouns.TIMES | nouns.FUNCTION
    is_before_verb = place + 2 < len(found) and (found[place + 2].low in CUES or found[place + 2].low in {",", "'s"})
    is_before_verb = is_before_verb or before in nouns.ROLES
    is_open = before in {",", "and", QUOTED.lower(), "said", "by", "as", "'s", "with"} or before in nouns.ROLES
    return low in GIVEN and is_first and is_before_verb and is_open


def is_verb_at(token: Token) -> bool:
    """Whether a word is a verb of saying or an auxiliary."""
    return token.low in AUXILIARIES or (token.low in CUES and CUES[token.low].form in {"base", "ed"})


def is_several_of_office(token: Token) -> bool:
    """Whether a word is the plural of an occupation: "its authors"; in small letters, and no group of its own."""
    low = token.low
    is_plain = token.text == low and low.endswith("s") and low not in CUES and low not in NO_OCCUPATIONS
    return is_plain and low[:-1] in nouns.ROLES and low not in nouns.GROUPS


def is_past(low: str) -> bool:
    """Whether an office is one that somebody held: "the then-director", "the ex-envoy"."""
    return low.startswith(("then-", "ex-"))


def is_surname(found: Sequence[Token], place: int, known: Collection[str]) -> bool:
    """Whether "May" or "March" is a name: no number stands beside it, and no preposition of time before it."""
    beside = [found[at].text for at in (place - 1, place + 1) if 0 <= at < len(found)]
    before = found[place - 1].low if place else ""
    is_date = any(text[0].isdigit() for text in beside) or before in {"in", "since", "until", "last", "next", "late"}
    return found[place].text in known and not is_date


def is_attribute(following: Token | None) -> bool:
    """Whether an office is an adjective here: "the official position", "general elections"."""
    if following is None or not following.text.islower() or not following.is_word:
        return False
    barred = CUES.keys() | AUXILIARIES | nouns.FUNCTION | nouns.ROLES | nouns.GROUPS | nouns.BODIES | NOUN_FOLLOWERS
    return following.low not in barred and not following.low.endswith(("ed", "ing", "ly", "s"))


def is_the_military(found: Sequence[Token], place: int, before: str) -> bool:
    """Whether "military" is a noun: behind an article or a genitive, with no noun behind it."""
    if found[place].low != "military" or before not in {ARTICLE, GENITIVE, DEMONYM, NAME}:
        return False
    if before == NAME and (not place or found[place - 1].text not in states_by_name()):
        return False
    following = found[place + 1].low if place + 1 < len(found) else "."
    is_attribute = following in nouns.GROUPS | nouns.BODIES | nouns.ROLES | nouns.ADJECTIVES
    is_verb = following in CUES and not CUES[following].is_noun
    return not is_attribute and (is_verb or following in AFTER_MILITARY)


def ends_name(following: Token | None) -> bool:
    """Whether the word before belongs to a name that ends there: "Amnesty International said"."""
    if following is None or following.is_capital:
        return following is None
    return following.low not in nouns.GROUPS | nouns.BODIES | nouns.ROLES | nouns.ADJECTIVES


def class_by_capital(found: Sequence[Token], place: int, known: Collection[str]) -> str:
    """Return the class of a word that no table has: a name if it has a capital that is not that of a sentence."""
    token = found[place]
    if ARABIC_NAME.fullmatch(token.text):
        return NAME
    if is_will(found, place):
        return NAME
    if not token.is_capital or token.low in nouns.FUNCTION or token.low in SAYS:
        return OTHER
    opens = place == 0 or found[place - 1].text in AFTER_STOP or not any(earlier.is_word for earlier in found[:place])
    return NAME if not opens or is_name_first(found, place, known) else OTHER


def is_will(found: Sequence[Token], place: int) -> bool:
    """Whether "Will" is a first name: a name follows, and then no verb that an auxiliary has."""
    following = found[place + 1] if found[place].text == "Will" and place + 1 < len(found) else None
    if following is None or not following.is_capital or following.low in nouns.FUNCTION:
        return False
    opens = place == 0 or found[place - 1].text in AFTER_STOP
    behind = found[place + 2].low if place + 2 < len(found) else ""
    return not opens or behind in {",", "'s"} or (behind in CUES and CUES[behind].form in {"s", "ed"})
