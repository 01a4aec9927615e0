"""The actors that a passage names: persons, states, bodies, groups, offices and pronouns."""

from collections.abc import Collection, Sequence
from typing import Final

from diplo_events.drafting import _nouns as nouns
from diplo_events.drafting._runs import LINKS, Naming, mention_of
from diplo_events.drafting._tokens import Token
from diplo_events.drafting._word_classes import word_classes

__all__ = ["Naming", "mentions"]

PRONOUNS: Final = {
    **{word: word for word in ("he", "she", "they", "it", "i", "we", "who")},
    "which": "who",
}
"""The pronouns that can be a subject, with the one as which each is read."""


def mentions(text: str, found: Sequence[Token], known: Collection[str]) -> list[Naming]:
    """Return the actors that the words of a passage name, in their order.

    Args:
        text: The text.
        found: The words of the passage.
        known: The words with a capital inside the sentences of the text: these are names also at the beginning of one.

    >>> from diplo_events.drafting._tokens import tokens
    >>> text = "French President Emmanuel Macron met German officials and US Ambassador to Germany Richard Grenell."
    >>> [(found.kind, found.name) for found in mentions(text, tokens(text, 0, len(text), []), set())]
    [('person', 'Emmanuel Macron'), ('group', 'German officials'), ('person', 'Richard Grenell')]
    """
    classes = word_classes(found, known)
    result: list[Naming] = []
    place = 0
    while place < len(found):
        token = found[place]
        if token.low in PRONOUNS:
            word = PRONOUNS[token.low]
            plural = word in {"they", "we"}
            result.append(Naming(place, place + 1, token.start, token.end, "pronoun", word, is_plural=plural))
            place += 1
        elif classes[place] in "TNDRGA":
            end = run_end(found, classes, place)
            mention = mention_of(text, found, classes, place, end)
            if mention is not None:
                result.append(mention)
            place = max(mention.last if mention is not None else end, place + 1)
        else:
            place += 1
    return result


def run_end(found: Sequence[Token], classes: Sequence[str], start: int) -> int:
    """Return the place behind the words that can belong to one name or description."""
    place = start + (classes[start] == "T")
    while place < len(found):
        following = place + 1 if classes[place] in "NDRGA" else behind_link(found, classes, start, place)
        if following is None:
            break
        place = following
    return place


def behind_link(  # noqa: PLR0911  (a decision table)
    found: Sequence[Token], classes: Sequence[str], start: int, place: int
) -> int | None:
    """Return the place behind a genitive, "of", "and" or a small word that does not end a name; else `None`."""
    if place <= start or place + 1 >= len(found):
        return None
    low, before, following = found[place].low, classes[place - 1], classes[place + 1]
    if classes[place] == "S":
        return place + 1 if following in "RGAND" else None
    if low in LINKS and before in "RGN" and joins(found, classes, place):
        return place + 1 + (following == "T")
    if low in nouns.PARTICLES and before == "N" and (name := name_after(found, classes, place)):
        return name
    if low in {"and", "&"} and following in "ARD" and before in ("AD" if following == "D" else "AN"):
        return place + 1 if noun_follows(classes, place + 1) else None
    if low == "(" and before in "NG" and is_letters(found, place) and classes[place + 3] in "ARG":
        return place + 3
    return place + 1 if low == "-" and following in "RG" else None


def is_letters(found: Sequence[Token], place: int) -> bool:
    """Whether letters in brackets stand inside a description: "leaders of African Union (AU) member states"."""
    return place + 3 < len(found) and found[place + 1].text.isupper() and found[place + 2].low == ")"


def name_after(found: Sequence[Token], classes: Sequence[str], place: int) -> int | None:
    """Return the place of the name behind small words such as "von der"; `None` if there is none."""
    while place < len(found) and found[place].low in nouns.PARTICLES and not found[place].is_capital:
        place += 1
    return place if place < len(found) and classes[place] == "N" and found[place].is_capital else None


def joins(found: Sequence[Token], classes: Sequence[str], place: int) -> bool:
    """Whether "of", "to" or "for" belong to the name or the office: Ministry of Finance, ambassador to Norland."""
    before, low = found[place - 1], found[place].low
    after = place + 1 + (classes[place + 1] == "T" and found[place + 1].low == "the")
    if after >= len(found) or before.low in {"summit", "conference", "meeting"}:
        return False
    tag = classes[after]
    if low == "of":
        return tag in "NDGA" or (found[after].is_capital and tag != "X" and before.is_capital)
    return classes[place - 1] == "R" and tag in "ND" and before.low not in {"leader", "official", "member"}


def noun_follows(classes: Sequence[str], place: int) -> bool:
    """Whether adjectives and an office, a group or a body follow."""
    while place < len(classes) and classes[place] in "AD":
        place += 1
    return place < len(classes) and classes[place] in "RG"
