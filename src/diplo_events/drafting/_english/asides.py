"""What an aside names: "one of the groups, the Lake Front (LF), said", "the ministers of A and B, X and Y, said"."""

from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence, Subject

__all__ = ["is_next", "listed_before", "listed_in_aside", "named_aside", "opening_before", "persons_aside"]


def named_aside(sentence: Sentence, opening: int, comma: int) -> Naming | None:
    """Return whom an aside names and no more: "one of the groups, the Lake Front (LF), said"."""
    first = opening + 1 + (sentence.low(opening + 1) == "the")
    last = opening_before(sentence, comma - 1, {"("}) if sentence.low(comma - 1) == ")" else comma
    while first < last and (
        sentence.words[first].low.endswith("year-old")
        or (sentence.words[first].text.islower() and sentence.words[first].low.endswith("ed"))
    ):
        first += 1  # exiled banker Ana Reis, 42-year-old Ana Reis
    return next((m for m in sentence.named if m.first in {opening + 1, first} and m.last == last), None)


def persons_aside(sentence: Sentence, opening: int, comma: int) -> tuple[Naming, ...]:
    """Return the persons whom an aside names and no more: "the ministers of Norway and Chile, A and B, said"."""
    those = [m for m in sentence.named if opening < m.first and m.last <= comma]
    last = opening + 1
    for mention in those:
        is_joined = sentence.low(mention.first - 1) in {"and", ","} and mention.first - last <= 1
        if not is_joined or mention.kind not in {"person", "name"}:
            return ()
        last = mention.last
    return tuple(those) if len(those) > 1 and last == comma else ()


def listed_in_aside(sentence: Sentence, first: Naming, comma: int) -> tuple[Naming, ...]:
    """Return three or more persons of whom the first ends at a comma, behind those who they are: "ministers, A, B"."""
    before = sentence.ending(first.first - 1) if sentence.low(first.first - 1) == "," else None
    is_of_several = before is not None and before.is_plural and first.kind in {"person", "name"}
    return persons_aside(sentence, first.first - 1, comma) if is_of_several else ()


def opening_before(sentence: Sentence, place: int, marks: set[str]) -> int:
    """Return the place of the mark that opens what another one closes; 0 if there is none."""
    return next((index for index in range(place - 1, -1, -1) if sentence.low(index) in marks), 0)


def listed_before(sentence: Sentence, subject: Subject) -> Naming | None:
    """Return whom a comma joins with the one before a verb of several, as headlines do: "Norway, Sweden call for"."""
    mention = subject.mention
    if mention is None or mention.is_plural or subject.together or sentence.low(mention.first - 1) != ",":
        return None
    other = sentence.ending(mention.first - 1)
    return other if other is not None and other.first == 0 and other.kind == mention.kind else None


def is_next(sentence: Sentence, named: Naming, opening: int) -> bool:
    """Whether a name begins an aside, with an age before it at most: "a miner, 42-year-old Ana Reis, said"."""
    return named.first == opening + 1 or sentence.low(opening + 1).endswith("year-old")
