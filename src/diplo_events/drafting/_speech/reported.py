"""What a text reports that somebody said: quotations and reported statements, each with its speaker and the rule."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors, Party
from diplo_events.drafting._actors.parties import focus_on_subject, named_parties, part, party_of
from diplo_events.drafting._english.cues import Hit, cue_hits
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.subjects import MODIFIERS, sentence_subject
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.embedding import kept
from diplo_events.drafting._speech.terms import is_term
from diplo_events.vocab import Section
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["Reported", "reported"]

LEADING: Final = words("and but while whereas with by or though although as also then has have had repeatedly later")
"""Words before a clause that belong to it, or to nothing."""

MARKS: Final = words(", ; — – :")
"""What a passage does not begin or end with."""

OWN_SUBJECT: Final = words("with-participle initial-participle")
PLAIN: Final = words("pronoun subject inverted")
BARE: Final = 3
"""How many words may stand beside a quotation that goes on another one: "and", "then"."""

BEFORE_DESCRIPTION: Final = words("his her its their one two three four five several some many")
LONGEST_DESCRIPTION: Final = 12
"""How many words a description of somebody without a name has at most."""

OWN_WORDS: Final = words(
    """
    reply answer response verdict message warning comment retort rejoinder conclusion explanation advice words line
    remark question plea offer demand promise motto refrain assessment prediction
    """
)
"""Nouns of what somebody says; whose they are, says it."""

NEAR_OWNER: Final = 3
"""How many words may stand between an owner and the noun: "Li’s only public reply"."""

FOCUS: Final = 12
"""How far back another speaker is looked for."""


@attrs.define
class Reported:
    """Something that somebody said, as the text reports it."""

    start: int
    """Where the passage begins."""
    end: int
    """Where it ends."""
    section: Section
    """The part of the article."""
    rule: str
    """The rule by which the speaker was found."""
    speaker: Party | None = None
    """Who says it; `None` if no rule found anyone."""
    speakers: tuple[Party, ...] = ()
    """All who say it together."""
    others: tuple[Party, ...] = ()
    """Who else may say it, the likeliest first."""
    quotes: list[tuple[int, int]] = attrs.field(factory=list)
    """The words in quotation marks."""
    cue: tuple[int, int] | None = None
    """The words that show it."""
    verb: str = ""
    """The verb of saying."""
    acts: tuple[SpeechAct, ...] = ()
    """The likeliest acts."""
    via: tuple[Party, ...] = ()
    """Through whom it is reported."""
    audience: tuple[Party, ...] = ()
    """To whom it is said."""
    is_turn: bool = False
    """Whether it is the turn of a transcript."""


@attrs.frozen
class Context:
    """A sentence, with what is known when it is read."""

    text: str
    """The text."""
    unit: Passage
    """The sentence."""
    parties: Mapping[int, Party]
    """The actors that it names, by the place of their names."""
    actors: Actors
    """The actors of the text so far."""
    last: Reported | None
    """What was said last before it."""

    def said(self, rule: str, party: Party | None, quotes: Sequence[tuple[int, int]]) -> Reported:
        """Return the whole sentence as something that was said."""
        item = Reported(self.unit.start, self.unit.end, self.unit.block.section, rule, party)
        item.speakers = (party,) if party is not None else ()
        item.others, item.quotes = self.candidates(party), list(quotes)
        if party is not None:
            party.is_speaker = True
            self.actors.focus(party)
        return item

    def candidates(self, party: Party | None) -> tuple[Party, ...]:
        """Return the two actors who may be the speaker: the one found, and the last one that was named before."""
        here = (self.parties[mention.start] for mention in self.unit.named if mention.start in self.parties)
        others = (*here, *reversed(self.actors.recent[-FOCUS:]))
        likely = [other for other in others if (other.is_named or other.is_speaker) and not other.members]
        found = likely if party is None else [party, *likely]
        return tuple(dict.fromkeys(found))[:2]


def reported(text: str, found: Sequence[Passage], actors: Actors) -> list[Reported]:
    """Return what the sentences of a text report that somebody said, and make its actors known."""
    result: list[Reported] = []
    for unit in found:
        parties = named_parties(text, unit, actors)
        context = Context(text, unit, parties, actors, result[-1] if result else None)
        hits = kept(unit, cue_hits(unit.sentence), parties)
        before = len(result)
        result.extend(by_cues(context, hits) if hits else without_cue(context))
        if len(result) == before:
            focus_on_subject(unit, parties, actors)
    return result


def by_cues(context: Context, hits: Sequence[Hit]) -> Iterator[Reported]:
    """Return what one sentence with verbs of saying reports."""
    unit = context.unit
    bounds = [boundary(unit, hit) if number else 0 for number, hit in enumerate(hits)]
    spoken: Party | None = None
    for number, hit in enumerate(hits):
        if hit.subject is not None and hit.subject.name == "i":
            continue
        first = max(bounds[number], bounds[number - 1] + 1 if number else 0)
        last = bounds[number + 1] if number + 1 < len(hits) else len(unit.words)
        if last <= first:
            continue
        party, rule = speaker_of(context, hit, spoken, hits[number - 1] if number else None)
        item = Reported(*trimmed(unit, first, last), unit.block.section, rule, party)
        together = tuple(other for m in hit.together if (other := context.parties.get(m.start)) is not None)
        item.speakers = (*together, party) if party is not None else ()
        fill_in(context, item, hit, range(first, last))
        if party is not None:
            party.is_speaker = True
            if hit.subject is not None and not party.is_named and not party.members:
                described(context, hit.subject, party)
            spoken = party if not (hit.rule.startswith("according") and number) else spoken
        yield item
    if spoken is not None:
        context.actors.focus(spoken)


def described(context: Context, subject: Naming, party: Party) -> None:
    """Keep the whole description of somebody without a name: "one diplomat briefed on the talks"."""
    found, first, last = context.unit.words, subject.first, subject.last
    while first > 0 and found[first - 1].low in BEFORE_DESCRIPTION:
        first -= 1
    if last < len(found) and (
        found[last].low in {"from", "at", "with", "in", "of", "close"} or found[last].low in MODIFIERS
    ):
        following = itertools.takewhile(
            lambda at: found[at].is_word and found[at].low not in CUES, range(last + 1, len(found))
        )
        last = max([last, *(at + 1 for at in following)])
    if subject.kind not in {"pronoun", "text"} and 0 < last - first <= LONGEST_DESCRIPTION:
        party.spellings[" ".join(context.text[found[first].start : found[last - 1].end].split())] = None


def fill_in(context: Context, item: Reported, hit: Hit, places: range) -> None:
    """Add the verb, the quotations, those to whom it is said, and those through whom it is reported."""
    unit, parties = context.unit, context.parties
    last = hit.last if hit.cue is None else hit.place + 1
    item.cue = (unit.words[hit.place].start, unit.words[last - 1].end)
    if hit.cue is not None:
        item.verb, item.acts = hit.cue.lemma, hit.cue.acts
    item.via = tuple(through for mention in hit.via if (through := parties.get(mention.start)) is not None)
    if item.verb == "tell":
        told = (m for m in unit.named if m.first == hit.place + 1 and m.kind != "pronoun" and m.start in parties)
        item.audience = tuple(parties[mention.start] for mention in told)
    for place in places:
        quotation = unit.quotation_at(place) if unit.words[place].text == QUOTED else None
        if quotation is not None and not is_term(context.text, unit, place, quotation, hit):
            item.quotes.append((quotation.start, quotation.end))
    item.others = context.candidates(item.speaker)


def speaker_of(context: Context, hit: Hit, spoken: Party | None, previous: Hit | None) -> tuple[Party | None, str]:
    """Return who says something, and the rule by which that was found."""
    subject, actors, parties = hit.subject, context.actors, context.parties
    if subject is None:
        return None, "none"
    if subject.kind == "text":
        return next((item for item in reversed(actors.recent) if item.is_speaker), None), "text-alone"
    if not hit.is_finite and spoken is not None and hit.rule not in OWN_SUBJECT:
        party: Party | None = spoken
    else:
        party = own_pronoun(context, subject, spoken) or party_of(subject, parties, actors)
        if subject.kind == "pronoun" and party is not None:
            actors.place(subject.start, party)
    if hit.rule == "participle" and previous is not None and previous.rule.startswith(("nested", "reported")):
        return party, "participle-nested"
    return party, pronoun_rule(context, hit, party, spoken) if subject.kind == "pronoun" else hit.rule


def pronoun_rule(context: Context, hit: Hit, party: Party | None, spoken: Party | None) -> str:
    """Return the rule of a speaker that is named by a pronoun."""
    word = hit.subject.name if hit.subject is not None else ""
    before = context.last.speaker if context.last is not None else None
    if word in {"it", "they"} and party is not None and party is before:
        return "pronoun-again" if hit.rule in PLAIN else f"{hit.rule}-pronoun"
    if party is not spoken:
        return f"pronoun-{word}" if hit.rule in PLAIN or hit.rule == "tail" else f"{hit.rule}-pronoun"
    return "pronoun-own" if hit.rule == "pronoun" else hit.rule


def own_pronoun(context: Context, subject: Naming, spoken: Party | None) -> Party | None:
    """Return whom "he" or "she" means in a sentence that named a person as its subject before."""
    if subject.kind != "pronoun" or subject.name not in {"he", "she"}:
        return None
    first = sentence_subject(context.unit.sentence, subject.first)
    party = spoken or (context.parties.get(first.start) if first is not None else None)
    return party if party is not None and party.is_person and party.gender in {"", subject.name} else None


def boundary(unit: Passage, hit: Hit) -> int:
    """Return where the passage of a verb begins among the words of its sentence."""
    place = hit.first if hit.is_finite else hit.place
    while place > 0 and unit.words[place - 1].low in LEADING:
        place -= 1
    return place


def trimmed(unit: Passage, first: int, last: int) -> tuple[int, int]:
    """Return the passage of some words without the marks around it; a conjunction belongs to what follows it."""
    while first < last - 1 and unit.words[first].low in MARKS:
        first += 1
    end = last
    while last < len(unit.words) and end > first + 1 and unit.words[end - 1].low in MARKS:
        end -= 1
    return unit.words[first].start, unit.end if end == len(unit.words) else unit.words[end - 1].end


def without_cue(context: Context) -> Iterator[Reported]:
    """Return what a sentence without a verb of saying quotes."""
    unit, last = context.unit, context.last
    if not unit.quotations:
        return
    quotes = [(mark.start, mark.end) for mark in unit.quotations]
    if (party := signed(context)) is not None:
        yield context.said("signature", party, quotes)
        return
    if (party := before_colon(context)) is not None:
        yield context.said("colon", party, quotes)
        return
    if (party := owner_of_words(context)) is not None:
        yield context.said("colon-words", party, quotes)
        return
    beside = [token for token in unit.words if token.is_word and token.text != QUOTED]
    if last is not None and last.speaker is not None and goes_on(context, last, len(beside)):
        between = context.text[last.end : unit.start]
        if not between.strip() and (unit.quotations[0].continues or "\n" not in between):
            last.end = unit.end
            last.quotes.extend(quotes)
            context.actors.focus(last.speaker)
        else:
            yield context.said("continued", last.speaker, quotes)
        return
    yield from by_subject(context)


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
    subject = sentence_subject(unit.sentence, marked[0][0])
    party = party_of(subject, context.parties, context.actors) if subject is not None else None
    if party is None and context.last is not None:
        party = context.last.speaker
    is_headline = unit.block.section is Section.HEADLINE and subject is not None
    yield context.said("headline-quote" if is_headline else "quoted-subject", party, quotes)


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
    if nouns and words_[0].low in {"his", "her"}:
        return context.actors.of_pronoun({"his": "he", "her": "she"}[words_[0].low])
    return None
