"""By which words a sentence of German or French shows who says it."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._english.tokens import QUOTED, Token, tokens
from diplo_events.drafting._german_and_french.grammars import Grammar
from diplo_events.drafting._german_and_french.phrases import ELISION, Phrase, bare, phrase_at
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Reported

__all__ = ["ASKED", "FAR", "Reader", "beside", "source_of"]

ASKED: Final = re.compile(r"[-‐‑](?:t[-‐‑])?(?P<who>il|elle|ils|elles|on)\Z")


SUBJUNCTIVE: Final = re.compile(
    r"\b(?:sei|seien|habe|werde|könne|müsse|wolle|solle|dürfe|gebe|gehe|komme|bleibe|stehe|brauche|lasse|mache|wisse|hätten|wären|könnten|würden)\b"
)
"""German verbs that report what somebody said."""


OBLIQUE: Final = MappingProxyType({"lui": "he", "elle": "she", "eux": "they", "elles": "they"})
"""The pronouns behind "selon", with the English one as which each is read."""

UNNAMED: Final = re.compile(r"\bh(?:ieß|eißt) es\b")


FAR: Final = 7
"""How many words may stand between a verb and its subject behind it."""


@attrs.frozen
class Reader:
    """A sentence, with what is known when it is read."""

    text: str
    unit: Passage
    grammar: Grammar
    actors: Actors
    named: tuple[Phrase, ...]
    last: Reported | None

    @property
    def words(self) -> Sequence[Token]:
        """Return its words."""
        return self.unit.words


def source_of(reader: Reader) -> tuple[str, Phrase | None, int | None]:  # noqa: C901, PLR0911  (a decision table)
    """Return the rule by which a sentence says who says it, the words that name them, and the place of the verb."""
    if (phrase := accorded(reader)) is not None:
        return "according-to", phrase, None
    if reader.grammar.code == "de" and UNNAMED.search(reader.text, reader.unit.start, reader.unit.end):
        return "unnamed", None, None
    for place, token in enumerate(reader.words):
        if (asked := ASKED.search(token.low)) is not None and is_saying(reader, place):
            who = reader.grammar.pronouns[asked["who"]]
            return "pronoun", Phrase(place, place + 1, "pronoun", who, is_plural=who == "they"), place
    for place in verbs(reader):
        if (hit := behind_verb(reader, place)) is not None or (hit := before_verb(reader, place)) is not None:
            rule = "pronoun" if hit.kind == "pronoun" else "inverted" if hit.first > place else "subject"
            return rule, hit, place
    if (inner := inside_marks(reader)) is not None:
        return inner
    if (phrase := so_said(reader)) is not None:
        return "pronoun" if phrase.kind == "pronoun" else "inverted", phrase, None
    if reader.grammar.code == "de":
        marked = any(token.text == QUOTED for token in reader.words)
        first = " ".join(token.text for token in reader.words if token.text != QUOTED)
        if (
            not marked
            and SUBJUNCTIVE.search(first)
            and reader.last is not None
            and reader.last.section is reader.unit.block.section
        ):
            return "subjunctive", None, None
    return "", None, None


def inside_marks(reader: Reader) -> tuple[str, Phrase, None] | None:
    """Read who says it between commas inside the quotation marks: "« Reste à savoir, dit-elle, qui viendra. »"."""
    for mark in reader.unit.quotations:
        words = tokens(reader.text, mark.start, mark.end, [])
        inner = attrs.evolve(reader, unit=attrs.evolve(reader.unit, words=tuple(words), quotations=()), named=())
        for place in range(2, len(words)):
            if words[place - 1].low != ",":
                continue
            asked = ASKED.search(words[place].low)
            if asked is not None and is_saying(inner, place) and reader.grammar.code == "fr":
                who = reader.grammar.pronouns[asked["who"]]
                return "pronoun", Phrase(place, place + 1, "pronoun", who, is_plural=who == "they"), None
            is_verb = words[place].low in reader.grammar.finite or is_saying(inner, place)
            phrase = behind_verb(inner, place) if is_verb else None
            if phrase is not None and phrase.kind in {"person", "office"} and words[phrase.last : phrase.last + 1]:
                return ("inverted", phrase, None) if words[phrase.last].low == "," else None
    return None


def accorded(reader: Reader) -> Phrase | None:
    """Read "laut X", "nach Angaben von X", "selon X"; and "X zufolge"."""
    text, words = reader.text, reader.words
    for match in reader.grammar.according.finditer(text, reader.unit.start, reader.unit.end):
        if reader.grammar.code == "fr" and match[0].lower().startswith("pour") and not is_opinion(reader, match.end()):
            continue
        place = next(
            (
                at
                for at, token in enumerate(words)
                if token.start >= match.end() - 1 and token.start >= match.start() + 2
            ),
            None,
        )
        inside = any(mark.outer_start <= match.start() < mark.outer_end for mark in reader.unit.quotations)
        if place is None or inside or (match.start() and text[match.start() - 1].isalnum()):
            continue
        if words[place].low in OBLIQUE and reader.grammar.code == "fr":
            who = OBLIQUE[words[place].low]
            return Phrase(place, place + 1, "pronoun", who, is_plural=who == "they")
        phrase = phrase_at(words, place, reader.grammar, text)
        if phrase is not None and phrase.kind != "pronoun":
            return beside(reader, phrase)
    for place, token in enumerate(words):
        if token.low == "zufolge":
            return next((item for item in reader.named if item.last == place), None)
    return None


def is_opinion(reader: Reader, place: int) -> bool:
    """Whether "pour" begins a sentence with a quotation, and somebody with a comma follows: "Pour X, « … »"."""
    if place - reader.unit.start > FAR or not reader.unit.quotations:
        return False
    at = next((at for at, token in enumerate(reader.words) if token.start >= place - 1), len(reader.words))
    phrase = phrase_at(reader.words, at, reader.grammar, reader.text)
    return phrase is not None and phrase.last < len(reader.words) and reader.words[phrase.last].low == ","


def is_saying(reader: Reader, place: int) -> bool:
    """Whether a word is a verb of saying, or its auxiliary with the verb behind it."""
    word = ASKED.sub("", reader.words[place].low)
    if word in reader.grammar.finite:
        return True
    following = [token.low for token in reader.words[place + 1 : place + 4]]
    return word in reader.grammar.auxiliaries and any(low in reader.grammar.participles for low in following)


def verbs(reader: Reader) -> Iterator[int]:
    """List the places of the verbs of saying, those beside quotations first."""
    grammar, words = reader.grammar, reader.words
    found = []
    for place, token in enumerate(words):
        if not token.text.islower() and not (place == 0 and grammar.code == "de"):
            continue
        if token.low in grammar.finite and not is_noun(reader, place):
            found.append(place)
        elif token.low in grammar.auxiliaries:
            reach = len(words) if grammar.code == "de" else place + 4
            if any(other.low in grammar.participles for other in words[place + 1 : reach]):
                found.append(place)
    beside_mark = [at for at in found if any(words[near].text == QUOTED for near in (at - 1, at - 2) if near >= 0)]
    yield from dict.fromkeys((*beside_mark, *found))
    for place in range(1, len(words)):  # any verb between a quotation that has a comma and somebody with a name
        if words[place - 1].text != QUOTED and not (
            words[place - 1].low == "," and place > 1 and words[place - 2].text == QUOTED
        ):
            continue
        if words[place].text.islower() and words[place].low not in grammar.prepositions | grammar.determiners | {
            "so",
            "und",
            "et",
            "qui",
            "die",
            "der",
        }:
            phrase = phrase_at(words, place + 1, grammar, reader.text)
            if (phrase is not None and phrase.kind in {"person", "office", "name"}) or described(reader, place + 1):
                yield place


def is_noun(reader: Reader, place: int) -> bool:
    """Whether a form of a verb is a noun or a participle here: "une demande", "la confirme"."""
    before = reader.words[place - 1].low if place else ""
    if reader.grammar.code == "fr":
        return before in {"la", "le", "les", "une", "un", "cette", "sa", "des", "de", "du", "en", "pas", "sans"}
    return False


def behind_verb(reader: Reader, place: int) -> Phrase | None:  # noqa: C901  (a decision table)
    """Return the subject behind a verb that follows a quotation, a comma or something else than its subject."""
    words, grammar = reader.words, reader.grammar
    before = words[place - 1] if place else None
    if before is not None and before.low == "," and is_aside(reader, place - 1):
        return None
    is_open = before is None or before.text == QUOTED or before.low in {",", "–", "—"}
    if not is_open and grammar.code == "de" and before_verb(reader, place) is None:
        is_open = True  # « Nach dem Treffen sagte X »
    if not is_open:
        return None
    last = place
    if words[place].low in grammar.auxiliaries:
        last = next(
            (at for at in range(place + 1, min(place + 4, len(words))) if words[at].low in grammar.participles), place
        )
        if grammar.code == "de":
            last = place
    is_quoted = before is not None and (before.text == QUOTED or (place > 1 and words[place - 2].text == QUOTED))
    for at in range(last + 1, min(last + FAR, len(words))):
        token = words[at]
        opens = token.low in grammar.determiners or ELISION.match(token.low) is not None
        if is_quoted and opens and grammar.code == "fr" and phrase_at(words, at, grammar, reader.text) is None:
            return described(reader, at)
        if token.low in grammar.pronouns and token.low != "on" and at > last + 1 and grammar.code == "fr":
            break
        if (
            token.text == QUOTED
            or token.low in {".", ":", ";", "que", "qu'", "dass"}
            or (token.low in grammar.prepositions and grammar.code == "fr")
        ):
            break
        phrase = phrase_at(words, at, grammar, reader.text)
        if phrase is not None and (at == last + 1 or phrase.kind in {"person", "office", "body", "state"}):
            return beside(reader, phrase)
        if token.low in grammar.prepositions:
            continue
    return described(reader, last + 1) if is_quoted else None


def described(reader: Reader, place: int) -> Phrase | None:
    """Return somebody without a name or an office behind a verb: "« … », soupire un armateur de Vigo"."""
    words, grammar = reader.words, reader.grammar
    if place >= len(words) or not (words[place].low in grammar.determiners or ELISION.match(words[place].low)):
        return None
    own = place + (words[place].low in grammar.determiners)
    last = own
    while last < len(words) and last - place < FAR and words[last].is_word and words[last].text != QUOTED:
        last += 1
    if last == own:
        return None
    name = bare(reader.text[words[own].start : words[last - 1].end])
    if words[last : last + 1] and words[last].low == ",":
        named = phrase_at(words, last + 1, grammar, reader.text)
        if named is not None and named.kind in {"person", "name"}:
            return attrs.evolve(named, kind="person", role=name)
    return Phrase(own, last, "office", name, role=name, is_definite=True)


def is_aside(reader: Reader, comma: int) -> bool:
    """Whether a comma ends an aside behind a name or an office: "sein Kollege, der Minister X,"."""
    words = reader.words
    for item in reader.named:
        opening = item.first - 1 - (item.first > 0 and words[item.first - 1].low in reader.grammar.determiners)
        if item.last == comma and opening > 0 and words[opening].low == ",":
            return any(other.last == opening for other in reader.named)
    return False


def before_verb(reader: Reader, place: int) -> Phrase | None:
    """Return the subject before a verb: the first words of its clause that name somebody."""
    words, grammar = reader.words, reader.grammar
    start = 0
    for at in range(place - 1, -1, -1):
        low = words[at].low
        if (
            low
            in {"wie", "während", "nachdem", "weil", "dass", "tandis", "comme", "quand", "mais", "aber", "et", ";", ":"}
            or words[at].text == QUOTED
        ):
            start = at + 1
            break
    for item in sorted((*reader.named, *clause_heads(reader, start, place)), key=lambda found: found.first):
        if not start <= item.first < place or item.last > place:
            continue
        lead = words[item.first - 1].low if item.first else ""
        if lead in grammar.determiners:
            lead = words[item.first - 2].low if item.first > 1 else ""
        if lead in grammar.prepositions or lead in grammar.links:
            continue
        return beside(reader, item)
    return None


def clause_heads(reader: Reader, start: int, place: int) -> Iterator[Phrase]:
    """List a name or a noun that begins a clause or stands directly before its verb."""
    phrase = phrase_at(reader.words, start, reader.grammar, reader.text)
    if phrase is not None and phrase.last <= place and not is_opening(reader, phrase):
        yield phrase
    for at in range(max(start, place - 4), place):
        phrase = phrase_at(reader.words, at, reader.grammar, reader.text)
        if phrase is not None and phrase.last == place and phrase.kind != "pronoun":
            yield phrase
            return


def is_opening(reader: Reader, phrase: Phrase) -> bool:
    """Whether a word only has a capital because a sentence begins with it: "Réuni mercredi, le conseil a voté"."""
    is_known = reader.actors.of_name(phrase.name.casefold()) is not None
    return phrase.first == 0 and phrase.kind == "name" and " " not in phrase.name and phrase.last == 1 and not is_known


def beside(reader: Reader, phrase: Phrase) -> Phrase:
    """Return the person whose name stands behind an office and a comma: "la ministre, X,"."""
    words = reader.words
    if phrase.last + 1 < len(words) and words[phrase.last].low == "," and phrase.kind in {"office", "body"}:
        other = phrase_at(words, phrase.last + 1, reader.grammar, reader.text)
        closing = words[other.last].low if other is not None and other.last < len(words) else "."
        if (
            other is not None
            and other.kind in {"person", "name"}
            and closing in {",", ".", QUOTED}
            and phrase.kind == "office"
        ):
            return attrs.evolve(
                other, kind="person", role=phrase.name, gender=phrase.gender, state=phrase.state or other.state
            )
    return phrase


def so_said(reader: Reader) -> Phrase | None:
    """Read "…, so X" beside a quotation, and somebody before a colon and a quotation."""
    words = reader.words
    for place, token in enumerate(words):
        if (
            token.low == "so"
            and place
            and (words[place - 1].low == "," or words[place - 1].text == QUOTED)
            and words[place + 1 : place + 2]
        ):
            phrase = phrase_at(words, place + 1, reader.grammar, reader.text)
            if phrase is not None and (
                phrase.last >= len(words) or words[phrase.last].low in {",", "."} or phrase.kind == "person"
            ):
                return phrase
    colon = next((at for at in range(1, len(words)) if words[at].text == QUOTED and words[at - 1].low == ":"), 0)
    inside = [
        item
        for item in (*reader.named, *names_alone(reader, colon))
        if item.last <= colon and item.kind in {"person", "office", "pronoun", "name"}
    ]
    people = list(dict.fromkeys(item.name for item in inside))
    return inside[0] if len(people) == 1 else None


def names_alone(reader: Reader, colon: int) -> Iterator[Phrase]:
    """List the words before a colon that are a name of somebody known."""
    for at in range(colon):
        phrase = phrase_at(reader.words, at, reader.grammar, reader.text)
        if phrase is not None and phrase.kind == "name" and reader.actors.of_name(phrase.name.casefold()) is not None:
            yield phrase
