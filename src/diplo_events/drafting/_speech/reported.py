"""What a text reports that somebody said: quotations and reported statements, each with its speaker and the rule."""

import itertools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.issuers import alike
from diplo_events.drafting._actors.party import Party, is_medium
from diplo_events.drafting._actors.who_is_meant import focus_on_subject, keep_pair, named_parties, party_of
from diplo_events.drafting._english.cues import Hit, cue_hits
from diplo_events.drafting._english.descriptions import is_plain
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import DETERMINERS, words
from diplo_events.drafting._english.participles import owned
from diplo_events.drafting._english.phrases import MODIFIERS
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.clause_subjects import outside_subjects
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.drafting._speech.continuing import with_surrounded
from diplo_events.drafting._speech.embedding import kept
from diplo_events.drafting._speech.floor import asked, is_of_clause, source_of, take_floor
from diplo_events.drafting._speech.headline_offices import before_headline, with_bare_names, with_holders
from diplo_events.drafting._speech.issued_texts import (
    OFFICIALLY,
    keep_issuers,
    last_body,
    last_subject,
    of_state_beside,
    part_that_issued,
    with_bodies,
    with_signers,
)
from diplo_events.drafting._speech.likely_statements import kept_label, likely_statement
from diplo_events.drafting._speech.other_clauses import ANSWERS
from diplo_events.drafting._speech.pronouns import is_of_two, own_pronoun, pronoun_rule
from diplo_events.drafting._speech.rejected import of_rejected, of_remarks
from diplo_events.drafting._speech.restated import terms_of_headlines, with_speakers_of_headlines
from diplo_events.drafting._speech.terms import is_term
from diplo_events.drafting._speech.told_behind import with_lines_behind
from diplo_events.drafting._speech.unattributed import without_cue
from diplo_events.vocab import Section

__all__ = ["reported"]

LEADING: Final = words("and but while whereas with by or though although as also then has have had repeatedly later")
"""Words before a clause that belong to it, or to nothing."""

MARKS: Final = words(", ; — – :")
"""What a passage does not begin or end with."""

OWN_SUBJECT: Final = words("with-participle initial-participle")

BEFORE_DESCRIPTION: Final = words("his her its their one two three four five several some many")
ARTICLES: Final = words("a an the its their his her")
OF_SOMEBODY: Final = words("from at with in of on near close within inside for to among around")
"""Behind somebody without a name, a phrase that belongs to the description begins with these."""

WHO: Final = re.compile(r"(?:who|which)\b")

OWNER: Final = re.compile(r"\A(?:his|her|its|their) ")
ENDING: Final = AUXILIARIES
FINITE: Final = frozenset(form for form, cue in CUES.items() if cue.form not in {"ing", "adjective"})
BESIDE: Final = 3
"""How many characters part two passages of one sentence at most."""

OFFICIAL: Final = words("proclamation decree edict")
"""Texts that only a head of state or of government issues."""

RULERS: Final = words("president king queen emperor emir sultan premier chancellor governor minister")
"""Offices of those who issue them."""

LONGEST_LEAD: Final = 3
"""How many nouns stand before that of a description at most."""

LONGEST_DESCRIPTION: Final = 12
"""How many words a description of somebody without a name has at most."""


def reported(text: str, found: Sequence[Passage], actors: Actors) -> list[Reported]:
    """Return what the sentences of a text report that somebody said, and make its actors known."""
    result: list[Reported] = []
    likely: list[Reported] = []
    for unit in found:
        parties = named_parties(text, unit, actors)
        context = Context(text, unit, parties, actors, last_told(text, unit, result))
        hits = kept(unit, outside_subjects(text, unit, cue_hits(unit.sentence)), parties)
        before = len(result)
        if hits and (label := before_headline(context, hits)) is not None:
            marks = [(mark.start, mark.end) for mark in unit.quotations]
            result.append(context.said("colon", label, marks))
        else:
            result.extend(by_cues(context, hits) if hits else without_cue(context))
        if len(result) > before:
            actors.doers.clear()
            keep_pair(unit, parties, actors)
        else:
            focus_on_subject(unit, parties, actors)
            keep_issuers(context, last_subject(actors))
            if (item := likely_statement(context)) is not None:
                likely.append(item)
    with_holders(result, actors.parties)
    with_bare_names(text, result, actors)
    with_bodies(result, actors.parties)
    with_lines_behind(text, result)
    with_surrounded(result)
    with_speakers_of_headlines(text, result)
    result.extend(terms_of_headlines(text, found, result))
    lone = [item for item in result if item.rule == "headline-colon" and not is_voice(item, result)]
    likely.extend(own for item in lone if (own := kept_label(text, item)) is not None)
    sure = [item for item in result if item not in lone]
    return sorted((*sure, *likely), key=attrgetter("start"))


def last_told(text: str, unit: Passage, result: Sequence[Reported]) -> Reported | None:
    """Return what was said last; who stands late in a sentence does not take the floor from its subject.

    That is "according to X" and a clause about somebody who quotes nothing: "Li praised Wu, who saw the danger".
    """
    is_late = bool(result) and (
        result[-1].rule == "according-to"
        or (not result[-1].quotes and WHO.match(text, result[-1].start, result[-1].end) is not None)
    )
    if unit.opens_block and len(result) > 1 and is_late:
        before, last = result[-2:]
        is_same = 0 < last.start - before.end <= BESIDE and before.speaker is not None and before.speaker.is_person
        if is_same and before.section is last.section:
            return attrs.evolve(before, end=last.end)
    return result[-1] if result else None


def is_voice(item: Reported, said: Sequence[Reported]) -> bool:
    """Whether who stands beside the colon of a headline is a person, or speaks in the text as well: "Li: no deal"."""
    is_person = item.speaker is not None and item.speaker.kind == "person"
    return is_person or any(other.speaker is item.speaker and other.section is not Section.HEADLINE for other in said)


def by_cues(context: Context, hits: Sequence[Hit]) -> Iterator[Reported]:  # noqa: C901  (one case for each way to go on)
    """Return what one sentence with verbs of saying reports."""
    unit = context.unit
    bounds = [boundary(unit, hit) if number else 0 for number, hit in enumerate(hits)]
    before = -1
    spoken: Party | None = None
    passed: Party | None = None
    source: Party | None = None
    floor: Party | None = None
    together: tuple[Party, ...] = ()
    aside: range = range(0)
    for number, hit in enumerate(hits):
        if hit.subject is not None and hit.subject.name in {"i", "we"}:
            continue
        if (clause := in_aside(unit, hits, number)) is not None:
            yield of_aside(context, hit, clause)
            aside = clause
            continue
        first = max(bounds[number], before + 1)
        last = bounds[number + 1] if number + 1 < len(hits) else len(unit.words)
        if last <= first:
            continue  # Lake TV, citing two officials, said
        before = first
        party, rule = speaker_of(context, hit, spoken, hits[number - 1] if number else None)
        item = Reported(*trimmed(unit, first, last), unit.block.section, rule, party)
        beside = tuple(other for m in hit.together if (other := context.parties.get(m.start)) is not None)
        item.speakers = tuple(dict.fromkeys((*beside, party))) if party is not None else ()
        if party is not None and party is not spoken:
            together = item.speakers
        elif hit.rule == "coordinated" and not beside and hit.subject is hits[number - 1].subject:
            item.speakers = together or item.speakers
        fill_in(context, item, hit, [place for place in range(first, last) if place not in aside])
        if party is not None:
            party.is_speaker = True
            if hit.subject is not None and not party.is_named and not party.members:
                described(context, hit.subject, party)
            floor = floor if floor is not None and is_of_clause(unit, hit, item) else party
            spoken = party if not (hit.rule.startswith("according") and number) else spoken
            passed = party if hit.rule == "according-to" and number else None
            source = source_of(context, hit) or source
        yield item
        if (of_others := of_rejected(context, item, hit) or of_remarks(context, item, hit)) is not None:
            yield of_others
    if spoken is not None:
        if not spoken.is_person and (inner := person_inside(context, spoken)) is not None:
            context.actors.focus(inner)
        if source is not None and spoken.is_person:
            context.actors.focus(source)
        context.actors.focus(context.actors.together(together) if len(together) > 1 else spoken)
        keep_issuers(context, spoken)
        take_floor(context, spoken, passed, asked(context, hits) or floor)
    with_signers(context)


def in_aside(unit: Passage, hits: Sequence[Hit], number: int) -> range | None:
    """Return the words of a clause about the subject that quotes somebody else: "Li, whom Wu calls “brave”, said"."""
    hit = hits[number]
    outer = hits[number + 1] if number + 1 < len(hits) else None
    if outer is None or outer.rule != "subject-aside" or not outer.first < hit.first <= hit.place < outer.place:
        return None
    last = next((at for at in range(hit.place, outer.place) if unit.words[at].low == ","), outer.place)
    is_quoting = any(token.text == QUOTED for token in unit.words[hit.place : last])
    return range(hit.first, last) if is_quoting and hit.subject is not outer.subject else None


def of_aside(context: Context, hit: Hit, places: range) -> Reported:
    """Return what a clause about somebody quotes of somebody else."""
    party, rule = speaker_of(context, hit, None, None)
    item = Reported(*trimmed(context.unit, places[0], places[-1] + 1), context.unit.block.section, rule, party)
    item.speakers = (party,) if party is not None else ()
    fill_in(context, item, hit, places)
    if party is not None:
        party.is_speaker = True
    return item


def person_inside(context: Context, spoken: Party) -> Party | None:
    """Return the first person of whom somebody else tells something: "PBS said Li had agreed"; "he" is Li next."""
    opening = next((context.parties.get(m.start) for m in context.unit.named if m.first == 0 and not m.is_owner), None)
    first = opening if opening is not None and opening.may_be_person and opening is not spoken else None
    parties = (
        context.parties.get(m.start) for m in context.unit.named if context.unit.sentence.is_free(m) and not m.is_owner
    )
    return next(
        (party for party in parties if party is not None and party.kind == "person" and party is not spoken), first
    )


def described(context: Context, subject: Naming, party: Party) -> None:
    """Keep the whole description of somebody without a name: "one diplomat briefed on the talks"."""
    found, first, last = context.unit.words, subject.first, subject.last
    while first > 0 and (found[first - 1].low in BEFORE_DESCRIPTION or found[first - 1].low.isdigit()):
        first -= 1
    if first > 1 and found[first - 1].low == "'s" and found[first - 2].text.islower():
        first -= 2 + (first > 2 and found[first - 3].low == "the")  # noqa: PLR2004  (the country's army)
    issues = last + 1 < len(found) and found[last + 1].low in ARTICLES  # the army released a statement
    if last < len(found) and (found[last].low in OF_SOMEBODY or (found[last].low in MODIFIERS and not issues)):
        following = itertools.takewhile(
            lambda at: found[at].is_word and found[at].low not in FINITE | ENDING, range(last + 1, len(found))
        )
        last = max([last, *(at + 1 for at in following)])
    lead = noun_before(context, first)
    if subject.kind in {"office", "group", "body"} and lead < first:
        whole = " ".join(context.text[found[lead].start : subject.end].split())
        if party.name.lower() == subject.name.lower() and not party.is_named:
            party.name = whole[0].upper() + whole[1:] if subject.kind != "body" else whole
        party.spellings[whole] = None
        first = lead
    if subject.kind not in {"pronoun", "text"} and 0 < last - first <= LONGEST_DESCRIPTION:
        whole = " ".join(context.text[found[first].start : found[last - 1].end].split())
        party.spellings[whole] = party.spellings[OWNER.sub("", whole)] = None


def noun_before(context: Context, first: int) -> int:
    """Return where a description begins with nouns that no table has before its own: "a fire officer"."""
    found = context.unit.words
    first += first < len(found) and found[first].low in DETERMINERS
    lead = first
    while (
        lead > 0
        and first - lead < LONGEST_LEAD
        and is_plain(found[lead - 1])
        and not found[lead - 1].low.endswith("ed")
    ):
        lead -= 1
    return lead if lead > 0 and found[lead - 1].low in DETERMINERS else first


def fill_in(context: Context, item: Reported, hit: Hit, places: Sequence[int]) -> None:
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


def issuer_of(context: Context, subject: Naming) -> tuple[Party | None, str]:
    """Return whose text a text without an owner is, and the rule by which that was found."""
    actors = context.actors
    before = [m for text, m in owned(context.unit.sentence) if m.first < subject.first and text in alike(subject.head)]
    own = party_of(before[-1], context.parties, actors) if before else None
    if own is not None and context.unit.sentence.low(subject.first) == "the":
        return own, "text-again"  # got a Lake Fund report, in which the report states
    newer = actors.issuers.newer(subject.head, context.unit.start) if is_plain_text(subject) else None
    actors.issuers.tell(subject.head, context.unit.start)
    whose = newer or actors.issuers.of(subject.head)
    is_told = context.unit.sentence.low(subject.first) in {"the", "this"} or is_told_just_now(context, subject)
    is_of_state = any(token.text.istitle() for token in context.unit.words[subject.first + 1 : subject.last])
    if whose is not None and is_told and not is_of_state:
        is_near = whose is newer or whose is actors.issuers.near(subject.head, context.unit.start)
        is_near = (is_near or whose is actors.issuers.only(subject.head)) and is_plain_text(subject)
        if is_near:
            actors.issuers.keep(subject.head, whose, context.unit.start - 1)
        return whose, "text-near" if is_near and not (is_medium(whose) or whose.members) else "text-again"
    if whose is None and (other := other_issuer(actors, subject.head, is_of_state=is_of_state)) is not None:
        return other, "text-again"
    if (state := of_state_beside(context, subject)) is not None:
        return state, "text-state"
    body = last_body(actors) if subject.head in OFFICIALLY else None
    return body or next((item for item in reversed(actors.recent) if item.is_speaker), None), "text-alone"


def is_told_just_now(context: Context, subject: Naming) -> bool:
    """Whether a text is one that the reader knows: "today’s statement", or "a statement" just behind it."""
    if subject.first > 1 and context.unit.sentence.low(subject.first - 2) == "today":
        return True
    near = context.actors.issuers.near(subject.head, context.unit.start)
    is_last = context.last is not None and near is context.last.speaker
    return near is not None and is_last and context.unit.sentence.low(subject.first) == "a" and is_plain_text(subject)


def is_plain_text(subject: Naming) -> bool:
    """Whether nothing but an article stands before a text: "the statement", but not "the joint statement"."""
    return subject.last - subject.first == 2 and subject.head in OFFICIALLY  # noqa: PLR2004  (the article and the noun)


def other_issuer(actors: Actors, text: str, *, is_of_state: bool) -> Party | None:
    """Return who alone gives texts of a kind, or who issued the last text of all."""
    if text in OFFICIAL and (ruler := last_ruler(actors)) is not None:
        return ruler
    if is_of_state:
        return None
    last = actors.issuers.last() if text == "text" else None
    return court_of(actors, text) or (actors.last_medium() if text == "paper" else None) or last


def court_of(actors: Actors, text: str) -> Party | None:
    """Return the court of which the text told last: whoever gives rulings."""
    if text not in {"ruling", "verdict", "judgment", "judgement"}:
        return None
    return next((party for party in reversed(actors.recent) if party.heads & {"court", "tribunal"}), None)


def last_ruler(actors: Actors) -> Party | None:
    """Return the head of state or of government of whom the text told last: whoever signs decrees."""
    return next((party for party in reversed(actors.recent) if party.is_person and party.heads & RULERS), None)


def speaker_of(context: Context, hit: Hit, spoken: Party | None, previous: Hit | None) -> tuple[Party | None, str]:
    """Return who says something, and the rule by which that was found."""
    subject, actors, parties = hit.subject, context.actors, context.parties
    if subject is None:
        return None, "none"
    if subject.kind == "text":
        return issuer_of(context, subject)
    if not hit.is_finite and spoken is not None and hit.rule not in OWN_SUBJECT:
        party: Party | None = spoken
    else:
        party = own_pronoun(context, hit, spoken) or party_of(subject, parties, actors)
        if party is not None and hit.rule == "text":
            texts = (token.low for token in context.unit.words[hit.first : hit.place] if token.low in TEXTS)
            party = next((part for text in texts if (part := part_that_issued(actors, text, party))), party)
        if party is None and hit.rule == "described" and subject.head.endswith("year-old"):
            party = actors.of_pronoun("he") or actors.of_pronoun("she")
        if party is None and hit.rule == "described":
            party = actors.find(subject)
        if subject.kind == "pronoun" and party is not None:
            actors.place(subject.start, party)
    if hit.rule == "participle" and previous is not None and previous.rule.startswith(("nested", "reported")):
        return party, "participle-nested"
    if hit.rule == "text-issued" and party is not None and party.is_plural:
        is_several = context.unit.sentence.low(hit.place - 1).endswith("s")
        return party, "text-participle" if is_several or is_of_two(party) else hit.rule  # or one each
    is_whole = hit.rule == "some" and party is not None and party is parties.get(subject.start)
    rule = "described" if is_whole else hit.rule  # some of the protesters
    return party, pronoun_rule(context, hit, party, spoken) if subject.kind == "pronoun" else rule


def boundary(unit: Passage, hit: Hit) -> int:
    """Return where the passage of a verb begins among the words of its sentence."""
    place = hit.first if hit.is_finite else hit.place
    while place > 0 and unit.words[place - 1].low in LEADING:
        place -= 1
    is_answer = place > 1 and [unit.words[place - 2].low, unit.words[place - 1].low] == [",", "which"]
    return place - (is_answer and hit.cue is not None and hit.cue.lemma in ANSWERS)


def trimmed(unit: Passage, first: int, last: int) -> tuple[int, int]:
    """Return the passage of some words without the marks around it; a conjunction belongs to what follows it."""
    while first < last - 1 and unit.words[first].low in MARKS:
        first += 1
    end = last
    while last < len(unit.words) and end > first + 1 and unit.words[end - 1].low in MARKS:
        end -= 1
    return unit.words[first].start, unit.end if end == len(unit.words) else unit.words[end - 1].end
