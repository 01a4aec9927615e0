"""Who says words in quotation marks that no verb of saying stands beside."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Party
from diplo_events.drafting._actors.parties import part, party_of
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import ISSUING
from diplo_events.drafting._english.subjects import TEXTS, sentence_subject
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.nominal import by_noun_of_saying
from diplo_events.drafting._speech.terms import is_term
from diplo_events.vocab import Section

__all__ = ["without_cue"]

IS_WORDS: Final = re.compile(
    r"(?:[—–,] )?(?:(?:that|this|those|these|such) )?(?:is|was|were|are) (?:also )?(?:the )?(?:\w+ )?"
    r"(?:words?|message|verdict|answer|response|reply|view|warning|reaction|conclusion|assessment|advice|phrase"
    r"|description|comment) (?:of|from|by|used by|given by|chosen by)\b"
)
"""Behind a quotation, these say whose words it is."""

BARE: Final = 3
"""How many words may stand beside a quotation that goes on another one: "and", "then"."""

OWN_WORDS: Final = words(
    """
    reply answer response verdict message warning comment retort rejoinder conclusion explanation advice words line
    remark question plea offer demand promise motto refrain assessment prediction
    """
)
"""Nouns of what somebody says; whose they are, says it."""

FIRST_BY: Final = 6
"""Among how many words of a label "by" names whose text it is."""

OF_TEXTS: Final = words("text text-again text-pronoun text-issued")
"""Rules by which those are found whose text says something."""

ISSUED_NEAR: Final = 4
"""How many words before a text the verb that issued it stands."""

ISSUERS: Final = words("body state name group")
"""Those whose text may follow a sentence that tells of it: "The ministry issued a statement. “We …”"."""

SPEAKERS: Final = words("person office group body")
PEOPLE: Final = words("person name")
NEAR_OWNER: Final = 3
"""How many words may stand between an owner and the noun: "Li’s only public reply"."""


def without_cue(context: Context) -> Iterator[Reported]:  # noqa: C901  (one case for each place of a quotation)
    """Return what a sentence without a verb of saying quotes."""
    unit, last = context.unit, context.last
    if not unit.quotations:
        if (
            unit.block.section is Section.HEADLINE
            and (party := before_colon(context)) is not None
            and party.kind in PEOPLE
        ):
            yield context.said("headline-colon", party, ())
        elif unit.block.section is Section.HEADLINE and (party := tail_colon(context)) is not None:
            yield context.said("headline-tail", party, ())
        elif unit.block.section is not Section.HEADLINE and (found := by_noun_of_saying(context)) is not None:
            item = context.said(found[1], found[0], ())
            item.cue = found[2]
            if found[0] in item.speakers:
                item.speakers = (found[0], *found[3])
            yield item
        return
    quotes = [(mark.start, mark.end) for mark in unit.quotations]
    if (named := by_marks(context)) is not None:
        item = context.said(named[0], named[1], quotes)
        item.cue = named[2]
        yield item
        return
    beside = [token for token in unit.words if token.is_word and token.text != QUOTED]
    if not beside and (party := answering(context)) is not None:
        yield context.said("answer", party, quotes)
        return
    if not beside and (last is None or last.speaker is None) and (party := introduced(context, "…")) is not None:
        yield context.said("introduced", party, quotes)
        return
    if last is not None and last.speaker is not None and goes_on(context, last, len(beside)):
        between = context.text[last.end : unit.start]
        if not between.strip() and (unit.quotations[0].continues or "\n" not in between):
            last.end = unit.end
            last.quotes.extend(quotes)
            context.actors.focus(last.speaker)
        elif (party := introduced(context, between)) is not None and not beside:
            yield context.said("introduced", party, quotes)
        else:
            is_next = not beside and not between.strip()
            yield context.said("continued" if is_next else "continued-later", last.speaker, quotes)
        return
    yield from by_subject(context)


def by_marks(context: Context) -> tuple[str, Party, tuple[int, int] | None] | None:
    """Return whose words a colon, a signature or a noun beside a quotation shows, with the rule and the noun."""
    for rule, way in WAYS:
        if (party := way(context)) is not None:
            return rule, party, None
    found = by_noun_of_saying(context)
    if found is not None and is_before_quotation(context, found[2][1]):
        return found[1], found[0], found[2]
    return None


def behind_colon(context: Context) -> Party | None:
    """Return who does something behind the quotation and the colon of a headline: "‘No more’: Li defies sanctions"."""
    words_ = context.unit.words
    if context.unit.block.section is not Section.HEADLINE or [token.text for token in words_[:2]] != ["“…”", ":"]:
        return None
    mention = next((item for item in context.unit.named if item.first in {2, 3}), None)
    return party_of(mention, context.parties, context.actors) if mention is not None else None


def tail_colon(context: Context) -> Party | None:
    """Return who is named alone behind the colon of a headline, and so says what stands before it: "…: officials"."""
    words_ = context.unit.words
    colon = next((at for at in range(len(words_) - 1, 1, -1) if words_[at].low == ":"), None)
    mention = next((item for item in context.unit.named if item.last == len(words_) and item.first - 1 == colon), None)
    if mention is None or mention.kind not in SPEAKERS or words_[0].text == QUOTED:
        return None
    return party_of(mention, context.parties, context.actors)


def is_before_quotation(context: Context, place: int) -> bool:
    """Whether a noun of saying stands before the first quotation of a sentence, with no verb between them."""
    between = context.text[place : context.unit.quotations[0].outer_start]
    return len(between) > 0 and not re.search(r"[;:.]", between)


def behind_quotation(context: Context) -> Party | None:
    """Return whose words a quotation is said to be behind it: "“Never” were the words of Li"."""
    found, sentence = context.unit.words, context.unit.sentence
    place = next((at for at, token in enumerate(found) if token.text == QUOTED), 0) + 1
    tail = " ".join(token.low for token in found[place : place + 9])
    match = IS_WORDS.match(tail)
    if match is None:
        return None
    first = place + len(match[0].split())
    mention = next((m for m in sentence.named if m.first in {first, first + 1} and m.kind != "pronoun"), None)
    return party_of(mention, context.parties, context.actors) if mention is not None else None


def answering(context: Context) -> Party | None:
    """Return who answers the question of the paragraph before: the first person of the text that did something."""
    before = context.text[: context.unit.start].rstrip()
    if not context.unit.opens_block or not before.endswith("?"):
        return None
    return next((party for party in context.actors.focused if party.is_person), None)


def introduced(context: Context, between: str) -> Party | None:
    """Return who was the subject of the sentence before, in the same paragraph: "Li was blunter. “No.”"."""
    focused = context.actors.focused[-1:]
    if not between.strip() or context.unit.opens_block or not focused:
        return None
    before = re.split(r"[.!?] ", context.text[context.unit.block.start : context.unit.start].strip())[-1]
    is_issuer = focused[0].kind in ISSUERS and bool(TEXTS & set(re.findall(r"\w+", before.lower())))
    return focused[0] if focused[0].is_person or is_issuer else None


def goes_on(context: Context, last: Reported, beside: int) -> bool:
    """Whether a quotation without a verb goes on what was said last."""
    block = context.unit.block
    if beside > BARE or block.speaker is not None or last.section is not block.section:
        return False
    return bool(last.quotes) or not beside


def by_subject(context: Context) -> Iterator[Reported]:
    """Return the quotations of a sentence as words of its subject, or of who spoke last."""
    unit = context.unit
    marked = [
        (place, mark)
        for place, token in enumerate(unit.words)
        if token.text == QUOTED and (mark := unit.quotation_at(place))
    ]
    quotes = [(mark.start, mark.end) for place, mark in marked if not is_term(context.text, unit, place, mark, None)]
    if not quotes:
        return
    place = marked[0][0]
    subject = sentence_subject(unit.sentence, place)
    party = party_of(subject, context.parties, context.actors) if subject is not None else None
    if party is None and context.last is not None:
        party = context.last.speaker
    if party is None:
        party = next((one for one in reversed(context.actors.focused) if one.is_named and not one.members), None)
    rule = "quoted-subject"
    if (whose := of_text_before(context, subject)) is not None:
        item = context.said("text-again", whose, quotes)
        yield item
        return
    if (found := of_text_beside(context, place)) is not None:
        yield context.said(*found, quotes)
        return
    if unit.block.section is Section.HEADLINE and subject is not None and is_alone(context, subject):
        rule = "headline-quote"
    elif subject is not None and party is not None and is_verb_of(unit, subject, party, place):
        rule = "quoted-verb"
    elif (
        unit.words[place - 1].low == ":"
        and subject is not None
        and party is not None
        and (party.is_person or (party.kind in ISSUERS and is_of_issued(unit, subject, place)))
    ):
        rule = "subject-colon"
    yield context.said(rule, party, quotes)


def is_verb_of(unit: Passage, subject: Naming, party: Party, place: int) -> bool:
    """Whether a quotation holds what its subject does, or for what: "Protesters marched to “defend democracy”"."""
    is_verb = subject.last == place and not is_noun_behind(unit, place)
    is_aim = bool(place) and unit.words[place - 1].low == "to" and (party.is_person or party.kind == "group")
    return is_verb or is_aim


def of_text_beside(context: Context, place: int) -> tuple[str, Party] | None:
    """Return whose text says what stands behind it in marks: "The resolution “condemns” it", "a law that “bans” it"."""
    words_ = context.unit.words
    at = place - 2 if place > 1 and words_[place - 1].low in {"that", "which"} else place - 1
    if at < 0 or words_[at].low not in TEXTS:
        return None
    if at == place - 1:
        whose = context.actors.issuers.get(words_[at].low.removesuffix("s"))
        return ("text-again", whose) if whose is not None else None
    if not ISSUING & {token.low for token in words_[max(0, at - ISSUED_NEAR) : at]}:
        return None
    subject = sentence_subject(context.unit.sentence, at)
    party = party_of(subject, context.parties, context.actors) if subject is not None else None
    return ("text-issued", party) if party is not None else None


def is_of_issued(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a subject issues a text whose words stand behind a colon: "the ministry issued a statement …: “…”"."""
    between = {token.low for token in unit.words[subject.last : place]}
    return bool(between & TEXTS) and bool(between & ISSUING)


def of_text_before(context: Context, subject: Naming | None) -> Party | None:
    """Return whose text "it" is, where the sentence before quoted one: "It also set a deadline: “…”"."""
    last, unit = context.last, context.unit
    if last is None or last.speaker is None or subject is None or subject.first or subject.name != "it":
        return None
    is_text = last.rule in OF_TEXTS and bool(last.quotes) and last.section is unit.block.section
    is_near = "\n" not in context.text[last.end : unit.start]
    return last.speaker if is_text and is_near and any(token.low == ":" for token in unit.words) else None


def is_noun_behind(unit: Passage, place: int) -> bool:
    """Whether a stretch in quotation marks behind a name is a name as well, with nothing that somebody does to it."""
    following = unit.words[place + 1] if place + 1 < len(unit.words) else None
    return following is None or not following.is_word


def is_alone(context: Context, subject: Naming) -> bool:
    """Whether the subject of a headline is not one of several: "Norland, Sudland hold ‘frank’ talks"."""
    words_ = context.unit.words
    return words_[subject.last].low not in {",", "and"} and (not subject.first or words_[subject.first - 1].low != ",")


def signed(context: Context) -> Party | None:
    """Return who is named in the line below a quotation that stands by itself."""
    block, words_ = context.unit.block, context.unit.words
    if [token.text for token in words_[:2]] in (["“…”", "—"], ["“…”", "–"]):
        mention = next((item for item in context.unit.named if item.first == 2), None)  # noqa: PLR2004  (behind the dash)
        return context.parties.get(mention.start) if mention is not None else None
    if block.section is not Section.PULL_QUOTE or block.speaker is None:
        return None
    named = part(context.text, *block.speaker)
    return context.actors.find(named[0]) if named else None


def before_colon(context: Context) -> Party | None:
    """Return who is named before a colon and a quotation: "Lavrov: “no talks”"."""
    words_, named = context.unit.words, context.unit.named
    if (party := of_text_with_colon(context)) is not None:
        return party
    for mention in named:
        topic = words_[mention.last : mention.last + 8] if mention.first == 0 else ()
        has_quotation = any(one.low == ":" and two.text == QUOTED for one, two in itertools.pairwise(topic))
        if has_quotation and {token.low for token in topic[:1]} & {"on", "to"}:
            return party_of(mention, context.parties, context.actors)
        if mention.first <= 1 and mention.last + 1 < len(words_) and words_[mention.last].low == ":":
            return party_of(mention, context.parties, context.actors)
    return None


def of_text_with_colon(context: Context) -> Party | None:
    """Return whose text stands behind a colon: "Joint statement by A, B and C: “…”"."""
    words_ = context.unit.words
    by = next((at for at in range(1, min(FIRST_BY, len(words_))) if words_[at].low in {"by", "from", "of"}), 0)
    if not by or words_[by - 1].low not in TEXTS:
        by = next((at for at in range(1, len(words_)) if is_issued(words_, at) and is_of_colon(context, at)), 0)
    colon = next((at for at in range(by, len(words_)) if words_[at].low == ":"), 0)
    if not by or not colon or words_[by - 1].low not in TEXTS or words_[colon + 1 : colon + 2] == ():
        return None
    mention = next((m for m in context.unit.named if m.first - by in {1, 2}), None)
    if mention is None or words_[colon + 1].text != QUOTED:
        return None
    party = party_of(mention, context.parties, context.actors)
    if party is not None and not party.is_named and mention.last < colon:
        party.spellings[" ".join(context.text[mention.start : words_[colon - 1].end].split())] = None
    return party


def is_issued(words_: Sequence[Token], place: int) -> bool:
    """Whether "by" or "from" stands behind a text: "the following statement from the king"."""
    return words_[place].low in {"by", "from"} and words_[place - 1].low in TEXTS


def is_of_colon(context: Context, place: int) -> bool:
    """Whether who stands behind a place is all that parts it from a colon."""
    words_ = context.unit.words
    return any(
        m.first - place in {1, 2} and m.last < len(words_) and words_[m.last].low == ":" for m in context.unit.named
    )


def owner_of_words(context: Context) -> Party | None:
    """Return whose reply, verdict or other words stand behind a colon: "Li’s reply came at once: “no”"."""
    words_ = context.unit.words
    colon = next((at for at in range(1, len(words_)) if words_[at].text == QUOTED and words_[at - 1].low == ":"), 0)
    nouns = [at for at in range(colon) if words_[at].low in OWN_WORDS]
    for mention in context.unit.named:
        near = [
            at
            for at in nouns
            if 0 <= at - mention.last <= NEAR_OWNER or words_[mention.first - 1].low in {"from", "of", "by"}
        ]
        is_owner = mention.is_owner or (mention.first and words_[mention.first - 1].low in {"from", "of", "by"})
        if mention.last <= colon and near and is_owner and mention.kind != "pronoun":
            return party_of(mention, context.parties, context.actors)
    if nouns and words_[0].low in {"his", "her"}:
        return context.actors.of_pronoun({"his": "he", "her": "she"}[words_[0].low])
    return None


WAYS: Final[Sequence[tuple[str, Callable[[Context], Party | None]]]] = (
    ("signature", signed),
    ("colon", before_colon),
    ("colon-words", owner_of_words),
    ("headline-quote", behind_colon),
    ("words-of", behind_quotation),
)
"""How somebody can be named beside a quotation without a verb of saying, each with its rule."""
