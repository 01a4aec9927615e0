"""By which words a sentence shows that somebody says something: verbs of saying with their subjects."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._english.asides import listed_before
from diplo_events.drafting._english.clauses import is_behind_clause, over_phrases, with_quotation
from diplo_events.drafting._english.companies import joined_with
from diplo_events.drafting._english.descriptions import SOME, described_subject, is_plain
from diplo_events.drafting._english.hits import (
    MODALS,
    WORDS_OF,
    Hit,
    accord,
    any_verb,
    both_say,
    opinion,
    opinion_of,
    text_after,
)
from diplo_events.drafting._english.idioms import IDIOMS
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.nouns_or_verbs import HOLDERS, behind, goes_on, is_no_verb
from diplo_events.drafting._english.over_clauses import over_clauses, over_text
from diplo_events.drafting._english.participles import inherited, participle
from diplo_events.drafting._english.passives import (
    cited,
    heard_from,
    is_of_idea,
    is_reduced,
    passive,
    quoted,
    second_agent,
)
from diplo_events.drafting._english.plurals import is_body_of_several, is_plural_before
from diplo_events.drafting._english.purposes import caused, pledge, purpose
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import PREPOSITIONS, Sentence, Subject, before_verb, is_adverb
from diplo_events.drafting._english.shown import shown
from diplo_events.drafting._english.subjects import subject_aside, subject_before
from diplo_events.drafting._english.text_nouns import TEXTS, of_text
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verb_frames import BEHIND
from diplo_events.drafting._english.verbs import AUXILIARIES, BE, CUES, Cue

__all__ = ["NEGATIONS", "SILENT", "Hit", "cue_hits", "is_framed"]

NEGATIONS: Final = words("not never didn't hasn't haven't doesn't don't wouldn't")
SILENT: Final = words(
    """
    say tell comment respond reply answer confirm specify elaborate disclose reveal explain mention state note announce
    report
    """
)
"""Verbs that report nothing where they are negated."""

REPORTED: Final = words("reported told quoted noted explained stated cited described announced confirmed put revealed")
"""Between "as" and "by", these name who says what the sentence tells."""

CONJUNCTIONS: Final = words("and but or then , ;")

TAIL: Final = words(
    """
    say add report write explain note argue claim insist warn state tweet conclude declare observe remark announce admit
    suggest
    """
)
NEVER_INVERTED: Final = words("call name ask urge tell")


UNREAL: Final = words("if unless whether should neither nor")
"""Before a subject, these show that nothing is said."""

SPEAKING: Final = words(
    """
    allege accuse deny insist claim confirm state criticize criticise urge vow condemn reject demand praise
    say tell add insist explain argue complain joke quip recall reply answer shout whisper grumble warn admit lament
    speak describe chant sing cry report recount remember testify announce warn state counter contend concede retort
    apologise apologize boast brag caution protest plead assure reassure tweet disagree concur
    """
)
"""Verbs before which any description is that of a person."""


CALLING: Final = words("call ask propose request question oppose support back welcome favor favour voice express")
"""Weak verbs of what "some" of those named before do with words: "Some called for a vote"."""

ASIDE_BEHIND: Final = re.compile(
    r"\A, (?:according to|in an?|on [A-Z]|at the|after|before|during|for the|through|via|to (?:laughter|applause))"
    r" [^,“]{1,80} , (?=“|that\b)"
)
"""An aside between a verb and what it says: "decided, according to the summary, that"."""

WORDS_ADDED: Final = re.compile(r"(?:the )?(?:words?|terms?|phrases?) “…” (?:to|in|into)\b")
"""Behind "add", what goes into a text: "adding the words “and water” to the title"."""

FIRST_WORDS: Final = 3
"""Among how many words of a sentence "in the words of" begins it."""

LONGEST_NOUNS: Final = 3
"""How many plain nouns may stand before the office of who says something."""

NEAR_VERB: Final = 9
"""How many words stand between a quotation and the verb at the end of its sentence at most."""

POSTING: Final = words("posted posts re-tweeted retweeted")
"""Behind a quotation and a name, with "on" these say where somebody wrote it: "“No,” Li posted on X"."""

HELPERS: Final = words("has have had do does did")
"""Behind a name behind a verb, these begin what is said: "says Hale has lied"."""

ONESELF: Final = words("themselves ourselves")
"""Behind a verb in its base form, these show that a body is several: "the Lake Fund credit themselves with"."""

FAR: Final = 24
"""How many words behind a verb decide what it means."""


def cue_hits(sentence: Sentence) -> list[Hit]:
    """Return the verbs of saying among the words of a sentence, with their subjects, in their order."""
    hits: list[Hit] = []
    for place, token in enumerate(sentence.words):
        if (token.low == "according" and sentence.low(place + 1) == "to") or (
            token.low in REPORTED and sentence.low(place - 1) == "as" and sentence.low(place + 1) == "by"
        ):
            hit = accord(sentence, place)
            if hit is not None and hit.subject is not None and hits and token.low in {"quoted", "cited"}:
                hits[-1] = attrs.evolve(hits[-1], via=(hit.subject,))  # A said “…”, as quoted by B
                continue
        elif (hit := opinion_of(sentence, place)) is not None:
            pass
        elif token.low in WORDS_OF | {"for", "to"} and place <= FIRST_WORDS:
            hit = opinion(sentence, place)
        elif (cue := CUES.get(token.low)) is not None:
            hit = verb_hit(sentence, hits, place, cue) or (any_verb(sentence, place) if sentence.paused else None)
        elif token.low == "by" and hits and (second := second_agent(sentence, hits[-1], place)) is not None:
            hit = second
        elif sentence.paused and place:
            hit = any_verb(sentence, place)
        else:
            continue
        if hit is not None:
            hits.append(hit)
    return hits


def verb_hit(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return a verb of saying with its subject; `None` if it is not of saying here."""
    found = sentence.words
    if cue.lemma == "continue" and cue.form == "base" and not hits and (hit := pledge(sentence, place)) is not None:
        return hit
    is_said = is_framed(cue.lemma, behind(sentence, place, FAR)) or ends_quotation(sentence, place)
    is_said = is_said or (cue.lemma == "continue" and is_between_commas(sentence, place))
    if not is_said and not is_of_idea(sentence, place, cue):
        return None
    left, skipped = before_verb(found, place)
    word = sentence.low(left)
    lows = {token.low for token in skipped}
    if word == "to" and goes_on(sentence, left) is None:
        return caused(sentence, place, left, cue) or purpose(sentence, place, left, cue)
    is_negated = bool(lows & NEGATIONS)
    if cue.lemma == "refer" and cue.form == "s" and " as " not in behind(sentence, place, FAR):
        return None  # the name refers to
    if cue.form == "ed" and behind(sentence, place, FAR).startswith("to as "):
        return None  # a group referred to as
    if cue.lemma == "name" and cue.form == "ed" and sentence.low(place + 1) in {"in", "on", "after", "above", "below"}:
        return None  # those named in the report
    if cue.lemma == "add" and WORDS_ADDED.match(behind(sentence, place, FAR)):
        return None
    if cue.lemma == "discuss" and is_by_several(sentence, left):
        return None
    is_all = "only" in {*lows, sentence.low(place + 1)} and cue.lemma == "say"  # would only say
    if lows & MODALS and not is_all and not (is_negated and cue.lemma in {"say", "comment"}):
        return None
    if is_negated and cue.lemma in SILENT:
        return None
    has_be = bool(lows & BE)
    if cue.form == "adjective" and not has_be:
        return None
    if cue.form == "ed" and (
        has_be or is_reduced(sentence, place) or (word == QUOTED and sentence.low(place + 1) == "by")
    ):
        return passive(sentence, place, cue)
    if cue.form == "ing" and not has_be:
        return shown(sentence, place, cue) or participle(sentence, hits, place, cue)
    is_plain = cue.form == "base" and not is_all and not lows & {"did", "do", "does"}
    is_several = sentence.low(place + 1) in ONESELF or (not cue.is_noun and is_body_of_several(sentence, left))
    if is_plain and not is_several and not is_plural_before(sentence, left):
        return None
    return finite(sentence, hits, place, cue)


def is_framed(lemma: str, following: str) -> bool:
    """Whether what stands behind a verb lets it be of saying, where it is one only in some phrases."""
    plain, idiom = BEHIND.get(lemma), IDIOMS.get(lemma)
    following = ASIDE_BEHIND.sub("", following)
    if plain is None:
        return idiom is None or re.match(idiom[1], following) is not None
    return re.match(plain, following) is not None or (idiom is not None and re.match(idiom[1], following) is not None)


def ends_quotation(sentence: Sentence, place: int) -> bool:
    """Whether a verb closes the sentence of a quotation with a comma: "“…,” the message read"."""
    is_last = sentence.low(place + 1) in {"", "."}
    is_last = is_last or (sentence.low(place) in POSTING and sentence.low(place + 1) == "on")
    if is_last and sentence.low(place) == "read" and sentence.low(place - 1) in TEXTS:
        near = sentence.words[max(0, place - NEAR_VERB) : place]
        return any(token.low == "," or token.text == QUOTED for token in near)
    return is_last and any(0 < place - at <= NEAR_VERB and sentence.words[at].text == QUOTED for at in sentence.paused)


def is_between_commas(sentence: Sentence, place: int) -> bool:
    """Whether a person and a verb stand alone between commas: "During the talks, the envoy continued, both spoke"."""
    mention = sentence.ending(place)
    is_person = mention is not None and mention.kind in {"person", "office", "name", "pronoun"}
    is_alone = mention is not None and sentence.low(mention.first - 1) == "," and sentence.low(place + 1) == ","
    return is_person and is_alone and sentence.words[place].low in {"continued", "continues"}


def is_by_several(sentence: Sentence, left: int) -> bool:
    """Whether several are the subject of a verb: what they "discussed" nobody said alone."""
    mention = sentence.ending(left + 1)
    is_meeting = mention is not None and mention.head == "participants"
    return not is_meeting and (mention is None or mention.is_plural or sentence.low(mention.first - 1) == "and")


def before_stray_comma(sentence: Sentence, comma: int) -> Subject | None:
    """Return the subject that a comma parts from its verb though no aside stands between: "Both he and A, urged"."""
    mention = sentence.ending(comma)
    if mention is None or mention.is_owner or not sentence.is_free(mention) or mention.kind not in HOLDERS:
        return None
    before = sentence.words[: mention.first]
    is_whole = not any(token.low in CUES or token.low in AUXILIARIES - {"both"} for token in before)
    return subject_before(sentence, comma - 1) if before and is_whole and sentence.low(0) == "both" else None


def finite(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Read a verb with a subject before it, or behind it: "X said", "“…,” said X", "X, who leads Y, said"."""
    left, skipped = before_verb(sentence.words, place)
    if (hit := inverted(sentence, place, left, cue)) is not None:
        return hit
    if left < 0 or is_no_verb(sentence, place, left, cue, has_aux=bool(skipped)):
        return both_say(sentence, place, cue) if left < 0 else None
    word = sentence.low(left)
    if word == "to" and (leading := goes_on(sentence, left)) is not None:
        left, _ = before_verb(sentence.words, left + 1 - len(leading["lead"].split()))
        word = sentence.low(left)
    subject = subject_aside(sentence, left) if word == "," else None
    if word not in CONJUNCTIONS:
        subject = subject_before(sentence, left)
    if word == "," and (subject is None or subject.mention is None):
        subject = before_stray_comma(sentence, left)
    if subject is None or subject.mention is None:
        if word not in CONJUNCTIONS and (joint := over_phrases(sentence, left)):
            return coordinated(sentence, hits, place, joint, cue)  # and on Twitter called
        if word not in CONJUNCTIONS - {","} and (hit := described(sentence, place, left, cue)) is not None:
            return hit
        joined = coordinated(sentence, hits, place, left, cue) if word in CONJUNCTIONS else None
        over = over_text(sentence, place, left, cue) or over_clauses(sentence, place, cue)
        return joined if word in CONJUNCTIONS else over
    if cue.lemma == "contradict" and subject.mention.kind == "text":
        return None  # a text contradicts another one, and nobody does
    if cue.lemma in {"hear", "learn"}:
        return heard_from(sentence, place, subject)
    if (hit := quoted(sentence, place, cue, subject) or cited(sentence, place, cue, subject)) is not None:
        return hit
    if cue.form == "base" and (other := listed_before(sentence, subject)) is not None:
        subject = subject._replace(together=(other, *subject.together), first=other.first)
    first = subject.first
    if subject.rule not in {"subject-aside", "apposition"} or word not in CONJUNCTIONS:
        first = first if is_behind_clause(sentence, hits, first) else with_quotation(sentence, first)
    own = subject.first if sentence.words[first].text == QUOTED else first
    is_to_whom = sentence.low(own - 1) == "whom" and sentence.low(own - 2) in PREPOSITIONS
    if is_to_whom or sentence.low(own - 1) in UNREAL or sentence.low(own) in {"no", "neither"}:  # nobody says it
        return None
    return Hit(place, first, cue, subject.mention, subject.rule, subject.together, last=place + 1)


def described(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read somebody without a name before a verb that nothing but a person does: "an old miller said"."""
    is_some = sentence.low(left) in {"some", "others", "many"}
    is_led = cue.form != "base" or is_some or goes_on(sentence, before_verb(sentence.words, place)[0]) is not None
    mention = described_subject(sentence, left) if is_led else None
    if mention is None or sentence.low(mention.first - 1) in UNREAL:
        return None
    if mention.kind in {"person", "name"}:
        rule = "apposition"
    elif cue.lemma not in SPEAKING and (
        (cue.is_weak and not (is_some and cue.lemma in CALLING)) or sentence.low(mention.last - 1) not in SOME
    ):
        return None
    else:
        rule = "some" if sentence.low(mention.last - 1) in SOME else "described"
    return Hit(place, with_quotation(sentence, mention.first), cue, mention, rule, last=place + 1)


def inverted(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a subject behind its verb: "“…,” said X", "…, said X"."""
    index = place + 1
    while index < len(sentence.words) and (is_adverb(sentence.words[index]) or sentence.low(index) == "also"):
        index += 1
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
    subject = one_named(sentence, subject) or subject
    if others := joined_with(sentence, subject):  # “…,” said A and B
        *together, subject = (subject, *others)
        return Hit(place, first, cue, subject, "inverted", tuple(together), last=subject.last)
    return Hit(place, first, cue, subject, "inverted", last=subject.last)


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
    if left >= 0 and sentence.words[left].text != QUOTED and sentence.low(left) != ",":
        return None
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


def coordinated(sentence: Sentence, hits: Sequence[Hit], place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb that shares the subject of the one before it: "X noted that …, and mentioned"."""
    subject = inherited(sentence, hits, place)
    if subject is None or cue.form == "base" or (not hits and (cue.is_noun and cue.form == "s")):
        return None
    if not hits and cue.form == "ed" and sentence.low(left) == ",":
        return None
    is_passive = bool(hits) and hits[-1].rule == "passive-by"
    is_inner = bool(hits) and subject is not hits[-1].subject and (is_passive or subject.first > hits[-1].place)
    if not hits and (others := joined_with(sentence, subject)):
        together = (subject, *others[:-1])
        return Hit(place, place, cue, others[-1], "coordinated", together, last=place + 1, is_finite=False)
    return Hit(place, place, cue, subject, "coordinated", last=place + 1, is_finite=is_inner)
