"""Who says words in quotation marks that no verb of saying stands beside."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import part, party_of
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.alone import ISSUERS, before_label, by_itself, introduced, person_near
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.continuing import BARE, goes_on, is_at_length, is_told_on
from diplo_events.drafting._speech.feelings import is_feeling
from diplo_events.drafting._speech.headline_topics import is_alone, is_spoken_of
from diplo_events.drafting._speech.held_for import is_about_words, is_charge, is_protest, is_suffered
from diplo_events.drafting._speech.nominal import by_noun_of_saying
from diplo_events.drafting._speech.signatures import holder_behind
from diplo_events.drafting._speech.spoken_on import spoken_on
from diplo_events.drafting._speech.terms import SIGNS, is_term
from diplo_events.drafting._speech.texts import is_of_issued, of_text_before, of_text_beside, of_text_with_colon
from diplo_events.vocab import Section

__all__ = ["without_cue"]

IS_WORDS: Final = re.compile(
    r"(?:[—–,] )?(?:(?:that|this|those|these|such) )?(?:is|was|were|are) (?:also )?(?:the )?(?:\w+ )?"
    r"(?:words?|message|verdict|answer|response|reply|view|warning|reaction|conclusion|assessment|advice|phrase"
    r"|description|comment) (?:of|from|by|used by|given by|chosen by)\b"
)
"""Behind a quotation, these say whose words it is."""
IS_USED: Final = re.compile(
    r"(?:, )?(?:was|were|is|are|has been|have been) (?:\w+ )?(?:credited|cited|blamed|mentioned|offered|invoked|named"
    r"|quoted|used|chosen|suggested|praised|heard)\b[^.;:]{0,60}?\bby\b"
)
"""Behind a quotation, these say who used its words."""

FAR_USER: Final = 16
"""Within how many words behind a quotation who used its words is named."""
OWN_WORDS: Final = words(
    """
    reply answer response verdict message warning comment retort rejoinder conclusion explanation advice words line
    remark question plea offer demand promise motto refrain assessment prediction thing
    """
)
"""Nouns of what somebody says; whose they are, says it."""

HAVING: Final = words("had has gave gives offered sent left")
BEARING: Final = words("reading saying stating declaring demanding proclaiming")
BORNE: Final = words("read reads said says stated states declared proclaimed demanded")
ONE_OF: Final = words("one some another others many which all")
NEAR_SIGN: Final = 6
"""How many words before its quotation a sign is named, with "one reading" between."""

CHANTS: Final = words("chants cries shouts slogans sang singing chanting shouting")

BLUNT: Final = words(
    "blunt blunter clear clearer direct curt terse firm adamant harsher scathing defiant unequivocal categorical brief"
)
DEGREES: Final = words("more less equally just even very rather quite particularly similarly")
"""Before an adjective, these show how somebody speaks: "Li was less sure: “I may stay”"."""

BEFORE_SUBJECTS: Final = words(", and but while when as where that after before ; of") | {QUOTED}

SUFFERED: Final = words("have been were are had")
"""Before a quotation, these show that its subject is whom it tells of, and hardly who says it."""

SPEAKERS: Final = words("person office group body")
PEOPLE: Final = words("person name")
NEAR_OWNER: Final = 3
"""How many words may stand between an owner and the noun: "Li’s only public reply"."""


def without_cue(context: Context) -> Iterator[Reported]:
    """Return what a sentence without a verb of saying quotes."""
    unit, last = context.unit, context.last
    if not unit.quotations:
        yield from without_quotation(context)
        return
    quotes = [(mark.start, mark.end) for mark in unit.quotations]
    if (named := by_marks(context)) is not None:
        item = context.said(named[0], named[1], quotes)
        item.cue = named[2]
        yield item
        return
    beside = [token for token in unit.words if token.is_word and token.text != QUOTED]
    if not beside and (found := by_itself(context)) is not None:
        yield context.said(*found, quotes)
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
            is_next = not beside and (not between.strip() or is_at_length(context, last.speaker))
            yield context.said("continued" if is_next else "continued-later", last.speaker, quotes)
        return
    party = person_near(context) if not beside else None
    if party is not None:
        yield context.said("person-near", party, quotes)
    else:
        yield from by_subject(context)


def without_quotation(context: Context) -> Iterator[Reported]:
    """Return what a sentence without a verb of saying reports in no quotation marks."""
    unit = context.unit
    if unit.block.section is Section.HEADLINE and (party := before_colon(context)) is not None and party.kind in PEOPLE:
        yield context.said("headline-colon", party, ())
    elif unit.block.section is Section.HEADLINE and (found_ := tail_colon(context)) is not None:
        yield context.said(*found_, ())
    elif unit.block.section is not Section.HEADLINE and (found := by_noun_of_saying(context)) is not None:
        item = context.said(found[1], found[0], ())
        item.cue = found[2]
        if found[0] in item.speakers:
            item.speakers = (found[0], *found[3])
        noun = context.text[slice(*found[2])].lower()
        if noun in TEXTS:
            context.actors.issuers.keep(noun.removesuffix("s"), found[0])
        yield item


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


def tail_colon(context: Context) -> tuple[str, Party] | None:
    """Return who is named alone at the end of a headline, and so says what stands before it: "…: officials", "… - Li".

    A name that may be that of anything counts only if it speaks in the text as well.
    """
    words_ = context.unit.words
    colon = next((at for at in range(len(words_) - 1, 1, -1) if words_[at].low in {":", "—", "–", "-"}), None)
    mention = next((item for item in context.unit.named if item.last == len(words_) and item.first - 1 == colon), None)
    if mention is None or colon is None or words_[0].text == QUOTED or is_tied(context.text, words_[colon]):
        return None
    party = party_of(mention, context.parties, context.actors)
    if party is None or (mention.kind == "state" and words_[colon].low != ":"):
        return None
    is_known = mention.kind in SPEAKERS and words_[colon].low == ":"
    return ("headline-tail" if is_known else "headline-colon"), party


def is_tied(text: str, dash: Token) -> bool:
    """Whether a dash stands inside a word or a pair: "Belgrade-Pristina"."""
    return dash.low != ":" and not (text[dash.start - 1 : dash.start].isspace() and text[dash.end].isspace())


def is_before_quotation(context: Context, place: int) -> bool:
    """Whether a noun of saying stands before the first quotation of a sentence, with no verb between them."""
    between = context.text[place : context.unit.quotations[0].outer_start]
    return len(between) > 0 and not re.search(r"[;:.]", between)


def behind_quotation(context: Context) -> Party | None:
    """Return whose words a quotation is said to be behind it: "“Never” were the words of Li"."""
    found, sentence = context.unit.words, context.unit.sentence
    place = next((at for at, token in enumerate(found) if token.text == QUOTED), 0) + 1
    tail = " ".join(token.low for token in found[place : place + 9])
    match = IS_WORDS.match(tail) or IS_USED.match(" ".join(token.low for token in found[place : place + FAR_USER]))
    if match is None:
        return owner_behind(context, place)
    first = place + len(match[0].split())
    mention = next((m for m in sentence.named if m.first in {first, first + 1} and m.kind != "pronoun"), None)
    return party_of(mention, context.parties, context.actors) if mention is not None else None


def owner_behind(context: Context, place: int) -> Party | None:
    """Return whose reply a quotation is said to be behind it: "“It is weak” was Li’s only reply"."""
    words_ = context.unit.words
    first = place + (words_[place].low == "," if place < len(words_) else 0)
    if first + 2 >= len(words_) or words_[first].low not in {"was", "is", "were", "are", "came"}:
        return None
    noun = next((at for at in range(first + 1, min(first + 8, len(words_))) if words_[at].low in OWN_WORDS), None)
    if noun is None:
        return None
    owner = next(
        (m for m in context.unit.named if m.is_owner and first < m.first and 0 < noun - m.last <= NEAR_OWNER), None
    )
    if owner is not None:
        return party_of(owner, context.parties, context.actors)
    word = {"his": "he", "her": "she"}.get(words_[first + 1].low)
    return context.actors.of_pronoun(word) if word is not None and noun - first <= NEAR_OWNER else None


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
    if subject is None and unit.words[place - 1].low in CHANTS and place == 1:  # Chanting “…”, students blocked
        subject = next((m for m in unit.named if m.first > place and m.kind in {"group", "name", "person"}), None)
    party = party_of(subject, context.parties, context.actors) if subject is not None else None
    is_told_of = subject is not None and subject.is_plural and unit.words[place - 1].low in SUFFERED
    if context.last is not None and (party is None or (is_told_of and context.last.speaker is not None)):
        party = context.last.speaker  # All candidates have been “turned down”
    if party is None:
        party = next((one for one in reversed(context.actors.focused) if one.is_named and not one.members), None)
    if (whose := of_text_before(context, subject)) is not None:
        item = context.said("text-again", whose, quotes)
        yield item
    elif (found := of_text_beside(context, place)) is not None:
        yield context.said(*found, quotes)
    elif subject is not None and is_about_words(context.text, unit, subject, place):
        yield context.said("quoted-subject", None, quotes)
    else:
        rule = rule_of(context, subject, party, place)
        speaker = spoken_on(context, place) if rule == "quoted-subject" else None
        yield context.said(rule, party, quotes) if speaker is None else context.said("spoken-on", speaker, quotes)


def rule_of(  # noqa: PLR0911  (a decision table)
    context: Context, subject: Naming | None, party: Party | None, place: int
) -> str:
    """Return the rule by which the subject of a sentence says what it quotes."""
    unit = context.unit
    if subject is None or (party is None and unit.block.section is not Section.HEADLINE):
        return "quoted-subject"
    is_protested = is_protest(context.text, unit, subject, place)
    is_headline = unit.block.section is Section.HEADLINE and is_alone(context, subject) and not is_protested
    is_topic = subject.kind in {"state", "body"} and is_spoken_of(unit, subject, place)
    is_topic = is_topic or (subject.kind in {"office", "group"} and subject.is_plural)  # one of them says it
    if unit.block.section is Section.HEADLINE and is_suffered(context.text, unit, subject, place):
        return "quoted-subject"
    if is_headline and not is_topic:
        return "headline-quote"
    if party is None:
        return "quoted-subject"
    is_verb = is_shown_or_sung(unit, place) or is_charge(unit, subject, place) or is_protested
    is_verb = is_verb or is_feeling(context.text, unit, subject, place)
    if is_verb or is_verb_of(context.text, unit, subject, party, place):
        return "quoted-verb"
    if is_told_on(context, subject, party, place):
        return "continued"
    is_told = unit.words[place - 1].low == ":" or is_behind_judgement(unit, subject, place)
    is_own = party.is_person or (party.kind in ISSUERS and is_of_issued(unit, subject, place))
    return "subject-colon" if is_told and is_own and not is_addressed(unit, subject) else "quoted-subject"


def is_addressed(unit: Passage, subject: Naming) -> bool:
    """Whether somebody stands behind a verb of saying, and so hears what is said: "and told the judge: “…”"."""
    cue = CUES.get(unit.sentence.low(subject.first - 1))
    return cue is not None and cue.form in {"ed", "s", "ing"} and not cue.is_noun


def is_behind_judgement(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a colon shows that its subject says what follows it: "Li was blunter: the plan was “dead”"."""
    before = [token.low for token in unit.words[subject.last : place]]
    colon = before.index(":") if ":" in before else 0
    is_blunt = colon > 1 and (before[colon - 1] in BLUNT or before[colon - 2] in DEGREES)
    return is_blunt and not any(subject.last + colon < m.first < place and m.kind != "office" for m in unit.named)


def is_shown_or_sung(unit: Passage, place: int) -> bool:
    """Whether a quotation stands on a sign or is chanted: "held signs reading “…”", "broke into chants of “…”"."""
    place -= unit.words[place - 1].low == ":"
    before = [token.low for token in unit.words[max(0, place - 2) : place]]
    if before[-1:] == ["of"]:
        before.pop()
    if before == ["the", "words"]:
        return True  # opened the dam with the words “…”
    is_sign = before[-1:] != [] and before[-1] in BEARING and before[0] in SIGNS | TEXTS
    if before[:1] in (["that"], ["which"]) and before[-1] in BORNE:  # banners that read “…”
        is_sign = unit.words[place - 3].low in SIGNS | TEXTS
    if before[-1:] != [] and before[-1] in BEARING and before[0] in ONE_OF:  # graffiti, one reading “…”
        is_sign = any(token.low in SIGNS | TEXTS for token in unit.words[max(0, place - NEAR_SIGN) : place])
    return is_sign or (before[-1:] != [] and before[-1] in CHANTS)


def is_verb_of(text: str, unit: Passage, subject: Naming, party: Party, place: int) -> bool:
    """Whether a quotation holds what its subject does, or for what: "Protesters marched to “defend democracy”"."""
    is_verb = subject.last == place and (not is_noun_behind(unit, place) or begins_with_verb(text, unit, place))
    opens = not subject.first or unit.words[subject.first - 1].low in BEFORE_SUBJECTS
    is_aim = opens and place > 0 and unit.words[place - 1].low == "to" and (party.is_person or party.kind == "group")
    return is_verb or is_aim


def begins_with_verb(text: str, unit: Passage, place: int) -> bool:
    """Whether the words of a quotation begin with a verb of saying: "the ministers “urge all sides to wait”"."""
    quotation = unit.quotation_at(place)
    inside = text[quotation.start : quotation.end].split() if quotation is not None else []
    cue = CUES.get(inside[0]) if len(inside) > BARE else None
    return cue is not None and cue.form in {"base", "s", "ed"}


def is_noun_behind(unit: Passage, place: int) -> bool:
    """Whether a stretch in quotation marks behind a name is a name as well, with nothing that somebody does to it."""
    following = unit.words[place + 1] if place + 1 < len(unit.words) else None
    return following is None or not following.is_word


def signed(context: Context) -> Party | None:
    """Return who is named in the line below a quotation that stands by itself."""
    block, words_ = context.unit.block, context.unit.words
    if (holder := holder_behind(context.unit)) is not None:
        return context.parties.get(holder.start)
    if [token.text for token in words_[:2]] in (["“…”", "—"], ["“…”", "–"], ["“…”", "-"]):
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
    subject = sentence_subject(context.unit.sentence, colon) if nouns else None
    if subject is not None and HAVING & {token.low for token in words_[subject.last : subject.last + 2]}:
        return party_of(subject, context.parties, context.actors)  # Li had one message for him: “…”
    if nouns and words_[0].low in {"his", "her"}:
        return context.actors.of_pronoun({"his": "he", "her": "she"}[words_[0].low])
    return None


def behind_headline(context: Context) -> Party | None:
    """Return who is named at the end of a headline with words in marks: "Norland at risk of ‘a spiral’ - Li"."""
    found = tail_colon(context) if context.unit.block.section is Section.HEADLINE else None
    return found[1] if found is not None and found[1].kind in PEOPLE | SPEAKERS else None


WAYS: Final[Sequence[tuple[str, Callable[[Context], Party | None]]]] = (
    ("signature", signed),
    ("label", before_label),
    ("colon", before_colon),
    ("colon-words", owner_of_words),
    ("headline-quote", behind_colon),
    ("headline-tail", behind_headline),
    ("words-of", behind_quotation),
)
"""How somebody can be named beside a quotation without a verb of saying, each with its rule."""
