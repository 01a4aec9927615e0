"""Those who are named together: before a subject, behind it, and as examples of a group."""

from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.verbs import AUXILIARIES, BE, CUES

__all__ = ["bound_with", "company", "is_of_kin", "is_relative_of", "is_second_office", "joined_with", "listed_after"]

OF_OFFICE: Final = words("a an the its his her their")
CLAUSES: Final = words("who whose which run led headed based")
"""With these an aside begins that says more of somebody."""

KIN: Final = words(
    """
    mother father parents wife husband widow son daughter sons daughters brother sister uncle aunt grandmother
    grandfather family lawyer lawyers attorney attorneys
    """
)
"""Relatives, and others whom two may have in common."""


LONGEST_KIN: Final = 9
"""How many words before a name the relative may stand: "daughter of former President of 30 years Tom Hale"."""


def joined_with(sentence: Sentence, subject: Naming) -> tuple[Naming, ...]:
    """Return those who are the subject together with somebody: "A and B discussed trade and affirmed"."""
    found: list[Naming] = []
    last = subject.last
    for mention in sentence.named:
        if mention.first == last + 1 and sentence.low(last) in {"and", ","} and mention.kind != "pronoun":
            found.append(mention)
            last = mention.last
    if len(found) > 1 and subject.kind in {"person", "name"} and all(is_bare_office(sentence, m) for m in found):
        return ()  # said Ana Reis, envoy for Veld and head of the office
    return tuple(found) if found and sentence.low(found[-1].first - 1) == "and" else ()


def is_bare_office(sentence: Sentence, mention: Naming) -> bool:
    """Whether an office without a name has no article, as those have that say what somebody is."""
    is_one = mention.kind == "office" and not mention.is_plural and not mention.is_definite
    return is_one and sentence.low(mention.first) not in {"a", "an", "one", "another"}


def bound_with(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return the first of several joined by "and" if it stands behind "from" or "of": "envoys from A and B said"."""
    first = mention
    while sentence.low(first.first - 1) in {"and", ","} and (other := sentence.ending(first.first - 1)) is not None:
        if other.kind == "office" and not other.is_definite and other.last == mention.first - 1 and mention.role:
            break  # in reply to the envoy, Deputy Premier and Minister Ana Reis said
        first = other
    is_bound = first is not mention and sentence.low(first.first - 1) in {"from", "of", "between", "for", "by"}
    is_listed = sentence.low(mention.first - 1) == "and"
    if mention.kind == "person" and mention.role and first.kind not in {"person", "office"}:
        return None  # the release of hostages in Veld and President Hale praised
    return first if is_bound and is_listed and not mention.is_owner else None


def company(sentence: Sentence, mention: Naming, *, is_bound: bool = False) -> tuple[Naming, ...]:
    """Return those who stand before a subject and are it with it, also behind a preposition: "by A and B, who said"."""
    members: list[Naming] = []
    first = mention.first
    while (link := sentence.low(first - 1)) in ({"and", ",", "&"} if members else {"and", "&"}):
        other = sentence.ending(first - 1)
        if other is None and not members and link == "and":
            other = listed_person(sentence, mention) or across_aside(sentence, mention)
        if other is not None and sentence.low(other.first - 1) == "of":
            other = person_of(sentence, other) or other
        if other is None or other.kind == "pronoun" or other.is_owner:
            break
        if not members and mention.owner and mention.head in KIN and mention.kind == "office":
            break  # Ana and Tom’s mother
        if not sentence.is_free(other) and not (is_bound and link == "and"):
            break
        members.append(other)
        first = other.first
    return tuple(reversed(members))


def person_of(sentence: Sentence, home: Naming) -> Naming | None:
    """Return the person whose home or party stands before "and": "Ana Reis of Veld and Tom Hale"."""
    person = sentence.ending(home.first - 1)
    return person if person is not None and person.kind in {"person", "name"} and " " in person.name else None


def across_aside(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return who stands before somebody over what they are: "Ana Reis, its leader, and Tom Hale, its envoy, said"."""
    comma = mention.first - 2
    named = sentence.ending(comma) if sentence.low(comma) == "," and mention.kind in {"office", "person"} else None
    office = sentence.ending(named.first - 1) if named is not None and sentence.low(named.first - 1) == "," else None
    if named is not None and office is not None and office.kind == "office" and named.kind in {"person", "name"}:
        return named if sentence.is_free(office) else None  # the head of A, Ana Reis, and the chief of B
    opening = next((at for at in range(comma - 1, 0, -1) if sentence.low(at) == ","), 0)
    other = sentence.ending(opening) if sentence.low(comma) == "," else None
    is_clause = sentence.low(opening + 1) in CLAUSES
    if other is None or not (is_clause or sentence.low(opening + 1) in OF_OFFICE):
        return None
    kinds = {other.kind, mention.kind}
    is_alike = other.first == 0 and (kinds <= {"person", "name"} or (is_clause and kinds <= {"body", "name"}))
    inside = [token.low for token in sentence.words[opening + 1 : comma]]
    return other if is_alike and not any(is_verb(low) and not (is_clause and low in BE) for low in inside) else None


def is_verb(low: str) -> bool:
    """Whether a word is a verb of saying or an auxiliary, and no noun."""
    cue = CUES.get(low)
    return low in AUXILIARIES or (cue is not None and cue.form in {"ed", "s"} and not cue.is_noun)


def listed_person(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return the last but one of three or more persons with a comma before "and": "Minister A, Envoy B, and Dr C"."""
    other = sentence.ending(mention.first - 2) if sentence.low(mention.first - 2) == "," else None
    before = sentence.ending(other.first - 1) if other is not None and sentence.low(other.first - 1) == "," else None
    are_persons = all(one is not None and one.kind == "person" and one.role for one in (mention, other, before))
    return other if are_persons else None


def listed_after(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return of whom a name is an example: "firms including A, B and C said"."""
    first = mention.first
    while first > 1:
        is_such = sentence.low(first - 1) == "as" and sentence.low(first - 2) == "such"
        if is_such or sentence.low(first - 1) == "including":
            place = first - 1 - is_such
            return sentence.ending(place) or sentence.ending(place - 1)
        if sentence.low(first - 1) not in {"and", ","}:
            return None
        other = sentence.ending(first - 1) or sentence.ending(first - 2)
        if other is None:
            return None
        first = other.first
    return None


def is_second_office(sentence: Sentence, mention: Naming, person: Naming) -> bool:
    """Whether an office without an article is one more of the person before it: "Ana Reis of Norland and envoy to"."""
    is_bare = mention.kind == "office" and sentence.low(mention.first) not in {"the", "a", "an"} and not mention.owner
    return is_bare and person.kind in {"person", "name"} and not mention.is_plural


def is_relative_of(sentence: Sentence, mention: Naming) -> bool:
    """Whether somebody is only whose relative another one is: "Minister and daughter of the late king Tom Hale, X"."""
    near = (m for m in sentence.named if m.kind == "office" and m.head in KIN and m.last <= mention.first)
    kin = next(near, None)
    if kin is None or kin.first == 0 or mention.first - kin.first > LONGEST_KIN or mention.kind == "office":
        return False
    between = [sentence.low(at) for at in range(kin.first, mention.first)]
    return "of" in between and not {",", "who", "and", "said"} & set(between)


def is_of_kin(sentence: Sentence, mention: Naming) -> bool:
    """Whether somebody shares a relative with who stands behind "and": "Ana and Tom’s mother"."""
    joined = next((m for m in sentence.named if m.first == mention.last + 1), None)
    is_joined = joined is not None and sentence.low(mention.last) == "and"
    return is_joined and joined is not None and joined.owner != "" and joined.head in KIN
