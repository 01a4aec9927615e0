"""Sentences that report a statement by the language of diplomacy, where no rule is sure who speaks: the draft asks."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from diplo_events.drafting._english.cues import NEGATIONS, is_framed
from diplo_events.drafting._english.hits import MODALS
from diplo_events.drafting._english.likely_predicates import (
    FEELINGS,
    NO_DEEDS,
    PASSIVES,
    PREDICATES,
    STAYING,
    VIEWS,
    Formula,
)
from diplo_events.drafting._english.nouns import FUNCTION, words
from diplo_events.drafting._english.nouns_or_verbs import behind
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import before_verb
from diplo_events.drafting._english.verbs import BE, CUES, Cue
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context, Reported
from diplo_events.vocab import Section
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["kept_label", "likely_statement"]

RULE: Final = "likely-statement"

FAR: Final = 24
"""How many words behind a verb decide what it means."""

ACTOR: Final = r"[@][a-z]+"
GROUP: Final = (
    r"(?:the |both |all |these |each |most )?"
    r"(?:two|three|four|five|six|latter|sides?|parties|heads|leaders|ministers|delegations|countries|states|presidents"
    r"|community|council|union|co-chairs|capitals|neighbou?rs|governments|ambassadors|envoys)"
    r"(?: (?:sides|parties|countries|nations|states|leaders|ministers|presidents|diplomats|delegations|governments"
    r"|officials|men|women|heads|chiefs|neighbou?rs))?"
)
OWNED: Final = (
    r"(?:his|her|their|its|our) (?:own )?(?:country|government|nation|people|party|ministry|delegation|administration"
    r"|organi[sz]ation|side)"
)
PRONOUN: Final = r"%(?:he|she|they|we|i)"
TAIL: Final = (
    r"(?: ['’])?(?: [#][a-z]+)?(?: (?:of|from|in|at|to|for|on|and|or|,) (?:the )?[@#=][a-z]*)*"
    r"(?: , [^,;:]{2,90} ,| \( [^)]{1,40} \))?"
)
WHEN: Final = (
    r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?| today| yesterday"
    r"| , (?:however|meanwhile|too|though|in turn|for (?:his|her|its|their) part) ,| alone| in turn)?"
)
SUBJECT: Final = re.compile(
    rf"(?:\A|.*[ (])(?<!if )(?<!unless )(?<!whether )(?<!should )(?<!help )(?<!helps )(?<!helped )"
    rf"(?<!let )(?<!make )(?<!made )(?:(?P<actor>{ACTOR})|(?P<pronoun>{PRONOUN})"
    rf"|(?<!of )(?<!between )(?<!by )(?<!with )(?<!for )(?<!from )(?P<group>{GROUP})"
    rf"|(?P<own>{OWNED}))(?:{TAIL}){WHEN}\Z"
)
"""What ends before a verb of which it is the subject."""

IN_HEADLINE: Final = re.compile(r"\A(?:[a-z][\w.'’-]* ){1,3}\Z")
"""A name that no table has before a verb in a headline."""

AGREED: Final = re.compile(
    r"(?:\A|[ ,])%?it (?:was|is|has been|had been) (?:\w+ly |also |further )?(?:agreed|decided|noted|stressed"
    r"|underlined|underscored|emphasi[sz]ed|reaffirmed|recalled|acknowledged|announced|resolved|proposed|recommended"
    r"|concluded|suggested) (?:that|to|by)\b"
)
"""What was agreed where nobody is named: "It was agreed that the talks would go on"."""

MET: Final = re.compile(
    r"\b(?:met|greeted|received) with (?:\w+ ){0,2}(?:anger|outrage|dismay|scepticism|skepticism|criticism|protests?"
    r"|condemnation|praise|indignation|derision|scorn|disbelief|applause)\b"
    r"|\b(?:sparked|drew|draws|sparks|provoked|provokes|prompted|triggered|elicited|earned) (?:\w+ ){0,3}"
    r"(?:outrage|criticism|condemnations?|praise|rebukes?|outcry|uproar|(?:angry|sharp|swift) (?:response|reaction)s?)"
    r" from\b"
)
"""How somebody took something, and so what they said of it."""

GOES_ON: Final = re.compile(
    r" , (?:the |his |her |= ['’]?s? ?)?(?:[@%]\w+)(?: , [^,]{1,40} ,)? (?:\w+ly |also |then )?(?:continue[ds]|went on"
    r"|goes on|added|adds|concluded|said|says|noted|explained|pointed out|warned|argued|insisted|stressed|observed)"
    r"(?= ,| \.| on |\Z)"
)
"""Who says something in the middle of it: "The dam, the envoy went on, is a threat"."""

READY: Final = re.compile(
    r"= ['’]?s? ?(?:\w+ ){0,2}(?:readiness|willingness|insistence|refusal|intention|unwillingness) (?:to|on|that)\b"
)
"""What a noun says that somebody is ready for: "Norland’s willingness to talk"."""

OFFICE: Final = (
    r"(?:fm|pm|minister|president|premier|envoy|ambassador|spokesman|spokeswoman|spokesperson|ministry|official"
    r"|officials|source|sources|foreign ministry|embassy|mfa|government|state media|diplomat|diplomats|aide)"
)
BEHIND_LABEL: Final = re.compile(
    rf"\A(?:\S+ ){{3,}}(?::|—|–|\|) (?:(?:the )?(?:[@#]\w+|=(?: ['’]s?)?)(?: {OFFICE})?"
    rf"|(?:[\w.-]+ ){{0,2}}(?:{OFFICE}|report|reports))\Z"
)
"""Who says what a headline has, behind a dash or a colon at its end: "Talks go on — Norland"."""

LABEL: Final = re.compile(rf"\A(?:@[pon]\w*(?: {OFFICE})?|@[bsg]\w* {OFFICE}|(?:\w+ )?{OFFICE}) : ")
OWN_LABEL: Final = re.compile(
    rf"[\w.’' -]{{2,40}}: ‘?(?:I|We|My|Our|I[’']\w+|We[’']\w+) |[\w.’' -]{{0,40}}\b(?i:{OFFICE}): "
)
"""A headline whose label speaks of itself, or is that of an office."""

AT_END: Final = re.compile(r"(?:\S+\s){3,}(?:\S+)?(?:\s[—–|]|:)\s[^—–|:]{2,40}")
"""A headline with a label at its end."""

NO_WILL: Final = (
    r"(?:be|meet|hold|visit|travel|host|play|face|get|vote|decide|serve|participate|attend|see|have|become|need|start"
    r"|(?:continue to )?(?:suffer|grow|rise|fall|shrink|feel|live|exist|enjoy|benefit|receive|get)"
    r"|begin|open|take place|remain|lose|win|miss|make|go|elect|choose)\b"
)
WILL: Final = re.compile(
    rf"(?:\A|[,:] )(?:the )?@s(?:(?: ,| and|, and)+ (?:the )?@s)* will (?:\w+ly |also |not |further |jointly )*"
    rf"(?!{NO_WILL}|work )[a-z]+"
)
"""What states will do, as they announce it."""

TO_DO: Final = re.compile(rf"\A@[a-z]+(?:(?: ,| and|, and)+ @[a-z]+)* to (?!{NO_WILL}|the\b|an?\b|@|#|=)[a-z]+")
"""What a headline has that somebody announces: "Norland, Sudland to restore ties"."""

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

HEADLINES: Final = (
    (BEHIND_LABEL, (SpeechAct.STATE,)),
    (LABEL, (SpeechAct.STATE,)),
    (TO_DO, (SpeechAct.ANNOUNCE, SpeechAct.PROMISE)),
)
"""Phrases of headlines, with the acts that they name."""

PHRASES: Final = (
    (WILL, (SpeechAct.PROMISE, SpeechAct.ANNOUNCE)),
    (AGREED, (SpeechAct.AGREE, SpeechAct.STATE)),
    (MET, (SpeechAct.CRITICIZE, SpeechAct.PRAISE)),
    (GOES_ON, (SpeechAct.STATE, SpeechAct.REPORT)),
    (READY, (SpeechAct.PROMISE, SpeechAct.REJECT)),
)
"""Those of all sentences."""

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
    is_own = unit.block.section is Section.HEADLINE and OWN_LABEL.match(context.text, unit.start, unit.end) is not None
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


def kept_label(text: str, item: Reported) -> Reported | None:
    """Return a headline with a label whose speaker is named nowhere else: the draft asks who it is."""
    headline = text[item.start : item.end]
    if OWN_LABEL.match(headline) is None and AT_END.fullmatch(headline) is None:
        return None
    return attrs.evolve(item, rule=RULE, speaker=None, speakers=())


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
    for place, token in enumerate(unit.words):
        low = token.low
        if token.is_capital and place and unit.block.section is not Section.HEADLINE:
            continue
        if low not in PREDICATES and low not in FEELINGS and low not in PASSIVES and low not in CUES:
            continue
        left, skipped = before_verb(unit.words, place)
        lows = {word.low for word in skipped}
        rest = line.text[line.starts[place] + len(low) + 1 :] if place < len(line.starts) else ""
        if lows & BE or (left >= 0 and unit.words[left].low in STAYING):
            yield from being(unit, line, place, rest)
        elif not lows & MODALS:
            yield from doing(unit, line, place, rest)


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
    if {word.low for word in skipped} & (MODALS | NEGATIONS) and low != "ready":
        return
    for predicate in FEELINGS.get(low, ()):
        if predicate.frame.match(rest) and (found := subject_of(unit, line, left, predicate)) is not None:
            yield found._replace(place=place)


def doing(unit: Passage, line: Line, place: int, rest: str) -> Iterator[Likely]:
    """Return what somebody does with words."""
    low = unit.words[place].low
    left, skipped = before_verb(unit.words, place)
    is_negated = bool({word.low for word in skipped} & NEGATIONS)
    for predicate in PREDICATES.get(low, ()):
        if predicate.frame.match(rest) and (found := subject_of(unit, line, left, predicate)) is not None:
            yield found._replace(place=place)
    cue = CUES.get(low)
    if cue is None or not is_saying(unit, place, cue, rest, is_negated=is_negated):
        return
    predicate = Formula(cue.lemma, cue.acts, ANYTHING)
    found = subject_of(unit, line, left, predicate, is_strict=not is_negated and (cue.is_noun or cue.is_weak))
    if found is None or (found.subject is not None and not is_right_form(line, cue, found.subject, left)):
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
        first = unit.words[0]
        if left == 0 and first.is_capital and not is_strict and first.low not in NO_ACTORS | FUNCTION:
            return Likely(predicate.lemma, predicate.acts)
        is_head = unit.block.section is Section.HEADLINE and not is_strict and predicate.lemma not in {"claim", "call"}
        if not is_head or IN_HEADLINE.match(line.text[:until]) is None:
            return None
        return Likely(predicate.lemma, predicate.acts)
    start = match.start("actor")
    named = (m for m in unit.named if m.first < len(line.starts) and line.starts[m.first] == start)
    return Likely(predicate.lemma, predicate.acts, None, next(named, None))


def by_phrase(unit: Passage, line: Line) -> Likely | None:
    """Return what whole phrases show: who goes on in the middle, what was agreed, a label of a headline."""
    phrases = (*HEADLINES, *PHRASES) if unit.block.section is Section.HEADLINE else PHRASES
    acts = next((acts for phrase, acts in phrases if phrase.search(line.text)), None)
    return Likely("", acts) if acts is not None else None
