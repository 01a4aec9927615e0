"""Those who are named together: before a subject, behind it, and as examples of a group."""

from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence

__all__ = ["bound_with", "company", "joined_with", "listed_after"]


def joined_with(sentence: Sentence, subject: Naming) -> tuple[Naming, ...]:
    """Return those who are the subject together with somebody: "A and B discussed trade and affirmed"."""
    found: list[Naming] = []
    last = subject.last
    for mention in sentence.named:
        if mention.first == last + 1 and sentence.low(last) in {"and", ","} and mention.kind != "pronoun":
            found.append(mention)
            last = mention.last
    return tuple(found) if found and sentence.low(found[-1].first - 1) == "and" else ()


def bound_with(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return the first of several joined by "and" if it stands behind "from" or "of": "envoys from A and B said"."""
    first = mention
    while sentence.low(first.first - 1) in {"and", ","} and (other := sentence.ending(first.first - 1)) is not None:
        first = other
    is_bound = first is not mention and sentence.low(first.first - 1) in {"from", "of", "between", "for", "by"}
    is_listed = sentence.low(mention.first - 1) == "and"
    return first if is_bound and is_listed and not mention.is_owner else None


def company(sentence: Sentence, mention: Naming, *, is_bound: bool = False) -> tuple[Naming, ...]:
    """Return those who stand before a subject and are it with it, also behind a preposition: "by A and B, who said"."""
    members: list[Naming] = []
    first = mention.first
    while (link := sentence.low(first - 1)) in ({"and", ",", "&"} if members else {"and", "&"}):
        other = sentence.ending(first - 1)
        if other is None or other.kind == "pronoun" or other.is_owner:
            break
        if not sentence.is_free(other) and not (is_bound and link == "and"):
            break
        members.append(other)
        first = other.first
    return tuple(reversed(members))


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
