"""The person who speaks for a body that stands behind "of": "Ana Reis of the relief group Lake Fund said"."""

from typing import Final

from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence

__all__ = ["member_before"]

LONGEST_LEAD: Final = 5
"""How many words may stand between a person and the body: "of the Sudland farmers’ rights group"."""


def member_before(sentence: Sentence, body: Naming) -> Naming | None:
    """Return the person of a body, where plain words lead from "of" to it: "Tom Hale of relief group Lake Fund"."""
    if body.kind not in {"body", "group", "name"}:
        return None
    for place in range(body.first - 1, max(0, body.first - 1 - LONGEST_LEAD), -1):
        token = sentence.words[place]
        person = sentence.ending(place + 1)
        if token.low == "of":
            person = sentence.ending(place)
        elif not leads_on(sentence, place, person):
            return None
        if person is not None:
            return person if is_whole_name(person) and sentence.is_free(person) else None
        if token.low == "of":
            return None
    return None


def leads_on(sentence: Sentence, place: int, person: Naming | None) -> bool:
    """Whether a plain word may stand between a person and a body, or a name is read with the "of" behind it."""
    if person is not None:
        return " of " in f" {person_words(sentence, person)} "
    token = sentence.words[place]
    return token.text.islower() and token.is_word and token.low not in {"and", "or", "that"}


def person_words(sentence: Sentence, person: Naming) -> str:
    """Return the words of a name with what is read with it: "Ana Reis of the British"."""
    return " ".join(token.low for token in sentence.words[person.first : person.last])


def is_whole_name(person: Naming) -> bool:
    """Whether a name has a first and a last name, and is nobody’s owner."""
    return person.kind in {"person", "name"} and not person.is_owner and " " in person.name
