"""Who speaks for a body, a person or a gathering: "Ana Reis of the relief group Lake Fund", "a spokesman for Li"."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence, Subject

__all__ = ["gathered", "group_before", "member_before", "of_named_party", "officer_of_land", "spokesman_for"]

GATHERINGS: Final = words("conference summit meeting gathering panel delegation")
"""Nouns of several who come together; with "of" behind them, those say what it says."""

LANDS: Final = words("country nation state republic kingdom island union bloc land archipelago sultanate city region")
"""Nouns for what was named before, whose body is named behind them: "the speaker of the country’s Foreign Ministry"."""

PARTIES: Final = words("party movement group list alliance coalition bloc union association organisation organization")
"""Nouns behind which the name of a body follows: "the leader of the party The Greens"."""

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


def gathered(sentence: Sentence, subject: Subject) -> Subject:
    """Return those who gather where the gathering is the subject: "a conference of foreign ministers said"."""
    mention = subject.mention
    if (
        mention is None
        or mention.kind != "body"
        or mention.head not in GATHERINGS
        or sentence.low(mention.last) != "of"
    ):
        return subject
    those = next((m for m in sentence.named if m.first - mention.last in {1, 2} and m.kind == "group"), None)
    return subject._replace(mention=those) if those is not None else subject


def officer_of_land(sentence: Sentence, body: Naming) -> Naming | None:
    """Return who speaks for the body of a land that only the text names: "the speaker of the country’s ministry"."""
    owner = body.first - 1
    if body.kind != "body" or sentence.low(owner) != "'s" or sentence.low(owner - 1) not in LANDS:
        return None
    link = owner - 2 - (sentence.low(owner - 2) in {"the", "this", "that", "its", "his", "her", "their"})
    officer = sentence.ending(link) if sentence.low(link) in {"of", "for", "at", "from"} else None
    is_one = officer is not None and officer.kind == "office" and not officer.is_owner
    return officer if officer is not None and is_one and sentence.is_free(officer) else None


def of_named_party(sentence: Sentence, body: Naming) -> Naming | None:
    """Return who leads a body that is named without a comma: "Ana Reis, the leader of the party The Greens said"."""
    office = sentence.ending(body.first)
    if office is None or office.kind != "office" or office.is_plural or sentence.low(office.last - 1) not in PARTIES:
        return None
    person = sentence.ending(office.first - 1) if sentence.low(office.first - 1) == "," else None
    is_whole = person is not None and person.kind in {"person", "name"} and not person.is_owner
    who = person if is_whole else office
    return who if who is not None and sentence.is_free(who) else None


def spokesman_for(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return who speaks for somebody of whom an aside tells: "a spokesman for Ana Reis, a lawyer, said"."""
    voice = sentence.ending(mention.first - 1) if sentence.low(mention.first - 1) == "for" else None
    return voice if voice is not None and voice.head.startswith("spokes") and sentence.is_free(voice) else None


def group_before(sentence: Sentence, first: Naming) -> Naming | None:
    """Return the group whose members a list of states names: "Members of the Lake Union, Norway and Peru, said"."""
    group = sentence.ending(first.first - 1) if sentence.low(first.first - 1) == "," else None
    is_list = any(m.first == first.last + 1 and m.kind == first.kind for m in sentence.named)
    if group is None or group.kind != "group" or not group.is_plural or group.is_owner or first.kind != "state":
        return None
    return group if is_list and sentence.is_free(group) else None
