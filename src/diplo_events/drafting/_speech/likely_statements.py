"""Sentences that report a statement by the language of diplomacy, where no rule is sure who speaks: the draft asks."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from diplo_events.drafting._english.cues import NEGATIONS, is_framed
from diplo_events.drafting._english.hits import MODALS
from diplo_events.drafting._english.likely_predicates import (
    ENVOYS,
    FEELINGS,
    IN_HEADLINES,
    JOINING,
    NO_DEEDS,
    OF_ENVOYS,
    PASSIVES,
    PREDICATES,
    SILENCES,
    STAYING,
    VIEWS,
    WOULD,
    Formula,
)
from diplo_events.drafting._english.likely_wordings import (
    AT_END,
    HEADLINES,
    IN_COMPANY,
    IN_HEADLINE,
    LABELLED,
    OWN_LABEL,
    PHRASES,
    SUBJECT,
)
from diplo_events.drafting._english.nouns import FUNCTION, words
from diplo_events.drafting._english.nouns_or_verbs import behind
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import before_verb
from diplo_events.drafting._english.verbs import BE, CUES, Cue
from diplo_events.drafting._parts.layout_patterns import SPEAKS_OF_SELF
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.vocab import Section
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["is_label_of_speaker", "kept_label", "likely_statement"]

RULE: Final = "likely-statement"

FAR: Final = 24
"""How many words behind a verb decide what it means."""

SAYING: Final = (
    r"(?:said|says|told|added|stressed|noted|wrote|warned|stated|underlined|explained|insisted|emphasi[sz]ed)\b"
)
"""Verbs of saying beside the name of a speaker."""

LONGEST_TITLE: Final = 14
"""How many words a headline within a text has at most."""

NEAR: Final = 9
"""Within how many words behind a verb it is said who is recalled."""

NOT: Final = NEGATIONS | words("won't can't cannot couldn't isn't aren't wasn't weren't shan't")
"""What denies a verb."""

ANYTHING: Final = re.compile("")
OBJECT: Final = re.compile(
    r"(?:to|that|the|an?|no|its|his|her|their|this|these|those|all|any|for|on|over|@|#|=|%|if|whether|how|what|why"
    r"|\w+s|\w+ing)\b|[@#=%]"
)
"""What stands behind a verb that is a noun as well."""

NO_CLAUSES: Final = ("by ", "trying ", "to be ", "to have ", "to “")
"""Behind a participle, these show that it has no subject: "men said to be ill"."""

NOBODY: Final = re.compile(r"(?:\A|.* )(?:neither|nor|nobody|none|no one|if|unless|whether)\b")
"""Before a verb, these show that nobody says anything."""

AGREEING: Final = words("agree decide resolve undertake")
IN_TREATY: Final = re.compile(r"\A(?:in|under|by) (?:\S+ ){1,5}?(?:deal|treaty|accord|agreement|pact|convention)s? ,")
"""What sides agreed in a treaty, and so not at the time of the text."""

TEXT_NAMES: Final = words(
    "statement statements communiqué communique declaration resolution roadmap note letter readout"
)
"""With these the name of a text ends, which is nobody’s."""

NO_ACTORS: Final = words("this that it these those there what nobody none nothing no such which here")
"""Words with a capital that no actor is."""


class Likely(NamedTuple):
    """Words of diplomacy in a sentence."""

    verb: str
    """The verb, if there is one."""
    acts: tuple[SpeechAct, ...]
    """The likeliest acts."""
    place: int | None = None
    """Its place among the words of the sentence."""
    subject: Naming | None = None
    """Who is the subject, if somebody is named."""


class Line(NamedTuple):
    """A sentence in small letters with a sign for each actor, and where in it each of its words begins."""

    text: str
    """The sentence."""
    starts: tuple[int, ...]
    """The places of its words; those of a name all at its sign."""


def likely_statement(context: Context) -> Reported | None:
    """Return a sentence as a statement of which nothing but its words is known, if they are those of diplomacy."""
    unit = context.unit
    is_own = unit.opens_block and is_labelled(context)
    found = Likely("", (SpeechAct.STATE,)) if is_own else in_words(unit)
    if found is None:
        return None
    item = Reported(unit.start, unit.end, unit.block.section, RULE)
    item.acts = found.acts
    if found.place is not None:
        item.cue = (unit.words[found.place].start, unit.words[found.place].end)
    first = context.parties.get(found.subject.start) if found.subject is not None else None
    item.others = context.candidates(first)
    return item


def is_labelled(context: Context) -> bool:
    """Whether the label of a headline is that of a speaker and not a state, or that of a line speaks of itself."""
    unit = context.unit
    headline = context.text[unit.start : unit.end]
    if unit.block.section is not Section.HEADLINE:
        return SPEAKS_OF_SELF.match(headline) is not None
    colon = next((at for at, token in enumerate(unit.words) if token.low == ":"), 0)
    before = unit.sentence.ending(colon)
    is_place = before is not None and before.kind == "state"
    return OWN_LABEL.match(headline) is not None or (not is_place and is_label_of_speaker(context.text, headline))


def kept_label(text: str, item: Reported) -> Reported | None:
    """Return a headline with a label whose speaker is named nowhere else: the draft asks who it is."""
    headline = text[item.start : item.end]
    if not OWN_LABEL.match(headline) and not AT_END.fullmatch(headline) and not is_label_of_speaker(text, headline):
        return None
    return attrs.evolve(item, rule=RULE, speaker=None, speakers=())


def is_label_of_speaker(text: str, headline: str) -> bool:
    """Whether the label of a headline is a name beside which a verb of saying stands in the text."""
    match = LABELLED.match(headline)
    name = re.escape(match["name"]) if match is not None else ""
    return (
        bool(name)
        and re.search(rf"\b{name}\b[^.“”\"\n]{{0,40}}\b{SAYING}|\b{SAYING} (?:\w+ ){{0,3}}{name}\b", text) is not None
    )


def in_words(unit: Passage) -> Likely | None:
    """Return the words of diplomacy of a sentence."""
    line = line_of(unit)
    return next(by_verb(unit, line), None) or by_phrase(unit, line)


def line_of(unit: Passage) -> Line:
    """Return a sentence with a sign for each actor: @ with its kind for one that may be a subject, % for a pronoun."""
    named = {mention.first: mention for mention in unit.named if mention.name != "who"}
    parts: list[str] = []
    starts: list[int] = []
    place = length = 0
    while place < len(unit.words):
        mention = named.get(place)
        last = max(place + 1, mention.last) if mention is not None else place + 1
        if mention is not None and unit.words[last - 1].low in TEXT_NAMES and not mention.is_owner:
            mention, last = None, place + 1  # issued a Joint Statement
        part = sign(unit, mention) if mention is not None else unit.words[place].low
        starts.extend([length] * (last - place))
        parts.append(part)
        length += len(part) + 1
        place = last
    return Line(" ".join(parts), tuple(starts))


def sign(unit: Passage, mention: Naming) -> str:
    """Return the sign of an actor."""
    if mention.kind == "pronoun":
        return f"%{mention.name}"
    if mention.is_owner:
        return "="
    mark = "@" if unit.sentence.is_free(mention) else "#"
    return f"{mark}{mention.kind[0]}{'s' * mention.is_plural}"


def by_verb(unit: Passage, line: Line) -> Iterator[Likely]:
    """Return the verbs and adjectives of diplomacy with what stands before and behind them."""
    is_headline = is_title(unit)
    for place, token in enumerate(unit.words):
        low = token.low
        if token.is_capital and place and not is_headline:
            continue
        is_known = low in PREDICATES or low in FEELINGS or low in PASSIVES or low in CUES or low in SILENCES
        if not is_known and not (is_headline and low in IN_HEADLINES):
            continue
        left, skipped = before_verb(unit.words, place)
        lows = {word.low for word in skipped}
        rest = line.text[line.starts[place] + len(low) + 1 :] if place < len(line.starts) else ""
        if lows & BE or (left >= 0 and unit.words[left].low in STAYING):
            yield from being(unit, line, place, rest)
        elif not lows & (MODALS | {"won't", "can't"}) or is_view(unit, place, left, lows) or is_silent(low, lows):
            yield from doing(unit, line, place, rest)


def is_silent(low: str, before: set[str]) -> bool:
    """Whether a verb behind "not" says that somebody keeps something to themselves: "would not confirm it"."""
    return low in SILENCES and bool(before & NOT) and not before & {"could", "can", "must", "should", "may", "can't"}


def is_view(unit: Passage, place: int, left: int, lows: set[str]) -> bool:
    """Whether a verb behind a modal says what somebody thinks: "would welcome talks", "will not accept the vote"."""
    cue = CUES.get(unit.words[place].low)
    if cue is None or cue.form != "base" or unit.words[left].low in {"that", "which", "who"}:
        return False
    if lows & NOT:
        return cue.lemma in VIEWS and not lows & {"could", "might", "may"}
    return lows & MODALS == {"would"} and cue.lemma in WOULD


def being(unit: Passage, line: Line, place: int, rest: str) -> Iterator[Likely]:
    """Return what somebody is, or what is done."""
    low = unit.words[place].low
    left, skipped = before_verb(unit.words, place)
    is_be = bool({word.low for word in skipped} & BE)
    for predicate in PASSIVES.get(low, ()) if is_be else ():
        if predicate.frame.match(rest):
            yield Likely(predicate.lemma, predicate.acts, place)
    if unit.words[left].low in STAYING and not is_be:
        left, more = before_verb(unit.words, left)
        skipped = [*skipped, *more]
    if {word.low for word in skipped} & (MODALS | NOT) and low not in {"ready", "interested"}:
        return
    for predicate in FEELINGS.get(low, ()):
        if predicate.frame.match(rest) and (found := subject_of(unit, line, left, predicate)) is not None:
            yield found._replace(place=place)


def doing(unit: Passage, line: Line, place: int, rest: str) -> Iterator[Likely]:
    """Return what somebody does with words."""
    low = unit.words[place].low
    left, skipped = before_verb(unit.words, place)
    lows = {word.low for word in skipped}
    is_negated = bool(lows & NOT)
    if left >= 0 and unit.words[left].low == "cannot":
        left, is_negated = left - 1, True
    near = {token.low for token in unit.words[place : place + NEAR]}
    is_headline = is_title(unit)
    own = IN_HEADLINES.get(low, ()) if is_headline else ()
    silences = SILENCES.get(low, ()) if is_silent(low, lows) else ()
    for predicate in (*PREDICATES.get(low, ()), *own, *silences):
        if (predicate.lemma in OF_ENVOYS and not near & ENVOYS) or (is_negated and predicate.lemma in JOINING):
            continue
        if predicate.frame.match(rest) and (found := subject_of(unit, line, left, predicate)) is not None:
            yield found._replace(place=place)
    cue = CUES.get(low)
    if cue is None or not is_saying(unit, place, cue, rest, is_negated=is_negated):
        return
    predicate = Formula(cue.lemma, cue.acts, ANYTHING)
    found = subject_of(unit, line, left, predicate, is_strict=not is_negated and (cue.is_noun or cue.is_weak))
    is_alone = not lows & (MODALS | {"do", "does", "did"})
    is_alone = is_alone and (not is_headline or cue.lemma == "protest")
    if found is None or (is_alone and found.subject is not None and not is_right_form(line, cue, found.subject, left)):
        return
    yield found._replace(place=place)


def is_saying(unit: Passage, place: int, cue: Cue, rest: str, *, is_negated: bool) -> bool:
    """Whether a verb of saying is one here, by what stands behind it."""
    if cue.form not in {"base", "s", "ed"} or (cue.form == "ed" and rest.startswith(NO_CLAUSES)):
        return False
    if is_negated:
        return cue.lemma in VIEWS
    is_headline = unit.block.section is Section.HEADLINE
    if cue.is_noun and not is_headline and OBJECT.match(rest) is None:
        return False
    return not (cue.is_weak and cue.lemma in NO_DEEDS) and is_framed(cue.lemma, behind(unit.sentence, place, FAR))


def is_right_form(line: Line, cue: Cue, subject: Naming, left: int) -> bool:
    """Whether a verb has the form that its subject needs: "two ministers claim", "a minister claims"."""
    before = line.text[: line.starts[left] if left >= 0 else 0]
    is_several = subject.is_plural or subject.kind == "group" or " and " in before or " , " in before
    if cue.lemma == "protest" and is_several:
        return False  # crowds do
    return cue.form == "ed" or is_several == (cue.form == "base") or not cue.is_noun


def subject_of(unit: Passage, line: Line, left: int, predicate: Formula, *, is_strict: bool = False) -> Likely | None:
    """Return a predicate with its subject; `None` if none stands before it."""
    if predicate.lemma in AGREEING and IN_TREATY.search(line.text):
        return None
    until = line.starts[left + 1] if 0 <= left + 1 < len(line.starts) else 0
    before = line.text[:until].rstrip()
    match = SUBJECT.match(before)
    if NOBODY.match(before):
        return None
    if match is None or (is_strict and match["group"] is not None):
        is_unnamed = not is_strict and is_subject_unnamed(unit, line.text[:until], left, predicate)
        return Likely(predicate.lemma, predicate.acts) if is_unnamed else None
    start = match.start("actor")
    named = (m for m in unit.named if m.first < len(line.starts) and line.starts[m.first] == start)
    return Likely(predicate.lemma, predicate.acts, None, next(named, None))


def is_subject_unnamed(unit: Passage, before: str, left: int, predicate: Formula) -> bool:
    """Whether a subject stands before a verb that no table knows: a word with a capital, or the first of a headline."""
    first = unit.words[0]
    if left == 0 and first.is_capital and first.low not in NO_ACTORS | FUNCTION:
        return True
    is_headline = unit.block.section is Section.HEADLINE and predicate.lemma not in {"claim", "call"}
    return IN_COMPANY.match(before) is not None or (is_headline and IN_HEADLINE.match(before) is not None)


def is_title(unit: Passage) -> bool:
    """Whether a passage is a headline, or a line of a few words of its own without a stop."""
    is_line = unit.opens_block and unit.end >= unit.block.end and len(unit.words) <= LONGEST_TITLE
    return unit.block.section is Section.HEADLINE or (is_line and unit.words[-1].is_word)


def by_phrase(unit: Passage, line: Line) -> Likely | None:
    """Return what whole phrases show: who goes on in the middle, what was agreed, a label of a headline."""
    phrases = (*HEADLINES, *PHRASES) if is_title(unit) else PHRASES
    acts = next((acts for phrase, acts in phrases if phrase.search(line.text)), None)
    return Likely("", acts) if acts is not None else None
