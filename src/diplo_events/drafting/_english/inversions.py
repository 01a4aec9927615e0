"""Who stands behind a verb of saying: "“…,” said X", "…, said the envoy of Y, X", "“…,” read the statement"."""

from typing import Final

import attrs

from diplo_events.drafting._english.companies import joined_with
from diplo_events.drafting._english.descriptions import is_plain
from diplo_events.drafting._english.hits import MODALS, Hit, text_after
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import DAYS, PREPOSITIONS, Sentence, is_adverb
from diplo_events.drafting._english.subjects import subject_aside
from diplo_events.drafting._english.text_nouns import of_text
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import BE, CUES, Cue

__all__ = ["inverted"]

LONGEST_NOUNS: Final = 3
"""How many plain nouns may stand before the office of who says something."""

TAIL: Final = words(
    """
    say add report write explain note argue claim insist warn state tweet conclude declare observe remark announce admit
    suggest
    """
)

NEVER_INVERTED: Final = words("call name ask urge tell")

HELPERS: Final = words("has have had do does did")
"""Behind a name behind a verb, these begin what is said: "says Hale has lied"."""

SOON: Final = words("also today yesterday tonight")
"""Between a verb and who says it behind it: "said today the envoy"."""

FAR_NAME: Final = 18
"""Within how many words behind an office its name stands."""


def inverted(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a subject behind its verb: "“…,” said X", "…, said X"."""
    index = place + 1
    while index < len(sentence.words) and (is_adverb(sentence.words[index]) or sentence.low(index) in SOON):
        index += 1
    index += 2 * (sentence.low(index) == "on" and sentence.low(index + 1) in DAYS)
    behind_verb = (m for m in sentence.named if m.first == index and not m.is_owner and m.name not in {"it", "that"})
    subject = next(behind_verb, None) or premodified(sentence, place, left, index)
    if (
        subject is None
        and (text := text_after(sentence, index)) is not None
        and cue.lemma in {"say", "read", "state", "add"}
    ):
        return text_inverted(sentence, place, left, cue, text)
    is_barred = cue.lemma in NEVER_INVERTED and not (cue.lemma == "ask" and is_asked(sentence, left, subject))
    if subject is None or is_barred or sentence.low(subject.last) in BE | HELPERS | MODALS:
        return None
    is_after_quotation = left < 0 or sentence.words[left].text == QUOTED
    if sentence.low(left) == ",":
        is_after_quotation = cue.lemma in TAIL or (left > 0 and sentence.words[left - 1].text == QUOTED)
        is_closed = sentence.low(subject.last) in {",", ".", ""} and left > 0
        is_loose = subject.kind == "pronoun" and not is_closed  # One miner, quoted by the Post, said he left
        if sentence.words[left - 1].text != QUOTED and (is_loose or is_own_content(sentence, subject)):
            return None
        is_after_quotation = is_after_quotation and (is_closed or subject_aside(sentence, left).mention is None)
    if not is_after_quotation:
        return None
    first = last_quotation(sentence, left)
    subject = one_named(sentence, subject) or named_behind(sentence, subject) or subject
    if others := joined_with(sentence, subject):  # “…,” said A and B
        *together, subject = (subject, *others)
        return Hit(place, first, cue, subject, "inverted", tuple(together), last=subject.last)
    return Hit(place, first, cue, subject, "inverted", last=subject.last)


def named_behind(sentence: Sentence, subject: Naming) -> Naming | None:
    """Return the name behind a long office and a comma: "said the envoy of the fund for the lakes, Ana Reis"."""
    far = range(subject.last, min(subject.last + FAR_NAME, len(sentence.words)))
    comma = next((at for at in far if not sentence.words[at].is_word or sentence.words[at].text == QUOTED), 0)
    if sentence.low(comma) != "," or comma == subject.last or subject.kind not in {"office", "body"}:
        return None
    mention = next((m for m in sentence.named if m.first == comma + 1 and m.kind in {"person", "name"}), None)
    between = {token.low for token in sentence.words[subject.last : comma]}
    is_office = sentence.low(subject.last) in PREPOSITIONS and not between & {"who", "which", "that", "said", "told"}
    if mention is None or not is_office or " " not in mention.name or mention.is_owner:
        return None
    return mention if sentence.low(mention.last) in {",", ".", ""} else None


def one_named(sentence: Sentence, subject: Naming) -> Naming | None:
    """Return the name of one of several, behind what they are: "said one of them, a student named Ana Reis"."""
    is_one = subject.kind == "office" and sentence.low(subject.first) in {"one", "another"}
    mention = next((m for m in sentence.named if m.first > subject.last and m.kind in {"person", "name"}), None)
    if not is_one or mention is None or sentence.low(subject.last) != "," or " " not in mention.name:
        return None
    between = sentence.words[subject.last + 1 : mention.first]
    is_near = len(between) <= LONGEST_NOUNS + 1 and sentence.low(mention.last) in {",", ".", ""}
    are_plain = all(is_plain(token) or token.low in {"a", "an", "the", "named", "called"} for token in between)
    return mention if is_near and are_plain else None


def premodified(sentence: Sentence, place: int, left: int, index: int) -> Naming | None:
    """Return the person before whose office plain nouns stand behind a quotation: "said rural water minister Li"."""
    start, index = index, index + (sentence.low(index) in {"its", "their", "the", "a", "an"})
    mention = next((m for m in sentence.named if m.first > index), None)
    kinds = {"person", "name"} if index == start else {"office"}  # said its country director, Li
    if place - left != 1 or left < 0 or mention is None or mention.kind not in kinds:
        return None
    is_quoted = sentence.words[left].text == QUOTED or (left > 0 and sentence.words[left - 1].text == QUOTED)
    between = sentence.words[index : mention.first]
    is_named = " " in mention.name and not mention.role  # said passenger Omar Lund
    is_office = (is_named or sentence.words[mention.first].text.islower()) and len(between) <= LONGEST_NOUNS
    is_noun = is_office and all(is_plain(token) and token.low not in CUES for token in between)
    return attrs.evolve(mention, first=start) if is_quoted and is_noun else None


def is_own_content(sentence: Sentence, subject: Naming) -> bool:
    """Whether a name behind a verb begins what is said: "Hale, unaware of it, says the king “has no clue”"."""
    return subject.last < len(sentence.words) and sentence.words[subject.last].text == QUOTED


def text_inverted(sentence: Sentence, place: int, left: int, cue: Cue, text: int) -> Hit | None:
    """Read a text behind the verb: "“…,” read the statement", "…, says the report"."""
    is_quoted = left < 0 or sentence.words[left].text == QUOTED
    if not is_quoted and (sentence.low(left) != "," or sentence.low(text + 1) in BE | HELPERS | MODALS):
        return None  # Reis, the envoy, said the statement is weak
    subject, together, _, rule = of_text(sentence, text)
    if subject is None:
        return None
    return Hit(place, last_quotation(sentence, left), cue, subject, rule, together, last=text + 1)


def is_asked(sentence: Sentence, left: int, subject: Naming | None) -> bool:
    """Whether "asked" with somebody behind it has a quotation before it and nothing else to ask: "“…?” asked X."."""
    is_behind = left >= 0 and sentence.words[left].text == QUOTED
    return is_behind and subject is not None and sentence.low(subject.last) not in {"to", "for", "whether", "if"}


def last_quotation(sentence: Sentence, left: int) -> int:
    """Return the place of the last quotation before a place, or of the first word of the sentence."""
    return next((index for index in range(left, -1, -1) if sentence.words[index].text == QUOTED), 0)
