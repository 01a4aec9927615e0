"""Who is named where in a sentence of German or French: names behind offices, bodies, descriptions, pronouns."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.states import State, states_by_code
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._german_and_french.states import STATES
from diplo_events.lookup import fold

__all__ = ["ELISION", "Phrase", "bare", "party_of", "phrase_at", "phrases"]

ELISION: Final = re.compile(r"\A(?:[lLdDsS]|[qQ]u|[jJ]usqu)['’]")
ADJECTIVAL: Final = re.compile(
    r"\w+(?:ais|aises?|iens?|iennes?|ains?|aines?|ois|oises?|ands?|andes?|[iïa]ques?|aux|ales?|als?|ères?|ives?|ifs?|euses?|eurs?|gnoles?|cs?|cques?|unes?)"
)
"""Endings of French adjectives, of which one may end a description."""

TITLE: Final = re.compile(r"\A(?:M\.|MM\.|Mme|Dr\.|Herr|Frau) ")
INDEFINITE: Final = words("un une plusieurs quelques ein eine einer einem einen eines mehrere einige")
FORMER: Final = re.compile(
    r"(?i)(?:l['’])?(?:ancienn?e?|ex-\w+|ehemaligen?|frühere|diplomate|juriste|élue?|dirigeante?|responsable|politicienn?e?|diplomatin"
    r"|diplomat|politiker|politikerin|jurist|juristin|sozialdemokrat|konservative|liberale)\b[\w -]*"
)
"""What a text calls somebody instead of their name: "l’ancienne procureure", "die Diplomatin"."""

WOMAN: Final = re.compile(r"(?:ancienne|nouvelle|actuelle|première|haute) ", re.IGNORECASE)
ORGANISATION: Final = words("ong agence association fondation collectif ngo verein stiftung organisation")
"""Nouns that stand before the name of a body."""

LONGEST: Final = 14
"""How many words a description has at most."""


@attrs.frozen
class Phrase:
    """Some words that name an actor."""

    first: int
    """The place of its first word."""
    last: int
    """The place behind its last word."""
    kind: str
    """As in `Naming`."""
    name: str
    """The name, or the description without its article."""
    role: str = ""
    """The office of a person."""
    gender: str = ""
    """`he` or `she`, where the words show it."""
    state: str = ""
    """The code of the state to which it belongs."""
    is_plural: bool = False
    """Whether it names several."""
    is_definite: bool = False
    """Whether it begins with an article."""


def bare(word: str) -> str:
    """Return a French word without an article that is a part of it: "l’Union"."""
    return ELISION.sub("", word)


def is_part(token: Token, grammar: Grammar) -> bool:
    """Whether a word may be a part of a name: it has a capital and is neither an office nor a body."""
    word = bare(token.text) if grammar.code == "fr" else token.text
    return (
        bool(word)
        and word[0].isupper()
        and word.lower() not in grammar.stops | grammar.pronouns.keys() | grammar.determiners
    )


def phrase_at(found: Sequence[Token], place: int, grammar: Grammar, text: str) -> Phrase | None:  # noqa: C901, PLR0912  (one case for each kind of word)
    """Return the actor that the words from a place on name; `None` if they name none."""
    first = place
    if place >= len(found) or not found[place].is_word or found[place].text == QUOTED:
        return None
    low = found[place].low
    if low in grammar.prepositions and low not in grammar.determiners:
        return None
    if low in grammar.pronouns:
        word = grammar.pronouns[low]
        return Phrase(place, place + 1, "pronoun", word, is_plural=word == "they")
    article = low if low in grammar.determiners else ""
    elided = ELISION.match(found[place].text) if grammar.code == "fr" and not article else None
    place += bool(article)
    roles: list[int] = []
    bodies: list[int] = []
    names: list[int] = []
    state = ""
    end = place
    while place < len(found) and place - first < LONGEST:
        token = found[place]
        word = bare(token.text) if grammar.code == "fr" else token.text
        is_noun = word[:1].isupper() or (place > first and grammar.office.fullmatch(word) is not None)
        if not token.is_word or token.text == QUOTED or (token.low in grammar.finite and not is_noun):
            break
        state = state or STATES[grammar.code].get(word.lower(), "") or owned(word, grammar) or state_of(word, grammar)
        if grammar.office.fullmatch(word) and (word[0].isupper() or grammar.code == "fr"):
            if names and grammar.code == "de":
                break
            roles.append(place)
        elif grammar.body.fullmatch(word) and (grammar.code == "fr" or word[0].isupper()):
            bodies.append(place)
        elif word[:1].isupper() and is_part(token, grammar):
            names.append(place)
        elif is_small(found, place, grammar, has_noun=bool(roles or bodies or names), end=end):
            place += 1
            if place - 1 == end and (roles or bodies) and is_adjective(token, grammar):
                end = place
            continue
        else:
            break
        place += 1
        end = place
    if (roles or bodies) and not names and grammar.code == "fr":
        end = complement(found, end, grammar)
    opening = found[first].text
    if grammar.code == "fr" and not article and not elided and opening.islower() and first not in (*roles, *bodies):
        return None
    if end <= first + bool(article) or not (roles or bodies or names):
        return None
    return named(
        found, first, end, grammar, text, (roles, bodies, names), article or (elided[0] if elided else ""), state
    )


def complement(found: Sequence[Token], end: int, grammar: Grammar) -> int:
    """Return the place behind the nouns that say of what an office is: "un commerçant du bourg"."""
    while end + 1 < len(found) and found[end].low in {"de", "du", "des"} and found[end + 1].text.islower():
        noun = found[end + 1].low
        if not found[end + 1].is_word or noun in grammar.determiners | grammar.finite.keys() | grammar.prepositions:
            break
        end += 2
    return end


def is_adjective(token: Token, grammar: Grammar) -> bool:
    """Whether a word of French can be an adjective behind its noun: "la présidence camerounaise"."""
    is_known = bool(state_of(token.low, grammar)) or ADJECTIVAL.fullmatch(token.low) is not None
    return grammar.code == "fr" and token.text.islower() and is_known and token.low not in grammar.finite


def is_small(found: Sequence[Token], place: int, grammar: Grammar, *, has_noun: bool, end: int) -> bool:
    """Whether a word without a capital can stand inside a description: an adjective, or what joins two nouns."""
    token, low = found[place], found[place].low
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or not following.is_word or low in grammar.participles | grammar.finite.keys():
        return grammar.code == "fr" and has_noun and place == end and ADJECTIVAL.fullmatch(low) is not None
    if grammar.code == "de" and low in grammar.links and not is_common(found[place - 1], grammar):
        return False
    if low in grammar.links | grammar.particles or (
        has_noun and low in grammar.determiners and found[place - 1].low in grammar.links
    ):
        return has_noun and following.text != QUOTED
    if low in grammar.prepositions | grammar.auxiliaries | grammar.determiners or low in {
        "qui",
        "que",
        "et",
        "und",
        "dont",
        "où",
    }:
        return False
    if grammar.code == "de":
        return not has_noun and low.endswith(("e", "en", "er", "es", "em")) and token.text.islower()
    return bare(token.text).islower() and len(low) > 3  # noqa: PLR2004  (small words are none of a description)


def owned(word: str, grammar: Grammar) -> str:
    """Return the code of the state of which a word of German is the genitive: "Österreichs"."""
    return STATES["de"].get(word[:-1].lower(), "") if grammar.code == "de" and word.endswith("s") else ""


def is_common(token: Token, grammar: Grammar) -> bool:
    """Whether a word of German is an office or a body, behind which "der" can begin its genitive."""
    return grammar.office.fullmatch(token.text) is not None or grammar.body.fullmatch(token.text) is not None


def state_of(word: str, grammar: Grammar) -> str:
    """Return the code of the state whose adjective a word is; nothing if it is none."""
    low = word.lower()
    ends = (
        ("ische", "ischer", "ischen", "isches", "ischem", "en", "er", "e")
        if grammar.code == "de"
        else ("es", "ne", "nes", "s", "e", "")
    )
    for end in ends:
        if end and not low.endswith(end):
            continue
        stem = low[: len(low) - len(end)] if end else low
        if code := STATES[grammar.code].get(f"{stem}-"):
            return code
    return ""


def named(  # noqa: PLR0913, PLR0917  (what was read of a phrase)
    found: Sequence[Token], first: int, end: int, grammar: Grammar, text: str,
    parts: tuple[list[int], list[int], list[int]], article: str, state: str,
) -> Phrase:  # fmt: skip
    """Return what a phrase names, by its offices, bodies and names."""
    roles, bodies, names = parts
    own = first + (article in grammar.determiners)
    words_ = text[found[own].start : found[end - 1].end]
    words_ = bare(words_) if grammar.code == "fr" else words_
    shared: dict[str, Any] = {"state": state, "is_definite": bool(article) and article.lower() not in INDEFINITE}
    heads = [found[at].text for at in roles]
    gender = gender_of(heads[0], words_, article, grammar) if heads else ""
    tail = trailing(found, end, names, grammar)
    whole = text[found[tail].start : found[end - 1].end] if tail < end else ""
    whole = TITLE.sub("", bare(whole) if grammar.code == "fr" else whole)
    is_plural = article in grammar.plural
    if (
        roles
        and tail < end
        and tail > roles[-1]
        and (not bodies or bodies[-1] < tail)
        and not is_state(whole, grammar)
        and found[tail - 1].low not in grammar.links | grammar.determiners
        and not (grammar.code == "fr" and tail - 1 != roles[-1] and ELISION.match(found[tail].text))
    ):
        return Phrase(
            own, end, "person", whole, role=text[found[own].start : found[tail - 1].end], gender=gender, **shared
        )
    if roles and (not bodies or roles[0] < bodies[0]):
        return Phrase(
            own,
            end,
            "group" if is_plural else "office",
            words_,
            role=words_,
            gender=gender,
            is_plural=is_plural,
            **shared,
        )
    if bodies:
        first_word, _, rest = words_.partition(" ")
        is_called = first_word.lower() in ORGANISATION and rest[:1].isupper()
        return Phrase(own, end, "body", rest if is_called else words_, is_plural=is_plural, **shared)
    if is_state(words_, grammar):
        return Phrase(own, end, "state", words_, **shared)
    is_person = end - tail > 1 and tail == own and not article
    return Phrase(own, end, "person" if is_person else "name", whole or words_, **shared)


def gender_of(head: str, words_: str, article: str, grammar: Grammar) -> str:
    """Return the pronoun of an office; nothing where the words do not show it: "l’économiste"."""
    is_woman = grammar.feminine.fullmatch(head) is not None
    if grammar.code != "fr":
        return "she" if is_woman else "he"
    if is_woman or article in {"la", "une", "cette"} or WOMAN.match(words_):
        return "she"
    return "" if head.endswith("e") and article not in {"le", "un", "ce"} else "he"


def trailing(found: Sequence[Token], end: int, names: Sequence[int], grammar: Grammar) -> int:
    """Return where the name at the end of a phrase begins."""
    tail = end
    while tail - 1 in names or (
        tail < end
        and found[tail - 1].low in grammar.particles
        and found[tail - 1].low not in grammar.links
        and tail - 2 in names
    ):
        tail -= 1
    return tail


def is_state(name: str, grammar: Grammar) -> bool:
    """Whether some words are the name of a state."""
    return name.lower() in STATES[grammar.code]


def phrases(found: Sequence[Token], grammar: Grammar, text: str) -> list[Phrase]:
    """Return the actors that the words of a sentence name, in their order."""
    result: list[Phrase] = []
    place = 0
    while place < len(found):
        phrase = phrase_at(found, place, grammar, text)
        if phrase is not None and is_actor(found, phrase, grammar):
            result.append(phrase)
        place = max(phrase.last if phrase is not None else 0, place + 1)
    return result


def is_actor(found: Sequence[Token], phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase names an actor for certain; every noun of German has a capital."""
    if phrase.kind != "name":
        return True
    words = phrase.name.split()
    return (
        grammar.code == "fr"
        and phrase.first > 0
        and len(words) > 1
        and found[phrase.first - 1].low not in grammar.prepositions
    )


def party_of(phrase: Phrase, actors: Actors, grammar: Grammar) -> Party | None:
    """Return the actor that a phrase names, a new one if it was not named before; `None` for a pronoun of nobody."""
    if phrase.kind == "pronoun":
        return actors.of_pronoun(phrase.name) if phrase.name in {"he", "she", "they"} else None
    party = known(phrase, actors)
    if party is None:
        party = Party(phrase.name[:1].upper() + phrase.name[1:], phrase.kind, is_plural=phrase.is_plural)
        party.is_named = phrase.kind in {"person", "state", "name"} or (
            phrase.kind == "body" and any(w[0].isupper() for w in phrase.name.split())
        )
        if phrase.state:
            party.state = state_by(phrase.state)
        if phrase.kind == "state" and party.state is not None:
            party.name = phrase.name
            actors.by_name[f"state {party.state.code}"] = party
        actors.parties.append(party)
    party.spellings[phrase.name] = None
    if phrase.role:
        party.roles[phrase.role] = None
        party.heads.update(word.lower() for word in re.findall(r"\w+", phrase.role) if grammar.office.fullmatch(word))
    party.gender = party.gender or phrase.gender
    actors.by_name.setdefault(fold(phrase.name), party)
    if phrase.kind in {"person", "name"}:
        for part in fold(phrase.name).split():
            held = actors.by_part.setdefault(part, [])
            if party not in held:
                held.append(party)
    actors.recent.append(party)
    return party


def known(phrase: Phrase, actors: Actors) -> Party | None:
    """Return the actor of a phrase that was named before."""
    if phrase.kind == "state" and phrase.state:
        return actors.by_name.get(f"state {phrase.state}")
    if (party := actors.by_name.get(fold(phrase.name))) is not None:
        return party
    if phrase.kind in {"person", "name"}:
        return actors.of_name(fold(phrase.name))
    if phrase.kind == "office" and phrase.is_definite:
        heads = {word.lower() for word in phrase.role.split()}
        earlier = (*reversed(actors.focused), *reversed(actors.recent))
        holder = next((p for p in earlier if holds(p, heads, phrase)), None)
        if holder is None and FORMER.fullmatch(phrase.name):
            return next((p for p in earlier if p.kind == "person" and p.gender in {"", phrase.gender}), None)
        return holder
    return None


def holds(party: Party, heads: set[str], phrase: Phrase) -> bool:
    """Whether a person holds the office that a description names: "die Ministerin" is the minister of transport."""
    if (
        party.kind not in {"person", "office"}
        or not party.heads
        or (phrase.gender and party.gender not in {"", phrase.gender})
    ):
        return False
    if phrase.state and party.state is not None and party.state.code != phrase.state:
        return False
    return any(stem(theirs).endswith(stem(mine)) for mine in heads for theirs in party.heads)


def stem(word: str) -> str:
    """Return an office without the ending of a woman: "Ministerin", "présidente"."""
    return re.sub(r"(?:in|e)\Z", "", word.lower())


def state_by(code: str) -> State | None:
    """Return the state of a code."""
    return states_by_code().get(code)


Parties = Mapping[int, Party]
"""Actors by the place of the first word of the phrase that names them."""
